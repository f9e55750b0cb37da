"""The tree of a year: every unit open on any day of it, under the unit that its figures go to."""

from dataclasses import dataclass, field
from datetime import date

from dvk.organisation import Organisation


@dataclass(frozen=True)
class Tree:
    """The tree of one year: every unit open on any day of it, under the unit that its figures go to.

    Args:
        year: the calendar year.
        parents: unit → the unit above it; ``None`` for a root. In the order of the units' files.
        children: unit → those below it, in the same order.
        ended: units not open on 31 December; they keep their figures.
        succeeded: ended units that stand under the one successor which all of them went to.
    """

    year: int
    parents: dict[str, str | None]
    children: dict[str, tuple[str, ...]]
    ended: frozenset[str]
    succeeded: frozenset[str]

    @property
    def roots(self) -> tuple[str, ...]:
        """Units with nothing above them, ended ones included."""
        return tuple(unit for unit, above in self.parents.items() if above is None)

    def subtree(self, top: str) -> list[str]:
        """The unit and all below it, each above what is below it."""
        found = [top]
        for unit in found:
            found.extend(self.children.get(unit, ()))
        return found

    def bottom_up(self) -> list[str]:
        """All units, each after everything below it."""
        order = [unit for root in self.roots for unit in self.subtree(root)]
        return order[::-1]


@dataclass(frozen=True)
class YearTrees:
    """The trees of an organisation, each made once."""

    organisation: Organisation
    _trees: dict[int, Tree] = field(default_factory=dict, compare=False, repr=False)

    def of(self, year: int) -> Tree:
        """Every unit open on any day of the year, at its last parent of that year; the same object each time."""
        if year not in self._trees:
            self._trees[year] = self._plant(year)
        return self._trees[year]

    def home(self, unit: str, year: int) -> str | None:
        """The unit of that year's tree that the figures of ``unit`` go to; ``None`` before it opened."""
        tree = self.of(year)
        seen = {unit}
        while unit not in tree.parents:
            end = self.organisation.end_of(unit)
            if end is None or end.year >= year:
                return None
            above = self.of(end.year).parents.get(unit) if end < date(end.year, 12, 31) else None
            above = above or self.organisation.only_successor(unit) or self.organisation.last_parent(unit, end.year)
            if above is None or above in seen:
                return None
            seen.add(above)
            unit = above
        return unit

    def _plant(self, year: int) -> Tree:
        first, last = date(year, 1, 1), date(year, 12, 31)
        members = [unit for unit in self.organisation.units if self.organisation.open_in(unit, first, last)]
        homes = {unit: self._place(unit, year) for unit in members}
        parents = {unit: above if above in homes else None for unit, (above, _) in homes.items()}
        cut_circles(parents)
        children: dict[str, list[str]] = {unit: [] for unit in members}
        for unit, above in parents.items():
            if above is not None:
                children[above].append(unit)
        ended = frozenset(unit for unit in members if not self.organisation.lives_on(unit, year))
        succeeded = frozenset(u for u in ended if homes[u][1] and parents[u] is not None)
        return Tree(year, parents, {unit: tuple(below) for unit, below in children.items()}, ended, succeeded)

    def _place(self, unit: str, year: int) -> tuple[str | None, bool]:
        """Where a unit stands in the year's tree, and whether it is there because all of it went there."""
        if not self.organisation.lives_on(unit, year):
            return self._figures_go_to(unit, year)
        above = self.organisation.last_parent(unit, year)
        if above is None or self.organisation.lives_on(above, year):
            return above, False
        beyond = self._figures_go_to(above, year)[0]
        return (None if beyond == unit else beyond), False

    def _figures_go_to(self, unit: str, year: int) -> tuple[str | None, bool]:
        """The unit that lived on to which an ended unit's figures go, and whether by succession.

        Its successor, where all of it went to one; otherwise the nearest unit above that lived on; where none did,
        where the topmost of them went with all that was left below it. Source: design, “up the year's tree”; rules 19.
        """
        followed = self._followed(unit, year)
        if followed is not None:
            return followed
        above, topmost = self._climbed(unit, year)
        if above is not None:
            return above, False
        return (self._followed(topmost, year) if topmost != unit else None) or (None, False)

    def _followed(self, unit: str, year: int) -> tuple[str, bool] | None:
        """From successor to successor, and from an ended one without any up its parents, to a unit that lived on."""
        whole, seen, current = True, {unit}, unit
        while True:
            heir = self.organisation.only_successor(current) if whole else None
            if heir is None and current == unit:
                return None
            whole = heir is not None
            following = heir or self.organisation.last_parent(current, year)
            if following is None or following in seen:
                return None
            if self.organisation.lives_on(following, year):
                return following, whole
            seen.add(following)
            current = following

    def _climbed(self, unit: str, year: int) -> tuple[str | None, str]:
        """The nearest unit above that lived on, and the topmost that was passed on the way."""
        topmost, seen = unit, {unit}
        above = self.organisation.last_parent(unit, year)
        while above is not None and above not in seen and not self.organisation.lives_on(above, year):
            seen.add(above)
            topmost = above
            above = self.organisation.last_parent(above, year)
        return (None if above in seen else above), topmost


def cut_circles(parents: dict[str, str | None]) -> None:
    """Make a root of the first unit of each circle, so that every unit is under exactly one root."""
    safe: set[str] = set()
    for start in parents:
        path: list[str] = []
        unit: str | None = start
        while unit is not None and unit not in safe:
            if unit in path:
                parents[unit] = None
                break
            path.append(unit)
            unit = parents[unit]
        safe.update(path)
