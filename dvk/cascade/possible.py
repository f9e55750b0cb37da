"""Which step a document may take now, by which unit and person, and what stands in the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dvk.cascade.below import Approvals, Lacking
from dvk.cascade.units import units_for
from dvk.cascade.way import (
    Filed,
    is_current,
    last_stamp,
    open_returns,
    revision_to_come,
    submitter_of,
    waits_for_answer,
)
from dvk.facts import Report, Step
from dvk.history import is_empty
from dvk.people import is_among, same_person
from dvk.superiors import people_for
from dvk.workspace import Workspace

_FROM: Mapping[Step, frozenset[str]] = {
    "submitted": frozenset({"draft", "submitted", "returned", "accepted", "approved", "published"}),
    "accepted": frozenset({"submitted"}),
    "returned": frozenset({"submitted", "accepted", "approved"}),
    "approved": frozenset({"accepted"}),
    "published": frozenset({"approved"}),
}
_BEFORE: Mapping[Step, Step] = {"accepted": "submitted", "approved": "accepted", "published": "approved"}
_BY_ANOTHER = frozenset({"accepted", "returned", "approved"})


@dataclass(frozen=True, slots=True)
class Wish:
    """A step that somebody wants to take.

    Args:
        step: which.
        who: login or e-mail; None leaves the person out of the question.
        unit: for which unit; None for the one that ordinarily takes the step.
        without: units below that need not be approved.
        answer: what is said to a return.
        reason: why an accepted document is submitted anew.
        left: fields that a return named, and that say what they said then.
    """

    step: Step
    who: str | None = None
    unit: str | None = None
    without: tuple[str, ...] = ()
    answer: str = ""
    reason: str = ""
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of a step.

    Args:
        kind: ``state`` (it is not as far, or further), ``unit``, ``person``, ``own`` (who submitted it), ``changed``
            since it was stamped, ``unchanged`` since it was submitted, ``unanswered`` (what was said when it was sent
            back), ``not_revised`` (it was accepted, and no revision says why it changed), ``explained`` (it needs no
            reason), ``not_stamped``, ``open_return``, ``below``, ``says_nothing``.
        names: the units, people or states that it is about.
        lacking: units below that are not approved.
    """

    kind: str
    names: tuple[str, ...] = ()
    lacking: tuple[Lacking, ...] = ()


@dataclass
class Rules:
    """The rules of the cascade for the documents of one workspace on one day."""

    workspace: Workspace
    day: date
    _approvals: Approvals | None = field(default=None, repr=False)

    @property
    def approvals(self) -> Approvals:
        """What approvals wait for."""
        self._approvals = self._approvals or Approvals(self.workspace)
        return self._approvals

    def acting_unit(self, filing: Filed, wish: Wish) -> str:
        """The unit that takes a step: as wished, else the one whose people the person is one of, else the first."""
        units = units_for(self.workspace.organisation, wish.step, filing.unit, self.day)
        return wish.unit or next((unit for unit in units if self._names(unit, wish.who)), units[0])

    def obstacles(
        self, filing: Filed, content: str, wish: Wish, instead: Mapping[str, Filed] | None = None
    ) -> list[Obstacle]:
        """All that stands in the way of a step now; nothing: it may be taken.

        Args:
            filing: the document.
            content: fingerprint of what it says.
            wish: the step.
            instead: documents as they would be, by path, where they are not as in the workspace.
        """
        found = [*self._state(filing, content, wish), *self._acting(filing, wish)]
        if wish.step == "approved" and not found:
            found.extend(self._below(filing, wish, instead or {}))
        return found

    def _state(self, filing: Filed, content: str, wish: Wish) -> Iterator[Obstacle]:
        """What the document itself says against it."""
        if filing.state not in _FROM[wish.step]:
            yield Obstacle("open_return" if _is_kept_back(filing, wish.step) else "state", (filing.state,))
        elif wish.step == "submitted":
            yield from _against_submitting(filing, content, wish)
        elif wish.step in _BEFORE:
            yield from _against_the_next(filing, wish.step)

    def _acting(self, filing: Filed, wish: Wish) -> Iterator[Obstacle]:
        """What speaks against the unit and the person."""
        units = units_for(self.workspace.organisation, wish.step, filing.unit, self.day)
        unit = self.acting_unit(filing, wish)
        if unit not in units:
            yield Obstacle("unit", units)
            return
        if wish.who is None:
            return
        people = people_for(self.workspace.organisation, unit, self.day)
        if people and not is_among(wish.who, people):
            yield Obstacle("person", people)
        submitter = submitter_of(filing)
        if wish.step in _BY_ANOTHER and submitter is not None and same_person(wish.who, submitter):
            yield Obstacle("own", (submitter,))

    def _below(self, filing: Filed, wish: Wish, instead: Mapping[str, Filed]) -> Iterator[Obstacle]:
        left = tuple(item for item in self.approvals.lacking(filing, instead) if item.unit not in wish.without)
        if left:
            yield Obstacle("below", lacking=left)

    def _names(self, unit: str, who: str | None) -> bool:
        return who is not None and is_among(who, people_for(self.workspace.organisation, unit, self.day))


def _is_kept_back(filing: Filed, step: Step) -> bool:
    """Whether a return that was not answered is what keeps it from going on."""
    return step in _BEFORE and filing.state != "withdrawn" and waits_for_answer(filing)


def _against_submitting(filing: Filed, content: str, wish: Wish) -> Iterator[Obstacle]:
    """It says something, and comes again changed where that was asked, or with an answer; but not twice as it is."""
    if _says_nothing(filing):
        yield Obstacle("says_nothing")
    returned = last_stamp(filing, "returned")
    if waits_for_answer(filing):
        is_same = returned is None or returned.fingerprint == content
        if open_returns(filing) and (is_same or wish.left) and not wish.answer:
            yield Obstacle("unanswered", wish.left)
        return
    submitted = last_stamp(filing, "submitted")
    if filing.state != "draft" and submitted is not None and submitted.fingerprint == content:
        yield Obstacle("unchanged", (filing.state,))
    elif revision_to_come(filing) is None and wish.reason:
        yield Obstacle("explained")
    elif revision_to_come(filing) is not None and not wish.reason:
        yield Obstacle("not_revised")


def _says_nothing(filing: Filed) -> bool:
    """Whether it is a report as it was begun: no figure, no reason for one that is missing, and no word."""
    if not isinstance(filing, Report):
        return False
    return is_empty(filing) and not (filing.words or filing.exemplars or filing.model_counts)


def _against_the_next(filing: Filed, step: Step) -> Iterator[Obstacle]:
    """The step before it has to be stamped, and the document to say what it said then."""
    if waits_for_answer(filing):
        yield Obstacle("open_return", (filing.state,))
        return
    submitted, before = last_stamp(filing, "submitted"), last_stamp(filing, _BEFORE[step])
    if before is None or submitted is None:
        yield Obstacle("not_stamped", ("submitted" if submitted is None else _BEFORE[step],))
    elif not all(is_current(filing, stamp) for stamp in (*filing.stamps[-1:], before, submitted)):
        yield Obstacle("changed", (before.step,))
