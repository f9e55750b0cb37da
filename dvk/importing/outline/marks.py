"""Numbers and signs in front of lines, as offices type them."""

import re
from dataclasses import dataclass
from typing import Literal

from dvk.importing.paper import Line

Scheme = Literal["part", "capital", "roman", "arabic", "decimal", "letter", "bullet"]

ALWAYS_TITLES = {"part", "roman", "capital"}
"""The schemes whose lines head parts, whatever stands below them."""
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_FAR = 80
"""How far into a line its number is looked for."""
_SIGN = r"\s*[.)/:\-\u2010-\u2014]+\s*"
_SCHEMES: tuple[tuple[Scheme, re.Pattern[str]], ...] = (
    (
        "part",
        re.compile(
            r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:thứ\s+|THỨ\s+)?"
            r"([IVX]{1,6}|[0-9]{1,3}|[Nn]hất|NHẤT|hai|HAI|ba|BA|tư|TƯ|năm|NĂM)(?:\s*[.:)\-\u2013]+\s*|$)"
        ),
    ),
    ("roman", re.compile(rf"(?!V\s?/\s?v\b)((?=[IVX])X{{0,3}}(?:IX|IV|V?I{{0,3}})){_SIGN}")),
    ("capital", re.compile(r"(?!V\s?/\s?v\b)([A-ZĐ])(?:\s*[.)/]+\s*|\s*[\-\u2013]\s+)(?=[^\W\d_]|[“\"])(?![A-ZĐ]\.)")),
    ("decimal", re.compile(r"([0-9]{1,2}(?:\.[1-9][0-9]?){1,5})(?:\s*[.)/\-\u2013]+\s*(?=\D)|\s+(?=[A-ZĐÀ-Ỵ“\"]))")),
    ("arabic", re.compile(r"([0-9]{1,2})(?:\s*[.)]\s+(?=\S)|\s*[.)/\-\u2013]+\s*(?=[^\d\s]))")),
    ("letter", re.compile(r"([a-zđ](?:\.[1-9][0-9]?){0,4})(?:\s*[.)]+\s*|\s*/\s*)(?=\S)")),
    ("bullet", re.compile(r"([-+*•·●○▪■◦–—−‒]|o(?=\s))\s*(?=\S)")),
)
_RULE_SIGNS = "-_=~*.·•…\u2010\u2011\u2012–—−\t "


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in front of a line.

    Args:
        scheme: the kind of number: ``roman`` for I, ``arabic`` for 1, ``decimal`` for 2.1, ``letter`` for a, ``part``
            for words like Phần I and Điều 1; ``bullet`` for the sign of a list. ``a.1`` is a ``letter``, too.
        typed: the number without the sign after it.
        length: how many characters of the line it takes, up to the first word.
    """

    scheme: Scheme
    typed: str
    length: int


def mark_of(line: Line | str) -> Mark | None:
    """The number or sign in front of a line; None where it begins with a word, or is nothing but a number."""
    start = (line if isinstance(line, str) else line.text)[:_FAR]
    for scheme, pattern in _SCHEMES:
        found = pattern.match(start)
        if found and (found.end() < len(start) or scheme == "part"):
            return Mark(scheme, found[1], found.end())
    return None


def without_mark(text: str) -> str:
    """A line without the number or sign in front."""
    mark = mark_of(text)
    return text[mark.length :] if mark else text


def is_rule(text: str) -> bool:
    """Whether a line only divides: ``-----``, ``***``, ``---o0o---``."""
    middle = text.strip(_RULE_SIGNS)
    return not middle or (len(middle) <= len("o0Oo") and middle != text and not middle.strip("oO0"))


def order_of(mark: Mark) -> int:
    """The place of a number in its row, from 1; 0 where it has none."""
    if mark.scheme == "arabic":
        return int(mark.typed)
    return _LETTERS.find(mark.typed) + 1 if mark.scheme == "letter" and len(mark.typed) == 1 else 0
