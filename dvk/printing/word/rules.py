"""Rules and signs below heading, issuer and subject: a rule is a border, as wide as the words above it say."""

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dvk.printing.word.letter_widths import width_of
from dvk.printing.word.ordered import child, put
from dvk.printing.word.runs import said

_RULE, _SIGN = "Gạch", "Dấu ngăn"
_BESIDE_WORDS = 108
"""What Word leaves free on either side of a cell's words unless its table says otherwise."""
_LINE = {"val": "single", "sz": "6", "space": "1", "color": "000000"}


def draw_rules(document: Document, ids: Mapping[str, str], look: Mapping[str, Any]) -> None:
    """Draw in each empty paragraph of the style for rules what the profile wants below the line before it.

    Lengths are in twentieths of a point.

    Args:
        document: the document.
        ids: id of each style of a component, by its name.
        look: what ``printing.looks`` says of a profile.
    """
    drawing = _Drawing({style: name for name, style in ids.items()}, look)
    above: Any = None
    for paragraph in document.element.body.iter(qn("w:p")):
        name = drawing.name(paragraph)
        if name in look["below"]:
            above = paragraph
        elif name == _RULE and not said(paragraph):
            wanted = look["below"][drawing.name(above)] if above is not None else {}
            if "sign" in wanted:
                _write(paragraph, wanted["sign"], ids[_SIGN])
            else:
                drawing.rule(paragraph, above, wanted.get("share", 0))
            above = None


class _Drawing:
    """The lengths of rules in one document."""

    def __init__(self, names: Mapping[str, str], look: Mapping[str, Any]) -> None:
        self.names, self.styles, self.page = names, look["styles"], look["page"]

    def name(self, paragraph: Any) -> str:
        """The name of a paragraph's style, where it is one of a component."""
        return self.names.get(paragraph.style or "", "")

    def rule(self, paragraph: Any, above: Any, share: int) -> None:
        """A border of a share (per cent) of the width of the words above, in the middle; none for 0."""
        properties = child(paragraph, "w:pPr")
        borders = child(properties, "w:pBdr")
        for side in ("top", "bottom"):
            put(borders, f"w:{side}", **(_LINE if share and side == "bottom" else {"val": "nil"}))
        if share:
            room = self._room(above)
            free = (room - min(room, self._width(above)) * share // 100) // 2
            put(properties, "w:ind", left=free, right=free, start=None, end=None)

    def _width(self, paragraph: Any) -> int:
        """How wide the words of a paragraph are on one line."""
        look, total = self.styles[self.name(paragraph)], 0.0
        for run in paragraph.iter(qn("w:r")):
            properties = run.find(qn("w:rPr"))
            typed = properties.find(qn("w:sz")) if properties is not None else None
            size = int(typed.get(qn("w:val"))) if typed is not None else look["size"]
            words = said(run).upper() if look["caps"] else said(run)
            total += width_of(words, bold=look["bold"]) * size * 10
        return round(total)

    def _room(self, paragraph: Any) -> int:
        """How wide the words of a paragraph may be: its cell, or the sheet without its margins."""
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") if cell is not None else None
        if width is None or width.get(qn("w:type")) != "dxa":
            return int(self.page["width"] - self.page["left"] - self.page["right"])
        return int(width.get(qn("w:w"))) - sum(_beside(cell, side) for side in ("left", "right"))


def _beside(cell: Any, side: str) -> int:
    """What stays free beside the words of a cell, as its table says."""
    table = next(cell.iterancestors(qn("w:tbl")))
    margin = table.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/{qn(f'w:{side}')}")
    return int(margin.get(qn("w:w"))) if margin is not None else _BESIDE_WORDS


def _write(paragraph: Any, sign: str, style: str) -> None:
    """A sign in the place of a rule, in the style of signs."""
    properties = child(paragraph, "w:pPr")
    for tag in ("w:pBdr", "w:ind"):
        properties.remove(child(properties, tag))
    put(properties, "w:pStyle", val=style)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = sign
    run.append(text)
    paragraph.append(run)
