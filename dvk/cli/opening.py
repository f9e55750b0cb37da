"""From the words of a call to a workspace and to things in it; an unknown name is answered with the nearest ones."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from typer import Context

from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.messages.words import word
from dvk.output.tables import FORMATS
from dvk.shown import printable
from dvk.snapshot import find_root
from dvk.vietnamese.text import nearest
from dvk.workspace import Workspace, open_workspace
from dvk.yearbook import Yearbook

JSON = "json"
_UNREAD = {
    "vi": "Không đọc được {0} tệp, chưa tính: {1} (xem: dvk check)",
    "en": "Not read and not counted, {0} in all: {1} (see: dvk check)",
}
_LEFT_OUT = {
    "vi": "Không cộng {0} báo cáo: {1}",
    "en": "Reports not added, {0} in all: {1}",
}
_MOST_NAMED = 5
_MOST_CHOICES = 20


def session_of(ctx: Context) -> Session:
    """The session of a call."""
    session = ctx.find_root().obj
    if not isinstance(session, Session):
        raise TypeError("a command runs inside a session")
    return session


def workspace_of(session: Session, root: Path | None, at: str | None) -> Workspace:
    """The workspace at ``root``, or at the nearest folder above this one that has one.

    Says beside the result which files could not be read: a total without them is not the whole.
    """
    workspace = open_workspace(root_of(root), at)
    _say_unread(workspace, session)
    return workspace


def root_of(root: Path | None) -> Path:
    """The folder of the workspace that a call means."""
    return find_root(root if root is not None else Path.cwd())


def _say_unread(workspace: Workspace, session: Session) -> None:
    if workspace.unread:
        names = ", ".join(printable(path) for path in workspace.unread[:_MOST_NAMED])
        more = ", …" if len(workspace.unread) > _MOST_NAMED else ""
        session.remark(_UNREAD[session.language].format(len(workspace.unread), names + more))


def say_left_out(left_out: Mapping[str, str], session: Session) -> None:
    """Say which reports are read and not added, and why."""
    named = [f"{printable(path)} ({word(why, session.language)})" for path, why in left_out.items()]
    if named:
        more = ", …" if len(named) > _MOST_NAMED else ""
        listed = ", ".join(named[:_MOST_NAMED]) + more
        session.remark(_LEFT_OUT[session.language].format(len(named), listed))


def known(what: str, name: str, among: Iterable[str]) -> str:
    """The name, if it is known.

    Raises:
        CannotGoOn: with the nearest names, if it is not.
    """
    choices = list(among)
    if name in choices:
        return name
    near = nearest(name, choices) or (choices if len(choices) <= _MOST_CHOICES else ())
    raise CannotGoOn("DVK907", what=what, name=name, near=" / ".join(near))


def open_in_year(book: Yearbook, unit: str) -> str:
    """A unit that stands in the year's tree.

    Raises:
        CannotGoOn: DVK907 if there is no such unit, DVK912 if it was not open in the year.
    """
    organisation, year = book.workspace.organisation, book.rollup.year
    if unit in organisation.units and unit not in book.rollup.tree.parents:
        start, end = organisation.units[unit].start, organisation.end_of(unit)
        near = end if end is not None and end.year < year else start
        raise CannotGoOn("DVK912", unit=unit, year=str(year), near_year=str(near.year if near else year))
    return known("unit", unit, organisation.units)


def known_format(form: str) -> str:
    """The format, if there is one of that name.

    Raises:
        CannotGoOn: if there is none.
    """
    choices = [*FORMATS, JSON]
    if form not in choices:
        raise CannotGoOn("DVK908", option="--format", typed=form, clear=" / ".join(choices))
    return form
