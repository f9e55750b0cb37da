"""How far one document has come on its way up, what it may do next, and what changed after it was stamped."""

import shlex

from dvk.cascade import Filed, is_current, last_stamp, open_returns, suspect_stamps
from dvk.errors import CannotGoOn
from dvk.facts import Stamp
from dvk.findings import Finding, Mistake, Severity
from dvk.messages import Language, Phrase
from dvk.messages.words import word
from dvk.shown import on_one_line
from dvk.stamping import Next, Way
from dvk.vietnamese.dates import format_date
from dvk.views.findings import sentence
from dvk.views.since import since_json, since_table, stamp_json, step_words
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace

_COMMANDS = {"submitted": "submit", "accepted": "accept", "returned": "return", "approved": "approve"}
_RETURNED = Phrase("Trả lại ngày {0}, chưa trả lời: {1}", "Sent back on {0}, not answered: {1}")


def way_json(way: Way, language: Language) -> dict[str, object]:
    """The way of one document, as documented in docs/output.md."""
    suspect = suspect_stamps(way.filing)
    return {
        "file": way.path,
        "kind": way.filing.kind,
        "unit": way.filing.unit,
        "period": str(way.filing.period),
        "state": way.filing.state,
        "stamps": [{**stamp_json(stamp), "suspect": at in suspect} for at, stamp in enumerate(way.filing.stamps)],
        "open_returns": [_return_json(way, at) for at in open_returns(way.filing)],
        "suspect": since_json(way.since),
        "next": [_next_json(item, language) for item in way.next],
    }


def _return_json(way: Way, at: int) -> dict[str, object]:
    note = way.filing.returns[at]
    return {"date": note.day.isoformat(), "fields": list(note.fields), "reason": way.reasons[at]}


def _next_json(item: Next, language: Language) -> dict[str, object]:
    why_not = [_told(stop, language) for stop in item.stops]
    return {"step": item.step, "unit": item.unit, "possible": not item.stops, "why_not": why_not}


def way_tables(workspace: Workspace, way: Way, language: Language) -> list[Table]:
    """The stamps, what changed after them, and what comes next."""
    tables = [_stamps_table(workspace, way, language)]
    if way.since:
        tables.append(since_table(way.since, language))
    if way.next:
        tables.append(_next_table(workspace, way, language))
    return tables


def _stamps_table(workspace: Workspace, way: Way, language: Language) -> Table:
    en, filing = language == "en", way.filing
    columns = (
        Column("step", "step" if en else "bước"),
        Column("unit", "unit" if en else "đơn vị"),
        Column("who", "who" if en else "ai"),
        Column("when", "when" if en else "ngày"),
        Column("holds", "holds" if en else "còn đúng"),
        Column("post", "post" if en else "chức vụ"),
        Column("without", "without" if en else "duyệt dù thiếu"),
    )
    suspect = set(suspect_stamps(filing))
    rows: list[tuple[Cell, ...]] = [
        (
            step_words(stamp.step, language),
            workspace.organisation.name_or_id(stamp.unit, stamp.when.day),
            stamp.who,
            format_date(stamp.when.day),
            _holds(filing, at, suspect, language),
            stamp.post or None,
            _without(workspace, stamp) or None,
        )
        for at, stamp in enumerate(filing.stamps)
    ]
    name = workspace.organisation.name_or_id(filing.unit, filing.period.end)
    notes = [] if rows else ["No stamps yet." if en else "Chưa có dấu nào."]
    notes.extend(_return(way, at, language) for at in open_returns(filing))
    return Table(f"{name} · {filing.period} · {word(filing.state, language)} · {way.path}", columns, rows, notes)


def _return(way: Way, at: int, language: Language) -> str:
    """``Trả lại 20/11/2021, chưa trả lời: own[indicator=nha-o].value: xem lại``."""
    note = way.filing.returns[at]
    told = f"{', '.join(note.fields) or '…'}: {on_one_line(way.reasons[at])}"
    return _RETURNED.to(language).format(format_date(note.day), told)


def _without(workspace: Workspace, stamp: Stamp) -> str:
    """The units below that were not waited for, each with the reason: ``Xã A (bão)``."""
    name = workspace.organisation.name_or_id
    return "; ".join(f"{name(left.unit, stamp.when.day)} ({on_one_line(left.reason)})" for left in stamp.without)


def _holds(filing: Filed, at: int, suspect: set[int], language: Language) -> str:
    if at in suspect:
        return "no: changed since" if language == "en" else "không: nội dung đã đổi"
    if is_current(filing, filing.stamps[at]) and last_stamp(filing, filing.stamps[at].step) is filing.stamps[at]:
        return "yes" if language == "en" else "có"
    return "earlier version" if language == "en" else "bản trước"


def _next_table(workspace: Workspace, way: Way, language: Language) -> Table:
    en = language == "en"
    columns = (
        Column("step", "next step" if en else "bước tiếp"),
        Column("unit", "unit" if en else "đơn vị"),
        Column("why_not", "why not now" if en else "vì sao chưa được"),
        Column("command", "command" if en else "lệnh"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            step_words(item.step, language),
            workspace.organisation.name_or_id(item.unit, way.filing.period.end),
            " ".join(f"{_told(stop, language)}." for stop in item.stops) or None,
            _command(item, way.path),
        )
        for item in way.next
    ]
    return Table("Next" if en else "Tiếp theo", columns, rows)


def _command(item: Next, path: str) -> str:
    """The call that takes a step."""
    options = [
        f"{option} …"
        for option, asked in (("--field", item.step == "returned"), ("--reason", item.with_reason))
        if asked
    ]
    return " ".join(["dvk", _COMMANDS.get(item.step, "publish"), shlex.quote(path), *options])


def _told(stop: CannotGoOn, language: Language) -> str:
    return sentence(Finding(Severity.ERROR, "", Mistake(stop.code, "", stop.details)), language)
