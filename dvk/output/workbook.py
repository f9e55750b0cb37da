"""A workbook of XlsxWriter: its sheets, its styles, and what a cell holds.

Every text is written as a text: nothing that stands in a file becomes a formula, a link, a number or a day.
"""

from copy import deepcopy
from datetime import date, datetime, time
from fractions import Fraction
from io import BytesIO
from typing import Any, TypeAlias

from dvk.messages import Language
from dvk.office_files import CREATED
from dvk.output.sheet_names import SheetNames, cut
from dvk.views.table import Cell

Sheet: TypeAlias = Any
"""A sheet of XlsxWriter, which declares no types."""
TEXT_FORMAT = 49
"""The number of the format @, text."""
_LONGEST_TEXT = 32_767
_FONT: dict[str, object] = {"font_name": "Times New Roman", "font_size": 12, "font_scheme": "none", "valign": "vcenter"}
_OPTIONS: dict[str, object] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Times New Roman", "font_size": 12},
    "default_row_height": 21,
    "default_column_width": 72,
}
_A4 = 9
_LARGEST = 10**15
"""From here on a sheet would change the last digits of a number."""
_FIRST_YEAR = 1901
"""Excel and LibreOffice do not agree about the days before."""


class Book:
    """A workbook that is being written; the same sheets give the same bytes."""

    def __init__(self, title: str, language: Language) -> None:
        from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

        self.language = language
        self._out = BytesIO()
        self._workbook = Workbook(self._out, deepcopy(_OPTIONS))  # it writes into what it is given
        self._workbook.set_properties({"title": cut(title, 255), "created": CREATED})
        self._names = SheetNames()
        self._styles: dict[tuple[tuple[str, object], ...], Any] = {}

    def sheet(self, wish: str) -> Sheet:
        """An empty sheet, named as far as its name can be had; prints on A4 laid across, as wide as the page."""
        name = self._names.give(wish, "Table" if self.language == "en" else "Bảng")
        sheet = self._workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
        sheet.set_footer('&C&"Times New Roman,Regular"&P/&N')
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return sheet

    def style(self, **look: object) -> Any:
        """A style, each made once."""
        key = tuple(sorted(look.items()))
        if key not in self._styles:
            self._styles[key] = self._workbook.add_format(_FONT | look)
        return self._styles[key]

    def put(self, sheet: Sheet, place: tuple[int, int], cell: Cell, text: str, **look: object) -> None:
        """Write a cell: nothing, a number, a day, or else its text.

        Args:
            sheet: where.
            place: row and column, from 0.
            cell: what it holds; a number or day that a sheet cannot hold exactly is written as its text.
            text: the same in words.
            look: properties of its style; ``num_format`` says how a number or day is shown.
        """
        if cell is None:
            sheet.write_blank(*place, None, self.style(**look))
        elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
            sheet.write_datetime(*place, _moment(cell), self.style(**look))
        elif isinstance(cell, int | Fraction) and -_LARGEST < cell < _LARGEST:
            sheet.write_number(*place, cell if isinstance(cell, int) else float(cell), self.style(**look))
        else:
            self.write(sheet, place, text, **look)

    def write(self, sheet: Sheet, place: tuple[int, int], text: str, **look: object) -> None:
        """Write a text, cut where it is longer than a cell can hold."""
        sheet.write_string(*place, cut(text, _LONGEST_TEXT), self.style(**(look | {"num_format": TEXT_FORMAT})))

    def close(self) -> bytes:
        """The bytes of the file."""
        self._workbook.close()
        return self._out.getvalue()


def _moment(day: date) -> datetime:
    """A day as a sheet holds it, without a zone."""
    return day.replace(tzinfo=None) if isinstance(day, datetime) else datetime.combine(day, time())
