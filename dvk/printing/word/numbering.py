"""Numbers of headings, typed as offices do: ``I.``, ``1.``, ``a)`` with the letters of the Vietnamese alphabet."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from dvk.printing.word.runs import said

USUAL = ("I.", "1.", "a)", "a.1)")
"""How headings are numbered from the topmost down, where nothing else is said."""
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_COUNTED = re.compile(r"[I1aA]")
_TYPED = re.compile(
    r"\s*(?:[IVXLC]+|[0-9]{1,2}(?:\.[0-9]+)*|[a-zđA-HĐ](?:\.[0-9]+)*)\s*(?:[.)/](?=\s)|\.?\s*[-–](?=\s))"
    r"|\s*[IVXLC]+\s*[.)/-](?=[^\W\d_][^\W\d_])|\s*[0-9]{1,2}\s*[.)](?=[^\W\d_])|\s*[a-zđ]\s*\)"
)
"""A number that somebody typed already stands; counting goes on after it."""
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


def number_headings(document: Document, patterns: Sequence[str] = USUAL, apart: Iterable[Sequence[Any]] = ()) -> None:
    """Number the paragraphs of the document's own styles for headings, to any depth.

    Args:
        document: the document; its tables are left out, but for what ``apart`` names.
        patterns: how a number of each level looks, from the topmost down: ``I`` counts in Roman numbers, ``1`` in
            Arabic ones, ``a`` and ``A`` in letters; a pattern of several counts repeats those above it. Levels below
            the last one get a number more.
        apart: paragraphs that are numbered by themselves, such as those of one cell.
    """
    levels = _Levels(document)
    for paragraphs in (document.element.body.iterchildren(qn("w:p")), *apart):
        counted: list[int] = []
        for paragraph in paragraphs:
            level = levels.of(paragraph)
            if level and said(paragraph).strip():
                counted = [*counted, *[0] * (level - len(counted))][:level]
                counted[-1] += 1
                _number(paragraph, label(counted, patterns or USUAL))


def label(counted: Sequence[int], patterns: Sequence[str] = USUAL) -> str:
    """``a.1)`` for the first heading of level 4 below the first of level 3.

    Args:
        counted: what was counted at each level, from the topmost to that of the heading.
        patterns: see ``number_headings``.
    """
    pattern = patterns[min(len(counted), len(patterns)) - 1]
    if len(counted) > len(patterns) and _COUNTED.search(pattern):
        stem = pattern.rstrip(".)/-")
        end = pattern[len(stem) :]
        pattern = stem + ".1" * (len(counted) - len(patterns)) + end
    places = [found.start() for found in _COUNTED.finditer(pattern)]
    numbers = dict(zip(reversed(places), reversed(counted), strict=False))
    return "".join(_spelled(sign, numbers[n]) if n in numbers else sign for n, sign in enumerate(pattern))


class _Levels:
    """On which level of headings a paragraph stands: as it says itself, or else as its style says."""

    def __init__(self, document: Document) -> None:
        found = ((style.style_id, _HEADING.fullmatch(style.name or "")) for style in document.styles)
        self.styles = {style: int(level[1]) for style, level in found if level}

    def of(self, paragraph: Any) -> int:
        """1 for the topmost; 0 for what is no heading."""
        if paragraph.style not in self.styles:
            return 0
        own = paragraph.pPr.find(qn("w:outlineLvl"))
        return self.styles[paragraph.style] if own is None else int(own.get(qn("w:val"))) + 1


def _number(paragraph: Any, number: str) -> None:
    text = next((found for found in paragraph.iter(qn("w:t")) if (found.text or "").strip()), None)
    if text is not None and not _TYPED.match(said(paragraph)):
        text.text = f"{number} {text.text.lstrip()}"
        text.set(qn("xml:space"), "preserve")


def _spelled(sign: str, number: int) -> str:
    """A number in the way that a sign of a pattern stands for; 0 is a level that the text left out."""
    number = max(number, 1)
    if sign == "1":
        return str(number)
    if sign == "I":
        return _roman(number)
    return _letter(number) if sign == "a" else _letter(number).upper()


def _roman(number: int) -> str:
    spelled = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        spelled += sign * times
    return spelled


def _letter(number: int) -> str:
    times, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * (times + 1)
