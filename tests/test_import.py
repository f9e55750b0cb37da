"""``dvk import``: papers in, drafts out, each value with its words; and papers held against documents."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from workspace_builder import Workspace

from dvk.reading import read

ROOT = Path(__file__).parents[1]
UNIT = "tinh-doan-song-lam"
DEPARTMENTS = [{"id": "ban-tuyen-giao", "name": "Ban Tuyên giáo"}]
PAPER = """ĐOÀN TNCS HỒ CHÍ MINH
BCH ĐOÀN TỈNH SÔNG LAM
Số: 12-KH/TĐTN-BTG
Sông Lam, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Thực hiện phong trào “Dân vận khéo” năm 2024
Căn cứ Kế hoạch số 03-KH/BCĐ ngày 01/02/2024 của Ban Chỉ đạo tỉnh về phong trào “Dân vận khéo”;
Ban Thường vụ Tỉnh đoàn ban hành kế hoạch với các nội dung sau:
I. NỘI DUNG
1. Tuyên truyền
- Tổ chức Hội nghị báo cáo viên vào ngày 20/4/2024.
II. TỔ CHỨC THỰC HIỆN
1. Các huyện, thị, thành Đoàn
- Báo cáo kết quả thực hiện về Tỉnh đoàn (qua Ban Tuyên giáo) trước ngày 10/11/2024.
Nơi nhận:
- Ban Dân vận Tỉnh ủy;
- Lưu VP.
TM. BAN THƯỜNG VỤ TỈNH ĐOÀN
PHÓ BÍ THƯ
"""
PLACE = "plans/2024/tinh-doan-song-lam/dan-van-kheo.yaml"


@pytest.fixture
def workspace(tmp_path):
    made = Workspace(tmp_path / "ws")
    made.unit("tinh-doan-song-lam", level="province", name="Tỉnh đoàn Sông Lam", departments=DEPARTMENTS)
    made.units("huyen-doan-a", "huyen-doan-b", parent="tinh-doan-song-lam", level="district")
    return made


def call(*args):
    """Run the command line on the workspace of this repository."""
    return subprocess.run(
        [sys.executable, "-m", "dvk", "--lang", "en", *map(str, args)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def all_paragraphs(document):
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]


def paper_in(folder, text=PAPER, name="ke-hoach.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_paper_becomes_a_draft_in_its_place_which_check_can_read(workspace, tmp_path):
    done = workspace.run("import", paper_in(tmp_path), "--unit", UNIT)
    assert done.exit_code == 0, done.stderr
    reading = read((workspace.root / PLACE).read_bytes(), "plan")
    assert not reading.mistakes
    plan = reading.facts
    assert (plan.number, plan.type, str(plan.issued), plan.state) == ("12-KH/TĐTN-BTG", "KH", "2024-03-05", "draft")
    [report] = [each for each in plan.obligations if each.kind == "report"]
    assert (str(report.due.before.day), report.department) == ("2024-11-10", "ban-tuyen-giao")
    assert report.who.levels == {"district"}
    assert PLACE in done.stderr
    assert workspace.run("check").exit_code == 0


def test_each_value_stands_beside_its_line_and_words_and_doubts_are_marked(workspace, tmp_path):
    text = workspace.run("import", paper_in(tmp_path), "--unit", UNIT, "--print").stdout
    assert "number: 12-KH/TĐTN-BTG   # dòng 3: “12-KH/TĐTN-BTG”" in text
    assert "before: 2024-11-10   # dòng 14: “trước ngày 10/11/2024”" in text
    lines = [line for line in text.splitlines() if "XEM LẠI" in line]
    assert lines, "the programme is read out of quotes in the subject"
    assert f"# {len(lines) - 1} chỗ cần xem lại" in text
    assert not (workspace.root / PLACE).exists()


def test_days_that_are_no_deadlines_are_named_and_left_aside(workspace, tmp_path):
    [told] = workspace.json("import", paper_in(tmp_path), "--unit", UNIT)
    assert [each["line"] for each in told["aside"]] == [7, 11]
    fields = {each["field"]: each for each in told["found"]}
    assert {value["value"] for field, value in fields.items() if field.endswith(".before")} == {"2024-11-10"}
    assert "signatory.name" in told["not_found"]
    assert "signatory.name" not in fields


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_says_what_was_found_doubtful_and_not_found(workspace, tmp_path, language):
    done = workspace.run("--lang", language, "import", paper_in(tmp_path), "--unit", UNIT)
    titles = {
        "vi": ("Tìm thấy (", "Cần xem lại (", "Bỏ qua (", "Không thấy trong văn bản ("),
        "en": ("Found (", "To be looked at (", "Left aside (", "Not found in the paper ("),
    }
    at = [done.stdout.index(title) for title in titles[language]]
    assert at == sorted(at)


def test_nothing_is_written_over_and_other_files_go_on(workspace, tmp_path):
    first, empty = paper_in(tmp_path), paper_in(tmp_path, "", "trong.txt")
    assert workspace.run("import", first, "--unit", UNIT).exit_code == 0
    before = (workspace.root / PLACE).read_bytes()
    again = workspace.run("import", first, "--unit", UNIT)
    assert again.exit_code == 2
    assert "DVK955" in again.stderr
    assert f"--against {PLACE}" in again.stderr
    assert (workspace.root / PLACE).read_bytes() == before
    second = paper_in(tmp_path, PAPER.replace("2024", "2025"), "sau.txt")
    both = workspace.run("import", empty, second, "--unit", UNIT)
    assert both.exit_code == 2
    assert "DVK944" in both.stderr
    assert (workspace.root / PLACE.replace("2024", "2025")).exists()


def test_a_draft_goes_where_it_is_told_to(workspace, tmp_path):
    target = tmp_path / "thu.yaml"
    assert workspace.run("import", paper_in(tmp_path), "--unit", UNIT, "-o", target).exit_code == 0
    assert read(target.read_bytes(), "plan").facts is not None
    assert not (workspace.root / PLACE).exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "DVK908"),
        (("--unit", "tinh-doan-song-lan"), "DVK907"),
        (("--unit", "tinh-doan-song-lam", "--kind", "thu"), "DVK907"),
        (("--unit", "tinh-doan-song-lam", "--period", "nam nay"), "DVK908"),
        (("--unit", "tinh-doan-song-lam", "--format", "pdf"), "DVK908"),
        (("--against", "plans/2024/khong-co.yaml"), "DVK907"),
        (("--against", "../ngoai.yaml"), "DVK907"),
    ],
)
def test_a_call_that_cannot_be_meant_stops_before_anything_is_read(workspace, tmp_path, words, code):
    done = workspace.run("import", paper_in(tmp_path), *words)
    assert (done.exit_code, code in done.stderr) == (2, True), done.stderr


def test_a_paper_of_no_kind_asks_for_one(workspace, tmp_path):
    paper = paper_in(tmp_path, "Thư ngỏ\nKính mong các bạn tham gia đông đủ.\n")
    assert "DVK953" in workspace.run("import", paper, "--unit", UNIT).stderr
    named = workspace.run("import", paper, "--unit", UNIT, "--kind", "plan", "--period", "2024", "--print")
    assert named.exit_code == 0
    assert "period: 2024" in named.stdout


def test_what_a_paper_says_is_no_yaml_and_no_comment_of_its_own(workspace, tmp_path):
    nasty = "Thực hiện: # phong trào {a: [b]} 'x' \"y\" & *z | > % @ ` năm 2024"
    paper = paper_in(tmp_path, PAPER.replace("Thực hiện phong trào “Dân vận khéo” năm 2024", nasty))
    text = workspace.run("import", paper, "--unit", UNIT, "--print").stdout
    assert read(text.encode(), "plan").facts.subject == nasty


def test_a_paper_held_against_its_document_agrees_or_is_told_where_it_does_not(workspace, tmp_path):
    workspace.run("import", paper_in(tmp_path), "--unit", UNIT)
    same = workspace.run("import", paper_in(tmp_path), "--against", PLACE)
    assert (same.exit_code, same.stdout) == (0, "")
    changed = (
        PAPER.replace("12-KH", "21-KH").replace("- Ban Dân vận Tỉnh ủy;\n", "").replace("10/11/2024", "20/11/2024")
    )
    done = workspace.run("import", paper_in(tmp_path, changed, "khac.txt"), "--against", PLACE, "--format", "json")
    assert done.exit_code == 1
    [told] = json.loads(done.stdout)
    fields = [each["field"] for each in told["differences"]]
    assert fields == ["number", "obligations[id=bao-cao-ket-qua].before", "recipients[0]"]
    assert told["written"] is None


def test_a_printed_plan_that_was_tampered_with(tmp_path):
    """Number changed and recipients removed in Word: both are named, and nothing else."""
    path = "plans/2021/tinh-doan-tra-vinh/dan-van-kheo.yaml"
    made, tampered = tmp_path / "goc.docx", tmp_path / "sua.docx"
    assert call("render", path, "-o", made).returncode == 0
    assert call("import", made, "--against", path).returncode == 0
    document = docx.Document(made)
    for paragraph in all_paragraphs(document):
        if "382-KH" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace("382", "283")
            for run in paragraph.runs[1:]:
                run.text = ""
        if paragraph.text.startswith("- Ban Dân vận Tỉnh ủy"):
            paragraph._p.getparent().remove(paragraph._p)
    document.save(tampered)
    done = call("import", tampered, "--against", path)
    assert done.returncode == 1
    assert [line.split()[0] for line in done.stdout.splitlines()[2:]] == ["number", "recipients[0]"]
    assert "382-KH/TĐTN-TCKT" in done.stdout
    assert "283-KH/TĐTN-TCKT" in done.stdout


def test_a_folder_that_leads_out_of_the_workspace_is_not_written_through(workspace, tmp_path):
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (workspace.root / "plans").mkdir(exist_ok=True)
    (workspace.root / "plans" / "2024").symlink_to(outside)
    done = workspace.run("import", paper_in(tmp_path), "--unit", UNIT)
    assert (done.exit_code, "DVK910" in done.stderr) == (2, True)
    assert not list(outside.iterdir())


def test_a_paper_that_makes_too_large_a_draft_is_told_so(workspace, tmp_path):
    long = "".join(f"- Phấn đấu ít nhất {number} căn nhà cho hộ nghèo trong năm.\n" for number in range(6000))
    done = workspace.run("import", paper_in(tmp_path, PAPER.replace("II. TỔ", long + "II. TỔ")), "--unit", UNIT)
    assert (done.exit_code, "DVK948" in done.stderr) == (2, True), done.stderr


def test_the_next_calls_can_be_typed_where_one_is(workspace, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = workspace.run("import", paper_in(tmp_path), "--unit", UNIT)
    assert f"dvk check ws/{PLACE} --root {workspace.root}" in done.stderr


def test_a_paper_of_another_body_is_told_of(workspace, tmp_path):
    done = workspace.run("import", paper_in(tmp_path), "--unit", "huyen-doan-a")
    assert "BCH ĐOÀN TỈNH SÔNG LAM" in done.stderr
    [told] = json.loads(workspace.run(*call_for_json(tmp_path)).stdout)
    assert "unit" not in {each["field"] for each in told["found"] if each["doubt"]}


def call_for_json(folder):
    return ("import", paper_in(folder), "--unit", UNIT, "--format", "json", "-o", folder / "thu.yaml")


def test_a_number_that_is_there_already_and_another_place_are_told_of(workspace, tmp_path):
    workspace.run("import", paper_in(tmp_path), "--unit", UNIT)
    again = workspace.run("import", paper_in(tmp_path), "--unit", UNIT, "-o", tmp_path / "thu.yaml")
    assert again.exit_code == 0
    assert f"--against {PLACE}" in again.stderr
    assert str(tmp_path / "thu.yaml") in again.stderr
    assert "dvk check" not in again.stderr
    astray = workspace.run("import", paper_in(tmp_path), "--unit", UNIT, "-o", workspace.root / "plans" / "thu.yaml")
    assert (astray.exit_code, PLACE in astray.stderr) == (2, True)


def test_a_paper_is_held_against_a_document_of_its_kind_only(workspace, tmp_path):
    workspace.indicator("nha", "sum", "sum")
    report = workspace.report("huyen-doan-a", 2024, {"nha": 3})
    done = workspace.run("import", paper_in(tmp_path), "--against", report)
    assert (done.exit_code, "DVK954" in done.stderr) == (2, True), done.stderr


def test_of_two_long_texts_the_first_differing_words_are_shown(workspace, tmp_path):
    workspace.run("import", paper_in(tmp_path), "--unit", UNIT)
    changed = PAPER.replace("Hội nghị báo cáo viên", "Hội nghị tuyên truyền viên " + "và báo cáo viên " * 400)
    done = workspace.run("import", paper_in(tmp_path, changed, "khac.txt"), "--against", PLACE)
    assert max(map(len, done.stdout.splitlines())) < 200
    assert "tuyên truyền viên" in done.stdout
