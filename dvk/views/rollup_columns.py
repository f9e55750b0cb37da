"""The columns of a roll-up that machines read (csv): ids, plain numbers, one value a cell."""

from dvk.views.table import Cell, Column
from dvk.yearbook import Row, Yearbook

_KEYS = (
    "year",
    "unit",
    "unit_name",
    "indicator",
    "indicator_name",
    "unit_of_measure",
    "value",
    "basis",
    "own",
    "state",
    "target",
    "target_upper",
    "target_kind",
    "target_bound",
    "attainment",
    "reached",
    "of",
    "last_year",
    "last_year_basis",
    "change",
    "n",
    "N",
    "partial",
    "null",
    "stated_only",
    "missing",
)
MACHINE_COLUMNS = tuple(Column(key, key, reader="machine") for key in _KEYS)


def machine_cells(book: Yearbook, row: Row) -> tuple[Cell, ...]:
    """One cell for each of ``MACHINE_COLUMNS``; lists of units with a space between."""
    coverage = row.total.coverage
    return (
        book.rollup.year,
        row.unit,
        book.name(row.unit),
        row.indicator.id,
        row.indicator.name,
        row.indicator.unit_of_measure,
        row.value,
        row.basis,
        row.own.value if row.own else None,
        row.own.state if row.own else None,
        *_target_cells(row),
        row.last_year,
        row.last_year_basis,
        row.change,
        coverage.given,
        coverage.expected,
        *(" ".join(units) for units in (coverage.partial, coverage.null, coverage.stated_only, coverage.missing)),
    )


def _target_cells(row: Row) -> tuple[Cell, ...]:
    """Value, upper end, kind, bound, attainment, units that reached it, units that were to."""
    if not row.targets:
        return (None,) * 7
    first = row.targets[0]
    return (
        first.value,
        first.upper,
        first.target.kind,
        first.target.bound,
        first.attainment,
        first.reached,
        first.of,
    )
