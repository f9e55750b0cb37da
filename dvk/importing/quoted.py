"""Values read in a paper: each knows the words that it comes from and their line, and whether it is to be looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dvk.importing.paper import Line
from dvk.textfile import Node

NOTHING = "null"
"""The value of a figure that the paper says there is none of."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A value, and where it was read.

    Args:
        value: as a person would type it into YAML so that it can be misread by nobody: ``2020-04-27``, ``3000``,
            ``yes``, ``KH``; a text in several lines where the key takes Markdown.
        line: the number of the line; 0 where it was not read but follows from another value.
        phrase: the words that it comes from, as printed; "" where they are the value itself.
        doubt: "" where it is plain, else why it should be looked at: an entry of ``DOUBTS``.
    """

    value: str
    line: int = 0
    phrase: str = ""
    doubt: str = ""


Draft: TypeAlias = "Quoted | Sequence[Draft] | Mapping[str, Draft]"
"""A document to be, in the keys of its schema: mappings, lists, and a ``Quoted`` for every scalar."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that look like a value and are none: a day that is no deadline, a number that is no target.

    Args:
        line: the number of the line.
        phrase: the words, as printed.
        why: an entry of ``ASIDES``.
    """

    line: int
    phrase: str
    why: str


def quoted(value: str, line: Line, phrase: str = "", doubt: str = "") -> Quoted:
    """A value read in a line."""
    return Quoted(value, line.number, phrase, doubt)


def leaves(draft: Draft, path: str = "") -> Iterator[tuple[str, Quoted]]:
    """Every value with its field path, ``obligations[0].before``, in the order of the draft."""
    if isinstance(draft, Quoted):
        yield path, draft
    elif isinstance(draft, Mapping):
        for key, item in draft.items():
            yield from leaves(item, f"{path}.{key}" if path else key)
    else:
        for number, item in enumerate(draft):
            yield from leaves(item, f"{path}[{number}]")


_OF_NAMES = {"level_guessed", "kinds_named", "department_unknown", "unknown_name"}


def names_doubted_once(draft: Mapping[str, Draft]) -> dict[str, Draft]:
    """The draft with the doubt of a name only at the first place of all that read the same words as the same value."""
    said: set[Quoted] = set()
    return {key: _doubted_once(item, said) for key, item in draft.items()}


def _doubted_once(draft: Draft, said: set[Quoted]) -> Draft:
    if isinstance(draft, Mapping):
        return {key: _doubted_once(item, said) for key, item in draft.items()}
    if not isinstance(draft, Quoted):
        return [_doubted_once(item, said) for item in draft]
    anywhere = replace(draft, line=0)
    if draft.doubt in _OF_NAMES and anywhere in said:
        return replace(draft, doubt="")
    said.add(anywhere)
    return draft


def plain(draft: Draft) -> Node:
    """The draft as the reader of files sees it: mappings, lists, and the text of every scalar; nothing empty."""
    if isinstance(draft, Quoted):
        return None if draft.value == NOTHING else draft.value
    if isinstance(draft, Mapping):
        return {key: plain(item) for key, item in draft.items() if not is_empty(item)}
    return [plain(item) for item in draft]


def is_empty(draft: Draft) -> bool:
    """Whether it is a list or a mapping of nothing."""
    return not isinstance(draft, Quoted) and not draft
