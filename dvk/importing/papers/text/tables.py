"""Tables drawn with upright strokes, as Markdown has them."""

import re
from collections.abc import Sequence

from dvk.importing.paper import Cell, Grid
from dvk.importing.papers.lines import line_of
from dvk.importing.papers.text.marks import pieces_of

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_STROKE = re.compile(r"(?<!\\)\|")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WIDEST = 200
_LONGEST_RULE = 5000


def table_ends(lines: Sequence[str], start: int) -> int:
    """The number of the line after the table whose head is the line at ``start``; ``start`` where none begins there."""
    if "|" not in lines[start] or start + 1 >= len(lines) or not _is_rule(lines[start + 1]):
        return start
    if not 1 <= len(_cells(lines[start])) == len(_cells(lines[start + 1])) <= _WIDEST:
        return start
    end = start + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def grid_of(lines: Sequence[str], start: int, end: int) -> Grid:
    """The table of the lines from ``start`` to before ``end``, without its rule."""
    numbers = [start, *range(start + 2, end)]
    rows = [[_cell(number + 1, text) for text in _cells(lines[number])[:_WIDEST]] for number in numbers]
    width = max(len(row) for row in rows)
    return Grid(tuple((*row, *[()] * (width - len(row))) for row in rows))


def _is_rule(line: str) -> bool:
    return "|" in line and len(line) <= _LONGEST_RULE and set(line) <= set("|-: \t") and bool(_RULE.fullmatch(line))


def _cells(line: str) -> list[str]:
    text = line.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return _STROKE.split(text)


def _cell(number: int, text: str) -> Cell:
    found = (line_of(number, pieces_of(part, markdown=True)) for part in _LINE_BREAK.split(text))
    return tuple(line for line in found if line is not None)
