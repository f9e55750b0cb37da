"""Lines with numbers in front as a tree of parts; a numbered list inside a part stays a list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dvk.importing.outline.marks import ALWAYS_TITLES, Mark, mark_of, order_of
from dvk.importing.outline.parts import Section
from dvk.importing.outline.pieces import is_bold
from dvk.importing.paper import Block, Grid, Line

_LONGEST_TITLE = 300
_DEEPEST = 12


@dataclass(slots=True)
class _Node:
    """A line with a number, and what stands below it; ``numbered`` are its own blocks as their numbers order them."""

    rank: int
    mark: Mark | None
    line: Line | None
    blocks: list[Block] = field(default_factory=list)
    parts: list["_Node"] = field(default_factory=list)
    numbered: "_Node | None" = None


def sections_of(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """What stands before the first part, and the parts."""
    styled = _styles_count(blocks)
    root = _by_style(blocks) if styled else _by_numbers(blocks)
    top = min((part.rank for part in root.parts), default=1)
    before, sections = _finished(root, 1, above=top - 1 if styled else None)
    return tuple(before), tuple(sections)


def _styles_count(blocks: Sequence[Block]) -> bool:
    """Whether a paper's styles of headings are its parts: no part is without a style, and none stands before them."""
    lines = [block for block in blocks if isinstance(block, Line)]
    first = next((at for at, line in enumerate(lines) if line.heading), len(lines))
    if first == len(lines) or (not _have_numbers(lines) and _have_numbers(lines[:first], styled=False)):
        return False
    marked = ((line, mark_of(line)) for line in lines)
    return all(line.heading for line, mark in marked if mark and mark.scheme == "roman" and line.text.isupper())


def _have_numbers(lines: Iterable[Line], *, styled: bool = True) -> bool:
    """Whether a heading, or any other line, has a number in front."""
    marks = (mark_of(line) for line in lines if bool(line.heading) == styled)
    return any(mark is not None and mark.scheme != "bullet" for mark in marks)


def _by_style(blocks: Sequence[Block]) -> _Node:
    """The headings by their level; where they have no numbers, numbered lines below them are parts of theirs."""
    root = _Node(0, None, None)
    nodes, path = [root], [root]
    for block in blocks:
        if isinstance(block, Grid) or not block.heading:
            path[-1].blocks.append(block)
            continue
        rank = min(block.heading, _DEEPEST)
        while path[-1].rank >= rank:
            path.pop()
        mark = mark_of(block)
        path.append(_below(path[-1], _Node(rank, mark if mark and mark.scheme != "bullet" else None, block)))
        nodes.append(path[-1])
    if not any(node.mark for node in nodes):
        for node in nodes:
            node.numbered = _by_numbers(node.blocks)
    return root


def _by_numbers(blocks: Sequence[Block]) -> _Node:
    ranks = _ranks(blocks)
    root = _Node(-1, None, None)
    path = [root]
    for block in blocks:
        mark = mark_of(block) if isinstance(block, Line) else None
        if isinstance(block, Grid) or mark is None or mark.scheme == "bullet":
            path[-1].blocks.append(block)
            continue
        node = _Node(_rank(mark, ranks), mark, block)
        _up_to(path, node)
        path.append(_below(path[-1], node))
    return root


def _ranks(blocks: Sequence[Block]) -> dict[str, int]:
    """The order of the schemes from outside in; of capitals and Roman numbers, the one that comes first is outside."""
    marks = (mark_of(block) for block in blocks if isinstance(block, Line))
    outer = next((mark.scheme for mark in marks if mark and mark.scheme in {"capital", "roman"}), "roman")
    inner = "roman" if outer == "capital" else "capital"
    return {"part": 0, outer: 1, inner: 2, "arabic": 3, "decimal": 4, "letter": 12}


def _rank(mark: Mark, ranks: dict[str, int]) -> int:
    return ranks[mark.scheme] + (mark.typed.count(".") if mark.scheme in {"decimal", "letter"} else 0)


