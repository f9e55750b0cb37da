"""Lines and tables of a paper as Markdown that prints as they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from dvk.importing.paper import COLUMN_GAP, Block, Cell, Grid, Line, Piece
from dvk.printing.word.markdown import Grid as PrintedGrid
from dvk.printing.word.markdown import Heading, Paragraph, blocks

_SIGNS = re.compile(r"([\\`*_\[\]<&|])")
_FEW_SIGNS = re.compile(r"([\\`*|]|(?<!\w)_|_(?!\w)|<(?=[/!?a-zA-Z])|&(?=#?\w+;)|\[(?=[^\]]*\]\())")
_START = re.compile(r"(?:[#>+=~-]|[0-9]{1,9}(?=[.)]))")
_ITEM = re.compile(r"(?P<sign>[-+·]) (?P<text>\S.*)|(?P<number>[0-9]{1,9})(?P<end>[.)]) (?P<rest>\S.*)", re.DOTALL)
_DEPTHS = {"-": 0, "+": 1, "·": 2}
TYPED_NUMBER = re.compile(r"\s*(?:[IVXLCDM]+\s*[.\-/)]|[0-9]+(?:\.[0-9]+)*\s*[.\-/)]|([a-zđ])\1*(?:\.[0-9]+)*\s*\))\s+")
"""The number that stands in front of a heading."""

Look: TypeAlias = tuple[str, bool, bool]
_SPACE: Look = (" ", False, False)


def markdown_of(parts: Sequence[Block]) -> str:
    """Markdown that prints as these lines and tables do; headings keep their order of depths, without numbers."""
    top = min((part.heading for part in parts if isinstance(part, Line) and part.heading), default=1)
    for signs in (_FEW_SIGNS, _SIGNS):
        for as_lists in (True, False):
            text = "\n\n".join(_written(parts, top, signs, as_lists=as_lists)).replace("\n\n\x00", "\n")
            if printed_form(text) == [_form(part, top) for part in parts]:
                return text
    return "\n\n".join(_SIGNS.sub(r"\\\1", part.text) for part in parts if isinstance(part, Line)) or text


def printed_form(text: str) -> list[object]:
    """The blocks that Markdown prints: words with their looks, without what paper does not show."""
    return [_printed(block) for block in blocks(text)]


def unnumbered(words: str) -> str:
    """A heading without the number in front of it."""
    typed = TYPED_NUMBER.match(words)
    return (words[typed.end() :] if typed else "") or words


def _printed(block: Heading | Paragraph | PrintedGrid) -> object:
    if isinstance(block, Heading):
        return block.depth, unnumbered(_text(block.runs))
    if isinstance(block, Paragraph):
        return tuple(_words((run.text, run.bold, run.italic) for run in block.runs))
    rows = [tuple(_text(cell) for cell in row) for row in block.rows]
    return tuple(row for row in rows if any(row))


def _form(part: Block, top: int) -> object:
    if isinstance(part, Grid):
        return tuple(row for row in (tuple(map(_cell_text, row)) for row in part.rows) if any(row))
    if part.heading:
        return part.heading - top, unnumbered(_joined(part.text))
    return tuple(_words((piece.text, piece.bold, piece.italic) for piece in part.pieces))


def _text(runs: Sequence[object]) -> str:
    return _joined("".join(run.text for run in runs))  # type: ignore[attr-defined]


def _joined(text: str) -> str:
    return " ".join(text.replace(COLUMN_GAP, " ").split())


def _cell_text(cell: Cell) -> str:
    return _joined(" ".join(line.text for line in cell))


def _words(pieces: Iterable[Look]) -> list[Look]:
    """Each word, or part of a word, of one look; a space has none, and stands between words only."""
    words: list[Look] = []
    for text, bold, italic in pieces:
        for word in re.findall(r"\s+|\S+", text.replace(COLUMN_GAP, " ")):
            if word.isspace():
                words += [_SPACE] if words and words[-1] != _SPACE else []
            elif words and words[-1] != _SPACE and words[-1][1:] == (bold, italic):
                words[-1] = (words[-1][0] + word, bold, italic)
            else:
                words.append((word, bold, italic))
    return words[:-1] if words and words[-1] == _SPACE else words


def _looks(words: Sequence[Look]) -> list[Look]:
    """The words put together as far as they look alike; a space between two looks has none."""
    looks: list[Look] = []
    for place, piece in enumerate(words):
        word, bold, italic = piece
        if piece == _SPACE and looks[-1][1:] == words[place + 1][1:]:
            _, bold, italic = words[place + 1]
        if looks and looks[-1][1:] == (bold, italic):
            looks[-1] = (looks[-1][0] + word, bold, italic)
        else:
            looks.append((word, bold, italic))
    return looks


def _written(parts: Sequence[Block], top: int, signs: re.Pattern[str], *, as_lists: bool) -> Iterator[str]:
    in_list = False
    for part in parts:
        if isinstance(part, Grid):
            yield _table(part, signs)
            in_list = False
            continue
        if part.heading:
            yield f"{'#' * min(2 + part.heading - top, 6)} {_escaped(unnumbered(_joined(part.text)), signs)}"
            in_list = False
            continue
        found = _ITEM.fullmatch(part.text) if as_lists else None
        if found:
            tight = "\x00" if in_list else ""
            yield tight + _item(part, found, signs)
        else:
            yield _guarded(_inline(part.pieces, signs))
        in_list = found is not None


def _item(line: Line, found: re.Match[str], signs: re.Pattern[str]) -> str:
    if found["sign"]:
        rest = _without_start(line.pieces, len(found["sign"]) + 1)
        return f"{'  ' * _DEPTHS[found['sign']]}- {_guarded(_inline(rest, signs))}"
    mark = found["number"] + found["end"]
    return f"{mark} {_guarded(_inline(_without_start(line.pieces, len(mark) + 1), signs))}"


def _without_start(pieces: Sequence[Piece], length: int) -> list[Piece]:
    left: list[Piece] = []
    for piece in pieces:
        cut = min(length, len(piece.text))
        length -= cut
        if piece.text[cut:]:
            left.append(Piece(piece.text[cut:], piece.bold, piece.italic))
    return left


def _inline(pieces: Sequence[Piece], signs: re.Pattern[str]) -> str:
    looks = _looks(_words((piece.text, piece.bold, piece.italic) for piece in pieces))
    return "".join(_marked(text, bold, italic, signs) for text, bold, italic in looks)


def _marked(text: str, bold: bool, italic: bool, signs: re.Pattern[str]) -> str:
    stars = "**" * bold + "*" * italic
    core = text.strip()
    if not stars or not core:
        return _escaped(text, signs)
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{stars}{_escaped(core, signs)}{stars}{after}"


def _escaped(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(r"\\\1", text)


def _guarded(text: str) -> str:
    """A line that begins like a list or a heading, as words."""
    found = _START.match(text)
    if not found:
        return text
    return f"{found[0]}\\{text[found.end() :]}" if found[0].isdigit() else f"\\{text}"


def _table(grid: Grid, signs: re.Pattern[str]) -> str:
    rows = [[_escaped(_cell_text(cell), signs) for cell in row] for row in grid.rows]
    width = max(map(len, rows), default=0)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]) if lines else ""
