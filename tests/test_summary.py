"""`dvk summary --base`: what a change is, what it moves at each level, what it meets, and nothing of it as markup."""

import re

import pytest
from markdown_it import MarkdownIt
from repositories import git
from test_docs import ROOT, documented, keys_in
from workspace_builder import Workspace, report_due

from dvk.output.tables import as_markdown
from dvk.views.table import Column, Table

ROOM = 65_536


def two_levels(root):
    """A province, two districts and three communes that owe a yearly report, two of which came."""
    root.mkdir()
    made = Workspace(root)
    made.git_init()
    made.unit("tinh", level="province")
    made.units("huyen-a", "huyen-b", parent="tinh", level="district")
    made.units("xa-1", "xa-2", parent="huyen-a")
    made.unit("xa-3", "huyen-b")
    made.indicator("houses", "sum", "sum")
    made.indicator("poor", "last", "sum")
    made.indicator("score", "average", "average")
    made.ratio("rate", "poor", "houses")
    plan = made.plan("tinh", report_due("bao-cao", 2021, "commune", by="2021-11-04"), year=2021)
    answers = {"answers": [f"{plan}#bao-cao"], "submitted": "2021-11-01"}
    made.report("xa-1", 2021, {"houses": 5, "poor": 2, "score": 4}, **answers)
    made.report("xa-3", 2021, {"houses": 115, "poor": 2}, **answers)
    made.commit("2021-11-02T10:00:00+07:00")
    return made, answers


@pytest.fixture(scope="module")
def one_report(tmp_path_factory):
    """A branch that adds the report of the third commune."""
    made, answers = two_levels(tmp_path_factory.mktemp("one") / "w")
    made.branch("nop")
    made.report("xa-2", 2021, {"houses": 15, "poor": 3, "score": 8}, **answers | {"submitted": "2021-11-08"})
    made.commit("2021-11-08T10:00:00+07:00")
    return made


def summary(made, *words):
    found = made.run("summary", "--base", "main", *words)
    assert found.exit_code == 0, found.stderr
    return found.stdout


