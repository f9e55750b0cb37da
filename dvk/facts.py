"""Facts: the small, frozen record of each document, the only thing that cross-file code may see.

A record never holds a path, a line or a sentence; it can be remembered under the content of its file.
Numbers are exact: ``int``, or ``Fraction`` where the figure is not whole. Money is in đồng.
"""

from dataclasses import dataclass, field
from datetime import date, time
from fractions import Fraction
from typing import Literal, TypeAlias

from dvk.periods import Period, YearPart
from dvk.values import Moment, Reference, YearDay

Exact: TypeAlias = int | Fraction
OverTime: TypeAlias = Literal["sum", "last", "average", "max", "none"]
OverUnits: TypeAlias = Literal["sum", "average", "max", "none"]
TargetKind: TypeAlias = Literal["total", "own", "each", "per"]
Bound: TypeAlias = Literal["at_least", "about", "exactly"]
State: TypeAlias = Literal["draft", "submitted", "returned", "accepted", "approved", "published", "withdrawn"]
StageName: TypeAlias = Literal["carried_out", "recognised", "typical", "rewarded", "dropped"]
Section: TypeAlias = Literal["own", "consolidated"]
DeclaredMoment: TypeAlias = tuple[date, time | None]

SUBMITTED_STATES = frozenset({"submitted", "accepted", "approved", "published", "issued"})


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a list that a workspace may extend, with its names in Vietnamese and English."""

    id: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The policy of a workspace; without a file, the defaults hold.

    ``due_soon`` is in days; ``about_percent`` is how much of an “about” target must be reached.
    Without an ``adoption_date`` every day of receipt is the declared one.
    """

    adoption_date: date | None = None
    main_branch: str = "main"
    before_excludes: bool = True
    due_soon: int = 7
    about_percent: int = 90
    fields: tuple[Term, ...] = ()
    lines: tuple[Term, ...] = ()
    levels: tuple[Term, ...] = ()
    kinds: tuple[Term, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text that held from ``start`` to ``end``, both included; ``None`` is without a limit."""

    value: str
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Department:
    """A department of a unit."""

    id: str
    name: str
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """An office, open from ``start`` to ``end``, both included."""

    id: str
    line: str
    folder: str | None
    start: date | None
    end: date | None
    names: tuple[DatedText, ...]
    levels: tuple[DatedText, ...]
    kinds: tuple[DatedText, ...] = ()
    parents: tuple[DatedText, ...] = ()
    answers_to: tuple[DatedText, ...] = ()
    departments: tuple[Department, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A change of many units into many; ``day`` is the first day of the new state."""

    kind: Literal["merge", "split", "rename", "move", "end"]
    day: date
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    decision: str = ""

    def ends(self, unit: str) -> bool:
        """Whether the unit ends by it: it goes into others and does not stay; a move and a new name end nobody."""
        if unit not in self.sources or unit in self.targets or self.kind == "move":
            return False
        return bool(self.targets) or self.kind != "rename"


@dataclass(frozen=True, slots=True)
class UnitsFile:
    """What one file of the organisation says."""

    units: tuple[Unit, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something counted, with its operators over time and over units; a ratio names its two parts."""

    id: str
    name: str
    name_en: str
    unit_of_measure: str
    type: Literal["count", "decimal", "money", "percent"] = "count"
    over_time: OverTime = "none"
    over_units: OverUnits = "none"
    numerator: str | None = None
    denominator: str | None = None

    @property
    def is_ratio(self) -> bool:
        """Whether it is recomputed from a numerator and a denominator, never added."""
        return self.numerator is not None and self.denominator is not None


@dataclass(frozen=True, slots=True)
class IndicatorsFile:
    """The catalogue in its order."""

    indicators: tuple[Indicator, ...] = ()


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
    kind: Literal["plan", "registration", "report"]
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
class Plan:
    """A plan in force from ``start`` (its effective day) until ``until`` (included)."""

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
    declared: DeclaredMoment | None = None
    events: tuple[tuple[str, date], ...] = ()
    indicators: tuple[str, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    targets: tuple[Target, ...] = ()
    departments: tuple[str, ...] = ()
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class ReturnNote:
    """A return: its day, until when an answer counts as first in time, the declared day of the answer."""

    day: date
    resubmit_by: date | None = None
    resubmitted: DeclaredMoment | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage reached by a model on a day."""

    name: StageName
    day: date


@dataclass(frozen=True, slots=True)
class ModelTarget:
    """What a model itself is to reach."""

    indicator: str
    value: Exact
    upper: Exact | None = None
    bound: Bound = "at_least"


@dataclass(frozen=True, slots=True)
class Model:
    """A registered model; the first of its owners is the lead."""

    id: str
    name: str
    field: str | None
    type: Literal["collective", "individual"]
    owners: tuple[str, ...]
    first_year: int
    last_year: int
    targets: tuple[ModelTarget, ...] = ()
    budget: int | None = None
    budget_bound: Bound = "exactly"
    stages: tuple[Stage, ...] = ()
    inferred: tuple[str, ...] = ()
    department: str | None = None


@dataclass(frozen=True, slots=True)
class Registration:
    """Models registered by one lead unit."""

    state: State
    unit: str
    period: Period
    answers: tuple[Reference, ...] = ()
    declared: DeclaredMoment | None = None
    returns: tuple[ReturnNote, ...] = ()
    illustrative: bool = False
    models: tuple[Model, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFact:
    """One figure of a report: ``value`` None is a null, with its reason."""

    section: Section
    indicator: str
    value: Exact | None
    form: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ModelResult:
    """What a report says of a model: the stage reached, its results, money spent in đồng."""

    model: Reference
    stage: StageName | None = None
    results: tuple[tuple[str, Exact], ...] = ()
    spent: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of one unit for one period."""

    state: State
    unit: str
    period: Period
    answers: tuple[Reference, ...] = ()
    declared: DeclaredMoment | None = None
    returns: tuple[ReturnNote, ...] = ()
    covers_predecessors: bool = False
    illustrative: bool = False
    figures: tuple[FigureFact, ...] = ()
    models: tuple[ModelResult, ...] = ()
    model_counts: tuple[tuple[str, int], ...] = ()


Facts: TypeAlias = Settings | UnitsFile | IndicatorsFile | Plan | Registration | Report
Filing: TypeAlias = Plan | Registration | Report
