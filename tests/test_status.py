"""``dvk status``: what a unit has to do, and how all roots stand, from real files by the real command line."""

import csv
import io
import shlex

import pytest
from workspace_builder import Workspace, report_due

from dvk.__main__ import run

YEAR = 2021
PLAN = f"plans/{YEAR}/tinh/ke-hoach.yaml"
REPORT = f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml"


@pytest.fixture
def workspace(tmp_path):
    """Make a province with two districts that owe a report by 5 November, a half-year one by 5 July."""
    made = Workspace(tmp_path)
    made.unit("tinh", level="province")
    made.units("huyen-a", "huyen-b", parent="tinh", level="district")
    made.units("xa-1", "xa-2", parent="huyen-a")
    made.indicator("houses", "sum", "sum")
    made.indicator("members", "last", "sum")
    made.plan(
        "tinh",
        report_due("nam", YEAR, "district", by=f"{YEAR}-11-05", title="Báo cáo năm"),
        report_due("nua-nam", f"{YEAR}-H1", "district", by=f"{YEAR}-07-05", lock=f"{YEAR}-07-20"),
        year=YEAR,
    )
    return made


def status(workspace, unit, on):
    return workspace.json("status", "--unit", unit, "--on", on)


def row_of(workspace, obligation, on):
    """Give what district a is told of an obligation of the plan that asks first."""
    return next(row for row in status(workspace, "huyen-a", on)["due"] if row["obligation"] == obligation)


def due(workspace, unit, on):
    """Give obligation → (state, days) in the order shown."""
    return {row["obligation"]: (row["state"], row["days"]) for row in status(workspace, unit, on)["due"]}


# what is due


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (f"{YEAR}-05-01", {}),
        (f"{YEAR}-06-04", {}),
        (f"{YEAR}-06-05", {"nua-nam": ("not_yet_due", 30)}),
        (f"{YEAR}-06-28", {"nua-nam": ("due_soon", 7)}),
        (f"{YEAR}-07-05", {"nua-nam": ("due_soon", 0)}),
        (f"{YEAR}-07-06", {"nua-nam": ("overdue", -1)}),
        (f"{YEAR}-11-04", {"nua-nam": ("overdue", -122), "nam": ("due_soon", 1)}),
        ("2022-01-01", {"nua-nam": ("overdue", -180), "nam": ("overdue", -57)}),
        ("2023-01-01", {}),
    ],
)
def test_what_is_due_depends_on_the_day(workspace, on, expected):
    assert due(workspace, "huyen-a", on) == expected
    assert list(due(workspace, "huyen-a", on)) == list(expected)


def test_a_filed_report_is_nothing_to_do(workspace):
    workspace.report("huyen-a", YEAR, {"houses": 1, "members": 2}, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-02")
    assert "nam" not in due(workspace, "huyen-a", f"{YEAR}-11-10")
    assert "nam" in due(workspace, "huyen-b", f"{YEAR}-11-10")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("report", "dvk new-report --unit huyen-a --period 2022-H1"),
        ("registration", "dvk register-model --unit huyen-a --period 2022-H1"),
        ("plan", "dvk new-plan --unit huyen-a --period 2022-H1 --from plans/2022/tinh/ke-hoach.yaml"),
    ],
)
def test_the_command_that_begins_the_work_is_named(workspace, kind, words):
    owed = report_due("viec", "2022-H1", "district", by="2022-05-05") | {"kind": kind}
    workspace.plan("tinh", owed, year=2022)
    (row,) = [row for row in status(workspace, "huyen-a", "2022-05-01")["due"] if row["obligation"] == "viec"]
    assert (row["file"], row["command"]) == (None, words)
    assert words in workspace.run("status", "--unit", "huyen-a", "--on", "2022-05-01").stdout


def test_a_draft_is_named_instead_of_a_command(workspace):
    path = workspace.report("huyen-a", YEAR, {"houses": 1}, answers=[f"{PLAN}#nam"], state="draft")
    row = row_of(workspace, "nam", f"{YEAR}-11-10")
    assert (row["state"], row["file"], row["command"]) == ("overdue", path, None)


