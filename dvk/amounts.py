"""Amounts that can be merged: adding them up in any grouping gives the same, and only display finishes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from dvk.facts import Exact, OverUnits


@dataclass(frozen=True, slots=True)
class Amount:
    """Figures of one indicator, merged over units.

    Args:
        total: their sum, exact.
        count: how many figures were merged.
        largest: the largest of them; ``None`` of none.
        nulls: how many were null with a reason.
    """

    total: Exact = 0
    count: int = 0
    largest: Exact | None = None
    nulls: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        """Both together."""
        return merged((self, other))

    @property
    def is_null(self) -> bool:
        """Whether only nulls were merged: that is null, never 0."""
        return self.count == 0 and self.nulls > 0

    def finished(self, over_units: OverUnits) -> Exact | None:
        """The figure shown for it; ``None`` where nothing was given or nothing may be added.

        A sum of nothing is absent, not 0. Source: design, “n/N”.
        """
        if self.count == 0:
            return None
        if over_units == "average":
            return simplest(Fraction(self.total) / self.count)
        if over_units == "max":
            return self.largest
        return self.total if over_units == "sum" or self.count == 1 else None


NOTHING = Amount()
NULL = Amount(nulls=1)


def of(value: Exact) -> Amount:
    """One figure as an amount."""
    return Amount(value, 1, value)


def merged(amounts: Iterable[Amount]) -> Amount:
    """All amounts together."""
    total: Exact = 0
    count, nulls = 0, 0
    largest: Exact | None = None
    for amount in amounts:
        total += amount.total
        count += amount.count
        nulls += amount.nulls
        if amount.largest is not None and (largest is None or amount.largest > largest):
            largest = amount.largest
    return Amount(total, count, largest, nulls)


def simplest(value: Exact) -> Exact:
    """A whole number as ``int``, anything else as it is."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value
