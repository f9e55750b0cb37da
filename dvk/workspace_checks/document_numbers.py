"""DVK429: one number of a document stands for two documents."""

from dvk.facts import Filing, Plan
from dvk.findings import Mistake
from dvk.workspace_checks.books import Books, Found

_Series = tuple[str, str, int, str]
"""What a number belongs to: the unit, the type of a plan, the year in which it was given; and the number itself."""


def used_twice(books: Books) -> Found:
    """DVK429: a unit gives one number twice in a year: to two plans of a type, or to registrations and reports.

    A draft has no number yet, whatever was copied into it. A withdrawn document keeps its number in the book, so that
    no other one gets it; but the same paper of the same day, put down anew at its right place, is no other one.
    """
    holders: dict[_Series, list[tuple[str, Filing]]] = {}
    for path, filing in sorted(books.workspace.filings(), key=_without_ending):
        if filing.number is None or filing.is_draft:
            continue
        before = holders.setdefault(_series(filing, filing.number), [])
        first = next((other_path for other_path, other in before if not _are_one_paper(other, filing)), None)
        if first is not None:
            day = filing.issued or filing.period.end
            args = {
                "number": filing.number,
                "unit": books.name(filing.unit, day),
                "year": str(_year(filing)),
                "first": first,
            }
            yield path, Mistake("DVK429", "number", args)
        before.append((path, filing))


def _without_ending(item: tuple[str, Filing]) -> str:
    """The path as a person reads it, so that ``ke-hoach - Copy.yaml`` comes after ``ke-hoach.yaml``."""
    return item[0].removesuffix(".yaml")


def _series(filing: Filing, number: str) -> _Series:
    return filing.unit, filing.type if isinstance(filing, Plan) else "", _year(filing), number


def _year(filing: Filing) -> int:
    """The year of its date; a document without one is taken for one of its period's year."""
    return filing.issued.year if filing.issued else filing.period.year


def _are_one_paper(first: Filing, second: Filing) -> bool:
    is_replaced = first.is_withdrawn or second.is_withdrawn
    return is_replaced and first.issued is not None and first.issued == second.issued
