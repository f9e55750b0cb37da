"""DVK617: a document takes a number that another one was given before, though that one does not have it any more."""

from dvk.changes import Comparison
from dvk.facts import Filing
from dvk.findings import Mistake
from dvk.number_register import Series, are_one_paper, series_of
from dvk.vietnamese.document_number import parse_document_number
from dvk.workspace_checks.books import Found


def used_numbers(comparison: Comparison) -> Found:
    """DVK617: the history of the base knows every number ever given; those in use now are compared by another check."""
    taken = _taken(comparison)
    given = _given(comparison) if taken else {}
    for path, filing in taken.items():
        for other, before in given.get(_place(filing), {}).items():
            if other != path and not _has(comparison, other, filing) and not are_one_paper(before, filing):
                series = series_of(filing)
                args = {"number": filing.number or "", "year": str(series.year), "first": other}
                yield path, Mistake("DVK617", "number", args)
                break


def _taken(comparison: Comparison) -> dict[str, Filing]:
    """The documents of a change that have a number which they had not before."""
    found = {}
    for path in sorted(comparison.paths):
        after, before = comparison.after.filing(path), comparison.before.filing(path)
        if after is not None and after.number is not None and not after.is_draft:
            had = before is not None and not before.is_draft and before.number == after.number
            if not had:
                found[path] = after
    return found


def _given(comparison: Comparison) -> dict[tuple[Series, str], dict[str, Filing]]:
    """Every number that a document of the base's history ever had, with the documents that had it."""
    found: dict[tuple[Series, str], dict[str, Filing]] = {}
    for path, filing in comparison.before.history.filings():
        if filing.number is not None and not filing.is_draft:
            found.setdefault(_place(filing), {}).setdefault(path, filing)
    return found


def _place(filing: Filing) -> tuple[Series, str]:
    return series_of(filing), str(parse_document_number(filing.number or ""))


def _has(comparison: Comparison, path: str, filing: Filing) -> bool:
    """Whether a document still has the number; where the change takes the document away, that alone is told."""
    there = comparison.after.filing(path)
    if there is None:
        return path in comparison.paths
    return not there.is_draft and there.number == filing.number
