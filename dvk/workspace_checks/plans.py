"""DVK419, DVK421: answers that do not fit, targets handed down short or in excess."""

from datetime import date

from dvk.due_days import period_in
from dvk.entries import listed
from dvk.facts import Filing, Obligation
from dvk.findings import Mistake
from dvk.targets import allocated, in_force
from dvk.vietnamese.numbers import format_number
from dvk.workspace_checks.books import Books, Found


def answers(books: Books) -> Found:
    """DVK419: a document answers an obligation of another kind or another period."""
    for path, filing in books.workspace.filings():
        for position, reference in enumerate(filing.answers):
            obligation = books.workspace.obligation(reference)
            problem = _problem(filing, obligation) if obligation else None
            if problem:
                args = {"reference": str(reference), "problem": problem}
                yield path, Mistake("DVK419", f"answers[{position}]", args)


def _problem(filing: Filing, obligation: Obligation) -> str | None:
    if filing.kind != obligation.kind:
        return "another_kind"
    asked = period_in(obligation, filing.period.year)
    return None if asked == filing.period else "another_period"


def allocations(books: Books) -> Found:
    """DVK421: what subordinates' plans take over of a superior's total differs from it."""
    orders = books.workspace.orders
    for path, plan in books.workspace.plans.items():
        for at, target in listed("targets", plan.targets):
            year = target.year or plan.period.year
            if target.kind != "total" or not in_force(orders, path, target, year):
                continue
            parts = list(allocated(orders, path, target.indicator, year))
            together = sum(value for _, value in parts)
            if parts and together != target.value:
                args = {
                    "indicator": target.indicator,
                    "allocated": format_number(together),
                    "target": format_number(target.value),
                    "plans": ", ".join(books.name(unit, date(year, 12, 31)) for unit, _ in parts),
                }
                yield path, Mistake("DVK421", f"{at}.value", args)
