"""The filing matrix: for every obligation, unit and period, whether it was met, and how well."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dvk.due_days import period_in
from dvk.facts import Filing, Obligation, StateOfFiling
from dvk.history import Receipt
from dvk.obligations import Owed
from dvk.periods import Period
from dvk.placing import is_misplaced
from dvk.values import Reference
from dvk.workspace import Answered, Workspace

FILED: frozenset[StateOfFiling] = frozenset({"on_time", "late", "late_by_exception", "filed", "filed_day_unknown"})
MISSING: frozenset[StateOfFiling] = frozenset({"overdue", "refused", "returned", "empty"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A file that answers an obligation: how it was received, and how the obligation would stand by it alone."""

    path: str
    receipt: Receipt
    state: StateOfFiling


@dataclass(frozen=True, slots=True)
class FilingLine:
    """One cell of the matrix.

    Args:
        owed: what was owed; for an unexpected filing, what would have been.
        state: how it stands on the day asked about.
        answers: every file that had answered it by then, the one that meets it first.
    """

    owed: Owed
    state: StateOfFiling
    answers: tuple[Answer, ...] = ()

    @property
    def receipt(self) -> Receipt | None:
        """How the filing that meets it was received."""
        return self.answers[0].receipt if self.answers else None


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of one obligation and period; rates are over what is already due.

    Args:
        expected: units that owe it, without the waived ones.
        due: those of them whose due day has passed.
        filed: those that filed: on time, late, or on a day that is not known.
        filed_due: those that filed among those already due, so that no rate passes 100 %.
        on_time: in time.
        late: late, by exception included.
        unknown: filed on a day that is not known.
        missing: overdue, or filed in a way that does not count: refused, returned, empty.
        waived: need not file.
        unexpected: filed without being asked.
    """

    expected: int
    due: int
    filed: int
    filed_due: int
    on_time: int
    late: int
    unknown: int
    missing: int
    waived: int
    unexpected: int


def filing_matrix(workspace: Workspace, year: int, on: date) -> list[FilingLine]:
    """Every obligation of every unit for periods of the year, as known at the end of ``on``.

    Ordered by plan, obligation, period and the order of the units' files; unexpected filings come after those
    that were asked for.
    """
    answers = dict(workspace.answering.get(year, {}))
    lines = []
    for owed in workspace.orders.owed(year):
        filings = answers.pop((Reference(owed.plan, owed.obligation.id), owed.unit, owed.period), [])
        lines.append(_line(workspace, owed, filings, on))
    lines.extend(_unexpected(workspace, answers, on))
    return lines


def rates(lines: Iterable[FilingLine], on: date) -> Rates:
    """The counts of some lines, most often those of one obligation and period."""
    all_lines = list(lines)
    asked = [line for line in all_lines if line.state not in {"waived", "unexpected"}]
    due = [line for line in asked if line.owed.due is not None and on > line.owed.due.day]
    filed = [line for line in asked if line.state in FILED]
    late = [line for line in filed if line.state in {"late", "late_by_exception"}]
    return Rates(
        expected=len(asked),
        due=len(due),
        filed=len(filed),
        filed_due=sum(line.state in FILED for line in due),
        on_time=sum(line.state == "on_time" for line in filed),
        late=len(late),
        unknown=sum(line.state == "filed_day_unknown" for line in filed),
        missing=sum(line.state in MISSING for line in asked),
        waived=sum(line.state == "waived" for line in all_lines),
        unexpected=sum(line.state == "unexpected" for line in all_lines),
    )


def _line(workspace: Workspace, owed: Owed, filings: list[tuple[str, Filing]], on: date) -> FilingLine:
    if len(filings) > 1:
        filings = sorted(filings, key=lambda item: is_misplaced(item[0], item[1], workspace.organisation))
    found = sorted(_received(workspace, owed, filings, on), key=_first_received)
    state = found[0].state if found else state_of(owed, None, on, workspace.settings.due_soon)
    return FilingLine(owed, state, tuple(found))


def _received(workspace: Workspace, owed: Owed, filings: list[tuple[str, Filing]], on: date) -> Iterator[Answer]:
    adopted = workspace.settings.adoption_date
    declared = adopted is None or owed.evidence_day <= adopted
    for path, filing in filings:
        receipt = workspace.history.receipt(path, filing, on, declared=declared)
        if receipt is not None:
            yield Answer(path, receipt, state_of(owed, receipt, on, workspace.settings.due_soon))


def _first_received(answer: Answer) -> tuple[bool, bool, str]:
    receipt = answer.receipt
    useless = receipt.returned or receipt.empty or receipt.evidence == "future"
    return useless, receipt.received is None, receipt.received.isoformat() if receipt.received else ""


def state_of(owed: Owed, receipt: Receipt | None, on: date, due_soon: int) -> StateOfFiling:
    """How an obligation stands at the end of ``on``. Source: design, “states”; rules 13, 14, 17, 18."""
    if owed.waiver is not None:
        return "waived"
    if receipt is None or receipt.evidence == "future":
        return _unfiled(owed, on, due_soon)
    if receipt.returned or receipt.empty:
        return "returned" if receipt.returned else "empty"
    return _filed(owed, receipt)


def _filed(owed: Owed, receipt: Receipt) -> StateOfFiling:
    if owed.due is None:
        return "filed"
    if receipt.received is None:
        return "filed_day_unknown"
    if receipt.received < owed.due.limit:
        return "on_time"
    return _late(owed, receipt, receipt.received.date())


def _unfiled(owed: Owed, on: date, due_soon: int) -> StateOfFiling:
    if owed.due is None:
        return "open"
    if on > owed.due.day:
        return "overdue"
    return "due_soon" if owed.due.day - on <= timedelta(days=due_soon) else "not_yet_due"


def _late(owed: Owed, receipt: Receipt, received: date) -> StateOfFiling:
    if owed.lock is None or received <= owed.lock:
        return "late"
    unlocked = [day for day in (owed.unlocked_until, receipt.unlocked_until) if day is not None]
    return "late_by_exception" if any(received <= day for day in unlocked) else "refused"


def _unexpected(
    workspace: Workspace, answers: dict[Answered, list[tuple[str, Filing]]], on: date
) -> Iterator[FilingLine]:
    for (reference, unit, period), filings in answers.items():
        plan, obligation = reference.path, workspace.obligation(reference)
        if obligation is None or not _is_asked_then(workspace, plan, obligation, period):
            continue
        due = workspace.orders.due_of(plan, obligation, period)
        owed = Owed(plan, obligation, unit, period, period.end, due)
        line = _line(workspace, owed, filings, on)
        if line.answers:
            yield FilingLine(owed, "unexpected", line.answers)


def _is_asked_then(workspace: Workspace, plan: str, obligation: Obligation, period: Period) -> bool:
    return period_in(obligation, period.year) == period and workspace.orders.arises(plan, obligation, period)
