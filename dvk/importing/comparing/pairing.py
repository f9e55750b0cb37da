"""Which entry of one list is which of another: the same words, then the same name, then what is most alike."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from dvk.importing.comparing.nodes import Said, Tree, forms

_NAMES = ("number", "indicator", "title", "name", "unit", "units", "field", "source", "stage", "task", "work", "kind")
"""Keys that name an entry, the most telling first."""
_ALIKE = 0.5
_MOST_COMPARED = 200
"""Entries of which the most alike are sought; beyond it, they are told apart by words and names alone."""

Pair: TypeAlias = "tuple[Tree | None, Tree | None]"


def paired(ours: Sequence[Tree], theirs: Sequence[Tree]) -> Iterator[Pair]:
    """Pairs in the order of ours, what only the other list has last; None for what one of them lacks."""
    partner: dict[int, int] = {}
    _pair_equal(ours, theirs, partner)
    for alike in (_same_entry, _same_name):
        _pair(ours, theirs, partner, alike)
    _pair_alike(ours, theirs, partner)
    for place, entry in enumerate(ours):
        yield entry, theirs[partner[place]] if place in partner else None
    taken = set(partner.values())
    yield from ((None, entry) for place, entry in enumerate(theirs) if place not in taken)


def _pair_equal(ours: Sequence[Tree], theirs: Sequence[Tree], partner: dict[int, int]) -> None:
    """Entries that say the same, as far as they follow each other in both."""
    matcher = SequenceMatcher(None, [forms(tree) for tree in ours], [forms(tree) for tree in theirs], autojunk=False)
    for start, from_, size in matcher.get_matching_blocks():
        partner.update({start + number: from_ + number for number in range(size)})


def _pair(ours: Sequence[Tree], theirs: Sequence[Tree], partner: dict[int, int], alike: object) -> None:
    free = {place: alike(theirs[place]) for place in range(len(theirs)) if place not in partner.values()}  # type: ignore[operator]
    for place in range(len(ours)):
        wanted = None if place in partner else alike(ours[place])  # type: ignore[operator]
        found = next((other for other, said in free.items() if said == wanted), None) if wanted is not None else None
        if found is not None:
            partner[place] = found
            del free[found]


def _same_entry(tree: Tree) -> object:
    return forms(tree)


def _same_name(tree: Tree) -> object:
    """What names an entry; None for one that has no name."""
    if not isinstance(tree, dict):
        return None
    return next(((key, forms(tree[key])) for key in _NAMES if key in tree), None)


def _pair_alike(ours: Sequence[Tree], theirs: Sequence[Tree], partner: dict[int, int]) -> None:
    """The rest by how much they have in common, the most first."""
    rest = [place for place in range(len(ours)) if place not in partner]
    taken = set(partner.values())
    free = [place for place in range(len(theirs)) if place not in taken]
    if len(rest) * len(free) > _MOST_COMPARED**2:
        return
    found = sorted((-_likeness(ours[one], theirs[other]), one, other) for one in rest for other in free)
    for likeness, one, other in found:
        if -likeness >= _ALIKE and one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)


def _likeness(one: Tree, other: Tree) -> float:
    if isinstance(one, Said) and isinstance(other, Said):
        return SequenceMatcher(None, one.text[:_MOST_COMPARED], other.text[:_MOST_COMPARED], autojunk=False).ratio()
    if isinstance(one, dict) and isinstance(other, dict):
        keys = {**one, **other}
        same = sum(key in one and key in other and forms(one[key]) == forms(other[key]) for key in keys)
        return same / len(keys) if keys else 1.0
    return 0.0
