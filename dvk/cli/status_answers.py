"""Answers of ``dvk status``: each tree in short, what a unit has to do, and how far a document has come."""

from datetime import date

from dvk.agenda import agenda_of, lines_around, overview
from dvk.checking import findings_of
from dvk.cli.destination import Destination
from dvk.cli.opening import document_at_path, known
from dvk.errors import CannotGoOn
from dvk.facts import Registration, Report
from dvk.views.agenda import agenda_json, agenda_tables
from dvk.views.overview import overview_json, overview_table
from dvk.views.way import way_json, way_tables
from dvk.workspace import Workspace


def overview_answer(workspace: Workspace, to: Destination, day: date) -> str | bytes:
    """Each tree in short, at the end of a day."""
    roots = overview(workspace, lines_around(workspace, day), day, findings_of(workspace))
    return to.made(
        json=lambda: overview_json(workspace, roots, day),
        tables=lambda: [overview_table(workspace, roots, day, to.session.language)],
    )


def give_agenda(to: Destination, workspace: Workspace, named: str, day: date) -> None:
    """What a unit has to do at the end of a day.

    Raises:
        CannotGoOn: DVK907 if there is no such unit.
    """
    from dvk.stamping import changed_since

    unit = known("unit", named, workspace.organisation.units)
    agenda = agenda_of(workspace, unit, day, findings_of(workspace))
    since = changed_since(workspace, agenda.suspect)
    to.give(
        json=lambda: agenda_json(workspace, agenda, since),
        tables=lambda: agenda_tables(workspace, agenda, since, to.session.language),
    )


def give_way(to: Destination, workspace: Workspace, path: str, day: date) -> None:
    """How far a document has come, and what is next.

    Raises:
        CannotGoOn: DVK907 if there is no such file, DVK916 if it cannot be read, DVK917 if it goes no such way.
    """
    from dvk.stamping import way_of

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
