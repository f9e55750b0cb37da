"""What ``units/*.yaml`` declare on one side of a change, as text, entry by entry."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dvk.kinds import kind_of
from dvk.snapshot import Snapshot
from dvk.textfile import Node, Tree, read_text

_LISTS = ("units", "events")


@dataclass(frozen=True)
class Declared:
    """All files of the organisation on one side.

    Args:
        units: for each id what is declared under it, in the order of files; usually one entry.
        events: the events of all files, each with its file.
        rest: for each file what is neither a unit nor an event.
        files: for each file the ids declared in it.
        unread: the files that are no text that can be read.
    """

    units: dict[str, list[Tree]] = field(default_factory=dict)
    events: list[tuple[str, Tree]] = field(default_factory=list)
    rest: dict[str, Tree] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def file_of(self, unit: str) -> str | None:
        """The file that declares a unit; of several the first."""
        return self._file_of_each.get(unit)

    def events_in(self, path: str) -> list[Tree]:
        """The events of a file, in their order."""
        return self._events_of_each.get(path, [])

    @cached_property
    def _events_of_each(self) -> dict[str, list[Tree]]:
        found: dict[str, list[Tree]] = {}
        for path, event in self.events:
            found.setdefault(path, []).append(event)
        return found

    @cached_property
    def _file_of_each(self) -> dict[str, str]:
        return {name: path for path, names in reversed(self.files.items()) for name in names}


def declared_in(snapshot: Snapshot) -> Declared:
    """Read what the files of the organisation declare."""
    found = Declared()
    paths = [path for path in snapshot.paths() if kind_of(path) == "units"]
    found.unread.update(path for path in paths if snapshot.entries[path].link)
    for path, data in snapshot.read_all([path for path in paths if path not in found.unread]):
        tree = read_text(data).tree
        if tree is None:
            found.unread.add(path)
        else:
            _add(found, path, tree)
    return found


def _add(found: Declared, path: str, tree: Tree) -> None:
    units, events = (_rows(tree.get(key)) for key in _LISTS)
    named = [row for row in units if isinstance(row.get("id"), str)]
    ids = [str(row["id"]) for row in named]
    for name, row in zip(ids, named, strict=True):
        found.units.setdefault(name, []).append(row)
    found.events.extend((path, row) for row in events)
    found.files[path] = ids
    is_whole = len(named) == _length(tree.get("units")) and len(events) == _length(tree.get("events"))
    found.rest[path] = {key: value for key, value in tree.items() if key not in _LISTS or not is_whole}


def _rows(node: Node) -> list[Tree]:
    return [row for row in node if isinstance(row, dict)] if isinstance(node, list) else []


def _length(node: Node) -> int:
    return len(node) if isinstance(node, list) else 0 if node is None else -1


def parents_named(entries: list[Tree]) -> set[str]:
    """The units that entries name as those above, on whatever day."""
    return {name for entry in entries for name in _values(entry.get("parent"))}


def units_named(event: Tree) -> list[str]:
    """The units that an event is about, each once, in the order of its text."""
    rows = (event.get(key) for key in ("from", "into"))
    return list(dict.fromkeys(str(name) for row in rows if isinstance(row, list) for name in row))


def _values(node: Node) -> Iterator[str]:
    """A dated value as a unit's entry may write it: a text, or rows with ``value``."""
    if isinstance(node, str):
        yield node
    for row in node if isinstance(node, list) else ():
        value = row.get("value") if isinstance(row, dict) else row
        if isinstance(value, str):
            yield value
