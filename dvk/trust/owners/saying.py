"""Names of people in findings."""

from collections.abc import Sequence

from dvk.shown import first_ones

_MOST_NAMED = 5


def said(actor: str, people: Sequence[str]) -> dict[str, str]:
    """The arguments that name who proposes a change and who may make it, or say that nobody is named."""
    named = first_ones(people, _MOST_NAMED)
    return {"actor": actor.strip() or "–", "people": named, "which": "people_named" if named else "nobody_named"}
