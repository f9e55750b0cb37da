"""The organisation as a new file needs it: the day to look at, who is below a unit then, in what words."""

from collections.abc import Iterable
from datetime import date

from dvk.errors import CannotGoOn
from dvk.facts import Department, Term
from dvk.periods import Period
from dvk.values import read_slug
from dvk.vietnamese.dates import format_date
from dvk.vietnamese.misread import Misread
from dvk.workspace import Workspace

_UNLIMITED = "…"


def check_open(workspace: Workspace, unit: str, period: Period) -> None:
    """Refuse a period in which the unit was never open.

    Raises:
        CannotGoOn: DVK920 with the days between which it is open.
    """
    if not workspace.organisation.open_in(unit, period.start, period.end):
        raise not_open(workspace, unit, str(period))


def not_open(workspace: Workspace, unit: str, when: str) -> CannotGoOn:
    """That a unit is not open then, with the days between which it is."""
    start, end = workspace.organisation.units[unit].start, workspace.organisation.end_of(unit)
    first = format_date(start) if start else _UNLIMITED
    last = format_date(end) if end else _UNLIMITED
    return CannotGoOn("DVK920", unit=unit, when=when, first=first, last=last)


def day_within(workspace: Workspace, unit: str, period: Period, today: date) -> date:
    """The day on which a new file looks at the organisation.

    Today, or the day nearest to it within the period and the life of the unit.
    """
    start = workspace.organisation.units[unit].start or date.min
    end = workspace.organisation.end_of(unit) or date.max
    return max(min(today, period.end, end), period.start, start)


def below(workspace: Workspace, unit: str, day: date) -> list[str]:
    """The units of its line below it on a day, at any depth, in the order of their files."""
    organisation = workspace.organisation
    line, found = organisation.units[unit].line, organisation.below_on(unit, day)
    return [other for other, record in organisation.units.items() if other in found and record.line == line]


def directly_below(workspace: Workspace, unit: str, day: date) -> list[str]:
    """Those of them that stand directly below it."""
    return [other for other in below(workspace, unit, day) if workspace.organisation.parent_on(other, day) == unit]


def levels_of(workspace: Workspace, units: list[str], day: date) -> list[str]:
    """The levels that units have on a day, as far as a plan can name them; in the order of the policy."""
    organisation = workspace.organisation
    found = {value.value for unit in units for value in organisation.units[unit].levels if value.holds(day)}
    return in_order(found, workspace.settings.levels)


def level_below(workspace: Workspace, unit: str, day: date) -> str:
    """The level of the policy under that of a unit, as an example; the lowest where none is under it."""
    listed = [term.id for term in workspace.settings.levels]
    mine = levels_of(workspace, [unit], day)
    under = listed[listed.index(mine[0]) + 1 :] if mine and mine[0] in listed else []
    return under[0] if under else lowest_level(workspace)


def lowest_level(workspace: Workspace) -> str:
    """The last level that the policy lists; "" where it lists none."""
    levels = workspace.settings.levels
    return levels[-1].id if levels else ""


def kinds_of(workspace: Workspace, units: list[str], day: date) -> list[str]:
    """The kinds that units have on a day, as far as a plan can name them; in the order of the policy."""
    organisation = workspace.organisation
    found = {value.value for unit in units for value in organisation.units[unit].kinds if value.holds(day)}
    return in_order(found, workspace.settings.kinds)


def in_order(words: Iterable[str], terms: tuple[Term, ...]) -> list[str]:
    """Words of the policy in its order, then those that it does not list; without those that are no ids."""
    listed = [term.id for term in terms]
    known = sorted(word for word in words if is_id(word))
    return sorted(known, key=lambda word: listed.index(word) if word in listed else len(listed))


def is_id(word: str) -> bool:
    """Whether a document can name it."""
    try:
        read_slug(word)
    except Misread:
        return False
    return True


def departments_on(workspace: Workspace, unit: str, day: date) -> list[Department]:
    """The departments that a unit has on a day, the standing one first."""
    there = (
        department
        for department in workspace.organisation.units[unit].departments
        if (department.start is None or department.start <= day) and (department.end is None or day <= department.end)
    )
    return sorted(there, key=lambda department: not department.standing)
