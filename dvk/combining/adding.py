"""The one expression that adds everything up: contributions joined with who stands above whom, and grouped."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from dvk.amounts import Amount, simplest
from dvk.facts import Exact

_ADDED = ("figure", "numerator", "denominator")
"""What is added; every other part is a class of units, which are named."""


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
    large = counting.value_num.cast("decimal(38, 0)")
    return counting.group_by(["root", "ancestor", "indicator", "part", "value_den"]).aggregate(
        total=large.sum().cast("string"),
        largest=counting.value_num.max(),
        count=counting["count"].sum(),
        nulls=counting.nulls.sum(),
        units=counting.unit.collect(where=counting.part.notin(_ADDED)),
    )


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
    if row["value_den"] is None:
        return Amount(nulls=int(row["nulls"]))
    whole = int(str(row["total"]).partition(".")[0])
    return Amount(
        _over(whole, row["value_den"]), int(row["count"]), _over(row["largest"], row["value_den"]), int(row["nulls"])
    )


def _over(above: int, below: int) -> Exact:
    return simplest(Fraction(above, below))
