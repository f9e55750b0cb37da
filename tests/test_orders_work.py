"""Who is meant by a heading, what is to be reached, which models are named and who does what; sentences of our own."""

from datetime import date
from itertools import count

import pytest
from test_orders_phrases import BEFORE, known, ordered, paper_of

from dvk.importing.known import Known
from dvk.importing.orders import orders_of
from dvk.importing.outline import outlined
from dvk.importing.paper import Grid, Line, Paper, Piece
from dvk.importing.prose import text_of
from dvk.importing.quoted import leaves, plain
from dvk.importing.tables.plan import plan_tables

PROVINCE, DISTRICT, FRONT = "tinh-doan-tra-vinh", "huyen-doan-tho-xuan", "mttq-huyen-cu-jut"
REPORT = "- Báo cáo kết quả trước ngày 12/11."


def asked(unit, year, *lines):
    known_there = Known(known().workspace, unit, date(year, 6, 1))
    return orders_of(outlined(paper_of(*BEFORE, *lines)), known_there, year)


def doubts(draft):
    return {leaf.doubt for _, leaf in leaves(draft) if leaf.doubt}


@pytest.mark.parametrize(
    ("unit", "heading", "who"),
    [
        (PROVINCE, "3. Đối với Đoàn cấp huyện", {"level": ["district"]}),
        (PROVINCE, "3. Các huyện, thị, thành đoàn và đoàn trực thuộc", {"level": ["district"]}),
        (PROVINCE, "3. Huyện đoàn, Thị đoàn, Thành đoàn", {"level": ["district"]}),
        (PROVINCE, "3. Đoàn các huyện, thị xã, thành phố", {"level": ["district"]}),
        (PROVINCE, "3. Các đơn vị trực thuộc", {"level": ["district"]}),
        (PROVINCE, "3. Đoàn xã, phường, thị trấn", {"level": ["commune"]}),
        (PROVINCE, "3. Cấp xã", {"level": ["commune"]}),
        (PROVINCE, "3. Cấp huyện, cấp xã", {"level": ["district", "commune"]}),
        (PROVINCE, "3. Các phường, thị trấn", {"level": ["commune"], "kind": ["ward", "township"]}),
        (PROVINCE, "3. Các thị xã, thành phố", {"level": ["district"], "kind": ["town", "city"]}),
        (PROVINCE, "3. Các cơ sở Đoàn", {"level": ["commune"]}),
        (PROVINCE, "3. Huyện đoàn Càng Long", {"units": ["huyen-doan-cang-long"]}),
        (DISTRICT, "3. Các cơ sở Đoàn trong huyện", {"level": ["commune"]}),
        (DISTRICT, "3. Đoàn các xã, thị trấn", {"level": ["commune"]}),
        (FRONT, "3. Ủy ban MTTQ các xã, thị trấn", {"level": ["commune"]}),
        (FRONT, "3. Ban Thường trực UBMTTQVN xã, thị trấn", {"level": ["commune"]}),
        ("khong-co-trong-so", "3. Các huyện, thị, thành đoàn", {"level": ["district"]}),
    ],
)
def test_who_owes_stands_in_the_heading(unit, heading, who):
    obligation = asked(unit, 2021, heading, REPORT, "- Khác.").draft["obligations"][0]
    assert plain(obligation["who"]) == who
    assert doubts(obligation["who"]) <= {"kinds_named"}


@pytest.mark.parametrize(
    ("unit", "heading"),
    [
        (PROVINCE, "3. Tỉnh đoàn"),
        (PROVINCE, "3. Cấp tỉnh"),
        (PROVINCE, "3. Ban Thường vụ Tỉnh đoàn"),
        (PROVINCE, "3. Các ban, văn phòng Tỉnh đoàn"),
        (PROVINCE, "3. Ban Tuyên giáo"),
        (PROVINCE, "3. Đối với các ban Tỉnh đoàn"),
        (DISTRICT, "3. Huyện đoàn"),
        (DISTRICT, "3. Văn phòng Huyện đoàn"),
        (FRONT, "3. Ủy ban MTTQ huyện"),
        (FRONT, "3. Cơ quan Ủy ban MTTQ huyện"),
        (PROVINCE, "3. Các sở, ngành"),
    ],
)
def test_what_the_issuer_does_itself_is_owed_by_nobody(unit, heading):
    found = asked(unit, 2021, heading, REPORT, "- Khác.")
    assert found.draft["obligations"] == []
    assert [each.why for each in found.aside] == ["own_work"]


@pytest.mark.parametrize("heading", ["3. Các cấp bộ Đoàn", "3. Các đơn vị", "3. Chi đoàn", "3. Chế độ báo cáo"])
def test_whoever_is_not_named_is_marked(heading):
    obligation = asked(PROVINCE, 2021, heading, REPORT, "- Khác.").draft["obligations"][0]
    assert doubts(obligation["who"]) <= {"level_guessed", "who_guessed"}
    assert doubts(obligation["who"])
    assert "who" in plain(obligation)["inferred"]


