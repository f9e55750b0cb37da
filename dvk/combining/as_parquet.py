"""Exports in SQLite and CSV as Parquet, which is what the engines read."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from dvk.combining.exports import Part, columns_of, rows_of_sqlite
from dvk.errors import CannotGoOn
from dvk.exporting.branch import Value
from dvk.exporting.csv_files import text_of
from dvk.exporting.parquet_files import ParquetFiles
from dvk.exporting.tables import EXPORTED, ExportColumn, ExportTable


def parquet_of(part: Part, table: str, folder: Path) -> Path:
    """The Parquet file with a table of a part; made below ``folder`` where the export is in another form.

    Raises:
        CannotGoOn: DVK987 where the export is damaged or of another version.
    """
    file = part.file(table)
    if part.form == "parquet":
        return file
    rows = _of_sqlite(part, table) if part.form == "sqlite" else _of_csv(part, EXPORTED[table])
    try:
        ParquetFiles(folder).add(EXPORTED[table], (part.root, part.year), rows)
    except (ValueError, TypeError, ArithmeticError) as problem:
        raise CannotGoOn("DVK987", folder=str(part.folder), fault="damaged", detail=f"{table}: {problem}") from None
    return folder / str(part.year) / part.root / f"{table}.parquet"


def _of_sqlite(part: Part, table: str) -> Iterator[list[Value]]:
    question = f"SELECT {columns_of(table)} FROM {table} WHERE root = ? AND year = ?"  # noqa: S608 - our own names
    forms = [column.form for column in EXPORTED[table].columns]
    for row in rows_of_sqlite(part.place, part.folder, question, (part.root, part.year)):
        yield [_typed(value, form) for value, form in zip(row, forms, strict=True)]


def _typed(value: object, form: str) -> Value:
    if value is None or isinstance(value, str):
        return value
    if not isinstance(value, int):
        raise TypeError(f"{value!r}")
    return bool(value) if form == "flag" else value


def _of_csv(part: Part, table: ExportTable) -> Iterator[list[Value]]:
    with part.file(table.name).open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        _see_that_columns_fit(next(reader, []), table)
        try:
            for row in reader:
                yield [_read(cell, column) for cell, column in zip(row, table.columns, strict=True)]
        except csv.Error as problem:
            raise ValueError(str(problem)) from None


def _see_that_columns_fit(names: Sequence[str], table: ExportTable) -> None:
    if list(names) != [column.name for column in table.columns]:
        raise ValueError(" ".join(names)[:80])


def _read(cell: str, column: ExportColumn) -> Value:
    if column.form == "text":
        return text_of(cell) if column.empty else text_of(cell) or ""
    if not cell:
        return None
    return bool(int(cell)) if column.form == "flag" else int(cell)
