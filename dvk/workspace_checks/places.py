"""DVK401, DVK423, DVK424: a file stands where nobody looks for it, or where another unit's files are."""

from dvk.facts import Filing, Report
from dvk.findings import Mistake
from dvk.kinds import FOLDERS, KINDS, kind_of
from dvk.periods import is_year_part
from dvk.workspace_checks.books import Books, Found

_READ = tuple(f"{folder}/" for folder in FOLDERS)


def folders(books: Books) -> Found:
    """DVK401: year, folder or file name disagree with the unit and the period inside."""
    organisation = books.workspace.organisation
    for path, filing in books.workspace.filings():
        if filing.unit in organisation.units:
            expected = _expected(path, filing, organisation.folder_of(filing.unit))
            if expected != path:
                field = "period" if _only_the_year_differs(path, expected) else "unit"
                yield path, Mistake("DVK401", field, {"expected": expected})


def _expected(path: str, filing: Filing, folder: str) -> str:
    """Where the file belongs, its own name kept where it may be chosen."""
    name = path.rpartition("/")[2]
    if isinstance(filing, Report):
        period = str(filing.period)
        rest = name.removesuffix(".yaml").removeprefix(period)
        if name == rest + ".yaml" or (rest and not rest.startswith("-")) or is_year_part(rest[1:]):
            name = f"{period}.yaml"
    return f"{KINDS[filing.kind].folder}/{filing.period.year}/{folder}/{name}"


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
    return "wrong_folder" if path.endswith(".yaml") else "wrong_ending"
