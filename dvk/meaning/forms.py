"""Each scalar in one form, however it was typed, by the form that its schema gives it."""

import re
from collections.abc import Callable
from functools import lru_cache

from dvk import values
from dvk.periods import parse_period
from dvk.vietnamese.dates import parse_date, parse_end_date, parse_moment
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count
from dvk.vietnamese.text import nfc, parse_yes_no

BREAK = "¶"
"""Stands in the words of a text for the end of a paragraph, of an item or of a row."""

_SHORT = 100
_BREAKS = re.compile(r"\n[ \t]*(?:\n\s*|(?=[-*+#>|]|[0-9]{1,9}[.)][ \t]))")


def form_of(form: str, text: str) -> object:
    """The form of a scalar in which two that mean the same are equal; what cannot be read is its words.

    Args:
        form: the name of the form, as in ``schemas.shapes.Shape``; "" where the schema knows no such key.
        text: as it was typed.
    """
    if form not in _READERS:
        return words_of(text)
    return _read(form, text) if len(text) <= _SHORT else _read.__wrapped__(form, text)


@lru_cache(maxsize=1 << 14)
def _read(form: str, text: str) -> object:
    """The same of a short text; most stand in a document many times."""
    try:
        return _READERS[form](text)
    except Misread:
        return words_of(text)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in NFC, with a sign where a paragraph, an item or a row ends.

    How a paragraph is broken into lines makes no difference, as in Markdown.
    """
    return tuple(_BREAKS.sub(f" {BREAK} ", nfc(text).strip()).split())


def _figure(text: str) -> object:
    """A number; per cent is something else, money and decimals are not."""
    found = values.read_figure(text)
    return found.value, found.form == "percent"


def _last_day(text: str) -> object:
    found = values.read_end_day(text)
    return found.day if isinstance(found, values.Moment) else found


_READERS: dict[str, Callable[[str], object]] = {
    "count": parse_count,
    "money": parse_money,
    "figure": _figure,
    "day": parse_date,
    "last_day": parse_end_date,
    "moment": parse_moment,
    "moment_or_yearly": values.read_day,
    "last_day_or_yearly": _last_day,
    "period": parse_period,
    "period_or_part": values.read_period_or_part,
    "years": values.read_years,
    "yes_no": parse_yes_no,
    "number": lambda text: str(parse_document_number(text)),
    "measure": values.read_measure,
    "sign_or_share": values.read_sign_or_share,
    "reference": values.read_reference,
}
"""Form → what reads it; every other form is words."""
