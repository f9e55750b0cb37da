"""Which years a change can move: those of its documents, or all of them where units, indicators or plans change."""

from collections.abc import Iterable, Iterator
from datetime import date

from dvk.facts import Plan, Registration, Report
from dvk.kinds import kind_of
from dvk.periods import Period
from dvk.workspace import Workspace

_OF_ALL_YEARS = {"units", "indicators", "plan"}


def years_touched(before: Workspace, after: Workspace, paths: Iterable[str], day: date) -> list[int]:
    """The years whose totals may differ, in their order.

    Args:
        before: the workspace without the change.
        after: the workspace with it.
        paths: the paths that differ.
        day: the day of the question: years after it count only where there are reports for them.
    """
    changed = list(paths)
    known = _known_years(before) | _known_years(after)
    if any(kind_of(path) in _OF_ALL_YEARS for path in changed):
        return sorted(known | _years_of_plans(before, after, changed, day))
    found: set[int] = set()
    for path in changed:
        for workspace in (before, after):
            found |= _years_of(workspace, path, known | {day.year})
    return sorted(found)


def _years_of(workspace: Workspace, path: str, known: set[int]) -> set[int]:
    """The years that one document speaks of; what a report says of models holds in later years, too."""
    filing = workspace.filing(path)
    if isinstance(filing, Report):
        later = {year for year in known if year > filing.period.year} if filing.models else set()
        return {filing.period.year} | later
    if isinstance(filing, Registration):
        lasting = {y for y in known if any(model.first_year <= y <= model.last_year for model in filing.models)}
        return {filing.period.year} | lasting
    return set()


def _known_years(workspace: Workspace) -> set[int]:
    """The years for which something was filed that is added up."""
    reports = {report.period.year for report in workspace.reports.values()}
    return reports | {registration.period.year for registration in workspace.registrations.values()}


def _years_of_plans(before: Workspace, after: Workspace, paths: Iterable[str], day: date) -> set[int]:
    plans = [plan for path in paths for plan in (before.plans.get(path), after.plans.get(path)) if plan is not None]
    return {year for plan in plans for year in _asked_years(plan, day)}


def _asked_years(plan: Plan, day: date) -> Iterator[int]:
    """The years for which a plan asks for something; of what comes every year this year and the last."""
    yield plan.period.year
    for obligation in plan.obligations:
        if isinstance(obligation.period, Period):
            yield obligation.period.year
        else:
            yield from (day.year - 1, day.year)
