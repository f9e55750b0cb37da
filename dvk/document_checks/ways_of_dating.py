"""DVK301: an obligation or an extension gives its date in more ways than one, or in half of one."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import ObligationPart, PlanDocument
from dvk.findings import Mistake


def ways_of_dating(plan: PlanDocument) -> Iterator[Mistake]:
    """Each date that can be read in two ways or in none; which of them holds would be chance."""
    obligations = Entries("obligations", plan.obligations)
    for position, obligation in enumerate(plan.obligations):
        ways = _ways(obligation)
        if len(ways) > 1 or ways in (["of"], ["days_after"]):
            last = "of" if ways[-1] == "days_after + of" else ways[-1]
            yield Mistake("DVK301", f"{obligations[position]}.{last}", {"ways": ", ".join(ways)})
        for number, extension in enumerate(obligation.extensions):
            if extension.before is not None and extension.by is not None:
                extensions = Entries(f"{obligations[position]}.extensions", obligation.extensions)
                yield Mistake("DVK301", f"{extensions[number]}.by", {"ways": "before, by"})


def _ways(obligation: ObligationPart) -> list[str]:
    days_after, of = obligation.days_after is not None, obligation.of is not None
    ways = {
        "before": obligation.before is not None,
        "by": obligation.by is not None,
        "days_after + of": days_after and of,
        "days_after": days_after and not of,
        "of": of and not days_after,
        "embedded_in": obligation.embedded_in is not None,
    }
    return [way for way, is_used in ways.items() if is_used]
