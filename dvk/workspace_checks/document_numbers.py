"""DVK429: one number of a document stands for two documents."""

from collections.abc import Iterable

from dvk.facts import Plan
from dvk.findings import Mistake
from dvk.number_register import Entry, NumberRegister, are_one_paper
from dvk.workspace_checks.books import Books, Found


def used_twice(books: Books) -> Found:
    """DVK429: a unit gives one number twice in a year: to two plans of a type, or to registrations and reports.

    A draft has no number yet, whatever was copied into it. A withdrawn document keeps its number in the book, so that
    no other one gets it; but the same paper of the same day, put down anew at its right place, is no other one.
    """
    for series, entries in NumberRegister(books.workspace).series.items():
        for entry, first in _repeated(entries):
            day = entry.filing.issued or entry.filing.period.end
            args = {
                "number": str(entry.number),
                "unit": books.name(series.unit, day),
                "year": str(series.year),
                "first": first.path,
            }
            yield entry.path, Mistake("DVK429", "number", args)


def _repeated(entries: Iterable[Entry]) -> Iterable[tuple[Entry, Entry]]:
    """Each document whose whole number an earlier one has, with the first of these; a plan may be a filing as well."""
    holders: dict[tuple[str, bool], list[Entry]] = {}
    for entry in entries:
        if entry.filing.is_draft:
            continue
        before = holders.setdefault((str(entry.number), isinstance(entry.filing, Plan)), [])
        first = next((other for other in before if not are_one_paper(other.filing, entry.filing)), None)
        if first is not None:
            yield entry, first
        before.append(entry)
