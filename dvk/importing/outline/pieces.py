"""Stretches of text of one look, cut and put together."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dvk.importing.paper import Line, Piece

_WHITE = re.compile(r"\s+")


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with single spaces, none at the ends, and neighbours of one look in one."""
    found: list[Piece] = []
    for piece in pieces:
        text = _WHITE.sub(" ", piece.text)
        if text.startswith(" ") and (not found or found[-1].text.endswith(" ")):
            text = text[1:]
        if text and found and (found[-1].bold, found[-1].italic) == (piece.bold, piece.italic):
            found[-1] = replace(found[-1], text=found[-1].text + text)
        elif text:
            found.append(replace(piece, text=text))
    if found and found[-1].text.endswith(" "):
        found[-1] = replace(found[-1], text=found[-1].text[:-1])
    return tuple(piece for piece in found if piece.text)


def cut(pieces: tuple[Piece, ...], start: int, end: int | None = None) -> tuple[Piece, ...]:
    """The stretch of a line from one character to another, tidied."""
    found, at = [], 0
    for piece in pieces:
        first, last = max(start - at, 0), len(piece.text) if end is None else max(end - at, 0)
        found.append(replace(piece, text=piece.text[first:last]))
        at += len(piece.text)
    return tidy(found)


def is_bold(line: Line) -> bool:
    """Whether every word of a line is bold."""
    return all(piece.bold for piece in line.pieces if piece.text.strip())
