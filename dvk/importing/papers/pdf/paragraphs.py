"""Rows of a PDF put together again into paragraphs and tables, and what belongs to its pages left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import cast

from dvk.importing.paper import Block, Line
from dvk.importing.papers.lines import line_of
from dvk.importing.papers.pdf.columns import NEAR, SPACE, Column, column_of
from dvk.importing.papers.pdf.pages import Printed, Ruled
from dvk.importing.papers.pdf.rows import Row, pieces_of
from dvk.importing.papers.pdf.tables import grid_of, with_next

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang|page)?\s*\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_LONGEST_PAGE_NUMBER = 30
_DIGITS = re.compile(r"\d+")
_SENTENCE_ENDS = (".", ";", ":", "!", "?", ".”", '."', "…")
_REPEATED = 3
_FEW = 5
_LOOSE = 0.32
"""How much farther than usual rows of one paragraph may stand apart, in their size."""
_DASHES = set("-–—+*")


def paragraphs_of(pages: Sequence[Printed]) -> list[Block]:
    """The paragraphs and tables of a document; lines are numbered from 1.

    Args:
        pages: what each page shows, from top to bottom.
    """
    kept = _without_edges(pages)
    rows = [[item for item in page if isinstance(item, Row)] for page in kept]
    columns = [column_of(page, rows) for page in rows]
    numbers = count(1)
    found: list[Block] = []
    for part in _parts([item for page in kept for item in page], columns):
        if isinstance(part[0], Ruled):
            found.append(grid_of([table for table in part if isinstance(table, Ruled)], numbers))
            continue
        line = _line([row for row in part if isinstance(row, Row)], columns, numbers)
        found += [line] if line is not None else []
    return found


def _line(rows: Sequence[Row], columns: Sequence[Column], numbers: Iterator[int]) -> Line | None:
    column = columns[rows[0].page]
    centred = all(_is_even(row, column) for row in rows) and _is_centred(rows[-1], column)
    return line_of(next(numbers), pieces_of(rows), centred=centred)


def _without_edges(pages: Sequence[Printed]) -> list[Printed]:
    """Pages without their numbers, and without the first and last rows that many of them share."""
    ends = ({id(item): item for item in (*page[:1], *page[-1:])}.values() for page in pages)
    edges = Counter(_edge(item) for items in ends for item in items if isinstance(item, Row))
    repeated = {edge for edge, times in edges.items() if times >= max(_REPEATED, len(pages) / 2)}
    found = []
    for page in pages:
        inner = list(page)
        for at in (0, -1):
            item = inner[at] if inner else None
            if isinstance(item, Row) and (_is_page_number(item.text) or _edge(item) in repeated):
                del inner[at]
        found.append(inner)
    return found


def _is_page_number(text: str) -> bool:
    return len(text) <= _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.fullmatch(text))


def _edge(row: Row) -> tuple[str, int]:
    return _DIGITS.sub("#", row.text), round(row.y / 4)


def _parts(items: Iterable[Row | Ruled], columns: Sequence[Column]) -> Iterator[list[Row | Ruled]]:
    """The rows of each paragraph, and the tables that pages divided."""
    part: list[Row | Ruled] = []
    for item in items:
        if part and not _belongs(part, item, columns):
            yield part
            part = []
        part.append(item)
    if part:
        yield part


def _belongs(part: list[Row | Ruled], item: Row | Ruled, columns: Sequence[Column]) -> bool:
    """Whether a row goes on the paragraph, or a table the one on the page before."""
    last = part[-1]
    if isinstance(last, Ruled) or isinstance(item, Ruled):
        return isinstance(last, Ruled) and isinstance(item, Ruled) and with_next(last, item)
    return _goes_on(cast("list[Row]", part), item, columns[last.page], columns[item.page])


def _goes_on(rows: Sequence[Row], row: Row, column: Column, next_column: Column) -> bool:
    """Whether a row belongs to the paragraph of those above it: they are full, and it does not begin like a new one."""
    last = rows[-1]
    if last.in_columns or row.in_columns or abs(last.size - row.size) > 1:
        return False
    if row.page == last.page and last.y - row.y > column.pitch + _LOOSE * last.size:
        return False
    if _is_centred(last, column) or _is_centred(row, next_column):
        return _is_even(last, column) and _is_centred(row, next_column) and _titles_go_on(last, row, column)
    return _is_full(last, row, column) and _begins_inside(rows, row, next_column)


def _titles_go_on(last: Row, row: Row, column: Column) -> bool:
    """Whether a row in the middle goes on in the next: a wide one, and words that begin no title."""
    return last.end - last.x > (column.right - column.left) / 2 and row.text[:1].islower()


def _begins_inside(rows: Sequence[Row], row: Row, column: Column) -> bool:
    """Whether a row begins where those inside a paragraph do."""
    last = rows[-1]
    if row.x - column.left > row.size / 2:
        hanging = abs(row.x - rows[0].text_begins) < row.size / 2 and rows[0].text_begins > rows[0].x
        return hanging or (len(rows) > 1 and abs(row.x - last.x) < 1 and row.page == last.page)
    if _begins_anew(rows, row):
        return False
    return column.indented or not row.mark or _is_no_mark(rows, row)


def _is_no_mark(rows: Sequence[Row], row: Row) -> bool:
    """Whether what looks like the sign of a list is a dash inside a sentence, or a number that closes a bracket."""
    above = " ".join(each.text for each in rows[-_FEW:])
    if row.mark.endswith(")") and not row.mark.startswith("("):
        return above.count("(") > above.count(")")
    behind = row.text[len(row.mark) :].lstrip()[:1]
    return row.mark in _DASHES and not behind.isupper() and not above.endswith(_SENTENCE_ENDS)


def _is_full(last: Row, row: Row, column: Column) -> bool:
    """Whether the first word of the next row had no more room in this one.

    Justified rows reach the very edge; those of a paragraph that is not justified go on in small letters.
    """
    had_no_room = last.end + SPACE * last.size + row.first_word > column.right - 0.5
    if column.justified:
        return last.end > column.right - NEAR or (had_no_room and row.text[:1].islower())
    return had_no_room


def _begins_anew(rows: Sequence[Row], row: Row) -> bool:
    """Whether a title in bold ends before a row."""
    return all(each.is_bold for each in rows[-_FEW:]) and not any(piece.bold for piece in row.pieces)


def _is_centred(row: Row, column: Column) -> bool:
    """Whether a row stands in the middle, free on both sides."""
    margin = 1.5 * row.size
    inside = row.x > column.left + margin and row.end < column.right - margin
    indented = any(abs(row.x - start) < row.size / 2 for start in column.starts)
    return inside and not indented and _is_even(row, column)


def _is_even(row: Row, column: Column) -> bool:
    """Whether as much room is left before a row as after it."""
    return abs((row.x + row.end) - (column.left + column.right)) < row.size
