"""Rows of a PDF put together again into paragraphs, and what belongs to its pages left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dvk.importing.paper import Line, Piece
from dvk.importing.papers.lines import line_of
from dvk.importing.papers.pdf.rows import Row

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang|page)?\s*\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_LONGEST_PAGE_NUMBER = 30
_DIGITS = re.compile(r"\d+")
_SENTENCE_ENDS = (".", ";", ":", "!", "?", ".”", '."', "…")
_REPEATED = 3
_SPACE = 0.25
_PART_INDENTED = 0.15
_PART_AT_EDGE = 0.1
_PART_JUSTIFIED = 0.4
_NEAR = 2.0
_USUAL_PITCH = 1.35
_LARGEST_PITCH = 2.2


@dataclass(frozen=True, slots=True)
class _Column:
    """The column of text of pages of one width: where rows begin and end, how far apart they stand, in points.

    Args:
        left: where rows begin.
        right: where full rows end.
        pitch: how far rows of a paragraph stand apart.
        indented: whether paragraphs begin further to the right.
        justified: whether all rows of a paragraph but the last end at its right edge.
        starts: the places at which several rows begin.
    """

    left: float
    right: float
    pitch: float
    indented: bool
    justified: bool
    starts: frozenset[int]


def lines_of(pages: Sequence[Sequence[Row]]) -> list[Line]:
    """The paragraphs of a document, numbered from 1.

    Args:
        pages: the rows of each page, from top to bottom.
    """
    kept = _without_edges(pages)
    columns = [_column(page, kept) for page in kept]
    found: list[Line] = []
    for rows in _paragraphs([row for page in kept for row in page], columns):
        column = columns[rows[0].page]
        centred = all(_is_even(row, column) for row in rows) and _is_centred(rows[-1], column)
        line = line_of(len(found) + 1, _pieces(rows), centred=centred)
        if line is not None:
            found.append(line)
    return found


def _pieces(rows: Sequence[Row]) -> Iterator[Piece]:
    for number, row in enumerate(rows):
        if number:
            yield Piece(" ")
        yield from row.pieces


def _without_edges(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Pages without their numbers, and without the first and last rows that many of them share."""
    edges = Counter(_edge(row) for rows in pages for row in {id(row): row for row in (*rows[:1], *rows[-1:])}.values())
    repeated = {edge for edge, times in edges.items() if times >= max(_REPEATED, len(pages) / 2)}
    found = []
    for rows in pages:
        inner = list(rows)
        for at in (0, -1):
            if inner and (_is_page_number(inner[at].text) or _edge(inner[at]) in repeated):
                del inner[at]
        found.append(inner)
    return found


def _is_page_number(text: str) -> bool:
    return len(text) <= _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.fullmatch(text))


def _edge(row: Row) -> tuple[str, int]:
    return _DIGITS.sub("#", row.text), round(row.y / 4)


def _column(rows: Sequence[Row], pages: Sequence[Sequence[Row]]) -> _Column:
    """The column of a page, with the help of all pages whose text is as wide."""
    if not rows:
        return _Column(0, 0, 0, indented=False, justified=False, starts=frozenset())
    here = max(row.end for row in rows)
    alike = [each for page in pages if page and abs(max(row.end for row in page) - here) < here / 8 for each in page]
    prose = _prose(alike)
    left, right = _left_edge([row.x for row in prose]), _right_edge([row.end for row in prose])
    size = median(row.size for row in prose)
    following = [(a.y - b.y) for a, b in pairwise(alike) if a.end > right - 2 * size and b.x < left + size / 2]
    pitches = Counter(round(distance) for distance in following if 0 < distance < _LARGEST_PITCH * size)
    usual = pitches.most_common(1)[0][0] if pitches else size * _USUAL_PITCH
    inner = [row for row in prose if left + size / 2 < row.x < left + 6 * size]
    starts = frozenset(place for place, times in Counter(round(row.x) for row in alike).items() if times >= _REPEATED)
    indented = len(inner) >= _PART_INDENTED * len(prose)
    justified = sum(row.end > right - _NEAR for row in prose) >= _PART_JUSTIFIED * len(prose)
    return _Column(left, right, max(usual, size), indented=indented, justified=justified, starts=starts)


