"""Units of money over columns and beside rows: ``triệu đồng``, ``1.000 đồng``, and numbers under them in đồng."""

import re

from dvk.importing.tables.written import number_of
from dvk.naming import compared
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.numbers import MOST_DIGITS, parse_decimal

_SCALES = {
    **dict.fromkeys(("dong", "d", "vnd", "vnđ", "đ"), 1),
    **dict.fromkeys(("nghindong", "ngandong", "nghin", "ngan", "1000dong", "1000d", "nghind", "ngand"), 10**3),
    **dict.fromkeys(("trieudong", "trieu", "trdong", "trd", "tr", "trieud", "1000000dong", "1000000d"), 10**6),
    **dict.fromkeys(("tydong", "ty", "tidong", "ti", "tyd", "tid"), 10**9),
}
"""Đồng in one of a unit, by its name without accents and spaces."""
_IN_BRACKETS = re.compile(r"(?P<name>.*\S)\s*\((?:đvt|đơn vị tính)?\s*:?\s*(?P<unit>[^()]+)\)", re.IGNORECASE)


def money_scale(words: str) -> int | None:
    """How many đồng one of a unit of measure is; None where it is no unit of money."""
    return _SCALES.get(compared(words).replace(" ", ""))


def without_money_unit(words: str) -> tuple[str, str]:
    """``Kinh phí (triệu đồng)`` as ``Kinh phí`` and ``triệu đồng``; other words as they are, and ""."""
    found = _IN_BRACKETS.fullmatch(words.strip())
    return (found["name"], found["unit"]) if found and money_scale(found["unit"]) else (words, "")


def in_dong(words: str, scale: int = 1) -> str | None:
    """An amount in whole đồng: ``325,5`` in millions is ``325500000``; one that names its own unit is read by that.

    Returns:
        None for what could mean two amounts, or no whole one.
    """
    bare = words.strip()
    if scale == 1 or not bare[-1:].isdigit():
        return number_of(bare, "money")
    try:
        value = parse_decimal(bare) * scale
    except Misread:
        return None
    return str(value.numerator) if value.denominator == 1 and 0 <= value < 10**MOST_DIGITS else None
