"""Records of the policy, of units and events, and of the catalogue of indicators."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dvk.facts.terms import OverTime, OverUnits


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a list that a workspace may extend, with its names in Vietnamese and English.

    A line may name the ``profile`` after which its documents are printed.
    """

    id: str
    name: str
    name_en: str
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The policy of a workspace; without a file, the defaults hold.

    ``due_soon`` is in days; ``about_percent`` is how much of an “about” target must be reached.
    Without an ``adoption_date`` every day of receipt is the declared one.
    """

    adoption_date: date | None = None
    main_branch: str = "main"
    before_excludes: bool = True
    due_soon: int = 7
    about_percent: int = 90
    fields: tuple[Term, ...] = ()
    lines: tuple[Term, ...] = ()
    levels: tuple[Term, ...] = ()
    kinds: tuple[Term, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text that held from ``start`` to ``end``, both included; ``None`` is without a limit."""

    value: str
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Department:
    """A department of a unit, there from ``start`` to ``end``, both included."""

    id: str
    name: str
    standing: bool = False
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it was there on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Unit:
    """An office, open from ``start`` to ``end``, both included."""

    id: str
    line: str
    folder: str | None
    start: date | None
    end: date | None
    names: tuple[DatedText, ...]
    levels: tuple[DatedText, ...]
    kinds: tuple[DatedText, ...] = ()
    parents: tuple[DatedText, ...] = ()
    answers_to: tuple[DatedText, ...] = ()
    departments: tuple[Department, ...] = ()
    letterheads: tuple[DatedText, ...] = ()
    maintainers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A change of many units into many; ``day`` is the first day of the new state."""

    kind: Literal["merge", "split", "rename", "move", "end"]
    day: date
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    decision: str = ""

    def ends(self, unit: str) -> bool:
        """Whether the unit ends by it: it goes into others and does not stay; a move and a new name end nobody."""
        if unit not in self.sources or unit in self.targets or self.kind == "move":
            return False
        return bool(self.targets) or self.kind != "rename"


@dataclass(frozen=True, slots=True)
class UnitsFile:
    """What one file of the organisation says."""

    units: tuple[Unit, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something counted, with its operators over time and over units; a ratio names its two parts."""

    id: str
    name: str
    name_en: str
    unit_of_measure: str
    type: Literal["count", "decimal", "money", "percent"] = "count"
    over_time: OverTime = "none"
    over_units: OverUnits = "none"
    numerator: str | None = None
    denominator: str | None = None

    @property
    def is_ratio(self) -> bool:
        """Whether it is recomputed from a numerator and a denominator, never added."""
        return self.numerator is not None and self.denominator is not None


@dataclass(frozen=True, slots=True)
class IndicatorsFile:
    """The catalogue in its order."""

    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class DayOverride:
    """A day that this workspace says is off, or is worked, whatever the calendar of the country says."""

    day: date
    off: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class HolidaysFile:
    """The yearly decisions on days off and days made up for."""

    days: tuple[DayOverride, ...] = ()
