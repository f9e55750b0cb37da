"""``dvk status``: what a unit has to do now, or how the whole workspace stands in short."""

from typing import Annotated

import typer

from dvk.agenda import agenda_of, lines_around, overview
from dvk.checking import findings_of
from dvk.cli.bilingual import both
from dvk.cli.destination import destination
from dvk.cli.opening import known, workspace_of
from dvk.cli.options import Force, On, OutputFile, Root, TableFormat
from dvk.views.agenda import agenda_json, agenda_tables
from dvk.views.overview import overview_json, overview_table

OneUnit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        help=both(
            "Việc của đơn vị này; mặc định: tóm tắt từng cây.", "What this unit has to do; by default each tree."
        ),
    ),
]


def command(
    ctx: typer.Context,
    unit: OneUnit = None,
    on: On = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    session = to.session
    day = session.day("--on", on)
    workspace = workspace_of(session, root, None)
    if unit is None:
        roots = overview(workspace, lines_around(workspace, day), day, findings_of(workspace))
        to.give(
            json=lambda: overview_json(workspace, roots, day),
            tables=lambda: [overview_table(workspace, roots, day, session.language)],
        )
        return
    agenda = agenda_of(workspace, known("unit", unit, workspace.organisation.units), day, findings_of(workspace))
    to.give(
        json=lambda: agenda_json(workspace, agenda),
        tables=lambda: agenda_tables(workspace, agenda, session.language),
    )
