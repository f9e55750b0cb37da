"""Blocks of a paper as bytes, on their way from the process that read them."""

import json
from collections.abc import Iterable
from typing import Any

from dvk.importing.paper import Block, Grid, Line, Piece


def packed(blocks: Iterable[Block]) -> bytes:
    """Blocks as bytes."""
    return json.dumps([_as_data(block) for block in blocks], ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(data: bytes) -> tuple[Block, ...]:
    """The blocks again."""
    return tuple(_block(item) for item in json.loads(data))


def _as_data(block: Block) -> Any:
    if isinstance(block, Grid):
        return {"rows": [[[_as_data(line) for line in cell] for cell in row] for row in block.rows]}
    pieces = [[piece.text, piece.bold, piece.italic] for piece in block.pieces]
    return [block.number, pieces, block.heading, block.centred]


def _block(item: Any) -> Block:
    if isinstance(item, dict):
        return Grid(tuple(tuple(tuple(_line(line) for line in cell) for cell in row) for row in item["rows"]))
    return _line(item)


def _line(item: Any) -> Line:
    number, pieces, heading, centred = item
    return Line(number, tuple(Piece(*piece) for piece in pieces), heading, centred)
