"""One indicator on its way up the year's tree: own figures, children's totals, stated totals, and who is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dvk.amounts import NOTHING, NULL, Amount, merged, of, simplest
from dvk.coverage import NONE_EXPECTED, Coverage, coverage_of, joined
from dvk.facts import Exact, Indicator, Section
from dvk.figures import Figures
from dvk.workspace import Workspace
from dvk.year_tree import Tree
from dvk.yearly import ABSENT, Given, Yearly, over_the_year


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

    def totals(self) -> dict[str, Total]:
        """Every unit's total, those of the units below made first."""
        made: dict[str, Total] = {}
        for unit in self.tree.bottom_up():
            made[unit] = self._total(unit, [made[child] for child in self.tree.children[unit]])
        return made

    def _total(self, unit: str, children: list[Total]) -> Total:
        own, stated = self._yearly(unit, "own"), self._yearly(unit, "consolidated")
        if not children and own is ABSENT and stated is ABSENT:
            return self._nothing(unit)
        beside = [child for child in children if child.unit in self.tree.succeeded]
        within = merged([_amount(own), *(c.amount for c in children if c.unit not in self.tree.succeeded)])
        around = merged(c.amount for c in beside)
        total = Total(
            unit=unit,
            own=own,
            stated=stated,
            computed=within if covers(own) else within + around,
            inside=within,
            around=around,
            comparable=self._is_comparable(unit, stated),
            below_expected=any(c.below_expected or c.unit in self.expected for c in children),
        )
        return self._settled(total, children)

    def _settled(self, total: Total, children: list[Total]) -> Total:
        """Decide what goes up, and what that means for coverage."""
        up = self._stated_goes_up(total, children)
        amount = total.computed
        if up and total.stated.value is not None:
            amount = of(total.stated.value) + (NOTHING if covers(total.stated) else total.around)
        whole_up = up and total.stated.state == "whole"
        settled_own = total.own.state == "whole" or total.unit not in self.expected
        return replace(
            total,
            amount=amount,
            stated_up=up,
            closed=whole_up or (settled_own and all(child.closed for child in children)),
            coverage=self._coverage(total, children, whole_up=whole_up),
        )

    def _stated_goes_up(self, total: Total, children: list[Total]) -> bool:
        stated = total.stated
        if self.indicator.over_units != "sum" or stated.value is None or not total.comparable:
            return False
        computed_is_whole = (
            total.below_expected and total.own.state == "whole" and all(child.closed for child in children)
        )
        return not computed_is_whole and stated.value >= total.floor

    def _coverage(self, total: Total, children: list[Total], *, whole_up: bool) -> Coverage:
        succeeded = self.tree.succeeded
        mine = [coverage_of(total.unit, total.own.state)] if total.unit in self.expected else []
        within = joined([*mine, *(c.coverage for c in children if c.unit not in succeeded)])
        around = joined(c.coverage for c in children if c.unit in succeeded)
        if whole_up:
            within = within.by_stated_total()
        if covers(total.stated if whole_up else total.own):
            around = around.by_stated_total()
        return joined([within, around])

    def _nothing(self, unit: str) -> Total:
        if unit not in self.expected:
            return Total(unit)
        return Total(unit, closed=False, coverage=coverage_of(unit, "absent"))

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


def _amount(own: Yearly) -> Amount:
    if own.value is not None:
        return of(own.value)
    return NULL if own.state == "null" else NOTHING


def covers(yearly: Yearly) -> bool:
    """Whether the year's figure speaks for the units that went into this one, too."""
    return any(given.covers_predecessors and given.period.is_year for given in yearly.chosen)
