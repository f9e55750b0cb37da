"""DVK303: a plan that is issued has no day from which it holds."""

from collections.abc import Iterator

from dvk.documents.plan import PlanDocument
from dvk.findings import Mistake


def issue_day(plan: PlanDocument) -> Iterator[Mistake]:
    """Without a day of issue or effect none of its obligations arises."""
    if plan.state == "issued" and plan.date is None and plan.effective is None:
        yield Mistake("DVK303", "state")
