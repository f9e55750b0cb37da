"""Ids for the names in a paper: units, departments, indicators, fields and levels of the workspace it is read into."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk.facts import Term
from dvk.naming import compared, names_of
from dvk.workspace import Workspace


@dataclass(frozen=True)
class Known:
    """What a workspace knows on the day of a paper.

    Args:
        workspace: the workspace.
        unit: the id of the unit that issued the paper.
        day: the day of the paper, or the first of its year.
    """

    workspace: Workspace
    unit: str
    day: date

    def department(self, words: str) -> str | None:
        """The department of the issuer whose whole name stands in the words: the longest, the first of equals."""
        return _named_in(words, self._departments)

    def departments(self, words: str) -> list[str]:
        """Every department of the issuer that is named in the words, in their order."""
        found = {at: name for name, at in _places(words, self._departments)}
        return list(dict.fromkeys(self._departments[found[at]] for at in sorted(found)))

    def unit_named(self, words: str) -> str | None:
        """The unit that is called just so; None where none is, or several are."""
        found = self._units.get(compared(words), [])
        return found[0] if len(found) == 1 else None

    def indicator(self, words: str) -> str | None:
        """The indicator that is called just so."""
        return self._indicators.get(compared(words))

    def field(self, words: str) -> str | None:
        """The field that is called just so."""
        return self._fields.get(compared(words))

    def level(self, words: str) -> str | None:
        """The level that is called just so."""
        return self._levels.get(compared(words))

    def kind(self, words: str) -> str | None:
        """The kind of units that is called just so."""
        return self._kinds.get(compared(words))

    @cached_property
    def _departments(self) -> Mapping[str, str]:
        unit = self.workspace.organisation.units.get(self.unit)
        return {compared(each.name): each.id for each in unit.departments} if unit else {}

    @cached_property
    def _units(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for unit in self.workspace.organisation.units.values():
            for name in {compared(name) for name in names_of(unit)}:
                found.setdefault(name, []).append(unit.id)
        return found

    @cached_property
    def _indicators(self) -> Mapping[str, str]:
        return {compared(name): each.id for each in self.workspace.indicators.values() for name in names_of(each)}

    @cached_property
    def _fields(self) -> Mapping[str, str]:
        return _by_name(self.workspace.settings.fields)

    @cached_property
    def _levels(self) -> Mapping[str, str]:
        return _by_name(self.workspace.settings.levels)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return _by_name(self.workspace.settings.kinds)


def _by_name(terms: Iterable[Term]) -> Mapping[str, str]:
    """Ids by name, of two that are called alike the first."""
    found: dict[str, str] = {}
    for term in terms:
        for name in names_of(term):
            found.setdefault(compared(name), term.id)
    return found


def _named_in(words: str, names: Mapping[str, str]) -> str | None:
    longest = sorted(_places(words, names), key=lambda found: (-len(found[0]), found[1]))
    return names[longest[0][0]] if longest else None


def _places(words: str, names: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The names that stand in the words as whole words, with their places."""
    within = f" {compared(words)} "
    for name in names:
        at = within.find(f" {name} ")
        if name and at >= 0:
            yield name, at
