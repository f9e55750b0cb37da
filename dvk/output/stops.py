"""Why a command stopped, in words."""

import traceback

from dvk.errors import CannotGoOn
from dvk.findings import Finding, Mistake, Severity
from dvk.messages import Language
from dvk.messages.words import word
from dvk.shown import printable
from dvk.views.findings import remedy, sentence

_LONGEST = 200
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


def shortened(text: str) -> str:
    """Words of a call, no longer than a sentence can carry."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def bug_text(bug: Exception, language: Language) -> str:
    """A bug of ours with its trace."""
    trace = "".join(traceback.format_exception(bug))
    return _BUG[language] + "\n".join(printable(line) for line in trace.split("\n"))
