"""The five source documents read, every field as the facts about them say; they stand beside the checkout."""

from datetime import date
from pathlib import Path

import pytest

from dvk.importing.bases import legal_bases
from dvk.importing.foot import recipients_of, signatories_of
from dvk.importing.head import head_of
from dvk.importing.outline import outlined
from dvk.importing.papers import paper_of
from dvk.importing.prose import text_of
from dvk.importing.quoted import plain

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
NAMES = ("S0", "S1", "S2", "S3", "S4")

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the source documents are not beside this checkout (../shared/seeds)"
)


def outline_of(name):
    [file] = SEEDS.glob(f"00{NAMES.index(name)}_*.txt")
    return outlined(paper_of(file))


@pytest.fixture(params=NAMES)
def seed(request):
    return request.param


TYPES = {"S0": ("HD", "2020"), "S1": ("KH", "2022"), "S2": ("KH", "2014"), "S3": ("HD", "2020"), "S4": ("KH", "2021")}
HEADS = {
    "S0": (None, None, None),
    "S1": (None, None, None),
    "S2": ("76-KH/TĐTN-VP", date(2014, 4, 4), "Rạch Giá"),
    "S3": (None, None, None),
    "S4": ("382-KH/TĐTN-TCKT", date(2021, 6, 22), "Trà Vinh"),
}
SUBJECTS = {
    "S0": "Thực hiện công tác“Dân vận khéo” năm 2020",
    "S1": "Thực hiện “Năm dân vận chính quyền” 2022 trong đoàn viên thanh niên",
    "S2": "Thực hiện Chương trình hành động thực hiện Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng "
    "khóa XI (NQ số 25-NQ/TW, ngày 03/6/2013) về “Tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận "
    "trong tình hình mới”",
    "S3": "Triển khai thực hiện “Năm Dân vận khéo” 2020",
    "S4": "Thực hiện Phong trào thi đua “Dân vận khéo” năm 2021",
}
PROGRAMMES = {"S0": "Dân vận khéo", "S1": "Năm dân vận chính quyền", "S3": "Năm Dân vận khéo", "S4": "Dân vận khéo"}
BASES = {
    "S0": [
        ("07-KH/BCĐ", "2020-03-03", "Ban Chỉ đạo phong trào thi đua “Dân vận khéo” tỉnh"),
        ("96/KH-UBND", "2020-03-23", "UBND tỉnh"),
    ],
    "S1": [
        ("419-KH/TĐTN-ĐKTHTN", "2022-02-28", "Ban Thường vụ Tỉnh Đoàn Thanh Hóa"),
        ("02-HD/HU", "2022-03-31", "Ban Dân vận Huyện ủy Thọ Xuân"),
    ],
    "S2": [
        ("16-CTr/TWĐTN-ĐKTHTN", "2014-03-04", "Ban Thường vụ Trung ương Đoàn"),
        ("40-CTr/TU", "2013-08-27", "Tỉnh ủy Kiên Giang"),
        ("25-NQ/TW", "2013-06-03", "Ban Chấp hành Trung ương Đảng khóa XI"),
    ],
    "S3": [
        ("59/KH-MTTQ-BTT", "2020-05-29", "Ban Thường trực Ủy ban MTTQ tỉnh Đắk Nông"),
        ("108-KH/HU", "2020-03-19", None),
    ],
    "S4": [
        (
            "03-KH/BCĐ",
            "2021-05-05",
            "Ban Chỉ đạo Quy chế dân chủ ở cơ sở và phong trào thi đua “Dân vận khéo”",
        )
    ],
}
ISSUERS = {
    "S0": "Ban Thường vụ Tỉnh đoàn",
    "S1": "Ban Thường vụ Huyện Đoàn Thọ Xuân",
    "S2": "BCH ĐOÀN TỈNH KIÊN GIANG",
    "S3": "Ban Thường trực Ủy ban MTTQ huyện",
    "S4": "BCH ĐOÀN TỈNH TRÀ VINH",
}
RECIPIENTS = {"S0": (7, "Lưu"), "S1": (0, None), "S2": (0, None), "S3": (7, "Lưu VT"), "S4": (4, "Lưu TCKT")}
SIGNED = {
    "S0": {"authority": "TM. Ban Thường vụ Tỉnh đoàn"},
    "S3": {"authority": "TM. Ban Thường trực", "post": "Phó Chủ tịch Thường trực", "name": "Trần Thị Hòa"},
    "S4": {"authority": "TM. Ban Thường vụ Tỉnh đoàn", "post": "Phó Bí thư Thường trực", "name": "Võ Minh Nhựt"},
}
SECTIONS = {"S0": 3, "S1": 3, "S2": 3, "S3": 4, "S4": 4}


