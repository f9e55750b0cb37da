"""Text of old fonts is named; correct text of any language never is."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.vietnamese.legacy_fonts import legacy_encoding
from dvk.vietnamese.syllables import is_syllable

SENTENCES = [
    "Ban Thường vụ Tỉnh đoàn giao mỗi xã, phường, thị trấn giúp ít nhất 01 hộ thoát nghèo.",
    "Đoàn viên góp 3,6 tỷ đồng xây 90 căn nhà; khuỷu đường cuối thôn đã rải xong bê tông.",
    "Chị Hoà và anh Thuý nhắc: quý I nộp báo cáo, quý II tổng kết; giữ gìn vệ sinh, tuỳ nơi mà làm.",
    "Thôn Đắk Wil, Ea T'Ling, DRông, Cư Knia – nơi ở của đồng bào M'Nông, Ê Đê.",
    "“Dân vận khéo” – khoẻ người, đẹp làng; ngoằn ngoèo mấy lối cũng về.",
    "Điểm a khoản 2 § 5; diện tích 12 m², dày 5 µm, lực 3 N·m, sai số ±½ %, © 2020, Word®.",
    "THỰC HIỆN PHONG TRÀO THI ĐUA NĂM 2021, TỔ CHỨC LỄ RA QUÂN",
    "«Đoàn kết» và «xung kích» là hai lời hứa; xem chú thích ¹ và quyển¹.",
    "Ông Ðỗ Văn Ân, bà Nguyễn Thị Ẩn, cháu Ý.",
]
OTHER_LANGUAGES = [
    "Plain ASCII text, with § 5 and §§ 6–7, §a, §ii.",
    "naïve café résumé coöperate Noël façade rôle",
    "Là où il y a du maïs, l'État laïc haï à Haïti; août, goût, coût, sûr, Thaïlande, Thaï, Loïc, Caïn.",
    "Œuvre, cœur, forêt, île, naître, aérien, Israël, Citroën, ambiguë, « mot », Saïgon, Hanoï",
    "Straße für schöne Grüße, Köln, Äpfel",
    "El niño español, señora Ñuñoa, Mª José, 1ª vez, pingüino",
    "coração, ações, põe, mãe, avô, você",
    "CITROËN, ZOÉ, À LA CARTE, ÉCOLE",
]
TCVN3 = [
    "§oµn thanh niªn",
    "phong trµo thi ®ua “D©n vËn khÐo”",
    "Uû ban nh©n d©n x·",
    "Hµ TÜnh",
    "Trµ Vinh",
    "Céng hoµ x· héi chñ nghÜa ViÖt Nam",
    "Kinh phÝ kho¶ng 600 triÖu ®ång",
    "Tr\xad\xeang häc",
]
VNI = [
    "Ñoaøn thanh nieân",
    "ÑOAØN THANH NIEÂN",
    "phong traøo thi ñua “Daân vaän kheùo”",
    "UÛy ban nhaân daân xaõ",
    "Caø Mau",
    "KEÁ HOAÏCH",
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
    "Kinh phí khoaûng 600 trieäu ñoàng",
]


@pytest.mark.parametrize("text", SENTENCES + OTHER_LANGUAGES + ["", "§", "§ 5", "§5", "§a và §b"])
def test_correct_text_gives_no_alarm_as_a_whole_or_word_by_word(text):
    assert legacy_encoding(text) is None
    assert legacy_encoding(unicodedata.normalize("NFD", text)) is None
    assert [word for word in text.split() if legacy_encoding(word)] == []
    assert legacy_encoding(text.upper()) is None


@pytest.mark.parametrize("text", TCVN3)
def test_tcvn3_is_named(text):
    assert legacy_encoding(text) == "TCVN3"


@pytest.mark.parametrize("text", VNI)
def test_vni_is_named(text):
    assert legacy_encoding(text) == "VNI"


def test_a_quotation_of_old_text_does_not_condemn_a_correct_one():
    assert legacy_encoding(f"Tệp cũ ghi “§oµn”, nay phải gõ lại thành “Đoàn” cho đúng: {SENTENCES[0]}") is None
    assert legacy_encoding(f"{' '.join(TCVN3)} Đoàn") == "TCVN3"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), min_size=1, max_size=12).map(" ".join))
def test_no_mixture_of_correct_words_gives_an_alarm(text):
    assert legacy_encoding(text) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_an_answer(text):
    assert legacy_encoding(text) in {None, "TCVN3", "VNI"}


@pytest.mark.parametrize(
    "word",
    [
        "Đoàn",
        "khuỷu",
        "ngoằn",
        "quýt",
        "giếng",
        "gìn",
        "nghiêng",
        "hoà",
        "hòa",
        "thuý",
        "thúy",
        "quốc",
        "uống",
        "Ẩn",
        "yêu",
        "ý",
    ],
)
def test_syllables(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["", "b", "tâ", "Đắkk", "DRông", "cac", "càc", "où", "café", "háà", "đ", "wil"])
def test_what_no_vietnamese_syllable_can_be(word):
    assert not is_syllable(word)
