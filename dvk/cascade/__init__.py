"""The cascade: which steps a document has taken on its way up, and which it may take now, by whom, and why not."""

from dvk.cascade.below import Approvals, Lacking
from dvk.cascade.possible import Obstacle, Rules, Wish
from dvk.cascade.units import units_for
from dvk.cascade.way import (
    STEPS,
    UNDER_WAY,
    Filed,
    is_current,
    last_stamp,
    open_returns,
    revision_to_come,
    round_of,
    submitter_of,
    suspect_stamps,
    waits_for_answer,
)

__all__ = [
    "STEPS",
    "UNDER_WAY",
    "Approvals",
    "Filed",
    "Lacking",
    "Obstacle",
    "Rules",
    "Wish",
    "is_current",
    "last_stamp",
    "open_returns",
    "revision_to_come",
    "round_of",
    "submitter_of",
    "suspect_stamps",
    "units_for",
    "waits_for_answer",
]
