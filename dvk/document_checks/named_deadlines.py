"""DVK309: ``of:`` or ``embedded_in:`` names nothing in this plan, something without a date, or goes in a circle."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import ObligationPart, PlanDocument
from dvk.findings import Mistake
from dvk.vietnamese.text import nearest

_OF_ANOTHER_PLAN = "#"


def named_deadlines(plan: PlanDocument) -> Iterator[Mistake]:
    """Each name that leads to no date; names with ``#`` are another plan's and are checked with all plans."""
    obligations: dict[str, ObligationPart] = {}
    for obligation in plan.obligations:
        obligations.setdefault(obligation.id, obligation)
    dated = {event.id for event in plan.events}
    entries = Entries("obligations", plan.obligations)
    for position, obligation in enumerate(plan.obligations):
        for key, name in (("of", obligation.of), ("embedded_in", obligation.embedded_in)):
            if name is None or _OF_ANOTHER_PLAN in name or (key == "of" and name in dated):
                continue
            carrier = obligations.get(name)
            if carrier is None or (key == "of" and not _is_dated(carrier)) or _closes_circle(obligation, obligations):
                others = [*(other for other in obligations if other != obligation.id), *(dated if key == "of" else ())]
                args = {"key": key, "name": name, "near": " / ".join(nearest(name, others)) if carrier is None else ""}
                yield Mistake("DVK309", f"{entries[position]}.{key}", args)


def _is_dated(obligation: ObligationPart) -> bool:
    return any(way is not None for way in (obligation.before, obligation.by, obligation.of, obligation.embedded_in))


def _closes_circle(start: ObligationPart, obligations: dict[str, ObligationPart]) -> bool:
    """Whether the names lead back to ``start``, and no obligation of the circle stands above it."""
    circle: list[str] = []
    here: ObligationPart | None = start
    while here is not None and here.id not in circle:
        circle.append(here.id)
        here = obligations.get(here.of or here.embedded_in or "")
    return here is start and start.id == next(name for name in obligations if name in circle)
