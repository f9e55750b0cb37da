"""The rows of a tree: its part, its units, who stands above whom, and the events of its year."""

from collections.abc import Iterator
from datetime import date

from dvk import __version__
from dvk.exporting.branch import Branch, Row
from dvk.exporting.tables import FORMAT
from dvk.facts import DatedText


def exports(branch: Branch) -> Iterator[Row]:
    """The row of the part itself."""
    book = branch.book
    yield {
        "format": FORMAT,
        "position": branch.shares.roots[branch.root],
        "compared": bool(book.last_year.then.figures.by_unit),
        "unread": len(book.workspace.unread),
        "left_out": branch.shares.left_out(branch.root),
        "unused": branch.shares.unused(branch.root),
        "dvk": __version__,
        "commit_id": book.workspace.snapshot.commit,
        "illustrative": branch.root in branch.illustrative,
    }


def units(branch: Branch) -> Iterator[Row]:
    """Every unit of the tree, in the order of the files within a level of one parent."""
    organisation, last = branch.book.workspace.organisation, date(branch.tree.year, 12, 31)
    compared = bool(branch.book.last_year.then.figures.by_unit)
    for unit in branch.units:
        record, end = organisation.units[unit], organisation.end_of(unit)
        yield {
            "unit": unit,
            "parent": branch.tree.parents[unit],
            "position": branch.shares.places[unit],
            "depth": branch.depths[unit],
            "name": branch.book.name(unit),
            "line": record.line,
            "level": _then(record.levels, last, end),
            "kind": _then(record.kinds, last, end),
            "opened": record.start.isoformat() if record.start else None,
            "closed": end.isoformat() if end else None,
            "ended": unit in branch.tree.ended,
            "succeeded": unit in branch.tree.succeeded,
            "last_year_basis": branch.book.last_year.basis(unit) if compared else None,
            "illustrative": unit in branch.illustrative,
        }


def closure(branch: Branch) -> Iterator[Row]:
    """Every unit with itself and with each unit above it."""
    for unit in branch.units:
        for distance, above in enumerate(branch.chain(unit)):
            depth = branch.depths[above]
            yield {"ancestor": above, "unit": unit, "ancestor_depth": depth, "distance": distance}


def events(branch: Branch) -> Iterator[Row]:
    """The events of the year that touch a unit of the tree, with all units of each."""
    for number, event in branch.shares.events.get(branch.root, ()):
        row: Row = {
            "event": number,
            "kind": event.kind,
            "day": event.day.isoformat(),
            "decision": event.decision or None,
        }
        for role, side in (("from", event.sources), ("into", event.targets)):
            for unit in dict.fromkeys(side):
                yield {**row, "role": role, "unit": unit}


def _then(values: tuple[DatedText, ...], last: date, end: date | None) -> str | None:
    """What held at the end of the year, or on the unit's last day."""
    day = last if end is None else min(last, end)
    return next((value.value for value in values if value.holds(day)), None)
