"""``dvk deadlines``: who owes what, by which last day, and how it stands."""

from typing import Annotated

import typer

from dvk.cli.bilingual import both
from dvk.cli.opening import JSON, known, known_format, session_of, workspace_of
from dvk.cli.options import At, On, PlanPath, Root, TableFormat, Unit, Year
from dvk.deadlines import STATES, FilingLine, filing_matrix
from dvk.views.deadlines import Asked, deadlines_json, deadlines_tables
from dvk.workspace import Workspace

State = Annotated[
    list[str] | None,
    typer.Option(
        "--state",
        metavar="STATE",
        help=both(
            "Chỉ một tình trạng, ví dụ overdue, late; có thể lặp lại.",
            "Only one state, such as overdue; may be repeated.",
        ),
    ),
]


def command(
    ctx: typer.Context,
    year: Year = None,
    on: On = None,
    unit: Unit = None,
    plan: PlanPath = None,
    state: State = None,
    at: At = None,
    root: Root = None,
    form: TableFormat = "table",
) -> None:
    session = session_of(ctx)
    day = session.day_of(on, at)
    form = known_format(form)
    wanted = [known("state", name, STATES) for name in state or STATES]
    workspace = workspace_of(session, root, at)
    lines = filing_matrix(workspace, year or day.year, day)
    lines = _narrowed(workspace, lines, unit, plan)
    if form == JSON:
        session.print_json(deadlines_json(workspace, [line for line in lines if line.state in wanted]))
    else:
        session.print_tables(deadlines_tables(workspace, lines, Asked(day, frozenset(wanted)), session.language), form)


def _narrowed(workspace: Workspace, lines: list[FilingLine], unit: str | None, plan: str | None) -> list[FilingLine]:
    """The lines of a plan, and of a unit and those below it on the reference day."""
    if plan is not None:
        known("path", plan, workspace.plans)
        lines = [line for line in lines if line.owed.plan == plan]
    if unit is None:
        return lines
    organisation = workspace.organisation
    known("unit", unit, organisation.units)
    return [
        line
        for line in lines
        if line.owed.unit == unit or unit in organisation.above_on(line.owed.unit, line.owed.reference)
    ]
