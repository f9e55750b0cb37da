"""Every commit that touched a path, also those of branches that were merged."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dvk.gitdoor.calling import fields, output
from dvk.gitdoor.commits import Said, read_commits
from dvk.gitdoor.receiving import moment_of, new_blob
from dvk.gitdoor.safety import can_be_passed


@dataclass(frozen=True, slots=True)
class PathCommit:
    """A commit that changed one path, compared with its first parent.

    Args:
        id: its full id.
        author: name of who wrote the change, as the commit states it; printable, like the three below.
        author_email: e-mail of the author.
        committer: name of who made the commit.
        committed: committer time, as the commit states it, at +07:00.
        received: when it came into the history of first parents: running maximum, at the commit that brought it.
        subject: first paragraph of its message, in one line.
        blob: id of the contents; None where the path was deleted or became a link or a submodule.
        first_parent: whether it stands in the history of first parents itself.
        path: the path that it changed.
        before: id of the contents that its first parent has there; None where that has no file.
    """

    id: str
    author: str
    author_email: str
    committer: str
    committed: datetime
    received: datetime
    subject: str
    blob: str | None
    first_parent: bool
    path: str
    before: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a commit stands: its own second, that of its receipt, and whether it is a first parent."""

    order: tuple[int, int]
    seconds: int
    received: int
    first_parent: bool


@dataclass(frozen=True, slots=True)
class _Touch:
    """A path that a commit changed, with the ids before and after."""

    commit: str
    path: str
    before: str | None
    after: str | None


def path_commits(root: Path, tip: str, path: str) -> list[PathCommit]:
    """List the commits that changed a path in the history of ``tip``, in the order in which they came in."""
    return [commit for commit in commits_below(root, tip, [path]) if commit.path == path]


def commits_below(root: Path, tip: str, paths: Sequence[str]) -> list[PathCommit]:
    """List the same for every path at or below ``paths``, one entry for each path that a commit changed."""
    passed = [path for path in paths if can_be_passed(path)]
    touched = _touched(root, tip, passed) if passed else []
    if not touched:
        return []
    places = _places(root, tip)
    touched.sort(key=lambda touch: (places[touch.commit].order, touch.path))
    commits = list(dict.fromkeys(touch.commit for touch in touched))
    said = dict(zip(commits, read_commits(root, commits), strict=True))
    return [_commit(touch, said[touch.commit], places[touch.commit]) for touch in touched]


def _commit(touch: _Touch, said: Said, place: _Place) -> PathCommit:
    return PathCommit(
        id=touch.commit,
        author=said.author,
        author_email=said.author_email,
        committer=said.committer,
        committed=moment_of(place.seconds),
        received=moment_of(place.received),
        subject=said.subject,
        blob=touch.after,
        first_parent=place.first_parent,
        path=touch.path,
        before=touch.before,
    )


def _touched(root: Path, tip: str, paths: Sequence[str]) -> list[_Touch]:
    """What each commit changed at or below the paths."""
    command = [
        *("log", "--full-history", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev", "--no-renames"),
        *("--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--ignore-submodules=none"),
        *("--relative", "--format=%H"),
        *("--end-of-options", tip, "--", *paths),
    ]
    touched: list[_Touch] = []
    commit = ""
    with output(root, command) as stream:
        parts = fields(stream)
        for field in parts:
            described = field.lstrip(b"\n")
            if not described.startswith(b":"):
                commit = described.decode() or commit
            else:
                touched.append(_Touch(commit, os.fsdecode(next(parts)), _old_blob(described), new_blob(described)))
    return touched


def _old_blob(described: bytes) -> str | None:
    """Take the id before the change out of ``:MODE MODE ID ID LETTER``, None if no regular file was there."""
    mode, _, blob, _, _ = described.removeprefix(b":").split(b" ")
    return blob.decode() if mode.startswith(b"100") else None


def _places(root: Path, tip: str) -> dict[str, _Place]:
    """Place every commit of the history: it was received with the first parent that brought it."""
    seconds: dict[str, int] = {}
    parents: dict[str, Sequence[str]] = {}
    command = ["rev-list", "--topo-order", "--reverse", "--parents", "--timestamp", "--end-of-options", tip, "--"]
    with output(root, command) as stream:
        for line in stream:
            stamp, commit, *above = line.decode().split()
            seconds[commit], parents[commit] = int(stamp), above
    number = {commit: n for n, commit in enumerate(parents)}
    places: dict[str, _Place] = {}
    latest = 0
    for at, main in enumerate(reversed(_first_parents(parents))):
        latest = max(latest, seconds[main])
        waiting = [main]
        while waiting:
            commit = waiting.pop()
            if commit in places or commit not in parents:  # not there: where a shallow clone was cut off
                continue
            places[commit] = _Place((at, number[commit]), seconds[commit], latest, commit == main)
            waiting.extend(parents[commit])
    return places


def _first_parents(parents: dict[str, Sequence[str]]) -> list[str]:
    """The history of first parents, newest first; the tip is last in ``parents``, being nobody's parent."""
    line = [next(reversed(parents))]
    while above := parents.get(line[-1]):
        line.append(above[0])
    return [commit for commit in line if commit in parents]
