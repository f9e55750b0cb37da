"""DVK412–416: a typed total differs from what its parts add up to."""

from datetime import date

from dvk.facts import Exact
from dvk.findings import Mistake
from dvk.rollup import RollUp
from dvk.totals import Total, covers
from dvk.vietnamese.numbers import format_number
from dvk.workspace_checks.books import Books, Found, source


def differs(books: Books) -> Found:
    """DVK412, DVK413: a consolidated figure is above, or below, own figure and children together."""
    for rollup, indicator, total in books.totals():
        if indicator.over_units != "sum" or not (total.stated_below or total.stated_differs):
            continue
        path, field = source(total.stated)
        stated: Exact = total.stated.value if total.stated.value is not None else 0
        args = {
            "indicator": indicator.id,
            "stated": format_number(stated),
            "computed": format_number(total.floor),
            "difference": format_number(max(stated - total.floor, total.floor - stated)),
            "children": _children(rollup, indicator.id, total),
        }
        yield path, Mistake("DVK413" if total.stated_below else "DVK412", field, args)


def year_and_parts(books: Books) -> Found:
    """DVK414, DVK415: the figure of the year differs from the periods that make it up."""
    for _, indicator, total in books.totals():
        for yearly in (total.own, total.stated):
            if yearly.parts is None or covers(yearly) or yearly.value is None:
                continue
            overruled = not yearly.chosen[-1].period.is_year
            year = next((g for g in (*yearly.chosen, *yearly.set_aside) if g.period.is_year), None)
            if year is None:
                continue
            year_value, parts = (yearly.parts, yearly.value) if overruled else (yearly.value, yearly.parts)
            args = {
                "indicator": indicator.id,
                "year_value": format_number(year_value),
                "parts": format_number(parts),
            }
            yield year.path, Mistake("DVK415" if overruled else "DVK414", f"{year.field}.value", args)


def predecessors(books: Books) -> Found:
    """DVK416: a successor's year that covers its predecessors differs from what they and it filed."""
    for rollup, indicator, total in books.totals():
        if not covers(total.own) or indicator.over_units != "sum" or total.own.value is None:
            continue
        filed = total.around.total + (total.own.parts or 0)
        differs_from_parts = total.own.parts is not None and filed != total.own.value
        if differs_from_parts or filed > total.own.value:
            path, field = source(total.own)
            args = {
                "indicator": indicator.id,
                "year_value": format_number(total.own.value),
                "parts": format_number(filed),
                "children": _children(rollup, indicator.id, total),
            }
            yield path, Mistake("DVK416", field, args)


def _children(rollup: RollUp, indicator: str, total: Total) -> str:
    """The children's totals, each named: ``Xã A 3, Xã B 4``."""
    last, organisation = date(rollup.year, 12, 31), rollup.workspace.organisation
    shown = []
    for unit in rollup.tree.children[total.unit]:
        value = rollup.totals[indicator][unit].amount.finished("sum")
        shown.append(f"{organisation.name_on(unit, last)} {'–' if value is None else format_number(value)}")
    return ", ".join(shown)
