"""Folding, identifiers, alphabetical order, near names, yes and no."""

import random
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.misread import Misread
from dvk.vietnamese.text import fold, nearest, nfc, parse_yes_no, slug, sort_key

WORDS = st.text() | st.text(alphabet="aàảãáạăằâầeêoôơuưiyđĐ ͅİßÐ\u0301\u0323\u00ad\u200bͅ", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tỉnh đoàn  Trà Vinh ", "tinh doan tra vinh"),
        ("ĐẮK NÔNG", "dak nong"),
        ("Ðoàn", "doan"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("Ea\u00a0T'Ling", "ea t'ling"),
        ("thanh\u200bniên", "thanhnien"),
        ("", ""),
    ],
)
def test_fold_leaves_letters_without_accents_case_and_spare_spaces(text, folded):
    assert fold(text) == folded


def test_fold_takes_every_white_space_as_one_space():
    spaces = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace()]
    assert len(spaces) > 20
    assert {fold(f"{sign}Đà{sign}{sign} Lạt{sign}") for sign in spaces} == {"da lat"}
    assert fold("".join(spaces)) == ""


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_fold_is_stable_and_blind_to_the_unicode_form(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text)) == folded


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_a_slug_has_only_plain_letters_digits_and_single_hyphens(text):
    made = slug(text)
    assert all(part.isascii() and part.isalnum() and part == part.lower() for part in made.split("-") if made)
    assert slug(made) == made


def test_a_slug_is_an_identifier():
    assert slug("Huyện đoàn Cư Jút – Đắk Nông (2020)") == "huyen-doan-cu-jut-dak-nong-2020"
    assert slug("…") == ""


def test_letters_come_in_the_order_of_the_alphabet():
    alphabet = [
        "a",
        "ă",
        "â",
        "b",
        "c",
        "d",
        "đ",
        "e",
        "ê",
        "g",
        "h",
        "i",
        "k",
        "l",
        "m",
        "n",
        "o",
        "ô",
        "ơ",
        "p",
        "q",
        "r",
        "s",
        "t",
        "u",
        "ư",
        "v",
        "x",
        "y",
    ]
    shuffled = random.Random(7).sample(alphabet, len(alphabet))  # noqa: S311 - a fixed order, no secret
    assert sorted(shuffled, key=sort_key) == alphabet
    assert sorted((letter.upper() for letter in shuffled), key=sort_key) == [letter.upper() for letter in alphabet]


def test_tones_decide_after_letters():
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["mà", "mai", "ma"], key=sort_key) == ["ma", "mà", "mai"]


def test_names_of_districts_stand_as_in_a_directory():
    ordered = ["Càng Long", "Cầu Kè", "Cầu Ngang", "Châu Thành", "Duyên Hải", "Đắk Wil", "Ea Pô", "Tiểu Cần"]
    assert sorted(sorted(ordered), key=sort_key) == ordered


def test_the_order_is_blind_to_the_unicode_form_and_to_the_place_of_the_tone_mark():
    assert sort_key(unicodedata.normalize("NFD", "Cầu Ngang")) == sort_key("Cầu Ngang")
    assert sort_key("hoà")[:2] == sort_key("hòa")[:2]
    assert sort_key("Xã 1") < sort_key("Xã A")


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=8))
def test_any_texts_have_one_order(texts):
    assert sorted(texts, key=sort_key) == sorted(sorted(texts), key=sort_key)


def test_near_names_are_found_without_accents():
    units = ["huyen-doan-cau-ke", "huyen-doan-cau-ngang", "tinh-doan-tra-vinh"]
    assert nearest("huyện đoàn cầu kè", units)[0] == "huyen-doan-cau-ke"
    assert nearest("tinh-doan-travinh", units) == ("tinh-doan-tra-vinh",)
    assert nearest("zzz", units) == ()
    assert nearest("x", []) == ()


def test_at_most_so_many_near_names_are_given_and_like_ones_keep_their_order():
    assert nearest("hoa", ["hoà", "hòa", "Hoa", "hóa"], most=2) == ("hoà", "hòa")
    assert nearest("a" * 100_000, ["a" * 50]) in {(), ("a" * 50,)}


@pytest.mark.parametrize("text", ["true", "True", "YES", "có", "CÓ", " co\u0301 "])
def test_yes(text):
    assert parse_yes_no(text) is True


@pytest.mark.parametrize("text", ["false", "No", "không", "KHÔNG", unicodedata.normalize("NFD", "không")])
def test_no(text):
    assert parse_yes_no(text) is False


@pytest.mark.parametrize("text", ["", "1", "on", "khong", "co", "y"])
def test_neither_yes_nor_no(text):
    with pytest.raises(Misread) as caught:
        parse_yes_no(text)
    wrong = caught.value
    assert (wrong.kind, wrong.typed, wrong.reason, wrong.clear) == ("yes_no", text, "not_yes_no", ("true", "false"))
