"""Amounts of money in words: 65.500.000 is ``Sáu mươi lăm triệu năm trăm nghìn đồng``."""

from dataclasses import dataclass
from typing import Literal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_MILLION = 10**6
_THOUSAND = 10**3


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of which offices use one or the other.

    Args:
        no_tens: what stands for tens that are not there: ``một trăm linh năm``.
        thousand: the word for 1.000.
        four: the word for a 4 after tens: ``hai mươi tư``.
    """

    no_tens: Literal["linh", "lẻ"] = "linh"
    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    four: Literal["tư", "bốn"] = "tư"


def amount_in_words(amount: int, reading: Reading | None = None) -> str:
    """An amount as it stands in a signed document: with a capital, and ``đồng`` at the end.

    Args:
        amount: whole đồng, of any size; a negative one begins with ``âm``.
        reading: which words to use where there are two.
    """
    words = " ".join([*(["âm"] if amount < 0 else []), *_number(abs(amount), reading or Reading()), "đồng"])
    return words[:1].upper() + words[1:]


def _number(value: int, reading: Reading) -> list[str]:
    """The words of a number; what is above a billion is read as a number of billions, so ``tỷ`` may stand twice."""
    if value == 0:
        return [_DIGITS[0]]
    billions, rest = divmod(value, _BILLION)
    words = [*_number(billions, reading), "tỷ"] if billions else []
    for size, name in ((_MILLION, "triệu"), (_THOUSAND, reading.thousand), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            words += [*_group(group, reading, first=not words), *([name] if name else [])]
    return words


def _group(group: int, reading: Reading, *, first: bool) -> list[str]:
    """Three digits; the hundreds are read even where there are none, unless the number begins here."""
    hundreds, rest = divmod(group, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or not first else []
    return words + _below_hundred(rest, reading, alone=not words)


def _below_hundred(rest: int, reading: Reading, *, alone: bool) -> list[str]:
    tens, ones = divmod(rest, 10)
    if tens == 0:
        return [] if ones == 0 else [_DIGITS[ones]] if alone else [reading.no_tens, _DIGITS[ones]]
    spoken = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return spoken + _after_tens(tens, ones, reading)


def _after_tens(tens: int, ones: int, reading: Reading) -> list[str]:
    """The last digit, which changes its sound after tens: ``hai mươi mốt``, ``mười lăm``, ``hai mươi tư``."""
    if ones == 0:
        return []
    changed = {5: "lăm"} if tens == 1 else {1: "mốt", 4: reading.four, 5: "lăm"}
    return [changed.get(ones, _DIGITS[ones])]
