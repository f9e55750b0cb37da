"""A table as text, csv or Markdown; the table of formats."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rich.cells import cell_len

from dvk.messages import Language
from dvk.shown import machine_number, number, printable
from dvk.views.table import Cell, Column, Table

GAP = "  "
NOTHING = "–"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def as_text(tables: Sequence[Table], language: Language) -> str:
    """Tables for people: columns lined up, no boxes, no colour, the same in a pipe as on a terminal."""
    return "\n\n".join(_text(table, language) for table in tables)


def as_markdown(tables: Sequence[Table], language: Language) -> str:
    """Tables in Markdown; text of files is never markup."""
    return "\n\n".join(_markdown(table, language) for table in tables)


def as_csv(tables: Sequence[Table], language: Language) -> str:
    """The rows of all tables that are laid out like the first, under one header.

    Plain digits, empty cells for nothing, and no cell that a sheet takes for a formula.
    """
    del language
    if not tables:
        return ""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = tables[0].columns
    shown = _shown(columns, "people")
    writer.writerow(columns[position].key for position in shown)
    for table in tables:
        if table.columns == columns:
            writer.writerows([_csv_cell(row[position]) for position in shown] for row in table.rows)
    return out.getvalue().rstrip("\n")


def _shown(columns: Sequence[Column], hidden: str) -> list[int]:
    return [position for position, column in enumerate(columns) if column.reader != hidden]


@dataclass(frozen=True, slots=True)
class Format:
    """How tables are printed, and whether the words around them are left out."""

    render: Callable[[Sequence[Table], Language], str]


FORMATS: dict[str, Format] = {
    "table": Format(as_text),
    "csv": Format(as_csv),
    "md": Format(as_markdown),
}
"""Every format of tables; ``json`` is made from the result itself."""


def _text(table: Table, language: Language) -> str:
    shown = _shown(table.columns, "machine")
    columns = [table.columns[position] for position in shown]
    rows = [[_cell(row[position], language) for position in shown] for row in table.rows]
    headings = [printable(column.title) for column in columns]
    widths = [max(map(cell_len, [head, *(row[i] for row in rows)])) for i, head in enumerate(headings)]
    lines = [printable(table.title)] if table.title else []
    if rows:
        lines += [_line(cells, columns, widths) for cells in [headings, *rows]]
    return "\n".join(lines + [GAP + printable(note) for note in table.notes])


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    padded = []
    for cell, column, width in zip(cells, columns, widths, strict=True):
        space = " " * (width - cell_len(cell))
        padded.append(space + cell if column.kind == "number" else cell + space)
    return (GAP + GAP.join(padded)).rstrip()


def _cell(cell: Cell, language: Language) -> str:
    if cell is None:
        return NOTHING
    return number(cell, language) if isinstance(cell, int | Fraction) else printable(cell)


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int | Fraction):
        return machine_number(cell)
    text = printable(cell).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text


def _markdown(table: Table, language: Language) -> str:
    shown = _shown(table.columns, "machine")
    lines = [f"**{_escaped(table.title)}**", ""] if table.title else []
    if table.rows:
        columns = [table.columns[position] for position in shown]
        lines.append("| " + " | ".join(_escaped(column.title) for column in columns) + " |")
        lines.append("|" + "|".join("---:" if column.kind == "number" else "---" for column in columns) + "|")
        lines += [
            "| " + " | ".join(_escaped(_cell(row[position], language)) for position in shown) + " |"
            for row in table.rows
        ]
    if table.notes:
        lines += ["", *(f"- {_escaped(note)}" for note in table.notes)]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = "".join(f"\\{character}" if character in "\\`*_[]<>|#!~@" else character for character in printable(text))
    return escaped.replace("&", "&amp;").strip()
