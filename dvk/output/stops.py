"""Why a command stopped, in words."""

import traceback
from collections.abc import Sequence

from dvk.errors import CannotGoOn
from dvk.findings import Finding, Mistake, Severity
from dvk.messages import Language
from dvk.messages.words import word
from dvk.shown import first_ones, printable
from dvk.views.findings import remedy, sentence

_LONGEST = 200
_MOST_NAMED = 5
_NOT_DONE = {"vi": "Chưa làm được {0}: {1}", "en": "Not done, {0} in all: {1}"}
_BUG = {
    "vi": "Lỗi của dvk, không phải của bạn. Xin gửi những dòng dưới đây cho nhóm phát triển:\n",
    "en": "This is a bug of dvk, not your mistake. Please send us the lines below:\n",
}


def stop_text(stop: CannotGoOn, language: Language) -> str:
    """What dvk cannot go on for, and what to do."""
    details = {name: shortened(text) for name, text in stop.details.items()}
    for name in ("what", "fault"):
        if name in details:
            details[name] = word(details[name], language)
    finding = Finding(Severity.ERROR, "", Mistake(stop.code, "", details))
    lines = [f"{stop.code}  {printable(sentence(finding, language))}", f"   {printable(remedy(finding, language))}"]
    return "\n".join(line for line in lines if line.strip())


def stops_text(stops: Sequence[tuple[str, CannotGoOn]], language: Language) -> str:
    """Why several things could not be done: each reason once, and what it kept from being done where that is not said.

    Args:
        stops: what was to be done, and what stood in the way.
        language: the language of the sentences.
    """
    kept: dict[str, list[str]] = {}
    for what, stop in stops:
        kept.setdefault(stop_text(stop, language), []).append(printable(what))
    return "\n".join(_with_names(reason, names, language) for reason, names in kept.items())


def _with_names(reason: str, names: list[str], language: Language) -> str:
    if all(name in reason for name in names):
        return reason
    return f"{reason}\n   {_NOT_DONE[language].format(len(names), first_ones(names, _MOST_NAMED))}"


def shortened(text: str) -> str:
    """Words of a call, no longer than a sentence can carry."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def bug_text(bug: Exception, language: Language) -> str:
    """A bug of ours with its trace."""
    trace = "".join(traceback.format_exception(bug))
    return _BUG[language] + "\n".join(printable(line) for line in trace.split("\n"))
