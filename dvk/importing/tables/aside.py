"""Rows of tables that look like entries and are none: sums of the others."""

from collections.abc import Iterator

from dvk.importing.paper import Grid, Paper
from dvk.importing.quoted import Aside
from dvk.importing.tables.grids import Row, Table, cell_text, table_of
from dvk.importing.tables.labels import FIGURES, MODEL, MODELS_OF_REPORT

TOTAL_ROW = "total_row"
_LISTS = ((MODELS_OF_REPORT, ("name", "results")), (FIGURES, ("indicator", "value")), (MODEL, ("name",)))


def rows_aside(paper: Paper) -> tuple[Aside, ...]:
    """The rows of totals in the tables of a registration or a report, which are not read as entries."""
    return tuple(aside for block in paper.blocks if isinstance(block, Grid) for aside in _totals(block))


def _totals(grid: Grid) -> Iterator[Aside]:
    tables = (table_of(grid, titles, needed) for titles, needed in _LISTS)
    table: Table | None = next((found for found in tables if found), None)
    for row in table.totals if table else ():
        yield Aside(row.first.number, _words(row), TOTAL_ROW)


def _words(row: Row) -> str:
    return " | ".join(cell_text(cell) for cell in row.cells.values())
