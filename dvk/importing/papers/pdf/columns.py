"""The column of text of a page: where rows begin and end, and whether all full rows end at one edge."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dvk.importing.papers.pdf.rows import Row

NEAR = 2.0
SPACE = 0.25
_AT_EDGE = 1.0
_REPEATED = 3
_PART_INDENTED = 0.15
_PART_BEGINNING = 0.1
_PART_JUSTIFIED = 0.3
_PART_BEYOND = 0.05
_USUAL_PITCH = 1.35
_LARGEST_PITCH = 2.2


@dataclass(frozen=True, slots=True)
class Column:
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


def column_of(rows: Sequence[Row], pages: Sequence[Sequence[Row]]) -> Column:
    """The column of a page, with the help of all pages whose text is as wide.

    Args:
        rows: the rows of the page outside tables.
        pages: those of every page.
    """
    if not rows:
        return Column(0, 0, 0, indented=False, justified=False, starts=frozenset())
    here = max(row.end for row in rows)
    alike = [each for page in pages if page and abs(max(row.end for row in page) - here) < here / 8 for each in page]
    prose = _prose(alike)
    left, size = _left_edge([row.x for row in prose]), median(row.size for row in prose)
    edge = _common_edge([row.end for row in prose])
    right = edge or _ragged_edge(prose, alike, left)
    inner = [row for row in prose if left + size / 2 < row.x < left + 6 * size]
    starts = frozenset(place for place, times in Counter(round(row.x) for row in alike).items() if times >= _REPEATED)
    indented = len(inner) >= _PART_INDENTED * len(prose)
    following = [a.y - b.y for a, b in pairwise(alike) if a.end > right - 2 * size and b.x < left + size / 2]
    pitch = max(_pitch(following, size), size)
    return Column(left, right, pitch, indented=indented, justified=edge is not None, starts=starts)


def _prose(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that are at least half as wide as the widest and have no gaps; all where there are none."""
    plain = [row for row in rows if not row.in_columns] or rows
    widest = max(row.end - row.x for row in plain)
    return [row for row in plain if row.end - row.x >= widest / 2]


def _left_edge(places: Sequence[float]) -> float:
    """The outermost place at which a fair part of the rows begins; tables stand out on either side."""
    rounded = Counter(map(round, places))
    often = [place for place, times in rounded.items() if times >= _PART_BEGINNING * len(places)]
    return float(min(often or places))


def _common_edge(ends: Sequence[float]) -> float | None:
    """The place at which full rows of justified text end; None where rows end anywhere."""
    fewest = max(_REPEATED, _PART_JUSTIFIED * len(ends))
    for edge in sorted(ends, reverse=True)[: int(_PART_BEYOND * len(ends)) + 1]:
        if sum(abs(edge - end) <= _AT_EDGE for end in ends) >= fewest:
            return edge
    return None


def _ragged_edge(prose: Sequence[Row], rows: Sequence[Row], left: float) -> float:
    """The outermost end of a row; those that stand out are left aside.

    A row that goes on in small letters at the left edge was full: its end and the next word pass the edge.
    """
    followed = [(a, b) for a, b in pairwise(rows) if b.text[:1].islower() and not b.mark and b.x < left + NEAR]
    limits = sorted(a.end + SPACE * a.size + b.first_word for a, b in followed if not a.in_columns)
    limit = limits[len(limits) // 10] if len(limits) > 1 / _PART_BEGINNING else max(row.end for row in prose)
    return max((row.end for row in prose if row.end <= limit), default=limit)


def _pitch(following: Sequence[float], size: float) -> float:
    pitches = Counter(round(distance) for distance in following if 0 < distance < _LARGEST_PITCH * size)
    return float(pitches.most_common(1)[0][0]) if pitches else size * _USUAL_PITCH
