"""Columns of tables: widths of a template follow the margins, and columns without a width get one by what they hold."""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Any, NamedTuple

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dvk.printing.word.letter_widths import width_of
from dvk.printing.word.ordered import put
from dvk.printing.word.runs import said

_BESIDE = 2 * 57 + 40
"""What stays free on both sides of the words of a cell, 1 mm each, and its lines, in twentieths of a point."""
_TO_WRITE_IN = 850
"""The least width of a column that is empty but for its head: 1,5 cm."""
_SAFE = 1.04
"""Programs do not agree to the last hair."""
_LONGEST_WORD = 0.36
"""Part of the room beyond which a word is broken, wherever it is."""
_STEPS = 40
_HAIR = 0.01
"""Part of the room by which margins of a template may differ without tables being stretched."""


def rooms(document: Document) -> list[int]:
    """How wide the text of each section is, in twentieths of a point."""
    return [_room(section) for section in document.element.body.iter(qn("w:sectPr"))]


def fit_columns(document: Document, before: Sequence[int], looks: Mapping[str, Mapping[str, Any]]) -> None:
    """Give the tables of a document the room that its sections have now.

    Args:
        document: a filled document whose pages have their margins.
        before: ``rooms`` as it was with the margins of the template.
        looks: the look of each style of paragraphs, by its id, as ``printing.looks`` has it.
    """
    body = document.element.body
    now, section = rooms(document), 0
    for element in body.iter(qn("w:tbl"), qn("w:sectPr")):
        if element.tag == qn("w:sectPr"):
            section += 1
        elif next(element.iterancestors(qn("w:tbl")), None) is None:
            if _has_no_widths(element):
                _share_out(element, now[section], looks)
            elif before[section] and abs(now[section] / before[section] - 1) > _HAIR:
                _stretch(element, now[section] / before[section])


class _Column(NamedTuple):
    """How wide a column's longest word is, how wide its longest line, and how much it holds."""

    least: float
    wanted: float
    held: float

    def width(self, scale: float) -> float:
        """Its width where room is shared out by the square root of what columns hold: rows then take little height."""
        return max(self.least, min(self.wanted, scale * sqrt(self.held)))


def _room(section: Any) -> int:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 0
    return _number(size, "w") - _number(margins, "left") - _number(margins, "right") - _number(margins, "gutter")


def _number(element: Any, name: str) -> int:
    text = element.get(qn(f"w:{name}"), "0").removeprefix("-")
    return int(text) if text.isdecimal() else 0


def _has_no_widths(table: Any) -> bool:
    """Whether its cells leave it to the program how wide they are."""
    widths = list(table.iterfind(f"{qn('w:tr')}/{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:tcW')}"))
    return bool(widths) and all(width.get(qn("w:type")) == "auto" for width in widths)


def _stretch(table: Any, factor: float) -> None:
    """Multiply the widths of a table and its cells; those in per cent follow the page by themselves."""
    for element in table.iter(qn("w:tblW"), qn("w:tcW"), qn("w:gridCol")):
        if element.get(qn("w:type"), "dxa") == "dxa":
            element.set(qn("w:w"), str(round(_number(element, "w") * factor)))


def _share_out(table: Any, room: int, looks: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the widths of a table's columns by what they hold, together as wide as the room."""
    grid = table.find(qn("w:tblGrid"))
    count = len(grid)
    columns: list[list[Any]] = [[] for _ in range(count)]
    for cell, place, span in _cells(table):
        if span == 1 and place < count:
            columns[place].append(cell)
    widths = _widths([_measured(cells, looks, room) for cells in columns], room)
    for column, width in zip(grid, widths, strict=True):
        column.set(qn("w:w"), str(width))
    for cell, place, span in _cells(table):
        put(cell.get_or_add_tcPr(), "w:tcW", w=sum(widths[place : place + span]), type="dxa")
    _fix(table, sum(widths))


def _cells(table: Any) -> Iterator[tuple[Any, int, int]]:
    """Each cell of a table with its first column and how many it goes across."""
    for row in table.iterchildren(qn("w:tr")):
        place = 0
        for cell in row.iterchildren(qn("w:tc")):
            yield cell, place, cell.grid_span
            place += cell.grid_span


def _measured(cells: Sequence[Any], looks: Mapping[str, Mapping[str, Any]], room: int) -> _Column:
    lines = [(said(line), line.style) for cell in cells for line in cell.iter(qn("w:p"))]
    widths = [_width(words, looks.get(style or "", {})) for words, style in lines]
    single = {(word, style) for words, style in lines for word in _unbroken(words, looks.get(style or "", {}))}
    longest = max((_width(word, looks.get(style or "", {})) for word, style in single), default=0.0)
    whole = (_width(words, look) for words, style in lines if (look := looks.get(style or "", {})).get("one_line"))
    least = max(min(longest, room * _LONGEST_WORD), *whole, 0.0) + _BESIDE
    if sum(bool(words.strip()) for words, _ in lines) <= 1:
        least = max(least, _TO_WRITE_IN)
    return _Column(least, max(least, max(widths, default=0.0) + _BESIDE), sum(widths))


def _unbroken(words: str, look: Mapping[str, Any]) -> list[str]:
    """What should not go on in another line: a figure with its unit, and of other texts each word."""
    return [words] if look.get("align") == "right" else words.split(" ")


def _width(words: str, look: Mapping[str, Any]) -> float:
    return _SAFE * width_of(words, bold=look.get("bold", False)) * int(look.get("size", 24)) * 10


def _widths(columns: Sequence[_Column], room: int) -> list[int]:
    """The width of each column: what it wants, with its part of what is left; less where that is too much."""
    found = [column.wanted for column in columns]
    if sum(found) > room:
        low, high = 0.0, float(room)
        for _ in range(_STEPS):
            middle = (low + high) / 2
            fits = sum(column.width(middle) for column in columns) <= room
            low, high = (middle, high) if fits else (low, middle)
        found = [column.width(low) for column in columns]
    whole = sum(found) or 1
    return [int(width * room / whole) for width in found]


def _fix(table: Any, width: int) -> None:
    """Say that the widths hold as they are written."""
    properties = table.tblPr
    for tag, attributes in (("w:tblW", {"w": str(width), "type": "dxa"}), ("w:tblLayout", {"type": "fixed"})):
        found = properties.find(qn(tag))
        if found is None:
            found = OxmlElement(tag)
            properties.append(found)
        for name, value in attributes.items():
            found.set(qn(f"w:{name}"), value)
