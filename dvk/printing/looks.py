"""A format profile in Word's own units, as plain data that can go to the process which fills templates."""

from fractions import Fraction

from dvk.components import COMPONENTS
from dvk.facts.profiles import Below, Look, Page, Profile
from dvk.printing.data import Data

_SHEETS = {"A3": (16838, 23811), "A4": (11906, 16838), "A5": (8391, 11906)}
"""Width and height in twentieths of a point."""
_PER_POINT = 20
_PER_CM = Fraction(1440 * 100, 254)
_PER_MM = _PER_CM / 10
_PER_LINE = 240
_ALIGNED = {"justify": "both"}
_ON_ONE_LINE = frozenset({"heading", "motto", "place_date"})
"""The parts at the head, on the right, that no narrow column may break."""


def look_of(profile: Profile) -> dict[str, Data]:
    """What the process is told of a profile.

    ``page`` in twentieths of a point; ``styles``: the look of each style of paragraphs, sizes in half points, lines in
    240ths, and whether it stays on one line; ``below``: for the style of a line, the sign below it or how many per cent
    of its width a rule has.
    """
    return {
        "font": profile.font,
        "page": _page(profile.page),
        "page_number": {"first": profile.page_number.first, "place": profile.page_number.place},
        "numbering": list(profile.numbering),
        "below": {
            _STYLES["issuer"]: _below(profile.below_issuer),
            _STYLES["heading"]: _below(profile.below_heading),
            _STYLES["motto"]: _below(profile.below_heading),
            _STYLES["subject"]: _below(profile.below_subject),
        },
        "styles": {_STYLES[name]: _style(name, look) for name, look in profile.looks.items()},
    }


_STYLES = {component.name: component.style for component in COMPONENTS}


def _page(page: Page) -> dict[str, Data]:
    width, height = _SHEETS[page.size]
    sides = ("top", "right", "bottom", "left", "header", "footer")
    return {"width": width, "height": height, **{side: round(getattr(page, side) * _PER_MM) for side in sides}}


def _below(value: Below) -> dict[str, Data]:
    if value is None:
        return {}
    return {"share": round(value)} if isinstance(value, Fraction) else {"sign": value}


def _style(name: str, look: Look) -> dict[str, Data]:
    return {
        "size": round(look.size * 2),
        "bold": look.bold,
        "italic": look.italic,
        "caps": look.caps,
        "align": _ALIGNED.get(look.align, look.align),
        "first_line": round(look.first_line * _PER_CM),
        "before": round(look.before * _PER_POINT),
        "after": round(look.after * _PER_POINT),
        "line": round(look.line_spacing * _PER_LINE),
        "keep_next": look.keep_with_next,
        "one_line": name in _ON_ONE_LINE,
    }
