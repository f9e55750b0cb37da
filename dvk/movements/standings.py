"""One year of one workspace, and how an indicator or a count of models stands in a unit of it."""

from dataclasses import dataclass
from functools import cached_property

from dvk.admission import Admission
from dvk.facts import Exact, Indicator
from dvk.models import COUNTS, Funnel, ModelOfYear, funnel
from dvk.rollup import Basis, RollUp, roll_up

MODEL_COUNTS = tuple(f"models.{count}" for count in COUNTS)
"""The counts of the funnel of models, named as ``dvk why`` names them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an indicator stands in a unit, or a count of models.

    Args:
        value: the total; ``None`` where there is none. A count of models is 0 where there are none.
        basis: ``computed``, ``stated``, ``null`` where only nulls came in, ``None`` where nothing did.
        given: n: the expected units of the subtree with a complete figure.
        expected: N: the expected units of the subtree.
        illustrative: whether an illustrative figure or model of the subtree is in it.
    """

    value: Exact | None = None
    basis: Basis | None = None
    given: int = 0
    expected: int = 0
    illustrative: bool = False


NOWHERE = Standing()
"""Of a unit or an indicator that is not there."""


@dataclass(frozen=True)
class YearSide:
    """One year of one workspace: its totals and its models."""

    rollup: RollUp
    funnel: Funnel

    def standing(self, unit: str, name: str) -> Standing:
        """How an indicator, or a count of models (``models.registered``), stands in a unit."""
        if unit not in self.rollup.tree.parents:
            return Standing(0, "computed") if name in MODEL_COUNTS else NOWHERE
        if name in MODEL_COUNTS:
            return self._models(unit, name.removeprefix("models."))
        indicator = self.rollup.workspace.indicators.get(name)
        return self._indicator(unit, indicator) if indicator else NOWHERE

    def _models(self, unit: str, count: str) -> Standing:
        counted = [model for model in self._models_of[unit] if model.counts_as(count)]
        return Standing(len(counted), "computed", illustrative=any(model.illustrative for model in counted))

    def _indicator(self, unit: str, indicator: Indicator) -> Standing:
        value, basis = self.rollup.value(unit, indicator), self.rollup.basis(unit, indicator)
        coverage = self.rollup.total(unit, indicator).coverage
        marked = any(unit in self._illustrative.get(part, ()) for part in parts_of(indicator))
        return Standing(value, basis, coverage.given, coverage.expected, marked)

    @cached_property
    def _models_of(self) -> dict[str, list[ModelOfYear]]:
        return {unit: self.funnel.of(unit) for unit in self.rollup.tree.parents}

    @cached_property
    def _illustrative(self) -> dict[str, set[str]]:
        """Indicator → the units in whose subtree a report gives an illustrative figure for it."""
        figures, parents = self.rollup.figures, self.rollup.tree.parents
        found: dict[str, set[str]] = {}
        for (giver, name, _), given in figures.by_unit.items():
            if any(figure.path in figures.illustrative for figure in given):
                marked = found.setdefault(name, set())
                unit: str | None = giver
                while unit is not None and unit not in marked:
                    marked.add(unit)
                    unit = parents.get(unit)
        return found


def parts_of(indicator: Indicator) -> tuple[str, ...]:
    """The indicators whose figures make it: itself, or numerator and denominator."""
    return tuple(filter(None, (indicator.numerator, indicator.denominator))) or (indicator.id,)


def year_side(admission: Admission, year: int) -> YearSide:
    """A year of the workspace whose documents were admitted."""
    return YearSide(roll_up(admission.workspace, year, admission), funnel(admission, year))