@pytest.mark.parametrize("state", ["draft", "submitted"])
@pytest.mark.parametrize(
    "fields",
    [{}, {"answers": []}, {"answers": [f"{PLAN}#nua-nam"]}, {"answers": ["plans/2021/tinh/khac.yaml#nam"]}],
    ids=["nothing said", "an empty list", "answers something else", "answers another plan"],
)
def test_a_file_that_does_not_say_so_is_named_with_what_to_add(workspace, state, fields, monkeypatch):
    workspace.plan("tinh", report_due("nam", YEAR, "district", by=f"{YEAR}-11-05"), year=YEAR, slug="khac")
    path = workspace.report("huyen-a", YEAR, {"houses": 1}, state=state, submitted=f"{YEAR}-11-02", **fields)
    row = row_of(workspace, "nam", f"{YEAR}-11-10")
    assert (row["file"], row["command"]) == (path, f"dvk set {path} 'answers[+]' '{PLAN}#nam'")
    for language, told in (("vi", "đơn vị đã có tệp cho kỳ này"), ("en", "the unit has a file for the period")):
        text = workspace.run("status", "--unit", "huyen-a", "--on", f"{YEAR}-11-10", "--lang", language).stdout
        assert row["command"] in text
        assert told in text
    monkeypatch.chdir(workspace.root)
    assert run(shlex.split(row["command"])[1:]) == 0
    rows = status(workspace, "huyen-a", f"{YEAR}-11-10")["due"]
    after = [(row["file"], row["command"]) for row in rows if (row["plan"], row["obligation"]) == (PLAN, "nam")]
    assert after == ([(path, None)] if state == "draft" else [])


@pytest.mark.parametrize("taken", ["withdrawn", "of another unit", "not a file"])
def test_where_the_name_is_taken_by_something_else_the_command_gives_another(workspace, taken, monkeypatch):
    if taken == "withdrawn":
        workspace.report("huyen-a", YEAR, {"houses": 1}, answers=[f"{PLAN}#nam"], state="withdrawn")
    elif taken == "of another unit":
        other = workspace.report("huyen-b", YEAR, {"houses": 1}, submitted=f"{YEAR}-11-02")
        workspace.write(REPORT, (workspace.root / other).read_text(encoding="utf-8"))
    else:
        (workspace.root / REPORT).parent.mkdir(parents=True)
        (workspace.root / REPORT).symlink_to("2021-cu.yaml")
    row = row_of(workspace, "nam", f"{YEAR}-11-10")
    assert row["command"] == f"dvk new-report --unit huyen-a --period {YEAR} --topic lan-2"
    monkeypatch.chdir(workspace.root)
    assert run(shlex.split(row["command"])[1:]) == 0
    after = row_of(workspace, "nam", f"{YEAR}-11-10")
    assert (after["file"], after["command"]) == (REPORT.replace(".yaml", "-lan-2.yaml"), None)


def test_a_report_that_cannot_be_read_is_to_be_checked_first(workspace):
    workspace.write(REPORT, "schema: report/v1\nunit: [\n")
    row = row_of(workspace, "nam", f"{YEAR}-11-10")
    assert (row["file"], row["command"]) == (REPORT, f"dvk check {REPORT}")


def test_a_registration_and_a_plan_that_do_not_say_so_are_named(workspace):
    asked = [
        report_due(kind, YEAR, "district", by=f"{YEAR}-11-05") | {"kind": kind} for kind in ("registration", "plan")
    ]
    above = workspace.plan("tinh", *asked, year=YEAR, slug="tren")
    registration = workspace.registration("huyen-a", YEAR, submitted=f"{YEAR}-04-01")
    workspace.plan("huyen-a", year=YEAR, slug="viec-khac")
    assert row_of(workspace, "registration", f"{YEAR}-11-10")["file"] == registration
    assert row_of(workspace, "plan", f"{YEAR}-11-10")["command"].startswith("dvk new-plan ")
    plan = workspace.plan("huyen-a", year=YEAR, slug="rieng", superior_plan=above)
    row = row_of(workspace, "plan", f"{YEAR}-11-10")
    assert (row["file"], row["command"]) == (plan, f"dvk set {plan} 'answers[+]' '{above}#plan'")


def test_a_draft_of_another_period_or_unit_is_not_it(workspace):
    workspace.report("huyen-a", f"{YEAR}-Q3", {"houses": 1}, state="draft")
    workspace.report("huyen-b", YEAR, {"houses": 1}, state="draft")
    workspace.report("huyen-a", YEAR, {"houses": 1}, answers=[f"{PLAN}#nam"], state="withdrawn")
    assert all(row["command"] for row in status(workspace, "huyen-a", f"{YEAR}-11-10")["due"])


