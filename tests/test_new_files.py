"""New plans, registrations and reports: what is filled in, what is asked at a terminal, what is refused."""

import os
import re
import shutil
import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import get_args

import pexpect
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace_builder import Workspace, report_due, since

from dvk.__main__ import run
from dvk.documents import MODELS
from dvk.messages.of_new_files import REMARKS
from dvk.skeletons.scalars import one_line, said, scalar, wrapped
from dvk.textfile import read_text
from dvk.vietnamese.document_types import PLAN_TYPES

ROOT = Path(__file__).parents[1]
YEAR = 2021
PROVINCE_PLAN = f"plans/{YEAR}/tinh/ke-hoach.yaml"
DISTRICT_PLAN = f"plans/{YEAR}/tinh/huyen-a/dan-van-kheo.yaml"


@pytest.fixture
def ws(tmp_path):
    return province(tmp_path / "w")


def province(root):
    """Make a province with districts A, B, C (A and B with communes) and a plan that sets everything."""
    root.mkdir()
    ws = Workspace(root)
    ws.settings(kinds=[{"id": kind, "name": kind} for kind in ("rural", "city", "township", "village")])
    ws.unit("tinh", level="province", name="Tỉnh đoàn T", departments=[{"id": "van-phong", "name": "Văn phòng"}])
    departments = [{"id": "to-chuc", "name": "Ban Tổ chức"}, {"id": "vp", "name": "Văn phòng", "standing": True}]
    ws.unit("huyen-a", "tinh", level="district", kind="rural", name="Huyện đoàn A", departments=departments)
    ws.unit("thanh-b", "tinh", level="district", kind="city", name="Thành đoàn B")
    ws.unit("huyen-c", "tinh", level="district", kind="rural", name="Huyện đoàn C", to=f"{YEAR}-06-30")
    ws.unit("xa-1", "huyen-a", kind="village", name="Đoàn xã 1")
    ws.unit("thi-tran-2", "huyen-a", kind="township", name="Đoàn thị trấn 2")
    ws.unit("xa-3", "thanh-b", kind="village", name="Đoàn xã 3")
    ws.indicator("houses", "sum", "sum", name="Nhà Nhân ái")
    ws.indicator("children", "sum", "sum", name="Thiếu nhi", unit_of_measure="em")
    ws.indicator("helped", "sum", "sum", name="Thanh niên được giúp", unit_of_measure="người")
    ws.indicator("members", "last", "sum", name="Đoàn viên", unit_of_measure="người")
    ws.indicator("raised", "sum", "sum", name="Kinh phí", unit_of_measure="đồng", type="money")
    ws.indicator("works", "sum", "sum", name="Công trình", unit_of_measure="công trình")
    ws.ratio("share", "helped", "members")
    ws.plan("tinh", *obligations(), year=YEAR, programme="Dân vận khéo", targets=targets(), tasks=tasks())
    return ws


def obligations():
    district = {"who": {"level": ["district"]}}
    return (
        {"id": "ke-hoach", "kind": "plan", "title": "Kế hoạch của huyện", "period": YEAR, **district},
        {"id": "mo-hinh", "kind": "registration", "period": YEAR, "before": f"{YEAR}-04-27", **district},
        report_due("nua-nam", f"{YEAR}-H1", "district", by=f"{YEAR}-06-10 17:00", indicators=["houses", "share"]),
        report_due(
            "nam", YEAR, "district", before=f"{YEAR}-11-05", lock=f"{YEAR}-11-30", cut_off=f"{YEAR}-10-31",
            channel={"department": "van-phong"}, phrase="trước ngày 5/11", title="Báo cáo năm",
        ),
        report_due("kem", YEAR, "district", days_after=3, of="nam"),
        report_due("long-ghep", YEAR, "district", embedded_in="nam"),
        report_due("hang-nam", "H2", "district", every_year=True, before="01-15", **{"in": "next_year"}),
        {"id": "rieng-b", "kind": "report", "who": {"units": ["thanh-b"]}, "period": YEAR},
    )  # fmt: skip


def targets():
    anywhere = {"level": ["district", "commune"], "kind": ["city", "rural", "township"]}
    one_or_two = {"value": 1, "upper": 2, "bound": "exactly", "phrase": "mỗi nơi một công trình"}
    return [
        {"indicator": "houses", "kind": "total", "value": 90, "bound": "at_least"},
        {"indicator": "children", "kind": "own", "value": 3000},
        {"indicator": "works", "kind": "each", "who": anywhere, **one_or_two},
        {"indicator": "helped", "kind": "per", "value": 5, "who": {"level": ["commune"]}},
        {"indicator": "raised", "kind": "each", "value": "1,5 tỷ", "bound": "about", "who": {"units": ["thanh-b"]}},
    ]


def tasks():
    work = {"level": "district", "task": "Lập kế hoạch: xong trước tháng 5"}
    return [work, {"department": "van-phong", "task": "Đôn đốc"}]


def made(ws, *words, path=""):
    """Run a command that makes a file, and give what it says as a tree of text."""
    result = ws.run(*words)
    assert result.exit_code == 0, result.stderr + result.stdout
    found = re.search(r"(?:Đã tạo|Made) (\S+)", result.stdout)[1]
    if path:
        assert Path(found).samefile(ws.root / path)
    return read_text(Path(found).read_bytes()).tree


def text_of(ws, *words):
    """Give what a command would write."""
    result = ws.run(*words, "--print")
    assert result.exit_code == 0, result.stderr
    return result.stdout


def refused(result, *words):
    assert result.exit_code == 2, result.stderr + result.stdout
    assert result.stdout == ""
    for word in words:
        assert word in result.stderr
    return result.stderr


def is_good(ws):
    """No error, and no warning or note either, in the whole workspace."""
    assert [row for row in ws.json("check") if row["severity"] != "note" and row["code"] != "DVK420"] == []


# a plan from the superior's plan


def from_province(ws, *words):
    return made(ws, "new-plan", "--unit", "huyen-a", "--from", PROVINCE_PLAN, *words, path=DISTRICT_PLAN)


def test_a_plan_from_a_plan_takes_over_what_is_known(ws):
    plan = from_province(ws, "--date", "12/3/2021", "--number", "07 - KH/ĐTN", "--place", "A")
    assert {key: plan[key] for key in ("state", "revision", "type", "number", "date", "place", "period")} == {
        "state": "draft", "revision": "1", "type": "KH", "number": "07-KH/ĐTN", "date": "2021-03-12",
        "place": "A", "period": "2021",
    }  # fmt: skip
    assert (plan["subject"], plan["programme"]) == ("Phong trào thi đua Dân vận khéo", "Dân vận khéo")
    assert plan["superior_plan"] == PROVINCE_PLAN
    assert plan["answers"] == [f"{PROVINCE_PLAN}#ke-hoach"]
    title = "Kế hoạch Phong trào thi đua Dân vận khéo"
    assert plan["legal_bases"] == [
        {"number": "01-KH/ĐTN", "date": "2021-01-05", "issuer": "Tỉnh đoàn T", "title": title}
    ]
    assert set(plan["signatory"].values()) == {None}
    is_good(ws)


