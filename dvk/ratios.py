"""Ratios: recomputed from a numerator and a denominator that the same reports give, never added."""

from dataclasses import dataclass, replace
from fractions import Fraction

from dvk.amounts import simplest
from dvk.coverage import NONE_EXPECTED, Coverage, Coverages
from dvk.facts import Exact, Indicator, OverTime
from dvk.figures import Figures
from dvk.totals import Total, covers, parts_stand
from dvk.workspace import Workspace
from dvk.year_tree import Tree
from dvk.yearly import Given, Yearly, YearState, combine, over_the_year


@dataclass(frozen=True, slots=True)
class RatioTotal:
    """A ratio in one unit of the year's tree.

    Args:
        unit: the unit.
        numerator: sum of the numerators of the units that enter.
        denominator: sum of their denominators.
        entered: how many units (or stated totals) entered.
        nulls: how many units give a null for it, with a reason.
        own: numerator and denominator of the unit's own reports, where both are given.
        own_parts: what they give for the year.
        own_state: whether they are for all months of its life.
        covers_predecessors: whether they speak for the units that went into this one, too.
        stated_up: whether the stated totals of both parts are what enters.
        computed: numerator and denominator of the units that enter, whatever goes up.
        coverage: the expected units of its subtree by class.
        no_numerator: units that give only the denominator.
        no_denominator: units that give only the numerator.
        zero_denominator: units left out because they divide something by nothing.
    """

    unit: str
    numerator: Exact = 0
    denominator: Exact = 0
    entered: int = 0
    nulls: int = 0
    own: tuple[Given, ...] = ()
    own_state: YearState = "absent"
    own_parts: tuple[Exact, Exact] = (0, 0)
    covers_predecessors: bool = False
    stated_up: bool = False
    computed: tuple[Exact, Exact] = (0, 0)
    coverage: Coverage = NONE_EXPECTED
    no_numerator: tuple[str, ...] = ()
    no_denominator: tuple[str, ...] = ()
    zero_denominator: tuple[str, ...] = ()

    @property
    def is_null(self) -> bool:
        """Whether only nulls came in."""
        return not self.entered and self.nulls > 0

    def value(self, ratio: Indicator) -> Exact | None:
        """The ratio, times 100 where its unit of measure is ``%``; ``None`` of nothing or over 0."""
        return divided(ratio, self.numerator, self.denominator) if self.entered else None


def divided(ratio: Indicator, numerator: Exact, denominator: Exact) -> Exact | None:
    """Numerator over denominator, times 100 where the unit of measure is ``%``; ``None`` over 0."""
    if not denominator:
        return None
    scale = 100 if ratio.unit_of_measure == "%" else 1
    return simplest(Fraction(numerator) * scale / denominator)


