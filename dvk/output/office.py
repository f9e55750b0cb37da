"""A table on its way into a file of an office program: what people see of it, in texts that XML can hold."""

import re
from datetime import date
from typing import NamedTuple

from dvk.messages import Language
from dvk.output.cells import GAP, columns_for, is_right, words
from dvk.output.widths import column_widths, measured
from dvk.shown import printable
from dvk.views.table import Cell, Column, Nested, Table

_UNBROKEN = "\u00a0"
_OF_A_WHOLE = re.compile(r"[0-9.,]+/[0-9.,]+")


class OfficeCell(NamedTuple):
    """A cell: what it holds, the same in words, and how many levels to the right it stands."""

    cell: Cell
    text: str
    level: int

    def is_centred(self, column: Column) -> bool:
        """Whether it stands in the middle: a day, and so many of so many (9/12) in a column of numbers."""
        of_a_whole = isinstance(self.cell, str) and is_right(column) and _OF_A_WHOLE.fullmatch(self.text)
        return isinstance(self.cell, date) or bool(of_a_whole)


class OfficeTable:
    """A table as people see it in an office program."""

    def __init__(self, table: Table, language: Language) -> None:
        positions = columns_for("people", table)
        self.columns = [table.columns[at] for at in positions]
        self.titles = [xml_text(column.title) for column in self.columns]
        self.heading = heading(table)
        self.notes = [xml_text(note) for note in table.notes]
        self.rows = [
            [_cell(row[at], words(row[at], table.columns[at], language)) for at in positions] for row in table.rows
        ]
        texts = [[GAP * row[place].level + row[place].text for row in self.rows] for place in range(len(positions))]
        self._measures = [measured(title, column) for title, column in zip(self.titles, texts, strict=True)]

    def widths(self, limit: float) -> list[float]:
        """How wide each column should be, in digits; see ``column_widths``."""
        return column_widths(self._measures, limit)

    @property
    def wanted(self) -> float:
        """How wide it would be with every text on one line."""
        return sum(measure.wanted for measure in self._measures)

    def fits(self, limit: float) -> bool:
        """Whether its longest words stand side by side in so many digits."""
        return not self.rows or sum(self.widths(limit)) <= limit


def heading(table: Table) -> str:
    """What stands above a table: its title, or its name where it has none."""
    return xml_text(table.title or table.name)


def xml_text(text: str) -> str:
    """A text as an XML file can hold it: ``printable``, and without the two letters that are none."""
    return printable(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _cell(cell: Cell, text: str) -> OfficeCell:
    """Numbers and days are not broken at their spaces."""
    if isinstance(cell, Nested):
        return OfficeCell(cell, xml_text(cell.text), cell.level)
    return OfficeCell(cell, xml_text(text) if isinstance(cell, str) else text.replace(" ", _UNBROKEN), 0)
