"""What is to be done now: by one unit, or by a whole workspace in short."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dvk.agenda.below import Awaited, RootCounts, awaited, overview
from dvk.agenda.own_files import UNREAD, OwnFile, unfinished
from dvk.agenda.tasks import HORIZON, Task, tasks_of
from dvk.cascade import suspect_stamps
from dvk.deadlines import FilingLine, filing_matrix
from dvk.facts import Registration, Report
from dvk.findings import Finding
from dvk.workspace import Workspace

__all__ = [
    "HORIZON",
    "UNREAD",
    "Agenda",
    "Awaited",
    "OwnFile",
    "RootCounts",
    "Task",
    "agenda_of",
    "lines_around",
    "overview",
]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What one unit has to do on a day.

    Args:
        unit: the unit.
        day: the day asked about.
        tasks: what it owes, the most pressing first.
        files: its own files that are not finished.
        awaited: what it waits for from those below.
        suspect: documents that it filed or stamped, and that say something else than was stamped.
    """

    unit: str
    day: date
    tasks: tuple[Task, ...]
    files: tuple[OwnFile, ...]
    awaited: tuple[Awaited, ...]
    suspect: tuple[str, ...] = ()


def lines_around(workspace: Workspace, day: date) -> list[FilingLine]:
    """The filing matrix of the year of a day, of the year before and of the year after.

    What was filed in the name of a unit that is not declared is nobody's; a check names it.
    """
    known = workspace.organisation.units
    years = (day.year - 1, day.year, day.year + 1)
    return [line for year in years for line in filing_matrix(workspace, year, day) if line.owed.unit in known]


def agenda_of(workspace: Workspace, unit: str, day: date, findings: Iterable[Finding]) -> Agenda:
    """What a unit has to do at the end of a day, for periods of that year, the last and the next one.

    Args:
        workspace: the files.
        unit: one of its units.
        day: the day asked about.
        findings: what check finds, of the unit's files or of all.
    """
    lines = lines_around(workspace, day)
    mine = [line for line in lines if line.owed.unit == unit and line.state != "unexpected"]
    return Agenda(
        unit=unit,
        day=day,
        tasks=tuple(tasks_of(workspace, mine, day)),
        files=tuple(unfinished(workspace, unit, mine, findings)),
        awaited=tuple(awaited(workspace, unit, lines, day)),
        suspect=tuple(_suspect(workspace, unit)),
    )


def _suspect(workspace: Workspace, unit: str) -> Iterator[str]:
    for path, filing in workspace.filings():
        if isinstance(filing, Registration | Report) and unit in _involved(filing) and suspect_stamps(filing):
            yield path


def _involved(filing: Registration | Report) -> set[str]:
    return {filing.unit, *(stamp.unit for stamp in filing.stamps)}
