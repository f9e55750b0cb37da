"""A paper of running text taken apart: head, preamble, numbered sections, the last words, foot."""

from dataclasses import dataclass

from dvk.importing.paper import Block, Line, Paper


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part and all below it.

    Args:
        mark: its number as typed, without the sign after it: ``II``, ``2``, ``2.1``, ``a``; "" for none.
        title: the line that it begins with.
        depth: 1 for the topmost parts.
        blocks: what stands in it before its first part.
        parts: the parts in it.
    """

    mark: str
    title: Line
    depth: int
    blocks: tuple[Block, ...] = ()
    parts: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a paper from top to bottom.

    Args:
        head: heading, number, place and day, type, subject, addressee; cells of a table one after the other.
        preamble: what stands before the first part: the documents cited, and what is being done.
        sections: the numbered parts.
        closing: the last words, after the last part and before the foot.
        foot: recipients and signature; cells of a table one after the other.
    """

    head: tuple[Line, ...]
    preamble: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: tuple[Line, ...]
    foot: tuple[Line, ...]


def outlined(paper: Paper) -> Outline:
    """The parts of a paper."""
    raise NotImplementedError
