"""The rows of a page: letters on one base line, in their order, with the gaps between them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dvk.importing.paper import COLUMN_GAP, Piece
from dvk.importing.papers.lines import LIST_MARK, cleaned
from dvk.importing.papers.pdf.glyphs import Glyph

_SAME_ROW = 0.4
"""Letters whose base lines are nearer than this part of their size stand in one row."""
_WORD_GAP = 0.17
_COLUMN_GAP = 1.8
_CELL_GAP = 0.75
"""From here on a gap in which no space was drawn is one between cells, where the page draws spaces at all."""
_SAME_PLACE = 0.15


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text; places are in points of the page.

    Args:
        page: its page, from 0.
        x: where it begins.
        end: where it ends.
        y: its base line, upwards.
        size: the size of its letters.
        first_word: how wide its first word is.
        text_begins: where the word after the sign of a list begins; ``x`` where there is none.
        pieces: its text.
    """

    page: int
    x: float
    end: float
    y: float
    size: float
    first_word: float
    text_begins: float
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole row."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def in_columns(self) -> bool:
        """Whether there is a wide gap in it."""
        return COLUMN_GAP in self.text

    @property
    def is_bold(self) -> bool:
        """Whether every letter of it is bold."""
        return all(piece.bold for piece in self.pieces)

    @property
    def mark(self) -> str:
        """The sign or number of a list or a heading that it begins with; "" for none."""
        first = self.text.split(" ", 1)[0]
        tight = _TIGHT_MARK.match(first)
        return first if LIST_MARK.fullmatch(first) else tight[0] if tight else ""


def upright(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The letters of a page, each with its tones; text that runs another way than most of the page is left out."""
    seen = [_plain(glyph) for glyph in glyphs if glyph.size > 0]
    ways = Counter(glyph.turned for glyph in seen if glyph.text.strip())
    most = ways.most_common(1)[0][0] if ways else 0
    return _with_tones([glyph for glyph in seen if glyph.turned == most])


def rows_of(glyphs: Sequence[Glyph], page: int) -> list[Row]:
    """The rows of upright letters from top to bottom."""
    blank = [glyph for glyph in glyphs if glyph.text.isspace()]
    gathered = _gathered(glyph for glyph in glyphs if not glyph.text.isspace())
    spaces = _Spaces(blank) if blank else None
    return [_row(row, page, spaces) for row in gathered]


def pieces_of(rows: Sequence[Row]) -> Iterator[Piece]:
    """The text of rows as one paragraph; a word that was broken behind its hyphen is whole again."""
    before = ""
    for row in rows:
        if before and not (_BROKEN_WORD.search(before) and row.text[:1].isalnum()):
            yield Piece(" ")
        yield from row.pieces
        before = row.text


def _plain(glyph: Glyph) -> Glyph:
    return glyph._replace(
        text=cleaned(unicodedata.normalize("NFKC", glyph.text) if glyph.text in _JOINED else glyph.text)
    )


_TIGHT_MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)](?=[^\W\d_])")
"""Before a word without a space between."""
_BROKEN_WORD = re.compile(r"\w[-/–]$")
_JOINED = {"ﬀ", "ﬁ", "ﬂ", "ﬃ", "ﬄ"}


def _with_tones(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Each tone drawn by itself put onto the letter that was drawn before it; what says nothing is left out."""
    found: list[Glyph] = []
    for glyph in glyphs:
        if found and glyph.text and unicodedata.combining(glyph.text[0]):
            found[-1] = found[-1]._replace(text=found[-1].text + glyph.text)
        elif glyph.text:
            found.append(glyph)
    return found


def _gathered(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: -each.y):
        if row and row[0].y - glyph.y > _SAME_ROW * max(row[0].size, glyph.size):
            yield sorted(row, key=lambda each: each.x)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda each: each.x)


def _row(glyphs: list[Glyph], page: int, spaces: "_Spaces | None") -> Row:
    size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
    words = list(_words(glyphs, size))
    pieces: list[Piece] = []
    for number, word in enumerate(words):
        if number:
            wide = _is_wide(words[number - 1], word, size, spaces) and not (number == 1 and _is_mark(words[0]))
            pieces.append(Piece(COLUMN_GAP if wide else " ", word[0].bold, word[0].italic))
        pieces += [Piece(letter.text, letter.bold, letter.italic) for letter in word]
    first = words[0]
    begins = words[1][0].x if len(words) > 1 and _is_mark(first) else first[0].x
    y = Counter(round(glyph.y, 1) for glyph in glyphs).most_common(1)[0][0]
    return Row(page, first[0].x, glyphs[-1].end, y, size, first[-1].end - first[0].x, begins, tuple(pieces))


def _is_wide(before: Sequence[Glyph], after: Sequence[Glyph], size: float, spaces: "_Spaces | None") -> bool:
    """Whether the gap between two words is one between columns or cells."""
    gap = after[0].x - before[-1].end
    if gap <= _CELL_GAP * size or spaces is None:
        return gap > _COLUMN_GAP * size
    return gap > _COLUMN_GAP * size or not spaces.between(before[-1], after[0])


class _Spaces:
    """Where a page draws spaces, row by row."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._rows: dict[int, list[Glyph]] = {}
        for glyph in glyphs:
            self._rows.setdefault(round(glyph.y), []).append(glyph)

    def between(self, before: Glyph, after: Glyph) -> bool:
        """Whether one stands between two letters."""
        near = (space for y in (-1, 0, 1) for space in self._rows.get(round(before.y) + y, []))
        return any(before.x < space.x < after.x for space in near)


def _is_mark(letters: Sequence[Glyph]) -> bool:
    return bool(LIST_MARK.fullmatch("".join(letter.text for letter in letters)))


def _words(glyphs: Sequence[Glyph], size: float) -> Iterator[list[Glyph]]:
    """Words; a letter drawn twice, to look bold, counts once."""
    word = [glyphs[0]]
    for glyph in glyphs[1:]:
        last = word[-1]
        if glyph.text == last.text and glyph.x - last.x < _SAME_PLACE * size:
            word[-1] = last._replace(bold=True)
            continue
        if glyph.x - last.end > _WORD_GAP * size:
            yield word
            word = []
        word.append(glyph)
    yield word
