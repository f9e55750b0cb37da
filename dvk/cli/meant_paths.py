"""Files and folders that a call names, also such as are there no more."""

from collections.abc import Collection, Iterable
from pathlib import Path

from dvk.cli.opening import known
from dvk.errors import CannotGoOn
from dvk.snapshot import is_wanted
from dvk.vietnamese.text import nfc


def paths_meant(root: Path, typed: str) -> list[str]:
    """What a typed path may mean, seen from here and from the root of the workspace; "" is the root.

    Raises:
        CannotGoOn: DVK907 if it leads out of the workspace both ways.
    """
    whole = root.resolve()
    found = dict.fromkeys(_resolved(folder / typed) for folder in (Path.cwd(), whole))
    inside = [path.relative_to(whole).as_posix() for path in found if path is not None and path.is_relative_to(whole)]
    if not inside:
        raise CannotGoOn("DVK907", what="path", name=typed)
    return ["" if path == "." else path for path in inside]


def path_meant(root: Path, typed: str, among: Collection[str]) -> str:
    """The file, or the folder above files, that a typed path means; accents may be written either way.

    Raises:
        CannotGoOn: DVK907, with the nearest files, if it means none.
    """
    meant = paths_meant(root, typed)
    for path in (*meant, *_as_spelled(meant, among)):
        if any(is_wanted(file, [path]) for file in among):
            return path
    return known("path", meant[-1], among)


def _as_spelled(meant: Iterable[str], among: Iterable[str]) -> list[str]:
    """The same paths as files spell them, whose names may hold accents as signs of their own."""
    spelled = {nfc(file): file for file in among}
    return [spelled[nfc(path)] for path in meant if nfc(path) in spelled]


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # a NUL, a circle of links, a name that is too long
        return None
