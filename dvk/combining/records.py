"""The rows of an export read back: one record a row, an exact number of two columns."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from dvk.amounts import simplest
from dvk.combining.adding import Added
from dvk.facts import Exact

Record: TypeAlias = dict[str, Any]
NOTHING_ADDED = Added()


@dataclass
class PartRecords:
    """What one root and year of an export says.

    Args:
        tables: table → its rows; without ``contributions`` and ``closure``, which are added up.
        added: (unit, indicator) → what its contributions give.
        places: (unit, indicator) → where it stands among those for which a stated total does.
        marked: the units with an illustrative contribution.
    """

    tables: dict[str, list[Record]] = field(default_factory=dict)
    added: dict[tuple[str, str], Added] = field(default_factory=dict)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)

    def of(self, table: str) -> list[Record]:
        """The rows of a table."""
        return self.tables.get(table, [])

    def in_order(self, table: str) -> list[Record]:
        """The rows of a table by their position."""
        return sorted(self.of(table), key=lambda row: int(row["position"]))

    @property
    def itself(self) -> Record:
        """The row of ``exports``."""
        return self.of("exports")[0]


def number(row: Record, name: str) -> Exact | None:
    """An exact number; ``None`` where there is none."""
    above, below = row[f"{name}_num"], row[f"{name}_den"]
    return None if above is None or below is None else simplest(Fraction(above, below))
