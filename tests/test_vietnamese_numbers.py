"""Counts, decimals and percentages, read strictly and written in the Vietnamese way."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.misread import Misread
from dvk.vietnamese.numbers import format_number, parse_count, parse_decimal, parse_percent

quick = settings(max_examples=200, deadline=None)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("01", 1),
        ("09", 9),
        ("3000", 3000),
        ("3.000", 3000),
        ("3 000", 3000),
        ("3\u00a0000", 3000),
        ("12\u202f345\u202f678", 12_345_678),
        (" 1.234.567 ", 1_234_567),
        ("9" * 15, 999_999_999_999_999),
        ("0" * 40, 0),
    ],
)
def test_a_count_is_plain_or_in_groups_of_three(text, count):
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("3.6", "ambiguous", ("3", "4", "3600", "3.600")),
        ("3.0", "ambiguous", ("3", "3000", "3.000")),
        ("12.50", "ambiguous", ("12", "13", "12500", "12.500")),
        ("1234.5", "ambiguous", ("1234", "1235")),
        ("0.125", "ambiguous", ("0", "1")),
        ("3,000", "ambiguous", ("3000", "3.000")),
        ("1,234,567", "ambiguous", ("1234567", "1.234.567")),
        ("3,6", "not_whole", ("3", "4")),
        ("1.234,5", "not_whole", ("1234", "1235")),
        ("3.00.000", "group_of_three", ("300000", "300.000")),
        ("3.000 000", "group_of_three", ("3000000", "3.000.000")),
        ("1 2", "group_of_three", ("12",)),
        ("5.", "group_of_three", ("5",)),
        ("-3", "negative", ()),
        ("\u22123", "negative", ()),
        ("+3", "sign", ("3",)),
        ("khoảng 3.000", "has_bound", ("3.000",)),
        ("Ít nhất 1", "has_bound", ("1",)),
        ("3 trở lên", "has_bound", ("3",)),
        (">= 3", "has_bound", ("3",)),
        ("3.000 em", "has_words", ("3.000",)),
        ("9" * 16, "too_large", ()),
        ("1" * 101, "too_long", ()),
        ("", "empty", ()),
        (" \u00a0 ", "empty", ()),
        ("1e3", "not_a_number", ()),
        ("0x10", "not_a_number", ()),
        ("1_000", "not_a_number", ()),
        ("NaN", "not_a_number", ()),
        ("ba", "not_a_number", ()),
        ("３", "not_a_number", ()),
        ("٣", "not_a_number", ()),
        ("²", "not_a_number", ()),
        ("3\n000", "not_a_number", ()),
    ],
)
def test_what_is_no_plain_count_is_refused_with_what_would_be_clear(text, reason, clear):
    with pytest.raises(Misread) as caught:
        parse_count(text)
    wrong = caught.value
    assert (wrong.kind, wrong.typed, wrong.reason, wrong.clear) == ("count", text, reason, clear)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,5", Fraction(5, 2)),
        ("-2,5", Fraction(-5, 2)),
        ("0,125", Fraction(1, 8)),
        ("3,6000", Fraction(18, 5)),
        ("3.600", Fraction(3600)),
        ("1.234,567", Fraction(1_234_567, 1000)),
        ("1234,567", Fraction(1_234_567, 1000)),
        ("12 345,6", Fraction(123_456, 10)),
        ("90", Fraction(90)),
    ],
)
def test_a_decimal_has_a_comma(text, value):
    assert parse_decimal(text) == value


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("2.5", "ambiguous", ("2,5", "25")),
        ("-2.5", "ambiguous", ("-2,5", "-25")),
        ("0.5", "ambiguous", ("0,5",)),
        ("3,600", "ambiguous", ("3,6", "3600")),
        ("3,000", "ambiguous", ("3", "3000")),
        ("3,125", "ambiguous", ("3,1250", "3125")),
        ("1,234.5", "ambiguous", ("1.234,5",)),
        ("-1,234,567", "ambiguous", ("-1234567", "-1.234.567")),
        ("1.23,4", "group_of_three", ("123,4",)),
        ("\u22122,5", "negative", ("-2,5",)),
        ("--2", "negative", ()),
        ("2,5 ha", "has_words", ("2,5",)),
        ("5,", "group_of_three", ("5",)),
        (",5", "not_a_number", ()),
        ("0," + "1" * 16, "too_large", ()),
    ],
)
def test_a_decimal_that_could_be_thousands_is_refused(text, reason, clear):
    with pytest.raises(Misread) as caught:
        parse_decimal(text)
    assert (caught.value.kind, caught.value.reason, caught.value.clear) == ("decimal", reason, clear)


@pytest.mark.parametrize(("text", "points"), [("93 %", 93), ("93%", 93), ("93", 93), ("0,5 %", Fraction(1, 2))])
def test_a_percentage_is_in_points(text, points):
    assert parse_percent(text) == points


@pytest.mark.parametrize(
    ("text", "clear"), [("2.5 %", ("2,5 %", "25 %")), ("khoảng 93%", ("93%",)), ("%", ()), ("5 % %", ())]
)
def test_a_doubtful_percentage_keeps_its_sign_in_what_is_proposed(text, clear):
    with pytest.raises(Misread) as caught:
        parse_percent(text)
    assert (caught.value.kind, caught.value.typed, caught.value.clear) == ("percent", text, clear)


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (0, 2, "0"),
        (3120, 2, "3.120"),
        (-1_234_567, 2, "-1.234.567"),
        (Fraction(220, 3), 2, "73,33"),
        (Fraction(20), 2, "20"),
        (Fraction(1, 200), 2, "0,01"),
        (Fraction(-1, 200), 2, "-0,01"),
        (Fraction(-1, 1000), 2, "0"),
        (Fraction(25, 10), 0, "3"),
        (Fraction(999_999, 1000), 2, "1.000"),
        (Fraction(18, 5), 2, "3,6"),
        (Fraction(1, 3), 4, "0,3333"),
    ],
)
def test_a_number_is_written_with_dots_a_comma_and_no_idle_zeros(value, places, written):
    assert format_number(value, places) == written


@quick
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_count_written_is_read_again(count):
    assert parse_count(format_number(count)) == count
    assert parse_count(str(count)) == count


@quick
@given(st.integers(min_value=-(10**14), max_value=10**14), st.integers(min_value=0, max_value=2))
def test_a_decimal_written_is_read_again(digits, places):
    value = Fraction(digits, 10**places)
    assert parse_decimal(format_number(value, places)) == value


@quick
@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(min_value=0, max_value=2))
def test_rounding_is_off_by_half_a_step_at_most(value, places):
    assert abs(parse_decimal(format_number(value, places)) - value) <= Fraction(1, 2 * 10**places)
