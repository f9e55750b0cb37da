"""Amounts of money in đồng: ``600.000.000 đ``, ``600 triệu đồng``, ``3,6 tỷ``."""

import re
from fractions import Fraction

from dvk.vietnamese.misread import Misread, readable, readable_or_near
from dvk.vietnamese.numbers import (
    MOST_DIGITS,
    as_decimals,
    as_thousands,
    format_number,
    grouped,
    parse_count,
    parse_decimal,
    without_bound,
)
from dvk.vietnamese.text import fold, tidied

_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SCALE = rf"(?P<scale>(?:(?:nghìn|ngàn)\s+(?=t[ỷỉ]))?(?:{'|'.join(_SCALES)}))"
_AMOUNT = r"(?P<amount>[-+\u2212\u2013\u2014]?[0-9](?:[0-9., \u00a0\u202f]*[0-9])?)"
_MONEY = re.compile(rf"{_AMOUNT}\s*{_SCALE}?\s*(?:đồng|vnđ|vnd|đ|₫)?")
_AMOUNT_AND_WORDS = re.compile(r"([0-9][0-9.,]*)\s*([^\W\d_].*)")
_ONE_OF_SEVERAL = re.compile(r"[0-9][0-9.,]*\s*[^\W\d_]+")
_WITH_ACCENTS = {
    "trieu": "triệu",
    "ty": "tỷ",
    "ti": "tỷ",
    "nghin": "nghìn",
    "ngan": "ngàn",
    "dong": "đồng",
    "d": "đ",
}


def parse_money(text: str) -> int:
    """Read an amount in whole đồng.

    Decimals stand only before a scale (``3,6 tỷ`` is 3600000000); ``đ``, ``đồng``, ``VND`` or ``VNĐ`` may
    follow.

    Raises:
        Misread: of kind ``money``; ``1.5`` and ``3,600`` without a scale, and ``1.5 tỷ``, could mean two
            things. A bound (``khoảng``, ``trên`` …) is refused with the amount alone: it is said elsewhere.
    """
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    wanted = tidied("money", text)
    found = _MONEY.fullmatch(wanted.casefold())
    if found is None:
        raise _refused(text, wanted)
    amount, scale = found["amount"], found["scale"]
    value = _scaled(text, wanted, amount, scale) if scale else _unscaled(text, wanted, amount)
    if value >= 10**MOST_DIGITS:
        raise Misread("money", text, "too_large")
    return value


def format_money(value: int) -> str:
    """Write an amount in đồng: ``600.000.000 đ``."""
    return f"{format_number(value)} đ"


def _unscaled(text: str, wanted: str, amount: str) -> int:
    try:
        return parse_count(amount)
    except Misread as wrong:
        if wrong.reason not in {"ambiguous", "not_whole"}:
            raise wrong.inside("money", text, after=wanted[len(amount) :]) from None
        meant = (*as_thousands(amount), *(f"{as_decimals(amount)} {scale}" for scale in ("triệu", "tỷ")))
        raise Misread("money", text, wrong.reason, readable(parse_money, meant)) from None


def _scaled(text: str, wanted: str, amount: str, scale: str) -> int:
    try:
        value = parse_decimal(amount) * _factor(scale)
    except Misread as wrong:
        near = wrong.inside("money", text, after=wanted[len(amount) :])
        raise Misread("money", text, near.reason, readable(parse_money, near.clear)) from None
    if value < 0:
        raise Misread("money", text, "negative")
    if value.denominator != 1:
        either = (format_money(int(value)), format_money(int(value) + 1))
        raise Misread("money", text, "not_whole", readable(parse_money, either))
    return int(value)


def _factor(scale: str) -> Fraction:
    factor = Fraction(1)
    for word in scale.split():
        factor *= _SCALES[word]
    return factor


def _refused(text: str, wanted: str) -> Misread:
    alone = without_bound(wanted)
    if alone is not None:
        return Misread("money", text, "has_bound", readable_or_near(parse_money, alone))
    several = _ONE_OF_SEVERAL.findall(wanted)
    if len(several) > 1:
        return Misread("money", text, "several_amounts", readable(parse_money, _sum_of(several)))
    found = _AMOUNT_AND_WORDS.fullmatch(wanted)
    if found is None:
        return Misread("money", text, "not_a_number")
    accented = " ".join(_WITH_ACCENTS.get(word, word) for word in fold(found[2]).split())
    return Misread("money", text, "unknown_unit", readable(parse_money, (f"{found[1]} {accented}",)))


def _sum_of(amounts: list[str]) -> tuple[str, ...]:
    """``3 tỷ 600 triệu`` in one figure, where every part can be read."""
    if len(list(readable(parse_money, amounts))) < len(amounts):
        return ()
    return (grouped(str(sum(parse_money(amount) for amount in amounts))),)
