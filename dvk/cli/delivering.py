"""A new file on its way out: written where it belongs, or printed; and what to do next."""

import shlex
import sys
from pathlib import Path

from dvk.cli.session import Session
from dvk.errors import CannotGoOn
from dvk.messages import Phrase
from dvk.messages.of_new_files import DONE, REMARKS
from dvk.messages.words import word
from dvk.shown import printable
from dvk.skeletons import NewFile
from dvk.workspace import Workspace
from dvk.writing import write_new


def deliver(session: Session, workspace: Workspace, new: NewFile, *, printed: bool) -> None:
    """Write a new file, or print it; and say beside it what has to be said.

    Raises:
        CannotGoOn: DVK909 if there is one already, DVK910 if a folder above it leads elsewhere.
    """
    if printed:
        sys.stdout.write(new.text)
    else:
        put_in_place(session, workspace, new)
        session.print(what_next(session, workspace, new, DONE))
    for remark in new.remarks:
        session.remark(printable(REMARKS[remark.name].to(session.language).format(**remark.details)))


def put_in_place(session: Session, workspace: Workspace, new: NewFile) -> None:
    """Write a new file where it belongs.

    Raises:
        CannotGoOn: DVK909 if there is one already, DVK910 if a folder above it leads elsewhere.
    """
    root = workspace.snapshot.root
    _refuse_links(session, root, new.path)
    write_new(root, {new.path: new.text})


def what_next(session: Session, workspace: Workspace, new: NewFile, done: Phrase) -> str:
    """What to do with a file that was written, in words that can be typed here."""
    root = workspace.snapshot.root
    shown = _seen_from_here(root, new.path)
    words = {"path": shown, "call": _typed(root, shown), "field": _typed_field(new.to_fill)}
    return done.to(session.language).format(**{name: printable(text) for name, text in words.items()})


def _refuse_links(session: Session, root: Path, path: str) -> None:
    """A folder that leads elsewhere: dvk follows no link when it reads, so it must not when it writes."""
    for step in (root / path).parents:
        if step == root:
            return
        if step.is_symlink():
            raise CannotGoOn("DVK910", path=str(step), problem=word("a_link", session.language))


def _seen_from_here(root: Path, path: str) -> str:
    """The path as one can type it here."""
    whole = root.resolve() / path
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else str(whole)


def _typed(root: Path, shown: str) -> str:
    """The words of a call that mean the file: outside the workspace they name its root."""
    words = [shown] if Path.cwd().is_relative_to(root.resolve()) else [shown, "--root", str(root.resolve())]
    return shlex.join(words)


def _typed_field(field: str) -> str:
    """A field path as it may be typed in every shell, cmd.exe too: in double quotes where brackets stand in it."""
    return f'"{field}"' if "[" in field else field
