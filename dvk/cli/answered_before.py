"""Answers about files: the same question about the same files is answered from the call before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dvk.checked_before import Remembered
from dvk.cli.destination import Destination
from dvk.cli.opening import names_are_kept, read_whole, readings_for, root_of, say_unread
from dvk.files_asked import snapshot_of

if TYPE_CHECKING:
    from dvk.workspace import Workspace

MOST_CHARACTERS = 20_000_000
"""The longest answer that is kept: a longer one takes longer to make, but the cache is not there to be filled."""

Work: TypeAlias = "Callable[[Workspace, Destination], str | bytes]"
"""Makes an answer; what is to be said beside it goes to the destination's session."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words of a call that its answer depends on, all but form and language.

    Args:
        command: the command.
        root: the folder of the workspace, or None for the nearest above this one.
        at: the revision or day whose files are asked about; None for those on disk.
        options: what else was asked, in the order of the command's options.
    """

    command: str
    root: Path | None
    at: str | None
    options: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a call about files said: beside its result, and as its result."""

    remarks: tuple[str, ...]
    result: str


def answer(to: Destination, question: Question, work: Work) -> None:
    """Answer a question about files, and keep the answer if it is a text."""
    session, folder = to.session, root_of(question.root)
    snapshot, readings = snapshot_of(folder, question.at), readings_for(session, folder)
    said: list[str] = []
    heard = replace(to, session=replace(session, listener=said.append))

    def made() -> str | bytes:
        workspace = read_whole(snapshot, readings)
        say_unread(workspace, heard.session)
        return work(workspace, heard)

    if to.is_binary or (snapshot.commit is None and not names_are_kept(folder)):
        to.put(made())
        return
    name = repr(("answer", question.command, question.at, *question.options, to.form, session.language))
    kept = Remembered(name, snapshot, readings, session.today).result(
        _Answer,
        lambda: _Answer(result=str(made()), remarks=tuple(said)),
        lambda kept: len(kept.result) <= MOST_CHARACTERS,
    )
    for remark in kept.remarks[len(said) :]:
        session.remark(remark)
    to.put(kept.result)
