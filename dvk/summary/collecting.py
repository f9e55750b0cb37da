"""A change gathered for a reviewer: nothing is counted here, every part is asked of those who know it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dvk.admission import Admission
from dvk.as_merged import as_merged
from dvk.changes import Comparison
from dvk.comparison import LastYear
from dvk.deadlines import FILED, FilingLine, filing_matrix
from dvk.findings import Finding
from dvk.movements import Movement, movements, year_side
from dvk.movements.filings import FilingMovement, filing_movements
from dvk.movements.leaps import Leap, leaps
from dvk.movements.years import years_touched
from dvk.periods import Period
from dvk.rollup import roll_up
from dvk.summary.documents import Touched, touched
from dvk.trust.judging import Judgement, judgement_of
from dvk.workspace import Workspace

POLICY_CODES = frozenset({"DVK604", "DVK610", "DVK611", "DVK612"})
"""Findings that tell that a change touches the policy."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One obligation and period that a change helps or hurts, and how all its units stand after it.

    Args:
        plan: the plan that asks.
        obligation: its obligation.
        period: for which months.
        filed: units that filed.
        expected: units that owe it.
        missing: units that owe it and have not filed.
    """

    plan: str
    obligation: str
    period: Period
    filed: int
    expected: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class ChangeSummary:
    """A change for a reviewer.

    Args:
        comparison: the change.
        merged: the workspace after it, as though it were merged on the day that judges it.
        touched: what it is.
        movements: what moves in the totals of every year that it touches.
        leaps: which of these figures are far from last year's.
        met: obligations that are met by it.
        unmet: obligations that are met no more.
        otherwise: obligations that stand otherwise without being met or lost: new, gone, returned, waived.
        asked: the obligations and periods of ``met`` and ``unmet``, and who is still missing.
        findings: what ``dvk check --base`` finds in it and was not wrong before.
        findings_before: what it finds that was wrong already in the files that the change touches.
        actors: who proposes it, each of whom was asked about; none where nobody was named.
    """

    comparison: Comparison
    merged: Workspace
    touched: Touched
    movements: tuple[Movement, ...]
    leaps: tuple[Leap, ...]
    met: tuple[FilingMovement, ...]
    unmet: tuple[FilingMovement, ...]
    otherwise: tuple[FilingMovement, ...]
    asked: tuple[Asked, ...]
    findings: tuple[Finding, ...]
    findings_before: tuple[Finding, ...]
    actors: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no file differs."""
        return not self.comparison.changes


def summary_of(comparison: Comparison, actors: Sequence[str] = ()) -> ChangeSummary:
    """What a change is, what it moves, what it meets and what is wrong with it; the same for the same data.

    Args:
        comparison: the change.
        actors: who proposes it, by login or e-mail; without any nobody is asked whose files these are.
    """
    merged = as_merged(comparison)
    years = years_touched(comparison.before, merged, comparison.paths, comparison.day)
    judged = judgement_of(comparison, actors) if comparison.changes else Judgement([], [])
    policy = (finding.file for finding in judged.new if finding.mistake.code in POLICY_CODES)
    before = _matrix(comparison.before, years, comparison)
    after = _matrix(merged, years, comparison)
    moved = filing_movements(before, after)
    figures, far_off = _moved(comparison.before, merged, years)
    met = tuple(movement for movement in moved if movement.is_met)
    unmet = tuple(movement for movement in moved if movement.is_met_no_more)
    return ChangeSummary(
        comparison=comparison,
        merged=merged,
        touched=touched(comparison, policy),
        movements=tuple(figures),
        leaps=tuple(far_off),
        met=met,
        unmet=unmet,
        otherwise=tuple(m for m in moved if not m.is_met and not m.is_met_no_more),
        asked=tuple(_asked([*met, *unmet], after)),
        findings=tuple(judged.new),
        findings_before=tuple(judged.before),
        actors=tuple(actors),
    )


def _moved(base: Workspace, head: Workspace, years: Iterable[int]) -> tuple[list[Movement], list[Leap]]:
    """What moves in these years, and which of it is far from the year before."""
    was, now = Admission(base), Admission(head)
    moved: list[Movement] = []
    found: list[Leap] = []
    for year in years:
        after = year_side(now, year)
        of_year = movements(year_side(was, year), after)
        moved += of_year
        if of_year:
            found += leaps(of_year, LastYear(after.rollup, roll_up(head, year - 1, now)))
    return moved, found


def _matrix(workspace: Workspace, years: Iterable[int], comparison: Comparison) -> list[FilingLine]:
    return [line for year in years for line in filing_matrix(workspace, year, comparison.day)]


def _asked(moved: Iterable[FilingMovement], after: Iterable[FilingLine]) -> list[Asked]:
    """The obligations and periods of what moved, each with all its units as they stand after the change.

    What nobody owes any more is left out: there is nothing left to be filed.
    """
    lines: dict[tuple[str, str, Period], list[FilingLine]] = {
        (m.owed.plan, m.owed.obligation.id, m.owed.period): [] for m in moved
    }
    for line in after:
        group = lines.get((line.owed.plan, line.owed.obligation.id, line.owed.period))
        if group is not None and line.state not in {"waived", "unexpected"}:
            group.append(line)
    return [
        Asked(
            *key,
            filed=sum(line.state in FILED for line in group),
            expected=len(group),
            missing=tuple(line.owed.unit for line in group if line.state not in FILED),
        )
        for key, group in lines.items()
        if group
    ]
