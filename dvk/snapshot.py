"""The files of a workspace as they are or were: path → blob id and bytes, with git or without.

Three sources give one shape: the working tree, where the bytes on disk are what counts; a commit; and a
folder without git. Only what a workspace can hold is listed (``WORKSPACE_FILES`` and all below
``WORKSPACE_FOLDERS``), nothing in folders whose name begins with a dot, and nothing that is neither a file
nor a symbolic link.
Paths are relative to the root, with ``/``.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, TypeAlias

from dvk import gitdoor
from dvk.errors import CannotGoOn
from dvk.kinds import FOLDERS
from dvk.on_disk import open_regular, real_folders, status_of

SETTINGS_FILE = "dvk.yaml"
WORKSPACE_FILES = (SETTINGS_FILE, "indicators.yaml", "holidays.yaml")
WORKSPACE_FOLDERS = FOLDERS
LARGEST_FILE = 1 << 20

_looks = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")
_WANTED = (*WORKSPACE_FILES, *WORKSPACE_FOLDERS)
_FOLDERS = tuple(f"{folder}/" for folder in WORKSPACE_FOLDERS)


Looks: TypeAlias = tuple[int, int, int, int]
"""Bytes, time of the last change of the contents and of the file itself in ns, number of the file on its disk."""


class Entry(NamedTuple):
    """One file of a snapshot.

    Args:
        blob: git's id of the contents; None in a working tree.
        looks: on disk its size, times and number, by which one sees that it was not touched; None elsewhere.
        link: a symbolic link, which is listed to be reported and never read.
    """

    blob: str | None
    looks: Looks | None
    link: bool


@dataclass(frozen=True)
class Snapshot:
    """The files of one workspace at one time.

    Args:
        root: the workspace's folder.
        commit: id of the commit they are from; None for those on disk.
        in_git: whether git knows this folder, and so when things were received.
        entries: path → entry.
    """

    root: Path
    commit: str | None
    in_git: bool
    entries: Mapping[str, Entry]

    def paths(self) -> list[str]:
        """List the paths in their order as text."""
        return sorted(self.entries)

    def files_at(self, wanted: Collection[str]) -> list[str]:
        """List the files at or below some paths; all of them without paths."""
        return [path for path in self.paths() if is_wanted(path, wanted)]

    def read(self, path: str) -> bytes:
        """Give the bytes of one file; see ``read_all``."""
        return next(iter(self.read_all([path])))[1]

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Stream (path, bytes) in the order of ``paths``: all of a file up to 1 MiB, else 1 MiB and one byte.

        Raises:
            KeyError: a path is not in the snapshot.
            ValueError: a path is a symbolic link.
            OSError: a file on disk cannot be read, or is gone since it was listed.
            CannotGoOn: DVK903 if git lacks the contents, as in a partial clone.
        """
        wanted = list(paths)
        for path in wanted:
            if self.entries[path].link:
                raise ValueError(f"a symbolic link is not read: {path!r}")
        return self._read(wanted)

    def _read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        ids = [self.entries[path].blob for path in paths]
        in_git = gitdoor.blobs(self.root, filter(None, ids), limit=LARGEST_FILE)
        for path, blob in zip(paths, ids, strict=True):
            yield path, next(in_git)[1] if blob else _bytes_on_disk(f"{self.root}/{path}")
        next(in_git, None)  # git's own end, with its complaints


@dataclass(frozen=True)
class Overlaid(Snapshot):
    """The files of a workspace, some of them with other bytes, as an edit or a merge would leave them.

    Args:
        texts: path → bytes of those.
    """

    texts: Mapping[str, bytes]

    def _read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        others = super()._read([path for path in paths if path not in self.texts])
        for path in paths:
            yield (path, self.texts[path]) if path in self.texts else next(others)


def overlaid(snapshot: Snapshot, texts: Mapping[str, bytes]) -> Overlaid:
    """The same files, some of them with other bytes, or new."""
    entries = {**snapshot.entries, **dict.fromkeys(texts, Entry(None, None, link=False))}
    return Overlaid(snapshot.root, snapshot.commit, snapshot.in_git, entries, texts)


