"""Words of a line as Markdown: bold and italic kept, everything that Markdown would take for its own signs escaped."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvk.importing.outline import Section
from dvk.importing.outline.marks import mark_of
from dvk.importing.outline.pieces import tidy
from dvk.importing.paper import Piece

_SIGNS = re.compile(r"[\\`*_\[\]<]|&(?=[#\w])|!(?=\[)")
_START = re.compile(r"(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|>|~{3}|={1,}\s*$|-(?=[-\s]*$))")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")
_WITHIN_A_WORD = re.compile(r"[^\W_]*")
_LAST_SIGNS = re.compile(r"(#+)$")


def words(pieces: Sequence[Piece], *, in_table: bool = False) -> str:
    """The pieces of a line as they stand in Markdown, in the middle of one."""
    return "".join(_look(piece, in_table=in_table) for piece in _marked(pieces))


def line(pieces: Sequence[Piece]) -> str:
    """The same at the start of a line, where a number or a dash would begin a list."""
    written = words(pieces)
    numbered = _NUMBERED.match(written)
    if numbered:
        return f"{numbered[1]}\\{written[numbered.end(1) :]}"
    return f"\\{written}" if _START.match(written) else written


def heading_words(section: Section) -> str:
    """The title of a part without its number; that of ``Điều 1.`` keeps it, as it belongs to the words."""
    mark = mark_of(section.title)
    named = mark is not None and mark.scheme == "part"
    pieces = tidy(section.title.pieces if named or not section.words else section.pieces)
    looks = {(piece.bold, piece.italic) for piece in pieces}
    plain = [replace(piece, bold=False, italic=False) for piece in pieces] if len(looks) == 1 else pieces
    return heading(plain)


def heading(pieces: Sequence[Piece]) -> str:
    """The pieces as they stand in a heading, where ``#`` at the end would be left out."""
    return _LAST_SIGNS.sub(lambda found: "\\#" * len(found[1]), words(pieces))


def _look(piece: Piece, *, in_table: bool) -> str:
    stars = "*" * (2 * piece.bold + piece.italic)
    text = _SIGNS.sub(lambda found: f"\\{found[0]}", piece.text)
    return f"{stars}{text.replace('|', chr(92) + '|') if in_table else text}{stars}"


def _marked(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces so that stars are read as they are meant.

    Spaces and signs at the ends of a bold or italic piece stand outside it. Where two looks meet inside a word, the
    whole word has the first: stars of both would run into each other.
    """
    found: list[Piece] = []
    for piece in _merged([part for whole in tidy(pieces) for part in _narrowed(whole)]):
        if found and _is_marked(found[-1]) and _is_marked(piece):
            within = _WITHIN_A_WORD.match(piece.text)
            end = within.end() if within else 0
            found.append(replace(found[-1], text=piece.text[:end]))
            found += _narrowed(replace(piece, text=piece.text[end:]))
        else:
            found.append(piece)
    return _merged(found)


def _is_marked(piece: Piece) -> bool:
    return piece.bold or piece.italic


def _narrowed(piece: Piece) -> Iterator[Piece]:
    if not _is_marked(piece):
        yield piece
        return
    inside = [at for at, sign in enumerate(piece.text) if _is_word(sign)]
    if not inside:
        yield replace(piece, bold=False, italic=False)
        return
    first, last = inside[0], inside[-1] + 1
    yield Piece(piece.text[:first])
    yield replace(piece, text=piece.text[first:last])
    yield Piece(piece.text[last:])


def _is_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one look in one, so that no stars meet."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.text and found and (found[-1].bold, found[-1].italic) == (piece.bold, piece.italic):
            found[-1] = replace(found[-1], text=found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return tuple(found)
