"""Writing files whole or not at all: beside the target, flushed to disk, then moved into its place."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of


def write_new(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Write new text files below ``root``: all of them, or none.

    Raises:
        CannotGoOn: DVK909 if one of them exists already, DVK910 if one cannot be written.
    """
    targets = {root / path: text for path, text in files.items()}
    for target in targets:
        if os.path.lexists(target):
            raise CannotGoOn("DVK909", path=str(target))
    written: list[Path] = []
    try:
        for target, text in targets.items():
            _place(target, text.encode(), over=False)
            written.append(target)
    except OSError as problem:
        _take_back(written)
        raise _cannot(problem, root) from None
    except BaseException:
        _take_back(written)
        raise
    return written


def write_result(target: Path, data: bytes, *, over: bool) -> None:
    """Write a result that somebody asked for by name; what stands there stays unless ``over``.

    Raises:
        CannotGoOn: DVK909 if it exists already, DVK910 if it cannot be written.
    """
    if not over and os.path.lexists(target):
        raise CannotGoOn("DVK909", path=str(target))
    try:
        _place(target, data, over=over)
    except OSError as problem:
        raise _cannot(problem, target) from None


def replace(target: Path, before: bytes, after: bytes) -> None:
    """Put other bytes in the place of a file, only if it still holds those that were read; its mode stays.

    Raises:
        CannotGoOn: DVK913 if somebody changed it meanwhile, DVK910 if it cannot be written.
    """
    try:
        mode = target.stat().st_mode & 0o777
        if target.is_symlink() or target.read_bytes() != before:
            raise CannotGoOn("DVK913", path=str(target))
        _place(target, after, over=True, mode=mode)
    except OSError as problem:
        raise _cannot(problem, target) from None


def write_changed(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write those text files below ``root`` that are new or say something else: all of them, or none; give their paths.

    Raises:
        CannotGoOn: DVK910 if one cannot be read or written, DVK913 if one is a link or was changed meanwhile.
    """
    written: dict[str, bytes | None] = {}
    try:
        for path, text in files.items():
            _stay_inside(root, path)
            found = (root / path).read_bytes() if os.path.lexists(root / path) else None
            if found is None:
                _place(root / path, text.encode(), over=False)
            elif found != text.encode():
                replace(root / path, found, text.encode())
            else:
                continue
            written[path] = found
    except BaseException as problem:
        for path, before in written.items():
            (root / path).unlink() if before is None else _place(root / path, before, over=True)
        if isinstance(problem, OSError):
            raise _cannot(problem, root) from None
        raise
    return list(written)


def _stay_inside(root: Path, path: str) -> None:
    """A folder that is a link may lead out of the workspace: nothing is written there."""
    if not (root / path).parent.resolve().is_relative_to(root.resolve()):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str((root / path).parent))


def _place(target: Path, data: bytes, *, over: bool, mode: int = 0o644) -> None:
    """The target is never half a file, and without ``over`` never somebody else's.

    Raises:
        OSError: about the target, or about a folder above it; never about the file beside it that comes first.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        _place_beside(target, data, over=over, mode=mode)
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, str(target)) from None


def _place_beside(target: Path, data: bytes, *, over: bool, mode: int) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".dvk-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        if over:
            Path(name).replace(target)
        else:
            os.link(name, target)
    finally:
        Path(name).unlink(missing_ok=True)


def _cannot(problem: OSError, target: Path) -> CannotGoOn:
    return CannotGoOn("DVK910", path=str(problem.filename or target), problem=reason_of(problem))


def _take_back(written: list[Path]) -> None:
    for path in written:
        path.unlink(missing_ok=True)
