"""Periods of a report: a year, a half, a quarter, a month, or the months from M to N of one year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dvk.vietnamese.misread import Misread

_PARTS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
_NAMES = {months: name for name, months in _PARTS.items()}
_RANGE = re.compile(r"M?(0?[1-9]|1[0-2])(?:-(0?[1-9]|1[0-2]))?", re.ASCII)
_YEARS = range(1900, 2101)
_DECEMBER = 12
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class YearPart:
    """Months of a year that is not named: the period of a yearly obligation (``year``, ``H1``, ``M1-9``).

    ``first`` and ``last`` are months from 1 to 12, both included.
    """

    first: int
    last: int

    def of(self, year: int) -> "Period":
        """The same months in that year."""
        return Period(year, self.first, self.last)

    def __str__(self) -> str:
        """``year``, ``H1``, ``Q3``, ``05`` or ``M1-9``."""
        if (self.first, self.last) == (1, 12):
            return "year"
        if self.first == self.last:
            return f"{self.first:02}"
        return _NAMES.get((self.first, self.last), f"M{self.first}-{self.last}")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months of one calendar year, ``first`` to ``last`` (1 to 12), both included.

    Two spellings of the same months are one period: ``2022-M1-6`` is ``2022-H1``.
    """

    year: int
    first: int = 1
    last: int = 12

    @property
    def mask(self) -> int:
        """The months as bits, January the lowest: later months make a larger number."""
        return ((1 << self.last) - 1) & ~((1 << (self.first - 1)) - 1)

    @property
    def is_year(self) -> bool:
        """Whether it is the whole calendar year."""
        return (self.first, self.last) == (1, 12)

    @property
    def ends_the_year(self) -> bool:
        """Whether December is its last month."""
        return self.last == _DECEMBER

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.first, 1)

    @property
    def end(self) -> date:
        """Its last day, included."""
        return date(self.year, self.last, monthrange(self.year, self.last)[1])

    def __str__(self) -> str:
        """The spelling of design and file names: ``2022``, ``2022-H1``, ``2022-Q3``, ``2022-05``, ``2022-M1-9``."""
        return str(self.year) if self.is_year else f"{self.year}-{YearPart(self.first, self.last)}"


def parse_year_part(text: str) -> YearPart:
    """Read ``year``, ``H1``, ``Q3``, ``05`` or ``M1-9``.

    Raises:
        Misread: of kind ``period`` for anything else, a range that runs backwards included.
    """
    wanted = text.strip().upper()
    if wanted == "YEAR":
        return YearPart(1, 12)
    if wanted in _PARTS:
        return YearPart(*_PARTS[wanted])
    found = _RANGE.fullmatch(wanted)
    if found is None or (found[2] and not wanted.startswith("M")):
        raise Misread("period", text, "unknown_period", ("year", "H1", "Q3", "05", "M1-9"))
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise Misread("period", text, "backwards", (f"M{last}-{first}",))
    return YearPart(first, last)


def parse_period(text: str) -> Period:
    """Read ``2022``, ``2022-H1``, ``2022-Q3``, ``2022-05`` or ``2022-M1-9``.

    Raises:
        Misread: of kind ``period``, with spellings that are clear.
    """
    head, dash, tail = text.strip().partition("-")
    if not (head.isascii() and head.isdigit() and len(head) == 4 and int(head) in _YEARS):  # noqa: PLR2004
        raise Misread("period", text, "no_year", ("2022", "2022-H1", "2022-Q3", "2022-05", "2022-M1-9"))
    year = int(head)
    if not dash:
        return Period(year)
    try:
        part = parse_year_part(tail)
    except Misread as wrong:
        clear = tuple(f"{year}-{spelling}" for spelling in wrong.clear if spelling != "year")
        raise Misread("period", text, wrong.reason, clear) from None
    return part.of(year)


def same_day(day: date, years: int) -> date:
    """The same day that many years later, or earlier; for 29 February the 28th, as months end."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if is_leap_day else day.day)


def is_year_part(text: str) -> bool:
    """Whether a text names months of a year, such as ``H1`` or ``M1-9``."""
    try:
        parse_year_part(text)
    except Misread:
        return False
    return True


def months_open(year: int, start: date | None, end: date | None) -> int:
    """Months of the year, as bits, on any day of which a unit open from ``start`` to ``end`` was open.

    Both days are included; ``None`` is without a limit. Source: rules, "year covered".
    """
    if start is not None and end is not None and end < start:
        return 0
    first = 1 if start is None or start.year < year else start.month
    last = 12 if end is None or end.year > year else end.month
    never = (start is not None and start.year > year) or (end is not None and end.year < year)
    return 0 if never or last < first else Period(year, first, last).mask


def month_names(mask: int) -> str:
    """The months of a mask in words of periods: ``H2``, ``M7-8``, ``01, M4-6``."""
    parts: list[str] = []
    month = 1
    while month <= 12:  # noqa: PLR2004
        if not mask >> (month - 1) & 1:
            month += 1
            continue
        last = month
        while mask >> last & 1:
            last += 1
        parts.append(str(YearPart(month, last)))
        month = last + 1
    return ", ".join(parts)
