"""What stands beside a figure that a report gives: the target set for it, how far it is reached, the year before."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dvk import wording
from dvk.admission import Admission
from dvk.facts import Exact, Indicator, Section
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


class Comparison:
    """The targets of a unit in a year, and its report for the same months of the year before."""

    def __init__(self, workspace: Workspace, unit: str, period: Period) -> None:
        self.workspace, self.unit, self.period = workspace, unit, period
        admission = Admission(workspace)
        tree = workspace.trees.of(period.year)
        self.targets = measured_targets(roll_up(workspace, period.year, admission)) if unit in tree.parents else {}
        self.is_alone = not tree.children.get(unit)
        before = Period(period.year - 1, period.first, period.last)
        self.before = [r for r in admission.reports(before.year).values() if (r.unit, r.period) == (unit, before)]

    def beside(self, section: Section, indicator: str, value: Exact | None) -> Beside:
        """What stands beside a figure; of a unit with none below it in the year, its own figure is the whole."""
        others = (kind for kinds in _KINDS.values() for kind in kinds) if self.is_alone else ()
        kinds = [*dict.fromkeys((*_KINDS[section], *others))]
        measured = [m for m in self.targets.get((self.unit, indicator), []) if m.target.kind in kinds]
        measured.sort(key=lambda found: kinds.index(found.target.kind))
        known = self.workspace.indicators.get(indicator)
        target = measured[0] if measured else None
        return Beside(
            self._words(target, known) if target else "",
            self._reached(target, value) if target and value is not None else "",
            self._last_year(section, indicator),
        )

    def _words(self, measured: Measured, indicator: Indicator | None) -> str:
        words = target_words(measured, indicator)
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
        return wording.amount(values[0], self.workspace.indicators.get(indicator)) if values else ""


def target_words(measured: Measured, indicator: Indicator | None) -> str:
    """``3.000``, ``khoảng 150``, ``01–02``: a target in a cell, without “at least”, which goes without saying."""
    value = wording.amount(measured.value, indicator)
    upper = f"–{wording.amount(measured.upper, indicator)}" if measured.upper is not None else ""
    return f"{'khoảng ' if measured.target.bound == 'about' else ''}{value}{upper}"
