"""Records of what units file: registrations, reports and stories."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from dvk.facts.steps import ChangeNote, ReturnNote, Stamp
from dvk.facts.terms import Bound, Exact, FilingKind, InState, Section, StageName, State
from dvk.periods import Period
from dvk.values import Moment, Reference


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage reached by a model on a day, and the level that recognised it."""

    stage: StageName
    day: date
    level: str | None = None


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
    area: str = ""
    replicated_from: Reference | None = None


@dataclass(frozen=True, slots=True)
class Registration(InState):
    """Models registered by one lead unit; ``fingerprint`` is that of what it says, "" where it bears no stamp."""

    kind: ClassVar[FilingKind] = "registration"

    state: State
    unit: str
    period: Period
    number: str | None = None
    issued: date | None = None
    answers: tuple[Reference, ...] = ()
    declared: Moment | None = None
    returns: tuple[ReturnNote, ...] = ()
    revision: int = 1
    changes: tuple[ChangeNote, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    fingerprint: str = ""
    illustrative: bool = False
    models: tuple[Model, ...] = ()
    profile: str | None = None


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
    """What a report says of a model: the stage reached, its results, money spent in đồng.

    A model that was never registered has a name instead of a reference.
    """

    model: Reference | None
    name: str = ""
    stage: StageName | None = None
    results: tuple[tuple[str, Exact], ...] = ()
    spent: int | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A collective or an individual recognised as an example, as far as other files refer to it."""

    id: str
    type: Literal["collective", "individual"]
    name: str
    model: Reference | None = None
    replicated_from: Reference | None = None
    field: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Report(InState):
    """Figures of one unit for one period, and the fields of which it tells the results in words.

    ``fingerprint`` is that of what it says, "" where it bears no stamp.
    ``words`` is a digest of its text, folded, by which two reports of the same words are known; "" without text.
    """

    kind: ClassVar[FilingKind] = "report"

    state: State
    unit: str
    period: Period
    number: str | None = None
    issued: date | None = None
    answers: tuple[Reference, ...] = ()
    declared: Moment | None = None
    returns: tuple[ReturnNote, ...] = ()
    revision: int = 1
    changes: tuple[ChangeNote, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    fingerprint: str = ""
    covers_predecessors: bool = False
    illustrative: bool = False
    figures: tuple[FigureFact, ...] = ()
    models: tuple[ModelResult, ...] = ()
    model_counts: tuple[tuple[str, int], ...] = ()
    exemplars: tuple[Exemplar, ...] = ()
    words: str = ""
    fields: tuple[str, ...] = ()
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Story(InState):
    """News or an example told by a unit, with the models and exemplars that it is about."""

    state: Literal["draft", "published", "withdrawn"]
    unit: str
    day: date
    title: str
    models: tuple[Reference, ...] = ()
    exemplars: tuple[Reference, ...] = ()
    field: str | None = None
    illustrative: bool = False
