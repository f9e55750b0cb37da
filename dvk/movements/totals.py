"""Which totals of a year move from what to what, at each level of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from dvk.facts import Exact
from dvk.movements.standings import MODEL_COUNTS, Standing, YearSide


@dataclass(frozen=True, slots=True)
class Movement:
    """An indicator, or a count of models, in one unit: before and after.

    Args:
        year: the year.
        unit: the unit.
        name: the indicator, or a count of models such as ``models.registered``.
        level: how many units stand above it: 0 for a root.
        before: how it stood.
        after: how it stands.
    """

    year: int
    unit: str
    name: str
    level: int
    before: Standing
    after: Standing

    @property
    def is_of_value(self) -> bool:
        """Whether the figure itself moves, not only what it stands on."""
        return self.before.value != self.after.value

    @property
    def change(self) -> Exact | None:
        """What the figure gains, less than 0 for a loss; ``None`` where one side has none."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value

    @property
    def moves(self) -> bool:
        """Whether anything differs that is shown for it; who is expected where there is no figure yet is not."""
        was, now = self.before, self.after
        if (was.value, was.basis, was.illustrative) != (now.value, now.basis, now.illustrative):
            return True
        return was.basis is not None and (was.given, was.expected) != (now.given, now.expected)


def movements(before: YearSide, after: YearSide) -> list[Movement]:
    """Everything that moves in a year: by indicator in the order of the catalogue, each unit before the one above."""
    units = list(_upwards(before, after))
    names = names_of(before, after)
    found = (
        Movement(after.rollup.year, unit, name, level, before.standing(unit, name), after.standing(unit, name))
        for name in names
        for unit, level in units
    )
    return [movement for movement in found if movement.moves]


def names_of(before: YearSide, after: YearSide) -> list[str]:
    """The indicators of both sides, those of the later one first, and the counts of models."""
    return list(dict.fromkeys([*after.rollup.workspace.indicators, *before.rollup.workspace.indicators, *MODEL_COUNTS]))


def _upwards(before: YearSide, after: YearSide) -> Iterator[tuple[str, int]]:
    """Every unit of both trees with its level, each after all below it; those that are no more come last."""
    now, was = after.rollup.tree, before.rollup.tree
    for tree, known in ((now, frozenset[str]()), (was, frozenset(now.parents))):
        for root in tree.roots:
            yield from ((unit, level) for unit, level in _from_below(tree.children, root) if unit not in known)


def _from_below(children: dict[str, tuple[str, ...]], top: str) -> Iterator[tuple[str, int]]:
    """A subtree, what is below a unit right before it."""
    waiting = [(top, 0, False)]
    while waiting:
        unit, level, is_done = waiting.pop()
        below = children.get(unit, ())
        if is_done or not below:
            yield unit, level
            continue
        waiting.append((unit, level, True))
        waiting += [(child, level + 1, False) for child in reversed(below)]
