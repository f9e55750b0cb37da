"""One edit as splices: which characters of the file give way to which others."""

import re
from collections.abc import Sequence

from dvk.editing.aims import Aim, OddLayoutError, Spot, Step
from dvk.editing.blocks import (
    behind_sign,
    below_comments,
    column_of,
    deeper,
    ends_in_block,
    entry_lines,
    gap_behind_dash,
    habits_of,
    lines_of,
    put_below,
    start_of_item,
)
from dvk.editing.flows import flow_text, pairs_text, put_between, put_in_place, taken_out
from dvk.editing.growth import New
from dvk.editing.scalars import Leaf, in_lines
from dvk.textfile import Node, Sheet, Splice
from dvk.textfile.layout import BLOCK_LIST, BLOCK_MAPPING, FLOW_LIST, FLOW_MAPPING, FOLDED, LITERAL
from dvk.vietnamese.text import nfc

_NEXT_TO_COMMENT = 3
_LEAST_BEFORE_COMMENT = 2
_CLOSING = "]},"
_HEADER = re.compile(r"[|>][-+0-9]{0,2}")
_DEEPEST = 9  # what an indicator can tell


def in_flow(sheet: Sheet, aim: Aim) -> bool:
    """Whether what is new there stands between brackets."""
    if sheet.is_flow(aim.trail[-1][0]) or sheet.is_flow(aim.node):
        return True
    return bool(isinstance(aim.node, list) and aim.node and sheet.is_flow(aim.node[-1]))


def replaced(sheet: Sheet, aim: Aim, new: New) -> list[Splice]:
    """Something new in the place of a scalar, or of nothing; the comment behind it stays."""
    container, slot = aim.trail[-1]
    written = sheet.written(container, slot)
    if written.style in {BLOCK_MAPPING, BLOCK_LIST, FLOW_MAPPING, FLOW_LIST}:  # with an anchor: not read
        raise OddLayoutError
    if sheet.is_flow(container):
        return _with_comment(sheet, put_in_place(sheet, (container, slot), flow_text(new)))
    if not isinstance(new, Leaf):
        return _filled(sheet, aim.trail, new)
    if written.style in {LITERAL, FOLDED}:
        return _in_place_of_block(sheet, aim.trail, new)
    first, more = in_lines(new, column_of(sheet, aim.trail) if new.has_lines else 0, habits_of(sheet).mapping)
    value = _in_place_of_line(sheet, aim.trail, first)
    below = put_below(sheet, sheet.line_end(value.end), more, closed=True) if more else []
    return [*_with_comment(sheet, [value]), *below]


def _in_place_of_line(sheet: Sheet, trail: Sequence[Spot], first: str) -> Splice:
    """What stands behind a key or dash gives way; where nothing does, the comment behind it keeps its column."""
    written = sheet.written(*trail[-1])
    if written.end > written.start:
        return Splice(written.start, written.end, first)
    sign = behind_sign(sheet, trail)
    line = sheet.text[sign : sheet.line_end(sign)]
    blanks = line[: len(line) - len(line.lstrip(" \t"))]
    behind = _before_comment(blanks, len(first) + 1) if len(blanks) < len(line) else ""
    return Splice(sign, sign + len(blanks), f" {first}{behind}")


def _with_comment(sheet: Sheet, splices: list[Splice]) -> list[Splice]:
    """A new value in the place of one on the same line, and the comment behind it where it stood, if there is room."""
    start, end, text = splices[-1]
    line = sheet.text[end : sheet.line_end(end)]
    rest = line.lstrip(_CLOSING + " ")
    between = line[: len(line) - len(rest)]
    blanks = len(between) - len(between.rstrip(" "))
    old = sheet.text[start:end]
    if not rest.startswith("#") or blanks < _LEAST_BEFORE_COMMENT or not old or "\n" in old:
        return splices
    left = max(blanks + len(nfc(old)) - len(text), _LEAST_BEFORE_COMMENT)
    comment = end + len(between)
    return [*splices, Splice(comment - blanks, comment, " " * left)]


