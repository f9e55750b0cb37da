"""The rows of figures: the catalogue, what was reported or is missing, what it gives for the year, the targets."""

from collections.abc import Iterator

from dvk.coverage import CLASS_OF, asked_indicators
from dvk.exporting.branch import Branch, Row, exactly
from dvk.facts import Indicator, Section
from dvk.periods import Period, month_names
from dvk.ratios import RatioTotal
from dvk.totals import Total, covers
from dvk.yearly import Given, months_of


def indicators(branch: Branch) -> Iterator[Row]:
    """The catalogue."""
    for position, indicator in enumerate(branch.indicators):
        yield {
            "indicator": indicator.id,
            "position": position,
            "name": indicator.name,
            "name_en": indicator.name_en,
            "unit_of_measure": indicator.unit_of_measure,
            "type": indicator.type,
            "over_time": indicator.over_time,
            "over_units": indicator.over_units,
            "numerator": indicator.numerator,
            "denominator": indicator.denominator,
        }


def fields(branch: Branch) -> Iterator[Row]:
    """The fields that the workspace names."""
    for position, field in enumerate(branch.book.workspace.settings.fields):
        yield {"field": field.id, "position": position, "name": field.name, "name_en": field.name_en}


def facts(branch: Branch) -> Iterator[Row]:
    """Every figure and null that counts, and after them what an obligation asks for and nobody gave."""
    rollup = branch.book.rollup
    for (unit, name, section), given in branch.figures:
        total = rollup.totals[name][unit]
        chosen = (total.own if section == "own" else total.stated).chosen
        for figure in given:
            yield _fact(branch, (unit, name, section), figure, stands=figure in chosen)
    for unit, name, period in sorted(_missing(branch), key=str):
        yield {"unit": unit, "indicator": name, "section": "own", **_months(period), "state": "missing", **_UNMARKED}


_UNMARKED: Row = {"stands": False, "covers_predecessors": False, "illustrative": False}


def _fact(branch: Branch, key: tuple[str, str, Section], figure: Given, *, stands: bool) -> Row:
    unit, name, section = key
    return {
        "unit": unit,
        "indicator": name,
        "section": section,
        **_months(figure.period),
        "state": "null" if figure.value is None else "given",
        **exactly("value", figure.value, f"{figure.path} {figure.field}"),
        "reason": figure.reason or None,
        "stands": stands,
        "covers_predecessors": figure.covers_predecessors,
        "path": figure.path,
        "field": figure.field,
        "illustrative": branch.is_illustrative([figure]),
    }


def _months(period: Period) -> Row:
    return {"period": str(period), "first_month": period.first, "last_month": period.last}


def _missing(branch: Branch) -> set[tuple[str, str, Period]]:
    """What the year's obligations ask for and no figure or null of these months gives; ratios follow from others."""
    book = branch.book
    found = set()
    for line in branch.shares.lines.get(branch.root, ()):
        owed = line.owed
        if owed.obligation.kind != "report" or line.state in {"waived", "unexpected"}:
            continue
        life = book.workspace.organisation.months(owed.unit, branch.tree.year)
        for name in asked_indicators(book.workspace, owed):
            known = book.workspace.indicators.get(name)
            if known is None or known.is_ratio:
                continue
            given = book.rollup.figures.of(owed.unit, name, "own")
            if owed.period.mask & life & ~months_of(given):
                found.add((owed.unit, name, owed.period))
    return {key for key in found if all(given.period != key[2] for given in book.rollup.figures.of(*key[:2], "own"))}


def yearly(branch: Branch) -> Iterator[Row]:
    """What the year gives, for every unit and indicator about which there is anything to say."""
    for indicator in branch.indicators:
        for unit in branch.units:
            row = _year_of(branch, indicator, branch.book.rollup.total(unit, indicator))
            if row is not None:
                yield row


def _year_of(branch: Branch, indicator: Indicator, total: Total | RatioTotal) -> Row | None:
    book, unit = branch.book, total.unit
    given = sum(len(book.rollup.figures.of(unit, indicator.id, section)) for section in ("own", "consolidated"))
    then = book.last_year.value(unit, indicator) if book.last_year.then.figures.by_unit else None
    expected = unit in book.rollup.expected[indicator.id]
    if not (given or expected or total.coverage.expected or _is_said(total) or then is not None):
        return None
    return {
        "unit": unit,
        "indicator": indicator.id,
        "expected": expected,
        "coverage": CLASS_OF[total.own_state] if expected else None,
        "basis": book.rollup.basis(unit, indicator),
        **exactly("value", book.rollup.value(unit, indicator), f"{unit} {indicator.id}"),
        "n": total.coverage.given,
        "n_expected": total.coverage.expected,
        "stated_up": total.stated_up,
        "given": given,
        **exactly("last_year", then),
        "illustrative": branch.about(unit, indicator),
        "own_state": total.own_state,
        **(_of_ratio(total) if isinstance(total, RatioTotal) else _of_figures(total)),
    }


def _is_said(total: Total | RatioTotal) -> bool:
    """Whether anything came in from the unit's subtree."""
    if isinstance(total, Total):
        amount = total.amount
        return amount.count + amount.nulls > 0 or any(given.state != "absent" for given in (total.own, total.stated))
    return total.entered + total.nulls > 0 or bool(total.no_numerator + total.no_denominator + total.zero_denominator)


def _of_figures(total: Total) -> Row:
    own, stated, amount = total.own, total.stated, total.amount
    return {
        **(exactly("sum", amount.total) if amount.count else {}),
        "count": amount.count,
        **exactly("own", own.value),
        "own_missing": month_names(own.missing) or None,
        "own_reason": next((figure.reason for figure in own.nulls if figure.reason), None),
        "own_covers": covers(own),
        "stated_state": stated.state,
        **exactly("stated", stated.value),
        "stated_covers": covers(stated),
        "comparable": total.comparable,
    }


def _of_ratio(total: RatioTotal) -> Row:
    entered = total.entered > 0
    own = total.own_parts if total.own else (None, None)
    return {
        "count": total.entered,
        **(exactly("numerator", total.numerator) if entered else {}),
        **(exactly("denominator", total.denominator) if entered else {}),
        **exactly("own", own[0]),
        **exactly("own_below", own[1]),
        "own_covers": total.covers_predecessors,
        "stated_state": "whole" if total.stated_up else "absent",
        "stated_covers": False,
        "comparable": True,
    }


def targets(branch: Branch) -> Iterator[Row]:
    """Every target that holds in the year, where it is measured."""
    for unit, name, measured in branch.shares.targets.get(branch.root, ()):
        indicator = branch.book.workspace.indicators[name]
        for position, target in enumerate(measured):
            yield {
                "unit": unit,
                "indicator": name,
                "position": position,
                "plan": target.plan,
                "kind": target.target.kind,
                "bound": target.target.bound,
                **exactly("value", target.value, f"{target.plan} {name}"),
                **exactly("upper", target.upper, f"{target.plan} {name}"),
                **exactly("measured", target.measured),
                "met": target.met,
                "reached": target.reached,
                "members": target.of,
                "illustrative": branch.about(unit, indicator),
            }
