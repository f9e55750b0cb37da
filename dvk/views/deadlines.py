"""The filing matrix as tables, one for each obligation and period, and as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from dvk.deadlines import FilingLine, Rates, rates
from dvk.due_days import Deadline, cut_off_day
from dvk.facts import STATES, Obligation
from dvk.history import Receipt
from dvk.messages import Language
from dvk.messages.words import word
from dvk.vietnamese.dates import TIME_ZONE, format_date
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the matrix: the day, and the states whose lines are shown; counts are of all lines."""

    day: date
    states: frozenset[str] = frozenset(STATES)


def deadlines_json(workspace: Workspace, lines: Iterable[FilingLine]) -> list[dict[str, object]]:
    """The matrix as documented in docs/output.md: one object for each obligation, unit and period."""
    return [
        {
            "plan": line.owed.plan,
            "obligation": line.owed.obligation.id,
            "kind": line.owed.obligation.kind,
            "unit": line.owed.unit,
            "period": str(line.owed.period),
            "due": line.owed.due.day.isoformat() if line.owed.due else None,
            "due_time": line.owed.due.minute if line.owed.due else None,
            "lock": line.owed.lock.isoformat() if line.owed.lock else None,
            "state": line.state,
            "received": _received(line.receipt),
            "received_again": _again(line.receipt),
            "evidence": line.receipt.evidence if line.receipt else None,
            "reference": line.owed.reference.isoformat(),
            "files": [answer.path for answer in line.answers],
            "illustrative": _is_illustrative(workspace, line),
            "unread": [] if line.answers else workspace.unread_of(line.owed.unit, line.owed.period.year),
        }
        for line in lines
    ]


def _is_illustrative(workspace: Workspace, line: FilingLine) -> bool:
    """Whether a filing that answers it is illustrative."""
    filings = (workspace.filing(answer.path) for answer in line.answers)
    return any(filing is not None and filing.illustrative for filing in filings)


def deadlines_tables(workspace: Workspace, lines: list[FilingLine], asked: Asked, language: Language) -> list[Table]:
    """One table for each plan, obligation and period, with the counts above its units."""
    ordered = sorted(lines, key=_group)
    groups = [_Group(workspace, list(group), asked, language) for _, group in groupby(ordered, key=_group)]
    return [group.table() for group in sorted(groups, key=lambda group: group.order) if group.shown]


def _group(line: FilingLine) -> tuple[str, str, str]:
    return line.owed.plan, line.owed.obligation.id, str(line.owed.period)


