"""DVK633, DVK651, DVK652: a change takes steps only with their stamps, none on a day to come; whom they leave out."""

from collections.abc import Iterator

from dvk.changes import Comparison
from dvk.entries import listed
from dvk.facts import Filing, Registration, Report
from dvk.findings import Mistake
from dvk.vietnamese.dates import format_date
from dvk.workspace_checks.books import Found

_BY_STAMPS = frozenset({"accepted", "approved", "published"})
_FIRST = "draft"


def without_stamps(comparison: Comparison) -> Found:
    """DVK651: a document becomes accepted, approved or published, or comes in as such, and bears no stamp at all.

    What was so before the change stays as it is, and so does what a workspace begins with. Stamps that do not lead up
    to the state are found in any workspace.
    """
    if "no_policy" in comparison.gaps:
        return
    for path, before, after in _touched(comparison):
        was = before.state if before else _FIRST
        if after.state in _BY_STAMPS and after.state != was and not after.stamps:
            yield path, Mistake("DVK651", "state", {"state": after.state, "was": was})


def stamped_to_come(comparison: Comparison) -> Found:
    """DVK652: a stamp that the change brings is of a later day than the one on which it is judged.

    Of files on disk the commits do not know the day yet: ``dvk check`` without a base looks at those.
    """
    if comparison.head_commit is None:
        return
    for path, before, after in _touched(comparison):
        known = before.stamps if isinstance(before, Registration | Report) else ()
        for field, stamp in listed("stamps", after.stamps):
            if stamp not in known and stamp.when.day > comparison.day:
                days = {"day": format_date(stamp.when.day), "today": format_date(comparison.day)}
                yield path, Mistake("DVK652", f"{field}.when", days)


def left_out(comparison: Comparison) -> Found:
    """DVK633: a document is approved without some of the units below; whoever agrees to it reads why."""
    for path, before, after in _touched(comparison):
        known = before.stamps if isinstance(before, Registration | Report) else ()
        for field, stamp in listed("stamps", after.stamps):
            if stamp.without and stamp not in known:
                units = "; ".join(f"{row.unit} ({' '.join(row.reason.split())})" for row in stamp.without)
                yield path, Mistake("DVK633", f"{field}.without", {"units": units})


def _touched(comparison: Comparison) -> Iterator[tuple[str, Filing | None, Registration | Report]]:
    """The registrations and reports that a change touches: path, before and after."""
    for path in sorted(comparison.paths):
        after = comparison.after.filing(path)
        if isinstance(after, Registration | Report):
            yield path, comparison.before.filing(path), after
