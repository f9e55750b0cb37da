"""DVK315: a key of a date stands empty in an obligation of an issued plan."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import ObligationPart, PlanDocument
from dvk.findings import Mistake

_OF_THE_DUE_DAY = ("before", "by", "days_after", "of", "embedded_in")
_OTHERS = ("lock", "cut_off")


def empty_dates(plan: PlanDocument) -> Iterator[Mistake]:
    """Keys written without a value, so that the obligation has no such day and nobody notices.

    In a draft they are still to be filled in; beside another way to give the due day they do no harm.
    """
    if plan.state != "issued":
        return
    obligations = Entries("obligations", plan.obligations)
    for position, obligation in enumerate(plan.obligations):
        for key in _empty(obligation):
            yield Mistake("DVK315", f"{obligations[position]}.{key}", {"key": key})


def _empty(obligation: ObligationPart) -> Iterator[str]:
    """The first empty key of a due day that is not there at all, and every other empty day."""
    if all(getattr(obligation, key) is None for key in _OF_THE_DUE_DAY):
        yield from [key for key in _OF_THE_DUE_DAY if key in obligation.model_fields_set][:1]
    yield from (key for key in _OTHERS if key in obligation.model_fields_set and getattr(obligation, key) is None)
