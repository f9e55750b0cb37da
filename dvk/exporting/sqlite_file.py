"""An export as one SQLite file that opens in Datasette: plain tables with keys, and views for questions."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dvk.exporting.branch import Value
from dvk.exporting.tables import EXPORTED, ExportTable
from dvk.exporting.views import VIEWS

FILE = "dvk.sqlite"
_TYPES = {"text": "TEXT", "number": "INTEGER", "flag": "INTEGER"}


@contextmanager
def sqlite_file(folder: Path) -> Iterator["SqliteFile"]:
    """``dvk.sqlite`` in a folder, closed in the end whatever happens: an open file keeps its folder on Windows."""
    with closing(sqlite3.connect(folder / FILE)) as database:
        made = SqliteFile(database)
        yield made
        made.finish()


class SqliteFile:
    """One SQLite file with all roots and years."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        for table in EXPORTED.values():
            self._database.execute(create(table))

    def add(self, table: ExportTable, part: tuple[str, int], rows: Iterable[list[Value]]) -> None:
        """Write the rows of one table, root and year."""
        del part  # it stands in every row
        marks = ", ".join("?" * len(table.columns))
        self._database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608 - our own names

    def finish(self) -> None:
        """Add views, and indexes for what they join."""
        for name, view in VIEWS.items():
            self._database.execute(f"CREATE VIEW {name} AS {view}")
        for table in EXPORTED.values():
            for column in ("unit", "ancestor"):
                if any(found.name == column for found in table.columns):
                    self._database.execute(f"CREATE INDEX {table.name}_{column} ON {table.name} ({column})")
        self._database.commit()


def create(table: ExportTable) -> str:
    """The statement that makes a table."""
    lines = ",\n  ".join(_lines(table))
    return f"CREATE TABLE {table.name} (\n  {lines}\n)"


def _lines(table: ExportTable) -> Iterator[str]:
    for column in table.columns:
        allowed = "0, 1" if column.form == "flag" else ", ".join(f"'{choice}'" for choice in column.choices)
        check = f" CHECK ({column.name} IN ({allowed}))" if allowed else ""
        yield f"{column.name} {_TYPES[column.form]}{'' if column.empty else ' NOT NULL'}{check}"
    yield f"PRIMARY KEY ({', '.join(table.key)})"
    for columns, other in table.links:
        yield f"FOREIGN KEY ({', '.join(columns)}) REFERENCES {other} ({', '.join(EXPORTED[other].key)})"
