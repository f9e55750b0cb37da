"""Where the repository begins that a folder lies in, told without git."""

import os
from collections.abc import Iterator
from pathlib import Path


def holders_of(root: Path) -> Iterator[Path]:
    """The folders at and above root that hold ``.git``, the nearest first; links are followed."""
    here = root.resolve()
    return (folder for folder in (here, *here.parents) if os.path.lexists(folder / ".git"))


def top_of(root: Path) -> Path:
    """Give the top of the repository: the nearest folder at or above root that holds ``.git``; root where none does."""
    return next(holders_of(root), root.resolve())


def folder_in_repository(root: Path) -> str:
    """Give the folder of root inside its repository, with ``/`` at its end; "" at its top, or without git."""
    place = root.resolve().relative_to(top_of(root)).as_posix()
    return "" if place == "." else f"{place}/"
