"""Tables as rows of named cells: which row holds the titles, which columns they stand over, what is no entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dvk.importing.paper import Cell, Grid, Line
from dvk.importing.tables.written import plain_words
from dvk.naming import compared

_MOST_TITLE_ROWS = 3
_NUMBERING = re.compile(r"\(?(?:[0-9]{1,2}|[a-zđ])\)?(?: ?= ?.*)?", re.IGNORECASE)
_TOTAL = re.compile(r"(?:tong(?: cong| so| chung)?|cong(?: chung| don)?)(?: (?:toan|cac|ca) .*)?")
_COUNTED = re.compile(r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[a-zđ])[.)]?")

Titles = Mapping[str, Sequence[str]]
"""Keys, and the titles or labels that they bear on paper, as ``compared`` writes them; the first words count."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table by the keys of its columns; a key without a cell that says something is absent."""

    cells: Mapping[str, Cell]

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
        headings: rows with one cell for the whole width: titles of groups of entries.
    """

    keys: Mapping[str, int]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]


def cell_text(cell: Cell) -> str:
    """The words of a cell on one line."""
    return plain_words(" ".join(line.text for line in cell))


def key_of(words: str, titles: Titles) -> str | None:
    """The key that a title or a label means: the longest of its spellings that the words are or begin with."""
    wanted = compared(unlabelled(words))
    found = [(len(spelling), key) for key, known in titles.items() for spelling in known if _fits(wanted, spelling)]
    return max(found)[1] if found else None


def unlabelled(words: str) -> str:
    """A label without the number in front of it and the colon behind."""
    return re.sub(r"^\s*(?:[0-9IVXLC]+|[a-zđ])\s*[.)/-]\s*", "", words).rstrip(" :")


def _fits(words: str, spelling: str) -> bool:
    return words == spelling or words.startswith(f"{spelling} ")


def table_of(grid: Grid, titles: Titles, needed: Sequence[str]) -> Table | None:
    """The table by the keys of its columns; None where one that is needed is missing."""
    best: tuple[int, int, dict[str, int]] = (0, 0, {})
    for count in range(1, min(_MOST_TITLE_ROWS, len(grid.rows)) + 1):
        keys = _columns(grid.rows[:count], titles)
        if len(keys) > best[0] and not any(_is_entry(row) for row in grid.rows[1:count]):
            best = (len(keys), count, keys)
    _, count, keys = best
    if not keys or any(key not in keys for key in needed):
        return None
    rows = list(_rows(grid.rows[count:], keys))
    totals = [row for row in rows if is_total(row)]
    return Table(keys, tuple(row for row in rows if row not in totals), tuple(totals))


def is_total(row: Row) -> bool:
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
    """The keys over the columns: the lowest title first, then with the title above it, then that alone."""
    keys: dict[str, int] = {}
    width = max(map(len, rows))
    for column in range(width):
        words = [_title(row, column) for row in rows]
        lowest = next((word for word in reversed(words) if word), "")
        ways = (lowest, " ".join(dict.fromkeys(filter(None, words))), words[0])
        key = next((key for way in ways if way and (key := key_of(way, titles)) and key not in keys), None)
        if key is not None:
            keys[key] = column
    return keys


def _title(row: Sequence[Cell], column: int) -> str:
    """The title over a column; an empty cell belongs to the title on its left."""
    if column < len(row) and row[column]:
        return cell_text(row[column])
    return ""


def _is_entry(row: Sequence[Cell]) -> bool:
    """Whether a row begins with a number of a list: titles do not."""
    first = cell_text(row[0]) if row else ""
    return bool(re.fullmatch(r"[0-9]{1,3}[.)]?", first)) and not _is_numbering(row)


def _is_numbering(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns, ``(1) (2) (3)``."""
    words = [cell_text(cell) for cell in row if cell]
    return len(words) > 1 and all(_NUMBERING.fullmatch(word) for word in words) and len(set(words)) == len(words)


def _rows(rows: Sequence[Sequence[Cell]], keys: Mapping[str, int]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number == 0 and _is_numbering(row) and len([cell for cell in row if cell]) >= len(keys):
            continue
        cells = {key: row[column] for key, column in keys.items() if column < len(row) and row[column]}
        if cells:
            yield Row(cells)
