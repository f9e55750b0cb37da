"""From an empty folder to printed reports through the command line alone: two levels of plans, editing only figures."""

from pathlib import Path

import pytest
from docx import Document
from test_docs import called

from dvk.__main__ import run

YEAR = 2021
UNITS = {
    "tinh": ("province", None, "Tỉnh đoàn Núi Xanh"),
    "huyen-a": ("district", "tinh", "Huyện đoàn Sông Đào"),
    "huyen-b": ("district", "tinh", "Huyện đoàn Đồi Chè"),
    "xa-1": ("commune", "huyen-a", "Đoàn xã Một"),
    "xa-2": ("commune", "huyen-a", "Đoàn xã Hai"),
}
FIGURES = {"xa-1": (3, 40), "xa-2": (4, 0), "huyen-a": (1, 10), "huyen-b": (5, 25)}
INDICATORS = ("ho-duoc-giup", "cuoc-tuyen-truyen")
SUBJECT = 'Thực hiện phong trào "Dân vận khéo"'


@pytest.fixture
def dvk(tmp_path, monkeypatch, capsys):
    """Call dvk in an empty folder; it has to end well."""
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code, output = called([str(word) for word in words], capsys)
        assert code == 0, f"{words}\n{output}"
        return output

    return call


def folder(unit):
    above = UNITS[unit][1]
    return f"{folder(above)}/{unit}" if above else unit


def plan_of(unit):
    return f"plans/{YEAR}/{folder(unit)}/dan-van-kheo.yaml"


def declare_units(dvk):
    lines = ["schema: units/v1", "units:"]
    for unit, (level, above, name) in UNITS.items():
        lines += [f"  - id: {unit}", "    line: youth-union", f"    level: {level}", f"    name: {name}"]
        lines += [f"    parent: {above}"] if above else []
    Path("units/to-chuc.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    dvk("check", "--strict")


def issue_plans(dvk):
    head = ("--year", YEAR, "--date", f"{YEAR}-01-15", "--number", "05-KH/TĐTN", "--place", "Núi Xanh")
    days = ("--register-before", f"28/4/{YEAR}", "--report-before", f"16/11/{YEAR}")
    dvk("new-plan", "--unit", "tinh", "--subject", SUBJECT, "--programme", "Dân vận khéo", *head, *days)
    target = f"targets[indicator={INDICATORS[0]}]"
    dvk("set", plan_of("tinh"), f"{target}.kind", "total", f"{target}.value", 16, "signatory.name", "Người Ký")
    dvk("set", plan_of("tinh"), "state", "issued")
    day = ("--date", f"{YEAR}-02-16", "--number", "03-KH/ĐTN")
    dvk("new-plan", "--unit", "huyen-a", "--from", plan_of("tinh"), *day, "--report-before", f"2/11/{YEAR}")
    registration = "obligations[id=dang-ky-mo-hinh].before"
    dvk("set", plan_of("huyen-a"), registration, f"21/4/{YEAR}", "signatory.name", "Người Ký", "state", "issued")


def register_and_report(dvk):
    for unit in ("huyen-a", "huyen-b", "xa-1", "xa-2"):
        dvk("register-model", "--unit", unit, "--year", YEAR, "--name", f"Mô hình của {unit}", "--field", "economy")
        path = f"registrations/{YEAR}/{folder(unit)}/mo-hinh-cua-{unit}.yaml"
        dvk("set", path, "submitted", f"{YEAR}-04-19", "state", "submitted")
        dvk("new-report", "--unit", unit, "--period", YEAR)
        report = f"reports/{YEAR}/{folder(unit)}/{YEAR}.yaml"
        figures = zip(INDICATORS, FIGURES[unit], strict=True)
        pairs = [word for name, value in figures for word in (f"own[indicator={name}].value", value)]
        rest = [f"own[indicator={name}].value" for name in ("luot-nguoi", "kinh-phi-huy-dong", "mo-hinh-duy-tri")]
        zeros = [word for field in rest for word in (field, 0)]
        dvk("set", report, *pairs, *zeros, "models[0].stage", "carried_out")
        dvk("set", report, "submitted", f"{YEAR}-11-01", "state", "submitted")


def text_of(path):
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\u00a0", " ")


def test_two_levels_of_plans_are_carried_out_reported_added_up_and_printed(dvk):
    dvk("init", "--unit", UNITS["tinh"][2])
    declare_units(dvk)
    issue_plans(dvk)
    register_and_report(dvk)
    assert dvk("check", "--strict").startswith("0 lỗi, 0 cảnh báo, 0 lưu ý")

    matrix = dvk("deadlines", "--year", YEAR, "--on", f"{YEAR}-12-31")
    assert matrix.count("đúng hạn 2") == 4  # registration and report, of two districts and of two communes
    assert "chưa nộp 0" in matrix

    total = sum(houses for houses, _ in FIGURES.values())
    shown = dvk("rollup", "--year", YEAR, "--indicator", INDICATORS[0])
    assert f"{total}" in shown
    assert "4/4" in shown

    for number, words in enumerate(
        (
            [plan_of("tinh")],
            [plan_of("huyen-a")],
            [f"registrations/{YEAR}/tinh/huyen-a/mo-hinh-cua-huyen-a.yaml"],
            [f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml"],
            ["--rollup", "tinh", "--year", YEAR],
        )
    ):
        dvk("render", *words, "-o", f"{number}.docx")
    assert "05-KH/TĐTN ngày 15/01/2021" in text_of("1.docx")
    assert "Mô hình của huyen-a" in text_of("2.docx")
    assert f"{total}" in text_of("4.docx")


def test_without_a_terminal_every_question_is_an_option(dvk, capsys):
    dvk("init", "--unit", "Tỉnh đoàn")
    for words in (["new-plan"], ["register-model"], ["new-report"]):
        assert run(words) == 2
        assert "--unit" in capsys.readouterr().err
