"""DVK401, DVK423, DVK424: a file stands where nobody looks for it, or where another unit's files are."""

from dvk.facts import Filing, Report, Story
from dvk.findings import Mistake
from dvk.kinds import FOLDERS, KINDS, kind_of
from dvk.periods import is_year_part
from dvk.workspace_checks.books import Books, Found

_READ = tuple(f"{folder}/" for folder in FOLDERS)
_STORIES = f"{KINDS['story'].folder}/"


def folders(books: Books) -> Found:
    """DVK401: year, folder or file name disagree with the unit and the period, or the day, inside."""
    organisation = books.workspace.organisation
    for path, document in books.workspace.documents():
        if document.unit in organisation.units:
            expected = _expected(path, document, organisation.folder_of(document.unit))
            if expected != path:
                of_the_year = "date" if isinstance(document, Story) else "period"
                field = of_the_year if _only_the_year_differs(path, expected) else "unit"
                yield path, Mistake("DVK401", field, {"expected": expected})


def _expected(path: str, document: Filing | Story, folder: str) -> str:
    """Where the file belongs, its own name kept where it may be chosen."""
    name = path.rpartition("/")[2]
    if isinstance(document, Story):
        return f"{_STORIES}{document.day.year}/{folder}/{name}"
    if isinstance(document, Report):
        period = str(document.period)
        rest = name.removesuffix(".yaml").removeprefix(period)
        if name == rest + ".yaml" or (rest and not rest.startswith("-")) or is_year_part(rest[1:]):
            name = f"{period}.yaml"
    return f"{KINDS[document.kind].folder}/{document.period.year}/{folder}/{name}"


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
