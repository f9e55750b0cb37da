"""The number that a document gets: the next one of its unit, type and year, in the form that the unit writes."""

from dataclasses import dataclass, replace

from dvk.errors import CannotGoOn
from dvk.facts import Filing
from dvk.number_register import Entry, NumberRegister, Series, series_of, symbol_of
from dvk.profiles import profile_of_filing
from dvk.vietnamese.document_number import DocumentNumber, parse_document_number
from dvk.vietnamese.misread import Misread


@dataclass(frozen=True, slots=True)
class Wish:
    """What a call asks for; all of it may be left to the register.

    Args:
        number: the number.
        code: whose number it is, ``TĐTN-TCKT``.
        year: the year in which it is given, for a document without a date.
    """

    number: int | None = None
    code: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number for a document.

    Args:
        number: in full.
        series: what it is taken from.
        is_its_own: whether the document has it already and is no draft.
        holder: another document that has it; it must not be given then.
        free: the next number that nobody has.
        others: the numbers of the series without that of the document.
        symbols: other ways in which the unit has signed, the latest first.
    """

    number: DocumentNumber
    series: Series
    is_its_own: bool
    holder: Entry | None
    free: int
    others: tuple[Entry, ...]
    symbols: tuple[str, ...]


def proposed(register: NumberRegister, path: str, filing: Filing, wish: Wish) -> Proposal:
    """The number that a document has, gets next, or is to get by wish.

    Raises:
        CannotGoOn: DVK908 for a year that is not that of its date or a code that is none, DVK929 where nothing says
            how the unit signs.
    """
    if wish.year and filing.issued and wish.year != filing.issued.year:
        raise CannotGoOn("DVK908", option="--year", typed=str(wish.year), clear=str(filing.issued.year))
    series = series_of(filing, wish.year)
    patterns = register.patterns(filing.unit, series.type_code)
    own = parse_document_number(filing.number) if filing.number else None
    pattern = _pattern(register, filing, [*([own] if own else []), *patterns], wish.code)
    free = register.next(series, path)
    given = own.number if own and not filing.is_draft else None
    number = wish.number or given or free
    return Proposal(
        number=replace(pattern, number=number, type_code=series.type_code),
        series=series,
        is_its_own=number == given,
        holder=register.holder(series, number, path, filing),
        free=free,
        others=tuple(register.others(series, path)),
        symbols=tuple(other for other in map(symbol_of, patterns) if other != symbol_of(pattern)),
    )


def _pattern(
    register: NumberRegister, filing: Filing, patterns: list[DocumentNumber], code: str | None
) -> DocumentNumber:
    """How the unit signs: as the call says, as the document says, or as its numbers said before."""
    if code is None and patterns:
        return patterns[0]
    if code is None:
        raise CannotGoOn("DVK929", unit=filing.unit)
    try:
        read = parse_document_number(f"1-KH/{code}")
    except Misread:
        raise CannotGoOn("DVK908", option="--code", typed=code, clear="TĐTN / TĐTN-TCKT") from None
    if patterns:
        return replace(read, style=patterns[0].style)
    form = profile_of_filing(register.workspace, filing).number.form
    return replace(read, style=form)
