"""``reports/<year>/<folder>/<period>[-<topic>].yaml``: what a unit did in a period."""

import hashlib
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from dvk.documents.head import FilingPart, LegalBasisPart, ReturnPart, StampPart
from dvk.documents.scalars import (
    Count,
    Date,
    FigureValue,
    Money,
    Part,
    ReferenceValue,
    Rows,
    Slug,
    Text,
    YesNo,
)
from dvk.facts import Exemplar, FigureFact, ModelResult, Report, Section, StageName, State
from dvk.vietnamese.text import fold


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
    """What came of a model in the period: of a registered one by reference, of another one by name."""

    model: ReferenceValue | None = None
    name: Text | None = None
    field: Slug | None = None
    stage: StageName | None = None
    results: Rows[FigurePart] = Field(default_factory=list)
    spent: Money | None = None
    text: Text | None = None
    note: Text | None = None

    def facts(self) -> ModelResult:
        """The stage reached, results and money."""
        results = tuple((part.indicator, part.value.value) for part in self.results if part.value)
        return ModelResult(self.model, self.name or "", self.stage, results, self.spent, self.field)


class ExemplarPart(Part):
    """A collective or an individual to be held up as an example: no more of a person than name, post and unit."""

    id: Slug
    type: Literal["collective", "individual"]
    name: Text
    post: Text | None = None
    unit: Text | None = None
    field: Slug | None = None
    model: ReferenceValue | None = None
    criteria: Rows[Text] = Field(default_factory=list)
    selection: Text | None = None
    level: Slug | None = None
    decision: Text | None = None
    date: Date | None = None
    replicated_from: ReferenceValue | None = None
    text: Text | None = None

    def facts(self) -> Exemplar:
        """What other files refer to."""
        return Exemplar(self.id, self.type, self.name, self.model, self.replicated_from, self.field, self.level)


class FieldResultPart(Part):
    """The results of one field in words; the numbers stand among the figures."""

    field: Slug
    text: Text


class ModelCountsPart(Part):
    """Numbers of models as typed: control values for what the registrations say."""

    registered: Count | None = None
    carried_out: Count | None = None
    recognised: Count | None = None
    typical: Count | None = None
    rewarded: Count | None = None
    dropped: Count | None = None

    def given(self) -> dict[str, int]:
        """Those that were typed, in the order of the funnel."""
        return {key: count for key, count in self if count is not None}


def _counts(value: Any) -> Any:
    return {} if value is None else value


class ReportDocument(FilingPart):
    """A report of one unit for one period: own figures, consolidated figures, or both."""

    schema_: Literal["report/v1"] = Field(alias="schema")
    state: State
    subject: Text | None = None
    returns: Rows[ReturnPart] = Field(default_factory=list)
    stamps: Rows[StampPart] = Field(default_factory=list)
    covers_predecessors: YesNo = False
    situation: Text | None = None
    leadership: Text | None = None
    documents_issued: Rows[LegalBasisPart] = Field(default_factory=list)
    propaganda: Text | None = None
    own: Rows[FigurePart] = Field(default_factory=list)
    consolidated: Rows[FigurePart] = Field(default_factory=list)
    by_field: Rows[FieldResultPart] = Field(default_factory=list)
    models: Rows[ModelResultPart] = Field(default_factory=list)
    model_counts: Annotated[ModelCountsPart, BeforeValidator(_counts)] = ModelCountsPart()
    commendation: Text | None = None
    exemplars: Rows[ExemplarPart] = Field(default_factory=list)
    strengths: Text | None = None
    limits: Text | None = None
    causes: Text | None = None
    next_period: Text | None = None
    proposals: Text | None = None
    text: Text | None = None

    def facts(self) -> Report:
        """The report as deadlines and sums see it."""
        return Report(
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
            covers_predecessors=self.covers_predecessors,
            illustrative=self.illustrative,
            figures=(
                *(part.facts("own") for part in self.own),
                *(part.facts("consolidated") for part in self.consolidated),
            ),
            models=tuple(part.facts() for part in self.models),
            model_counts=tuple(self.model_counts.given().items()),
            exemplars=tuple(part.facts() for part in self.exemplars),
            words=_digest(getattr(self, key) for key in _WORDS),
            fields=tuple(part.field for part in self.by_field),
        )


_WORDS = (
    *("situation", "leadership", "propaganda", "commendation", "strengths", "limits", "causes", "next_period"),
    *("proposals", "text"),
)


def _digest(texts: Iterable[str | None]) -> str:
    """A digest of texts, folded, so that accents, case and layout make no difference; "" where there is no text."""
    words = fold(" ".join(text for text in texts if text))
    return hashlib.sha256(words.encode()).hexdigest() if words else ""
