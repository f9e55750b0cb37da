"""Which unit takes a step."""

from datetime import date

from dvk.facts import Step
from dvk.organisation import Organisation
from dvk.superiors import units_above


def units_for(organisation: Organisation, step: Step, unit: str, day: date) -> tuple[str, ...]:
    """The units that may take a step with a document of a unit on that day; the one that ordinarily does comes first.

    A unit submits its own; the unit directly above accepts, returns and approves, a root itself; both may publish.
    """
    above = tuple(units_above(organisation, unit, day)[:1]) if unit in organisation.units else ()
    if step == "submitted":
        return (unit,)
    return (unit, *above) if step == "published" else above or (unit,)
