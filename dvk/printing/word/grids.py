"""A table in Markdown as a table of Word: cells in the template's styles, columns as wide as what stands in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dvk.printing.word.markdown import Grid, Runs
from dvk.printing.word.runs import bold, word_runs

HEAD, CELL, CENTRED, NUMBER = "Đầu bảng", "Ô bảng", "Ô giữa", "Ô số"
_STYLES = {"center": CENTRED, "right": NUMBER, "left": CELL}
_A_NUMBER = re.compile(r"[+\-–]?[0-9][0-9.,]*\s*%?")
_WIDTH = 9072
_LETTERS_IN_A_LINE = 75
_LONGEST_WORD = 24
_EDGES = 3
"""What a cell leaves free at its sides, and what capitals are wider, in letters."""
_ROW_NUMBER = {"tt", "stt"}
_WHOLE = 5000
"""All of the width there is, in fiftieths of a per cent."""


def word_table(document: Document, grid: Grid, styles: Mapping[str, str], like: Any) -> Any:
    """The element of a table.

    Args:
        document: where it will stand.
        grid: what it says.
        styles: the name of each style of the document, with its id.
        like: a run whose look the cells have where the document has no style for them.
    """
    widths = _widths(grid)
    looks = _looks(grid)
    table = document.add_table(rows=0, cols=len(widths))._tbl  # noqa: SLF001 - python-docx has no other way to it
    _draw(table, widths)
    for number, cells in enumerate(grid.rows):
        row = OxmlElement("w:tr")
        row.append(_kept_whole(head=number == 0))
        for place, width in enumerate(widths):
            runs = cells[place] if place < len(cells) else ()
            row.append(_cell(runs, width, styles.get(HEAD if number == 0 else looks[place]), like, head=number == 0))
        table.append(row)
    return table


def _cell(runs: Runs, width: int, style: str | None, like: Any, *, head: bool) -> Any:
    cell, paragraph = OxmlElement("w:tc"), OxmlElement("w:p")
    room = OxmlElement("w:tcW")
    room.set(qn("w:w"), str(width * _WHOLE // _WIDTH))
    room.set(qn("w:type"), "pct")
    cell.get_or_add_tcPr().append(room)
    if style:
        paragraph.style = style
    paragraph.extend(word_runs(runs, None if style else like))
    if head and not style:
        bold(paragraph)
    cell.append(paragraph)
    return cell


def _looks(grid: Grid) -> list[str]:
    """The style of each column: as its line of dashes says; else row numbers in the middle, figures at the right."""
    columns = list(zip(*(_filled_up(row, len(grid.rows[0])) for row in grid.rows[1:]), strict=True))
    heads = [_text(cell).casefold() for cell in grid.rows[0]]
    wishes = zip(heads, grid.aligned or [""] * len(heads), strict=True)
    said = [CENTRED if head in _ROW_NUMBER and not wish else _STYLES.get(wish, "") for head, wish in wishes]
    texts = [[text for text in map(_text, column) if text] for column in columns] or [[]] * len(said)
    return [
        style or (NUMBER if found and all(map(_A_NUMBER.fullmatch, found)) else CELL)
        for style, found in zip(said, texts, strict=True)
    ]


def _widths(grid: Grid) -> list[int]:
    """The width of each column: its longest word has room, and what is left goes where there is more to say."""
    columns = list(zip(*(_filled_up(row, len(grid.rows[0])) for row in grid.rows), strict=True))
    texts = [[_text(cell) for cell in column] for column in columns]
    letters = [min(max(map(_longest_word, column)), _LONGEST_WORD) * 5 // 4 + _EDGES for column in texts]
    wished = [max(map(len, column)) * 9 // 8 + _EDGES for column in texts]
    left = max(_LETTERS_IN_A_LINE - sum(letters), 0)
    poorest_first = sorted(range(len(letters)), key=lambda place: wished[place] - letters[place])
    for done, place in enumerate(poorest_first):
        given = min(max(wished[place] - letters[place], 0), left // (len(letters) - done))
        letters[place] += given
        left -= given
    return [_WIDTH * each // sum(letters) for each in letters]


def _filled_up(row: Sequence[Runs], columns: int) -> Iterator[Runs]:
    yield from row
    yield from [()] * (columns - len(row))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs).strip()


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _kept_whole(*, head: bool) -> Any:
    """A row that no page breaks; a head stands again on every page."""
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    return properties


def _draw(table: Any, widths: Sequence[int]) -> None:
    """Lines around every cell, and the widths of its columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    whole = table.tblPr.find(qn("w:tblW"))
    whole.addnext(borders)
    whole.set(qn("w:type"), "pct")
    whole.set(qn("w:w"), str(_WHOLE))
    for column, width in zip(table.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
