"""The door to days and hours: the readers of both, and of a day that may have an hour."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple, TypeVar

from dvk.vietnamese.days import format_date, parse_date, parse_end_date, parse_month_day
from dvk.vietnamese.hours import HOUR, parse_time
from dvk.vietnamese.misread import Misread, readable
from dvk.vietnamese.text import tidied
from dvk.vietnamese.zone import TIME_ZONE

__all__ = [
    "TIME_ZONE",
    "format_date",
    "parse_date",
    "parse_end_date",
    "parse_moment",
    "parse_month_day",
    "parse_month_day_moment",
    "parse_time",
]

D = TypeVar("D")
_DAY_THEN_HOUR = re.compile(r"(.*?[0-9])(\s+|(?<=-[0-9]{2})(?-i:T))([0-9]{1,2}\s*[:hg].*)", re.IGNORECASE)
_HOUR_THEN_DAY = re.compile(rf"({HOUR})(\s+)(ngày\s.*)", re.IGNORECASE)


class _Parts(NamedTuple):
    """A day and an hour, "" where none is written, each with what to put before and after another spelling of it."""

    day: str
    hour: str
    around_day: tuple[str, str]
    around_hour: tuple[str, str]


def parse_moment(text: str) -> tuple[date, time | None]:
    """Read a day, with an hour or without: ``27/4/2020 17:00``, ``2026-11-14T16:59``.

    The hour may stand first, as in letters: ``17 giờ 00 ngày 30/01/2026``.

    Raises:
        Misread: of kind ``moment``, for the same reasons as a date or an hour; seconds are refused.
    """
    try:
        return _day_and_hour(text, "moment", parse_date)
    except Misread as wrong:
        raise Misread("moment", text, wrong.reason, readable(parse_moment, wrong.clear)) from None


def parse_month_day_moment(text: str) -> tuple[tuple[int, int], time | None]:
    """Read a day of every year as (month, day), with an hour or without: ``05-15 17:00``, ``15/5``.

    Raises:
        Misread: of kind ``month_day``, for the same reasons as a day of every year or an hour.
    """
    try:
        return _day_and_hour(text, "month_day", parse_month_day)
    except Misread as wrong:
        clear = wrong.clear if wrong.reason == "leap_day" else readable(parse_month_day_moment, wrong.clear)
        raise Misread("month_day", text, wrong.reason, clear) from None


def _day_and_hour(text: str, kind: str, parse_day: Callable[[str], D]) -> tuple[D, time | None]:
    parts = _taken_apart(tidied(kind, text))
    try:
        day = parse_day(parts.day)
    except Misread as wrong:
        around = ("", "") if wrong.reason == "leap_day" else parts.around_day
        raise wrong.inside(kind, text, *around) from None
    try:
        return day, parse_time(parts.hour) if parts.hour else None
    except Misread as wrong:
        raise wrong.inside(kind, text, *parts.around_hour) from None


def _taken_apart(wanted: str) -> _Parts:
    found = _DAY_THEN_HOUR.fullmatch(wanted)
    if found:
        day, between, hour = found[1], found[2], found[3]
        return _Parts(day, hour, ("", between + hour), (day + between, ""))
    found = _HOUR_THEN_DAY.fullmatch(wanted)
    if found:
        hour, between, day = found[1], found[2], found[3]
        return _Parts(day, hour, ("", f" {hour}"), ("", between + day))
    return _Parts(wanted, "", ("", ""), ("", ""))
