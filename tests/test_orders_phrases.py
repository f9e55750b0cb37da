"""Deadlines in sentences of our own: what each orders, and what it does not, through the whole way from the paper."""

import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.documents.plan import PlanDocument
from dvk.importing.doubts import ASIDES, DOUBTS
from dvk.importing.known import Known
from dvk.importing.orders import is_reminder, orders_of, reminded, with_tables
from dvk.importing.outline import outlined
from dvk.importing.paper import Grid, Line, Paper, Piece
from dvk.importing.quoted import Quoted, leaves, plain
from dvk.vietnamese.text import nfc
from dvk.workspace import open_workspace

PAPERS = Path(__file__).parent / "papers"
ROOT = Path(__file__).parents[1]
BEFORE = ["KẾ HOẠCH", "Thực hiện phong trào năm 2021", "I. MỤC ĐÍCH", "- Nâng cao nhận thức.", "II. TỔ CHỨC THỰC HIỆN"]
BELOW = ["1. Tỉnh đoàn", "- Theo dõi, kiểm tra.", "2. Các huyện, thị, thành đoàn"]


@cache
def known():
    return Known(open_workspace(ROOT), "tinh-doan-tra-vinh", date(2021, 6, 22))


def paper_of(*lines):
    shown = [" ".join(nfc(line).split()) for line in lines]
    return Paper("plan.txt", tuple(Line(number, (Piece(text),)) for number, text in enumerate(shown, 1) if text))


def ordered(*lines, year=2021):
    return orders_of(outlined(paper_of(*BEFORE, *lines)), known(), year)


def cases(name):
    lines = (PAPERS / name).read_text(encoding="utf-8").splitlines()
    return [line.partition(" => ")[::2] for line in lines if line and not line.startswith("#")]


def told(obligation):
    """An obligation in the words of the fixture."""
    said = plain(obligation)
    doubts = {path: leaf.doubt for path, leaf in leaves(obligation)}
    mark = lambda key: "?" if doubts.get(key) else ""  # noqa: E731 - a table of its own
    words = [f"{said['kind']}{mark('kind')}"]
    words += [f"{way} {said[way]}{mark(way)}" for way in ("before", "by") if way in said]
    if "days_after" in said:
        words.append(f"after {said['days_after']} {said['of']}{mark('of')}")
    if "embedded_in" in said:
        words.append(f"in {said['embedded_in']}")
    words.append(f"for {said['period']}{mark('period')}")
    words += [f"every year{mark('every_year')}"] if "every_year" in said else []
    words += [f"cut {said['cut_off']}"] if "cut_off" in said else []
    words += ["roughly"] if doubts.get("phrase") else []
    return " ".join(words)


@pytest.mark.parametrize(("sentence", "expected"), cases("deadlines.txt"))
def test_what_a_sentence_orders(sentence, expected):
    found = ordered(*BELOW, f"- {sentence.removeprefix('- ')}", "- Nhân rộng cách làm hay.")
    assert " | ".join(told(each) for each in found.draft["obligations"]) == expected
    for obligation in found.draft["obligations"]:
        assert plain(obligation)["who"] == {"level": ["district"]}


@pytest.mark.parametrize(("sentence", "expected"), cases("no_deadlines.txt"))
def test_what_is_no_deadline(sentence, expected):
    found = ordered(*BELOW, f"- {sentence}", "- Nhân rộng cách làm hay.")
    dated = {"before", "by", "days_after", "embedded_in"}
    assert [told(each) for each in found.draft["obligations"] if dated & each.keys()] == []
    assert " | ".join(each.why for each in found.aside) == expected


@pytest.mark.parametrize(("sentence", "_"), cases("deadlines.txt"))
def test_the_same_words_order_nothing_of_units_below_where_the_issuer_is_meant(sentence, _):
    found = ordered("1. Tỉnh đoàn", f"- {sentence.removeprefix('- ')}", "- Theo dõi, kiểm tra.")
    if re.search(r"đề nghị|yêu cầu|các đơn vị|ban các huyện", sentence, re.IGNORECASE):
        return
    assert found.draft["obligations"] == []


def test_enough_cases_are_there():
    assert len(cases("deadlines.txt")) >= 80
    assert len(cases("no_deadlines.txt")) >= 60


def all_doubts(found):
    return {leaf.doubt for _, leaf in leaves(found.draft) if leaf.doubt}


def test_every_doubt_and_every_reason_has_its_words():
    for name in ("deadlines.txt", "no_deadlines.txt"):
        for sentence, _ in cases(name):
            found = ordered(*BELOW, f"- {sentence}", "- Nhân rộng.")
            assert all_doubts(found) <= DOUBTS.keys()
            assert {each.why for each in found.aside} <= ASIDES.keys()


def valid(found, year=2021):
    """The draft as a plan, which the schema takes."""
    head = {"schema": "plan/v1", "revision": "1", "state": "draft", "unit": "x", "type": "KH", "subject": "x"}
    return PlanDocument.model_validate({**head, "period": str(year), **plain(found.draft)})


