"""DVK619: figures of a period are changed, first filed or taken back after the lock of their obligation."""

from collections.abc import Iterator
from datetime import date

from dvk.changes import Comparison
from dvk.facts import SUBMITTED_STATES, Filing, Plan, Registration, Report
from dvk.findings import Mistake
from dvk.obligations import Owed
from dvk.periods import Period
from dvk.vietnamese.dates import format_date
from dvk.workspace_checks.books import Found


def locked_periods(comparison: Comparison) -> Found:
    """DVK619: after a lock, as the plans of the base and what they allowed say it, no figure moves.

    An obligation that was due up to the adoption day goes by declared days, which a change does not make later.
    """
    moved = list(_moved(comparison))
    places = {changed.path: changed.place for changed in comparison.filings if changed.keys}
    owed = _owed(comparison, {filing.period.year for _, filing, _ in moved})
    for path, after, what in moved:
        before = comparison.before.filing(path)
        for asked in owed.get((after.unit, after.period), []):
            last = _last_day(asked, before)
            if _concerns(asked, before, after) and comparison.day > last:
                args = {
                    "problem": what,
                    "obligation": f"{asked.plan}#{asked.obligation.id}",
                    "lock": format_date(last),
                    "day": format_date(comparison.day),
                }
                yield path, Mistake("DVK619", places.get(path, "state"), args)


def _moved(comparison: Comparison) -> Iterator[tuple[str, Filing, str]]:
    """Registrations and reports that come in, are withdrawn, or of which figures move: path, document, which of it."""
    for path in sorted(comparison.paths):
        before, after = comparison.before.filing(path), comparison.after.filing(path)
        if after is None or isinstance(after, Plan):
            continue
        counted = before is not None and before.state in SUBMITTED_STATES
        if counted and after.is_withdrawn:
            yield path, after, "withdrawn_after_lock"
        elif after.state not in SUBMITTED_STATES:
            continue
        elif not counted or before is None:
            yield path, after, "filed_after_lock"
        elif _figures(before) != _figures(after):
            yield path, after, "figures_after_lock"


def _figures(filing: Filing) -> object:
    """What of a document is added up."""
    if isinstance(filing, Report):
        told = filing.figures, filing.models, filing.model_counts, filing.covers_predecessors
        return *told, filing.illustrative
    if isinstance(filing, Registration):
        models = [(m.id, m.type, m.owners, m.targets, m.first_year, m.last_year, m.budget) for m in filing.models]
        return models, filing.illustrative
    return None


def _owed(comparison: Comparison, years: set[int]) -> dict[tuple[str, Period], list[Owed]]:
    """What is owed with a lock that git tells the day for, by unit and period."""
    adopted = comparison.before.settings.adoption_date
    found: dict[tuple[str, Period], list[Owed]] = {}
    for year in sorted(years) if adopted else ():
        for asked in comparison.before.orders.owed(year):
            if asked.lock is not None and asked.waiver is None and adopted and asked.evidence_day > adopted:
                found.setdefault((asked.unit, asked.period), []).append(asked)
    return found


def _concerns(asked: Owed, before: Filing | None, after: Filing) -> bool:
    """Whether a document is for an obligation: by its name, or by unit and period where it names none."""
    named = [*after.answers, *(before.answers if before else ())]
    is_named = any((reference.path, reference.item) == (asked.plan, asked.obligation.id) for reference in named)
    return asked.obligation.kind == after.kind and (is_named or not after.answers)


def _last_day(asked: Owed, before: Filing | None) -> date:
    """The last day on which it is still taken: the lock, an exception to it, or the day that a return gave."""
    returns = () if before is None or isinstance(before, Plan) else before.returns
    given = (note.resubmit_by for note in returns)
    return max(day for day in (asked.lock, asked.unlocked_until, *given) if day is not None)
