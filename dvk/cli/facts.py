"""``dvk rollup --facts``: the exports of many workspaces as one roll-up."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from dvk.cli.destination import Destination
from dvk.cli.opening import known, say_first_ones
from dvk.cli.session import Session
from dvk.cli.year_asked import YearAsked
from dvk.combining.books import CombinedBook
from dvk.combining.combination import combined
from dvk.combining.engines import ENGINES
from dvk.combining.exports import parts_of
from dvk.errors import CannotGoOn
from dvk.output.progress import progress
from dvk.shown import printable
from dvk.views.combined import Asked, combined_json, combined_tables

_CLEAR = "dvk rollup --year YEAR --facts DIR"
_ADDING = {"vi": "Cộng bản xuất", "en": "Adding exports"}
_SOON = 0.5
"""Seconds before a terminal is shown how far it is."""
_PASSED_OVER = {
    "vi": "Bỏ qua {0} liên kết hoặc cơ sở dữ liệu không phải bản xuất: {1}",
    "en": "Passed over, {0} links or databases that are no exports: {1}",
}
_LEFT_OUT = {
    "vi": "Lúc xuất, {0} cây thiếu một phần: {1}",
    "en": "When exported, {0} trees were not whole: {1}",
}
_MISSING = {
    "unread": {"vi": "{0} tệp không đọc được", "en": "files not read: {0}"},
    "left_out": {"vi": "{0} báo cáo không cộng", "en": "reports not added: {0}"},
    "unused": {"vi": "{0} số liệu không dùng", "en": "figures not used: {0}"},
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
    found = parts_of(folders, asked.year)
    say_first_ones(_PASSED_OVER, [printable(str(path)) for path in found.passed_over], to.session)
    books = combined(found.parts, engine, partial(progress, _ADDING[to.session.language], after=_SOON))
    _say_what_is_missing(books, to.session)
    units = _units(books, asked.unit)
    only = _only(books, asked.indicator)
    to.give(
        json=lambda: combined_json(units, only),
        tables=lambda: combined_tables(units, only, asked.depth, to.session.language),
    )


def see_that_options_fit(idle: Mapping[str, object]) -> None:
    """Refuse an option that speaks of a workspace and its files: exports are not read from one.

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
    told = {name: words[session.language] for name, words in _MISSING.items()}
    named = []
    for book in books:
        counts = [words.format(book.itself[name]) for name, words in told.items() if book.itself[name]]
        if counts:
            named.append(f"{book.root} ({', '.join(counts)})")
    say_first_ones(_LEFT_OUT, named, session)
