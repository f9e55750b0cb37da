"""Whether illustrative figures are still marked as such: a mark that was taken out of an export shows."""

from collections.abc import Iterator
from pathlib import Path

from dvk.combining.records import PartRecords
from dvk.errors import CannotGoOn
from dvk.year_tree import Tree


def see_that_marks_are_there(records: PartRecords, tree: Tree, place: Path) -> None:
    """Hold the marks of the units, and of the part, against the rows that made dvk write them.

    Args:
        records: the rows of the part.
        tree: its tree.
        place: the folder of the export, for what has to be said about it.

    Raises:
        CannotGoOn: DVK987 where a unit with something illustrative in its subtree is not marked.
    """
    marked = {row["unit"] for row in records.of("units") if row["illustrative"]}
    bare = sorted(set(_illustrative(records, tree)) - marked)
    if bare:
        raise _mark_missing(place, f"units {bare[0]}")
    if marked and not records.itself["illustrative"]:
        raise _mark_missing(place, f"exports {records.itself['root']}")


def _illustrative(records: PartRecords, tree: Tree) -> Iterator[str]:
    """The units with an illustrative result, contribution or model, and all above them."""
    units = {row["unit"] for row in records.of("yearly") if row["illustrative"]} | records.marked
    models = {row["model"] for row in records.of("models") if row["illustrative"]}
    homes = (row for row in records.of("model_units") if row["role"] == "home")
    units |= {row["unit"] for row in homes if row["illustrative"] or row["model"] in models}
    for unit in units:
        above: str | None = unit
        while above is not None:
            yield above
            above = tree.parents[above]


def _mark_missing(place: Path, detail: str) -> CannotGoOn:
    return CannotGoOn("DVK987", folder=str(place), fault="mark_missing", detail=detail)
