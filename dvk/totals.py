"""One indicator on its way up the year's tree: own figures, children's totals, stated totals, and who is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dvk.amounts import NOTHING, NULL, Amount, merged, of, simplest
from dvk.coverage import NONE_EXPECTED, Coverage, Coverages
from dvk.facts import Exact, Indicator, Section
from dvk.figures import Figures
from dvk.workspace import Workspace
from dvk.year_tree import Tree
from dvk.yearly import ABSENT, Given, Yearly, YearState, over_the_year


@dataclass(frozen=True, slots=True)
class Total:
    """One indicator in one unit of the year's tree.

    Args:
        unit: the unit.
        own: what its own figures give for the year.
        stated: what its consolidated figures give for the year.
        amount: what goes up to the unit above.
        computed: own figure and children's totals, whatever goes up.
        inside: own figure and the totals of children, ended predecessors aside.
        around: the totals of ended predecessors, which stand beside a stated total.
        stated_up: whether the stated total is what goes up.
        comparable: whether the stated total speaks of the units of the year's tree.
        closed: whether nothing below it can be missing any more (rules, “closed”).
        below_expected: whether a unit below it is expected to give the indicator.
        coverage: the expected units of its subtree by class.
    """

    unit: str
    own: Yearly = ABSENT
    stated: Yearly = ABSENT
    amount: Amount = NOTHING
    computed: Amount = NOTHING
    inside: Amount = NOTHING
    around: Amount = NOTHING
    stated_up: bool = False
    comparable: bool = True
    closed: bool = True
    below_expected: bool = False
    coverage: Coverage = NONE_EXPECTED

    @property
    def covers_predecessors(self) -> bool:
        """Whether the figure that stands speaks for the units that went into this one, too."""
        return covers(self.stated if self.stated_up else self.own)

    @property
    def is_null(self) -> bool:
        """Whether only nulls came in."""
        return self.amount.is_null

    @property
    def own_state(self) -> YearState:
        """Whether the unit's own figure is for all months of its life."""
        return self.own.state

    @property
    def floor(self) -> Exact:
        """What a stated total may not be below: own figure and what goes up from the units that it speaks for."""
        return (self.computed if covers(self.stated) else self.inside).total

    @property
    def stated_below(self) -> bool:
        """Whether the stated total for the whole year is below what was filed: an error, and not used."""
        stated = self._whole_statement
        return stated is not None and stated < self.floor

    @property
    def stated_differs(self) -> bool:
        """Whether the computed total is used and the stated one is above it."""
        stated = self._whole_statement
        return stated is not None and not self.stated_up and stated > self.floor

    @property
    def _whole_statement(self) -> Exact | None:
        return self.stated.value if self.stated.state == "whole" and self.comparable else None


def finished(amount: Amount, indicator: Indicator, *, leaf: bool) -> Exact | None:
    """The figure of an amount; nothing for a unit with units below it where units may not be combined."""
    if indicator.over_units == "none" and not leaf:
        return None
    value = amount.finished(indicator.over_units)
    return None if value is None else simplest(value)


def parts_stand(tree: Tree, unit: str, given: Iterable[Given]) -> bool:
    """Whether parts of the year stand over a year figure that differs: for a successor that does not cover others."""
    is_successor = any(child in tree.succeeded for child in tree.children[unit])
    return is_successor and not any(figure.covers_predecessors for figure in given if figure.period.is_year)


