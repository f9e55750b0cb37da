"""``dvk remind``: letters to the units that are late, each of them named with what it owes, and nobody else."""

import zipfile

import pytest
from word_text import assert_word_reads, text
from word_text import rows as tables
from workspace_builder import Workspace, report_due

ON = "2021-11-10"
PLAN = "plans/2021/tinh/ke-hoach.yaml"


@pytest.fixture
def ws(tmp_path):
    """A province with three districts, of which one has filed; two of them owe a registration as well."""
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province", name="Tỉnh đoàn X", departments=[{"id": "vp", "name": "Văn phòng"}])
    for unit, name in (("huyen-a", "Huyện đoàn A"), ("huyen-b", "Huyện đoàn B"), ("huyen-c", "Huyện đoàn C")):
        made.unit(unit, "tinh", level="district", name=name)
    made.indicator("nha", "sum", "sum")
    year = report_due("nam", 2021, "district", before="2021-11-05", title="Báo cáo năm", channel={"department": "vp"})
    made.plan("tinh", year, year=2021, number="12-KH/TĐTN-VP", place="Trà Vinh")
    made.report("huyen-a", 2021, {"nha": 3}, answers=[f"{PLAN}#nam"], submitted="2021-11-01")
    return made


def remind(ws, *words, on=ON):
    return ws.run("remind", "tinh", "--year", 2021, "--on", on, "--lang", "vi", *words)


def written(ws, tmp_path, *words, on=ON):
    """Give the letters that a call writes, by name."""
    folder = tmp_path / f"thu-{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    result = remind(ws, *words, "-o", folder, on=on)
    assert result.exit_code == 0, result.stderr + result.stdout
    found = {file.name: file for file in sorted(folder.iterdir())}
    assert result.stdout.split() == [str(file) for file in found.values()]
    return found


def rows(file):
    """Give the rows of all tables."""
    return [row for table in tables(file) for row in table]


def one(ws, tmp_path, *words, on=ON):
    (file,) = written(ws, tmp_path, *words, on=on).values()
    assert_word_reads(file)
    return file


# one letter to all


def test_the_letter_names_who_is_late_with_what_and_for_how_long(ws, tmp_path):
    file = one(ws, tmp_path)
    assert file.name == "don-doc-tinh-2021-11-10.docx"
    said = text(file)
    assert "V/v đôn đốc gửi báo cáo năm 2021" in said
    assert "- Huyện đoàn B;" in said
    assert "- Huyện đoàn C." in said
    assert "Huyện đoàn A" not in said
    assert "Kế hoạch số 12-KH/TĐTN-VP ngày 05/01/2021 của Tỉnh đoàn X" in said
    assert "trước ngày 05/11/2021" in said
    assert "qua Văn phòng" in said
    assert ["1", "Huyện đoàn B", "04/11/2021", "6", ""] in rows(file)
    assert ["2", "Huyện đoàn C", "04/11/2021", "6", ""] in rows(file)


def test_the_head_is_that_of_an_official_letter(ws, tmp_path):
    said = text(one(ws, tmp_path))
    assert "-CV/TĐTN-VP" in said
    assert "12-CV" not in said
    assert "Trà Vinh, ngày" in said
    assert "CÔNG VĂN" not in said
    assert "./." in said


