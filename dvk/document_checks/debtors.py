"""DVK310: an obligation does not say who owes it."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import PlanDocument
from dvk.findings import Mistake


def debtors(plan: PlanDocument) -> Iterator[Mistake]:
    """Obligations whose ``who:`` names no level, no kind and no unit: nobody would ever owe them."""
    obligations = Entries("obligations", plan.obligations)
    for position, obligation in enumerate(plan.obligations):
        who = obligation.who
        if not (who.level or who.kind or who.units):
            yield Mistake("DVK310", f"{obligations[position]}.who")
