"""Lines of an old encoding whose fonts are not known, turned into Unicode where all of them plainly are in it."""

from collections.abc import Sequence

from dvk.importing.paper import Block, Grid, Line, Paper, Piece
from dvk.vietnamese.legacy_fonts import Legacy, from_legacy, legacy_encoding


def in_modern_letters(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks in Unicode, and the encoding that they were in."""
    encoding = legacy_encoding("\n".join(line.text for line in Paper("", tuple(blocks)).lines))
    if encoding is None:
        return list(blocks), []
    return [_block(block, encoding) for block in blocks], [encoding]


def _block(block: Block, encoding: Legacy) -> Block:
    if isinstance(block, Line):
        return _line(block, encoding)
    return Grid(tuple(tuple(tuple(_line(line, encoding) for line in cell) for cell in row) for row in block.rows))


def _line(line: Line, encoding: Legacy) -> Line:
    pieces = (Piece(from_legacy(piece.text, encoding), piece.bold, piece.italic) for piece in line.pieces)
    return Line(line.number, tuple(pieces), line.heading, line.centred)
