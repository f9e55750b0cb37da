"""What stands beside a figure that a report gives: the target set for it, how far it is reached, the year before."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dvk import wording
from dvk.admission import Admission
from dvk.facts import Exact, Report, Section
from dvk.periods import Period
from dvk.rollup import roll_up
from dvk.targets import PERCENT, Measured, is_met, measured_targets
from dvk.workspace import Workspace

_KINDS: dict[Section, tuple[str, ...]] = {"own": ("own",), "consolidated": ("total", "per", "each")}
"""What a figure is compared with: a unit's own with targets for it alone, all of its subtree with the others."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The words beside a figure; "" for what there is not."""

    target: str
    reached: str
    last_year: str


class Years:
    """The targets of each year of a workspace, worked out once for all documents that are compared with them."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.admission = Admission(workspace)
        self._targets: dict[int, dict[tuple[str, str], list[Measured]]] = {}
        self._reports: dict[int, dict[tuple[str, Period], list[Report]]] = {}

    def targets(self, year: int) -> dict[tuple[str, str], list[Measured]]:
        """(unit, indicator) → what is set for it in a year."""
        if year not in self._targets:
            self._targets[year] = measured_targets(roll_up(self.workspace, year, self.admission))
        return self._targets[year]

    def reports(self, unit: str, period: Period) -> list[Report]:
        """The reports of a unit on a period that count."""
        if period.year not in self._reports:
            kept: dict[tuple[str, Period], list[Report]] = {}
            for report in self.admission.reports(period.year).values():
                kept.setdefault((report.unit, report.period), []).append(report)
            self._reports[period.year] = kept
        return self._reports[period.year].get((unit, period), [])


class Comparison:
    """The targets of a unit in a year, and its report for the same months of the year before."""

    def __init__(self, years: Years, unit: str, period: Period) -> None:
        self.workspace, self.unit, self.period = years.workspace, unit, period
        tree = self.workspace.trees.of(period.year)
        self.targets = years.targets(period.year) if unit in tree.parents else {}
        self.is_alone = not tree.children.get(unit)
        self.before = years.reports(unit, Period(period.year - 1, period.first, period.last))

    def beside(self, section: Section, indicator: str, value: Exact | None) -> Beside:
        """What stands beside a figure; of a unit with none below it in the year, its own figure is the whole."""
        others = (kind for kinds in _KINDS.values() for kind in kinds) if self.is_alone else ()
        kinds = [*dict.fromkeys((*_KINDS[section], *others))]
        measured = [m for m in self.targets.get((self.unit, indicator), []) if m.target.kind in kinds]
        measured.sort(key=lambda found: kinds.index(found.target.kind))
        target = measured[0] if measured else None
        return Beside(
            self._words(target) if target else "",
            self._reached(target, value) if target and value is not None else "",
            self._last_year(section, indicator),
        )

    def _words(self, measured: Measured) -> str:
        words = target_words(measured)
        return words if measured.target.kind != "each" or self._is_member(measured) else f"{words} (mỗi đơn vị)"

    def _reached(self, measured: Measured, value: Exact) -> str:
        if measured.target.kind != "each":
            return wording.percent(Fraction(value) * PERCENT / Fraction(measured.value)) if measured.value else ""
        if not self._is_member(measured):
            return ""
        bounds = (measured.value, measured.upper, measured.target.bound)
        return "đạt" if is_met(value, bounds, self.workspace.settings.about_percent) else "chưa đạt"

    def _is_member(self, measured: Measured) -> bool:
        """Whether the target is set for this unit itself, not only for units below it."""
        last = date(self.period.year, 12, 31)
        return self.workspace.organisation.is_meant(self.unit, measured.target.who, last)

    def _last_year(self, section: Section, indicator: str) -> str:
        given = [figure for report in self.before for figure in report.figures]
        values = [f.value for f in given if (f.section, f.indicator) == (section, indicator) and f.value is not None]
        return wording.in_column(values[0]) if values else ""


def target_words(measured: Measured) -> str:
    """``3.000``, ``khoảng 150``, ``1–2``: a target in a cell, without “at least”, which goes without saying."""
    value = wording.in_column(measured.value)
    upper = f"–{wording.in_column(measured.upper)}" if measured.upper is not None else ""
    return f"{'khoảng ' if measured.target.bound == 'about' else ''}{value}{upper}"
