"""An export from beginning to end: the years and roots asked for, into a new folder, whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dvk.admission import Admission
from dvk.comparison import LastYear
from dvk.exporting.branch import Branch
from dvk.exporting.forms import FORMS, Writer, in_columns
from dvk.exporting.new_folder import new_folder
from dvk.exporting.rows import FILLED_BY
from dvk.exporting.shares import Shares
from dvk.exporting.tables import EXPORTED
from dvk.models import funnel
from dvk.rollup import RollUp, roll_up
from dvk.targets import measured_targets
from dvk.workspace import Workspace
from dvk.yearbook import Yearbook


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written.

    Args:
        form: one of ``FORMS``.
        years: the years, in order.
        root: only this root; every root of a year with an obligation, a figure or a model without it.
    """

    form: str
    years: tuple[int, ...]
    root: str | None = None


class _NothingToExport(Exception):
    """No root of the years asked for has anything to write."""


def known_years(workspace: Workspace, today: date) -> tuple[int, ...]:
    """The years for which a report, a registration or a plan was filed, or up to this one something is owed.

    Args:
        workspace: the files.
        today: a plan without an end asks up to its year.
    """
    years = {filing.period.year for _, filing in workspace.filings()}
    for path in workspace.plans:
        held = (year for year in _held(workspace, path, today) if year not in years)
        years.update([year for year in held if _asks(workspace, path, year)])
    return tuple(sorted(years))


def _held(workspace: Workspace, path: str, today: date) -> range:
    """The years that a plan may ask about: what is due soon after its start may be of the year before."""
    start, last = workspace.orders.holds(path)
    return range(start.year - 1, min(last or today, today).year + 1) if start else range(0)


def _asks(workspace: Workspace, path: str, year: int) -> bool:
    return any(True for _ in workspace.orders.owed_to(path, year))


def most_tables(workspace: Workspace, wanted: Wanted) -> int:
    """How many tables, each of one root and year, an export writes at the most."""
    roots = (1 if wanted.root is not None else len(workspace.trees.of(year).roots) for year in wanted.years)
    return len(EXPORTED) * sum(roots)


def export(
    workspace: Workspace, wanted: Wanted, target: Path, each: Callable[[], object] = lambda: None
) -> list[tuple[int, str]]:
    """Write an export into a new folder; give the parts that it has, each a year and a root; without any, no folder.

    Args:
        workspace: the files.
        wanted: what of them.
        target: the folder, which must be new or empty.
        each: called when a table of a root and year is written.

    Raises:
        CannotGoOn: DVK909 if something stands there, DVK910 if it cannot be written, DVK986 without the library for
            Parquet, DVK989 for a number that no table holds.
    """
    written: list[tuple[int, str]] = []
    with suppress(_NothingToExport), new_folder(target) as folder, FORMS[wanted.form](folder) as writer:
        for book in yearbooks(workspace, wanted.years):
            shares = Shares(book)
            for root in book.roots if wanted.root is None else (wanted.root,):
                if root in shares.roots:
                    _write(Branch(shares, root), writer, each)
                    written.append((book.rollup.year, root))
        if not written:
            raise _NothingToExport
    return written


def _write(branch: Branch, writer: Writer, each: Callable[[], object]) -> None:
    """Write all tables of a root and year."""
    part = (branch.root, branch.tree.year)
    for name, table in EXPORTED.items():
        writer.add(table, part, in_columns(table, part, FILLED_BY[name](branch)))
        each()


def yearbooks(workspace: Workspace, years: tuple[int, ...]) -> Iterator[Yearbook]:
    """The yearbook of each year; what is last year's of one is not made again for the other."""
    admission = Admission(workspace)
    before: RollUp | None = None
    for year in years:
        if before is None or before.year != year - 1:
            before = roll_up(workspace, year - 1, admission)
        now = roll_up(workspace, year, admission)
        yield Yearbook(now, LastYear(now, before), measured_targets(now), funnel(admission, year))
        before = now
