"""Where the parts of a document stand in its body: whether each is there, and in the order of its profile.

A part is known by the style of its paragraphs. Cells of one row stand beside each other: there is no order in them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from docx.oxml.ns import qn

from dvk.printing.word.refusals import Refused
from dvk.printing.word.typed import Typed, typed_tags

Part: TypeAlias = Mapping[str, Any]
"""A part that is wanted: ``name``, ``style``, ``also`` (other styles that stand for it), ``tags``."""

_STANDS_BESIDE = qn("w:tc")
_PRINTED = re.compile(r"\{\{-?\s*(?:r\s+)?([\w.]+)")


@dataclass(frozen=True, slots=True)
class Lack:
    """A part that is not where it should be.

    Args:
        part: the part.
        fault: what is wrong.
        paragraph: the paragraph that is wrong, or behind which the part should stand; 0 for the beginning.
    """

    part: Part
    fault: Literal["part_missing", "part_misplaced"]
    paragraph: int


def lacks(root: Any, styles: Mapping[str, str], wanted: Sequence[Part]) -> list[Lack]:
    """The wanted parts that a body lacks, and those that stand before one which comes first.

    Args:
        root: the body.
        styles: id of each style of paragraphs, by its name in small letters.
        wanted: the parts, in their order.
    """
    first = _first_of_each_style(root)
    places = [_place(part, styles, first) for part in wanted]
    misplaced = _misplaced([place[1] if place else None for place in places])
    found: list[Lack] = []
    last = 0
    for number, (part, place) in enumerate(zip(wanted, places, strict=True)):
        if place is None:
            found.append(Lack(part, "part_missing", last))
        elif number in misplaced:
            found.append(Lack(part, "part_misplaced", place[0]))
        else:
            last = place[0]
    return found


def _misplaced(paragraphs: Sequence[Any]) -> set[int]:
    """Which of the paragraphs have to be moved to bring all into their order: as few as may be."""
    there = [number for number, paragraph in enumerate(paragraphs) if paragraph is not None]
    wrong = {
        (first, second)
        for place, first in enumerate(there)
        for second in there[place + 1 :]
        if _stands_before(paragraphs[second], paragraphs[first])
    }
    moved: set[int] = set()
    while wrong:
        most = max(there, key=lambda number: sum(number in pair for pair in wrong))
        moved.add(most)
        wrong = {pair for pair in wrong if most not in pair}
    return moved


def see_parts(document: Any, wanted: Sequence[Part]) -> None:
    """See that the wanted parts stand in a document, in their order.

    Raises:
        Refused: for the first that does not, with its name.
    """
    body = document.element.body
    for lack in lacks(body, style_ids(document), wanted)[:1]:
        raise Refused(lack.fault, *place_of(lack, typed_tags(body)), lack.part["name"])


def place_of(lack: Lack, typed: Sequence[Typed]) -> tuple[int, str]:
    """The paragraph in which a part is to be mended, and its tag: as people are told.

    Args:
        lack: what is wrong.
        typed: the tags of the body.
    """
    if lack.fault == "part_misplaced":
        first = next((tag.text for tag in typed if tag.paragraph == lack.paragraph), _tag_of(lack.part))
        return lack.paragraph, first
    elsewhere = in_another_style(lack.part, typed)
    return elsewhere.paragraph if elsewhere else lack.paragraph, _tag_of(lack.part)


def place_in(document: Any, part: Part) -> tuple[int, str]:
    """Where a template prints a part, and with which tag."""
    body = document.element.body
    place = _place(part, style_ids(document), _first_of_each_style(body))
    return place[0] if place else 0, _tag_of(part)


def in_another_style(part: Part, typed: Sequence[Typed]) -> Typed | None:
    """The first tag that prints the words of a part, where no paragraph has the style of the part."""
    return next((tag for tag in typed if printed_by(tag) in part["tags"]), None)


def printed_by(tag: Typed) -> str:
    """The name that a tag prints; "" for commands."""
    found = _PRINTED.match(tag.text)
    return found[1] if found else ""


def _tag_of(part: Part) -> str:
    """The tag that prints a part, as it is to be typed; where none does, the name of its style."""
    return f"{{{{ {part['tags'][0]} }}}}" if part["tags"] else f"“{part['style']}”"


def style_ids(document: Any) -> dict[str, str]:
    """Id of each style of paragraphs, by its name in small letters."""
    found: dict[str, str] = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None and style.get(qn("w:type")) == "paragraph":
            found.setdefault(name.get(qn("w:val"), "").casefold(), style.get(qn("w:styleId"), ""))
    return found


def style_of(paragraph: Any) -> str:
    """The id of a paragraph's style; "" for the usual one."""
    properties = paragraph.pPr
    style = None if properties is None else properties.pStyle
    return "" if style is None else style.val or ""


def _first_of_each_style(root: Any) -> dict[str, tuple[int, Any]]:
    """Id of each style → the first paragraph of it that says something, with its number."""
    found: dict[str, tuple[int, Any]] = {}
    for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
        style = style_of(paragraph)
        if style not in found and any((text.text or "").strip() for text in paragraph.iter(qn("w:t"))):
            found[style] = number, paragraph
    return found


def _place(part: Part, styles: Mapping[str, str], first: Mapping[str, tuple[int, Any]]) -> tuple[int, Any] | None:
    own = first.get(styles.get(part["style"].casefold(), "-"))
    if own is not None:
        return own
    others = (first.get(styles.get(style.casefold(), "-")) for style in part["also"])
    return min((place for place in others if place is not None), key=lambda place: place[0], default=None)


def _stands_before(one: Any, other: Any) -> bool:
    """Whether a paragraph stands before another one, and not merely in a cell beside its cell."""
    ways = [_way(one), _way(other)]
    for mine, its in zip(*ways, strict=False):
        if mine is not its:
            beside = mine.tag == its.tag == _STANDS_BESIDE
            return not beside and _comes_first(mine, its)
    return False


def _way(element: Any) -> list[Any]:
    return [*reversed(list(element.iterancestors())), element]


def _comes_first(one: Any, other: Any) -> bool:
    return any(sibling is other for sibling in one.itersiblings())
