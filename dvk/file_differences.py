"""Which documents two snapshots of a workspace have differently, and what each of them says differently."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from dvk.kinds import KINDS, kind_of
from dvk.meaning import FieldChange, changes_between
from dvk.meaning.shaped import scalars, top_of
from dvk.snapshot import LARGEST_FILE, Snapshot, is_wanted
from dvk.textfile import Tree, read_text

Became: TypeAlias = Literal[
    "changed",
    "rewritten",
    "added",
    "removed",
    "renamed",
    "unreadable_before",
    "unreadable_after",
    "unreadable",
    "other",
]

_BOM = b"\xef\xbb\xbf"
_ALIKE = 0.5
_MOST_COMPARED = 40
"""Files gone, and files new, of which the most alike are sought; beyond it, only those with the same bytes."""


@dataclass(frozen=True, slots=True)
class FileDifference:
    """A file that is not what it was.

    Args:
        path: where it is; of one that is gone, where it was.
        kind: the kind of document; None for a file that is none.
        became: what came of it. ``rewritten``: other bytes that say the same; ``other``: no document, or a link, whose
            contents are not compared.
        old_path: where it was before, for one that was renamed; else the same path.
        changes: what it says differently; of a file that is new or gone, nothing.
        was: the tree of text before; empty where there is none.
        now: the tree of text now; likewise.
    """

    path: str
    kind: str | None
    became: Became
    old_path: str
    changes: tuple[FieldChange, ...] = ()
    was: Tree | None = None
    now: Tree | None = None

    def tree_of(self, change: FieldChange) -> Tree:
        """The tree that has the field of a change."""
        return (self.was if change.how == "removed" else self.now) or {}


def file_differences(before: Snapshot, after: Snapshot, wanted: Collection[str]) -> list[FileDifference]:
    """The files that differ between two snapshots of one workspace, in the order of paths.

    A file that is gone and a new one of the same kind that says mostly the same are one file under another name.

    Args:
        before: the older one.
        after: the newer one.
        wanted: paths of files and folders; without any, all files.

    Raises:
        OSError: a file on disk cannot be read.
        CannotGoOn: git lacks the contents of one.
    """
    differing = [path for path in _paths(before, after) if _differs(before, after, path)]
    renamed = _Renames(before, after, differing).found() if _needs_renames(before, after, differing, wanted) else {}
    names = [path for path in differing if is_wanted(path, wanted) or is_wanted(renamed.get(path, path), wanted)]
    left = [path for path in names if path not in renamed.values() or path in after.entries]
    pairs = {path: renamed.get(path, path) for path in left}
    was, now = _contents(before, pairs.values()), _contents(after, pairs)
    return [
        found
        for path, old in pairs.items()
        if (found := _difference((old, was.get(old)), (path, now.get(path)), links=_links(before, old, after, path)))
    ]


def tree_in(data: bytes, kind: str) -> Tree | None:
    """The tree of text of a document; None where its form is so broken that there is none."""
    return read_text(data, front_matter=KINDS[kind].front_matter).tree if len(data) <= LARGEST_FILE else None


def _paths(before: Snapshot, after: Snapshot) -> list[str]:
    return sorted({*before.entries, *after.entries})


def _differs(before: Snapshot, after: Snapshot, path: str) -> bool:
    """Whether a path may hold other bytes; of files on disk that is seen when they are read."""
    was, now = before.entries.get(path), after.entries.get(path)
    return was is None or now is None or was.blob is None or now.blob is None or was != now


def _needs_renames(before: Snapshot, after: Snapshot, differing: Iterable[str], wanted: Collection[str]) -> bool:
    return any((p in before.entries) != (p in after.entries) for p in differing if is_wanted(p, wanted))


def _contents(snapshot: Snapshot, paths: Iterable[str]) -> dict[str, bytes]:
    there = [path for path in paths if path in snapshot.entries and not snapshot.entries[path].link]
    return dict(snapshot.read_all(there))


def _links(before: Snapshot, old: str, after: Snapshot, path: str) -> bool:
    entries = (before.entries.get(old), after.entries.get(path))
    return any(entry is not None and entry.link for entry in entries)


def _difference(old: tuple[str, bytes | None], new: tuple[str, bytes | None], *, links: bool) -> FileDifference | None:
    (old_path, was), (path, now) = old, new
    kind = kind_of(path)
    if old_path == path and not links and _without_line_ends(was) == _without_line_ends(now):
        return None
    if kind is None or links:
        return FileDifference(path, kind, "other", old_path)
    trees = [tree_in(data, kind) if data is not None else None for data in (was, now)]
    became = _became((was, trees[0]), (now, trees[1]), moved=old_path != path)
    if trees[0] is None or trees[1] is None:
        return FileDifference(path, kind, became, old_path, (), *trees)
    changes = changes_between(trees[0], trees[1], kind)
    return FileDifference(
        path, kind, became if changes or became == "renamed" else "rewritten", old_path, changes, *trees
    )


def _without_line_ends(data: bytes | None) -> bytes | None:
    """The bytes without what editors and git put at ends of lines and in front: nobody changed that."""
    return None if data is None else data.removeprefix(_BOM).replace(b"\r\n", b"\n")


def _became(old: tuple[bytes | None, Tree | None], new: tuple[bytes | None, Tree | None], *, moved: bool) -> Became:
    if old[0] is None:
        return "added"
    if new[0] is None:
        return "removed"
    if old[1] is None or new[1] is None:
        return "unreadable" if old[1] is new[1] else "unreadable_before" if old[1] is None else "unreadable_after"
    return "renamed" if moved else "changed"


@dataclass(frozen=True)
class _Renames:
    """Files that are gone and files that are new, held against each other."""

    before: Snapshot
    after: Snapshot
    differing: list[str]

    def found(self) -> dict[str, str]:
        """New path → old path."""
        gone = self._only_in(self.before, self.after)
        new = self._only_in(self.after, self.before)
        found = _same_bytes(gone, new)
        gone = {path: data for path, data in gone.items() if path not in found.values()}
        new = {path: data for path, data in new.items() if path not in found}
        return found | (_most_alike(gone, new) if max(len(gone), len(new)) <= _MOST_COMPARED else {})

    def _only_in(self, one: Snapshot, other: Snapshot) -> dict[str, bytes]:
        paths = [path for path in self.differing if path in one.entries and path not in other.entries]
        return _contents(one, [path for path in paths if kind_of(path)])


def _same_bytes(gone: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, str]:
    by_bytes: dict[tuple[str | None, bytes], list[str]] = {}
    for path, data in gone.items():
        by_bytes.setdefault((kind_of(path), data), []).append(path)
    found: dict[str, str] = {}
    for path, data in new.items():
        same = by_bytes.get((kind_of(path), data))
        if same:
            found[path] = same.pop(0)
    return found


def _most_alike(gone: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, str]:
    was, now = ({path: _sayings(path, data) for path, data in side.items()} for side in (gone, new))
    pairs = sorted(
        (-_likeness(was[old], now[path]), path, old) for path in now for old in was if kind_of(path) == kind_of(old)
    )
    found: dict[str, str] = {}
    for likeness, path, old in pairs:
        if -likeness >= _ALIKE and path not in found and old not in found.values():
            found[path] = old
    return found


def _sayings(path: str, data: bytes) -> frozenset[tuple[str, str | None]]:
    """What a document says: each scalar with its key."""
    kind = kind_of(path) or ""
    return frozenset((spot.place, text) for spot, text in scalars(tree_in(data, kind) or {}, top_of(kind)))


def _likeness(one: frozenset[tuple[str, str | None]], other: frozenset[tuple[str, str | None]]) -> float:
    return len(one & other) / max(len(one), len(other), 1)
