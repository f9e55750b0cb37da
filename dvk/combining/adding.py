"""The one expression that adds everything up: contributions joined with who stands above whom, and grouped."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from dvk.amounts import Amount, simplest
from dvk.facts import Exact

_ADDED = ("figure", "numerator", "denominator")
"""What is added; every other part is a class of units, which are named."""
_WIDE = "decimal(38, 0)"
"""A sum of numbers of 64 bits fits in it. What comes back is text: on its way an engine may make floats of numbers."""


@dataclass
class Added:
    """What the contributions of one unit's subtree to one indicator give together.

    Args:
        parts: ``figure``, ``numerator`` or ``denominator`` → what was added.
        units: class → the units in it.
    """

    parts: dict[str, Amount] = field(default_factory=dict)
    units: dict[str, list[str]] = field(default_factory=dict)


def added_up(contributions: Any, closure: Any) -> Any:
    """For each unit and indicator of each root: the sums by denominator, so that they stay exact, and the classes.

    Args:
        contributions: the table of that name, of the year.
        closure: likewise.
    """
    joined = contributions.join(closure, ["root", "year", "unit"])
    counting = joined.filter(joined.ancestor_depth >= joined.up_to_depth, joined.ancestor_depth <= joined.from_depth)
    counting = counting.mutate(below=counting.value_den.cast("string"), above=counting.value_num.cast(_WIDE))
    return counting.group_by(["root", "ancestor", "indicator", "part", "below"]).aggregate(
        total=counting.above.sum().cast("string"),
        largest=counting.value_num.max().cast("string"),
        count=counting["count"].sum(),
        nulls=counting.nulls.sum(),
        units=counting.unit.collect(where=counting.part.notin(_ADDED)),
    )


def marked(contributions: Any) -> Any:
    """The root and unit of each contribution that is illustrative."""
    return contributions.filter(contributions.illustrative).select("root", "unit").distinct()


def added(rows: Iterable[dict[str, Any]]) -> dict[tuple[str, str, str], Added]:
    """The rows of that expression by root, unit and indicator; denominators brought together."""
    found: dict[tuple[str, str, str], Added] = {}
    for row in rows:
        entry = found.setdefault((row["root"], row["ancestor"], row["indicator"]), Added())
        part = row["part"]
        if part in _ADDED:
            entry.parts[part] = entry.parts.get(part, Amount()) + _amount(row)
        else:
            entry.units.setdefault(part, []).extend(row["units"] or [])
    return found


def _amount(row: dict[str, Any]) -> Amount:
    if row["below"] is None:
        return Amount(nulls=int(row["nulls"]))
    total, largest = (_over(row[name], row["below"]) for name in ("total", "largest"))
    return Amount(total, int(row["count"]), largest, int(row["nulls"]))


def _over(above: str, below: str) -> Exact:
    """A fraction of two whole numbers, which some engines write with an empty fraction of their own (``12.00``)."""
    return simplest(Fraction(int(above.partition(".")[0]), int(below)))
