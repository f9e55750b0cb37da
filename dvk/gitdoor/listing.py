"""What files a commit, the index and the folder have."""

import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import fields, output
from dvk.gitdoor.safety import printable
from dvk.gitdoor.waiting import refuse_pipes
from dvk.on_disk import folders_above

LINK_MODE = "120000"
SUBMODULE_MODE = "160000"

_NO_NAME = re.compile(r"(?:^|/)(?:\.{0,2}(?:/|$)|(?:\.git|git~1)[\s.]*(?:[/:]|$))", re.IGNORECASE)
_MAY_BE_NONE = re.compile(r"[/\0](?:[./\0]|git~1)", re.IGNORECASE)  # the same quickly, of paths between NUL bytes
_UNSEEN = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")  # left out of names on some disks


def tree_entries(root: Path, commit: str, paths: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
    """List a commit's files below root as path → (mode, blob id), only at or below ``paths`` if given.

    Raises:
        CannotGoOn: DVK958 if there is a name that no checkout could give to a file: ``..``, ``.git``, one that
            two files share; git makes no such commit, only somebody's own program does.
    """
    entries: dict[str, tuple[str, str]] = {}
    with output(root, ["ls-tree", "-r", "-z", "--end-of-options", commit, *paths]) as stream:
        for described, path in _described(stream):
            mode, _, blob = described.split(" ")
            if path in entries:
                raise _impossible(path)
            entries[path] = (mode, blob)
    _refuse_impossible(entries)
    if both := [folder for folder in folders_above(entries) if folder in entries]:
        raise _impossible(min(both))
    return entries


def index_entries(root: Path, paths: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
    """List the index below root as path → (mode, blob id), only what is at or below ``paths`` if given.

    In a conflict our side (stage 2) stands, and theirs (stage 3) for a file that we had deleted.

    Raises:
        CannotGoOn: DVK958 as ``tree_entries``.
    """
    entries: dict[str, tuple[str, str]] = {}
    with output(root, ["ls-files", "-s", "-z", "--", *paths]) as stream:
        for described, path in _described(stream):
            mode, blob, stage = described.split(" ")
            if stage in {"0", "2"} or (stage == "3" and path not in entries):  # in the order of their stages
                entries[path] = (mode, blob)
    _refuse_impossible(entries)
    return entries


def left_out(root: Path) -> dict[str, tuple[str, str]]:
    """List what the index has and a sparse checkout does not put on disk, as path → (mode, blob id)."""
    entries = {}
    with output(root, ["ls-files", "-s", "-t", "-z"]) as stream:
        for described, path in _described(stream):
            tag, mode, blob, _ = described.split(" ")
            if tag == "S":
                entries[path] = (mode, blob)
    _refuse_impossible(entries)
    return entries


def untracked(root: Path, paths: Sequence[str] = ()) -> list[str]:
    """List the files below root that git neither tracks nor ignores, as ``looking_for_untracked`` does."""
    with looking_for_untracked(root, paths) as found:
        return found()


@contextmanager
def looking_for_untracked(root: Path, paths: Sequence[str] = ()) -> Iterator[Callable[[], list[str]]]:
    """Have git look for the files that it neither tracks nor ignores, while the block does something else.

    What the block is given lists them: those below root, only at or below ``paths`` if given.

    Only ``.gitignore`` says what is ignored, which everybody sees, no list that this repository alone has. A repository
    within ours comes as one path with ``/`` at its end.

    Raises:
        CannotGoOn: DVK968 if such a file is a pipe.
    """
    refuse_pipes(root)
    with output(root, ["ls-files", "-o", "--exclude-per-directory=.gitignore", "-z", "--", *paths]) as stream:
        yield lambda: [os.fsdecode(path) for path in fields(stream)]


def _described(stream: IO[bytes]) -> Iterator[tuple[str, str]]:
    """What git says of each path, and the path."""
    for line in os.fsdecode(stream.read()).split("\0")[:-1]:
        described, _, path = line.partition("\t")
        yield described, path


def _refuse_impossible(paths: Collection[str]) -> None:
    """Refuse a path that would lead out of the folder or into git's own.

    Raises:
        CannotGoOn: DVK958 with the first of them.
    """
    suspicious = _MAY_BE_NONE.search("\0".join(["", *paths, ""]))
    for path in paths if suspicious else (path for path in paths if not path.isascii()):
        if _NO_NAME.search(path if path.isascii() else _UNSEEN.sub("", path)):
            raise _impossible(path)


def _impossible(path: str) -> CannotGoOn:
    return CannotGoOn("DVK958", path=printable(path))
