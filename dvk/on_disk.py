"""What stands on disk below a folder, followed through no link: a link may lead anywhere."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

# A file may turn into a link or a pipe after it was listed: follow neither, wait for neither.
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def status_of(root: Path | str, path: str) -> os.stat_result | None:
    """What stands at a path, itself and not what it leads to; None where nothing does.

    Of many paths it is asked sooner where the root is text.
    """
    try:
        return os.lstat(f"{root}/{path}")
    except (FileNotFoundError, NotADirectoryError):
        return None


def folders_above(paths: Iterable[str]) -> list[str]:
    """Give every folder above these paths, as they are written, without the root; a folder before those in it."""
    folders: dict[str, None] = {}
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder in folders:
            continue
        above = []
        while folder and folder not in folders:
            above.append(folder)
            folder = folder.rpartition("/")[0]
        folders.update(dict.fromkeys(reversed(above)))
    return list(folders)


def real_folders(root: Path | str, paths: Iterable[str]) -> set[str]:
    """Give the folders above these paths that are folders all the way down from the root, never links."""
    real = {""}
    for folder in folders_above(paths):
        status = status_of(root, folder) if folder.rpartition("/")[0] in real else None
        if status is not None and stat.S_ISDIR(status.st_mode):
            real.add(folder)
    return real


def open_regular(file: str) -> BinaryIO:
    """Open a regular file to read its bytes.

    Raises:
        OSError: it is gone, cannot be read, or is no regular file (any more).
    """
    stream = open(file, "rb", opener=lambda name, flags: os.open(name, flags | _CAREFULLY))  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(f"not a regular file: {file!r}")
    return stream
