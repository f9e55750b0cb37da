"""When something is due: on a day of its own, so long after another, or with the document that carries it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from dvk.facts import MOST_STEPS, Obligation, Plan
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
class Asked:
    """What a plan asks for one period.

    Args:
        plan: the plan's path.
        obligation: what it asks.
        period: for which months.
        unit: whom, where it is asked when that unit's is due; ``None`` for everyone.
    """

    plan: str
    obligation: Obligation
    period: Period
    unit: str | None = None

    @property
    def reference(self) -> Reference:
        """The obligation."""
        return Reference(self.plan, self.obligation.id)


@dataclass(frozen=True)
class DueDays:
    """The plans, and the policy for reading their dates."""

    plans: Mapping[str, Plan]
    before_excludes: bool

    def of(self, asked: Asked, seen: frozenset[Reference] = frozenset()) -> Deadline | None:
        """The due moment, for everyone or with what one unit was allowed; ``None`` if there is no date.

        Args:
            asked: what is due.
            seen: whose days led here; a circle of obligations has none.
        """
        if asked.reference in seen or len(seen) > MOST_STEPS:
            return None
        due = self._written(asked, seen | {asked.reference})
        if asked.unit is None:
            return due
        later = [
            moment
            for extension in asked.obligation.extensions
            if asked.unit in extension.units and _is_for(extension.period, asked)
            for moment in [self._moment(extension.before, extension.by)]
            if moment is not None
        ]
        return max([*later, *([due] if due else [])], default=None)

    def _written(self, asked: Asked, seen: frozenset[Reference]) -> Deadline | None:
        due = asked.obligation.due
        if due.embedded_in is not None:
            return self._elsewhere(asked, due.embedded_in, seen)
        if due.days_after is not None and due.of is not None:
            base = self._base_day(asked, due.of, seen)
            return _midnight_after(base + timedelta(days=due.days_after)) if base else None
        year = asked.period.year + due.next_year
        before, by = (in_year(day, year) if day else None for day in (due.before, due.by))
        return self._moment(before, by)

    def _base_day(self, asked: Asked, name: str, seen: frozenset[Reference]) -> date | None:
        """The day of an event of the plan, or the due day of another obligation."""
        dated = dict(self.plans[asked.plan].events)
        if name in dated:
            return dated[name]
        deadline = self._elsewhere(asked, name, seen)
        return deadline.day if deadline else None

    def _elsewhere(self, asked: Asked, name: str, seen: frozenset[Reference]) -> Deadline | None:
        plan, carrier = self.named(asked.plan, name)
        period = period_in(carrier, asked.period.year) if carrier else None
        if carrier is None or period is None:
            return None
        return self.of(replace(asked, plan=plan, obligation=carrier, period=period), seen)

    def named(self, path: str, name: str) -> tuple[str, Obligation | None]:
        """The obligation that ``of`` or ``embedded_in`` names: an id of the same plan, or ``path#id``."""
        plan, _, item = name.rpartition("#") if "#" in name else (path, "", name)
        return plan, self.obligation(Reference(plan, item))

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


def _is_for(period: Period | None, asked: Asked) -> bool:
    """Whether an extension is for that period; of a yearly obligation it has to name one."""
    return period == asked.period or (period is None and not asked.obligation.every_year)
