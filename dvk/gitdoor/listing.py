"""What files a commit, the index and the folder have."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import fields, output
from dvk.gitdoor.safety import printable
from dvk.gitdoor.waiting import refuse_pipes
from dvk.on_disk import folders_above

LINK_MODE = "120000"
SUBMODULE_MODE = "160000"

_NO_NAME = re.compile(r"(?:^|/)(?:\.{0,2}(?:/|$)|(?:\.git|git~1)[\s.]*(?:[/:]|$))", re.IGNORECASE)
_UNSEEN = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")  # left out of names on some disks


def tree_entries(root: Path, commit: str, paths: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
    """List a commit's files below root as path → (mode, blob id), only at or below ``paths`` if given.

    Raises:
        CannotGoOn: DVK958 if there is a name that no checkout could give to a file: ``..``, ``.git``, one that
            two files share; git makes no such commit, only somebody's own program does.
    """
    entries: dict[str, tuple[str, str]] = {}
    with output(root, ["ls-tree", "-r", "-z", "--end-of-options", commit, *paths]) as stream:
        for field in fields(stream):
            described, _, name = field.partition(b"\t")
            mode, _, blob = described.decode().split(" ")
            path = _possible(name)
            if path in entries:
                raise _impossible(path)
            entries[path] = (mode, blob)
    if both := next((folder for folder in sorted(folders_above(entries)) if folder in entries), None):
        raise _impossible(both)
    return entries


def index_entries(root: Path, paths: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
    """List the index below root as path → (mode, blob id), only what is at or below ``paths`` if given.

    In a conflict our side (stage 2) stands, and theirs (stage 3) for a file that we had deleted.

    Raises:
        CannotGoOn: DVK958 as ``tree_entries``.
    """
    ranks = {"0": 0, "2": 0, "3": 1}
    best: dict[str, tuple[int, str, str]] = {}
    with output(root, ["ls-files", "-s", "-z", "--", *paths]) as stream:
        for field in fields(stream):
            described, _, name = field.partition(b"\t")
            mode, blob, stage = described.decode().split(" ")
            path = _possible(name)
            if stage in ranks and (path not in best or ranks[stage] < best[path][0]):
                best[path] = (ranks[stage], mode, blob)
    return {path: (mode, blob) for path, (_, mode, blob) in best.items()}


def left_out(root: Path) -> dict[str, tuple[str, str]]:
    """List what the index has and a sparse checkout does not put on disk, as path → (mode, blob id)."""
    entries = {}
    with output(root, ["ls-files", "-s", "-t", "-z"]) as stream:
        for field in fields(stream):
            described, _, name = field.partition(b"\t")
            tag, mode, blob, _ = described.decode().split(" ")
            if tag == "S":
                entries[_possible(name)] = (mode, blob)
    return entries


def untracked(root: Path, paths: Sequence[str] = ()) -> list[str]:
    """List the files below root that git neither tracks nor ignores, only at or below ``paths`` if given.

    Only ``.gitignore`` says what is ignored, which everybody sees, no list that this repository alone has. A repository
    within ours comes as one path with ``/`` at its end.

    Raises:
        CannotGoOn: DVK968 if such a file is a pipe.
    """
    refuse_pipes(root)
    with output(root, ["ls-files", "-o", "--exclude-per-directory=.gitignore", "-z", "--", *paths]) as stream:
        return [os.fsdecode(path) for path in fields(stream)]


def _possible(name: bytes) -> str:
    """A path as text, refused where it would lead out of the folder or into git's own."""
    path = os.fsdecode(name)
    if _NO_NAME.search(path if path.isascii() else _UNSEEN.sub("", path)):
        raise _impossible(path)
    return path


def _impossible(path: str) -> CannotGoOn:
    return CannotGoOn("DVK958", path=printable(path))
