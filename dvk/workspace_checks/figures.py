"""DVK410, DVK411: figures that are not added, and why."""

from dvk.facts import FigureFact, Indicator
from dvk.figures import fits, numbered
from dvk.findings import Mistake
from dvk.vietnamese.numbers import format_number
from dvk.workspace_checks.books import Books, Found

_PLACES = 6
_MARKS = {"percent": " %", "money": " đ"}
"""Decimals of a figure as it was typed, and what stands behind it in its form."""


def given_twice(books: Books) -> Found:
    """DVK410: two reports give the same figure of the same unit and period."""
    for year in books.years:
        for repeated in books.rollup(year).figures.repeated:
            if repeated.path != repeated.first_path:
                args = {
                    "indicator": repeated.key.indicator,
                    "period": str(repeated.key.period),
                    "first": repeated.first_path,
                }
                yield repeated.path, Mistake("DVK410", f"{repeated.field}.value", args)


def forms(books: Books) -> Found:
    """DVK411: three point six houses, đồng for a count."""
    indicators = books.workspace.indicators
    for path, report in books.workspace.reports.items():
        if all(_is_in_form(fact, indicators) for fact in report.figures):
            continue
        for field, fact in numbered(report.figures):
            if fact.value is not None and not _is_in_form(fact, indicators):
                typed = format_number(fact.value, _PLACES) + _MARKS.get(fact.form, "")
                args = {"indicator": fact.indicator, "type": indicators[fact.indicator].type, "typed": typed}
                yield path, Mistake("DVK411", f"{field}.value", args)


def _is_in_form(fact: FigureFact, indicators: dict[str, Indicator]) -> bool:
    """Whether nothing is to be said of its form here: other checks speak of unknown indicators and of ratios."""
    indicator = indicators.get(fact.indicator)
    return indicator is None or indicator.is_ratio or fits(fact, indicator)
