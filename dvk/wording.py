"""Days, periods, numbers and money as offices write them in their documents; always in Vietnamese."""

import re
from datetime import date
from fractions import Fraction

from dvk.facts import Bound, Exact, Indicator
from dvk.periods import Period, YearPart
from dvk.values import Moment, YearDay
from dvk.vietnamese.amount_words import amount_in_words
from dvk.vietnamese.numbers import format_number

WHOLE_YEAR = "cả năm"

_ROMAN = ("", "I", "II", "III", "IV")
_TENS = 10
_PADDED_MONTHS = 2
_HALVES = {(1, 6): "6 tháng đầu", (7, 12): "6 tháng cuối"}
_ACTS = re.compile(r"(?:Thực hiện|Triển khai|Tổ chức|Tăng cường|Đẩy mạnh|Phát động|Xây dựng|Về)\b")
"""What subjects begin with that are no names."""
_QUARTERS = {(1, 3): 1, (4, 6): 2, (7, 9): 3, (10, 12): 4}


def day_in_words(day: date) -> str:
    """``ngày 05 tháng 02 năm 2021``: a zero before days below 10 and before months 1 and 2 only.

    Source: Decree 30/2020, annex I.
    """
    return f"ngày {day.day:02} tháng {_month(day.month)} năm {day.year}"


def short_day(day: date) -> str:
    """``05/02/2021``, ``27/4/2020``: zeros as in words."""
    return f"{day.day:02}/{_month(day.month)}/{day.year}"


def day_of_every_year(day: YearDay) -> str:
    """``15/5``, ``05/02``."""
    return f"{day.day:02}/{_month(day.month)}"


def moment(value: Moment | YearDay) -> str:
    """``ngày 15/5``, ``17 giờ 00 ngày 30/01/2026``."""
    day = day_of_every_year(value) if isinstance(value, YearDay) else short_day(value.day)
    hour = f"{value.hour.hour:02} giờ {value.hour.minute:02} " if value.hour else ""
    return f"{hour}ngày {day}"


def period(value: Period) -> str:
    """``năm 2021``, ``6 tháng đầu năm 2021``, ``quý I năm 2021``, ``tháng 5 năm 2021``, ``9 tháng đầu năm 2021``."""
    if value.is_year:
        return f"năm {value.year}"
    return f"{part_of_year(YearPart(value.first, value.last))} năm {value.year}"


def part_of_year(value: YearPart) -> str:
    """The months of a year that is not named: ``cả năm``, ``6 tháng đầu``, ``quý I``, ``tháng 5``."""
    months = (value.first, value.last)
    if months == (1, 12):
        return WHOLE_YEAR
    if months in _HALVES:
        return _HALVES[months]
    if months in _QUARTERS:
        return f"quý {_ROMAN[_QUARTERS[months]]}"
    if value.first == value.last:
        return f"tháng {value.first}"
    return f"{value.last} tháng đầu" if value.first == 1 else f"từ tháng {value.first} đến tháng {value.last}"


def count(value: Exact) -> str:
    """A number of things: ``3.000``, and ``09`` with the zero that offices put before small ones."""
    small = isinstance(value, int) and 0 < value < _TENS
    return f"0{value}" if small else format_number(value)


def money(value: Exact) -> str:
    """``600.000.000 đồng``."""
    return f"{format_number(value)} đồng"


def money_in_words(value: int, bound: Bound = "exactly") -> str:
    """``Sáu trăm triệu đồng``, with its bound ``Khoảng sáu trăm triệu đồng``; what stands in a signed document."""
    words = bounded(bound, lowered(amount_in_words(value)))
    return words[:1].upper() + words[1:]


def in_column(value: Exact) -> str:
    """A figure in a column of a table, below others of its kind: ``9``, ``3.000``, plain digits without a zero."""
    return format_number(value)


def amount(value: Exact, indicator: Indicator | None) -> str:
    """A figure in a sentence, without its unit: small counts with the zero that keeps others from changing them."""
    whole = isinstance(value, int) and (indicator is None or indicator.type == "count")
    return count(value) if whole else format_number(value)


def with_unit(value: Exact, indicator: Indicator | None) -> str:
    """A figure in a sentence: ``3.000 em``, ``600.000.000 đồng``."""
    return f"{amount(value, indicator)} {indicator.unit_of_measure}" if indicator else amount(value, None)


def bounded(bound: Bound, lower: str, upper: str = "") -> str:
    """A value with its bound: ``ít nhất 90 căn``, ``khoảng 12 căn``, ``từ 01 đến 02 mô hình``."""
    about = "khoảng " if bound == "about" else ""
    if upper:
        return f"{about}từ {lower} đến {upper}"
    return f"ít nhất {lower}" if bound == "at_least" else f"{about}{lower}"


def percent(value: Exact) -> str:
    """``93 %``, rounded to a whole one."""
    return f"{format_number(Fraction(value), places=0)} %"


def lowered(text: str) -> str:
    """A name inside a sentence: ``Cấp huyện`` is ``cấp huyện``; ``MTTQ xã`` stays as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def going_on(subject: str) -> str:
    """A subject inside a sentence: ``Thực hiện Phong trào …`` is ``thực hiện Phong trào …``; a name stays as it is."""
    return subject[:1].lower() + subject[1:] if _ACTS.match(subject) else subject


def _month(month: int) -> str:
    return f"{month:02}" if month <= _PADDED_MONTHS else str(month)
