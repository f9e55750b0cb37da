"""The workspace that merging a change makes, with the history that it would have then."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time

from dvk.changes import Comparison
from dvk.history import FiledVersion, History
from dvk.vietnamese.dates import TIME_ZONE
from dvk.workspace import Workspace


def as_merged(comparison: Comparison) -> Workspace:
    """The workspace as it were if the change were merged on the day that judges it.

    What git says of its documents begins with the merge: neither the days of the change's own commits count, nor
    whether anything was committed yet. Source: design, “received”.
    """
    history = comparison.before.history
    return replace(comparison.after, history=History(history.gap, lambda: dict(_versions(comparison))))


def _versions(comparison: Comparison) -> Iterator[tuple[str, list[FiledVersion]]]:
    """The versions of the branch that it goes to, and behind them what the change brings."""
    history, merged = comparison.before.history, comparison.after
    for path in sorted({path for path, _ in merged.filings()} | comparison.paths):
        versions = list(history.versions(path))
        if path in comparison.paths and (versions or merged.filing(path)):
            side = comparison.files.get(path)
            blob = side.blob if side is not None and side.mode.startswith("100") else None
            versions.append(FiledVersion(_moment(versions, comparison.day), merged.filing(path), blob))
        yield path, versions


def _moment(versions: Iterable[FiledVersion], day: date) -> datetime:
    """The first moment of the day, or on that day the last moment that the file has come by already."""
    known = (version.received for version in versions if version.received.date() <= day)
    return max([datetime.combine(day, time(), TIME_ZONE), *known])
