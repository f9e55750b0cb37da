"""A table of a Word file cell by cell, merged cells as one and the places that they cover empty."""

from collections.abc import Iterable
from typing import Any

from dvk.importing.paper import Cell, Grid, Line
from dvk.importing.papers.unreadable import too_large
from dvk.importing.papers.word.names import number_of, switched_on, value_of, w

MOST_NESTED = 5
"""Tables inside each other."""
MOST_COLUMNS = 200
MOST_PLACES = 1_000_000


class Table:
    """A table while its rows are read."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []
        self._merging: set[int] = set()
        self._merged_above: set[int] = set()
        self._hidden = False

    def begin_row(self, row: Any) -> None:
        """Begin the next row; places left out before its first cell are empty."""
        properties = row.find(w("trPr"))
        self._hidden = bool(switched_on(properties, "hidden"))
        self._rows.append([])
        self._merged_above, self._merging = self._merging, set()
        self._leave(number_of(value_of(properties, "gridBefore")) or 0)

    def add(self, cell: Any, lines: Iterable[Line]) -> None:
        """The next cell of the row with what stands in it; nothing where another cell covers it."""
        properties = cell.find(w("tcPr"))
        at, contents = len(self._rows[-1]), tuple(lines)
        covered = self._covered(properties, at)
        self._rows[-1].append(() if covered or self._hidden else contents)
        self._leave((number_of(value_of(properties, "gridSpan")) or 1) - 1)

    def grid(self) -> Grid:
        """The table, every row as long as the longest."""
        rows = [row for row in self._rows if row]
        width = max((len(row) for row in rows), default=0)
        if width * len(rows) > MOST_PLACES:
            raise too_large("too_many_cells")
        return Grid(tuple((*row, *[()] * (width - len(row))) for row in rows))

    def _covered(self, properties: Any, at: int) -> bool:
        if _merging(properties, "hMerge") == "continue" and at:
            return True
        downwards = _merging(properties, "vMerge")
        if downwards is not None:
            self._merging.add(at)
        return downwards == "continue" and at in self._merged_above

    def _leave(self, places: int) -> None:
        if len(self._rows[-1]) + places > MOST_COLUMNS:
            raise too_large("too_many_columns")
        self._rows[-1].extend([()] * max(places, 0))


def _merging(properties: Any, name: str) -> str | None:
    """``restart`` or ``continue``; None for a cell that is not merged that way."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else found.get(w("val"), "continue")