def test_a_heading_without_a_number_speaks_for_the_lines_below_it():
    found = asked(
        *(PROVINCE, 2021, "* Đối với các huyện đoàn:", REPORT, "* Đối với các ban Tỉnh đoàn:"),
        "- Báo cáo kết quả trước ngày 15/12/2021.",
    )
    assert [plain(each["before"]) for each in found.draft["obligations"]] == ["2021-11-12"]
    assert [each.why for each in found.aside] == ["own_work"]


def told(target):
    said = plain(target)
    who = said.get("who", {})
    words = [said["indicator"], said.get("bound", ""), said["value"], said.get("upper", ""), said["kind"]]
    return " ".join(filter(None, [*words, *who.get("level", [])]))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mỗi đoàn xã, phường, thị trấn giúp ít nhất 02 hộ thoát nghèo.", "ho-thoat-ngheo at_least 2 each commune"),
        ("Mỗi huyện đoàn xây dựng từ 02 đến 03 mô hình điểm.", "mo-hinh-diem exactly 2 3 each district"),
        ("Xây dựng 01-02 mô hình điểm.", "mo-hinh-diem exactly 1 2 each district"),
        ("Duy trì từ 3 mô hình đang có trở lên.", "mo-hinh-duy-tri at_least 3 each district"),
        ("Tối thiểu 3.000 lượt người tham dự.", "luot-nguoi at_least 3000 each district"),
        ("Vận động khoảng 500 triệu đồng.", "kinh-phi-huy-dong about 500000000 each district"),
        ("Vận động được 1,5 tỷ đồng trở lên.", "kinh-phi-huy-dong at_least 1500000000 each district"),
        ("Phấn đấu toàn tỉnh xây dựng 20 căn nhà nhân ái.", "nha-nhan-ai 20 total"),
        ("Mỗi đoàn viên giúp ít nhất một thanh niên vào Đoàn, Hội.", "thanh-nien-moi-doan-vien at_least 1 total"),
        ("100% huyện đoàn triển khai nghị quyết.", "trien-khai-nghi-quyet at_least 1 each district"),
        ("Trên 90% đoàn viên học tập.", "doan-vien-hoc-tap at_least 90 % each district"),
        ("Ít nhất 12 cuộc tuyên truyền.", "cuoc-tuyen-truyen at_least 12 each district"),
    ],
)
def test_numbers_to_be_reached(sentence, expected):
    found = ordered("1. Tỉnh đoàn", "- Theo dõi.", "2. Các huyện, thị, thành đoàn", f"- {sentence}", "- Khác.")
    assert [told(each) for each in found.draft["targets"]] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Học tập 06 bài học lý luận chính trị.",
        "Phong trào “Sinh viên 5 tốt”, “Học sinh 3 rèn luyện”.",
        "Hướng tới kỷ niệm 90 năm truyền thống.",
        "Nghị quyết Đại hội Đảng khóa XIII, nhiệm kỳ 2020 - 2025.",
        "Thực hiện Nghị quyết Trung ương 4 và các Nghị quyết 6, 7, 8.",
        "Kinh phí dự kiến khoảng 600 triệu đồng.",
        "Tổ chức không quá 05 mô hình.",
        "Phong trào 3 trách nhiệm, 5 xung kích, 4 đồng hành.",
        "Báo cáo trong 05 ngày.",
        "Liên hệ số điện thoại 0294 3855 555.",
        "Thực hiện trong 6 tháng đầu năm 2021.",
        "Quyết định số 1348 của UBND tỉnh.",
        "Chỉ thị 05 của Bộ Chính trị.",
        "Lúc 17 giờ 30 phút ngày 15/5.",
    ],
)
def test_numbers_that_are_nobodys_target(sentence):
    found = ordered("1. Tỉnh đoàn", "- Theo dõi.", "2. Các huyện, thị, thành đoàn", f"- {sentence}", "- Khác.")
    assert found.draft["targets"] == []


def test_a_number_that_could_mean_two_things_is_no_target():
    found = ordered("2. Các huyện, thị, thành đoàn", "- Ít nhất 3.6 mô hình, ít nhất 3.00 mô hình.", "- Khác.")
    assert found.draft["targets"] == []


