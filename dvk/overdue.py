"""What a unit may remind those below it of: what they have not filed though its last day is over, or nearly so."""

from collections.abc import Iterable, Iterator
from datetime import date

from dvk.deadlines import FilingLine
from dvk.facts import Plan, StateOfFiling
from dvk.workspace import Workspace

_NOT_FILED: frozenset[StateOfFiling] = frozenset({"overdue", "returned", "empty"})
"""A filing refused after its lock is left out: whoever sent it cannot do anything any more."""


def asked_by(workspace: Workspace, unit: str, lines: Iterable[FilingLine]) -> list[FilingLine]:
    """The lines of what a unit's own plans ask for."""
    return [line for line in lines if workspace.plans[line.owed.plan].unit == unit]


def ended(workspace: Workspace, lines: Iterable[FilingLine], on: date) -> list[str]:
    """The units of some lines that are not open any more on the day: nobody is there to read a letter."""
    units = dict.fromkeys(line.owed.unit for line in lines)
    return [unit for unit in units if not workspace.organisation.is_open(unit, on)]


def overdue(workspace: Workspace, lines: Iterable[FilingLine], on: date) -> list[FilingLine]:
    """What is not filed at the end of ``on`` though its last day was before.

    What was sent back counts unless the day by which it is to come again is still ahead.
    """
    return [
        line
        for line in lines
        if line.state in _NOT_FILED
        and line.owed.due is not None
        and line.owed.due.day < on
        and all(day < on for day in _days_to_come_again(workspace, line))
    ]


def due_soon(lines: Iterable[FilingLine]) -> list[FilingLine]:
    """What is due within the days that the policy calls soon."""
    return [line for line in lines if line.state == "due_soon"]


def _days_to_come_again(workspace: Workspace, line: FilingLine) -> Iterator[date]:
    if line.state != "returned":
        return
    for answer in line.answers:
        filing = workspace.filing(answer.path)
        if filing is not None and not isinstance(filing, Plan):
            yield from (note.resubmit_by for note in filing.returns if note.resubmit_by is not None)
