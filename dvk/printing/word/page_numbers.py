"""The number of the page in the margin, from the first or the second page on."""

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section

from dvk.printing.word.ordered import child, put
from dvk.printing.word.runs import said

_FIELD = re.compile(r"\s*PAGE\b")
_NAMES = {"default": "{}", "even": "even_page_{}", "first": "first_page_{}"}
"""Kind of a margin in Word's XML → its name in python-docx."""


def number_pages(document: Document, style: str, wanted: Mapping[str, Any]) -> None:
    """Number the pages of every section, and see to it that the first page shows none where it should not.

    A number among words of a template's own (“Trang 2”) stays where it is.

    Args:
        document: the document.
        style: id of the style of page numbers.
        wanted: ``first``, the first page that shows its number, and ``place``, ``top`` or ``bottom``.
    """
    here, there = ("footer", "header") if wanted["place"] == "bottom" else ("header", "footer")
    usual = ("default", "even") if document.settings.odd_and_even_pages_header_footer else ("default",)
    for position, section in enumerate(document.sections):
        margins = _Margins(document, section)
        if position == 0 and wanted["first"] > 1:
            margins.hide_on_first_page()
        elif position and margins.first_page_is_empty():
            section.different_first_page_header_footer = False
        for kind in usual:
            if not margins.has_own_number(there, kind):
                margins.clear(there, kind)
                if position == 0 or margins.element(here, kind) is not None:
                    margins.number(here, kind, style)
        if section.different_first_page_header_footer and (position or wanted["first"] == 1):
            margins.number(here, "first", style)


class _Margins:
    """The headers and footers of one section.

    They are asked of the document's relations: python-docx still knows those from before the template was filled.
    """

    def __init__(self, document: Document, section: Section) -> None:
        self.document, self.section = document, section

    def element(self, part: str, kind: str) -> Any:
        """A header or footer as XML; None where the section has none of its own."""
        references = self.section._sectPr.iterchildren(qn(f"w:{part}Reference"))  # noqa: SLF001
        found = next((reference for reference in references if reference.get(qn("w:type")) == kind), None)
        return None if found is None else self.document.part.rels[found.get(qn("r:id"))].target_part.element

    def made(self, part: str, kind: str) -> Any:
        """The same, made where there is none."""
        if self.element(part, kind) is None:
            getattr(self.section, _NAMES[kind].format(part)).is_linked_to_previous = False
        return self.element(part, kind)

    def hide_on_first_page(self) -> None:
        """Give the first page margins of its own, which say what the others say, but for the number."""
        had_own = self.section.different_first_page_header_footer
        self.section.different_first_page_header_footer = True
        for part in ("header", "footer"):
            if not had_own and self.element(part, "default") is not None:
                _copy(self.element(part, "default"), self.made(part, "first"))
            self.clear(part, "first")

    def first_page_is_empty(self) -> bool:
        """Whether the first page has margins of its own in which no word stands."""
        own = (self.element(part, "first") for part in ("header", "footer"))
        differs = self.section.different_first_page_header_footer
        return differs and not any(element is not None and said(element).strip() for element in own)

    def has_own_number(self, part: str, kind: str) -> bool:
        """Whether words stand around the number of the page."""
        return any(map(_is_own, _numbers(self.element(part, kind))))

    def clear(self, part: str, kind: str) -> None:
        """Take the number out, but not one with words around it; the paragraph that held it stays, empty."""
        for paragraph in _numbers(self.element(part, kind)):
            if not _is_own(paragraph):
                for inner in [node for node in paragraph if node.tag != qn("w:pPr")]:
                    paragraph.remove(inner)

    def number(self, part: str, kind: str, style: str) -> None:
        """See to it that a header or footer shows the number, in its style."""
        element = self.made(part, kind)
        found = next(iter(_numbers(element)), None)
        if found is None:
            found = element.find(qn("w:p"))
            if found is None or said(found).strip():
                found = OxmlElement("w:p")
                element.insert(0, found)
            found.extend(_field())
        put(child(found, "w:pPr"), "w:pStyle", val=style)


def _copy(usual: Any, first: Any) -> None:
    """Words alone: what a header shows through relations of its own part cannot be copied to another part."""
    for old in list(first):
        first.remove(old)
    for block in usual:
        if not block.xpath(".//@r:id | .//@r:embed"):
            first.append(deepcopy(block))
    if first.find(qn("w:p")) is None:
        first.append(OxmlElement("w:p"))


def _numbers(element: Any) -> list[Any]:
    """The paragraphs of a header or footer that hold the number of the page."""
    return [] if element is None else [paragraph for paragraph in element.iter(qn("w:p")) if _has_number(paragraph)]


def _has_number(paragraph: Any) -> bool:
    fields = [field.get(qn("w:instr"), "") for field in paragraph.iter(qn("w:fldSimple"))]
    fields.append("".join(text.text or "" for text in paragraph.iter(qn("w:instrText"))))
    return any(_FIELD.match(field) for field in fields)


def _is_own(paragraph: Any) -> bool:
    """Whether words stand around the number."""
    shown = [(node.text or "").strip(" -–") for node in paragraph.iter(qn("w:t"))]
    return any(text and not text.isdigit() for text in shown)


def _field() -> list[Any]:
    runs = []
    for tag, kind, text in (
        ("w:fldChar", "begin", None),
        ("w:instrText", None, " PAGE "),
        ("w:fldChar", "separate", None),
        ("w:t", None, "2"),
        ("w:fldChar", "end", None),
    ):
        run, inner = OxmlElement("w:r"), OxmlElement(tag)
        if kind:
            inner.set(qn("w:fldCharType"), kind)
        inner.text = text
        if text:
            inner.set(qn("xml:space"), "preserve")
        run.append(inner)
        runs.append(run)
    return runs
