"""What holds for every strict reader, whatever it is given."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.dates import (
    parse_date,
    parse_end_date,
    parse_moment,
    parse_month_day,
    parse_month_day_moment,
    parse_time,
)
from dvk.vietnamese.document_number import parse_document_number
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count, parse_decimal, parse_percent
from dvk.vietnamese.text import parse_yes_no

READERS = {
    parse_count: "count",
    parse_decimal: "decimal",
    parse_percent: "percent",
    parse_money: "money",
    parse_date: "date",
    parse_month_day: "month_day",
    parse_time: "time",
    parse_moment: "moment",
    parse_month_day_moment: "month_day",
    parse_end_date: "end_date",
    parse_document_number: "number",
    parse_yes_no: "yes_no",
}
REMEDY_OF_A_LEAP_DAY = "before: 03-01"
FRAGMENTS = st.sampled_from(
    [
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "12",
        "13",
        "27",
        "29",
        "31",
        "000",
        "600",
        "2020",
        "1899",
        ".",
        ",",
        "/",
        "-",
        ":",
        "%",
        "+",
        "−",
        "–",
        "T",
        "h",
        "Z",
        "ngày",
        "tháng",
        "năm",
        "giờ",
        "trước",
        "before",
        "khoảng",
        "trên",
        "triệu",
        "trieu",
        "tỷ",
        "nghìn",
        "tr",
        "trı",
        "đồng",
        "đ",
        "VND",
        "KH",
        "TĐTN",
        "Số:",
        "&",
    ]
)
NEARLY_RIGHT = st.lists(FRAGMENTS | st.sampled_from([" ", "\u00a0", "\t"]), max_size=9).map("".join)


def read(parse, text):
    """The refusal, or None where the text was read: anything else that is raised fails the test."""
    try:
        parse(text)
    except Misread as wrong:
        return wrong
    return None


@pytest.mark.parametrize("parse", READERS)
@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=30) | NEARLY_RIGHT)
def test_a_reader_raises_only_misread_and_proposes_only_what_it_reads(parse, text):
    wrong = read(parse, text)
    if wrong is None:
        return
    assert (wrong.kind, wrong.typed) == (READERS[parse], text)
    assert wrong.reason.isidentifier()
    assert text not in wrong.clear
    assert len(set(wrong.clear)) == len(wrong.clear)
    unread = [clear for clear in wrong.clear if read(parse, clear) and clear != REMEDY_OF_A_LEAP_DAY]
    assert unread == []


@pytest.mark.parametrize("parse", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " " * 100_000,
        "1" * 1_000_000,
        "-" * 99,
        "khoảng " * 14,
        "1." * 50,
        "\ud800",
        "\x00",
        "\u0301" * 90,
        "1/" * 49,
    ],
    ids=["nothing", "blanks", "digits", "signs", "bounds", "groups", "surrogate", "null", "marks", "slashes"],
)
def test_hostile_texts_are_refused_at_once(parse, text):
    wrong = read(parse, text)
    assert wrong is not None
    assert len(str(wrong)) < 1000


def test_a_refusal_goes_to_another_process_whole():
    wrong = read(parse_count, "3.6")
    arrived = pickle.loads(pickle.dumps(wrong))  # noqa: S301 - our own bytes
    assert (arrived.kind, arrived.typed, arrived.reason) == ("count", "3.6", "ambiguous")
    assert arrived.clear == ("3", "4", "3600", "3.600")


def test_a_refusal_says_what_would_be_clear():
    assert str(read(parse_count, "3.6")) == "'3.6' is not a count (ambiguous); clear: 3, 4, 3600, 3.600"
    assert str(read(parse_count, "ba")) == "'ba' is not a count (not_a_number)"
