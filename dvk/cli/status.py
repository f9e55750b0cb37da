"""``dvk status``: what a unit has to do, how far a document has come, or how the whole workspace stands in short."""

from datetime import date
from typing import Annotated

import typer

from dvk.agenda import agenda_of, lines_around, overview
from dvk.checking import findings_of
from dvk.cli.bilingual import both
from dvk.cli.destination import Destination, destination
from dvk.cli.opening import document_at_path, known, workspace_of
from dvk.cli.options import Force, On, OutputFile, Root, TableFormat
from dvk.errors import CannotGoOn
from dvk.facts import Registration, Report
from dvk.stamping import changed_since, way_of
from dvk.views.agenda import agenda_json, agenda_tables
from dvk.views.overview import overview_json, overview_table
from dvk.views.way import way_json, way_tables
from dvk.workspace import Workspace

OneDocument = Annotated[
    str | None,
    typer.Argument(
        metavar="[PATH]",
        help=both(
            "Thay vì cả cây: một bản đăng ký hoặc báo cáo đã qua bước nào, đổi gì từ đó, bước sau là gì.",
            "Instead: how far a registration or report has come, what changed since, and what is next.",
        ),
    ),
]
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
    path: OneDocument = None,
    unit: OneUnit = None,
    on: On = None,
    root: Root = None,
    form: TableFormat = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    to = destination(ctx, form, output, force=force)
    if path is not None and unit is not None:
        clear = "dvk status PATH / dvk status --unit UNIT"
        raise CannotGoOn("DVK938", command="status", fault="ways_at_once", clear=clear)
    workspace = workspace_of(to.session, root, None)
    day = to.session.day("--on", on)
    if path is not None:
        _give_way(to, workspace, path, day)
    elif unit is not None:
        _give_agenda(to, workspace, known("unit", unit, workspace.organisation.units), day)
    else:
        _give_overview(to, workspace, day)


def _give_overview(to: Destination, workspace: Workspace, day: date) -> None:
    roots = overview(workspace, lines_around(workspace, day), day, findings_of(workspace))
    to.give(
        json=lambda: overview_json(workspace, roots, day),
        tables=lambda: [overview_table(workspace, roots, day, to.session.language)],
    )


def _give_agenda(to: Destination, workspace: Workspace, unit: str, day: date) -> None:
    agenda = agenda_of(workspace, unit, day, findings_of(workspace))
    since = changed_since(workspace, agenda.suspect)
    to.give(
        json=lambda: agenda_json(workspace, agenda, since),
        tables=lambda: agenda_tables(workspace, agenda, since, to.session.language),
    )


def _give_way(to: Destination, workspace: Workspace, path: str, day: date) -> None:
    way = way_of(workspace, *_filing(workspace, path), day)
    to.give(
        json=lambda: way_json(way, to.session.language),
        tables=lambda: way_tables(workspace, way, to.session.language),
    )


def _filing(workspace: Workspace, path: str) -> tuple[str, Registration | Report]:
    """The document that a path means, with the path of its file.

    Raises:
        CannotGoOn: DVK907 if there is no such file, DVK916 if it cannot be read, DVK917 if it goes no such way.
    """
    name = document_at_path(workspace, path)
    filing = workspace.filing(name)
    if not isinstance(filing, Registration | Report):
        if name in workspace.unread:
            raise CannotGoOn("DVK916", field=path, problem="not_yaml")
        raise CannotGoOn("DVK917", path=path, problem="not_under_way")
    return name, filing
