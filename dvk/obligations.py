"""What is owed: the (obligation, unit, period) that plans in force ask for, with due day, lock and waiver."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from dvk.facts import MOST_STEPS, Due, Exemption, Obligation, Plan
from dvk.organisation import Organisation
from dvk.periods import ONE_DAY, Period, YearPart
from dvk.values import Moment, Reference, YearDay, in_year
from dvk.vietnamese.dates import TIME_ZONE

ONE_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """A due date as one moment: whatever is received before ``limit`` is in time.

    Args:
        limit: the first moment that is too late, in +07:00.
        timed: whether the plan gave an hour.
    """

    limit: datetime
    timed: bool = False

    @property
    def day(self) -> date:
        """The last acceptable day."""
        return (self.limit - timedelta.resolution).date()

    @property
    def minute(self) -> str | None:
        """The last acceptable minute as HH:MM, where an hour was given."""
        return f"{self.limit - ONE_MINUTE:%H:%M}" if self.timed else None


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
        return self._due(path, obligation, period, unit, frozenset())

    def _due(
        self, path: str, obligation: Obligation, period: Period, unit: str | None, seen: frozenset[Reference]
    ) -> Deadline | None:
        here = Reference(path, obligation.id)
        if here in seen or len(seen) > MOST_STEPS:
            return None
        due = self._written(path, obligation, period, unit, seen | {here})
        if unit is None:
            return due
        later = [
            moment
            for extension in obligation.extensions
            if unit in extension.units and _is_for(extension.period, obligation, period)
            for moment in [self._moment(extension.before, extension.by)]
            if moment is not None
        ]
        return max([*later, *([due] if due else [])], default=None)

    def _written(
        self, path: str, obligation: Obligation, period: Period, unit: str | None, seen: frozenset[Reference]
    ) -> Deadline | None:
        due = obligation.due
        if due.embedded_in is not None:
            return self._due_elsewhere(path, due.embedded_in, period, unit, seen)
        if due.days_after is not None and due.of is not None:
            base = self._base_day(path, due, period, unit, seen)
            return _midnight_after(base + timedelta(days=due.days_after)) if base else None
        year = period.year + due.next_year
        before, by = (in_year(day, year) if day else None for day in (due.before, due.by))
        return self._moment(before, by)

    def _base_day(
        self, path: str, due: Due, period: Period, unit: str | None, seen: frozenset[Reference]
    ) -> date | None:
        dated = dict(self.plans[path].events)
        if due.of in dated:
            return dated[due.of]
        deadline = self._due_elsewhere(path, due.of or "", period, unit, seen)
        return deadline.day if deadline else None

    def _due_elsewhere(
        self, path: str, name: str, period: Period, unit: str | None, seen: frozenset[Reference]
    ) -> Deadline | None:
        carrier_path, carrier = self.named(path, name)
        if carrier is None:
            return None
        carrier_period = period_in(carrier, period.year)
        return self._due(carrier_path, carrier, carrier_period, unit, seen) if carrier_period else None

    def named(self, path: str, name: str) -> tuple[str, Obligation | None]:
        """The obligation that ``of`` or ``embedded_in`` names: an id of the same plan, or ``path#id``."""
        plan_path, _, item = name.rpartition("#") if "#" in name else (path, "", name)
        return plan_path, self.obligation(Reference(plan_path, item))

    def obligation(self, reference: Reference) -> Obligation | None:
        """The obligation of a plan that has this id."""
        return self._by_id.get(reference.path, {}).get(reference.item)

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Obligation]]:
        """The obligations of each plan; the first of an id stands."""
        return {path: {o.id: o for o in reversed(plan.obligations)} for path, plan in self.plans.items()}

    def _moment(self, before: Moment | None, by: Moment | None) -> Deadline | None:
        if before is not None and before.hour is not None:
            return Deadline(datetime.combine(before.day, before.hour, TIME_ZONE), timed=True)
        if by is not None and by.hour is not None:
            return Deadline(datetime.combine(by.day, by.hour, TIME_ZONE) + ONE_MINUTE, timed=True)
        if before is not None:
            return _midnight_after(before.day - ONE_DAY * self.before_excludes)
        return _midnight_after(by.day) if by is not None else None

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


def period_in(obligation: Obligation, year: int) -> Period | None:
    """The period of that year for which the obligation asks, if it does."""
    if isinstance(obligation.period, YearPart):
        return obligation.period.of(year) if obligation.every_year else None
    return obligation.period if obligation.period.year == year and not obligation.every_year else None


def lock_day(lock: Moment | YearDay | None, due: date) -> date | None:
    """The lock of a due day: as written, or the first such day of a year on or after the due day."""
    if isinstance(lock, YearDay):
        return next(day for year in (due.year, due.year + 1, due.year + 2) if (day := _last_day(lock, year)) >= due)
    return lock.day if lock else None


def cut_off_day(cut_off: Moment | YearDay | None, due: date) -> date | None:
    """The cut-off of a due day: as written, or the last such day of a year on or before the due day."""
    if isinstance(cut_off, YearDay):
        return next(day for year in (due.year + 1, due.year, due.year - 1) if (day := _last_day(cut_off, year)) <= due)
    return cut_off.day if cut_off else None


def _last_day(day: YearDay, year: int) -> date:
    """The last day that is meant in that year: the day before where it was written ``before``."""
    return date(year, day.month, day.day) - ONE_DAY * day.excluded


def _midnight_after(day: date) -> Deadline:
    return Deadline(datetime.combine(day + ONE_DAY, time(), TIME_ZONE))


def _is_for(period: Period | None, obligation: Obligation, wanted: Period) -> bool:
    """Whether an extension is for that period; of a yearly obligation it has to name one."""
    return period == wanted or (period is None and not obligation.every_year)


def _waiver(obligation: Obligation, unit: str, due: date) -> Exemption | None:
    mine = (e for e in obligation.exemptions if e.unit == unit)
    return next((e for e in mine if e.until is None or due <= e.until), None)