def test_models_of_the_issuer():
    found = ordered(
        "3. MÔ HÌNH CỦA TỈNH ĐOÀN",
        "1. Mô hình “Bếp ăn yêu thương”, ít nhất 1.200 em, kinh phí khoảng 45 triệu đồng.",
        "2. Mô hình đường hoa, tổng số 05 tuyến đường thuộc lĩnh vực kinh tế.",
        "3. Mô hình vận động xây nhà, 12 căn, dự toán 1,2 tỷ đồng.",
        "4. Mô hình cơ quan xanh, sạch, đẹp, văn minh.",
    )
    assert [plain(each) for each in found.models] == [
        {
            "name": "Mô hình “Bếp ăn yêu thương”",
            "value": "1200",
            "unit": "em",
            "bound": "at_least",
            "budget": "45000000",
            "budget_bound": "about",
        },
        {"name": "Mô hình đường hoa", "field": "economy", "value": "5", "unit": "tuyến đường"},
        {"name": "Mô hình vận động xây nhà", "value": "12", "unit": "căn", "budget": "1200000000"},
        {"name": "Mô hình cơ quan xanh, sạch, đẹp, văn minh"},
    ]
    assert {plain(each["kind"]) for each in found.draft["targets"]} == {"own"}
    assert [told(each).rpartition(" ")[0] for each in found.draft["targets"]][1:] == [
        "tuyen-duong-thanh-nien 5",
        "nha-nhan-ai 12",
        "co-quan-xanh-sach-dep 1",
    ]


def test_models_without_a_list_of_models_are_none():
    found = ordered("3. NỘI DUNG", "1. Mô hình trên lĩnh vực kinh tế: tham gia sản xuất.", "2. Mô hình khác: học tập.")
    assert found.models == []
    assert found.draft["targets"] == []


BOTH = "Giao Ban Phong trào Tỉnh đoàn là bộ phận thường trực, phối hợp Ban Tuyên giáo theo dõi; đôn đốc các đơn vị"


def test_departments_and_their_work():
    found = ordered(
        "1. Tỉnh đoàn",
        f"- {BOTH}.",
        "- Ban Tổ chức – Kiểm tra tham mưu; Chi đoàn Cơ quan Tỉnh đoàn đăng ký một việc.",
        "- Văn phòng Tỉnh đoàn lo kinh phí.",
        "- Tuyên truyền sâu rộng.",
        "2. Các huyện, thị, thành đoàn",
        "- Chọn việc làm thiết thực.",
        REPORT,
    )
    work = [(each.get("department") or each["level"], plain(each["task"])) for each in found.draft["tasks"]]
    assert [(plain(who), task) for who, task in work] == [
        ("ban-phong-trao", BOTH),
        ("ban-tuyen-giao", BOTH),
        ("ban-to-chuc-kiem-tra", "Ban Tổ chức – Kiểm tra tham mưu"),
        ("chi-doan-co-quan", "Chi đoàn Cơ quan Tỉnh đoàn đăng ký một việc"),
        ("van-phong", "Văn phòng Tỉnh đoàn lo kinh phí"),
        ("province", "Tuyên truyền sâu rộng"),
        ("district", "Chọn việc làm thiết thực"),
    ]
    assert found.standing is not None
    assert found.standing.value == "ban-phong-trao"
    assert [who.doubt for who, _ in work if plain(who) == "van-phong"] == ["department_unknown"]


def test_departments_of_others_are_not_the_issuers():
    found = ordered("1. Tỉnh đoàn", "- Ban Tuyên giáo Tỉnh ủy theo dõi chung.", "- Ban Dân vận Huyện ủy chỉ đạo.")
    assert [each for each in found.draft["tasks"] if "department" in each] == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Năm 2020 đã xây dựng 32 căn nhà nhân ái.", "past_result"),
        ("Năm 2020 xây dựng được trên 32 căn nhà nhân ái.", "past_result"),
        ("Kéo giảm 1,2% hộ nghèo.", "change"),
        ("Tăng ít nhất 5% hội viên.", "change"),
        ("Vận động xây nhà, mỗi căn 70.000.000 đồng.", "unit_cost"),
        ("Mỗi huyện đoàn vận động học bổng trị giá 2 triệu đồng.", "unit_cost"),
    ],
)
def test_results_rises_and_costs_are_left_aside(sentence, why):
    found = ordered("1. Tỉnh đoàn", "- Theo dõi.", "2. Các huyện, thị, thành đoàn", f"- {sentence}", "- Khác.")
    assert found.draft["targets"] == []
    assert [each.why for each in found.aside] == [why]


def test_a_task_is_the_whole_sentence():
    long = "Tổ chức " + ", ".join(f"hoạt động thứ {word} của tuổi trẻ" for word in ("một", "hai", "ba", "tư") * 8)
    found = ordered("1. Tỉnh đoàn", f"- {long}.", "- Khác.")
    assert plain(found.draft["tasks"][0]["task"]) == long
    assert len(long) > 600


