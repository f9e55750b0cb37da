"""What a page of a PDF shows from top to bottom: rows of text, and tables with their cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dvk.importing.papers.pdf.cells import Frame, frames_of
from dvk.importing.papers.pdf.glyphs import Glyph
from dvk.importing.papers.pdf.rows import Row, rows_of, upright
from dvk.importing.papers.pdf.rulings import Rulings

_LETTERS_RISE = 0.3
"""Where the middle of a letter is above its base line, in its size."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table on one page.

    Args:
        page: its page, from 0.
        y: its upper edge.
        frame: where its cells are.
        cells: the rows of text in each cell that has any, by the row and column of the cell.
    """

    page: int
    y: float
    frame: Frame
    cells: dict[tuple[int, int], list[Row]]


Printed: TypeAlias = list[Row | Ruled]


def printed(glyphs: Sequence[Glyph], rulings: Rulings, page: int) -> Printed:
    """What a page shows.

    Args:
        glyphs: its letters.
        rulings: its lines.
        page: its number, from 0.
    """
    letters = upright(glyphs)
    frames = frames_of(rulings.seen(letters[0].turned)) if letters else []
    inside: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in frames]
    outside = []
    for glyph in letters:
        place = _place(glyph, frames)
        if place is None:
            outside.append(glyph)
        else:
            inside[place[0]].setdefault(place[1], []).append(glyph)
    tables = [_ruled(frame, cells, page) for frame, cells in zip(frames, inside, strict=True)]
    found: Printed = [*rows_of(outside, page), *(table for table in tables if table.cells)]
    return sorted(found, key=lambda item: -item.y)


def text_on(page: Printed) -> Iterator[str]:
    """The text of each row of a page, those in cells too."""
    for item in page:
        if isinstance(item, Row):
            yield item.text
        else:
            yield from (row.text for rows in item.cells.values() for row in rows)


def _place(glyph: Glyph, frames: Sequence[Frame]) -> tuple[int, tuple[int, int]] | None:
    """The number of the table and the cell that a letter stands in."""
    middle, height = (glyph.x + glyph.end) / 2, glyph.y + _LETTERS_RISE * glyph.size
    cells = ((number, frame.cell_at(middle, height)) for number, frame in enumerate(frames))
    return next(((number, cell) for number, cell in cells if cell is not None), None)


def _ruled(frame: Frame, cells: dict[tuple[int, int], list[Glyph]], page: int) -> Ruled:
    rows = {cell: rows_of(glyphs, page) for cell, glyphs in cells.items()}
    return Ruled(page, frame.ys[0], frame, {cell: found for cell, found in rows.items() if found})
