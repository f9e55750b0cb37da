"""DVK620, DVK623, DVK624, DVK625: who may change what of ``units/*.yaml``, entry by entry."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dvk.changes import Comparison
from dvk.findings import Mistake
from dvk.kinds import kind_of
from dvk.textfile import Tree
from dvk.trust.days_told import told_day
from dvk.trust.owners.declared import Declared, declared_in, parents_named, units_named
from dvk.trust.owners.ownership import Ownership
from dvk.trust.owners.saying import said
from dvk.workspace_checks.books import Found


def judge_entries(comparison: Comparison, ownership: Ownership, actor: str) -> Found:
    """What a change declares that is not for the person to declare; nothing where it leaves ``units/`` alone."""
    changed = [path for path in sorted(comparison.paths) if kind_of(path) == "units"]
    if changed:
        was, now = declared_in(comparison.before.snapshot), declared_in(comparison.after.snapshot)
        judge = _Judge(ownership, actor, was, now)
        yield from judge.units()
        yield from judge.events()
        yield from judge.files(changed)


@dataclass(frozen=True, slots=True)
class _Judge:
    ownership: Ownership
    actor: str
    was: Declared
    now: Declared

    def units(self) -> Found:
        """DVK623: entries that are not what they were, are new or gone."""
        for unit in dict.fromkeys([*self.was.units, *self.now.units]):
            before, after = self.was.units.get(unit, []), self.now.units.get(unit, [])
            if before != after:
                path = self.now.file_of(unit) or self.was.file_of(unit) or ""
                if self.ownership.may_declare(self.actor, unit):
                    yield from ((path, mistake) for mistake in self._moved(unit, before, after))
                else:
                    yield path, self._not_theirs(unit, before, after)

    def _not_theirs(self, unit: str, before: list[Tree], after: list[Tree]) -> Mistake:
        keys = [key for key in _keys(before, after) if key != "id"]
        entry = f"units[id={unit}]" if after else ""
        is_own = before and after and self.ownership.acts_for(self.actor, unit)
        problem = "own_entry" if is_own else "new_entry" if not before else "entry" if after else "entry_gone"
        place = next((f"{entry}.{key}" for key in keys if before and after and key in after[0]), entry)
        parts = ", ".join(f"units.units.{key}" for key in keys) if before and after else ""
        told = {"problem": problem, "unit": unit, "parts": parts}
        return Mistake("DVK623", place, told | said(self.actor, self.ownership.people_of_entry(unit)))

    def _moved(self, unit: str, before: list[Tree], after: list[Tree]) -> Iterable[Mistake]:
        """A unit that is put below another one, by somebody who does not answer for that."""
        for over in sorted(parents_named(after) - parents_named(before)):
            if before and not self.ownership.may_place_below(self.actor, over):
                told = {"problem": "entry_moved", "unit": unit, "name": over}
                people = self.ownership.people_of(over)
                yield Mistake("DVK623", f"units[id={unit}].parent", told | said(self.actor, people))

    def events(self) -> Found:
        """DVK624: events that are new, gone or changed, and are about units of others."""
        for path, event in [*_beyond(self.was.events, self.now.events), *_beyond(self.now.events, self.was.events)]:
            units = units_named(event)
            others = [unit for unit in units if not self.ownership.may_declare(self.actor, unit)]
            if others or (not units and not self.ownership.is_of_the_roots(self.actor)):
                people = self.ownership.people_of_entry(others[0]) if others else self.ownership.people_of_roots
                told = {"units": ", ".join(others) or "–", "day": told_day(event.get("date"))}
                yield path, Mistake("DVK624", "events", told | said(self.actor, people))

    def files(self, changed: Iterable[str]) -> Found:
        """DVK620, DVK625: what of the files is no entry, and files that cannot be read."""
        told = said(self.actor, self.ownership.people_of_roots)
        for path in () if self.ownership.is_of_the_roots(self.actor) else changed:
            if path in self.was.unread | self.now.unread:
                yield path, Mistake("DVK625", "", {"problem": "unread_units"} | told)
            elif self._rest_changed(path) or (self._says_the_same(path) and not self._is_at_home(path)):
                yield path, Mistake("DVK620", "", {"problem": "not_of_a_unit", "unit": ""} | told)

    def _rest_changed(self, path: str) -> bool:
        was, now = self.was.rest.get(path), self.now.rest.get(path)
        return was is not None and now is not None and was != now

    def _says_the_same(self, path: str) -> bool:
        """Whether only the form of a file changed, or where its entries stand."""
        units = all(self.was.units.get(name) == self.now.units.get(name) for name in self._names(path))
        return units and self.was.events_in(path) == self.now.events_in(path)

    def _is_at_home(self, path: str) -> bool:
        """Whether the person may change any entry of a file."""
        return any(self.ownership.may_declare(self.actor, name) for name in self._names(path))

    def _names(self, path: str) -> list[str]:
        return [*self.was.files.get(path, ()), *self.now.files.get(path, ())]


def _keys(before: list[Tree], after: list[Tree]) -> list[str]:
    """The keys that differ, in the order of the file after the change."""
    if len(before) == len(after) == 1:
        old, new = before[0], after[0]
        return [key for key in dict.fromkeys([*new, *old]) if old.get(key) != new.get(key)]
    return list(dict.fromkeys(key for tree in (*after, *before) for key in tree))


def _beyond(events: list[tuple[str, Tree]], others: list[tuple[str, Tree]]) -> list[tuple[str, Tree]]:
    """The events that the other side has not, or has fewer times; in which file they stand makes no difference."""
    left = Counter(_said(event) for _, event in others)
    found = []
    for path, event in events:
        name = _said(event)
        if left[name]:
            left[name] -= 1
        else:
            found.append((path, event))
    return found


def _said(event: Tree) -> str:
    """What an event says, whatever the order of its keys."""
    return json.dumps(event, sort_keys=True)
