"""How obligations are met before and after: which are met by a change, which no more, and who is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from dvk.deadlines import FILED, FilingLine
from dvk.facts import StateOfFiling
from dvk.obligations import Owed
from dvk.periods import Period

Key: TypeAlias = tuple[str, str, str, Period]


@dataclass(frozen=True, slots=True)
class FilingMovement:
    """One obligation of one unit for one period: how it stood, and how it stands.

    At least one side is there; on the other it was not asked for, and nobody filed it.
    """

    before: FilingLine | None
    after: FilingLine | None

    @property
    def owed(self) -> Owed:
        """What is owed, as the later side says it."""
        return self._line.owed

    @property
    def _line(self) -> FilingLine:
        line = self.after or self.before
        if line is None:
            raise ValueError("a movement has a side")
        return line

    @property
    def was(self) -> StateOfFiling | None:
        """The state before."""
        return self.before.state if self.before else None

    @property
    def now(self) -> StateOfFiling | None:
        """The state after."""
        return self.after.state if self.after else None

    @property
    def is_met(self) -> bool:
        """Whether it was not met before and is after; what nobody asked for is met by nothing."""
        return self.now in FILED and self.was not in FILED

    @property
    def is_met_no_more(self) -> bool:
        """Whether it was met before and is not after."""
        return self.was in FILED and self.now not in FILED


def filing_movements(before: Iterable[FilingLine], after: Iterable[FilingLine]) -> list[FilingMovement]:
    """Every obligation of a unit that stands otherwise than before, in the order of the later matrix."""
    was = {key_of(line): line for line in before}
    now = {key_of(line): line for line in after}
    pairs = (FilingMovement(was.get(key), now.get(key)) for key in dict.fromkeys([*now, *was]))
    return [pair for pair in pairs if pair.was != pair.now]


def key_of(line: FilingLine) -> Key:
    """What a line of the matrix is about: plan, obligation, unit and period."""
    return line.owed.plan, line.owed.obligation.id, line.owed.unit, line.owed.period
