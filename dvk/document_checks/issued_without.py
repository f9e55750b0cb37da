"""DVK314: an issued plan lacks its number or the name of who signed it."""

from collections.abc import Iterator

from dvk.documents.plan import PlanDocument
from dvk.findings import Mistake


def issued_without(plan: PlanDocument) -> Iterator[Mistake]:
    """One mistake each, unless ``inferred:`` says that the source does not show it."""
    if plan.state != "issued":
        return
    if plan.number is None and "number" not in plan.inferred:
        yield Mistake("DVK314", "state", {"what": "number", "mark": "number"})
    if (plan.signatory is None or plan.signatory.name is None) and "signatory" not in plan.inferred:
        field = "state" if plan.signatory is None else "signatory"
        yield Mistake("DVK314", field, {"what": "signatory.name", "mark": "signatory"})
