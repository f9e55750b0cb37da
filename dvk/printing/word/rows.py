"""Rows of tables on paper: heads that repeat on every page, and short rows that do not break."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from dvk.printing.word.ordered import child, put

_SHORT = 600
"""Letters that a cell may hold for its row to stay on one page."""


def keep_rows(document: Document, head: str) -> None:
    """Mark the first rows of each table whose cells are all of the style of heads, and keep short rows whole.

    Args:
        document: the document.
        head: id of the style of a table's head.
    """
    for table in document.element.body.iter(qn("w:tbl")):
        rows = list(table.iterchildren(qn("w:tr")))
        heads = _heads(rows, head)
        for row in rows:
            if all(_length(cell) <= _SHORT for cell in row.iterchildren(qn("w:tc"))):
                put(child(row, "w:trPr"), "w:cantSplit")
        for row in heads if len(heads) < len(rows) else ():
            put(child(row, "w:trPr"), "w:tblHeader", val=None)


def _heads(rows: list[Any], head: str) -> list[Any]:
    found: list[Any] = []
    for row in rows:
        styles = {paragraph.style for paragraph in row.iter(qn("w:p")) if _length(paragraph)}
        if styles != {head}:
            break
        found.append(row)
    return found


def _length(element: Any) -> int:
    return sum(len(text.text or "") for text in element.iter(qn("w:t")))
