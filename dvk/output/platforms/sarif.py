"""Findings as SARIF 2.1.0, which GitHub's code scanning and many viewers read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Iterable
from urllib.parse import quote

from dvk import __version__
from dvk.codes import CODES
from dvk.findings import Severity
from dvk.messages import LANGUAGES, Language
from dvk.messages.words import word
from dvk.output.json_text import as_json
from dvk.output.platforms.checked import Checked, Told
from dvk.views.explain import in_words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOP = "%SRCROOT%"
_TOP_MEANS = {"vi": "thư mục gốc của kho git", "en": "the top folder of the git repository"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_IDENTITY = "dvkFinding/v1"


def as_sarif(checked: Checked) -> str:
    """One run of dvk: the codes that were met as rules, and a result for each finding."""
    told = list(checked.told())
    rules = sorted({one.code for one in told})
    driver = {
        "name": "dvk",
        "semanticVersion": __version__,
        "language": checked.language,
        "rules": [_rule(code, checked.language) for code in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_TOP: {"description": {"text": _TOP_MEANS[checked.language]}}},
        "results": [_result(one, rules.index(one.code)) for one in told],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, language: Language) -> dict[str, object]:
    message = CODES[code].message
    both = [language, *(other for other in LANGUAGES if other != language)]
    return {
        "id": code,
        "shortDescription": {"text": in_words(message.sentence, language)},
        "fullDescription": {"text": message.prevents.to(language)},
        "help": {"text": "\n\n".join(_help(code, spoken) for spoken in both)},
        "defaultConfiguration": {"level": _LEVELS[CODES[code].severity]},
    }


def _help(code: str, language: Language) -> str:
    """The rule in one language: what it says, what to do, what it prevents."""
    message = CODES[code].message
    said: Iterable[str] = (
        f"{code} ({word(CODES[code].severity, language)}): {in_words(message.sentence, language)}",
        in_words(message.remedy, language),
        message.prevents.to(language),
        f"dvk explain {code}" + (" --lang en" if language == "en" else ""),
    )
    return "\n".join(filter(None, said))


def _result(told: Told, rule: int) -> dict[str, object]:
    # quote writes bytes that are no UTF-8, and every character with a meaning of its own, as %XX.
    uri = quote(told.path, safe="/", errors="surrogateescape")
    artifact = {"uri": uri, "uriBaseId": _TOP}
    return {
        "ruleId": told.code,
        "ruleIndex": rule,
        "level": _LEVELS[told.severity],
        "message": {"text": told.text},
        "locations": [{"physicalLocation": {"artifactLocation": artifact} | _region(told)}],
        "partialFingerprints": {_IDENTITY: told.identity},
    }


def _region(told: Told) -> dict[str, object]:
    if told.location is None:
        return {}
    start = told.location.column
    region = {"startLine": told.line, "startColumn": start, "endColumn": start + told.location.length}
    return {"region": region}
