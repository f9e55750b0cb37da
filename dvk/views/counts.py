"""How many findings there are, before anything is said of any of them."""

from collections.abc import Iterable

from dvk.findings import Finding, Severity
from dvk.messages import Language


def counts(findings: Iterable[Finding], files: int, language: Language) -> str:
    """How many findings of each weight, and how many files were read."""
    found = [finding.severity for finding in findings]
    errors, warnings, notes = (found.count(severity) for severity in Severity)
    if language == "en":
        named = ((errors, "error"), (warnings, "warning"), (notes, "note"))
        found_words = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in named)
        return f"{found_words} · {files} file{'' if files == 1 else 's'}"
    return f"{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý · {files} tệp"
