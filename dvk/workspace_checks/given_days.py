"""DVK445, DVK446: a plan older than the one above it, and a document sent in on a day that nobody wrote down."""

from dvk.findings import Mistake
from dvk.values import Reference
from dvk.vietnamese.dates import format_date
from dvk.workspace_checks.books import Books, Found


def older_than_superior(books: Books) -> Found:
    """DVK445: a plan is dated before the superior's plan that it carries out."""
    plans = books.workspace.plans
    for path, plan in plans.items():
        superior = plans.get(plan.superior_plan or "")
        if superior is None or superior.issued is None or plan.issued is None or plan.state == "withdrawn":
            continue
        if plan.issued < superior.issued:
            args = {
                "day": format_date(plan.issued),
                "superior": plan.superior_plan or "",
                "limit": format_date(superior.issued),
            }
            yield path, Mistake("DVK445", "date", args)


def never_declared(books: Books) -> Found:
    """DVK446: a filing answers something due on a day that the declared day is compared with, and declares none.

    Not where git is the evidence, where nothing is due on a day, and where nobody asked the unit.
    """
    told: set[str] = set()
    for year in sorted({filing.period.year for _, filing in books.workspace.filings()}):
        for line in books.admission.matrix(year):
            for answer in line.answers:
                filing = books.workspace.filing(answer.path)
                unknown = answer.state == "filed_day_unknown" and answer.receipt.evidence == "not_declared"
                if filing is None or filing.declared or not unknown or not line.owed.due or answer.path in told:
                    continue
                if line.state != "unexpected":
                    told.add(answer.path)
                    reference = Reference(line.owed.plan, line.owed.obligation.id)
                    args = {"obligation": str(reference), "day": format_date(line.owed.due.day)}
                    yield answer.path, Mistake("DVK446", "state", args)
