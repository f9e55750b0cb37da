"""Targets of each unit, of a total and per unit, allocations, budgets, the embedded report."""

from typing import Any

import pytest
from workspace_builder import Answer, Workspace, child, report_due

ALLOCATED_DIFFERS = "DVK421"
NOT_A_COUNT = "DVK204"
OLD = tuple(f"c{number}" for number in range(1, 11))
MERGED = {"m1": OLD[:3], "m2": OLD[3:6], "m3": OLD[6:8], "m4": OLD[8:]}
FIRST_DAY = "2025-07-01"


@pytest.fixture
def province(ws: Workspace) -> Workspace:
    ws.unit("p", level="province")
    return ws


def ask(ws: Workspace, year: int, level: str, *targets: Answer) -> str:
    due = report_due("nam", year, level, before=f"{year}-11-15")
    return ws.plan("p", due, year=year, targets=list(targets))


def file(ws: Workspace, plan: str, year: int, indicator: str, **figures: int) -> None:
    for unit, figure in figures.items():
        answers = [f"{plan}#nam"]
        ws.report(unit, year, {indicator: figure}, answers=answers, submitted=f"{year}-11-10")


def each(indicator: str, level: str, value: int, **fields: Any) -> Answer:
    return {"indicator": indicator, "kind": "each", "value": value, "who": {"level": [level]}} | fields


def only_target(row: Answer) -> Answer:
    (target,) = row["targets"]
    return dict(target)


def test_8_each_commune_at_least_one(province):
    province.indicator("households", "sum", "sum", unit_of_measure="hộ")
    province.units("c1", "c2", "c3", "c4", parent="p")
    plan = ask(province, 2021, "commune", each("households", "commune", 1))
    file(province, plan, 2021, "households", c1=50, c2=0, c3=1, c4=0)

    row = province.row("p", "households", 2021)

    target = only_target(row)
    assert (target["kind"], target["reached"], target["of"]) == ("each", 2, 4)
    assert row["value"] == 51
    assert (row["attainment"], target["attainment"]) == (None, None)


def test_8_each_unit_one_to_two_models(province):
    province.indicator("pilots", "sum", "sum", unit_of_measure="mô hình")
    province.units("d0", "d1", "d2", "d3", parent="p", level="district")
    plan = ask(province, 2021, "district", each("pilots", "district", 1, upper=2))
    file(province, plan, 2021, "pilots", d0=0, d1=1, d2=2, d3=3)

    target = only_target(province.row("p", "pilots", 2021))

    assert (target["value"], target["upper"]) == (1, 2)
    assert (target["reached"], target["of"]) == (3, 4)


def total(value: int) -> Answer:
    return {"indicator": "houses", "kind": "total", "value": value, "bound": "at_least"}


@pytest.fixture
def allocation(province: Workspace) -> tuple[Workspace, str]:
    """A province that wants 90 houses; give its plan too."""
    province.indicator("houses", "sum", "sum")
    province.units("d1", "d2", parent="p", level="district")
    return province, ask(province, 2021, "district", total(90))


def test_8_target_of_the_province_is_not_divided(allocation):
    ws, plan = allocation
    for unit in ("d1", "d2"):
        ws.plan(unit, year=2021, superior_plan=plan)

    row = ws.row("p", "houses", 2021)

    assert row["target"] == 90
    assert [child(row, unit)["target"] for unit in ("d1", "d2")] == [None, None]
    assert [child(row, unit)["targets"] for unit in ("d1", "d2")] == [[], []]


def test_8_allocated_22_of_90(allocation):
    ws, plan = allocation
    for unit, value in (("d1", 10), ("d2", 12)):
        ws.plan(unit, year=2021, superior_plan=plan, targets=[total(value)])

    row = ws.row("p", "houses", 2021)
    found = ws.finding(ALLOCATED_DIFFERS)

    assert row["target"] == 90
    assert [child(row, unit)["target"] for unit in ("d1", "d2")] == [10, 12]
    assert (found["severity"], found["file"]) == ("note", plan)
    assert {"22", "90"} <= set(found["args"].values())
    assert ws.run("check").exit_code == 0


