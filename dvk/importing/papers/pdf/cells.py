"""Where the cells of a page's tables are, by the lines between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dvk.importing.papers.pdf.rulings import Ruling

_NEAR = 2.0
"""Lines of one border are drawn up to so many points apart."""
_GAP = 3.0
_NARROWEST = 4.0
_MOST_LINES = 300
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Frame:
    """The cells of one table.

    Args:
        xs: where its columns begin, and where the last one ends.
        ys: where its rows begin, from the top, and where the last one ends.
        origins: for each place, row by row, the row and column of the cell that covers it.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    origins: tuple[tuple[tuple[int, int], ...], ...]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of the cell around a place; None outside the table."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda edge: -edge) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.origins[row][column] if inside else None

    def width(self, cell: tuple[int, int]) -> float:
        """How wide a cell is."""
        row, column = cell
        end = column + 1
        while end < len(self.xs) - 1 and self.origins[row][end] == cell:
            end += 1
        return self.xs[end] - self.xs[column]


def frames_of(rulings: Iterable[Ruling]) -> list[Frame]:
    """The tables of a page: lines that cross, with more than one cell between them."""
    lines = list(rulings)
    across = _whole(line for line in lines if line.across)
    down = _whole(line for line in lines if not line.across)
    if len(across) > _MOST_LINES or len(down) > _MOST_LINES:
        return []
    frames = (_frame(*together) for together in _crossing(across, down))
    return [frame for frame in frames if frame is not None]


def _whole(lines: Iterable[Ruling]) -> list[Ruling]:
    """Lines that continue each other, or are drawn twice, as one."""
    found: list[Ruling] = []
    for group in _near(sorted(lines, key=lambda line: line.at)):
        start = len(found)
        for line in sorted(group, key=lambda each: each.start):
            if len(found) > start and line.start <= found[-1].end + _GAP:
                found[-1] = found[-1]._replace(end=max(found[-1].end, line.end))
            else:
                found.append(line._replace(at=group[0].at))
    return found


def _near(lines: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    group: list[Ruling] = []
    for line in lines:
        if group and line.at - group[0].at > _NEAR:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _crossing(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that hang together, those across and those down."""
    found: list[tuple[list[Ruling], list[Ruling]]] = []
    for line in down:
        crossed = [other for other in across if _cross(other, line)]
        joined = [group for group in found if any(other in group[0] for other in crossed)]
        rows = dict.fromkeys([*(row for group in joined for row in group[0]), *crossed])
        columns = [line, *(column for group in joined for column in group[1])]
        found = [group for group in found if group not in joined]
        found.append((list(rows), columns))
    return found


def _cross(across: Ruling, down: Ruling) -> bool:
    reaches = across.start - _GAP <= down.at <= across.end + _GAP
    return reaches and down.start - _GAP <= across.at <= down.end + _GAP


def _frame(across: list[Ruling], down: list[Ruling]) -> Frame | None:
    if not across or not down:
        return None
    xs = _edges([line.at for line in down], min(line.start for line in across), max(line.end for line in across))
    ys = _edges([line.at for line in across], min(line.start for line in down), max(line.end for line in down))[::-1]
    cells = (len(xs) - 1) * (len(ys) - 1)
    if not 1 < cells <= _MOST_CELLS:
        return None
    origins = _origins(xs, ys, across, down)
    alone = len({origin for row in origins for origin in row}) == 1
    return None if alone else Frame(tuple(xs), tuple(ys), origins)


def _edges(places: list[float], first: float, last: float) -> list[float]:
    """The places of lines, and the ends of those that cross them where a table is open at its sides."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NARROWEST:
            found.append(place)
    before = [first] if first < found[0] - _NARROWEST else []
    return [*before, *found, *([last] if last > found[-1] + _NARROWEST else [])]


def _origins(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Ruling], down: Sequence[Ruling]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    found: list[list[tuple[int, int]]] = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        found.append([])
        for column, (left, right) in enumerate(pairwise(xs)):
            origin = row, column
            if column and not _divided(down, left, (top + bottom) / 2):
                origin = found[row][column - 1]
            elif row and not _divided(across, top, (left + right) / 2):
                origin = found[row - 1][column]
            found[row].append(origin)
    return tuple(tuple(row) for row in found)


def _divided(lines: Sequence[Ruling], at: float, middle: float) -> bool:
    """Whether a line runs at a place, past the middle of a cell."""
    return any(abs(line.at - at) <= _NARROWEST and line.start <= middle <= line.end for line in lines)
