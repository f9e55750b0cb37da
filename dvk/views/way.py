"""How far one document has come on its way up, what it may do next, and what changed after it was stamped."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dvk.cascade import STEPS, Filed, Rules, Wish, is_current, last_stamp, open_returns, suspect_stamps
from dvk.errors import CannotGoOn
from dvk.facts import Stamp, Step
from dvk.findings import Finding, Mistake, Severity
from dvk.messages import Language, Phrase
from dvk.messages.of_keys import CHOICES
from dvk.messages.words import word
from dvk.stamping import Since, stop_of
from dvk.values import Moment
from dvk.vietnamese.dates import format_date
from dvk.views.findings import sentence
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace

_COMMANDS = {"submitted": "submit", "accepted": "accept", "returned": "return", "approved": "approve"}
_MORE = {"returned": " --field … --reason …"}
_GAPS = {
    "no_git": Phrase("Không có git nên không biết đã đổi gì.", "Without git, what changed is not known."),
    "shallow": Phrase(
        "Bản sao git bị cắt (shallow), không có bản đã đóng dấu.",
        "The clone is shallow: what was stamped is not in it.",
    ),
    "no_version": Phrase(
        "Git không có bản đã đóng dấu: lúc đó chưa commit.", "Git has no such version: it was not committed then."
    ),
}
_ONLY_WRITTEN = Phrase(
    "Nghĩa như cũ, chỉ viết khác (3.000 và 3000 …).", "It means the same, written differently (3.000 and 3000 …)."
)
_RETURNED = Phrase("Trả lại ngày {0}, chưa trả lời: {1}", "Sent back on {0}, not answered: {1}")
_FOUND = Phrase("Bản đã đóng dấu: commit {0}, nhận {1}.", "What was stamped: commit {0}, received {1}.")


@dataclass(frozen=True, slots=True)
class Next:
    """A step that a document may take, or the one that would follow and why it cannot be taken now."""

    step: Step
    unit: str
    stops: tuple[CannotGoOn, ...]

    @property
    def command(self) -> str:
        """The first word of the call that takes it."""
        return _COMMANDS.get(self.step, "publish")


def next_steps(workspace: Workspace, path: str, filing: Filed, content: str, day: date) -> list[Next]:
    """The steps that are possible now, and the one that would follow, whoever takes them.

    Args:
        workspace: the files.
        path: the document's file.
        filing: what it says.
        content: fingerprint of it.
        day: the day asked about.
    """
    rules = Rules(workspace, day)
    found = []
    for step in STEPS:
        wish = Wish(step)
        unit = rules.acting_unit(filing, wish)
        obstacles = rules.obstacles(filing, content, wish)
        if not obstacles or step == _following(filing):
            stops = tuple(stop_of(path, filing, wish, unit, obstacle) for obstacle in obstacles)
            found.append(Next(step, unit, stops))
    return found


def _following(filing: Filed) -> Step | None:
    after: dict[str, Step] = {"submitted": "accepted", "accepted": "approved", "approved": "published"}
    return "submitted" if filing.state in {"draft", "returned"} else after.get(filing.state)


@dataclass(frozen=True, slots=True)
class Way:
    """One document, with what is to be said of its way.

    Args:
        path: its file.
        filing: what it says.
        reasons: why it was sent back, for each of its returns.
        next: the steps that it may take, and the one that would follow.
        since: what changed after stamps.
    """

    path: str
    filing: Filed
    reasons: Sequence[str]
    next: Sequence[Next]
    since: Sequence[Since]


def way_json(way: Way, language: Language) -> dict[str, object]:
    """The way of one document, as documented in docs/output.md."""
    suspect = suspect_stamps(way.filing)
    return {
        "file": way.path,
        "kind": way.filing.kind,
        "unit": way.filing.unit,
        "period": str(way.filing.period),
        "state": way.filing.state,
        "stamps": [{**_stamp_json(stamp), "suspect": at in suspect} for at, stamp in enumerate(way.filing.stamps)],
        "open_returns": [
            {
                "date": way.filing.returns[at].day.isoformat(),
                "fields": list(way.filing.returns[at].fields),
                "reason": way.reasons[at],
            }
            for at in open_returns(way.filing)
        ],
        "suspect": since_json(way.since),
        "next": [
            {
                "step": item.step,
                "unit": item.unit,
                "possible": not item.stops,
                "why_not": [_told(stop, language) for stop in item.stops],
            }
            for item in way.next
        ],
    }


def since_json(since: Iterable[Since]) -> list[dict[str, object]]:
    """What changed after stamps, document by document."""
    return [
        {
            "file": item.path,
            "stamps": [_stamp_json(stamp) for stamp in item.stamps],
            "version": item.version.commit if item.version else None,
            "gap": item.gap or None,
            "changes": [{"field": c.field, "old": c.old, "new": c.new} for c in item.changes],
        }
        for item in since
    ]


def _stamp_json(stamp: Stamp) -> dict[str, object]:
    return {
        "step": stamp.step,
        "unit": stamp.unit,
        "who": stamp.who,
        "when": _moment(stamp.when),
        "without": [{"unit": part.unit, "reason": part.reason} for part in stamp.without],
    }


def _moment(moment: Moment) -> str:
    return moment.day.isoformat() + (f" {moment.hour:%H:%M}" if moment.hour else "")


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
    )
    suspect = set(suspect_stamps(filing))
    rows: list[tuple[Cell, ...]] = [
        (
            _step(stamp.step, language),
            workspace.organisation.name_or_id(stamp.unit, stamp.when.day),
            stamp.who,
            format_date(stamp.when.day),
            _holds(filing, at, suspect, language),
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
    told = f"{', '.join(note.fields) or '…'}: {way.reasons[at]}"
    return _RETURNED.to(language).format(format_date(note.day), told)


def _holds(filing: Filed, at: int, suspect: set[int], language: Language) -> str:
    if at in suspect:
        return "no: changed since" if language == "en" else "không: nội dung đã đổi"
    if is_current(filing, filing.stamps[at]) and last_stamp(filing, filing.stamps[at].step) is filing.stamps[at]:
        return "yes" if language == "en" else "có"
    return "earlier version" if language == "en" else "bản trước"


def since_table(since: Iterable[Since], language: Language) -> Table:
    """One row for each field that is not as it was stamped."""
    en = language == "en"
    columns = (
        Column("file", "file" if en else "tệp"),
        Column("steps", "after it was" if en else "sau bước"),
        Column("field", "field" if en else "trường"),
        Column("old", "then" if en else "lúc đóng dấu"),
        Column("new", "now" if en else "bây giờ"),
    )
    table = Table("Changed after it was stamped" if en else "Đổi sau khi đóng dấu", columns)
    for item in since:
        steps = ", ".join(_step(stamp.step, language) for stamp in item.stamps)
        rows = [(item.path, steps, change.field, change.old, change.new) for change in item.changes]
        table.rows.extend(rows or [(item.path, steps, None, None, None)])
        table.notes.extend(note for note in _notes(item, language) if note not in table.notes)
    return table


def _notes(item: Since, language: Language) -> Iterator[str]:
    """Where the old content was found, or why it is not known."""
    if item.version is None:
        yield _GAPS[item.gap].to(language)
        return
    yield _FOUND.to(language).format(item.version.commit[:10], format_date(item.version.received.date()))
    if not item.changes:
        yield _ONLY_WRITTEN.to(language)


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
            _step(item.step, language),
            workspace.organisation.name_or_id(item.unit, way.filing.period.end),
            " ".join(f"{_told(stop, language)}." for stop in item.stops) or None,
            f"dvk {item.command} {shlex.quote(way.path)}{_MORE.get(item.step, '')}",
        )
        for item in way.next
    ]
    return Table("Next" if en else "Tiếp theo", columns, rows)


def _step(step: str, language: Language) -> str:
    return CHOICES[f"step.{step}"].to(language)


def _told(stop: CannotGoOn, language: Language) -> str:
    return sentence(Finding(Severity.ERROR, "", Mistake(stop.code, "", stop.details)), language)
