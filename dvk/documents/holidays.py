"""``holidays.yaml``: days off and days made up for, as decided each year, over the calendar of the country."""

from typing import Literal

from pydantic import Field

from dvk.documents.scalars import Date, Part, Rows, Text, YesNo
from dvk.facts import DayOverride, HolidaysFile


class DayPart(Part):
    """One day: off, or worked although the calendar says otherwise."""

    date: Date
    day_off: YesNo
    name: Text | None = None
    decision: Text | None = None


class HolidaysDocument(Part):
    """The yearly overrides of a workspace."""

    schema_: Literal["holidays/v1"] = Field(alias="schema")
    days: Rows[DayPart] = Field(default_factory=list)

    def facts(self) -> HolidaysFile:
        """The days in order."""
        return HolidaysFile(tuple(DayOverride(day.date, day.day_off, day.name or "") for day in self.days))
