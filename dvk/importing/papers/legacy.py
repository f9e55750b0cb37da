"""Lines of an old encoding whose fonts are not known, turned into Unicode where all of them plainly are in it."""

from collections.abc import Sequence

from dvk.importing.paper import Line, Piece
from dvk.vietnamese.legacy_fonts import from_legacy, legacy_encoding


def in_modern_letters(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The lines in Unicode, and the encoding that they were in."""
    encoding = legacy_encoding("\n".join(line.text for line in lines))
    if encoding is None:
        return list(lines), []
    modern = [
        Line(
            line.number,
            tuple(Piece(from_legacy(piece.text, encoding), piece.bold, piece.italic) for piece in line.pieces),
            line.heading,
            line.centred,
        )
        for line in lines
    ]
    return modern, [encoding]
