"""``dvk units``: the organisation as it is on a day."""

import typer

from dvk.cli.destination import destination
from dvk.cli.opening import known, workspace_of
from dvk.cli.options import At, Force, On, OutputFile, Root, TableFormat, Unit
from dvk.views.units import open_units, units_json, units_table


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
    session = to.session
    day = session.day_of(on, at)
    workspace = workspace_of(session, root, at)
    if unit is not None:
        known("unit", unit, workspace.organisation.units)
    found = open_units(workspace, day, unit)
    to.give(
        json=lambda: units_json(workspace, found, day),
        tables=lambda: [units_table(workspace, found, day, session.language)],
    )
