"""Text as people type it: read, or refused with the right remedy; in a file, by ``set``, and as an option."""

import unicodedata

import pytest
from repositories import new_repository
from workspace_builder import Workspace, report_due

YEAR = 2021
PLAN = f"plans/{YEAR}/tinh/ke-hoach.yaml"
REGISTRATION = f"registrations/{YEAR}/tinh/huyen-doan-cang-long/dang-ky.yaml"
REPORT = f"reports/{YEAR}/tinh/huyen-doan-cang-long/{YEAR}.yaml"


@pytest.fixture
def ws(tmp_path):
    workspace = Workspace(new_repository(tmp_path / "w"))
    workspace.unit("tinh", level="province", name="Tỉnh đoàn Trà Vinh")
    workspace.unit("huyen-doan-cang-long", "tinh", level="district", name="Huyện đoàn Càng Long")
    workspace.indicator("houses", "sum", "sum")
    workspace.indicator("money", "sum", "sum", type="money", unit_of_measure="đồng")
    workspace.plan("tinh", report_due("nam", YEAR, "district", before=f"{YEAR}-11-05"), year=YEAR)
    aim = {"indicator": "houses", "value": 3}
    budget = {"value": "600 triệu", "bound": "about"}
    model = {"id": "nha", "name": "Nhà Nhân ái", "targets": [aim], "budget": budget}
    workspace.registration("huyen-doan-cang-long", YEAR, model)
    figures, done = {"houses": 3, "money": 5}, [{"model": f"{REGISTRATION}#nha"}]
    sent = {"answers": [f"{PLAN}#nam"], "submitted": f"{YEAR}-11-01"}
    workspace.report("huyen-doan-cang-long", YEAR, figures, models=done, **sent)
    return workspace


HOUSES, MONEY = "own[indicator=houses].value", "own[indicator=money].value"
READ = [
    ("three thousand with a space", REPORT, HOUSES, "3 000", "houses", 3000),
    ("three thousand with a narrow space", REPORT, HOUSES, "3\u202f000", "houses", 3000),
    ("three thousand with a dot", REPORT, HOUSES, "3.000", "houses", 3000),
    ("a small count with a zero", REPORT, HOUSES, "04", "houses", 4),
    ("money in words and numbers", REPORT, MONEY, "3,6 tỷ đồng", "money", 3_600_000_000),
    ("money in NFD", REPORT, MONEY, unicodedata.normalize("NFD", "600 triệu"), "money", 600_000_000),
    ("money in groups", REPORT, MONEY, "45.500.000 đ", "money", 45_500_000),
]
REFUSED = [
    ("three point six", REPORT, HOUSES, "3.6", "DVK204", ("3", "4", "3600", "3.600")),
    ("English thousands", REPORT, HOUSES, "3,000", "DVK204", ("3000", "3.000")),
    ("a unit of measure", REPORT, HOUSES, "3 căn", "DVK204", ("3",)),
    ("about", REPORT, HOUSES, "khoảng 90", "DVK204", ("90",)),
    ("about, without accents", REPORT, HOUSES, "khoang 90", "DVK204", ("90",)),
    ("about, of money", REGISTRATION, "models[id=nha].budget.value", "khoảng 600 triệu", "DVK206", ("600 triệu",)),
    ("money without accents", REPORT, MONEY, "600 trieu", "DVK206", ("600 triệu",)),
    ("two amounts", REPORT, MONEY, "3 tỷ 600 triệu", "DVK206", ("3.600.000.000",)),
    ("a day that is none", REPORT, "submitted", "30/2/2021", "DVK208", ("28/2/2021",)),
    ("the month first", REPORT, "submitted", "4/27/2021", "DVK208", ("2021-04-27", "27/4/2021")),
    ("a year of two digits", REPORT, "submitted", "27/4/21", "DVK208", ("27/4/2021",)),
    ("before, in the value", PLAN, "obligations[id=nam].before", "trước ngày 27/4/2021", "DVK208", ("27/4/2021",)),
    ("a day without accents", REPORT, "submitted", "ngay 27 thang 4 nam 2021", "DVK208", ("27 tháng 4 năm 2021",)),
]


def value_of(ws, indicator):
    row = ws.json("rollup", "--year", YEAR, "--unit", "huyen-doan-cang-long", "--indicator", indicator)[0]
    return row["indicators"][0]["value"]


@pytest.mark.parametrize("case", READ, ids=lambda case: case[0])
def test_it_is_read(ws, case):
    _, file, field, typed, indicator, value = case
    assert ws.run("set", file, field, typed).exit_code == 0
    assert value_of(ws, indicator) == value
    assert ws.run("check").exit_code == 0
    assert ws.run("fmt", "--check").exit_code == 0


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case[0])
def test_it_is_refused_with_what_to_type(ws, case):
    _, file, field, typed, code, clear = case
    before = (ws.root / file).read_bytes()
    done = ws.run("set", file, field, typed)
    assert done.exit_code == 1
    assert code in done.stdout
    assert " or ".join(clear) in done.stdout
    assert (ws.root / file).read_bytes() == before
    for spelling in clear:
        assert ws.run("set", file, field, spelling).exit_code == 0, spelling


@pytest.mark.parametrize("typed", ["27-4-2021", "27/4/2021", "27.04.2021", "2021-04-27", "ngày 27 tháng 4 năm 2021"])
def test_a_day_is_the_same_however_it_is_typed(ws, typed):
    assert ws.run("set", REPORT, "submitted", typed).exit_code == 0
    matrix = ws.json("deadlines", "--year", YEAR, "--on", f"{YEAR}-12-31")
    assert [line["received"] for line in matrix if line["kind"] == "report"] == ["2021-04-27"]


@pytest.mark.parametrize("typed", ["Huyen doan Cang Long", "HUYỆN ĐOÀN CÀNG LONG", "huyen-doan-cang-lon", "Càng Long"])
def test_a_unit_by_its_name_is_answered_with_its_id(ws, typed):
    done = ws.run("rollup", "--year", YEAR, "--unit", typed)
    assert done.exit_code == 2
    assert "huyen-doan-cang-long" in done.stderr


def test_text_in_parts_of_letters_is_read_and_noted(ws):
    file = ws.root / REGISTRATION
    file.write_text(unicodedata.normalize("NFD", file.read_text(encoding="utf-8")), encoding="utf-8")
    assert [(row["code"], row["severity"]) for row in ws.json("check")] == [("DVK112", "note")]
    assert ws.run("fmt").exit_code == 0
    assert ws.json("check") == []


def test_a_field_without_accents_is_answered_with_the_right_one(ws):
    assert ws.run("set", REGISTRATION, "models[id=nha].field", "van-hoa-xa-hoi").exit_code == 0
    found = ws.json("check")
    assert [row["code"] for row in found] == ["DVK427"]
