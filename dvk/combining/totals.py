"""The totals of one part: what was added up, beside what each unit gives and states."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dvk.amounts import NOTHING, merged
from dvk.combining.records import NOTHING_ADDED, PartRecords, Record, number
from dvk.combining.trees import naming_order
from dvk.coverage import Coverage
from dvk.facts import Exact, Indicator
from dvk.periods import Period, parse_year_part
from dvk.ratios import RatioTotal
from dvk.totals import Total, amount_of, covers
from dvk.year_tree import Tree
from dvk.yearly import ABSENT, Given, Yearly


class Totals(dict[str, Total]):
    """Unit → total; a unit of which nothing is known has an empty one."""

    def __missing__(self, unit: str) -> Total:
        return Total(unit)


class RatioTotals(dict[str, RatioTotal]):
    """The same of a ratio."""

    def __missing__(self, unit: str) -> RatioTotal:
        return RatioTotal(unit)


@dataclass(frozen=True)
class TotalsAgain:
    """The totals of one root, made of its records."""

    records: PartRecords
    tree: Tree
    root: str
    _order: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_order", naming_order(self.tree, self.root))

    @cached_property
    def _rows(self) -> dict[tuple[str, str], Record]:
        return {(row["unit"], row["indicator"]): row for row in self.records.of("yearly")}

    def totals(self, indicator: Indicator) -> Totals:
        """The totals of an indicator that is added up."""
        made = Totals()
        for unit in self._bottom_up(indicator):
            made[unit] = self._total(unit, indicator, [made[child] for child in self.tree.children[unit]])
        return made

    def ratios(self, ratio: Indicator) -> RatioTotals:
        """The totals of a ratio."""
        made = RatioTotals()
        for unit in self._bottom_up(ratio):
            made[unit] = self._ratio(unit, ratio, [made[child] for child in self.tree.children[unit]])
        return made

    def _bottom_up(self, indicator: Indicator) -> Iterator[str]:
        """The units of which something is known."""
        for unit in self.tree.bottom_up():
            if (unit, indicator.id) in self._rows or (unit, indicator.id) in self.records.added:
                yield unit

    def _total(self, unit: str, indicator: Indicator, children: list[Total]) -> Total:
        row = self._rows.get((unit, indicator.id))
        own, stated = _yearly(row, "own", self.tree.year), _yearly(row, "stated", self.tree.year)
        inside = merged([amount_of(own), *(c.amount for c in children if c.unit not in self.tree.succeeded)])
        around = merged(c.amount for c in children if c.unit in self.tree.succeeded)
        return Total(
            unit=unit,
            own=own,
            stated=stated,
            amount=self.records.added.get((unit, indicator.id), NOTHING_ADDED).parts.get("figure", NOTHING),
            computed=inside if covers(own) else inside + around,
            inside=inside,
            around=around,
            stated_up=bool(row and row["stated_up"]),
            comparable=bool(row is None or row["comparable"]),
            coverage=self._coverage(unit, indicator),
        )

    def _ratio(self, unit: str, ratio: Indicator, children: list[RatioTotal]) -> RatioTotal:
        row = self._rows.get((unit, ratio.id))
        parts = self.records.added.get((unit, ratio.id), NOTHING_ADDED).parts
        above, below = (parts.get(name, NOTHING) for name in ("numerator", "denominator"))
        own = ((number(row, "own") or 0), (number(row, "own_below") or 0)) if row else (0, 0)
        covered = bool(row and row["own_covers"])
        return RatioTotal(
            unit=unit,
            numerator=above.total,
            denominator=below.total,
            entered=above.count,
            nulls=above.nulls,
            own_parts=own,
            own_state=row["own_state"] if row else "absent",
            covers_predecessors=covered,
            stated_up=bool(row and row["stated_up"]),
            computed=self._computed(own, children, covered=covered),
            coverage=self._coverage(unit, ratio),
            no_numerator=self._named(unit, ratio, "no_numerator"),
            no_denominator=self._named(unit, ratio, "no_denominator"),
            zero_denominator=self._named(unit, ratio, "zero_denominator"),
        )

    def _computed(self, own: tuple[Exact, Exact], children: list[RatioTotal], *, covered: bool) -> tuple[Exact, Exact]:
        """Both parts of the units that enter; without ended predecessors where these are covered."""
        entering = [child for child in children if not (covered and child.unit in self.tree.succeeded)]
        above, below = sum(child.numerator for child in entering), sum(child.denominator for child in entering)
        return own[0] + above, own[1] + below

    def _coverage(self, unit: str, indicator: Indicator) -> Coverage:
        by_stated = self._units(unit, indicator, "stated_only")
        return Coverage(
            whole=self._named(unit, indicator, "whole"),
            null=self._named(unit, indicator, "null"),
            partial=self._named(unit, indicator, "partial"),
            stated_only=tuple(sorted(by_stated, key=lambda other: self.records.places[other, indicator.id])),
            missing=self._named(unit, indicator, "missing"),
        )

    def _named(self, unit: str, indicator: Indicator, part: str) -> tuple[str, ...]:
        return tuple(sorted(self._units(unit, indicator, part), key=self._order.__getitem__))

    def _units(self, unit: str, indicator: Indicator, part: str) -> list[str]:
        return self.records.added.get((unit, indicator.id), NOTHING_ADDED).units.get(part, [])


def _yearly(row: Record | None, name: str, year: int) -> Yearly:
    """What a unit gives for the year; of its reports only what is shown of them."""
    if row is None:
        return ABSENT
    value, reason = number(row, name), row["own_reason"] if name == "own" else None
    return Yearly(
        state=row[f"{name}_state"],
        value=value,
        missing=_months(row["own_missing"]) if name == "own" else 0,
        chosen=_chosen(value, year) if row[f"{name}_covers"] else (),
        nulls=(Given(Period(year), None, "", "", reason),) if reason else (),
    )


def _chosen(value: Exact | None, year: int) -> tuple[Given, ...]:
    return (Given(Period(year), value, "", "", covers_predecessors=True),)


def _months(names: str | None) -> int:
    months = 0
    for name in (names or "").split(", ") if names else ():
        months |= parse_year_part(name).of(2000).mask
    return months
