"""What a plan asks of the units below it so that it can meet what its superior asks of it."""

from dataclasses import dataclass

from dvk.due_days import Deadline, cut_off_day, lock_day, period_in
from dvk.facts import FilingKind, Obligation
from dvk.skeletons.frame import Frame
from dvk.skeletons.owing import last_day
from dvk.skeletons.superior import Superior
from dvk.vietnamese.dates import format_date
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HandedObligation:
    """An obligation of the superior's plan, with its day left to be filled in.

    Args:
        id: as there; likewise kind, title, period, every_year, any_day and indicators.
        before: its day, where the author of the new plan named one; "".
        embedded_in: the obligation of the new plan that carries it; "".
        of: the obligation of the new plan that its day counts from, ``days_after`` days; "".
        to_do: what is said beside the empty day; "" where there is none to fill in.
        limit: said after it, and beside a day that is filled in: until when the unit itself has to file.
        next_year: of a yearly one: whether its day, or the superior's as long as it is empty, is in the year after.
        undated: whether the superior gives no day either.
        notes: what else the superior asks.
    """

    id: str
    kind: FilingKind
    title: str
    period: str
    before: str = ""
    every_year: bool = False
    any_day: bool = False
    indicators: tuple[str, ...] = ()
    embedded_in: str = ""
    of: str = ""
    days_after: int = 0
    to_do: str = ""
    limit: str = ""
    next_year: bool = False
    undated: bool = False
    notes: tuple[str, ...] = ()


def handed_obligations(workspace: Workspace, superior: Superior, frame: Frame) -> list[HandedObligation]:
    """The obligations of the superior's plan that mean the unit in the year, or all where none does.

    A day is never taken over: the unit has to have everything before its own last day, which is said instead.

    Args:
        workspace: the files.
        superior: the plan above.
        frame: the unit that hands down, and the year of the new plan.
    """
    debtors = workspace.organisation.debtors
    asked = [o for o in superior.plan.obligations if period_in(o, frame.year) is not None]
    mine = [o for o in asked if frame.unit in debtors(superior.plan.unit, o.who, None, frame.day)]
    handing = _HandingDown(workspace, superior, frame, frozenset(o.id for o in mine or asked))
    return [handing.down(obligation) for obligation in mine or asked]


@dataclass(frozen=True)
class _HandingDown:
    """Takes over the obligations of one plan."""

    workspace: Workspace
    superior: Superior
    frame: Frame
    taken: frozenset[str]

    def down(self, obligation: Obligation) -> HandedObligation:
        """One obligation as it stands in the new plan."""
        due = obligation.due
        embedded_in = due.embedded_in if due.embedded_in in self.taken else None
        of = due.of if due.of in self.taken and due.days_after is not None else None
        mine = self._due(obligation)
        empty = mine is not None and not embedded_in and not of
        to_do, limit = self._said(obligation, mine) if mine and empty else ("", "")
        return HandedObligation(
            id=obligation.id,
            kind=obligation.kind,
            title=obligation.title,
            period=str(obligation.period),
            every_year=obligation.every_year,
            any_day=obligation.any_day,
            indicators=tuple(name for name in obligation.indicators if name in self.workspace.indicators),
            embedded_in=embedded_in or "",
            of=of or "",
            days_after=due.days_after or 0,
            to_do=to_do,
            limit=limit,
            next_year=empty and obligation.every_year and self._is_later(mine),
            undated=mine is None and not embedded_in,
            notes=tuple(self._notes(obligation, mine)),
        )

    def _due(self, obligation: Obligation) -> Deadline | None:
        period = period_in(obligation, self.frame.year)
        return self.workspace.orders.due_of(self.superior.path, obligation, period, self.frame.unit) if period else None

    def _is_later(self, mine: Deadline | None) -> bool:
        return mine is not None and mine.day.year > self.frame.year

    def _said(self, obligation: Obligation, mine: Deadline) -> tuple[str, str]:
        """What is to be filled in, and the unit's own last day."""
        if obligation.kind == "plan":
            return "điền ngày", f"sau kế hoạch này; đơn vị nộp {self.superior.issuer} kế hoạch: {last_day(mine)}"
        limit = f"sớm hơn hạn đơn vị nộp {self.superior.issuer}"
        if not obligation.every_year:
            return "điền ngày", f"{limit}: {last_day(mine)}"
        hour = f"{mine.minute} ngày " if mine.minute else ""
        when = "năm sau" if self._is_later(mine) else "hằng năm"
        return "điền tháng-ngày", f"{limit}: {hour}{mine.day.day:02}/{mine.day.month:02} {when}"

    def _notes(self, obligation: Obligation, mine: Deadline | None) -> list[str]:
        notes = []
        if mine is not None and obligation.lock is not None:
            notes.append(f"Cấp trên khoá sổ ngày {format_date(lock_day(obligation.lock, mine.day) or mine.day)}")
        if mine is not None and obligation.cut_off is not None:
            notes.append(
                f"Cấp trên chốt số liệu ngày {format_date(cut_off_day(obligation.cut_off, mine.day) or mine.day)}"
            )
        return notes
