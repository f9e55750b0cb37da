"""Temporary files: where there is no room for one, or no folder that takes any, a command stops with one line."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of


@contextmanager
def writing_temporary_files() -> Iterator[None]:
    """What goes wrong inside goes wrong with a temporary file: nothing else may stand there.

    Raises:
        CannotGoOn: DVK910, with the folder for temporary files and why it takes none.
    """
    try:
        yield
    except OSError as problem:
        folder = tempfile.tempdir  # not worked out yet where none of the usual ones could be written
        reason = reason_of(problem) if folder else "no_temporary_folder"
        raise CannotGoOn("DVK910", path=os.fsdecode(folder or "TMPDIR"), problem=reason) from None


def see_that_there_is_room(folder: Path, room: int) -> None:
    """See to it that so many bytes are free, for a program that would not say what it could not write.

    Raises:
        OSError: ENOSPC where they are not.
    """
    if disk_usage(folder).free < room:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
