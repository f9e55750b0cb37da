"""Amounts in words, read back by a way of their own: word by word, from the left, without groups of three."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.amount_words import Reading, amount_in_words

EXAMPLES = {
    0: "Không đồng",
    1: "Một đồng",
    4: "Bốn đồng",
    5: "Năm đồng",
    10: "Mười đồng",
    11: "Mười một đồng",
    14: "Mười bốn đồng",
    15: "Mười lăm đồng",
    20: "Hai mươi đồng",
    21: "Hai mươi mốt đồng",
    24: "Hai mươi tư đồng",
    25: "Hai mươi lăm đồng",
    100: "Một trăm đồng",
    101: "Một trăm linh một đồng",
    104: "Một trăm linh bốn đồng",
    105: "Một trăm linh năm đồng",
    110: "Một trăm mười đồng",
    115: "Một trăm mười lăm đồng",
    1000: "Một nghìn đồng",
    1005: "Một nghìn không trăm linh năm đồng",
    1015: "Một nghìn không trăm mười lăm đồng",
    10500: "Mười nghìn năm trăm đồng",
    1000001: "Một triệu không trăm linh một đồng",
    1001000: "Một triệu không trăm linh một nghìn đồng",
    65500000: "Sáu mươi lăm triệu năm trăm nghìn đồng",
    600000000: "Sáu trăm triệu đồng",
    3600000000: "Ba tỷ sáu trăm triệu đồng",
    1000005000: "Một tỷ không trăm linh năm nghìn đồng",
    10**12: "Một nghìn tỷ đồng",
    10**12 + 1: "Một nghìn tỷ không trăm linh một đồng",
    10**15: "Một triệu tỷ đồng",
    10**18: "Một tỷ tỷ đồng",
    10**18 + 5 * 10**9: "Một tỷ không trăm linh năm tỷ đồng",
    -21000: "Âm hai mươi mốt nghìn đồng",
}
TEN = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
DIGITS = {word: value for value, word in enumerate(TEN)}
DIGITS |= {"mốt": 1, "tư": 4, "lăm": 5}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6}
READINGS = [Reading(*words) for words in product(("linh", "lẻ"), ("nghìn", "ngàn"), ("tư", "bốn"))]


def read_back(words):
    """Read an amount as a person does: each word adds to what is open, a scale closes it, ``tỷ`` lifts all before."""
    *spoken, last = words.lower().split()
    assert last == "đồng"
    sign = -1 if spoken[0] == "âm" else 1
    done = opened = digit = 0
    for word in spoken[1:] if sign < 0 else spoken:
        if word in DIGITS:
            digit = DIGITS[word]
            continue
        if word == "trăm":
            opened, digit = opened + digit * 100, 0
        elif word == "mươi":
            opened, digit = opened + digit * 10, 0
        elif word == "mười":
            opened += 10
        elif word in SCALES:
            done, opened, digit = done + (opened + digit) * SCALES[word], 0, 0
        elif word == "tỷ":
            done, opened, digit = (done + opened + digit) * 10**9, 0, 0
        else:
            assert word in {"linh", "lẻ"}, word
    return sign * (done + opened + digit)


@pytest.mark.parametrize(("amount", "words"), EXAMPLES.items())
def test_amounts_are_read_as_offices_write_them(amount, words):
    assert amount_in_words(amount) == words
    assert read_back(words) == amount


def test_an_office_may_use_its_own_words():
    own = Reading(no_tens="lẻ", thousand="ngàn", four="bốn")
    assert amount_in_words(1_104_024, own) == "Một triệu một trăm lẻ bốn ngàn không trăm hai mươi bốn đồng"


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6) | st.integers(-(10**21), 10**21), st.sampled_from(READINGS))
def test_what_is_written_says_the_amount(amount, reading):
    words = amount_in_words(amount, reading)
    assert read_back(words) == amount
    assert words[0].isupper()
    assert "  " not in words


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([0, 1, 4, 5, 10, 14, 15, 20, 21, 24, 25, 100, 104, 999]), min_size=1, max_size=7))
def test_groups_full_of_odd_digits_are_read_as_well(groups):
    amount = sum(group * 1000**place for place, group in enumerate(groups))
    assert read_back(amount_in_words(amount)) == amount


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**21))
def test_digits_change_their_sound_only_after_tens(amount):
    words = amount_in_words(amount, Reading(four="tư")).lower().split()
    before = {"mốt": {"mươi"}, "tư": {"mươi"}, "lăm": {"mươi", "mười"}}
    for earlier, word in pairwise(words):
        assert earlier in before.get(word, {earlier})
        assert (earlier, word) not in {("mươi", "một"), ("mươi", "năm"), ("mười", "năm"), ("mươi", "bốn")}
