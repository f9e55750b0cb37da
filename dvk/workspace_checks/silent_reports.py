"""DVK434: a report that does not say what it answers, so that its unit still counts as not having filed."""

from dvk.findings import Mistake
from dvk.periods import Period
from dvk.values import Reference
from dvk.workspace_checks.books import Books, Found


def answers_nothing(books: Books) -> Found:
    """DVK434: a report answers no obligation, and plans ask its unit for a report of that period.

    What another report of the unit answers is left out, and what the unit need not file; so are all units with a file
    that cannot be read. A draft is named, too: whoever forgets now forgets when it is sent.
    """
    told = _told(books)
    asked: dict[int, dict[tuple[str, Period], list[Reference]]] = {}
    for path, report in books.workspace.reports.items():
        year, mine = report.period.year, (report.unit, report.period)
        if report.answers or report.is_withdrawn or books.workspace.unread_of(report.unit, year):
            continue
        if year not in asked:
            asked[year] = _asked(books, year)
        left = [str(reference) for reference in asked[year].get(mine, ()) if (*mine, reference) not in told]
        if left:
            args = {"period": str(report.period), "references": ", ".join(left)}
            yield path, Mistake("DVK434", "period", args)


def _told(books: Books) -> set[tuple[str, Period, Reference]]:
    """What reports say that they answer, each with unit and period."""
    standing = (report for report in books.workspace.reports.values() if not report.is_withdrawn)
    return {(report.unit, report.period, reference) for report in standing for reference in report.answers}


def _asked(books: Books, year: int) -> dict[tuple[str, Period], list[Reference]]:
    """The reports that units owe for periods of a year, by unit and period."""
    found: dict[tuple[str, Period], list[Reference]] = {}
    for line in books.admission.matrix(year):
        owed, reference = line.owed, Reference(line.owed.plan, line.owed.obligation.id)
        if owed.obligation.kind != "report" or line.state == "unexpected" or owed.waiver is not None:
            continue
        # The second of two obligations of one id cannot be answered.
        if books.workspace.obligation(reference) is owed.obligation:
            found.setdefault((owed.unit, owed.period), []).append(reference)
    return found
