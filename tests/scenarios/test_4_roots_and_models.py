"""Two lines with two roots, and models with owners in several units."""

import pytest
from workspace_builder import Answer, Workspace, report_due

RESULT_NOT_BY_LEAD = "DVK417"
FUNNEL = ("registered", "carried_out", "recognised", "typical", "rewarded", "dropped")
LEAD_FILE = "registrations/2021/y/y1/dang-ky.yaml"
RAISED = 50_000_000


@pytest.fixture
def two_roots(ws: Workspace) -> Workspace:
    ws.unit("y", level="province")
    ws.units("y1", "y2", parent="y", level="district")
    ws.unit("f", level="province", line="front")
    ws.unit("f1", "f", level="district", line="front")
    ws.indicator("raised", "sum", "sum", type="money", unit_of_measure="đồng")
    year = report_due("nam", 2021, "district", before="2021-12-01")
    plan = ws.plan("y", year, year=2021)
    ws.plan("f", year, year=2021)
    m1 = {"id": "m1", "owners": ["y2"], "stages": [{"stage": "rewarded", "date": "2021-11-18"}]}
    m2 = {"id": "m2", "owners": ["f1"], "stages": [{"stage": "carried_out", "date": "2021-06-01"}]}
    ws.registration("y1", 2021, m1, m2)
    dropped = {"stage": "dropped", "date": "2021-09-01", "reason": "không bố trí được kinh phí"}
    ws.registration("y2", 2021, {"id": "m3", "stages": [dropped]})
    results = [{"model": f"{LEAD_FILE}#m1", "results": [{"indicator": "raised", "value": "50.000.000 đ"}]}]
    own = {"raised": "50.000.000 đ"}
    ws.report("y1", 2021, own, models=results, answers=[f"{plan}#nam"], submitted="2021-11-20")
    return ws


def funnel(models: Answer) -> tuple[int, ...]:
    return tuple(models[stage] for stage in FUNNEL)


def raised(ws: Workspace, unit: str) -> Answer:
    return ws.row(unit, "raised", 2021)


def all_roots(ws: Workspace, indicator: str) -> Answer:
    why: Answer = ws.json("why", "all", indicator, "--year", 2021)
    return why


def overlaps(why: Answer) -> list[tuple[str, int]]:
    return [(overlap["model"], overlap["value"]) for overlap in why["overlaps"]]


def addends(why: Answer) -> list[tuple[str, int]]:
    return [(addend["unit"], addend["value"]) for addend in why["addends"]]


def test_4_y1(two_roots):
    assert funnel(two_roots.models("y1", 2021)) == (2, 2, 1, 1, 1, 0)
    assert raised(two_roots, "y1")["value"] == RAISED


def test_4_y2_absent_is_not_zero(two_roots):
    assert funnel(two_roots.models("y2", 2021)) == (2, 1, 1, 1, 1, 1)
    row = raised(two_roots, "y2")
    assert (row["value"], row["basis"], row["missing"]) == (None, None, ["y2"])


def test_4_y_counts_a_shared_model_once(two_roots):
    models = two_roots.models("y", 2021)

    assert funnel(models) == (3, 2, 1, 1, 1, 1)
    assert {below["unit"]: below["registered"] for below in models["children"]} == {"y1": 2, "y2": 2}
    assert raised(two_roots, "y")["value"] == RAISED
    why = two_roots.json("why", "y", "models.registered", "--year", 2021)
    assert why["value"] == 3
    assert addends(why) == [("y1", 2), ("y2", 2)]
    assert overlaps(why) == [(f"{LEAD_FILE}#m1", -1)]


def test_4_f(two_roots):
    assert funnel(two_roots.models("f", 2021)) == (1, 1, 0, 0, 0, 0)
    row = raised(two_roots, "f")
    assert (row["value"], row["basis"]) == (None, None)


def test_4_all_roots(two_roots):
    assert [root["unit"] for root in two_roots.json("rollup", "--year", 2021)] == ["y", "f"]
    counts = [all_roots(two_roots, f"models.{stage}")["value"] for stage in FUNNEL]
    assert counts == [3, 2, 1, 1, 1, 1]
    why = all_roots(two_roots, "models.registered")
    assert addends(why) == [("y", 3), ("f", 1)]
    assert overlaps(why) == [(f"{LEAD_FILE}#m2", -1)]
    assert all_roots(two_roots, "raised")["value"] == RAISED


def test_4_all_roots_end_the_table(two_roots):
    last = two_roots.run("rollup", "--year", 2021).stdout.strip().splitlines()[-1]

    assert "all roots" in last.lower()
    assert "registered 3 · carried out 2 · recognised 1 · typical 1 · rewarded 1 · dropped 1" in last


def test_4_a_co_owner_reports_the_same_money(two_roots):
    results = [{"model": f"{LEAD_FILE}#m1", "results": [{"indicator": "raised", "value": "50.000.000 đ"}]}]
    path = two_roots.report("y2", 2021, {}, models=results, submitted="2021-11-20")

    found = two_roots.finding(RESULT_NOT_BY_LEAD)

    assert (found["severity"], found["file"]) == ("error", path)
    assert two_roots.run("check").exit_code == 1
    assert raised(two_roots, "y")["value"] == RAISED
    assert all_roots(two_roots, "raised")["value"] == RAISED


def test_4_m4_of_several_years(two_roots):
    m1 = {"id": "m1", "owners": ["y2"], "stages": [{"stage": "rewarded", "date": "2021-11-18"}]}
    two_roots.registration("y1", 2021, m1, {"id": "m4", "years": "2021-2025"})

    of_m4 = {year: two_roots.models("y1", year) for year in range(2022, 2027)}

    first = two_roots.models("y1", 2021)
    assert (first["registered"], first["new"], first["kept_up"]) == (2, 2, 0)
    for year in range(2022, 2026):
        assert (of_m4[year]["registered"], of_m4[year]["new"], of_m4[year]["kept_up"]) == (1, 0, 1)
    assert of_m4[2026]["registered"] == 0
