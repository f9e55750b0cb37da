"""What looks like entries and is none: rows of sums, figures without a name or a result, tables without borders."""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from dvk.importing.outline import Outline, mark_of
from dvk.importing.paper import COLUMN_GAP, Block, Cell, Grid, Line, Paper
from dvk.importing.quoted import Aside
from dvk.importing.tables.figures import figure_table, figures_aside
from dvk.importing.tables.grids import Table, cell_text, labelled, table_of
from dvk.importing.tables.labels import MODEL, MODELS_OF_REPORT
from dvk.importing.tables.written import plain_words

TOTAL_ROW, UNKNOWN_LABEL, WITHOUT_BORDERS = "total_row", "unknown_label", "without_borders"
_FEWEST_ROWS = 2
_MOST_BETWEEN = 2
"""Lines without a gap between two rows of a table: the rest of a cell that was broken."""


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


def borderless_aside(paper: Paper, outline: Outline) -> Iterator[Aside]:
    """The first row of each table without borders: its rows are lines with wide gaps, and stay text.

    Args:
        paper: the paper.
        outline: the same taken apart; what stands side by side in its head and foot is no table.
    """
    around = [[line.number for line in part] for part in (outline.head, outline.foot) if part]
    rows: list[tuple[int, Line]] = []
    for place, block in enumerate(paper.blocks):
        if not _is_row(block) or any(min(part) <= block.number <= max(part) for part in around):
            continue
        if rows and _is_divided(paper.blocks[rows[-1][0] + 1 : place]):
            yield from _table_aside(rows)
            rows = []
        rows.append((place, block))
    yield from _table_aside(rows)


def _is_row(block: Block) -> TypeGuard[Line]:
    return isinstance(block, Line) and COLUMN_GAP in block.text


def _is_divided(between: Sequence[Block]) -> bool:
    return len(between) > _MOST_BETWEEN or any(isinstance(block, Grid) or mark_of(block) for block in between)


def _table_aside(rows: Sequence[tuple[int, Line]]) -> Iterator[Aside]:
    if len(rows) >= _FEWEST_ROWS:
        first = rows[0][1]
        yield Aside(first.number, plain_words(first.text.replace(COLUMN_GAP, " | ")), WITHOUT_BORDERS)


def _grids(paper: Paper) -> Iterator[Grid]:
    return (block for block in paper.blocks if isinstance(block, Grid))


def _row(cells: tuple[Cell, Cell]) -> Aside:
    return Aside(cells[1][0].number, " | ".join(cell_text(cell) for cell in cells), UNKNOWN_LABEL)


def _totals(table: Table | None) -> Iterator[Aside]:
    for row in table.totals if table else ():
        yield Aside(row.first.number, " | ".join(cell_text(cell) for cell in row.cells.values()), TOTAL_ROW)
