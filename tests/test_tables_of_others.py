"""Registrations and reports that others typed as Word tables: labels, titles, numbers, and what cannot be read."""

from datetime import date

import pytest
from docx import Document
from workspace_builder import Workspace

from dvk.importing.doubts import ASIDES, DOUBTS
from dvk.importing.papers import paper_of
from dvk.importing.quoted import leaves, plain
from dvk.importing.whole import Wishes, imported
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
    assert [aside.why for aside in found.aside] == ["total_row"]


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
    assert set(doubts(found)) >= {"consolidated[0].indicator", "consolidated[1].indicator"}


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


def test_every_doubt_has_its_words():
    from dvk.importing.tables import due_words, figures, model_cells, model_results, named, obligations, report, targets

    used = {due_words.UNREAD_DUE, figures.OTHER_MEASURE, model_results.RESULTS_IN_WORDS, named.UNKNOWN}
    used |= {model_cells.OWNER_IN_WORDS, model_cells.TARGETS_IN_WORDS, report.SECTION_GUESSED, targets.UNREAD_NUMBER}
    used |= {"unknown_document", "unknown_entry", "unknown_deadline", "guessed_scope", "years_in_words"}
    assert used | {obligations.GUESSED_KIND} <= DOUBTS.keys()
    assert "total_row" in ASIDES
