"""A year as a whole: totals, targets, last year and models, made once and shown by every view."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from dvk.admission import Admission
from dvk.comparison import Comparable, LastYear
from dvk.facts import Exact, Indicator
from dvk.models import Funnel, funnel
from dvk.ratios import RatioTotal
from dvk.rollup import Basis, RollUp, roll_up
from dvk.targets import Measured, measured_targets
from dvk.totals import Total
from dvk.workspace import Workspace
from dvk.yearly import Yearly

_FIRST = ("total", "per", "own", "each")


@dataclass(frozen=True)
class Row:
    """One indicator in one unit, with everything that stands beside its figure.

    Args:
        unit: the unit.
        indicator: the indicator.
        value: the figure; ``None`` where there is none.
        total: how it came about; a ``RatioTotal`` for a ratio.
        basis: what the figure stands on.
        targets: the targets that are measured here, the one for the whole subtree first.
        last_year: last year's figure; ``None`` where there is none or none to compare.
        last_year_basis: why.
    """

    unit: str
    indicator: Indicator
    value: Exact | None
    total: Total | RatioTotal
    basis: Basis | None
    targets: tuple[Measured, ...]
    last_year: Exact | None
    last_year_basis: Comparable | None

    @property
    def change(self) -> Exact | None:
        """This year's figure less last year's, where both are known."""
        return None if self.value is None or self.last_year is None else self.value - self.last_year

    @property
    def own(self) -> Yearly | None:
        """The unit's own figure for the year; a ratio has none of its own."""
        return self.total.own if isinstance(self.total, Total) else None


@dataclass(frozen=True)
class Yearbook:
    """A year of a workspace."""

    rollup: RollUp
    last_year: LastYear
    targets: dict[tuple[str, str], list[Measured]]
    funnel: Funnel

    @property
    def workspace(self) -> Workspace:
        """The files that it was made from."""
        return self.rollup.workspace

    @property
    def roots(self) -> tuple[str, ...]:
        """Roots with an obligation, a figure or a model in the year."""
        tree, busy = self.rollup.tree, set(self.rollup.roots)
        return tuple(root for root in tree.roots if root in busy or self.funnel.of(root))

    def name(self, unit: str) -> str:
        """The name of a unit at the end of the year; an unknown id stands for itself."""
        return self.workspace.organisation.name_or_id(unit, date(self.rollup.year, 12, 31))

    def rows(self, unit: str, only: frozenset[str] = frozenset()) -> list[Row]:
        """The rows of a unit: the indicators that are expected, given or aimed at in its subtree."""
        shown = self._shown_below(unit)
        indicators = (i for i in self.workspace.indicators.values() if not only or i.id in only)
        return [self._row(unit, indicator) for indicator in indicators if _is_of(indicator, shown)]

    def below(self, row: Row) -> list[Row]:
        """The same indicator in the units directly below."""
        return [self._row(child, row.indicator) for child in self.rollup.tree.children[row.unit]]

    def illustrative(self, unit: str) -> bool:
        """Whether a figure or a model of the unit's subtree is illustrative."""
        is_marked = not self._marked.isdisjoint(self.rollup.tree.subtree(unit))
        return is_marked or any(model.illustrative for model in self.funnel.of(unit))

    @cached_property
    def _marked(self) -> set[str]:
        """The units with a report whose figures are illustrative."""
        return {self.workspace.reports[path].unit for path in self.rollup.figures.illustrative}

    def _shown_below(self, unit: str) -> set[str]:
        """The indicators that something in the unit's subtree is expected to give, gives, or aims at."""
        return {name for other in self.rollup.tree.subtree(unit) for name in self._shown.get(other, ())}

    @cached_property
    def _shown(self) -> dict[str, set[str]]:
        """Unit → the indicators that it is expected to give, gives, or aims at."""
        found: dict[str, set[str]] = {}
        given = ((unit, name) for unit, name, _ in self.rollup.figures.by_unit)
        expected = ((unit, name) for name, units in self.rollup.expected.items() for unit in units)
        for unit, name in chain(given, expected, self.targets):
            found.setdefault(unit, set()).add(name)
        return found

    def _row(self, unit: str, indicator: Indicator) -> Row:
        targets = sorted(self.targets.get((unit, indicator.id), []), key=_first)
        before = self.last_year.then.figures.by_unit or None
        return Row(
            unit=unit,
            indicator=indicator,
            value=self.rollup.value(unit, indicator),
            total=self.rollup.total(unit, indicator),
            basis=self.rollup.basis(unit, indicator),
            targets=tuple(targets),
            last_year=self.last_year.value(unit, indicator) if before else None,
            last_year_basis=self.last_year.basis(unit) if before else None,
        )


def _is_of(indicator: Indicator, shown: set[str]) -> bool:
    """Whether an indicator, or a part of a ratio, is among those shown."""
    return not shown.isdisjoint({indicator.id, indicator.numerator, indicator.denominator})


def _first(measured: Measured) -> int:
    return _FIRST.index(measured.target.kind)


def yearbook(workspace: Workspace, year: int) -> Yearbook:
    """Everything that a year's files say together."""
    admission = Admission(workspace)
    now = roll_up(workspace, year, admission)
    then = roll_up(workspace, year - 1, admission)
    return Yearbook(now, LastYear(now, then), measured_targets(now), funnel(admission, year))
