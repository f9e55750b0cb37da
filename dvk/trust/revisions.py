"""DVK601 to DVK603, DVK609, DVK632: what is issued or accepted changes by a revision that says why, or not at all."""

from collections.abc import Iterator

from dvk.changed_filings import ANSWER_KEYS, ChangedFiling
from dvk.changes import Comparison
from dvk.facts import Filing
from dvk.findings import Mistake
from dvk.textfile import Tree, stable_path
from dvk.trust.days_told import told_day
from dvk.workspace_checks.books import Found

_LISTS = {"returns": "return_rewritten", "stamps": "stamp_rewritten"}
"""What is only ever added to, and what is wrong where it is not."""


def unexplained(comparison: Comparison) -> Found:
    """DVK601, DVK602: an issued or accepted document says something else without a higher revision and its reason."""
    for changed in comparison.filings:
        if changed.is_kept and (changed.after is None or not changed.after.is_draft):
            yield from ((changed.path, mistake) for mistake in _unexplained(changed))


def _unexplained(changed: ChangedFiling) -> Iterator[Mistake]:
    before, after, revision = changed.before, changed.after, changed.before.revision
    if after is None:
        return
    if after.revision < revision or (changed.keys and after.revision == revision):
        parts = ", ".join(f"{after.kind}.{key}" for key in changed.keys or ["revision"])
        args = {"parts": parts, "which": before.state, "revision": str(revision), "next": str(revision + 1)}
        yield Mistake("DVK601", changed.place, args)
    elif after.revision > revision and not _is_explained(after):
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
    """DVK609, DVK632: the day on which a document came in, a stamp, or what a return said is another than on record.

    A day that a revision with its reason corrects is told all the same: it may decide what was in time.
    """
    for changed in comparison.filings:
        before, after = changed.before, changed.after
        if after is None or not changed.is_on_record:
            continue
        was, now = (tree.get("submitted") for tree in (changed.was, changed.now))
        if was is not None and was != now:
            is_explained = after.revision > before.revision and _is_explained(after)
            corrected = Mistake("DVK632", "submitted", {"was": told_day(was), "now": told_day(now)})
            told = Mistake("DVK609", "submitted", {"problem": "day_rewritten", "was": told_day(was)})
            yield changed.path, corrected if is_explained else told
        for key, problem in _LISTS.items():
            for place in _rewritten(changed, key):
                yield changed.path, Mistake("DVK609", place, {"problem": problem, "was": ""})


def _is_explained(filing: Filing) -> bool:
    """Whether a document says why it has this revision."""
    return filing.revision in {note.revision for note in filing.changes}


def _rewritten(changed: ChangedFiling, key: str) -> Iterator[str]:
    """Where a return or a stamp is gone or says something else; only answers to returns may be added."""
    was, now = _rows(changed.was, key), _rows(changed.now, key)
    for number, note in enumerate(was):
        if number >= len(now) or not _says_still(note, now[number]):
            yield key if number >= len(now) else stable_path(changed.now, [key, number])


def _rows(tree: Tree, key: str) -> list[Tree]:
    rows = tree.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _says_still(was: Tree, now: Tree) -> bool:
    """Whether an entry says all that it said, and nothing new but an answer where there was none."""
    return all(now.get(key) == value for key, value in was.items()) and now.keys() - was.keys() <= ANSWER_KEYS
