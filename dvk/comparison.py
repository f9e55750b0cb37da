"""Last year beside this year: the same unit's total then, its predecessors', or why there is none to compare."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from dvk.amounts import merged, simplest
from dvk.facts import Event, Exact, Indicator
from dvk.rollup import RollUp
from dvk.year_tree import Tree

Comparable: TypeAlias = Literal["same", "predecessors", "other_area", "not_comparable"]


@dataclass(frozen=True)
class LastYear:
    """This year's totals beside last year's. Source: rules 22."""

    now: RollUp
    then: RollUp
    _bases: dict[str, Comparable] = field(default_factory=dict, compare=False, repr=False)

    def basis(self, unit: str) -> Comparable:
        """Whether the unit's total of last year can stand beside this year's."""
        if unit not in self._bases:
            self._bases[unit] = self._find_basis(unit)
        return self._bases[unit]

    def _find_basis(self, unit: str) -> Comparable:
        before = self._before(unit)
        if not before:
            return "not_comparable"
        area_then = {other for top in before for other in self.then.tree.subtree(top)}
        area_now = set(self.now.tree.subtree(unit))
        if self._moved(area_then, area_now) or self._flowed(unit, area_then, area_now):
            return "other_area"
        return "same" if before == [unit] else "predecessors"

    def value(self, unit: str, indicator: Indicator) -> Exact | None:
        """Last year's figure; ``None`` where there is none or where it is not comparable."""
        basis = self.basis(unit)
        if basis == "same":
            return self.then.value(unit, indicator)
        if basis != "predecessors" or indicator.is_ratio:
            return None
        totals = self.then.totals[indicator.id]
        value = merged(totals[top].amount for top in self._before(unit)).finished(indicator.over_units)
        return None if value is None else simplest(value)

    def _before(self, unit: str) -> list[str]:
        """The unit itself if last year's tree holds it, else those that went to it whole."""
        return [unit] if unit in self.then.tree.parents else self._predecessors(unit, {unit})

    def _predecessors(self, unit: str, seen: set[str]) -> list[str]:
        organisation = self.now.workspace.organisation
        found: list[str] = []
        for other in organisation.went_whole_to(unit):
            if other in seen:
                continue
            seen.add(other)
            found += [other] if other in self.then.tree.parents else self._predecessors(other, seen)
        return found

    def _moved(self, area_then: set[str], area_now: set[str]) -> bool:
        """Whether a unit of both years is inside in only one of them."""
        then, now = self.then.tree.parents, self.now.tree.parents
        return any(unit in then and unit in now for unit in area_then ^ area_now)

    def _flowed(self, unit: str, area_then: set[str], area_now: set[str]) -> bool:
        """Whether an event between the two years' trees brought something in from outside, or took something out.

        Where the unit itself ended, its whole went elsewhere: that leaves its own figures of both years comparable.
        """
        events = (event for other in area_then | area_now for event in self._events.get(other, ()))
        return any(self._crosses(event, unit, area_then, area_now) for event in events)

    @cached_property
    def _events(self) -> dict[str, list[Event]]:
        """Unit → the events between the two years' trees in which it gave or got something."""
        first, last = date(self.then.year, 1, 2), date(self.now.year, 12, 31)
        found: dict[str, list[Event]] = {}
        for event in self.now.workspace.organisation.events:
            if first <= event.day <= last and event.kind in {"merge", "split", "rename"}:
                for unit in {*event.sources, *event.targets}:
                    found.setdefault(unit, []).append(event)
        return found

    def _crosses(self, event: Event, unit: str, area_then: set[str], area_now: set[str]) -> bool:
        """Whether something of one side of the area went to the other side."""
        for source in event.sources:
            if source == unit and unit not in event.targets:
                continue
            was_inside = _inside(source, self.then.tree, area_then, area_now)
            if any(was_inside != _inside(target, self.now.tree, area_now, area_then) for target in event.targets):
                return True
        return False


def _inside(unit: str, tree: Tree, area: set[str], otherwise: set[str]) -> bool:
    """Whether a unit belongs to an area in the year of a tree, or in the other year if that tree lacks it."""
    return unit in (area if unit in tree.parents else otherwise)
