"""The closed lists of words that records are made of, and exact numbers."""

from fractions import Fraction
from typing import Literal, TypeAlias

Exact: TypeAlias = int | Fraction
OverTime: TypeAlias = Literal["sum", "last", "average", "max", "none"]
OverUnits: TypeAlias = Literal["sum", "average", "max", "none"]
TargetKind: TypeAlias = Literal["total", "own", "each", "per"]
Bound: TypeAlias = Literal["at_least", "about", "exactly"]
State: TypeAlias = Literal["draft", "submitted", "returned", "accepted", "approved", "published", "withdrawn"]
StageName: TypeAlias = Literal["carried_out", "recognised", "typical", "rewarded", "dropped"]
Section: TypeAlias = Literal["own", "consolidated"]
FilingKind: TypeAlias = Literal["plan", "registration", "report"]

SUBMITTED_STATES = frozenset({"submitted", "accepted", "approved", "published", "issued"})


class InState:
    """What the state of a document says of it, whatever its kind."""

    __slots__ = ()
    state: str

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.state == "draft"

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back: it answers nothing any more."""
        return self.state == "withdrawn"
