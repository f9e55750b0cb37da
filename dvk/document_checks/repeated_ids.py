"""DVK304: two entries of one list have the same id."""

from collections.abc import Iterator, Sequence

from dvk.document_checks.entries import Entries
from dvk.documents.indicators import IndicatorPart, IndicatorsDocument
from dvk.documents.plan import ObligationPart, PlanDocument, PlanEventPart
from dvk.documents.registration import ModelPart, RegistrationDocument
from dvk.documents.report import ExemplarPart, ReportDocument
from dvk.documents.settings import SettingsDocument, Word
from dvk.documents.units import DepartmentPart, UnitPart, UnitsDocument
from dvk.findings import Mistake

Named = ObligationPart | PlanEventPart | ModelPart | ExemplarPart | UnitPart | DepartmentPart | IndicatorPart | Word


def repeated_ids_of_plan(plan: PlanDocument) -> Iterator[Mistake]:
    """Obligations and events; ``of:`` may name either, so an id belongs to one of them only."""
    yield from _repeated("obligations", plan.obligations)
    yield from _repeated("events", plan.events)
    obligations = {obligation.id for obligation in plan.obligations}
    events = Entries("events", plan.events)
    for position, event in enumerate(plan.events):
        if event.id in obligations:
            yield Mistake("DVK304", f"{events[position]}.id", {"id": event.id, "key": "obligations, events"})


def repeated_ids_of_registration(registration: RegistrationDocument) -> Iterator[Mistake]:
    """Models, to which reports point."""
    yield from _repeated("models", registration.models)


def repeated_ids_of_report(report: ReportDocument) -> Iterator[Mistake]:
    """Exemplars, to which stories and other reports point."""
    yield from _repeated("exemplars", report.exemplars)


def repeated_ids_of_units(file: UnitsDocument) -> Iterator[Mistake]:
    """Units of one file, and departments of one unit."""
    yield from _repeated("units", file.units)
    units = Entries("units", file.units)
    for position, unit in enumerate(file.units):
        if unit.departments:
            yield from _repeated(f"{units[position]}.departments", unit.departments)


def repeated_ids_of_indicators(catalogue: IndicatorsDocument) -> Iterator[Mistake]:
    """The catalogue."""
    yield from _repeated("indicators", catalogue.indicators)


def repeated_ids_of_settings(settings: SettingsDocument) -> Iterator[Mistake]:
    """Fields, lines, levels and kinds."""
    yield from _repeated("fields", settings.fields)
    yield from _repeated("lines", settings.lines)
    yield from _repeated("levels", settings.levels)
    yield from _repeated("kinds", settings.kinds)


def _repeated(path: str, parts: Sequence[Named]) -> Iterator[Mistake]:
    entries = Entries(path, parts)
    seen: set[str] = set()
    for position, part in enumerate(parts):
        if part.id in seen:
            key = path.rpartition(".")[2]
            yield Mistake("DVK304", f"{entries[position]}.id", {"id": part.id, "key": key})
        seen.add(part.id)