def _before_comment(blanks: str, taken: int) -> str:
    """The blanks that are left before a comment, enough to keep its column where that can be."""
    if "\t" in blanks or len(blanks) <= _NEXT_TO_COMMENT:
        return blanks
    left = len(blanks) - taken
    return " " * (left if left > 1 else _NEXT_TO_COMMENT)


def _in_place_of_block(sheet: Sheet, trail: Sequence[Spot], new: Leaf) -> list[Splice]:
    """Header and lines of a block scalar are replaced each in its place; the comment of the header stays."""
    written = sheet.written(*trail[-1])
    header = _HEADER.match(sheet.text, written.start)
    if header is None:
        raise OddLayoutError
    line_end = sheet.line_end(header.end())
    column = column_of(sheet, trail)
    step = _margin(sheet.text[line_end : written.end]) - column
    step = step if 0 < step <= _DEEPEST else habits_of(sheet).mapping
    first, more = in_lines(new, column, step)
    end = _end_of_content(sheet.text, line_end, written.end, column + step if more else None)
    text = "".join(f"\n{line}" for line in more)
    closing = "\n" if more and end == len(sheet.text) else ""
    return [Splice(header.start(), header.end(), first), Splice(line_end, end, text + closing)]


def _margin(lines: str) -> int:
    """How far in the first line that says something stands."""
    said = lines.lstrip()
    return len(lines[: len(lines) - len(said)].rpartition("\n")[2]) if said else 0


def _end_of_content(text: str, start: int, end: int, widest: int | None) -> int:
    """Where the lines of a block scalar end; blank lines behind them stay, unless they would say something in it."""
    while end > start:
        line_end = text.rfind("\n", start, end)
        line = text[line_end + 1 : end]
        if line.strip() or (widest is not None and len(line) > widest):
            return end
        end = line_end
    return start


def _filled(sheet: Sheet, trail: Sequence[Spot], new: New) -> list[Splice]:
    """A mapping or list below a key, or behind a dash, where nothing or null stands."""
    sign = behind_sign(sheet, trail)
    written = sheet.written(*trail[-1])
    habits = habits_of(sheet)
    lines = lines_of(new, column_of(sheet, trail) + deeper(new, habits), habits)
    null = []
    if written.end > written.start:
        joined = "\n" not in sheet.text[sign : written.start]
        null = [Splice(sign if joined else written.start, written.end, "")]
    return [*null, *put_below(sheet, sheet.line_end(sign), lines, closed=ends_in_block(new))]


def with_key(sheet: Sheet, aim: Aim, new: dict[str, New], order: Sequence[str]) -> list[Splice]:
    """A new key in the mapping aimed at: behind the last of those before it in ``order``, else at the end."""
    node = aim.node if isinstance(aim.node, dict) else {}
    keys = [key for key in node if sheet.written(node, key).key_start < sheet.limit]
    after = _key_before(keys, next(iter(new)), order)
    if sheet.is_flow(node):
        return put_between(sheet, aim.trail, after, pairs_text(new))
    if after is None:
        raise OddLayoutError
    column = column_of(sheet, [*aim.trail, (node, next(iter(node)))])
    lines = lines_of(new, column, habits_of(sheet))
    end = below_comments(sheet, sheet.last(node, after), column)
    return put_below(sheet, end, lines, closed=ends_in_block(new))


def _key_before(keys: list[str], new: str, order: Sequence[str]) -> str | None:
    earlier = set(order[: order.index(new)]) if new in order else set()
    return next((key for key in reversed(keys) if key in earlier), keys[-1] if keys else None)


