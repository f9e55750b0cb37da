"""How wide text and columns are in a proportional letter, measured in digits of the same size."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from math import sqrt
from typing import NamedTuple

_LETTERS = {
    0.5: " \u00a0.,·'",
    0.56: "iljt/:;|\\",
    0.67: "frI-()[]!",
    0.8: 'sJ"*',
    0.89: "acez“”‘’?",
    1.11: "FPS",
    1.22: "ELTZ",
    1.33: "BCR&",
    1.44: "ADGHKNOQUVXYw",
    1.56: "m",
    1.8: "MW%@",
    2.0: "—…",
}
"""Widths in Times New Roman, where a digit is 1; letters with marks are as wide as those without."""
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_HORN = "\u031b"
_SAFE = 1.04
"""Programs do not agree to the last hair."""
_BOLD = 1.1
_ROOM = 2.0
"""What stands to the left and right of a text in its cell."""
_LONGEST_WORD = 24
"""Words beyond this are broken, wherever it is."""
_STEPS = 40
_HAIR = 0.01


def text_width(text: str) -> float:
    """About how many digits wide a text is; rather too wide than too narrow."""
    return _SAFE * sum(map(_letter, text))


@cache
def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 2.0
    if unicodedata.combining(letter):
        return 0.0
    apart = unicodedata.normalize("NFD", letter)
    width = _WIDTHS.get(apart[0], 1.44 if letter.isupper() else 1.0)
    return width + 0.1 if _HORN in apart else width


def lines_of(text: str, room: float) -> int:
    """On how many lines of so many digits a text stands, broken at spaces and within too long words."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        wide = text_width(word)
        if used and used + wide > room + _HAIR:
            lines, used = lines + 1, 0.0
        more = int((wide - _HAIR) / room)
        lines, used = lines + more, used + wide - more * room + text_width(" ")
    return lines


class Measure(NamedTuple):
    """A column, measured in digits: how wide its longest word is, how wide its longest text, and how much it holds."""

    least: float
    wanted: float
    held: float

    def width(self, scale: float) -> float:
        """Its width where room is shared out by the square root of what columns hold: rows then take little height."""
        return max(self.least, min(self.wanted, scale * sqrt(self.held)))


def measured(title: str, cells: Sequence[str]) -> Measure:
    """Measure a column: its heading, which is bold, and its cells."""
    widths = [_BOLD * text_width(title), *map(text_width, cells)]
    words = {word for cell in cells for word in cell.split(" ")}
    longest = min(max(map(text_width, words), default=0.0), _LONGEST_WORD)
    least = max(longest, *(_BOLD * text_width(word) for word in title.split(" "))) + _ROOM
    return Measure(least, max(*widths, least - _ROOM) + _ROOM, sum(widths))


def column_widths(columns: Sequence[Measure], limit: float) -> list[float]:
    """How wide the columns of a table should be: as wide as they want, or narrower so that all stay below the limit.

    Only where even the longest words do not fit, the sum is above the limit.
    """
    wanted = [column.wanted for column in columns]
    if sum(wanted) <= limit:
        return wanted
    low, high = 0.0, limit
    for _ in range(_STEPS):
        middle = (low + high) / 2
        fits = sum(column.width(middle) for column in columns) <= limit
        low, high = (middle, high) if fits else (low, middle)
    return [column.width(low) for column in columns]
