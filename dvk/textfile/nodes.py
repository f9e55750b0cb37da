"""The shapes of a file that was read: a tree of text with the mistakes of its form, and a place in a file."""

from dataclasses import dataclass
from typing import TypeAlias

from dvk.findings import Mistake

Node: TypeAlias = str | list["Node"] | dict[str, "Node"] | None
Tree: TypeAlias = dict[str, Node]


@dataclass(frozen=True, slots=True)
class TextFile:
    """What the bytes of one file say, before any schema.

    Args:
        tree: the top mapping, its scalars as text in NFC; None where no tree could be built.
        mistakes: everything wrong with the form of the file, in the order it was met.
    """

    tree: Tree | None
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Location:
    """Where a field stands in a file, with what an excerpt shows.

    Args:
        line: counted from 1, as an editor counts them.
        column: in characters, from 1.
        length: how many characters to underline, at least 1.
        before: the line above, "" if there is none.
        text: the line itself.
    """

    line: int
    column: int
    length: int
    before: str
    text: str