def test_parts_that_tasks_and_obligations_say_are_left_out_of_the_text():
    lines = ("1. Tỉnh đoàn", "- Theo dõi chung.", "2. Các huyện, thị, thành đoàn", REPORT)
    outline = outlined(paper_of(*BEFORE, *lines))
    found = orders_of(outline, known(), 2021)
    assert [part.words for part in found.told] == ["TỔ CHỨC THỰC HIỆN"]
    text = text_of(outline, without=frozenset(part.title.number for part in found.told))
    assert text is not None
    assert text.value == "## MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n"
    assert "Theo dõi chung" in text_of(outline).value


def test_a_filing_that_says_more_than_that_is_a_task_too():
    more = "Báo cáo kết quả về Tỉnh đoàn trước ngày 12/11 kèm ảnh chụp từng công trình"
    found = ordered("1. Tỉnh đoàn", "- Theo dõi.", "2. Các huyện, thị, thành đoàn", f"- {more}.", REPORT)
    assert [plain(each["task"]) for each in found.draft["tasks"]] == ["Theo dõi", more]


def test_a_part_with_a_sentence_that_nothing_says_stays_whole():
    found = ordered("1. Chế độ chung", "- Trang phục gọn gàng.", "2. Các huyện, thị, thành đoàn", REPORT)
    assert [part.mark for part in found.told] == ["2"]


@pytest.mark.parametrize(
    ("lines", "work"),
    [
        (
            ("3. Ban Phong trào", "Hướng dẫn.", "Chủ trì, phối hợp với Văn phòng kiểm tra.", "4. Tỉnh đoàn", "Dự."),
            "ban-phong-trao: Hướng dẫn; ban-phong-trao: Chủ trì, phối hợp với Văn phòng kiểm tra; province: Dự",
        ),
        (
            (
                "**Ban Phong trào, Ban Tuyên giáo Tỉnh đoàn:**",
                "- Hướng dẫn.",
                "- Ban Phong trào lo tập huấn.",
                "- Xem.",
            ),
            (
                "ban-phong-trao: Hướng dẫn; ban-tuyen-giao: Hướng dẫn; ban-phong-trao: Ban Phong trào lo tập huấn; "
                "ban-phong-trao: Xem; ban-tuyen-giao: Xem"
            ),
        ),
        (
            ("3. Giao Ban Phong trào có trách nhiệm:", "Hướng dẫn.", "- Các huyện đoàn cử cán bộ."),
            "ban-phong-trao: Hướng dẫn; district: Các huyện đoàn cử cán bộ",
        ),
        (("3. Các ban Tỉnh đoàn", "Hướng dẫn.", "- Khác."), "province: Hướng dẫn; province: Khác"),
    ],
)
def test_a_department_that_is_a_heading_has_the_work_below_it(lines, work):
    tasks = [plain(each) for each in asked(PROVINCE, 2021, *lines).draft["tasks"]]
    assert "; ".join(f"{each.get('department', each.get('level'))}: {each['task']}" for each in tasks) == work


def test_a_department_in_a_heading_is_the_standing_one_and_doubted_once():
    found = asked(PROVINCE, 2021, "3. Văn phòng (bộ phận thường trực)", "Theo dõi.", "Tổng hợp.")
    assert plain(found.standing) == "van-phong"
    assert [each["department"].doubt for each in found.draft["tasks"]] == ["department_unknown", ""]


OWED = ["TT", "Văn bản phải nộp", "Đơn vị thực hiện", "Thời hạn"]
ROW = ["1", "Báo cáo năm", "Cấp huyện", "Trước ngày 10/11/2021"]


def table(*rows):
    """A table whose cells are lines from 100 on."""
    numbers = count(100)
    return Grid(tuple(tuple((Line(next(numbers), (Piece(text),)),) for text in row) for row in rows))


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [
        ([OWED, ROW], True),
        ([[*OWED, "Ghi chú"], [*ROW, "Kèm 03 ảnh"]], False),
        ([["TT", "Công việc", "Thời gian"], ["1", "Gửi báo cáo năm", "Trước ngày 10/11/2021"]], True),
        ([["TT", "Công việc", "Thời gian"], ["1", "Gửi báo cáo năm", "Trước ngày 10/11"], ["2", "Họp", "10/5"]], False),
    ],
)
def test_a_table_stands_in_the_text_where_it_says_more_than_the_obligations(rows, is_told):
    known_there = Known(known().workspace, PROVINCE, date(2021, 6, 1))
    lines = paper_of(
        *BEFORE, "1. Các huyện, thị, thành đoàn", "Chọn mô hình sát với địa phương, làm đến đâu ghi đến đó."
    )
    paper = Paper(
        "x", (*lines.blocks, table(*rows), Line(200, (Piece("2. Việc khác"),)), Line(201, (Piece("Không."),)))
    )
    outline = outlined(paper)
    found = orders_of(outline, known_there, 2021, plan_tables(paper, known_there))
    assert ("|" not in text_of(outline, without=found.told_from).value) == is_told
