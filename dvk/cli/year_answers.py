"""Answers of ``dvk rollup``: a year, or the year as known then beside the year as known now."""

from pathlib import Path

from dvk.cli.against import two_states
from dvk.cli.destination import Destination
from dvk.cli.opening import known, open_in_year, say_what_is_missing
from dvk.cli.year_asked import YearAsked
from dvk.views.against import Beside, against_json, against_tables
from dvk.views.movements import Named
from dvk.views.rollup import rollup_json
from dvk.views.rollup_tables import rollup_tables
from dvk.workspace import Workspace
from dvk.yearbook import yearbook


def year_answer(workspace: Workspace, to: Destination, asked: YearAsked) -> str | bytes:
    """The year's totals; what was filed and is not in them is said beside them."""
    only = _only(workspace, asked.indicator, asked.plan)
    book = yearbook(workspace, asked.year)
    say_what_is_missing(book, to.session)
    units = book.roots if asked.unit is None else (open_in_year(book, asked.unit),)
    return to.made(
        json=lambda: rollup_json(book, units, only),
        tables=lambda: rollup_tables(book, units, only, asked.depth, to.session.language),
    )


def give_beside(to: Destination, sides: tuple[Path | None, str | None, str], asked: YearAsked) -> None:
    """The year as known then beside the year as known now.

    Args:
        to: where it goes.
        sides: the folder, what ``--at`` says, what ``--against`` says.
        asked: what is asked about.
    """
    states = two_states(to.session, *sides)
    only = _only(states.now, asked.indicator, asked.plan)
    then, now = (yearbook(workspace, asked.year) for workspace in (states.then, states.now))
    beside = Beside(then, now, states.labels, Named(states.then, states.now, to.session.language))
    units = beside.roots
    if asked.unit is not None:
        stood_then = asked.unit in then.rollup.tree.parents and asked.unit not in now.rollup.tree.parents
        units = (open_in_year(then if stood_then else now, asked.unit),)
    to.give(
        json=lambda: against_json(beside, units, only),
        tables=lambda: against_tables(beside, units, only, asked.depth),
    )


def _only(workspace: Workspace, indicator: str | None, plan: str | None) -> frozenset[str]:
    """The indicators asked about: one by name, or those that a plan lists, asks for or sets targets for."""
    if indicator is not None:
        return frozenset({known("indicator", indicator, workspace.indicators)})
    if plan is None:
        return frozenset()
    found = workspace.plans[known("path", plan, workspace.plans)]
    asked = {name for obligation in found.obligations for name in obligation.indicators}
    return frozenset(asked | set(found.indicators) | {target.indicator for target in found.targets})
