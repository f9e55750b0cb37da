"""What is said of registered models elsewhere: whose reports speak of them, and when they were dropped."""

from collections.abc import Iterable
from datetime import date

from dvk.facts import Model
from dvk.values import Reference
from dvk.workspace_checks.books import Books


def days_dropped(books: Books) -> dict[Reference, list[tuple[str, date]]]:
    """The days on which reports that count say that a model was dropped, each with the unit that says so."""
    found: dict[Reference, list[tuple[str, date]]] = {}
    for year in books.years:
        for report in books.admission.reports(year).values():
            for result in report.models:
                if result.stage == "dropped" and result.model is not None:
                    found.setdefault(result.model, []).append((report.unit, report.period.end))
    return found


def reported_by(books: Books) -> set[tuple[Reference, str]]:
    """Each registered model that reports speak of, with each unit whose reports do."""
    reports = [report for report in books.workspace.reports.values() if not report.is_withdrawn]
    return {(result.model, report.unit) for report in reports for result in report.models if result.model is not None}


def dropped_on(model: Model, reported: Iterable[tuple[str, date]]) -> date | None:
    """The first day on which a model was dropped, by its registration or by a report of its lead."""
    days = [stage.day for stage in model.stages if stage.stage == "dropped"]
    days += [day for unit, day in reported if unit == model.owners[0]]
    return min(days, default=None)
