"""The table of what units have to file, row by row."""

import re
from collections.abc import Mapping, Sequence

from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.due_details import details_of
from dvk.importing.tables.due_words import (
    KINDS,
    channel_of,
    due_of,
    elsewhere,
    period_fields,
    referred,
    who_of,
)
from dvk.importing.tables.grids import Row, Table
from dvk.importing.tables.named import Named
from dvk.importing.tables.written import plain_words
from dvk.naming import FreeIds
from dvk.vietnamese.text import slug

_KIND_BEHIND = {"kế hoạch": "plan", "đăng ký mô hình": "registration", "báo cáo": "report"}
_BEGINNINGS = {"kế hoạch": "plan", "đăng ký": "registration", "báo cáo": "report"}
_BEHIND = re.compile(rf"(.+) \(({'|'.join(_KIND_BEHIND)})\)")
GUESSED_KIND = "guessed_kind"
_REFERENCES = ("of", "embedded_in")

Fields = dict[str, Draft]


def obligation_drafts(table: Table, events: Sequence[Mapping[str, Draft]], named: Named) -> list[Draft]:
    """The obligations of a table; deadlines that hang on another one, or on an event, name its id."""
    ids = FreeIds(event["id"].value for event in events if isinstance(event["id"], Quoted))
    rows = [_obligation(row, named, ids) for row in table.rows if row.cells.get("title")]
    for row in rows:
        for key in _REFERENCES:
            value = row.get(key)
            if isinstance(value, Quoted):
                found = referred(value.value, rows, events) or elsewhere(value.value, named)
                name = found or slug(value.value)
                row[key] = Quoted(name, value.line, value.phrase, "" if found else "unknown_deadline")
    return list(rows)


def _obligation(row: Row, named: Named, ids: FreeIds) -> Fields:
    title, *details = row.cells["title"]
    words = plain_words(title.text)
    name, kind, doubt = _kind_of_title(words)
    made: Fields = {"id": Quoted(ids.new(slug(name)[:_LONGEST_ID].strip("-") or "muc"), title.number)}
    made["kind"] = Quoted(kind, title.number, words, doubt)
    if name.casefold() != KINDS[kind].casefold():
        made["title"] = quoted(name, title)
    if "who" in row.cells:
        made["who"] = who_of(row.text("who"), named, row.line("who"))
    if "period" in row.cells:
        made |= period_fields(row.line("period"))
    if "due" in row.cells:
        made |= due_of(row.line("due"))
    if "channel" in row.cells and (channel := channel_of(row.text("channel"), named, row.line("channel"))):
        made["channel"] = channel
    return made | details_of(details, named)


_LONGEST_ID = 60


def _kind_of_title(words: str) -> tuple[str, str, str]:
    """What a title calls the document, its kind, and the doubt where the title does not say it."""
    folded = words.casefold()
    found = _BEHIND.fullmatch(words)
    if found and not folded.startswith(found[2].removesuffix(" mô hình")):
        return found[1], _KIND_BEHIND[found[2]], ""
    kind = next((kind for start, kind in _BEGINNINGS.items() if folded.startswith(start)), None)
    if kind:
        return words, kind, ""
    said = next((kind for start, kind in _BEGINNINGS.items() if start in folded), None)
    return words, said or "report", GUESSED_KIND
