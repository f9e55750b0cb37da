"""Figures that a change makes and that are far from last year's: a nought too many looks like that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from dvk.comparison import LastYear
from dvk.facts import Exact
from dvk.movements.standings import Standing
from dvk.movements.totals import Movement

FAR = 3
"""How many times last year's figure, or what part of it, is far from it."""


@dataclass(frozen=True, slots=True)
class Leap:
    """A figure that moves to far from last year's."""

    movement: Movement
    last_year: Exact


def leaps(moved: Iterable[Movement], beside: LastYear) -> list[Leap]:
    """The figures that are far from last year's after a change and were not before.

    Of a unit above another one that leaps by the same indicator nothing is said: it is the same figure.

    Args:
        moved: the movements of one year, each unit before the one above it.
        beside: the totals of that year after the change, beside those of the year before.
    """
    found = list(_far_off(moved, beside))
    parents = beside.now.tree.parents
    above = {(unit, leap.movement.name) for leap in found for unit in _above(leap.movement.unit, parents)}
    return [leap for leap in found if (leap.movement.unit, leap.movement.name) not in above]


def _far_off(moved: Iterable[Movement], beside: LastYear) -> Iterator[Leap]:
    indicators = beside.now.workspace.indicators
    for movement in moved:
        known = movement.name in indicators and movement.unit in beside.now.tree.parents
        if not known or not movement.is_of_value:
            continue
        last_year = beside.value(movement.unit, indicators[movement.name])
        if last_year and _is_far(movement.after, last_year) and not _is_far(movement.before, last_year):
            yield Leap(movement, last_year)


def _is_far(standing: Standing, last_year: Exact) -> bool:
    """Whether a figure is three times last year's and more, or a third of it and less though nobody is missing."""
    if standing.value is None:
        return False
    times = Fraction(standing.value) / Fraction(last_year)
    return times >= FAR or (times <= Fraction(1, FAR) and standing.given == standing.expected > 0)


def _above(unit: str, parents: dict[str, str | None]) -> Iterator[str]:
    above = parents.get(unit)
    while above is not None:
        yield above
        above = parents.get(above)