def cells(markdown, *beginning):
    """Give the cells of the rows of tables, and of those only the ones that begin so."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.splitlines() if line[:1] == "|"]
    return [row for row in rows if row[: len(beginning)] == list(beginning)]


def moved(made, *words):
    """Give (year, unit, indicator) → before and after as (value, basis, n, N)."""
    answer = made.json("summary", "--base", *words)
    return {
        (row["year"], row["unit"], row["id"]): tuple(
            tuple(row[side][key] for key in ("value", "basis", "n", "N")) for side in ("before", "after")
        )
        for row in answer["movements"]
    }


def test_one_report_moves_each_level_above_it(one_report):
    found = moved(one_report, "main", "--at", "nop")
    assert found[2021, "xa-2", "houses"] == ((None, None, 0, 1), (15, "computed", 1, 1))
    assert found[2021, "huyen-a", "houses"] == ((5, "computed", 1, 2), (20, "computed", 2, 2))
    assert found[2021, "tinh", "houses"] == ((120, "computed", 2, 3), (135, "computed", 3, 3))
    assert found[2021, "tinh", "score"] == ((4, "computed", 1, 3), (6, "computed", 2, 3))
    assert found[2021, "huyen-a", "rate"] == ((40, "computed", 1, 2), (25, "computed", 2, 2))
    assert {unit for _, unit, _ in found} == {"xa-2", "huyen-a", "tinh"}


def test_markdown_says_what_moves_from_the_unit_up_to_the_root(one_report):
    told = summary(one_report, "--at", "nop", "--lang", "vi")
    rows = cells(told)
    at = rows.index(["Houses (căn)", "XA-2", "chưa có → 15", "0/1 → 1/1", ""])
    assert rows[at + 1] == ["", "HUYEN-A", "5 → 20 (+15)", "1/2 → 2/2", ""]
    assert rows[at + 2] == ["", "**TINH**", "**120 → 135 (+15)**", "2/3 → 3/3", ""]
    assert "Đề nghị này **thêm 1 báo cáo**." in told
    assert "**Hoàn thành**: Báo cáo 2021 · XA-2 · chậm (hạn cuối 04/11/2021)" in told
    assert "đã nộp 3/3, đủ cả" in told
    assert summary(one_report, "--at", "nop", "--lang", "vi") == told


def test_the_day_that_judges_says_whether_it_is_in_time(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    made.settings(adoption_date="2021-01-01")
    made.commit("2021-11-03T10:00:00+07:00")
    made.branch("nop")
    made.report("xa-2", 2021, {"houses": 15}, **answers)
    made.commit("2021-10-01T10:00:00+07:00")
    states = {}
    for day in ("2021-11-03", "2021-11-04", "2021-11-05"):
        answer = made.json("summary", "--base", "main", "--at", "nop", "--on", day)
        states[day] = [row["now"] for row in answer["obligations"]]
    assert states == {"2021-11-03": ["on_time"], "2021-11-04": ["on_time"], "2021-11-05": ["late"]}
    assert made.json("summary", "--base", "main", "--at", "nop")["day"] == "2021-11-03"


def test_files_on_disk_count_as_though_they_were_merged(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    made.settings(adoption_date="2021-01-01")
    draft = made.report("xa-2", 2021, {"houses": 15}, **answers | {"state": "draft"})
    made.commit("2021-11-03T10:00:00+07:00")
    text = (made.root / draft).read_text(encoding="utf-8")
    made.write(draft, text.replace("draft", "submitted"))
    answer = made.json("summary", "--base", "main")
    assert [(row["effect"], row["now"]) for row in answer["obligations"]] == [("met", "on_time")]
    assert [(row["how"], row["was"], row["now"]) for row in answer["documents"]] == [
        ("handed_in", "draft", "submitted")
    ]
    assert moved(made, "main")[2021, "tinh", "houses"][1][0] == 135


def test_a_withdrawn_report_takes_its_total_away(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    path = made.report("xa-2", 2021, {"score": 8}, **answers | {"state": "accepted"})
    made.commit("2021-11-03T10:00:00+07:00")
    made.report("xa-2", 2021, {"score": 8}, **answers | {"state": "withdrawn", "revision": 2})
    answer = made.json("summary", "--base", "main")
    assert answer["documents"][0] | {"path": path, "how": "withdrawn", "was_kept": True} == answer["documents"][0]
    assert [row["effect"] for row in answer["obligations"]] == ["unmet"]
    assert answer["asked"][0]["missing"] == ["xa-2"]
    told = summary(made, "--lang", "vi")
    assert cells(told, "Score (căn)")[0][:3] == ["Score (căn)", "XA-2", "8 → không còn"]
    assert "**Không còn hoàn thành**" in told
    assert "**văn bản đã ban hành, đã nhận**" in told


STAMP = {"unit": "tinh", "who": "an", "when": "2021-11-04", "fingerprint": "v1:" + "0" * 64}


@pytest.fixture(scope="module")
def approved(tmp_path_factory):
    """A report that is approved without a unit below it, the figures as they were; and a plan that is withdrawn."""
    made, _ = two_levels(tmp_path_factory.mktemp("approved") / "w")
    said = {"own": {"houses": 1}, "submitted": "2021-11-01"}
    stamps = [STAMP | {"step": "accepted"}]
    made.report("huyen-a", 2021, **said, state="accepted", stamps=stamps)
    made.commit("2021-11-03T10:00:00+07:00")
    stamps += [STAMP | {"step": "approved", "without": [{"unit": "xa-2", "reason": "bão,\nlụt"}]}]
    made.report("huyen-a", 2021, **said, state="approved", stamps=stamps)
    plan = made.root / "plans/2021/tinh/ke-hoach.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("state: issued", "state: withdrawn"), encoding="utf-8")
    return made


def test_whom_an_approval_leaves_out_is_said_and_a_step_is_no_alarm(approved):
    told = summary(approved, "--lang", "vi")
    assert "Được duyệt khi còn thiếu xa-2 (bão, lụt)" in told
    assert "nội dung giữ nguyên" in next(line for line in told.splitlines() if line.startswith("- **Sửa báo cáo"))
    assert "- Đi tiếp bước sau, nội dung giữ nguyên: 1: reports/" in told
    assert "Văn bản đã ban hành, đã nhận bị đổi: 1**: plans/" in told
    assert [row["is_step"] for row in approved.json("summary", "--base", "main")["documents"]] == [False, True]


def test_keys_and_events_are_told_in_words(one_report):
    path = "reports/2021/tinh/huyen-a/xa-1/2021.yaml"
    report = (one_report.root / path).read_text(encoding="utf-8")
    one_report.write(path, report.replace("value: 5", "value: 6"))
    event = {"kind": "rename", "date": "2021-11-01", "from": ["xa-1"]}
    one_report.write("units/doi-ten.yaml", {"schema": "units/v1", "events": [event]})
    told = summary(one_report, "--lang", "vi")
    assert "sửa các phần: số liệu · " in told
    assert "**Sự kiện của tổ chức**: thêm 1 (01/11/2021, đổi tên: xa-1)" in told.replace("\u200c", "")


def test_what_nobody_owes_any_more_misses_nobody(approved):
    assert approved.json("summary", "--base", "main")["asked"] == []
    assert "all of them" not in summary(approved)


@pytest.mark.parametrize("command", ["check", "summary"])
@pytest.mark.parametrize("words", [["main", "--at", "2021-11-02"], ["2021-11-02"], ["main", "--at", "now"]])
def test_a_change_goes_from_commit_to_commit_and_days_are_none(one_report, command, words):
    said = one_report.run(command, "--base", *words, "--lang", "en")
    assert said.exit_code == 2
    assert "not a day or “now”" in said.stderr


def test_each_oddity_is_a_paragraph_of_its_own(tmp_path):
    """The base went on, and changed the very line."""
    made, answers = two_levels(tmp_path / "w")
    for branch, houses in (("nop", 7), ("khac", 9)):
        made.branch(branch)
        made.report("xa-1", 2021, {"houses": houses, "poor": 2, "score": 4}, **answers)
        made.commit("2021-11-08T10:00:00+07:00")
        git(made.root, "switch", "-q", "main")
    found = made.run("summary", "--base", "khac", "--at", "nop").stdout
    quoted = [line for line in found.splitlines() if line.startswith(">")]
    assert [line == ">" for line in quoted] == [False, True, False]


def test_without_a_name_it_says_who_was_not_asked_about(one_report):
    words = "Chưa xét ai được sửa các tệp này"
    assert words in summary(one_report, "--at", "nop", "--lang", "vi")
    assert words not in summary(one_report, "--at", "nop", "--lang", "vi", "--actor", "an", "--actor", "binh")
    assert one_report.json("summary", "--base", "main", "--at", "nop", "--actor", "an")["actors"] == ["an"]


def test_a_stated_total_that_gives_way_is_said(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    made.report("huyen-a", 2021, {"houses": 0}, consolidated={"houses": 40}, submitted="2021-11-01")
    made.commit("2021-11-03T10:00:00+07:00")
    assert moved(made, "main") == {}
    made.report("xa-2", 2021, {"houses": 15}, **answers)
    before, after = moved(made, "main")[2021, "huyen-a", "houses"]
    assert (before[:2], after[:2]) == ((40, "stated"), (20, "computed"))
    assert "tổng đơn vị ghi → cộng từ cấp dưới" in summary(made, "--lang", "vi")
    assert "DVK412" in summary(made)


def test_a_figure_far_from_last_years_is_to_be_looked_at(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    made.report("xa-2", 2020, {"houses": 15, "poor": 4, "score": 9}, submitted="2020-11-01")
    made.commit("2021-11-03T10:00:00+07:00")
    made.report("xa-2", 2021, {"houses": 150, "poor": 5, "score": 3}, **answers)
    answer = made.json("summary", "--base", "main")
    assert [(row["unit"], row["id"], row["value"], row["last_year"]) for row in answer["leaps"]] == [
        ("xa-2", "houses", 150, 15),
        ("xa-2", "score", 3, 9),
        ("xa-2", "rate", 3.333333, 26.666667),
    ]
    assert "năm 2021: 150; năm 2020: 15" in summary(made, "--lang", "vi")


def test_units_and_plans_touch_every_year_with_figures(tmp_path):
    made, _ = two_levels(tmp_path / "w")
    made.report("xa-3", 2019, {"houses": 7}, submitted="2019-12-01")
    made.commit("2021-11-03T10:00:00+07:00")
    text = (made.root / "units/units.yaml").read_text(encoding="utf-8")
    made.write("units/units.yaml", text.replace("parent: huyen-b", "parent: huyen-a\n  folder: tinh/huyen-b/xa-3"))
    found = moved(made, "main")
    assert found[2019, "huyen-a", "houses"] == ((None, None, 0, 0), (7, "computed", 0, 0))
    assert found[2021, "huyen-b", "houses"][1] == (None, None, 0, 0)
    assert (2021, "tinh", "houses") not in found
    answer = made.json("summary", "--base", "main")
    assert answer["lists"] == [{"kind": "units", "added": [], "changed": ["xa-3"], "removed": []}]


def test_what_moves_nothing_is_said_in_a_line(one_report):
    told = summary(one_report, "--at", "main")
    assert re.fullmatch(r"\*\*Compared with \w+ of 02/11/2021: no change\.\*\*\n", told)


def test_a_change_of_other_files_alone_is_said(tmp_path):
    made, _ = two_levels(tmp_path / "w")
    made.write("README.md", "@admin\n")
    made.write("ghi-chu/a.txt", "a\n")
    told = summary(made, "--lang", "vi")
    assert "**đổi 2 tệp khác**. Không đụng đến kế hoạch, đăng ký, báo cáo hay tổ chức nào." in told
    assert "README.md, ghi-chu/a.txt" in told
    assert "Số liệu thay đổi" not in told
    made.write("templates/word/plan.docx", "x")
    assert "**Quy định chung** (1): templates/word/plan.docx" in summary(made, "--lang", "vi")


def test_what_cannot_be_read_is_said_and_counts_for_nothing(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    path = made.report("xa-1", 2021, {"houses": 5}, **answers)
    made.write(path, "schema: report/v1\nown: [\n")
    answer = made.json("summary", "--base", "main")
    assert [(row["path"], row["how"], row["now"]) for row in answer["documents"]] == [(path, "unread", None)]
    assert [row["effect"] for row in answer["obligations"]] == ["unmet"]
    assert moved(made, "main")[2021, "tinh", "houses"] == ((120, "computed", 2, 3), (115, "computed", 1, 3))
    told = summary(made)
    assert "error DVK" in told


def test_what_was_wrong_before_is_only_counted(tmp_path):
    """Two figures were wrong already, one more is; and it is not for this person to change another's report."""
    made, answers = two_levels(tmp_path / "w")
    made.unit("xa-9", "huyen-a", maintainers=["chin"])
    made.report("xa-1", 2021, {"houses": "1.5", "poor": "2.5"}, **answers)
    made.commit("2021-11-03T10:00:00+07:00")
    made.report("xa-1", 2021, {"houses": "1.5", "poor": "2.5", "score": "bốn"}, **answers)
    answer = made.json("summary", "--base", "main")
    fields = {key: [row["field"].partition("=")[2] for row in answer[key]] for key in ("findings_before", "findings")}
    assert fields == {"findings_before": ["houses].value", "poor].value"], "findings": ["score].value"]}
    owned = made.json("summary", "--base", "main", "--actor", "chin")
    assert {row["code"] for row in owned["findings"]} == {"DVK204", "DVK620"}
    told = summary(made, "--lang", "vi", "--actor", "chin")
    assert "- **Mới vì đề nghị này: " in told
    assert told.count("DVK204") == 1
    assert "- Có sẵn từ trước trong các tệp được sửa: 2 lỗi (xem: dvk check --base)" in told
    assert "There before in the files that it changes: 2 errors" in summary(made, "--format", "table", "--lang", "en")


