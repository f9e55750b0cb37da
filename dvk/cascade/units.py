"""Which unit takes a step, and who may act for it."""

from datetime import date

from dvk.facts import Step
from dvk.organisation import Organisation


def units_above(organisation: Organisation, unit: str, day: date) -> list[str]:
    """The units above it on that day, nearest first; in the place of one that has ended, where it went.

    Of a unit that has ended itself, those above it on its last day.
    """
    found: list[str] = []
    above = _directly_above(organisation, unit, day)
    for _ in organisation.units:
        if above is None or above in found or above == unit:
            break
        if _has_ended(organisation, above, day):
            above = organisation.only_successor(above) or _directly_above(organisation, above, day)
        else:
            found.append(above)
            above = _directly_above(organisation, above, day)
    return found


def units_for(organisation: Organisation, step: Step, unit: str, day: date) -> tuple[str, ...]:
    """The units that may take a step with a document of a unit on that day; the one that ordinarily does comes first.

    A unit submits its own; the unit directly above accepts, returns and approves, a root itself; both may publish.
    """
    above = tuple(units_above(organisation, unit, day)[:1]) if unit in organisation.units else ()
    if step == "submitted":
        return (unit,)
    return (unit, *above) if step == "published" else above or (unit,)


def people_of(organisation: Organisation, unit: str, day: date) -> tuple[str, ...]:
    """Who acts for a unit: its own people, else those of the nearest unit above that names any; none: everybody may.

    For one that has ended those act to whom it went.
    """
    seen: set[str] = set()
    while unit in organisation.units and _has_ended(organisation, unit, day) and unit not in seen:
        seen.add(unit)
        unit = organisation.only_successor(unit) or _directly_above(organisation, unit, day) or ""
    if unit not in organisation.units or unit in seen:
        return ()
    chain = (unit, *units_above(organisation, unit, day))
    return next((people for above in chain if (people := organisation.units[above].maintainers)), ())


def _has_ended(organisation: Organisation, unit: str, day: date) -> bool:
    end = organisation.end_of(unit)
    return end is not None and end < day


def _directly_above(organisation: Organisation, unit: str, day: date) -> str | None:
    """The unit above on a day, or on the first or last one of a unit that is not open on it."""
    start, end = organisation.units[unit].start, organisation.end_of(unit)
    within = day if start is None else max(start, day)
    return organisation.parent_on(unit, within if end is None else min(end, within))
