"""DVK618: an issued plan asks something else, by another day, or from fewer units than it did."""

from collections.abc import Iterator

from dvk.changes import Comparison
from dvk.facts import Obligation, Plan
from dvk.findings import Mistake
from dvk.workspace_checks.books import Found

_KEYS = {
    "kind": "plan.obligations.kind",
    "who": "plan.obligations.who",
    "period": "plan.obligations.period",
    "every_year": "plan.obligations.every_year",
    "due": "due_day",
    "lock": "plan.obligations.lock",
    "cut_off": "plan.obligations.cut_off",
    "any_day": "plan.obligations.open_on",
    "exemptions": "plan.obligations.except",
    "extensions": "plan.obligations.extensions",
    "unlocks": "plan.obligations.unlocks",
    "indicators": "plan.obligations.indicators",
}
"""What of an obligation decides who owes what until when, and its key in the file."""
_OF_ALL = {
    "start": "plan.effective",
    "until": "plan.until",
    "supersedes": "plan.supersedes",
    "events": "plan.events",
}
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
        yield Mistake("DVK618", "state", {"problem": "plan_withdrawn", "times": str(len(before.obligations))})
    now = {obligation.id: obligation for obligation in reversed(after.obligations)}
    for old in before.obligations:
        new = now.get(old.id)
        if new is None:
            yield Mistake("DVK618", "obligations", {"problem": "obligation_gone", "obligation": old.id})
        elif keys := _keys(old, new):
            told = {"problem": "obligation_changed", "obligation": old.id, "parts": ", ".join(keys)}
            yield Mistake("DVK618", f"obligations[id={old.id}]", told)
    others = [key for name, key in _OF_ALL.items() if getattr(before, name) != getattr(after, name)]
    if others:
        yield Mistake("DVK618", "", {"problem": "plan_changed", "parts": ", ".join(others)})


def _keys(old: Obligation, new: Obligation) -> list[str]:
    return [key for name, key in _KEYS.items() if getattr(old, name) != getattr(new, name)]
