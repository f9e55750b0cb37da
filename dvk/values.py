"""Values that a scalar of a document may mean, and how its text is read: figures, days, references.

What could mean two things is refused with the spellings that would be clear (``Misread``).
"""

import re
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import Literal

from dvk.periods import Period, YearPart, parse_period, parse_year_part
from dvk.vietnamese.dates import parse_end_date, parse_moment, parse_month_day, parse_month_day_moment
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count, parse_decimal, parse_percent
from dvk.vietnamese.text import slug

_SLUG = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*", re.ASCII)
_SEGMENT = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*(?:/[a-z0-9]+(?:[-._][a-z0-9]+)*)*", re.ASCII)
_MONEY_WORDS = re.compile(r"đ|vnd|vnđ|nghìn|ngàn|nghin|ngan|triệu|trieu|tr\b|tỷ|tỉ|ty\b|ti\b|dong", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"\d{4}", re.ASCII)
_BEFORE = re.compile(r"\s*(?:before|trước(?:\s+ngày)?)\s+", re.IGNORECASE)
_MOST_DAYS = 3660
_DECIMAL = re.compile(r"-?[\d.]*,\d+", re.ASCII)
_ENGLISH_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+", re.ASCII)
_REFERENCE = re.compile(r"(?:plans|registrations|reports|stories)/\d{4}/[^#\s\\]+\.(?:yaml|md)(?:#\S+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written in a report: its exact value and the form that it was written in.

    ``value`` is in the unit itself: đồng for money, percent points for ``45 %``.
    """

    value: int | Fraction
    form: Literal["count", "decimal", "money", "percent"]


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of every year, with an hour or without (``05-15``, ``05-15 17:00``); ``excluded`` means the day before."""

    month: int
    day: int
    hour: time | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of the calendar, with an hour or without."""

    day: date
    hour: time | None = None


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A place in another document: its path, and the id of the entry meant ("" is the document)."""

    path: str
    item: str = ""

    def __str__(self) -> str:
        """``plans/2021/x/y.yaml#bao-cao``."""
        return f"{self.path}#{self.item}" if self.item else self.path


def read_figure(text: str) -> Figure:
    """Read a figure in whichever form it is written; what could mean two things is refused in each.

    Raises:
        Misread: with the spellings that would be clear.
    """
    if text.rstrip().endswith("%"):
        return Figure(parse_percent(text), "percent")
    if _MONEY_WORDS.search(text):
        return Figure(parse_money(text), "money")
    if _DECIMAL.fullmatch(text.strip()) and not _ENGLISH_GROUPS.fullmatch(text.strip()):
        return Figure(parse_decimal(text), "decimal")
    return Figure(parse_count(text), "count")


def read_slug(text: str) -> str:
    """Read an id: small letters without accents, digits, and single ``-``, ``.`` or ``_`` between them."""
    if not _SLUG.fullmatch(text):
        raise Misread("id", text, "not_an_id", (proposed,) if (proposed := slug(text)) else ())
    return text


def read_folder(text: str) -> str:
    """Read a folder: ids joined by ``/``; never a way out of the workspace."""
    if not _SEGMENT.fullmatch(text):
        raise Misread("folder", text, "not_a_folder", ())
    return text


def read_reference(text: str) -> Reference:
    """Read ``plans/2021/<folder>/<file>.yaml#<id>``, a path inside the workspace."""
    if not _REFERENCE.fullmatch(text) or ".." in text.split("#", maxsplit=1)[0].split("/"):
        raise Misread("reference", text, "not_a_reference", ("plans/2021/<folder>/<file>.yaml#<id>",))
    path, _, item = text.partition("#")
    return Reference(path, item)


def read_day(text: str) -> Moment | YearDay:
    """Read a day of the calendar, or a day of every year where no year is written."""
    if _FOUR_DIGITS.search(text):
        return Moment(*parse_moment(text))
    (month, day), hour = parse_month_day_moment(text)
    return YearDay(month, day, hour)


def read_end_day(text: str) -> Moment | YearDay:
    """Read a last day, included unless it is written ``before D``."""
    if _FOUR_DIGITS.search(text):
        return Moment(parse_end_date(text))
    excluded = _BEFORE.match(text)
    month, day = parse_month_day(text[excluded.end() :] if excluded else text)
    return YearDay(month, day, excluded=excluded is not None)


def read_measure(text: str) -> Fraction:
    """Read a length, a size or a number of lines, 0 or more, with a comma before decimals: ``20``, ``1,27``.

    Raises:
        Misread: of kind ``decimal``; a dot before decimals could mean two things, and nothing is less than nothing.
    """
    measure = parse_decimal(text)
    if measure < 0:
        raise Misread("decimal", text, "negative", (text.replace("-", "").strip(),))
    return measure


def read_sign_or_share(text: str) -> str | Fraction:
    """Read what stands below a line: a share of its width in per cent (a rule), ``40 %``, or else a sign, ``***``."""
    typed = read_text(text)
    return parse_percent(typed) if typed.endswith("%") else typed


def read_days(text: str) -> int:
    """Read a number of days, or a per cent: a count that leads nowhere out of the calendar."""
    days = parse_count(text)
    if days > _MOST_DAYS:
        raise Misread("count", text, "too_large", (str(_MOST_DAYS),))
    return days


def read_period_or_part(text: str) -> Period | YearPart:
    """Read a period, or the part of every year where no year is written."""
    return parse_period(text) if _FOUR_DIGITS.match(text.strip()) else parse_year_part(text)


def read_years(text: str) -> tuple[int, int]:
    """Read one year or a range of years, ``2021-2025``, both included."""
    first, dash, last = (part.strip() for part in text.replace("–", "-").partition("-"))
    start = parse_period(first)
    end = parse_period(last) if dash else start
    if not (start.is_year and end.is_year) or end.year < start.year:
        raise Misread("period", text, "not_years", ("2021", "2021-2025"))
    return start.year, end.year


def in_year(day: Moment | YearDay, year: int) -> Moment:
    """The day that is meant in a year; a day of the calendar is itself in each."""
    return Moment(date(year, day.month, day.day), day.hour) if isinstance(day, YearDay) else day


def read_text(text: str) -> str:
    """Read a text that is not empty, without white space around it."""
    stripped = text.strip()
    if not stripped:
        raise Misread("text", text, "empty", ())
    return stripped
