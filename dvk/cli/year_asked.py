"""What of a year ``dvk rollup`` is asked about."""

from typing import NamedTuple


class YearAsked(NamedTuple):
    """The options of a call that say what is shown; ``depth`` is how many levels below."""

    year: int
    unit: str | None
    indicator: str | None
    plan: str | None
    depth: int
