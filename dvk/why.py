"""Why a total is what it is: every figure that enters it, down to file and field, and what was set aside."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from dvk.amounts import simplest
from dvk.facts import Exact, Indicator, OverTime
from dvk.models import Funnel
from dvk.rollup import RollUp
from dvk.totals import Total, covers
from dvk.yearly import Given, Yearly, combine


@dataclass(frozen=True, slots=True)
class Addend:
    """One figure that enters a total.

    Args:
        unit: whose figure.
        value: what it adds; a share of the written figure where that is averaged over the months of a year.
        given: the figure as written, with its file and field.
        part: ``stated`` for a consolidated figure; ``numerator`` or ``denominator`` of a ratio; else ``own``.
    """

    unit: str
    value: Exact
    given: Given
    part: str = "own"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A figure that does not enter, and why: it overlaps, is null, or stands beside a total that is used."""

    unit: str
    given: Given
    reason: str


def addends(rollup: RollUp, unit: str, indicator: Indicator) -> list[Addend]:
    """The figures that enter a total; of a sum they add up to it, of an average to its sum, of a ratio by part."""
    if not indicator.is_ratio:
        return list(_walk(rollup, rollup.totals[indicator.id], unit, indicator.over_time))
    return list(_ratio_parts(rollup, unit, indicator))


def set_aside(rollup: RollUp, unit: str, indicator: Indicator) -> list[SetAside]:
    """The figures of a subtree that do not enter its total, each with its reason."""
    found: list[SetAside] = []
    if not indicator.is_ratio:
        _look_aside(rollup, rollup.totals[indicator.id], unit, found)
    return found


def models_why(funnel: Funnel, units: tuple[str, ...], own: list[str], count: str) -> tuple[list[int], list[str]]:
    """How a count of models comes about: each part's count, and the models that stand in more than one part.

    Args:
        funnel: the models of the year.
        units: the parts: children of a unit, or roots.
        own: models that the unit owns itself, as a part of its own, by reference.
        count: the count of the funnel.

    Returns:
        The counts of the parts in order, and the reference of a model once for each time it is counted too often.
    """
    times: dict[str, int] = {}
    counts = []
    parts = [[str(m.reference) for m in funnel.of(unit) if m.counts_as(count)] for unit in units]
    for part in [*parts, own]:
        counts.append(len(part))
        for name in part:
            times[name] = times.get(name, 0) + 1
    return counts, [name for name, number in times.items() for _ in range(number - 1)]


def _walk(rollup: RollUp, totals: dict[str, Total], unit: str, over_time: OverTime) -> Iterator[Addend]:
    total = totals[unit]
    children = rollup.tree.children[unit]
    if total.stated_up:
        yield from _shares(rollup, unit, total.stated, over_time, "stated")
        children = tuple(c for c in children if c in rollup.tree.succeeded and not covers(total.stated))
    else:
        yield from _shares(rollup, unit, total.own, over_time, "own")
        if covers(total.own):
            children = tuple(c for c in children if c not in rollup.tree.succeeded)
    for child in children:
        yield from _walk(rollup, totals, child, over_time)


def _shares(rollup: RollUp, unit: str, yearly: Yearly, over_time: OverTime, part: str) -> Iterator[Addend]:
    """What each chosen report adds to the year's figure."""
    life = rollup.workspace.organisation.months(unit, rollup.year)
    if over_time == "sum":
        entering = [(given, given.value) for given in yearly.chosen]
    elif over_time == "average":
        weights = {given: (given.period.mask & life).bit_count() for given in yearly.chosen}
        months = sum(weights.values())
        entering = [(g, Fraction(g.value or 0) * weights[g] / months) for g in yearly.chosen]
    elif over_time == "max":
        entering = [(g, g.value) for g in yearly.chosen if g.value == yearly.value][:1]
    else:
        entering = [(given, given.value) for given in yearly.chosen[-1:]]
    for given, value in entering:
        if value is not None:
            yield Addend(unit, simplest(value), given, part)


def _ratio_parts(rollup: RollUp, unit: str, ratio: Indicator) -> Iterator[Addend]:
    total = rollup.ratios[ratio.id][unit]
    children = rollup.tree.children[unit]
    if total.stated_up:
        yield from _stated_ratio(rollup, unit, ratio)
        children = tuple(child for child in children if child in rollup.tree.succeeded)
        if _both_cover(rollup, unit, ratio):
            return
    elif total.own_state in {"whole", "partial"}:
        yield from _own_ratio(rollup, unit, ratio)
    covered = total.covers_predecessors and not total.stated_up
    for child in children:
        if not (covered and child in rollup.tree.succeeded):
            yield from _ratio_parts(rollup, child, ratio)


def _stated_ratio(rollup: RollUp, unit: str, ratio: Indicator) -> Iterator[Addend]:
    """What the stated totals of both parts add."""
    for part, name in (("numerator", ratio.numerator or ""), ("denominator", ratio.denominator or "")):
        stated = rollup.totals[name][unit].stated
        yield from _shares(rollup, unit, stated, rollup.workspace.indicators[name].over_time, part)


def _both_cover(rollup: RollUp, unit: str, ratio: Indicator) -> bool:
    return all(covers(rollup.totals[name or ""][unit].stated) for name in (ratio.numerator, ratio.denominator))


def _own_ratio(rollup: RollUp, unit: str, ratio: Indicator) -> Iterator[Addend]:
    """What the pairs of a unit's own reports add, each part by its own operator over time."""
    chosen = rollup.ratios[ratio.id][unit].own
    below = {given.period: given for _, given in rollup.figures.pairs(unit, ratio)}
    pairs = {"numerator": chosen, "denominator": tuple(below[given.period] for given in chosen)}
    for (part, given), name in zip(pairs.items(), (ratio.numerator, ratio.denominator), strict=True):
        over_time = rollup.workspace.indicators[name or ""].over_time
        life = rollup.workspace.organisation.months(unit, rollup.year)
        yearly = Yearly("whole", combine(given, over_time, life), chosen=given)
        yield from _shares(rollup, unit, yearly, over_time, part)


def _look_aside(rollup: RollUp, totals: dict[str, Total], unit: str, found: list[SetAside]) -> None:
    total = totals[unit]
    for yearly in (total.own, total.stated):
        found += [SetAside(unit, given, "overlaps") for given in yearly.set_aside]
        found += [SetAside(unit, given, "null") for given in yearly.nulls]
    if total.stated.chosen and not total.stated_up:
        reason = "not_comparable" if not total.comparable else "below" if total.stated_below else "computed"
        found += [SetAside(unit, given, reason) for given in total.stated.chosen]
    if total.stated_up:
        found += [SetAside(unit, given, "stated") for given in total.own.chosen]
    for child in rollup.tree.children[unit]:
        inside = total.stated_up and child not in rollup.tree.succeeded
        if inside:
            found += [SetAside(c, g, "stated") for c in rollup.tree.subtree(child) for g in totals[c].own.chosen]
        else:
            _look_aside(rollup, totals, child, found)
