"""``indicators.yaml``: the catalogue of what is counted, and how it is added over time and over units."""

from typing import Literal

from pydantic import Field

from dvk.documents.scalars import Part, Rows, Slug, Text
from dvk.facts import Indicator, IndicatorsFile, OverTime, OverUnits


class IndicatorPart(Part):
    """Something counted: a flow (sum, sum), a stock (last, sum), a share (numerator, denominator)."""

    id: Slug
    name: Text
    name_en: Text | None = None
    unit_of_measure: Text
    type: Literal["count", "decimal", "money", "percent"] = "count"
    over_time: OverTime = "none"
    over_units: OverUnits = "none"
    numerator: Slug | None = None
    denominator: Slug | None = None
    note: Text | None = None

    def facts(self) -> Indicator:
        """The indicator as sums see it."""
        return Indicator(
            id=self.id,
            name=self.name,
            name_en=self.name_en or self.name,
            unit_of_measure=self.unit_of_measure,
            type=self.type,
            over_time=self.over_time,
            over_units=self.over_units,
            numerator=self.numerator,
            denominator=self.denominator,
        )


class IndicatorsDocument(Part):
    """The catalogue, in the order in which tables list it."""

    schema_: Literal["indicators/v1"] = Field(alias="schema")
    indicators: Rows[IndicatorPart] = Field(default_factory=list)

    def facts(self) -> IndicatorsFile:
        """The indicators in order."""
        return IndicatorsFile(tuple(part.facts() for part in self.indicators))
