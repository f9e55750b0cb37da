"""Records of format profiles: as their files say them, and whole, as they are on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

ProfileValue: TypeAlias = "str | int | bool | Fraction | tuple[str, ...] | date | None"
"""A value of a profile: texts, numbers in the unit of their key, yes and no, lists of texts; None is “none”."""

Below: TypeAlias = str | Fraction | None
"""What stands below a line: a sign, a rule of a share (per cent) of the line's width, or nothing."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a profile says from a day on: ``looks.body.size`` → 14, only what was typed."""

    start: date
    values: tuple[tuple[str, ProfileValue], ...]


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """One file of a profile, its editions in the order of their days.

    Args:
        name: what it is called; ``name_en`` the same in English.
        like: the profile that holds where no edition says anything; None for the usual one.
        editions: each says what is different from the one before it.
    """

    name: str
    name_en: str
    like: str | None
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins, in mm, standing upright; header and footer are measured from the edge."""

    size: str
    top: Fraction
    bottom: Fraction
    left: Fraction
    right: Fraction
    header: Fraction
    footer: Fraction


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The first page that shows its number, and whether it stands at the ``top`` or the ``bottom``."""

    first: int
    place: str


@dataclass(frozen=True, slots=True)
class NumberForm:
    """What stands before a number; its form, ``union`` (12-KH/ĐTN) or ``state`` (12/KH-UBND); 05 or 5."""

    label: str
    form: Literal["union", "state"]
    two_digits: bool


@dataclass(frozen=True, slots=True)
class Authority:
    """How it is shortened on whose behalf somebody signs."""

    on_behalf: str
    acting: str
    for_head: str
    by_order: str
    by_mandate: str


@dataclass(frozen=True, slots=True)
class LegalBases:
    """The word before a legal basis, and the signs after each of them and after the last."""

    verb: str
    after_each: str
    after_last: str


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a component: sizes and gaps in pt, ``first_line`` in cm, ``line_spacing`` in lines; always black."""

    size: Fraction = Fraction(14)
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = "left"
    first_line: Fraction = Fraction(0)
    before: Fraction = Fraction(0)
    after: Fraction = Fraction(0)
    line_spacing: Fraction = Fraction(1)
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a profile says on one day; ``looks`` has every component of ``dvk.components``."""

    id: str
    page: Page
    font: str
    page_number: PageNumber
    heading: str
    motto: str | None
    below_issuer: Below
    below_heading: Below
    below_subject: Below
    number: NumberForm
    authority: Authority
    legal_bases: LegalBases
    closing: str
    numbering: tuple[str, ...]
    parts: tuple[str, ...]
    looks: Mapping[str, Look]
