"""What a unit owes for a period, in the words of a new file."""

from collections.abc import Iterable
from dataclasses import dataclass

from dvk.due_days import Deadline, period_in
from dvk.errors import CannotGoOn
from dvk.facts import FilingKind
from dvk.obligations import Owed
from dvk.periods import Period
from dvk.values import Reference
from dvk.vietnamese.dates import format_date
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Debt:
    """An obligation of one unit for one period, as a comment beside its reference says it.

    Args:
        reference: the obligation.
        title: what is asked for.
        due: the last day, ``04/11/2020``; "" without a date.
        channel: the department through which it goes; "".
        waiver: why it need not be filed; "".
        answered_by: the file that answers it already; "".
    """

    reference: Reference
    title: str
    due: str
    channel: str
    waiver: str
    answered_by: str

    @property
    def words(self) -> str:
        """``Báo cáo năm; hạn cuối 14/11/2022; gửi qua Văn phòng``."""
        due = f"hạn cuối {self.due}" if self.due else "không định hạn"
        return "; ".join([self.title, due, *([f"gửi qua {self.channel}"] if self.channel else [])])

    @property
    def why_not(self) -> str:
        """Why a new file need not answer it; "" where it has to."""
        if self.waiver:
            return f"đơn vị được miễn: {self.waiver}"
        return f"{self.answered_by} đã trả lời" if self.answered_by else ""


def owed_by(workspace: Workspace, unit: str, kind: FilingKind, year: int) -> list[Owed]:
    """What the unit owes of a kind for periods of the year, in the order of plans."""
    return [o for o in workspace.orders.owed(year) if o.unit == unit and o.obligation.kind == kind]


def owed_for(workspace: Workspace, unit: str, kind: FilingKind, period: Period) -> list[Owed]:
    """What the unit owes of a kind for exactly that period."""
    return [owed for owed in owed_by(workspace, unit, kind, period.year) if owed.period == period]


def debts(workspace: Workspace, all_owed: Iterable[Owed]) -> tuple[Debt, ...]:
    """The same, in words."""
    return tuple(_debt(workspace, owed) for owed in all_owed)


def to_answer(all_debts: Iterable[Debt]) -> dict[str, list[Debt]]:
    """Those that a new file answers, and the others, which it need not."""
    found: dict[str, list[Debt]] = {"answers": [], "others": []}
    for debt in all_debts:
        found["others" if debt.why_not else "answers"].append(debt)
    return found


def reference_of(owed: Owed) -> Reference:
    """The place of the obligation in its plan."""
    return Reference(owed.plan, owed.obligation.id)


def _debt(workspace: Workspace, owed: Owed) -> Debt:
    plan = workspace.plans[owed.plan]
    reference = reference_of(owed)
    issuer = workspace.organisation.units.get(plan.unit)
    departments = {d.id: d.name for d in issuer.departments} if issuer else {}
    answers = (
        path
        for path, filing in workspace.filings()
        if filing.unit == owed.unit and filing.period == owed.period and filing.kind == owed.obligation.kind
        if filing.state != "withdrawn" and reference in filing.answers
    )
    return Debt(
        reference=reference,
        title=owed.obligation.title or owed.obligation.id,
        due=last_day(owed.due) if owed.due else "",
        channel=departments.get(owed.obligation.department or "", ""),
        waiver=owed.waiver.reason if owed.waiver else "",
        answered_by=next(answers, ""),
    )


def last_day(due: Deadline) -> str:
    """The last acceptable day, with the minute where the plan gave an hour: ``17:00 ngày 04/11/2020``."""
    return f"{due.minute} ngày {format_date(due.day)}" if due.minute else format_date(due.day)


def owed_among(
    workspace: Workspace, unit: str, period: Period, answers: tuple[Reference, ...]
) -> tuple[tuple[Owed, ...], tuple[Reference, ...]]:
    """The report obligations that are named, as the unit owes them; and those of them that do not ask it.

    Raises:
        CannotGoOn: DVK908 if one is for another period: a report of this one would not meet it.
    """
    mine = {reference_of(owed): owed for owed in owed_for(workspace, unit, "report", period)}
    chosen = tuple(mine.get(named) or _as_if_owed(workspace, named, unit, period) for named in answers)
    return chosen, tuple(named for named in answers if named not in mine)


def _as_if_owed(workspace: Workspace, named: Reference, unit: str, period: Period) -> Owed:
    obligation = workspace.obligation(named)
    if obligation is None:
        raise CannotGoOn("DVK907", what="obligation", name=str(named), near="")
    asked = period_in(obligation, period.year)
    if asked != period:
        clear = f"--period {asked or obligation.period}"
        raise CannotGoOn("DVK908", option="--answers", typed=str(named), clear=clear)
    due = workspace.orders.due_of(named.path, obligation, period)
    return Owed(named.path, obligation, unit, period, period.end, due)
