"""Answers about files: the same question about the same files is answered from the call before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dvk.checked_before import identity_of
from dvk.cli.destination import Destination
from dvk.cli.opening import read_whole, readings_for, root_of, say_unread
from dvk.files_asked import snapshot_of
from dvk.memory import from_row, to_row

if TYPE_CHECKING:
    from dvk.workspace import Workspace

MOST_CHARACTERS = 2_000_000
"""The longest answer that is kept: a longer one takes longer to make, but the cache is not there to be filled."""
_WHAT = "answer"

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
    """What a call about files said.

    Args:
        files: what the files were, as ``identity_of`` says.
        remarks: what was said beside the result.
        result: the result.
    """

    files: str
    remarks: tuple[str, ...]
    result: str


def answer(to: Destination, question: Question, work: Work) -> None:
    """Answer a question about files, and keep the answer: one for each question, of the files asked about last."""
    folder = root_of(question.root)
    snapshot, readings = snapshot_of(folder, question.at), readings_for(to.session, folder)
    name = repr((question.command, *question.options, to.form, to.session.language))
    files = "" if readings.store is None else identity_of(snapshot, readings, to.session.today)
    known = readings.result(_WHAT, name)
    kept = from_row(known, _Answer) if known is not None else None
    if kept is not None and kept.files == files:
        for remark in kept.remarks:
            to.session.remark(remark)
        to.put(kept.result)
        return
    said: list[str] = []
    heard = replace(to, session=replace(to.session, listener=said.append))
    workspace = read_whole(snapshot, readings)
    say_unread(workspace, heard.session)
    result = work(workspace, heard)
    if isinstance(result, str) and len(result) <= MOST_CHARACTERS:
        readings.keep_result(_WHAT, name, to_row(_Answer(files, tuple(said), result)))
    to.put(result)
