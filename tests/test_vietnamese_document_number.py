"""Numbers and symbols of documents, in the two styles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.document_number import DocumentNumber, parse_document_number
from dvk.vietnamese.misread import Misread

CODES = st.from_regex(r"[A-ZĐƯÂ]{1,5}([.&][A-ZĐ]{1,4})?", fullmatch=True)
NUMBERS = st.builds(
    DocumentNumber,
    number=st.integers(min_value=1, max_value=999_999),
    type_code=CODES,
    issuer_code=CODES,
    department=st.none() | CODES,
    style=st.sampled_from(["union", "state"]),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("382-KH/TĐTN-TCKT", DocumentNumber(382, "KH", "TĐTN", "TCKT", "union")),
        ("382 -KH/TĐTN-TCKT", DocumentNumber(382, "KH", "TĐTN", "TCKT", "union")),
        ("218 – QĐ / TU", DocumentNumber(218, "QĐ", "TU", None, "union")),
        ("16-CTr/TWĐTN-ĐKTHTN", DocumentNumber(16, "CTr", "TWĐTN", "ĐKTHTN", "union")),
        ("07-KH/BCĐ", DocumentNumber(7, "KH", "BCĐ", None, "union")),
        ("3-BC/TĐTN-CTĐ&TTN", DocumentNumber(3, "BC", "TĐTN", "CTĐ&TTN", "union")),
        ("96/KH-UBND", DocumentNumber(96, "KH", "UBND", None, "state")),
        ("59/KH-MTTQ-BTT", DocumentNumber(59, "KH", "MTTQ", "BTT", "state")),
        ("59 / KH - MTTQ - BTT", DocumentNumber(59, "KH", "MTTQ", "BTT", "state")),
        ("5/QĐ-BCH.TW", DocumentNumber(5, "QĐ", "BCH.TW", None, "state")),
    ],
)
def test_both_styles_are_read(text, expected):
    assert parse_document_number(text) == expected


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("382 -KH/TĐTN-TCKT", "382-KH/TĐTN-TCKT"),
        ("5/KH-UBND", "05/KH-UBND"),
        ("005/KH-UBND", "05/KH-UBND"),
        ("127-QĐ/TW", "127-QĐ/TW"),
        ("7-KH/BCĐ", "07-KH/BCĐ"),
    ],
)
def test_the_canonical_form_has_no_spaces_and_a_zero_below_ten(text, canonical):
    assert str(parse_document_number(text)) == canonical


@pytest.mark.parametrize(
    ("text", "reason", "clear"),
    [
        ("382-KH-TĐTN", "ambiguous", ("382-KH/TĐTN", "382/KH-TĐTN")),
        ("382/KH/TĐTN", "ambiguous", ("382-KH/TĐTN", "382/KH-TĐTN")),
        ("Số: 382-KH/TĐTN", "has_label", ("382-KH/TĐTN",)),
        ("30/2020/NĐ-CP", "has_year", ()),
        ("0-KH/TU", "zero", ()),
        ("-KH/TĐTN", "not_a_document_number", ()),
        ("382", "not_a_document_number", ()),
        ("5/KH-UBND.", "not_a_document_number", ()),
        ("1234567-KH/TU", "not_a_document_number", ()),
        ("5-KH/\u0422\u0423", "not_a_document_number", ()),
        ("5-KH/TU-A-B", "not_a_document_number", ()),
        ("", "empty", ()),
    ],
)
def test_what_is_neither_style_is_refused(text, reason, clear):
    with pytest.raises(Misread) as caught:
        parse_document_number(text)
    wrong = caught.value
    assert (wrong.kind, wrong.typed, wrong.reason, wrong.clear) == ("number", text, reason, clear)


@settings(max_examples=200, deadline=None)
@given(NUMBERS)
def test_a_number_written_is_read_again(number):
    assert parse_document_number(str(number)) == number
