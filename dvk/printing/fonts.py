"""The fonts of a PDF, and what stands there for one that the machine does not have."""

import re

_NAMED = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_WEIGHT = re.compile(r"[-,].*|(?:PS)?MT$")
_SIGNS = ("opensymbol", "symbol", "wingdings", "webdings")


def fonts_of(pdf: bytes) -> frozenset[str]:
    """The names of the fonts in a PDF as LibreOffice writes it, ``LiberationSerif``; weights and signs left out."""
    named = {_WEIGHT.sub("", name.decode("ascii", "replace")) for name in _NAMED.findall(pdf)}
    return frozenset(name for name in named if name and not name.casefold().startswith(_SIGNS))


def replaced_by(wanted: str, fonts: frozenset[str]) -> str:
    """What stands in a PDF for a font, ``LiberationSerif``; "" where it is there, or nothing is known of it."""
    bare = wanted.replace(" ", "").casefold()
    if any(name.casefold().startswith(bare) for name in fonts):
        return ""
    return ", ".join(sorted(fonts))
