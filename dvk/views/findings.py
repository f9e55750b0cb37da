"""Findings in words and with their places: as a table, and as data for JSON."""

from collections.abc import Iterable, Mapping

from dvk.codes import CODES
from dvk.findings import Finding
from dvk.kinds import KINDS, kind_of
from dvk.messages import Language
from dvk.messages.words import WORDS, word
from dvk.snapshot import Snapshot
from dvk.textfile import Location, Locator
from dvk.vietnamese.text import nfc
from dvk.views.table import Column, Table

_NEAR = {"vi": "Có phải ý là: {0}?", "en": "Did you mean: {0}?"}
_ABOUT_KEYS = {"DVK121", "DVK122"}
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
        return locator.find(finding.mistake.field, at_key=finding.mistake.code in _ABOUT_KEYS)

    def in_order(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings as a reader meets them: by file, then by line and column."""
        places = [(finding, self.find(finding)) for finding in findings]
        places.sort(key=lambda pair: (pair[0].file, pair[1].line if pair[1] else 0, pair[1].column if pair[1] else 0))
        return [finding for finding, _ in places]

    def line(self, path: str, field: str) -> int:
        """The line of a field of a file; 1 where it is not found."""
        locator = self._locator(path)
        found = locator.find(field) if locator else None
        return found.line if found else 1

    def _locator(self, path: str) -> Locator | None:
        if path not in self._locators:
            data = self._bytes(path)
            kind = KINDS.get(kind_of(path) or "")
            head = kind is not None and kind.front_matter
            self._locators[path] = Locator(data, front_matter=head) if data else None
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
    text = " ".join(nfc(template.format_map(_Blank(known))).split())
    if "{clear}" not in template or args.get("clear"):
        return text
    shortened = text.rstrip(" :.")
    return f"{shortened}." if " " in shortened else ""


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
    if name == "encoding" and not value:
        return word("another_encoding", language)
    if name == "clear":
        return value.replace(" / ", " hoặc " if language == "vi" else " or ")
    return word(value, language) if name in _WORDED and value in WORDS else value


def findings_json(findings: list[Finding], places: Places, language: Language) -> list[dict[str, object]]:
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


def findings_table(findings: list[Finding], places: Places, language: Language) -> Table:
    """One row a finding."""
    columns = tuple(Column(key, key) for key in ("file", "line", "severity", "code", "message", "remedy"))
    table = Table("", columns)
    for finding in findings:
        location = places.find(finding)
        table.rows.append(
            (
                finding.file,
                location.line if location else None,
                word(finding.severity, language),
                finding.mistake.code,
                sentence(finding, language),
                remedy(finding, language),
            )
        )
    return table
