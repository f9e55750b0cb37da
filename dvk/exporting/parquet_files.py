"""An export as Parquet: ``YEAR/ROOT/TABLE.parquet``, each with the schema of its table."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dvk.errors import CannotGoOn
from dvk.exporting.branch import Value
from dvk.exporting.tables import ExportTable

PIP = "pip install 'dvk[scale]'"


def arrow() -> Any:
    """The library that knows Parquet.

    Raises:
        CannotGoOn: DVK986 where it is not installed.
    """
    try:
        import pyarrow.parquet
    except ImportError:
        raise CannotGoOn("DVK986", library="pyarrow", clear=PIP) from None
    return pyarrow


def schema_of(table: ExportTable) -> Any:
    """The columns of a table as Parquet knows them."""
    pyarrow = arrow()
    types = {"text": pyarrow.string(), "number": pyarrow.int64(), "flag": pyarrow.bool_()}
    return pyarrow.schema(
        [pyarrow.field(column.name, types[column.form], nullable=column.empty) for column in table.columns]
    )


def rows_of(file: Path, table: ExportTable) -> list[dict[str, Any]]:
    """The rows of a Parquet file with a table.

    Raises:
        ValueError: where it is no Parquet, is damaged, or has other columns.
    """
    pyarrow = arrow()
    try:
        found = pyarrow.parquet.read_table(file, partitioning=None)
    except (OSError, pyarrow.ArrowException) as problem:
        raise ValueError(str(problem)) from None
    if not found.schema.remove_metadata().equals(schema_of(table)):
        raise ValueError(f"{file.name}: {' '.join(found.column_names)}")
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


class ParquetFiles:
    """Parquet files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._arrow = arrow()

    def add(self, table: ExportTable, part: tuple[str, int], rows: Iterable[list[Value]]) -> None:
        """Write the rows of one table, root and year."""
        root, year = part
        schema = schema_of(table)
        columns = list(zip(*rows, strict=True)) or [()] * len(schema)
        arrays = [self._arrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
        file = self._folder / str(year) / root / f"{table.name}.parquet"
        file.parent.mkdir(parents=True, exist_ok=True)
        self._arrow.parquet.write_table(self._arrow.table(arrays, schema=schema), file, compression="zstd")
