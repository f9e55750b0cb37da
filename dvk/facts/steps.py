"""Records of a document's way: why it was changed, returned and stamped."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from dvk.values import Moment

Step: TypeAlias = Literal["submitted", "accepted", "returned", "approved", "published"]


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """Why a document says something else from a revision on."""

    revision: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReturnNote:
    """A return: its day, until when an answer counts as first in time, the declared day of the answer.

    ``fields`` are the field paths that it is about, ``answer`` what was said to it in words; "" where nothing was.
    """

    day: date
    resubmit_by: date | None = None
    resubmitted: Moment | None = None
    fields: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Without:
    """A unit below whose own report was not approved yet, and why this one was all the same."""

    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """One step that somebody of a unit took, and the fingerprint of what the document said then."""

    step: Step
    unit: str
    who: str
    when: Moment
    fingerprint: str
    without: tuple[Without, ...] = ()
    post: str = ""
