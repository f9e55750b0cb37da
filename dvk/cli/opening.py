"""From the words of a call to a workspace and to things in it; an unknown name is answered with the nearest ones."""

from collections.abc import Iterable
from pathlib import Path

from typer import Context

from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.output.tables import FORMATS
from dvk.shown import printable
from dvk.snapshot import find_root
from dvk.vietnamese.text import nearest
from dvk.workspace import Workspace, open_workspace

JSON = "json"
_UNREAD = {
    "vi": "Không đọc được {0} tệp, chưa tính: {1} (xem: dvk check)",
    "en": "Not read and not counted, {0} in all: {1} (see: dvk check)",
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


def known_format(form: str) -> str:
    """The format, if there is one of that name.

    Raises:
        CannotGoOn: if there is none.
    """
    choices = [*FORMATS, JSON]
    if form not in choices:
        raise CannotGoOn("DVK908", option="--format", typed=form, clear=" / ".join(choices))
    return form
