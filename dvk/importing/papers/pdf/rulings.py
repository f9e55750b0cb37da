"""The straight lines that a page draws: borders of cells, whether stroked or filled as thin bars."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

_MOST_RULINGS = 5_000
"""On one page; what draws more is a picture and no table."""
_THIN = 3.0
_STRAIGHT = 0.5
_STROKED, _FILLED, _BOTH = {"S", "s"}, {"f", "F", "f*"}, {"B", "B*", "b", "b*"}
_PAINTING = _STROKED | _FILLED | _BOTH | {"n"}
_POINTS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}
_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_Point: TypeAlias = tuple[float, float]


class Ruling(NamedTuple):
    """A straight line across a page (``x`` from ``start`` to ``end`` at the height ``at``) or down it."""

    across: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class Rulings:
    """What the instructions of a page draw beside letters.

    Args:
        lines: the lines so far, each with its two ends.
    """

    lines: list[tuple[_Point, _Point]] = field(default_factory=list)
    _path: list[list[_Point]] = field(default_factory=list)

    def obey(self, name: str, operands: Any, place: _Matrix) -> None:
        """Follow an instruction about paths; any other is nothing to it."""
        if name in _POINTS and len(operands) >= _POINTS[name]:
            self._draw(name, [float(value) for value in operands[: _POINTS[name]]], place)
        elif name == "h" and self._path:
            self._path[-1].append(self._path[-1][0])
        elif name in _PAINTING:
            self._paint(name)

    def seen(self, turned: int) -> list[Ruling]:
        """The lines as they run for one who reads text that is turned that way; none where there are too many.

        Args:
            turned: quarter turns of the text against the clock.
        """
        if len(self.lines) > _MOST_RULINGS:
            return []
        return [_ruling(_turned(one, turned), _turned(other, turned)) for one, other in self.lines]

    def _draw(self, name: str, values: list[float], place: _Matrix) -> None:
        if name == "re":
            x, y, width, height = values
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            self._path.append([_placed(corner, place) for corner in corners])
            return
        point = _placed((values[-2], values[-1]), place)
        if name == "m" or not self._path:
            self._path.append([point])
        elif len(self._path[-1]) <= _MOST_RULINGS:
            self._path[-1].append(point)

    def _paint(self, name: str) -> None:
        path, self._path = self._path, []
        for points in path if name != "n" and len(self.lines) <= _MOST_RULINGS else ():
            bar = _bar(points) if name not in _STROKED else None
            if bar is not None:
                self.lines.append(bar)
            elif name not in _FILLED:
                ends = [*points, points[0]] if name in {"s", "b", "b*"} else points
                self.lines += [(a, b) for a, b in pairwise(ends) if _is_straight(a, b)]


def _bar(points: list[_Point]) -> tuple[_Point, _Point] | None:
    """The line that a thin filled shape looks like; None where it is none."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    if high - low < _THIN <= right - left:
        return (left, (low + high) / 2), (right, (low + high) / 2)
    if right - left < _THIN <= high - low:
        return ((left + right) / 2, low), ((left + right) / 2, high)
    return None


def _is_straight(a: _Point, b: _Point) -> bool:
    across, upwards = abs(a[0] - b[0]), abs(a[1] - b[1])
    return min(across, upwards) < _STRAIGHT < _THIN < max(across, upwards)


def _placed(point: _Point, place: _Matrix) -> _Point:
    (x, y), (a, b, c, d, e, f) = point, place
    return a * x + c * y + e, b * x + d * y + f


def _turned(point: _Point, turned: int) -> _Point:
    x, y = point
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned]


def _ruling(one: _Point, other: _Point) -> Ruling:
    if abs(one[0] - other[0]) > abs(one[1] - other[1]):
        return Ruling(across=True, at=one[1], start=min(one[0], other[0]), end=max(one[0], other[0]))
    return Ruling(across=False, at=one[0], start=min(one[1], other[1]), end=max(one[1], other[1]))