def test_type_and_year(seed):
    draft = head_of(outline_of(seed)).draft
    assert (draft["type"].value, draft["period"].value) == TYPES[seed]
    assert draft["type"].doubt == ""
    assert draft["period"].doubt == ("period_from_date" if seed == "S2" else "")


def test_number_date_and_place_only_where_they_are_shown(seed):
    draft = head_of(outline_of(seed)).draft
    number, day, place = HEADS[seed]
    assert draft.get("number", number) is number or draft["number"].value == number
    assert ("number" in draft, "date" in draft, "place" in draft) == (
        number is not None,
        day is not None,
        place is not None,
    )
    if day:
        assert (draft["date"].value, draft["date"].doubt) == (day.isoformat(), "")
        assert draft["place"].value == place


def test_subject_and_programme(seed):
    draft = head_of(outline_of(seed)).draft
    assert draft["subject"].value == SUBJECTS[seed]
    assert (draft["programme"].value if "programme" in draft else None) == PROGRAMMES.get(seed)


def test_bases(seed):
    found = [plain(basis) for basis in legal_bases(outline_of(seed))]
    assert [(basis.get("number"), basis.get("date"), basis.get("issuer")) for basis in found] == BASES[seed]


def test_titles_of_bases():
    titles = {seed: [plain(basis).get("title") for basis in legal_bases(outline_of(seed))] for seed in NAMES}
    assert titles["S0"] == [None, None]
    assert titles["S1"] == [
        "Kế hoạch thực hiện “Năm dân vận chính quyền” 2022 trong đoàn viên thanh niên",
        "Hướng dẫn triển khai, thực hiện “Năm dân vận chính quyền” 2022",
    ]
    assert titles["S2"][0] == "Chương trình hành động"
    assert titles["S3"] == [None, "Kế hoạch thực hiện “Năm Dân vận khéo” 2020"]
    assert titles["S4"] == ["Kế hoạch tổ chức thực hiện phong trào thi đua “Dân vận khéo” tỉnh Trà Vinh năm 2021"]


def test_recipients(seed):
    found = [recipient.value for recipient in recipients_of(outline_of(seed))]
    assert (len(found), found[-1] if found else None) == RECIPIENTS[seed]


def test_who_signs_and_nobody_else(seed):
    found = [plain(signatory) for signatory in signatories_of(outline_of(seed))]
    assert found == ([SIGNED[seed]] if seed in SIGNED else [])


def test_who_issues(seed):
    issuer = head_of(outline_of(seed)).issuer
    assert issuer is not None
    assert issuer.value == ISSUERS[seed]


def test_sections(seed):
    outline = outline_of(seed)
    assert [section.mark for section in outline.sections] == ["I", "II", "III", "IV"][: SECTIONS[seed]]
    assert len(outline.closing) == 1
    assert outline.sections[-1].title.text.endswith("TỔ CHỨC THỰC HIỆN")
    assert [part.mark for part in outline.sections[-1].parts] == ["1", "2"]


def test_models_in_a_list_are_items_and_no_sections():
    models = outline_of("S4").sections[2]
    assert models.parts == ()
    assert len(models.blocks) == 5


def test_a_sentence_that_a_page_divides_is_one():
    item = outline_of("S3").sections[1].blocks[1]
    assert "vùng sản xuất hàng hóa, xây dựng" in item.text


def test_every_heading_is_in_the_text(seed):
    text = text_of(outline_of(seed))
    assert text is not None
    assert text.value.count("\n## ") + text.value.startswith("## ") == SECTIONS[seed]
