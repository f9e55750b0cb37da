"""What a year has for each of its roots, looked through once for all of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, TypeVar

from dvk.deadlines import FilingLine
from dvk.facts import Event, Section
from dvk.models import ModelOfYear
from dvk.targets import Measured
from dvk.yearbook import Yearbook
from dvk.yearly import Given

FiguresOfUnit: TypeAlias = tuple[tuple[str, str, Section], list[Given]]
"""Unit, indicator and section, with what the unit's reports give."""
TargetsOfUnit: TypeAlias = tuple[str, str, list[Measured]]
"""Unit and indicator, with what is to be reached."""
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Shares:
    """A year by the roots that its parts belong to; what is listed keeps its order."""

    book: Yearbook

    @cached_property
    def roots(self) -> dict[str, int]:
        """The roots of the year's tree, each with its position among them."""
        return {root: position for position, root in enumerate(self.book.rollup.tree.roots)}

    @cached_property
    def places(self) -> dict[str, int]:
        """The units of the year's tree, each with its position in the order of the files."""
        return {unit: place for place, unit in enumerate(self.book.rollup.tree.parents)}

    @cached_property
    def figures(self) -> dict[str, list[FiguresOfUnit]]:
        """Root → the figures of its units."""
        return self._by_root(((item[0][0],), item) for item in self.book.rollup.figures.by_unit.items())

    @cached_property
    def lines(self) -> dict[str, list[FilingLine]]:
        """Root → what its units owe."""
        matrix = self.book.rollup.admission.matrix(self.book.rollup.year)
        return self._by_root(((line.owed.unit,), line) for line in matrix)

    @cached_property
    def events(self) -> dict[str, list[tuple[int, Event]]]:
        """Root → the events of the year that touch a unit of it, each with its number in the year."""
        events = (e for e in self.book.workspace.organisation.events if e.day.year == self.book.rollup.year)
        return self._by_root(((*item[1].sources, *item[1].targets), item) for item in enumerate(events))

    @cached_property
    def targets(self) -> dict[str, list[TargetsOfUnit]]:
        """Root → the targets that are measured in its units."""
        return self._by_root(((unit,), (unit, name, found)) for (unit, name), found in self.book.targets.items())

    @cached_property
    def models(self) -> dict[str, list[tuple[int, ModelOfYear]]]:
        """Root → the models that count in a unit of it, each with its position among those of the year."""
        return self._by_root((item[1].homes, item) for item in enumerate(self.book.funnel.models))

    @cached_property
    def illustrative(self) -> dict[str, list[str]]:
        """Root → its units with an illustrative figure or model of their own."""
        reported = {self.book.workspace.reports[path].unit for path in self.book.rollup.figures.illustrative}
        homes = {home for model in self.book.funnel.models if model.illustrative for home in model.homes}
        return self._by_root(((unit,), unit) for unit in sorted(reported | homes))

    def left_out(self, root: str) -> int:
        """How many reports of the root's units, or of units that stand in no tree, are not added."""
        return self._left_out[root] + self._left_out[None]

    def unused(self, root: str) -> int:
        """How many figures of such reports are not used."""
        return self._unused[root] + self._unused[None]

    @cached_property
    def _left_out(self) -> Counter[str | None]:
        admission, year = self.book.rollup.admission, self.book.rollup.year
        return self._counted((path, 1) for path in admission.left_out(year))

    @cached_property
    def _unused(self) -> Counter[str | None]:
        return self._counted(self.book.rollup.figures.unused.items())

    def _counted(self, counts: Iterable[tuple[str, int]]) -> Counter[str | None]:
        """Counts of reports, by root; of a unit that stands in no tree, by ``None``."""
        found: Counter[str | None] = Counter()
        for path, count in counts:
            found[self._root_of.get(self.book.workspace.reports[path].unit)] += count
        return found

    def _by_root(self, items: Iterable[tuple[Iterable[str], _Item]]) -> dict[str, list[_Item]]:
        """Items, each with its units, by the roots of these: once for each root."""
        found: dict[str, list[_Item]] = {}
        for units, item in items:
            for root in {self._root_of[unit] for unit in units if unit in self._root_of}:
                found.setdefault(root, []).append(item)
        return found

    @cached_property
    def _root_of(self) -> dict[str, str]:
        tree = self.book.rollup.tree
        return {unit: root for root in self.roots for unit in tree.subtree(root)}
