"""Rows of a table as sentences: what is to be done, to whom it goes, by when, and who does it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dvk.importing.orders.words import tidy, without_stop
from dvk.importing.paper import Cell, Grid, Line
from dvk.naming import compared

_MOST_TITLE_ROWS = 3
_COLUMNS = (
    ("to", re.compile(r"(?:noi|don vi|co quan|bo phan|dia chi) (?:tiep )?nhan|gui ve|noi gui|noi nop")),
    ("due", re.compile(r"thoi (?:han|gian|diem)|han\b|tien do|ngay (?:gui|nop|hoan thanh)|hoan thanh")),
    ("who", re.compile(r"don vi|co quan|bo phan|chu tri|nguoi|phan cong|to chuc|doi tuong")),
    ("work", re.compile(r"(?:ten |loai )?(?:noi dung|cong viec|nhiem vu|viec|hoat dong|phan viec|bao cao|van ban)")),
)
"""What titles of columns begin with, as ``compared`` writes them; the first that fits counts."""
_BARE_DAY = re.compile(r"(?:ngày\s*)?[0-9]{1,2}\s?[/.\-]|ngày\s*[0-9]", re.IGNORECASE)
_BARE_MONTH = re.compile(r"(?:tháng|quý)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A row as a sentence.

    Args:
        words: the work, to whom it goes and by when, divided by commas.
        line: where the work stands.
        due_at: where the words of the day begin in the sentence.
        due_line: where they stand on paper.
        who: the cell of those who do it.
    """

    words: str
    line: Line
    due_at: int
    due_line: Line
    who: Cell = ()


def rows_said(grid: Grid) -> list[Said]:
    """The rows below titles that name work and its day; of a table without such titles none."""
    for at, row in enumerate(grid.rows[:_MOST_TITLE_ROWS]):
        columns = _columns(row)
        if {"work", "due"} <= columns.keys():
            said = (_said(below, columns, _words(row[columns["due"]])) for below in grid.rows[at + 1 :])
            return [one for one in said if one is not None]
    return []


def lines_beside(grid: Grid, said: Sequence[Said]) -> Iterator[Line]:
    """The lines of a table that became part of no sentence."""
    taken = {number for one in said for number in (one.line.number, one.due_line.number)}
    return (line for line in grid.lines if line.number not in taken)


def _columns(row: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        title = compared(_words(cell))
        name = next((name for name, pattern in _COLUMNS if pattern.match(title)), "")
        if name:
            found.setdefault(name, at)
    return found


def _said(row: Sequence[Cell], columns: dict[str, int], due_title: str) -> Said | None:
    cells = {name: row[at] for name, at in columns.items() if at < len(row) and row[at]}
    if "work" not in cells or "due" not in cells:
        return None
    start = without_stop(_words(cells["work"]))
    if "to" in cells:
        start += f", gửi về {without_stop(_words(cells['to']))}"
    start += ", "
    words = f"{start}{_by_when(_words(cells['due']), due_title)}"
    return Said(words, cells["work"][0], len(start), cells["due"][0], cells.get("who", ()))


def _by_when(due: str, title: str) -> str:
    """The words of the day; a day alone is one by which the work is done."""
    if _BARE_DAY.match(due):
        return f"{'thời hạn' if compared(title).startswith(('thoi han', 'han')) else 'thời gian'}: {due}"
    return f"trong {due}" if _BARE_MONTH.match(due) else due


def _words(cell: Cell) -> str:
    return tidy(" ".join(line.text for line in cell))
