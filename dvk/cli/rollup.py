"""``dvk rollup``: every indicator's total up the organisation tree, what it stands on, and who is missing."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.opening import JSON, known, known_format, open_in_year, say_left_out, session_of, workspace_of
from dvk.cli.options import At, IndicatorId, PlanPath, Root, TableFormat, Unit, Year
from dvk.views.rollup import rollup_json
from dvk.views.rollup_tables import rollup_tables
from dvk.workspace import Workspace
from dvk.yearbook import yearbook

Depth = Annotated[
    int,
    typer.Option(
        "--depth", metavar="N", min=0, help=both("Số cấp dưới được in.", "How many levels below are printed.")
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
    form: TableFormat = "table",
) -> None:
    session = session_of(ctx)
    form = known_format(form)
    workspace = workspace_of(session, root, at)
    only = _only(workspace, indicator, plan)
    book = yearbook(workspace, year or session.today.year)
    say_left_out(book.rollup.admission.left_out(book.rollup.year), session)
    units = book.roots if unit is None else (open_in_year(book, unit),)
    if form == JSON:
        session.print_json(rollup_json(book, units, only))
    else:
        session.print_tables(rollup_tables(book, units, only, depth, session.language), form)


def _only(workspace: Workspace, indicator: str | None, plan: str | None) -> frozenset[str]:
    """The indicators asked about: one by name, or those that a plan lists, asks for or sets targets for."""
    if indicator is not None:
        return frozenset({known("indicator", indicator, workspace.indicators)})
    if plan is None:
        return frozenset()
    found = workspace.plans[known("path", plan, workspace.plans)]
    asked = {name for obligation in found.obligations for name in obligation.indicators}
    return frozenset(asked | set(found.indicators) | {target.indicator for target in found.targets})
