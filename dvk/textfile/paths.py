"""Stable names for places in a tree: ``own[indicator=houses].value`` instead of ``own.3.value``.

An entry of a list that is a mapping is named by one of its own fields, so that the name survives entries put
before it. Ordinary ids stand bare; what could be mistaken for the path's own signs is quoted as in JSON.
"""

import json
import re
from collections.abc import Sequence
from functools import lru_cache

from dvk.textfile.nodes import Node

LIST_KEYS = ("id", "indicator", "model", "unit", "department", "number", "kind", "value", "name", "stage")

_LONGEST_NAME = 200
"""Enough for a path with an id."""
_BARE_KEY = re.compile(r"[\w/:+-]+(?: [\w/:+-]+)*")
_BARE_TEXT = re.compile(r"[\w/:+.,;%()-]+(?: [\w/:+.,;%()-]+)*")
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_POSITION = re.compile(r"\[([0-9]{1,9})\]")
_SEGMENT = re.compile(rf'\[(?:{_QUOTED}|[^\]"])*\]|\.?(?:{_QUOTED}|[^.\[\]"]+)', re.DOTALL)


def stable_path(tree: Node, steps: Sequence[str | int]) -> str:
    """The stable field path of what ``steps`` (keys and list positions) lead to in ``tree``.

    Steps that lead nowhere, such as a missing key, are kept as they are. For many paths of one tree use one
    `StablePaths`, which names each list once.
    """
    return StablePaths(tree).path(steps)


def value_at(tree: Node, field: str) -> Node:
    """The value that a stable field path names; None where there is none."""
    return StablePaths(tree).value(field)


class StablePaths:
    """The stable field paths of one tree, which must not change meanwhile."""

    def __init__(self, tree: Node) -> None:
        self._tree = tree
        self._names: dict[int, list[str]] = {}
        self._positions: dict[int, dict[str, int]] = {}

    def path(self, steps: Sequence[str | int]) -> str:
        """As `stable_path`."""
        node: Node = self._tree
        parts = []
        for step in steps:
            parts.append(self._segment(node, step))
            node = child_at(node, step)
        return "".join(parts).removeprefix(".")

    def value(self, field: str) -> Node:
        """As `value_at`."""
        node = self._tree
        for segment in split_path(field):
            slot = self.slot(node, segment)
            if slot is None:
                return None
            node = child_at(node, slot)
        return node

    def _segment(self, node: Node, step: str | int) -> str:
        if isinstance(step, str):
            return "." + _written(step, _BARE_KEY)
        if not isinstance(node, list) or not 0 <= step < len(node):
            return f"[{step}]"
        return self._entry_names(node)[step]

    def slot(self, node: Node, segment: str) -> str | int | None:
        """The key or position under a node of the tree that a segment names; None where it leads nowhere."""
        if isinstance(node, dict):
            key = read_key(segment)
            return key if key in node else None
        if not isinstance(node, list):
            return None
        if id(node) not in self._positions:
            names = self._entry_names(node)
            self._positions[id(node)] = {name: position for position, name in enumerate(names)}
        position = self._positions[id(node)].get(segment, _read_position(segment))
        return position if position is not None and position < len(node) else None

    def _entry_names(self, node: list[Node]) -> list[str]:
        if id(node) not in self._names:
            self._names[id(node)] = entry_names(node)
        return self._names[id(node)]


def split_path(field: str) -> list[str]:
    """The segments of a stable path; what cannot be understood is one last segment that leads nowhere."""
    segments = []
    end = 0
    while match := _SEGMENT.match(field, end):
        segments.append(match[0].removeprefix("."))
        end = match.end()
    return segments + [field[end:]] * (end < len(field))


def entry_names(entries: list[Node]) -> list[str]:
    """The segment of each entry: ``[key=text]``, ``[key=text#2]`` for the second such, or ``[3]``."""
    names = []
    seen: dict[str, int] = {}
    for position, entry in enumerate(entries):
        name = _own_name(entry)
        if name:
            seen[name] = seen.get(name, 0) + 1
            names.append(f"[{name}#{seen[name]}]" if seen[name] > 1 else f"[{name}]")
        else:
            names.append(f"[{position}]")
    return names


def child_at(node: Node, slot: str | int) -> Node:
    """What stands under a key or position; None where nothing does."""
    if isinstance(node, dict) and isinstance(slot, str):
        return node.get(slot)
    if isinstance(node, list) and isinstance(slot, int) and 0 <= slot < len(node):
        return node[slot]
    return None


def _own_name(entry: Node) -> str:
    if not isinstance(entry, dict):
        return ""
    for key in LIST_KEYS:
        text = entry.get(key)
        if isinstance(text, str) and 0 < len(text) <= _LONGEST_NAME and text.isprintable():
            return f"{key}={_written(text, _BARE_TEXT)}"
    return ""


@lru_cache(maxsize=10_000)
def _written(text: str, bare: re.Pattern[str]) -> str:
    if bare.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())


def read_key(segment: str) -> str | None:
    """The key that a segment names; None where it names an entry of a list, or nothing."""
    if segment.startswith("["):
        return None
    if not segment.startswith('"'):
        return segment
    try:
        return str(json.loads(segment, strict=False))
    except ValueError:
        return None


def _read_position(segment: str) -> int | None:
    """A position stands for an entry that has a name, too."""
    match = _POSITION.fullmatch(segment)
    return int(match[1]) if match else None