def test_a_state_body_names_no_type_in_the_number_of_a_letter(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province", line="front", name="MTTQ tỉnh")
    made.unit("huyen", "tinh", level="district", line="front", name="MTTQ huyện")
    due = report_due("nam", 2021, "district", by="2021-11-05")
    made.plan("tinh", due, year=2021, number="59/KH-MTTQ-BTT")
    said = text(one(made, tmp_path))
    assert "/MTTQ-BTT" in said
    assert "CV" not in said
    assert "chậm nhất ngày 05/11/2021" in said.casefold()


def test_nobody_is_made_up_to_sign(ws, tmp_path):
    said = text(one(ws, tmp_path))
    assert "Nguyễn Văn An" not in said
    assert "Bí thư" not in said
    assert "TM. Ban Thường vụ" in said
    signed = text(one(ws, tmp_path, "--signatory", PLAN))
    assert "Nguyễn Văn An" in signed
    assert "Bí thư" in signed


def test_several_obligations_stand_apart_in_the_order_of_their_days(ws, tmp_path):
    more = report_due("nua-nam", "2021-H1", "district", by="2021-06-15", title="Báo cáo 6 tháng")
    ws.plan("tinh", more, year=2021, slug="nua-nam", number="13-KH/TĐTN-VP")
    said = text(one(ws, tmp_path))
    assert "đôn đốc gửi báo cáo năm 2021" in said
    first, second = said.index("Báo cáo 6 tháng đầu năm 2021,"), said.index("Báo cáo năm 2021,")
    assert first < second
    assert "6 tháng, 6 tháng" not in said
    assert "của 03 đơn vị" in said


def test_more_units_than_one_reads_are_not_all_addressed(ws, tmp_path):
    for number in range(10):
        ws.unit(f"huyen-{number}", "tinh", level="district", name=f"Huyện đoàn {number}")
    said = text(one(ws, tmp_path))
    assert "Các đơn vị có tên trong danh sách dưới đây" in said
    assert said.count("Huyện đoàn 7") == 1


def test_a_new_day_is_printed_where_one_is_set(ws, tmp_path):
    assert "chậm nhất ngày 20/11/2021" in text(one(ws, tmp_path, "--by", "2021-11-20"))
    assert "chậm nhất" not in text(one(ws, tmp_path))


# who is late


def test_nobody_is_late_on_the_last_day_itself(ws):
    result = remind(ws, on="2021-11-04")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Tỉnh đoàn X: đến hết ngày 04/11/2021 không đơn vị nào quá hạn; không có gì để đôn đốc.\n"


def test_nothing_is_written_where_nobody_is_late(ws, tmp_path):
    target = tmp_path / "thu.docx"
    assert remind(ws, "-o", target, on="2021-11-04").exit_code == 0
    assert not target.exists()


def test_one_day_late_is_late(ws, tmp_path):
    assert ["1", "Huyện đoàn B", "04/11/2021", "1", ""] in rows(one(ws, tmp_path, on="2021-11-05"))


def test_who_is_let_off_or_has_more_time_is_not_reminded(ws, tmp_path):
    due = report_due("nam", 2021, "district", before="2021-11-05", title="Báo cáo năm")
    due["except"] = [{"unit": "huyen-b", "reason": "Mới thành lập"}]
    due["extensions"] = [{"units": ["huyen-c"], "by": "2021-11-08", "reason": "Bão"}]
    ws.plan("tinh", due, year=2021)
    file = one(ws, tmp_path)
    assert "Huyện đoàn B" not in text(file)
    longer = "(Đã gia hạn đến hết ngày 08/11/2021)"
    assert ["1", f"Báo cáo năm 2021 {longer}", "Trước ngày 05/11/2021", "2", ""] in rows(file)
    assert "không đơn vị nào quá hạn" in remind(ws, on="2021-11-08").stdout


def test_what_was_sent_back_is_reminded_of_once_its_new_day_is_over(ws, tmp_path):
    note = {"by": "tinh", "date": "2021-11-03", "reason": "Thiếu số liệu", "resubmit_by": "2021-11-12"}
    ws.report(
        "huyen-b", 2021, {"nha": 1}, state="returned", answers=[f"{PLAN}#nam"], submitted="2021-11-01", returns=[note]
    )
    assert "Huyện đoàn B" not in text(one(ws, tmp_path, on="2021-11-12"))
    assert "Đã trả lại, chưa gửi lại" in text(one(ws, tmp_path, on="2021-11-13"))


def test_a_draft_is_not_filed(ws, tmp_path):
    ws.report("huyen-b", 2021, {"nha": 1}, state="draft", answers=[f"{PLAN}#nam"])
    assert "Huyện đoàn B" in text(one(ws, tmp_path))


def test_a_unit_that_is_there_no_more_is_named_beside_and_not_written_to(ws, tmp_path):
    ws.event("merge", "2021-11-08", ["huyen-c"], ["huyen-b"])
    result = remind(ws, "-o", tmp_path / "thu.docx")
    assert (result.exit_code, result.stderr) == (0, "Không đôn đốc đơn vị đã kết thúc hoạt động: Huyện đoàn C\n")
    assert "Huyện đoàn C" not in text(tmp_path / "thu.docx")
    assert "Huyện đoàn C" in text(one(ws, tmp_path, on="2021-11-06"))


def test_plans_of_other_units_are_their_own_affair(ws, tmp_path):
    ws.unit("xa", "huyen-a", name="Đoàn xã")
    ws.plan("huyen-a", report_due("thang", 2021, "commune", by="2021-10-01"), year=2021, number="03-KH/ĐTN")
    assert "Đoàn xã" not in text(one(ws, tmp_path))
    assert "Đoàn xã" in text(one_of("huyen-a", ws, tmp_path))


def one_of(unit, ws, tmp_path):
    target = tmp_path / f"{unit}.docx"
    assert ws.run("remind", unit, "--year", 2021, "--on", ON, "-o", target).exit_code == 0
    return target


def test_a_plan_may_be_asked_about_alone(ws, tmp_path):
    more = report_due("nua-nam", "2021-H1", "district", by="2021-06-15", title="Báo cáo nhanh")
    other = ws.plan("tinh", more, year=2021, slug="nua-nam", number="13-KH/TĐTN-VP")
    said = text(one(ws, tmp_path, "--plan", other))
    assert "Báo cáo nhanh" in said
    assert "Báo cáo năm" not in said


def test_a_unit_with_a_file_that_cannot_be_read_is_named_beside(ws, tmp_path):
    ws.write("reports/2021/tinh/huyen-b/2021.yaml", "schema: report/v1\nstate: submitted\n")
    result = remind(ws, "-o", tmp_path / "thu.docx")
    assert result.exit_code == 0
    assert "reports/2021/tinh/huyen-b/2021.yaml" in result.stderr.split("Xem trước khi gửi", 1)[1]


# soon


def test_what_is_due_soon_is_named_only_where_asked(ws, tmp_path):
    more = report_due("tong-ket", 2021, "district", by="2021-11-15", title="Báo cáo tổng kết")
    ws.plan("tinh", more, year=2021, slug="tong-ket", number="13-KH/TĐTN-VP")
    assert "tổng kết" not in text(one(ws, tmp_path))
    file = one(ws, tmp_path, "--soon")
    assert "sắp đến hạn" in text(file)
    assert ["1", "Huyện đoàn A", "15/11/2021", "5", ""] in rows(file)


def test_before_anybody_is_late_a_letter_names_only_what_is_soon(ws, tmp_path):
    said = text(one(ws, tmp_path, "--soon", on="2021-11-01"))
    assert "V/v nhắc thời hạn gửi báo cáo năm 2021" in said
    assert "quá hạn" not in said.casefold()


# a letter to each


def test_each_unit_gets_a_letter_of_its_own(ws, tmp_path):
    files = written(ws, tmp_path, "--each")
    assert list(files) == ["don-doc-tinh-2021-11-10-huyen-b.docx", "don-doc-tinh-2021-11-10-huyen-c.docx"]
    for name, file in files.items():
        assert_word_reads(file)
        mine, other = ("Huyện đoàn B", "Huyện đoàn C") if "huyen-b" in name else ("Huyện đoàn C", "Huyện đoàn B")
        assert f"Kính gửi: {mine}" in text(file)
        assert other not in text(file)
        assert ["1", "Báo cáo năm 2021", "Trước ngày 05/11/2021", "6", "Qua Văn phòng"] in rows(file)


def test_no_letter_is_written_where_one_stands_there_already(ws, tmp_path):
    folder = tmp_path / "thu"
    folder.mkdir()
    there = folder / "don-doc-tinh-2021-11-10-huyen-c.docx"
    there.write_bytes(b"cua toi")
    result = remind(ws, "--each", "-o", folder)
    assert (result.exit_code, "DVK909" in result.stderr) == (2, True)
    assert [file.name for file in folder.iterdir()] == [there.name]
    assert there.read_bytes() == b"cua toi"
    assert remind(ws, "--each", "-o", folder, "--force").exit_code == 0
    assert zipfile.is_zipfile(there)


def test_the_folder_need_not_be_there_yet(ws, tmp_path):
    assert remind(ws, "--each", "-o", tmp_path / "moi/thu").exit_code == 0
    assert len(list((tmp_path / "moi/thu").iterdir())) == 2


def test_the_same_letter_has_the_same_bytes(ws, tmp_path):
    assert one(ws, tmp_path).read_bytes() == one(ws, tmp_path).read_bytes()


def test_a_broken_template_writes_no_letter(ws, tmp_path):
    from docx import Document

    document = Document()
    document.add_paragraph("{{ khong_co }}")
    (ws.root / "templates/word").mkdir(parents=True)
    document.save(str(ws.root / "templates/word/reminder.docx"))
    result = remind(ws, "--each", "-o", tmp_path / "thu")
    assert (result.exit_code, "khong_co" in result.stderr) == (2, True)
    assert not (tmp_path / "thu").exists()


# lists, wrong calls


def test_the_list_is_that_of_the_letter_and_writes_nothing(ws):
    before = sorted(ws.root.rglob("*"))
    found = ws.json("remind", "tinh", "--year", 2021, "--on", ON)
    assert [(row["unit"], row["state"]) for row in found] == [("huyen-b", "overdue"), ("huyen-c", "overdue")]
    shown = remind(ws, "--format", "table").stdout
    assert "Huyện đoàn B" in shown
    assert "Huyện đoàn A" not in shown
    assert "N 3" in shown
    assert sorted(ws.root.rglob("*")) == before


@pytest.mark.parametrize(
    "words",
    [
        ("tihn",),
        ("tinh", "--plan", "plans/2021/tinh/khong.yaml"),
        ("tinh", "--signatory", "plans/2021/tinh/khong.yaml"),
        ("tinh", "--format", "xlsx"),
        ("tinh", "--format", "json", "-o", "x.json"),
        ("tinh", "--each", "-o", "x.docx"),
        ("tinh", "-o", "x.pdf"),
        ("tinh", "--by", "30/2/2021"),
    ],
)
def test_a_call_that_cannot_be_meant_ends_with_a_line(ws, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = ws.run("remind", *words, "--year", 2021, "--on", ON)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("DVK9")
    assert [file.name for file in tmp_path.iterdir()] == ["w"]


def test_no_letter_lies_among_the_documents(ws, monkeypatch):
    folder = ws.root / "plans/2021/tinh"
    monkeypatch.chdir(folder)
    assert remind(ws, "--each").exit_code == 0
    assert {file.suffix for file in folder.iterdir()} == {".yaml"}
    assert remind(ws, "-o", folder).exit_code == 2


# what would put a wrong word on paper


def test_nobody_of_another_unit_signs(ws):
    other = ws.plan("huyen-a", year=2021, slug="khac", signatory={"post": "Bí thư", "name": "Người Khác"})
    found = remind(ws, "--signatory", other)
    assert found.exit_code == 2
    assert found.stderr.startswith(f"DVK939  {other} không phải kế hoạch của tinh\n")
    assert f"Của tinh: {PLAN}." in found.stderr
    assert not list(ws.root.parent.glob("**/*.docx"))


@pytest.mark.parametrize(("day", "code"), [("2021-11-09", 2), ("2021-11-10", 0), ("2021-11-11", 0)])
def test_a_new_day_that_is_past_is_refused(ws, tmp_path, day, code):
    found = remind(ws, "--by", day, "-o", tmp_path / "thu.docx")
    assert found.exit_code == code
    if code:
        assert "DVK908  --by: “2021-11-09”" in found.stderr
        assert "10/11/2021" in found.stderr
    assert (tmp_path / "thu.docx").exists() == (code == 0)
