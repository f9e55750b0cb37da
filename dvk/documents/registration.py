"""``registrations/<year>/<folder>/<slug>.yaml``: models that a unit registers for a year or for several."""

from typing import Literal

from pydantic import Field

from dvk.documents.scalars import (
    Count,
    Date,
    EndDate,
    FigureValue,
    MomentValue,
    Money,
    Part,
    PeriodValue,
    ReferenceValue,
    Rows,
    Slug,
    Text,
    Years,
    YesNo,
)
from dvk.facts import Bound, Model, ModelTarget, Registration, ReturnNote, Stage, StageName, State


class ReturnPart(Part):
    """A return by the unit above: when, why, until when the answer still counts as first in time."""

    by: Slug
    date: Date
    reason: Text
    resubmit_by: EndDate | None = None
    resubmitted: MomentValue | None = None

    def facts(self) -> ReturnNote:
        """Its days."""
        again = self.resubmitted
        return ReturnNote(self.date, self.resubmit_by, (again.day, again.hour) if again else None)


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


class ModelPart(Part):
    """A concrete undertaking with a place, a goal, owners, money, a field."""

    id: Slug
    name: Text
    field: Slug | None = None
    type: Literal["collective", "individual"] = "collective"
    owners: Rows[Slug] = []
    years: Years | None = None
    targets: Rows[ModelTargetPart] = []
    budget: BudgetPart | None = None
    stages: Rows[StagePart] = []
    area: Text | None = None
    beneficiaries: Text | None = None
    goal: Text | None = None
    content: Text | None = None
    department: Slug | None = None
    partners: Rows[Text] = []
    inferred: Rows[Slug] = []
    note: Text | None = None


class RegistrationDocument(Part):
    """The models of one lead unit."""

    schema_: Literal["registration/v1"] = Field(alias="schema")
    revision: Count
    state: State
    unit: Slug
    period: PeriodValue
    answers: Rows[ReferenceValue] = []
    submitted: MomentValue | None = None
    returns: Rows[ReturnPart] = []
    illustrative: YesNo = False
    models: Rows[ModelPart] = []
    note: Text | None = None

    def facts(self) -> Registration:
        """The registration as deadlines and the funnel see it."""
        declared = self.submitted
        return Registration(
            state=self.state,
            unit=self.unit,
            period=self.period,
            answers=tuple(self.answers),
            declared=(declared.day, declared.hour) if declared else None,
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
            stages=tuple(Stage(s.stage, s.date) for s in part.stages),
            inferred=tuple(part.inferred),
            department=part.department,
        )
