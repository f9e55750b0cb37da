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
"""Seconds, by the clock of the disk, after which a lock that the system does not free, or show us, is nobody's."""
_TRIES, _PAUSE = 20, 0.05
_OPEN = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_NEW = _OPEN | os.O_CREAT | os.O_EXCL
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """No other dvk edits files of this folder meanwhile, on this machine or another that shares the disk.

    It waits a second for another.

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
        try:
            release = _attempt(folder / LOCK)
        except OSError as problem:
            raise OSError(problem.errno, problem.strerror, str(folder)) from None
        if release is not None:
            return release
        time.sleep(_PAUSE)
    raise CannotGoOn("DVK979", path=str(folder))


def _attempt(lock: Path) -> Callable[[], None] | None:
    """Take the lock: what gives it back, or None while somebody else has it."""
    opened = _opened(lock)
    if opened is None:
        return None
    handle, is_new = opened
    try:
        mine = _locked(lock, handle)
    except BaseException:
        os.close(handle)
        raise
    if mine is None:  # a system without locks: whoever makes the file has it, until it is gone or very old
        mine = is_new
        if not is_new:
            _clear_if_stale(lock)
    if not mine:
        os.close(handle)
        return None
    return lambda: _given_back(lock, handle)


def _opened(lock: Path) -> tuple[int, bool] | None:
    """The file of the lock, and whether it was made now; None where it has just been given back, or is not for us."""
    try:
        handle = os.open(lock, _NEW, 0o666)
    except FileExistsError:
        try:
            return os.open(lock, _OPEN), False
        except FileNotFoundError:
            return None
        except PermissionError:
            _clear_if_stale(lock)
            return None
    if hasattr(os, "fchmod"):
        with suppress(OSError):
            os.fchmod(handle, 0o666)  # whoever may write in the folder may have the next turn
    return handle, True


def _locked(lock: Path, handle: int) -> bool | None:
    """Whether the system gives us the lock, which it frees when a process ends, however it ends; None without locks."""
    if not fcntl:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), lock.stat())  # else its last holder has removed it meanwhile
    except (BlockingIOError, FileNotFoundError):
        return False
    except OSError as problem:
        if problem.errno in _NO_LOCKS:
            return None
        raise


def _given_back(lock: Path, handle: int) -> None:
    """Remove the file while it is still ours; who waits for it sees that it is gone, and makes a new one."""
    if not fcntl:
        os.close(handle)  # Windows removes no file that is open
    with suppress(OSError):
        lock.unlink()
    if fcntl:
        os.close(handle)


def _clear_if_stale(lock: Path) -> None:
    """Move an old lock aside, which only one can do, and remove it; a new file tells the time of the disk."""
    aside = lock.with_name(f"{OWN}{os.urandom(8).hex()}")
    try:
        os.close(os.open(aside, _NEW, 0o600))
        old = lock.stat()
        if aside.stat().st_mtime - old.st_mtime > STALE:
            lock.replace(aside)
            if aside.stat().st_mtime != old.st_mtime:  # somebody was quicker, and it is theirs
                aside.rename(lock)
    except FileNotFoundError:
        return
    finally:
        aside.unlink(missing_ok=True)
