"""The links from units to the units above them, each with the days on which it held; how many levels they make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from dvk.facts import DatedText, Unit
from dvk.periods import ONE_DAY

Dated: TypeAlias = tuple[str, date, date]
"""A unit, and the first and the last day of what is said of it, both included."""
MOST_LEVELS = 200
"""How many units may stand one above the other: far more than any organisation has, few enough to walk."""


@dataclass(frozen=True)
class ParentLinks:
    """Who stood directly below whom, and when.

    Args:
        directly_below: unit → those below it; one that left and came back is there twice.
    """

    directly_below: dict[str, list[Dated]]

    def below(self, top: str, first: date, last: date) -> Iterator[Dated]:
        """The units below ``top`` at any depth from ``first`` to ``last``, open or not.

        Only the subtree is walked, so nothing has to be kept of any day. A unit that moved within it comes once for
        each place. As on a day each has one unit above it, a way down can only come back to where it began.
        """
        left = [(top, first, last)]
        while left:
            above, since, until = left.pop()
            for unit, start, end in self.directly_below.get(above, ()):
                below = (unit, max(start, since), min(end, until))
                if below[1] <= below[2] and unit != top:
                    left.append(below)
                    yield below


def parent_links(units: Mapping[str, Unit]) -> ParentLinks:
    """The links between units; one to a unit that is not declared is none."""
    found: dict[str, list[Dated]] = {}
    for unit, record in units.items():
        for parent, first, last in _held(record.parents):
            if parent in units:
                found.setdefault(parent, []).append((unit, first, last))
    return ParentLinks(found)


def _held(values: tuple[DatedText, ...]) -> Iterator[Dated]:
    """When each value held; of several that hold on a day, the first does."""
    free = [(date.min, date.max)]
    for value in values:
        start, end = value.start or date.min, value.end or date.max
        left: list[tuple[date, date]] = []
        for first, last in free:
            since, until = max(first, start), min(last, end)
            if since > until:
                left.append((first, last))
                continue
            yield value.value, since, until
            left += [(first, since - ONE_DAY)] if first < since else []
            left += [(until + ONE_DAY, last)] if until < last else []
        free = left


def too_deep(units: Mapping[str, Unit]) -> str | None:
    """A unit above or below which more than ``MOST_LEVELS`` units may stand, whatever the day; usually none.

    All parents that a unit ever had are taken together. What is left in circles when all above and below them has been
    taken off counts as one chain.
    """
    above = {
        unit: {link.value for link in record.parents if link.value in units and link.value != unit}
        for unit, record in units.items()
    }
    levels_above, left = _layered(above)
    below: dict[str, set[str]] = {unit: set() for unit in left}
    for unit in left:
        for parent in above[unit] & below.keys():
            below[parent].add(unit)
    levels_below, circles = _layered(below)
    levels = levels_above + levels_below + len(circles)
    return next(iter(circles or left)) if levels > MOST_LEVELS else None


def _layered(links: Mapping[str, set[str]]) -> tuple[int, list[str]]:
    """How many layers can be taken off, each of what has links only to layers before it; and what is left after 200."""
    taken: set[str] = set()
    left, layers = list(links), 0
    while left and layers < MOST_LEVELS:
        layer = [unit for unit in left if links[unit] <= taken]
        if not layer:
            break
        taken.update(layer)
        left = [unit for unit in left if unit not in taken]
        layers += 1
    return layers, left
