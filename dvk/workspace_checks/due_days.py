"""DVK420, DVK430–432: due days on a day off, later than the issuer's own, or of no year in which somebody is asked."""

from datetime import date

from dvk.days_off import DaysOff
from dvk.findings import Mistake
from dvk.obligations import Orders, Owed
from dvk.periods import Period
from dvk.values import Reference
from dvk.vietnamese.dates import format_date
from dvk.workspace_checks.books import Books, Found, is_unread
from dvk.workspace_checks.dues import DueEachPeriod


def days_off(books: Books) -> Found:
    """DVK420: a due day on a weekend or a public holiday, or that the workspace says is off; it stays where it is."""
    if is_unread(books.workspace, "holidays"):
        return
    calendar = DaysOff(books.workspace.days)
    for asked in books.due_each_period:
        if asked.due is None or asked.obligation.due.embedded_in or not asked.arises:
            continue
        off = calendar.why(asked.due.day)
        if off is not None:
            args = {"day": format_date(asked.due.day), "day_off": off.vi, "day_off_en": off.en}
            yield asked.path, Mistake("DVK420", asked.field, args)


def later_than_owed(books: Books) -> Found:
    """DVK430: a plan collects something after its issuer owes the same to the plan above.

    The issuer's own day is the latest on which it owes that kind of document for that period to the superior's plan;
    a yearly obligation is named once, for the first year in which it is so.
    """
    plans = books.workspace.plans
    latest = _Latest(books.workspace.orders)
    told: set[Reference] = set()
    for asked in books.due_each_period:
        superior, here = asked.plan.superior_plan, Reference(asked.path, asked.obligation.id)
        if superior not in plans or not asked.feeds or here in told:
            continue
        mine = latest.owed(superior, asked.plan.unit, asked)
        if asked.due and mine and mine.due and asked.due.day > mine.due.day:
            told.add(here)
            args = {
                "day": format_date(asked.due.day),
                "limit": format_date(mine.due.day),
                "superior": books.name(plans[superior].unit, mine.due.day),
                "reference": str(Reference(mine.plan, mine.obligation.id)),
            }
            yield asked.path, Mistake("DVK430", asked.field, args)


class _Latest:
    """What units owe to plans, each with the latest due day; every plan and year looked at once."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._known: dict[tuple[str, int], dict[tuple[str, str, Period], Owed]] = {}

    def owed(self, plan: str, unit: str, asked: DueEachPeriod) -> Owed | None:
        """What the unit owes to a plan that is of the same kind and period; undated and waived ones count nothing."""
        where = (plan, asked.period.year)
        if where not in self._known:
            self._known[where] = self._find(*where)
        return self._known[where].get((unit, asked.obligation.kind, asked.period))

    def _find(self, plan: str, year: int) -> dict[tuple[str, str, Period], Owed]:
        found: dict[tuple[str, str, Period], Owed] = {}
        for owed in self._orders.owed_to(plan, year):
            key = (owed.unit, owed.obligation.kind, owed.period)
            before = found.get(key)
            later = before is None or before.due is None or (owed.due is not None and owed.due > before.due)
            if owed.due is not None and owed.waiver is None and later:
                found[key] = owed
        return found


def outside_the_plan(books: Books) -> Found:
    """DVK431: a day before the plan holds or after it ended, so that the obligation never arises.

    Only for obligations of one period: of a yearly one the first or last year may well fall outside. A plan that took
    this one's place is no mistake either.
    """
    for asked in books.due_each_period:
        start, day = asked.plan.start, asked.due.day if asked.due else asked.period.end
        if asked.obligation.every_year or asked.arises or asked.rides_along or start is None:
            continue
        until = asked.plan.until
        if day < start or (until is not None and day > until):
            problem, limit = ("before_it_holds", start) if day < start else ("after_it_ends", until or start)
            args = {"which": "due_day" if asked.due else "period_end", "day": format_date(day), "problem": problem}
            yield asked.path, Mistake("DVK431", asked.field, args | {"limit": format_date(limit)})


def long_after(books: Books) -> Found:
    """DVK432: a due day more than a year after the end of its period; of a yearly obligation the first such year."""
    told: set[Reference] = set()
    for asked in books.due_each_period:
        here = Reference(asked.path, asked.obligation.id)
        if asked.due is None or asked.rides_along or here in told:
            continue
        if asked.due.day > _a_year_after(asked.period.end):
            told.add(here)
            args = {"day": format_date(asked.due.day), "period": str(asked.period)}
            yield asked.path, Mistake("DVK432", asked.field, args)


def _a_year_after(day: date) -> date:
    """The same day of the next year; after 29 February the 28th, as periods end with their month."""
    last_of_february = 28
    return date(day.year + 1, day.month, last_of_february if (day.month, day.day) == (2, 29) else day.day)
