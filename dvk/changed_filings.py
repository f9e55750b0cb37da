"""Documents of units on both sides of a change: what binds, and what would stand in its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dvk.facts import SUBMITTED_STATES, Filing
from dvk.fingerprints import content
from dvk.kinds import KINDS, kind_of
from dvk.snapshot import Snapshot
from dvk.textfile import Node, Tree, read_text, stable_path
from dvk.workspace import Workspace

KEPT_STATES = SUBMITTED_STATES - {"submitted"} | {"withdrawn"}
"""States in which a document is issued or accepted, or was taken back: it changes by revisions only."""
HANDED_IN_STATES = KEPT_STATES | {"submitted", "returned"}
"""States in which a document is on record: it is never removed."""
ANSWER_KEYS = frozenset({"resubmitted", "answer"})
"""What the unit itself adds to a return; the rest of it is by those above."""

_OF_REVISIONS = frozenset({"revision", "changes"})


@dataclass(frozen=True, slots=True)
class ChangedFiling:
    """A document on record, or a draft, that a change touches.

    Args:
        path: its file.
        before: the document as it is where the change is to be merged.
        after: what would stand there; None where nothing does, or nothing that can be read.
        was: the text tree before.
        now: the text tree after; empty where there is none.
    """

    path: str
    before: Filing
    after: Filing | None
    was: Tree
    now: Tree

    @property
    def is_kept(self) -> bool:
        """Whether it is issued or accepted, or was taken back."""
        return self.before.state in KEPT_STATES

    @property
    def is_on_record(self) -> bool:
        """Whether it was handed in at all."""
        return self.before.state in HANDED_IN_STATES

    @property
    def keys(self) -> list[str]:
        """The keys whose text differs, besides state, stamps, returns and revision, in the order of the file."""
        was, now = content(self.was), content(self.now)
        names = dict.fromkeys([*now, *was])
        return [name for name in names if name not in _OF_REVISIONS and was.get(name) != now.get(name)]

    @property
    def place(self) -> str:
        """The field path of the first difference, as the file after the change can show it."""
        key = next((name for name in self.keys if name in self.now), None)
        return stable_path(self.now, [key, *_difference(self.was.get(key), self.now[key])]) if key else "revision"


def changed_filings(before: Workspace, after: Workspace, paths: Iterable[str]) -> list[ChangedFiling]:
    """The documents of a workspace that a change touches, in the order of paths.

    Args:
        before: the workspace that it is to be merged into.
        after: the one that merging makes.
        paths: the paths that differ.
    """
    known = {path: filing for path in sorted(paths) if (filing := before.filing(path))}
    was, now = (trees_of(side.snapshot, known) for side in (before, after))
    return [
        ChangedFiling(path, filing, after.filing(path), was.get(path, {}), now.get(path, {}))
        for path, filing in known.items()
    ]


def without_answer(note: Tree) -> Tree:
    """An entry of ``returns:`` as those above wrote it."""
    return {key: value for key, value in note.items() if key not in ANSWER_KEYS}


def trees_of(snapshot: Snapshot, paths: Iterable[str]) -> Mapping[str, Tree]:
    """The text trees of documents, those of the paths that are there; empty where a text cannot be read."""
    there = [path for path in paths if kind_of(path) and path in snapshot.entries and not snapshot.entries[path].link]
    return {path: _tree(path, data) for path, data in snapshot.read_all(there)}


def _tree(path: str, data: bytes) -> Tree:
    return read_text(data, front_matter=KINDS[kind_of(path) or ""].front_matter).tree or {}


def _difference(was: Node, now: Node) -> list[str | int]:
    """The steps to the first place of ``now`` that differs, no deeper than both sides go."""
    if isinstance(was, dict) and isinstance(now, dict):
        key = next((name for name, value in now.items() if value != was.get(name)), None)
        return [] if key is None else [key, *_difference(was.get(key), now[key])]
    if isinstance(was, list) and isinstance(now, list):
        pairs = enumerate(zip(was, now, strict=False))
        at = next((number for number, (one, other) in pairs if one != other), None)
        return [] if at is None else [at, *_difference(was[at], now[at])]
    return []
