"""``reports/<year>/<folder>/<period>[-<topic>].yaml``: what a unit did in a period."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from dvk.documents.registration import ReturnPart
from dvk.documents.scalars import (
    Count,
    FigureValue,
    MomentValue,
    Money,
    Part,
    PeriodValue,
    ReferenceValue,
    Rows,
    Slug,
    Text,
    YesNo,
)
from dvk.facts import FigureFact, ModelResult, Report, Section, StageName, State


class FigurePart(Part):
    """The figure of one indicator: a number, or null with a reason."""

    indicator: Slug
    value: FigureValue | None
    reason: Text | None = None
    note: Text | None = None

    def facts(self, section: Section) -> FigureFact:
        """Value and form; a null without a reason stays a null, which a check names."""
        figure = self.value
        return FigureFact(
            section, self.indicator, figure.value if figure else None, figure.form if figure else "", self.reason or ""
        )


class ModelResultPart(Part):
    """What came of a registered model in the period."""

    model: ReferenceValue
    stage: StageName | None = None
    results: Rows[FigurePart] = []
    spent: Money | None = None
    note: Text | None = None

    def facts(self) -> ModelResult:
        """The stage reached, results and money."""
        results = tuple((part.indicator, part.value.value) for part in self.results if part.value)
        return ModelResult(self.model, self.stage, results, self.spent)


class ModelCountsPart(Part):
    """Numbers of models as typed: control values for what the registrations say."""

    registered: Count | None = None
    carried_out: Count | None = None
    recognised: Count | None = None
    typical: Count | None = None
    rewarded: Count | None = None
    dropped: Count | None = None


def _counts(value: Any) -> Any:
    return {} if value is None else value


class ReportDocument(Part):
    """A report of one unit for one period: own figures, consolidated figures, or both."""

    schema_: Literal["report/v1"] = Field(alias="schema")
    revision: Count
    state: State
    unit: Slug
    period: PeriodValue
    answers: Rows[ReferenceValue] = []
    submitted: MomentValue | None = None
    returns: Rows[ReturnPart] = []
    covers_predecessors: YesNo = False
    illustrative: YesNo = False
    own: Rows[FigurePart] = []
    consolidated: Rows[FigurePart] = []
    models: Rows[ModelResultPart] = []
    model_counts: Annotated[ModelCountsPart, BeforeValidator(_counts)] = ModelCountsPart()
    text: Text | None = None
    note: Text | None = None

    def facts(self) -> Report:
        """The report as deadlines and sums see it."""
        declared = self.submitted
        counts = self.model_counts.model_dump(exclude_none=True)
        return Report(
            state=self.state,
            unit=self.unit,
            period=self.period,
            answers=tuple(self.answers),
            declared=(declared.day, declared.hour) if declared else None,
            returns=tuple(note.facts() for note in self.returns),
            covers_predecessors=self.covers_predecessors,
            illustrative=self.illustrative,
            figures=(
                *(part.facts("own") for part in self.own),
                *(part.facts("consolidated") for part in self.consolidated),
            ),
            models=tuple(part.facts() for part in self.models),
            model_counts=tuple(counts.items()),
        )
