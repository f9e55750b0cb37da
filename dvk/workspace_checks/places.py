"""DVK401, DVK423, DVK424: a file stands where nobody looks for it, or where another unit's files are."""

from dvk.facts import Story
from dvk.findings import Mistake
from dvk.kinds import FOLDERS, KINDS, kind_of
from dvk.placing import place_of
from dvk.workspace_checks.books import Books, Found

_READ = tuple(f"{folder}/" for folder in FOLDERS)
_STORIES = f"{KINDS['story'].folder}/"


def folders(books: Books) -> Found:
    """DVK401: year, folder or file name disagree with the unit and the period, or the day, inside."""
    organisation = books.workspace.organisation
    for path, document in books.workspace.documents():
        expected = place_of(path, document, organisation)
        if expected not in {path, None}:
            of_the_year = "date" if isinstance(document, Story) else "period"
            field = of_the_year if _only_the_year_differs(path, expected) else "unit"
            yield path, Mistake("DVK401", field, {"expected": expected})


def _only_the_year_differs(path: str, expected: str) -> bool:
    return path.split("/")[2:-1] == expected.split("/")[2:-1]


def unread_files(books: Books) -> Found:
    """DVK423, DVK424: a file among the documents that is not read as one."""
    for path, entry in books.workspace.snapshot.entries.items():
        if entry.link:
            yield path, Mistake("DVK424")
        elif kind_of(path) is None and path.startswith(_READ) and not path.rpartition("/")[2].startswith("."):
            yield path, Mistake("DVK423", "", {"problem": _problem(path)})


def _problem(path: str) -> str:
    if path.startswith(_STORIES):
        return "wrong_folder" if path.endswith(".md") else "wrong_ending_of_story"
    return "wrong_folder" if path.endswith(".yaml") else "wrong_ending"
