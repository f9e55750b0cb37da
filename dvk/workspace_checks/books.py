"""What workspace checks look at: the files, and the totals of every year, each made once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

from dvk.admission import Admission
from dvk.facts import Indicator
from dvk.findings import Mistake
from dvk.kinds import kind_of
from dvk.rollup import RollUp, roll_up
from dvk.totals import Total
from dvk.workspace import Workspace
from dvk.workspace_checks.dues import DueEachPeriod, due_each_period
from dvk.yearly import Yearly

Found: TypeAlias = Iterator[tuple[str, Mistake]]
"""Mistakes with the paths of the files that they stand in."""


@dataclass
class Books:
    """A workspace and its years."""

    workspace: Workspace
    _years: dict[int, RollUp] = field(default_factory=dict, repr=False)

    @cached_property
    def admission(self) -> Admission:
        """Which documents count."""
        return Admission(self.workspace)

    @property
    def years(self) -> list[int]:
        """The years for which reports were filed."""
        return sorted({report.period.year for report in self.workspace.reports.values()})

    def rollup(self, year: int) -> RollUp:
        """The totals of a year."""
        if year not in self._years:
            self._years[year] = roll_up(self.workspace, year, self.admission)
        return self._years[year]

    @cached_property
    def due_each_period(self) -> tuple[DueEachPeriod, ...]:
        """What the issued plans ask, period by period."""
        return due_each_period(self.workspace)

    def name(self, unit: str, day: date) -> str:
        """The name of a unit on a day; an unknown id stands for itself."""
        return self.workspace.organisation.name_or_id(unit, day)

    def totals(self) -> Iterator[tuple[RollUp, Indicator, Total]]:
        """Every total of every year."""
        for year in self.years:
            rollup = self.rollup(year)
            for name, totals in rollup.totals.items():
                for total in totals.values():
                    yield rollup, self.workspace.indicators[name], total


def is_unread(workspace: Workspace, kind: str) -> bool:
    """Whether a file of that kind could not be read: what it declares is not known, so nothing can be missed."""
    return any(kind_of(path) == kind for path in workspace.unread)


def source(yearly: Yearly) -> tuple[str, str]:
    """The file and field of the figure that stands last in a year."""
    last = yearly.chosen[-1]
    return last.path, f"{last.field}.value"
