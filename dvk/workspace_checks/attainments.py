"""DVK441: a target reached so many times over that a figure or the target must be wrong."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from dvk.entries import listed
from dvk.facts import Exact, Target
from dvk.findings import Mistake
from dvk.rollup import RollUp
from dvk.targets import PERCENT, Measured, measured_targets
from dvk.totals import Total
from dvk.vietnamese.numbers import format_number
from dvk.workspace_checks.books import Books, Found
from dvk.yearly import Yearly

MOST = 300
"""Per cent of a target above which nobody believes it.

A good year reaches half as much again, an easy target twice its value; one zero too many, or a target in thousands for
a figure in pieces, is ten times and more. Three times leaves room on both sides.
"""


def beyond_belief(books: Books) -> Found:
    """DVK441: what was reached is over 300 % of the target, or of the upper end of its range.

    An ``each`` target is measured by how many units reached it, which is never more than all. Where a ``per`` target
    is passed so far in a unit, those above it are not named for the same figure.
    """
    for year in books.years:
        rollup = books.rollup(year)
        for units in _passed(rollup).values():
            for unit in _lowest(rollup, units):
                path, field = _place(rollup, unit, units[unit])
                yield path, Mistake("DVK441", field, _args(books, year, unit, units[unit]))


def _passed(rollup: RollUp) -> dict[tuple[str, Target], dict[str, Measured]]:
    """Each target that is passed so far, with the units where it is."""
    found: dict[tuple[str, Target], dict[str, Measured]] = {}
    for (unit, _), measured in measured_targets(rollup).items():
        for one in measured:
            if _percent(one) > MOST:
                found.setdefault((one.plan, one.target), {})[unit] = one
    return found


def _percent(measured: Measured) -> Exact:
    """Per cent of the target, of a range of its upper end; 0 where nothing can be said."""
    goal = measured.value if measured.upper is None else measured.upper
    if measured.attainment is None or measured.measured is None or not goal:
        return 0
    return Fraction(measured.measured) * PERCENT / Fraction(goal)


def _lowest(rollup: RollUp, units: Iterable[str]) -> list[str]:
    """Those of the units with none of the others below them."""
    above: set[str] = set()
    for unit in units:
        parent = rollup.tree.parents[unit]
        while parent is not None and parent not in above:
            above.add(parent)
            parent = rollup.tree.parents[parent]
    return [unit for unit in units if unit not in above]


def _place(rollup: RollUp, unit: str, measured: Measured) -> tuple[str, str]:
    """The figure that it rests on: the unit's own or stated one; for a sum of several, the target in its plan."""
    total = rollup.totals.get(measured.target.indicator, {}).get(unit)
    for yearly in _single(total) if total else ():
        if yearly.value == measured.measured and yearly.chosen:
            largest = max(yearly.chosen, key=lambda given: given.value or 0)
            return largest.path, f"{largest.field}.value"
    targets = rollup.workspace.plans[measured.plan].targets
    at = next(at for at, target in listed("targets", targets) if target == measured.target)
    return measured.plan, f"{at}.value"


def _single(total: Total) -> tuple[Yearly, ...]:
    """The figures that may stand alone behind a total."""
    return (total.stated, total.own) if total.stated_up else (total.own,)


def _args(books: Books, year: int, unit: str, measured: Measured) -> dict[str, str]:
    goal = measured.value if measured.upper is None else measured.upper
    return {
        "indicator": measured.target.indicator,
        "unit": books.name(unit, date(year, 12, 31)),
        "year": str(year),
        "measured": format_number(measured.measured or 0),
        "target": format_number(goal),
        "attainment": format_number(_percent(measured), 0),
        "limit": str(MOST),
        "plan": measured.plan,
    }
