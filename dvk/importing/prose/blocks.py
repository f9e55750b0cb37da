"""Paragraphs, lists and tables of a part as Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dvk.importing.outline.marks import Mark, mark_of
from dvk.importing.outline.pieces import cut, tidy
from dvk.importing.paper import Block, Cell, Grid, Line, Piece
from dvk.importing.prose import inline

_LISTED_ENDS = (".", ")")
_MOST_NESTED = 8


def written_blocks(blocks: Iterable[Block]) -> str:
    """The blocks one below the other; items of a list without an empty line between them."""
    writer = _Writer()
    for block in blocks:
        writer.add(block)
    return "\n".join(writer.lines)


@dataclass(slots=True)
class _Level:
    """A list that is open: its sign, how far its items are indented, and the number of its last item."""

    sign: str
    indent: int
    number: int


@dataclass(slots=True)
class _Writer:
    """Puts blocks one below the other, and remembers the lists that are open."""

    lines: list[str] = field(default_factory=list)
    open: list[_Level] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """One more block."""
        if isinstance(block, Grid):
            self._paragraph(_table(block))
            return
        mark = mark_of(block)
        item = _Item.of(block, mark) if mark else None
        if item is None:
            self._paragraph([inline.line(block.pieces)])
        else:
            self._item(item)

    def _paragraph(self, lines: Sequence[str]) -> None:
        if any(lines):
            self._gap()
            self.lines += lines
            self.open.clear()

    def _gap(self) -> None:
        if self.lines:
            self.lines.append("")

    def _item(self, item: "_Item") -> None:
        depth = next((at for at in range(len(self.open) - 1, -1, -1) if self._continues(self.open[at], item)), None)
        if depth is not None:
            del self.open[depth + 1 :]
        elif any(level.sign == item.sign for level in self.open):
            self._paragraph([inline.line(item.line.pieces)])
            return
        elif not self._may_nest(item):
            self._gap()
            self.open.clear()
        if depth is None:
            indent = self.open[-1].indent + self._width(self.open[-1]) if self.open else 0
            self.open.append(_Level(item.sign, indent, item.number))
        self.open[-1].number = item.number
        self.lines.append(f"{' ' * self.open[-1].indent}{item.lead} {inline.line(item.pieces)}")

    def _may_nest(self, item: "_Item") -> bool:
        """Whether a list of another kind begins inside the last item and not in its place."""
        if not self.open or len(self.open) >= _MOST_NESTED:
            return False
        return item.number in {0, 1}

    @staticmethod
    def _continues(level: _Level, item: "_Item") -> bool:
        return level.sign == item.sign and (not item.number or item.number == level.number + 1)

    @staticmethod
    def _width(level: _Level) -> int:
        return len(str(level.number)) + 2 if level.number else 2


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: what makes it one of the list above it, what stands in front, its number or 0, its words."""

    line: Line
    sign: str
    lead: str
    number: int
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, line: Line, mark: Mark) -> "_Item | None":
        """The item that a line is; None for numbers that Markdown has no list for: they stay words."""
        pieces = cut(line.pieces, mark.length)
        if mark.scheme == "bullet" and pieces:
            return cls(line, mark.typed, "-", 0, pieces)
        end = line.text[len(mark.typed) : len(mark.typed) + 1]
        plain = mark.scheme == "arabic" and end in _LISTED_ENDS and not _is_marked(line.pieces[0])
        if not plain or line.text[len(mark.typed) + 1] != " " or mark.typed[0] == "0" or not pieces:
            return None
        return cls(line, end, f"{mark.typed}{end}", int(mark.typed), pieces)


def _is_marked(piece: Piece) -> bool:
    return piece.bold or piece.italic


def _table(grid: Grid) -> list[str]:
    columns = max((len(row) for row in grid.rows), default=0)
    if not columns:
        return []
    rows = [_row([_cell(cell) for cell in row], columns) for row in grid.rows]
    return [rows[0], _row(["---"] * columns, columns), *rows[1:]]


def _row(cells: Sequence[str], columns: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (columns - len(cells))])} |"


def _cell(cell: Cell) -> str:
    pieces = [piece for line in cell for piece in (*line.pieces, Piece(" "))]
    return inline.words(tidy(pieces), in_table=True)
