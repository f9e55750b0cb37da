"""One file into its place: written beside it, flushed to disk, moved, and the folder flushed, too."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from dvk.writing.taking_turns import LOCK, OWN, only_writer

FORGOTTEN = 3600
"""Seconds after which a file beside others, by the clock of the disk, belongs to no dvk that still runs."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def new_folders(folder: Path) -> list[Path]:
    """The folders that are missing down to this one, the topmost first."""
    return list(takewhile(lambda above: not os.path.lexists(above), (folder, *folder.parents)))[::-1]


@contextmanager
def beside(target: Path, data: bytes, like: os.stat_result | None = None) -> Iterator[Path]:
    """A file with these bytes beside the target, on disk; when the block ends it is gone, unless it was moved.

    Args:
        target: where it is to go; it is not touched.
        data: all of it.
        like: whose mode and owner it gets; by default those of any new file here.

    Raises:
        OSError: about the target: nobody knows the file beside it.
    """
    file = target.with_name(f"{OWN}{os.urandom(8).hex()}")
    try:
        _write(file, data, target, like)
        yield file
    except OSError as problem:
        about = problem.filename if problem.filename not in {None, str(file)} else target
        raise OSError(problem.errno, problem.strerror, str(about)) from None
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _write(file: Path, data: bytes, target: Path, like: os.stat_result | None) -> None:
    mode = 0o666 if like is None else 0o600  # what few may read is never open to more of them
    with os.fdopen(os.open(file, _NEW, mode), "wb") as stream:
        stream.write(data)
        stream.flush()
        if like is not None:
            _made_like(file, target, like)
        os.fsync(stream.fileno())


def _made_like(file: Path, target: Path, like: os.stat_result) -> None:
    """Give a file the owner, the mode and the access list of another, as far as the system lets."""
    if hasattr(os, "chown"):
        for owner in ((like.st_uid, like.st_gid), (-1, like.st_gid)):
            with suppress(OSError):
                os.chown(file, *owner)
                break
    with suppress(OSError):
        file.chmod(stat.S_IMODE(like.st_mode))
    if hasattr(os, "listxattr"):
        for name in _attributes(target):
            with suppress(OSError):
                os.setxattr(file, name, os.getxattr(target, name))


def _attributes(target: Path) -> list[str]:
    try:
        return os.listxattr(target)
    except OSError:  # a disk that has none
        return []


def moved_over(file: Path, target: Path) -> None:
    """Put a file in the place of another in one step."""
    file.replace(target)
    on_disk(target.parent)


def moved_into_place(file: Path, target: Path) -> None:
    """Put a file where nothing stands.

    Raises:
        FileExistsError: where something does, however late it came.
    """
    try:
        os.link(file, target)
    except FileExistsError:
        raise
    except OSError:  # where there are hard links, what is wrong now is wrong for a move as well
        _renamed(file, target)
    on_disk(target.parent)


def _renamed(file: Path, target: Path) -> None:
    """The same on a disk without hard links, such as a memory stick: here one dvk after the other looks and moves."""
    with only_writer(target.parent):
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        file.rename(target)


def on_disk(folder: Path) -> None:
    """See to it that the names in a folder outlast a power cut, where the system can promise it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def swept(folder: Path) -> None:
    """Remove what a dvk that was killed long ago left in a folder; the disk's clock is asked, not this machine's."""
    with suppress(OSError):
        files = [file for file in folder.iterdir() if file.name.startswith(OWN) and file.name != LOCK]
        if not files:
            return
        now = _clock_of(folder)
        for left in files:
            if now - left.lstat().st_mtime > FORGOTTEN:
                left.unlink()


def _clock_of(folder: Path) -> float:
    probe = folder / f"{OWN}{os.urandom(8).hex()}"
    try:
        os.close(os.open(probe, _NEW, 0o600))
        return probe.lstat().st_mtime
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