def test_text_of_files_is_never_markup(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    hostile = (
        "a|b @admin <script>x</script> [l](http://e.vn) ![i](//e) `c` **d** #12 !7 \u202ecod www.e.vn "
        "https://e.vn ~s~ a@e.vn &lt; $x$ \\"
    )
    made.unit("xa-9", "huyen-a", name=hostile)
    made.indicator("ke-hoach", "sum", "sum", name=hostile, unit_of_measure="a|b")
    made.report("xa-9", 2021, {"houses": 1, "ke-hoach": 3}, **answers)
    made.write("ghi | @chú/<b> [x](y).txt", "x")
    told = summary(made, "--lang", "vi")
    kinds = kinds_of(MarkdownIt("commonmark").enable("table").parse(told))
    assert kinds & {"link_open", "image", "code_inline", "html_block", "fence", "code_block"} == set()
    assert "<script>" not in told.replace("\\<script", "")
    assert "\u202e" not in told
    assert re.search(r"(?<!\\)[@#!]\w|https?://|www\.", told) is None
    assert {len(re.split(r"(?<!\\)\|", line)) for line in told.splitlines() if line[:1] == "|"} == {7}
    inline = [line for line in told.splitlines() if "<" in line.replace("\\<", "")]
    assert [line[:5] for line in inline] == ["<sub>"]


def test_nor_in_tables():
    """GitHub links names of people, numbers and addresses after Markdown was read: no backslash keeps it from that."""
    hostile = "@octocat #1 GH-2 <img src=x> [l](https://e.vn) www.e.vn a@e.vn ![i](//e) **d** " + "dài " * 60
    notes = [hostile, "# đầu", "1. một", "- gạch", "---"]
    table = Table(hostile, (Column("a", hostile), Column("n", "n")), [(hostile, -5)], notes)
    told = as_markdown([table], "vi")
    kinds = kinds_of(MarkdownIt("commonmark").enable("table").parse(told))
    lists = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    cells = {f"{name}_{side}" for name in ("table", "thead", "tbody", "tr", "th", "td") for side in ("open", "close")}
    plain = {"paragraph_open", "paragraph_close", "strong_open", "strong_close", "inline", "text"}
    assert kinds <= lists | cells | plain | {"text_special"}
    assert told.count("**") == 2
    assert [line for line in told.splitlines() if re.match(r"- *([-#]|1\.)", line)] == []
    assert re.search(r"(?<!\\)[@#]\w|\\[@#]\w|https?://|www\.|GH-\d", told) is None
    assert told.count("dài") == 4 * 60
    assert "| -5 |" in told


def kinds_of(tokens):
    return {kind for token in tokens for kind in (token.type, *(child.type for child in token.children or ()))}


def test_a_large_change_fits_into_a_comment(tmp_path):
    made, answers = two_levels(tmp_path / "w")
    names = [f"xa-{number:03}" for number in range(100, 190)]
    made._units += [
        {"id": name, "line": "youth-union", "name": f"{'@|' * 80} {name}", "level": "commune", "parent": "huyen-b"}
        for name in names
    ]
    made._write_units()
    for name in names:
        made._folders[name] = f"tinh/huyen-b/{name}"
        made.report(name, 2021, {"houses": 1, "poor": 1, "score": 2}, **answers)
    told = summary(made, "--lang", "vi")
    assert len(told) < ROOM
    left = re.search(r"… và (\d+) dòng khác", told)
    shown = len(cells(told)) - 2
    assert left is not None
    assert int(left[1]) + shown == len(made.json("summary", "--base", "main")["movements"])
    assert cells(told, "", "**TINH**")


def test_the_other_forms(one_report, tmp_path):
    table = summary(one_report, "--at", "nop", "--format", "csv").splitlines()
    assert table[0].startswith("year,unit,level,indicator,before_value")
    assert any(line.startswith("2021,tinh,0,houses,120,computed,2,3,135,computed,3,3,15,TINH,") for line in table)
    page = tmp_path / "tom-tat.md"
    one_report.run("summary", "--base", "main", "--at", "nop", "-o", page)
    assert page.read_text(encoding="utf-8") == summary(one_report, "--at", "nop")
    assert "Documents" in summary(one_report, "--at", "nop", "--format", "table")


def test_without_a_base_nothing_is_guessed(one_report):
    assert one_report.run("summary", "--base", "khong-co").exit_code == 2
    assert one_report.run("summary").exit_code == 2


def test_keys_and_columns_are_documented(one_report):
    known = set(documented("docs/output.md")["`dvk summary`"])
    answer = one_report.json("summary", "--base", "main", "--at", "nop")
    assert set(keys_in(answer)) <= known
    columns = summary(one_report, "--at", "nop", "--format", "csv").splitlines()[0]
    assert f"`{columns}`" in (ROOT / "docs/output.md").read_text(encoding="utf-8")
