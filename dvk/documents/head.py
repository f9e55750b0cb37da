"""What plans, registrations and reports share: who files, in what state, and what is printed around the text."""

from dvk.documents.scalars import (
    Count,
    Date,
    MomentValue,
    Number,
    Part,
    PeriodValue,
    ReferenceValue,
    Rows,
    Slug,
    Text,
    YesNo,
)


class LegalBasisPart(Part):
    """A cited document."""

    number: Text | None = None
    date: Date | None = None
    issuer: Text | None = None
    title: Text | None = None


class SignatoryPart(Part):
    """Who signs, on whose behalf."""

    authority: Text | None = None
    post: Text | None = None
    name: Text | None = None


class FilingPart(Part):
    """The head and foot of a document that can meet an obligation."""

    revision: Count
    unit: Slug
    number: Number | None = None
    date: Date | None = None
    place: Text | None = None
    period: PeriodValue
    answers: Rows[ReferenceValue] = []
    submitted: MomentValue | None = None
    legal_bases: Rows[LegalBasisPart] = []
    recipients: Rows[Text] = []
    signatory: SignatoryPart | None = None
    profile: Slug | None = None
    inferred: Rows[Slug] = []
    illustrative: YesNo = False
    note: Text | None = None
