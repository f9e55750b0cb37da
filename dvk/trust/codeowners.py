"""Who reviews what, as rules of folders: what a platform can know of ownership."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dvk.facts import UnitsFile
from dvk.trust.owners import Ownership


@dataclass(frozen=True, slots=True)
class Rule:
    """The people of all below a folder of a unit, in every year and kind of document; "" is the whole workspace."""

    folder: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Somebody whom a platform does not know by this name, and where that stands."""

    path: str
    field: str
    person: str


def rules(ownership: Ownership, takes: Callable[[str], bool]) -> list[Rule]:
    """The rules of a day, each after those that it narrows down; folders whose people those above share are left out.

    Args:
        ownership: who answers for what.
        takes: whether the platform knows somebody by a name; a unit of whose people it knows none is reviewed by
            those of the folder around it.
    """
    found = {"": _known(ownership.people_of_roots, takes)}
    for folder in sorted(ownership.folders, key=lambda folder: folder.split("/")):
        people = _known(ownership.people_of(ownership.folders[folder]), takes)
        if people and people != found[_around(folder, found)]:
            found[folder] = people
    return [Rule(folder, people) for folder, people in found.items() if people]


def unknown_people(files: dict[str, UnitsFile], takes: Callable[[str], bool]) -> Iterator[Unknown]:
    """The people of units whom a platform does not know, in the order of the files."""
    for path, file in files.items():
        for unit in file.units:
            for position, person in enumerate(unit.maintainers):
                if not takes(person):
                    yield Unknown(path, f"units[id={unit.id}].maintainers[{position}]", person)


def _known(people: tuple[str, ...], takes: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(person for person in people if takes(person))


def _around(folder: str, among: dict[str, tuple[str, ...]]) -> str:
    """The nearest folder around this one that has a rule; "" where none has."""
    parts = folder.split("/")
    return next(top for end in range(len(parts) - 1, -1, -1) if (top := "/".join(parts[:end])) in among)
