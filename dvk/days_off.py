"""Days on which offices do not work: weekends, public holidays of Viet Nam, and what a workspace itself decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dvk.facts import DayOverride

if TYPE_CHECKING:
    from holidays import HolidayBase

_WEEKEND = {5: "saturday", 6: "sunday"}


@dataclass(frozen=True, slots=True)
class DayOff:
    """What a day off is called, in Vietnamese and in English; a name that is a word of dvk is the same in both."""

    vi: str
    en: str


class DaysOff:
    """The calendar of a workspace: its own decisions stand over those of the country.

    The country's are those of the package ``holidays``: public holidays by the Labour Code (24 November among them
    from 2026 on), days off in their place, and the working Saturdays that days off were exchanged for. Outside its
    years only weekends are off.
    """

    def __init__(self, decided: Iterable[DayOverride] = ()) -> None:
        self._decided: dict[date, DayOverride] = {}
        for entry in decided:
            self._decided.setdefault(entry.day, entry)
        self._years: dict[int, tuple[HolidayBase, HolidayBase]] = {}

    def why(self, day: date) -> DayOff | None:
        """Why the day is off; ``None`` for a working day."""
        decided = self._decided.get(day)
        if decided is not None:
            name = decided.name or "day_off_decided"
            return DayOff(name, name) if decided.off else None
        vi, en = self._public(day.year)
        if day in vi:
            return DayOff(vi[day], en.get(day, vi[day]))
        weekend = _WEEKEND.get(day.weekday())
        return DayOff(weekend, weekend) if weekend and not vi.is_working_day(day) else None

    def _public(self, year: int) -> "tuple[HolidayBase, HolidayBase]":
        """The public holidays of a year, named in Vietnamese and in English."""
        if year not in self._years:
            # Loaded only where a due day has to be judged: it takes a tenth of a second.
            from holidays import country_holidays

            vi, en = (country_holidays("VN", years=year, expand=False, language=name) for name in ("vi", "en_US"))
            self._years[year] = vi, en
        return self._years[year]
