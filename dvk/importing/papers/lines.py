"""Lines in one form, whatever file they come from: NFC, single spaces, wide gaps as ``COLUMN_GAP``, nothing unseen."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from dvk.importing.paper import COLUMN_GAP, Line, Piece
from dvk.importing.papers.unreadable import too_large
from dvk.vietnamese.text import nfc

WIDE = 3
"""From how many spaces on a gap is one between columns."""

LONGEST = 20_000
"""Signs that a paragraph may have. What is read later looks at whole lines, so this bounds the work with each."""

LIST_MARK = re.compile(r"[-–—+•*]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5}|[a-zđ])(?:[.)/]|\.\)|[.]?[-:])")
"""The sign or number of a list or a heading; the gap after it is none between columns."""

_RUNS = re.compile(r"[ \t]+|[^ \t]+")
_ODD = re.compile(r"[^\t -~\xa1-\xac\xae-\u024f\u0300-\u036f\u1ea0-\u1ef9–—‘’“”•…]")
_SPACES = {"Zs", "Zl", "Zp"}
_LONGEST_MARK = 5
"""In pieces: each sign of it may have a look of its own."""
_UNSEEN = {"Cc", "Cf", "Cs", "Cn"}
_HYPHENS = {"\u2010": "-", "\u2011": "-", "\u00ad": ""}
# Signs of lists in the fonts Symbol and Wingdings, as Word and PDF files name them.
_BULLETS = dict.fromkeys("\uf02d\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf076\uf071\uf06e\uf06c\uf0be", "-")
_REMNANT = re.compile(r"\[bookmark:[^\]\n]{0,100}\]")
_COMBINING = re.compile(r"[\u0300-\u036f]+")


def line_of(number: int, pieces: Iterable[Piece], heading: int = 0, *, centred: bool = False) -> Line | None:
    """A line of these pieces; None where nothing of them is seen.

    Raises:
        Unreadable: where it is longer than any paragraph of a document.
    """
    tidy = _composed(_joined(pieces))
    if any(_REMNANT.search(piece.text) for piece in tidy):
        kept = (Piece(without_remnants(piece.text), piece.bold, piece.italic) for piece in tidy)
        tidy = _composed(_joined(kept))
    bounded(sum(len(piece.text) for piece in tidy))
    return Line(number, tuple(tidy), heading, centred) if tidy else None


def without_remnants(text: str) -> str:
    """The text without what another program left in it: ``[bookmark: _GoBack]``."""
    return _REMNANT.sub("", text)


def bounded(length: int) -> None:
    """Go on only where a paragraph of so many signs may be read.

    Raises:
        Unreadable: where it is too long.
    """
    if length > LONGEST:
        raise too_large("too_long_a_line")


def cleaned(text: str) -> str:
    """The text with plain spaces and hyphens, and without characters that nobody sees."""
    return text if text.isascii() and text.isprintable() else _ODD.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    character = match.group()
    known = _HYPHENS.get(character, _BULLETS.get(character))
    if known is not None:
        return known
    category = unicodedata.category(character)
    if category in _SPACES or character in "\n\r\v\f\x85":
        return " "
    return "" if category in _UNSEEN else character


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces of one look together, each gap in its form and with the piece before it."""
    found: list[Piece] = []
    gap = ""
    for piece in pieces:
        for run in _RUNS.findall(cleaned(piece.text)):
            if run[0] in " \t":
                gap += run
                continue
            if found and gap:
                _add(found, Piece(_as_gap(gap, found), found[-1].bold, found[-1].italic))
            gap = ""
            _add(found, Piece(run, piece.bold, piece.italic))
    return found


def _as_gap(gap: str, before: Sequence[Piece]) -> str:
    if "\t" not in gap and len(gap) < WIDE:
        return " "
    after_mark = len(before) <= _LONGEST_MARK and LIST_MARK.fullmatch("".join(piece.text for piece in before))
    return " " if after_mark else COLUMN_GAP


def _add(found: list[Piece], piece: Piece) -> None:
    mark = _COMBINING.match(piece.text)
    if found and mark:  # a tone belongs to the letter before it, whatever its own look is
        found[-1] = Piece(found[-1].text + mark.group(), found[-1].bold, found[-1].italic)
        piece = Piece(piece.text[mark.end() :], piece.bold, piece.italic)
    found.append(piece)


def _composed(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one look as one piece, in NFC."""
    runs: list[tuple[bool, bool, list[str]]] = []
    for piece in pieces:
        if not piece.text:
            continue
        if runs and runs[-1][:2] == (piece.bold, piece.italic):
            runs[-1][2].append(piece.text)
        else:
            runs.append((piece.bold, piece.italic, [piece.text]))
    return [Piece(nfc("".join(texts)), bold, italic) for bold, italic, texts in runs]