def _prose(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that are at least half as wide as the widest and have no gaps; all where there are none."""
    plain = [row for row in rows if not row.in_columns] or rows
    widest = max(row.end - row.x for row in plain)
    return [row for row in plain if row.end - row.x >= widest / 2]


def _left_edge(places: Sequence[float]) -> float:
    """The outermost place at which a fair part of the rows begins; tables stand out on either side."""
    often = [place for place, times in Counter(map(round, places)).items() if times >= _PART_AT_EDGE * len(places)]
    return float(min(often or places))


def _right_edge(places: Sequence[float]) -> float:
    """The place at which the most rows end, as those of justified text do; the outermost of all in ragged text."""
    near = Counter(round(place / _NEAR) for place in places)
    edge, times = max(near.items(), key=lambda found: (found[1], found[0]))
    if times < max(_REPEATED, _PART_AT_EDGE * len(places)):
        return max(places)
    return max(place for place in places if round(place / _NEAR) == edge)


def _paragraphs(rows: Iterable[Row], columns: Sequence[_Column]) -> Iterator[list[Row]]:
    current: list[Row] = []
    for row in rows:
        if current and not _goes_on(current, row, columns[current[-1].page], columns[row.page]):
            yield current
            current = []
        current.append(row)
    if current:
        yield current


def _goes_on(rows: Sequence[Row], row: Row, column: _Column, next_column: _Column) -> bool:
    """Whether a row belongs to the paragraph of those above it: they are full, and it does not begin like a new one."""
    last = rows[-1]
    if last.in_columns or row.in_columns or abs(last.size - row.size) > 1:
        return False
    if row.page == last.page and last.y - row.y > column.pitch * 1.3 + last.size * 0.1:
        return False
    if _is_centred(last, column) or _is_centred(row, next_column):
        return _is_even(last, column) and _is_centred(row, next_column) and _titles_go_on(last, row, column)
    return _is_full(last, row, column) and _begins_inside(rows, row, next_column)


def _titles_go_on(last: Row, row: Row, column: _Column) -> bool:
    """Whether a row in the middle goes on in the next: a wide one, and words that begin no title."""
    return last.end - last.x > (column.right - column.left) / 2 and row.text[:1].islower()


def _begins_inside(rows: Sequence[Row], row: Row, column: _Column) -> bool:
    """Whether a row begins where those inside a paragraph do."""
    last = rows[-1]
    if row.x - column.left > row.size / 2:
        hanging = abs(row.x - rows[0].text_begins) < row.size / 2 and rows[0].text_begins > rows[0].x
        return hanging or (len(rows) > 1 and abs(row.x - last.x) < 1 and row.page == last.page)
    if column.indented:
        return True
    return not row.begins_with_mark and (column.justified or not _begins_anew(last, row))


def _is_full(last: Row, row: Row, column: _Column) -> bool:
    """Whether the first word of the next row had no more room in this one; justified rows reach the very edge."""
    if column.justified:
        return last.end > column.right - _NEAR
    return last.end + _SPACE * last.size + row.first_word > column.right - 0.5


def _begins_anew(last: Row, row: Row) -> bool:
    ended = last.text.rstrip().endswith(_SENTENCE_ENDS) and row.text[:1].isupper()
    return ended or (all(piece.bold for piece in last.pieces) and not any(piece.bold for piece in row.pieces))


def _is_centred(row: Row, column: _Column) -> bool:
    """Whether a row stands in the middle, free on both sides."""
    margin = 1.5 * row.size
    inside = row.x > column.left + margin and row.end < column.right - margin and round(row.x) not in column.starts
    return inside and _is_even(row, column)


def _is_even(row: Row, column: _Column) -> bool:
    """Whether as much room is left before a row as after it."""
    return abs((row.x + row.end) - (column.left + column.right)) < row.size
