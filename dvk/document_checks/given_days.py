"""DVK317–319: days of sending and of signing that cannot be right beside the other days of the document."""

from collections.abc import Iterator
from datetime import date

from dvk.documents.head import FilingPart
from dvk.documents.plan import PlanDocument
from dvk.documents.registration import RegistrationDocument
from dvk.documents.report import ReportDocument
from dvk.findings import Mistake
from dvk.periods import same_day
from dvk.vietnamese.dates import format_date


def given_days_of_plan(plan: PlanDocument) -> Iterator[Mistake]:
    """A plan is sent in and signed around its period: sent in within a year, signed within two."""
    if plan.state == "withdrawn":
        return
    yield from _sent_in(plan, same_day(plan.period.start, -1), "year_before_period")
    far = list(_far_from_period(plan))
    yield from far or _before_its_bases(plan)


def given_days_of_registration(registration: RegistrationDocument) -> Iterator[Mistake]:
    """A registration is sent in at most a year before its period, and at most a year after it."""
    if registration.state != "withdrawn":
        yield from _sent_in(registration, same_day(registration.period.start, -1), "year_before_period")
        yield from _before_its_bases(registration)


def given_days_of_report(report: ReportDocument) -> Iterator[Mistake]:
    """A report is sent in once its period has begun, and at most a year after it."""
    if report.state != "withdrawn":
        yield from _sent_in(report, report.period.start, "before_period")
        yield from _before_its_bases(report)


def _sent_in(document: FilingPart, earliest: date, too_early: str) -> Iterator[Mistake]:
    """DVK317: outside of these days, or before the document was signed; whichever is seen first."""
    if document.submitted is None:
        return
    day, period = document.submitted.day, document.period
    signed = document.date
    if day < earliest:
        yield _mistake("DVK317", "submitted", day, (too_early, period.start))
    elif day > same_day(period.end, 1):
        yield _mistake("DVK317", "submitted", day, ("year_after_period", period.end))
    elif signed is not None and day < signed:
        yield _mistake("DVK317", "submitted", day, ("before_signed", signed))


def _far_from_period(plan: PlanDocument) -> Iterator[Mistake]:
    """DVK318: signed more than two years before the period, or more than two years after it."""
    day, period = plan.date, plan.period
    if day is not None and day < same_day(period.start, -2):
        yield _mistake("DVK318", "date", day, ("two_years_before_period", period.start))
    elif day is not None and day > same_day(period.end, 2):
        yield _mistake("DVK318", "date", day, ("two_years_after_period", period.end))


def _before_its_bases(document: FilingPart) -> Iterator[Mistake]:
    """DVK319: signed before a document that it cites; of several the latest is named."""
    day = document.date
    cited = [(basis.date, basis.number or basis.title or "") for basis in document.legal_bases if basis.date]
    if day is not None and cited and day < max(cited)[0]:
        limit, name = max(cited)
        yield Mistake("DVK319", "date", {"day": format_date(day), "cited": name, "limit": format_date(limit)})


def _mistake(code: str, field: str, day: date, beside: tuple[str, date]) -> Mistake:
    problem, limit = beside
    return Mistake(code, field, {"day": format_date(day), "problem": problem, "limit": format_date(limit)})
