"""Which documents of a year are printed, and what their Word files are called where there are many."""

from collections.abc import Iterable

from dvk.kinds import kind_of
from dvk.periods import Period
from dvk.printing.contents.sources import PRINTABLE, result_name
from dvk.workspace import Workspace


def documents_of_year(workspace: Workspace, year: int, unit: str | None = None, *, drafts: bool = True) -> list[str]:
    """The documents that stand in the folders of a year and have a printed form, those that cannot be read among them.

    Args:
        workspace: where they are.
        year: the year of the folders.
        unit: only this unit and those below it at some time of the year.
        drafts: whether drafts are meant, too.
    """
    wanted = None if unit is None else {unit, *workspace.organisation.below_during(unit, [Period(year)])}
    folders = {workspace.organisation.folder_of(name) for name in wanted or ()}

    def is_meant(path: str) -> bool:
        filing = workspace.filing(path)
        if filing is None:
            return wanted is None or _folder_of_unit(path) in folders
        return (wanted is None or filing.unit in wanted) and (drafts or not filing.is_draft)

    of_year = (path for path in workspace.snapshot.paths() if path.split("/")[1:2] == [str(year)])
    return [path for path in of_year if kind_of(path) in PRINTABLE and is_meant(path)]


def places(paths: Iterable[str], *, mirrored: bool) -> dict[str, str]:
    """Path of each document → path of its Word file below the folder of results; no two are the same anywhere.

    Args:
        paths: the documents.
        mirrored: whether the folders of the workspace are kept, or all lie side by side.

    Raises:
        CannotGoOn: DVK923 for a document that has no printed form.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path in dict.fromkeys(paths):
        folder = f"{path.rpartition('/')[0]}/" if mirrored else ""
        found[path] = _free(f"{folder}{result_name(path)}", taken)
        taken.add(found[path].casefold())
    return found


def _free(place: str, taken: set[str]) -> str:
    """The place, or the first numbered one beside it; large and small letters are one file on many machines."""
    stem, dot, ending = place.rpartition(".")
    number = 1
    while place.casefold() in taken:
        number += 1
        place = f"{stem}-{number}{dot}{ending}"
    return place


def _folder_of_unit(path: str) -> str:
    return "/".join(path.split("/")[2:-1])
