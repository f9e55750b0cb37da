"""What of the filing matrix ``dvk deadlines`` is asked about."""

from typing import NamedTuple


class MatrixAsked(NamedTuple):
    """The options of a call that say what is shown; ``on`` is a day as it was typed, ``states`` are shown ones."""

    year: int | None
    on: str | None
    unit: str | None
    plan: str | None
    states: tuple[str, ...]
