"""One unit, one year, one indicator: which of its reports stand for the year, and what they give together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeAlias

from dvk.amounts import simplest
from dvk.facts import Exact, OverTime
from dvk.periods import Period

YearState: TypeAlias = Literal["whole", "partial", "null", "absent"]


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as a report gives it.

    Args:
        period: the months that it is for.
        value: the figure; ``None`` is a null.
        path: the report's file.
        field: where in the file.
        reason: why it is null.
        covers_predecessors: whether the report speaks for the units that went into this one, too.
    """

    period: Period
    value: Exact | None
    path: str
    field: str
    reason: str = ""
    covers_predecessors: bool = False


@dataclass(frozen=True, slots=True)
class Yearly:
    """What the reports of one unit give for a year.

    Args:
        state: whether the value is for all months of the unit's life in the year.
        value: the figure; ``None`` where it is null, absent, or where several reports may not be combined.
        months: months covered, as bits.
        missing: months of the unit's life that no chosen report covers, as bits.
        chosen: the reports that it comes from, in the order of months.
        set_aside: reports that overlap the chosen ones or are outvoted by them.
        nulls: nulls with their reasons.
        parts: the value that the parts of the year give where a year figure stands over parts that cover the whole
            life of the unit and differ; ``None`` otherwise.
    """

    state: YearState
    value: Exact | None = None
    months: int = 0
    missing: int = 0
    chosen: tuple[Given, ...] = ()
    set_aside: tuple[Given, ...] = ()
    nulls: tuple[Given, ...] = ()
    parts: Exact | None = None

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of the chosen reports."""
        return tuple(given.period for given in self.chosen)


ABSENT = Yearly("absent")
_SEVERAL = 2


def over_the_year(given: Sequence[Given], over_time: OverTime, life: int, *, parts_stand: bool = False) -> Yearly:
    """What the figures of one unit and indicator give for a year. Source: design, “one unit, one year”; rules 1–5, 9.

    A whole-year value, or null, stands; else the set of reports without overlap that covers most months, then the
    fewest, then the latest, combined over time.

    Args:
        given: one figure for each period at the most.
        over_time: the indicator's operator.
        life: months of the year on any day of which the unit was open, as bits.
        parts_stand: whether parts that cover the whole life stand over a year figure that differs from them, as for
            a successor whose year report does not say that it covers its predecessors.
    """
    if not given:
        return ABSENT
    if len(given) == 1 and given[0].value is not None:
        return _only(given[0], life)
    year = next((figure for figure in given if figure.period.is_year), None)
    parts = tuple([figure for figure in given if figure is not year])
    chosen = best_set([figure for figure in parts if figure.value is not None], life)
    if year is None:
        return _combined(given, chosen, over_time, life)
    differing = _differing(year, chosen, over_time, life)
    if differing is not None and parts_stand:
        stands = _combined(given, chosen, over_time, life)
        return replace(stands, parts=year.value)
    nulls = (year,) if year.value is None else ()
    state: YearState = "null" if nulls else "whole"
    months = 0 if nulls else life
    return Yearly(state, year.value, months, life & ~months, () if nulls else (year,), parts, nulls, differing)


def best_set(given: Sequence[Given], life: int) -> tuple[Given, ...]:
    """The figures without overlap that cover most months of a life, then the fewest, then the latest.

    Sets that still tie are told apart by the later beginning of their last report, then of the one before it.
    """
    if len(given) < _SEVERAL:
        return tuple([figure for figure in given if figure.period.mask & life])
    return tuple([given[at] for at in _best(tuple([(each.period.first, each.period.last) for each in given]), life)])


@lru_cache(maxsize=10_000)
def _best(periods: tuple[tuple[int, int], ...], life: int) -> tuple[int, ...]:
    """Positions of the best set of periods (first and last month): units report after few patterns."""
    best: list[tuple[tuple[int, int, int, tuple[int, ...]], tuple[int, ...]]] = [((0, 0, 0, ()), ())]
    for month in range(1, 13):
        candidates = [best[-1]]
        for at, (first, last) in enumerate(periods):
            covered = Period(0, first, last).mask & life
            if last != month or not covered:
                continue
            (count, fewer, months, starts), before = best[first - 1]
            key = (count + covered.bit_count(), fewer - 1, months + covered, (first, *starts))
            candidates.append((key, (*before, at)))
        best.append(max(candidates, key=lambda candidate: candidate[0]))
    return best[-1][1]


def combine(chosen: Sequence[Given], over_time: OverTime, life: int) -> Exact | None:
    """The value that figures without overlap give together; ``None`` where they may not be combined."""
    values = [figure.value for figure in chosen if figure.value is not None]
    if not values:
        return None
    if over_time == "sum":
        return sum(values)
    if over_time == "last":
        return values[-1]
    if over_time == "max":
        return max(values)
    if over_time == "average":
        weights = [(figure.period.mask & life).bit_count() for figure in chosen if figure.value is not None]
        weighed = sum(value * weight for value, weight in zip(values, weights, strict=True))
        return simplest(Fraction(weighed) / sum(weights))
    return values[0] if len(values) == 1 else None


def _only(figure: Given, life: int) -> Yearly:
    """What one figure gives alone: whatever the operator, it is that figure."""
    months = life if figure.period.is_year else figure.period.mask & life
    if not months and not figure.period.is_year:
        return Yearly("absent", missing=life, set_aside=(figure,))
    return Yearly("whole" if months == life else "partial", figure.value, months, life & ~months, (figure,))


def _combined(given: Sequence[Given], chosen: tuple[Given, ...], over_time: OverTime, life: int) -> Yearly:
    nulls = tuple(figure for figure in given if figure.value is None)
    if not chosen:
        return Yearly("null" if nulls else "absent", missing=life, nulls=nulls, set_aside=_others(given, nulls))
    months = months_of(chosen) & life
    state: YearState = "whole" if months == life else "partial"
    value = combine(chosen, over_time, life)
    if value is None:
        state = "absent"
    return Yearly(state, value, months, life & ~months, chosen, _others(given, (*chosen, *nulls)), nulls)


def _others(given: Sequence[Given], used: Sequence[Given]) -> tuple[Given, ...]:
    """Those of the figures that are not among the ones ``used``, which were taken from them."""
    if len(given) == len(used):
        return ()
    taken = set(map(id, used))
    return tuple([figure for figure in given if id(figure) not in taken])


def months_of(figures: Sequence[Given]) -> int:
    """The months that figures are for together, as bits."""
    months = 0
    for figure in figures:
        months |= figure.period.mask
    return months


def _differing(year: Given, chosen: tuple[Given, ...], over_time: OverTime, life: int) -> Exact | None:
    """What the parts give, where they cover the unit's whole life and differ from the year's figure."""
    if months_of(chosen) & life != life or year.value is None:
        return None
    value = combine(chosen, over_time, life)
    return value if value != year.value else None
