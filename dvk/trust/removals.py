"""DVK605: a document that was handed in is gone, moved, unreadable, or a draft again."""

from collections.abc import Mapping

from dvk.changed_filings import ChangedFiling
from dvk.changes import Comparison
from dvk.facts import Filing, Plan
from dvk.findings import Mistake
from dvk.workspace_checks.books import Found


def removed(comparison: Comparison) -> Found:
    """DVK605: what is on record stays where it is; it is withdrawn, never taken away."""
    added = _added(comparison)
    for changed in comparison.filings:
        if changed.is_on_record:
            problem, now = _problem(comparison, changed, added)
            if problem:
                args = {"problem": problem, "which": changed.bound.state, "now": now}
                yield changed.path, Mistake("DVK605", "state" if changed.after else "", args)


def _problem(comparison: Comparison, changed: ChangedFiling, added: Mapping[object, str]) -> tuple[str, str]:
    """What happened to it, and where or in which state it is now; nothing where it is still there."""
    before, after = changed.before, changed.after
    if after is None:
        if changed.path in comparison.head.unread:
            return "cannot_be_read", ""
        moved = added.get(_what(before))
        return ("moved_away", moved) if moved else ("taken_away", "")
    if after.state == before.state:
        return "", ""
    if after.state == "draft" or (changed.is_kept and after.state == "submitted" and not _is_revised(changed)):
        return "state_undone", after.state
    if changed.is_kept and after.state == "returned" and not _is_returned_anew(before, after):
        return "returned_by_nobody", after.state
    return "", ""


def _is_revised(changed: ChangedFiling) -> bool:
    """Whether it goes its way anew, as another revision."""
    return changed.after is not None and changed.after.revision > changed.bound.revision


def _is_returned_anew(before: Filing, after: Filing) -> bool:
    if isinstance(before, Plan) or isinstance(after, Plan):
        return False
    return len(after.returns) > len(before.returns)


def _added(comparison: Comparison) -> dict[object, str]:
    """What each new document is, with its path."""
    new = [change.path for change in comparison.changes if change.is_added]
    return {_what(filing): path for path in new if (filing := comparison.head.filing(path)) is not None}


def _what(filing: Filing) -> object:
    """What makes two documents look like one in two places."""
    subject = filing.subject if isinstance(filing, Plan) else ""
    return filing.kind, filing.unit, filing.period, filing.number, subject
