"""Days, hours and ends, read strictly."""

import unicodedata
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.dates import (
    TIME_ZONE,
    format_date,
    parse_date,
    parse_end_date,
    parse_moment,
    parse_month_day,
    parse_month_day_moment,
    parse_time,
)
from dvk.vietnamese.misread import Misread

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
IN_WORDS = "ngày 27 tháng 4 năm 2020"


def refusal(parse, text):
    with pytest.raises(Misread) as caught:
        parse(text)
    assert caught.value.typed == text
    return caught.value.kind, caught.value.reason, caught.value.clear


@pytest.mark.parametrize(
    "text",
    [
        "2020-04-27",
        "2020-4-27",
        "2020/04/27",
        "27/4/2020",
        "27/04/2020",
        "27-4-2020",
        "27.4.2020",
        "ngày 27/4/2020",
        IN_WORDS,
        IN_WORDS.title(),
        unicodedata.normalize("NFD", IN_WORDS),
        " 27 tháng 04 năm 2020 ",
    ],
)
def test_one_day_has_many_spellings(text):
    assert parse_date(text) == date(2020, 4, 27)


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("4/27/2020", "month_first", ("2020-04-27", "27/4/2020")),
        ("4-27-2020", "month_first", ("2020-04-27", "27/4/2020")),
        ("2020-27-04", "day_first", ("2020-04-27", "27/4/2020")),
        ("27/4/20", "two_digit_year", ("27/4/2020",)),
        ("20-04-27", "two_digit_year", ("20-4-2027", "2020-04-27")),
        ("31/02/2020", "no_such_day", ("29/2/2020",)),
        ("2021-02-31", "no_such_day", ("2021-02-28",)),
        ("31.4.2021", "no_such_day", ("30.4.2021",)),
        ("ngày 31 tháng 4 năm 2020", "no_such_day", ("ngày 30 tháng 4 năm 2020",)),
        ("0/4/2020", "no_such_day", ()),
        ("32/13/2020", "no_such_month", ()),
        ("1/0/2020", "no_such_month", ()),
        ("27/4", "no_year", ()),
        ("04-27", "no_year", ()),
        ("ngày 27 tháng 4", "no_year", ()),
        ("27/4-2020", "separators", ("27-4-2020", "27/4/2020")),
        ("2020.04.27", "separators", ("2020-04-27", "2020/04/27")),
        ("27 / 4 / 2020", "separators", ("27-4-2020", "27/4/2020")),
        ("1/1/1899", "year_out_of_range", ()),
        ("2101-01-01", "year_out_of_range", ()),
        ("0020-01-01", "year_out_of_range", ()),
        ("27/4/2020 17:00", "has_time", ("27/4/2020",)),
        ("2020-04-27T17:00", "has_time", ("2020-04-27",)),
        ("20200427", "not_a_date", ()),
        ("27/4/020", "separators", ()),
        ("27 Apr 2020", "not_a_date", ()),
        ("hôm nay", "not_a_date", ()),
        ("２７/4/2020", "not_a_date", ()),
        ("", "empty", ()),
        ("1" * 200, "too_long", ()),
    ],
)
def test_a_doubtful_day_is_refused_with_what_would_be_clear(text, reason, clear):
    assert refusal(parse_date, text) == ("date", reason, clear)


