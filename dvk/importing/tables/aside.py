"""Rows of tables that look like entries and are none: sums of the others, figures without a name or a result."""

from collections.abc import Iterator

from dvk.importing.paper import Cell, Grid, Paper
from dvk.importing.quoted import Aside
from dvk.importing.tables.figures import figure_table, figures_aside
from dvk.importing.tables.grids import Table, cell_text, labelled, table_of
from dvk.importing.tables.labels import MODEL, MODELS_OF_REPORT

TOTAL_ROW, UNKNOWN_LABEL = "total_row", "unknown_label"


def report_aside(paper: Paper, year: int | None) -> Iterator[Aside]:
    """The rows of the tables of a report that are not read as entries.

    Args:
        paper: the report.
        year: its year.
    """
    for grid in _grids(paper):
        models = table_of(grid, MODELS_OF_REPORT, ("name", "results"))
        figures = None if models else figure_table(grid, year)
        yield from _totals(models or figures)
        yield from figures_aside(figures) if figures else ()


def registration_aside(paper: Paper) -> Iterator[Aside]:
    """The rows of the tables of a registration that are not read as entries, and labels that no key is called."""
    for grid in _grids(paper):
        rows = labelled(grid, MODEL)
        yield from (_row((label, value)) for key, label, value in rows if not key and value)
        yield from () if rows else _totals(table_of(grid, MODEL, ("name",)))


def _grids(paper: Paper) -> Iterator[Grid]:
    return (block for block in paper.blocks if isinstance(block, Grid))


def _row(cells: tuple[Cell, Cell]) -> Aside:
    return Aside(cells[1][0].number, " | ".join(cell_text(cell) for cell in cells), UNKNOWN_LABEL)


def _totals(table: Table | None) -> Iterator[Aside]:
    for row in table.totals if table else ():
        yield Aside(row.first.number, " | ".join(cell_text(cell) for cell in row.cells.values()), TOTAL_ROW)
