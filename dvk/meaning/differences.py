"""The difference in meaning of two text trees of one document, field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as with_default
from typing import Literal, TypeAlias

from dvk.meaning.pairing import Listed, partners
from dvk.meaning.passages import beginning, passages
from dvk.meaning.shaped import ORDERED, Spot, scalars, top_of
from dvk.textfile import LIST_KEYS, Node, StablePaths, Tree
from dvk.textfile.paths import split_path

How: TypeAlias = Literal["changed", "added", "removed", "order"]
Steps: TypeAlias = tuple[str | int, ...]

_IDS = {"id", "indicator", "model"}
"""Keys by which an entry is known wherever it is named: under another one it is another entry."""
_NULL = "null"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, or one entry of a list, that does not say what it said.

    Args:
        field: its stable field path: in the new document; of what was removed, in the old one.
        old: what was written there, on one line, of a long text the passage that changed; None where nothing was.
        new: what is written there now; likewise.
        how: whether it says something else, was added or removed, or only its entries stand in another order.
        spot: what the schema says of the place.
        before: the node that was there; None also for a null.
        after: the node that is there now.
    """

    field: str
    old: str | None
    new: str | None
    how: How = "changed"
    spot: Spot = with_default(default=Spot("", None), repr=False)
    before: Node = with_default(default=None, repr=False)
    after: Node = with_default(default=None, repr=False)

    @property
    def top(self) -> str:
        """The key of the document that it stands under."""
        return split_path(self.field)[0]


def changes_between(before: Tree, after: Tree, kind: str) -> tuple[FieldChange, ...]:
    """What two versions of a document say differently, in the order of the document.

    Values are compared by what they mean: ``3.000`` and ``3000``, ``27/4/2020`` and ``2020-04-27``, ``yes`` and
    ``có``, a key left out and one that says what holds anyway, a text and the same text in other lines. The order of
    a list counts where it says something (``ORDERED``). An entry that was added or removed is one change, whatever
    stands in it; one that has another id is another entry. So two trees with different fingerprints may have no
    changes: then only the writing differs.

    Args:
        before: the tree of text of the old version.
        after: that of the new one.
        kind: one of ``kinds.KINDS``; keys that its schema does not know are compared as words.
    """
    found = _Comparing(before, after).between((before, ()), (after, ()), top_of(kind))
    return tuple(found)


_At: TypeAlias = tuple[Node, Steps]
"""A node and where it stands in its tree."""


class _Comparing:
    def __init__(self, before: Tree, after: Tree) -> None:
        self._old, self._new = StablePaths(before), StablePaths(after)

    def between(self, old: _At, new: _At, spot: Spot) -> Iterator[FieldChange]:
        """What differs at and below two nodes that stand for each other."""
        if old[0] == new[0]:
            return
        was, now = _alike(old[0], new[0], spot)
        if isinstance(was, dict) and isinstance(now, dict):
            for name in _merged(list(was), list(now)):
                yield from self._under(name, (was, old[1]), (now, new[1]), spot.under(name))
        elif isinstance(was, list) and isinstance(now, list):
            yield from self._lists((was, old[1]), (now, new[1]), spot)
        elif spot.form_of(was) != spot.form_of(now):
            yield self._change(old, new, spot)

    def _under(self, name: str, old: _At, new: _At, spot: Spot) -> Iterator[FieldChange]:
        was, now = (_child(node, name) for node, _ in (old, new))
        nothing_was, nothing_is = (not _has(at[0], name) or spot.says_nothing(_child(at[0], name)) for at in (old, new))
        above, below = (was, (*old[1], name)), (now, (*new[1], name))
        if nothing_was and nothing_is:
            return
        if isinstance(was, list) or isinstance(now, list):
            yield from self.between((was or [], above[1]), (now or [], below[1]), spot)
        elif nothing_was and not _has(old[0], name):
            yield self._added(below, spot)
        elif nothing_is and not _has(new[0], name):
            yield self._removed(above, spot)
        else:
            yield from self.between(above, below, spot)

    def _lists(self, old: _At, new: _At, spot: Spot) -> Iterator[FieldChange]:
        was, now = _items(old[0]), _items(new[0])
        entry = spot.entry()
        found = _partners(was, now, entry)
        if spot.place in ORDERED and [found[at] for at in sorted(found)] != sorted(found.values()):
            yield self._order(old, new, spot)
        for at, to in _in_line(len(was), len(now), found):
            if to is None:
                yield self._removed((was[at or 0], (*old[1], at or 0)), entry)
            elif at is None:
                yield self._added((now[to], (*new[1], to)), entry)
            else:
                yield from self.between((was[at], (*old[1], at)), (now[to], (*new[1], to)), entry)

    def _change(self, old: _At, new: _At, spot: Spot) -> FieldChange:
        was, now = said(old[0], spot), said(new[0], spot)
        if isinstance(old[0], str) and isinstance(new[0], str):
            was, now = passages(old[0], new[0])
        return FieldChange(self._new.path(new[1]), was, now, "changed", spot, old[0], new[0])

    def _added(self, new: _At, spot: Spot) -> FieldChange:
        return FieldChange(self._new.path(new[1]), None, said(new[0], spot), "added", spot, None, new[0])

    def _removed(self, old: _At, spot: Spot) -> FieldChange:
        return FieldChange(self._old.path(old[1]), said(old[0], spot), None, "removed", spot, old[0], None)

    def _order(self, old: _At, new: _At, spot: Spot) -> FieldChange:
        was, now = (" | ".join(said(item, spot.entry()) for item in _items(node)) for node, _ in (old, new))
        return FieldChange(self._new.path(new[1]), beginning(was), beginning(now), "order", spot, old[0], new[0])


