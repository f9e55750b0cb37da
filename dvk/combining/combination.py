"""Several exports put together: found, read, added up, one yearbook a root."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from dvk.combining.adding import added, added_up, marked
from dvk.combining.as_parquet import parquet_of
from dvk.combining.books import CombinedBook, book_of
from dvk.combining.engines import ENGINES, Engine
from dvk.combining.exports import Part
from dvk.combining.fitting import misfits
from dvk.combining.records import PartRecords, Record
from dvk.errors import CannotGoOn
from dvk.exporting.parquet_files import rows_of
from dvk.exporting.tables import EXPORTED, FORMAT
from dvk.temporary import writing_temporary_files

_READ = ("exports", "units", "indicators", "fields", "yearly", "targets", "models", "model_units", "model_figures")
"""The tables of a part that are read as they are, that of its version first."""
_ADDED = ("contributions", "closure")
"""The tables that an engine joins."""
_PLACE = ("root", "unit", "indicator", "place")
Progress: TypeAlias = Callable[[int], AbstractContextManager[Callable[[], object]]]
"""Shows how far it has come: given how many parts there are, a context; what that gives is called after each."""


def combined(parts: Sequence[Part], engine: str, progress: Progress) -> list[CombinedBook]:
    """The yearbooks of all roots that the exports have of a year, in the order of the folders, then of their roots.

    Args:
        parts: the parts of the year.
        engine: one of ``ENGINES``.
        progress: shows how far it has come.

    Raises:
        CannotGoOn: DVK986 where a library is missing, DVK987 where an export is damaged or of another version.
    """
    running = ENGINES[engine]()
    with writing_temporary_files():
        folder = TemporaryDirectory(prefix="dvk-", ignore_cleanup_errors=True)
    with folder as made, progress(len(parts)) as each:
        records = _Reading(running, parts, Path(made)).records(each)
        books = [_book(records[part.root], part) for part in parts]
    folders = list(dict.fromkeys(part.folder for part in parts))
    order = {part.root: folders.index(part.folder) for part in parts}
    return sorted(books, key=lambda book: (order[book.root], book.itself["position"]))


def _book(records: PartRecords, part: Part) -> CombinedBook:
    """The yearbook of a part; rows that do not fit together are damage, whatever they were made into."""
    try:
        return book_of(records, part.root, part.year, part.folder)
    except (LookupError, ValueError, TypeError, ArithmeticError) as problem:
        raise _damaged([part], part.root, problem) from None


class _Reading:
    """The parts of a year, read and added up."""

    def __init__(self, engine: Engine, parts: Sequence[Part], folder: Path) -> None:
        self.engine, self.parts, self.folder = engine, parts, folder

    def records(self, each: Callable[[], object]) -> dict[str, PartRecords]:
        """What each root's part says, its contributions added up; ``each`` is called when a part is read."""
        found = {}
        for part in self.parts:
            found[part.root] = self._part(part)
            each()
        contributions, closure = (self._table(name) for name in _ADDED)
        by_stated = contributions.filter(contributions.part == "stated_only")
        sums, places = self._rows(added_up(contributions, closure)), by_stated.select(*_PLACE)
        try:
            for (root, unit, indicator), entry in added(sums).items():
                found[root].added[unit, indicator] = entry
            for row in self._rows(places):
                found[row["root"]].places[row["unit"], row["indicator"]] = row["place"]
            for row in self._rows(marked(contributions)):
                found[row["root"]].marked.add(row["unit"])
        except (LookupError, ValueError, TypeError, ArithmeticError) as problem:
            raise _damaged(self.parts, _ADDED[0], problem) from None
        return found

    def _part(self, part: Part) -> PartRecords:
        records = PartRecords()
        for table in _READ:
            records.tables[table] = self._rows_of(part, table)
            if table == "exports":
                _see_that_version_fits(part, records.tables[table])
        misfit = next(misfits(records.tables), None)
        if misfit is not None:
            raise CannotGoOn("DVK987", folder=str(part.folder), fault="damaged", detail=misfit)
        return records

    def _rows_of(self, part: Part, table: str) -> list[Record]:
        file = parquet_of(part, table, self.folder)
        try:
            rows = rows_of(file, EXPORTED[table])
        except ValueError as problem:
            raise _damaged([part], table, problem) from None
        if any((row["root"], row["year"]) != (part.root, part.year) for row in rows):
            raise CannotGoOn("DVK987", folder=str(part.folder), fault="moved", detail=str(part.place))
        return rows

    def _table(self, name: str) -> Any:
        files = [parquet_of(part, name, self.folder) for part in self.parts]
        try:
            return self.engine.read(name, files)
        except Exception as problem:  # noqa: BLE001 - each engine has errors of its own
            raise _damaged(self.parts, name, problem) from None

    def _rows(self, expression: Any) -> list[Record]:
        try:
            return self.engine.rows(expression)
        except Exception as problem:  # noqa: BLE001 - each engine has errors of its own
            raise _damaged(self.parts, " ".join(_ADDED), problem) from None


def _damaged(parts: Sequence[Part], table: str, problem: Exception) -> CannotGoOn:
    detail = f"{table}: {problem}".partition("\n")[0]
    folders = dict.fromkeys(str(part.folder) for part in parts)
    return CannotGoOn("DVK987", folder=" ".join(folders), fault="damaged", detail=detail)


def _see_that_version_fits(part: Part, rows: Sequence[Record]) -> None:
    """An export of another version of the tables is refused before its columns are used."""
    versions = [row["format"] for row in rows]
    if versions != [FORMAT]:
        detail = f"{part.root}: {', '.join(map(str, versions)) or '–'} / {FORMAT}"
        raise CannotGoOn("DVK987", folder=str(part.folder), fault="other_version", detail=detail)
