"""DVK605: a document that was handed in is gone, moved, unreadable, or not as far as it was."""

from collections.abc import Mapping

from dvk.changed_filings import ChangedFiling
from dvk.changes import Comparison
from dvk.facts import Filing, Plan
from dvk.findings import Mistake
from dvk.workspace_checks.books import Found

_NEXT: Mapping[str, frozenset[str]] = {
    "submitted": frozenset({"accepted", "returned", "approved", "published", "withdrawn"}),
    "returned": frozenset({"submitted", "accepted", "approved", "published", "withdrawn"}),
    "accepted": frozenset({"returned", "approved", "published", "withdrawn"}),
    "approved": frozenset({"returned", "published", "withdrawn"}),
    "published": frozenset({"returned", "withdrawn"}),
    "issued": frozenset({"withdrawn"}),
    "withdrawn": frozenset(),
}
"""State on record → those that a document may come to from there, several steps at once among them."""


def removed(comparison: Comparison) -> Found:
    """DVK605: what is on record stays where it is and goes on from where it is; it is withdrawn, never taken away."""
    added = _added(comparison)
    for changed in comparison.filings:
        if changed.is_on_record:
            problem, now = _problem(comparison, changed, added)
            if problem:
                where = "now" if problem == "moved_away" else "found"
                args = {"problem": problem, "which": changed.before.state, where: now}
                yield changed.path, Mistake("DVK605", "state" if changed.after else "", args)


def _problem(comparison: Comparison, changed: ChangedFiling, added: Mapping[object, str]) -> tuple[str, str]:
    """What happened to it, and where or in which state it is now; nothing where it is still there."""
    before, after = changed.before, changed.after
    if after is None:
        if changed.path in comparison.after.unread:
            return "cannot_be_read", ""
        moved = added.get(_what(before))
        return ("moved_away", moved) if moved else ("taken_away", "")
    if after.state == before.state:
        return "", ""
    if after.is_draft or (after.state not in _NEXT[before.state] and after.revision <= before.revision):
        return "state_undone", after.state
    if changed.is_kept and after.state == "returned" and not _is_returned_anew(before, after):
        return "returned_by_nobody", after.state
    return "", ""


def _is_returned_anew(before: Filing, after: Filing) -> bool:
    if isinstance(before, Plan) or isinstance(after, Plan):
        return False
    return len(after.returns) > len(before.returns)


def _added(comparison: Comparison) -> dict[object, str]:
    """What each new document is, with its path."""
    new = [change.path for change in comparison.changes if change.is_added]
    return {_what(filing): path for path in new if (filing := comparison.after.filing(path)) is not None}


def _what(filing: Filing) -> object:
    """What makes two documents look like one in two places."""
    subject = filing.subject if isinstance(filing, Plan) else ""
    return filing.kind, filing.unit, filing.period, filing.number, subject
