"""Days and hours as they stand inside a sentence: found, not judged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dvk.vietnamese.dates import parse_date, parse_month_day, parse_time
from dvk.vietnamese.days import FIRST_YEAR, LAST_YEAR
from dvk.vietnamese.hours import HOUR
from dvk.vietnamese.misread import Misread

_NOT_IN_NUMBER = r"(?:(?<=ngày)|(?<=Ngày)|(?<![\w/.,]))"
_SIGNS = re.compile(
    rf"{_NOT_IN_NUMBER}([0-9]{{1,2}})\s?([/.\-–])\s?([0-9]{{1,2}})(?:\s?\2\s?([0-9]{{4}}|[0-9]{{2}}))?"
    r"(?!/|\s?[\-–][^\W\d]|\w|[.,][0-9]|\s*%)"
)
_WORDS = re.compile(
    r"ngày\s*([0-9]{1,2})\s*tháng\s*([0-9]{1,2})(?:\s*(?:,\s*)?năm\s*([0-9]{4}))?(?![0-9])", re.IGNORECASE
)
_ISO = re.compile(rf"{_NOT_IN_NUMBER}([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?![\w/-])")
_DAY_WORD = re.compile(r"ngày\s*$", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"\s*(?:,\s*)?năm\s+([0-9]{4})(?![0-9])", re.IGNORECASE)
_HOUR_BEFORE = re.compile(
    rf"({HOUR})(?:\s*phút|[’'′])?\s*(?:,\s*|\(\s*)?(?:(?:của|thứ\s+\S{{2,4}},?)\s+)?$", re.IGNORECASE
)
_HOUR_BEHIND = re.compile(rf"\s*(?:,\s*|\(\s*)?(?:lúc|vào lúc|trước)\s+({HOUR})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text.

    Args:
        start: where it begins, its hour and the word ``ngày`` with it.
        end: where it ends.
        year: 0 where none is written.
        month: 1 to 12.
        day: of the month.
        hour: ``17:00``, "" where none is written.
        short_year: whether the year was written in two digits.
        with_word: whether the word ``ngày`` stands before it.
    """

    start: int
    end: int
    year: int
    month: int
    day: int
    hour: str = ""
    short_year: bool = False
    with_word: bool = False

    def value(self, year: int = 0) -> str:
        """As YAML has it: ``2020-04-27``, without a year ``04-27``, the hour behind it.

        Args:
            year: the year of a day that was written without one.
        """
        year = self.year or year
        day = f"{self.month:02}-{self.day:02}"
        return f"{f'{year:04}-' if year else ''}{day}{f' {self.hour}' if self.hour else ''}"


def days_in(text: str) -> list[Day]:
    """Every day of the calendar in a text that is ready for searching, in its order; months alone are none."""
    found: dict[int, Day] = {}
    for day in (*_written_in_words(text), *_written_first_year(text), *_written_with_signs(text)):
        if not any(other.start < day.end and day.start < other.end for other in found.values()):
            found[day.start] = day
    return [found[start] for start in sorted(found)]


def impossible_in(text: str) -> tuple[int, int] | None:
    """Where the first day stands that the calendar has not, ``31/11/2021``; numbers without a year are none."""
    return next(impossible_days(text), None)


def impossible_days(text: str) -> Iterator[tuple[int, int]]:
    """Where days stand that the calendar has not."""
    for pattern, (day, month, year) in ((_WORDS, (1, 2, 3)), (_SIGNS, (1, 3, 4))):
        for found in pattern.finditer(text):
            if found[year] and not _exists(int(found[year]) or 1, int(found[month]), int(found[day])):
                yield found.span()


def _written_in_words(text: str) -> Iterator[Day]:
    for match in _WORDS.finditer(text):
        yield from _made(text, (match.start(), match.end()), (match[3], match[2], match[1]))


def _written_first_year(text: str) -> Iterator[Day]:
    for match in _ISO.finditer(text):
        yield from _made(text, (match.start(), match.end()), (match[1], match[2], match[3]))


def _written_with_signs(text: str) -> Iterator[Day]:
    for match in _SIGNS.finditer(text):
        if match[2] == "/" or match[4]:
            yield from _made(text, (match.start(), match.end()), (match[4], match[3], match[1]))


def _made(text: str, span: tuple[int, int], numbers: tuple[str | None, str, str]) -> Iterator[Day]:
    """The day, if the calendar has it; the year may stand behind it, the hour on either side."""
    written, month, day = numbers
    start, end = span
    behind = None if written else _YEAR_BEHIND.match(text, end)
    if behind:
        written, end = behind[1], behind.end()
    short = written is not None and len(written) == 2  # noqa: PLR2004 - two digits
    year = int(written or 0) + (2000 if short else 0)
    if not _exists(year, int(month), int(day)):
        return
    word = _DAY_WORD.search(text, max(0, start - 6), start)
    begin = word.start() if word else start
    hour, begin, end = _hour(text, begin, end)
    yield Day(begin, end, year, int(month), int(day), hour, short, bool(word) or text[start] in "nN")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        if year:
            parse_date(f"{year:04}-{month:02}-{day:02}")
        else:
            parse_month_day(f"{month:02}-{day:02}")
    except Misread:
        return False
    return not year or FIRST_YEAR <= year <= LAST_YEAR


def _hour(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The hour beside a day, and where both begin and end."""
    before = _HOUR_BEFORE.search(text, max(0, start - 30), start)
    behind = None if before else _HOUR_BEHIND.match(text, end)
    found = before or behind
    if found is None:
        return "", start, end
    try:
        hour = parse_time(found[1])
    except Misread:
        return "", start, end
    return f"{hour:%H:%M}", before.start() if before else start, behind.end() if behind else end
