"""What moves between two workspaces: totals at each level, and how obligations are met; nothing is counted anew."""

from dvk.movements.standings import MODEL_COUNTS, NOWHERE, Standing, YearSide, year_side
from dvk.movements.totals import Movement, movements, names_of

__all__ = [
    "MODEL_COUNTS",
    "NOWHERE",
    "Movement",
    "Standing",
    "YearSide",
    "movements",
    "names_of",
    "year_side",
]
