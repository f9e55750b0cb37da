"""The register of numbers: which document of a unit got which number of a type in a year, and which number is next.

Numbers begin anew every year, for each issuing body and type; who drafted a document (``-TCKT``) makes no series of
its own. Sources: guideline 29-HD/TWĐTN-VP; Decree 30/2020.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk.facts import Filing, FilingKind, Plan
from dvk.vietnamese.document_number import DocumentNumber, parse_document_number
from dvk.workspace import Workspace

_TYPES: Mapping[FilingKind, str] = {"registration": "ĐK", "report": "BC"}
"""The type code of documents that do not say one themselves."""


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """What numbers run in: a unit, a type code, and the year in which they are given."""

    unit: str
    type_code: str
    year: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A document and its number; that of a draft is set aside for it and not given yet."""

    path: str
    filing: Filing
    number: DocumentNumber


@dataclass(frozen=True)
class NumberRegister:
    """Every number of a workspace; documents in the order in which a person reads their paths."""

    workspace: Workspace

    @cached_property
    def series(self) -> dict[Series, list[Entry]]:
        """The numbers of each series."""
        found: dict[Series, list[Entry]] = {}
        for path, filing in sorted(self.workspace.filings(), key=_without_ending):
            if filing.number is not None:
                entry = Entry(path, filing, parse_document_number(filing.number))
                found.setdefault(series_of(filing), []).append(entry)
        return found

    def of_unit(self, unit: str, year: int) -> dict[Series, list[Entry]]:
        """The series of a unit in a year, by type, each in the order of its numbers."""
        wanted = sorted(key for key in self.series if key.unit == unit and key.year == year)
        return {key: sorted(self.series[key], key=lambda entry: entry.number.number) for key in wanted}

    def holder(self, series: Series, number: int, path: str, filing: Filing) -> Entry | None:
        """Another document that has a number: the one that it was given to before a draft that only keeps it."""
        same = [entry for entry in self.others(series, path) if entry.number.number == number]
        holders = [entry for entry in same if not are_one_paper(entry.filing, filing)]
        return min(holders, key=lambda entry: entry.filing.is_draft, default=None)

    def next(self, series: Series, path: str = "") -> int:
        """The number after the highest that another document was given, past those that drafts keep."""
        others = self.others(series, path)
        kept = {entry.number.number for entry in others}
        number = highest(others) + 1
        while number in kept:
            number += 1
        return number

    def others(self, series: Series, path: str) -> list[Entry]:
        """The numbers of a series without that of one document."""
        return [entry for entry in self.series.get(series, []) if entry.path != path]

    def patterns(self, unit: str, type_code: str) -> list[DocumentNumber]:
        """Numbers that a unit has given, one for each symbol: those of the type first, the latest first."""
        found = [(key.type_code == type_code, _day(entry.filing), entry) for key, entry in self._of(unit)]
        found.sort(key=lambda item: item[:2], reverse=True)
        symbols: dict[str, DocumentNumber] = {}
        for _, _, entry in found:
            symbols.setdefault(symbol_of(entry.number), entry.number)
        return list(symbols.values())

    def _of(self, unit: str) -> list[tuple[Series, Entry]]:
        return [(key, entry) for key, found in self.series.items() if key.unit == unit for entry in found]


def series_of(filing: Filing, year: int | None = None) -> Series:
    """What a document takes its number from; without a date and without ``year``, that of its period's year."""
    given = filing.issued.year if filing.issued else year or filing.period.year
    if isinstance(filing, Plan):
        return Series(filing.unit, filing.type, given)
    own = parse_document_number(filing.number).type_code if filing.number else _TYPES[filing.kind]
    return Series(filing.unit, own, given)


def are_one_paper(first: Filing, second: Filing) -> bool:
    """Whether a document was withdrawn and put down anew, at its right place, with the day that it had."""
    is_replaced = first.is_withdrawn or second.is_withdrawn
    return is_replaced and first.issued is not None and first.issued == second.issued


def highest(entries: Iterable[Entry]) -> int:
    """The highest number that was given; 0 where none was."""
    return max((entry.number.number for entry in entries if not entry.filing.is_draft), default=0)


def gaps(entries: Iterable[Entry]) -> list[tuple[int, int]]:
    """The numbers below the highest that no document of the workspace has, as ranges, first and last included."""
    given = sorted({entry.number.number for entry in entries if not entry.filing.is_draft})
    before = [0, *given]
    return [(low + 1, high - 1) for low, high in zip(before, given, strict=False) if high - low > 1]


def symbol_of(number: DocumentNumber) -> str:
    """Whose number it is: ``TĐTN-TCKT``."""
    return f"{number.issuer_code}-{number.department}" if number.department else number.issuer_code


def _day(filing: Filing) -> date:
    return filing.issued or filing.period.end


def _without_ending(item: tuple[str, Filing]) -> str:
    """The path as a person reads it, so that ``ke-hoach - Copy.yaml`` comes after ``ke-hoach.yaml``."""
    return item[0].removesuffix(".yaml")
