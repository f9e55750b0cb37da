"""Coverage: which of the units expected to give an indicator gave it, and how the others stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from dvk.deadlines import FilingLine
from dvk.facts import Indicator
from dvk.obligations import Owed
from dvk.workspace import Workspace
from dvk.yearly import YearState


@dataclass(frozen=True, slots=True)
class Coverage:
    """The expected units of a subtree by class; each unit is in exactly one. Source: rules, “coverage classes”.

    Args:
        whole: a figure for all months of the unit's life in the year.
        null: a null with a reason.
        partial: a figure for some of its months.
        stated_only: nothing of its own, but a stated total for the whole year stands for it.
        missing: nothing.
    """

    whole: tuple[str, ...] = ()
    null: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    stated_only: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def given(self) -> int:
        """n: the units with a complete figure."""
        return len(self.whole)

    @property
    def expected(self) -> int:
        """N: the units expected to give it."""
        return sum(map(len, (self.whole, self.null, self.partial, self.stated_only, self.missing)))

    def by_stated_total(self) -> "Coverage":
        """The same where a stated total for the whole year stands for those that gave nothing."""
        return Coverage(self.whole, self.null, self.partial, self.stated_only + self.missing)


CLASS_OF: dict[YearState, Literal["whole", "null", "partial", "missing"]] = {
    "whole": "whole",
    "null": "null",
    "partial": "partial",
    "absent": "missing",
}
"""The class of an expected unit by its own figure."""
NONE_EXPECTED = Coverage()
_SEVERAL = 2


def coverage_of(unit: str, state: YearState) -> Coverage:
    """The coverage of one expected unit by its own figure."""
    return Coverage(**{CLASS_OF[state]: (unit,)})


@dataclass(frozen=True)
class Coverages:
    """The coverages of one roll-up, each made once: of most indicators the same units gave the same."""

    _single: dict[tuple[str, YearState], Coverage] = field(default_factory=dict)
    _joined: dict[tuple[int, ...], tuple[list[Coverage], Coverage]] = field(default_factory=dict)

    def of(self, unit: str, state: YearState) -> Coverage:
        """The coverage of one expected unit by its own figure."""
        key = (unit, state)
        if key not in self._single:
            self._single[key] = coverage_of(unit, state)
        return self._single[key]

    def joined(self, parts: Iterable[Coverage]) -> Coverage:
        """The coverage of several subtrees together."""
        filled = [part for part in parts if part is not NONE_EXPECTED]
        if len(filled) < _SEVERAL:
            return filled[0] if filled else NONE_EXPECTED
        key = tuple(map(id, filled))  # kept beside the result, so that no other can get the same id
        if key not in self._joined:
            self._joined[key] = filled, _together(filled)
        return self._joined[key][1]


def _together(parts: list[Coverage]) -> Coverage:
    return Coverage(
        tuple(chain.from_iterable([part.whole for part in parts])),
        tuple(chain.from_iterable([part.null for part in parts])),
        tuple(chain.from_iterable([part.partial for part in parts])),
        tuple(chain.from_iterable([part.stated_only for part in parts])),
        tuple(chain.from_iterable([part.missing for part in parts])),
    )


def expected_units(workspace: Workspace, matrix: Iterable[FilingLine]) -> dict[str, set[str]]:
    """The units expected to give each indicator, from the report obligations of a year.

    An obligation asks for the indicators that it lists, else for those that its plan lists, else for the whole
    catalogue; a ratio is asked where it or a part of it is. Source: rules, “expected to give”.
    """
    expected: dict[str, set[str]] = {indicator: set() for indicator in workspace.indicators}
    for line in matrix:
        if line.owed.obligation.kind == "report" and line.state not in {"waived", "unexpected"}:
            for name in asked_indicators(workspace, line.owed):
                if name in expected:
                    expected[name].add(line.owed.unit)
    for indicator in workspace.indicators.values():
        if indicator.is_ratio:
            expected[indicator.id] |= _asked_for_a_part(expected, indicator)
    return expected


def asked_indicators(workspace: Workspace, owed: Owed) -> Iterable[str]:
    """The indicators that a report obligation asks for: its own list, its plan's, or the whole catalogue."""
    return owed.obligation.indicators or workspace.plans[owed.plan].indicators or workspace.indicators


def _asked_for_a_part(expected: dict[str, set[str]], ratio: Indicator) -> set[str]:
    return expected.get(ratio.numerator or "", set()) | expected.get(ratio.denominator or "", set())
