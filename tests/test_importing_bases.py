"""Cited documents: what dvk prints of a legal basis, read again."""

from pathlib import Path

import pytest

from dvk.documents.head import LegalBasisPart
from dvk.importing.bases import lead_in, legal_bases
from dvk.importing.outline import Outline
from dvk.importing.paper import Line, Piece
from dvk.importing.quoted import plain
from dvk.printing.contents.citations import cited_document
from dvk.textfile import read_text
from dvk.vietnamese.document_types import CITED_BY_NUMBER

PLANS = sorted((Path(__file__).parents[1] / "plans").rglob("*.yaml"))
BASES = [
    (f"{file.parent.name}-{number}", basis)
    for file in PLANS
    for number, basis in enumerate(read_text(file.read_bytes()).tree.get("legal_bases") or ())
]
OWN = [
    {"number": "12-KH/TU"},
    {"number": "12-KH/TU", "issuer": "Tỉnh ủy"},
    {
        "number": "05/QĐ-UBND",
        "date": "2021-02-05",
        "issuer": "Ủy ban nhân dân tỉnh",
        "title": "Quyết định ban hành Quy chế",
    },
    {"title": "Luật Thanh niên"},
    {"title": "Điều lệ Đoàn TNCS Hồ Chí Minh", "date": "2022-12-16"},
    {"number": "30/2020/NĐ-CP", "date": "2020-03-05", "issuer": "Chính phủ", "title": "Nghị định về công tác văn thư"},
    {"date": "2021-05-05", "issuer": "Ban Chỉ đạo", "title": "Kế hoạch tổ chức phong trào"},
    {"number": "05-CTr/TU", "date": "2020-01-01", "issuer": "Tỉnh ủy", "title": "Chương trình công tác năm 2020"},
    {"number": "12-TB/TU", "date": "2020-01-01", "issuer": "Tỉnh ủy", "title": "Thông báo kết luận"},
]


def outline(*texts):
    return Outline((), tuple(Line(n, (Piece(text),)) for n, text in enumerate(texts, 1)), (), (), ())


def printed(basis):
    return cited_document(LegalBasisPart.model_validate(basis))


def test_every_name_of_a_type_that_is_read_is_printed_in_front_of_the_number():
    for name in CITED_BY_NUMBER:
        [found] = map(plain, legal_bases(outline(f"Căn cứ {name} số 12-XX/TU ngày 01/01/2020 của Tỉnh ủy;")))
        assert printed(found) == f"{name} số 12-XX/TU ngày 01/01/2020 của Tỉnh ủy"


@pytest.mark.parametrize("basis", [basis for _, basis in BASES], ids=[name for name, _ in BASES])
def test_the_bases_of_the_plans_come_back(basis):
    [found] = map(plain, legal_bases(outline(f"Căn cứ {printed(basis)};")))
    assert printed(found) == printed(basis)
    assert {key: found.get(key) for key in ("number", "date", "issuer")} == {
        key: basis.get(key) for key in ("number", "date", "issuer")
    }


@pytest.mark.parametrize("basis", OWN, ids=lambda basis: basis.get("number") or basis["title"])
def test_other_bases_come_back(basis):
    assert [plain(found) for found in legal_bases(outline(f"Căn cứ {printed(basis)}."))] == [basis]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Thực hiện Kế hoạch số 1-KH/A và Hướng dẫn số 2-HD/B, Huyện đoàn xây dựng kế hoạch như sau:",
            ["1-KH/A", "2-HD/B"],
        ),
        ("Căn cứ Kế hoạch số 1-KH/A về thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Trung ương;", ["1-KH/A"]),
        ("Kế hoạch số 20 của Huyện đoàn đã nêu rõ.", []),
        ("Năm 2020, các cấp bộ Đoàn đã làm tốt.", []),
        ("Căn cứ tình hình thực tế, Huyện đoàn xây dựng kế hoạch như sau:", []),
    ],
)
def test_only_what_is_cited_by_its_number_is_a_basis(text, numbers):
    assert [plain(found)["number"] for found in legal_bases(outline(text))] == numbers


def test_the_issuer_of_a_document_is_not_who_writes_now():
    text = "Căn cứ Kế hoạch số 3-KH/TĐTN ngày 01/02/2021 của Tỉnh đoàn, Huyện đoàn Càng Long xây dựng kế hoạch:"
    [found] = legal_bases(outline(text))
    assert found["issuer"].value == "Tỉnh đoàn"


def test_what_the_preamble_says_beside_its_bases_is_kept():
    told = lead_in(outline("Căn cứ Luật Thanh niên;", "Phong trào đã đi vào nề nếp.", "Huyện đoàn đề ra kế hoạch sau:"))
    assert [block.text for block in told] == ["Phong trào đã đi vào nề nếp."]


@pytest.mark.parametrize("day", ["ngày 31/02/2021", "ngày 5/13/2021", "ngày 00/01/2021"])
def test_a_day_that_does_not_exist_is_none(day):
    [found] = legal_bases(outline(f"Căn cứ Kế hoạch số 3-KH/TĐTN {day} của Tỉnh đoàn;"))
    assert "date" not in found
    assert found["issuer"].value == "Tỉnh đoàn"


@pytest.mark.parametrize(
    "before", ["(Dự thảo lần 2) ", "Năm 2020. ", "_GoBack ", "KẾ HOẠCH ", "Tỉnh đoàn Núi Xanh. Ngày 5/5. "]
)
def test_a_document_cited_behind_other_words_of_the_line_is_a_basis(before):
    cited = "Thực hiện Kế hoạch số 07-KH/BCĐ ngày 03/3/2020 của Ban Chỉ đạo tỉnh, Kế hoạch số 96/KH-UBND ngày 23/3/2020"
    found = [plain(basis)["number"] for basis in legal_bases(outline(f"{before}{cited} của UBND tỉnh"))]
    assert found == ["07-KH/BCĐ", "96/KH-UBND"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh đoàn xây dựng kế hoạch thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 như sau:",
        "Tỉnh đoàn ban hành chương trình Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013.",
    ],
)
def test_what_a_document_is_about_is_no_basis(text):
    assert legal_bases(outline(text)) == ()
