"""Numbers and days as they stand in the middle of a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dvk.importing.paper import Line
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.misread import Misread

_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")
_CODE = r"[A-ZĐ][^\W_]{0,15}(?:[.&][^\W_]{1,15}){0,3}"
_JOINT = r"\s?[-\u2010-\u2015\u2212/]\s?"
NUMBER = rf"[0-9]{{1,6}}(?:\s?/\s?(?:19|20)[0-9]{{2}})?{_JOINT}{_CODE}(?:{_JOINT}{_CODE}){{0,3}}"
"""The number of a document: ``382 -KH/TĐTN-TCKT``, ``59/KH-MTTQ-BTT``, ``30/2020/NĐ-CP``."""
MONTHS = ("giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_MONTH_NAMES = {"một": 1, "bốn": 4, "bẩy": 7, "chạp": 12} | {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH = "[0-9]{1,2}|" + "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_SIGN = r"\s?[-/.\u2013]\s?"
DAY = (
    rf"ng[àa]y\s?:?\s?(?:[0-9]{{1,2}}{_SIGN}[0-9]{{1,2}}{_SIGN}[0-9]{{4}}"
    rf"|[0-9]{{1,2}}\s?th[áa]ng\s?(?:{_MONTH})\s?,?\s?n[ăa]m\s?[0-9]{{4}})(?![0-9])"
)
"""A whole day: ``ngày 03/3/2020``, ``ngày 22 tháng 6 năm 2021``."""
_DAY = re.compile(
    rf"([0-9]{{1,2}})(?:{_SIGN}([0-9]{{1,2}}){_SIGN}([0-9]{{4}})|\s?th[áa]ng\s?({_MONTH})\s?,?\s?n[ăa]m\s?([0-9]{{4}}))",
    re.IGNORECASE,
)
_NUMBER = re.compile(NUMBER)


def tidy_number(typed: str) -> str:
    """A number without spaces in it and with plain hyphens: ``382-KH/TĐTN-TCKT``."""
    return _SPACES.sub("", _HYPHENS.sub("-", typed))


def read_number(typed: str) -> str:
    """A number of the form that dvk gives to its own documents, "" for any other."""
    try:
        return str(parse_document_number(tidy_number(typed)))
    except Misread:
        return ""


def read_day(words: str) -> date | None:
    """The first whole day in the words; None where there is none in the calendar."""
    found = _DAY.search(words)
    if found is None:
        return None
    month = found[2] or found[4]
    number = int(month) if month.isdigit() else _MONTH_NAMES[month.lower()]
    try:
        return date(int(found[3] or found[5]), number, int(found[1]))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text."""

    start: int
    end: int
    text: str


def numbers_in(text: str) -> Iterator[Stretch]:
    """Every number of a document in a text."""
    return (Stretch(found.start(), found.end(), found[0]) for found in _NUMBER.finditer(text))


def line_at(lines: Sequence[Line], at: int) -> Line:
    """Of lines that are read as one text, a space between each two, the one in which a sign of it stands."""
    for line in lines:
        if at <= len(line.text):
            return line
        at -= len(line.text) + 1
    return lines[-1]
