"""DVK630: a plan is replaced by a unit that it does not belong to, and with it what it asks is gone."""

from datetime import date

from dvk.changes import Comparison
from dvk.facts import Plan
from dvk.findings import Mistake
from dvk.organisation import Organisation
from dvk.workspace_checks.books import Found


def replaced(comparison: Comparison) -> Found:
    """DVK630: a plan supersedes one of another unit, which neither stands below its own nor became part of it."""
    organisation, plans = comparison.before.organisation, comparison.before.plans
    for path in sorted(comparison.paths & comparison.after.plans.keys()):
        plan, old = comparison.after.plans[path], comparison.before.plans.get(path)
        if plan.is_issued:
            for position, name in enumerate(plan.supersedes):
                other = plans.get(name)
                is_known = old is not None and old.is_issued and name in old.supersedes
                if other is not None and not is_known and not _belongs(organisation, other, plan):
                    told = {"unit": plan.unit, "plan": name, "issuer": other.unit}
                    yield path, Mistake("DVK630", f"supersedes[{position}]", told)


def _belongs(organisation: Organisation, other: Plan, plan: Plan) -> bool:
    """Whether the issuer of a plan may replace another one."""
    if other.unit == plan.unit or plan.unit in _successors(organisation, other.unit):
        return True
    days = {day for day in (plan.start, other.start) if day is not None} or {date.max}
    return any(plan.unit in organisation.above_on(other.unit, day) for day in days)


def _successors(organisation: Organisation, unit: str) -> set[str]:
    return {name for event in organisation.events if unit in event.sources for name in event.targets}
