"""The sheet and its margins in every section."""

from collections.abc import Mapping

from docx.document import Document
from docx.oxml.ns import qn

from dvk.printing.word.ordered import child, put

_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Side of a sheet that lies → the side that it has when it stands: the margin for binding is then on top."""


def set_pages(document: Document, page: Mapping[str, int]) -> None:
    """Give every section the profile's sheet; a section that lies stays so, with the margins turned along."""
    for section in document.element.body.iter(qn("w:sectPr")):
        size = child(section, "w:pgSz")
        lies = size.get(qn("w:orient")) == "landscape" or _number(size, "w") > _number(size, "h")
        width, height = (page["height"], page["width"]) if lies else (page["width"], page["height"])
        put(section, "w:pgSz", w=width, h=height, orient="landscape" if lies else None)
        sides = {side: page[_TURNED[side] if lies else side] for side in _TURNED}
        put(section, "w:pgMar", **sides, header=page["header"], footer=page["footer"], gutter=0)


def _number(size: object, name: str) -> int:
    text = size.get(qn(f"w:{name}"), "0")  # type: ignore[attr-defined]
    return int(text) if text.isdigit() else 0
