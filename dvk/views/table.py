"""A table: what every format but JSON prints."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from dvk.facts import Exact

Cell: TypeAlias = str | int | Exact | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: its name for machines, the same in every language.
        title: its heading.
        kind: numbers stand to the right.
        reader: who it is for: a machine (csv), people (text, Markdown), or both.
    """

    key: str
    title: str
    kind: Literal["text", "number"] = "text"
    reader: Literal["both", "machine", "people"] = "both"


@dataclass(frozen=True, slots=True)
class Table:
    """A result to print.

    Args:
        title: one line above it.
        columns: in order.
        rows: one cell a column; ``None`` is nothing, which is not 0.
        notes: lines below it.
    """

    title: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
