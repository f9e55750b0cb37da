"""Two lists of mistakes of one file, before an edit or a change and after it: which of them are new."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from dvk.findings import Mistake

_MOVING = {"first_line"}
_Name: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...]]


def _nothing_stays(entry: str) -> bool:
    del entry
    return False


def added_mistakes(
    before: Iterable[Mistake], after: Iterable[Mistake], stays: Callable[[str], bool] = _nothing_stays
) -> Iterator[Mistake]:
    """The mistakes of ``after`` beyond those of ``before``, which may have moved with the entries around them.

    Args:
        before: those that were there.
        after: those that are there now.
        stays: whether an entry of a list, ``own[indicator=houses]``, is in the file before and after: a mistake in it
            came from no other one. An entry that is told by its position only may be anywhere.
    """
    left, gone = _apart(after, Counter(_named(mistake.code, mistake.field, mistake.args) for mistake in before))
    moved: Counter[_Name] = Counter()
    for (code, field, args), count in gone.items():
        if not _has_its_place(field, stays):
            moved[code, _key(field), args] += count
    fixed = [mistake for mistake in left if _has_its_place(mistake.field, stays)]
    loose = [mistake for mistake in left if not _has_its_place(mistake.field, stays)]
    yield from fixed
    yield from _apart(loose, moved, _key)[0]


def exactly_added(before: Iterable[Mistake], after: Iterable[Mistake]) -> Iterator[Mistake]:
    """The same of a file that nobody touched, in which no entry moves."""
    yield from _apart(after, Counter(_named(mistake.code, mistake.field, mistake.args) for mistake in before))[0]


def _apart(
    mistakes: Iterable[Mistake], known: Counter[_Name], place: Callable[[str], str] = str
) -> tuple[list[Mistake], Counter[_Name]]:
    """The mistakes that are not known, and the known ones that none of them is."""
    left = []
    for mistake in mistakes:
        name = _named(mistake.code, place(mistake.field), mistake.args)
        if known[name]:
            known[name] -= 1
        else:
            left.append(mistake)
    return left, known


def _named(code: str, field: str, args: Mapping[str, str]) -> _Name:
    return code, field, tuple(sorted((name, text) for name, text in args.items() if name not in _MOVING))


def _has_its_place(field: str, stays: Callable[[str], bool]) -> bool:
    entry = field[: field.rfind("]") + 1]
    return "=" in entry.rpartition("[")[2] and stays(entry)


def _key(field: str) -> str:
    """The part of a path behind the last entry that it leads through."""
    return field.rpartition("]")[2] or field