def test_what_was_sent_back_is_due_when_it_may_come_again(workspace):
    returned = [{"date": f"{YEAR}-11-08", "reason": "thiếu số", "by": "tinh", "resubmit_by": f"{YEAR}-11-20"}]
    fields = {"state": "returned", "submitted": f"{YEAR}-11-02", "returns": returned}
    path = workspace.report("huyen-a", YEAR, {"houses": 1}, answers=[f"{PLAN}#nam"], **fields)
    (row,) = [row for row in status(workspace, "huyen-a", f"{YEAR}-11-10")["due"] if row["obligation"] == "nam"]
    assert (row["state"], row["until"], row["days"], row["file"]) == ("returned", f"{YEAR}-11-20", 10, path)


def test_what_came_after_the_lock_or_is_empty_is_still_to_do(workspace):
    half = [f"{PLAN}#nua-nam"]
    late = workspace.report("huyen-a", f"{YEAR}-H1", {"houses": 1}, answers=half, submitted=f"{YEAR}-08-01")
    empty = workspace.report("huyen-b", f"{YEAR}-H1", answers=half, submitted=f"{YEAR}-07-01")
    for unit, state, path in (("huyen-a", "refused", late), ("huyen-b", "empty", empty)):
        (row,) = status(workspace, unit, f"{YEAR}-08-02")["due"]
        assert (row["state"], row["file"], row["lock"]) == (state, path, f"{YEAR}-07-20")


def test_undated_work_comes_last_and_not_before_its_period(workspace):
    workspace.plan("tinh", report_due("tuy", "2022-Q2", "district"), year=2022, slug="tuy")
    assert "tuy" not in due(workspace, "huyen-a", "2022-03-01")
    assert list(due(workspace, "huyen-a", "2022-03-03")) == ["nua-nam", "nam", "tuy"]
    assert due(workspace, "huyen-a", "2022-03-03")["tuy"] == ("open", None)


def test_the_waived_owes_nothing(workspace):
    exempt = {"except": [{"unit": "huyen-a", "reason": "mới lập"}]}
    workspace.plan("tinh", report_due("nam", YEAR, "district", by=f"{YEAR}-11-05", **exempt), year=YEAR)
    assert due(workspace, "huyen-a", f"{YEAR}-11-10") == {}
    assert list(due(workspace, "huyen-b", f"{YEAR}-11-10")) == ["nam"]


# its own files


def files(workspace, unit, on=f"{YEAR}-11-10"):
    return {row["file"]: row for row in status(workspace, unit, on)["files"]}


