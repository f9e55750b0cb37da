"""Random workspaces: the same seed and size give the same one; a smaller size gives a smaller one."""

import sys
from pathlib import Path
from random import Random

from random_plans import YEAR, catalogue, locked_units, plans
from random_reports import Reports
from random_units import Organisation
from workspace_files import Documents, shown, write

SIZES = range(1, 12)


def workspace(seed: int, size: int) -> Documents:
    """A workspace of ``3 + size`` units at most before the events of the years 2024 to 2026; reports are of 2025."""
    rng = Random(f"{seed}/{size}")  # noqa: S311  (repeatable, nothing secret)
    organisation = Organisation(rng, size)
    indicators = catalogue(rng, size)
    plain = {row["id"]: row["type"] for row in indicators if "numerator" not in row}
    ordered = plans(rng, organisation, [str(row["id"]) for row in indicators], size)
    return {
        "units/all.yaml": organisation.document(),
        "indicators.yaml": {"schema": "indicators/v1", "indicators": indicators},
        **ordered,
        **Reports(rng, organisation, plain, locked_units(ordered)).documents(size),
    }


if __name__ == "__main__":
    made = workspace(int(sys.argv[1]), int(sys.argv[2]))
    if len(sys.argv) > 3:
        write(Path(sys.argv[3]), made)
    sys.stdout.write(f"{shown(made)}\n--- year {YEAR}\n")
