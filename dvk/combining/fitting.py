"""Whether the rows of an export are what its tables say: nothing empty that may not be, closed words, links."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from dvk.combining.records import Record
from dvk.exporting.tables import EXPORTED, ExportColumn, ExportTable


def misfits(tables: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """What does not fit, each as table, column and value; a link into a table that is not there is not looked at."""
    keys = {name: {_of(row, EXPORTED[name].key) for row in rows} for name, rows in tables.items()}
    for name, rows in tables.items():
        table = EXPORTED[name]
        if len(keys[name]) != len(rows):
            yield f"{name}: {', '.join(table.key)}"
        fits = [(column, _fitting(column)) for column in table.columns]
        for row in rows:
            yield from (
                f"{name}.{column.name}: {row[column.name]}" for column, fit in fits if not fit(row[column.name])
            )
            yield from _loose_ends(table, row, keys)


def _fitting(column: ExportColumn) -> Callable[[object], bool]:
    """Whether a column may hold a value."""
    if column.choices:
        words = {*column.choices, None} if column.empty else set(column.choices)
        return words.__contains__
    if column.empty:
        return lambda value: value != 0 if column.name.endswith("_den") else True
    return lambda value: value is not None


def _loose_ends(table: ExportTable, row: Record, keys: Mapping[str, set[tuple[object, ...]]]) -> Iterator[str]:
    for columns, other in table.links:
        wanted = _of(row, columns)
        if other in keys and wanted[-1] is not None and wanted not in keys[other]:
            yield f"{table.name}.{columns[-1]}: {wanted[-1]}"


def _of(row: Record, columns: Sequence[str]) -> tuple[object, ...]:
    return tuple(row[column] for column in columns)
