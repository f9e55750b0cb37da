"""Stable field paths of a document's lists, taken from the document itself, as the reader takes them from its text."""

from collections.abc import Sequence
from functools import cached_property

from dvk.documents.scalars import Part
from dvk.entries import listed


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
        return self._paths[position]

    @cached_property
    def _paths(self) -> list[str]:
        return [path for path, _ in listed(self._path, self._parts)]
