"""Targets: what was to be reached, by whom, and how far it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dvk.amounts import simplest
from dvk.facts import Bound, Exact, Plan, Target
from dvk.obligations import Orders
from dvk.organisation import Organisation
from dvk.rollup import RollUp

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """A target in one unit, and what stands against it.

    Args:
        plan: the plan that sets it.
        target: as set.
        value: what is to be reached here: for ``per``, the value times the number of units.
        upper: the upper end of a range.
        measured: the figure compared with it; ``None`` where there is none yet.
        met: whether it is reached; ``None`` where nothing can be compared.
        reached: of an ``each`` target: how many units reached it.
        of: of an ``each`` target: how many units were to.
    """

    plan: str
    target: Target
    value: Exact
    upper: Exact | None
    measured: Exact | None
    met: bool | None
    reached: int | None = None
    of: int | None = None

    @property
    def attainment(self) -> Exact | None:
        """Per cent of the (lower) value; never for ``each``, which is not a sum."""
        if self.measured is None or self.target.kind == "each" or not self.value:
            return None
        return simplest(Fraction(self.measured) * PERCENT / Fraction(self.value))


def measured_targets(rollup: RollUp) -> dict[tuple[str, str], list[Measured]]:
    """Every target that holds in the year, by the unit and indicator where it is shown. Source: rules 21."""
    found: dict[tuple[str, str], list[Measured]] = {}
    for path, plan in rollup.workspace.plans.items():
        if plan.unit not in rollup.tree.parents:
            continue
        for target in plan.targets:
            known = target.indicator in rollup.workspace.indicators
            if known and in_force(rollup.workspace.orders, path, target, rollup.year):
                for unit, measured in _MeasuringUp(rollup, path, plan, target).everywhere():
                    found.setdefault((unit, target.indicator), []).append(measured)
    return found


def in_force(orders: Orders, path: str, target: Target, year: int) -> bool:
    """Whether a target of the plan at ``path`` is for that year, and the plan was not replaced within it."""
    plan = orders.plans[path]
    if not plan.is_issued or plan.start is None:
        return False
    replaced = orders.superseded_on.get(path, date.max) <= date(year, 12, 31)
    ended = plan.until is not None and plan.until < date(year, 1, 1)
    if target.every_year:
        return not replaced and not ended and plan.start.year <= year
    return not replaced and (target.year or plan.period.year) == year


def allocated(orders: Orders, superior: str, indicator: str, year: int) -> Iterator[tuple[str, Exact]]:
    """What the plans below take over of a superior's total in a year: each unit with its part.

    Args:
        orders: the plans.
        superior: the path of the superior's plan.
        indicator: what the total is of.
        year: the year for which it is to be reached.
    """
    for path in orders.carried_out_by.get(superior, ()):
        for target in orders.plans[path].targets:
            is_part = target.kind == "total" and target.indicator == indicator
            if is_part and in_force(orders, path, target, year):
                yield orders.plans[path].unit, target.value


def is_met(value: Exact, target: tuple[Exact, Exact | None, Bound], about_percent: int) -> bool:
    """Whether a figure reaches a bound.

    At least: not below the lower value; exactly: within the range; about: not below ``about_percent`` of it.
    """
    lower, upper, bound = target
    if bound == "about":
        return Fraction(value) * PERCENT >= Fraction(lower) * about_percent
    return value >= lower and (bound == "at_least" or value <= (lower if upper is None else upper))


@dataclass(frozen=True)
class _MeasuringUp:
    """One target of one plan against a year's totals."""

    rollup: RollUp
    path: str
    plan: Plan
    target: Target

    @property
    def _organisation(self) -> Organisation:
        return self.rollup.workspace.organisation

    def everywhere(self) -> Iterator[tuple[str, Measured]]:
        """The units where the target is shown, with what stands against it there."""
        if self.target.kind == "total":
            yield self.plan.unit, self._against(self._total(self.plan.unit))
        elif self.target.kind == "own":
            yield self.plan.unit, self._against(self._own(self.plan.unit))
        elif self.target.kind == "each":
            yield from self._by_each()
        else:
            yield from self._by_number()

    def _against(self, value: Exact | None, times: int = 1) -> Measured:
        lower = self.target.value * times
        upper = None if self.target.upper is None else self.target.upper * times
        met = None if value is None else self._meets(value, lower, upper)
        return Measured(self.path, self.target, lower, upper, value, met)

    def _meets(self, value: Exact, lower: Exact, upper: Exact | None) -> bool:
        return is_met(value, (lower, upper, self.target.bound), self.rollup.workspace.settings.about_percent)

    def _total(self, unit: str) -> Exact | None:
        return self.rollup.value(unit, self.rollup.workspace.indicators[self.target.indicator])

    def _own(self, unit: str) -> Exact | None:
        total = self.rollup.totals.get(self.target.indicator, {}).get(unit)
        return total.own.value if total else None

    def _by_each(self) -> Iterator[tuple[str, Measured]]:
        members = self._organisation.debtors(self.plan.unit, self.target.who, None, date(self.rollup.year, 12, 31))
        values = {unit: self._total(unit) for unit in members}
        lower, upper = self.target.value, self.target.upper
        reached = [u for u, value in values.items() if value is not None and self._meets(value, lower, upper)]
        numbers = self._numbers_above(reached)
        for unit, of in self._numbers_above(members).items():
            number = numbers.get(unit, 0)
            total = self._total(unit)
            yield unit, Measured(self.path, self.target, lower, upper, total, number == of, number, of)

    def _by_number(self) -> Iterator[tuple[str, Measured]]:
        issued = self.plan.issued or self.plan.start
        if issued is None:
            return
        members = self._organisation.debtors(self.plan.unit, self.target.who, None, issued)
        homes = (self.rollup.workspace.trees.home(unit, self.rollup.year) for unit in members)
        for unit, number in self._numbers_above([home for home in homes if home is not None]).items():
            yield unit, self._against(self._total(unit), number)

    def _numbers_above(self, units: list[str]) -> dict[str, int]:
        """How many of the units stand in the subtree of each unit from them up to the issuer."""
        numbers: dict[str, int] = {}
        for unit in units:
            chain = self._chain(unit)
            if chain[-1] == self.plan.unit:
                for above in chain:
                    numbers[above] = numbers.get(above, 0) + 1
        return numbers

    def _chain(self, unit: str) -> list[str]:
        """The unit and those above it in the year's tree, up to the issuer."""
        chain = [unit]
        while chain[-1] != self.plan.unit and (above := self.rollup.tree.parents[chain[-1]]) is not None:
            chain.append(above)
        return chain
