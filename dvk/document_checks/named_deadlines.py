"""DVK309: ``of:`` or ``embedded_in:`` names nothing in this plan, something without a date, or never comes to one."""

from collections.abc import Iterator

from dvk.document_checks.entries import Entries
from dvk.documents.plan import ObligationPart, PlanDocument
from dvk.facts import MOST_STEPS
from dvk.findings import Mistake
from dvk.naming import Known

_OF_ANOTHER_PLAN = "#"


def named_deadlines(plan: PlanDocument) -> Iterator[Mistake]:
    """Each name that leads to no date; names with ``#`` are another plan's and are checked with all plans."""
    entries = Entries("obligations", plan.obligations)
    obligations: dict[str, ObligationPart] = {}
    for obligation in plan.obligations:
        obligations.setdefault(obligation.id, obligation)
    events = {event.id for event in plan.events}
    known = {"of": Known(sorted(events.union(obligations))), "embedded_in": Known(sorted(obligations))}
    for position, obligation in enumerate(plan.obligations):
        for key, name, among in (("of", obligation.of, events), ("embedded_in", obligation.embedded_in, set[str]())):
            if name is None or _OF_ANOTHER_PLAN in name or name in among:
                continue
            if _leads_to_a_date(key, obligations.get(name)) and _comes_to_an_end(obligation, obligations):
                continue
            near = "" if name in obligations else known[key].near(name, besides=obligation.id)
            args = {"key": key, "name": name, "most": str(MOST_STEPS), "near": near}
            yield Mistake("DVK309", f"{entries[position]}.{key}", args)


def _leads_to_a_date(key: str, carrier: ObligationPart | None) -> bool:
    """What is embedded in an undated report is undated, as that may be meant; days after nothing are not."""
    return carrier is not None and (key == "embedded_in" or _is_dated(carrier))


def _is_dated(obligation: ObligationPart) -> bool:
    return any(way is not None for way in (obligation.before, obligation.by, obligation.of, obligation.embedded_in))


def _comes_to_an_end(start: ObligationPart, obligations: dict[str, ObligationPart]) -> bool:
    """Whether the names lead to a last one in few steps; of a circle only the obligation that stands first does not."""
    met: dict[str, None] = {}
    here: ObligationPart | None = start
    while here is not None and here.id not in met:
        if len(met) > MOST_STEPS:
            return False
        met[here.id] = None
        here = obligations.get(here.of or here.embedded_in or "")
    return here is not start or start.id != next(name for name in obligations if name in met)
