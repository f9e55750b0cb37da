"""What is owed: the (obligation, unit, period) that plans in force ask for, with due day, lock and waiver."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dvk.due_days import Asked, Deadline, DueDays, lock_day, period_in
from dvk.facts import MOST_STEPS, Exemption, Obligation, Plan
from dvk.organisation import Organisation
from dvk.periods import ONE_DAY, Period
from dvk.values import Reference


@dataclass(frozen=True, slots=True)
class Owed:
    """One obligation of one unit for one period.

    Args:
        plan: path of the plan that asks.
        obligation: what it asks.
        unit: who owes it.
        period: for which months.
        reference: the day on which the unit had to be open.
        due: until when; ``None`` if no date was given.
        lock: last day (included) on which a late filing is still taken.
        unlocked_until: last day (included) of this unit's exception to the lock.
        waiver: why it need not file, if so.
    """

    plan: str
    obligation: Obligation
    unit: str
    period: Period
    reference: date
    due: Deadline | None
    lock: date | None = None
    unlocked_until: date | None = None
    waiver: Exemption | None = None

    @property
    def evidence_day(self) -> date:
        """The day that decides which evidence of receipt holds: the due day, or the end of the period."""
        return self.due.day if self.due else self.period.end


@dataclass(frozen=True)
class Orders:
    """The plans that order something, and the policy for reading their dates."""

    plans: dict[str, Plan]
    organisation: Organisation
    before_excludes: bool = True

    @cached_property
    def _days(self) -> DueDays:
        return DueDays(self.plans, self.before_excludes)

    def owed(self, year: int) -> Iterator[Owed]:
        """Everything owed for periods of the year, plan by plan, obligation by obligation, unit by unit."""
        for path in self.plans:
            yield from self.owed_to(path, year)

    def owed_to(self, path: str, year: int) -> Iterator[Owed]:
        """What one plan asks for periods of the year, obligation by obligation, unit by unit."""
        for obligation in self.plans[path].obligations:
            period = period_in(obligation, year)
            if period is not None and self.arises(path, obligation, period):
                yield from self._owed_for(path, obligation, period)

    def arises(self, path: str, obligation: Obligation, period: Period) -> bool:
        """Whether its day falls while the plan holds: from its start up to its end or its successor's start."""
        start, last = self.holds(path)
        due = self.due_of(path, obligation, period)
        day = due.day if due else period.end
        return start is not None and start <= day and (last is None or day <= last)

    def holds(self, path: str) -> tuple[date | None, date | None]:
        """First and last day on which the plan holds, both included; no first day: it never does."""
        plan = self.plans[path]
        if not plan.is_issued or plan.start is None:
            return None, None
        replaced = self.superseded_on.get(path)
        lasts = [day for day in (plan.until, replaced and replaced - ONE_DAY) if day is not None]
        return plan.start, min(lasts, default=None)

    @cached_property
    def superseded_on(self) -> dict[str, date]:
        """For each plan that others supersede, the first day on which one of them holds."""
        days: dict[str, date] = {}
        for other in self.plans.values():
            if other.is_issued and other.start is not None:
                for path in other.supersedes:
                    days[path] = min(other.start, days.get(path, date.max))
        return days

    @cached_property
    def carried_out_by(self) -> dict[str, list[str]]:
        """For each plan, the plans that name it as the one above, in the order of their paths."""
        found: dict[str, list[str]] = {}
        for path, plan in self.plans.items():
            if plan.superior_plan is not None:
                found.setdefault(plan.superior_plan, []).append(path)
        return found

    def due_of(self, path: str, obligation: Obligation, period: Period, unit: str | None = None) -> Deadline | None:
        """The due moment, for everyone or with what one unit was allowed; ``None`` if there is no date."""
        return self._days.of(Asked(path, obligation, period, unit))

    def named(self, path: str, name: str) -> tuple[str, Obligation | None]:
        """The obligation that ``of`` or ``embedded_in`` names: an id of the same plan, or ``path#id``."""
        return self._days.named(path, name)

    def obligation(self, reference: Reference) -> Obligation | None:
        """The obligation of a plan that has this id."""
        return self._days.obligation(reference)

    def _owed_for(self, path: str, obligation: Obligation, period: Period) -> Iterator[Owed]:
        due = self.due_of(path, obligation, period)
        reference = min(period.end, due.day) if due else period.end
        first = period.start if obligation.any_day else None
        carrier_path, carrier, carried = self._carrier(path, obligation, period)
        lock = self._lock(carrier_path, carrier, carried)
        unlocks = [u for o, p in ((obligation, period), (carrier, carried)) for u in o.unlocks if u.period in {None, p}]
        extended = self._extended(path, obligation)
        for unit in self.organisation.debtors(self.plans[path].unit, obligation.who, first, reference):
            mine = self.due_of(path, obligation, period, unit) if unit in extended else due
            yield Owed(
                plan=path,
                obligation=obligation,
                unit=unit,
                period=period,
                reference=reference,
                due=mine,
                lock=max(lock, mine.day) if lock and mine and mine != due else lock,
                unlocked_until=max((u.until for u in unlocks if unit in u.units), default=None),
                waiver=_waiver(obligation, unit, due.day if due else period.end),
            )

    def _extended(self, path: str, obligation: Obligation | None) -> set[str]:
        """The units to which the obligation, or one that its day goes by, gives another day."""
        units: set[str] = set()
        seen: set[Reference] = set()
        while obligation is not None and (here := Reference(path, obligation.id)) not in seen:
            seen.add(here)
            units.update(unit for extension in obligation.extensions for unit in extension.units)
            path, obligation = self.named(path, obligation.due.embedded_in or obligation.due.of or "")
        return units

    def _lock(self, path: str, obligation: Obligation, period: Period) -> date | None:
        due = self.due_of(path, obligation, period)
        return lock_day(obligation.lock, due.day if due else period.end)

    def _carrier(self, path: str, obligation: Obligation, period: Period) -> tuple[str, Obligation, Period]:
        """The obligation whose file carries this one, at any depth; itself where it is not embedded."""
        seen: set[tuple[str, str]] = set()
        while (name := obligation.due.embedded_in) is not None and len(seen) <= MOST_STEPS:
            if (path, obligation.id) in seen:
                break
            seen.add((path, obligation.id))
            carrier_path, carrier = self.named(path, name)
            carrier_period = period_in(carrier, period.year) if carrier else None
            if carrier is None or carrier_period is None:
                break
            path, obligation, period = carrier_path, carrier, carrier_period
        return path, obligation, period


def _waiver(obligation: Obligation, unit: str, due: date) -> Exemption | None:
    mine = (e for e in obligation.exemptions if e.unit == unit)
    return next((e for e in mine if e.until is None or due <= e.until), None)
