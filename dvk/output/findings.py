"""Findings as text: where, the line of the file, what is wrong, and what to type instead."""

from typing import TYPE_CHECKING

from dvk.findings import Finding
from dvk.messages import Language
from dvk.shown import printable
from dvk.views.counts import counts
from dvk.views.places import Places

if TYPE_CHECKING:
    from dvk.textfile import Location

_WIDEST = 60


def as_text(findings: list[Finding], places: Places, files: int, language: Language) -> str:
    """All findings, each with its excerpt, and the count."""
    return "\n".join([*_blocks(findings, places, language), counts(findings, files, language)])


def blocks_text(findings: list[Finding], places: Places, language: Language) -> str:
    """The same findings, not counted."""
    return "\n".join(_blocks(findings, places, language))


def _blocks(findings: list[Finding], places: Places, language: Language) -> list[str]:
    return [_block(finding, places.find(finding), language) for finding in findings]


def _block(finding: Finding, location: "Location | None", language: Language) -> str:
    from dvk.messages.words import word
    from dvk.views.findings import remedy, sentence

    where = printable(finding.file) + (f":{location.line}:{location.column}" if location else "")
    head = (
        f"{where}  {word(finding.severity, language)} {finding.mistake.code}  {printable(sentence(finding, language))}"
    )
    told = printable(remedy(finding, language))
    return "\n".join([head, *(_excerpt(location) if location else []), f"   {told}", ""])


def _width(location: "Location") -> int:
    """How many columns to underline: letters with marks of their own take one."""
    from rich.cells import cell_len

    start = location.column - 1
    return max(1, min(cell_len(printable(location.text[start : start + location.length])), _WIDEST))


def _excerpt(location: "Location") -> list[str]:
    numbers = len(str(location.line))
    lines = []
    if location.before.strip():
        lines.append(f"  {location.line - 1:>{numbers}} │ {printable(location.before)}")
    lines.append(f"  {location.line:>{numbers}} │ {printable(location.text)}")
    spaces = " " * len(printable(location.text[: location.column - 1]))
    lines.append(f"  {'':>{numbers}} │ {spaces}{'^' * _width(location)}")
    return lines