@dataclass(frozen=True)
class AddingUp:
    """One indicator on its way up one year's tree."""

    workspace: Workspace
    tree: Tree
    figures: Figures
    indicator: Indicator
    expected: set[str]
    coverages: Coverages

    def totals(self) -> dict[str, Total]:
        """Every unit's total, those of the units below made first."""
        made: dict[str, Total] = {}
        for unit in self.tree.bottom_up():
            below = self.tree.children[unit]
            if below or self.figures.of(unit, self.indicator.id, "consolidated"):
                made[unit] = self._total(unit, [made[child] for child in below])
            else:
                made[unit] = self._alone(unit)
        return made

    def _total(self, unit: str, children: list[Total]) -> Total:
        """A unit with others below it or with a stated total."""
        own, stated = self._yearly(unit, "own"), self._yearly(unit, "consolidated")
        sides = self._sides(children)
        inside = merged([amount_of(own), *[child.amount for child in sides[0]]])
        around = merged([child.amount for child in sides[1]])
        computed = inside + around if sides[1] and not covers(own) else inside
        total = Total(
            unit=unit,
            own=own,
            stated=stated,
            amount=computed,
            computed=computed,
            inside=inside,
            around=around,
            comparable=self._is_comparable(unit, stated),
            closed=self._is_closed(unit, own, children),
            below_expected=any(c.below_expected or c.unit in self.expected for c in children),
            coverage=self._coverage(unit, own, sides),
        )
        return self._by_statement(total, sides) if self._stated_goes_up(total) else total

    def _sides(self, children: list[Total]) -> tuple[list[Total], list[Total]]:
        """The units below, and the ended predecessors, which stand beside a stated total."""
        succeeded = self.tree.succeeded
        beside = [child for child in children if child.unit in succeeded]
        return ([child for child in children if child.unit not in succeeded] if beside else children), beside

    def _is_closed(self, unit: str, own: Yearly, children: list[Total]) -> bool:
        return (own.state == "whole" or unit not in self.expected) and all(child.closed for child in children)

    def _stated_goes_up(self, total: Total) -> bool:
        stated = total.stated
        if self.indicator.over_units != "sum" or stated.value is None or not total.comparable:
            return False
        computed_is_whole = total.below_expected and total.own.state == "whole" and total.closed
        return not computed_is_whole and stated.value >= total.floor

    def _by_statement(self, total: Total, sides: tuple[list[Total], list[Total]]) -> Total:
        """The same where the stated total is what goes up: nothing below can be missing if it is for the whole year."""
        stated, whole = total.stated, total.stated.state == "whole"
        amount = of(stated.value or 0) + (NOTHING if covers(stated) else total.around)
        coverage = self._coverage(total.unit, total.own, sides, stated=stated) if whole else total.coverage
        return replace(total, amount=amount, stated_up=True, closed=whole or total.closed, coverage=coverage)

    def _coverage(
        self, unit: str, own: Yearly, sides: tuple[list[Total], list[Total]], stated: Yearly | None = None
    ) -> Coverage:
        """Who gave what; where a total for the whole year is ``stated``, it stands for those that gave nothing."""
        mine = [self.coverages.of(unit, own.state)] if unit in self.expected else []
        within = self.coverages.joined([*mine, *[child.coverage for child in sides[0]]])
        if stated is not None:
            within = within.by_stated_total()
        if not sides[1]:
            return within
        around = self.coverages.joined([child.coverage for child in sides[1]])
        return self.coverages.joined([within, around.by_stated_total() if covers(stated or own) else around])

    def _alone(self, unit: str) -> Total:
        """A unit with nothing below it, and without a stated total: most units."""
        given, expected = self.figures.of(unit, self.indicator.id, "own"), unit in self.expected
        if not given:
            return Total(unit, closed=False, coverage=self.coverages.of(unit, "absent")) if expected else Total(unit)
        life = self.workspace.organisation.months(unit, self.tree.year)
        own = over_the_year(given, self.indicator.over_time, life)
        amount = amount_of(own)
        return Total(
            unit=unit,
            own=own,
            amount=amount,
            computed=amount,
            inside=amount,
            closed=own.state == "whole" or not expected,
            coverage=self.coverages.of(unit, own.state) if expected else NONE_EXPECTED,
        )

    def _yearly(self, unit: str, section: Section) -> Yearly:
        given = self.figures.of(unit, self.indicator.id, section)
        if not given:
            return ABSENT
        life = self.workspace.organisation.months(unit, self.tree.year)
        stand = parts_stand(self.tree, unit, given)
        return over_the_year(given, self.indicator.over_time, life, parts_stand=stand)

    def _is_comparable(self, unit: str, stated: Yearly) -> bool:
        """Whether the units below it in the reported months are those of the year's tree below it then.

        Source: rules, “a stated total counts”.
        """
        if stated is ABSENT:
            return True
        if unit in self.tree.ended:
            return False
        organisation = self.workspace.organisation
        predecessors = set(self._predecessors(unit))
        below = organisation.below_during(unit, stated.periods) - predecessors
        in_tree = {
            other
            for other in self.tree.subtree(unit)[1:]
            if any(organisation.open_in(other, period.start, period.end) for period in stated.periods)
        }
        return below == in_tree - predecessors

    def _predecessors(self, unit: str) -> Iterator[str]:
        return (child for child in self.tree.children[unit] if child in self.tree.succeeded)


def amount_of(own: Yearly) -> Amount:
    """What a unit's own figure adds."""
    if own.value is not None:
        return of(own.value)
    return NULL if own.state == "null" else NOTHING


def covers(yearly: Yearly) -> bool:
    """Whether the year's figure speaks for the units that went into this one, too."""
    return any(given.covers_predecessors and given.period.is_year for given in yearly.chosen)
