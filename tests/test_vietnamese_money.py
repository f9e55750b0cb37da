"""Amounts in đồng."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import format_money, parse_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("600000000", 600_000_000),
        ("600.000.000", 600_000_000),
        ("600.000.000 đ", 600_000_000),
        ("600.000.000đ", 600_000_000),
        ("65 500 000 đồng", 65_500_000),
        ("50.000 VND", 50_000),
        ("50.000 vnđ", 50_000),
        ("600 triệu đồng", 600_000_000),
        ("600 TRIỆU", 600_000_000),
        ("600 trie\u0323\u0302u", 600_000_000),
        ("600tr", 600_000_000),
        ("3,6 tỷ", 3_600_000_000),
        ("3,6 tỉ đồng", 3_600_000_000),
        ("3.600 triệu", 3_600_000_000),
        ("500 nghìn", 500_000),
        ("500 ngàn đ", 500_000),
        ("1,2 nghìn tỷ", 1_200_000_000_000),
        ("0", 0),
    ],
)
def test_an_amount_is_whole_dong(text, amount):
    assert parse_money(text) == amount


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("1.5", "ambiguous", ("1500", "1.500", "1,5 triệu", "1,5 tỷ")),
        ("3,600", "ambiguous", ("3600", "3.600", "3,6 triệu", "3,6 tỷ")),
        ("1,5", "not_whole", ("1,5 triệu", "1,5 tỷ")),
        ("1.5 tỷ", "ambiguous", ("1,5 tỷ", "15 tỷ")),
        ("3,600 tỷ đồng", "ambiguous", ("3,6 tỷ đồng", "3600 tỷ đồng")),
        ("1,2345 nghìn", "not_whole", ("1.234 đ", "1.235 đ")),
        ("3.00.000 đ", "group_of_three", ("300000 đ", "300.000 đ")),
        ("khoảng 600 triệu", "has_bound", ("600 triệu",)),
        ("Trên 3,6 tỷ đồng", "has_bound", ("3,6 tỷ đồng",)),
        ("ít nhất 600 triệu", "has_bound", ("600 triệu",)),
        ("gần 2 tỷ", "has_bound", ("2 tỷ",)),
        ("600 triệu trở lên", "has_bound", ("600 triệu",)),
        ("khoảng 1.5 tỷ", "has_bound", ("1,5 tỷ", "15 tỷ")),
        ("3 tỷ 600 triệu", "several_amounts", ("3.600.000.000",)),
        ("600 trieu dong", "unknown_unit", ("600 triệu đồng",)),
        ("600 trıệu", "unknown_unit", ()),
        ("600 USD", "unknown_unit", ()),
        ("1tr5", "unknown_unit", ()),
        ("-5 triệu", "negative", ()),
        ("-5", "negative", ()),
        ("1000000 tỷ", "too_large", ()),
        ("9" * 16, "too_large", ()),
        ("triệu", "not_a_number", ()),
        ("đ", "not_a_number", ()),
        ("", "empty", ()),
    ],
)
def test_a_doubtful_amount_is_refused_with_what_would_be_clear(text, reason, clear):
    with pytest.raises(Misread) as caught:
        parse_money(text)
    wrong = caught.value
    assert (wrong.kind, wrong.typed, wrong.reason, wrong.clear) == ("money", text, reason, clear)


def test_an_amount_is_written_with_its_sign():
    assert format_money(600_000_000) == "600.000.000 đ"
    assert format_money(0) == "0 đ"


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_an_amount_written_is_read_again(amount):
    assert parse_money(format_money(amount)) == amount


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0, max_value=99_999), st.sampled_from([("triệu", 10**6), ("tỷ", 10**9)]))
def test_a_scale_multiplies_what_a_comma_divides(tenths, scale):
    word, factor = scale
    assert parse_money(f"{tenths // 10},{tenths % 10} {word}") == tenths * factor // 10