def test_obligations_go_to_the_units_below_with_an_empty_earlier_day(ws):
    plan = from_province(ws)
    handed = {row["id"]: row for row in plan["obligations"]}
    assert list(handed) == ["ke-hoach", "mo-hinh", "nua-nam", "nam", "kem", "long-ghep", "hang-nam"]
    assert {str(row["who"]) for row in handed.values()} == {"{'level': ['commune']}"}
    assert handed["nam"] == {
        "id": "nam", "kind": "report", "title": "Báo cáo năm", "who": {"level": ["commune"]}, "period": "2021",
        "before": None,
    }  # fmt: skip
    assert "before" not in handed["ke-hoach"]
    assert handed["nua-nam"]["indicators"] == ["houses", "share"]
    assert handed["long-ghep"]["embedded_in"] == "nam"
    assert (handed["hang-nam"]["every_year"], handed["hang-nam"]["period"]) == ("yes", "H2")
    text = (ws.root / DISTRICT_PLAN).read_text(encoding="utf-8")
    for words in (
        "điền ngày, sớm hơn hạn đơn vị nộp Tỉnh đoàn T: 04/11/2021",
        "điền ngày, sớm hơn hạn đơn vị nộp Tỉnh đoàn T: 17:00 ngày 10/06/2021",
        "điền tháng-ngày, sớm hơn hạn đơn vị nộp Tỉnh đoàn T: 14/01 năm sau",
        "thêm dòng in: next_year",
        "Cấp trên khoá sổ ngày 30/11/2021",
        "Cấp trên chốt số liệu ngày 31/10/2021",
    ):
        assert words in text
    assert "trước ngày 5/11" not in text


def test_the_days_can_be_filled_in_as_the_comments_say(ws):
    from_province(ws)
    file = ws.root / DISTRICT_PLAN
    filled = [
        re.sub(r"^( *)# ((?:days_after|of): )", r"\1\2", line.replace("before:  ", "before: 2021-04-20  ", 1))
        if "tháng-ngày, sớm" not in line else line.replace("before:  ", "before: 01-05  ", 1)
        for line in file.read_text(encoding="utf-8").splitlines()
    ]  # fmt: skip
    text = "\n".join(filled).replace("state: draft", "state: issued").replace("\ndate: ", "\ndate: 2021-02-01")
    text = text.replace("number: ", "number: 07-KH/ĐTN", 1).replace("  name: ", "  name: Nguyễn Văn B")
    file.write_text(text, encoding="utf-8")
    is_good(ws)
    due = {(row["obligation"].split("#")[-1], row["unit"]): row["due"] for row in ws.deadlines(YEAR, "2021-03-01")}
    assert due["nam", "xa-1"] == "2021-04-19"
    assert due["kem", "thi-tran-2"] == "2021-04-22"


def test_targets_are_handed_down_as_a_clerk_would(ws):
    plan = from_province(ws)
    one_or_two = {"value": "1", "upper": "2", "bound": "exactly"}
    assert plan["targets"] == [
        {"indicator": "works", "kind": "total", **one_or_two},
        {"indicator": "works", "kind": "each", **one_or_two, "who": {"level": ["commune"], "kind": ["township"]}},
        {"indicator": "helped", "kind": "per", "value": "5", "bound": "at_least", "who": {"level": ["commune"]}},
    ]
    text = (ws.root / DISTRICT_PLAN).read_text(encoding="utf-8")
    assert "Tỉnh đoàn T giao chung ít nhất 90 căn; cùng làm: Thành đoàn B" in text
    assert "tự làm, không giao xuống: Thiếu nhi" in text
    assert "giao cho đơn vị khác: Kinh phí" in text
    assert "# Cấp trên giao: Lập kế hoạch: xong trước tháng 5" in text
    assert "# - department: vp   # Văn phòng, thường trực" in text


def test_who_shares_a_total_is_said_with_what_they_have_taken(ws):
    fields = {"superior_plan": PROVINCE_PLAN, "targets": [{"indicator": "houses", "kind": "total", "value": 22}]}
    ws.plan("thanh-b", year=YEAR, **fields)
    text = text_of(ws, "new-plan", "--unit", "huyen-a", "--from", PROVINCE_PLAN)
    assert "cùng làm: Thành đoàn B (đã nhận 22)" in text


def test_of_a_total_of_every_year_only_what_is_taken_in_the_year_is_said(ws):
    aims = [{"indicator": "houses", "kind": "total", "value": 90, "every_year": True}]
    above = ws.plan("tinh", year=YEAR, slug="nhieu-nam", targets=aims)
    for slug, value, fields in (
        ("a", 30, {"supersedes": [f"plans/{YEAR}/tinh/thanh-b/z.yaml"], "date": f"{YEAR}-03-01"}),
        ("z", 22, {}),
        ("m", 5, {"state": "draft"}),
    ):
        taken = [{"indicator": "houses", "kind": "total", "value": value}]
        ws.plan("thanh-b", year=YEAR, slug=slug, superior_plan=above, targets=taken, **fields)
    words = ("new-plan", "--unit", "huyen-a", "--from", above)
    assert "cùng làm: Thành đoàn B (đã nhận 30). Điền" in text_of(ws, *words)
    assert "cùng làm: Thành đoàn B. Điền" in text_of(ws, *words, "--year", YEAR + 2)
    more = [{"indicator": "houses", "kind": "total", "value": 7}]
    ws.plan("thanh-b", year=YEAR, slug="them", superior_plan=above, targets=more)
    assert "Thành đoàn B (đã nhận 30; 7)" in text_of(ws, *words)


def test_targets_that_hold_no_more_are_not_handed_down(ws):
    ws.plan("tinh", year=YEAR, slug="moi", supersedes=[PROVINCE_PLAN], date=f"{YEAR}-06-01")
    result = ws.run("new-plan", "--unit", "huyen-a", "--from", PROVINCE_PLAN, "--print")
    assert read_text(result.stdout.encode()).tree["targets"] is None
    assert f"superseded by plans/{YEAR}/tinh/moi.yaml" in result.stderr


def test_a_draft_above_hands_its_targets_down_too(ws):
    path = ws.plan("tinh", *obligations(), year=YEAR, slug="nhap", state="draft", date=None, targets=targets())
    plan = read_text(text_of(ws, "new-plan", "--unit", "huyen-a", "--from", path).encode()).tree
    assert [target["indicator"] for target in plan["targets"]] == ["works", "works", "helped"]


def test_a_unit_without_units_below_hands_no_obligation_down(ws):
    text = text_of(ws, "new-plan", "--unit", "xa-1", "--from", PROVINCE_PLAN)
    assert "chưa có cấp dưới" in text
    assert read_text(text.encode()).tree["obligations"] is None


def test_where_the_superior_asks_the_unit_for_nothing_all_of_it_goes_down(ws):
    ws.unit("to-1", "xa-1", level="hamlet")
    ws.settings(levels=[{"id": level, "name": level} for level in ("province", "district", "commune", "hamlet")])
    plan = read_text(text_of(ws, "new-plan", "--unit", "xa-1", "--from", PROVINCE_PLAN).encode()).tree
    assert len(plan["obligations"]) == len(obligations())
    assert plan["obligations"][0]["who"] == {"level": ["hamlet"]}
    assert plan["answers" if "answers" in plan else "indicators"] is None


def test_the_issuers_name_is_that_of_the_day_of_issue(ws):
    names = [since("Tỉnh đoàn Cũ", to=f"{YEAR}-03-01"), since("Tỉnh đoàn Mới", f"{YEAR}-03-02")]
    ws.unit("khac", level="province", name=names)
    ws.unit("duoi", "khac", level="district")
    path = ws.plan("khac", year=YEAR)
    plan = read_text(text_of(ws, "new-plan", "--unit", "duoi", "--from", path, "--date", "2021-06-01").encode()).tree
    assert plan["legal_bases"][0]["issuer"] == "Tỉnh đoàn Cũ"


def test_a_draft_above_is_said(ws):
    path = ws.plan("tinh", *obligations(), year=YEAR, slug="nhap", state="draft")
    result = ws.run("new-plan", "--unit", "huyen-a", "--from", path)
    assert "still a draft" in result.stderr
    is_good(ws)


