"""``dvk rollup``: every indicator's total up the organisation tree, what it stands on, and who is missing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dvk.cli.against import TwoStates, two_states
from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.opening import known, open_in_year, say_what_is_missing, workspace_of
from dvk.cli.options import (
    Against,
    At,
    Force,
    IndicatorId,
    OutputFile,
    PlanPath,
    Root,
    TableFormat,
    Unit,
    Year,
    whole_number,
)
from dvk.views.against import Beside, against_json, against_tables
from dvk.views.movements import Named
from dvk.views.rollup import rollup_json
from dvk.views.rollup_tables import rollup_tables
from dvk.workspace import Workspace
from dvk.yearbook import yearbook

Depth = Annotated[
    int,
    typer.Option(
        "--depth",
        metavar="N",
        parser=whole_number("--depth", 0),
        help=both("Số cấp dưới được in.", "How many levels below are printed."),
    ),
]
Facts = Annotated[
    list[Path] | None,
    typer.Option(
        "--facts",
        metavar="DIR",
        help=both(
            "Cộng từ các bản xuất (dvk export) trong thư mục này, thay vì từ các tệp; dùng nhiều lần được.",
            "Add up exports (dvk export) in this folder instead of files; may be repeated.",
        ),
    ),
]
EngineName = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="duckdb|spark",
        help=both("Với --facts: cộng bằng gì; mặc định: duckdb.", "With --facts: what adds; by default duckdb."),
    ),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the two years is asked about, as the options of the call say it."""

    year: int | None
    unit: str | None
    indicator: str | None
    plan: str | None
    depth: int


def command(
    ctx: typer.Context,
    year: Year = None,
    unit: Unit = None,
    indicator: IndicatorId = None,
    plan: PlanPath = None,
    depth: Depth = 0,
    at: At = None,
    against: Against = None,
    facts: Facts = None,
    engine: EngineName = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    session = to.session
    if facts or engine is not None:
        from dvk.cli.facts import give_combined, see_that_options_fit

        see_that_options_fit({"--plan": plan, "--at": at, "--against": against, "--engine": None if facts else engine})
        give_combined(to, facts or (), engine or "duckdb", (year or session.today.year, unit, indicator, depth))
        return
    if against is not None:
        _give_beside(to, two_states(session, root, at, against), Wanted(year, unit, indicator, plan, depth))
        return
    workspace = workspace_of(session, root, at)
    only = _only(workspace, indicator, plan)
    book = yearbook(workspace, year or session.today.year)
    say_what_is_missing(book, session)
    units = book.roots if unit is None else (open_in_year(book, unit),)
    to.give(
        json=lambda: rollup_json(book, units, only),
        tables=lambda: rollup_tables(book, units, only, depth, session.language),
    )


def _give_beside(to: Destination, states: TwoStates, wanted: Wanted) -> None:
    """The year as known then beside the year as known now."""
    language, year = to.session.language, wanted.year or to.session.today.year
    only = _only(states.now, wanted.indicator, wanted.plan)
    then, now = (yearbook(workspace, year) for workspace in (states.then, states.now))
    beside = Beside(then, now, states.labels, Named(states.then, states.now, language))
    units = beside.roots
    if wanted.unit is not None:
        stood_then = wanted.unit in then.rollup.tree.parents and wanted.unit not in now.rollup.tree.parents
        units = (open_in_year(then if stood_then else now, wanted.unit),)
    to.give(
        json=lambda: against_json(beside, units, only),
        tables=lambda: against_tables(beside, units, only, wanted.depth),
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