def merge_communes(ws: Workspace) -> None:
    """Ten communes of which four are made on 1 July 2025."""
    for unit in OLD:
        ws.unit(unit, "p", to="2025-06-30")
    for unit, sources in MERGED.items():
        ws.unit(unit, "p", start=FIRST_DAY)
        ws.event("merge", FIRST_DAY, sources, [unit])


def test_8_per_commune_at_issue(province):
    province.indicator("trees", "sum", "sum", unit_of_measure="cây")
    merge_communes(province)
    who = {"level": ["commune"]}
    ask(province, 2025, "commune", {"indicator": "trees", "kind": "per", "value": 5, "who": who})

    row = province.row("p", "trees", 2025)

    assert row["target"] == 50
    assert [child(row, unit)["target"] for unit in MERGED] == [15, 15, 10, 10]


def test_8_each_commune_after_the_merge(province):
    province.indicator("trees", "sum", "sum", unit_of_measure="cây")
    merge_communes(province)
    plan = ask(province, 2025, "commune", each("trees", "commune", 1))
    file(province, plan, 2025, "trees", m1=2, m2=0, m3=1, m4=1)

    target = only_target(province.row("p", "trees", 2025))

    assert (target["reached"], target["of"]) == (3, 4)


def test_8_a_budget_is_not_a_target(province):
    province.unit("d1", "p", level="district")
    province.indicator("houses", "sum", "sum")
    plan = ask(province, 2021, "district")
    budget = {"value": "600 triệu", "bound": "about"}
    path = province.registration("d1", 2021, {"id": "m1", "budget": budget})
    spent = [{"model": f"{path}#m1", "spent": "720.000.000 đ"}]
    province.report("d1", 2021, {}, models=spent, answers=[f"{plan}#nam"], submitted="2021-11-10")

    (model,) = province.models("p", 2021)["list"]

    assert (model["budget"], model["budget_bound"], model["spent"]) == (600_000_000, "about", 720_000_000)
    assert model["targets"] == []
    assert "120" not in province.run("rollup", "--year", 2021, "--unit", "p").stdout


def test_8_embedded_report_with_an_undated_carrier(province):
    province.indicator("houses", "sum", "sum")
    districts = tuple(f"d{number}" for number in range(1, 10))
    province.units(*districts, parent="p", level="district")
    carrier = province.plan("p", report_due("nam", 2021, "district", indicators=["houses"]), year=2021, slug="bao-cao")
    embedded = report_due("dan-van", 2021, "district", embedded_in=f"{carrier}#nam", indicators=["houses"])
    plan = province.plan("p", embedded, year=2021)
    both = [f"{carrier}#nam", f"{plan}#dan-van"]
    for unit in districts[:7]:
        province.report(unit, 2021, {"houses": 1}, answers=both, submitted="2021-12-20")
    province.report("d8", 2021, {}, answers=both[:1], submitted="2021-12-20")

    states = {entry["unit"]: entry["state"] for entry in province.deadlines(2021, "2022-06-30", "dan-van")}
    assert states == dict.fromkeys(districts[:7], "filed") | {"d8": "open", "d9": "open"}
    assert {entry["due"] for entry in province.deadlines(2021, "2022-06-30", "dan-van")} == {None}
    row = province.row("p", "houses", 2021)
    assert (row["value"], row["n"], row["N"]) == (7, 7, 9)
    assert row["missing"] == ["d8", "d9"]


def test_8_english_thousands_are_refused(province):
    province.unit("d1", "p", level="district")
    province.indicator("children", "sum", "sum", unit_of_measure="em")
    plan = ask(province, 2021, "district")
    own = {"children": "3,000"}
    path = province.report("d1", 2021, own, answers=[f"{plan}#nam"], submitted="2021-11-10")

    found = province.finding(NOT_A_COUNT)

    assert (found["severity"], found["file"]) == ("error", path)
    assert found["field"] == "own[indicator=children].value"
    assert "3000" in found["remedy"]
    assert "3.000" in found["remedy"]
    assert (province.root / path).read_text(encoding="utf-8").splitlines()[found["line"] - 1].strip() == (
        "value: 3,000"
    )
    assert province.run("check").exit_code == 1
