"""Findings in words and with their places: as a table, and as data for JSON."""

from collections.abc import Iterable

from dvk.codes import CODES
from dvk.findings import Finding, Severity
from dvk.messages import Language, Phrase
from dvk.messages.cases import REMEDIES
from dvk.messages.of_changes import OF_CHANGES
from dvk.messages.of_owners import OF_OWNERS
from dvk.messages.of_stamps import OF_STAMPS
from dvk.messages.words import word
from dvk.vietnamese.text import CURLY_QUOTES
from dvk.views.counts import counts
from dvk.views.filling import filled
from dvk.views.places import Places
from dvk.views.table import Column, Table

_OF_CHANGES = frozenset({*OF_CHANGES, *OF_OWNERS, *OF_STAMPS})
"""Codes about whose a file is, what is on record, and the stamps of documents."""
_STRAIGHTEN = Phrase(
    "Xoá dấu nháy cong quanh giá trị, hoặc gõ dấu nháy thẳng.",
    "Delete the curly quotes around the value, or type straight ones.",
)


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
