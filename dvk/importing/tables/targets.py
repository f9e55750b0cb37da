"""Targets in a table, and targets of models in the lines of a cell."""

import re
from collections.abc import Sequence

from dvk.importing.paper import Line
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.due_words import who_of
from dvk.importing.tables.grids import Row, Table
from dvk.importing.tables.money_units import in_dong, money_scale
from dvk.importing.tables.named import Named
from dvk.importing.tables.written import amount_of, number_of, period_of, plain_words

UNREAD_NUMBER = "unread_number"
"""The doubt of a number that could mean two things; its text is kept as it stands."""

_SCOPES = (
    (re.compile(r"toàn hệ thống của (?P<unit>.+)", re.IGNORECASE), "total"),
    (re.compile(r"phần việc của (?P<unit>.+)", re.IGNORECASE), "own"),
    (re.compile(r"mỗi đơn vị ?(?P<who>.*)", re.IGNORECASE), "each"),
    (re.compile(r"tính theo số đơn vị ?(?P<who>.*)", re.IGNORECASE), "per"),
)
_YEAR = re.compile(r"(?P<scope>.*); (?P<year>hằng năm|[^;]*[0-9]{4})")

Fields = dict[str, Draft]


def target_drafts(table: Table, named: Named) -> list[Draft]:
    """The targets of a plan, a row each; a row without a value is none."""
    return [_target(row, named) for row in table.rows if row.cells.get("value") and row.cells.get("indicator")]


def _target(row: Row, named: Named) -> Fields:
    name, line = row.text("indicator"), row.line("indicator")
    found = named.indicator(name)
    made: Fields = {"indicator": named.as_id(found, name, line)}
    scope, year = row.text("scope"), row.text("year")
    if found_year := _YEAR.fullmatch(scope):
        scope, year = found_year["scope"], found_year["year"]
    made |= _scope(scope, named, row.line("scope") if "scope" in row.cells else line)
    made |= _valued(row.text("value"), row.line("value"), named.form(found), money_scale(row.text("measure")) or 1)
    return made | _year(year, row.line("scope") if "scope" in row.cells else line)


def _scope(words: str, named: Named, line: Line) -> Fields:
    """``kind`` and ``who`` of ``mỗi đơn vị cấp huyện``; the whole system where nothing is said, to be looked at."""
    for pattern, kind in _SCOPES:
        if found := pattern.fullmatch(words):
            made: Fields = {"kind": quoted(kind, line, words)}
            whose = found.groupdict().get("who")
            return made | ({"who": who_of(whose, named, line)} if whose else {})
    return {"kind": Quoted("total", line.number, words, "guessed_scope")}


def _year(words: str, line: Line) -> Fields:
    if words.casefold() in {"hằng năm", "hàng năm"}:
        return {"every_year": quoted("yes", line, words)}
    period = period_of(words) if words else None
    return {"year": quoted(period, line, words)} if period else {}


def _valued(words: str, line: Line, form: str, scale: int = 1) -> Fields:
    """``value``, ``upper`` and ``bound`` of ``ít nhất 90``; what cannot be read stays as it stands, to be looked at.

    Args:
        words: the amount.
        line: where it stands.
        form: the type of its indicator.
        scale: how many đồng one of it is, where the indicator is money.
    """
    amount = amount_of(words)
    made: Fields = {}
    for key, each in (("value", amount.value), ("upper", amount.upper)):
        if each:
            scaled = in_dong(each, scale) if form == "money" and scale > 1 else None
            made[key] = quoted(scaled, line, words) if scaled else figure(each, line, form, words)
    return made | ({"bound": quoted(amount.bound, line, words)} if amount.bound else {})


def figure(words: str, line: Line, form: str, phrase: str = "") -> Quoted:
    """A number, or its words where it could mean two things."""
    number = number_of(words, form)
    return Quoted(number or words, line.number, phrase or words, "" if number else UNREAD_NUMBER)


def targets_of_model(lines: Sequence[Line], named: Named) -> list[Draft]:
    """``- Nhà Nhân ái: ít nhất 90 căn``, a line each."""
    return [draft for line in lines if (draft := _of_model(line, named))]


def _of_model(line: Line, named: Named) -> Fields:
    words = plain_words(line.text).removeprefix("- ").rstrip(";.")
    found, name, rest = named.indicator_at_start(words)
    if not rest:
        return {}
    return {"indicator": named.as_id(found, name, line)} | _valued(
        named.without_measure(found, rest), line, named.form(found)
    )