def test_a_plan_of_nobody_above_is_refused(ws):
    ws.unit("dao", level="province")
    said_so = refused(ws.run("new-plan", "--unit", "dao", "--from", PROVINCE_PLAN), "DVK918", "dao")
    assert PROVINCE_PLAN in said_so
    refused(ws.run("new-plan", "--unit", "tinh", "--from", PROVINCE_PLAN), "DVK918")
    refused(ws.run("new-plan", "--unit", "huyen-a", "--from", PROVINCE_PLAN[:-4]), "DVK907", PROVINCE_PLAN)


def test_a_plan_of_a_unit_that_nobody_declared(ws):
    path = ws.write(
        f"plans/{YEAR}/la/la.yaml", (ws.root / PROVINCE_PLAN).read_text(encoding="utf-8").replace(": tinh", ": la")
    )
    refused(ws.run("new-plan", "--unit", "huyen-a", "--from", path), "DVK918", "la")
    answers = f"{path}#nam"
    assert ws.run("new-report", "--unit", "huyen-a", "--period", YEAR, "--answers", answers).exit_code == 0


def test_a_plan_that_cannot_be_read_is_named(ws):
    ws.write(f"plans/{YEAR}/tinh/hong.yaml", "schema: plan/v1\nrevision: mot\n")
    refused(ws.run("new-plan", "--unit", "huyen-a", "--from", f"plans/{YEAR}/tinh/hong.yaml"), "DVK907", "dvk check")


def test_two_levels_of_plans_and_the_reports_below_them(ws):
    test_the_days_can_be_filled_in_as_the_comments_say(ws)
    village = text_of(ws, "new-plan", "--unit", "xa-1", "--from", DISTRICT_PLAN)
    assert f"- {DISTRICT_PLAN}#ke-hoach" in village
    report = made(ws, "new-report", "--unit", "xa-1", "--period", YEAR)
    assert report["answers"] == [f"{DISTRICT_PLAN}#{name}" for name in ("nam", "kem", "long-ghep")]
    is_good(ws)


# a plan of the unit's own


def test_a_plan_of_its_own(ws):
    words = ("--subject", "Tháng Thanh niên", "--period", f"{YEAR}-Q1", "--type", "hd", "--name", "thang-thanh-nien")
    plan = made(ws, "new-plan", "--unit", "huyen-a", *words, path=f"plans/{YEAR}/tinh/huyen-a/thang-thanh-nien.yaml")
    assert (plan["type"], plan["period"], plan["subject"]) == ("HD", f"{YEAR}-Q1", "Tháng Thanh niên")
    assert plan["obligations"] is plan["targets"] is plan["indicators"] is None
    is_good(ws)


def test_what_a_plan_asks_for_can_be_said_with_the_call(ws):
    days = ("--plan-before", f"1/3/{YEAR}", "--register-before", f"27-4-{YEAR}")
    reports = [f"--report-before={given}" for given in (f"{YEAR}-H1=15/6/{YEAR}", f"{YEAR}-Q3={YEAR}-10-05 17:00")]
    plan = made(ws, "new-plan", "--unit", "tinh", "--year", YEAR, "--subject", "Việc riêng", *days, *reports)
    assert [(o["id"], o["kind"], o["period"], o["before"]) for o in plan["obligations"]] == [
        ("ke-hoach", "plan", str(YEAR), f"{YEAR}-03-01"),
        ("dang-ky-mo-hinh", "registration", str(YEAR), f"{YEAR}-04-27"),
        ("bao-cao-6-thang", "report", f"{YEAR}-H1", f"{YEAR}-06-15"),
        ("bao-cao-quy-3", "report", f"{YEAR}-Q3", f"{YEAR}-10-05 17:00"),
    ]
    assert {tuple(o["who"]["level"]) for o in plan["obligations"]} == {("district",)}
    is_good(ws)


def test_the_empty_days_of_a_plan_above_can_be_filled_in_with_the_call(ws):
    words = ("--from", PROVINCE_PLAN, "--report-before", f"20/10/{YEAR}")
    handed = made(ws, "new-plan", "--unit", "huyen-a", *words)["obligations"]
    filled = {o["id"]: o["before"] for o in handed if "before" in o and o["kind"] == "report"}
    assert list(filled.values()).count(f"{YEAR}-10-20") == 1
    is_good(ws)


def issued(ws, path):
    """Put what is missing into a draft of a plan, so that it orders something."""
    text = (ws.root / path).read_text(encoding="utf-8").replace("state: draft", "state: issued")
    text = text.replace("\ndate: ", f"\ndate: {YEAR}-02-01").replace("number: ", "number: 07-KH/ĐTN", 1)
    ws.write(path, text.replace("  name: ", "  name: Nguyễn Văn B"))


@pytest.mark.parametrize(
    ("typed", "due", "keys"),
    [
        (f"{YEAR + 1}-01-10", f"{YEAR + 1}-01-09", {"before": "01-10", "in": "next_year"}),
        (f"{YEAR}-12-20", f"{YEAR}-12-19", {"before": "12-20"}),
        (f"{YEAR + 1}-01-10 16:00", f"{YEAR + 1}-01-10 15:59", {"before": "01-10 16:00", "in": "next_year"}),
    ],
)
def test_a_yearly_day_keeps_its_year(ws, typed, due, keys):
    plan = from_province(ws, "--report-before", f"{YEAR}-H2={typed}")
    (yearly,) = (o for o in plan["obligations"] if o["id"] == "hang-nam")
    assert {key: yearly[key] for key in ("before", "in") if key in yearly} == keys
    text = (ws.root / DISTRICT_PLAN).read_text(encoding="utf-8")
    assert "sớm hơn hạn đơn vị nộp Tỉnh đoàn T: 14/01 năm sau" in text
    assert "thêm dòng in: next_year" not in text
    issued(ws, DISTRICT_PLAN)
    rows = [row for row in ws.deadlines(YEAR, f"{YEAR}-03-01", "hang-nam") if row["plan"] == DISTRICT_PLAN]
    listed = {(row["unit"], " ".join(filter(None, (row["due"], row["due_time"])))) for row in rows}
    assert listed == {("xa-1", due), ("thi-tran-2", due)}


@pytest.mark.parametrize(
    ("year", "typed", "clear"),
    [
        (YEAR, f"{YEAR + 2}-01-10", f"--report-before {YEAR}-H2={YEAR + 1}-01-10"),
        (YEAR, f"{YEAR - 1}-12-20", f"--report-before {YEAR}-H2={YEAR}-12-20"),
        (YEAR + 2, f"29/2/{YEAR + 3}", f"--report-before {YEAR + 2}-H2={YEAR + 3}-03-01"),
    ],
)
def test_a_day_that_a_yearly_obligation_cannot_have(ws, year, typed, clear):
    words = ("new-plan", "--unit", "huyen-a", "--from", PROVINCE_PLAN, "--year", year)
    refused(ws.run(*words, "--report-before", f"{year}-H2={typed}"), "DVK908", clear)
    assert ws.run(*words, *clear.split(), "--print").exit_code == 0


@pytest.mark.parametrize("option", ["--plan-before", "--register-before", "--report-before"])
def test_of_two_days_for_one_period_neither_wins(ws, option):
    words = ("new-plan", "--unit", "tinh", "--year", YEAR, "--subject", "Việc riêng", "--print")
    two = (f"{YEAR}-M1-6=15/6/{YEAR}", f"{YEAR}-H1={YEAR}-06-20")
    refused(ws.run(*words, option, two[0], option, two[1]), "DVK908", f"{YEAR}-H1={YEAR}-06-15, {YEAR}-H1={YEAR}-06-20")
    refused(ws.run(*words, option, f"{YEAR}-11-05", option, f"{YEAR}=6/11/{YEAR}"), "DVK908", f"{YEAR}={YEAR}-11-05")
    assert ws.run(*words, option, f"{YEAR}-11-05", option, f"{YEAR}=5/11/{YEAR}").exit_code == 0


