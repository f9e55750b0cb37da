"""DVK419, DVK421: answers that do not fit, targets handed down short or in excess."""

from collections.abc import Iterator
from datetime import date

from dvk.facts import Exact, Filing, Obligation, Plan
from dvk.findings import Mistake
from dvk.obligations import period_in
from dvk.targets import in_force
from dvk.vietnamese.numbers import format_number
from dvk.workspace_checks.books import Books, Found, known_name


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
    plans = books.workspace.plans
    for path, plan in plans.items():
        for target in plan.targets:
            year = target.year or plan.period.year
            if target.kind != "total" or not in_force(plans, path, target, year):
                continue
            parts = list(_allocated(plans, path, target.indicator, year))
            allocated = sum(value for _, value in parts)
            if parts and allocated != target.value:
                args = {
                    "indicator": target.indicator,
                    "allocated": format_number(allocated),
                    "target": format_number(target.value),
                    "plans": ", ".join(known_name(books, unit, date(year, 12, 31)) for unit, _ in parts),
                }
                yield path, Mistake("DVK421", f"targets[indicator={target.indicator}].value", args)


def _allocated(plans: dict[str, Plan], superior: str, indicator: str, year: int) -> Iterator[tuple[str, Exact]]:
    for path, plan in plans.items():
        if plan.superior_plan != superior:
            continue
        for target in plan.targets:
            if target.kind == "total" and target.indicator == indicator and in_force(plans, path, target, year):
                yield plan.unit, target.value
