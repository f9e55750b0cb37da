"""DVK322, DVK323, DVK316: a component that does not exist, a measure that cannot be, a day with two editions."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from dvk.components import COMPONENTS
from dvk.document_checks.entries import Entries
from dvk.documents.profile import EditionPart, ProfileDocument
from dvk.documents.scalars import Part
from dvk.findings import Mistake
from dvk.naming import Nearest
from dvk.vietnamese.dates import format_date
from dvk.vietnamese.numbers import format_number

_COMPONENTS = [component.name for component in COMPONENTS]
_MARGIN = (Fraction(5), Fraction(60), "mm")
_GAP = (Fraction(0), Fraction(200), "pt")
_LIMITS: dict[str, tuple[Fraction, Fraction, str]] = {
    **dict.fromkeys(("top", "bottom", "left", "right"), _MARGIN),
    **dict.fromkeys(("header", "footer"), (Fraction(3), Fraction(50), "mm")),
    **dict.fromkeys(("before", "after"), _GAP),
    **dict.fromkeys(("below_issuer", "below_heading", "below_subject"), (Fraction(1), Fraction(100), "%")),
    "size": (Fraction(1), Fraction(72), "pt"),
    "first_line": (Fraction(0), Fraction(5), "cm"),
    "line_spacing": (Fraction(4, 5), Fraction(3), ""),
    "first": (Fraction(1), Fraction(2), ""),
}
"""Key → the least and the most that can be meant, and the unit."""


def components(profile: ProfileDocument) -> Iterator[Mistake]:
    """Looks and parts of what is no component of a document: nothing would ever look so."""
    editions, nearest = Entries("editions", profile.editions), Nearest()
    for position, edition in enumerate(profile.editions):
        named = [(f"looks.{name}", name) for name in edition.looks]
        named += [(f"parts[{number}]", name) for number, name in enumerate(edition.parts)]
        for field, name in named:
            if name not in _COMPONENTS:
                args = {"component": name, "near": " / ".join(nearest(name, _COMPONENTS))}
                yield Mistake("DVK322", f"{editions[position]}.{field}", args)


def measures(profile: ProfileDocument) -> Iterator[Mistake]:
    """Margins that leave nothing of the page, letters that nobody can read, rules longer than the words."""
    editions = Entries("editions", profile.editions)
    for position, edition in enumerate(profile.editions):
        for field, key, value in _measures(edition):
            least, most, unit = _LIMITS[key]
            if not least <= value <= most:
                limits = {"least": format_number(least), "most": format_number(most), "measure": unit}
                args = {"key": key, "typed": format_number(value), **limits}
                yield Mistake("DVK323", f"{editions[position]}.{field}", args)


def _measures(edition: EditionPart) -> Iterator[tuple[str, str, Fraction]]:
    """Field path, key and value of every measure of an edition."""
    groups: list[tuple[str, Part | None]] = [("", edition), ("page.", edition.page)]
    groups += [
        ("page_number.", edition.page_number),
        *((f"looks.{name}.", look) for name, look in edition.looks.items()),
    ]
    for above, group in groups:
        for key in type(group).model_fields if group else ():
            value = getattr(group, key)
            if key in _LIMITS and isinstance(value, Fraction | int):
                yield f"{above}{key}", key, Fraction(value)


def edition_days(profile: ProfileDocument) -> Iterator[Mistake]:
    """Every edition after the first of its day; only the first holds."""
    editions = Entries("editions", profile.editions)
    seen: set[date] = set()
    for position, edition in enumerate(profile.editions):
        if edition.start in seen:
            yield Mistake("DVK316", f"{editions[position]}.from", {"day": format_date(edition.start)})
        seen.add(edition.start)
