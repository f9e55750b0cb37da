"""One model as a paper has it: its cells, each under the key that its label or title means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dvk.importing.paper import Cell, Line
from dvk.importing.quoted import Draft
from dvk.importing.tables.grids import cell_text

Fields = dict[str, Draft]


@dataclass(frozen=True, slots=True)
class Entry:
    """The cells of one model by key, and the line that it begins with."""

    cells: Mapping[str, Cell]
    line: Line

    def words(self, key: str) -> str:
        """The words of a cell on one line; "" for none."""
        return cell_text(self.cells.get(key, ()))

    def lines(self, key: str) -> Sequence[Line]:
        """The lines of a cell."""
        return self.cells.get(key, ())
