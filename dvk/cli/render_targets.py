"""Where printed documents go: places that are free, never among the documents of the workspace."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from dvk.cli.destination import see_that_it_is_free
from dvk.errors import CannotGoOn
from dvk.kinds import FOLDERS

_ENDING = ".docx"
_PDF = ".pdf"


def one_target(root: Path, name: str, output: Path | None) -> Path:
    """Where one document goes that is called ``name`` unless ``-o`` says otherwise.

    Raises:
        CannotGoOn: DVK908 for a place among the documents, DVK922 for another ending.
    """
    target = Path(name) if output is None else output / name if _is(output.is_dir) else output
    if target.suffix.lower() != _ENDING:
        raise CannotGoOn("DVK922", path=str(target), form="docx", clear=_ENDING)
    if is_among_documents(root, target):
        if output is not None:
            raise CannotGoOn("DVK908", option="-o", typed=str(output), clear=str(root / target.name))
        return root / name
    return target


def many_targets(root: Path, places: Mapping[str, str], output: Path | None, usual: str) -> dict[str, Path]:
    """Where many documents go: each to its place below the folder of ``-o``.

    Args:
        root: the workspace.
        places: document → its place below the folder.
        output: the folder, which need not be there yet.
        usual: the folder where none is given; "" is the one that dvk is called in.

    Raises:
        CannotGoOn: DVK908 where ``-o`` is a file, or lies among the documents.
    """
    folder = Path(usual) if output is None else output
    if output is not None and not _is(output.is_dir) and (_is(output.exists) or output.suffix.lower() == _ENDING):
        raise CannotGoOn("DVK908", option="-o", typed=str(output), clear=f"{output.with_suffix('')}/")
    if any(is_among_documents(root, folder / top) for top in _tops(places.values())):
        if output is not None:
            raise CannotGoOn("DVK908", option="-o", typed=str(output), clear=str(root / "van-ban"))
        folder = root / usual
    return {path: folder / place for path, place in places.items()}


def see_that_all_are_free(targets: Iterable[Path], *, pdf: bool, force: bool) -> None:
    """See to it, before any work is done, that every file may be written.

    Raises:
        CannotGoOn: as ``see_that_it_is_free``, for the first that may not.
    """
    for target in targets:
        see_that_it_is_free(target, force=force)
        if pdf:
            see_that_it_is_free(target.with_suffix(_PDF), force=force)


def _is(asked: Callable[[], bool]) -> bool:
    """What the disk says of a path; of one that no file can have, such as too long a name, writing will tell."""
    try:
        return asked()
    except OSError:
        return False


def _tops(places: Iterable[str]) -> set[Path]:
    """A file in each of the topmost folders; these are few where the files are many."""
    return {Path(*Path(place).parts[:1], "x") if "/" in place else Path("x") for place in places}


def is_among_documents(root: Path, target: Path) -> bool:
    inside = target.absolute().parent.resolve()
    return any(inside.is_relative_to((root / folder).resolve()) for folder in FOLDERS)
