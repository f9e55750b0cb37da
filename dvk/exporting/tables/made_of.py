"""What the tables of an export are made of: columns with type and meaning, keys, links between tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from dvk.messages import Phrase

Form: TypeAlias = Literal["text", "number", "flag"]
Link: TypeAlias = tuple[tuple[str, ...], str]
"""Columns that lead to another table, in the order of its key, and its name."""
WHERE = ("root", "year")
"""The columns that every row begins with: they name its part."""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column.

    Args:
        name: its name in files and in SQL.
        form: a text; a whole number from -2^63 to 2^63 - 1; a flag: in SQLite and CSV 1 or 0.
        meaning: in both languages.
        empty: whether it may be null.
        choices: the words that it may hold, where these are a closed list.
    """

    name: str
    form: Form
    meaning: Phrase
    empty: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportTable:
    """One table of an export.

    Args:
        name: its name in files and in SQL.
        meaning: what one row is.
        columns: in order, ``root`` and ``year`` first.
        key: the columns that tell its rows apart.
        links: the columns that lead to other tables.
    """

    name: str
    meaning: Phrase
    columns: tuple[ExportColumn, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()


def table(
    name: str,
    meaning: tuple[str, str],
    key: Iterable[str],
    columns: Iterable[ExportColumn | tuple[ExportColumn, ...]],
    **links: str,
) -> ExportTable:
    """A table whose rows begin with root and year.

    Args:
        name: its name.
        meaning: what one row is, in Vietnamese and English.
        key: the columns that tell the rows of one root and year apart.
        columns: those after root and year.
        **links: column → the table whose rows it names; without any, a row leads to ``exports``.
    """
    where = (text("root", "đơn vị gốc của cây", "the root unit"), number("year", "năm", "the year"))
    flat = [part for column in columns for part in (column if isinstance(column, tuple) else (column,))]
    to_others = tuple(((*WHERE, column), other) for column, other in links.items())
    to_its_part = () if name == "exports" else ((WHERE, "exports"),)
    return ExportTable(name, Phrase(*meaning), (*where, *flat), (*WHERE, *key), to_others or to_its_part)


def text(name: str, vi: str, en: str, *, empty: bool = False) -> ExportColumn:
    """A column of texts."""
    return ExportColumn(name, "text", Phrase(vi, en), empty)


def word(name: str, choices: str, vi: str, en: str, *, empty: bool = False) -> ExportColumn:
    """A column of words out of a closed list, which ``choices`` has with spaces between."""
    return ExportColumn(name, "text", Phrase(vi, en), empty, tuple(choices.split()))


def number(name: str, vi: str, en: str, *, empty: bool = False) -> ExportColumn:
    """A column of whole numbers."""
    return ExportColumn(name, "number", Phrase(vi, en), empty)


def flag(name: str, vi: str, en: str, *, empty: bool = False) -> ExportColumn:
    """A column of yes and no."""
    return ExportColumn(name, "flag", Phrase(vi, en), empty)


def exact(name: str, vi: str, en: str) -> tuple[ExportColumn, ...]:
    """An exact number as two columns, numerator and denominator in lowest terms; both null where there is none."""
    return (
        ExportColumn(f"{name}_num", "number", Phrase(f"{vi}: tử số", f"{en}: numerator"), empty=True),
        ExportColumn(f"{name}_den", "number", Phrase(f"{vi}: mẫu số", f"{en}: denominator"), empty=True),
    )