@dataclass(frozen=True)
class AddingRatio:
    """A ratio on its way up one year's tree. Source: design, “ratio”; rules 10."""

    workspace: Workspace
    tree: Tree
    figures: Figures
    ratio: Indicator
    totals: dict[str, dict[str, Total]]
    expected: set[str]
    coverages: Coverages

    def ratios(self) -> dict[str, RatioTotal]:
        """The ratio of every unit, those of the units below made first."""
        made: dict[str, RatioTotal] = {}
        for unit in self.tree.bottom_up():
            made[unit] = self._total(unit, [made[child] for child in self.tree.children[unit]])
        return made

    def _total(self, unit: str, children: list[RatioTotal]) -> RatioTotal:
        mine = self._own(unit)
        if not children:
            return self._stated(mine, [], mine.coverage) or mine
        beside = [child for child in children if child.unit in self.tree.succeeded]
        inside = [mine, *(child for child in children if child.unit not in self.tree.succeeded)]
        made = _joined(unit, inside if mine.covers_predecessors else inside + beside)
        within, around = (
            self.coverages.joined(part.coverage for part in inside),
            self.coverages.joined(part.coverage for part in beside),
        )
        made = replace(
            made,
            own=mine.own,
            own_state=mine.own_state,
            own_parts=mine.own_parts,
            computed=(made.numerator, made.denominator),
            covers_predecessors=mine.covers_predecessors,
            coverage=self.coverages.joined([within, around.by_stated_total() if mine.covers_predecessors else around]),
        )
        return self._stated(made, beside, within) or made

    def _own(self, unit: str) -> RatioTotal:
        pairs = self.figures.pairs(unit, self.ratio)
        if not pairs:
            return self._without_pair(unit)
        life = self.workspace.organisation.months(unit, self.tree.year)
        yearly = over_the_year(self._standing(unit, pairs, life), "sum", life)
        if not yearly.chosen:
            year_is_null = any(given.period.is_year for given in yearly.nulls)
            return self._null(unit) if year_is_null else self._without_pair(unit)
        below = {given.period: given for _, given in pairs}
        numerator = combine(yearly.chosen, self._operator(self.ratio.numerator), life)
        denominators = [below[given.period] for given in yearly.chosen]
        denominator = combine(denominators, self._operator(self.ratio.denominator), life)
        if numerator is None or denominator is None:
            return self._without_pair(unit)
        return self._pair(unit, yearly, (numerator, denominator))

    def _pair(self, unit: str, yearly: Yearly, parts: tuple[Exact, Exact]) -> RatioTotal:
        """A unit that gives both parts; something over nothing does not enter."""
        numerator, denominator = parts
        if denominator == 0 and numerator != 0:
            coverage = self._covered(unit, "absent")
            return RatioTotal(unit, own=yearly.chosen, coverage=coverage, zero_denominator=(unit,))
        return RatioTotal(
            unit,
            numerator,
            denominator,
            entered=1,
            own=yearly.chosen,
            own_parts=parts,
            own_state=yearly.state,
            covers_predecessors=covers(yearly),
            computed=parts,
            coverage=self._covered(unit, yearly.state),
        )

    def _standing(self, unit: str, pairs: list[tuple[Given, Given]], life: int) -> list[Given]:
        """Pairs to choose from, as numerators; a pair with a null in it is a null.

        The year's is left out where, for a successor, parts of the year stand over either of its figures.
        """
        given = [above if below.value is not None else replace(above, value=None) for above, below in pairs]
        if not parts_stand(self.tree, unit, given):
            return given
        whole = [pair for pair, figure in zip(pairs, given, strict=True) if figure.value is not None]
        above = over_the_year([a for a, _ in whole], self._operator(self.ratio.numerator), life, parts_stand=True)
        below = over_the_year([b for _, b in whole], self._operator(self.ratio.denominator), life, parts_stand=True)
        overruled = any(not figure.period.is_year for figure in (*above.chosen, *below.chosen))
        return [figure for figure in given if not (overruled and figure.period.is_year and figure.value is not None)]

    def _null(self, unit: str) -> RatioTotal:
        return RatioTotal(unit, nulls=1, own_state="null", coverage=self._covered(unit, "null"))

    def _without_pair(self, unit: str) -> RatioTotal:
        """A unit without a pair of numbers: null where one part is only null and the other is given, else nothing."""
        above = self.figures.of(unit, self.ratio.numerator or "", "own")
        below = self.figures.of(unit, self.ratio.denominator or "", "own")
        if above and below and (_only_null(above) or _only_null(below)):
            return self._null(unit)
        return RatioTotal(
            unit,
            coverage=self._covered(unit, "absent"),
            no_numerator=(unit,) if below and not above else (),
            no_denominator=(unit,) if above and not below else (),
        )

    def _covered(self, unit: str, state: YearState) -> Coverage:
        return self.coverages.of(unit, state) if unit in self.expected else NONE_EXPECTED

    def _operator(self, part: str | None) -> OverTime:
        return self.workspace.indicators[part].over_time if part in self.workspace.indicators else "none"

    def _stated(self, made: RatioTotal, beside: list[RatioTotal], within: Coverage) -> RatioTotal | None:
        """The subtree by the stated totals of both parts, where both go up for the same periods.

        The pairs of ended predecessors stand beside them, unless both speak for these, too.
        """
        above, below = (
            self.totals.get(part or "", {}).get(made.unit) for part in (self.ratio.numerator, self.ratio.denominator)
        )
        if above is None or below is None or not (above.stated_up and below.stated_up):
            return None
        if above.stated.periods != below.stated.periods:
            return None
        whole = above.stated.state == "whole"
        covered = covers(above.stated) and covers(below.stated)
        around = [] if covered else beside
        apart = self.coverages.joined(part.coverage for part in beside)
        stated = [within.by_stated_total(), apart.by_stated_total() if covered else apart]
        return replace(
            made,
            numerator=(above.stated.value or 0) + sum(part.numerator for part in around),
            denominator=(below.stated.value or 0) + sum(part.denominator for part in around),
            entered=1,
            stated_up=True,
            coverage=self.coverages.joined(stated) if whole else made.coverage,
        )


def _only_null(given: list[Given]) -> bool:
    """Whether a part taken alone is null: the year is, or no figure is a number."""
    year = [figure for figure in given if figure.period.is_year]
    return all(figure.value is None for figure in year or given)


def _joined(unit: str, parts: list[RatioTotal]) -> RatioTotal:
    return RatioTotal(
        unit,
        numerator=sum(part.numerator for part in parts),
        denominator=sum(part.denominator for part in parts),
        entered=sum(part.entered for part in parts),
        nulls=sum(part.nulls for part in parts),
        no_numerator=tuple(other for part in parts for other in part.no_numerator),
        no_denominator=tuple(other for part in parts for other in part.no_denominator),
        zero_denominator=tuple(other for part in parts for other in part.zero_denominator),
    )
