"""What a plan asks of the units below it so that it can meet what its superior asks of it."""

from dataclasses import dataclass
from datetime import date

from dvk.facts import FilingKind, Obligation
from dvk.obligations import Deadline, cut_off_day, lock_day, period_in
from dvk.periods import YearPart
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
        last_day: what is said beside the empty day; "" where there is none to fill in.
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
    last_day: str = ""
    undated: bool = False
    notes: tuple[str, ...] = ()


def handed_obligations(
    workspace: Workspace, superior: Superior, unit: str, on: tuple[int, date]
) -> list[HandedObligation]:
    """The obligations of the superior's plan that mean the unit in a year, or all where none does.

    A day is never taken over: the unit has to have everything before its own last day, which is said instead.

    Args:
        workspace: the files.
        superior: the plan above.
        unit: who hands down.
        on: the year of the new plan, and the day on which the organisation is looked at.
    """
    year, day = on
    asked = [o for o in superior.plan.obligations if period_in(o, year) is not None]
    mine = [o for o in asked if unit in workspace.organisation.debtors(superior.plan.unit, o.who, None, day)]
    handing = _HandingDown(workspace, superior, unit, year, frozenset(o.id for o in mine or asked))
    return [handing.down(obligation) for obligation in mine or asked]


@dataclass(frozen=True)
class _HandingDown:
    """Takes over the obligations of one plan."""

    workspace: Workspace
    superior: Superior
    unit: str
    year: int
    taken: frozenset[str]

    def down(self, obligation: Obligation) -> HandedObligation:
        """One obligation as it stands in the new plan."""
        due = obligation.due
        embedded_in = due.embedded_in if due.embedded_in in self.taken else None
        of = due.of if due.of in self.taken and due.days_after is not None else None
        mine = self._due(obligation)
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
            last_day=self._said(obligation, mine) if mine and not embedded_in and not of else "",
            undated=mine is None and not embedded_in,
            notes=tuple(self._notes(obligation, mine)),
        )

    def _due(self, obligation: Obligation) -> Deadline | None:
        period = period_in(obligation, self.year)
        return self.workspace.orders.due_of(self.superior.path, obligation, period, self.unit) if period else None

    def _said(self, obligation: Obligation, mine: Deadline) -> str:
        """What is said beside the empty day: the unit's own last day."""
        if obligation.kind == "plan":
            return f"điền ngày, sau kế hoạch này; đơn vị nộp {self.superior.issuer} kế hoạch: {last_day(mine)}"
        if not obligation.every_year:
            return f"điền ngày, sớm hơn hạn đơn vị nộp {self.superior.issuer}: {last_day(mine)}"
        hour = f"{mine.minute} ngày " if mine.minute else ""
        when = "năm sau" if mine.day.year > self.year else "hằng năm"
        words = f"{hour}{mine.day.day:02}/{mine.day.month:02} {when}"
        return f"điền tháng-ngày, sớm hơn hạn đơn vị nộp {self.superior.issuer}: {words}"

    def _notes(self, obligation: Obligation, mine: Deadline | None) -> list[str]:
        notes = []
        if mine is not None and mine.day.year > self.year and isinstance(obligation.period, YearPart):
            notes.append("Ngày điền rơi vào năm sau thì thêm dòng in: next_year")
        if mine is not None and obligation.lock is not None:
            notes.append(f"Cấp trên khoá sổ ngày {format_date(lock_day(obligation.lock, mine.day) or mine.day)}")
        if mine is not None and obligation.cut_off is not None:
            notes.append(
                f"Cấp trên chốt số liệu ngày {format_date(cut_off_day(obligation.cut_off, mine.day) or mine.day)}"
            )
        return notes
