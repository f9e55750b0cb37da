"""How far up each figure counts: what a total adds up is then a plain join, whatever replaced whatever below it.

A stated total takes the place of the figures below it, a figure that covers predecessors that of theirs: from there up
they do not count any more. ``contributions`` has a row for each figure that counts anywhere, with the topmost unit in
whose total it does.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dvk.coverage import Coverage
from dvk.exporting.branch import Branch, Row, Value, exactly
from dvk.facts import Exact, Indicator
from dvk.ratios import RatioTotal
from dvk.totals import Total, covers

_CLASSES = ("whole", "null", "partial", "stated_only", "missing")
_APART = ("no_numerator", "no_denominator", "zero_denominator")


def contributions(branch: Branch) -> Iterator[Row]:
    """The rows of ``contributions``."""
    for indicator in branch.indicators:
        if indicator.is_ratio:
            yield from _OfRatio(branch, indicator, branch.book.rollup.ratios[indicator.id]).rows()
        else:
            yield from _OfFigures(branch, indicator, branch.book.rollup.totals[indicator.id]).rows()


def reaches(branch: Branch, passes: Callable[[str, str], bool]) -> dict[str, str]:
    """The topmost unit up to which what counts in a unit's total counts.

    Args:
        branch: the tree.
        passes: whether what counts in a unit's total counts in the total of the one above it.
    """
    found = {branch.root: branch.root}
    for unit in branch.units[1:]:
        above = branch.tree.parents[unit] or branch.root
        found[unit] = found[above] if passes(unit, above) else unit
    return found


@dataclass(frozen=True)
class _OfIndicator:
    """What figures and ratios have in common."""

    branch: Branch
    indicator: Indicator

    def row(self, unit: str, part: str, start: str, top: str, **more: Value) -> Row:
        """A row of a unit that counts from one unit above it (or itself) up to another."""
        depths = self.branch.depths
        return {
            "unit": unit,
            "indicator": self.indicator.id,
            "part": part,
            "count": 0,
            "nulls": 0,
            "counts_up_to": top,
            "from_depth": depths[start],
            "up_to_depth": depths[top],
            "place": 0,
            "illustrative": False,
            **more,
        }

    def given(self, unit: str, part: str, value: Exact, top: str, **more: Value) -> Row:
        """A figure that is added."""
        number = exactly("value", value, f"{unit} {self.indicator.id}")
        return self.row(unit, part, unit, top, **{"count": 1, **number, **more})

    def classes(self, coverages: dict[str, Coverage]) -> Iterator[Row]:
        """The class of each expected unit; where a stated total stands for a missing one, from there up another."""
        root, covered_at = self.branch.root, self._covered_at(coverages)
        for name in _CLASSES:
            for place, unit in enumerate(getattr(coverages[root], name)):
                top = covered_at.get(unit) if name == "stated_only" else None
                if top is None:
                    yield self.row(unit, name, unit, root, place=place)
                    continue
                yield self.row(unit, name, top, root, place=place)
                if top != unit:
                    yield self.row(unit, "missing", unit, self._below(top, unit), place=place)

    def _covered_at(self, coverages: dict[str, Coverage]) -> dict[str, str]:
        """Unit → the lowest unit above it (or itself) whose stated total stands for it."""
        found: dict[str, str] = {}
        for above in reversed(self.branch.units):
            for unit in coverages[above].stated_only:
                found.setdefault(unit, above)
        return found

    def _below(self, above: str, unit: str) -> str:
        """The unit directly below ``above`` on the way down to ``unit``."""
        chain = self.branch.chain(unit)
        return chain[chain.index(above) - 1]


@dataclass(frozen=True)
class _OfFigures(_OfIndicator):
    """An indicator that is added up."""

    totals: dict[str, Total]

    def rows(self) -> Iterator[Row]:
        """Figures first, then the classes of the expected units."""
        reach = reaches(self.branch, self._passes)
        for unit in self.branch.units:
            yield from self._figure(self.totals[unit], reach[unit])
        yield from self.classes({unit: self.totals[unit].coverage for unit in self.branch.units})

    def _passes(self, unit: str, above: str) -> bool:
        total = self.totals[above]
        if unit in self.branch.tree.succeeded:
            return not covers(total.stated if total.stated_up else total.own)
        return not total.stated_up

    def _figure(self, total: Total, top: str) -> Iterator[Row]:
        stands = total.stated if total.stated_up else total.own
        basis = "stated" if total.stated_up else "own"
        marked = self.branch.is_illustrative((*stands.chosen, *stands.nulls))
        if stands.value is not None:
            yield self.given(total.unit, "figure", stands.value, top, basis=basis, illustrative=marked)
        elif stands.state == "null":
            yield self.row(total.unit, "figure", total.unit, top, nulls=1, basis=basis, illustrative=marked)


@dataclass(frozen=True)
class _OfRatio(_OfIndicator):
    """A ratio: two parts that are added up apart."""

    ratios: dict[str, RatioTotal]

    def rows(self) -> Iterator[Row]:
        """Pairs first, then the classes of the expected units, then those that could not enter."""
        reach = reaches(self.branch, self._passes)
        named_up_to = reaches(self.branch, self._is_named)
        for unit in self.branch.units:
            yield from self._pair(self.ratios[unit], reach[unit])
        yield from self.classes({unit: self.ratios[unit].coverage for unit in self.branch.units})
        for unit in self.branch.units:
            yield from self._apart(self.ratios[unit], named_up_to[unit])

    def _passes(self, unit: str, above: str) -> bool:
        ratio = self.ratios[above]
        if unit not in self.branch.tree.succeeded:
            return not ratio.stated_up
        return not (all(covers(part.stated) for part in self._parts(above)) if ratio.stated_up else self._covers(ratio))

    def _is_named(self, unit: str, above: str) -> bool:
        return not (unit in self.branch.tree.succeeded and self._covers(self.ratios[above]))

    def _covers(self, ratio: RatioTotal) -> bool:
        return ratio.covers_predecessors

    @cached_property
    def _totals(self) -> list[dict[str, Total]]:
        names = (self.indicator.numerator or "", self.indicator.denominator or "")
        return [self.branch.book.rollup.totals[name] for name in names]

    def _parts(self, unit: str) -> list[Total]:
        return [totals[unit] for totals in self._totals]

    def _pair(self, ratio: RatioTotal, top: str) -> Iterator[Row]:
        unit = ratio.unit
        if ratio.stated_up:
            pair = [part.stated.value or 0 for part in self._parts(unit)]
            marked = any(self.branch.is_illustrative(part.stated.chosen) for part in self._parts(unit))
            yield from self._both(unit, pair, top, basis="stated", illustrative=marked)
        elif ratio.own and unit not in ratio.zero_denominator:
            marked = any(self.branch.is_illustrative(part.own.chosen) for part in self._parts(unit))
            yield from self._both(unit, ratio.own_parts, top, basis="own", illustrative=marked)
        elif ratio.own_state == "null":
            yield self.row(unit, "numerator", unit, top, nulls=1, basis="own")

    def _both(self, unit: str, pair: Iterable[Exact], top: str, **more: Value) -> Iterator[Row]:
        for part, value in zip(("numerator", "denominator"), pair, strict=True):
            yield self.given(unit, part, value, top, **more)

    def _apart(self, ratio: RatioTotal, top: str) -> Iterator[Row]:
        for name in _APART:
            if ratio.unit in getattr(ratio, name):
                yield self.row(ratio.unit, name, ratio.unit, top)
