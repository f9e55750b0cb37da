"""Models that a report tells of in sentences: ``- Mô hình “Thắp sáng đường quê” của Đoàn xã …``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dvk.importing.outline import Section, mark_of, without_mark
from dvk.importing.outline.pieces import cut
from dvk.importing.paper import Block, Grid, Line
from dvk.importing.prose import markdown
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.named import Named
from dvk.importing.tables.written import plain_words

_NAMED = re.compile(r"(?:[^“”\":.;]{0,60}\s)?[“\"](?P<name>[^“”\"]{3,200})[”\"]")

Fields = dict[str, Draft]


@dataclass(frozen=True, slots=True)
class Told:
    """The models that a section names, and what of it names none; None for nothing."""

    models: list[Draft]
    rest: Section | None


def told_models(section: Section, named: Named, year: int) -> Told:
    """The models of a section: each line, or part, that begins with a name in quotes, with its words as the text."""
    found: list[tuple[Fields, list[Block]]] = []
    rest: list[Block] = []
    for block in section.blocks:
        begun = _begun(block, named, year)
        if begun:
            found.append((begun, [block]))
        elif found and isinstance(block, Line) and block.text.startswith("+"):
            found[-1][1].append(block)
        else:
            rest.append(block)
    models: list[Draft] = [made | _text(blocks) for made, blocks in found]
    parts = [(part, _begun(part.title, named, year)) for part in section.parts]
    models += [made | _text(part.blocks, (part,)) for part, made in parts if made]
    kept = tuple(part for part, made in parts if not made)
    return Told(models, replace(section, blocks=tuple(rest), parts=kept) if rest or kept else None)


def _begun(block: Block, named: Named, year: int) -> Fields:
    if isinstance(block, Grid):
        return {}
    words = plain_words(without_mark(block.text) if mark_of(block) else block.text)
    found = _NAMED.match(words)
    if found is None:
        return {}
    known = named.model(found["name"], named.known.unit, year)
    return {"model" if known else "name": quoted(known or found["name"], block, found["name"] if known else "")}


def _text(blocks: Sequence[Block], parts: Sequence[Section] = ()) -> Fields:
    """The whole of the lines as the text, without the signs of their list; of a part with its title."""
    lines = [_unlisted(block) for block in blocks] if len(blocks) == 1 else list(blocks)
    if parts:
        text = markdown([replace(parts[0], depth=1)]).strip("\n")
        return {"text": Quoted(text, parts[0].title.number)}
    first = blocks[0]
    return {"text": Quoted(markdown((), before=lines).strip("\n"), first.number if isinstance(first, Line) else 0)}


def _unlisted(block: Block) -> Block:
    mark = mark_of(block) if isinstance(block, Line) else None
    return replace(block, pieces=cut(block.pieces, mark.length)) if isinstance(block, Line) and mark else block