def _up_to(path: list[_Node], node: _Node) -> None:
    """Leave the parts that a number does not belong to; a row that begins anew is a row inside the last part."""
    order = order_of(node.mark) if node.mark else 0
    while path[-1].rank > node.rank:
        path.pop()
    same = [at for at, above in enumerate(path) if above.rank == node.rank]
    if not same or (order == 1 and node.rank == path[-1].rank and len(same) < _DEEPEST and _is_inside(path[-1])):
        return
    expected = [at for at in same if (mark := path[at].mark) and order_of(mark) + 1 == order]
    del path[(expected or same)[-1] :]


def _is_inside(last: _Node) -> bool:
    """Whether a new row of the same kind belongs into the last part and not beside it."""
    return last.mark is not None and last.mark.scheme == "arabic" and order_of(last.mark) >= 1


def _below(above: _Node, node: _Node) -> _Node:
    above.parts.append(node)
    return node


def _finished(node: _Node, depth: int, *, above: int | None) -> tuple[list[Block], list[Section]]:
    """The blocks of a node and its parts; rows of numbers that are no titles are blocks.

    Args:
        node: the node.
        depth: the depth of its parts.
        above: the level of styles above the topmost one, where styles give the depth and every part is a title.
    """
    blocks, sections = list(node.blocks), list[Section]()
    for _, group in groupby(node.parts, key=lambda part: part.rank):
        row = list(group)
        if above is not None or _are_titles(row):
            sections += [_section(part, depth, above=above) for part in row]
        elif sections:
            sections[-1] = _with_more(sections[-1], tuple(_flat(row)))
        else:
            blocks += _flat(row)
    return blocks, sections


def _section(node: _Node, depth: int, *, above: int | None) -> Section:
    depth = depth if above is None else node.rank - above
    blocks, parts = _finished(node, depth + 1, above=above)
    if node.numbered is not None:
        blocks, inside = _finished(node.numbered, depth + 1, above=None)
        parts = [*inside, *parts]
    if node.line is None:
        raise TypeError(node)
    return Section(node.mark.typed if node.mark else "", node.line, depth, tuple(blocks), tuple(parts))


def _with_more(section: Section, blocks: tuple[Block, ...]) -> Section:
    """A part with blocks at its very end."""
    if section.parts:
        return replace(section, parts=(*section.parts[:-1], _with_more(section.parts[-1], blocks)))
    return replace(section, blocks=(*section.blocks, *blocks))


def _are_titles(row: Sequence[_Node]) -> bool:
    """Whether numbered lines of one row head parts: something stands below them, or they look like titles."""
    if row[0].mark is None or row[0].mark.scheme in ALWAYS_TITLES:
        return True
    filled = [bool(node.blocks or node.parts) for node in row]
    if not any(filled):
        return all(_looks_like_a_title(node) and node.line and is_bold(node.line) for node in row)
    if sum(map(_looks_like_a_title, row)) * 2 < len(row):
        return False
    return any(filled[:-1]) or len(row) == 1 or _has_a_list(row[-1])


def _looks_like_a_title(node: _Node) -> bool:
    """Whether a line is one sentence or less, and not too long."""
    text = node.line.text if node.line else ""
    inside = text[node.mark.length if node.mark else 0 : -1]
    return len(text) <= _LONGEST_TITLE and ". " not in inside and not text.endswith(";")


def _has_a_list(node: _Node) -> bool:
    first = node.blocks[0] if node.blocks else None
    return bool(node.parts) or isinstance(first, Grid) or (first is not None and mark_of(first) is not None)


def _flat(row: Sequence[_Node]) -> Iterator[Block]:
    """The lines of a list in their order, those below each item too."""
    for node in row:
        if node.line is not None:
            yield node.line
        yield from node.blocks
        yield from _flat(node.parts)
