"""A chart of seconds by number of files, both on scales of powers of ten, as SVG without script."""

from collections.abc import Iterator, Mapping
from html import escape
from math import ceil, floor, log10

from measuring import Measured
from works import WORKS

_LEFT, _TOP, _WIDTH, _HEIGHT, _MARGIN = 70, 30, 560, 380, 250
_DRAWN = {
    "cold": "#b3202c",
    "warm": "#e2711d",
    "changed": "#c99700",
    "rollup": "#2d7d46",
    "deadlines": "#1b7f8c",
    "check-jsonschema": "#5b6470",
    "yamllint": "#8a929c",
    "hledger": "#3b5bdb",
    "beancount": "#7a4fb5",
    "git status": "#000000",
}
_NAMES = _LEFT + _WIDTH + 14
_FONT = 'font-family="sans-serif" font-size="12"'
_GAP = 15
"""Between two names beside their lines."""


def chart(results: Mapping[int, Mapping[str, Measured]]) -> str:
    """Draw the works that grow with the number of files; dvk's with full lines, others' dashed."""
    sizes = sorted(results)
    points = {name: [(size, results[size][name].seconds) for size in sizes if name in results[size]] for name in _DRAWN}
    known = {name: of for name, of in points.items() if of}
    seconds = [second for of in known.values() for _, second in of]
    across = (floor(log10(sizes[0])), max(floor(log10(sizes[0])) + 1, ceil(log10(sizes[-1]))))
    up = (floor(log10(min(seconds))), ceil(log10(max(seconds))))
    width, height = _LEFT + _WIDTH + _MARGIN, _TOP + _HEIGHT + 50
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {_FONT}>',
        "<title>dvk: số tệp và thời gian · files and seconds</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *_grid(across, up),
        *_lines(known, across, up),
        f'<text x="{_LEFT + _WIDTH / 2}" y="{height - 10}" text-anchor="middle">số tệp · files</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _place(value: float, ends: tuple[int, int]) -> float:
    """Where a value lies between two powers of ten, from 0 to 1."""
    return (log10(value) - ends[0]) / (ends[1] - ends[0])


def _grid(across: tuple[int, int], up: tuple[int, int]) -> Iterator[str]:
    for power in range(across[0], across[1] + 1):
        x = _LEFT + _WIDTH * _place(10**power, across)
        yield f'<path d="M{x:.0f} {_TOP}v{_HEIGHT}" stroke="#dddddd"/>'
        label = f"{10**power:,}".replace(",", " ")
        yield f'<text x="{x:.0f}" y="{_TOP + _HEIGHT + 18}" text-anchor="middle">{label}</text>'
    for power in range(up[0], up[1] + 1):
        y = _TOP + _HEIGHT * (1 - _place(10.0**power, up))
        yield f'<path d="M{_LEFT} {y:.0f}h{_WIDTH}" stroke="#dddddd"/>'
        label = f"{10**power} s" if power >= 0 else f"{1000 * 10**power:.0f} ms"
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{label}</text>'


def _lines(known: Mapping[str, list[tuple[int, float]]], across: tuple[int, int], up: tuple[int, int]) -> Iterator[str]:
    titles = {work.name: (work.title, work.is_dvk) for work in WORKS}
    lowest = float("inf")
    for name, points in sorted(known.items(), key=lambda item: item[1][-1][1]):
        title, is_dvk = titles[name]
        spots = [
            (_LEFT + _WIDTH * _place(size, across), _TOP + _HEIGHT * (1 - _place(second, up)))
            for size, second in points
        ]
        colour, dashes = _DRAWN[name], "" if is_dvk else ' stroke-dasharray="5 4"'
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in spots)
        x, y = spots[-1]
        lowest = min(y, lowest - _GAP)
        yield f'<path d="M{x + 5:.1f} {y:.1f}L{_NAMES - 3} {lowest:.1f}" stroke="{colour}" stroke-width="0.5"/>'
        yield f'<text x="{_NAMES}" y="{lowest + 4:.1f}" fill="{colour}">{escape(title)}</text>'
