"""``dvk rollup``: every indicator's total up the organisation tree, what it stands on, and who is missing."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.opening import known, open_in_year, say_what_is_missing, workspace_of
from dvk.cli.options import At, Force, IndicatorId, OutputFile, PlanPath, Root, TableFormat, Unit, Year, whole_number
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


def command(
    ctx: typer.Context,
    year: Year = None,
    unit: Unit = None,
    indicator: IndicatorId = None,
    plan: PlanPath = None,
    depth: Depth = 0,
    at: At = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    session = to.session
    workspace = workspace_of(session, root, at)
    only = _only(workspace, indicator, plan)
    book = yearbook(workspace, year or session.today.year)
    say_what_is_missing(book, session)
    units = book.roots if unit is None else (open_in_year(book, unit),)
    to.give(
        json=lambda: rollup_json(book, units, only),
        tables=lambda: rollup_tables(book, units, only, depth, session.language),
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
