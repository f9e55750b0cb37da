"""Where things stand: wide tables on a sheet that lies, words below tables at a distance, no signature alone."""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_MOST_UPRIGHT = 6
"""Columns that a table may have on a sheet that stands."""
_SMALL = "Thẻ"
_SIGNER = "Người ký"
_BELOW_A_TABLE = Pt(6)
_OF_THE_FIRST_PAGE = "w:titlePg"


def lay_wide_tables(document: Document, tables: list[Any]) -> None:
    """Put each table of many columns that stands outside of other tables on a sheet that lies, with its heading.

    Args:
        document: the document.
        tables: tables of texts in Markdown; those of the template lie as its clerk laid them.
    """
    body = document.element.body
    headings = {style.style_id for style in document.styles if (style.name or "").casefold().startswith("heading")}
    small = next((style.style_id for style in document.styles if style.name == _SMALL), None)
    for table in tables:
        if table.getparent() is body and len(table.tblGrid.findall(qn("w:gridCol"))) > _MOST_UPRIGHT:
            _lay(table, headings, small)


def without_empty_end(document: Document) -> None:
    """Let the last section go where nothing stands in it, as after an annex that lies: it would print an empty page."""
    body = document.element.body
    for element in list(body)[-2::-1]:
        if element.tag != qn("w:p") or "".join(element.itertext()).strip() or element.xpath(".//w:drawing"):
            return
        section = _section_of(element)
        if section is not None:
            element.pPr.remove(section)
            body.replace(body[-1], section)
            return


def keep_distance(document: Document) -> None:
    """Leave some room between a table and the words below it."""
    for table in document.element.body.iterchildren(qn("w:tbl")):
        below = table.getnext()
        if below.tag == qn("w:p") and "".join(below.itertext()).strip():
            paragraph = Paragraph(below, document._body)  # noqa: SLF001 - its parent, asked for by its type
            style = paragraph.style.paragraph_format.space_before if paragraph.style else None
            if not paragraph.paragraph_format.space_before and (style or 0) < _BELOW_A_TABLE:
                paragraph.paragraph_format.space_before = _BELOW_A_TABLE


def keep_the_end(document: Document) -> None:
    """Let the page of a signature hold more than its closing sentence: what stands above that goes with it."""
    signers = {style.style_id for style in document.styles if style.name == _SIGNER}
    for table in document.element.body.iterchildren(qn("w:tbl")):
        if signers & {paragraph.style for paragraph in table.iter(qn("w:p"))}:
            closing = table.getprevious()
            above = closing.getprevious() if closing is not None else None
            if above is not None and above.tag == qn("w:p") and _section_of(above) is None:
                Paragraph(above, document._body).paragraph_format.keep_with_next = True  # noqa: SLF001 - its parent
            return


def _lay(table: Any, headings: set[str], small: str | None) -> None:
    governing = _governing(table)
    size = governing.find(qn("w:pgSz"))
    if size is None or size.get(qn("w:orient")) == "landscape":
        return
    start = table
    while (above := start.getprevious()) is not None and above.tag == qn("w:p") and above.style in headings:
        start = above
    across, before = _turned(governing), _words_before(start)
    if before is not None and _section_of(before) is None:
        _end_section(before, deepcopy(governing), small)
    if before is not None:
        _drop(across, _OF_THE_FIRST_PAGE)
    _drop(governing, _OF_THE_FIRST_PAGE)
    table.addnext(_paragraph(across, small))


def _words_before(element: Any) -> Any:
    """What stands before an element; the gap between two tables is none where each has a sheet of its own."""
    before = element.getprevious()
    if before is not None and before.tag == qn("w:p") and _section_of(before) is None and not before.text:
        above = before.getprevious()
        if above is not None and _section_of(above) is not None:
            element.getparent().remove(before)
            return above
    return before


def _governing(element: Any) -> Any:
    """The properties of the section that an element of the body stands in: those at its end."""
    for following in element.itersiblings():
        found = following if following.tag == qn("w:sectPr") else _section_of(following)
        if found is not None:
            return found
    raise LookupError("a body ends with its section")


def _section_of(element: Any) -> Any:
    """The properties of the section that a paragraph ends; None where it ends none."""
    return element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if element.tag == qn("w:p") else None


def _end_section(element: Any, section: Any, small: str | None) -> None:
    """Let a section end with a paragraph, or behind a table."""
    if element.tag == qn("w:p"):
        element.get_or_add_pPr().append(section)
        return
    element.addnext(_paragraph(section, small))


def _paragraph(section: Any, small: str | None) -> Any:
    """A paragraph that takes next to no room and ends a section."""
    made = OxmlElement("w:p")
    if small:
        made.style = small
    spacing = OxmlElement("w:spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(qn(f"w:{name}"), value)
    made.get_or_add_pPr().extend([spacing, section])
    return made


def _turned(section: Any) -> Any:
    """The same section on a sheet that lies; the edge that is bound comes to the top."""
    turned = deepcopy(section)
    size, margins = turned.find(qn("w:pgSz")), turned.find(qn("w:pgMar"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    for name, value in (("w", height), ("h", width), ("orient", "landscape")):
        size.set(qn(f"w:{name}"), value)
    if margins is not None:
        sides = {side: margins.get(qn(f"w:{side}")) for side in ("top", "right", "bottom", "left")}
        for side, was in (("top", "left"), ("right", "top"), ("bottom", "right"), ("left", "bottom")):
            margins.set(qn(f"w:{side}"), sides[was] or "1134")
    return turned


def _drop(section: Any, name: str) -> None:
    for element in section.findall(qn(name)):
        section.remove(element)
