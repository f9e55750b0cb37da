"""Ids for names in cells and lists: dvk's own names read back exactly, others as a person would take them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from dvk.facts import Model
from dvk.importing.known import Known
from dvk.importing.paper import Line
from dvk.importing.quoted import Quoted
from dvk.importing.tables.written import plain_words
from dvk.naming import compared, names_of
from dvk.printing.contents.names import Names
from dvk.values import Reference
from dvk.vietnamese.text import slug

UNKNOWN = "unknown_name"
"""The doubt of an id that was made from a name that the workspace does not know."""
_Known = TypeVar("_Known")
_LONGEST_NAME = 400
_MOST_PIECES = 8
"""Pieces that a name with commas may have."""


class Named:
    """What the names on a paper mean in the workspace it is read into, on the day of the paper."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.names = Names(known.workspace, known.day)

    def as_id(self, found: str | None, words: str, line: Line) -> Quoted:
        """The id that was found for some words; their own slug, to be looked at, where none was."""
        if found:
            return Quoted(found, line.number, words)
        return Quoted(slug(words) or "x", line.number, words, UNKNOWN)

    def unit(self, words: str) -> str | None:
        """The unit of this name on the day: of several the one below the issuer, else none."""
        if len(words) > _LONGEST_NAME:
            return None
        named = self._units.get(_exact(words)) or self._loose_units.get(compared(words), [])
        below = [unit for unit in named if unit in self._below]
        found = below or named
        return found[0] if len(found) == 1 else None

    def units(self, words: str) -> Iterator[tuple[str, str | None]]:
        """The names in a list with commas, each with its id; a name may hold commas itself."""
        return listed(words, ", ", self.unit)

    def department(self, words: str) -> str | None:
        """The department of the issuer that is called just so, or whose name stands in the words."""
        return self._departments.get(_exact(words)) or self.known.department(words)

    def indicator(self, words: str) -> str | None:
        """The indicator that is called just so, its unit of measure behind it or not."""
        return self._indicators.get(_exact(words)) or self.known.indicator(words)

    def indicator_at_start(self, words: str, sign: str = ": ") -> tuple[str | None, str, str]:
        """The indicator that a line begins with, its name, and what stands after the sign; none: the first sign."""
        begins = _exact(words[: 2 * _LONGEST_NAME])
        longest = max((name for name in self._indicators if begins.startswith(name + sign)), key=len, default="")
        name, rest = (words[: len(longest)], words[len(longest) + len(sign) :]) if longest else ("", "")
        if not longest:
            name, _, rest = words.partition(sign)
        return self.indicator(name), name, rest

    @property
    def has_units_below(self) -> bool:
        """Whether the issuer has units below it on the day."""
        return len(self._below) > 1

    def form(self, indicator: str | None) -> str:
        """The type of an indicator; "" for none."""
        known = self.known.workspace.indicators.get(indicator or "")
        return known.type if known else ""

    def without_measure(self, indicator: str | None, words: str) -> str:
        """An amount without the unit of measure of its indicator behind it; of another one, the number in front."""
        known = self.known.workspace.indicators.get(indicator or "")
        measure = f" {known.unit_of_measure}" if known else ""
        if measure and words.casefold().endswith(measure.casefold()):
            return words[: -len(measure)]
        return words

    def is_department(self, words: str) -> bool:
        """Whether a department of the issuer is called just so."""
        return _exact(words) in self._departments

    def level(self, words: str) -> str | None:
        """The level that is called just so; a name of an id that is not declared is the id."""
        return self.known.level(words)

    def kind(self, words: str) -> str | None:
        """The kind of units that is called just so."""
        return self.known.kind(words)

    def field(self, words: str) -> str | None:
        """The field that is called just so."""
        return self.known.field(words)

    def model(self, words: str, unit: str, year: int) -> str | None:
        """The registered model of this name: first the unit's own, then of the year; none where several are meant."""
        wanted = compared(words)
        found = self._models.get(wanted, [])
        for keep in (_led_by(unit), _of_year(year), _shared_by(unit)):
            found = [entry for entry in found if keep(entry[1])] or found
        return f"{found[0][0]}#{found[0][1].id}" if len(found) == 1 else None

    def plan(self, words: str) -> str | None:
        """The plan that is cited in just these words."""
        found = self._plans.get(_exact(words), [])
        return found[0] if len(found) == 1 else None

    def obligation(self, words: str) -> str | None:
        """The one obligation of another plan that is called so, as a reference."""
        found = self._obligations.get(_exact(words), [])
        return found[0] if len(found) == 1 else None

    def entry(self, words: str, unit: str, year: int) -> str | None:
        """The model, exemplar or document that is called so, as a reference."""
        reports = self.known.workspace.reports.items()
        exemplars = [f"{path}#{each.id}" for path, report in reports for each in report.exemplars if each.name == words]
        stories = [path for path, story in self.known.workspace.stories.items() if story.title == words]
        found = self.model(words, unit, year)
        others = [*exemplars, *stories]
        return found or (others[0] if len(others) == 1 else None) or self._filing(words)

    def _filing(self, words: str) -> str | None:
        found = self._documents.get(_exact(words), [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _below(self) -> set[str]:
        organisation = self.known.workspace.organisation
        return {self.known.unit, *organisation.below_on(self.known.unit, self.known.day)}

    @cached_property
    def _units(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for unit in self.known.workspace.organisation.units:
            found.setdefault(_exact(self.names.unit(unit)), []).append(unit)
        return found

    @cached_property
    def _loose_units(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for unit in self.known.workspace.organisation.units.values():
            for name in dict.fromkeys(compared(name) for name in (*names_of(unit), unit.id)):
                found.setdefault(name, []).append(unit.id)
        return found

    @cached_property
    def _departments(self) -> Mapping[str, str]:
        unit = self.known.workspace.organisation.units.get(self.known.unit)
        found = {_exact(each.name): each.id for each in unit.departments} if unit else {}
        here = [each for each in unit.departments if each.holds(self.known.day)] if unit else []
        return found | {_exact(each.name): each.id for each in here}

    @cached_property
    def _indicators(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for each in self.known.workspace.indicators.values():
            for name in (each.name, f"{each.name} ({each.unit_of_measure})", each.id):
                found.setdefault(_exact(name), each.id)
        return found

    @cached_property
    def _models(self) -> Mapping[str, list[tuple[str, Model]]]:
        registrations = self.known.workspace.registrations.items()
        models = ((path, model) for path, registration in registrations for model in registration.models)
        return _grouped((compared(model.name), (path, model)) for path, model in models)

    @cached_property
    def _plans(self) -> Mapping[str, list[str]]:
        return _grouped((_exact(self.names.document(path)), path) for path in self.known.workspace.plans)

    @cached_property
    def _documents(self) -> Mapping[str, list[str]]:
        return _grouped((_exact(self.names.document(path)), path) for path, _ in self.known.workspace.filings())

    @cached_property
    def _obligations(self) -> Mapping[str, list[str]]:
        return _grouped(
            (_exact(self.names.obligation(each.title, each.kind)), str(Reference(path, each.id)))
            for path, plan in self.known.workspace.plans.items()
            for each in plan.obligations
        )


def listed(words: str, sign: str, meant: Callable[[str], str | None]) -> Iterator[tuple[str, str | None]]:
    """The names in a list: the longest run of its pieces that is a known name, else a piece alone."""
    pieces = words.split(sign)
    start = 0
    while start < len(pieces):
        ends = range(min(len(pieces), start + _MOST_PIECES), start, -1)
        runs = ((end, name) for end in ends if len(name := sign.join(pieces[start:end])) <= _LONGEST_NAME)
        end, found = next(((end, known) for end, name in runs if (known := meant(name))), (start + 1, None))
        name = sign.join(pieces[start:end])
        if name.strip():
            yield name, found
        start = end


def _grouped(pairs: Iterable[tuple[str, _Known]]) -> Mapping[str, list[_Known]]:
    """What is called alike, by name."""
    found: dict[str, list[_Known]] = {}
    for name, known in pairs:
        found.setdefault(name, []).append(known)
    return found


def _exact(words: str) -> str:
    return plain_words(words).casefold()


def _led_by(unit: str) -> Callable[[Model], bool]:
    return lambda model: model.owners[:1] == (unit,)


def _shared_by(unit: str) -> Callable[[Model], bool]:
    return lambda model: unit in model.owners


def _of_year(year: int) -> Callable[[Model], bool]:
    return lambda model: model.first_year <= year <= model.last_year
