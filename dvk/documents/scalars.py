"""Types of scalars: the text of a YAML scalar read by a strict Vietnamese parser, with a lenient JSON Schema.

YAML types nothing here: every scalar reaches its type as text, and the type decides what it may mean.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    WithJsonSchema,
)

from dvk import values
from dvk.periods import Period, YearPart, parse_period
from dvk.vietnamese.dates import parse_date, parse_end_date, parse_moment
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count
from dvk.vietnamese.text import parse_yes_no

T = TypeVar("T")

_REMEMBERED = 4096
"""Texts of one form whose meaning is kept for the next document."""


class Part(BaseModel):
    """A mapping of a document: closed (an unknown key is a mistake), never changed once read."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


@dataclass(frozen=True, slots=True)
class _ReadBy:
    """Says of a type that it is the text of a scalar as this function reads it."""

    parse: Callable[[str], Any]

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> Any:
        """Pydantic sees to it that there is text, and gives it to the function."""
        return handler.generate_schema(Annotated[str, AfterValidator(self.parse)])


def _parsed(parse: Callable[[str], Any]) -> _ReadBy:
    """Documents of many units repeat the same short texts: ids, figures, days."""
    return _ReadBy(lru_cache(_REMEMBERED)(parse))


def _rows(value: Any) -> Any:
    return [] if value is None else value


def _one_or_rows(value: Any) -> Any:
    """A value that never changed may stand without a list: it holds without a date."""
    return [{"value": value}] if isinstance(value, str) else _rows(value)


def _for_editors(form: str, *types: str) -> WithJsonSchema:
    """What an editor may take a right spelling for, by YAML's rules and not by ours; ``form`` says how we read it."""
    return WithJsonSchema({"type": ["string", *types], "form": form})


_ANY = ("number", "boolean")

Text = Annotated[str, _ReadBy(values.read_text), _for_editors("text", *_ANY)]
Slug = Annotated[str, _parsed(values.read_slug), _for_editors("id", *_ANY)]
Folder = Annotated[str, _parsed(values.read_folder), _for_editors("folder", *_ANY)]
Count = Annotated[int, _parsed(parse_count), _for_editors("count", "number")]
Days = Annotated[int, _parsed(values.read_days), _for_editors("count", "number")]
Money = Annotated[int, _parsed(parse_money), _for_editors("money", "number")]
FigureValue = Annotated[values.Figure, _parsed(values.read_figure), _for_editors("figure", "number")]
Date = Annotated[date, _parsed(parse_date), _for_editors("day", "number")]
EndDate = Annotated[date, _parsed(parse_end_date), _for_editors("last_day", "number")]
MomentValue = Annotated[
    values.Moment, _parsed(lambda text: values.Moment(*parse_moment(text))), _for_editors("moment", "number")
]
Day = Annotated[values.Moment | values.YearDay, _parsed(values.read_day), _for_editors("moment_or_yearly", "number")]
EndDay = Annotated[
    values.Moment | values.YearDay, _parsed(values.read_end_day), _for_editors("last_day_or_yearly", "number")
]
PeriodValue = Annotated[Period, _parsed(parse_period), _for_editors("period", "number")]
PeriodOrPart = Annotated[
    Period | YearPart, _parsed(values.read_period_or_part), _for_editors("period_or_part", "number")
]
Years = Annotated[tuple[int, int], _parsed(values.read_years), _for_editors("years", "number")]
Measure = Annotated[Fraction, _parsed(values.read_measure), _for_editors("measure", "number")]
SignOrShare = Annotated[str | Fraction, _parsed(values.read_sign_or_share), _for_editors("sign_or_share", *_ANY)]
YesNo = Annotated[bool, _parsed(parse_yes_no), _for_editors("yes_no", "boolean")]
Number = Annotated[str, _parsed(lambda text: str(parse_document_number(text))), _for_editors("number")]
ReferenceValue = Annotated[values.Reference, _parsed(values.read_reference), _for_editors("reference")]

Rows = Annotated[list[T], BeforeValidator(_rows)]


class DatedValue(Part):
    """A text that held from one day to another, both included; without a day, without a limit."""

    value: Text
    start: Date | None = Field(None, alias="from")
    end: EndDate | None = Field(None, alias="to")


Dated = Annotated[list[DatedValue], BeforeValidator(_one_or_rows)]
