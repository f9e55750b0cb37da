"""The roll-up: every indicator's totals up the year's tree, with what each stands on and who is missing."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from dvk.admission import Admission
from dvk.amounts import merged, simplest
from dvk.coverage import Coverages, expected_units
from dvk.facts import Exact, Indicator
from dvk.figures import Figures, figures_of
from dvk.ratios import AddingRatio, RatioTotal, divided
from dvk.totals import AddingUp, Total, finished
from dvk.workspace import Workspace
from dvk.year_tree import Tree

Basis: TypeAlias = Literal["stated", "computed", "null"]
"""What a total stands on; ``null`` where only nulls came in."""


@dataclass(frozen=True)
class RollUp:
    """All totals of a year.

    Args:
        workspace: what they were made from.
        year: the year.
        tree: the year's tree.
        figures: the figures that were added.
        expected: the units expected to give each indicator.
        totals: indicator → unit → total; ratios are in ``ratios``.
        ratios: ratio → unit → total.
    """

    workspace: Workspace
    year: int
    tree: Tree
    figures: Figures
    expected: dict[str, set[str]]
    totals: dict[str, dict[str, Total]]
    ratios: dict[str, dict[str, RatioTotal]]
    admission: Admission = field(repr=False)

    def value(self, unit: str, indicator: Indicator) -> Exact | None:
        """The figure shown for a unit and an indicator; ``None`` where there is none."""
        if indicator.is_ratio:
            total = self.ratios[indicator.id].get(unit)
            return total.value(indicator) if total else None
        found = self.totals[indicator.id].get(unit)
        return finished(found.amount, indicator, leaf=not self.tree.children[unit]) if found else None

    def total(self, unit: str, indicator: Indicator) -> Total | RatioTotal:
        """How the figure of a unit and an indicator came about."""
        totals = self.ratios if indicator.is_ratio else self.totals
        return totals[indicator.id][unit]

    def basis(self, unit: str, indicator: Indicator) -> Basis | None:
        """What the figure stands on; ``None`` where nothing came in, or where nothing may be added."""
        total = self.total(unit, indicator)
        if self.value(unit, indicator) is not None:
            return "stated" if total.stated_up else "computed"
        may_be_added = indicator.is_ratio or indicator.over_units != "none" or not self.tree.children[unit]
        return "null" if total.is_null and may_be_added else None

    def together(self, units: tuple[str, ...], indicator: Indicator) -> Exact | None:
        """The figure of several trees together; ``None`` where there is none or nothing may be added."""
        if indicator.is_ratio:
            ratios = [self.ratios[indicator.id][unit] for unit in units]
            parts = (sum(ratio.numerator for ratio in ratios), sum(ratio.denominator for ratio in ratios))
            return divided(indicator, *parts) if any(ratio.entered for ratio in ratios) else None
        value = merged(self.totals[indicator.id][unit].amount for unit in units).finished(indicator.over_units)
        return None if value is None else simplest(value)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The roots with an obligation or a figure in the year."""
        busy = {unit for units in self.expected.values() for unit in units}
        busy |= {unit for unit, _, _ in self.figures.by_unit}
        busy |= {line.owed.unit for line in self.admission.matrix(self.year)}
        return tuple(root for root in self.tree.roots if busy.intersection(self.tree.subtree(root)))


def roll_up(workspace: Workspace, year: int, admission: Admission | None = None) -> RollUp:
    """Add up the figures of a year. Source: design, “the roll-up”; rules 1–11.

    Args:
        workspace: the files.
        year: which year.
        admission: which documents count, if it is known already.
    """
    admission = admission or Admission(workspace)
    tree = workspace.trees.of(year)
    figures = figures_of(admission.reports(year), workspace.indicators, workspace.organisation)
    expected = expected_units(workspace, admission.matrix(year))
    coverages = Coverages()
    totals = {
        indicator.id: AddingUp(workspace, tree, figures, indicator, expected[indicator.id], coverages).totals()
        for indicator in workspace.indicators.values()
        if not indicator.is_ratio
    }
    ratios = {
        ratio.id: AddingRatio(workspace, tree, figures, ratio, totals, expected[ratio.id], coverages).ratios()
        for ratio in workspace.indicators.values()
        if ratio.is_ratio
    }
    return RollUp(workspace, year, tree, figures, expected, totals, ratios, admission)
