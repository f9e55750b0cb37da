"""What a document says as it stands on paper, whatever kind of file it came in: lines and tables in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

COLUMN_GAP = "\t"
"""What stands inside a line where the paper leaves a wide gap: a tab, or three spaces and more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as printed, with the number or sign of its list in front.

    Args:
        number: its place among all paragraphs of the file, those inside tables too, from 1.
        pieces: its text in NFC; single spaces, ``COLUMN_GAP`` where the paper leaves a wide gap, none at the ends.
        heading: 1 for the topmost style of headings, 2 below it and so on; 0 for any other paragraph.
        centred: whether it stands in the middle.
    """

    number: int
    pieces: tuple[Piece, ...]
    heading: int = 0
    centred: bool = False

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(piece.text for piece in self.pieces)


Cell: TypeAlias = tuple[Line, ...]
"""The lines of a cell; none of them is empty."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; a cell that spans several columns stands in the first of them, the others are empty."""

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> Iterator[Line]:
        """Every line in it, row by row."""
        return (line for row in self.rows for cell in row for line in cell)


Block: TypeAlias = Line | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document; empty lines are left out, and keep their number.

    Args:
        name: the name of the file.
        blocks: what it says; headers and footers of pages, comments and notes at the foot are not in it.
        converted: the old encodings that it was turned from: ``TCVN3``, ``VNI``.
    """

    name: str
    blocks: tuple[Block, ...]
    converted: tuple[str, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        """Every line, those of tables too, in order."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                yield from block.lines
