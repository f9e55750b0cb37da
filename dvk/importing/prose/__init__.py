"""The body of a paper as Markdown that dvk prints as the same paragraphs, headings, lists and tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dvk.importing.bases import lead_in
from dvk.importing.outline import Outline, Section
from dvk.importing.outline.bottom import is_ending
from dvk.importing.paper import Block, Grid, Line
from dvk.importing.prose.blocks import written_blocks
from dvk.importing.prose.inline import heading_words
from dvk.importing.quoted import Quoted

__all__ = ["markdown", "text_of"]

_END = re.compile(r"[.;]?/\.\n$")
_TOPMOST = 2
_DEEPEST = 6


def text_of(outline: Outline, without: frozenset[int] = frozenset()) -> Quoted | None:
    """The whole body: what the preamble says beside bases, the parts, and the last words; None where there is nothing.

    The sentence that leads to the parts (``… như sau:``) and the one that ends them (``Trên đây là …``) are left out:
    every template has its own. So is the sign ``./.``.

    Args:
        outline: the paper.
        without: the first lines of the parts and the tables to be left out, by number.
    """
    before = lead_in(outline)
    sections = _without(outline.sections, without)
    closing = [line for line in outline.closing if not is_ending(line.text)]
    text = _END.sub(".\n", markdown(sections, before=before, after=closing))
    first = next(_lines_of(before, sections), None)
    return Quoted(text, first.number if first else 0, first.text if first else "") if text else None


def _without(sections: Iterable[Section], numbers: frozenset[int]) -> tuple[Section, ...]:
    kept = (section for section in sections if section.title.number not in numbers)
    return tuple(
        replace(section, blocks=_blocks_without(section.blocks, numbers), parts=_without(section.parts, numbers))
        for section in kept
    )


def _blocks_without(blocks: Iterable[Block], numbers: frozenset[int]) -> tuple[Block, ...]:
    first = ((block, next(block.lines, None) if isinstance(block, Grid) else None) for block in blocks)
    return tuple(block for block, line in first if line is None or line.number not in numbers)


def markdown(sections: Iterable[Section], before: Iterable[Block] = (), after: Iterable[Block] = ()) -> str:
    """Parts as Markdown: ``##`` for the topmost headings, without the numbers, which are counted when it is printed."""
    parts = [written_blocks(before), *map(_section, sections), written_blocks(after)]
    text = "\n\n".join(filter(None, parts))
    return f"{text}\n" if text else ""


def _section(section: Section) -> str:
    level = min(section.depth + _TOPMOST - 1, _DEEPEST)
    heading = f"{'#' * level} {heading_words(section)}"
    return "\n\n".join(filter(None, [heading, written_blocks(section.blocks), *map(_section, section.parts)]))


def _lines_of(before: Iterable[Block], sections: Iterable[Section]) -> Iterator[Line]:
    yield from (block for block in before if isinstance(block, Line))
    yield from (section.title for section in sections)
