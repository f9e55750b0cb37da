"""Figures in tables: an indicator, its number or why there is none, and what is noted beside it."""

import re
from collections.abc import Iterator

from dvk.importing.paper import Line
from dvk.importing.quoted import NOTHING, Draft, Quoted, quoted
from dvk.importing.tables.grids import Row, Table
from dvk.importing.tables.named import Named
from dvk.importing.tables.targets import figure
from dvk.importing.tables.written import number_of, plain_words
from dvk.naming import compared

_NO_FIGURE = re.compile(
    r"(?:không có số liệu|chưa có số liệu|không có số|không thống kê được|chưa thống kê)(?:\W+(.*))?", re.IGNORECASE
)
OTHER_MEASURE = "other_measure"
"""The doubt of a figure in another unit of measure than its indicator has."""
_REASON = "Lý do: "
_RESULT = re.compile(r"(?P<value>.+?)(?: \((?P<beside>.*)\))?")

Fields = dict[str, Draft]


def figure_drafts(table: Table, named: Named) -> Iterator[Fields]:
    """The figures of a table, a row each; a row whose result is empty gives none."""
    for row in table.rows:
        if "indicator" in row.cells and "value" in row.cells:
            yield _figure(row, named)


def _figure(row: Row, named: Named) -> Fields:
    name, line = row.text("indicator"), row.line("indicator")
    found = named.indicator(name)
    made: Fields = {"indicator": named.as_id(found, name, line)}
    made |= _in_its_measure(row, valued_or_nothing(row.text("value"), row.line("value"), named, found), named, found)
    if "note" in row.cells:
        made |= beside(row.text("note"), row.line("note"), "reason" if made["value"] == _nothing(row) else "note")
    return made


def _in_its_measure(row: Row, made: Fields, named: Named, indicator: str | None) -> Fields:
    """The same figure in the unit of its indicator: ``350`` in ``triệu đồng``; another unit is to be looked at."""
    value, written = made["value"], compared(row.text("measure"))
    known = compared(named.names.measure(indicator or ""))
    if not isinstance(value, Quoted) or value.value == NOTHING or value.doubt or not known or written in {"", known}:
        return made
    scaled = number_of(f"{row.text('value')} {row.text('measure')}", "money") if known == "dong" else None
    phrase = f"{row.text('value')} {row.text('measure')}"
    return {**made, "value": Quoted(scaled or value.value, value.line, phrase, "" if scaled else OTHER_MEASURE)}


def _nothing(row: Row) -> Quoted:
    return Quoted(NOTHING, row.line("value").number, row.text("value"))


def valued_or_nothing(words: str, line: Line, named: Named, indicator: str | None) -> Fields:
    """``value``, or null with the reason that stands behind it."""
    nothing = _NO_FIGURE.fullmatch(words)
    if nothing:
        reason: Fields = {"reason": quoted(nothing[1], line)} if nothing[1] else {}
        return {"value": Quoted(NOTHING, line.number, words), **reason}
    amount = named.without_measure(indicator, words)
    return {"value": figure(amount, line, named.form(indicator), words)}


def beside(words: str, line: Line, key: str) -> Fields:
    """``reason`` and ``note`` of the words beside a figure.

    Args:
        words: the words.
        line: where they stand.
        key: what they are where they do not say it.
    """
    if not words.startswith(_REASON):
        return {key: quoted(words, line)}
    reason, sign, note = words.removeprefix(_REASON).partition("; ")
    made: Fields = {"reason": quoted(reason, line)}
    return made | ({"note": quoted(note, line)} if sign else {})


def result_of(line: Line, named: Named) -> Fields:
    """``Nhà Nhân ái: 62 căn (đã bàn giao)``: a result of a model."""
    words = plain_words(line.text).removeprefix("- ")
    found, name, rest = named.indicator_at_start(words)
    split = _RESULT.fullmatch(rest)
    if split is None:
        return {}
    made: Fields = {"indicator": named.as_id(found, name, line)}
    made |= valued_or_nothing(split["value"], line, named, found)
    return made | (beside(split["beside"], line, "note") if split["beside"] else {})
