"""``registrations/<year>/<folder>/<slug>.yaml``: models that a unit registers for a year or for several."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from dvk.documents.head import FilingPart, ReturnPart, SignatoryPart, StampPart
from dvk.documents.scalars import (
    Count,
    Date,
    EndDate,
    FigureValue,
    Money,
    Part,
    ReferenceValue,
    Rows,
    Slug,
    Text,
    Years,
)
from dvk.facts import Bound, Model, ModelTarget, Registration, Stage, StageName, State


class StagePart(Part):
    """A stage that a model reached, with its day."""

    stage: StageName
    date: Date
    level: Slug | None = None
    decision: Text | None = None
    reason: Text | None = None


class BudgetPart(Part):
    """Planned money: not a target."""

    value: Money
    bound: Bound = "exactly"


class ModelTargetPart(Part):
    """What the model itself is to reach."""

    indicator: Slug
    value: FigureValue
    upper: FigureValue | None = None
    bound: Bound = "at_least"

    def facts(self) -> ModelTarget:
        """The value."""
        upper = self.upper.value if self.upper else None
        return ModelTarget(self.indicator, self.value.value, upper, self.bound)


class PartnerPart(Part):
    """Who works along, and what they do; a name alone may stand without a mapping."""

    name: Text
    role: Text | None = None


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class MoneyPart(Part):
    """Money from one source, in đồng."""

    source: Text
    value: Money
    bound: Bound = "exactly"


class ResourcesPart(Part):
    """What a model takes: money by source, working days, things in kind."""

    money: Rows[MoneyPart] = Field(default_factory=list)
    working_days: Count | None = None
    in_kind: Rows[Text] = Field(default_factory=list)


class StepPart(Part):
    """A piece of the timetable, both days included."""

    start: Date | None = Field(None, alias="from")
    end: EndDate | None = Field(None, alias="to")
    work: Text


class ModelPart(Part):
    """A concrete undertaking with a place, a goal, owners, money, a field."""

    id: Slug
    name: Text
    field: Slug | None = None
    type: Literal["collective", "individual"] = "collective"
    owners: Rows[Slug] = Field(default_factory=list)
    years: Years | None = None
    department: Slug | None = None
    situation: Text | None = None
    goal: Text | None = None
    targets: Rows[ModelTargetPart] = Field(default_factory=list)
    content: Text | None = None
    method: Text | None = None
    area: Text | None = None
    beneficiaries: Text | None = None
    lead_role: Text | None = None
    partners: Rows[Annotated[PartnerPart, BeforeValidator(_named)]] = Field(default_factory=list)
    budget: BudgetPart | None = None
    resources: ResourcesPart | None = None
    timetable: Rows[StepPart] = Field(default_factory=list)
    output: Text | None = None
    upkeep: Text | None = None
    replication: Text | None = None
    replicated_from: ReferenceValue | None = None
    stages: Rows[StagePart] = Field(default_factory=list)
    inferred: Rows[Slug] = Field(default_factory=list)
    note: Text | None = None


class RegistrationDocument(FilingPart):
    """The models of one lead unit."""

    schema_: Literal["registration/v1"] = Field(alias="schema")
    state: State
    addressee: Text | None = None
    returns: Rows[ReturnPart] = Field(default_factory=list)
    stamps: Rows[StampPart] = Field(default_factory=list)
    models: Rows[ModelPart] = Field(default_factory=list)
    second_signatory: SignatoryPart | None = None
    text: Text | None = None

    def facts(self) -> Registration:
        """The registration as deadlines and the funnel see it."""
        return Registration(
            profile=self.profile,
            state=self.state,
            revision=self.revision,
            changes=tuple(part.facts() for part in self.changes),
            stamps=tuple(part.facts() for part in self.stamps),
            unit=self.unit,
            period=self.period,
            number=self.number,
            issued=self.date,
            answers=tuple(self.answers),
            declared=self.submitted,
            returns=tuple(note.facts() for note in self.returns),
            illustrative=self.illustrative,
            models=tuple(self._model(part) for part in self.models),
        )

    def _model(self, part: ModelPart) -> Model:
        first, last = part.years or (self.period.year, self.period.year)
        return Model(
            id=part.id,
            name=part.name,
            field=part.field,
            type=part.type,
            owners=tuple(dict.fromkeys((self.unit, *part.owners))),
            first_year=first,
            last_year=last,
            targets=tuple(target.facts() for target in part.targets),
            budget=part.budget.value if part.budget else None,
            budget_bound=part.budget.bound if part.budget else "exactly",
            stages=tuple(Stage(s.stage, s.date, s.level) for s in part.stages),
            inferred=tuple(part.inferred),
            department=part.department,
            area=part.area or "",
            replicated_from=part.replicated_from,
        )
