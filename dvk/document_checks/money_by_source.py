"""DVK321: the money of a model's sources adds up to something else than its budget."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.registration import ModelPart, RegistrationDocument
from dvk.findings import Mistake
from dvk.vietnamese.money import format_money


def money_by_source(registration: RegistrationDocument) -> Iterator[Mistake]:
    """Exact amounts only: what is about or at least so much may well add up to something else."""
    entries = Entries("models", registration.models)
    for position, model in enumerate(registration.models):
        budget, total = model.budget, _exact_sum(model)
        if budget is None or budget.bound != "exactly" or total is None or total == budget.value:
            continue
        args = {
            "model": model.id,
            "sum": format_money(total),
            "budget": format_money(budget.value),
            "difference": format_money(abs(total - budget.value)),
        }
        yield Mistake("DVK321", f"{entries[position]}.budget.value", args)


def _exact_sum(model: ModelPart) -> int | None:
    """The money of all sources in đồng; ``None`` without any, or where one is no exact amount."""
    rows = model.resources.money if model.resources else []
    exact = rows and all(row.bound == "exactly" for row in rows)
    return sum(row.value for row in rows) if exact else None
