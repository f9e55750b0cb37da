"""Days as offices write them: the day before the month, the year in four digits, or ISO."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dvk.vietnamese.misread import Misread, readable
from dvk.vietnamese.text import tidied

FIRST_YEAR, LAST_YEAR = 1900, 2100

_ISO, _SLASHES = "{year}-{month:02}-{day:02}", "{day}/{month}/{year}"
_ISO_MONTH_DAY, _SLASH_DAY_MONTH = "{month:02}-{day:02}", "{day}/{month}"
_MONTHS = 12
_LONGEST_MONTH = 31
_COMMON_YEAR = 2001
_CENTURY = 100
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_FIRST = re.compile(r"(?:ngày\s+)?([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?:ngày\s+)?([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})", re.IGNORECASE)
_THREE_NUMBERS = re.compile(r"([0-9]{1,4})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]{1,4})")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_DAY_MONTH = re.compile(r"(?:ngày\s+)?([0-9]{1,2})(?:/|\s+tháng\s+)([0-9]{1,2})", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})")
_WITH_HOUR = re.compile(r"(.*?[0-9])(?:\s+|T)[0-9]{1,2}\s*[:hg].*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:before|trước)\s+", re.IGNORECASE)

_AROUND = re.compile(
    r"(?:(?:trước|truoc|chậm nhất|cham nhat|đến hết|den het|hết|het|trong|từ|tu|before|by|until)\s+)+", re.IGNORECASE
)
_NO_ACCENTS = (("ngay", "ngày"), ("thang", "tháng"), ("nam", "năm"))

_Fault = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Written:
    """The numbers of a day, whether it exists or not, and the form in which it was written."""

    day: int
    month: int
    year: int
    form: str

    def spelled(self, form: str, day: int, month: int) -> str:
        return form.format(day=day, month=month, year=self.year)


def parse_date(text: str) -> date:
    """Read a day of the calendar: ``2020-04-27``, ``27/4/2020``, ``27.4.2020``, ``ngày 27 tháng 4 năm 2020``.

    Raises:
        Misread: of kind ``date``: a two-digit year, a month before the day, a day that does not exist, a year
            before 1900 or after 2100, and whatever else is not one of these forms.
    """
    wanted = tidied("date", text)
    written = _taken_apart(wanted)
    reason, spellings = _date_fault(wanted, written) if written else _not_a_date(wanted)
    if written is None or reason:
        raise Misread("date", text, reason, readable(parse_date, spellings))
    return date(written.year, written.month, written.day)


def parse_month_day(text: str) -> tuple[int, int]:
    """Read a day of every year as (month, day): ``05-15`` (month first), ``15/5``, ``ngày 15 tháng 5``.

    Raises:
        Misread: of kind ``month_day``; 29 February is refused, as most years have none.
    """
    wanted = tidied("month_day", text)
    written = _month_day_apart(wanted)
    if written and (written.month, written.day) == (2, 29):
        raise Misread("month_day", text, "leap_day", ("before: 03-01",))
    reason, spellings = _fault(written, (_ISO_MONTH_DAY, _SLASH_DAY_MONTH)) if written else _not_a_month_day(wanted)
    if written is None or reason:
        raise Misread("month_day", text, reason, readable(parse_month_day, spellings))
    return written.month, written.day


def parse_end_date(text: str) -> date:
    """Read the last day of something, included; ``before X`` and ``trước ngày X`` are the day before X.

    Raises:
        Misread: of kind ``end_date``, for the same reasons as a date.
    """
    wanted = tidied("end_date", text)
    before = _BEFORE.match(wanted)
    prefix = before[0] if before else ""
    try:
        day = parse_date(wanted.removeprefix(prefix))
    except Misread as wrong:
        raise wrong.inside("end_date", text, before=prefix) from None
    if before and day == date(FIRST_YEAR, 1, 1):
        raise Misread("end_date", text, "year_out_of_range")
    return day - timedelta(days=1) if before else day


def format_date(day: date) -> str:
    """Write a day as in official letters, with two digits for day and month: ``04/11/2020``."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _taken_apart(wanted: str) -> _Written | None:
    iso = _YEAR_FIRST.fullmatch(wanted)
    if iso:
        return _Written(int(iso[4]), int(iso[3]), int(iso[1]), _ISO)
    signs = _DAY_FIRST.fullmatch(wanted)
    if signs:
        form = _SLASHES.replace("/", signs[2])
        return _Written(int(signs[1]), int(signs[3]), int(signs[4]), form)
    words = _IN_WORDS.fullmatch(wanted)
    if words:
        return _Written(int(words[1]), int(words[2]), int(words[3]), "ngày {day} tháng {month} năm {year}")
    return None


