"""DVK601, DVK602, DVK603, DVK609: what is issued or accepted changes by a revision that says why, or not at all."""

from collections.abc import Iterator

from dvk.changed_filings import ChangedFiling
from dvk.changes import Comparison
from dvk.findings import Mistake
from dvk.textfile import Tree, stable_path
from dvk.workspace_checks.books import Found

_DRAFTED = {"draft", "submitted"}
_OF_THE_ANSWER = {"resubmitted", "answer"}


def unexplained(comparison: Comparison) -> Found:
    """DVK601, DVK602: an issued or accepted document says something else without a higher revision and its reason."""
    for changed in comparison.filings:
        if changed.is_kept and changed.after is not None and changed.after.state not in _DRAFTED:
            yield from ((changed.path, mistake) for mistake in _unexplained(changed))


def _unexplained(changed: ChangedFiling) -> Iterator[Mistake]:
    before, after = changed.before, changed.after
    if after is None:
        return
    if after.revision < before.revision or (changed.keys and after.revision == before.revision):
        next_one = str(before.revision + 1)
        keys = ", ".join(changed.keys or ["revision"])
        args = {"keys": keys, "state": before.state, "revision": str(before.revision), "next": next_one}
        yield Mistake("DVK601", changed.place, args)
    elif after.revision > before.revision and after.revision not in {note.revision for note in after.changes}:
        yield Mistake("DVK602", "revision", {"problem": "no_note_of_revision", "revision": str(after.revision)})
    for note in before.changes:
        if note not in after.changes:
            yield Mistake("DVK602", "changes", {"problem": "note_rewritten", "revision": str(note.revision)})


def identities(comparison: Comparison) -> Found:
    """DVK603: a document that was handed in is of another unit or for another period than before."""
    for changed in comparison.filings:
        before, after = changed.before, changed.after
        if after is None or not changed.is_on_record:
            continue
        pairs = {"unit": (before.unit, after.unit), "period": (str(before.period), str(after.period))}
        for key, (was, now) in pairs.items():
            if was != now:
                yield changed.path, Mistake("DVK603", key, {"key": key, "was": was, "now": now})


def rewritten_days(comparison: Comparison) -> Found:
    """DVK609: the day on which a document came in, or what a return said, is another than on record."""
    for changed in comparison.filings:
        before, after = changed.before, changed.after
        if after is None or not changed.is_on_record:
            continue
        was, now = (tree.get("submitted") for tree in (changed.was, changed.now))
        is_explained = changed.is_kept or after.revision > before.revision
        if was is not None and was != now and not is_explained:
            yield changed.path, Mistake("DVK609", "submitted", {"problem": "day_rewritten", "was": str(was)})
        for place in _rewritten_returns(changed):
            yield changed.path, Mistake("DVK609", place, {"problem": "return_rewritten", "was": ""})


def _rewritten_returns(changed: ChangedFiling) -> Iterator[str]:
    """Where a return is gone or says something else than the unit above wrote; only answers may be added to it."""
    was, now = _returns(changed.was), _returns(changed.now)
    for number, note in enumerate(was):
        if number >= len(now) or _said(note) != _said(now[number]):
            yield "returns" if number >= len(now) else stable_path(changed.now, ["returns", number])


def _returns(tree: Tree) -> list[Tree]:
    rows = tree.get("returns")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _said(note: Tree) -> Tree:
    return {key: value for key, value in note.items() if key not in _OF_THE_ANSWER}
