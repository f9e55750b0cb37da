"""Registrations and reports that others typed as Word tables: labels, titles, numbers, and what cannot be read."""

from datetime import date
from time import perf_counter

import pytest
from docx import Document
from workspace_builder import Workspace

from dvk.importing.doubts import ASIDES, DOUBTS
from dvk.importing.papers import paper_of
from dvk.importing.quoted import leaves, plain
from dvk.importing.reading_papers import Wishes, imported
from dvk.naming import FreeIds
from dvk.workspace import open_workspace

TODAY = date(2026, 11, 21)


@pytest.fixture
def space(tmp_path):
    """A district with two communes, and a catalogue of a few indicators."""
    made = Workspace(tmp_path / "w")
    made.unit("huyen", level="district", name="Huyện đoàn Cầu Kè")
    made.unit("xa-an", "huyen", name="Đoàn xã An Phú")
    made.unit("xa-binh", "huyen", name="Đoàn xã Bình Tân")
    for name, label, measure, form in (
        ("nha", "Nhà Nhân ái", "căn", "count"),
        ("duong", "Tuyến đường thanh niên", "tuyến", "count"),
        ("tien", "Kinh phí huy động", "đồng", "money"),
        ("ty-le", "Tỷ lệ đoàn viên tham gia", "%", "percent"),
    ):
        made.indicator(name, "sum", "sum", name=label, unit_of_measure=measure, type=form)
    return made


def paper(folder, title, *tables, lines=()):
    """A Word file of an office: head, title, lines, and tables of rows of texts; None goes on with the cell before."""
    document = Document()
    for line in ("ĐOÀN TNCS HỒ CHÍ MINH", "Cầu Kè, ngày 20 tháng 4 năm 2021", title, *lines):
        document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(rows=0, cols=max(map(len, rows)))
        for row in rows:
            cells = table.add_row().cells
            for place, text in enumerate(row):
                cells[place].text = text or ""
            _merge(cells, row)
        document.add_paragraph("")
    file = folder / "van-ban.docx"
    document.save(file)
    return file


def _merge(cells, row):
    """Make one cell of a text and the empty places (None) behind it."""
    starts = [place for place, text in enumerate(row) if text is not None]
    for start, end in zip(starts, [*starts[1:], len(row)], strict=True):
        if end - start > 1:
            cells[start].merge(cells[end - 1])


def read(space, file, kind, unit="xa-an"):
    return imported(paper_of(file), open_workspace(space.root), Wishes(unit, TODAY, kind))


def doubts(found):
    return {path: value.doubt for path, value in leaves(found.draft) if value.doubt}


REGISTRATION = "PHIẾU ĐĂNG KÝ"


def test_a_form_with_labels(space, tmp_path):
    form = [
        ["1. Tên gọi mô hình:", "Ánh sáng đường quê"],
        ["2. Tập thể/Cá nhân đăng ký", "Tập thể"],
        ["3. Lĩnh vực", "Kinh tế"],
        ["4. Đơn vị thực hiện", "Đoàn xã An Phú"],
        ["5. Mục tiêu", "Đường sáng\nNhân dân đi lại an toàn"],
        ["6. Chỉ tiêu", "Tuyến đường thanh niên: ít nhất 02 tuyến"],
        ["7. Kinh phí (dự kiến)", "khoảng 45 triệu đồng"],
        ["8. Địa bàn", "Ấp 3"],
        ["9. Thời gian thực hiện", "Năm 2021 - 2022"],
        ["10. Ý kiến khác", ""],
    ]
    found = read(space, paper(tmp_path, REGISTRATION, form), "registration")
    assert plain(found.draft)["models"] == [
        {
            "id": "anh-sang-duong-que",
            "name": "Ánh sáng đường quê",
            "type": "collective",
            "field": "economy",
            "goal": "Đường sáng\n\nNhân dân đi lại an toàn",
            "targets": [{"indicator": "duong", "value": "2", "bound": "at_least"}],
            "budget": {"value": "45000000", "bound": "about"},
            "area": "Ấp 3",
            "years": "2021-2022",
        }
    ]
    assert not [path for path in doubts(found) if path.startswith("models")]


