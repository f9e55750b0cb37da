"""Why a figure is not what it was: what came later, what was restated, what counts no more, or who is asked now."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from dvk.facts import SUBMITTED_STATES, Exact, Section
from dvk.figures import Figures
from dvk.models import ModelOfYear
from dvk.movements.standings import MODEL_COUNTS, YearSide, parts_of
from dvk.movements.totals import Movement
from dvk.periods import Period
from dvk.workspace import Workspace
from dvk.yearly import Given

Reason: TypeAlias = Literal[
    "filed_later", "restated", "taken_back", "counted_now", "counted_no_more", "tree", "asked", "catalogue", "policy"
]
REASONS: tuple[Reason, ...] = Reason.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure of one unit, section and period that is not what it was.

    Args:
        unit: whose it is.
        indicator: of what.
        section: own or consolidated.
        period: for which months.
        then: what it was; ``None`` for a null, or where there was none.
        now: what it is, likewise.
        path: the file that gives it, or gave it.
        reason: what became of it.
    """

    unit: str
    indicator: str
    section: Section
    period: Period
    then: Exact | None
    now: Exact | None
    path: str
    reason: Reason


@dataclass(frozen=True)
class Reasons:
    """A year as known then and as known now: what became of its figures."""

    then: YearSide
    now: YearSide

    def of(self, movement: Movement) -> tuple[Reason, ...]:
        """Why a movement, in the order of ``REASONS``; empty only where nothing moves."""
        if movement.name in MODEL_COUNTS:
            found = set(self._of_models(movement.unit, movement.name.removeprefix("models.")))
        else:
            changed = self.changed(movement.unit, movement.name)
            found = {one.reason for one in changed if movement.moves or (one.then, one.now) != (None, None)}
            found |= set(self._around(movement))
        if not found and movement.moves:
            found = {self._what_is_left()}
        return tuple(reason for reason in REASONS if reason in found)

    def changed(self, unit: str, name: str) -> list[Changed]:
        """The figures of a unit's subtree that are not what they were; of a ratio those of both parts."""
        inside = self._inside(unit)
        return [
            changed for part in self._parts(name) for changed in self._changed.get(part, ()) if changed.unit in inside
        ]

    def restated(self, unit: str, name: str) -> list[Changed]:
        """Those that had been given already and say something else now."""
        return [changed for changed in self.changed(unit, name) if changed.reason == "restated"]

    def _inside(self, unit: str) -> set[str]:
        trees = (side.rollup.tree for side in (self.then, self.now))
        return {other for tree in trees if unit in tree.parents for other in tree.subtree(unit)}

    def _parts(self, name: str) -> tuple[str, ...]:
        sides = (self.now, self.then)
        known = (side.rollup.workspace.indicators.get(name) for side in sides)
        return tuple(dict.fromkeys(part for indicator in known if indicator for part in parts_of(indicator)))

    @cached_property
    def _changed(self) -> dict[str, list[Changed]]:
        """Indicator → its figures that are not what they were."""
        was, now = self.then.rollup.figures.by_unit, self.now.rollup.figures.by_unit
        found: dict[str, list[Changed]] = {}
        for unit, name, section in dict.fromkeys([*now, *was]):
            given = found.setdefault(name, [])
            given += self._figures(unit, name, section)
        return found

    @cached_property
    def _busy(self) -> dict[str, set[str]]:
        """Indicator → the units that give a figure of it, then or now."""
        found: dict[str, set[str]] = {}
        for side in (self.then, self.now):
            for unit, name, _ in side.rollup.figures.by_unit:
                found.setdefault(name, set()).add(unit)
        return found

    def _figures(self, unit: str, name: str, section: Section) -> list[Changed]:
        was, now = (_by_period(side.rollup.figures, unit, name, section) for side in (self.then, self.now))
        found = []
        for period in dict.fromkeys([*now, *was]):
            before, after = was.get(period), now.get(period)
            reason = self._reason(before, after, name, section)
            if reason is not None:
                path = (after or before or now[period]).path
                values = (before.value if before else None, after.value if after else None)
                found.append(Changed(unit, name, section, period, *values, path, reason))
        return found + list(self._year_restated(unit, name, section, found))

    def _reason(self, before: Given | None, after: Given | None, name: str, section: Section) -> Reason | None:
        if before is not None and after is not None:
            return "restated" if before.value != after.value else None
        if after is not None:
            return "counted_now" if _says(self.then.rollup.workspace, after.path, name, section) else "filed_later"
        if before is None:
            return None
        return "counted_no_more" if _says(self.now.rollup.workspace, before.path, name, section) else "taken_back"

    def _year_restated(self, unit: str, name: str, section: Section, found: list[Changed]) -> Iterator[Changed]:
        """A year that was whole already and comes to something else by other reports than before."""
        was, now = (side.rollup.totals.get(name, {}).get(unit) for side in (self.then, self.now))
        if was is None or now is None or section != "own" or any(one.reason == "restated" for one in found):
            return
        before, after = was.own, now.own
        if before.state == "whole" and after.value is not None and before.value != after.value:
            whole = Period(self.now.rollup.year)
            yield Changed(unit, name, section, whole, before.value, after.value, after.chosen[-1].path, "restated")

    def _around(self, movement: Movement) -> Iterator[Reason]:
        """Reasons that are no figure: another tree, other units asked, another way of counting."""
        name, sides = movement.name, (self.then, self.now)
        known = [side.rollup.workspace.indicators.get(name) for side in sides]
        if known[0] != known[1]:
            yield "catalogue"
        below = [_subtree(side, movement.unit) for side in sides]
        asked = [side.rollup.expected.get(name, set()) & inside for side, inside in zip(sides, below, strict=True)]
        busy = set().union(*(self._busy.get(part, ()) for part in self._parts(name)))
        if (below[0] ^ below[1]) & (busy | asked[0] | asked[1]):
            yield "tree"
        if (asked[0] ^ asked[1]) & below[0] & below[1]:
            yield "asked"

    def _of_models(self, unit: str, count: str) -> Iterator[Reason]:
        """Models that came or went, or that stand otherwise."""
        was, now = ({model.reference: model for model in _models(side, unit)} for side in (self.then, self.now))
        for reference in now.keys() | was.keys():
            before, after = was.get(reference), now.get(reference)
            counts = [model is not None and model.counts_as(count) for model in (before, after)]
            if counts[0] == counts[1]:
                continue
            if before is None or (after is not None and after.rank > before.rank) or (after and after.dropped):
                yield "filed_later"
            else:
                yield "taken_back" if after is None else "restated"

    def _what_is_left(self) -> Reason:
        """Where no figure, unit or obligation differs: the tree that they stand in, or else the policy."""
        return "tree" if self.then.rollup.tree != self.now.rollup.tree else "policy"


def _by_period(figures: Figures, unit: str, name: str, section: Section) -> dict[Period, Given]:
    return {given.period: given for given in figures.of(unit, name, section)}


def _says(workspace: Workspace, path: str, name: str, section: Section) -> bool:
    """Whether a document was handed in and gives such a figure, whether it counts or not."""
    report = workspace.reports.get(path)
    if report is None or report.state not in SUBMITTED_STATES:
        return False
    return any(figure.indicator == name and figure.section == section for figure in report.figures)


def _subtree(side: YearSide, unit: str) -> set[str]:
    tree = side.rollup.tree
    return set(tree.subtree(unit)) if unit in tree.parents else set()


def _models(side: YearSide, unit: str) -> list[ModelOfYear]:
    return side.funnel.of(unit) if unit in side.rollup.tree.parents else []
