"""``dvk rollup --facts``: the exports of many workspaces as one roll-up."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dvk.cli.destination import Destination
from dvk.cli.opening import known, say_first_ones
from dvk.cli.session import Session
from dvk.cli.year_asked import YearAsked
from dvk.combining.books import CombinedBook
from dvk.combining.combination import combined
from dvk.combining.engines import ENGINES
from dvk.errors import CannotGoOn
from dvk.views.combined import Asked, combined_json, combined_tables

_CLEAR = "dvk rollup --year YEAR --facts DIR"
_LEFT_OUT = {
    "vi": "Lúc xuất, {0} cây có tệp không đọc được, báo cáo không cộng hoặc số không dùng: {1}",
    "en": "When exported, {0} trees had unread files, reports not added or figures not used: {1}",
}


def give_combined(to: Destination, folders: Sequence[Path], engine: str, asked: YearAsked) -> None:
    """Answer from exports.

    Args:
        to: where the answer goes.
        folders: where the exports are.
        engine: one of ``ENGINES``.
        asked: what is asked about; an export has no plans.
    """
    if engine not in ENGINES:
        raise CannotGoOn("DVK908", option="--engine", typed=engine, clear=" / ".join(ENGINES))
    books = combined(folders, asked.year, engine)
    _say_what_is_missing(books, to.session)
    units = _units(books, asked.unit)
    only = _only(books, asked.indicator)
    to.give(
        json=lambda: combined_json(units, only),
        tables=lambda: combined_tables(units, only, asked.depth, to.session.language),
    )


def see_that_options_fit(idle: Mapping[str, object]) -> None:
    """Refuse an option that speaks of the files of a workspace: an export does not have them.

    Raises:
        CannotGoOn: DVK908.
    """
    for option, typed in idle.items():
        if typed is not None:
            raise CannotGoOn("DVK908", option=option, typed=str(typed), clear=_CLEAR)


def _units(books: Sequence[CombinedBook], unit: str | None) -> Asked:
    """Each root; or the unit asked for, in every tree that it stands in.

    Raises:
        CannotGoOn: DVK907 where none has it.
    """
    if unit is None:
        return [(book, book.root) for book in books]
    found = [(book, unit) for book in books if unit in book.rollup.tree.parents]
    if not found:
        known("unit", unit, {name: record for book in books for name, record in _records(book).items()})
    return found


def _records(book: CombinedBook) -> Mapping[str, object]:
    units = book.workspace.organisation.units
    return {name: units[name] for name in book.rollup.tree.parents}


def _only(books: Sequence[CombinedBook], indicator: str | None) -> frozenset[str]:
    if indicator is None:
        return frozenset()
    catalogue = {name: found for book in books for name, found in book.workspace.indicators.items()}
    return frozenset({known("indicator", indicator, catalogue)})


def _say_what_is_missing(books: Sequence[CombinedBook], session: Session) -> None:
    """Say of which trees the export itself says that something was not added."""
    counts = {book.root: [book.itself[name] for name in ("unread", "left_out", "unused")] for book in books}
    named = [f"{root} ({'+'.join(map(str, numbers))})" for root, numbers in counts.items() if any(numbers)]
    say_first_ones(_LEFT_OUT, named, session)
