"""The history of documents in words of their fields: who changed what, when it was received, what it then said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Literal, TypeAlias

from dvk import gitdoor
from dvk.file_differences import tree_in
from dvk.gitdoor import PathCommit
from dvk.kinds import FOLDERS, kind_of
from dvk.main_branch import main_branch
from dvk.meaning import FieldChange, changes_between
from dvk.snapshot import LARGEST_FILE, WORKSPACE_FILES, Snapshot, at_commit, is_wanted
from dvk.textfile import Tree

Became: TypeAlias = Literal["added", "changed", "rewritten", "removed", "unreadable", "readable"]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change of one document.

    Args:
        path: its file.
        kind: the kind of document.
        commit: the commit that brought it; None for what stands on disk and is in no commit yet.
        received: when the main branch had it; None where it has not, or where there is no such branch.
        became: what it did to the file. ``rewritten``: other bytes that say the same; ``unreadable``: what stands there
            since is no YAML; ``readable``: what stood there before was none.
        changes: what the document says differently since.
        was: the tree of text before; None where there was none.
        now: the tree of text since; likewise.
    """

    path: str
    kind: str
    commit: PathCommit | None
    received: datetime | None
    became: Became
    changes: tuple[FieldChange, ...]
    was: Tree | None
    now: Tree | None

    def tree_of(self, change: FieldChange) -> Tree:
        """The tree that has the field of a change."""
        return (self.was if change.how == "removed" else self.now) or {}

    def text(self, key: str) -> str:
        """What the document says under a key at its top, or last said; "" where that is no text."""
        found = (self.now or self.was or {}).get(key)
        return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class Log:
    """Changes of documents, the newest first.

    Args:
        entries: as many as were asked for.
        older: how many more there are.
    """

    entries: tuple[LogEntry, ...]
    older: int


@dataclass(frozen=True)
class Asked:
    """Whose history is asked for.

    Args:
        snapshot: the files that the history leads to; those on disk are told with what no commit has yet.
        paths: files and folders, also such as are gone; "" is the root.
        folder: instead of all files there, those in folders of this unit.
    """

    snapshot: Snapshot
    paths: Sequence[str]
    folder: str | None = None

    @cached_property
    def tip(self) -> str:
        """The last commit of the history."""
        return self.snapshot.commit or gitdoor.resolve(self.root, "HEAD")

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.snapshot.root

    def wants(self, path: str) -> bool:
        """Whether a file is a document that is asked for."""
        if kind_of(path) is None or not is_wanted(path, self.paths):
            return False
        return self.folder is None or path.rpartition("/")[0].split("/", 2)[2:] == [self.folder]


def log_of(asked: Asked, most: int | None) -> Log:
    """The changes of documents in the history of a commit, the newest first.

    A merge is listed only where it made of two versions a third: else the commits of the branch say who did it, and
    the merge when it was received.

    Args:
        asked: whose history.
        most: how many changes to give; None for all.

    Raises:
        CannotGoOn: DVK985 where nothing was committed yet; git lacks contents, as in a partial clone.
    """
    touched = [commit for commit in _commits(asked, asked.tip) if asked.wants(commit.path)]
    commits = _newest_first(_without_mere_merges(touched))
    pending = _uncommitted(asked) if asked.snapshot.commit is None else []
    shown = commits if most is None else commits[: max(0, most - len(pending))]
    blobs = _contents(asked.root, shown)
    received = _received(asked, commits)
    entries = [_committed(commit, received.get((commit.id, commit.path)), blobs) for commit in shown]
    return Log((*pending[:most], *entries), len(commits) + len(pending) - len(pending[:most]) - len(shown))


def _commits(asked: Asked, tip: str) -> list[PathCommit]:
    searched = [*WORKSPACE_FILES, *FOLDERS] if "" in asked.paths else asked.paths
    return gitdoor.commits_below(asked.root, tip, searched)


def _received(asked: Asked, commits: Sequence[PathCommit]) -> dict[tuple[str, str], datetime]:
    """When the main branch had each commit; nothing where it is not known which branch that is."""
    name = main_branch(asked.root)
    main = gitdoor.branch_tip(asked.root, name) if name is not None else None
    known = commits if main == asked.tip else _commits(asked, main) if main else []
    return {(commit.id, commit.path): commit.received for commit in known}


def _without_mere_merges(commits: Sequence[PathCommit]) -> list[PathCommit]:
    """Without the merges after which a file is what a commit of the branch had made of it."""
    brought = {(c.path, c.received, c.blob) for c in commits if not c.first_parent}
    return [c for c in commits if not c.first_parent or (c.path, c.received, c.blob) not in brought]


def _newest_first(commits: Sequence[PathCommit]) -> list[PathCommit]:
    """The last commit first, the files of each in their order."""
    by_commit = [list(files) for _, files in groupby(commits, key=lambda commit: commit.id)]
    return [commit for files in reversed(by_commit) for commit in files]


def _contents(root: Path, commits: Iterable[PathCommit]) -> dict[str, bytes]:
    wanted = dict.fromkeys(blob for commit in commits for blob in (commit.before, commit.blob) if blob)
    return dict(gitdoor.blobs(root, wanted, limit=LARGEST_FILE))


def _committed(commit: PathCommit, received: datetime | None, blobs: dict[str, bytes]) -> LogEntry:
    sides = (blobs.get(commit.before or ""), blobs.get(commit.blob or ""))
    return _entry(commit.path, commit, received, sides)


def _uncommitted(asked: Asked) -> list[LogEntry]:
    """What stands on disk and is in no commit, in the order of paths."""
    last, on_disk = at_commit(asked.root, asked.tip), asked.snapshot
    paths = sorted(path for path in {*last.entries, *on_disk.entries} if asked.wants(path))
    there = [path for path in paths if path in on_disk.entries and not on_disk.entries[path].link]
    now = dict(on_disk.read_all(there))
    known = {path: entry.blob or "" for path, entry in last.entries.items() if not entry.link}
    differing = [path for path in paths if not _is_as_committed(now.get(path), known.get(path))]
    was = dict(gitdoor.blobs(asked.root, dict.fromkeys(known[p] for p in differing if p in known), limit=LARGEST_FILE))
    sides = {path: (was.get(known.get(path, "")), now.get(path)) for path in differing}
    found = [_entry(path, None, None, (old, new)) for path, (old, new) in sides.items() if old != new]
    return [entry for entry in found if entry.became != "rewritten"]


def _is_as_committed(data: bytes | None, blob: str | None) -> bool:
    return data is None and blob is None if data is None or blob is None else gitdoor.is_blob(data, blob)


def _entry(
    path: str,
    commit: PathCommit | None,
    received: datetime | None,
    sides: tuple[bytes | None, bytes | None],
) -> LogEntry:
    kind = kind_of(path) or ""
    was, now = (tree_in(data, kind) if data is not None else None for data in sides)
    changes = changes_between(was, now, kind) if was is not None and now is not None else ()
    became = _became(sides, (was, now), any_change=bool(changes))
    return LogEntry(path, kind, commit, received, became, changes, was, now)


def _became(
    sides: tuple[bytes | None, bytes | None], trees: tuple[Tree | None, Tree | None], *, any_change: bool
) -> Became:
    if sides[1] is None:
        return "removed"
    if trees[1] is None:
        return "unreadable"
    if sides[0] is None:
        return "added"
    if trees[0] is None:
        return "readable"
    return "changed" if any_change else "rewritten"
