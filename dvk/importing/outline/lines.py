"""A paper's lines made readable: those that were broken in the middle of a sentence in one, columns one by one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dvk.importing.outline.marks import is_rule, mark_of
from dvk.importing.outline.pieces import tidy
from dvk.importing.paper import COLUMN_GAP, Block, Grid, Line, Paper, Piece

_STARS = "**"
_FEW = 4
_AWAITS = re.compile(r"(?:^|\W)(?:số\s?:?|ngày|tháng|năm)$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:tháng|năm)\b", re.IGNORECASE)
_ENDS_IN_NUMBER = re.compile(r"số\s?:?\s?[0-9]{0,6}$", re.IGNORECASE)
_NARROW = 140
"""The longest line of a text that somebody broke by hand."""
_FULL = 0.75
"""How much of the width a line fills that had to be broken."""
_ENDS = (".", "!", "?", ";", ":", "…")
_BROKEN = 0.15
_SHORT = 5


def readable(paper: Paper) -> list[Block]:
    """The blocks of a paper as a person reads them. A joined line keeps the number of its first."""
    return _joined(_bold_across_lines(paper.blocks))


def _bold_across_lines(blocks: Sequence[Block]) -> list[Block]:
    """Lines between ``**`` at the start of one and ``**`` at the end of a later one in bold, without the stars."""
    found = list(blocks)
    for first, block in enumerate(blocks):
        if not isinstance(block, Line) or not block.text.startswith(_STARS) or block.text.count(_STARS) != 1:
            continue
        last = next((at for at in range(first + 1, min(first + _FEW, len(blocks))) if _closes(blocks[at])), first)
        lines = [line for line in blocks[first : last + 1] if isinstance(line, Line)]
        if first < last and len(lines) == last + 1 - first and not any(_STARS in line.text for line in lines[1:-1]):
            found[first : last + 1] = map(_bold, lines)
    return [block for block in found if isinstance(block, Grid) or block.text]


def _closes(block: Block) -> bool:
    return isinstance(block, Line) and block.text.endswith(_STARS) and block.text.count(_STARS) == 1


def _bold(line: Line) -> Line:
    return replace(line, pieces=tidy(replace(p, text=p.text.replace(_STARS, ""), bold=True) for p in line.pieces))


def _joined(blocks: Sequence[Block]) -> list[Block]:
    width = _width(blocks)
    found: list[list[Line] | Grid] = []
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(block, Line) and isinstance(before, list) and _goes_on(before[-1], block, width):
            before.append(block)
        else:
            found.append([block] if isinstance(block, Line) else block)
    return [block if isinstance(block, Grid) else _in_one(block) for block in found]


def _in_one(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    gap = Piece(" ")
    return replace(lines[0], pieces=tidy(piece for line in lines for piece in (*line.pieces, gap)))


def _goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line is the rest of the one before it."""
    start, end = line.text[:1], before.text[-1:]
    if _is_bare_number(before) and len(line.text) <= _NARROW and mark_of(line) is None:
        return True
    if before.heading or line.heading or is_rule(line.text) or is_rule(before.text) or mark_of(line):
        return False
    if COLUMN_GAP in line.text or COLUMN_GAP in before.text or not _has_small_letters(before.text):
        return _title_goes_on(before, line)
    if end in _ENDS:
        return False
    if start.islower() or end == "," or _is_open(before.text) or (start.isdigit() and _AWAITS.search(before.text[-9:])):
        return True
    return bool(width) and line.number == before.number + 1 and _was_full(before.text, line.text, width)


def _is_open(text: str) -> bool:
    """Whether a line ends inside quotes."""
    return text.count("“") > text.count("”")


def _is_bare_number(line: Line) -> bool:
    """Whether a line is only the number of a part, ``Phần I``, whose title stands on the next."""
    mark = mark_of(line)
    return mark is not None and mark.scheme == "part" and mark.length == len(line.text)


def _title_goes_on(before: Line, line: Line) -> bool:
    """Whether both are a heading in capitals that was broken."""
    mark = mark_of(before)
    if mark is None or mark.scheme != "roman" or line.number != before.number + 1 or COLUMN_GAP in line.text:
        return False
    return not before.text.endswith(_ENDS) and not _has_small_letters(line.text) and len(line.text) <= _NARROW


def _was_full(before: str, after: str, width: int) -> bool:
    return len(before) > _FULL * width and len(before) + len(after[:_NARROW].split(" ", 1)[0]) + 1 > _FULL * width


def _width(blocks: Sequence[Block]) -> int:
    """How wide the lines of a text are that somebody broke by hand; 0 where paragraphs are whole."""
    texts = [block.text for block in blocks if isinstance(block, Line)]
    longest = max(map(len, texts), default=0)
    rests = sum(text[:1].islower() and mark_of(text) is None for text in texts)
    return longest if longest <= _NARROW and len(texts) >= _SHORT and rests >= _BROKEN * len(texts) else 0


def _has_small_letters(text: str) -> bool:
    return any(sign.islower() for sign in text[: 2 * _NARROW])


def columns(lines: Sequence[Line], below: int = 0) -> tuple[Line, ...]:
    """Lines in two columns one column after the other; what stands above them stays there.

    Args:
        lines: the lines.
        below: how many lines below the last gap are certainly no part of the columns.
    """
    wide = [number for number, line in enumerate(lines) if COLUMN_GAP in line.text]
    if not wide:
        return tuple(lines)
    left: list[Line] = []
    right: list[Line] = []
    end = max(len(lines) - below, wide[-1] + 1)
    for line in lines[wide[0] : end]:
        cells = _cells(line)
        if len(cells) > 1:
            left.append(cells[0])
            right += cells[1:]
        else:
            (left if _is_of_a_list(line.text) else right).append(line)
    return (*lines[: wide[0]], *_joined_lines(left), *_joined_lines(right), *lines[end:])


def _is_of_a_list(text: str) -> bool:
    """Whether a line without a gap stands in the left column: recipients, or the rest of one."""
    mark = mark_of(text)
    return (mark is not None and mark.scheme == "bullet") or text[:1].islower() or text.lower().startswith("nơi nhận")


def _joined_lines(lines: Sequence[Line]) -> list[Line]:
    return [block for block in _joined(lines) if isinstance(block, Line)]


def _cells(line: Line) -> list[Line]:
    """The stretches of a line between its gaps."""
    cells: list[list[Piece]] = [[]]
    for piece in line.pieces:
        first, *others = piece.text.split(COLUMN_GAP)
        cells[-1].append(replace(piece, text=first))
        cells += [[replace(piece, text=text)] for text in others]
    stretches: list[list[Piece]] = []
    before = ""
    for pieces in filter(None, map(tidy, cells)):
        text = _text(pieces)
        if stretches and _is_blank(before, text):
            stretches[-1] += [Piece(" "), *pieces]
            before = f"{before} {text}"[-_NARROW:]
        else:
            stretches.append(list(pieces))
            before = text[-_NARROW:]
    return [replace(line, pieces=tidy(pieces)) for pieces in stretches]


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _is_blank(before: str, after: str) -> bool:
    """Whether a gap is room for a number or a day that is written in by hand, and divides no columns."""
    if _AWAITS.search(before) is not None:
        return True
    return _GOES_ON.match(after) is not None or (after[0] in "-–/" and _ENDS_IN_NUMBER.search(before) is not None)


def without_gaps(block: Block) -> Block:
    """A line of the body, in which a wide gap is a space like any other."""
    if isinstance(block, Grid) or COLUMN_GAP not in block.text:
        return block
    return replace(block, pieces=tidy(block.pieces))
