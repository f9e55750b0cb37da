"""``dvk units``: the organisation as it is on a day."""

from datetime import date
from typing import TYPE_CHECKING

import typer

from dvk.cli.answered_before import Question, answer
from dvk.cli.destination import Destination, destination
from dvk.cli.opening import known
from dvk.cli.options import At, Force, On, OutputFile, Root, TableFormat, Unit

if TYPE_CHECKING:
    from dvk.workspace import Workspace


def command(
    ctx: typer.Context,
    on: On = None,
    unit: Unit = None,
    at: At = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    day = to.session.day_of(on, at)
    answer(to, Question("units", root, at, (day, unit)), lambda workspace, to: _units(workspace, to, day, unit))


def _units(workspace: "Workspace", to: Destination, day: date, unit: str | None) -> str | bytes:
    from dvk.views.units import open_units, units_json, units_table

    if unit is not None:
        known("unit", unit, workspace.organisation.units)
    found = open_units(workspace, day, unit)
    return to.made(
        json=lambda: units_json(workspace, found, day),
        tables=lambda: [units_table(workspace, found, day, to.session.language)],
    )
