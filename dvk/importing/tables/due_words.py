"""Who owes what, by when, in the words of dvk's own plans: the inverse of ``dvk.printing.contents.due_words``."""

import re
from collections.abc import Mapping, Sequence

from dvk.importing.paper import Line
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.named import Named, listed
from dvk.importing.tables.written import (
    DAY,
    LONGEST,
    MOMENT,
    iso_day,
    iso_moment,
    period_of,
    plain_words,
    yearly_part_of,
)

UNREAD_DUE = "unread_due"
"""The doubt of a cell that should say by when, and cannot be read."""

_DATED = re.compile(
    rf"(trước|chậm nhất|đến hết|trong) ({MOMENT})(| hằng năm| hàng năm| (?:của )?năm sau)", re.IGNORECASE
)
_EMBEDDED = re.compile(r"lồng ghép (?:trong|vào|với) (.+)", re.IGNORECASE)
_AFTER = re.compile(r"([0-9]{1,4}) ngày sau (?:hạn )?(.+)", re.IGNORECASE)
_EVENT = re.compile(rf"“(.+)” \(ngày ({DAY})\)")
_CALLED = re.compile(r"“(.+)”(?: \(số ([0-9]+) ở bảng này\))?(?: của (.+))?")
_ADDRESS = re.compile(r"(?:(.*); )?địa chỉ: (.+)", re.IGNORECASE)
_GROUP = re.compile(r"(.*?)(?: \((.*)\))?")

Fields = dict[str, Draft]


def due_of(line: Line) -> Fields:
    """``before``, ``by``, ``in``, ``days_after`` and ``of``, or ``embedded_in`` of a cell; names stand for references.

    A cell that cannot be read gives its words as ``phrase``, to be looked at.
    """
    words = plain_words(line.text).rstrip(".")
    if len(words) > LONGEST:
        return {}
    if found := _DATED.fullmatch(words):
        return _dated(found, line)
    if found := _EMBEDDED.fullmatch(words):
        return {"embedded_in": quoted(found[1], line, words)}
    if found := _AFTER.fullmatch(words):
        return {"days_after": quoted(str(int(found[1])), line, words), "of": quoted(found[2], line, words)}
    if words.casefold() == "không định ngày":
        return {}
    return {"phrase": quoted(words, line, words, UNREAD_DUE)}


def _dated(found: re.Match[str], line: Line) -> Fields:
    day = iso_moment(found[2])
    if day is None:
        return {"phrase": quoted(found[0], line, found[0], UNREAD_DUE)}
    key = "before" if found[1].casefold() == "trước" else "by"
    next_year: Fields = {"in": quoted("next_year", line, found[0])} if found[3].endswith("năm sau") else {}
    return {key: quoted(day, line, found[0])} | next_year


def referred(words: str, rows: Sequence[Mapping[str, Draft]], events: Sequence[Mapping[str, Draft]]) -> str:
    """The id of the event or obligation of this plan that the words of ``due_of`` mean; "" for none of it."""
    if found := _EVENT.fullmatch(words):
        wanted = (found[1], iso_day(found[2]))
        return next((_value(e, "id") for e in events if (_value(e, "name"), _value(e, "date")) == wanted), "")
    found = _CALLED.fullmatch(words)
    if found is None or found[3]:
        return ""
    if found[2]:
        place = int(found[2]) - 1
        return _value(rows[place], "id") if 0 <= place < len(rows) else ""
    return next((_value(row, "id") for row in rows if called(row) == found[1]), "")


def called(row: Mapping[str, Draft]) -> str:
    """What an obligation is called in this draft."""
    return _value(row, "title") or KINDS[_value(row, "kind")]


KINDS = {"plan": "Kế hoạch", "registration": "Đăng ký mô hình", "report": "Báo cáo"}


def elsewhere(words: str, named: Named) -> str | None:
    """The obligation of another plan that the words of ``due_of`` mean, as a reference."""
    found = _CALLED.fullmatch(words)
    if found is None:
        return None
    path = named.plan(found[3]) if found[3] else None
    plan = named.known.workspace.plans.get(path or "")
    if plan is None:
        return named.obligation(found[1])
    same = [each.id for each in plan.obligations if named.names.obligation(each.title, each.kind) == found[1]]
    return f"{path}#{same[0]}" if len(same) == 1 else None


def period_fields(line: Line) -> Fields:
    """``period`` and ``every_year`` of a cell."""
    words = plain_words(line.text)
    if period := period_of(words):
        return {"period": quoted(period, line, words)}
    part = yearly_part_of(words)
    if part is None:
        return {}
    yearly: Fields = {"every_year": quoted("yes", line, words)} if part[1] else {}
    return {"period": quoted(part[0], line, words), **yearly}


def who_of(words: str, named: Named, line: Line) -> Fields:
    """``level``, ``kind`` and ``units`` of ``Cấp huyện, cấp xã (thị xã, phường); Huyện đoàn A, Huyện đoàn B``."""
    words = words[:LONGEST]
    whole = _group(words, named, line)
    if whole:
        return whole
    head, _, tail = words.partition("; ")
    first = _group(head, named, line) if tail else {}
    units = list(named.units(tail if first else words))
    return first | {"units": [named.as_id(found, name, line) for name, found in units]} if units else first


def _group(words: str, named: Named, line: Line) -> Fields:
    found = _GROUP.fullmatch(words)
    levels = list(listed(found[1], ", ", named.level)) if found else []
    if not found or not levels:
        return {}
    kinds = list(listed(found[2] or "", ", ", named.kind))
    if all(level for _, level in levels) and all(kind for _, kind in kinds):
        made: Fields = {"level": [quoted(str(level), line, words) for _, level in levels]}
        return made | ({"kind": [quoted(str(kind), line, words) for _, kind in kinds]} if kinds else {})
    alone = list(listed(words, ", ", named.kind))
    if alone and all(kind for _, kind in alone):
        return {"kind": [quoted(str(kind), line, words) for _, kind in alone]}
    return {}


def channel_of(words: str, named: Named, line: Line) -> Fields:
    """``department``, ``by`` and ``address`` of ``Qua Ban Tuyên giáo; e-mail: a@example.org``."""
    words = words[:LONGEST]
    department, _, rest = words.partition("; ")
    made: Fields = {}
    if department[:4].casefold() == "qua ":
        name = department[4:]
        found = named.department(name)
        if found or re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", name):
            made["department"] = named.as_id(found, name, line)
            words = rest
    if not words:
        return made
    sent = _ADDRESS.fullmatch(words)
    by, address = (sent[1], sent[2]) if sent else (words, "")
    return made | ({"by": quoted(by, line)} if by else {}) | ({"address": quoted(address, line)} if address else {})


def _value(draft: Mapping[str, Draft], key: str) -> str:
    found = draft.get(key)
    return found.value if isinstance(found, Quoted) else ""
