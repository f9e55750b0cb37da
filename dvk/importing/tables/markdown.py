"""Lines and tables of a paper, headings among them, as Markdown that prints as they stand."""

import re
from collections.abc import Sequence
from itertools import groupby

from dvk.importing.paper import Block, Line, Piece
from dvk.importing.prose import inline
from dvk.importing.prose.blocks import written_blocks
from dvk.importing.tables.written import plain_words

_TYPED_NUMBER = re.compile(
    r"\s*(?:[IVXLCDM]+\s*[.\-/)]|[0-9]+(?:\.[0-9]+)*\s*[.\-/)]|([a-zđ])\1*(?:\.[0-9]+)*\s*\))\s+"
)
_TOPMOST = 2
_DEEPEST = 6


def markdown_of(parts: Sequence[Block]) -> str:
    """Markdown that prints as these lines and tables do; headings keep their order of depths, without numbers."""
    top = min((part.heading for part in parts if isinstance(part, Line) and part.heading), default=1)
    found: list[str] = []
    for is_heading, group in groupby(parts, key=lambda part: isinstance(part, Line) and part.heading > 0):
        if is_heading:
            found += [_heading(part, top) for part in group if isinstance(part, Line)]
        else:
            found.append(written_blocks(group))
    return "\n\n".join(filter(None, found))


def unnumbered(words: str) -> str:
    """A heading without the number in front of it."""
    typed = _TYPED_NUMBER.match(words)
    return (words[typed.end() :] if typed else "") or words


def _heading(line: Line, top: int) -> str:
    words = inline.heading([Piece(unnumbered(plain_words(line.text)))])
    return f"{'#' * min(line.heading - top + _TOPMOST, _DEEPEST)} {words}"