class _Group:
    """The lines of one obligation and period."""

    def __init__(self, workspace: Workspace, lines: list[FilingLine], asked: Asked, language: Language) -> None:
        self.workspace, self.lines, self.on, self.language = workspace, lines, asked.day, language
        self.owed = lines[0].owed
        self.shown = [line for line in lines if line.state in asked.states]

    @property
    def order(self) -> tuple[str, date, str]:
        """Obligations of a plan by the day on which they are due, or on which their period ends."""
        due = self.workspace.orders.due_of(self.owed.plan, self.owed.obligation, self.owed.period)
        return self.owed.plan, due.day if due else self.owed.period.end, self.owed.obligation.id

    def table(self) -> Table:
        """Title, one row a unit, and the counts."""
        en = self.language == "en"
        columns = (
            Column("plan", "plan", reader="machine"),
            Column("obligation", "obligation", reader="machine"),
            Column("kind", "kind", reader="machine"),
            Column("period", "period", reader="machine"),
            Column("unit", "unit", reader="machine"),
            Column("name", "unit" if en else "đơn vị"),
            Column("due", "due", reader="machine"),
            Column("due_time", "due_time", reader="machine"),
            Column("state", "state", reader="machine"),
            Column("days_late", "days_late", "number", reader="machine"),
            Column("received", "received", reader="machine"),
            Column("evidence", "evidence", reader="machine"),
            Column("due_words", "last day" if en else "hạn cuối", reader="people"),
            Column("state_words", "state" if en else "tình trạng", reader="people"),
            Column("received_words", "received" if en else "ngày nhận", reader="people"),
            Column("evidence_words", "known from" if en else "căn cứ", reader="people"),
            Column("remark", "remark" if en else "ghi chú"),
        )
        rows = [self._row(line) for line in self.shown]
        return Table(self._title(), columns, rows, [self._counts()], name=f"{self.owed.period} {self._kind()}")

    def _kind(self) -> str:
        return self.owed.obligation.title or word(self.owed.obligation.kind, self.language)

    def _title(self) -> str:
        obligation, language = self.owed.obligation, self.language
        plan = self.workspace.plans[self.owed.plan]
        issuer = self.workspace.organisation.name_or_id(plan.unit, self.on)
        parts = [issuer, f"{self._kind()} {self.owed.period}", self._due_words(obligation)]
        if obligation.department:
            parts.append(f"{'through' if language == 'en' else 'qua'} {self._department(plan.unit, obligation)}")
        cut_off = cut_off_day(obligation.cut_off, self.owed.due.day if self.owed.due else self.owed.period.end)
        if cut_off:
            parts.append(f"{'cut-off' if language == 'en' else 'chốt số liệu'} {format_date(cut_off)}")
        if self.owed.lock:
            parts.append(f"{'lock' if language == 'en' else 'khoá sổ'} {format_date(self.owed.lock)}")
        if any(_is_illustrative(self.workspace, line) for line in self.lines):
            parts.append(word("illustrative_filings", self.language))
        return " · ".join(parts)

    def _due_words(self, obligation: Obligation) -> str:
        en = self.language == "en"
        due = self.workspace.orders.due_of(self.owed.plan, obligation, self.owed.period)
        if due is None:
            if obligation.due.embedded_in:
                carrier = self._carrier(obligation.due.embedded_in)
                return f"embedded in {carrier}, undated" if en else f"lồng ghép trong {carrier}, không ghi ngày"
            return "undated" if en else "không ghi hạn"
        hour = f" {due.minute}" if due.minute else ""
        phrase = f" ({obligation.phrase})" if obligation.phrase else ""
        return f"{'last day' if en else 'hạn cuối'} {format_date(due.day)}{hour}{phrase}"

    def _carrier(self, name: str) -> str:
        """The title of the obligation whose report carries this one."""
        _, carrier = self.workspace.orders.named(self.owed.plan, name)
        return carrier.title or carrier.id if carrier else name

    def _department(self, unit: str, obligation: Obligation) -> str:
        known = self.workspace.organisation.units.get(unit)
        departments = known.departments if known else ()
        return next((d.name for d in departments if d.id == obligation.department), obligation.department or "")

    def _row(self, line: FilingLine) -> tuple[Cell, ...]:
        owed, receipt, days = line.owed, line.receipt, self._days_late(line)
        return (
            owed.plan,
            owed.obligation.id,
            owed.obligation.kind,
            str(owed.period),
            owed.unit,
            self.workspace.organisation.name_or_id(owed.unit, owed.reference),
            owed.due.day.isoformat() if owed.due else None,
            owed.due.minute if owed.due else None,
            line.state,
            days,
            _received(receipt),
            receipt.evidence if receipt else None,
            _moment(owed.due) if owed.due else None,
            word(line.state, self.language) + (f", {self._days(days)}" if days else ""),
            _received_moment(receipt),
            word(receipt.evidence, self.language) if receipt else None,
            self._remark(line),
        )

    def _days(self, days: int) -> str:
        if self.language == "en":
            return f"{days} {'day' if days == 1 else 'days'}"
        return f"{days} ngày"

    def _days_late(self, line: FilingLine) -> int | None:
        """Days from the due day to the day of receipt, or to the day asked about where nothing came."""
        receipt, due = line.receipt, line.owed.due
        if due is None or line.state not in {"late", "late_by_exception", "refused", "overdue"}:
            return None
        last = receipt.received.date() if receipt and receipt.received else self.on
        return (last - due.day).days

    def _remark(self, line: FilingLine) -> str:
        remarks = []
        if line.owed.waiver:
            remarks.append(line.owed.waiver.reason)
        if line.receipt and line.receipt.again:
            again = format_date(line.receipt.again.date())
            remarks.append(f"came again {again}" if self.language == "en" else f"nộp lại {again}")
        unread = [] if line.answers else self.workspace.unread_of(line.owed.unit, line.owed.period.year)
        if unread:
            remarks.append(f"{'not read' if self.language == 'en' else 'có tệp chưa đọc được'}: {', '.join(unread)}")
        if len(line.answers) > 1:
            remarks.append(", ".join(answer.path for answer in line.answers))
        return "; ".join(remarks)

    def _counts(self) -> str:
        found = rates(self.lines, self.on)
        return counts_line(found, sum(line.state == "open" for line in self.lines), self.language)


def counts_line(found: Rates, still_open: int, language: Language) -> str:
    """The counts of an obligation in one line; parts that are nothing and say nothing are left out."""
    en = language == "en"
    parts = [
        f"N {found.expected}",
        f"{'filed' if en else 'đã nộp'} {found.filed}",
        f"{'on time' if en else 'đúng hạn'} {found.on_time}",
        f"{'late' if en else 'chậm'} {found.late}",
        *([f"{'missing' if en else 'chưa nộp'} {found.missing}"] if found.missing or not still_open else []),
        f"{'waived' if en else 'được miễn'} {found.waived}",
    ]
    if found.unknown:
        parts.append(f"{'day unknown' if en else 'không rõ ngày'} {found.unknown}")
    if still_open:
        parts.append(f"{'open (undated)' if en else 'chưa nộp (không hạn)'} {still_open}")
    if found.unexpected:
        parts.append(f"{'unexpected' if en else 'ngoài danh sách'} {found.unexpected}")
    if found.due:
        parts.append(f"{'rate' if en else 'tỷ lệ'} {found.filed_due}/{found.due}")
    return " · ".join(parts)


def _received(receipt: Receipt | None) -> str | None:
    if receipt is None or receipt.received is None:
        return None
    return receipt.received.isoformat() if receipt.has_hour else receipt.received.date().isoformat()


def _again(receipt: Receipt | None) -> str | None:
    return receipt.again.isoformat() if receipt and receipt.again else None


def _received_moment(receipt: Receipt | None) -> date | None:
    """When it came, in Vietnam; with its hour where that is known."""
    if receipt is None or receipt.received is None:
        return None
    return receipt.received.astimezone(TIME_ZONE) if receipt.has_hour else receipt.received.date()


def _moment(due: Deadline) -> date:
    """The last acceptable day, with its minute where there is one."""
    return datetime.combine(due.day, time.fromisoformat(due.minute), TIME_ZONE) if due.minute else due.day
