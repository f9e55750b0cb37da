"""What one unit has to do, as tables and as JSON."""

import shlex
from collections.abc import Sequence
from datetime import date

from dvk.agenda import HORIZON, UNREAD, Agenda, Awaited, OwnFile, Task
from dvk.messages import Language
from dvk.messages.words import word
from dvk.obligations import Owed
from dvk.stamping import Since
from dvk.vietnamese.dates import format_date
from dvk.views.overview import on_day
from dvk.views.since import since_json, since_table
from dvk.views.table import Cell, Column, Table
from dvk.workspace import Workspace

_MOST_NAMED = 5
_NOTHING_DUE = {
    "vi": f"Không có việc nào trễ, bị trả lại hay đến hạn trong {HORIZON.days} ngày tới.",
    "en": f"Nothing is late, sent back, or due within {HORIZON.days} days.",
}
_NOT_SAID = {
    "vi": "dvk set … answers[+]: đơn vị đã có tệp cho kỳ này, nhưng tệp chưa ghi là trả lời nhiệm vụ đó.",
    "en": "dvk set … answers[+]: the unit has a file for the period, but it does not say that it answers this.",
}


def agenda_json(workspace: Workspace, agenda: Agenda, since: Sequence[Since] = ()) -> dict[str, object]:
    """What a unit has to do, as documented in docs/output.md."""
    return {
        "unit": agenda.unit,
        "name": workspace.organisation.name_or_id(agenda.unit, agenda.day),
        "on": agenda.day.isoformat(),
        "due": [_task_json(task) for task in agenda.tasks],
        "files": [_file_json(file) for file in agenda.files],
        "below": [_awaited_json(item) for item in agenda.awaited],
        "suspect": since_json(since),
    }


def agenda_tables(workspace: Workspace, agenda: Agenda, since: Sequence[Since], language: Language) -> list[Table]:
    """What is due, always; then unfinished files, what is awaited, and what was changed after stamps, if any."""
    view = _View(workspace, agenda, language)
    tables = [view.due()]
    if agenda.files:
        tables.append(view.files())
    if agenda.awaited:
        tables.append(view.below())
    if since:
        tables.append(since_table(since, language))
    return tables


def _task_json(task: Task) -> dict[str, object]:
    owed = task.owed
    return {
        "plan": owed.plan,
        "obligation": owed.obligation.id,
        "kind": owed.obligation.kind,
        "period": str(owed.period),
        "state": task.state,
        "until": task.until.isoformat() if task.until else None,
        "days": task.days,
        "lock": owed.lock.isoformat() if owed.lock else None,
        "file": task.path,
        "command": _command(task.command) or None,
    }


def _file_json(file: OwnFile) -> dict[str, object]:
    return {
        "file": file.path,
        "kind": file.kind,
        "state": file.state,
        "empty": list(file.empty),
        "left_out": list(file.left_out),
        "errors": file.errors,
        "warnings": file.warnings,
        "command": _check(file),
    }


def _awaited_json(item: Awaited) -> dict[str, object]:
    return {
        "plan": item.owed.plan,
        "obligation": item.owed.obligation.id,
        "kind": item.owed.obligation.kind,
        "period": str(item.owed.period),
        "until": item.owed.due.day.isoformat() if item.owed.due else None,
        "expected": item.rates.expected,
        "filed": item.rates.filed,
        "late": list(item.late),
    }


def _command(words: Sequence[str]) -> str:
    return f"dvk {shlex.join(words)}" if words else ""


def _check(file: OwnFile) -> str | None:
    return _command(("check", file.path)) if file.errors or file.warnings or file.state == UNREAD else None