@pytest.mark.parametrize("text", ["05-15", "15/5", "15/05", "ngày 15 tháng 5", "ngày 15/5", "15 tháng 05"])
def test_a_dash_puts_the_month_first_and_a_slash_the_day(text):
    assert parse_month_day(text) == (5, 15)


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("02-29", "leap_day", ("before: 03-01",)),
        ("29/2", "leap_day", ("before: 03-01",)),
        ("ngày 29 tháng 2", "leap_day", ("before: 03-01",)),
        ("30/2", "no_such_day", ("28/2",)),
        ("04-31", "no_such_day", ("04-30",)),
        ("5/15", "month_first", ("05-15", "15/5")),
        ("15-05", "day_first", ("05-15", "15/5")),
        ("5-6", "ambiguous", ("05-06", "5/6")),
        ("15.5", "ambiguous", ("15/5",)),
        ("15/5/2020", "has_year", ("05-15",)),
        ("15/5 17:00", "has_time", ("15/5",)),
        ("13/13", "no_such_month", ()),
        ("giữa tháng 5", "not_a_date", ()),
    ],
)
def test_a_doubtful_day_of_every_year_is_refused(text, reason, clear):
    assert refusal(parse_month_day, text) == ("month_day", reason, clear)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("17:00", time(17)),
        ("7:05", time(7, 5)),
        ("17h", time(17)),
        ("17H00", time(17)),
        ("17 giờ", time(17)),
        ("17 giờ 00", time(17)),
        ("17 giờ 30 phút", time(17, 30)),
        ("17g30", time(17, 30)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_an_hour_has_many_spellings(text, hour):
    assert parse_time(text) == hour


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("24:00", "midnight", ()),
        ("24h", "midnight", ()),
        ("24:01", "no_such_time", ()),
        ("12:60", "no_such_time", ()),
        ("17:00:00", "has_seconds", ("17:00",)),
        ("17:00+07:00", "has_zone", ("17:00",)),
        ("17:00Z", "has_zone", ()),
        ("17", "not_a_time", ()),
        ("17:5", "not_a_time", ()),
        ("5 pm", "not_a_time", ()),
    ],
)
def test_a_doubtful_hour_is_refused(text, reason, clear):
    assert refusal(parse_time, text) == ("time", reason, clear)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("2026-01-30", date(2026, 1, 30), None),
        ("2026-01-30 17:00", date(2026, 1, 30), time(17)),
        ("2026-01-30T17:00", date(2026, 1, 30), time(17)),
        ("30/01/2026 17h00", date(2026, 1, 30), time(17)),
        ("ngày 30 tháng 1 năm 2026 17 giờ", date(2026, 1, 30), time(17)),
        ("17 giờ 00 ngày 30/01/2026", date(2026, 1, 30), time(17)),
        ("17h ngày 30 tháng 1 năm 2026", date(2026, 1, 30), time(17)),
    ],
)
def test_a_moment_is_a_day_with_an_hour_or_without(text, day, hour):
    assert parse_moment(text) == (day, hour)


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("2026-11-14T16:59:59", "has_seconds", ("2026-11-14T16:59",)),
        ("2026-11-14T16:59:59+07:00", "has_zone", ("2026-11-14T16:59",)),
        ("2026-11-14T16:59Z", "has_zone", ()),
        ("31/4/2026 17:00", "no_such_day", ("30/4/2026 17:00",)),
        ("31/4/2026 24:00", "no_such_day", ()),
        ("17h ngày 4/27/2026", "month_first", ("2026-04-27 17h", "27/4/2026 17h")),
        ("30/1/2026 24:00", "midnight", ()),
        ("17:00", "not_a_date", ()),
    ],
)
def test_a_doubtful_moment_is_refused_as_a_whole(text, reason, clear):
    assert refusal(parse_moment, text) == ("moment", reason, clear)


def test_a_day_of_every_year_may_have_an_hour():
    assert parse_month_day_moment("05-15 17:00") == ((5, 15), time(17))
    assert parse_month_day_moment("17 giờ ngày 15/5") == ((5, 15), time(17))
    assert parse_month_day_moment("15/5") == ((5, 15), None)
    assert refusal(parse_month_day_moment, "02-29 17:00") == ("month_day", "leap_day", ("before: 03-01",))
    assert refusal(parse_month_day_moment, "15-5 17h") == ("month_day", "ambiguous", ("15/5 17h",))


@pytest.mark.parametrize(
    "text", ["before 2026-12-01", "Before 1/12/2026", "trước 1/12/2026", "trước ngày 1/12/2026", "30/11/2026"]
)
def test_an_end_is_included_unless_before_is_written(text):
    assert parse_end_date(text) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("trước 12/31/2026", "month_first", ("trước 2026-12-31", "trước 31/12/2026")),
        ("before 1900-01-01", "year_out_of_range", ()),
        ("before", "not_a_date", ()),
        ("sau 1/12/2026", "not_a_date", ()),
    ],
)
def test_a_doubtful_end_is_refused(text, reason, clear):
    assert refusal(parse_end_date, text) == ("end_date", reason, clear)


def test_days_are_written_with_two_digits():
    assert format_date(date(2020, 11, 4)) == "04/11/2020"
    assert TIME_ZONE.utcoffset(None) == timedelta(hours=7)
    assert str(TIME_ZONE) == "Asia/Ho_Chi_Minh"


@settings(max_examples=200, deadline=None)
@given(DAYS)
def test_a_day_written_is_read_again_in_every_spelling(day):
    spellings = [format_date(day), day.isoformat(), f"ngày {day.day} tháng {day.month} năm {day.year}"]
    assert {parse_date(spelling) for spelling in spellings} == {day}
    assert parse_moment(f"{format_date(day)} 17:00") == (day, time(17))


@settings(max_examples=200, deadline=None)
@given(DAYS.filter(lambda day: (day.month, day.day) != (2, 29)))
def test_both_spellings_of_a_yearly_day_are_one(day):
    assert parse_month_day(f"{day:%m-%d}") == parse_month_day(f"{day.day}/{day.month}") == (day.month, day.day)


@settings(max_examples=100, deadline=None)
@given(DAYS.filter(lambda day: day > date(1900, 1, 1)))
def test_before_is_one_day_less(day):
    assert parse_end_date(f"before {day.isoformat()}") + timedelta(days=1) == parse_end_date(day.isoformat())
