"""What the commits of a history changed at paths: read once, told as versions of files or as commits."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dvk.gitdoor.calling import fields, output
from dvk.gitdoor.commits import Said, read_commits
from dvk.gitdoor.receiving import Place, looking_along, moment_of, places
from dvk.gitdoor.safety import can_be_passed

_MOST_NAMED = 50
"""Paths that git is asked about by name; beyond it, about the folders at the top that hold them."""


class Version(NamedTuple):
    """What a path held from one commit of the main branch on.

    Args:
        received: when the main branch had it, as for ``MainCommit``.
        blob: id of the contents; None where the path was deleted or became a link or a submodule.
    """

    received: datetime
    blob: str | None


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


class _Touch(NamedTuple):
    """A path that a commit changed, with the ids before and after."""

    commit: str
    path: str
    before: str | None
    after: str | None


def file_versions(root: Path, tip: str, folders: Sequence[str]) -> dict[str, list[Version]]:
    """Give, for every path ever below ``folders`` in the first-parent history to ``tip``, what it held when.

    Oldest first; each version differs from the one before. A merge is compared with its first parent, and a
    renamed file is one path that ends and another that begins.
    """
    with looking_along(root, tip) as line:
        touches = _touches(root, tip, folders, "--first-parent", "--sparse")  # sparse: not compared before it is shown
        received = {commit.id: commit.received for commit in line()}
    versions: dict[str, list[Version]] = {}
    for touch in touches:
        known = versions.setdefault(touch.path, [])
        if touch.after != (known[-1].blob if known else None):
            known.append(Version(received[touch.commit], touch.after))
    return {path: known for path, known in versions.items() if known}


def path_commits(root: Path, tip: str, path: str) -> list[PathCommit]:
    """List the commits that changed a path in the history of ``tip``, in the order in which they came in."""
    return commits_by_path(root, tip, [path])[path]


def commits_by_path(root: Path, tip: str, paths: Collection[str]) -> dict[str, list[PathCommit]]:
    """List the same for each of many paths, the history being read once."""
    passed = [path for path in paths if can_be_passed(path)]
    asked = passed if len(passed) <= _MOST_NAMED else dict.fromkeys(path.partition("/")[0] for path in passed)
    found: dict[str, list[PathCommit]] = {path: [] for path in paths}
    for commit in _told(root, tip, (touch for touch in _touches(root, tip, list(asked)) if touch.path in found)):
        found[commit.path].append(commit)
    return found


def commits_below(root: Path, tip: str, paths: Sequence[str]) -> list[PathCommit]:
    """List the same for every path at or below ``paths``, one entry for each path that a commit changed."""
    return _told(root, tip, _touches(root, tip, [path for path in paths if can_be_passed(path)]))


def _told(root: Path, tip: str, touches: Iterable[_Touch]) -> list[PathCommit]:
    """Say of changes who made them and when they came, in that order."""
    touched = list(touches)
    if not touched:
        return []
    stand = places(root, tip)
    touched.sort(key=lambda touch: (stand[touch.commit].order, touch.path))
    commits = list(dict.fromkeys(touch.commit for touch in touched))
    said = dict(zip(commits, read_commits(root, commits), strict=True))
    return [_commit(touch, said[touch.commit], stand[touch.commit]) for touch in touched]


def _commit(touch: _Touch, said: Said, place: Place) -> PathCommit:
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


def _touches(root: Path, tip: str, paths: Sequence[str], *which: str) -> list[_Touch]:
    """Read what each commit changed at or below the paths, the first commit first."""
    if not paths:
        return []
    command = [
        *("log", "--full-history", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev", *which),
        *("--no-renames", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--ignore-submodules=none"),
        *("--relative", "--format=%H"),
        *("--end-of-options", tip, "--", *paths),
    ]
    touched: list[list[_Touch]] = []
    commit = ""
    with output(root, command) as stream:
        parts = fields(stream)
        for field in parts:
            described = field.lstrip(b"\n")
            if described.startswith(b":"):
                touched[-1].append(_Touch(commit, os.fsdecode(next(parts)), *_blobs(described)))
            elif described:
                commit = described.decode()
                touched.append([])
    return list(chain.from_iterable(reversed(touched)))


def _blobs(described: bytes) -> tuple[str | None, str | None]:
    """Take the ids before and after out of ``:MODE MODE ID ID LETTER``, None where no regular file is there."""
    old_mode, new_mode, before, after, _ = described[1:].split(b" ")
    return (
        before.decode() if old_mode.startswith(b"100") else None,
        after.decode() if new_mode.startswith(b"100") else None,
    )
