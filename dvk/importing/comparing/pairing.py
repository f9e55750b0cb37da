"""Which entry of a list of the document is which of the paper's."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from dvk.importing.comparing.nodes import Said, Tree, forms
from dvk.meaning.pairing import Listed, partners

_NAMES = ("number", "indicator", "title", "name", "unit", "units", "field", "source", "stage", "task", "work", "kind")
"""Keys that name an entry, the most telling first."""

Pair: TypeAlias = "tuple[Tree | None, Tree | None]"


def paired(ours: Sequence[Tree], theirs: Sequence[Tree]) -> Iterator[Pair]:
    """Pairs in the order of ours, what only the other list has last; None for what one of them lacks."""
    found = partners([_listed(tree) for tree in ours], [_listed(tree) for tree in theirs])
    for place, entry in enumerate(ours):
        yield entry, theirs[found[place]] if place in found else None
    taken = set(found.values())
    yield from ((None, entry) for place, entry in enumerate(theirs) if place not in taken)


def _listed(tree: Tree) -> Listed:
    if not isinstance(tree, dict):
        return Listed(forms(tree), text=tree.text if isinstance(tree, Said) else "")
    name = next(((key, forms(tree[key])) for key in _NAMES if key in tree), None)
    return Listed(forms(tree), name, {key: forms(item) for key, item in tree.items()})
