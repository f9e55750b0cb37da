"""Who answers for which unit, folder and entry of the organisation on a day.

A unit's files belong to the people it names, else to those of the nearest unit above that names any; those of a unit
that has ended to where it went. What belongs to no unit, policy above all, belongs to the people of the roots.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dvk.facts import Unit
from dvk.kinds import FILED_FOLDERS, KINDS
from dvk.organisation import Organisation
from dvk.people import each_once, is_among
from dvk.superiors import day_within, has_ended, people_for, units_above

FOLDERS_OF_UNITS = (*FILED_FOLDERS, KINDS["story"].folder)
"""Where the files of units lie, below a year and the folder of the unit."""
_BEFORE_THE_FOLDER = 2
"""Parts of a path before the folder of the unit: the kind and the year."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A unit that a change declares: the units that it is to stand below, on whatever day, and its folder."""

    above: tuple[str, ...]
    folder: str


@dataclass(frozen=True)
class Ownership:
    """Who answers for what.

    Args:
        organisation: the units and whom they name.
        day: the day on which it is asked.
        newcomers: units that are not in the organisation yet; they belong to whoever answers for the units above, and
            whom they name themselves counts for nothing.
    """

    organisation: Organisation
    day: date
    newcomers: Mapping[str, Newcomer] = field(default_factory=dict)

    @cached_property
    def is_named(self) -> bool:
        """Whether any unit names people: where none does, nothing is owned."""
        return any(unit.maintainers for unit in self._units.values())

    @cached_property
    def people_of_roots(self) -> tuple[str, ...]:
        """The people of all units that are open on the day and stand below none, in the order of their files."""
        roots = (unit for name, unit in self._units.items() if self.organisation.is_open(name, self.day))
        return each_once(person for unit in roots if self._is_root(unit) for person in unit.maintainers)

    def is_of_the_roots(self, person: str) -> bool:
        """Whether somebody answers for policy and all else that belongs to no unit."""
        return is_among(person, self.people_of_roots)

    def people_of(self, unit: str) -> tuple[str, ...]:
        """Who answers for the files of a unit; nobody where neither it, nor one above, nor a root names people."""
        if unit in self._units:
            return each_once(people_for(self.organisation, unit, self.day)) or self.people_of_roots
        return self.people_of(below[0]) if (below := self._standing(unit)) else self.people_of_roots

    def acts_for(self, person: str, unit: str) -> bool:
        """Whether somebody answers for the files of a unit; a newcomer's has to answer for all units it names."""
        below = () if unit in self._units else self._standing(unit)
        return all(is_among(person, self.people_of(name)) for name in below or (unit,))

    def units_of(self, person: str) -> frozenset[str]:
        """All units for whose files somebody answers, newcomers among them."""
        return frozenset(unit for unit in (*self._units, *self.newcomers) if self.acts_for(person, unit))

    def stands_above(self, person: str, unit: str) -> bool:
        """Whether somebody answers for a unit above this one, however far."""
        below = (unit,) if unit in self._units else self._standing(unit)
        return bool(below) and all(any(self.acts_for(person, over) for over in self.above(name)) for name in below)

    def above(self, unit: str) -> list[str]:
        """The units above, nearest first; in the place of one that has ended, where it went."""
        if unit not in self._units:
            return [name for over in self._standing(unit)[:1] for name in (over, *self.above(over))]
        return units_above(self.organisation, unit, self.day)

    # --- entries of units/*.yaml ---

    def people_of_entry(self, unit: str) -> tuple[str, ...]:
        """Who ordinarily changes what is declared of a unit: the people of the unit above; a root's are its own."""
        if unit not in self._units:
            return self.people_of(unit)
        over = self.above(unit)
        if over:
            return self.people_of(over[0])
        return self.people_of(unit) if self._is_root(self._units[unit]) else self.people_of_roots

    def may_declare(self, person: str, unit: str) -> bool:
        """Whether somebody may change what is declared of a unit: those above it, however far; a root's own people."""
        if unit in self._units:
            return is_among(person, self.people_of_entry(unit)) or self.stands_above(person, unit)
        below = self._standing(unit)
        return all(self.may_place_below(person, over) for over in below) if below else self.is_of_the_roots(person)

    def may_place_below(self, person: str, unit: str) -> bool:
        """Whether somebody may put a unit below this one."""
        if unit not in self._units and unit not in self.newcomers:
            return self.is_of_the_roots(person)
        return self.acts_for(person, unit) or self.stands_above(person, unit)

    # --- folders ---

    @cached_property
    def folders(self) -> dict[str, str]:
        """Each unit by its folder; of two with one folder the one that has not ended, else the first."""
        found: dict[str, str] = {}
        for unit in self._units:
            other = found.setdefault(self.organisation.folder_of(unit), unit)
            if has_ended(self.organisation, other, self.day) and not has_ended(self.organisation, unit, self.day):
                found[self.organisation.folder_of(unit)] = unit
        return found

    @cached_property
    def _new_folders(self) -> dict[str, str]:
        return {newcomer.folder: unit for unit, newcomer in self.newcomers.items()}

    def unit_at(self, path: str) -> str | None:
        """The unit in whose folder a path lies, the nearest one; a newcomer only where no other unit has the folder."""
        parts = path.split("/")
        if parts[0] not in FOLDERS_OF_UNITS:
            return None
        folders = ["/".join(parts[_BEFORE_THE_FOLDER:end]) for end in range(len(parts) - 1, _BEFORE_THE_FOLDER, -1)]
        known_folders = (self.folders, self._new_folders)
        return next((known[folder] for known in known_folders for folder in folders if folder in known), None)

    def people_at(self, path: str) -> tuple[str, ...]:
        """Who answers for a file."""
        unit = self.unit_at(path)
        return self.people_of_roots if unit is None else self.people_of(unit)

    # --- how units stand ---

    @property
    def _units(self) -> Mapping[str, Unit]:
        return self.organisation.units

    def _standing(self, unit: str) -> tuple[str, ...]:
        """The units of the organisation below which a newcomer is to stand, others new between them left out."""
        found: dict[str, None] = {}
        waiting, seen = [unit], {unit}
        while waiting:
            newcomer = self.newcomers.get(waiting.pop())
            for over in newcomer.above if newcomer else ():
                if over in self._units:
                    found[over] = None
                elif over not in seen:
                    seen.add(over)
                    waiting.append(over)
        return tuple(found)

    def _is_root(self, unit: Unit) -> bool:
        day = day_within(self.organisation, unit.id, self.day)
        return not any(link.holds(day) for link in unit.parents)