def with_entry(sheet: Sheet, aim: Aim, new: New) -> list[Splice]:
    """A new entry at the end of the list aimed at, in the style of the one before it."""
    node = aim.node if isinstance(aim.node, list) else []
    last = len(node) - 1
    if sheet.is_flow(node):
        return put_between(sheet, aim.trail, last if node else None, flow_text(new))
    neighbour = [*aim.trail, (node, last)]
    dash = start_of_item(sheet, neighbour)
    column, gap = sheet.column(dash), gap_behind_dash(sheet, neighbour)
    if sheet.is_flow(node[last]):
        lines = [f"{' ' * column}-{' ' * gap}{flow_text(new)}"]
    else:
        lines = entry_lines(new, column, habits_of(sheet)._replace(gap=gap))
    end = below_comments(sheet, sheet.last(node, last), column)
    spaced = [""] if last and _has_blank_line_above(sheet, dash) else []
    closed = ends_in_block(new) and not sheet.is_flow(node[last])
    return put_below(sheet, end, [*spaced, *lines], closed=closed)


def _has_blank_line_above(sheet: Sheet, position: int) -> bool:
    """Whether the lines of an entry, with the comments above it, are set apart."""
    start = sheet.line_start(position)
    while start:
        line = sheet.text[sheet.line_start(start - 1) : start - 1]
        if not line.strip().startswith("#"):
            return not line.strip()
        start = sheet.line_start(start - 1)
    return False


def removed(sheet: Sheet, aim: Aim) -> list[Splice]:
    """A key or an entry taken away, with the comment behind it; the last one leaves ``{}`` or ``[]``."""
    container, slot = aim.trail[-1]
    if sheet.is_flow(container):
        return taken_out(sheet, aim.trail)
    start = start_of_item(sheet, aim.trail)
    end = sheet.line_end(sheet.last(container, slot))
    if isinstance(container, dict | list) and len(container) == 1:
        return _emptied(sheet, aim.trail, start, end)
    if not sheet.text[sheet.line_start(start) : start].strip():
        end = _clear_of_block(sheet, aim.trail[-1], end)
        return [Splice(sheet.line_start(start), min(end + 1, len(sheet.text)), "")]
    following = start_of_item(sheet, [*aim.trail[:-1], (container, _slots(container)[1])])
    if sheet.text[end : sheet.line_start(following)].strip():  # comments in between stay, and the dash alone
        return [Splice(start, end, "")]
    return [Splice(start, following, "")]


def _clear_of_block(sheet: Sheet, spot: Spot, end: int) -> int:
    """Where to end a removal so that a block scalar before it does not take in the blank lines that follow.

    Raises:
        OddLayoutError: where it would take in a comment.
    """
    container, slot = spot
    slots = _slots(container)
    place = slots.index(slot)
    before = sheet.written(*sheet.ending(container, slots[place - 1])) if place else None
    if before is None or before.style not in {LITERAL, FOLDED}:
        return end
    kept = "+" in sheet.text[before.start : sheet.line_end(before.start)].partition("#")[0]
    line_end = end
    while line_end + 1 < sheet.limit:
        start, line_end = line_end + 1, sheet.line_end(line_end + 1)
        line = sheet.text[start:line_end]
        if line.strip():
            if line[0] in " \t" and line.lstrip().startswith("#"):
                raise OddLayoutError
            break
        end = line_end if kept or line else end
    return end


def _slots(container: Node) -> list[Step]:
    return list(container) if isinstance(container, dict) else list(range(len(container or ())))


def _emptied(sheet: Sheet, trail: Sequence[Spot], start: int, end: int) -> list[Splice]:
    empty = "{}" if isinstance(trail[-1][0], dict) else "[]"
    sign = behind_sign(sheet, trail[:-1])
    if "\n" not in sheet.text[sign:start]:
        return [Splice(start, end, empty)]
    lines = Splice(sheet.line_start(start), min(end + 1, len(sheet.text)), "")
    return [Splice(sign, sign, f" {empty}"), lines]
