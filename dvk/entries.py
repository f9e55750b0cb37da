"""Stable field paths of the entries of a list, taken from their records, as the reader takes them from the text."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from dvk.textfile.nodes import Node
from dvk.textfile.paths import LIST_KEYS, entry_names
from dvk.values import Reference

Entry = TypeVar("Entry")


def listed(path: str, entries: Iterable[Entry]) -> list[tuple[str, Entry]]:
    """Each entry of a list with its stable field path, which does not change when another is put above it.

    ``own[indicator=houses]``, ``own[indicator=houses#2]`` for the second of a name, ``own[3]`` without one.

    Args:
        path: the path of the list, ``obligations`` or ``units[id=x].name``.
        entries: its records or parts, all of them, in the order of the file.
    """
    rows = list(entries)
    if not rows:
        return []
    names = entry_names([_as_written(row) for row in rows])
    return [(path + name, row) for name, row in zip(names, rows, strict=True)]


@cache
def _keys_of(kind: Any) -> tuple[str, ...]:
    named = {**getattr(kind, "model_fields", {}), **getattr(kind, "__dataclass_fields__", {})}
    return tuple(key for key in LIST_KEYS if key in named or hasattr(kind, key))


def _as_written(entry: object) -> Node:
    """The keys by which an entry may be named, as far as they hold text."""
    written: dict[str, Node] = {}
    kind: Any = type(entry)
    for key in _keys_of(kind):
        value = getattr(entry, key, None)
        if isinstance(value, str | Reference):
            written[key] = str(value)
    return written
