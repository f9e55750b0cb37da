"""Which reports and registrations are added up: not drafts, not returned ones, not those refused after a lock."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from dvk.deadlines import FilingLine, filing_matrix
from dvk.facts import SUBMITTED_STATES, Registration, Report
from dvk.placing import is_misplaced
from dvk.workspace import Workspace

WhyLeftOut: TypeAlias = Literal["draft", "returned", "withdrawn", "refused", "unknown_unit", "not_open"]


@dataclass
class Admission:
    """The documents of a workspace that count, each as it stood when it last counted.

    Source: rules, “reports that are not added”.
    """

    workspace: Workspace
    _matrices: dict[int, list[FilingLine]] = field(default_factory=dict, repr=False)
    _reports: dict[int, dict[str, Report]] = field(default_factory=dict, repr=False)
    _days: dict[int, dict[str, date]] = field(default_factory=dict, repr=False)

    def matrix(self, year: int) -> list[FilingLine]:
        """The filing matrix of a year as known in the end."""
        if year not in self._matrices:
            self._matrices[year] = filing_matrix(self.workspace, year, date.max)
        return self._matrices[year]

    def reports(self, year: int) -> dict[str, Report]:
        """The reports for periods of the year that are added, by path: those that stand in their place before others.

        The first that gives a figure stands, so a stray copy never beats the report that it was made from.
        """
        if year not in self._reports:
            admitted = self._admitted((p, r) for p, r in self.workspace.reports.items() if r.period.year == year)
            found = [(path, filing) for path, filing in admitted if isinstance(filing, Report)]
            organisation = self.workspace.organisation
            self._reports[year] = dict(sorted(found, key=lambda item: is_misplaced(item[0], item[1], organisation)))
        return self._reports[year]

    def registrations(self) -> dict[str, Registration]:
        """The registrations whose models count, by path."""
        found = self._admitted(iter(self.workspace.registrations.items()))
        return {path: filing for path, filing in found if isinstance(filing, Registration)}

    def left_out(self, year: int) -> dict[str, WhyLeftOut]:
        """The reports for periods of the year whose figures are not added, and why."""
        admitted = self.reports(year)
        found = {
            path: self._why(report, admitted=path in admitted)
            for path, report in self.workspace.reports.items()
            if report.period.year == year
        }
        return {path: why for path, why in found.items() if why is not None}

    def _why(self, report: Report, *, admitted: bool) -> WhyLeftOut | None:
        organisation, period = self.workspace.organisation, report.period
        if report.unit not in organisation.units:
            return "unknown_unit"
        if not organisation.open_in(report.unit, period.start, period.end):
            return "not_open"
        if admitted:
            return None
        return report.state if report.state in {"draft", "returned", "withdrawn"} else "refused"

    def _admitted(
        self, filings: Iterator[tuple[str, Report]] | Iterator[tuple[str, Registration]]
    ) -> Iterator[tuple[str, Report | Registration]]:
        for path, filing in filings:
            if filing.state not in SUBMITTED_STATES:
                continue
            last = self._last_days(filing.period.year).get(path)
            if last is None:
                yield path, filing
            elif last != date.min:
                yield path, self._as_of(path, filing, last)

    def _as_of(self, path: str, filing: Report | Registration, last: date) -> Report | Registration:
        """The last revision submitted up to that day, for a file whose newest one came after its lock."""
        versions = self.workspace.history.versions(path)
        if not versions or versions[-1].received.date() <= last:
            return filing
        before = self.workspace.history.last_before(path, last)
        return before if isinstance(before, Report | Registration) else filing

    def _last_days(self, year: int) -> dict[str, date]:
        """For each file that answers a locked obligation by git: the last day that counts, none if refused."""
        if year not in self._days:
            self._days[year] = self._find_last_days(year)
        return self._days[year]

    def _find_last_days(self, year: int) -> dict[str, date]:
        days: dict[str, date] = {}
        for line in self.matrix(year):
            for answer in line.answers:
                if line.state == "unexpected" or line.owed.waiver is not None:
                    continue
                if answer.state == "refused":
                    days[answer.path] = date.min
                elif line.owed.lock is not None and answer.receipt.evidence == "git":
                    allowed = (line.owed.lock, line.owed.unlocked_until, answer.receipt.unlocked_until)
                    last = max(day for day in allowed if day is not None)
                    days[answer.path] = min(last, days.get(answer.path, date.max))
        return days