def working_tree(root: Path) -> Snapshot:
    """Take the files as they are on disk: what git tracks or would track, or all of them without git.

    A workspace of which git knows nothing, because it lies in an ignored folder, counts as one without git.

    Raises:
        CannotGoOn: DVK903 or DVK904 if there is a repository that git cannot read.
    """
    known = _known_to_git(root) if gitdoor.is_repository(root) else None
    if known is not None:
        return Snapshot(root, None, in_git=True, entries=known)
    return Snapshot(root, None, in_git=False, entries=_entries_on_disk(root, dict.fromkeys(_walk(root), "")))


def at_commit(root: Path, commit: str) -> Snapshot:
    """Take the files of a commit, given by its full id; the working tree plays no part.

    Raises:
        CannotGoOn: DVK902 outside git, DVK903 if there is no such commit.
    """
    entries = {
        path: Entry(blob, None, link=mode == gitdoor.LINK_MODE)
        for path, (mode, blob) in gitdoor.tree_entries(root, commit, _WANTED).items()
        if mode != gitdoor.SUBMODULE_MODE and _belongs(path, link=mode == gitdoor.LINK_MODE)
    }
    return Snapshot(root, commit, in_git=True, entries=entries)


def find_root(start: Path) -> Path:
    """Find the workspace: the nearest folder at or above ``start`` that holds ``dvk.yaml``.

    Raises:
        CannotGoOn: DVK906 if there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise CannotGoOn("DVK906", root=str(start))


def is_wanted(path: str, wanted: Collection[str]) -> bool:
    """Whether a file stands at or below one of the paths; "" is the root, and without paths every file is wanted."""
    return not wanted or any(not top or path == top or path.startswith(f"{top}/") for top in wanted)


def _known_to_git(root: Path) -> dict[str, Entry] | None:
    """Give what git tracks or would track and is on disk; None where git knows of nothing."""
    with gitdoor.looking_for_untracked(root, _WANTED) as untracked:
        modes = {path: mode for path, (mode, _) in gitdoor.index_entries(root, _WANTED).items()}
        tracked = _entries_on_disk(root, modes)
        others = dict.fromkeys(untracked(), "")
    return _entries_on_disk(root, others) | tracked if others or modes else None


def _walk(root: Path) -> Iterator[str]:
    """List what stands on disk where a workspace keeps its files, links unfollowed, dot folders unvisited."""
    pending = []
    for name in _WANTED:
        found = root / name
        if found.is_dir() and not found.is_symlink():
            pending.append(name)
        else:
            yield name
    while pending:
        folder = pending.pop()
        with os.scandir(f"{root}/{folder}") as items:
            for item in items:
                if not item.is_dir(follow_symlinks=False):
                    yield f"{folder}/{item.name}"
                elif not item.name.startswith("."):
                    pending.append(f"{folder}/{item.name}")


def _entries_on_disk(root: Path, modes: Mapping[str, str]) -> dict[str, Entry]:
    """Keep what is on disk now as a file or a link, below folders that are no links."""
    top = os.fspath(root)
    real = real_folders(top, modes)
    ours = {folder for folder in real if _is_ours(folder)}
    entries = {}
    for path, mode in modes.items():
        folder = path.rpartition("/")[0]
        status = status_of(top, path) if folder in real and not _leads_out(path) else None
        if status is None:
            continue
        # Where links cannot be made, git writes a link's target into a plain file: it is a link all the same.
        link = stat.S_ISLNK(status.st_mode) or mode == gitdoor.LINK_MODE
        if (folder in ours or _stands_alone(path, link=link)) and (link or stat.S_ISREG(status.st_mode)):
            entries[path] = Entry(None, _looks(status), link)
    return entries


def _belongs(path: str, *, link: bool) -> bool:
    """Tell whether a workspace can hold this path."""
    return not _leads_out(path) and (_is_ours(path.rpartition("/")[0]) or _stands_alone(path, link=link))


def _leads_out(path: str) -> bool:
    return os.sep != "/" and os.sep in path  # as "..\\" would


def _stands_alone(path: str, *, link: bool) -> bool:
    """Tell whether it is a file of the workspace's root, or one of its folders, which is listed where it is a link."""
    return path in WORKSPACE_FILES or (link and path in WORKSPACE_FOLDERS)


def _is_ours(folder: str) -> bool:
    return f"{folder}/".startswith(_FOLDERS) and "/." not in folder


def _bytes_on_disk(file: str) -> bytes:
    """Read a regular file, at most one byte more than the largest allowed."""
    with open_regular(file) as stream:
        return stream.read(min(os.fstat(stream.fileno()).st_size, LARGEST_FILE) + 1)
