"""What plans, registrations and reports share: who files, in what state, and what is printed around the text."""

from typing import Literal

from pydantic import Field

from dvk.documents.scalars import (
    Count,
    Date,
    EndDate,
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
from dvk.facts import ChangeNote, ReturnNote, Stamp, Without


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


class ChangePart(Part):
    """Why a document that was issued or accepted says something else from a revision on."""

    revision: Count
    date: Date | None = None
    reason: Text

    def facts(self) -> ChangeNote:
        """The revision that it explains."""
        return ChangeNote(self.revision, self.reason)


class ReturnPart(Part):
    """A return by the unit above: when, why, about which fields, and what was answered to it.

    Up to ``resubmit_by`` (included) an answer still counts as first in time.
    """

    by: Slug
    date: Date
    reason: Text
    fields: Rows[Text] = Field(default_factory=list)
    resubmit_by: EndDate | None = None
    resubmitted: MomentValue | None = None
    answer: Text | None = None

    def facts(self) -> ReturnNote:
        """Its days, and whether it was answered in words."""
        return ReturnNote(self.date, self.resubmit_by, self.resubmitted, tuple(self.fields), self.answer or "")


class WithoutPart(Part):
    """A unit below whose own report was not approved when this one was, and why."""

    unit: Slug
    reason: Text


class StampPart(Part):
    """One step of a document on its way up: who took it, when, and what the document said then."""

    step: Literal["submitted", "accepted", "returned", "approved", "published"]
    unit: Slug
    who: Text
    post: Text | None = None
    when: MomentValue
    fingerprint: Text
    without: Rows[WithoutPart] = Field(default_factory=list)

    def facts(self) -> Stamp:
        """The stamp as other files see it."""
        without = tuple(Without(part.unit, part.reason) for part in self.without)
        return Stamp(self.step, self.unit, self.who, self.when, self.fingerprint, without, self.post or "")


class FilingPart(Part):
    """The head and foot of a document that can meet an obligation."""

    revision: Count
    unit: Slug
    number: Number | None = None
    date: Date | None = None
    place: Text | None = None
    period: PeriodValue
    answers: Rows[ReferenceValue] = Field(default_factory=list)
    submitted: MomentValue | None = None
    legal_bases: Rows[LegalBasisPart] = Field(default_factory=list)
    recipients: Rows[Text] = Field(default_factory=list)
    signatory: SignatoryPart | None = None
    profile: Slug | None = None
    inferred: Rows[Slug] = Field(default_factory=list)
    illustrative: YesNo = False
    note: Text | None = None
    changes: Rows[ChangePart] = Field(default_factory=list)
