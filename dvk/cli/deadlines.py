"""``dvk deadlines``: who owes what, by which last day, and how it stands."""

from dataclasses import dataclass
from typing import Annotated

import typer

from dvk.cli.against import TwoStates, two_states
from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.opening import known, known_word, workspace_of
from dvk.cli.options import Against, At, Force, On, OutputFile, PlanPath, Root, TableFormat, Unit, Year
from dvk.deadlines import FilingLine, filing_matrix
from dvk.facts import STATES
from dvk.movements.filings import key_of
from dvk.views.deadlines import Asked, deadlines_json, deadlines_tables
from dvk.views.deadlines_against import deadlines_against_json, deadlines_against_table
from dvk.views.movements import Named
from dvk.workspace import Workspace

State = Annotated[
    list[str] | None,
    typer.Option(
        "--state",
        metavar="STATE",
        help=both(
            "Chỉ một tình trạng, ví dụ overdue hay “chưa nộp”; có thể lặp lại.",
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
    against: Against = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    session = to.session
    day = session.day_of(on, at)
    wanted = [known_word("state", name, STATES, session.language) for name in state or STATES]
    if against is not None:
        states = two_states(session, root, at, against)
        _give_beside(to, states, Wanted(year, unit, plan, on, frozenset(wanted)))
        return
    workspace = workspace_of(session, root, at)
    lines = filing_matrix(workspace, year or day.year, day)
    lines = _narrowed(workspace, lines, unit, plan)
    asked = Asked(day, frozenset(wanted))
    to.give(
        json=lambda: deadlines_json(workspace, [line for line in lines if line.state in asked.states]),
        tables=lambda: deadlines_tables(workspace, lines, asked, session.language),
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the two matrices is asked about, as the options of the call say it."""

    year: int | None
    unit: str | None
    plan: str | None
    on: str | None
    states: frozenset[str]


def _give_beside(to: Destination, states: TwoStates, wanted: Wanted) -> None:
    """The matrix as known then beside the matrix as known now, each on its own day unless ``--on`` says one."""
    session = to.session
    lines = []
    for workspace, revision in zip((states.then, states.now), states.revisions, strict=True):
        day = session.day_of(wanted.on, revision)
        matrix = filing_matrix(workspace, wanted.year or session.today.year, day)
        lines.append(_narrowed(workspace, matrix, wanted.unit, wanted.plan))
    shown = {key_of(line) for side in lines for line in side if line.state in wanted.states}
    then, now = ([line for line in side if key_of(line) in shown] for side in lines)
    named = Named(states.then, states.now, session.language)
    to.give(
        json=lambda: deadlines_against_json(((states.then, then), (states.now, now))),
        tables=lambda: [deadlines_against_table((then, now), states.labels, named)],
    )


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
