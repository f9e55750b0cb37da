"""Random organisations: trees of two to four levels that merge, split, end, move and open units over three years."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from workspace_files import Document

LEVELS = ("province", "district", "commune", "cell")
KINDS = ("territorial", "affiliated")
_DAY = timedelta(days=1)


@dataclass
class Office:
    """A unit as it grows: parents as (id, from); open from ``first`` to ``last``."""

    id: str
    level: int
    kind: str
    first: date | None
    last: date | None = None
    parents: list[tuple[str, date | None]] = field(default_factory=list)
    kinds: list[tuple[str, date]] = field(default_factory=list)

    @property
    def parent(self) -> str | None:
        """Its parent of now."""
        return self.parents[-1][0] if self.parents else None

    def document(self) -> Document:
        """The unit as its file says it."""
        days = {"from": self.first, "to": self.last}
        return {
            "id": self.id,
            "line": "youth-union",
            "folder": self.id,
            **{key: str(day) for key, day in days.items() if day},
            "name": self.id,
            "level": LEVELS[self.level],
            "kind": _dated([(self.kind, None), *self.kinds]),
            **({"parent": _dated(self.parents)} if self.parents else {}),
        }


def _dated(rows: list[Any]) -> str | list[Document]:
    if len(rows) == 1 and rows[0][1] is None:
        return str(rows[0][0])
    parts: list[Document] = []
    for place, (value, first) in enumerate(rows):
        after = rows[place + 1][1] if place + 1 < len(rows) else None
        days = {"from": first, "to": after - _DAY if after else None}
        parts.append({"value": value, **{key: str(day) for key, day in days.items() if day}})
    return parts


class Organisation:
    """Units and events, changed one day after another; at every moment an open unit has an open parent or none."""

    def __init__(self, rng: Random, size: int) -> None:
        self.rng = rng
        self.offices: dict[str, Office] = {}
        self.events: list[Document] = []
        self._grow(rng.randint(3, min(14, 3 + size)))
        steps = rng.choice((0, 1, 1, 2, 3, 4)) if size > 1 else rng.choice((0, 1, 1))
        for day in self._days(steps):
            self._change(day)

    def document(self) -> Document:
        """The file ``units/*.yaml``."""
        units = [office.document() for office in self.offices.values()]
        return {"schema": "units/v1", "units": units, "events": self.events}

    def open_on(self, day: date) -> list[Office]:
        """Units open on the day, as built so far."""
        return [
            office
            for office in self.offices.values()
            if (office.first is None or office.first <= day) and (office.last is None or day <= office.last)
        ]

    def below(self, top: str) -> list[Office]:
        """Units not yet ended below ``top`` now, at any depth."""
        children = [office for office in self._living() if office.parent == top]
        return children + [deeper for child in children for deeper in self.below(child.id)]

    def _living(self) -> list[Office]:
        return [office for office in self.offices.values() if office.last is None]

    def _grow(self, count: int) -> None:
        roots = self.rng.choice((1, 1, 2))
        depth = self.rng.randint(1, 3)
        for number in range(count):
            may_be_above = [office for office in self.offices.values() if office.level < depth]
            above = self.rng.choice(may_be_above) if number >= roots else None
            self._open(None, above)

    def _open(self, day: date | None, above: Office | None) -> Office:
        level = 0 if above is None else min(above.level + 1, 3)
        office = Office(f"u{len(self.offices) + 1}", level, self.rng.choice(KINDS), day)
        if above is not None:
            office.parents.append((above.id, day))
        self.offices[office.id] = office
        return office

    def _days(self, count: int) -> list[date]:
        days = {
            date(
                self.rng.choice((2024, 2025, 2025, 2025, 2025, 2026)),
                self.rng.randint(1, 12),
                self.rng.choice((1, 1, 15)),
            )
            for _ in range(count)
        }
        return sorted(days)

    def _change(self, day: date) -> None:
        changes = (self._merge, self._merge, self._merge, self._split, self._end, self._move, self._new, self._kind)
        self.rng.choice(changes)(day)

    def _merge(self, day: date) -> None:
        living = self._living()
        first = self.rng.choice(living)
        others = [
            office for office in living if self._apart(first, office) and self.rng.random() < self._pull(first, office)
        ]
        sources = [first]
        for other in others[: self.rng.randint(1, 2)]:
            if all(self._apart(other, chosen) for chosen in sources):
                sources.append(other)
        target = self._target(day, sources)
        into = [target.id]
        if self.rng.random() < 0.1:
            into.append(self._open(day, self.offices.get(first.parent or "")).id)
        self._event("merge", day, [office.id for office in sources], into)
        for office in sources:
            if office is not target:
                self._close(office, day, heir=target)

    def _pull(self, first: Office, other: Office) -> float:
        return 0.8 if first.parent == other.parent else 0.2

    def _apart(self, one: Office, other: Office) -> bool:
        return one is not other and other not in self.below(one.id) and one not in self.below(other.id)

    def _target(self, day: date, sources: list[Office]) -> Office:
        """A new unit in the first one's place; or one of them; or another unit that is not below any of them."""
        lower = {office.id for source in sources for office in self.below(source.id)}
        lower |= {office.id for office in sources}
        draw = self.rng.random()
        others = [office for office in self._living() if office.id not in lower]
        if draw < 0.2 and len(sources) > 1:
            return sources[-1]
        if draw < 0.4 and others:
            return self.rng.choice(others)
        return self._open(day, self.offices.get(sources[0].parent or ""))

    def _split(self, day: date) -> None:
        source = self.rng.choice(self._living())
        above = self.offices.get(source.parent or "")
        new = [self._open(day, above) for _ in range(self.rng.randint(1, 2))]
        lives_on = len(new) == 1 or self.rng.random() < 0.3
        into = [office.id for office in ([source, *new] if lives_on else new)]
        self._event("split", day, [source.id], into)
        if not lives_on:
            self._close(source, day, heir=new[0])

    def _end(self, day: date) -> None:
        office = self.rng.choice(self._living())
        above = self.offices.get(office.parent or "")
        lower = self.below(office.id)
        if above is None and (lower or len(self._living()) == 1):
            return
        if self.rng.random() < 0.7:
            self._event("end", day, [office.id], [])
        if lower and self.rng.random() < 0.3:
            for deeper in lower:
                deeper.last = day - _DAY
        self._close(office, day, heir=above)

    def _move(self, day: date) -> None:
        office = self.rng.choice(self._living())
        lower = [office, *self.below(office.id)]
        hosts = [other for other in self._living() if other not in lower and other.id != office.parent]
        if office.parent is None or not hosts:
            return
        office.parents.append((self.rng.choice(hosts).id, day))
        self._event("move", day, [office.id], [])

    def _new(self, day: date) -> None:
        self._open(day, self.rng.choice(self._living()))

    def _kind(self, day: date) -> None:
        office = self.rng.choice(self._living())
        office.kinds.append((KINDS[office.kind == KINDS[0]], day))

    def _close(self, office: Office, day: date, heir: Office | None) -> None:
        """End the unit on the day before; units that lived below it go to the heir."""
        for child in self._living():
            if child.parent == office.id and heir is not None and child is not heir:
                child.parents.append((heir.id, day))
        office.last = day - _DAY

    def _event(self, kind: str, day: date, sources: list[str], into: list[str]) -> None:
        self.events.append({"kind": kind, "date": str(day), "from": sources, "into": into})
