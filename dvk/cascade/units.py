"""Which unit takes a step, and who may act for it."""

from datetime import date

from dvk.facts import Step
from dvk.organisation import Organisation


def units_above(organisation: Organisation, unit: str, day: date) -> list[str]:
    """The units above it that are open on that day, nearest first."""
    return [above for above in organisation.above_on(unit, day) if organisation.is_open(above, day)]


def units_for(organisation: Organisation, step: Step, unit: str, day: date) -> tuple[str, ...]:
    """The units that may take a step with a document of a unit on that day; the one that ordinarily does comes first.

    A unit submits its own; the unit directly above accepts, returns and approves, a root itself; both may publish.
    """
    above = tuple(units_above(organisation, unit, day)[:1]) if unit in organisation.units else ()
    if step == "submitted":
        return (unit,)
    return (unit, *above) if step == "published" else above or (unit,)


def people_of(organisation: Organisation, unit: str, day: date) -> tuple[str, ...]:
    """Who acts for a unit: its own people, else those of the nearest unit above that names any; none: everybody may."""
    if unit not in organisation.units:
        return ()
    chain = (unit, *organisation.above_on(unit, day))
    return next((people for above in chain if (people := organisation.units[above].maintainers)), ())


def same_person(one: str, other: str) -> bool:
    """Whether two logins or e-mail addresses are one person's, as platforms compare them: ``@An`` is ``an``."""
    return _plain(one) == _plain(other)


def _plain(who: str) -> str:
    return who.strip().removeprefix("@").casefold()
