"""What a person may choose from, by number or by a part of its name."""

from collections.abc import Iterable
from datetime import date

from dvk.cli.asking import Choice
from dvk.errors import CannotGoOn
from dvk.facts import Term
from dvk.messages import Language
from dvk.obligations import Owed
from dvk.skeletons.owing import debts, owed_by
from dvk.vietnamese.dates import format_date
from dvk.workspace import Workspace

_UNTIL = {"vi": "đến {0}", "en": "until {0}"}
_BY = {"vi": "hạn cuối {0}", "en": "due {0}"}
_FILED = {"vi": "đã có", "en": "there is"}


def unit_choices(workspace: Workspace, language: Language, today: date) -> list[Choice]:
    """The units in the order of their files, those that ended last.

    Raises:
        CannotGoOn: DVK928 if there is none: nothing can be filed by nobody.
    """
    organisation = workspace.organisation
    if not organisation.units:
        raise CannotGoOn("DVK928")
    choices: list[tuple[bool, Choice]] = []
    for unit in organisation.units:
        end = organisation.end_of(unit)
        ended = end is not None and end < today
        name = f"{organisation.name_on(unit, today)} ({unit})"
        label = f"{name}, {_UNTIL[language].format(format_date(end))}" if end is not None and ended else name
        choices.append((ended, Choice(unit, label)))
    return [choice for _, choice in sorted(choices, key=lambda entry: entry[0])]


def plan_choices(workspace: Workspace, unit: str, today: date) -> list[Choice]:
    """The issued plans of units above this one, the newest first."""
    organisation = workspace.organisation
    parents = [link.value for link in organisation.units[unit].parents if link.value in organisation.units]
    above = {*parents, *(other for parent in parents for other in organisation.above_on(parent, today))}
    plans = [(path, plan) for path, plan in workspace.plans.items() if plan.unit in above and plan.state == "issued"]
    plans.sort(key=lambda entry: entry[1].period, reverse=True)
    return [
        Choice(path, f"{plan.period} {organisation.name_on(plan.unit, plan.start or today)}: {plan.subject} ({path})")
        for path, plan in plans
    ]


def field_choices(fields: Iterable[Term], language: Language) -> list[Choice]:
    """The fields of the policy."""
    return [Choice(field.id, field.name_en if language == "en" else field.name) for field in fields]


def period_choices(workspace: Workspace, unit: str, language: Language, today: date) -> list[Choice]:
    """The periods of last year and this one for which the unit owes a report, with what is asked."""
    found: dict[str, list[str]] = {}
    owed: list[Owed] = [o for year in (today.year - 1, today.year) for o in owed_by(workspace, unit, "report", year)]
    for debt, one in zip(debts(workspace, owed), owed, strict=True):
        due = f", {_BY[language].format(debt.due)}" if debt.due else ""
        filed = f" ({_FILED[language]} {debt.answered_by})" if debt.answered_by else ""
        found.setdefault(str(one.period), []).append(f"{debt.title}{due}{filed}")
    return [Choice(period, f"{period}: {'; '.join(titles)}") for period, titles in found.items()]
