"""Writing files whole or not at all; docs/output.md has the table of what is promised."""

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of
from dvk.writing.interruption import to_the_end
from dvk.writing.placing import beside, moved_into_place, moved_over, new_folders, on_disk, swept
from dvk.writing.taking_turns import only_writer

__all__ = ["replace", "replace_all", "write_changed", "write_new", "write_result"]


def write_new(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Write new text files below ``root``: all of them, or none.

    Raises:
        CannotGoOn: DVK909 if one of them exists already, DVK910 if one cannot be written, DVK979 if another dvk keeps
            on writing in its folder.
    """
    targets = {root / path: text for path, text in files.items()}
    for target in targets:
        if os.path.lexists(target):
            raise CannotGoOn("DVK909", path=str(target))
    with to_the_end():
        made = _Made()
        try:
            for target, text in targets.items():
                made.file(target, text.encode())
        except BaseException as problem:
            made.take_back()
            if isinstance(problem, OSError):
                raise _cannot(problem, root) from None
            raise
    return made.files


def write_result(target: Path, data: bytes, *, over: bool) -> None:
    """Write a result that somebody asked for by name; what stands there stays unless ``over``.

    Raises:
        CannotGoOn: DVK909 if it exists already, DVK910 if it cannot be written, DVK979 if another dvk keeps on writing
            in its folder.
    """
    if not over and os.path.lexists(target):
        raise CannotGoOn("DVK909", path=str(target))
    with to_the_end():
        made = _Made()
        try:
            made.file(target, data, over=over)
        except BaseException as problem:
            made.take_back()
            if isinstance(problem, OSError):
                raise _cannot(problem, target) from None
            raise


def replace(target: Path, before: bytes, after: bytes) -> None:
    """Put other bytes in the place of a file, only if it still holds those that were read.

    Its mode stays, its owner as far as the system lets; another name of the same file (a hard link) keeps the old
    bytes. Of two dvk that edit one file, the second is refused.

    Raises:
        CannotGoOn: DVK913 if somebody changed it meanwhile, DVK910 if it cannot be written, DVK979 if another dvk keeps
            on writing in its folder.
    """
    try:
        with to_the_end(), only_writer(target.parent):
            status = _writable(target)
            with beside(target, after, status) as file:
                if _is_link(target) or target.read_bytes() != before:
                    raise CannotGoOn("DVK913", path=str(target))
                moved_over(file, target)
            swept(target.parent)
    except OSError as problem:
        raise _cannot(problem, target) from None


def replace_all(root: Path, files: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """Put other bytes in the place of files below ``root``: of all of them, or of none.

    Where one cannot be written, those before it are put back; but what somebody changed since is theirs and stays.

    Args:
        root: the folder that the paths are below.
        files: path → the bytes that were read, None for a file that is new, and those that are to be there.

    Raises:
        CannotGoOn: about the first that cannot be written: DVK910, DVK913 if it is a link or was changed meanwhile,
            DVK979 if another dvk keeps on writing in its folder.
    """
    replaced: dict[str, tuple[bytes, bytes]] = {}
    with to_the_end():
        made = _Made()
        try:
            for path, (before, after) in files.items():
                _stay_inside(root, path)
                if before is None:
                    made.file(root / path, after)
                else:
                    replace(root / path, before, after)
                    replaced[path] = (before, after)
        except BaseException as problem:
            made.take_back()
            _put_back(root, replaced)
            if isinstance(problem, OSError):
                raise _cannot(problem, root) from None
            raise


def write_changed(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write those text files below ``root`` that are new or say something else: all of them, or none; give their paths.

    Raises:
        CannotGoOn: DVK910 if one cannot be read; else as ``replace_all`` says.
    """
    try:
        found = {path: (root / path).read_bytes() if os.path.lexists(root / path) else None for path in files}
    except OSError as problem:
        raise _cannot(problem, root) from None
    changed = {path: (found[path], text.encode()) for path, text in files.items() if found[path] != text.encode()}
    replace_all(root, changed)
    return list(changed)


class _Made:
    """New files and folders of one call, which are taken back if one of them cannot be made."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self._folders: list[Path] = []

    def file(self, target: Path, data: bytes, *, over: bool = False) -> None:
        """Make a file, never half of it, and without ``over`` never somebody else's.

        Raises:
            OSError: about the target, or about a folder above it; never about the file beside it that comes first.
        """
        for folder in new_folders(target.parent):
            folder.mkdir(exist_ok=True)  # another dvk may have made it a moment ago
            self._folders.append(folder)
            on_disk(folder.parent)
        with beside(target, data) as file:
            moved_over(file, target) if over else moved_into_place(file, target)
        self.files.append(target)
        swept(target.parent)

    def take_back(self) -> None:
        """Remove what was made; a folder that somebody else uses meanwhile stays."""
        for path in self.files:
            path.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()


def _put_back(root: Path, replaced: dict[str, tuple[bytes, bytes]]) -> None:
    """The old bytes in their place again, file by file, unless somebody has changed one since."""
    for path, (before, after) in reversed(replaced.items()):
        with suppress(CannotGoOn):
            replace(root / path, after, before)


def _stay_inside(root: Path, path: str) -> None:
    """A folder that is a link may lead out of the workspace: nothing is written there."""
    if not (root / path).parent.resolve().is_relative_to(root.resolve()):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str((root / path).parent))


def _is_link(target: Path) -> bool:
    return stat.S_ISLNK(target.lstat().st_mode)


def _writable(target: Path) -> os.stat_result:
    """What the file is, if whoever calls may write it: moving another in its place would ask for the folder alone."""
    if not os.access(target, os.W_OK) and target.exists():
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return target.stat()


def _cannot(problem: OSError, target: Path) -> CannotGoOn:
    if isinstance(problem, FileExistsError) and problem.filename and not Path(problem.filename).is_dir():
        return CannotGoOn("DVK909", path=str(problem.filename))
    return CannotGoOn("DVK910", path=str(problem.filename or target), problem=reason_of(problem))
