"""DVK622: stamps, returns and states of a filing, taken in the name of units and people that somebody is not."""

from collections.abc import Iterator
from dataclasses import dataclass

from dvk.changed_filings import ANSWER_KEYS, without_answer
from dvk.findings import Mistake
from dvk.people import same_person
from dvk.textfile import Node, Tree, stable_path
from dvk.trust.owners.ownership import Ownership
from dvk.trust.owners.saying import said

_BY_THOSE_ABOVE = frozenset({"accepted", "returned", "approved"})
_AFTER_APPROVAL = frozenset({"approved", "published"})


@dataclass(frozen=True, slots=True)
class StepsTaken:
    """What somebody adds to the way of a unit's document.

    Stamps are added in the name of a unit and person that somebody is, and taken away from nobody else; returns are by
    those above, what answers them by the unit's own people; so are the states accepted, returned and approved by those
    above, and published where nobody had approved. A root has nobody above it: its own people do all that.
    """

    ownership: Ownership
    actor: str
    unit: str

    def mistakes(self, was: Tree, now: Tree) -> Iterator[Mistake]:
        """What is not theirs to add, between the text before, empty for a new file, and after."""
        before, after = _rows(was, "stamps"), _rows(now, "stamps")
        for place, stamp in _added(now, "stamps", before):
            yield from self._stamp(place, stamp)
        for stamp in _missing(before, after):
            if not self._is_by_them(stamp):
                yield self._mistake("stamp_taken_away", "stamps", _text(stamp, "unit"), name=_text(stamp, "who"))
        yield from self._returns(was, now)
        state = _text(now, "state")
        if state != _text(was, "state") and not self._judges and _is_for_those_above(state, _text(was, "state")):
            yield self._mistake("state_of_those_above", "state", found=state)

    def _returns(self, was: Tree, now: Tree) -> Iterator[Mistake]:
        """Returns added by others than those above, and answers given by others than the unit's own people."""
        before = _rows(was, "returns")
        left = list(_missing(before, _rows(now, "returns")))
        for place, note in _added(now, "returns", before):
            old = next((row for row in left if without_answer(row) == without_answer(note)), None)
            if old is not None:
                left.remove(old)
            by = _text(note, "by")
            if old is None and not (self._judges and self.ownership.acts_for(self.actor, by)):
                yield self._mistake("return_of_others", f"{place}.by" if by else place, by)
            is_answer = any(note.get(key) != (old or {}).get(key) for key in ANSWER_KEYS)
            if is_answer and not self.ownership.acts_for(self.actor, self.unit):
                yield self._mistake("answer_of_others", place, self.unit)

    @property
    def _judges(self) -> bool:
        """Whether it is for them to accept, return and approve what the unit files."""
        above = self.ownership.stands_above(self.actor, self.unit)
        return above or (self._is_at_the_top() and self.ownership.acts_for(self.actor, self.unit))

    def _is_at_the_top(self) -> bool:
        return not self.ownership.above(self.unit)

    def _stamp(self, place: str, stamp: Tree) -> Iterator[Mistake]:
        unit, who = _text(stamp, "unit"), _text(stamp, "who")
        if not self.ownership.acts_for(self.actor, unit):
            yield self._mistake("stamp_of_a_unit", f"{place}.unit", unit, name=who)
        elif not same_person(self.actor, who):
            yield self._mistake("stamp_of_a_person", f"{place}.who", unit, name=who)

    def _is_by_them(self, stamp: Tree) -> bool:
        is_theirs = same_person(self.actor, _text(stamp, "who"))
        return is_theirs and self.ownership.acts_for(self.actor, _text(stamp, "unit"))

    def _mistake(self, problem: str, field: str, unit: str = "", **named: str) -> Mistake:
        over = self.ownership.above(self.unit) or [self.unit]
        people = self.ownership.people_of(unit if problem.startswith(("stamp", "answer")) else over[0])
        return Mistake("DVK622", field, {"problem": problem, "unit": unit, **named} | said(self.actor, people))


def _is_for_those_above(state: str, before: str) -> bool:
    return state in _BY_THOSE_ABOVE or (state == "published" and before not in _AFTER_APPROVAL)


def _rows(tree: Tree, key: str) -> list[Node]:
    rows = tree.get(key)
    return rows if isinstance(rows, list) else []


def _added(now: Tree, key: str, before: list[Node]) -> Iterator[tuple[str, Tree]]:
    """The entries of a list that are not in the one before, each with its field path."""
    left = list(before)
    for position, row in enumerate(_rows(now, key)):
        if row in left:
            left.remove(row)
        elif isinstance(row, dict):
            yield stable_path(now, [key, position]), row


def _missing(before: list[Node], after: list[Node]) -> Iterator[Tree]:
    left = list(after)
    for row in before:
        if row in left:
            left.remove(row)
        elif isinstance(row, dict):
            yield row


def _text(tree: Tree, key: str) -> str:
    value = tree.get(key)
    return value if isinstance(value, str) else ""
