"""A folder of results: there whole, or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of
from dvk.writing.placing import new_folders, on_disk
from dvk.writing.taking_turns import OWN


def see_that_it_is_new(target: Path) -> None:
    """See to it, before the work is done, that nothing stands there but an empty folder at the most.

    Raises:
        CannotGoOn: DVK909 if something does, DVK910 if it is a folder that is not empty or cannot be looked at.
    """
    try:
        if os.path.lexists(target) and (target.is_symlink() or not target.is_dir()):
            raise CannotGoOn("DVK909", path=str(target))
        if target.is_dir() and any(target.iterdir()):
            raise CannotGoOn("DVK910", path=str(target), problem=errno.errorcode[errno.ENOTEMPTY])
    except OSError as problem:
        raise _cannot(problem, target) from None


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of ``target`` when the block has ended well; otherwise nothing is left.

    Raises:
        CannotGoOn: DVK909 or DVK910 if something stands there by then, DVK910 if it cannot be written.
    """
    see_that_it_is_new(target)
    target = Path(os.path.abspath(target))  # noqa: PTH100 - a link above stays a link
    filled = target.with_name(f"{OWN}{os.urandom(8).hex()}")
    above: list[Path] = []
    try:
        for folder in new_folders(target.parent):
            folder.mkdir(exist_ok=True)
            above.append(folder)
        filled.mkdir()
        yield filled
        see_that_it_is_new(target)
        if target.is_dir():
            target.rmdir()
        filled.rename(target)
        on_disk(target.parent)
    except BaseException as problem:
        shutil.rmtree(filled, ignore_errors=True)
        for folder in reversed(above):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(problem, OSError):
            raise _cannot(problem, target) from None
        raise


def _cannot(problem: OSError, target: Path) -> CannotGoOn:
    return CannotGoOn("DVK910", path=str(target), problem=reason_of(problem))
