"""Tables as rows of named cells: which row holds the titles, which columns they stand over, what is no entry."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from dvk.importing.paper import Cell, Grid, Line
from dvk.importing.tables.written import plain_words
from dvk.naming import compared

_MOST_TITLE_ROWS = 3
_NUMBERING = re.compile(r"\(?(?:[0-9]{1,2}|[a-zđ])\)?(?: ?= ?.*)?", re.IGNORECASE)
_TOTAL = re.compile(r"(?:tong(?: cong| so| chung)?|cong(?: chung| don)?)(?: (?:toan|cac|ca) .*)?")
_COUNTED = re.compile(r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[a-zđ])[.)]?")

Titles = Mapping[str, Sequence[str]]
"""Keys, and the titles or labels that they bear on paper, as ``compared`` writes them; the first words count."""

Columns: TypeAlias = Callable[[Sequence[Sequence[Cell]], Titles], dict[str, int]]
"""What tells the keys over the columns from the rows of titles."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table by the keys of its columns; a key without a cell that says something is absent."""

    cells: Mapping[str, Cell]
    titles: Mapping[str, str] = field(default_factory=dict)
    """The words over each column."""

    def text(self, key: str) -> str:
        """The words of a cell on one line; "" for none."""
        return cell_text(self.cells.get(key, ()))

    def line(self, key: str) -> Line:
        """The first line of a cell."""
        return self.cells[key][0]

    @property
    def first(self) -> Line:
        """The first line of the row."""
        return next(line for cell in self.cells.values() for line in cell)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with titles over its columns.

    Args:
        keys: the key of each column that has one.
        rows: the entries.
        totals: the rows that add up others and are no entries.
    """

    keys: Mapping[str, int]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]


def cell_text(cell: Cell) -> str:
    """The words of a cell on one line."""
    return plain_words(" ".join(line.text for line in cell))


def key_of(words: str, titles: Titles) -> str | None:
    """The key that a title or a label means: the longest of its spellings that the words are or begin with."""
    wanted = compared(_unlabelled(words))
    found = [(len(spelling), key) for key, known in titles.items() for spelling in known if _fits(wanted, spelling)]
    return max(found)[1] if found else None


def _unlabelled(words: str) -> str:
    """A label without the number in front of it and the colon behind."""
    return re.sub(r"^\s*(?:[0-9IVXLC]+|[a-zđ])\s*[.)/-]\s*", "", words).rstrip(" :")


def _fits(words: str, spelling: str) -> bool:
    return words == spelling or words.startswith(f"{spelling} ")


def table_of(grid: Grid, titles: Titles, needed: Sequence[str], columns: Columns | None = None) -> Table | None:
    """The table by the keys of its columns; None where one that is needed is missing.

    Args:
        grid: the table as it stands.
        titles: what the keys are called.
        needed: the keys without which it is no such table.
        columns: tells the keys over the columns; by default each title by itself, the lowest first.
    """
    keys_over = columns or _columns
    best: tuple[int, int, dict[str, int]] = (0, 0, {})
    for count in range(1, min(_MOST_TITLE_ROWS, len(grid.rows)) + 1):
        keys = keys_over(grid.rows[:count], titles)
        if len(keys) > best[0] and not any(_is_entry(row) for row in grid.rows[1:count]):
            best = (len(keys), count, keys)
    _, count, keys = best
    if not keys or any(key not in keys for key in needed):
        return None
    heads = heads_over(grid.rows[:count])
    over = {key: " ".join(dict.fromkeys(heads[column])) for key, column in keys.items()}
    rows = [Row(cells, over) for cells in _rows(grid.rows[count:], keys)]
    totals = [row for row in rows if _is_total(row)]
    return Table(keys, tuple(row for row in rows if row not in totals), tuple(totals))


def _is_total(row: Row) -> bool:
    """Whether the first words of a row say that it adds up the others."""
    words = [compared(cell_text(cell)) for cell in row.cells.values()]
    named = next((word for word in words if word and not word.isdigit()), "")
    return _TOTAL.fullmatch(named) is not None


def labelled(grid: Grid, titles: Titles) -> list[tuple[str | None, Cell, Cell]]:
    """The rows of a table with a label on the left: key, label, value; [] where it is no such table."""
    rows = [[cell for cell in row if cell] for row in grid.rows]
    rows = [row[1:] if len(row) > 2 and _COUNTED.fullmatch(cell_text(row[0])) else row for row in rows]  # noqa: PLR2004
    wanted = [row for row in rows if row]
    found = [(key_of(cell_text(row[0]), titles), row[0], row[-1] if len(row) > 1 else ()) for row in wanted]
    named = [key for key, _, _ in found if key]
    fits = all(len(row) <= 2 for row in wanted) and len(named) * 2 >= len(found) and len(named) > 1  # noqa: PLR2004
    return found if fits else []


def _columns(rows: Sequence[Sequence[Cell]], titles: Titles) -> dict[str, int]:
    """The keys over the columns: the lowest title first, then with the titles above it, then what stands on top."""
    keys: dict[str, int] = {}
    for column, head in enumerate(heads_over(rows)):
        ways = (*head[-1:], " ".join(dict.fromkeys(head)), _title(rows[0], column))
        key = next((key for way in ways if way and (key := key_of(way, titles)) and key not in keys), None)
        if key is not None:
            keys[key] = column
    return keys


def heads_over(rows: Sequence[Sequence[Cell]]) -> list[tuple[str, ...]]:
    """The titles over each column from top to bottom; one that spans several columns stands over each of them.

    A place without a title belongs to the title on its left where both columns have titles further down.
    """
    width = max(map(len, rows), default=0)
    spread: list[list[str]] = []
    for number, row in enumerate(rows):
        below = [any(_title(lower, column) for lower in rows[number + 1 :]) for column in range(width)]
        words: list[str] = []
        for column in range(width):
            goes_on = column > 0 and below[column] and below[column - 1]
            words.append(_title(row, column) or (words[-1] if goes_on else ""))
        spread.append(words)
    return [tuple(words[column] for words in spread if words[column]) for column in range(width)]


def _title(row: Sequence[Cell], column: int) -> str:
    """The title that stands over a column itself."""
    return cell_text(row[column]) if column < len(row) else ""


def _is_entry(row: Sequence[Cell]) -> bool:
    """Whether a row begins with a number of a list: titles do not."""
    first = cell_text(row[0]) if row else ""
    return bool(re.fullmatch(r"[0-9]{1,3}[.)]?", first)) and not _is_numbering(row)


def _is_numbering(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns, ``(1) (2) (3)``."""
    words = [cell_text(cell) for cell in row if cell]
    return len(words) > 1 and all(_NUMBERING.fullmatch(word) for word in words) and len(set(words)) == len(words)


def _rows(rows: Sequence[Sequence[Cell]], keys: Mapping[str, int]) -> Iterator[dict[str, Cell]]:
    for number, row in enumerate(rows):
        if number == 0 and _is_numbering(row) and len([cell for cell in row if cell]) >= len(keys):
            continue
        cells = {key: row[column] for key, column in keys.items() if column < len(row) and row[column]}
        if cells:
            yield cells
