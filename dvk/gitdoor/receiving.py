"""When a commit was received: functions that take ``tip`` follow the first parents from it.

That is the history of a main branch as it was pushed; the running maximum of committer times along it says when
a commit can be said to have come, whatever dates it claims.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import fields, output, read

VIETNAM_TIME = timezone(timedelta(hours=7))

_LAST_MOMENT = int(datetime(9999, 12, 31, tzinfo=VIETNAM_TIME).timestamp())


@dataclass(frozen=True, slots=True)
class MainCommit:
    """A commit of the main branch and when it can be said to have been received.

    Args:
        id: the commit's full id.
        received: the latest committer time of it and of all first parents before it, at +07:00.
    """

    id: str
    received: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """What a path held from one commit of the main branch on.

    Args:
        received: as for ``MainCommit``.
        blob: id of the contents; None where the path was deleted or became a link or a submodule.
    """

    received: datetime
    blob: str | None


def main_history(root: Path, tip: str) -> list[MainCommit]:
    """List the first-parent history that leads to ``tip``, oldest first.

    In a shallow clone it begins where the clone was cut off, which ``is_shallow`` tells.
    """
    lines = read(root, "rev-list", "--first-parent", "--timestamp", "--end-of-options", tip, "--").splitlines()
    history = []
    latest = 0
    for line in reversed(lines):
        seconds, commit = line.decode().split(" ")
        latest = max(latest, int(seconds))
        history.append(MainCommit(commit, moment_of(latest)))
    return history


def file_versions(root: Path, tip: str, folders: Sequence[str]) -> dict[str, list[Version]]:
    """Give, for every path ever below ``folders`` in the first-parent history to ``tip``, what it held when.

    Oldest first; each version differs from the one before. A merge is compared with its first parent, and a
    renamed file is one path that ends and another that begins.
    """
    versions: dict[str, list[Version]] = {}
    latest = 0
    for seconds, changes in reversed(_changes(root, tip, folders)):
        latest = max(latest, seconds)
        received = moment_of(latest)
        for path, blob in changes:
            known = versions.setdefault(path, [])
            if blob != (known[-1].blob if known else None):
                known.append(Version(received, blob))
    return {path: known for path, known in versions.items() if known}


def commit_on(root: Path, tip: str, day: date) -> str:
    """Give the last commit of the first-parent history received by the end of ``day`` in Vietnam.

    Raises:
        CannotGoOn: DVK905 if the first commit was received later.
    """
    received = [commit.id for commit in main_history(root, tip) if commit.received.date() <= day]
    if not received:
        raise CannotGoOn("DVK905", day=day.isoformat())
    return received[-1]


def commit_moment(root: Path, commit: str) -> datetime:
    """Give the committer time that one commit states, at +07:00."""
    line = read(root, "rev-list", "--max-count=1", "--timestamp", "--end-of-options", commit, "--")
    return moment_of(int(line.split(b" ")[0]))


def moment_of(seconds: int) -> datetime:
    """Turn a committer's second into a time, the absurd ones into the last that a calendar can show."""
    return datetime.fromtimestamp(min(seconds, _LAST_MOMENT), VIETNAM_TIME)


def _changes(root: Path, tip: str, folders: Sequence[str]) -> list[tuple[int, list[tuple[str, str | None]]]]:
    """Read the history newest first: each commit's committer second and (path, blob) of what it touched."""
    if not folders:
        return []
    command = [
        *("log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev", "--no-renames"),
        *("--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--ignore-submodules=none"),
        *("--relative", "--format=%ct"),
        "--sparse",  # commits that touch nothing here count too: their times raise the running maximum
        *("--end-of-options", tip, "--", *folders),
    ]
    changes: list[tuple[int, list[tuple[str, str | None]]]] = []
    with output(root, command) as stream:
        parts = fields(stream)
        for field in parts:
            described = field.lstrip(b"\n")
            if described.startswith(b":"):
                changes[-1][1].append((os.fsdecode(next(parts)), new_blob(described)))
            else:
                changes.append((int(described or b"0"), []))
    return changes


def new_blob(described: bytes) -> str | None:
    """Take the id after the change out of ``:MODE MODE ID ID LETTER``, None if no regular file is there."""
    _, mode, _, blob, _ = described.split(b" ")
    return blob.decode() if mode.startswith(b"100") else None
