"""Papers without styles and without borders, as a PDF gives them: dvk's own sections, and tables that stay lines."""

from datetime import date

import pytest
from workspace_builder import Workspace

from dvk.importing.paper import Grid, Line, Paper, Piece
from dvk.importing.quoted import plain
from dvk.importing.reading_papers import Wishes, imported
from dvk.workspace import open_workspace

TODAY = date(2026, 11, 21)
HEAD = (
    *("BCH ĐOÀN TỈNH SÔNG LAM\tĐOÀN TNCS HỒ CHÍ MINH", "***", "Số: 12-KH/TĐTN-BTG\tSông Lam, ngày 05 tháng 3 năm 2024"),
    *("KẾ HOẠCH", "Thực hiện dân vận năm 2024", "Căn cứ Kế hoạch số 03-KH/BCĐ ngày 01/02/2024 của Ban Chỉ đạo tỉnh."),
)
OPENING = "Tỉnh đoàn Sông Lam ban hành kế hoạch thực hiện “Dân vận khéo” năm 2024 với các nội dung sau:"
FOOT = (
    "Trên đây là kế hoạch của Tỉnh đoàn Sông Lam. Đề nghị các đơn vị thực hiện./.",
    *("Nơi nhận:\tTM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "- Ban Dân vận;\tPHÓ BÍ THƯ", "- Lưu VP.", "Lê Văn An"),
)
TARGETS = [
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Mức giao", "Phạm vi"],
    ["1", "Nhà Nhân ái", "căn", "90", "Mỗi đơn vị huyện"],
]
OWED = [
    ["TT", "Văn bản phải nộp", "Đơn vị thực hiện", "Kỳ", "Thời hạn", "Nơi nhận"],
    ["1", "Đăng ký mô hình", "Huyện", "Năm 2024", "Trước ngày 27/4/2024", "Qua Ban Tuyên giáo"],
]


@pytest.fixture
def space(tmp_path):
    made = Workspace(tmp_path / "w")
    departments = [{"id": "ban-tuyen-giao", "name": "Ban Tuyên giáo"}]
    made.unit("tinh", level="province", name="Tỉnh đoàn Sông Lam", departments=departments)
    made.units("huyen-a", parent="tinh", level="district")
    made.indicator("nha", "sum", "sum", name="Nhà Nhân ái", unit_of_measure="căn", type="count")
    return made


def paper(*items):
    """A paper of lines, and of tables as rows of texts, without any style."""
    blocks, number = [], 0
    for item in items:
        rows = [[item]] if isinstance(item, str) else item
        lines = [[(Line(number := number + 1, (Piece(text),)),) if text else () for text in row] for row in rows]
        blocks.append(lines[0][0][0] if isinstance(item, str) else Grid(tuple(map(tuple, lines))))
    return Paper("van-ban.pdf", tuple(blocks))


def read(space, items, kind="plan"):
    return imported(paper(*items), open_workspace(space.root), Wishes("tinh", TODAY, kind))


def test_sections_of_dvk_are_known_by_their_words_and_numbers(space):
    body = ("I. MỤC ĐÍCH", "Gần dân.", "II. CHỈ TIÊU", TARGETS, "III. TỔ CHỨC THỰC HIỆN", "1. Phân công thực hiện")
    work = ("a) Ban Tuyên giáo (bộ phận thường trực)", "- Hướng dẫn.", "- Tổng hợp.", "b) Huyện", "- Làm mô hình.")
    found = read(space, (*HEAD, OPENING, *body, *work, "2. Chế độ đăng ký, báo cáo", OWED, *FOOT))
    said = plain(found.draft)
    assert said["targets"] == [
        {"indicator": "nha", "kind": "each", "who": {"level": ["district"]}, "value": "90"},
    ]
    assert said["tasks"] == [
        {"department": "ban-tuyen-giao", "task": "Hướng dẫn."},
        {"department": "ban-tuyen-giao", "task": "Tổng hợp."},
        {"level": "district", "task": "Làm mô hình."},
    ]
    assert [each["before"] for each in said["obligations"]] == ["2024-04-27"]
    assert said["text"] == "## MỤC ĐÍCH\n\nGần dân."
    assert [said[key] for key in ("number", "date", "place")] == ["12-KH/TĐTN-BTG", "2024-03-05", "Sông Lam"]
    assert said["recipients"] == ["Ban Dân vận", "Lưu VP"]
    assert said["signatory"] == {"authority": "TM. Ban Thường vụ Tỉnh đoàn", "post": "Phó Bí thư", "name": "Lê Văn An"}
    assert found.aside == ()


def test_sections_of_a_report_of_dvk_are_known_by_their_words_and_numbers(space):
    head = (
        *HEAD[:3],
        "BÁO CÁO",
        "Kết quả năm 2024",
        "(Số liệu minh hoạ)",
        "Tỉnh đoàn Sông Lam báo cáo kết quả năm 2024 như sau:",
    )
    body = (
        "I. TÌNH HÌNH CHUNG",
        "Có 9 huyện.",
        "II. ĐÁNH GIÁ CHUNG",
        "1. Ưu điểm",
        "Đúng hạn.",
        "2. Hạn chế",
        "Ít ảnh.",
    )
    said = plain(read(space, (*head, *body, "Trên đây là báo cáo năm 2024 của Tỉnh đoàn Sông Lam./."), "report").draft)
    assert said["illustrative"] == "yes"
    assert [said[key] for key in ("situation", "strengths", "limits")] == ["Có 9 huyện.", "Đúng hạn.", "Ít ảnh."]


def test_a_table_without_borders_is_named_with_its_line(space):
    rows = ("TT\tNội dung\tSố lượng", "1\tNhà Nhân ái\t90", "của các huyện", "2\tTuyến đường\t12")
    found = read(
        space, (*HEAD, "Ban Thường vụ ban hành kế hoạch:", "I. CHỈ TIÊU", *rows, "II. KHÁC", "Không.\tCó.", *FOOT)
    )
    assert [(each.line, each.phrase) for each in found.aside if each.why == "without_borders"] == [
        (9, "TT | Nội dung | Số lượng")
    ]


def test_a_plan_of_others_that_opens_and_ends_like_one_of_dvk_is_read_as_theirs(space):
    head = [["BCH ĐOÀN TỈNH SÔNG LAM", "ĐOÀN TNCS HỒ CHÍ MINH"], [HEAD[2].replace("\t", " "), ""]]
    opening = "Ban Thường vụ Tỉnh đoàn ban hành kế hoạch với các nội dung sau:"
    body = (
        "I. NỘI DUNG",
        "- Làm tốt.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Các huyện đoàn",
        "- Báo cáo trước ngày 10/11/2024.",
    )
    found = read(space, (head, "KẾ HOẠCH", HEAD[4], opening, *body, "- Khác.", *FOOT))
    assert [each["before"] for each in plain(found.draft)["obligations"]] == ["2024-11-10"]
