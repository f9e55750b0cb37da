"""A paper of running text taken apart: head, preamble, numbered sections, the last words, foot."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dvk.importing.outline import bottom, top
from dvk.importing.outline.lines import columns, readable, without_gaps
from dvk.importing.outline.marks import Mark, is_rule, mark_of, without_mark
from dvk.importing.outline.parts import Outline, Section
from dvk.importing.outline.sections import sections_of
from dvk.importing.paper import Block, Line, Paper

__all__ = ["Mark", "Outline", "Section", "is_rule", "mark_of", "outlined", "without_mark"]


def outlined(paper: Paper, *, whole: bool = False) -> Outline:
    """The parts of a paper.

    Lines that were broken in the middle of a sentence are one line with the number of the first. A numbered line is the
    title of a section where something stands below it; a row of numbered sentences is a list, its lines are blocks of
    the section around it, as are lines that begin with a dash. ``mark_of`` tells the sign in front of any line.

    Args:
        paper: the paper.
        whole: each line of the paper is a paragraph, as in dvk's own documents: none is joined to the next.
    """
    blocks = list(paper.blocks) if whole else readable(paper)
    start = top.head_ends(blocks)
    foot = bottom.foot_starts(blocks, start)
    annex = bottom.annex_starts(blocks, foot)
    body = [without_gaps(block) for block in blocks[start:foot]]
    end = bottom.closing_starts(body)
    preamble, sections = sections_of(body[:end])
    return Outline(
        head=_head(blocks[:start]),
        preamble=preamble,
        sections=(*sections, *_annexes(blocks[annex:])),
        closing=tuple(_lines(body[end:])),
        foot=columns(list(_lines(blocks[foot:annex]))),
    )


def _head(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """The lines of the head, its columns one by one; the addressee stands in none."""
    addressed = top.address_line(blocks)
    beside = columns(list(_lines(blocks[:addressed])), addressed - (top.type_line(blocks) or 0))
    return (*beside, *_lines(map(without_gaps, blocks[addressed:])))


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from block.lines


def _annexes(blocks: Sequence[Block]) -> Iterator[Section]:
    """What stands behind the signature, as one section without a number."""
    if not blocks:
        return
    title, rest = blocks[0], [without_gaps(block) for block in blocks[1:]]
    if isinstance(title, Line):
        before, parts = sections_of(rest)
        yield Section("", title, 1, before, tuple(_deeper(part) for part in parts))


def _deeper(section: Section) -> Section:
    return replace(section, depth=section.depth + 1, parts=tuple(map(_deeper, section.parts)))
