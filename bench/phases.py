"""Where the time of ``dvk check`` goes: the same calls one after the other, each with its seconds, as a Markdown table.

    python bench/phases.py DIR

The first run on a workspace is the cold one; memory of it is kept in a folder of its own and thrown away at the end.
"""

import argparse
import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from measuring import plain_environment

Result = TypeVar("Result")


def phases(root: Path, kept: Path) -> Iterator[tuple[str, float]]:
    """Each phase of a check of the workspace at ``root`` with its seconds; readings are kept in the file ``kept``."""
    start = time.perf_counter()
    from dvk.__main__ import GARBAGE
    from dvk.checked_before import Remembered
    from dvk.memory import Readings, Store
    from dvk.snapshot import working_tree
    from dvk.workspace import workspace_in
    from dvk.workspace_checks import WORKSPACE_CHECKS
    from dvk.workspace_checks.books import Books

    gc.set_threshold(*GARBAGE)
    yield "imports", time.perf_counter() - start
    snapshot, seconds = _timed(lambda: working_tree(root))
    yield "git lists the files", seconds
    readings = Readings(Store(kept), time.time_ns())
    _, seconds = _timed(lambda: Remembered("", snapshot, readings, datetime.now(UTC).date()).identity())
    yield "what the files are, as one digest", seconds
    workspace, seconds = _timed(lambda: workspace_in(snapshot, readings=readings))
    yield "reading, or taking what was read before", seconds
    books = Books(workspace)
    _, seconds = _timed(lambda: [books.admission.matrix(year) for year in books.years])
    yield "filing matrix and days of receipt", seconds
    _, seconds = _timed(lambda: [books.rollup(year) for year in books.years])
    yield "totals of every year", seconds
    _, seconds = _timed(lambda: [found for check in WORKSPACE_CHECKS for found in check(books)])
    yield f"{len(WORKSPACE_CHECKS)} checks of documents together", seconds


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def main() -> None:
    """Print the table of one workspace, cold and again."""
    parser = argparse.ArgumentParser(description="Where the time of dvk check goes.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.kept is None:
        with TemporaryDirectory() as folder:
            cold, again = (_apart(asked.folder, Path(folder) / "kept.sqlite") for _ in range(2))
        rows = (f"| {name} | {cold[name]:.2f} | {again[name]:.2f} |" for name in cold)
        sys.stdout.write("\n".join(["| phase | cold, s | again, s |", "| --- | ---: | ---: |", *rows, ""]))
    else:
        for name, seconds in phases(asked.folder.resolve(), asked.kept):
            sys.stdout.write(f"{name}\t{seconds}\n")


def _apart(folder: Path, kept: Path) -> dict[str, float]:
    """The phases in a process of their own, so that nothing is imported or known before."""
    call = [sys.executable, __file__, str(folder), "--kept", str(kept)]
    done = subprocess.run(call, env=plain_environment(), check=True, capture_output=True)
    lines = (line.split("\t") for line in done.stdout.decode().splitlines())
    return {name: float(seconds) for name, seconds in lines}


if __name__ == "__main__":
    main()
