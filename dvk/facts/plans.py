"""The record of a plan: what it orders, from whom, by when, and what is to be reached."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from dvk.facts.steps import ChangeNote
from dvk.facts.terms import Bound, Exact, FilingKind, InState, TargetKind
from dvk.periods import Period, YearPart
from dvk.values import Moment, Reference, YearDay

MOST_STEPS = 20
"""Over how many other obligations a due day may be counted: enough for any plan, few enough to follow."""


@dataclass(frozen=True, slots=True)
class Debtors:
    """Units below an issuer: those of one of the levels and of one of the kinds, and those named.

    An empty set of levels or kinds asks for nothing; with both empty only the named ones are meant.
    """

    levels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Due:
    """How a date was written; at most one way is used."""

    before: Moment | YearDay | None = None
    by: Moment | YearDay | None = None
    next_year: bool = False
    days_after: int | None = None
    of: str | None = None
    embedded_in: str | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A unit that need not file, for due days up to ``until`` (included)."""

    unit: str
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A later due day of named units, for one period or for all."""

    units: frozenset[str]
    period: Period | None
    before: Moment | None
    by: Moment | None
    reason: str


@dataclass(frozen=True, slots=True)
class Unlock:
    """Named units may file after the lock until ``until`` (included)."""

    units: frozenset[str]
    period: Period | None
    until: date


@dataclass(frozen=True, slots=True)
class Obligation:
    """What units owe: a plan, a registration or a report, for a period."""

    id: str
    kind: FilingKind
    title: str
    who: Debtors
    period: Period | YearPart
    every_year: bool = False
    due: Due = field(default_factory=Due)
    lock: Moment | YearDay | None = None
    cut_off: Moment | YearDay | None = None
    any_day: bool = False
    indicators: tuple[str, ...] = ()
    department: str | None = None
    exemptions: tuple[Exemption, ...] = ()
    extensions: tuple[Extension, ...] = ()
    unlocks: tuple[Unlock, ...] = ()
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A value, or a range up to ``upper``, to be reached."""

    indicator: str
    kind: TargetKind
    value: Exact
    upper: Exact | None = None
    bound: Bound = "at_least"
    who: Debtors = field(default_factory=Debtors)
    year: int | None = None
    every_year: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work that a department of the issuer is given."""

    department: str


@dataclass(frozen=True, slots=True)
class Plan(InState):
    """A plan in force from ``start`` (its effective day) until ``until`` (included)."""

    kind: ClassVar[FilingKind] = "plan"

    state: str
    unit: str
    type: str
    number: str | None
    issued: date | None
    subject: str
    period: Period
    start: date | None
    until: date | None = None
    supersedes: tuple[str, ...] = ()
    superior_plan: str | None = None
    answers: tuple[Reference, ...] = ()
    declared: Moment | None = None
    events: tuple[tuple[str, date], ...] = ()
    indicators: tuple[str, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    illustrative: bool = False
    profile: str | None = None
    revision: int = 1
    changes: tuple[ChangeNote, ...] = ()

    @property
    def is_issued(self) -> bool:
        """Whether it orders anything: no draft, and not withdrawn."""
        return self.state == "issued"
