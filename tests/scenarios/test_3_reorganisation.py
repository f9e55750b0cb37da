"""The reorganisation of 1 July 2025: a district ends, two communes merge, one moves to the province."""

from pathlib import Path
from typing import Any

import pytest
from workspace_builder import Answer, Workspace, child, report_due, since

YEAR_AGAINST_OWN_LIFE = "DVK415"
PREDECESSORS_DIFFER = "DVK416"
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
FIRST_HALF = {"d": 1, "a": 10, "b": 5, "e": 2}
SECOND_HALF = {"c": 7, "e": 3}
LAST_YEAR = {"d": 4, "a": 7, "b": 2, "e": 6}


def build(root: Path, *, reorganised: bool = True) -> Workspace:
    """Give the province with its plans and reports of 2024, and of 2025 where it was reorganised."""
    ws = Workspace(root)
    ws.indicator("models_done", "sum", "sum", unit_of_measure="mô hình")
    ws.unit("p", level="province")
    ending = {"to": LAST_DAY} if reorganised else {}
    ws.unit("d", "p", level="district", **ending)
    ws.unit("a", "d", **ending)
    ws.unit("b", "d", **ending)
    moved = [since("d", to=LAST_DAY), since("p", FIRST_DAY)]
    ws.unit("e", moved if reorganised else "d", folder="e")
    plan = ws.plan("p", report_due("nam", 2024, "district", "commune", before="2024-11-15"), year=2024)
    for unit, figure in LAST_YEAR.items():
        ws.report(unit, 2024, {"models_done": figure}, answers=[f"{plan}#nam"], submitted="2024-11-05")
    if reorganised:
        reorganise(ws)
    return ws


def reorganise(ws: Workspace) -> None:
    ws.unit("c", "p", start=FIRST_DAY)
    ws.event("merge", FIRST_DAY, ["a", "b"], ["c"])
    ws.event("move", FIRST_DAY, ["e"])
    ws.event("end", FIRST_DAY, ["d"])
    half = report_due("sau-thang", "2025-H1", "district", "commune", by="2025-07-10")
    year = report_due("nam", 2025, "district", "commune", by="2025-11-14")
    plan = ws.plan("p", half, year, year=2025)
    for unit, figure in FIRST_HALF.items():
        answers = [f"{plan}#sau-thang"]
        ws.report(unit, "2025-H1", {"models_done": figure}, answers=answers, submitted="2025-07-03")
    for unit, figure in SECOND_HALF.items():
        ws.report(unit, "2025-H2", {"models_done": figure}, submitted="2026-01-05")


@pytest.fixture
def province(tmp_path: Path) -> Workspace:
    return build(tmp_path)


def file_year_of_c(ws: Workspace, **fields: Any) -> None:
    answers = ["plans/2025/p/ke-hoach.yaml#nam"]
    ws.report("c", 2025, {"models_done": 20}, answers=answers, submitted="2025-11-10", **fields)


def expected(ws: Workspace, obligation: str) -> list[str]:
    listed = ws.deadlines(2025, "2025-12-31", obligation)
    return sorted(entry["unit"] for entry in listed if entry["state"] != "unexpected")


def total(row: Answer, unit: str) -> tuple[int, bool]:
    below = child(row, unit)
    return below["value"], below["ended"]


def test_3_rollup_of_p_2025(province):
    row = province.row("p", "models_done", 2025)

    assert row["value"] == 28
    assert (row["n"], row["N"]) == (5, 5)
    assert {below["unit"]: below["value"] for below in row["children"]} == {"c": 22, "e": 5, "d": 1}
    assert total(row, "d") == (1, True)
    assert total(row, "e") == (5, False)
    c = child(row, "c")
    assert (c["own"], total(c, "a"), total(c, "b")) == (7, (10, True), (5, True))
    assert province.run("check").exit_code == 0


def test_3_year_report_of_c_without_covers_predecessors(province):
    file_year_of_c(province)

    found = province.finding(YEAR_AGAINST_OWN_LIFE)

    assert found["severity"] == "error"
    assert found["file"] == "reports/2025/p/c/2025.yaml"
    assert {"20", "7"} <= set(found["args"].values())
    row = province.row("p", "models_done", 2025)
    assert row["value"] == 28
    assert child(row, "c")["value"] == 22


def test_3_year_report_of_c_with_covers_predecessors(province):
    file_year_of_c(province, covers_predecessors=True)

    found = province.finding(PREDECESSORS_DIFFER)

    assert {"20", "22"} <= set(found["args"].values())
    row = province.row("p", "models_done", 2025)
    assert row["value"] == 26
    assert child(row, "c")["value"] == 20


def test_3_rollup_of_p_2024_unchanged_by_the_events(tmp_path):
    before = build(tmp_path / "before", reorganised=False)
    after = build(tmp_path / "after")

    question = ("rollup", "--year", 2024, "--unit", "p", "--depth", 9)

    assert after.json(*question) == before.json(*question)
    assert after.row("p", "models_done", 2024)["value"] == sum(LAST_YEAR.values())


def test_3_expected_for_the_first_half(province):
    assert expected(province, "sau-thang") == ["a", "b", "d", "e"]
    assert {entry["due"] for entry in province.deadlines(2025, "2025-12-31", "sau-thang")} == {"2025-07-10"}


def test_3_expected_for_the_year(province):
    assert expected(province, "nam") == ["c", "e"]
    assert {entry["due"] for entry in province.deadlines(2025, "2025-12-31", "nam")} == {"2025-11-14"}


def test_3_unit_ended_before_the_reference_day(province):
    province.unit("x", "p", to="2025-05-31")
    province.event("end", "2025-06-01", ["x"])
    answers = ["plans/2025/p/ke-hoach.yaml#sau-thang"]
    province.report("x", "2025-H1", {"models_done": 4}, answers=answers, submitted="2025-05-30")

    states = {entry["unit"]: entry["state"] for entry in province.deadlines(2025, "2025-12-31", "sau-thang")}
    assert states == {"a": "on_time", "b": "on_time", "d": "on_time", "e": "on_time", "x": "unexpected"}
    rates = province.run("deadlines", "--year", 2025, "--on", "2025-12-31").stdout
    assert "N 4 · filed 4 · on time 4 · late 0 · missing 0 · waived 0" in rates
    row = province.row("p", "models_done", 2025)
    assert row["value"] == 32
    assert (row["n"], row["N"]) == (5, 5)
    assert total(row, "x") == (4, True)


def test_3_last_year_of_e_and_of_c(province):
    row = province.row("p", "models_done", 2025)

    e, c = child(row, "e"), child(row, "c")

    assert (e["last_year"], e["last_year_basis"]) == (6, "same")
    assert (c["last_year"], c["last_year_basis"]) == (LAST_YEAR["a"] + LAST_YEAR["b"], "predecessors")
