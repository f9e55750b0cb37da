"""The organisation: units with dated names, levels, kinds and parents; who is below whom on a day; the year's tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dvk.facts import DatedText, Debtors, Event, Unit, UnitsFile
from dvk.periods import Period, months_open

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Tree:
    """The tree of one year: every unit open on any day of it, under the unit that its figures go to.

    Args:
        year: the calendar year.
        parents: unit → the unit above it; ``None`` for a root. In the order of the units' files.
        children: unit → those below it, in the same order.
        ended: units not open on 31 December; they keep their figures.
        succeeded: ended units that stand under the one successor which all of them went to.
    """

    year: int
    parents: dict[str, str | None]
    children: dict[str, tuple[str, ...]]
    ended: frozenset[str]
    succeeded: frozenset[str]

    @property
    def roots(self) -> tuple[str, ...]:
        """Units with nothing above them, ended ones included."""
        return tuple(unit for unit, above in self.parents.items() if above is None)

    def subtree(self, top: str) -> list[str]:
        """The unit and all below it, each above what is below it."""
        found = [top]
        for unit in found:
            found.extend(self.children.get(unit, ()))
        return found

    def bottom_up(self) -> list[str]:
        """All units, each after everything below it."""
        order = [unit for root in self.roots for unit in self.subtree(root)]
        return order[::-1]


@dataclass(frozen=True)
class Organisation:
    """Units by id and the events that link them; a unit declared twice stands as declared first."""

    units: dict[str, Unit]
    events: tuple[Event, ...]
    _trees: dict[int, Tree] = field(default_factory=dict, compare=False, repr=False)
    _below: dict[date, dict[str, set[str]]] = field(default_factory=dict, compare=False, repr=False)
    _ends: dict[str, date] = field(default_factory=dict, compare=False, repr=False)
    _changes: dict[Period, list[date]] = field(default_factory=dict, compare=False, repr=False)
    _successors: dict[str, set[str]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for event in self.events:
            for source in event.sources:
                if event.kind in {"merge", "split", "end"} and source not in event.targets:
                    self._ends.setdefault(source, event.day - ONE_DAY)
                    self._successors.setdefault(source, set()).update(event.targets)

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
        return (start is None or start <= last) and (end is None or first <= end)

    def months(self, unit: str, year: int) -> int:
        """Months of the year on any day of which the unit was open, as bits."""
        return months_open(year, self.units[unit].start, self.end_of(unit))

    def parent_on(self, unit: str, day: date) -> str | None:
        """The unit above it on that day, if it is known."""
        return self._known(_on(self.units[unit].parents, day))

    def name_on(self, unit: str, day: date) -> str:
        """Its name on that day, or the nearest one that it had."""
        names = self.units[unit].names
        return _on(names, day) or (names[0].value if _before(names, day) else names[-1].value)

    def _known(self, unit: str | None) -> str | None:
        return unit if unit in self.units else None

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
        if day not in self._below:
            below: dict[str, set[str]] = {}
            for unit in self.units:
                if self.is_open(unit, day):
                    for above in self.above_on(unit, day):
                        below.setdefault(above, set()).add(unit)
            self._below[day] = below
        return self._below[day].get(top, set())

    def below_during(self, top: str, periods: Iterable[Period]) -> set[str]:
        """The units below ``top``, at any depth, on any day of the periods."""
        found: set[str] = set()
        for period in periods:
            for day in self._days_of_change(period):
                found |= self.below_on(top, day)
        return found

    def _days_of_change(self, period: Period) -> list[date]:
        """The first day of the period and the days in it on which some unit opens, closes or moves."""
        if period not in self._changes:
            self._changes[period] = self._find_days_of_change(period)
        return self._changes[period]

    def _find_days_of_change(self, period: Period) -> list[date]:
        days = {period.start}
        for name, unit in self.units.items():
            starts = [unit.start, *(link.start for link in unit.parents)]
            ends = [self.end_of(name), *(link.end for link in unit.parents)]
            days.update(day for day in starts if day)
            days.update(day + ONE_DAY for day in ends if day)
        return sorted(day for day in days if period.start <= day <= period.end)

    def debtors(self, issuer: str, who: Debtors, first: date | None, last: date) -> list[str]:
        """The units below ``issuer`` in its line that ``who`` means on ``last``, in the order of their files.

        With ``first``, also those open on any day since then and closed before ``last``, as they were on their
        last day. Source: design, “expected”; rules 16.
        """
        if issuer not in self.units:
            return []
        found = {unit for unit in self.below_on(issuer, last) if self.is_meant(unit, who, last)}
        if first is not None:
            for unit in self.units:
                end = self.end_of(unit)
                if end is not None and first <= end < last and issuer in self.above_on(unit, end):
                    found |= {unit} if self.is_meant(unit, who, end) else set()
        line = self.units[issuer].line
        return [unit for unit in self.units if unit in found and self.units[unit].line == line]

    def is_meant(self, unit: str, who: Debtors, day: date) -> bool:
        """Whether ``who`` means the unit by its level and kind of that day, or by name."""
        if unit in who.units:
            return True
        record = self.units[unit]
        by_level = not who.levels or _on(record.levels, day) in who.levels
        by_kind = not who.kinds or _on(record.kinds, day) in who.kinds
        return bool(who.levels or who.kinds) and by_level and by_kind

    # --- the year's tree ---

    def year_tree(self, year: int) -> Tree:
        """Every unit open on any day of the year, at its last parent of that year; the same object each time."""
        if year not in self._trees:
            self._trees[year] = self._plant(year)
        return self._trees[year]

    def home(self, unit: str, year: int) -> str | None:
        """The unit of that year's tree that the figures of ``unit`` go to; ``None`` before it opened."""
        tree = self.year_tree(year)
        seen = {unit}
        while unit not in tree.parents:
            end = self.end_of(unit)
            if end is None or end.year >= year:
                return None
            above = self.year_tree(end.year).parents.get(unit) if end < date(end.year, 12, 31) else None
            above = above or self.only_successor(unit) or self.last_parent(unit, end.year)
            if above is None or above in seen:
                return None
            seen.add(above)
            unit = above
        return unit

    def only_successor(self, unit: str) -> str | None:
        """The one unit that all of it went to when it ended, if there is one."""
        targets = self._successors.get(unit, set())
        return self._known(next(iter(targets))) if len(targets) == 1 else None

    def successors(self, unit: str) -> set[str]:
        """All units that something of it went to when it ended."""
        return self._successors.get(unit, set())

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

    def _plant(self, year: int) -> Tree:
        first, last = date(year, 1, 1), date(year, 12, 31)
        members = [unit for unit in self.units if self.open_in(unit, first, last)]
        homes = {unit: self._place(unit, year) for unit in members}
        parents = {unit: above if above in homes else None for unit, (above, _) in homes.items()}
        _cut_circles(parents)
        children: dict[str, list[str]] = {unit: [] for unit in members}
        for unit, above in parents.items():
            if above is not None:
                children[above].append(unit)
        ended = frozenset(unit for unit in members if not self.lives_on(unit, year))
        succeeded = frozenset(u for u in ended if homes[u][1] and parents[u] is not None)
        return Tree(year, parents, {unit: tuple(below) for unit, below in children.items()}, ended, succeeded)

    def _place(self, unit: str, year: int) -> tuple[str | None, bool]:
        """Where a unit stands in the year's tree, and whether it is there because all of it went there."""
        if not self.lives_on(unit, year):
            return self._figures_go_to(unit, year)
        above = self.last_parent(unit, year)
        if above is None or self.lives_on(above, year):
            return above, False
        beyond = self._figures_go_to(above, year)[0]
        return (None if beyond == unit else beyond), False

    def _figures_go_to(self, unit: str, year: int) -> tuple[str | None, bool]:
        """The unit that lived on to which an ended unit's figures go, and whether by succession.

        Its successor, where all of it went to one; otherwise the nearest unit above that lived on; where none did,
        where the topmost of them went with all that was left below it. Source: design, “up the year's tree”; rules 19.
        """
        followed = self._followed(unit, year)
        if followed is not None:
            return followed
        above, topmost = self._climbed(unit, year)
        if above is not None:
            return above, False
        return (self._followed(topmost, year) if topmost != unit else None) or (None, False)

    def _followed(self, unit: str, year: int) -> tuple[str, bool] | None:
        """From successor to successor, and from an ended one without any up its parents, to a unit that lived on."""
        whole, seen, current = True, {unit}, unit
        while True:
            heir = self.only_successor(current) if whole else None
            if heir is None and current == unit:
                return None
            whole = heir is not None
            following = heir or self.last_parent(current, year)
            if following is None or following in seen:
                return None
            if self.lives_on(following, year):
                return following, whole
            seen.add(following)
            current = following

    def _climbed(self, unit: str, year: int) -> tuple[str | None, str]:
        """The nearest unit above that lived on, and the topmost that was passed on the way."""
        topmost, seen = unit, {unit}
        above = self.last_parent(unit, year)
        while above is not None and above not in seen and not self.lives_on(above, year):
            seen.add(above)
            topmost = above
            above = self.last_parent(above, year)
        return (None if above in seen else above), topmost


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


def _cut_circles(parents: dict[str, str | None]) -> None:
    """Make a root of the first unit of each circle, so that every unit is under exactly one root."""
    safe: set[str] = set()
    for start in parents:
        path: list[str] = []
        unit: str | None = start
        while unit is not None and unit not in safe:
            if unit in path:
                parents[unit] = None
                break
            path.append(unit)
            unit = parents[unit]
        safe.update(path)
