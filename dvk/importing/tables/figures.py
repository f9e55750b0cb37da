"""Figures in tables: an indicator, its number or why there is none, and what is noted beside it."""

import re
from collections.abc import Iterator
from functools import partial

from dvk.importing.paper import Grid, Line
from dvk.importing.quoted import NOTHING, Aside, Draft, Quoted, quoted
from dvk.importing.tables.columns import ACTUAL, figure_columns
from dvk.importing.tables.grids import Row, Table, cell_text, table_of
from dvk.importing.tables.labels import FIGURES
from dvk.importing.tables.money_units import in_dong, money_scale, without_money_unit
from dvk.importing.tables.named import Named
from dvk.importing.tables.targets import UNREAD_NUMBER, figure
from dvk.importing.tables.written import plain_words
from dvk.naming import compared

_NO_FIGURE = re.compile(
    r"(?:không có số liệu|chưa có số liệu|không có số|không thống kê được|chưa thống kê)(?:\W+(.*))?", re.IGNORECASE
)
OTHER_MEASURE = "other_measure"
"""The doubt of a figure in another unit of measure than its indicator has."""
SEVERAL_COLUMNS = "several_columns"
"""The doubt of a figure of a table with several columns that could be the results."""
_REASON = "Lý do: "
_RESULT = re.compile(r"(?P<value>.+?)(?: \((?P<beside>.*)\))?")

Fields = dict[str, Draft]


def figure_table(grid: Grid, year: int | None) -> Table | None:
    """The table of figures that a grid is, its results those of the year; None where it is none."""
    return table_of(grid, FIGURES, ("indicator", ACTUAL), partial(figure_columns, year=year))


def figure_drafts(table: Table, named: Named, measure: str = "") -> Iterator[Fields]:
    """The figures of a table, a row each; a row without a name or a result gives none.

    Args:
        table: the table.
        named: what its names mean.
        measure: the unit of measure of the whole table, where it names one above it.
    """
    for row in table.rows:
        if "indicator" in row.cells and _actual(row):
            yield _figure(row, named, measure, several=f"{ACTUAL} 2" in table.keys)


def figures_aside(table: Table) -> Iterator[Aside]:
    """The rows that hold a number and still give no figure: a result without a name, a name without a result."""
    for row in table.rows:
        words = " | ".join(cell_text(cell) for cell in row.cells.values())
        if _actual(row) and "indicator" not in row.cells:
            yield Aside(row.first.number, words, "no_indicator")
        elif not _actual(row) and any(row.text(key) for key in ("target", "percent", "last_year")):
            yield Aside(row.first.number, words, "no_result")


def _actual(row: Row) -> list[str]:
    """The keys of the cells that may hold the result."""
    return [key for key in sorted(row.cells) if key.split(" ")[0] == ACTUAL]


def _figure(row: Row, named: Named, measure: str, *, several: bool) -> Fields:
    key = _actual(row)[0]
    name, in_name = without_money_unit(row.text("indicator"))
    found = named.indicator(row.text("indicator")) or named.indicator(name)
    made: Fields = {"indicator": named.as_id(found, row.text("indicator"), row.line("indicator"))}
    over = without_money_unit(row.titles.get(key, ""))[1]
    made |= _measured(row, key, row.text("measure") or in_name or over or measure, named, found)
    value = made["value"]
    if several and isinstance(value, Quoted):
        cells = " | ".join(row.text(each) for each in _actual(row))
        made["value"] = Quoted(value.value, value.line, cells, value.doubt or SEVERAL_COLUMNS)
    if "note" in row.cells:
        nothing = isinstance(value, Quoted) and value.value == NOTHING
        made |= beside(row.text("note"), row.line("note"), "reason" if nothing else "note")
    return made


def _measured(row: Row, key: str, measure: str, named: Named, indicator: str | None) -> Fields:
    """The figure in the unit of its indicator: ``350`` in ``triệu đồng``; another unit is to be looked at."""
    words, line, scale = row.text(key), row.line(key), money_scale(measure)
    if scale and named.form(indicator) in {"", "money"} and not _NO_FIGURE.fullmatch(words):
        value = in_dong(words, scale)
        phrase = words if scale == 1 else f"{words} {measure}"
        return {"value": Quoted(value or words, line.number, phrase, "" if value else UNREAD_NUMBER)}
    made = _valued_or_nothing(words, line, named, indicator)
    value_read, known = made["value"], compared(named.names.measure(indicator or ""))
    plain = isinstance(value_read, Quoted) and value_read.value != NOTHING and not value_read.doubt
    if not plain or not known or compared(measure) in {"", known}:
        return made
    value_in = value_read.value if isinstance(value_read, Quoted) else words
    return {**made, "value": Quoted(value_in, line.number, f"{words} {measure}", OTHER_MEASURE)}


def _valued_or_nothing(words: str, line: Line, named: Named, indicator: str | None) -> Fields:
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
    made |= _valued_or_nothing(split["value"], line, named, found)
    return made | (beside(split["beside"], line, "note") if split["beside"] else {})
