"""Days, periods and numbers as printed documents write them, read back: the inverse of ``dvk.wording``."""

import re
from dataclasses import dataclass
from fractions import Fraction

from dvk.facts import Bound
from dvk.importing.paper import COLUMN_GAP
from dvk.importing.periods_named import months_of
from dvk.periods import Period, YearPart
from dvk.vietnamese.dates import parse_date, parse_month_day_moment, parse_time
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count, parse_decimal, parse_percent

DAY = r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
"""A day of the calendar in figures."""
MOMENT = r"(?:[0-9]{1,2} giờ(?: [0-9]{2})? )?ngày [0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?"
"""A day in figures, of one year or of every year, with an hour or without."""

LONGEST = 4000
"""Signs that a line of fixed words may have; a longer one is none."""

_MOMENT = re.compile(r"(?:(?P<hour>[0-9]{1,2} giờ(?: [0-9]{2})?) )?(?:ngày )?(?P<day>[0-9/]+)", re.IGNORECASE)
_WITH_YEAR = re.compile(r"(.*?)\s*(?:năm\s+)?((?:19|20)[0-9]{2})")
_WITHOUT_END = re.compile(r"(.*?)\s*hằng năm|(.*?)\s*hàng năm")
_RANGE = re.compile(r"từ (?P<low>\S.*?) đến (?P<high>\S.*)", re.IGNORECASE)
_DASHED = re.compile(r"(?P<low>[0-9][0-9.,]*)\s*[–-]\s*(?P<high>[0-9][0-9.,]*)")
_BOUNDS: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"(?:ít nhất|tối thiểu|không dưới|trên)\s+|[≥>]=?\s*", re.IGNORECASE), "at_least"),
    (re.compile(r"(?:trong khoảng|đúng)\s+|=\s*", re.IGNORECASE), "exactly"),
    (re.compile(r"(?:khoảng|chừng|ước)\s+|[~≈]\s*", re.IGNORECASE), "about"),
)
_AT_LEAST_AFTER = re.compile(r"\s+trở lên$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as printed: the bound where one is written, the value, and the upper end of a range; "" for none."""

    bound: Bound | None
    value: str
    upper: str = ""


def iso_day(text: str) -> str | None:
    """``05/11/2020`` as ``2020-11-05``; None where it is no day."""
    try:
        return parse_date(text).isoformat()
    except Misread:
        return None


def iso_moment(text: str) -> str | None:
    """``17 giờ 00 ngày 30/01/2026`` as ``2026-01-30 17:00``, ``ngày 15/5`` as ``05-15``; None where it is no day."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    try:
        hour = f" {parse_time(found['hour']):%H:%M}" if found["hour"] else ""
        if found["day"].count("/") > 1:
            return parse_date(found["day"]).isoformat() + hour
        (month, day), _ = parse_month_day_moment(found["day"])
    except Misread:
        return None
    return f"{month:02}-{day:02}{hour}"


def period_of(text: str) -> str | None:
    """``6 tháng đầu năm 2021`` as ``2021-H1``, ``năm 2021`` as ``2021``; None where no year is named."""
    found = _WITH_YEAR.fullmatch(_plain(text))
    months = months_of(found[1] or "năm") if found else None
    return str(Period(int(found[2]), *months)) if found and months else None


def yearly_part_of(text: str) -> tuple[str, bool] | None:
    """``6 tháng đầu hằng năm`` as ``H1`` and that it is of every year; months without ``hằng năm`` are not."""
    plain = _plain(text)
    found = _WITHOUT_END.fullmatch(plain)
    months = months_of((found[1] or found[2] or "năm") if found else plain)
    return (str(YearPart(*months)), found is not None) if months else None


def amount_of(text: str) -> Amount:
    """``khoảng từ 01 đến 02`` taken apart; what is no number stays as it stands."""
    words = text.strip()
    if len(words) > LONGEST:
        return Amount(None, words)
    if found := _RANGE.fullmatch(words):
        return Amount(None, found["low"], found["high"])
    if found := _DASHED.fullmatch(words):
        return Amount(None, found["low"], found["high"])
    for pattern, bound in _BOUNDS:
        if found := pattern.match(words):
            rest = amount_of(words[found.end() :])
            return Amount(bound, rest.value, rest.upper)
    return Amount("at_least", _AT_LEAST_AFTER.sub("", words)) if _AT_LEAST_AFTER.search(words) else Amount(None, words)


def number_of(text: str, form: str = "") -> str | None:
    """A number without what parts its digits, as YAML has it: ``3.000`` is ``3000``, ``2,50`` is ``2,5``.

    Args:
        text: the number as printed.
        form: the type of its indicator: ``money`` may have a scale, ``percent`` its sign; "" for any.

    Returns:
        None for what could mean two things, such as ``3.6``, or nothing.
    """
    words = text.strip()
    try:
        if form == "percent" or words.endswith("%"):
            return f"{_spelled(parse_percent(words))} %"
        if form == "money" or words[-1:].isalpha() or words.endswith("₫"):
            return str(parse_money(words))
        return _spelled(parse_decimal(words)) if "," in words or words[:1] == "-" else str(parse_count(words))
    except Misread:
        return None


def plain_words(text: str) -> str:
    """A text on one line with single spaces."""
    return " ".join(text.replace(COLUMN_GAP, " ").split())


def _plain(text: str) -> str:
    return plain_words(text).rstrip(".;,").casefold()


def _spelled(value: Fraction) -> str:
    """The digits of a number of finite decimals."""
    whole, rest = divmod(abs(value), 1)
    decimals = ""
    while rest:
        digit, rest = divmod(rest * 10, 1)
        decimals += str(digit)
    sign = "-" if value < 0 else ""
    filled = f"{decimals}0" if len(decimals) == 3 else decimals  # noqa: PLR2004 - three could be read as thousands
    return f"{sign}{whole}{',' if filled else ''}{filled}"
