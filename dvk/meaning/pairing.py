"""Which entry of one list is which of another: the same words, then the same name, then what is most alike."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_ALIKE = 0.5
_MOST_COMPARED = 200
"""Entries of which the most alike are sought; beyond it, they are told apart by words and names alone."""


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
    rest, free = _left(ours, found), _left(theirs, found.values())
    if len(rest) * len(free) > _MOST_COMPARED**2:
        return
    alike = ((_likeness(ours[one], theirs[other]), one, other) for one in rest for other in free)
    taken: set[int] = set()
    for likeness, one, other in sorted(alike, key=lambda pair: (-pair[0], *pair[1:])):
        if likeness >= _ALIKE and one not in found and other not in taken:
            found[one] = other
            taken.add(other)


def _left(entries: Sequence[Listed], found: Iterable[int]) -> list[int]:
    taken = set(found)
    return [at for at in range(len(entries)) if at not in taken]


def _likeness(one: Listed, other: Listed) -> float:
    if one.fixed or other.fixed:
        return 0.0
    if one.parts and other.parts:
        keys = {**one.parts, **other.parts}
        same = sum(key in one.parts and key in other.parts and one.parts[key] == other.parts[key] for key in keys)
        return same / len(keys)
    if one.text and other.text:
        return SequenceMatcher(None, one.text[:_MOST_COMPARED], other.text[:_MOST_COMPARED], autojunk=False).ratio()
    return 0.0
