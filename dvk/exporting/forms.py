"""The forms that an export is written in: Parquet, SQLite, CSV."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Protocol

from dvk.exporting.branch import Row, Value
from dvk.exporting.csv_files import CsvFiles
from dvk.exporting.parquet_files import ParquetFiles
from dvk.exporting.sqlite_file import sqlite_file
from dvk.exporting.tables import ExportTable


class Writer(Protocol):
    """What writes the tables of one export."""

    def add(self, table: ExportTable, part: tuple[str, int], rows: Iterable[list[Value]]) -> None:
        """Write the rows of one table, root and year; each has a value for each column of the table."""


FORMS: dict[str, Callable[[Path], AbstractContextManager[Writer]]] = {
    "parquet": lambda folder: nullcontext(ParquetFiles(folder)),
    "sqlite": sqlite_file,
    "csv": lambda folder: nullcontext(CsvFiles(folder)),
}
"""What writes an export into a folder, by the name of the form; it is finished when the block has ended well."""


def in_columns(table: ExportTable, part: tuple[str, int], rows: Iterable[Row]) -> Iterable[list[Value]]:
    """Rows with a value for each column; what a row does not have is null."""
    names = [column.name for column in table.columns[2:]]
    for row in rows:
        yield [*part, *(row.get(name) for name in names)]