def test_a_form_with_numbers_of_rows_in_a_column_of_their_own(space, tmp_path):
    form = [["1", "Tên mô hình", "Vườn rau"], ["2", "Lĩnh vực", "Kinh tế"], ["3", "Kinh phí", "3,6 tỷ"]]
    found = plain(read(space, paper(tmp_path, REGISTRATION, form), "registration").draft)["models"]
    assert found == [{"id": "vuon-rau", "name": "Vườn rau", "field": "economy", "budget": {"value": "3600000000"}}]


def test_several_forms_are_several_models(space, tmp_path):
    forms = [[["Tên mô hình", name], ["Lĩnh vực", "Kinh tế"]] for name in ("Vườn rau", "Vườn rau", "Ao cá")]
    found = plain(read(space, paper(tmp_path, REGISTRATION, *forms), "registration").draft)["models"]
    assert [(model["id"], model["name"]) for model in found] == [
        ("vuon-rau", "Vườn rau"),
        ("vuon-rau-2", "Vườn rau"),
        ("ao-ca", "Ao cá"),
    ]


def test_a_list_with_titles_in_two_rows_and_a_sum(space, tmp_path):
    rows = [
        ["TT", "Tên mô hình", "Đơn vị đăng ký", "Loại hình", None, "Lĩnh vực", "Kinh phí"],
        ["", "", "", "Tập thể", "Cá nhân", "", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["1", "Vườn rau sạch", "Đoàn xã An Phú", "x", "", "Kinh tế", "20.000.000"],
        ["2", "Lớp học tình thương", "Đoàn xã Bình Tân", "", "x", "Văn hoá - Xã hội", "15 triệu"],
        ["", "Tổng cộng", "", "1", "1", "", "35.000.000"],
    ]
    found = read(space, paper(tmp_path, REGISTRATION, rows), "registration", "huyen")
    assert plain(found.draft)["models"] == [
        {
            "id": "vuon-rau-sach",
            "name": "Vườn rau sạch",
            "owners": ["xa-an"],
            "type": "collective",
            "field": "economy",
            "budget": {"value": "20000000"},
        },
        {
            "id": "lop-hoc-tinh-thuong",
            "name": "Lớp học tình thương",
            "owners": ["xa-binh"],
            "type": "individual",
            "field": "culture-society",
            "budget": {"value": "15000000"},
        },
    ]
    assert [(aside.why, "Tổng cộng" in aside.phrase) for aside in found.aside] == [("total_row", True)]


def test_what_cannot_be_read_in_a_form_keeps_its_words_and_is_to_be_looked_at(space, tmp_path):
    form = [
        ["Tên mô hình", "Nhà cho hộ nghèo"],
        ["Lĩnh vực", "Từ thiện"],
        ["Đơn vị đăng ký", "Ông Nguyễn Văn An"],
        ["Chỉ tiêu", "Xây vài căn nhà"],
        ["Kinh phí", "1.5 tỷ"],
        ["Thời gian", "Từ tháng 3/2021 đến cuối năm"],
    ]
    found = read(space, paper(tmp_path, REGISTRATION, form), "registration")
    model = plain(found.draft)["models"][0]
    assert (model["field"], model["note"], model["goal"]) == ("tu-thien", "Ông Nguyễn Văn An", "Xây vài căn nhà")
    assert (model["budget"], model["years"]) == ({"value": "1.5 tỷ"}, "2021")
    assert "targets" not in model
    assert {path: doubt for path, doubt in doubts(found).items() if path.startswith("models")} == {
        "models[0].field": "unknown_name",
        "models[0].note": "owner_in_words",
        "models[0].goal": "targets_in_words",
        "models[0].budget.value": "unread_number",
        "models[0].years": "years_in_words",
    }


REPORT = "BÁO CÁO"


def test_a_table_of_figures(space, tmp_path):
    rows = [
        ["TT", "Nội dung chỉ tiêu", "ĐVT", "Kết quả năm 2021", None, None, "Cùng kỳ 2020"],
        ["", "", "", "Chỉ tiêu giao", "Thực hiện", "Tỷ lệ %", ""],
        ["I", "An sinh xã hội", "", "", "", "", ""],
        ["1", "Nhà Nhân ái", "căn", "10", "09", "90 %", "7"],
        ["2", "Tuyến đường thanh niên", "tuyến", "3", "3.6", "", ""],
        ["3", "Kinh phí huy động", "triệu đồng", "300", "350", "", ""],
        ["4", "Tỷ lệ đoàn viên tham gia", "%", "", "không có số liệu", "", ""],
        ["5", "Cây xanh", "cây", "", "1.200", "", ""],
        ["6", "Nhà vệ sinh", "cái", "5", "", "", ""],
        ["", "Tổng", "", "", "1.562", "", ""],
    ]
    found = read(space, paper(tmp_path, REPORT, rows, lines=["Kết quả năm 2021"]), "report")
    assert plain(found.draft)["own"] == [
        {"indicator": "nha", "value": "9"},
        {"indicator": "duong", "value": "3.6"},
        {"indicator": "tien", "value": "350000000"},
        {"indicator": "ty-le", "value": None},
        {"indicator": "cay-xanh", "value": "1200"},
    ]
    assert {path: doubt for path, doubt in doubts(found).items() if path.startswith("own")} == {
        "own[1].value": "unread_number",
        "own[4].indicator": "unknown_name",
    }
    assert [(aside.why, aside.phrase.split(" | ")[:2]) for aside in found.aside] == [
        ("total_row", ["Tổng", "1.562"]),
        ("no_result", ["6", "Nhà vệ sinh"]),
    ]


def test_a_figure_that_there_is_none_of_keeps_its_reason(space, tmp_path):
    rows = [
        ["Chỉ tiêu", "Kết quả", "Ghi chú"],
        ["Nhà Nhân ái", "Không có số liệu", "chưa kiểm kê"],
        ["Kinh phí huy động", "0", ""],
    ]
    assert plain(read(space, paper(tmp_path, REPORT, rows), "report").draft)["own"] == [
        {"indicator": "nha", "value": None, "reason": "chưa kiểm kê"},
        {"indicator": "tien", "value": "0"},
    ]


def test_figures_of_a_unit_with_others_below_it_may_be_its_own(space, tmp_path):
    rows = [["Chỉ tiêu", "Kết quả"], ["Nhà Nhân ái", "9"], ["Kinh phí huy động", "5 triệu"]]
    found = read(space, paper(tmp_path, REPORT, rows), "report", "huyen")
    assert "own" not in found.draft
    assert {path for path in doubts(found) if path.startswith("consolidated")} == {"consolidated[0].indicator"}


def test_another_unit_of_measure_is_to_be_looked_at(space, tmp_path):
    rows = [["Chỉ tiêu", "ĐVT", "Kết quả"], ["Nhà Nhân ái", "m2", "90"], ["Tuyến đường thanh niên", "Tuyến", "2"]]
    found = read(space, paper(tmp_path, REPORT, rows), "report")
    assert {path: doubt for path, doubt in doubts(found).items() if path.startswith("own")} == {
        "own[0].value": "other_measure"
    }


def test_models_with_results(space, tmp_path):
    space.registration(
        "xa-an", year=2021, models=[{"id": "anh-sang", "name": "Ánh sáng đường quê", "field": "economy"}]
    )
    rows = [
        ["STT", "Tên mô hình", "Lĩnh vực", "Kết quả đạt được", "Kinh phí"],
        ["1", "Ánh sáng đường quê", "Kinh tế", "Tuyến đường thanh niên: 02 tuyến", "45 triệu"],
        ["2", "Cờ Tổ quốc", "Kinh tế", "Treo cờ ở mọi ấp", ""],
        ["", "Cộng", "", "", "45 triệu"],
    ]
    found = read(space, paper(tmp_path, REPORT, rows), "report")
    first, second = plain(found.draft)["models"]
    assert first["model"].endswith("#anh-sang")
    assert (first["results"], first["spent"]) == ([{"indicator": "duong", "value": "2"}], "45000000")
    assert second == {"name": "Cờ Tổ quốc", "field": "economy", "text": "Treo cờ ở mọi ấp"}
    assert doubts(found)["models[1].text"] == "results_in_words"


@pytest.mark.parametrize(
    "rows",
    [
        [["Họ và tên", "Chức vụ"], ["An", "Bí thư"]],
        [["", ""], ["", ""]],
        [["Chỉ tiêu"], ["Nhà Nhân ái"]],
        [["Kết quả", "Chỉ tiêu"]],
    ],
)
def test_other_tables_are_left_alone(space, tmp_path, rows):
    found = read(space, paper(tmp_path, REPORT, rows, lines=["Kết quả năm 2021"]), "report")
    assert not {"own", "consolidated", "models"}.intersection(found.draft)


YEARS = [
    ["TT", "Nội dung", "ĐVT", "Năm 2020", "Năm 2021", None, "Ghi chú"],
    ["", "", "", "Thực hiện", "Kế hoạch", "Thực hiện", ""],
    ["1", "Nhà Nhân ái", "căn", "7", "10", "9", ""],
    ["2", "Tuyến đường thanh niên", "tuyến", "", "", "4", "xong sớm"],
    ["3", "Kinh phí huy động", "triệu đồng", "280", "500", "325,5", ""],
    ["4", "Nhà tình bạn", "căn", "2", "3", "", ""],
    ["5", "", "cái", "", "", "12", ""],
]


def test_the_results_of_another_year_are_not_those_of_this_one(space, tmp_path):
    found = read(space, paper(tmp_path, REPORT, YEARS, lines=["Kết quả năm 2021"]), "report")
    assert plain(found.draft)["own"] == [
        {"indicator": "nha", "value": "9"},
        {"indicator": "duong", "value": "4", "note": "xong sớm"},
        {"indicator": "tien", "value": "325500000"},
    ]
    assert [(each.why, each.phrase) for each in found.aside] == [
        ("no_result", "4 | Nhà tình bạn | căn | 2 | 3"),
        ("no_indicator", "5 | cái | 12"),
    ]


@pytest.mark.parametrize(
    "titles",
    [
        ["Chỉ tiêu", "Cùng kỳ", "Kết quả"],
        ["Chỉ tiêu", "Kết quả năm trước", "Kết quả"],
        ["Chỉ tiêu", "Năm 2020", "Năm 2021"],
        ["Chỉ tiêu", "Thực hiện năm 2020", "Thực hiện năm 2021"],
    ],
)
def test_last_year_in_titles_of_one_row(space, tmp_path, titles):
    found = read(space, paper(tmp_path, REPORT, [titles, ["Nhà Nhân ái", "7", "9"]], lines=["Năm 2021"]), "report")
    assert plain(found.draft)["own"] == [{"indicator": "nha", "value": "9"}]
    assert not [path for path in doubts(found) if path.startswith("own")]


def test_two_columns_of_results_are_to_be_looked_at(space, tmp_path):
    rows = [
        ["Chỉ tiêu", "Số lượng", "Kết quả"],
        ["Nhà Nhân ái", "7", "9"],
        ["Tuyến đường thanh niên", "", "4"],
    ]
    found = read(space, paper(tmp_path, REPORT, rows, lines=["Kết quả năm 2021"]), "report")
    assert [figure["value"] for figure in plain(found.draft)["own"]] == ["7", "4"]
    assert doubts(found)["own[0].value"] == doubts(found)["own[1].value"] == "several_columns"


@pytest.mark.parametrize(
    ("measure", "words", "value"),
    [
        ("triệu đồng", "325", "325000000"),
        ("triệu đồng", "325,5", "325500000"),
        ("1.000 đồng", "325.500", "325500000"),
        ("tỷ đồng", "1,2", "1200000000"),
        ("triệu đồng", "1,2 tỷ", "1200000000"),
        ("đồng", "600.000.000", "600000000"),
        ("triệu đồng", "325.5", "325.5"),
        ("đồng", "1,5", "1,5"),
    ],
)
def test_money_in_the_unit_of_its_column(space, tmp_path, measure, words, value):
    rows = [["Chỉ tiêu", "ĐVT", "Kết quả"], ["Kinh phí huy động", measure, words], ["Nhà Nhân ái", "căn", "1"]]
    found = read(space, paper(tmp_path, REPORT, rows), "report")
    assert plain(found.draft)["own"][0] == {"indicator": "tien", "value": value}
    assert doubts(found).get("own[0].value", "") == ("unread_number" if value == words else "")


@pytest.mark.parametrize("rows", [[["Chỉ tiêu", "Kết quả (triệu đồng)"], ["Kinh phí huy động", "325,5"]]])
def test_money_in_the_unit_of_its_title(space, tmp_path, rows):
    assert plain(read(space, paper(tmp_path, REPORT, rows), "report").draft)["own"][0]["value"] == "325500000"


TOLD = (
    *("Kết quả thực hiện năm 2021", "I. TÌNH HÌNH CHUNG", "Xã có 9 ấp.", "II. KẾT QUẢ THỰC HIỆN"),
    *("1. Công tác chỉ đạo, điều hành", "Đoàn xã họp mỗi tháng.", "2. Công tác tuyên truyền", "Đã nói ở 9 ấp."),
    *("3. Kết quả trên các lĩnh vực", "3.1. Lĩnh vực kinh tế", "Giúp 3 hộ."),
    *("4. Các mô hình tiêu biểu", "- Mô hình “Vườn rau sạch” của ấp 3: 12 hộ.", "5. Công tác Đội", "Có 4 liên đội."),
    *("III. ĐÁNH GIÁ", "1. Kết quả đạt được", "Làm đúng hạn.", "2. Tồn tại, hạn chế", "Ít tuyên truyền."),
    *("3. Nguyên nhân", "Thiếu người.", "IV. NHIỆM VỤ TRỌNG TÂM", "Trồng 500 cây.", "V. KIẾN NGHỊ"),
    *("Đề nghị Huyện đoàn cấp sách.", "Trên đây là báo cáo của Đoàn xã./."),
)


def test_the_sections_of_a_report_by_their_titles(space, tmp_path):
    found = plain(read(space, paper(tmp_path, REPORT, lines=TOLD), "report").draft)
    assert {key: found[key] for key in found if key not in {"schema", "revision", "state", "unit", "period"}} == {
        "date": "2021-04-20",
        "place": "Cầu Kè",
        "subject": "Kết quả thực hiện năm 2021",
        "situation": "Xã có 9 ấp.",
        "leadership": "Đoàn xã họp mỗi tháng.",
        "propaganda": "Đã nói ở 9 ấp.",
        "by_field": [{"field": "economy", "text": "Giúp 3 hộ."}],
        "models": [{"name": "Vườn rau sạch", "text": "Mô hình “Vườn rau sạch” của ấp 3: 12 hộ."}],
        "strengths": "Làm đúng hạn.",
        "limits": "Ít tuyên truyền.",
        "causes": "Thiếu người.",
        "next_period": "Trồng 500 cây.",
        "proposals": "Đề nghị Huyện đoàn cấp sách.",
        "text": "## KẾT QUẢ THỰC HIỆN\n\n### Công tác Đội\n\nCó 4 liên đội.\n",
    }


def test_money_by_source_a_span_of_time_and_partners(space, tmp_path):
    form = [
        ["1. Tên mô hình", "Đường hoa"],
        ["2. Tập thể/Cá nhân đăng ký", "Tập thể: Đoàn xã Bình Tân"],
        [
            "3. Kinh phí dự kiến",
            "Khoảng 65,5 triệu đồng, trong đó: ngân sách 20 triệu đồng; xã hội hóa 45,5 triệu đồng",
        ],
        ["4. Thời gian thực hiện", "Từ tháng 3/2021 đến 30/11/2021"],
        ["5. Đơn vị phối hợp", "Hội Nông dân xã; Công an xã\n1. Trạm y tế xã\nTrường A và Trường B"],
        ["6. Người liên hệ", "Bí thư Đoàn xã"],
    ]
    found = read(space, paper(tmp_path, REGISTRATION, form), "registration")
    model = plain(found.draft)["models"][0]
    assert (model["type"], model["owners"]) == ("collective", ["xa-binh"])
    assert model["budget"] == {"value": "65500000", "bound": "about"}
    assert model["resources"]["money"] == [
        {"source": "ngân sách", "value": "20000000"},
        {"source": "xã hội hóa", "value": "45500000"},
    ]
    assert (model["years"], model["timetable"][0]["from"], model["timetable"][0]["to"]) == (
        *("2021", "2021-03-01", "2021-11-30"),
    )
    names = [partner["name"] for partner in model["partners"]]
    assert names == ["Hội Nông dân xã", "Công an xã", "Trạm y tế xã", "Trường A và Trường B"]
    assert doubts(found)["models[0].partners[3].name"] == "perhaps_several"
    assert [(each.why, each.phrase) for each in found.aside] == [
        ("unknown_label", "6. Người liên hệ | Bí thư Đoàn xã"),
    ]


def test_sources_that_cannot_be_told_apart_stay_in_words(space, tmp_path):
    form = [["Tên mô hình", "Đường hoa"], ["Kinh phí", "65 triệu đồng, trong đó phần lớn vận động"], ["Ghi chú", "Mới"]]
    model = plain(read(space, paper(tmp_path, REGISTRATION, form), "registration").draft)["models"][0]
    assert model["budget"] == {"value": "65000000"}
    assert model["note"] == "trong đó phần lớn vận động\n\nMới"


def test_who_confirms_a_registration_signs_second(space, tmp_path):
    form = [["Tên mô hình", "Đường hoa"], ["Lĩnh vực", "Kinh tế"]]
    signed = [["XÁC NHẬN CỦA CẤP ỦY\nBÍ THƯ\n\nNguyễn Văn Hai", "TM. BAN CHẤP HÀNH\nPHÓ BÍ THƯ\n\nTrần Thị Ba"]]
    found = plain(read(space, paper(tmp_path, REGISTRATION, form, signed), "registration").draft)
    assert found["signatory"] == {"authority": "TM. Ban Chấp hành", "post": "Phó Bí thư", "name": "Trần Thị Ba"}
    assert found["second_signatory"] == {
        "authority": "Xác nhận của cấp ủy",
        "post": "Bí thư",
        "name": "Nguyễn Văn Hai",
    }


def test_the_addressee_of_a_registration_is_read_and_not_missed(space, tmp_path):
    lines = ("(Số liệu minh họa)", "Kính gửi:", "- Ban Thường vụ Huyện đoàn Cầu Kè;", "- Ban Dân vận Huyện ủy.")
    form = [["Tên mô hình", "Đường hoa"], ["Lĩnh vực", "Kinh tế"]]
    found = read(space, paper(tmp_path, REGISTRATION, form, lines=lines), "registration")
    said = plain(found.draft)
    assert said["addressee"] == "Ban Thường vụ Huyện đoàn Cầu Kè; Ban Dân vận Huyện ủy"
    assert (said["illustrative"], "addressee" in found.missing) == ("yes", False)


def test_a_post_keeps_the_name_of_its_department():
    from dvk.importing.naming_case import proper_case

    assert proper_case("TRƯỞNG BAN TỔ CHỨC - KIỂM TRA").text == "Trưởng Ban Tổ chức - Kiểm tra"
    assert proper_case("PHÓ TRƯỞNG BAN TRẬT TỰ", ["Ban Trật tự"]).text == "Phó Trưởng Ban Trật tự"
    assert proper_case("TRƯỞNG BAN").text == "Trưởng ban"


def test_every_doubt_has_its_words():
    from dvk.importing.tables import (
        due_words,
        figures,
        foreign_report,
        means_in_words,
        model_cells,
        model_results,
        named,
        narrative,
        obligations,
        targets,
    )

    used = {due_words.UNREAD_DUE, figures.OTHER_MEASURE, model_results.RESULTS_IN_WORDS, named.UNKNOWN}
    used |= {
        model_cells.OWNER_IN_WORDS,
        model_cells.TARGETS_IN_WORDS,
        foreign_report.SECTION_GUESSED,
        targets.UNREAD_NUMBER,
    }
    used |= {"unknown_document", "unknown_entry", "unknown_deadline", "guessed_scope", "years_in_words"}
    used |= {means_in_words.SOURCES_IN_WORDS, means_in_words.WORK_NOT_SAID, means_in_words.PERHAPS_SEVERAL}
    used |= {figures.SEVERAL_COLUMNS, narrative.CAUSES_INSIDE}
    assert used | {obligations.GUESSED_KIND} <= DOUBTS.keys()
    assert {"total_row", "no_result", "no_indicator", "unknown_label"} <= ASIDES.keys()


PRAISED = (
    *("I. TÌNH HÌNH CHUNG", "Xã có 9 ấp.", "II. GƯƠNG ĐIỂN HÌNH", "- Chi đoàn ấp 3: giúp 12 hộ có nước sạch."),
    *("- Đồng chí Lê Văn An, Bí thư Chi đoàn ấp 5: dạy chữ cho 8 em.", "- Chi đoàn ấp 4 đã tổ chức: 3 buổi trồng cây."),
    *("- Đồng chí nào cũng cố gắng: ai cũng có phần việc.", "- Nhiều đơn vị làm tốt.", "III. BIỂU DƯƠNG, KHEN THƯỞNG"),
    *("- Chi đoàn ấp 7: được khen ở đại hội.", "IV. HẠN CHẾ, NGUYÊN NHÂN", "Ít ảnh, vì thiếu máy."),
    "Trên đây là báo cáo của Đoàn xã./.",
)


def test_exemplars_told_plainly_are_entries_and_all_others_stay_text(space, tmp_path):
    found = read(space, paper(tmp_path, REPORT, lines=PRAISED), "report")
    said = plain(found.draft)
    assert said["exemplars"] == [
        {
            "id": "chi-doan-ap-3",
            "type": "collective",
            "name": "Chi đoàn ấp 3",
            "text": "giúp 12 hộ có nước sạch.",
        },
        {
            "id": "le-van-an",
            "type": "individual",
            "name": "Lê Văn An",
            "post": "Bí thư Chi đoàn ấp 5",
            "text": "dạy chữ cho 8 em.",
        },
    ]
    assert said["commendation"] == (
        "- Chi đoàn ấp 4 đã tổ chức: 3 buổi trồng cây.\n- Đồng chí nào cũng cố gắng: ai cũng có phần việc.\n"
        "- Nhiều đơn vị làm tốt.\n\n- Chi đoàn ấp 7: được khen ở đại hội."
    )
    assert said["limits"] == "Ít ảnh, vì thiếu máy."
    assert doubts(found)["limits"] == "causes_inside"


def test_an_unknown_name_in_many_rows_is_doubted_once(space, tmp_path):
    titles = ["TT", "Văn bản phải nộp", "Đơn vị thực hiện", "Thời hạn"]
    rows = [[str(n), f"Báo cáo đợt {n}", "Đoàn khối nghề", f"Trước ngày 0{n}/11/2021"] for n in range(1, 4)]
    found = read(space, paper(tmp_path, "KẾ HOẠCH", [titles, *rows], lines=("Năm 2021",)), "plan", unit="huyen")
    assert len(found.draft["obligations"]) == len(rows)
    assert [path for path, doubt in doubts(found).items() if doubt == "unknown_name"] == ["obligations[0].who.units[0]"]


def test_many_names_that_are_alike_have_ids_of_their_own_soon():
    ids = FreeIds({"mo-hinh-2"})
    assert [ids.new("mo-hinh") for _ in range(3)] == ["mo-hinh", "mo-hinh-3", "mo-hinh-4"]
    started = perf_counter()
    assert len({ids.new("mo-hinh") for _ in range(20_000)}) == 20_000
    assert perf_counter() - started < 1
