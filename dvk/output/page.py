"""The Word document around tables: paper, letters, page numbers, language; no trace of when or by whom."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dvk.messages import Language
from dvk.office_files import CREATED, WORD_NAMESPACE, without_times
from dvk.output.sheet_names import cut

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Times New Roman"
_LONG, _SHORT, _LEFT, _OTHERS = 297, 210, 30, 20
"""Sides of A4 and margins in millimetres: 30 to the left, else 20."""
_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_LANGUAGES = {"vi": "vi-VN", "en": "en-US"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A4 and the letters on it.

    Args:
        size: of the letters in tables, in points.
        across: whether the long side is the upper one.
    """

    size: float
    across: bool

    @property
    def digit(self) -> float:
        """How wide a digit is, in twentieths of a point."""
        return 10 * self.size

    @property
    def room(self) -> float:
        """How many digits stand on a line between the margins."""
        width = _LONG if self.across else _SHORT
        return (width - _LEFT - _OTHERS) * _TWIPS / self.digit


class Page:
    """A document that is being written."""

    def __init__(self, title: str, paper: Paper, language: Language) -> None:
        import docx

        self._document = docx.Document()
        _set_styles(self._document, paper.size, _LANGUAGES[language])
        _set_paper(self._document, paper)
        _set_properties(self._document, title, _LANGUAGES[language])

    def add(self, xml: str) -> None:
        """Put a paragraph or a table of WordprocessingML below what there is."""
        from docx.oxml import parse_xml

        self._document.element.body.sectPr.addprevious(parse_xml(xml))

    def close(self) -> bytes:
        """The bytes of the file."""
        out = BytesIO()
        self._document.save(out)
        return without_times(out.getvalue())


def _set_paper(document: "Document", paper: Paper) -> None:
    from docx.enum.section import WD_ORIENTATION
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE if paper.across else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(_LONG), Mm(_SHORT)
    if not paper.across:
        section.page_width, section.page_height = Mm(_SHORT), Mm(_LONG)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_OTHERS)
    section.top_margin = section.bottom_margin = Mm(_OTHERS)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    number = f'<w:p {WORD_NAMESPACE}><w:pPr><w:pStyle w:val="TablePage"/></w:pPr><w:fldSimple w:instr="PAGE"/></w:p>'
    section.header.part.element[:] = [parse_xml(number)]


def _set_styles(document: "Document", size: float, language: str) -> None:
    """The styles of the document; those of tables are named Table…."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    styles = document.styles
    _set_defaults(styles.element, language)
    _set_style(styles["Normal"], 13, after=6)
    for name, number, bold, align in (
        ("Heading 1", 13, True, "CENTER"),
        ("TableText", size, False, "LEFT"),
        ("TableNumber", size, False, "RIGHT"),
        ("TableCentred", size, False, "CENTER"),
        ("TableHead", size, True, "CENTER"),
        ("TableNote", 12, False, "LEFT"),
        ("TablePage", 13, False, "CENTER"),
    ):
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set_style(style, number, bold=bold)
        style.paragraph_format.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
        if name != "TablePage":
            style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
    spaced = styles["Heading 1"].paragraph_format
    spaced.space_before, spaced.space_after, spaced.keep_with_next = Pt(12), Pt(6), True
    styles["TableHead"].paragraph_format.keep_with_next = True
    styles["TableNote"].paragraph_format.space_before = Pt(6)


def _set_style(style: Any, size: float, *, bold: bool = False, after: float = 0) -> None:
    from docx.shared import Pt, RGBColor

    style.font.size, style.font.bold = Pt(size), bold or None
    style.font.color.rgb = RGBColor(0, 0, 0)
    _set_letters(style.element.get_or_add_rPr())
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(after)
    style.paragraph_format.line_spacing = 1.0


def _set_defaults(styles: Any, language: str) -> None:
    """Letters and language of whatever has no style."""
    properties = styles.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}")
    _set_letters(properties)
    spoken = properties.find(_w("lang"))
    for name in ("val", "eastAsia"):
        spoken.set(_w(name), language)


def _set_letters(properties: Any) -> None:
    """Times New Roman for every script; a font of the theme would go before it."""
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(_w(script), _FONT)


def _set_properties(document: "Document", title: str, language: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = cut(title, 255), language
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = CREATED
    properties.revision = 1


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")
