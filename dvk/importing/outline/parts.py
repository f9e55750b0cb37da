"""The parts of a paper of running text."""

from dataclasses import dataclass

from dvk.importing.outline.marks import Mark, mark_of
from dvk.importing.outline.pieces import cut
from dvk.importing.paper import Block, Line, Piece


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part and all below it.

    Args:
        mark: its number as typed, without the sign after it: ``II``, ``2``, ``2.1``, ``a``; "" for none.
        title: the line that it begins with, the number in front.
        depth: 1 for the topmost parts.
        blocks: what stands in it before its first part.
        parts: the parts in it.
    """

    mark: str
    title: Line
    depth: int
    blocks: tuple[Block, ...] = ()
    parts: tuple["Section", ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The title without its number."""
        found: Mark | None = mark_of(self.title)
        return cut(self.title.pieces, found.length) if found and self.mark else self.title.pieces

    @property
    def words(self) -> str:
        """The text of the title without its number."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a paper from top to bottom.

    Args:
        head: heading, number, place and day, type, subject, addressee; cells of a table and columns of a line one
            after the other.
        preamble: what stands before the first part: the documents cited, and what is being done.
        sections: the numbered parts; an annex behind the signature is one without a number.
        closing: the last words, after the last part and before the foot.
        foot: recipients and signature; cells of a table and columns of a line one after the other.
    """

    head: tuple[Line, ...]
    preamble: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: tuple[Line, ...]
    foot: tuple[Line, ...]
