"""Findings as a table, for csv and Markdown."""

from dvk.findings import Finding
from dvk.messages import Language
from dvk.output.findings import Places, remedy, sentence
from dvk.views.table import Column, Table
from dvk.views.words import word


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
