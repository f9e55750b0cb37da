"""DVK435–437: models that are reported and not registered, or registered and not reported."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dvk.entries import listed
from dvk.facts import Report
from dvk.findings import Mistake
from dvk.naming import compared
from dvk.values import Reference
from dvk.workspace_checks.books import Books, Found
from dvk.workspace_checks.registered_models import days_dropped, dropped_on
from dvk.workspace_checks.registered_twice import second_registrations

_Owned = dict[tuple[str, str, int], tuple[Reference, str]]
"""Owner, name as it is compared, and year → the model of that name, and its lead."""


def named(books: Books) -> Found:
    """DVK417, DVK435, DVK436: a model reported by its name is registered; or it is not, and a plan asks for that.

    A unit that no plan asks to register may report what it likes.
    """
    models, debts = _owned(books), RegistrationDebts(books)
    for path, report in books.workspace.reports.items():
        for at, name in _names(report):
            known = models.get((report.unit, compared(name), report.period.year))
            mistake = _of_registered(books, report, known) if known else _of_other(report, debts)
            if mistake is not None:
                code, args = mistake
                yield path, Mistake(code, at, {"name": name, **args})


def _names(report: Report) -> Iterator[tuple[str, str]]:
    """The models that a report knows by name alone, each with its field."""
    if not report.is_withdrawn:
        for at, result in listed("models", report.models):
            if result.model is None and result.name:
                yield f"{at}.name", result.name


def _of_registered(books: Books, report: Report, known: tuple[Reference, str]) -> tuple[str, dict[str, str]]:
    reference, lead = known
    if lead == report.unit:
        return "DVK436", {"reference": str(reference)}
    unit, leader = (books.name(name, report.period.end) for name in (report.unit, lead))
    return "DVK417", {"unit": unit, "model": str(reference), "lead": leader}


def _of_other(report: Report, debts: "RegistrationDebts") -> tuple[str, dict[str, str]] | None:
    obligation = debts.of(report.unit, report.period.year)
    if obligation is None:
        return None
    return "DVK435", {"obligation": str(obligation), "year": str(report.period.year)}


def _owned(books: Books) -> _Owned:
    """What every unit has registered, drafts too: first what it leads, then what it is a co-owner of.

    What is registered a second time (DVK438) comes after its first registration.
    """
    found: _Owned = {}
    standing = [(p, r) for p, r in books.workspace.registrations.items() if not r.is_withdrawn]
    seconds = second_registrations(books)
    models = [(Reference(path, model.id), model) for path, registration in standing for model in registration.models]
    models.sort(key=lambda known: known[0] in seconds)
    for is_led in (True, False):
        for reference, model in models:
            owners = model.owners[:1] if is_led else model.owners[1:]
            for year in range(model.first_year, model.last_year + 1):
                for owner in owners:
                    found.setdefault((owner, compared(model.name), year), (reference, model.owners[0]))
    return found


@dataclass
class RegistrationDebts:
    """Which units plans in force ask to register their models, by year."""

    books: Books
    _years: dict[int, dict[str, Reference]] = field(default_factory=dict)

    def of(self, unit: str, year: int) -> Reference | None:
        """The obligation to register for a year; ``None`` also where a registration of the unit cannot be read."""
        if year not in self._years:
            self._years[year] = self._obligations(year)
        folder = self.books.workspace.organisation.folder_of(unit)
        return None if folder in self._unread else self._years[year].get(unit)

    @cached_property
    def _unread(self) -> set[str]:
        """The folders of units with a registration that could not be read."""
        unread = (path for path in self.books.workspace.unread if path.startswith("registrations/"))
        return {path.split("/", 2)[2].rpartition("/")[0] for path in unread}

    def _obligations(self, year: int) -> dict[str, Reference]:
        found: dict[str, Reference] = {}
        for line in self.books.admission.matrix(year):
            owed = line.owed
            if owed.obligation.kind == "registration" and line.state != "unexpected" and owed.waiver is None:
                found.setdefault(owed.unit, Reference(owed.plan, owed.obligation.id))
        return found


def never_reported(books: Books) -> Found:
    """DVK437: the lead of a model has closed a year with its report, and no report of that year speaks of the model.

    A second registration of a model (DVK438) is not to be reported but to be given up.
    """
    found = list(_never_reported(books))
    seconds = second_registrations(books) if found else set()
    yield from ((reference.path, mistake) for reference, mistake in found if reference not in seconds)


def _never_reported(books: Books) -> Iterator[tuple[Reference, Mistake]]:
    """The models that were not reported, second registrations among them."""
    closing, spoken, dropped = _closing(books), _spoken(books), days_dropped(books)
    for path, registration in books.admission.registrations().items():
        for at, model in listed("models", registration.models):
            reference, lead = Reference(path, model.id), registration.unit
            end = dropped_on(model, dropped.get(reference, ()))
            for year, report in closing.get(lead, {}).items():
                is_its_year = model.first_year <= year <= model.last_year and (end is None or end.year > year)
                told = {(lead, year, str(reference)), (lead, year, compared(model.name))} & spoken
                if is_its_year and not told and not books.workspace.unread_of(lead, year):
                    args = {"name": model.name, "year": str(year), "report": report, "reference": str(reference)}
                    yield reference, Mistake("DVK437", at, args)


def _closing(books: Books) -> dict[str, dict[int, str]]:
    """The report by which each unit closed each year: one up to 31 December, that of the whole year before others."""
    found: dict[str, dict[int, str]] = {}
    for year in books.years:
        to_the_end = [(p, r) for p, r in books.admission.reports(year).items() if r.period.ends_the_year]
        for path, report in sorted(to_the_end, key=lambda item: not item[1].period.is_year):
            found.setdefault(report.unit, {}).setdefault(year, path)
    return found


def _spoken(books: Books) -> set[tuple[str, int, str]]:
    """Unit, year, and each model that its reports of the year speak of: by reference, or by name as it is compared."""
    found: set[tuple[str, int, str]] = set()
    for report in books.workspace.reports.values():
        if not report.is_withdrawn:
            told = [(entry.model, entry.name) for entry in report.models]
            told += [(entry.model, entry.name) for entry in report.exemplars]
            for model, name in told:
                found.add((report.unit, report.period.year, str(model) if model else compared(name)))
    return found
