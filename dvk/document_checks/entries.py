"""Stable field paths of a document's lists, taken from the document itself, as the reader takes them from its text."""

from collections.abc import Sequence
from functools import cached_property

from dvk.documents.scalars import Part
from dvk.textfile.nodes import Node
from dvk.textfile.paths import LIST_KEYS, entry_names
from dvk.values import Reference


class Entries:
    """The paths of the entries of one list, worked out only once one of them is asked for.

    Args:
        path: the path of the list, ``obligations`` or ``units[id=x].name``.
        parts: its entries.
    """

    def __init__(self, path: str, parts: Sequence[Part]) -> None:
        self._path = path
        self._parts = parts

    def __getitem__(self, position: int) -> str:
        """``own[indicator=houses]``, ``own[indicator=houses#2]`` for the second of a name, ``own[3]`` without one."""
        return self._path + self._names[position]

    @cached_property
    def _names(self) -> list[str]:
        return entry_names([_as_written(part) for part in self._parts])


def _as_written(part: Part) -> Node:
    """The keys by which an entry may be named, as far as they hold text."""
    written: dict[str, Node] = {}
    for key in LIST_KEYS:
        value = getattr(part, key, None)
        if isinstance(value, str | Reference):
            written[key] = str(value)
    return written
