"""The organisation of one part, and the rest of a workspace that its roll-up asks, made of the rows again."""

from datetime import date
from pathlib import Path

from dvk.combining.records import PartRecords, Record
from dvk.facts import DatedText, Indicator, Settings, Term, Unit
from dvk.history import History
from dvk.organisation import Organisation
from dvk.snapshot import Snapshot
from dvk.workspace import Workspace
from dvk.year_tree import Tree


def tree_of(records: PartRecords, year: int) -> Tree:
    """The year's tree of one root.

    Raises:
        ValueError: where the units do not stand below it one under the other.
    """
    rows = records.in_order("units")
    _see_that_it_is_a_tree(rows)
    children: dict[str, list[str]] = {row["unit"]: [] for row in rows}
    for row in rows:
        if row["parent"] is not None:
            children[row["parent"]].append(row["unit"])
    return Tree(
        year=year,
        parents={row["unit"]: row["parent"] for row in rows},
        children={unit: tuple(below) for unit, below in children.items()},
        ended=frozenset(row["unit"] for row in rows if row["ended"]),
        succeeded=frozenset(row["unit"] for row in rows if row["succeeded"]),
    )


def _see_that_it_is_a_tree(rows: list[Record]) -> None:
    """One root, and every other unit one level below a unit that is there: so nothing runs in a circle."""
    depths: dict[str | None, int] = {row["unit"]: row["depth"] for row in rows}
    wrong = [row["unit"] for row in rows if row["depth"] != depths.get(row["parent"], -1) + 1]
    if wrong or [row["unit"] for row in rows if row["parent"] is None] != [row["root"] for row in rows[:1]]:
        raise ValueError(f"units: {' '.join(wrong[:3])}")


def naming_order(tree: Tree, root: str) -> dict[str, int]:
    """The order in which units are named: each before those below it, ended predecessors after the others."""
    found: list[str] = []
    left = [root]
    while left:
        unit = left.pop()
        found.append(unit)
        below = sorted(tree.children[unit], key=lambda child: child in tree.succeeded)
        left.extend(reversed(below))
    return {unit: place for place, unit in enumerate(found)}


def workspace_of(records: PartRecords, place: Path) -> Workspace:
    """A workspace that has the units, the catalogue and the fields of a part, and no documents."""
    fields = tuple(Term(row["field"], row["name"], row["name_en"]) for row in records.in_order("fields"))
    indicators = [_indicator(row) for row in records.in_order("indicators")]
    return Workspace(
        snapshot=Snapshot(place, None, in_git=False, entries={}),
        settings=Settings(fields=fields),
        organisation=_organisation(records),
        unit_files={},
        indicators={indicator.id: indicator for indicator in indicators},
        plans={},
        registrations={},
        reports={},
        stories={},
        profiles={},
        days=(),
        mistakes={},
        unread=(),
        history=History("no_git", dict),
    )


def _organisation(records: PartRecords) -> Organisation:
    """The units of the tree, and the leads of other trees by name."""
    units = {row["unit"]: _unit(row) for row in records.in_order("units")}
    for row in records.of("models"):
        names = (DatedText(row["lead_name"]),)
        units.setdefault(row["lead"], Unit(row["lead"], "", None, None, None, names=names, levels=()))
    return Organisation(units, ())


def _unit(row: Record) -> Unit:
    return Unit(
        id=row["unit"],
        line=row["line"],
        folder=None,
        start=_day(row["opened"]),
        end=_day(row["closed"]),
        names=(DatedText(row["name"]),),
        levels=(DatedText(row["level"]),) if row["level"] else (),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _indicator(row: Record) -> Indicator:
    return Indicator(
        id=row["indicator"],
        name=row["name"],
        name_en=row["name_en"],
        unit_of_measure=row["unit_of_measure"],
        type=row["type"],
        over_time=row["over_time"],
        over_units=row["over_units"],
        numerator=row["numerator"],
        denominator=row["denominator"],
    )
