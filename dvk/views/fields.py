"""The fields of a file as tables and as JSON."""

import shlex
from collections.abc import Iterable

from dvk.editing import Field
from dvk.messages import Language, Phrase
from dvk.messages.of_keys import KEYS
from dvk.shown import printable
from dvk.views.table import Cell, Column, Table

_THERE = Phrase("{0}: các trường trong tệp", "{0}: fields in the file")
_POSSIBLE = Phrase("Có thể thêm", "May be added")
_EMPTY = Phrase("(trống)", "(empty)")
_CALL = Phrase("Ghi một trường: dvk set {0} TRƯỜNG GIÁ-TRỊ", "To set one: dvk set {0} FIELD VALUE")
_WIDEST = 40


def fields_json(fields: Iterable[Field], language: Language) -> list[dict[str, object]]:
    """One object a field, with its whole value."""
    return [{"field": f.path, "value": f.value, "in_file": f.in_file, "meaning": _meaning(f, language)} for f in fields]


def fields_tables(path: str, fields: Iterable[Field], language: Language) -> list[Table]:
    """Those in the file, then those that may be added; people see a meaning once, and paths as a shell takes them."""
    en = language == "en"
    columns = (
        Column("field", "field", reader="machine"),
        Column("typed", "field" if en else "trường", reader="people"),
        Column("value", "value", reader="machine"),
        Column("shown", "value" if en else "giá trị", reader="people"),
        Column("in_file", "in file", reader="machine"),
        Column("meaning", "meaning", reader="machine"),
        Column("told", "meaning" if en else "nghĩa", reader="people"),
    )
    there = Table(_THERE.to(language).format(printable(path)), columns)
    possible = Table(_POSSIBLE.to(language), columns)
    told: set[str] = set()
    for field in fields:
        meaning = _meaning(field, language)
        once = "" if field.place in told else meaning
        told.add(field.place)
        row: tuple[Cell, ...] = (field.path, shlex.quote(field.path), field.value, _shown(field, language))
        (there if field.in_file else possible).rows.append((*row, "yes" if field.in_file else "no", meaning, once))
    possible.notes.append(_CALL.to(language).format(shlex.quote(printable(path))))
    return [table for table in (there, possible) if table.rows]


def _shown(field: Field, language: Language) -> str:
    if field.value is None:
        return _EMPTY.to(language) if field.in_file else ""
    text = " ".join(field.value.split())
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _meaning(field: Field, language: Language) -> str:
    return KEYS[field.place].to(language) if field.place in KEYS else ""
