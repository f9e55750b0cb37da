"""The exports in folders: which root and year is where, in which form; two of the same are refused."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.exporting.sqlite_file import FILE
from dvk.exporting.tables import EXPORTED
from dvk.messages.of_system import reason_of

_MARK = "exports"
"""The table that every part has one row of."""
_DATABASES = (".sqlite", ".sqlite3", ".db")
"""How files end that may be exports in SQLite, whatever their names: an office has one of every province."""
_SQLITE = b"SQLite format 3\0"
"""What every SQLite file begins with."""


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


@dataclass(frozen=True, slots=True)
class Found:
    """What folders hold of a year.

    Args:
        parts: the parts of the year, folder by folder.
        passed_over: links, which are not followed, and databases that are no exports.
    """

    parts: list[Part] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)


def parts_of(folders: Sequence[Path], year: int) -> Found:
    """The parts of a year in the folders, in their order.

    Raises:
        CannotGoOn: DVK911 for a folder that cannot be read; DVK987 for one that is not there or holds no export, for an
            export that is named twice, or where none has the year; DVK988 where two hold the same root and year.
    """
    first: dict[tuple[str, int], Part] = {}
    passed_over: list[Path] = []
    for folder in folders:
        for part in _in_folder(folder, passed_over):
            other = first.setdefault((part.root, part.year), part)
            if other is not part and part.year == year:
                raise _twice(other, part)
    wanted = [part for part in first.values() if part.year == year]
    if not wanted:
        there = ", ".join(map(str, sorted({part.year for part in first.values()})))
        raise CannotGoOn("DVK987", folder=" ".join(map(str, folders)), fault="no_year", detail=f"{year} ({there})")
    return Found(wanted, passed_over)


def _twice(first: Part, second: Part) -> CannotGoOn:
    if first.place.resolve() == second.place.resolve():
        return CannotGoOn("DVK987", folder=str(second.folder), fault="named_twice", detail=str(second.place))
    place, other = str(first.place), str(second.place)
    return CannotGoOn("DVK988", root=second.root, year=str(second.year), first=place, second=other)


def _in_folder(folder: Path, passed_over: list[Path]) -> list[Part]:
    """The parts below a folder, whatever years and roots it has: also that of one year, of one root, or one file."""
    if not folder.exists():
        raise CannotGoOn("DVK987", folder=str(folder), fault="not_there", detail="")
    before = len(passed_over)
    found = list(_in_file(folder, folder)) if folder.is_file() else []
    for place, names in _walked(folder, passed_over) if folder.is_dir() else ():
        found.extend(_among(place, names, folder, passed_over))
    if not found:
        others = ", ".join(path.name for path in passed_over[before:])
        raise CannotGoOn("DVK987", folder=str(folder), fault="only_others" if others else "no_export", detail=others)
    return found


def _walked(folder: Path, passed_over: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Every folder below one, and that itself, with the names of its files; links are passed over.

    Raises:
        CannotGoOn: DVK911 for a folder that cannot be read: what is in it would not be counted.
    """

    def stop(problem: OSError) -> None:
        raise CannotGoOn("DVK911", path=str(problem.filename or folder), problem=reason_of(problem))

    for place, folders, files in os.walk(folder, onerror=stop):
        links = {name for name in (*folders, *files) if os.path.islink(os.path.join(place, name))}  # noqa: PTH118, PTH114
        passed_over.extend(Path(place, name) for name in sorted(links))
        folders.sort()
        yield Path(place), sorted(name for name in files if name not in links)


def _among(place: Path, names: Sequence[str], folder: Path, passed_over: list[Path]) -> Iterator[Part]:
    """The parts that the files of one folder are."""
    for name in names:
        if name.lower().endswith(_DATABASES):
            if name == FILE or _is_export(place / name, folder):
                yield from _in_file(place / name, folder)
            else:
                passed_over.append(place / name)
    is_year = place.parent.name.isascii() and place.parent.name.isdigit()
    for form in _forms(names, is_year=is_year):
        if not is_year:
            raise CannotGoOn("DVK987", folder=str(folder), fault="moved", detail=str(place))
        yield Part(place.name, int(place.parent.name), place, form, folder)


def _forms(names: Iterable[str], *, is_year: bool) -> list[str]:
    """The forms in which files are a part: one that has lost the table of the part itself is none the less."""
    tables = {tuple(name.rsplit(".", 1)) for name in names}
    forms = [form for form in ("parquet", "csv") if (_MARK, form) in tables]
    if forms or not is_year:
        return forms
    return [form for form in ("parquet", "csv") if any((table, form) in tables for table in EXPORTED)]


def _is_export(file: Path, folder: Path) -> bool:
    """Whether a file is SQLite and has the table of a part.

    Raises:
        CannotGoOn: DVK911 where it cannot be read, DVK987 where it is damaged.
    """
    try:
        with file.open("rb") as stream:
            if stream.read(len(_SQLITE)) != _SQLITE:
                return False
    except OSError as problem:
        raise CannotGoOn("DVK911", path=str(file), problem=reason_of(problem)) from None
    return bool(rows_of_sqlite(file, folder, "SELECT 1 FROM sqlite_master WHERE name = ?", (_MARK,)))


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