def said(node: Node, spot: Spot) -> str:
    """What a node says, on one line, a long text cut; a null as ``null``."""
    return "; ".join(_NULL if text is None else beginning(text) for _, text in scalars(node, spot))


def _alike(was: Node, now: Node, spot: Spot) -> tuple[Node, Node]:
    """What one side writes short is written out where the other is written out."""
    if isinstance(was, str) and isinstance(now, str):
        return was, now
    return spot.whole(was), spot.whole(now)


def _merged(was: Sequence[str], now: Sequence[str]) -> list[str]:
    """The names in the order of the new document, each that is gone behind the one that it stood behind."""
    there, order = set(now), list(now)
    gone: dict[str, list[str]] = {}
    last = ""
    for name in was:
        if name in there:
            last = name
        else:
            gone.setdefault(last, []).append(name)
    return [*gone.get("", []), *(each for name in order for each in (name, *gone.get(name, [])))]


def _in_line(was: int, now: int, found: dict[int, int]) -> Iterator[tuple[int | None, int | None]]:
    """Positions in both lists in the order of the new one, what is gone behind the entry that it stood behind."""
    behind: dict[int, list[int]] = {}
    last = -1
    for at in range(was):
        if at in found:
            last = found[at]
        else:
            behind.setdefault(last, []).append(at)
    back = {to: at for at, to in found.items()}
    yield from ((at, None) for at in behind.get(-1, ()))
    for to in range(now):
        yield back.get(to), to
        yield from ((at, None) for at in behind.get(to, ()))


def _partners(was: Sequence[Node], now: Sequence[Node], entry: Spot) -> dict[int, int]:
    """Which entry is which; those at both ends that were not touched need no look."""
    most = min(len(was), len(now))
    start = next((at for at in range(most) if was[at] != now[at]), most)
    end = next((at for at in range(most - start) if was[-1 - at] != now[-1 - at]), most - start)
    between = [[_listed(item, entry) for item in items[start : len(items) - end]] for items in (was, now)]
    shift = len(now) - len(was)
    found = {at + start: to + start for at, to in partners(*between).items()}
    return found | {at: at for at in range(start)} | {at: at + shift for at in range(len(was) - end, len(was))}


def _listed(item: Node, entry: Spot) -> Listed:
    node = entry.whole(item)
    if not isinstance(node, dict):
        form = entry.form_of(item)
        return Listed(form, form, text=item if isinstance(item, str) else "", fixed=entry.form == "id")
    parts = entry.parts_of(node)
    key = next((key for key in LIST_KEYS if isinstance(node.get(key), str)), "")
    return Listed(tuple(parts.items()), (key, parts.get(key)) if key else None, parts, fixed=key in _IDS)


def _items(node: Node) -> list[Node]:
    return node if isinstance(node, list) else []


def _has(node: Node, name: str) -> bool:
    return isinstance(node, dict) and name in node


def _child(node: Node, name: str) -> Node:
    return node.get(name) if isinstance(node, dict) else None