def _month_day_apart(wanted: str) -> _Written | None:
    month_first = _MONTH_DAY.fullmatch(wanted)
    if month_first:
        return _Written(int(month_first[2]), int(month_first[1]), _COMMON_YEAR, _ISO_MONTH_DAY)
    day_first = _DAY_MONTH.fullmatch(wanted)
    if day_first:
        form = _SLASH_DAY_MONTH if "/" in wanted else "ngày {day} tháng {month}"
        return _Written(int(day_first[1]), int(day_first[2]), _COMMON_YEAR, form)
    return None


def _date_fault(wanted: str, written: _Written) -> _Fault:
    if written.year < _CENTURY and written.form != _ISO and not wanted.endswith(f"{written.year:04}"):
        day_first = written.form.format(day=written.day, month=written.month, year=2000 + written.year)
        iso = f"20{written.day:02}-{written.month:02}-{written.year:02}"
        return "two_digit_year", (day_first, iso) if "-" in wanted else (day_first,)
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        return "year_out_of_range", ()
    return _fault(written, (_ISO, _SLASHES))


def _fault(written: _Written, clear_forms: tuple[str, str]) -> _Fault:
    """Why there is no such day, with the day that may be meant; an empty reason where there is one."""
    day, month = written.day, written.month
    if not 1 <= month <= _MONTHS:
        if not (1 <= day <= _MONTHS and 1 <= month <= _LONGEST_MONTH):
            return "no_such_month", ()
        asked_month_first = written.form.index("{month") < written.form.index("{day")
        exchanged = tuple(written.spelled(form, month, day) for form in clear_forms)
        return "day_first" if asked_month_first else "month_first", exchanged
    last = monthrange(written.year, month)[1]
    if 1 <= day <= last:
        return "", ()
    return "no_such_day", (written.spelled(written.form, last, month),) if day else ()


def _not_a_date(wanted: str) -> _Fault:
    if _TWO_NUMBERS.fullmatch(wanted) or _DAY_MONTH.fullmatch(wanted):
        return "no_year", ()
    numbers = _THREE_NUMBERS.fullmatch(wanted)
    if numbers:
        return "separators", (numbers.expand(r"\1-\2-\3"), numbers.expand(r"\1/\2/\3"))
    with_hour = _WITH_HOUR.fullmatch(wanted)
    return ("has_time", (with_hour[1],)) if with_hour else _in_words(wanted)


def _in_words(wanted: str) -> _Fault:
    """A day among words that say how it is meant (``trước ngày 27/4/2020``), or typed without accents."""
    day = _AROUND.sub("", wanted, count=1) if _AROUND.match(wanted) else wanted
    for plain, accented in _NO_ACCENTS:
        day = re.sub(rf"\b{plain}\b", accented, day, flags=re.IGNORECASE)
    return ("has_words", (day.removeprefix("ngày").strip(), day)) if day != wanted else ("not_a_date", ())


def _not_a_month_day(wanted: str) -> _Fault:
    numbers = _TWO_NUMBERS.fullmatch(wanted)
    if numbers:
        first, second = int(numbers[1]), int(numbers[2])
        return "ambiguous", (f"{first:02}-{second:02}", f"{first}/{second}")
    dated = _taken_apart(wanted)
    if dated:
        return "has_year", (dated.spelled(_ISO_MONTH_DAY, dated.day, dated.month),)
    with_hour = _WITH_HOUR.fullmatch(wanted)
    return ("has_time", (with_hour[1],)) if with_hour else ("not_a_date", ())
