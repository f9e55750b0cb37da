"""DVK417, DVK418, DVK422: results of models that nobody or two units report, and typed numbers of models."""

from dvk.entries import listed
from dvk.findings import Mistake
from dvk.models import Funnel, funnel
from dvk.values import Reference
from dvk.workspace_checks.books import Books, Found


def reported_by_lead(books: Books) -> Found:
    """DVK417: a co-owner reports the results of a model again."""
    leads = {
        str(Reference(path, model.id)): registration.unit
        for path, registration in books.workspace.registrations.items()
        for model in registration.models
    }
    for path, report in books.workspace.reports.items():
        for at, result in listed("models", report.models):
            lead = leads.get(str(result.model)) if result.model else None
            if lead is not None and lead != report.unit:
                day = report.period.end
                unit, leader = books.name(report.unit, day), books.name(lead, day)
                args = {"unit": unit, "model": str(result.model), "lead": leader}
                yield path, Mistake("DVK417", f"{at}.model", args)


def in_the_units_figures(books: Books) -> Found:
    """DVK418: a result stands only with a model, so that the unit's total lacks it."""
    told = [(path, report) for path, report in books.workspace.reports.items() if report.models]
    given = _given(books, {report.unit for _, report in told})
    for path, report in told:
        for at, result in listed("models", report.models):
            for indicator, _ in result.results:
                known = indicator in books.workspace.indicators
                if known and (report.unit, report.period.year, indicator) not in given:
                    field = f"{at}.results[indicator={indicator}]"
                    yield path, Mistake("DVK418", field, {"indicator": indicator})


def _given(books: Books, units: set[str]) -> set[tuple[str, int, str]]:
    """Unit, year and indicator of every figure that the units give."""
    return {
        (report.unit, report.period.year, figure.indicator)
        for report in books.workspace.reports.values()
        if report.unit in units
        for figure in report.figures
    }


def counted(books: Books) -> Found:
    """DVK422: the number of models typed in a report is not the number registered."""
    funnels: dict[int, Funnel] = {}
    for path, report in books.workspace.reports.items():
        if not report.model_counts or report.unit not in books.workspace.organisation.units:
            continue
        year = report.period.year
        if not report.period.ends_the_year:
            continue
        if year not in funnels:
            funnels[year] = funnel(books.admission, year)
        if report.unit not in funnels[year].tree.parents:
            continue
        for stage, stated in report.model_counts:
            number = funnels[year].count(report.unit, stage)
            if number != stated:
                args = {"stage": stage, "stated": str(stated), "counted": str(number)}
                yield path, Mistake("DVK422", f"model_counts.{stage}", args)
