"""What a unit owes now: overdue, sent back, or due before long, and how the work is begun."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dvk.agenda.starting import Start, start_of
from dvk.deadlines import FilingLine
from dvk.facts import Registration, Report, StateOfFiling
from dvk.obligations import Owed
from dvk.workspace import Workspace

HORIZON = timedelta(days=30)
"""How far ahead one looks."""
TO_DO: frozenset[StateOfFiling] = frozenset(
    {"overdue", "refused", "returned", "empty", "due_soon", "not_yet_due", "open"}
)
"""States in which something is left to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something owed and not yet filed as it should be.

    Args:
        owed: what, for which period.
        state: how it stands on the day asked about.
        until: the last acceptable day; of a returned filing the day up to which it may come again.
        days: days from the day asked about to ``until``; below 0 it is late.
        path: the file that is there for it, begun, sent back, empty or not said to answer it, if there is one.
        command: the words after ``dvk`` that begin the work or take it up; none where only a file is to be filled.
    """

    owed: Owed
    state: StateOfFiling
    until: date | None
    days: int | None
    path: str | None
    command: tuple[str, ...]

    @property
    def order(self) -> tuple[date, str, str]:
        """By last day, the latest one left out first; what has none comes last."""
        return self.until or date.max, self.owed.plan, self.owed.obligation.id


def tasks_of(workspace: Workspace, lines: Iterable[FilingLine], day: date) -> list[Task]:
    """What is left to do of these lines of the matrix, which are of one unit; the most pressing first."""
    tasks = (_task(workspace, line, day) for line in lines if line.state in TO_DO)
    return sorted((task for task in tasks if _is_near(task, day)), key=lambda task: task.order)


def _task(workspace: Workspace, line: FilingLine, day: date) -> Task:
    owed = line.owed
    start = Start(line.answers[0].path, ()) if line.answers else start_of(workspace, owed)
    until = _until(workspace, line)
    return Task(
        owed=owed,
        state=line.state,
        until=until,
        days=(until - day).days if until else None,
        path=start.path,
        command=start.command or _what_was_said(line.state, start.path),
    )


def _what_was_said(state: StateOfFiling, path: str | None) -> tuple[str, ...]:
    """The call that shows why a document was sent back, and what comes next."""
    return ("status", path) if state == "returned" and path else ()


def _until(workspace: Workspace, line: FilingLine) -> date | None:
    due = line.owed.due.day if line.owed.due else None
    if line.state != "returned":
        return due
    filing = workspace.filing(line.answers[0].path)
    notes = filing.returns if isinstance(filing, Registration | Report) else ()
    return notes[-1].resubmit_by or due if notes else due


def _is_near(task: Task, day: date) -> bool:
    """Whether it is to be done within the time that one looks ahead; undated: whether its period begins in it."""
    if task.state == "not_yet_due":
        return task.until is not None and task.until - day <= HORIZON
    return task.state != "open" or task.owed.period.start - day <= HORIZON
