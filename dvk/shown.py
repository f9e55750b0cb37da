"""Text from files made safe to print: no control character or direction override reaches a terminal."""

import unicodedata
from collections.abc import Sequence
from fractions import Fraction

from dvk.messages import Language

UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a text begins with that a sheet takes for a formula."""
_HARMLESS = {"\u200c", "\u200d"}


def printable(text: str) -> str:
    """The text with everything that could move the cursor or turn the line around written out by its code."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character if unicodedata.category(character) not in UNSEEN or character in _HARMLESS else _escaped(character)
        for character in text
    )


def on_one_line(text: str) -> str:
    """The text with its line breaks as blanks."""
    return " ".join(text.split())


def first_ones(names: Sequence[str], most: int) -> str:
    """Names in a row, and ``…`` where there are more than one reads."""
    return ", ".join([*names[:most], "…"] if len(names) > most else names)


def number(value: int | Fraction, language: Language, places: int = 2) -> str:
    """A number as people of the language write it: ``3.120`` and ``73,33``, or ``3,120`` and ``73.33``."""
    from dvk.vietnamese.numbers import format_number

    text = format_number(value, places)
    return text.translate(str.maketrans(".,", ",.")) if language == "en" else text


def machine_number(value: int | Fraction) -> str:
    """A number for machines: plain digits, a dot, at most six places."""
    if isinstance(value, int):
        return str(value)
    rounded = round(value, 6)
    whole = rounded.numerator // rounded.denominator
    return str(whole) if rounded == whole else f"{float(rounded):.6f}".rstrip("0")


def json_number(value: int | Fraction) -> int | float:
    """A number for JSON: whole, or rounded to six places."""
    if isinstance(value, Fraction):
        rounded = round(value, 6)
        return rounded.numerator if rounded.denominator == 1 else float(rounded)
    return value


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}"
