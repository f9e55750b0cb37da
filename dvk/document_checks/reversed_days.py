"""DVK308: something ends before it starts."""

from collections.abc import Iterator, Sequence
from datetime import date

from dvk.document_checks.entries import Entries
from dvk.documents.plan import PlanDocument
from dvk.documents.registration import RegistrationDocument, StepPart
from dvk.documents.scalars import DatedValue
from dvk.documents.units import DepartmentPart, UnitPart, UnitsDocument
from dvk.findings import Mistake
from dvk.vietnamese.dates import format_date

_DATED = ("name", "level", "kind", "parent", "answers_to")


def reversed_days_of_units(file: UnitsDocument) -> Iterator[Mistake]:
    """Units, their dated values and their departments."""
    units = Entries("units", file.units)
    yield from _reversed(units, file.units)
    for position, unit in enumerate(file.units):
        for key in _DATED:
            rows: list[DatedValue] = getattr(unit, key)
            if len(rows) > 1 or any(row.end for row in rows):
                yield from _reversed(Entries(f"{units[position]}.{key}", rows), rows)
        if unit.departments:
            yield from _reversed(Entries(f"{units[position]}.departments", unit.departments), unit.departments)


def reversed_days_of_registration(registration: RegistrationDocument) -> Iterator[Mistake]:
    """Steps of the timetables of models."""
    models = Entries("models", registration.models)
    for position, model in enumerate(registration.models):
        if model.timetable:
            yield from _reversed(Entries(f"{models[position]}.timetable", model.timetable), model.timetable)


def reversed_days_of_plan(plan: PlanDocument) -> Iterator[Mistake]:
    """A plan that is over before it holds."""
    start = plan.effective or plan.date
    if start is not None and plan.until is not None and plan.until < start:
        yield _mistake("until", start, plan.until)


def _reversed(
    entries: Entries, parts: Sequence[UnitPart | DatedValue | DepartmentPart | StepPart]
) -> Iterator[Mistake]:
    for position, part in enumerate(parts):
        if part.start is not None and part.end is not None and part.end < part.start:
            yield _mistake(f"{entries[position]}.to", part.start, part.end)


def _mistake(field: str, start: date, end: date) -> Mistake:
    return Mistake("DVK308", field, {"start": format_date(start), "end": format_date(end)})
