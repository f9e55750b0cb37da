"""The tags of a template as a clerk typed them: in which paragraph, and inside of which commands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from dvk.printing.word.tags import TAG, inside, shown

_WORD = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(\w+)")
_DEEPEST = 40
_OPENS = {"if", "for", "with", "filter", "set"}
_TURNS = {"elif", "else"}
_SETS_AT_ONCE = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?set\b[^%]*=")


@dataclass(frozen=True, slots=True)
class Typed:
    """A tag.

    Args:
        paragraph: its paragraph, counted from 1 within body, header or footer.
        text: the tag, as it is shown to people.
        element: the paragraph.
        branches: the commands around it, outermost first: which one, and in which branch of it.
    """

    paragraph: int
    text: str
    element: Any
    branches: tuple[tuple[int, int], ...]

    @property
    def inside(self) -> str:
        """Its words without braces and blanks."""
        return inside(self.text)


def words_of(root: Any) -> list[tuple[Any, str]]:
    """Every paragraph below an element with its own words: those of a text box stand in paragraphs of their own."""
    texts: dict[Any, list[str]] = {paragraph: [] for paragraph in root.iter(qn("w:p"))}
    for node in root.iter(qn("w:t")):
        paragraph = next(node.iterancestors(qn("w:p")), None)
        if paragraph in texts:
            texts[paragraph].append(node.text or "")
    return [(paragraph, "".join(pieces)) for paragraph, pieces in texts.items()]


def typed_tags(root: Any) -> list[Typed]:
    """The tags below an element, in their order."""
    return list(_with_branches(_tags(root)))


def too_deep(root: Any) -> Typed | None:
    """The first tag inside of more commands than any template needs: nobody could work with what is below it."""
    return next((tag for tag in _with_branches(_tags(root)) if len(tag.branches) > _DEEPEST), None)


def _tags(root: Any) -> Iterator[tuple[int, str, Any]]:
    for number, (element, words) in enumerate(words_of(root), 1):
        yield from ((number, shown(found), element) for found in TAG.findall(words))


def _with_branches(tags: Iterator[tuple[int, str, Any]]) -> Iterator[Typed]:
    open_: list[tuple[int, int]] = []
    opened = 0
    for number, text, element in tags:
        found = _WORD.match(text)
        word = found[1] if found else ""
        if word.startswith("end") and open_:
            open_.pop()
        elif word in _TURNS and open_:
            open_[-1] = (open_[-1][0], open_[-1][1] + 1)
        yield Typed(number, text, element, tuple(open_))
        if word in _OPENS and not _SETS_AT_ONCE.match(text):
            opened += 1
            open_.append((opened, 0))


def never_closed(tags: Sequence[Typed]) -> Typed | None:
    """The last tag that opens something which nothing closes."""
    opened: list[Typed] = []
    for tag in tags:
        found = _WORD.match(tag.text)
        word = found[1] if found else ""
        if word.startswith("end") and opened:
            opened.pop()
        elif word in _OPENS and not _SETS_AT_ONCE.match(tag.text):
            opened.append(tag)
    return opened[-1] if opened else None


def never_both(one: Typed, other: Typed) -> bool:
    """Whether two tags stand in different branches of one command, so that only one of them is ever printed."""
    branches = dict(other.branches)
    return any(branches.get(command, branch) != branch for command, branch in one.branches)