def test_what_is_asked_for_several_years_gets_several_ids(ws):
    days = [f"--report-before={year}-H1={year}-06-15" for year in (YEAR, YEAR + 1)]
    plan = made(ws, "new-plan", "--unit", "tinh", "--year", YEAR, "--subject", "Việc riêng", *days)
    assert [o["id"] for o in plan["obligations"]] == ["bao-cao-6-thang", "bao-cao-6-thang-2"]
    is_good(ws)


def test_a_day_for_what_counts_from_an_undated_obligation_is_written(ws):
    loose = report_due("dau", f"{YEAR}-H1", "district")
    path = ws.plan("tinh", loose, report_due("sau", YEAR, "district", days_after=3, of="dau"), year=YEAR, slug="long")
    words = ("--from", path, "--name", "a", "--report-before", f"{YEAR}-11-05")
    plan = read_text(text_of(ws, "new-plan", "--unit", "huyen-a", *words).encode()).tree
    assert [(o["id"], o.get("before")) for o in plan["obligations"]] == [("dau", None), ("sau", f"{YEAR}-11-05")]


def test_a_day_of_a_plan_that_is_no_day(ws):
    words = ("new-plan", "--unit", "tinh", "--year", YEAR, "--subject", "Việc", "--report-before", "giữa tháng 11")
    refused(ws.run(*words), "DVK908", "--report-before", "15/11/2026")


def test_a_plan_that_is_asked_for_is_named_but_not_answered(ws):
    text = text_of(ws, "new-plan", "--unit", "huyen-a", "--year", YEAR, "--subject", "Việc khác")
    assert f"#   - {PROVINCE_PLAN}#ke-hoach" in text
    assert "answers" not in read_text(text.encode()).tree


def test_the_year_is_this_year_where_none_is_given(ws, monkeypatch):
    monkeypatch.chdir(ws.root)
    assert run(["new-plan", "--unit", "tinh", "--subject", "Việc"], today=date(2024, 5, 6)) == 0
    assert "date:                         # ngày ban hành, như 2024-05-06" in (
        ws.root / "plans/2024/tinh/viec.yaml"
    ).read_text(encoding="utf-8")


# registrations


def test_a_registration_answers_what_is_owed(ws):
    words = ("--name", "Đường hoa", "--name", "Nhà “Nhân ái”", "--field", "Kinh tế", "--type", "individual")
    more = ("--area", "xã 1", "--years", "2021 - 2025", "--owner", "xa-1", "--owner", "huyen-a")
    path = f"registrations/{YEAR}/tinh/huyen-a/duong-hoa.yaml"
    tree = made(ws, "register-model", "--unit", "huyen-a", "--year", YEAR, *words, *more, path=path)
    assert tree["answers"] == [f"{PROVINCE_PLAN}#mo-hinh"]
    assert tree["addressee"] == "Tỉnh đoàn T"
    common = {"field": "economy", "type": "individual", "area": "xã 1", "owners": ["xa-1"], "years": "2021-2025"}
    assert tree["models"] == [
        {"id": "duong-hoa", "name": "Đường hoa"} | common,
        {"id": "nha-nhan-ai", "name": "Nhà “Nhân ái”"} | common,
    ]
    is_good(ws)


@pytest.mark.parametrize(
    ("typed", "budget"),
    [
        ("600 triệu", {"value": "600000000"}),
        ("khoảng 3,6 tỷ", {"value": "3600000000", "bound": "about"}),
        ("~ 50.000.000 đ", {"value": "50000000", "bound": "about"}),
        ("ít nhất 2 triệu", {"value": "2000000", "bound": "at_least"}),
    ],
)
def test_money_may_be_about(ws, typed, budget):
    text = text_of(ws, "register-model", "--unit", "xa-1", "--year", YEAR, "--name", "A", "--budget", typed)
    assert read_text(text.encode()).tree["models"][0]["budget"] == budget


@pytest.mark.parametrize(
    ("option", "typed", "code", "clear"),
    [
        ("--budget", "3.6 tỷ", "DVK908", "3,6 tỷ"),
        ("--budget", "1.5", "DVK908", "1,5 triệu"),
        ("--budget", "dưới 600 triệu", "DVK908", "600 triệu"),
        ("--budget", "khoảng khoảng 5", "DVK908", "5"),
        ("--years", "2025-2021", "DVK908", "2021-2025"),
        ("--years", "21", "DVK908", "2022"),
        ("--period", "2021-H3", "DVK908", "2021-H1"),
        ("--period", "2022-H1", "DVK908", "--year 2022"),
        ("--field", "kinh tê số", "DVK907", "economy"),
        ("--owner", "xa-11", "DVK907", "xa-1"),
        ("--type", "both", "DVK908", "collective"),
        ("--file", "Tên tệp", "DVK908", "ten-tep"),
        ("--file", "../../x", "DVK908", "x"),
        ("--name", "!!!", "DVK908", "--name"),
        ("--name", " ", "DVK919", "--name"),
        ("--area", "x· nµy lµ vïng s©u", "DVK908", "TCVN3"),
    ],
)
def test_what_could_mean_two_things_is_refused_with_what_to_type(ws, option, typed, code, clear):
    words = ("--unit", "xa-1", "--year", YEAR, *(() if option == "--name" else ("--name", "A")))
    assert clear in refused(ws.run("register-model", *words, option, typed), code)
    assert not (ws.root / "registrations").exists()


def test_a_model_registered_already_is_a_warning(ws):
    ws.registration("xa-1", 2020, {"id": "hoa", "name": "Đường  hòa bình"})
    result = ws.run("register-model", "--unit", "xa-1", "--year", YEAR, "--name", "ĐƯỜNG HOÀ BÌNH", "--name", "mới")
    assert result.exit_code == 0
    assert "registrations/2020/tinh/huyen-a/xa-1/dang-ky.yaml#hoa" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("typed", ["Đường - hoa: “thanh niên”", "đường hoa thanh niên", "Đường hoà, thanh niên!"])
def test_a_name_is_known_again_as_check_knows_it(ws, typed):
    ws.registration("xa-1", YEAR, {"id": "hoa", "name": "Đường hoa Thanh niên"})
    result = ws.run("register-model", "--unit", "xa-1", "--year", YEAR, "--name", typed, "--file", "moi")
    assert "#hoa" in result.stderr
    file = ws.root / f"registrations/{YEAR}/tinh/huyen-a/xa-1/moi.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("state: draft", "state: submitted"), encoding="utf-8")
    assert ws.findings("DVK438")


def test_models_of_like_names_get_ids_of_their_own(ws):
    names = [word for name in ("Đường hoa", "Đường + hoa", "đường hoa +") for word in ("--name", name)]
    text = text_of(ws, "register-model", "--unit", "xa-1", "--year", YEAR, *names)
    models = read_text(text.encode()).tree["models"]
    assert [model["id"] for model in models] == ["duong-hoa", "duong-hoa-2", "duong-hoa-3"]


# reports


