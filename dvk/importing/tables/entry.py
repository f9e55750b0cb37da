"""One model as a paper has it: its cells, each under the key that its label or title means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dvk.importing.paper import Cell, Line
from dvk.importing.quoted import Draft
from dvk.importing.tables.grids import cell_text
from dvk.importing.tables.money_units import money_scale, without_money_unit

Fields = dict[str, Draft]


@dataclass(frozen=True, slots=True)
class Entry:
    """The cells of one model by key, and the line that it begins with."""

    cells: Mapping[str, Cell]
    line: Line
    titles: Mapping[str, str] = field(default_factory=dict)
    """The labels or titles of the cells."""

    def words(self, key: str) -> str:
        """The words of a cell on one line; "" for none."""
        return cell_text(self.cells.get(key, ()))

    def lines(self, key: str) -> Sequence[Line]:
        """The lines of a cell."""
        return self.cells.get(key, ())

    def scale(self, key: str) -> int:
        """How many đồng one of a cell's unit is, by its title: ``Kinh phí (triệu đồng)``; 1 where it names none."""
        return money_scale(without_money_unit(self.titles.get(key, ""))[1]) or 1
