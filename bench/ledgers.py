"""The figures of a made-up country as ledgers: the same values for hledger and for beancount.

Every figure in a report on 2024 becomes a posting to the account of its unit, which stands below its district and
province. A ledger cannot tell a half-year from the year that holds it, so its totals are other ones than dvk's; what is
compared is the work of reading so many values and adding them up a tree.
"""

from collections.abc import Iterator

from country_figures import COUNTED, figures
from country_papers import Paper
from workspaces import Country


def hledger_journal(made: Country) -> Iterator[str]:
    """Give a journal, transaction by transaction."""
    for paper in _reports(made):
        account = paper.unit.folder.replace("/", ":")
        yield f"{paper.due} {paper.period}\n"
        for at, value in enumerate(figures(paper.unit.id, paper.period, made.seed)):
            yield f"    don-vi:{account}  {value} {_commodity(at)}\n"
        yield "    doi-ung\n\n"


def beancount_ledger(made: Country) -> Iterator[str]:
    """Give a ledger: the accounts first, then transaction by transaction."""
    yield "2000-01-01 open Equity:Doi-ung\n"
    for folder in sorted({paper.unit.folder for paper in _reports(made)}):
        yield f"2000-01-01 open Assets:{_account(folder)}\n"
    for paper in _reports(made):
        yield f'{paper.due} * "{paper.period}"\n'
        for at, value in enumerate(figures(paper.unit.id, paper.period, made.seed)):
            yield f"  Assets:{_account(paper.unit.folder)}  {value} {_commodity(at)}\n"
        yield "  Equity:Doi-ung\n\n"


def _reports(made: Country) -> Iterator[Paper]:
    return (paper for paper in made.filings if paper.kind == "report" and paper.year == 2024)  # noqa: PLR2004


def _account(folder: str) -> str:
    return ":".join(part.capitalize() for part in folder.split("/"))


def _commodity(at: int) -> str:
    return COUNTED[at].id.replace("-", "").upper()[:20]
