"""Every commit that touched one path, also those of branches that were merged."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dvk.gitdoor.calling import fields, output
from dvk.gitdoor.commits import read_commits
from dvk.gitdoor.receiving import moment_of, new_blob


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a commit stands: its own second, that of its receipt, and whether it is a first parent."""

    order: tuple[int, int]
    seconds: int
    received: int
    first_parent: bool


def path_commits(root: Path, tip: str, path: str) -> list[PathCommit]:
    """List the commits that changed a path in the history of ``tip``, in the order in which they came in."""
    touched = _touched(root, tip, path)
    if not touched:
        return []
    places = _places(root, tip)
    ordered = sorted(touched, key=lambda commit: places[commit].order)
    return [
        PathCommit(
            *(commit, said.author, said.author_email, said.committer, moment_of(places[commit].seconds)),
            *(moment_of(places[commit].received), said.subject, touched[commit], places[commit].first_parent),
        )
        for commit, said in zip(ordered, read_commits(root, ordered), strict=True)
    ]


def _touched(root: Path, tip: str, path: str) -> dict[str, str | None]:
    """Give commit → blob of the path after it, for the commits that changed it."""
    command = [
        *("log", "--full-history", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev", "--no-renames"),
        *("--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--relative", "--format=%H"),
        *("--end-of-options", tip, "--", path),
    ]
    touched: dict[str, str | None] = {}
    commit = ""
    with output(root, command) as stream:
        parts = fields(stream)
        for field in parts:
            described = field.lstrip(b"\n")
            if not described.startswith(b":"):
                commit = described.decode() or commit
            elif os.fsdecode(next(parts)) == path:
                touched[commit] = new_blob(described)
    return touched


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
    for at, main in enumerate(reversed(_first_parents(parents, tip))):
        latest = max(latest, seconds[main])
        waiting = [main]
        while waiting:
            commit = waiting.pop()
            if commit in places or commit not in parents:  # not there: where a shallow clone was cut off
                continue
            places[commit] = _Place((at, number[commit]), seconds[commit], latest, commit == main)
            waiting.extend(parents[commit])
    return places


def _first_parents(parents: dict[str, Sequence[str]], tip: str) -> list[str]:
    line = [tip]
    while above := parents.get(line[-1]):
        line.append(above[0])
    return [commit for commit in line if commit in parents]