class _View:
    """The tables of one unit in one language."""

    def __init__(self, workspace: Workspace, agenda: Agenda, language: Language) -> None:
        self.workspace, self.agenda, self.language, self.en = workspace, agenda, language, language == "en"

    def due(self) -> Table:
        """What the unit owes, and how to begin."""
        columns = (
            Column("plan", "plan", reader="machine"),
            Column("obligation", "obligation", reader="machine"),
            Column("kind", "kind", reader="machine"),
            Column("period", "period", reader="machine"),
            Column("state", "state", reader="machine"),
            Column("until", "until", reader="machine"),
            Column("days", "days", "number", reader="machine"),
            Column("file", "file", reader="machine"),
            Column("command", "command", reader="machine"),
            Column("what", "what is due" if self.en else "việc", reader="people"),
            Column("until_words", "last day" if self.en else "hạn cuối", reader="people"),
            Column("state_words", "state" if self.en else "tình trạng", reader="people"),
            Column("next", "next" if self.en else "làm tiếp", reader="people"),
        )
        name = self._name(self.agenda.unit)
        notes = [] if self.agenda.tasks else [_NOTHING_DUE[self.language]]
        if any(task.command[:1] == ("set",) for task in self.agenda.tasks):
            notes.append(_NOT_SAID[self.language])
        rows = [self._task(task) for task in self.agenda.tasks]
        return Table(f"{name} · {on_day(self.agenda.day, self.language).lower()}", columns, rows, notes)

    def files(self) -> Table:
        """The unit's own files that are not finished."""
        columns = (
            Column("file", "file" if self.en else "tệp"),
            Column("state", "state" if self.en else "tình trạng"),
            Column("left", "still to do" if self.en else "còn thiếu"),
            Column("command", "see" if self.en else "xem"),
        )
        rows: list[tuple[Cell, ...]] = [
            (file.path, word(file.state, self.language), self._left(file), _check(file)) for file in self.agenda.files
        ]
        return Table("Files not finished" if self.en else "Tệp chưa xong", columns, rows)

    def below(self) -> Table:
        """What units below have not filed."""
        columns = (
            Column("what", "what is due" if self.en else "việc"),
            Column("until", "last day" if self.en else "hạn cuối"),
            Column("filed", "filed" if self.en else "đã nộp"),
            Column("late", "late" if self.en else "trễ"),
        )
        rows = [self._awaited(item) for item in self.agenda.awaited]
        years = sorted({item.owed.period.year for item in self.agenda.awaited})
        hints = [_command(("deadlines", "--unit", self.agenda.unit, "--year", str(year))) for year in years]
        return Table("Awaited from below" if self.en else "Chờ cấp dưới", columns, rows, hints)

    def _task(self, task: Task) -> tuple[Cell, ...]:
        owed = task.owed
        return (
            owed.plan,
            owed.obligation.id,
            owed.obligation.kind,
            str(owed.period),
            task.state,
            task.until.isoformat() if task.until else None,
            task.days,
            task.path,
            _command(task.command) or None,
            self._what(owed),
            self._last_day(task.until, owed),
            self._state(task),
            _command(task.command) or task.path,
        )

    def _name(self, unit: str) -> str:
        return self.workspace.organisation.name_or_id(unit, self.agenda.day)

    def _what(self, owed: Owed) -> str:
        """``Báo cáo 6 tháng 2021-H1 (Tỉnh đoàn Trà Vinh)``."""
        plan = self.workspace.plans[owed.plan]
        title = owed.obligation.title or word(owed.obligation.kind, self.language)
        return f"{title} {owed.period} ({self._name(plan.unit)})"

    def _last_day(self, until: date | None, owed: Owed) -> str | None:
        if until is None:
            return None
        is_due = owed.due is not None and until == owed.due.day
        minute = f" {owed.due.minute}" if is_due and owed.due and owed.due.minute else ""
        return format_date(until) + minute

    def _state(self, task: Task) -> str:
        parts = [word(task.state, self.language)]
        if task.days is not None:
            parts.append(self._days(task.days))
        if task.state == "overdue" and task.owed.lock:
            parts.append(f"{'lock' if self.en else 'khoá sổ'} {format_date(task.owed.lock)}")
        return ", ".join(parts)

    def _days(self, days: int) -> str:
        if self.en:
            number = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
            return "today" if days == 0 else f"{number} left" if days > 0 else f"{number} late"
        return "hôm nay" if days == 0 else f"còn {days} ngày" if days > 0 else f"trễ {-days} ngày"

    def _left(self, file: OwnFile) -> str | None:
        parts = [
            self._listed("no figure" if self.en else "chưa có số", file.empty),
            self._listed("not given" if self.en else "chưa báo", file.left_out),
            self._number(file.errors, "error"),
            self._number(file.warnings, "warning"),
        ]
        return "; ".join(filter(None, parts)) or None

    def _number(self, number: int, name: str) -> str:
        plural = "s" if self.en and number != 1 else ""
        return f"{number} {word(name, self.language)}{plural}" if number else ""

    def _listed(self, what: str, names: Sequence[str]) -> str:
        more = ", …" if len(names) > _MOST_NAMED else ""
        return f"{what} {len(names)}: {', '.join(names[:_MOST_NAMED])}{more}" if names else ""

    def _awaited(self, item: Awaited) -> tuple[Cell, ...]:
        names = [self._name(unit) for unit in item.late]
        more = ", …" if len(names) > _MOST_NAMED else ""
        until = item.owed.due.day if item.owed.due else None
        return (
            self._what(item.owed),
            format_date(until) if until else None,
            f"{item.rates.filed}/{item.rates.expected}",
            f"{len(names)}: {', '.join(names[:_MOST_NAMED])}{more}" if names else None,
        )
