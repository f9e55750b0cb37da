"""Whether the units below a unit have been approved for a period: what its own approval waits for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

from dvk.cascade.way import Filed, suspect_stamps
from dvk.facts import FilingKind
from dvk.obligations import Owed
from dvk.periods import Period
from dvk.values import Reference
from dvk.workspace import Workspace

DONE = frozenset({"approved", "published"})
_Asked: TypeAlias = tuple[FilingKind, Period, str]
_Answered: TypeAlias = tuple[FilingKind, Period, str, Reference]


@dataclass(frozen=True, slots=True)
class Lacking:
    """A unit below that is not approved.

    Args:
        unit: which.
        state: the state of its document; ``overdue`` where it has filed none, ``changed_since`` where it was changed
            after its approval.
        path: its document, if there is one.
    """

    unit: str
    state: str
    path: str | None = None


@dataclass
class Approvals:
    """What the units of a workspace were asked for, and how far it has come; each year is looked through once."""

    workspace: Workspace
    _years: dict[int, dict[_Asked, list[Owed]]] = field(default_factory=dict, repr=False)

    def lacking(self, filing: Filed, instead: Mapping[str, Filed]) -> list[Lacking]:
        """The units below that owe the like for the same period and are not approved, in the order of their files.

        Args:
            filing: the document that is to be approved.
            instead: documents as they would be, by path, where they are not as in the workspace.
        """
        found: dict[str, Lacking] = {}
        for owed in self.expected(filing):
            answers = ((path, instead.get(path, known)) for path, known in self.answers(owed))
            lacking = _lacking(owed.unit, answers)
            if lacking is not None:
                found.setdefault(owed.unit, lacking)
        return list(found.values())

    def expected(self, filing: Filed, by: date | None = None) -> list[Owed]:
        """What the nearest units below owe of the same kind for the same period.

        Of units one above the other only the highest counts: it answers for those below it. A waived one does not
        count, but those below it do.

        Args:
            filing: the document of the unit above them.
            by: only what plans ask that held by then.
        """
        year = filing.period.year
        if year not in self._years:
            self._years[year] = self._responsible(year)
        found = self._years[year].get((filing.kind, filing.period, filing.unit), [])
        return [owed for owed in found if by is None or self._held(owed, by)]

    def answers(self, owed: Owed) -> Iterator[tuple[str, Filed]]:
        """The documents that answer what a unit owes, none that was withdrawn."""
        reference = Reference(owed.plan, owed.obligation.id)
        yield from self._answers.get((owed.obligation.kind, owed.period, owed.unit, reference), [])

    def _held(self, owed: Owed, by: date) -> bool:
        start, _ = self.workspace.orders.holds(owed.plan)
        return start is not None and start <= by

    def _responsible(self, year: int) -> dict[_Asked, list[Owed]]:
        """What is owed in a year by the units that look after it: those above, up to the first that owes it, too."""
        owed = [item for item in self.workspace.orders.owed(year) if item.waiver is None]
        asked = {(item.obligation.kind, item.period, item.unit) for item in owed}
        found: dict[_Asked, list[Owed]] = {}
        for item in owed:
            for above in self.workspace.organisation.above_on(item.unit, item.reference):
                key = (item.obligation.kind, item.period, above)
                found.setdefault(key, []).append(item)
                if key in asked:
                    break
        return found

    @cached_property
    def _answers(self) -> dict[_Answered, list[tuple[str, Filed]]]:
        found: dict[_Answered, list[tuple[str, Filed]]] = {}
        for filings in (self.workspace.registrations, self.workspace.reports):
            for path, filing in filings.items():
                for reference in () if filing.is_withdrawn else filing.answers:
                    key = (filing.kind, filing.period, filing.unit, reference)
                    found.setdefault(key, []).append((path, filing))
        return found


def _lacking(unit: str, answers: Iterable[tuple[str, Filed]]) -> Lacking | None:
    """How a unit stands where no document that answers is approved."""
    state, at = "overdue", None
    for path, filing in answers:
        if filing.state in DONE and not suspect_stamps(filing):
            return None
        state, at = ("changed_since" if filing.state in DONE else filing.state), path
    return Lacking(unit, state, at)
