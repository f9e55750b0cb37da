"""Papers that dvk printed and that lost their styles, as every PDF has: their headings by numbers and words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dvk.importing.outline.marks import mark_of
from dvk.importing.outline.parts import Section
from dvk.importing.outline.sections import sections_of
from dvk.importing.paper import Block, Line, Piece
from dvk.importing.tables.chapters import Body
from dvk.importing.tables.markdown import unnumbered
from dvk.importing.tables.written import plain_words


def with_headings(body: Body, titles: Iterable[str]) -> Body:
    """The body with each heading in its depth, as the numbers order them, and dvk's own titles in their own letters.

    As it is where a heading has a style, or where no topmost one is dvk's own: then nothing says what they are.

    Args:
        body: what dvk printed, or looks like it.
        titles: what dvk calls its sections.
    """
    if any(isinstance(block, Line) and block.heading for block in body.blocks):
        return body
    own = {title.casefold(): title for title in titles}
    before, sections = sections_of(body.blocks)
    if not any(_words(section.title).casefold() in own for section in sections):
        return body
    return replace(body, blocks=(*before, *_flat(sections, own)))


def _flat(sections: Iterable[Section], own: Mapping[str, str]) -> Iterator[Block]:
    for section in sections:
        yield replace(_in_own_letters(section.title, own), heading=section.depth)
        yield from section.blocks
        yield from _flat(section.parts, own)


def _in_own_letters(line: Line, own: Mapping[str, str]) -> Line:
    """A title that is printed in capitals, ``IV. CHỈ TIÊU``, as dvk calls it."""
    mark, title = mark_of(line), own.get(_words(line).casefold())
    return replace(line, pieces=(Piece(f"{line.text[: mark.length]}{title}"),)) if mark and title else line


def _words(line: Line) -> str:
    return unnumbered(plain_words(line.text))
