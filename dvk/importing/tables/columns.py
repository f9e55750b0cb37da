"""Which column of a table of figures holds the results of the period, among those of other years and of plans."""

import re
from collections.abc import Sequence

from dvk.importing.paper import Cell
from dvk.importing.tables.grids import Titles, heads_over, key_of
from dvk.naming import compared

ACTUAL = "value"
"""The key of the results; further columns that could be them are ``value 2``, ``value 3`` …"""
_LAST, _TARGET = "last_year", "target"
_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9])")
_PAST = re.compile(r"\b(?:cung ky|nam truoc|ky truoc|nam ngoai|nam lien ke)\b")


def figure_columns(rows: Sequence[Sequence[Cell]], titles: Titles, year: int | None) -> dict[str, int]:
    """The keys over the columns of a table of figures.

    Args:
        rows: the rows of titles.
        titles: what the keys are called.
        year: the year of the report; None where it does not say: then the latest that the titles name.
    """
    heads = heads_over(rows)
    named = [int(found) for head in heads for found in _YEAR.findall(" ".join(head))]
    this = year or max(named, default=None)
    keys: dict[str, int] = {}
    actual: list[tuple[bool, int]] = []
    for column, head in enumerate(heads):
        key = _meaning(head, titles, this)
        if key == ACTUAL:
            actual.append((str(this) not in _YEAR.findall(" ".join(head)), column))
        elif key is not None:
            keys.setdefault(key, column)
    for number, (_, column) in enumerate(sorted(actual), 1):
        keys[ACTUAL if number == 1 else f"{ACTUAL} {number}"] = column
    return keys


def _meaning(head: Sequence[str], titles: Titles, year: int | None) -> str | None:
    """What a column holds; the results of another year, and its plan, are those of last year."""
    words = " ".join(dict.fromkeys(head))
    ways = [way for way in (*head[-1:], words, *head[:1]) if way]
    key = next((key for way in ways if (key := key_of(way, titles))), None)
    if key not in {ACTUAL, _LAST, _TARGET}:
        return key
    if _is_past(words, year):
        return _LAST
    if key == _LAST and compared(head[-1]).startswith("nam "):
        above = {key_of(title, titles) for title in head[:-1]}
        return _TARGET if _TARGET in above else ACTUAL
    return key


def _is_past(words: str, year: int | None) -> bool:
    years = {int(found) for found in _YEAR.findall(words)}
    return _PAST.search(compared(words)) is not None or bool(years and year and year not in years)
