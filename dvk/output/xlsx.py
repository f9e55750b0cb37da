"""Tables as a workbook: a sheet for each as people read it, and one to go on with, which holds what csv holds."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from math import ceil

from dvk.messages import Language
from dvk.output.cells import columns_for, for_machines, is_right
from dvk.output.office import OfficeCell, OfficeTable, heading, xml_text
from dvk.output.widths import lines_of, text_width
from dvk.output.workbook import TEXT_FORMAT, Book, Sheet
from dvk.vietnamese.numbers import format_number
from dvk.views.table import Cell, Column, Nested, Table

_PAGE = 118.0
"""How many digits fit on a line of A4 laid across at full size."""
_LINE = 16.5
"""The height of a line in points."""
_WIDEST_DATA = 60.0
_MANY_ROWS = 8
"""A filter helps from here on."""
_FILTER_BUTTON = 3.0
_DEEPEST = 15
"""The most that a cell can be indented."""
_LEVEL = 1.5
"""How many digits an indent is wide."""
_EDGE = 0.3
_HIGHEST = 409.0
"""The highest that a row can be, in points."""
_HEADING: dict[str, object] = {
    "bold": True,
    "border": 1,
    "align": "center",
    "text_wrap": True,
    "bg_color": "#F2F2F2",
}


def as_xlsx(tables: Sequence[Table], language: Language) -> bytes:
    """The bytes of a workbook."""
    book = Book(heading(tables[0]) if tables else "", language)
    for table in tables:
        _PeoplesSheet(book, table).fill()
    if tables and any(column.reader == "machine" for column in tables[0].columns):
        _add_data(book, [table for table in tables if table.columns == tables[0].columns])
    return book.close()


class _PeoplesSheet:
    """A table as people read it: title, headings, rows, notes."""

    def __init__(self, book: Book, table: Table) -> None:
        self.book, self.table = book, OfficeTable(table, book.language)
        self.sheet = book.sheet(table.name or table.title)
        self.filtered = len(table.rows) > _MANY_ROWS
        self.widths = self._widths()

    def fill(self) -> None:
        """Write it."""
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width)
        top = 0
        if self.table.heading:
            self._across(0, self.table.heading, bold=True, font_size=13, align="center")
            top = 1
        if self.table.rows:
            self._headings(top)
            self._rows(top + 1)
            top += len(self.table.rows) + 2
        for number, note in enumerate(self.table.notes):
            self._across(top + number, note, italic=True)

    def _widths(self) -> list[float]:
        """As wide as the page has room; a heading is not hidden behind the button of its filter."""
        if not self.table.rows:
            return [_PAGE]
        button = _FILTER_BUTTON if self.filtered else 0
        words = [max(map(text_width, title.split(" "))) + button for title in self.table.titles]
        return [max(pair) for pair in zip(self.table.widths(_PAGE), words, strict=True)]

    def _inner(self, row: Sequence[OfficeCell]) -> list[float]:
        """How many digits each cell of a row has room for on a line."""
        return [max(width - _EDGE - _LEVEL * cell.level, 1.0) for width, cell in zip(self.widths, row, strict=True)]

    def _across(self, row: int, text: str, **look: object) -> None:
        """A line over the whole width of the table, as high as its text needs."""
        lines = ceil(1.15 * text_width(text) / sum(self.widths))
        self.sheet.set_row(row, _LINE * max(lines, 1) + 3)
        if len(self.widths) > 1:
            self.sheet.merge_range(row, 0, row, len(self.widths) - 1, "", self.book.style(text_wrap=True, **look))
        self.book.write(self.sheet, (row, 0), text, text_wrap=True, **look)

    def _headings(self, row: int) -> None:
        for place, title in enumerate(self.table.titles):
            self.book.write(self.sheet, (row, place), title, **_HEADING)
        self.sheet.repeat_rows(row)
        self.sheet.freeze_panes(row + 1, 0)
        if self.filtered:
            self.sheet.autofilter(row, 0, row + len(self.table.rows), len(self.table.titles) - 1)

    def _rows(self, first: int) -> None:
        for number, row in enumerate(self.table.rows, first):
            lines = max(lines_of(cell.text, width) for cell, width in zip(row, self._inner(row), strict=True))
            self.sheet.set_row(number, min(_LINE * lines + 2, _HIGHEST))
            for place, (cell, column) in enumerate(zip(row, self.table.columns, strict=True)):
                held = _in_hundredths(cell.cell) if column.kind == "percent" else cell.cell
                self.book.put(self.sheet, (number, place), held, cell.text, **_look(cell, column))


def _look(cell: OfficeCell, column: Column) -> dict[str, object]:
    """How a cell for people looks."""
    look: dict[str, object] = {"border": 1, "num_format": _number_format(cell.cell, column)}
    if isinstance(cell.cell, str | Nested):
        look["text_wrap"] = True
    if cell.level:
        look["indent"] = min(cell.level, _DEEPEST)
    elif cell.is_centred(column):
        look["align"] = "center"
    elif is_right(column):
        look["align"] = "right"
    return look


def _number_format(cell: Cell, column: Column) -> str | int:
    """How a cell shows its number or day: separators are those of the reader's own settings."""
    if isinstance(cell, date):
        return "dd/mm/yyyy hh:mm" if isinstance(cell, datetime) else "dd/mm/yyyy"
    if isinstance(cell, int | Fraction):
        decimals = len(format_number(cell).partition(",")[2])
        return "#,##0 %" if column.kind == "percent" else "#,##0" + ("." + "0" * decimals if decimals else "")
    return TEXT_FORMAT


def _in_hundredths(cell: Cell) -> Cell:
    """Points of per cent as a sheet holds them: 88 is 0.88."""
    return Fraction(cell) / 100 if isinstance(cell, int | Fraction) else cell


def _add_data(book: Book, tables: Sequence[Table]) -> None:
    """The rows of all tables under the names that csv gives, numbers exact and without separators."""
    sheet = book.sheet("Data" if book.language == "en" else "Dữ liệu")
    positions = columns_for("machine", tables[0])
    rows = [[row[at] for at in positions] for table in tables for row in table.rows]
    for place, at in enumerate(positions):
        column = [row[place] for row in rows]
        _data_column(book, sheet, place, [tables[0].columns[at].key, *column])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, len(rows), len(positions) - 1)


def _data_column(book: Book, sheet: Sheet, place: int, cells: Sequence[Cell]) -> None:
    texts = [xml_text(for_machines(cell)) for cell in cells]
    book.write(sheet, (0, place), texts[0], bold=True, bottom=1)
    for row, cell in enumerate(cells[1:], 1):
        look = {"num_format": _data_format(cell)}
        book.put(sheet, (row, place), cell, texts[row], **look)
    wanted = max(map(text_width, texts)) + _FILTER_BUTTON + 1
    sheet.set_column(place, place, min(wanted, _WIDEST_DATA))


def _data_format(cell: Cell) -> str | int:
    if isinstance(cell, date):
        return "yyyy-mm-dd"
    return "General" if isinstance(cell, int | Fraction) else TEXT_FORMAT
