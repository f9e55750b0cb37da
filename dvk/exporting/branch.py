"""One organisation tree in one year: what all tables of a part ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from dvk.errors import CannotGoOn
from dvk.exporting.shares import FiguresOfUnit, Shares
from dvk.facts import Exact, Indicator
from dvk.year_tree import Tree
from dvk.yearbook import Yearbook
from dvk.yearly import Given

Value: TypeAlias = str | int | bool | None
Row: TypeAlias = dict[str, Value]
"""The columns of a row that are not null, ``root`` and ``year`` aside."""

_LARGEST = 2**63
"""Parquet and SQLite keep whole numbers below this."""


@dataclass(frozen=True)
class Branch:
    """One root of a year with everything below it."""

    shares: Shares
    root: str

    @property
    def book(self) -> Yearbook:
        """The year."""
        return self.shares.book

    @property
    def figures(self) -> list[FiguresOfUnit]:
        """The figures of its units."""
        return self.shares.figures.get(self.root, [])

    @property
    def tree(self) -> Tree:
        """The year's tree, all its roots."""
        return self.book.rollup.tree

    @property
    def indicators(self) -> Iterable[Indicator]:
        """The catalogue in its order."""
        return self.book.workspace.indicators.values()

    @cached_property
    def units(self) -> tuple[str, ...]:
        """All units of the tree, each above what is below it."""
        return tuple(self.tree.subtree(self.root))

    @cached_property
    def depths(self) -> dict[str, int]:
        """Levels of each unit below the root."""
        depths = {self.root: 0}
        for unit in self.units[1:]:
            depths[unit] = depths[self.tree.parents[unit] or self.root] + 1
        return depths

    def chain(self, unit: str) -> list[str]:
        """The unit and those above it, up to the root."""
        chain = [unit]
        while chain[-1] != self.root:
            chain.append(self.tree.parents[chain[-1]] or self.root)
        return chain

    def above_all(self, units: Iterable[str]) -> set[str]:
        """Units of this tree, and everything above them."""
        return {above for unit in units for above in self.chain(unit)}

    @cached_property
    def illustrative(self) -> set[str]:
        """The units with an illustrative figure or model in their subtree."""
        return self.above_all(self.shares.illustrative.get(self.root, ()))

    @cached_property
    def illustrative_figures(self) -> set[tuple[str, str]]:
        """The (unit, indicator) in whose subtree a figure of the indicator is illustrative."""
        by_indicator: dict[str, set[str]] = {}
        for (unit, name, _), given in self.figures:
            if self.is_illustrative(given):
                by_indicator.setdefault(name, set()).add(unit)
        return {(unit, name) for name, units in by_indicator.items() for unit in self.above_all(units)}

    def is_illustrative(self, given: Iterable[Given]) -> bool:
        """Whether one of the figures is from an illustrative report."""
        marked = self.book.rollup.figures.illustrative
        return any(figure.path in marked for figure in given)

    def about(self, unit: str, indicator: Indicator) -> bool:
        """Whether a figure of the indicator, or of a part of a ratio, is illustrative in the unit's subtree."""
        names = (indicator.id, indicator.numerator, indicator.denominator)
        return any((unit, name) in self.illustrative_figures for name in names if name)


def exactly(name: str, value: Exact | None, of: str = "") -> Row:
    """The two columns of an exact number.

    Args:
        name: what both begin with.
        value: the number; no columns without one.
        of: what it is of, for whoever has to correct it.

    Raises:
        CannotGoOn: DVK989 where it has more digits than a table can hold.
    """
    if value is None:
        return {}
    if abs(value.numerator) >= _LARGEST or value.denominator >= _LARGEST:
        raise CannotGoOn("DVK989", value=str(value), of=of or name)
    return {f"{name}_num": value.numerator, f"{name}_den": value.denominator}
