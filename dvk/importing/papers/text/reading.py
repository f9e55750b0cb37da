"""A plain text or a Markdown file from its bytes to its blocks; the lines of the file are the lines of the paper."""

import re
from collections.abc import Iterator, Sequence

from dvk.importing.paper import Block, Line
from dvk.importing.papers.lines import line_of
from dvk.importing.papers.text.decoding import decoded
from dvk.importing.papers.text.marks import pieces_of
from dvk.importing.papers.text.tables import grid_of, table_ends
from dvk.importing.papers.unreadable import too_large

LARGEST = 5 << 20
MOST_LINES = 100_000

_ENDS = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]")
_STAR_OF_LIST = re.compile(r"(\s*)[*][ \t]+(?=\S)")
_QUOTED = re.compile(r"\s{0,3}>[ \t]?")
_LINE_BREAK = re.compile(r"<br\s*/?>|\\$", re.IGNORECASE)


def blocks_of(contents: bytes, *, markdown: bool) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """What a text says, and the old encoding that it was turned from.

    Args:
        contents: the bytes of the file; they need not be trusted.
        markdown: whether ``#`` makes a heading, and a backslash keeps a sign from being a mark.

    Raises:
        Unreadable: where it is no text, or too large.
    """
    if len(contents) > LARGEST:
        raise too_large("too_much_text")
    text, encodings = decoded(contents)
    lines = _ENDS.split(text)
    if len(lines) > MOST_LINES:
        raise too_large("too_many_lines")
    return tuple(_blocks(lines, markdown=markdown)), encodings


def _blocks(lines: Sequence[str], *, markdown: bool) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        end = table_ends(lines, at)
        if end > at:
            yield grid_of(lines, at, end)
            at = end
            continue
        at += 1
        found = _markdown_line(at, lines[at - 1]) if markdown else line_of(at, pieces_of(lines[at - 1], markdown=False))
        if found is not None:
            yield found


def _markdown_line(number: int, text: str) -> Line | None:
    text = _QUOTED.sub("", text, count=1) if text.lstrip().startswith(">") else text
    text = _LINE_BREAK.sub(" ", _STAR_OF_LIST.sub(r"\1- ", text) if _STAR_OF_LIST.match(text) else text)
    heading = _HEADING.match(text)
    if heading:
        return line_of(number, pieces_of(_title(text[heading.end() :]), markdown=True), len(heading.group(1)))
    return line_of(number, pieces_of(text, markdown=True))


def _title(text: str) -> str:
    """The words of a heading without the signs that may close it."""
    title = text.rstrip()
    before = title.rstrip("#")
    return before if not before or before[-1].isspace() else title
