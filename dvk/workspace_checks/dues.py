"""What issued plans ask, period by period, with the due day for everybody: what checks of due days look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from dvk.due_days import Deadline, period_in
from dvk.entries import listed
from dvk.facts import Obligation, Plan
from dvk.periods import Period
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DueEachPeriod:
    """An obligation of an issued plan for one period, and its due day for everybody.

    Args:
        path: the plan's file.
        plan: its record.
        at: where the obligation stands in it.
        obligation: what is asked.
        period: for which months.
        due: until when; ``None`` without a date.
        arises: whether that day falls while the plan holds.
    """

    path: str
    plan: Plan
    at: str
    obligation: Obligation
    period: Period
    due: Deadline | None
    arises: bool

    @property
    def field(self) -> str:
        """The key that gives the due day; the period where there is none."""
        due = self.obligation.due
        given = {"before": due.before, "by": due.by, "days_after": due.of, "embedded_in": due.embedded_in}
        key = next((key for key, value in given.items() if value is not None), "period")
        return f"{self.at}.{key}"

    @property
    def feeds(self) -> bool:
        """Whether the issuer's own document is made of these: plans go down the tree, each after the one above."""
        return self.arises and self.due is not None and self.obligation.kind != "plan" and not self.rides_along

    @property
    def rides_along(self) -> bool:
        """Whether it is part of another obligation of the same plan, whose line says the same."""
        carrier = self.obligation.due.embedded_in
        return carrier is not None and "#" not in carrier


def due_each_period(workspace: Workspace) -> tuple[DueEachPeriod, ...]:
    """Every obligation of an issued plan; a yearly one in the years for which something was filed or planned."""
    return tuple(_found(workspace))


def _found(workspace: Workspace) -> Iterator[DueEachPeriod]:
    orders = workspace.orders
    years = sorted({filing.period.year for _, filing in workspace.filings()})
    for path, plan in workspace.plans.items():
        if orders.holds(path)[0] is None:
            continue
        for at, obligation in listed("obligations", plan.obligations):
            for year in years if not isinstance(obligation.period, Period) else [obligation.period.year]:
                period = period_in(obligation, year)
                if period is not None:
                    due, arises = orders.due_of(path, obligation, period), orders.arises(path, obligation, period)
                    yield DueEachPeriod(path, plan, at, obligation, period, due, arises)
