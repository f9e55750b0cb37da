"""What Markdown prints, in a form in which two texts that print alike are equal."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from dvk.importing.tables.markdown import unnumbered
from dvk.importing.tables.written import plain_words
from dvk.printing.word.markdown import Grid, Heading, Paragraph, Run, blocks

_MOST_SIGNS = 100_000
_MOST_BRACKETS = 2_000
"""Each ``[`` may begin a link, and the parser of Markdown looks far for its end."""

_Look: TypeAlias = tuple[str, bool, bool]
_SPACE: _Look = (" ", False, False)


def printed_form(text: str) -> tuple[object, ...]:
    """The blocks that Markdown prints: words with their looks, without what paper does not show.

    A text that is longer than any document is its words as they are typed.
    """
    if len(text) > _MOST_SIGNS or text.count("[") > _MOST_BRACKETS:
        return (plain_words(text),)
    return tuple(_printed(block) for block in blocks(text))


def _printed(block: Heading | Paragraph | Grid) -> object:
    if isinstance(block, Heading):
        return block.depth, unnumbered(_text(block.runs))
    if isinstance(block, Paragraph):
        return tuple(_words((run.text, run.bold, run.italic) for run in block.runs))
    rows = [tuple(_text(cell) for cell in row) for row in block.rows]
    return tuple(row for row in rows if any(row))


def _text(runs: Sequence[Run]) -> str:
    return plain_words("".join(run.text for run in runs))


def _words(pieces: Iterable[_Look]) -> list[_Look]:
    """Each word, or part of a word, of one look; a space has none, and stands between words only."""
    words: list[_Look] = []
    for text, bold, italic in pieces:
        for word in re.findall(r"\s+|\S+", text):
            if word.isspace():
                words += [_SPACE] if words and words[-1] != _SPACE else []
            elif words and words[-1] != _SPACE and words[-1][1:] == (bold, italic):
                words[-1] = (words[-1][0] + word, bold, italic)
            else:
                words.append((word, bold, italic))
    return words[:-1] if words and words[-1] == _SPACE else words
