"""``dvk units``: the organisation as it is on a day."""

import typer

from dvk.cli.opening import JSON, known, known_format, session_of, workspace_of
from dvk.cli.options import At, On, Root, TableFormat, Unit
from dvk.views.units import open_units, units_json, units_table


def command(
    ctx: typer.Context,
    on: On = None,
    unit: Unit = None,
    at: At = None,
    root: Root = None,
    form: TableFormat = "table",
) -> None:
    session = session_of(ctx)
    day = session.day_of(on, at)
    form = known_format(form)
    workspace = workspace_of(session, root, at)
    if unit is not None:
        known("unit", unit, workspace.organisation.units)
    found = open_units(workspace, day, unit)
    if form == JSON:
        session.print_json(units_json(workspace, found, day))
    else:
        session.print_tables([units_table(workspace, found, day, session.language)], form)
