"""The exports in folders: which root and year is where, in which form; two of the same are refused."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.exporting.sqlite_file import FILE
from dvk.exporting.tables import EXPORTED

_MARK = "exports"
"""The table that every part has one row of."""


@dataclass(frozen=True, slots=True)
class Part:
    """One root and year of an export.

    Args:
        root: the root unit.
        year: the year.
        place: the folder with one file a table, or the SQLite file with all.
        form: ``parquet``, ``csv`` or ``sqlite``.
        folder: the folder as it was named in the call.
    """

    root: str
    year: int
    place: Path
    form: str
    folder: Path

    def file(self, table: str) -> Path:
        """The file that has a table of it.

        Raises:
            CannotGoOn: DVK987 where it is not there.
        """
        file = self.place if self.form == "sqlite" else self.place / f"{table}.{self.form}"
        if not file.is_file():
            raise CannotGoOn("DVK987", folder=str(self.folder), fault="table_missing", detail=table)
        return file


def parts_of(folders: Sequence[Path], year: int) -> list[Part]:
    """The parts of a year in the folders, in their order.

    Raises:
        CannotGoOn: DVK987 for a folder that holds no export, or where none has the year; DVK988 where two hold the same
            root and year.
    """
    found: dict[tuple[str, int], Part] = {}
    years: set[int] = set()
    for folder in folders:
        parts = list(_in_folder(folder))
        if not parts:
            raise CannotGoOn("DVK987", folder=str(folder), fault="no_export", detail="")
        for part in parts:
            years.add(part.year)
            first = found.setdefault((part.root, part.year), part)
            if first is not part and part.year == year:
                raise CannotGoOn(
                    "DVK988", root=part.root, year=str(year), first=str(first.place), second=str(part.place)
                )
    wanted = [part for part in found.values() if part.year == year]
    if not wanted:
        there = ", ".join(map(str, sorted(years)))
        raise CannotGoOn("DVK987", folder=" ".join(map(str, folders)), fault="no_year", detail=f"{year} ({there})")
    return wanted


def _in_folder(folder: Path) -> Iterator[Part]:
    """The parts below a folder, whatever years and roots it has: also that of one year, of one root, or one file."""
    if folder.is_file():
        yield from _in_file(folder, folder)
        return
    for file in sorted(folder.rglob(FILE)):
        yield from _in_file(file, folder)
    for form in ("parquet", "csv"):
        for file in sorted(folder.rglob(f"{_MARK}.{form}")):
            year, root = file.parent.parent.name, file.parent.name
            if not (year.isascii() and year.isdigit()):
                raise CannotGoOn("DVK987", folder=str(folder), fault="moved", detail=str(file.parent))
            yield Part(root, int(year), file.parent, form, folder)


def _in_file(file: Path, folder: Path) -> Iterator[Part]:
    for root, year in rows_of_sqlite(file, folder, "SELECT root, year FROM exports ORDER BY year, position"):
        yield Part(str(root), int(str(year)), file, "sqlite", folder)


def rows_of_sqlite(file: Path, folder: Path, question: str, values: Iterable[object] = ()) -> list[tuple[object, ...]]:
    """What an SQLite export answers; it is opened to be read only.

    Raises:
        CannotGoOn: DVK987 where it is none, or is damaged.
    """
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return database.execute(question, tuple(values)).fetchall()
    except sqlite3.Error as problem:
        raise CannotGoOn("DVK987", folder=str(folder), fault="damaged", detail=f"{file.name}: {problem}") from None


def columns_of(table: str) -> str:
    """The columns of a table as SQL names them."""
    return ", ".join(column.name for column in EXPORTED[table].columns)
