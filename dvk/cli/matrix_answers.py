"""Answers of ``dvk deadlines``: the matrix of a year on a day, or two of them side by side."""

from datetime import date
from pathlib import Path

from dvk.cli.against import two_states
from dvk.cli.destination import Destination
from dvk.cli.matrix_asked import MatrixAsked
from dvk.cli.opening import known
from dvk.deadlines import FilingLine, filing_matrix
from dvk.movements.filings import key_of
from dvk.views.deadlines import Asked, deadlines_json, deadlines_tables
from dvk.views.deadlines_against import deadlines_against_json, deadlines_against_table
from dvk.views.movements import Named
from dvk.workspace import Workspace


def matrix_answer(workspace: Workspace, to: Destination, asked: MatrixAsked, day: date) -> str | bytes:
    """The lines of a year, as known at the end of ``day``."""
    lines = filing_matrix(workspace, asked.year or day.year, day)
    lines = _narrowed(workspace, lines, asked.unit, asked.plan)
    shown = Asked(day, frozenset(asked.states))
    return to.made(
        json=lambda: deadlines_json(workspace, [line for line in lines if line.state in shown.states]),
        tables=lambda: deadlines_tables(workspace, lines, shown, to.session.language),
    )


def give_beside(to: Destination, sides: tuple[Path | None, str | None, str], asked: MatrixAsked) -> None:
    """The matrix as known then beside the matrix as known now, each on its own day unless ``--on`` says one.

    Args:
        to: where it goes.
        sides: the folder, what ``--at`` says, what ``--against`` says.
        asked: what is asked about.
    """
    session = to.session
    states = two_states(session, *sides)
    lines = []
    for workspace, revision in zip((states.then, states.now), states.revisions, strict=True):
        day = session.day_of(asked.on, revision)
        matrix = filing_matrix(workspace, asked.year or session.today.year, day)
        lines.append(_narrowed(workspace, matrix, asked.unit, asked.plan))
    shown = {key_of(line) for side in lines for line in side if line.state in asked.states}
    then, now = ([line for line in side if key_of(line) in shown] for side in lines)
    named = Named(states.then, states.now, session.language)
    to.give(
        json=lambda: deadlines_against_json(((states.then, then), (states.now, now))),
        tables=lambda: [deadlines_against_table((then, now), states.labels, named)],
    )


def _narrowed(workspace: Workspace, lines: list[FilingLine], unit: str | None, plan: str | None) -> list[FilingLine]:
    """The lines of a plan, and of a unit and those below it on the reference day; an unknown one is below none."""
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
        if line.owed.unit == unit
        or (line.owed.unit in organisation.units and unit in organisation.above_on(line.owed.unit, line.owed.reference))
    ]
