"""The organisation: units with dated names, levels, kinds and parents; who is below whom on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dvk.facts import DatedText, Debtors, Event, Unit, UnitsFile
from dvk.parent_links import ParentLinks, parent_links
from dvk.periods import ONE_DAY, Period, months_open


@dataclass(frozen=True)
class Organisation:
    """Units by id and the events that link them; a unit declared twice stands as declared first."""

    units: dict[str, Unit]
    events: tuple[Event, ...]
    _ends: dict[str, date] = field(default_factory=dict, compare=False, repr=False)
    _folders: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _months: dict[tuple[str, int], int] = field(default_factory=dict, compare=False, repr=False)
    _successors: dict[str, set[str]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for event in self.events:
            for source in event.sources:
                if event.ends(source):
                    self._ends.setdefault(source, event.day - ONE_DAY)
        for event in self.events:
            for source in event.sources:
                if source in self.units and self.end_of(source) == event.day - ONE_DAY:
                    self._successors.setdefault(source, set()).update({*event.targets} - {source})

    # --- one unit on a day ---

    def end_of(self, unit: str) -> date | None:
        """Its last day, as declared or, where it is not, as the event that ended it says."""
        return self.units[unit].end or self._ends.get(unit)

    def is_open(self, unit: str, day: date) -> bool:
        """Whether the unit is open on that day."""
        start, end = self.units[unit].start, self.end_of(unit)
        return (start is None or start <= day) and (end is None or day <= end)

    def open_in(self, unit: str, first: date, last: date) -> bool:
        """Whether the unit is open on any day from ``first`` to ``last``, both included."""
        start, end = self.units[unit].start, self.end_of(unit)
        if start is not None and end is not None and end < start:
            return False
        return (start is None or start <= last) and (end is None or first <= end)

    def months(self, unit: str, year: int) -> int:
        """Months of the year on any day of which the unit was open, as bits."""
        key = (unit, year)
        if key not in self._months:
            self._months[key] = months_open(year, self.units[unit].start, self.end_of(unit))
        return self._months[key]

    def parent_on(self, unit: str, day: date) -> str | None:
        """The unit above it on that day, if it is known."""
        return self._known(_on(self.units[unit].parents, day))

    def name_on(self, unit: str, day: date) -> str:
        """Its name on that day, or the nearest one that it had; its id where its file gives none at all."""
        names = self.units[unit].names
        if not names:
            return unit
        return _on(names, day) or (names[0].value if _before(names, day) else names[-1].value)

    def letterhead_on(self, unit: str, day: date) -> str:
        """What the head of its documents calls it on that day; its name where nothing else is declared."""
        known = self.units.get(unit)
        return (_on(known.letterheads, day) if known else None) or self.name_or_id(unit, day)

    def name_or_id(self, unit: str, day: date) -> str:
        """As `name_on`; a unit that is not declared stands for itself."""
        return self.name_on(unit, day) if unit in self.units else unit

    def _known(self, unit: str | None) -> str | None:
        return unit if unit in self.units else None

    def folder_of(self, unit: str) -> str:
        """The folder of a unit: as declared, or the first parent's folder and its own id."""
        if unit not in self._folders:
            self._folders[unit] = self._find_folder(unit)
        return self._folders[unit]

    def _find_folder(self, unit: str) -> str:
        parts: list[str] = []
        seen: set[str] = set()
        while unit in self.units and unit not in seen:
            seen.add(unit)
            record = self.units[unit]
            if record.folder is not None:
                return "/".join([record.folder, *reversed(parts)])
            parts.append(unit)
            unit = record.parents[0].value if record.parents else ""
        return "/".join(reversed(parts))

    # --- who is below whom ---

    def above_on(self, unit: str, day: date) -> list[str]:
        """The units above it on that day, nearest first; a circle of parents is cut."""
        chain: list[str] = []
        above = self.parent_on(unit, day)
        while above is not None and above not in chain and above != unit:
            chain.append(above)
            above = self.parent_on(above, day)
        return chain

    def below_on(self, top: str, day: date) -> set[str]:
        """The units open on that day below ``top``, at any depth."""
        return {unit for unit, _, _ in self._links.below(top, day, day) if self.is_open(unit, day)}

    def below_during(self, top: str, periods: Iterable[Period]) -> set[str]:
        """The units open and below ``top``, at any depth, on any day of the periods."""
        return {
            unit
            for period in periods
            for unit, first, last in self._links.below(top, period.start, period.end)
            if self.open_in(unit, first, last)
        }

    @cached_property
    def _links(self) -> ParentLinks:
        return parent_links(self.units)

    def debtors(self, issuer: str, who: Debtors, first: date | None, last: date) -> list[str]:
        """The units below ``issuer`` in its line that ``who`` means on ``last``, in the order of their files.

        With ``first``, also those open on any day since then and closed before ``last``, as they were on their
        last day. Source: design, “expected”; rules 16.
        """
        if issuer not in self.units:
            return []
        found = {unit for unit in self.below_on(issuer, last) if self.is_meant(unit, who, last)}
        if first is not None:
            ended = ((unit, end) for unit, end in self._ended_below.get(issuer, ()) if first <= end < last)
            found |= {unit for unit, end in ended if self.is_meant(unit, who, end)}
        line = self.units[issuer].line
        return sorted((unit for unit in found if self.units[unit].line == line), key=self._places.__getitem__)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each unit stands in the order of the files."""
        return {unit: place for place, unit in enumerate(self.units)}

    @cached_property
    def _ended_below(self) -> dict[str, list[tuple[str, date]]]:
        """Unit → those that ended while they were below it, each with its last day."""
        found: dict[str, list[tuple[str, date]]] = {}
        for unit in self.units:
            end = self.end_of(unit)
            if end is not None:
                for above in self.above_on(unit, end):
                    found.setdefault(above, []).append((unit, end))
        return found

    def is_meant(self, unit: str, who: Debtors, day: date) -> bool:
        """Whether ``who`` means the unit by its level and kind of that day, or by name."""
        if unit in who.units:
            return True
        record = self.units[unit]
        by_level = not who.levels or _on(record.levels, day) in who.levels
        by_kind = not who.kinds or _on(record.kinds, day) in who.kinds
        return bool(who.levels or who.kinds) and by_level and by_kind

    # --- what became of it ---

    def only_successor(self, unit: str) -> str | None:
        """The one unit that all of it went to when it ended, if there is one."""
        targets = self._successors.get(unit, set())
        return self._known(next(iter(targets))) if len(targets) == 1 else None

    def went_whole_to(self, unit: str) -> list[str]:
        """The units that ended and went to this one alone, in the order of their files."""
        return self._went_whole_to.get(unit, [])

    @cached_property
    def _went_whole_to(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for unit in self.units:
            successor = self.only_successor(unit)
            if successor is not None:
                found.setdefault(successor, []).append(unit)
        return found

    def last_parent(self, unit: str, year: int) -> str | None:
        """The last unit that stood above it in the year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        links = [link for link in self.units[unit].parents if _touches(link, first, last)]
        if not links:
            return None
        return self._known(max(links, key=lambda link: link.start or date.min).value)

    def lives_on(self, unit: str, year: int) -> bool:
        """Whether it is open on 31 December of the year."""
        return self.is_open(unit, date(year, 12, 31))


def organisation(files: Iterable[UnitsFile]) -> Organisation:
    """The organisation that the files of ``units/`` describe together, in the order of the files."""
    units: dict[str, Unit] = {}
    events: list[Event] = []
    for file in files:
        for unit in file.units:
            units.setdefault(unit.id, unit)
        events.extend(file.events)
    return Organisation(units, tuple(sorted(events, key=lambda event: event.day)))


def _on(values: tuple[DatedText, ...], day: date) -> str | None:
    return next((value.value for value in values if value.holds(day)), None)


def _before(values: tuple[DatedText, ...], day: date) -> bool:
    return values[0].start is not None and day < values[0].start


def _touches(link: DatedText, first: date, last: date) -> bool:
    return (link.start is None or link.start <= last) and (link.end is None or first <= link.end)
