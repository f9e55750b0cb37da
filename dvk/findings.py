"""A user's mistake as a value: what was found, where in a document, with which arguments.

A mistake carries no sentence, no path and, unless the bytes could not be read at all, no line: the sentence is
made at output in the reader's language, the line by reading that one file again (``textfile.locate``).
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only errors make ``dvk check`` fail (warnings too with ``--strict``)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file: line and column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """What one document does wrong, before anyone knows which file it came from.

    Args:
        code: a key of ``codes.CODES``, such as ``DVK204``.
        field: path inside the document with stable list keys, ``own[indicator=houses].value``; "" is the file.
        args: what the sentence of the code needs, in name order of its template.
        place: set only where the text itself could not be read, so that no field path leads to it.
    """

    code: str
    field: str = ""
    args: dict[str, str] = dataclasses.field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in a named file, weighed by the table of codes and the workspace's policy."""

    severity: Severity
    file: str
    mistake: Mistake

    @property
    def order(self) -> tuple[str, int, str, str, tuple[tuple[str, str], ...]]:
        """Findings are listed by file, then line or field, then code: the same in every run."""
        place = self.mistake.place
        line = place.line if place else 0
        return (self.file, line, self.mistake.field, self.mistake.code, tuple(self.mistake.args.items()))


def is_failed(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether a check fails: on errors, and with ``strict`` on warnings."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in failing for finding in findings)
