"""Names as people write them: when two are one, and which id a word that leads nowhere may mean."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from dvk.facts import Department, Indicator, Term, Unit
from dvk.vietnamese.text import fold, nearest, slug

_MOST = 3
_MOST_SOUGHT = 20
_MOST_COMPARED = 120_000
MOST_ASKED = 100
"""Different words of one file for which something near is looked for."""


class FreeIds:
    """Gives ids that are not taken: as wanted, else with the first number that is free, ``-2``, ``-3``.

    Args:
        taken: the ids that are there already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """An id of this name; it is taken from then on."""
        found, number = wanted, self._next.get(wanted, 2)
        while found in self._taken:
            found, number = f"{wanted}-{number}", number + 1
        self._next[wanted] = number
        self._taken.add(found)
        return found


def names_of(record: object) -> tuple[str, ...]:
    """The names of a record, the newest last; none of what is known by its id alone."""
    if isinstance(record, Unit):
        return tuple(name.value for name in record.names)
    if isinstance(record, Indicator | Term):
        return (record.name_en, record.name)
    return (record.name,) if isinstance(record, Department) else ()


def nearest_known(typed: str, among: Iterable[str]) -> list[str]:
    """The ids that look most like what was typed, or whose names do, the nearest first; each with its name.

    Accents, case and hyphens do not count. Where something is called just as it was typed, nothing else is given.

    Args:
        typed: what was typed.
        among: the ids, or a mapping of them to their records, which may have names.
    """
    records: Mapping[str, object] = among if isinstance(among, Mapping) else dict.fromkeys(among)
    return _nearest_called(typed, records, _called(records))


def _nearest_called(typed: str, records: Mapping[str, object], called: Mapping[str, list[str]]) -> list[str]:
    wanted = slug(typed)
    spellings = (wanted,) if wanted in called else nearest(wanted, called, most=2 * _MOST)
    found = dict.fromkeys(known for spelling in spellings for known in called[spelling])
    return [_shown(known, records[known]) for known in list(found)[:_MOST]]


def _called(records: Mapping[str, object]) -> dict[str, list[str]]:
    """The ids behind each spelling."""
    called: dict[str, list[str]] = {}
    for spelling, known in _spellings(records):
        called.setdefault(spelling, []).append(known)
    return called


def _spellings(records: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Each way to write an id, and the id: ids first, so that they win over names."""
    yield from ((slug(known), known) for known in records)
    yield from ((slug(name), known) for known, record in records.items() for name in names_of(record))


def _shown(known: str, record: object) -> str:
    names = names_of(record)
    return f"{known} ({names[-1]})" if names else known


def compared(name: str) -> str:
    """A name without what offices type differently: accents, case, spaces, quotes, hyphens and other punctuation.

    A name of nothing but such signs is compared as it stands.
    """
    folded = fold(name)
    if folded.replace(" ", "").isalnum():
        return folded
    plain = "".join(" " if unicodedata.category(sign)[0] in "PZ" else sign for sign in folded)
    return " ".join(plain.split()) or folded


class Known:
    """The ids that there are, and an answer to one that is none of them.

    Each name is looked for once, and no more than twenty of them, fewer among tens of thousands: where so many are
    unknown, nobody mistyped them, a file is missing, and the search would take minutes.
    """

    def __init__(self, among: Collection[str]) -> None:
        self._among = among
        self._answers: dict[str, list[str]] = {}

    def __contains__(self, typed: object) -> bool:
        return typed in self._among

    def near(self, typed: str, besides: str = "") -> str:
        """The nearest ids, ``an-lac (Xã An Lạc) / an-loc (Xã An Lộc)``, without one; "" where nothing is near."""
        if typed not in self._answers and len(self._answers) < self._most:
            self._answers[typed] = _nearest_called(typed, self._records, self._called)
        return " / ".join(shown for shown in self._answers.get(typed, ()) if shown != besides)

    @cached_property
    def _most(self) -> int:
        return min(_MOST_SOUGHT, 1 + _MOST_COMPARED // (len(self._called) + 1))

    @cached_property
    def _records(self) -> Mapping[str, object]:
        return self._among if isinstance(self._among, Mapping) else dict.fromkeys(self._among)

    @cached_property
    def _called(self) -> dict[str, list[str]]:
        return _called(self._records)


class Nearest:
    """`nearest` for all that is wrong in one file: each word is looked for once, and no more than a hundred of them."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def __call__(self, typed: str, choices: Iterable[str]) -> tuple[str, ...]:
        """The choices that look most like what was typed; none where nothing is near, or too much was asked before."""
        asked = typed, tuple(choices)
        if asked not in self._answers and len(self._answers) < MOST_ASKED:
            self._answers[asked] = nearest(*asked)
        return self._answers.get(asked, ())
