"""What stands beside an empty figure: the indicator, the last figure of the unit, what is to be reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk import wording
from dvk.admission import Admission
from dvk.facts import SUBMITTED_STATES, Bound, Exact, Indicator, Report, Section
from dvk.periods import Period
from dvk.rollup import roll_up
from dvk.shown import number
from dvk.targets import Measured, measured_targets
from dvk.workspace import Workspace


@dataclass(frozen=True)
class PastFigures:
    """The figures and targets of one unit as comments say them.

    Args:
        workspace: the files.
        unit: whose.
        period: of the new report; only what was reported for earlier months is said.
    """

    workspace: Workspace
    unit: str
    period: Period

    def words(self, indicator: Indicator, section: Section) -> str:
        """``Nhà Nhân ái (căn). Năm 2020: 71. Giao: ít nhất 90``."""
        parts = [f"{indicator.name} ({indicator.unit_of_measure})"]
        parts += [part for part in (self._last(indicator, section), self._to_reach(indicator)) if part]
        return ". ".join(parts)

    def _last(self, indicator: Indicator, section: Section) -> str:
        """The figure of the same months a year before, else of the latest earlier report."""
        found = list(self._earlier(indicator.id, section))
        if not found:
            return ""
        months = (self.period.year - 1, self.period.first, self.period.last)
        report, value = max(
            found,
            key=lambda entry: (_months(entry[0].period) == months, entry[0].period.end, entry[0].period.start),
        )
        words = wording.period(report.period)
        said = "không có số" if value is None else number(value, "vi")
        return f"{words[0].upper()}{words[1:]}: {said}" + (" (số minh hoạ)" if report.illustrative else "")

    def _earlier(self, indicator: str, section: Section) -> Iterable[tuple[Report, Exact | None]]:
        for report in self.workspace.reports.values():
            if report.unit == self.unit and report.state in SUBMITTED_STATES and report.period.end < self.period.end:
                for fact in report.figures:
                    if fact.indicator == indicator and fact.section == section:
                        yield report, fact.value

    def _to_reach(self, indicator: Indicator) -> str:
        said = [self._target(measured) for measured in self._targets.get((self.unit, indicator.id), [])]
        return f"Giao: {'; '.join(dict.fromkeys(said))}" if said else ""

    def _target(self, measured: Measured) -> str:
        """Of a target for each of several units, the unit's own share or that of those below it."""
        words = bounded(measured.value, measured.upper, measured.target.bound)
        if measured.target.kind != "each":
            return words
        issuer = self.workspace.plans[measured.plan].unit
        last_day = date(self.period.year, 12, 31)
        mine = issuer != self.unit and self.workspace.organisation.is_meant(self.unit, measured.target.who, last_day)
        return words if mine else f"mỗi đơn vị cấp dưới {words}"

    @cached_property
    def _targets(self) -> dict[tuple[str, str], list[Measured]]:
        return measured_targets(roll_up(self.workspace, self.period.year, self.admission))

    @cached_property
    def admission(self) -> Admission:
        """Which documents count."""
        return Admission(self.workspace)


def bounded(value: Exact, upper: Exact | None, bound: Bound) -> str:
    """A target in words: ``ít nhất 90``, ``khoảng 150``, ``từ 1 đến 2``."""
    return wording.bounded(bound, number(value, "vi"), "" if upper is None else number(upper, "vi"))


def _months(period: Period) -> tuple[int, int, int]:
    return period.year, period.first, period.last
