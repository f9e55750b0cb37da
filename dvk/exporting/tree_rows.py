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
        "position": branch.tree.roots.index(branch.root),
        "compared": bool(book.last_year.then.figures.by_unit),
        "unread": len(book.workspace.unread),
        "left_out": sum(_concerns(branch, path) for path in branch.shares.left_out),
        "unused": sum(count for path, count in book.rollup.figures.unused.items() if _concerns(branch, path)),
        "dvk": __version__,
        "commit_id": book.workspace.snapshot.commit,
        "illustrative": branch.root in branch.illustrative,
    }


def units(branch: Branch) -> Iterator[Row]:
    """Every unit of the tree, in the order of the files within a level of one parent."""
    organisation, last = branch.book.workspace.organisation, date(branch.tree.year, 12, 31)
    compared = bool(branch.book.last_year.then.figures.by_unit)
    positions = {unit: position for position, unit in enumerate(branch.tree.parents)}
    for unit in branch.units:
        record, end = organisation.units[unit], organisation.end_of(unit)
        yield {
            "unit": unit,
            "parent": branch.tree.parents[unit],
            "position": positions[unit],
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
    year = branch.tree.year
    of_year = (event for event in branch.book.workspace.organisation.events if event.day.year == year)
    for number, event in enumerate(of_year):
        sides = {"from": event.sources, "into": event.targets}
        if not any(unit in branch.depths for side in sides.values() for unit in side):
            continue
        row: Row = {
            "event": number,
            "kind": event.kind,
            "day": event.day.isoformat(),
            "decision": event.decision or None,
        }
        for role, side in sides.items():
            for unit in dict.fromkeys(side):
                yield {**row, "role": role, "unit": unit}


def _concerns(branch: Branch, path: str) -> bool:
    """Whether a report is of a unit of this tree, or of none."""
    unit = branch.book.workspace.reports[path].unit
    return unit in branch.depths or unit not in branch.tree.parents


def _then(values: tuple[DatedText, ...], last: date, end: date | None) -> str | None:
    """What held at the end of the year, or on the unit's last day."""
    day = last if end is None else min(last, end)
    return next((value.value for value in values if value.holds(day)), None)
