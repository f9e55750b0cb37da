"""DVK444: illustrative reports among real ones."""

from datetime import date

from dvk.findings import Mistake
from dvk.workspace_checks.books import Books, Found
from dvk.year_tree import Tree


def mixed(books: Books) -> Found:
    """DVK444: the reports that count in one tree of a year are partly illustrative, partly real.

    One finding for each root and year, at the first illustrative report. Plans and registrations play no part.
    """
    for year in books.years:
        root_of = _roots(books.workspace.trees.of(year))
        by_root: dict[str, dict[bool, list[str]]] = {}
        for path, report in books.admission.reports(year).items():
            if report.unit in root_of:
                kinds = by_root.setdefault(root_of[report.unit], {True: [], False: []})
                kinds[report.illustrative].append(path)
        for root, kinds in by_root.items():
            if kinds[True] and kinds[False]:
                path = kinds[True][0]
                args = {
                    "unit": books.name(root, date(year, 12, 31)),
                    "year": str(year),
                    "illustrative": str(len(kinds[True])),
                    "real": str(len(kinds[False])),
                    "first": kinds[False][0],
                }
                yield path, Mistake("DVK444", "illustrative", args)


def _roots(tree: Tree) -> dict[str, str]:
    """The root above each unit of a year's tree."""
    return {unit: root for root in tree.roots for unit in tree.subtree(root)}
