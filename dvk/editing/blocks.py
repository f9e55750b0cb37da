"""New lines in block style, with the indentation of the file; and where its keys and dashes stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dvk.editing.aims import OddLayoutError, Spot
from dvk.editing.growth import New
from dvk.editing.scalars import Leaf, in_lines, key_text
from dvk.textfile import Node, Sheet, Splice
from dvk.textfile.layout import BLOCK_LIST, BLOCK_MAPPING

_COLON = re.compile(r"[ \t]*:")
_DASH = re.compile(r"-([ ]+)(?=[^\s#])")
_STEP = 2
_DEEPEST = 8


class Habits(NamedTuple):
    """How a file is indented.

    Args:
        mapping: how much further the keys below a key stand.
        dashes: how much further the dashes below a key stand.
        gap: blanks behind a dash.
    """

    mapping: int = _STEP
    dashes: int = _STEP
    gap: int = 1


def habits_of(sheet: Sheet) -> Habits:
    """The indentation of the first mapping and the first list below a key."""
    found: dict[str, int] = {}
    pending: list[Node] = list(sheet.documents[:1])
    for node in pending:  # grows while it is walked
        if isinstance(node, dict) and not sheet.is_flow(node):
            for key in node:
                written = sheet.written(node, key)
                deeper = sheet.column(written.start) - sheet.column(written.key_start)
                if 0 <= deeper <= _DEEPEST:
                    found.setdefault(written.style, deeper)
        if isinstance(node, dict | list):
            pending.extend(node.values() if isinstance(node, dict) else node)
    return Habits(found.get(BLOCK_MAPPING, _STEP) or _STEP, found.get(BLOCK_LIST, _STEP))


def lines_of(new: New, column: int, habits: Habits) -> list[str]:
    """A new mapping or list as lines that begin at a column."""
    lines = []
    if isinstance(new, dict):
        for key, value in new.items():
            lines += key_lines(key, value, column, habits)
    elif isinstance(new, list):
        for entry in new:
            lines += entry_lines(entry, column, habits)
    return lines


def key_lines(key: str, value: New, column: int, habits: Habits) -> list[str]:
    """A new key with its value as lines."""
    head = f"{' ' * column}{key_text(key)}:"
    if isinstance(value, Leaf):
        first, more = in_lines(value, column, habits.mapping)
        return [f"{head} {first}", *more]
    return [head, *lines_of(value, column + deeper(value, habits), habits)]


def entry_lines(entry: New, column: int, habits: Habits) -> list[str]:
    """A new entry of a list as lines; ``column`` is that of its dash."""
    head = f"{' ' * column}-{' ' * habits.gap}"
    if isinstance(entry, Leaf):
        first, more = in_lines(entry, column, _STEP)
        return [head + first, *more]
    first, *more = lines_of(entry, len(head), habits)
    return [head + first[len(head) :], *more]


def deeper(new: New, habits: Habits) -> int:
    """How much further than its key a mapping or list stands."""
    return habits.dashes if isinstance(new, list) else habits.mapping


def ends_in_block(new: New) -> bool:
    """Whether the last line of it is one of a block scalar."""
    while isinstance(new, dict | list):
        new = list(new.values())[-1] if isinstance(new, dict) else new[-1]
    return new.has_lines


def put_below(sheet: Sheet, end: int, lines: Sequence[str], *, closed: bool) -> list[Splice]:
    """Lines put below a line that ends at ``end``; with ``closed`` the last of them ends as a line in any file."""
    text = "".join(f"\n{line}" for line in lines)
    if end < len(sheet.text) or not lines:
        return [Splice(end, end, text)]
    kept = sheet.unterminated()
    return [*([kept] if kept else []), Splice(end, end, text + "\n" * closed)]


def below_comments(sheet: Sheet, position: int, column: int) -> int:
    """The end of the line of a position, or of the last comment after it that stands further in than a column."""
    end = line_end = sheet.line_end(position)
    while line_end + 1 < sheet.limit:
        start, line_end = line_end + 1, sheet.line_end(line_end + 1)
        line = sheet.text[start:line_end]
        if line.strip():
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= column:
                break
            end = line_end
    return end


def column_of(sheet: Sheet, trail: Sequence[Spot]) -> int:
    """The column of the key or dash of a node."""
    return sheet.column(start_of_item(sheet, trail))


def start_of_item(sheet: Sheet, trail: Sequence[Spot]) -> int:
    """Where the key of a node begins, or the dash of an entry.

    Raises:
        OddLayoutError: for a key behind a ``?`` and a list behind a tag or anchor.
    """
    container, slot = trail[-1]
    written = sheet.written(container, slot)
    if isinstance(slot, str):
        line = sheet.text[sheet.line_start(written.key_start) : written.key_start]
        if line.rstrip().endswith("?"):
            raise OddLayoutError
        return written.key_start
    first = sheet.written(*trail[-2]).start
    column = sheet.column(first)
    start = sheet.line_start(written.start) if sheet.text.startswith("-", first) else 0
    while start > first and (start + column >= written.start or sheet.text[start + column] != "-"):
        start = sheet.line_start(start - 1)
    if sheet.text[start + column] != "-" or start + column >= written.start:
        raise OddLayoutError
    return start + column


def behind_sign(sheet: Sheet, trail: Sequence[Spot]) -> int:
    """The position behind the colon of a key, or behind the dash of an entry.

    Raises:
        OddLayoutError: where there is none in that line.
    """
    container, slot = trail[-1]
    if isinstance(slot, int):
        return start_of_item(sheet, trail) + 1
    colon = _COLON.match(sheet.text, sheet.written(container, slot).key_end)
    if colon is None:
        raise OddLayoutError
    return colon.end()


def gap_behind_dash(sheet: Sheet, trail: Sequence[Spot]) -> int:
    """How many blanks stand between the dash of an entry and what it says."""
    found = _DASH.match(sheet.text, start_of_item(sheet, trail))
    return len(found[1]) if found else 1
