"""Findings as text and as JSON: where, the line of the file, what is wrong, and what to type instead."""

from collections.abc import Iterable, Mapping

from dvk.codes import CODES
from dvk.findings import Finding, Severity
from dvk.messages import Language
from dvk.output.plain import printable
from dvk.snapshot import Snapshot
from dvk.textfile import Location, Locator
from dvk.vietnamese.text import nfc
from dvk.views.words import WORDS, word

_NEAR = {"vi": "Có phải ý là: {0}?", "en": "Did you mean: {0}?"}
_WORDED = {"wanted", "found", "section", "type", "stage", "part", "weekday", "problem"}
_REPEATS = {
    "yearly": ("hằng năm", "of every year"),
    "once": ("của một năm", "of one year"),
}


class Places:
    """Lines of findings, each file read again once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._locators: dict[str, Locator | None] = {}

    def find(self, finding: Finding) -> Location | None:
        """The place of a finding in its file; ``None`` where the file as a whole is meant or cannot be read."""
        place = finding.mistake.place
        locator = self._locator(finding.file)
        if place is not None:
            return Location(place.line, place.column, 1, "", self._line(finding.file, place.line))
        if locator is None or not finding.mistake.field:
            return None
        return locator.find(finding.mistake.field)

    def line(self, path: str, field: str) -> int:
        """The line of a field of a file; 1 where it is not found."""
        locator = self._locator(path)
        found = locator.find(field) if locator else None
        return found.line if found else 1

    def _locator(self, path: str) -> Locator | None:
        if path not in self._locators:
            data = self._bytes(path)
            self._locators[path] = Locator(data) if data else None
        return self._locators[path]

    def _bytes(self, path: str) -> bytes:
        entry = self._snapshot.entries.get(path)
        if entry is None or entry.link:
            return b""
        return self._snapshot.read(path)

    def _line(self, path: str, line: int) -> str:
        lines = self._bytes(path).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[line - 1].lstrip("\ufeff")[:200] if line <= len(lines) else ""


def sentence(finding: Finding, language: Language) -> str:
    """What is wrong, in words."""
    return _filled(CODES[finding.mistake.code].message.sentence.to(language), finding.mistake.args, language)


def remedy(finding: Finding, language: Language) -> str:
    """What to do instead."""
    return _filled(CODES[finding.mistake.code].message.remedy.to(language), finding.mistake.args, language)


def _filled(template: str, args: Mapping[str, str], language: Language) -> str:
    known = {name: _worded(name, value, language) for name, value in args.items()}
    return " ".join(nfc(template.format_map(_Blank(known))).split())


class _Blank(dict[str, str]):
    """Arguments; what a finding does not say is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return ""


def _worded(name: str, value: str, language: Language) -> str:
    if name == "near":
        return _NEAR[language].format(value) if value else ""
    if name == "repeats":
        vi, en = _REPEATS[value]
        return en if language == "en" else vi
    if name == "clear":
        return value.replace(" / ", " hoặc " if language == "vi" else " or ")
    if name == "encoding" and value:
        return f"({value}) "
    return word(value, language) if name in _WORDED and value in WORDS else value


def as_text(findings: list[Finding], places: Places, files: int, language: Language) -> str:
    """All findings, each with its excerpt, and the count."""
    blocks = [_block(finding, places.find(finding), language) for finding in findings]
    return "\n".join([*blocks, counts(findings, files, language)])


def counts(findings: Iterable[Finding], files: int, language: Language) -> str:
    """How many findings of each weight, and how many files were read."""
    found = [finding.severity for finding in findings]
    errors, warnings, notes = (found.count(severity) for severity in Severity)
    if language == "en":
        named = ((errors, "error"), (warnings, "warning"), (notes, "note"))
        found_words = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in named)
        return f"{found_words} · {files} file{'' if files == 1 else 's'}"
    return f"{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý · {files} tệp"


def _block(finding: Finding, location: Location | None, language: Language) -> str:
    where = printable(finding.file) + (f":{location.line}:{location.column}" if location else "")
    head = (
        f"{where}  {word(finding.severity, language)} {finding.mistake.code}  {printable(sentence(finding, language))}"
    )
    told = printable(remedy(finding, language))
    return "\n".join([head, *(_excerpt(location) if location else []), f"   {told}", ""])


def _excerpt(location: Location) -> list[str]:
    numbers = len(str(location.line))
    lines = []
    if location.before.strip():
        lines.append(f"  {location.line - 1:>{numbers}} │ {printable(location.before)}")
    lines.append(f"  {location.line:>{numbers}} │ {printable(location.text)}")
    spaces = " " * len(printable(location.text[: location.column - 1]))
    lines.append(f"  {'':>{numbers}} │ {spaces}{'^' * min(location.length, 60)}")
    return lines


def as_json(findings: list[Finding], places: Places, language: Language) -> list[dict[str, object]]:
    """Findings as data, with the sentence and remedy of the language."""
    rows: list[dict[str, object]] = []
    for finding in findings:
        location = places.find(finding)
        rows.append(
            {
                "code": finding.mistake.code,
                "severity": str(finding.severity),
                "file": finding.file,
                "field": finding.mistake.field,
                "line": location.line if location else None,
                "column": location.column if location else None,
                "message": sentence(finding, language),
                "remedy": remedy(finding, language),
                "args": dict(finding.mistake.args),
            }
        )
    return rows
