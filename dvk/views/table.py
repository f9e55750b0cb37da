"""A table: what every format but JSON prints."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Nested:
    """A text that stands so many levels below the one above it, shown by its distance from the left."""

    text: str
    level: int


Cell: TypeAlias = str | int | Fraction | date | Nested | None
"""What a cell may hold; a ``datetime`` is a day with its hour in Vietnam."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: its name for machines, the same in every language.
        title: its heading.
        kind: numbers and per cent stand to the right; numbers of a ``percent`` column are points: 88 is 88 %.
        reader: who it is for: a machine (csv), people (text, Markdown), or both.
    """

    key: str
    title: str
    kind: Literal["text", "number", "percent"] = "text"
    reader: Literal["both", "machine", "people"] = "both"


@dataclass(frozen=True, slots=True)
class Table:
    """A result to print.

    Args:
        title: one line above it.
        columns: in order.
        rows: one cell a column; ``None`` is nothing, which is not 0.
        notes: lines below it.
        name: what a sheet of a workbook is called; by default its title.
    """

    title: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    name: str = ""
