"""What one file comes to: its record, and what is wrong with it."""

from dataclasses import dataclass

from dvk.facts import Facts
from dvk.findings import Mistake


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says, and what is wrong with it; without a record the file says nothing that can be used."""

    facts: Facts | None
    mistakes: tuple[Mistake, ...]
