"""``templates/profiles/<id>.yaml``: how a printed document looks, by the day from which it has to."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from dvk.documents.scalars import Count, Date, Measure, Part, Rows, SignOrShare, Slug, Text, YesNo
from dvk.facts import Edition, ProfileFile, ProfileValue


class PagePart(Part):
    """The sheet and its margins, in mm, standing upright."""

    size: Literal["A4", "A5", "A3"] | None = None
    top: Measure | None = None
    bottom: Measure | None = None
    left: Measure | None = None
    right: Measure | None = None
    header: Measure | None = None
    footer: Measure | None = None


class PageNumberPart(Part):
    """Which page is the first to show its number, and where."""

    first: Count | None = None
    place: Literal["top", "bottom"] | None = None


class NumberPart(Part):
    """How number and symbol are written."""

    label: Text | None = None
    form: Literal["union", "state"] | None = None
    two_digits: YesNo | None = None


class AuthorityPart(Part):
    """How it is shortened on whose behalf somebody signs."""

    on_behalf: Text | None = None
    acting: Text | None = None
    for_head: Text | None = None
    by_order: Text | None = None
    by_mandate: Text | None = None


class LegalBasesPart(Part):
    """The word before a legal basis, and the signs after it."""

    verb: Text | None = None
    after_each: Text | None = None
    after_last: Text | None = None


class LookPart(Part):
    """The look of a component: sizes and gaps in pt, ``first_line`` in cm, ``line_spacing`` in lines."""

    size: Measure | None = None
    bold: YesNo | None = None
    italic: YesNo | None = None
    caps: YesNo | None = None
    align: Literal["left", "center", "right", "justify"] | None = None
    first_line: Measure | None = None
    before: Measure | None = None
    after: Measure | None = None
    line_spacing: Measure | None = None
    keep_with_next: YesNo | None = None


class EditionPart(Part):
    """What holds from a day on, as far as it differs from the edition before."""

    start: Date = Field(alias="from")
    source: Text | None = None
    open: Rows[Text] = Field(default_factory=list)
    page: PagePart | None = None
    font: Text | None = None
    page_number: PageNumberPart | None = None
    heading: Text | None = None
    motto: Text | None = None
    below_issuer: SignOrShare | None = None
    below_heading: SignOrShare | None = None
    below_subject: SignOrShare | None = None
    number: NumberPart | None = None
    authority: AuthorityPart | None = None
    legal_bases: LegalBasesPart | None = None
    closing: Text | None = None
    numbering: Rows[Text] = Field(default_factory=list)
    parts: Rows[Slug] = Field(default_factory=list)
    looks: Annotated[dict[str, LookPart], Field(default_factory=dict)]

    def facts(self) -> Edition:
        """Its day and all that it says."""
        said = dict(_said(self, ""))
        return Edition(self.start, tuple((key, said[key]) for key in said if key not in _ABOUT_THE_EDITION))


class ProfileDocument(Part):
    """A profile: its editions, and the profile that it is like where they say nothing."""

    schema_: Literal["profile/v1"] = Field(alias="schema")
    name: Text
    name_en: Text | None = None
    like: Slug | None = None
    note: Text | None = None
    editions: Rows[EditionPart]

    def facts(self) -> ProfileFile:
        """The editions in the order of their days."""
        first_of_day = {edition.start: edition.facts() for edition in reversed(self.editions)}
        editions = tuple(first_of_day[day] for day in sorted(first_of_day))
        return ProfileFile(self.name, self.name_en or self.name, self.like, editions)


_ABOUT_THE_EDITION = {"from", "source", "open"}
_MAY_BE_NOTHING = {"motto", "below_issuer", "below_heading", "below_subject"}


def _said(part: Part, above: str) -> Iterator[tuple[str, ProfileValue]]:
    """Every value that was typed, under its keys: ``looks.body.size``; nothing typed counts where it means “none”."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        key = f"{above}{type(part).model_fields[name].alias or name}"
        if name not in part.model_fields_set or (value is None and key not in _MAY_BE_NOTHING):
            continue
        if isinstance(value, Part):
            yield from _said(value, f"{key}.")
        elif isinstance(value, dict):
            for inner, look in value.items():
                yield from _said(look, f"{key}.{inner}.")
        else:
            yield key, tuple(value) if isinstance(value, list) else value
