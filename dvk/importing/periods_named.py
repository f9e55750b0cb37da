"""The year or period that a title names."""

import re
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
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_MONTHS = {"6 tháng cuối": (7, 12)}


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


def _part_of_year(found: re.Match[str]) -> Period:
    year = int(found[6])
    if found[4]:
        return Period(year, int(found[5]), int(found[5]))
    if found[2]:
        quarter = _QUARTERS.get(found[3].upper()) or int(found[3])
        return Period(year, 3 * quarter - 2, 3 * quarter)
    words = " ".join(found[1].lower().split())
    first, last = _MONTHS.get(words, (1, int(words[0])))
    return Period(year, first, last)
