"""Names of elements and attributes in a Word file, and how its parts of markup are parsed."""

import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from dvk.importing.papers.unreadable import Unreadable, broken, too_large

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
# The strict variant of the format has the same names below other addresses.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _MATH.encode()),
)
MOST_MARKS = 2_000_000
"""Of elements begun and ended in a part; a page of text has some thousand."""

ALTERNATE, CHOICE, FALLBACK = f"{{{_MC}}}AlternateContent", f"{{{_MC}}}Choice", f"{{{_MC}}}Fallback"
MATH_TEXT = f"{{{_MATH}}}t"
_TOO_DEEP = re.compile("excessive depth", re.IGNORECASE)
_TOO_LONG = re.compile("huge|too long|too large|resource limit", re.IGNORECASE)


def w(name: str) -> str:
    """The full name of an element or attribute of Word's own."""
    return f"{{{_W}}}{name}"


def local(element: Any) -> str:
    """The name of an element of Word's own without its address; "" for any other."""
    tag = element.tag
    return tag[len(_W) + 2 :] if isinstance(tag, str) and tag.startswith(_W, 1) else ""


def value_of(element: Any, name: str) -> str | None:
    """The ``w:val`` of a child."""
    child = element.find(w(name)) if element is not None else None
    return None if child is None else child.get(w("val"))


def number_of(text: str | None, most: int = 1 << 31) -> int | None:
    """A whole number of an attribute; None where there is none or it is out of reason."""
    try:
        found = int(text or "")
    except ValueError:
        return None
    return found if abs(found) <= most else None


def switched_on(element: Any, name: str) -> bool | None:
    """Whether a property such as bold is on or off; None where nothing is said."""
    child = element.find(w(name)) if element is not None else None
    return None if child is None else child.get(w("val"), "true") not in {"0", "false", "off"}


def parsed(markup: bytes) -> Any:
    """The root of a part; entities, other files and the network are never looked at.

    Raises:
        Unreadable: for markup that declares anything, is broken, or is too deep or too large.
    """
    if markup.count(b"<") > MOST_MARKS:
        raise too_large("too_much_markup")
    for strict, usual in _STRICT:
        markup = markup.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError as wrong:
        raise _refusal(markup, str(wrong)) from None
    except ValueError:
        raise broken("broken_markup") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("DVK950")
    return root


def _refusal(markup: bytes, wrong: str) -> Unreadable:
    if b"<!DOCTYPE" in markup or b"<!ENTITY" in markup:
        return Unreadable("DVK950")
    if _TOO_DEEP.search(wrong):
        return too_large("too_deep")
    return too_large("too_much_markup") if _TOO_LONG.search(wrong) else broken("broken_markup")
