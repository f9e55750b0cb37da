"""Periods as sentences name them: ``6 tháng``, ``năm``, ``quý I``; and words that ask for something every year."""

import re
from dataclasses import dataclass

from dvk.importing.periods_named import months_of
from dvk.periods import YearPart

LABELS = {
    "H1": "6 tháng",
    "H2": "6 tháng cuối năm",
    "year": "năm",
    "M1-9": "9 tháng",
    **{f"Q{number}": f"quý {name}" for number, name in enumerate(("I", "II", "III", "IV"), 1)},
}
"""Words for parts of a year."""
_NAMED = re.compile(
    r"\b(?P<half>(?:0?6|sáu) tháng)(?P<second> cuối năm)?"
    r"|\b(?P<nine>(?:0?9|chín) tháng)"
    r"|\b(?P<three>(?:0?3|ba) tháng đầu năm)"
    r"|\b(?<!trong )(?<!cuối )(?<!đầu )(?<!giữa )quý (?P<quarter>iv|i{1,3}|[1-4])\b"
    r"|\b(?P<month>(?<!trong )(?<!cuối )(?<!đầu )(?<!giữa )"
    r"(?<!ngày [0-9] )(?<!ngày [0-9]{2} )tháng (?P<number>1[0-2]|0?[1-9]))"
    r"(?![0-9])"
    r"|\b(?P<year>(?:tổng kết|cả|báo cáo|cuối|một|0?1|hằng|hàng|mỗi|và|,) năm)\b(?! (?:tháng|ngày|nội|mô|lĩnh|công"
    r"|loại|bước))"
    r"|\b(?P<total>tổng kết)\b(?! 0?[369] tháng| quý)",
    re.IGNORECASE,
)
_MEANT = (("second", "6 tháng cuối"), ("half", "6 tháng đầu"), ("nine", "9 tháng đầu"), ("three", "3 tháng đầu"))
"""Groups of ``_NAMED`` in the words that ``months_of`` reads."""
_YEARLY = re.compile(r"\b(?:hằng|hàng|mỗi) năm\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:hằng|hàng|mỗi) (?P<each>tháng|quý|tuần)\b|\btháng (?:đầu|cuối) (?:của )?(?:mỗi )?(?P<end>quý)\b"
    r"|\bngày [0-9]{1,2} (?:của )?(?P<next>tháng) (?:sau|tiếp theo|kế tiếp|liền kề)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year that a sentence names: ``H1``, ``year``, ``Q3``, ``05``, ``M1-9``, and where it stands."""

    name: str
    start: int
    end: int


def parts_in(text: str) -> list[Part]:
    """Every part of a year named in a text that is ready for searching, in its order, each once."""
    found: dict[str, Part] = {}
    for match in _NAMED.finditer(text):
        name = _name_of(match)
        found.setdefault(name, Part(name, match.start(), match.end()))
    return list(found.values())


def _name_of(match: re.Match[str]) -> str:
    words = next((words for group, words in _MEANT if match[group]), match["month"] or "năm")
    if match["quarter"]:
        words = f"quý {match['quarter']}"
    months = months_of(words.lower())
    return str(YearPart(*months)) if months else "year"


def is_yearly(text: str) -> bool:
    """Whether the words ask for something every year."""
    return _YEARLY.search(text) is not None


def how_often(text: str) -> str:
    """``month``, ``quarter`` or ``week`` where something is asked that often; "" else."""
    match = _OFTEN.search(text)
    words = {"tháng": "month", "quý": "quarter", "tuần": "week"}
    return words[(match["each"] or match["end"] or match["next"]).lower()] if match else ""


def part_of_day(month: int, position: int, number: int) -> str:
    """Which part of a year a report due in that month may be for, where several days stand without a name.

    Args:
        month: of the day.
        position: of the day among them, from 0.
        number: how many days there are.
    """
    if position == number - 1:
        return "year"
    return next(name for last, name in ((4, "Q1"), (8, "H1"), (12, "M1-9")) if month <= last)
