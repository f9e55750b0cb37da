"""Numbers of headings, typed as offices do: ``I.``, ``1.``, ``a)`` with the letters of the Vietnamese alphabet."""

import re
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_TYPED = (re.compile(r"\s*[IVXLC]+\s*[.\-/)]"), re.compile(r"\s*[0-9]+\s*[.\-/)]"), re.compile(r"\s*[a-zđ]\s*\)"))
"""A number that somebody typed already stands; counting goes on after it."""


def number_headings(document: Document) -> None:
    """Number the headings of the document's own styles ``Heading 1`` to ``Heading 3``, tables aside."""
    levels = {style.style_id: int(style.name[-1]) - 1 for style in document.styles if _is_heading(style.name)}
    counted = [0] * len(_TYPED)
    for paragraph in document.element.body.iterchildren(qn("w:p")):
        level = levels.get(paragraph.style or "")
        if level is None or not "".join(text.text or "" for text in paragraph.iter(qn("w:t"))).strip():
            continue
        counted[level] += 1
        counted[level + 1 :] = [0] * len(counted[level + 1 :])
        _number(paragraph, level, counted[level])


def _is_heading(name: str | None) -> bool:
    return name in {"Heading 1", "Heading 2", "Heading 3"}


def _number(paragraph: Any, level: int, number: int) -> None:
    text = next(found for found in paragraph.iter(qn("w:t")) if (found.text or "").strip())
    if not _TYPED[level].match(text.text):
        text.text = f"{_spelled(level, number)} {text.text.lstrip()}"


def _spelled(level: int, number: int) -> str:
    return (f"{_roman(number)}.", f"{number}.", f"{_letter(number)})")[level]


def _roman(number: int) -> str:
    spelled = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        spelled += sign * times
    return spelled


def _letter(number: int) -> str:
    times, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * (times + 1)
