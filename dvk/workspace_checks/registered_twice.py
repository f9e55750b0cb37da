"""DVK438: one model registered twice: by one unit, or by two bodies of one place."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dvk.entries import listed
from dvk.facts import Model, Registration
from dvk.findings import Mistake
from dvk.naming import compared
from dvk.organisation import Organisation
from dvk.values import Reference
from dvk.workspace_checks.books import Books, Found
from dvk.workspace_checks.registered_models import days_dropped, dropped_on, reported_by
from dvk.year_tree import YearTrees

_Mark = tuple[str, str]
"""A way by which a registration is found from another one: what it is, and of whom."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A registered model, with what tells whether another one is the same.

    ``order`` tells which of two was registered first: by its name ``x - Copy.yaml`` comes after ``x.yaml``.
    ``begun`` is its first day as far as known, ``dropped`` the day on which it was given up.
    """

    order: tuple[bool, date, bool, str]
    reference: Reference
    field: str
    name: str
    owners: tuple[str, ...]
    years: range
    area: str
    begun: date
    dropped: date

    @property
    def lead(self) -> str:
        return self.owners[0]

    def is_beside(self, other: "_Entry") -> bool:
        """Whether they are two, and neither was dropped before the other began; two of one id are DVK304."""
        alive = self.dropped >= other.begun and other.dropped >= self.begun
        return alive and self.reference != other.reference


def registered_twice(books: Books) -> Found:
    """DVK438: two registrations of one name and a common year, both counting or drafts.

    They are by one unit, or by two of which one owns the other's model, stands above the other or answers to it, or
    which answer to one body, or have one area and one unit above. One name in two far communes is two models. The
    first is no draft, then the one declared first, then one that its lead reports on, then the first path.
    """
    for later, first, relation in _repeated(books):
        args = {
            "model": later.name,
            "first": str(first.reference),
            "lead": books.name(first.lead, date(first.years.start, 12, 31)),
            "problem": relation,
        }
        yield later.reference.path, Mistake("DVK438", f"{later.field}.name", args)


def second_registrations(books: Books) -> set[Reference]:
    """The registered models that are registered elsewhere already."""
    return {later.reference for later, _, _ in _repeated(books)}


def _repeated(books: Books) -> Iterator[tuple[_Entry, _Entry, str]]:
    """Each model that is registered already, with its first registration, and how the two belong together."""
    places = _Places(books.workspace.organisation, books.workspace.trees)
    by_name: dict[str, list[_Entry]] = {}
    for entry in _entries(books):
        by_name.setdefault(compared(entry.name), []).append(entry)
    for entries in by_name.values():
        if len(entries) > 1:
            yield from _pairs(entries, places)


def _entries(books: Books) -> list[_Entry]:
    """Every model that counts or is still a draft, the ones that were registered first before others."""
    counting, reported = books.admission.registrations(), days_dropped(books)
    told = reported_by(books)
    found: list[_Entry] = []
    for path, newest in books.workspace.registrations.items():
        if not newest.is_draft and path not in counting:
            continue
        registration = counting.get(path, newest)
        for field, model in listed("models", registration.models):
            reference = Reference(path, model.id)
            dropped = dropped_on(model, reported.get(reference, ()))
            is_reported = (reference, model.owners[0]) in told
            found.append(_entry((path, registration), (field, model), dropped, is_reported=is_reported))
    return sorted(found, key=lambda entry: entry.order)


def _entry(
    file: tuple[str, Registration], entry: tuple[str, Model], dropped: date | None, *, is_reported: bool
) -> _Entry:
    (path, registration), (field, model) = file, entry
    declared = registration.declared.day if registration.declared else registration.issued
    return _Entry(
        order=(registration.is_draft, declared or date.max, not is_reported, path.removesuffix(".yaml")),
        reference=Reference(path, model.id),
        field=field,
        name=model.name,
        owners=model.owners,
        years=range(model.first_year, model.last_year + 1),
        area=compared(model.area),
        begun=declared or date(model.first_year, 1, 1),
        dropped=dropped or date.max,
    )


def _pairs(entries: list[_Entry], places: "_Places") -> Iterator[tuple[_Entry, _Entry, str]]:
    """Each entry that is registered already, with the first such entry, and how they belong together."""
    times = Counter(year for entry in entries for year in entry.years)
    marked: dict[tuple[int, _Mark], list[tuple[int, _Entry]]] = {}
    for place, entry in enumerate(entries):
        hits: list[tuple[int, _Entry, str]] = []
        for year in entry.years:
            if times[year] == 1:
                continue
            for mark, relation in places.sought(entry, year):
                before = (known for known in marked.get((year, mark), ()) if known[1].is_beside(entry))
                hits += [(*known, relation) for known in [next(before, None)] if known is not None]
            for mark in places.marks(entry, year):
                marked.setdefault((year, mark), []).append((place, entry))
        if hits:
            _, first, relation = min(hits, key=lambda hit: hit[0])
            yield entry, first, relation


@dataclass(frozen=True)
class _Places:
    """How the units that register belong together in a year."""

    organisation: Organisation
    trees: YearTrees

    def marks(self, entry: _Entry, year: int) -> list[_Mark]:
        """By what later entries find this one."""
        lead = entry.lead
        return [
            ("lead", lead),
            *(("owner", owner) for owner in entry.owners[1:]),
            *(("below", above) for above in self._above(lead, year)),
            *(("answers_to", body) for body in self._body(lead, year)),
            *(("area", area) for area in self._area(entry, year)),
        ]

    def sought(self, entry: _Entry, year: int) -> list[tuple[_Mark, str]]:
        """The marks of earlier entries that this one repeats, each with what it says of the two."""
        lead, bodies = entry.lead, self._body(entry.lead, year)
        return [
            (("lead", lead), "same_lead"),
            (("owner", lead), "co_owner"),
            *((("lead", owner), "co_owner") for owner in entry.owners[1:]),
            (("below", lead), "one_above"),
            *((("lead", above), "one_above") for above in self._above(lead, year)),
            (("answers_to", lead), "one_answers"),
            *((("lead", body), "one_answers") for body in bodies),
            *((("answers_to", body), "same_body") for body in bodies),
            *((("area", area), "same_area") for area in self._area(entry, year)),
        ]

    def _above(self, unit: str, year: int) -> list[str]:
        """The units above it in the year's tree, and those that stood above it on its last day of the year."""
        parents = self.trees.of(year).parents
        if unit not in parents:
            return []
        chain = [unit]
        while (above := parents[chain[-1]]) is not None:
            chain.append(above)
        before = self.organisation.above_on(unit, self._last_day(unit, year))
        return [above for above in dict.fromkeys([*chain[1:], *before]) if above in parents]

    def _body(self, unit: str, year: int) -> list[str]:
        """The body that it answers to on its last day of the year, if there is one."""
        if unit not in self.trees.of(year).parents:
            return []
        day = self._last_day(unit, year)
        return [link.value for link in self.organisation.units[unit].answers_to if link.holds(day)][:1]

    def _area(self, entry: _Entry, year: int) -> list[str]:
        """Area and unit above, where there are both."""
        above = self.trees.of(year).parents.get(entry.lead)
        return [f"{above}: {entry.area}"] if above is not None and entry.area else []

    def _last_day(self, unit: str, year: int) -> date:
        return min(date(year, 12, 31), self.organisation.end_of(unit) or date.max)
