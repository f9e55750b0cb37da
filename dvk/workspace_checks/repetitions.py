"""DVK442, DVK443: a report that is last year's once more, in its words or in its figures."""

from collections.abc import Hashable, Iterator
from typing import TypeAlias

from dvk.facts import Report
from dvk.findings import Mistake
from dvk.periods import Period
from dvk.workspace_checks.books import Books, Found

_FEWEST = 3
"""Figures other than zero that have to agree: one or two may well be the same in two years."""
_Told: TypeAlias = tuple[str, Hashable]
"""What a report says, in which way."""


def as_last_year(books: Books) -> Found:
    """DVK442, DVK443: a report has the text, or all the figures, of the same months of the year before."""
    filed: dict[tuple[str, Period], list[tuple[str, Report]]] = {}
    for path, report in books.workspace.reports.items():
        if not (report.is_draft or report.is_withdrawn):
            filed.setdefault((report.unit, report.period), []).append((path, report))
    for (unit, period), reports in filed.items():
        before = Period(period.year - 1, period.first, period.last)
        earlier = filed.get((unit, before))
        first = _first_to_tell(earlier) if earlier else {}
        for path, report in reports if first else ():
            for told in _told(report):
                if told in first:
                    yield path, Mistake(told[0], "period", {"first": first[told], "period": str(before)})


def _first_to_tell(reports: list[tuple[str, Report]]) -> dict[_Told, str]:
    """What reports say → the first that says it."""
    first: dict[_Told, str] = {}
    for path, report in reports:
        for told in _told(report):
            first.setdefault(told, path)
    return first


def _told(report: Report) -> Iterator[_Told]:
    """What is compared of a report: the digest of its text, and its figures if there are enough of them."""
    if report.words:
        yield "DVK442", report.words
    figures = frozenset((figure.section, figure.indicator, figure.value) for figure in report.figures)
    if sum(bool(value) for _, _, value in figures) >= _FEWEST:
        yield "DVK443", figures
