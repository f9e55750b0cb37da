"""The files that merging a change makes: those of the branch that it goes to, with what the change does on top."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from dvk import gitdoor
from dvk.snapshot import LARGEST_FILE, Snapshot, overlaid

Sides: TypeAlias = Mapping[str, tuple[str, str]]
"""Path → (mode, blob id) of every file, document or not."""
_LENGTH_OF_SHA1 = 40
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Files:
    """All files of a workspace at one time.

    Args:
        snapshot: those that a workspace can hold, to be read.
        sides: every file, with its mode and the id of what it holds.
    """

    snapshot: Snapshot
    sides: Sides


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging does, as two lots of files between which nothing differs but what the change does.

    Args:
        before: those of the branch that the change goes to.
        after: the same with the change on top.
        clashes: files whose same lines both sides changed, or that one took away and the other changed. Only people
            can put them together; until then ``before`` has them as they were where the change began, and ``after`` as
            the change has them.
    """

    before: Files
    after: Files
    clashes: tuple[str, ...] = ()


def merge(base: Files, tip: Files, head: Files) -> Merge:
    """Put together what two sides made of the same files.

    Args:
        base: where the change began.
        tip: the branch that it goes to.
        head: what the change makes.
    """
    if base is tip:
        return Merge(tip, head)
    texts, clashes = {}, []
    for path in _on_both_sides(base, tip, head):
        text = _put_together(base.snapshot, tip.snapshot, head.snapshot, path)
        if text is None:
            clashes.append(path)
        else:
            texts[path] = text
    before = _with(tip, base, clashes)
    after = _with(before, head, moved(base.sides, head.sides))
    snapshot = replace(after.snapshot, root=head.snapshot.root, commit=head.snapshot.commit)
    merged = {path: _side(base, tip, head, (path, text)) for path, text in texts.items()}
    return Merge(before, Files(overlaid(snapshot, texts), {**after.sides, **merged}), tuple(clashes))


def moved(was: Sides, now: Sides) -> list[str]:
    """The paths that differ, in their order."""
    return sorted(path for path in was.keys() | now.keys() if was.get(path) != now.get(path))


def _on_both_sides(base: Files, tip: Files, head: Files) -> list[str]:
    """The documents that the change moves, and that are something else again where it goes to."""
    found = []
    for path in moved(base.sides, head.sides):
        there = tip.sides.get(path)
        is_document = path in tip.snapshot.entries or path in head.snapshot.entries
        if is_document and there not in (base.sides.get(path), head.sides.get(path)):
            found.append(path)
    return found


def _with(files: Files, others: Files, paths: Collection[str]) -> Files:
    """The same files, at some paths what others have there."""
    if not paths:
        return files
    entries = _replaced(files.snapshot.entries, others.snapshot.entries, paths)
    return Files(replace(files.snapshot, entries=entries), _replaced(files.sides, others.sides, paths))


def _replaced(these: Mapping[str, _Value], others: Mapping[str, _Value], paths: Collection[str]) -> dict[str, _Value]:
    at = frozenset(paths)
    left = {path: value for path, value in these.items() if path not in at}
    return left | {path: others[path] for path in at if path in others}


def _side(base: Files, tip: Files, head: Files, merged: tuple[str, bytes]) -> tuple[str, str]:
    """The mode that either side gave a file, and the id of what both made of it."""
    path, text = merged
    mode, blob = head.sides[path]
    is_new_mode = path not in base.sides or base.sides[path][0] != mode
    hash_name = "sha1" if len(blob) == _LENGTH_OF_SHA1 else "sha256"
    return mode if is_new_mode else tip.sides[path][0], gitdoor.blob_id(text, hash_name)


def _put_together(base: Snapshot, tip: Snapshot, head: Snapshot, path: str) -> bytes | None:
    ours, theirs, before = (_text(side, path) for side in (tip, head, base))
    if ours is None or theirs is None:
        return None
    return gitdoor.merged_text(head.root, before or b"", ours, theirs)


def _text(snapshot: Snapshot, path: str) -> bytes | None:
    entry = snapshot.entries.get(path)
    data = snapshot.read(path) if entry and not entry.link else None
    return data if data is not None and len(data) <= LARGEST_FILE else None
