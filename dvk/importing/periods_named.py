"""The year or period that a title names, and the months that words for a part of a year mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dvk.periods import Period

_YEAR = r"(?:19|20)[0-9]{2}"
_SEVERAL = re.compile(rf"\b({_YEAR})\s?[-\u2013\u2014]\s?({_YEAR})\b|\btừ năm ({_YEAR}) đến (?:năm )?({_YEAR})\b")
_PART = re.compile(
    rf"(?:(6 tháng đầu|6 tháng cuối|6 tháng|9 tháng đầu|9 tháng)\s+(?:đầu\s+)?năm"
    rf"|(quý)\s+(IV|I{{1,3}}|[1-4])[,/]?\s*(?:năm)?|(tháng)\s+(1[0-2]|0?[1-9])[,/]?\s*(?:năm)?)\s*({_YEAR})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\bnăm\s+({_YEAR})\b", re.IGNORECASE)
_BARE = re.compile(rf"(?<![0-9/.\-])\b({_YEAR})\b(?![0-9/\-])")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int]]], ...] = (
    (re.compile(r"6 tháng cuối"), lambda _: (7, 12)),
    (re.compile(r"quý (i{1,3}|iv)"), lambda found: _quarter(_QUARTERS[found[1]])),
    (re.compile(r"quý ([1-4])"), lambda found: _quarter(int(found[1]))),
    (re.compile(r"(1?[0-9]) tháng đầu"), lambda found: (1, int(found[1]))),
    (re.compile(r"từ tháng (1?[0-9]) đến tháng (1?[0-9])"), lambda found: (int(found[1]), int(found[2]))),
    (re.compile(r"tháng (0?[1-9]|1[0-2])"), lambda found: (int(found[1]), int(found[1]))),
    (re.compile(r"cả năm|năm"), lambda _: (1, 12)),
)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period that stands in a title.

    Args:
        period: the period; the first year where several are named.
        last: the last year where several are named, else None.
        phrase: the words.
    """

    period: Period
    last: int | None
    phrase: str


def named_period(title: str) -> NamedPeriod | None:
    """``năm 2021``, ``6 tháng đầu năm 2021``, ``giai đoạn 2021 - 2025``; a year without a word last."""
    several = _SEVERAL.search(title)
    if several:
        first, last = int(several[1] or several[3]), int(several[2] or several[4])
        return NamedPeriod(Period(first), last if last > first else None, several[0])
    part = _PART.search(title)
    if part:
        return NamedPeriod(_part_of_year(part), None, part[0])
    found = _NAMED.search(title) or _BARE.search(title)
    return NamedPeriod(Period(int(found[1])), None, found[0]) if found else None


def months_of(words: str) -> tuple[int, int] | None:
    """The first and last month of ``6 tháng đầu``, ``quý iv``, ``tháng 5`` or ``năm``; None for other words."""
    for pattern, months in _MONTHS:
        if found := pattern.fullmatch(words):
            first, last = months(found)
            return (first, last) if 1 <= first <= last <= _DECEMBER else None
    return None


def _part_of_year(found: re.Match[str]) -> Period:
    words = f"{found[2] or found[4] or ''} {found[3] or found[5] or found[1]}"
    part = " ".join(words.lower().split()).removesuffix(" đầu")
    months = months_of(part) or months_of(f"{part} đầu")
    return Period(int(found[6]), *(months or (1, _DECEMBER)))


def _quarter(number: int) -> tuple[int, int]:
    return 3 * number - 2, 3 * number
