"""DVK121: an extension without a new day, or of a yearly obligation without the period that it is for."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import PlanDocument
from dvk.findings import Mistake


def extensions(plan: PlanDocument) -> Iterator[Mistake]:
    """An extension that would silently do nothing."""
    obligations = Entries("obligations", plan.obligations)
    for position, obligation in enumerate(plan.obligations):
        inside = Entries(f"{obligations[position]}.extensions", obligation.extensions)
        for number, extension in enumerate(obligation.extensions):
            if extension.by is None and extension.before is None:
                yield Mistake("DVK121", f"{inside[number]}.by", {"key": "by"})
            if obligation.every_year and extension.period is None:
                yield Mistake("DVK121", f"{inside[number]}.period", {"key": "period"})
