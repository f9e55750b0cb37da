"""How an obligation stands on a day: the closed list of words for it."""

from typing import Literal, TypeAlias, get_args

StateOfFiling: TypeAlias = Literal[
    "not_yet_due",
    "due_soon",
    "on_time",
    "late",
    "late_by_exception",
    "refused",
    "overdue",
    "returned",
    "empty",
    "waived",
    "open",
    "filed",
    "filed_day_unknown",
    "unexpected",
]
STATES: tuple[StateOfFiling, ...] = get_args(StateOfFiling)
