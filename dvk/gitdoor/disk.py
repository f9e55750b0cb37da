"""The working tree as git would keep it: modes and blob ids worked out here, because git would run filters."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import CHUNK, read
from dvk.gitdoor.listing import LINK_MODE, SUBMODULE_MODE, index_entries, left_out, untracked
from dvk.messages.of_system import reason_of
from dvk.on_disk import open_regular, real_folders, status_of

_NEW = ("", "")
_LENGTH_OF_SHA1 = 40
_LARGE = 1 << 25  # larger files are hashed in pieces, and not looked at for line ends


def disk_sides(root: Path) -> dict[str, tuple[str, str]]:
    """List the files on disk that git tracks or would track, below root, as path → (mode, blob id).

    No filter is run: what one would change, as Git LFS does, differs from the index. A file that differs from it
    only by CRLF has the index's id, as with ``core.autocrlf``. A submodule is as the index has it, a repository
    within ours that git does not track is one without id; what a sparse checkout leaves out is as the index has
    it. What is gone, lies behind a link, or is neither file nor link, is left out.

    Raises:
        CannotGoOn: DVK911 if a file cannot be read.
    """
    sides = left_out(root)
    listed = dict.fromkeys(untracked(root), _NEW) | index_entries(root)
    real = real_folders(root, listed)
    folder = _Folder(root, hash_name(root), _modes_tell(root))
    for path, known in listed.items():
        if path.endswith("/"):
            sides[path[:-1]] = (SUBMODULE_MODE, "")
        elif path.rpartition("/")[0] in real and (side := folder.side(path, known)):
            sides[path] = side
        elif known[0] == SUBMODULE_MODE:
            sides[path] = known
    return sides


def blob_id(data: bytes, algorithm: str = "sha1") -> str:
    """Give the id under which git keeps these bytes: the hash of ``blob LENGTH``, NUL and the bytes."""
    return hashlib.new(algorithm, b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def is_blob(data: bytes, blob: str) -> bool:
    """Tell whether these are the bytes that git keeps under an id, in repositories of either hash."""
    return blob_id(data, "sha1" if len(blob) == _LENGTH_OF_SHA1 else "sha256") == blob


@dataclass(frozen=True, slots=True)
class _Folder:
    """A working tree: its root, the repository's hash, and whether the disk keeps who may execute a file."""

    root: Path
    hash_name: str
    modes_tell: bool

    def side(self, path: str, known: tuple[str, str]) -> tuple[str, str] | None:
        """Mode and blob id of a file or link, None where neither stands; ``known`` is what the index has."""
        file = f"{self.root}/{path}"
        try:
            status = status_of(self.root, path)
            if status is None or not (stat.S_ISLNK(status.st_mode) or stat.S_ISREG(status.st_mode)):
                return None
            if stat.S_ISLNK(status.st_mode):
                target = os.readlink(file)  # noqa: PTH115 - Path would tidy up the target's text
                return LINK_MODE, blob_id(os.fsencode(target), self.hash_name)
            with open_regular(file) as stream:
                return self._mode(status, known[0]), self._id(stream, known[1])
        except FileNotFoundError:
            return None
        except OSError as problem:
            raise CannotGoOn("DVK911", path=file, problem=reason_of(problem)) from None

    def _mode(self, status: os.stat_result, known: str) -> str:
        if known == LINK_MODE:  # where links cannot be made, git writes the target into a plain file
            return LINK_MODE
        executable = status.st_mode & stat.S_IXUSR if self.modes_tell else known == "100755"
        return "100755" if executable else "100644"

    def _id(self, stream: BinaryIO, known: str) -> str:
        size = os.fstat(stream.fileno()).st_size
        if size > _LARGE:
            return self._id_in_pieces(stream, size)
        data = stream.read()
        found = blob_id(data, self.hash_name)
        if found != known and b"\r\n" in data and blob_id(data.replace(b"\r\n", b"\n"), self.hash_name) == known:
            return known
        return found

    def _id_in_pieces(self, stream: BinaryIO, size: int) -> str:
        summed = hashlib.new(self.hash_name, b"blob %d\0" % size, usedforsecurity=False)
        while chunk := stream.read(CHUNK):
            summed.update(chunk)
        return summed.hexdigest()


def hash_name(root: Path) -> str:
    """Give the hash by which the repository makes its ids, ``sha1`` or ``sha256``."""
    """Give the hash by which the repository makes its ids, ``sha1`` or ``sha256``."""
    return read(root, "rev-parse", "--show-object-format").decode().strip()


def _modes_tell(root: Path) -> bool:
    """Tell whether an executable bit on this disk means anything (``core.fileMode``)."""
    return read(root, "config", "--type=bool", "--get", "core.fileMode", also={1}).strip() != b"false"
