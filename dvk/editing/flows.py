"""Edits between brackets: ``{key: value}`` and ``[entry]``, on one line or on several."""

import re
from collections.abc import Sequence

from dvk.editing.aims import OddLayoutError, Spot, Step
from dvk.editing.growth import New
from dvk.editing.scalars import Leaf, in_line, key_text
from dvk.textfile import Node, Sheet, Splice
from dvk.textfile.paths import child_at

_COLON = re.compile(r"[ \t\n]*:")
_BLANKS = re.compile(r"[ \t]*(?=[,}\]])")
_REST_OF_LINE = re.compile(r"[ \t]*+(,?)[ \t]*+(?:#[^\n]*)?(?=\n)")
_NEXT_COMMA = re.compile(r"(?:[ \t\n]|#[^\n]*\n)*,")
_COMMA_ALONE = re.compile(r"[ \t]*,[ \t]*")
_NOTHING = re.compile(r"(?:[ \t\n]|#[^\n]*\n)*")


def flow_text(new: New) -> str:
    """Something new on one line."""
    if isinstance(new, Leaf):
        return in_line(new, flow=True)
    if isinstance(new, dict):
        return "{" + pairs_text(new) + "}"
    return "[" + ", ".join(flow_text(entry) for entry in new) + "]"


def pairs_text(new: dict[str, New]) -> str:
    """New keys with their values on one line, without the brackets."""
    return ", ".join(f"{key_text(key)}: {flow_text(value)}" for key, value in new.items())


def put_in_place(sheet: Sheet, spot: Spot, text: str) -> list[Splice]:
    """A text in the place of the value of a key or an entry; a key without a value gets one."""
    written = sheet.written(*spot)
    if written.end > written.start or not isinstance(spot[1], str):
        return [Splice(written.start, written.end, text)]
    colon = _COLON.match(sheet.text, written.key_end)
    if colon is None:
        return [Splice(written.key_end, written.key_end, f": {text}")]
    blanks = _BLANKS.match(sheet.text, colon.end())
    return [Splice(colon.end(), blanks.end() if blanks else colon.end(), f" {text}")]


def put_between(sheet: Sheet, trail: Sequence[Spot], after: Step | None, text: str) -> list[Splice]:
    """A new pair or entry in the brackets that ``trail`` leads to, behind another one, or alone where there is none.

    One that has its line for itself is followed by one that has, too.

    Raises:
        OddLayoutError: where the brackets are left out, or hold what dvk does not read.
    """
    node = child_at(*trail[-1])
    first, last = _brackets(sheet, trail)
    if after is None:
        return _alone(sheet.text, first, last, text)
    start, end = _item(sheet, node, after)
    margin = sheet.text[sheet.line_start(start) : start]
    rest = _REST_OF_LINE.match(sheet.text, end)
    if margin.strip() or rest is None:
        return [Splice(end, end, f", {text}")]
    line_end = sheet.line_end(end)
    return [Splice(end, end, "" if rest[1] else ","), Splice(line_end, line_end, f"\n{margin}{text}{rest[1]}")]


def _alone(whole: str, first: int, last: int, text: str) -> list[Splice]:
    inner = whole[first + 1 : last]
    if not _NOTHING.fullmatch(inner):
        raise OddLayoutError
    if "\n" in inner:
        return [Splice(first + 1, first + 1, text)]
    return [Splice(first + 1, last, f" {text} " if inner else text)]


def taken_out(sheet: Sheet, trail: Sequence[Spot]) -> list[Splice]:
    """A pair or entry taken out of its brackets, with its comma, and with its line where it has one for itself.

    Raises:
        OddLayoutError: where the brackets are left out, or the key stands behind a ``?``.
    """
    node, slot = trail[-1]
    first, last = _brackets(sheet, trail[:-1])
    slots: list[Step] = list(node) if isinstance(node, dict) else list(range(len(node or ())))
    items = [_item(sheet, node, other) for other in slots]
    place = slots.index(slot)
    start, end = items[place]
    rest = _REST_OF_LINE.match(sheet.text, end)
    if not sheet.text[sheet.line_start(start) : start].strip() and rest and (rest[1] or place == len(items) - 1):
        return [Splice(sheet.line_start(start), sheet.line_end(end) + 1, "")]
    if len(items) == 1 and "\n" not in sheet.text[first:last]:
        return [Splice(first + 1, last, "")]
    return _with_comma(sheet.text, items, place)


def _with_comma(text: str, items: list[tuple[int, int]], place: int) -> list[Splice]:
    """An item taken out with one comma beside it; comments and lines between items stay."""
    start, end = items[place]
    if place + 1 < len(items):
        following = items[place + 1][0]
        if _COMMA_ALONE.fullmatch(text, end, following):
            return [Splice(start, following, "")]
    elif place and _COMMA_ALONE.fullmatch(text, items[place - 1][1], start):
        return [Splice(items[place - 1][1], end, "")]
    comma = _NEXT_COMMA.match(text, end)
    return [Splice(start, end, ""), *([Splice(comma.end() - 1, comma.end(), "")] if comma else [])]


def _brackets(sheet: Sheet, trail: Sequence[Spot]) -> tuple[int, int]:
    """The positions of the brackets of a mapping or list."""
    start = sheet.written(*trail[-1]).start
    if sheet.text[start] not in "{[":
        raise OddLayoutError
    return start, sheet.flow_end(child_at(*trail[-1])) - 1


def _item(sheet: Sheet, container: Node, slot: Step) -> tuple[int, int]:
    """Where a pair or entry begins and ends."""
    written = sheet.written(container, slot)
    node = child_at(container, slot)
    end = sheet.flow_end(node) if sheet.is_flow(node) else written.end
    if not isinstance(slot, str):
        return written.start, end
    if sheet.text[sheet.line_start(written.key_start) : written.key_start].rstrip().endswith("?"):
        raise OddLayoutError
    if written.start == written.end:
        colon = _COLON.match(sheet.text, written.key_end)
        end = colon.end() if colon else written.key_end
    return written.key_start, end
