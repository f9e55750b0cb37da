"""An export as CSV: ``YEAR/ROOT/TABLE.csv``, plain digits, nothing that a sheet takes for a formula.

UTF-8, and with its mark at the beginning of each file: without it Excel takes the letters for others.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from dvk.exporting.branch import Value
from dvk.exporting.tables import ExportTable
from dvk.shown import FORMULA

_QUOTE = "'"
_MARKED = (*FORMULA, _QUOTE)


class CsvFiles:
    """CSV files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, table: ExportTable, part: tuple[str, int], rows: Iterable[list[Value]]) -> None:
        """Write the rows of one table, root and year."""
        root, year = part
        file = self._folder / str(year) / root / f"{table.name}.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(column.name for column in table.columns)
            writer.writerows(list(map(as_cell, row)) for row in rows)


def as_cell(value: Value) -> str:
    """A value as CSV writes it: "" is null, 1 and 0 yes and no; a text that could be a formula has ``'`` before it.

    So does one that begins with ``'``: taking one away always gives the text back.
    """
    if value is None:
        return ""
    if isinstance(value, int):
        return str(int(value))
    text = value.replace("\0", "")
    return f"{_QUOTE}{text}" if text.startswith(_MARKED) else text


def text_of(cell: str) -> str | None:
    """The text that a cell holds; null for an empty one."""
    return cell.removeprefix(_QUOTE) or None