def test_a_report_has_a_line_for_each_figure_that_is_asked(ws):
    ws.report("huyen-a", YEAR - 1, {"houses": 71, "members": 1234567})
    half = {"illustrative": True, "answers": [f"{PROVINCE_PLAN}#nua-nam"], "submitted": f"{YEAR}-06-09"}
    ws.report("huyen-a", f"{YEAR}-H1", {"helped": 5}, **half)
    ws.report("huyen-a", f"{YEAR - 1}-H1", {"houses": 30})
    report = made(ws, "new-report", "--unit", "huyen-a", "--period", YEAR)
    assert report["answers"] == [f"{PROVINCE_PLAN}#{name}" for name in ("nam", "kem", "long-ghep")]
    asked = ["houses", "children", "helped", "members", "raised", "works"]
    assert report["own"] == [{"indicator": name, "value": None} for name in asked]
    text = (ws.root / f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml").read_text(encoding="utf-8")
    for words in (
        "Nhà Nhân ái (căn). Năm 2020: 71",
        "Đoàn viên (người). Năm 2020: 1.234.567",
        "Thanh niên được giúp (người). 6 tháng đầu năm 2021: 5 (số minh hoạ). Giao: ít nhất 10",
        "Công trình (công trình). Giao: từ 1 đến 2",
        "Share: không ghi, dvk tự tính từ helped và members",
        "Báo cáo năm; hạn cuối 04/11/2021; gửi qua Văn phòng",
        "# consolidated:",
    ):
        assert words in re.sub(" +", " ", text)
    is_good(ws)


def test_half_a_year_asks_for_its_own_list_and_shows_the_same_half(ws):
    ws.report("huyen-a", f"{YEAR - 1}-H1", {"houses": 30})
    ws.report("huyen-a", YEAR - 1, {"houses": 71})
    text = text_of(ws, "new-report", "--unit", "huyen-a", "--period", f"{YEAR}-H1")
    report = read_text(text.encode()).tree
    assert [row["indicator"] for row in report["own"]] == ["houses", "helped", "members"]
    assert "6 tháng đầu năm 2020: 30" in text


def test_a_unit_with_nothing_below_has_no_total_to_state(ws):
    assert "consolidated" not in text_of(ws, "new-report", "--unit", "xa-3", "--period", YEAR)


def test_what_another_report_of_the_period_gives_is_left_out(ws):
    answers = [f"{PROVINCE_PLAN}#nam"]
    ws.report("huyen-a", YEAR, {"houses": 3}, answers=answers, submitted=f"{YEAR}-11-01")
    text = text_of(ws, "new-report", "--unit", "huyen-a", "--period", YEAR, "--topic", "thieu-nhi")
    report = read_text(text.encode()).tree
    assert [row["indicator"] for row in report["own"]] == ["children", "helped", "members", "raised", "works"]
    assert report["answers"] == [f"{PROVINCE_PLAN}#{name}" for name in ("kem", "long-ghep")]
    assert f"Không ghi vì reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml đã trả lời" in text
    assert f"đã có ở reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml" in text


def test_models_of_the_unit_are_listed_with_their_targets(ws):
    aims = [{"indicator": "houses", "value": 3, "bound": "about"}]
    stages = [{"stage": "carried_out", "date": f"{YEAR}-05-01"}]
    budget = {"value": "600 triệu", "bound": "about"}
    dropped = {"id": "bo", "stages": [{"stage": "dropped", "date": f"{YEAR}-05-01"}]}
    nha = {"id": "nha", "name": "Nhà mới", "targets": aims, "budget": budget, "stages": stages, "owners": ["xa-1"]}
    path = ws.registration("huyen-a", YEAR, nha, dropped)
    report = made(ws, "new-report", "--unit", "huyen-a", "--period", YEAR)
    results = [{"indicator": "houses", "value": None}]
    assert report["models"] == [{"model": f"{path}#nha", "stage": None, "results": results}]
    text = (ws.root / f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml").read_text(encoding="utf-8")
    assert "Nhà mới. Đến nay: thực hiện" in text
    assert "Mục tiêu: khoảng 3" in text
    assert "khoảng 600.000.000 đ" in text
    assert "models" not in read_text(text_of(ws, "new-report", "--unit", "xa-1", "--period", YEAR).encode()).tree
    is_good(ws)


def test_a_period_that_nobody_asks_for_is_said_with_those_that_are_asked(ws):
    result = ws.run("new-report", "--unit", "huyen-a", "--period", f"{YEAR}-Q3")
    assert result.exit_code == 0
    assert f"{YEAR}-H1, {YEAR}, {YEAR}-H2" in result.stderr or f"{YEAR}-H1, {YEAR}-H2, {YEAR}" in result.stderr
    is_good(ws)
    assert "owes" not in ws.run("new-report", "--unit", "tinh", "--period", YEAR).stderr
    assert "answers nothing" in ws.run("new-report", "--unit", "tinh", "--period", 2020).stderr


def test_only_a_plan_or_an_obligation(ws):
    other = ws.plan("tinh", report_due("khac", YEAR, "district", indicators=["works"]), year=YEAR, slug="khac")
    one = read_text(text_of(ws, "new-report", "--unit", "huyen-a", "--period", YEAR, "--plan", other).encode()).tree
    assert (one["answers"], [row["indicator"] for row in one["own"]]) == ([f"{other}#khac"], ["works"])
    two = ("--answers", f"{other}#khac", "--answers", f"{PROVINCE_PLAN}#kem")
    both = read_text(text_of(ws, "new-report", "--unit", "huyen-a", "--period", YEAR, *two).encode()).tree
    assert both["answers"] == [f"{other}#khac", f"{PROVINCE_PLAN}#kem"]


def test_an_obligation_of_others_may_be_answered_but_not_of_another_period(ws):
    result = ws.run("new-report", "--unit", "huyen-a", "--period", YEAR, "--answers", f"{PROVINCE_PLAN}#rieng-b")
    assert result.exit_code == 0
    assert "does not ask this unit" in result.stderr
    is_good(ws)
    named = ("new-report", "--unit", "huyen-a", "--period", YEAR, "--topic", "b", "--answers")
    refused(ws.run(*named, f"{PROVINCE_PLAN}#nua-nam"), "DVK908", f"--period {YEAR}-H1")
    refused(ws.run(*named, f"{PROVINCE_PLAN}#namm"), "DVK907", f"{PROVINCE_PLAN}#nam")
    refused(ws.run(*named, f"{PROVINCE_PLAN}#ke-hoach"), "DVK907")


def test_a_waived_report_is_not_answered(ws):
    spared = report_due("mien", f"{YEAR}-Q1", "district", **{"except": [{"unit": "huyen-a", "reason": "mới lập"}]})
    ws.plan("tinh", spared, year=YEAR, slug="khac")
    text = text_of(ws, "new-report", "--unit", "huyen-a", "--period", f"{YEAR}-Q1")
    assert "Không ghi vì đơn vị được miễn: mới lập" in text
    assert read_text(text.encode()).tree["answers"] is None


# what is said beside a new file

FROM = ("new-plan", "--unit", "huyen-a", "--from")
REGISTER = ("register-model", "--unit", "huyen-a", "--year", YEAR, "--name")
REPORT = ("new-report", "--unit", "huyen-a", "--period")


def another_plan(ws, **fields):
    return ws.plan("tinh", year=YEAR, slug="khac", **fields)


def replaced(ws):
    another_plan(ws, supersedes=[PROVINCE_PLAN])
    return PROVINCE_PLAN


def registered(ws):
    ws.registration("huyen-a", 2020, {"id": "hoa", "name": "Đường hoa"})
    return "Đường hoa"


def answered(ws):
    ws.report("huyen-a", f"{YEAR}-H1", {"houses": 1}, answers=[f"{PROVINCE_PLAN}#nua-nam"])
    return f"{YEAR}-H1"


SAID = {
    "superior_draft": (FROM, lambda ws: another_plan(ws, state="draft")),
    "superior_not_in_force": (FROM, lambda ws: another_plan(ws, state="withdrawn")),
    "superior_replaced": (FROM, replaced),
    "registered_already": (REGISTER, registered),
    "owes_other_periods": (REPORT, lambda _: f"{YEAR}-Q3"),
    "owes_nothing": (REPORT, lambda _: YEAR - 3),
    "plan_asks_nothing": ((*REPORT, YEAR, "--plan"), another_plan),
    "nothing_left": (REPORT, answered),
    "not_asked": ((*REPORT, YEAR, "--answers"), lambda _: f"{PROVINCE_PLAN}#rieng-b"),
}
"""Each remark: a call without its last word, and what makes it so and gives that word."""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", REMARKS)
def test_every_remark_is_said(ws, name, language):
    words, last = SAID[name]
    result = ws.run(*words, last(ws), "--print", "--lang", language)
    assert result.exit_code == 0, result.stderr
    sentence = re.escape(REMARKS[name].to(language))
    assert re.search(re.sub(r"\\{\w+\\}", r"[^{}]+", sentence), result.stderr), result.stderr


@pytest.mark.parametrize("name", REMARKS)
def test_a_remark_says_the_same_in_both_languages(name):
    vi, en = (re.findall(r"\{\w*\}", REMARKS[name].to(language)) for language in ("vi", "en"))
    assert set(vi) == set(en)
    assert "{}" not in vi


# what holds for all three

EACH = {
    "plan": ("new-plan", "--unit", "huyen-a", "--year", YEAR, "--subject", "Việc"),
    "registration": ("register-model", "--unit", "huyen-a", "--year", YEAR, "--name", "A"),
    "report": ("new-report", "--unit", "huyen-a", "--period", YEAR),
}
EVERY = pytest.mark.parametrize("kind", EACH)


@EVERY
def test_a_file_that_is_there_is_never_touched(ws, kind):
    made(ws, *EACH[kind])
    before = {file: file.read_bytes() for file in ws.root.rglob("*.yaml")}
    refused(ws.run(*EACH[kind]), "DVK909")
    assert {file: file.read_bytes() for file in ws.root.rglob("*.yaml")} == before


@EVERY
def test_a_folder_that_leads_elsewhere_is_not_written_to(ws, kind, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    for folder in ("plans/2021/tinh/huyen-a", "registrations", "reports"):
        (ws.root / folder).symlink_to(tmp_path / "elsewhere")
    refused(ws.run(*EACH[kind]), "DVK910", "link")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@EVERY
def test_print_writes_no_file(ws, kind):
    before = set(ws.root.rglob("*"))
    printed = text_of(ws, *EACH[kind])
    assert set(ws.root.rglob("*")) == before
    made(ws, *EACH[kind])
    (new,) = set(ws.root.rglob("*.yaml")) - before
    assert new.read_text(encoding="utf-8") == printed


@EVERY
def test_the_first_line_leads_editors_to_the_schema(ws, kind):
    first = text_of(ws, *EACH[kind]).splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../../../../schemas/{kind}.json"


@EVERY
def test_what_to_do_next_is_said_in_both_languages(ws, kind):
    for language, words in (("vi", "Tiếp theo"), ("en", "Next")):
        result = ws.run(*EACH[kind], "--lang", language)
        assert words in result.stdout
        assert "dvk check" in result.stdout
        assert "dvk render" in result.stdout
        for file in set(ws.root.rglob("*.yaml")):
            if file.name in {"viec.yaml", "a.yaml", f"{YEAR}.yaml"}:
                file.unlink()


@EVERY
def test_in_a_pipe_nothing_is_asked(ws, kind):
    words = [word for word in EACH[kind] if word not in {"--unit", "huyen-a"}]
    refused(ws.run(*words), "DVK919", "--unit")
    needed = {"plan": "--subject", "registration": "--name", "report": "--period"}[kind]
    refused(ws.run(EACH[kind][0], "--unit", "huyen-a"), "DVK919", needed)


@EVERY
def test_help_says_what_is_needed(ws, kind):
    needed = {"plan": "--subject", "registration": "--name", "report": "--period"}[kind]
    for language, words in (("en", "(needed, or asked for"), ("vi", "(cần có, hoặc máy hỏi")):
        shown = " ".join(ws.run(EACH[kind][0], "--help", "--lang", language).stdout.split())
        rows = re.split(r" (?=--[a-z-]+ )", shown)
        said = {row.split()[0] for row in rows if words in row}
        assert said == {"--unit", needed}


@EVERY
def test_no_such_unit(ws, kind):
    words = ["huyen-aa" if word == "huyen-a" else word for word in EACH[kind]]
    refused(ws.run(*words), "DVK907", "huyen-a")


@EVERY
def test_a_unit_that_was_not_open_then(ws, kind):
    words = ["huyen-c" if word == "huyen-a" else word for word in EACH[kind]]
    assert ws.run(*words, "--print").exit_code == 0
    later = [YEAR + 1 if word == YEAR else word for word in words]
    refused(ws.run(*later), "DVK920", "30/06/2021")


def test_a_unit_that_was_not_open_on_the_day_of_issue(ws):
    words = ("new-plan", "--unit", "huyen-c", "--year", YEAR, "--subject", "Việc", "--date")
    assert ws.run(*words, "2021-06-30", "--print").exit_code == 0
    refused(ws.run(*words, "1/7/2021"), "DVK920", "01/07/2021")


@pytest.mark.parametrize("topic", ["h1", "05", "q3", "m1-9", "Nhà ở"])
def test_a_topic_that_would_be_another_period_is_refused(ws, topic):
    refused(ws.run("new-report", "--unit", "huyen-a", "--period", YEAR, "--topic", topic), "DVK908", "--topic")


@pytest.mark.parametrize(
    ("option", "typed", "code"),
    [
        ("--type", "BC", "DVK908"),
        ("--number", "382/KH/TĐTN", "DVK908"),
        ("--date", "4/27/2020", "DVK908"),
        ("--name", "a/b", "DVK908"),
        ("--subject", "", "DVK919"),
    ],
)
def test_what_a_plan_cannot_say(ws, option, typed, code):
    words = ("new-plan", "--unit", "huyen-a", "--year", YEAR)
    refused(ws.run(*words, *(() if option == "--subject" else ("--subject", "V")), option, typed), code)


def test_a_subject_without_a_letter_needs_a_name(ws):
    words = ("new-plan", "--unit", "huyen-a", "--year", YEAR, "--subject", "…")
    refused(ws.run(*words), "DVK919", "--name")
    assert ws.run(*words, "--name", "x").exit_code == 0


def test_a_plan_may_be_named_from_where_one_stands(ws, monkeypatch):
    monkeypatch.chdir(ws.root / "plans")
    assert run(["new-plan", "--unit", "huyen-a", "--from", f"{YEAR}/tinh/ke-hoach.yaml"]) == 0
    assert (ws.root / DISTRICT_PLAN).is_file()


# every key of a document stands in its file


def keys_of(model):
    found = set()
    for name, field in model.model_fields.items():
        if name == "stamps":  # written by steps only, never by hand
            continue
        found.add(field.alias or name)
        for inner in models_in(field.annotation):
            found |= keys_of(inner)
    return found


def models_in(annotation):
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


KEY_IN_A_COMMENT = re.compile(r"^( *)# ( *(?:- )?[a-z_]+:(?: .*)?| *- .*|  ##.*)$")


def in_use(text):
    """Take the sign of a comment away from every line that is a key, an entry of a list, or a heading."""
    return "\n".join(KEY_IN_A_COMMENT.sub(r"\1\2", line) for line in text.splitlines())


@EVERY
def test_every_line_in_a_comment_can_be_put_to_use(ws, kind):
    tree = read_text(in_use(text_of(ws, *EACH[kind])).encode())
    assert tree.mistakes == ()
    document = MODELS[kind].model_validate(tree.tree)
    assert len(document.model_fields_set) > len(MODELS[kind].model_fields) - 4


@EVERY
def test_every_key_of_the_schema_stands_in_the_file(ws, kind):
    text = text_of(ws, *EACH[kind])
    written = set(re.findall(r"[\s#{,-]([a-z_]+):(?=\s)", text))
    assert keys_of(MODELS[kind]) - {"schema_"} - written == set()


# hostile text

HOSTILE = (
    'Tên "Thử": #1\n  state: issued',
    "{{ 7 * 7 }} {% for x in range(10**9) %}{{ x }}{% endfor %}",
    "'; ]} - a: b\r\nunit: khac\n\n  - unit: khac",
    "\u202eđảo\u2066 [2J | > & * ! % @ `",
    "yes",
    "1e5",
    "2021-01-01",
    "# ghi chú",
    "a #b",
    "kết thúc:",
    "- gạch",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_text_never_leaves_its_scalar(ws, words):
    ws.unit("huyen-d", "tinh", level="district", name=words, departments=[{"id": "b", "name": words}])
    ws.unit("xa-d", "huyen-d", name=words)
    aims = [{"indicator": "houses", "kind": "total", "value": 1}, {"indicator": "children", "kind": "own", "value": 1}]
    titled = report_due("nam-d", YEAR, "district", title=words, before=f"{YEAR}-12-01")
    fields = {"subject": words, "programme": words, "targets": aims}
    path = ws.plan("tinh", titled, year=YEAR, slug="du", tasks=[{"level": "district", "task": words}], **fields)
    line = " ".join(words.split())
    plan = made(ws, "new-plan", "--unit", "huyen-d", "--from", path, "--name", "a", "--place", words)
    assert (plan["subject"], plan["programme"], plan["place"]) == (line, line, line)
    assert (plan["state"], plan["unit"], plan["obligations"][0]["title"]) == ("draft", "huyen-d", line)
    models = made(ws, "register-model", "--unit", "huyen-d", "--year", YEAR, "--name", f"a {words}", "--area", words)
    assert (models["models"][0]["name"], models["models"][0]["area"]) == (f"a {line}", line)
    report = made(ws, "new-report", "--unit", "huyen-d", "--period", YEAR)
    assert (report["state"], len(report["own"])) == ("draft", 6)
    is_good(ws)
    for file in ws.root.rglob(f"{YEAR}/tinh/huyen-d/*.yaml"):
        assert not set(file.read_text(encoding="utf-8")) & {"\x07", "\x1b", "\u202e", "\u2066", "\u2028", "\x85"}


@pytest.mark.parametrize("words", ["a\x07\x1b[2Jb", "a\u2028unit: khac\x85b", "a\x00b", "a\ufeffb", "a\ud800b"])
def test_characters_that_no_file_may_hold_are_left_out(ws, words):
    model = ("--name", words, "--area", words)
    tree = made(ws, "register-model", "--unit", "xa-1", "--year", YEAR, *model)
    assert tree["models"][0]["area"].startswith("a ")
    assert tree["models"][0]["area"].endswith("b")
    is_good(ws)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_scalar_is_read_as_it_was_meant(words):
    text = f"key: {scalar(words)}   # {said(words)}\n" + "".join(f"# {part}\n" for part in wrapped(words)) + "last: 1\n"
    tree = read_text(text.encode()).tree
    assert tree is not None
    assert tree["last"] == "1"
    assert list(tree) == ["key", "last"]
    assert tree["key"] == one_line(words)
    assert {mistake.code for mistake in read_text(text.encode()).mistakes} <= {"DVK113"}


@given(st.text(alphabet="0123456789abcdefoxXE_+-.,: #'\"nyNY~", max_size=8))
@settings(max_examples=200, deadline=None)
def test_other_parsers_take_a_scalar_for_a_text(words):
    found = yaml.safe_load(f"key: {scalar(words)}")["key"]
    assert found == " ".join(words.split())


def test_the_types_of_a_plan_are_those_of_its_schema():
    assert set(PLAN_TYPES) == set(get_args(MODELS["plan"].model_fields["type"].annotation))


# the sample workspace


def test_the_sample_workspace(tmp_path):
    for name in ("dvk.yaml", "indicators.yaml", "units", "plans", "registrations", "reports"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    sample = Workspace.__new__(Workspace)
    sample.root = tmp_path
    tra_vinh = "plans/2021/tinh-doan-tra-vinh/dan-van-kheo.yaml"
    kien_giang = "plans/2014/tinh-doan-kien-giang/nghi-quyet-25.yaml"
    for words in (
        ("new-plan", "--unit", "huyen-doan-tieu-can", "--from", tra_vinh),
        ("new-plan", "--unit", "huyen-doan-cang-long", "--from", tra_vinh, "--name", "moi"),
        ("new-plan", "--unit", "huyen-doan-an-minh", "--from", kien_giang, "--year", 2016),
        ("new-plan", "--unit", "huyen-doan-huong-son", "--from", "plans/2020/tinh-doan-ha-tinh/dan-van-kheo.yaml"),
        ("register-model", "--unit", "huyen-doan-duc-tho", "--year", 2020, "--name", "Đường hoa", "--field", "economy"),
        ("new-report", "--unit", "huyen-doan-an-minh", "--period", "2015-H1"),
        ("new-report", "--unit", "doan-xa-my-cam", "--period", "2022"),
        ("new-report", "--unit", "tinh-doan-tra-vinh", "--period", "2021", "--topic", "mo-hinh"),
    ):  # fmt: skip
        made(sample, *words)
    assert [row for row in sample.json("check") if row["severity"] == "error"] == []
    drafts = [row["file"] for row in sample.json("check") if row["code"] != "DVK420"]
    assert [file for file in drafts if "state: draft" in (tmp_path / file).read_text(encoding="utf-8")] == []


# a person at a terminal


class Person:
    """Somebody at a terminal who answers what dvk asks."""

    def __init__(self, ws, *words, language="vi"):
        environment = os.environ | {"PYTHONPATH": str(ROOT), "DVK_LANG": language, "TERM": "dumb"}
        call = ["-m", "dvk", *map(str, words), "--root", str(ws.root)]
        self.terminal = pexpect.spawn(
            sys.executable, call, env=environment, encoding="utf-8", timeout=60, dimensions=(50, 200)
        )

    def reads(self, *words):
        for each in words:
            self.terminal.expect_exact(each)
        return self

    def answers(self, line):
        self.terminal.sendline(line)
        return self

    def leaves(self):
        self.terminal.expect(pexpect.EOF)
        self.terminal.close()
        return self.terminal.exitstatus


def test_a_plan_in_a_dialogue(ws):
    person = Person(ws, "new-plan")
    person.reads("  1  Tỉnh đoàn T (tinh)", "Đơn vị nào ban hành:").answers("huyen đoàn x")
    person.reads("DVK907", "huyen-a").answers("doan a")
    person.reads("  1  2021 Tỉnh đoàn T: Phong trào", "Lập từ kế hoạch nào của cấp trên").answers("1")
    person.reads("Đã tạo", "Tiếp theo")
    assert person.leaves() == 0
    plan = read_text((ws.root / DISTRICT_PLAN).read_bytes()).tree
    assert plan["superior_plan"] == PROVINCE_PLAN


def test_a_plan_of_its_own_in_a_dialogue_in_english(ws):
    person = Person(ws, "new-plan", language="en")
    person.reads("Which unit issues it:").answers("")
    person.reads("Which unit issues it:").answers("2")
    person.reads("(Enter: none):").answers("")
    person.reads("Year or period").answers("2021-H3").reads("DVK908", "2021-H1").answers("2021")
    person.reads("Subject:").answers("  ").reads("Subject:").answers("Việc mới").reads("Movement").answers("")
    person.reads("Plans before").answers("").reads("Models registered").answers("mai")
    person.reads("DVK908").answers(f"27-4-{YEAR}")
    person.reads("Half-year report").answers(f"{YEAR}-Q3=5/10/{YEAR}").reads("DVK908", f"{YEAR}-H1=5/10/{YEAR}")
    person.reads("Half-year report").answers(f"{YEAR}-H1=15/6/{YEAR}")
    person.reads("Yearly report").answers(f"{YEAR}-H1=16/6/{YEAR}").reads("DVK908", f"{YEAR}=16/6/{YEAR}")
    person.reads("Yearly report").answers(f"15/11/{YEAR}")
    person.reads("Made", "Next")
    assert person.leaves() == 0
    plan = read_text((ws.root / f"plans/{YEAR}/tinh/huyen-a/viec-moi.yaml").read_bytes()).tree
    assert [(o["kind"], o["period"], o["before"]) for o in plan["obligations"]] == [
        ("registration", str(YEAR), f"{YEAR}-04-27"),
        ("report", f"{YEAR}-H1", f"{YEAR}-06-15"),
        ("report", str(YEAR), f"{YEAR}-11-15"),
    ]


def test_models_in_a_dialogue(ws):
    person = Person(ws, "register-model", "--year", YEAR)
    person.reads("Đơn vị nào đăng ký:").answers("Đoàn")
    person.reads("Đoàn xã 1", "Đoàn thị trấn 2", "Đơn vị nào đăng ký:").answers("ĐOÀN XÃ 1")
    person.reads("Tên mô hình:").answers("!!!").reads("DVK908").answers("Đường hoa")
    person.reads("Tên mô hình tiếp theo").answers("Nhà sạch").reads("Tên mô hình tiếp theo").answers("")
    person.reads("  1  Kinh tế", "  2  Văn hóa - xã hội", "Lĩnh vực").answers("3").reads("DVK907").answers("2")
    person.reads("Địa bàn").answers("")
    person.reads("Kinh phí dự kiến").answers("3.6 tỷ").reads("DVK908", "3,6 tỷ").answers("khoảng 3,6 tỷ")
    person.reads("Đã tạo")
    assert person.leaves() == 0
    path = ws.root / f"registrations/{YEAR}/tinh/huyen-a/xa-1/duong-hoa.yaml"
    models = read_text(path.read_bytes()).tree["models"]
    assert [(model["id"], model["field"]) for model in models] == [
        ("duong-hoa", "culture-society"),
        ("nha-sach", "culture-society"),
    ]
    assert models[0]["budget"] == {"value": "3600000000", "bound": "about"}


def test_a_report_in_a_dialogue(ws):
    year = date.today().year  # noqa: DTZ011 - a process of its own reads the clock
    ws.plan("tinh", report_due("bao-cao", f"{year}-H1", "district", before=f"{year}-06-15"), year=year)
    person = Person(ws, "new-report")
    person.reads("Đơn vị nào báo cáo:").answers("thanh-b")
    person.reads(f"{year}-H1: bao-cao, hạn cuối 14/06/{year}", "Kỳ báo cáo").answers("nửa năm").reads("DVK908")
    person.answers(f"{year}-H1")
    person.reads("Đã tạo")
    assert person.leaves() == 0
    assert (ws.root / f"reports/{year}/tinh/thanh-b/{year}-H1.yaml").is_file()


@pytest.mark.parametrize("key", ["\x03", "\x04"])
@pytest.mark.parametrize("command", ["new-plan", "register-model", "new-report"])
def test_to_stop_at_a_question_writes_nothing(ws, command, key):
    before = set(ws.root.rglob("*"))
    person = Person(ws, command).reads("Đơn vị nào").answers("2")
    person.reads(": ")
    person.terminal.send(key)
    person.reads("chưa ghi gì")
    assert person.leaves() == 130
    assert set(ws.root.rglob("*")) == before


def test_at_a_terminal_nothing_is_asked_where_nothing_is_missing(ws):
    person = Person(ws, "register-model", "--unit", "xa-1", "--year", YEAR, "--name", "A")
    person.reads("Đã tạo")
    assert person.leaves() == 0


def test_many_units_are_found_by_a_part_of_their_name(ws):
    for number in range(30):
        ws.unit(f"thon-{number}", "xa-1", name=f"Chi đoàn thôn {number}")
    person = Person(ws, "new-report", "--period", YEAR)
    person.reads(" 20  ", "… và 17 nữa", "Đơn vị nào báo cáo:").answers("thôn 2")
    person.reads("  1  Chi đoàn thôn 2", "  2  Chi đoàn thôn 20").answers("2")
    person.reads("Đã tạo")
    assert person.leaves() == 0
    assert (ws.root / f"reports/{YEAR}/tinh/huyen-a/xa-1/thon-20/{YEAR}.yaml").is_file()


# what comes next


@EVERY
def test_what_is_proposed_next_can_be_done(ws, kind):
    result = ws.run(*EACH[kind])
    path, field = re.search(r"dvk set (\S+) --root \S+ (\S+) …", result.stdout).groups()
    value = {"plan": "12-KH/ĐTN", "registration": "Mười hộ thoát nghèo", "report": "3"}[kind]
    assert ws.run("set", path, field.strip('"'), value).exit_code == 0
    assert ws.run("fmt", "--check").exit_code == 0
    assert value in Path(path).read_text(encoding="utf-8")


# odd files


def test_a_plan_above_with_other_line_ends_and_letters(ws):
    file = ws.root / PROVINCE_PLAN
    text = unicodedata.normalize("NFD", file.read_text(encoding="utf-8")).replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    plan = from_province(ws)
    assert plan["programme"] == "Dân vận khéo"
    assert b"\r" not in (ws.root / DISTRICT_PLAN).read_bytes()


def test_a_name_typed_in_parts_of_letters(ws):
    typed = unicodedata.normalize("NFD", "Đường hoà bình")
    tree = made(ws, "register-model", "--unit", "xa-1", "--year", YEAR, "--name", typed)
    assert tree["models"][0]["name"] == "Đường hoà bình"


def test_a_workspace_with_nothing_in_it(tmp_path):
    empty = Workspace(tmp_path / "w")
    empty.settings(fields=[], levels=[], kinds=[])
    empty.unit("don-vi", level="")
    for words in EACH.values():
        made(empty, *("don-vi" if word == "huyen-a" else word for word in words))
    is_good(empty)
    for file in empty.root.rglob(f"*/{YEAR}/*/*.yaml"):
        text = file.read_text(encoding="utf-8")
        assert "commune" not in text
        assert read_text(in_use(text).encode()).mistakes == ()
        assert re.search(r"^ *# .*level:$", text, re.MULTILINE) or "level:" not in text, file
        assert " \n" not in text


def test_a_level_of_an_example_is_the_lowest_of_the_policy(tmp_path):
    odd = Workspace(tmp_path / "w")
    odd.settings(fields=[], kinds=[], levels=[{"id": level, "name": level} for level in ("whole", "ward")])
    odd.unit("don-vi", level="")
    for words in EACH.values():
        text = text_of(odd, *("don-vi" if word == "huyen-a" else word for word in words))
        assert set(re.findall(r"level: (?:\[(.*)\]|(\S.*))$", text, re.MULTILINE)) <= {("ward", ""), ("", "ward")}
        assert "commune" not in text
    days = ("new-plan", "--unit", "don-vi", "--year", YEAR, "--subject", "V", "--report-before", f"{YEAR}-11-05")
    assert read_text(text_of(odd, *days).encode()).tree["obligations"][0]["who"] == {"level": ["ward"]}
