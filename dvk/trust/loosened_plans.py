"""DVK618: an issued plan asks something else, by another day, or from fewer units than it did."""

from collections.abc import Iterator

from dvk.changes import Comparison
from dvk.facts import Obligation, Plan
from dvk.findings import Mistake
from dvk.workspace_checks.books import Found

_KEYS = {
    "kind": "kind",
    "who": "who",
    "period": "period",
    "every_year": "every_year",
    "due": "before / by",
    "lock": "lock",
    "cut_off": "cut_off",
    "any_day": "open_on",
    "exemptions": "except",
    "extensions": "extensions",
    "unlocks": "unlocks",
    "indicators": "indicators",
}
"""What of an obligation decides who owes what until when, and its keys in the file."""
_OF_ALL = {"start": "effective", "until": "until", "supersedes": "supersedes", "events": "events"}
"""The same of a whole plan."""


def loosened(comparison: Comparison) -> Found:
    """DVK618: the obligations of issued plans that are not what they were, those taken out among them."""
    for changed in comparison.filings:
        before, after = changed.before, changed.after
        if isinstance(before, Plan) and isinstance(after, Plan) and before.is_issued:
            for mistake in _changed(before, after):
                yield changed.path, mistake


def _changed(before: Plan, after: Plan) -> Iterator[Mistake]:
    if after.is_withdrawn:
        yield Mistake("DVK618", "state", {"obligation": "–", "keys": "state: withdrawn"})
    now = {obligation.id: obligation for obligation in reversed(after.obligations)}
    for old in before.obligations:
        new = now.get(old.id)
        if new is None:
            yield Mistake("DVK618", "obligations", {"obligation": old.id, "keys": "obligations"})
        elif keys := _keys(old, new):
            yield Mistake("DVK618", f"obligations[id={old.id}]", {"obligation": old.id, "keys": ", ".join(keys)})
    others = [key for name, key in _OF_ALL.items() if getattr(before, name) != getattr(after, name)]
    if others:
        yield Mistake("DVK618", "", {"obligation": "–", "keys": ", ".join(others)})


def _keys(old: Obligation, new: Obligation) -> list[str]:
    return [key for name, key in _KEYS.items() if getattr(old, name) != getattr(new, name)]