def test_whatever_is_ordered_is_a_plan_that_the_schema_takes():
    sentences = [f"- {sentence.removeprefix('- ')}" for sentence, _ in cases("deadlines.txt")]
    for at in range(0, len(sentences), 10):
        ids = [each.id for each in valid(ordered(*BELOW, *sentences[at : at + 10])).obligations]
        assert len(ids) == len(set(ids))
        assert ids


def test_each_value_names_its_line_and_its_words_stand_there():
    sentences = [f"- {sentence.removeprefix('- ')}" for sentence, _ in cases("deadlines.txt")]
    paper = paper_of(*BEFORE, *BELOW, *sentences)
    printed = {line.number: line.text.replace("*", "") for line in paper.lines}
    found = orders_of(outlined(paper), known(), 2021)
    for path, leaf in leaves(found.draft):
        assert path
        assert leaf.line == 0 or leaf.phrase in printed[leaf.line]


def test_a_day_in_two_spellings_of_unicode_is_the_same():
    sentence = "- Báo cáo kết quả về Tỉnh đoàn trước ngày 12/11/2021."
    apart = [unicodedata.normalize("NFD", line) for line in (*BEFORE, *BELOW, sentence, "- Khác.")]
    lines = tuple(Line(number, (Piece(text),)) for number, text in enumerate(apart, 1))
    found = orders_of(outlined(Paper("x", lines)), known(), 2021)
    assert [told(each) for each in found.draft["obligations"]] == ["report before 2021-11-12 for 2021"]


def test_what_is_said_twice_is_asked_once_and_the_day_wins():
    found = ordered(
        *BELOW,
        "- Định kỳ báo cáo kết quả theo 6 tháng và hằng năm về Tỉnh đoàn qua Ban Phong trào.",
        "- Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/11.",
        "- Đăng ký mô hình về Tỉnh đoàn.",
        "- Thời hạn đăng ký: chậm nhất ngày 20/7/2021.",
        "- Xây dựng kế hoạch của đơn vị.",
        "Đề nghị các huyện, thị, thành đoàn xây dựng kế hoạch, báo cáo kết quả đúng quy định.",
    )
    assert [told(each) for each in found.draft["obligations"]] == [
        "plan for 2021",
        "registration by 2021-07-20 for 2021",
        "report before 06-10 for H1 every year",
        "report before 11-10 for year every year",
    ]
    assert [plain(each["id"]) for each in found.draft["obligations"]] == [
        "ke-hoach",
        "dang-ky-mo-hinh",
        "bao-cao-6-thang",
        "bao-cao-nam",
    ]


def with_table(*rows):
    lines = [Line(number, (Piece(text),)) for number, text in enumerate((*BEFORE, *BELOW[-1:], "- Khác."), 1)]
    numbers = iter(range(20, 99))
    grid = Grid(tuple(tuple((Line(next(numbers), (Piece(cell),)),) if cell else () for cell in row) for row in rows))
    return orders_of(outlined(Paper("x", (*lines, grid))), known(), 2021)


def test_days_in_tables_without_titles_are_no_orders_and_named_aside():
    found = with_table(("Báo cáo kết quả trước ngày 12/11/2021", ""))
    assert found.draft["obligations"] == []
    assert [(each.line, each.why) for each in found.aside] == [(20, "in_table")]


def test_rows_that_name_work_and_its_day_are_sentences():
    found = with_table(
        ("STT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian hoàn thành", "Nơi nhận", "Ghi chú"),
        ("1", "Đăng ký mô hình", "Các huyện đoàn", "Trước 20/7/2021", "Ban Phong trào", ""),
        ("2", "Báo cáo kết quả 6 tháng.", "Các huyện đoàn", "10/6/2021", "", "xong ngày 09/6/2021"),
        ("3", "Tổ chức Hội trại", "Ban Phong trào", "Trước 26/3/2021", "", ""),
        ("4", "Báo cáo Tỉnh ủy", "Ban Tuyên giáo", "Chậm nhất 30/11/2021", "", ""),
    )
    assert [told(each) for each in found.draft["obligations"]] == [
        "registration before 2021-07-20 for 2021",
        "report by 2021-06-10 for 2021-H1",
    ]
    first = found.draft["obligations"][0]
    assert plain(first["channel"]) == {"department": "ban-phong-trao"}
    assert (first["title"].line, first["before"].line, first["before"].phrase) == (27, 29, "Trước 20/7/2021")
    assert [(each.phrase, each.why) for each in found.aside] == [
        ("ngày 09/6/2021", "in_table"),
        ("26/3/2021", "meeting"),
        ("30/11/2021", "own_work"),
    ]
    assert [plain(each["task"]) for each in found.draft["tasks"]] == ["Khác"]


def test_a_table_that_is_read_elsewhere_is_left_to_it():
    paper = paper_of(*BEFORE, *BELOW, "- Khác.")
    row = (Line(30, (Piece("Báo cáo năm"),)),), (Line(31, (Piece("Trước 15/11/2021"),)),)
    titles = (Line(28, (Piece("Nội dung"),)),), (Line(29, (Piece("Thời hạn"),)),)
    outline = outlined(Paper("x", (*paper.blocks, Grid((titles, row)))))
    assert len(orders_of(outline, known(), 2021).draft["obligations"]) == 1
    found = orders_of(outline, known(), 2021, {"obligations": [{"before": Quoted("2021-11-14", 31)}]})
    assert (found.draft["obligations"], found.aside) == ([], ())


