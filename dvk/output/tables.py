"""A table as text, csv or Markdown; the table of formats."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dvk.messages import Language
from dvk.output.cells import GAP, columns_for, for_machines, for_people, is_right
from dvk.output.markdown_text import plain
from dvk.shown import FORMULA, printable
from dvk.views.table import Cell, Column, Nested, Table


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
    positions = columns_for("machine", tables[0])
    writer.writerow(columns[position].key for position in positions)
    for table in tables:
        if table.columns == columns:
            writer.writerows([_csv_cell(row[position]) for position in positions] for row in table.rows)
    return out.getvalue().rstrip("\n")


def _as_workbook(tables: Sequence[Table], language: Language) -> bytes:
    from dvk.output.xlsx import as_xlsx

    return as_xlsx(tables, language)


def _as_document(tables: Sequence[Table], language: Language) -> bytes:
    from dvk.output.docx import as_docx

    return as_docx(tables, language)


@dataclass(frozen=True, slots=True)
class Format:
    """How tables are written.

    Args:
        render: what makes text of them, or the bytes of a file.
        binary: whether it makes bytes, which no terminal can show.
    """

    render: Callable[[Sequence[Table], Language], str | bytes]
    binary: bool = False


FORMATS: dict[str, Format] = {
    "table": Format(as_text),
    "csv": Format(as_csv),
    "md": Format(as_markdown),
    "xlsx": Format(_as_workbook, binary=True),
    "docx": Format(_as_document, binary=True),
}
"""Every format of tables; ``json`` is made from the result itself."""


def _text(table: Table, language: Language) -> str:
    from rich.cells import cell_len

    columns, rows = for_people(table, language)
    headings = [printable(column.title) for column in columns]
    widths = [max(map(cell_len, [head, *(row[i] for row in rows)])) for i, head in enumerate(headings)]
    lines = [printable(table.title)] if table.title else []
    if rows:
        lines += [_line(cells, columns, widths) for cells in [headings, *rows]]
    return "\n".join(lines + [GAP + printable(note) for note in table.notes])


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    from rich.cells import cell_len

    padded = []
    for cell, column, width in zip(cells, columns, widths, strict=True):
        space = " " * (width - cell_len(cell))
        padded.append(space + cell if is_right(column) else cell + space)
    return (GAP + GAP.join(padded)).rstrip()


def _csv_cell(cell: Cell) -> str:
    text = for_machines(cell)
    return f"'{text}" if isinstance(cell, str | Nested) and text.startswith(FORMULA) else text


def _markdown(table: Table, language: Language) -> str:
    lines = [f"**{_escaped(table.title)}**", ""] if table.title else []
    if table.rows:
        columns, rows = for_people(table, language)
        lines.append("| " + " | ".join(_escaped(column.title) for column in columns) + " |")
        lines.append("|" + "|".join("---:" if is_right(column) else "---" for column in columns) + "|")
        lines += ["| " + " | ".join(map(_escaped, row)) + " |" for row in rows]
    if table.notes:
        lines += ["", *(f"- {_escaped(note)}" for note in table.notes)]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, all of it."""
    return plain(text, len(text))
