"""Findings in words and with their places: as a table, and as data for JSON."""

from collections.abc import Iterable

from dvk.codes import CODES
from dvk.findings import Finding, Severity
from dvk.kinds import KINDS, kind_of
from dvk.messages import Language, Phrase
from dvk.messages.cases import REMEDIES
from dvk.messages.of_changes import OF_CHANGES
from dvk.messages.of_owners import OF_OWNERS
from dvk.messages.of_stamps import OF_STAMPS
from dvk.messages.words import word
from dvk.snapshot import Snapshot
from dvk.textfile import Location, Locator
from dvk.vietnamese.text import CURLY_QUOTES
from dvk.views.filling import filled
from dvk.views.table import Column, Table

_OF_CHANGES = frozenset({*OF_CHANGES, *OF_OWNERS, *OF_STAMPS})
"""Codes about whose a file is, what is on record, and the stamps of documents."""
_ABOUT_KEYS = {"DVK121", "DVK122", "DVK315"}
_STRAIGHTEN = Phrase(
    "Xoá dấu nháy cong quanh giá trị, hoặc gõ dấu nháy thẳng.",
    "Delete the curly quotes around the value, or type straight ones.",
)


class Places:
    """Lines of findings, each file read again once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._locators: dict[str, Locator | None] = {}
        self._fetched: dict[str, bytes] = {}

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
        found = list(findings)
        self._fetch(finding.file for finding in found)
        places = [(finding, self.find(finding)) for finding in found]
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
        if path not in self._fetched:
            self._fetch([path])
        return self._fetched.get(path, b"")

    def _fetch(self, paths: Iterable[str]) -> None:
        """Read the files that are there, all at once: of a commit each would be a call of git."""
        entries = self._snapshot.entries
        wanted = [path for path in dict.fromkeys(paths) if path in entries and not entries[path].link]
        self._fetched.update(self._snapshot.read_all([path for path in wanted if path not in self._fetched]))

    def _line(self, path: str, line: int) -> str:
        lines = self._bytes(path).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[line - 1].lstrip("\ufeff")[:200] if line <= len(lines) else ""


def sentence(finding: Finding, language: Language) -> str:
    """What is wrong, in words."""
    return filled(CODES[finding.mistake.code].message.sentence, finding.mistake.args, language)


def remedy(finding: Finding, language: Language) -> str:
    """What to do instead: in this case, where the code tells cases apart."""
    mistake = finding.mistake
    by, cases = REMEDIES.get(mistake.code, ("", {}))
    template = cases.get(mistake.args.get(by, ""), CODES[mistake.code].message.remedy)
    text = filled(template, mistake.args, language)
    if mistake.args.get("typed", "").startswith(CURLY_QUOTES):
        return f"{_STRAIGHTEN.to(language)} {text}".rstrip()
    return text


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings; of one weight first what a change may not do, as it is told of no file's form."""
    order = list(Severity)
    return sorted(findings, key=lambda found: (order.index(found.severity), found.mistake.code not in _OF_CHANGES))


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


def weights(findings: Iterable[Finding], language: Language) -> str:
    """How many errors and warnings there are, those that there are."""
    found = [finding.severity for finding in findings]
    named = [(found.count(severity), word(severity, language)) for severity in (Severity.ERROR, Severity.WARNING)]
    plural = language == "en"
    return ", ".join(f"{number} {name}{'s' if plural and number > 1 else ''}" for number, name in named if number)


def counts(findings: Iterable[Finding], files: int, language: Language) -> str:
    """How many findings of each weight, and how many files were read."""
    found = [finding.severity for finding in findings]
    errors, warnings, notes = (found.count(severity) for severity in Severity)
    if language == "en":
        named = ((errors, "error"), (warnings, "warning"), (notes, "note"))
        found_words = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in named)
        return f"{found_words} · {files} file{'' if files == 1 else 's'}"
    return f"{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý · {files} tệp"


def findings_table(findings: list[Finding], places: Places, files: int, language: Language) -> Table:
    """One row a finding, below the counts."""
    en = language == "en"
    columns = (
        Column("file", "file" if en else "tệp"),
        Column("line", "line" if en else "dòng", "number"),
        Column("severity", "severity" if en else "mức"),
        Column("code", "code" if en else "mã"),
        Column("message", "what is wrong" if en else "lỗi gì"),
        Column("remedy", "what to do" if en else "sửa thế nào"),
    )
    table = Table(counts(findings, files, language), columns, name="Check" if en else "Kiểm tra")
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