def test_tables_and_sentences_are_one_list_with_different_ids():
    found = ordered(*BELOW, "- Báo cáo kết quả về Tỉnh đoàn trước ngày 12/11/2021.", "- Khác.")
    same = found.draft["obligations"][0]
    other = {**same, "before": Quoted("2021-12-01")}
    assert with_tables(found.draft, {"obligations": [same]})["obligations"] == [same]
    both = with_tables(found.draft, {"obligations": [other]})["obligations"]
    assert [plain(each["id"]) for each in both] == ["bao-cao-ket-qua-2", "bao-cao-ket-qua"]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("V/v đôn đốc nộp báo cáo năm 2021", True),
        ("nhắc nộp đăng ký mô hình", True),
        ("Tăng cường kiểm tra, đôn đốc phong trào", False),
        ("báo cáo phong trào năm 2021", False),
    ],
)
def test_a_reminder_is_known_by_its_subject(subject, expected):
    assert is_reminder(Quoted(subject)) is expected
    found = ordered(*BELOW, "- Báo cáo kết quả về Tỉnh đoàn trước ngày 12/11/2021.", "- Khác.")
    [marked] = reminded(found.draft["obligations"])
    assert (marked["kind"].doubt, plain(marked["inferred"])) == ("reminder", ["kind"])


def test_without_a_year_nothing_is_made_up():
    found = ordered(*BELOW, "- Báo cáo kết quả về Tỉnh đoàn.", "- Báo cáo năm trước ngày 10/11.", year=None)
    assert [set(each) & {"period", "every_year"} for each in found.draft["obligations"]] == [{"period", "every_year"}]
    found = ordered(*BELOW, "- Xây dựng kế hoạch của đơn vị.", "- Khác.", year=None)
    assert "period" not in found.draft["obligations"][0]


@pytest.mark.parametrize(
    ("sentence", "channel"),
    [
        ("qua Ban Phong trào Tỉnh đoàn", {"department": "ban-phong-trao"}),
        ("(thông qua Ban Tuyên giáo)", {"department": "ban-tuyen-giao"}),
        ("qua Ban Tổ chức - Kiểm tra tổng hợp", {"department": "ban-to-chuc-kiem-tra"}),
        ("qua Ban Công tác xã hội Tỉnh đoàn", {"department": "ban-cong-tac-xa-hoi"}),
        ("qua email: vi.du@example.org", {"by": "e-mail", "address": "vi.du@example.org"}),
        ("bằng bản giấy và file mềm qua Ban Phong trào", {"department": "ban-phong-trao", "by": "bản giấy; file mềm"}),
        ("", {}),
        ("qua Ban Dân vận Tỉnh ủy", {}),
    ],
)
def test_how_it_is_sent(sentence, channel):
    found = ordered(*BELOW, f"- Báo cáo kết quả về Tỉnh đoàn {sentence} trước ngày 12/11/2021.", "- Khác.")
    assert plain(found.draft["obligations"][0]).get("channel", {}) == channel


PIECES = st.sampled_from(
    [
        *("báo cáo", "kết quả", "đăng ký", "mô hình", "xây dựng", "kế hoạch", "gửi", "về", "Tỉnh đoàn", "trước ngày"),
        *("15/11/2021", "31/02/2021", "15/6", "và", ",", ";", ".", ":", "(", ")", "“", "”", '"', "17 giờ", "hằng năm"),
        *("6 tháng", "quý I", "các huyện", "thị", "thành đoàn", "Ban Phong trào", "qua", "sau", "05 ngày", "kể từ"),
        *(
            "lồng ghép trong",
            "ít nhất",
            "01",
            "3.000",
            "3.6",
            "từ",
            "đến",
            "mỗi",
            "đoàn viên",
            "%",
            "100",
            "triệu đồng",
        ),
        *(
            "kinh phí",
            "khoảng",
            "\u0301",
            "\u200b",
            "ngày",
            "năm",
            "2021",
            "số",
            "-",
            "/",
            "a@b.vn",
            "đã",
            "Giao",
            "1.",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=60), st.sampled_from(["2. Các xã", "1. Tỉnh đoàn", ""])
)
def test_no_text_breaks_the_reading(words, heading):
    found = ordered(heading, f"- {' '.join(words)}", "- Khác.")
    valid(found)
    assert all(leaf.doubt in DOUBTS for _, leaf in leaves(found.draft) if leaf.doubt)


@pytest.mark.parametrize(
    "words", ["báo cáo ", "đăng ký ", "từ ", "(", "“", "15/11/2021, ", "mỗi ", "ít nhất 01 hộ ", "các "]
)
def test_endless_lines_are_read_in_bounded_time(words):
    start = perf_counter()
    ordered(*BELOW, *(f"- Báo cáo kết quả {words * (100_000 // len(words))}",) * 3)
    assert perf_counter() - start < 5
