"""Two lists of mistakes of one file, before an edit or a change and after it: which of them are new."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from dvk.findings import Mistake

_MOVING = {"first_line"}
_Name: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...]]


def added_mistakes(before: Iterable[Mistake], after: Iterable[Mistake]) -> Iterator[Mistake]:
    """The mistakes of ``after`` beyond those of ``before``, which may have moved with the entries around them."""
    left, gone = _apart(after, Counter(_named(mistake.code, mistake.field, mistake.args) for mistake in before))
    moved: Counter[_Name] = Counter()
    for (code, field, args), count in gone.items():
        moved[code, _key(field), args] += count
    yield from _apart(left, moved, _key)[0]


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


def _key(field: str) -> str:
    """The part of a path behind the last entry that it leads through."""
    return field.rpartition("]")[2] or field
