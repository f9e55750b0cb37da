"""DVK442, DVK443: a report that is last year's once more, in its words or in its figures."""

from collections.abc import Hashable, Iterator
from typing import TypeAlias

from dvk.facts import Report
from dvk.findings import Mistake
from dvk.periods import Period
from dvk.workspace_checks.books import Books, Found

_FEWEST = 3
"""Figures other than zero that have to agree: one or two may well be the same in two years."""
_Told: TypeAlias = tuple[str, str, Period, Hashable]
"""What a report says in which way, of which unit and period."""


def as_last_year(books: Books) -> Found:
    """DVK442, DVK443: a report has the text, or all the figures, of the same months of the year before."""
    first: dict[_Told, str] = {}
    filed = [(p, r) for p, r in books.workspace.reports.items() if not (r.is_draft or r.is_withdrawn)]
    for path, report in filed:
        for told in _told(report, report.period):
            first.setdefault(told, path)
    for path, report in filed:
        before = Period(report.period.year - 1, report.period.first, report.period.last)
        for told in _told(report, before):
            if told in first:
                yield path, Mistake(told[0], "period", {"first": first[told], "period": str(before)})


def _told(report: Report, period: Period) -> Iterator[_Told]:
    """What is compared of a report: the digest of its text, and its figures if there are enough of them."""
    if report.words:
        yield "DVK442", report.unit, period, report.words
    figures = frozenset((figure.section, figure.indicator, figure.value) for figure in report.figures)
    if sum(bool(value) for _, _, value in figures) >= _FEWEST:
        yield "DVK443", report.unit, period, figures
