"""One dvk at a time edits files of a folder: the lock, which nobody is left to hold when its holder was killed."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dvk.errors import CannotGoOn

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

OWN = ".dvk-"
"""What the names of all files begin with that stand beside documents for a moment."""
LOCK = f"{OWN}lock"
STALE = 60
"""Seconds after which a lock that the system does not free by itself belongs to nobody, by the clock of the disk."""
_TRIES, _PAUSE = 30, 0.05
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """No other dvk edits files of this folder meanwhile, on this machine or another that shares the disk.

    It waits for another for a second and a half.

    Raises:
        CannotGoOn: DVK979 where another does not come to an end.
        OSError: where the folder cannot be written.
    """
    release = _taken(folder)
    try:
        yield
    finally:
        release()


def _taken(folder: Path) -> Callable[[], None]:
    for _ in range(_TRIES):
        release = _attempt(folder / LOCK)
        if release is not None:
            return release
        time.sleep(_PAUSE)
    raise CannotGoOn("DVK979", path=str(folder))


def _attempt(lock: Path) -> Callable[[], None] | None:
    """Take the lock: what gives it back, or None while somebody else has it."""
    try:
        return _locked(lock) if fcntl else _made(lock)
    except OSError as problem:
        if problem.errno in _NO_LOCKS and fcntl:
            return _made(lock)
        if isinstance(problem, PermissionError) and os.path.lexists(lock):
            return None
        raise OSError(problem.errno, problem.strerror, str(lock.parent)) from None


def _locked(lock: Path) -> Callable[[], None] | None:
    """A lock of the system, which frees it when the process ends, however it ends; the file itself means nothing."""
    handle = os.open(lock, _OPEN, 0o666)
    try:
        with suppress(OSError):
            os.fchmod(handle, 0o666)  # whoever may write in the folder may have the next turn
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(handle), lock.stat()):
            return lambda: _given_back(lock, handle)
    except (BlockingIOError, FileNotFoundError):
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _given_back(lock: Path, handle: int) -> None:
    """Remove the file while it is still ours; who waits for it sees that it is gone, and makes a new one."""
    with suppress(OSError):
        lock.unlink()
    os.close(handle)


def _made(lock: Path) -> Callable[[], None] | None:
    """Where the system has no locks: whoever makes the file has it, until it is gone or older than any edit takes."""
    try:
        os.close(os.open(lock, _OPEN | os.O_EXCL, 0o666))
    except FileExistsError:
        _clear_if_stale(lock)
        return None
    return lambda: lock.unlink(missing_ok=True)


def _clear_if_stale(lock: Path) -> None:
    """Move an old lock aside, which only one can do, and remove it; a new file tells the time of the disk."""
    aside = lock.with_name(f"{OWN}{os.urandom(8).hex()}")
    try:
        os.close(os.open(aside, _OPEN | os.O_EXCL, 0o600))
        old = lock.stat()
        if aside.stat().st_mtime - old.st_mtime > STALE:
            lock.replace(aside)
            if aside.stat().st_mtime != old.st_mtime:  # somebody was quicker, and it is theirs
                aside.rename(lock)
    except FileNotFoundError:
        return
    finally:
        aside.unlink(missing_ok=True)
