"""What every format of tables asks: which columns, and what stands in a cell in words."""

from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from dvk.messages import Language
from dvk.shown import machine_number, number, printable
from dvk.views.table import Cell, Column, Nested, Table

GAP = "  "
NOTHING = "–"


def columns_for(reader: Literal["people", "machine"], table: Table) -> list[int]:
    """The positions of the columns that a reader sees."""
    return [position for position, column in enumerate(table.columns) if column.reader in {"both", reader}]


def is_right(column: Column) -> bool:
    """Whether its cells stand to the right."""
    return column.kind != "text"


def words(cell: Cell, column: Column, language: Language) -> str:
    """A cell as people read it: days as 05/11/2020, numbers as the language writes them, – for nothing."""
    if cell is None:
        return NOTHING
    if isinstance(cell, Nested):
        return GAP * cell.level + printable(cell.text)
    if isinstance(cell, date):
        from dvk.vietnamese.dates import format_date

        return format_date(cell) + (f" {cell:%H:%M}" if isinstance(cell, datetime) else "")
    if isinstance(cell, int | Fraction):
        return f"{number(cell, language, 0)} %" if column.kind == "percent" else number(cell, language)
    return printable(cell)


def for_people(table: Table, language: Language) -> tuple[list[Column], list[list[str]]]:
    """The columns that people see, and the rows of their cells in words."""
    positions = columns_for("people", table)
    columns = [table.columns[position] for position in positions]
    return columns, [[words(row[at], table.columns[at], language) for at in positions] for row in table.rows]


def for_machines(cell: Cell) -> str:
    """A cell for machines: days as 2020-11-05, plain digits, "" for nothing."""
    if cell is None:
        return ""
    if isinstance(cell, int | Fraction):
        return machine_number(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return printable(cell.text if isinstance(cell, Nested) else cell).strip()
