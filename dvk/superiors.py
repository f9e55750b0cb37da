"""Who stands above a unit on a day, and who acts in its place: one answer for stamps, ownership and signatures."""

from datetime import date

from dvk.organisation import Organisation


def units_above(organisation: Organisation, unit: str, day: date) -> list[str]:
    """The units above it on that day, nearest first; in the place of one that has ended, where it went.

    Of a unit that has ended itself, those above it on its last day; of one that comes later, on its first.
    """
    found: list[str] = []
    above = organisation.parent_on(unit, day_within(organisation, unit, day))
    for _ in organisation.units:
        if above is None or above in found or above == unit:
            break
        if has_ended(organisation, above, day):
            above = _went_to(organisation, above, day)
        else:
            found.append(above)
            above = organisation.parent_on(above, day_within(organisation, above, day))
    return found


def acting_in_turn(organisation: Organisation, unit: str, day: date) -> tuple[str, ...]:
    """The unit and those above it, whose people act for it in that order; of one that has ended, where it went.

    None where nobody knows the unit, or where it went leads round in a circle.
    """
    seen: set[str] = set()
    acting = unit if unit in organisation.units else None
    while acting is not None and has_ended(organisation, acting, day):
        if acting in seen:
            return ()
        seen.add(acting)
        acting = _went_to(organisation, acting, day)
    return () if acting is None else (acting, *units_above(organisation, acting, day))


def people_for(organisation: Organisation, unit: str, day: date) -> tuple[str, ...]:
    """Who acts for a unit: the people of the first unit in turn that names any; nobody where none does."""
    chain = acting_in_turn(organisation, unit, day)
    return next((people for name in chain if (people := organisation.units[name].maintainers)), ())


def has_ended(organisation: Organisation, unit: str, day: date) -> bool:
    """Whether a unit was open on an earlier day and is not on this one."""
    end = organisation.end_of(unit)
    return end is not None and end < day


def day_within(organisation: Organisation, unit: str, day: date) -> date:
    """The day, or the first or last one of a unit that is not open on it."""
    start, end = organisation.units[unit].start, organisation.end_of(unit)
    within = day if start is None else max(start, day)
    return within if end is None else min(end, within)


def _went_to(organisation: Organisation, unit: str, day: date) -> str | None:
    """Where all of a unit that has ended went, else the unit above it on its last day."""
    return organisation.only_successor(unit) or organisation.parent_on(unit, day_within(organisation, unit, day))
