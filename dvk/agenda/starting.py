"""How a piece of work is begun, or taken up where a file is there for it."""

from collections.abc import Iterator
from itertools import count
from pathlib import PurePosixPath
from typing import NamedTuple

from dvk.facts import Filing, Plan
from dvk.kinds import KINDS
from dvk.obligations import Owed
from dvk.values import Reference
from dvk.workspace import Workspace


class Start(NamedTuple):
    """What is there, and what to type.

    Args:
        path: the file that is there for it, if there is one.
        command: the words after ``dvk`` that begin the work, or take it up; none where only the file is to be filled.
    """

    path: str | None
    command: tuple[str, ...]


def answers_of(workspace: Workspace, owed: Owed) -> Iterator[tuple[str, Filing]]:
    """The files that answer it or are to: drafts too, those that do not say yet what they answer included."""
    reference = _reference(owed)
    for path, filing in _for_the_period(workspace, owed):
        if reference in filing.answers or (filing.is_draft and not filing.answers):
            yield path, filing


def start_of(workspace: Workspace, owed: Owed) -> Start:
    """How something is begun that no file has answered yet.

    Where the unit has a file for it that does not say so, a new one would stand in its way, or could not be made.
    """
    reference = _reference(owed)
    begun = dict(answers_of(workspace, owed))
    answering = next((path for path, filing in begun.items() if reference in filing.answers), None)
    if answering:
        return Start(answering, ())
    silent = next(iter(begun), None) or next(_meant(workspace, owed), None)
    if silent:
        return Start(silent, ("set", silent, "answers[+]", str(reference)))
    return _anew(workspace, owed)


def _reference(owed: Owed) -> Reference:
    return Reference(owed.plan, owed.obligation.id)


def _for_the_period(workspace: Workspace, owed: Owed) -> Iterator[tuple[str, Filing]]:
    """The files of the kind that the unit has for the period, those taken back left out."""
    for path, filing in workspace.filings():
        fits = (filing.unit, filing.kind, filing.period) == (owed.unit, owed.obligation.kind, owed.period)
        if fits and not filing.is_withdrawn:
            yield path, filing


def _meant(workspace: Workspace, owed: Owed) -> Iterator[str]:
    """The files that may well be meant for it: any registration; the report; the plan that carries this one out."""
    for path, filing in _for_the_period(workspace, owed):
        carries_out = isinstance(filing, Plan) and filing.superior_plan == owed.plan
        if owed.obligation.kind == "registration" or carries_out or path == _place(workspace, owed):
            yield path


def _anew(workspace: Workspace, owed: Owed) -> Start:
    """The call that makes a new file; a report under another name where something else has taken its own."""
    asked = ("--unit", owed.unit, "--period", str(owed.period))
    if owed.obligation.kind == "plan":
        return Start(None, ("new-plan", *asked, "--from", owed.plan))
    if owed.obligation.kind == "registration":
        return Start(None, ("register-model", *asked))
    place, entries = _place(workspace, owed), workspace.snapshot.entries
    if place in workspace.unread:
        return Start(place, ("check", place))
    if place not in entries:
        return Start(None, ("new-report", *asked))
    topics = (f"lan-{number}" for number in count(2))
    free = next(topic for topic in topics if _place(workspace, owed, f"-{topic}") not in entries)
    return Start(None, ("new-report", *asked, "--topic", free))


def _place(workspace: Workspace, owed: Owed, topic: str = "") -> str:
    """Where the file belongs that a new one would be; of a plan, if it is named as the one that it carries out."""
    kind, folder = KINDS[owed.obligation.kind], workspace.organisation.folder_of(owed.unit)
    name = PurePosixPath(owed.plan).stem if owed.obligation.kind == "plan" else str(owed.period)
    return f"{kind.folder}/{owed.period.year}/{folder}/{name}{topic}.yaml"
