"""Which entry of one list is which of another: the same words, then the same name, then what is most alike."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_ALIKE = 0.5
_TEXTS_ALIKE = 1 / 3
"""Of three letters in a row, how many two texts share at least; two of one office that say different things do not."""
_MOST_COMPARED = 40
"""Entries of which the most alike are sought; beyond it, they are told apart by words and names alone."""
_BEGINNING = 200
"""Letters of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list, as far as pairing looks at it.

    Args:
        form: what it says, in a form in which two that say the same are equal.
        name: what names it; None for an entry that has no name.
        parts: of a mapping, the form under each key.
        text: of a scalar, its text.
        fixed: its name is an id: an entry of another name is another one, however alike.
    """

    form: Hashable
    name: Hashable | None = None
    parts: Mapping[str, Hashable] = field(default_factory=dict)
    text: str = ""
    fixed: bool = False


def partners(ours: Sequence[Listed], theirs: Sequence[Listed]) -> dict[int, int]:
    """The position in ``theirs`` of every entry of ``ours`` that has a partner there."""
    found = _ends(ours, theirs)
    _pair(ours, theirs, found, lambda entry: entry.form)
    _pair(ours, theirs, found, lambda entry: entry.name)
    _pair_alike(ours, theirs, found)
    return found


def _ends(ours: Sequence[Listed], theirs: Sequence[Listed]) -> dict[int, int]:
    """The entries at the beginning and at the end that say the same."""
    most = min(len(ours), len(theirs))
    start = next((at for at in range(most) if ours[at].form != theirs[at].form), most)
    most -= start
    end = next((at for at in range(most) if ours[-1 - at].form != theirs[-1 - at].form), most)
    shift = len(theirs) - len(ours)
    return {at: at for at in range(start)} | {at: at + shift for at in range(len(ours) - end, len(ours))}


def _pair(
    ours: Sequence[Listed],
    theirs: Sequence[Listed],
    found: dict[int, int],
    said: Callable[[Listed], Hashable | None],
) -> None:
    """Entries of which one thing is the same, each with the first that is still free."""
    free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for at in _left(theirs, found.values()):
        free[said(theirs[at])].append(at)
    for at in _left(ours, found):
        wanted = said(ours[at])
        if wanted is not None and free[wanted]:
            found[at] = free[wanted].popleft()


def _pair_alike(ours: Sequence[Listed], theirs: Sequence[Listed], found: dict[int, int]) -> None:
    """The rest by how much they have in common, the most first."""
    rest = [at for at in _left(ours, found) if not ours[at].fixed]
    free = [at for at in _left(theirs, found.values()) if not theirs[at].fixed]
    if len(rest) * len(free) > _MOST_COMPARED**2:
        return
    mine, yours = [(at, _said(ours[at])) for at in rest], [(at, _said(theirs[at])) for at in free]
    alike = ((-one.likeness(other), at, to) for at, one in mine for to, other in yours)
    taken: set[int] = set()
    for _, at, to in sorted(pair for pair in alike if pair[0]):
        if at not in found and to not in taken:
            found[at] = to
            taken.add(to)


def _left(entries: Sequence[Listed], found: Iterable[int]) -> list[int]:
    taken = set(found)
    return [at for at in range(len(entries)) if at not in taken]


@dataclass(frozen=True, slots=True)
class _Said:
    """What an entry says in pieces, made once: it is held against many."""

    keys: frozenset[str]
    parts: frozenset[tuple[str, Hashable]]
    letters: frozenset[str]

    def likeness(self, other: "_Said") -> float:
        """How much of it both say, up to 1; 0 where that is too little for them to be one entry."""
        share, least = 0.0, _TEXTS_ALIKE
        if self.parts and other.parts:
            share, least = len(self.parts & other.parts) / len(self.keys | other.keys), _ALIKE
        elif self.letters and other.letters:
            share = 2 * len(self.letters & other.letters) / (len(self.letters) + len(other.letters))
        return share if share >= least else 0.0


def _said(entry: Listed) -> _Said:
    text = f" {entry.text[:_BEGINNING]} " if entry.text else ""
    letters = frozenset(text[at : at + 3] for at in range(len(text) - 2))
    return _Said(frozenset(entry.parts), frozenset(entry.parts.items()), letters)
