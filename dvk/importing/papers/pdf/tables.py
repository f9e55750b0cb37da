"""Tables of a PDF as tables of a paper: the paragraphs in each cell, and tables that pages divided in one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dvk.importing.paper import Cell, Grid, Line, Piece
from dvk.importing.papers.lines import line_of
from dvk.importing.papers.pdf.columns import NEAR, SPACE
from dvk.importing.papers.pdf.pages import Ruled
from dvk.importing.papers.pdf.rows import Row, pieces_of

_SPACED = 1.75
"""From how many times their size on rows of a cell stand too far apart for one paragraph."""
_WIDEST_PADDING = 8.0
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class _Cell:
    """The rows of text in a cell, and how wide they may be."""

    room: float
    rows: list[Row]


def with_next(table: Ruled, following: Ruled) -> bool:
    """Whether a table goes on at the top of the next page: its columns are the same."""
    ours, theirs = table.frame.xs, following.frame.xs
    same = len(ours) == len(theirs) and all(abs(a - b) <= NEAR for a, b in zip(ours, theirs, strict=True))
    return same and following.page == table.page + 1


def grid_of(tables: Sequence[Ruled], numbers: Iterator[int]) -> Grid:
    """The tables of consecutive pages as one; titles that are repeated on each page stand once.

    Args:
        tables: the parts of the table.
        numbers: the numbers of the lines to come.
    """
    rows: list[list[_Cell]] = []
    titles: list[list[str]] = []
    for table in tables:
        here = _rows(table)
        texts = [[" ".join(row.text for row in cell.rows) for cell in row] for row in here]
        here = here[_repeated(titles, texts) :]
        titles = titles or texts
        if rows and here and _is_rest(rows[-1], here[0]):
            rows[-1] = [
                _Cell(above.room, [*above.rows, *below.rows])
                for above, below in zip(rows[-1], here.pop(0), strict=True)
            ]
        rows += here
    return Grid(tuple(tuple(_lines(cell, numbers) for cell in row) for row in rows))


def _repeated(titles: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the start are those that the table began with."""
    same = 0
    while same < min(len(titles), len(rows)) and titles[same] == rows[same]:
        same += 1
    return same


def _rows(table: Ruled) -> list[list[_Cell]]:
    padding, places = _padding(table), len(table.frame.xs) - 1
    return [
        [
            _Cell(table.frame.width((row, column)) - 2 * padding, table.cells.get((row, column), []))
            for column in range(places)
        ]
        for row in range(len(table.frame.ys) - 1)
    ]


def _is_rest(last: Sequence[_Cell], row: Sequence[_Cell]) -> bool:
    """Whether a row at the top of a page is the rest of the one above: a sentence goes on, and no number begins it."""
    begun = [(above, below) for above, below in zip(last, row, strict=True) if above.rows and below.rows]
    goes_on = any(_goes_on(above.rows, below.rows[0], above.room) for above, below in begun)
    return goes_on and bool(last[0].rows) and not row[0].rows


def _lines(cell: _Cell, numbers: Iterator[int]) -> Cell:
    found: list[Line] = []
    for rows in _paragraphs(cell.rows, cell.room):
        line = line_of(next(numbers), _pieces(rows))
        found += [line] if line is not None else []
    return tuple(found)


def _padding(table: Ruled) -> float:
    """How far text stands from the borders, at the least."""
    free = (row.x - table.frame.xs[column] for (_, column), rows in table.cells.items() for row in rows)
    return min(max(min(free), 0.0), _WIDEST_PADDING)


def _paragraphs(rows: Sequence[Row], room: float) -> Iterator[list[Row]]:
    found: list[Row] = []
    for row in rows:
        if found and not _goes_on(found, row, room):
            yield found
            found = []
        found.append(row)
    if found:
        yield found


def _goes_on(rows: Sequence[Row], row: Row, room: float) -> bool:
    """Whether the first word of a row had no more room in the one above it."""
    last = rows[-1]
    if (last.page == row.page and last.y - row.y > _SPACED * row.size) or (
        row.mark and (row.mark not in _DASHES or rows[0].mark)
    ):
        return False
    if row.mark and not last.text[-1].isalpha():
        return False
    return last.end - last.x + SPACE * last.size + row.first_word > room - NEAR


def _pieces(rows: Sequence[Row]) -> Iterator[Piece]:
    for piece in pieces_of(rows):
        yield Piece(piece.text.replace("\t", " "), piece.bold, piece.italic)
