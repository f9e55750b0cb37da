"""What a unit owes now: overdue, sent back, or due before long, and how the work is begun."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dvk.deadlines import FilingLine
from dvk.facts import Filing, StateOfFiling
from dvk.obligations import Owed
from dvk.values import Reference
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
        path: the file that is begun, sent back or empty, if there is one.
        command: the words after ``dvk`` that begin the work; none where a file is there.
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


def answers_of(workspace: Workspace, owed: Owed) -> Iterator[tuple[str, Filing]]:
    """The files that answer it or are to: drafts too, those that do not say yet what they answer included."""
    reference = Reference(owed.plan, owed.obligation.id)
    for path, filing in workspace.filings():
        fits = (filing.unit, filing.kind, filing.period) == (owed.unit, owed.obligation.kind, owed.period)
        begun = filing.state == "draft" and not filing.answers
        if fits and (begun or (reference in filing.answers and filing.state != "withdrawn")):
            yield path, filing


def _task(workspace: Workspace, line: FilingLine, day: date) -> Task:
    owed = line.owed
    path = line.answers[0].path if line.answers else next((path for path, _ in answers_of(workspace, owed)), None)
    until = _until(workspace, line)
    return Task(
        owed=owed,
        state=line.state,
        until=until,
        days=(until - day).days if until else None,
        path=path,
        command=() if path else _beginning(owed),
    )


def _until(workspace: Workspace, line: FilingLine) -> date | None:
    due = line.owed.due.day if line.owed.due else None
    if line.state != "returned":
        return due
    filing = workspace.filing(line.answers[0].path)
    notes = getattr(filing, "returns", ())
    return notes[-1].resubmit_by or due if notes else due


def _beginning(owed: Owed) -> tuple[str, ...]:
    """The words after ``dvk`` that begin the work."""
    asked = ("--unit", owed.unit, "--period", str(owed.period))
    return {
        "plan": ("new-plan", *asked, "--from", owed.plan),
        "registration": ("register-model", *asked),
        "report": ("new-report", *asked),
    }[owed.obligation.kind]


def _is_near(task: Task, day: date) -> bool:
    """Whether it is to be done within the time that one looks ahead; undated: whether its period begins in it."""
    if task.state == "not_yet_due":
        return task.until is not None and task.until - day <= HORIZON
    return task.state != "open" or task.owed.period.start - day <= HORIZON
