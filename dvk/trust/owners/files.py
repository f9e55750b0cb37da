"""DVK620, DVK621, DVK625: files of units, and all that belongs to no unit."""

from collections.abc import Iterator
from dataclasses import dataclass

from dvk.changes import Comparison, FileChange
from dvk.findings import Mistake
from dvk.fingerprints import content
from dvk.kinds import FILED, KINDS, kind_of
from dvk.snapshot import Snapshot
from dvk.textfile import Tree, read_text
from dvk.trust.owners.ownership import Ownership
from dvk.trust.owners.saying import said
from dvk.trust.owners.steps import StepsTaken


@dataclass(frozen=True, slots=True)
class Judge:
    """Looks at the files of a change, one after the other, for the person who proposes it."""

    comparison: Comparison
    ownership: Ownership
    actor: str

    def file(self, change: FileChange) -> Iterator[Mistake]:
        """What the person may not do to a file; a renamed one is looked at where it was and where it is."""
        unit = self.ownership.unit_at(change.path)
        if unit is None:
            people = self.ownership.people_of_roots
            if not self.ownership.is_of_the_roots(self.actor):
                yield Mistake("DVK620", "", {"problem": "not_of_a_unit", "unit": ""} | said(self.actor, people))
        elif self.ownership.acts_for(self.actor, unit):
            yield from self._own(change, unit)
        elif self.ownership.stands_above(self.actor, unit) and kind_of(change.path) in FILED:
            yield from self._of_a_subordinate(change, unit)
        else:
            yield self._not_theirs("of_another_unit", unit)

    def _own(self, change: FileChange, unit: str) -> Iterator[Mistake]:
        """A file in a folder that the person answers for: it is of that unit, and its steps are the person's own."""
        was, now = self._trees(change)
        named = now.get("unit") if now else None
        if isinstance(named, str) and named != unit and not self.ownership.acts_for(self.actor, named):
            yield self._not_theirs("says_another_unit", named, "unit")
        if now is not None and kind_of(change.path) in FILED:
            yield from StepsTaken(self.ownership, self.actor, unit).mistakes(was or {}, now)

    def _of_a_subordinate(self, change: FileChange, unit: str) -> Iterator[Mistake]:
        """A filing of a unit further down, which has its own people: those above stamp it, and write nothing in it."""
        was, now = self._trees(change)
        problem, keys = _done_to(change, was, now)
        parts = ", ".join(f"{kind_of(change.path)}.{key}" for key in keys)
        told = {"unit": unit, "parts": parts} | said(self.actor, self.ownership.people_of(unit))
        if problem:
            yield Mistake("DVK621", keys[0] if keys and now else "", {"problem": problem} | told)
        elif was is None or now is None:
            yield Mistake("DVK625", "", {"problem": "unread_filing"} | told)
        else:
            yield from StepsTaken(self.ownership, self.actor, unit).mistakes(was, now)

    def _not_theirs(self, problem: str, unit: str, field: str = "") -> Mistake:
        people = self.ownership.people_of(unit)
        return Mistake("DVK620", field, {"problem": problem, "unit": unit} | said(self.actor, people))

    def _trees(self, change: FileChange) -> tuple[Tree | None, Tree | None]:
        """The text before and after, where it can be read."""
        base, head = self.comparison.before.snapshot, self.comparison.after.snapshot
        return _tree(base, change.path), _tree(head, change.path)


def _done_to(change: FileChange, was: Tree | None, now: Tree | None) -> tuple[str, list[str]]:
    """What those above may not do to a filing, and the keys that it is about; nothing where they may."""
    if change.before is None or change.after is None:
        return ("added_below" if change.before is None else "removed_below"), []
    if change.before.mode != change.after.mode:
        return "mode_below", []
    if was is None or now is None:
        return "", []
    said_before, said_now = content(was), content(now)
    keys = [key for key in dict.fromkeys([*said_now, *said_before]) if said_before.get(key) != said_now.get(key)]
    return "content_below" if keys else "", keys


def _tree(snapshot: Snapshot, path: str) -> Tree | None:
    kind, entry = kind_of(path), snapshot.entries.get(path)
    if kind is None or entry is None or entry.link:
        return None
    return read_text(snapshot.read(path), front_matter=KINDS[kind].front_matter).tree
