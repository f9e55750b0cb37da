"""Each scalar in one form, however it was typed: days, numbers, periods, ids, words, and Markdown as it prints."""

from collections.abc import Callable
from fractions import Fraction

from dvk.importing.comparing.printed import printed_form
from dvk.importing.tables.written import plain_words
from dvk.periods import parse_period
from dvk.printing.word.markdown import Grid, blocks
from dvk.values import Moment, YearDay, read_day, read_end_day, read_figure, read_period_or_part, read_years
from dvk.vietnamese.dates import parse_date, parse_end_date
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.text import nfc, parse_yes_no

_PLACES = 100
"""Numbers are printed to two decimals."""


def form_of(kind: str, path: str, text: str) -> object:
    """The form of a scalar in which two that print alike are equal; what cannot be read is its words.

    Args:
        kind: the kind of document.
        path: the path of its key in the schema: ``obligations.before``.
        text: as typed, or as read back.
    """
    read = _form(kind, path)
    try:
        return read(text)
    except Misread:
        return words(text)


def words(text: str) -> str:
    """The words on one line."""
    return plain_words(nfc(text))


def _form(kind: str, path: str) -> Callable[[str], object]:
    if path in _PATHS:
        return _PATHS[path]
    if path in MARKDOWN[kind]:
        return printed_form
    if path in IN_CELLS[kind]:
        return in_cell
    return _KEYS.get(path.rpartition(".")[2], words)


def in_cell(text: str) -> tuple[str, ...]:
    """Markdown in a cell: its paragraphs, those of a table in it one after the other."""
    found: list[str] = []
    for block in blocks(text):
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Grid) else [block.runs]
        found += [words("".join(run.text for run in cell)) for cell in cells]
    return tuple(filter(None, found))


def _number(text: str) -> object:
    value = Fraction(read_figure(text).value) * _PLACES
    sign = -1 if value < 0 else 1
    return Fraction(sign * int(abs(value) + Fraction(1, 2)), _PLACES)


def _end(text: str) -> object:
    found = read_end_day(text)
    return found.day if isinstance(found, Moment) else found


def _day(text: str) -> Moment | YearDay:
    return read_day(text)


def _first_small(text: str) -> str:
    plain = words(text)
    return plain[:1].casefold() + plain[1:]


def _said(text: str) -> str:
    """Words that a template may print in capitals."""
    return words(text).casefold()


_KEYS: dict[str, Callable[[str], object]] = {
    "date": parse_date,
    "effective": parse_date,
    "from": parse_date,
    "to": parse_end_date,
    "until": parse_end_date,
    "unlocked_until": parse_end_date,
    "before": _day,
    "by": _day,
    "lock": _end,
    "cut_off": _end,
    "value": _number,
    "upper": _number,
    "spent": _number,
    "working_days": _number,
    "days_after": _number,
    "period": read_period_or_part,
    "year": parse_period,
    "years": read_years,
    "every_year": parse_yes_no,
    "covers_predecessors": parse_yes_no,
    "illustrative": parse_yes_no,
    "number": lambda text: str(parse_document_number(text)),
    "authority": _said,
    "post": _said,
}
_PATHS: dict[str, Callable[[str], object]] = {
    "obligations.channel.by": _first_small,
    "obligations.channel.address": words,
    "exemplars.post": words,
}
_COUNTS = ("registered", "carried_out", "recognised", "typical", "rewarded", "dropped")
_PATHS |= {f"model_counts.{name}": _number for name in _COUNTS}

MARKDOWN: dict[str, frozenset[str]] = {
    "plan": frozenset({"text"}),
    "registration": frozenset({"text"}),
    "report": frozenset(
        {
            *("situation", "leadership", "propaganda", "commendation", "strengths", "limits", "causes"),
            *("next_period", "proposals", "text", "by_field.text", "exemplars.text"),
        }
    ),
}
"""Texts in Markdown that are printed between headings."""
_OF_MODELS = (
    "situation",
    "goal",
    "content",
    "method",
    "area",
    "beneficiaries",
    "output",
    "upkeep",
    "replication",
    "note",
)
IN_CELLS: dict[str, frozenset[str]] = {
    "plan": frozenset(),
    "registration": frozenset(f"models.{key}" for key in _OF_MODELS),
    "report": frozenset({"models.text"}),
}
"""Texts in Markdown that are printed in a cell."""