def test_indicators_left_out_of_a_report_are_named(workspace):
    path = workspace.report("huyen-a", YEAR, {"houses": 1}, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-02")
    assert files(workspace, "huyen-a")[path]["left_out"] == ["members"]
    workspace.report("huyen-a", YEAR, {"members": 5}, topic="doan-vien", submitted=f"{YEAR}-11-02")
    assert path not in files(workspace, "huyen-a")


def test_a_null_with_a_reason_is_a_figure(workspace):
    given = {"houses": 1, "members": None}
    path = workspace.report("huyen-a", YEAR, given, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-02")
    assert path not in files(workspace, "huyen-a")


def test_of_a_ratio_its_parts_are_asked_for(workspace):
    workspace.ratio("share", "houses", "members")
    asked = report_due("nam", YEAR, "district", by=f"{YEAR}-11-05", indicators=["share"])
    workspace.plan("tinh", asked, year=YEAR)
    path = workspace.report("huyen-a", YEAR, {"houses": 1}, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-02")
    assert files(workspace, "huyen-a")[path]["left_out"] == ["members"]


@pytest.mark.parametrize(("state", "found"), [("draft", False), ("submitted", True)])
def test_empty_figures_and_findings_are_named(workspace, state, found):
    path = workspace.report("huyen-a", YEAR, answers=[f"{PLAN}#nam"], state=state, submitted=f"{YEAR}-11-02")
    text = (workspace.root / path).read_text(encoding="utf-8").rstrip("\n")
    rows = "".join(
        f"\n  - indicator: {name}\n    value: {value}" for name, value in (("houses", "null"), ("members", 5))
    )
    workspace.write(path, f"{text}\nown:{rows}\n")
    row = files(workspace, "huyen-a")[path]
    assert (row["state"], row["empty"], row["left_out"]) == (state, ["houses"], [])
    assert (row["errors"] + row["warnings"] > 0) is found
    assert row["command"] == (f"dvk check {path}" if found else None)
    assert files(workspace, "huyen-b") == {}


def test_a_file_that_cannot_be_read_is_named(workspace):
    workspace.write(REPORT, "schema: report/v1\nunit: [\n")
    row = files(workspace, "huyen-a")[REPORT]
    assert (row["state"], row["errors"] > 0) == ("unread", True)
    assert REPORT in workspace.run("status", "--unit", "huyen-a").stderr
    assert files(workspace, "xa-1") == {}


def test_a_path_with_spaces_is_quoted(workspace):
    path = workspace.write(f"reports/{YEAR}/tinh/huyen-a/báo cáo.yaml", "schema: [")
    assert files(workspace, "huyen-a")[path]["command"] == f"dvk check '{path}'"


# those below


def test_what_is_awaited_from_below_is_counted(workspace):
    workspace.report("huyen-b", YEAR, {"houses": 1, "members": 2}, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-02")
    below = {row["obligation"]: row for row in status(workspace, "tinh", f"{YEAR}-11-10")["below"]}
    assert (below["nam"]["filed"], below["nam"]["expected"], below["nam"]["late"]) == (1, 2, ["huyen-a"])
    assert below["nua-nam"]["late"] == ["huyen-a", "huyen-b"]
    assert list(below) == ["nua-nam", "nam"]
    text = workspace.run("status", "--unit", "tinh", "--on", f"{YEAR}-11-10").stdout
    assert "dvk deadlines --unit tinh --year 2021" in text
    assert "HUYEN-A" in text


def test_what_all_have_filed_is_not_awaited(workspace):
    for unit in ("huyen-a", "huyen-b"):
        workspace.report(unit, YEAR, {"houses": 1, "members": 2}, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-02")
    below = status(workspace, "tinh", f"{YEAR}-11-10")["below"]
    assert [row["obligation"] for row in below] == ["nua-nam"]
    assert status(workspace, "xa-1", f"{YEAR}-11-10")["below"] == []


# the whole workspace


def test_without_a_unit_each_root_is_counted(workspace):
    workspace.unit("mat-tran", level="province", line="front")
    workspace.report("huyen-a", YEAR, {"houses": 1}, state="draft")
    workspace.write(f"reports/{YEAR}/tinh/huyen-b/hong.yaml", "schema: [")
    answer = workspace.json("status", "--on", f"{YEAR}-11-04")
    assert answer["on"] == f"{YEAR}-11-04"
    rows = {row["unit"]: row for row in answer["roots"]}
    counts = {key: rows["tinh"][key] for key in ("units", "late", "due_soon", "drafts", "unread")}
    assert counts == {"units": 5, "late": 2, "due_soon": 2, "drafts": 1, "unread": 1}
    assert rows["tinh"]["errors"] > 0
    assert rows["mat-tran"] == {"unit": "mat-tran", "name": "MAT-TRAN", "units": 1} | dict.fromkeys(
        ("late", "due_soon", "drafts", "unread", "errors", "warnings", "suspect"), 0
    )
    assert "dvk status --unit" in workspace.run("status").stdout


def test_a_file_of_no_unit_is_counted_apart(workspace):
    workspace.write("indicators.yaml", "schema: [")
    path = workspace.report("huyen-a", YEAR, {"houses": 1}, state="draft")
    text = (workspace.root / path).read_text(encoding="utf-8")
    workspace.write(f"reports/{YEAR}/ai-do/{YEAR}.yaml", text.replace("huyen-a", "ai-do"))
    (workspace.root / path).unlink()
    rows = workspace.json("status", "--on", f"{YEAR}-11-04")["roots"]
    assert rows[-1]["unit"] is None
    assert (rows[-1]["drafts"], rows[-1]["unread"]) == (1, 1)
    assert "(files of no unit)" in workspace.run("status").stdout


def test_a_root_that_ended_is_counted_where_it_went(workspace):
    workspace.unit("tinh-moi", level="province", start="2025-07-01")
    workspace.event("merge", "2025-07-01", ["tinh", "huyen-a", "huyen-b", "xa-1", "xa-2"], ["tinh-moi"])
    workspace.report("huyen-a", YEAR, {"houses": 1}, state="draft")
    rows = workspace.json("status", "--on", "2026-01-01")["roots"]
    assert [(row["unit"], row["units"], row["drafts"]) for row in rows] == [("tinh-moi", 1, 1)]


def test_an_empty_workspace_has_nothing_to_do(tmp_path):
    (tmp_path / "dvk.yaml").write_text("schema: settings/v1\n", encoding="utf-8")
    bare = Workspace.__new__(Workspace)
    bare.root = tmp_path
    assert bare.json("status", "--on", "2021-01-01") == {"on": "2021-01-01", "roots": []}


# how it is asked and printed


def test_an_unknown_unit_is_answered_with_the_nearest(workspace):
    result = workspace.run("status", "--unit", "huyen-aa")
    assert result.exit_code == 2
    assert "huyen-a" in result.stderr


def test_a_unit_without_work_is_told_so(workspace):
    for form in ("table", "md"):
        text = workspace.run(
            "status", "--unit", "xa-1", "--on", f"{YEAR}-11-10", "--format", form, "--lang", "vi"
        ).stdout
        assert "Không có việc nào" in text
    text = workspace.run("status", "--unit", "xa-1", "--on", f"{YEAR}-11-10", "--format", "csv").stdout
    assert text == "plan,obligation,kind,period,state,until,days,file,command\n"


def test_csv_has_what_is_due(workspace):
    workspace.report("huyen-a", YEAR, {"houses": 1}, state="draft")
    text = workspace.run("status", "--unit", "huyen-a", "--on", f"{YEAR}-11-10", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["obligation"], row["days"]) for row in rows] == [("nua-nam", "-128"), ("nam", "-5")]


@pytest.mark.parametrize(
    ("language", "words"), [("vi", ["trễ 5 ngày", "Chờ cấp dưới", "hạn cuối"]), ("en", ["5 days late", "Awaited"])]
)
def test_it_speaks_both_languages(workspace, language, words):
    asked = ("--on", f"{YEAR}-11-10", "--lang", language)
    text = workspace.run("status", "--unit", "huyen-a", *asked).stdout
    text += workspace.run("status", "--unit", "tinh", *asked).stdout
    assert all(word in text for word in words)


# states by their words


@pytest.mark.parametrize("typed", ["overdue", "OVERDUE", "chưa nộp", "Chua Nop", "chu\u031ba no\u0323\u0302p"])
def test_a_state_may_be_typed_in_vietnamese(workspace, typed):
    lines = workspace.json("deadlines", "--year", YEAR, "--on", f"{YEAR}-11-10", "--state", typed)
    assert {line["state"] for line in lines} == {"overdue"}


@pytest.mark.parametrize(("typed", "near"), [("chưa nôp dc", "chưa nộp"), ("overdu", "overdue"), ("zzz", "due_soon")])
def test_an_unknown_state_is_answered_with_the_nearest(workspace, typed, near):
    result = workspace.run("deadlines", "--year", YEAR, "--state", typed, "--lang", "vi")
    assert result.exit_code == 2
    assert near in result.stderr


# the words of the matrix


@pytest.mark.parametrize(
    ("language", "row", "counts"),
    [
        ("vi", "chưa nộp, không hạn", "N 2 · đã nộp 0 · đúng hạn 0 · chậm 0 · được miễn 0 · chưa nộp (không hạn) 2\n"),
        ("en", "open, undated", "N 2 · filed 0 · on time 0 · late 0 · waived 0 · open (undated) 2\n"),
    ],
)
def test_what_is_undated_is_counted_in_the_words_of_its_rows(workspace, language, row, counts):
    workspace.plan("tinh", report_due("tuy", "2022-Q2", "district"), year=2022, slug="tuy")
    text = workspace.run("deadlines", "--year", 2022, "--on", "2022-12-31", "--lang", language).stdout
    assert text.count(row) == 2
    assert counts in text


def test_what_is_filed_in_the_name_of_no_unit_stops_nothing(workspace):
    """A typo in the unit of a report that answers what is due: a check names it, the rest goes on."""
    path = workspace.report("huyen-a", YEAR, {"houses": 3}, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-01")
    file = workspace.root / path
    file.write_text(file.read_text("utf-8").replace("unit: huyen-a", "unit: huyen-ă"), "utf-8")
    file.write_text(file.read_text("utf-8").replace("unit: huyen-ă", "unit: huyen-x"), "utf-8")
    assert [row["code"] for row in workspace.json("check") if row["code"] == "DVK402"] == ["DVK402"]
    row, *_ = workspace.json("status", "--on", f"{YEAR}-12-01")["roots"]
    assert (row["unit"], row["late"]) == ("tinh", 4)
    assert due(workspace, "huyen-a", f"{YEAR}-12-01")["nam"] == ("overdue", -26)
    below = workspace.json("deadlines", "--year", YEAR, "--on", f"{YEAR}-12-01", "--unit", "tinh")
    assert {line["unit"] for line in below} == {"huyen-a", "huyen-b"}
