"""``dvk rollup --format json`` held against the oracle, row by row.

As a script: ``compare.py FIRST_SEED COUNT`` tries the smallest workspaces first and shows the first that differs.
"""

import io
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

from generate import SIZES, workspace
from oracle import CLASSES, Row, rollup
from random_plans import YEAR
from workspace_files import Documents, shown, write

from dvk.__main__ import run

Rows: TypeAlias = dict[tuple[str, str], Row]
_HALF_OF_THE_LAST_PLACE = Fraction(1, 10**6)


def printed(root: Path, documents: Documents, year: int) -> list[Any]:
    """What the command prints for the workspace, which is written to ``root`` first."""
    write(root, documents)
    output = io.StringIO()
    with redirect_stdout(output):
        code = run(["rollup", "--year", str(year), "--root", str(root), "--format", "json"])
    assert code == 0, f"exit code {code}: {output.getvalue()[:2000]}"
    answer: list[Any] = json.loads(output.getvalue())
    return answer


def differences(documents: Documents, answer: list[Any], year: int) -> list[str]:
    """Every point in which the printed answer is not the oracle's; empty where they agree."""
    rows = rollup(documents, year)
    ratios = {row["id"] for row in documents["indicators.yaml"]["indicators"] if "numerator" in row}
    found = [line for root in answer for line in _of_root(root, rows, ratios)]
    return found + list(_roots_left_out(rows, {root["unit"] for root in answer}))


def _of_root(root: dict[str, Any], rows: Rows, ratios: set[str]) -> Iterator[str]:
    for printed_row in root["indicators"]:
        name = printed_row["id"]
        seen: set[str] = set()
        yield from _of_row(printed_row, name, None, rows, seen, is_ratio=name in ratios)
        for unit_id in _below(rows, name, root["unit"]) - seen:
            yield f"{unit_id} {name}: no row"


def _below(rows: Rows, name: str, top: str) -> set[str]:
    children = {unit_id for (unit_id, other), row in rows.items() if other == name and row.parent == top}
    return {top}.union(*(_below(rows, name, child) for child in children))


def _of_row(  # noqa: PLR0913  (a walk down a tree)
    given: dict[str, Any], name: str, parent: str | None, rows: Rows, seen: set[str], *, is_ratio: bool
) -> Iterator[str]:
    unit_id = given["unit"]
    seen.add(unit_id)
    row = rows.get((unit_id, name))
    if row is None:
        yield f"{unit_id} {name}: not in the year's tree"
        return
    facts: dict[str, tuple[object, object]] = {
        "parent": (parent, row.parent),
        "basis": (given["basis"], row.basis),
        "n": (given["n"], len(row.classes["whole"])),
        "N": (given["N"], sum(map(len, row.classes.values()))),
    }
    yield from (f"{unit_id} {name}: {key} {got}, oracle {want}" for key, (got, want) in facts.items() if got != want)
    yield from _numbers(given, row, f"{unit_id} {name}", is_ratio=is_ratio)
    yield from _classes(given, row, f"{unit_id} {name}")
    for child in given["children"]:
        yield from _of_row(child, name, unit_id, rows, seen, is_ratio=is_ratio)


def _numbers(given: dict[str, Any], row: Row, place: str, *, is_ratio: bool) -> Iterator[str]:
    pair = given.get("ratio") or {}
    numbers = {"value": (given["value"], row.value)}
    if is_ratio:
        numbers |= {part: (pair.get(part), getattr(row, part)) for part in ("numerator", "denominator") if row.value}
    else:
        numbers |= {key: (given[key], getattr(row, key)) for key in ("computed", "stated", "own")}
    for key, (got, want) in numbers.items():
        if not _same(got, want):
            yield f"{place}: {key} {got}, oracle {want}"


def _same(number: float | None, fraction: Fraction | None) -> bool:
    if number is None or fraction is None:
        return number is None and fraction is None
    if isinstance(number, int):
        return number == fraction
    return abs(Fraction(number) - fraction) < _HALF_OF_THE_LAST_PLACE


def _classes(given: dict[str, Any], row: Row, place: str) -> Iterator[str]:
    for name in CLASSES[1:]:
        listed = [item["unit"] if isinstance(item, dict) else item for item in given[name]]
        if sorted(listed) != sorted(row.classes[name]):
            yield f"{place}: {name} {sorted(listed)}, oracle {sorted(row.classes[name])}"


def _roots_left_out(rows: Rows, shown_roots: set[str]) -> Iterator[str]:
    for (unit_id, name), row in rows.items():
        told = row.basis is not None or any(row.classes.values())
        if row.parent is None and unit_id not in shown_roots and told:
            yield f"{unit_id} {name}: root not shown"


def compared(seed: int, size: int, root: Path) -> tuple[Documents, list[str]]:
    """A random workspace and the points in which the command and the oracle differ on it."""
    documents = workspace(seed, size)
    return documents, differences(documents, printed(root, documents, YEAR), YEAR)


def main(first: int, count: int) -> int:
    """Show the first workspace that differs, the smallest sizes first."""
    for size in SIZES:
        for seed in range(first, first + count):
            with tempfile.TemporaryDirectory() as folder:
                documents, found = compared(seed, size, Path(folder))
            if found:
                sys.stdout.write("\n".join([shown(documents), *found, f"seed {seed}, size {size}\n"]))
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
