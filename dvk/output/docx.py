"""Tables as a Word document: each below its heading, the row of headings repeated on every page."""

from collections.abc import Sequence
from html import escape

from dvk.messages import Language
from dvk.office_files import WORD_NAMESPACE
from dvk.output.cells import is_right
from dvk.output.office import OfficeCell, OfficeTable
from dvk.output.page import Page, Paper
from dvk.views.table import Column, Table

_MOST_UPRIGHT = 6
"""Columns that a page upright has room for."""
_MOST_LINES = 1.4
"""How much wider than an upright page a table may want to be."""
_SIZES = (12.0, 11.0, 10.0, 9.0)
"""Sizes of the letters in tables, the first that does."""
_INDENT = 240
"""How far to the right a level stands, in twentieths of a point."""


def as_docx(tables: Sequence[Table], language: Language) -> bytes:
    """The bytes of a document; the same tables give the same."""
    laid = [OfficeTable(table, language) for table in tables]
    paper = _paper(laid)
    page = Page(laid[0].heading if laid else "", paper, language)
    for table in laid:
        if table.heading:
            page.add(_paragraph(table.heading, "Heading1", WORD_NAMESPACE))
        if table.rows:
            page.add(_table(table, paper))
        for note in table.notes:
            page.add(_paragraph(note, "TableNote", WORD_NAMESPACE))
    return page.close()


def _paper(tables: Sequence[OfficeTable]) -> Paper:
    """Upright or across, and with how large letters in tables, so that all of them fit."""
    upright = Paper(_SIZES[0], across=False)
    if all(len(table.columns) <= _MOST_UPRIGHT and _stands(table, upright.room) for table in tables):
        return upright
    papers = [Paper(size, across=True) for size in _SIZES]
    return next((paper for paper in papers if all(table.fits(paper.room) for table in tables)), papers[-1])


def _stands(table: OfficeTable, room: float) -> bool:
    """Whether a table looks well on an upright page: words whole, and texts on few lines."""
    return table.fits(room) and table.wanted <= _MOST_LINES * room


def _table(table: OfficeTable, paper: Paper) -> str:
    """The table as WordprocessingML; written as text, since a call for each cell takes minutes on a long table."""
    wanted = table.widths(paper.room)
    shrunk = min(1.0, paper.room / sum(wanted))
    widths = [int(width * shrunk * paper.digit) for width in wanted]
    rows = [_row([_paragraph(title, "TableHead") for title in table.titles], widths, "<w:tblHeader/>")]
    for number, row in enumerate(table.rows, 1):
        keep = number == len(table.rows) and bool(table.notes)
        cells = [
            _paragraph(cell.text, _style(cell, column), level=cell.level, keep=keep)
            for cell, column in zip(row, table.columns, strict=True)
        ]
        rows.append(_row(cells, widths))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl {WORD_NAMESPACE}>{_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _style(cell: OfficeCell, column: Column) -> str:
    if cell.is_centred(column):
        return "TableCentred"
    return "TableNumber" if is_right(column) else "TableText"


def _properties(width: int) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], more: str = "") -> str:
    """A row that stays whole on its page."""
    held = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{held}</w:tr>"


def _paragraph(text: str, style: str, declared: str = "", *, level: int = 0, keep: bool = False) -> str:
    """A paragraph; with ``keep`` it is on the page of the next one."""
    kept = "<w:keepNext/>" if keep else ""
    indent = f'<w:ind w:left="{level * _INDENT}"/>' if level else ""
    held = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    return f'<w:p {declared}><w:pPr><w:pStyle w:val="{style}"/>{kept}{indent}</w:pPr>{held}</w:p>'
