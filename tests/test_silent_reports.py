"""DVK434: a report that does not say what it answers, through the real command line."""

import pytest
from workspace_builder import Workspace, report_due

PLAN = "plans/2021/p/ke-hoach.yaml"


@pytest.fixture
def ws(tmp_path):
    """A province that asks its two communes for a report of the year and one of the first half."""
    ws = Workspace(tmp_path)
    ws.unit("p", level="province")
    ws.units("a", "b", parent="p")
    ws.indicator("houses", "sum", "sum")
    asks(ws)
    return ws


def asks(ws, **fields):
    year = report_due("nam", 2021, "commune", by="2021-12-10") | fields
    return ws.plan("p", year, report_due("nua-nam", "2021-H1", "commune", by="2021-06-10"), year=2021)


def files(ws):
    return [row["file"] for row in ws.findings("DVK434")]


def test_a_report_without_answers_is_told_what_to_write(ws):
    path = ws.report("a", 2021, {"houses": 1})
    found = ws.finding("DVK434")
    assert (found["severity"], found["file"], found["field"]) == ("warning", path, "period")
    assert found["args"] == {"period": "2021", "references": f"{PLAN}#nam"}
    assert f"answers: [{PLAN}#nam]" in found["remedy"]
    assert ws.run("check").exit_code == 0


def test_what_is_proposed_is_what_the_plan_waits_for(ws):
    path = ws.report("a", 2021, {"houses": 1}, submitted="2021-12-01")
    assert {row["state"] for row in deadlines(ws)} == {"overdue"}
    (reference,) = ws.finding("DVK434")["args"]["references"].split(", ")
    assert ws.run("set", path, "answers[+]", reference).exit_code == 0
    assert files(ws) == []
    assert {row["state"] for row in deadlines(ws)} == {"on_time"}


def deadlines(ws):
    rows = ws.json("deadlines", "--year", 2021, "--on", "2022-01-10", "--unit", "a")
    return [row for row in rows if row["obligation"] == "nam" and row["unit"] == "a"]


def test_all_that_is_asked_is_named(ws):
    ws.plan("p", report_due("chuyen-de", 2021, "commune", by="2021-11-10"), year=2021, slug="rieng")
    ws.report("a", 2021, {"houses": 1})
    assert ws.finding("DVK434")["args"]["references"] == f"{PLAN}#nam, plans/2021/p/rieng.yaml#chuyen-de"
    ws.report("a", 2021, {}, topic="chuyen-de", answers=["plans/2021/p/rieng.yaml#chuyen-de"])
    assert ws.finding("DVK434")["args"]["references"] == f"{PLAN}#nam"


@pytest.mark.parametrize("state", ["draft", "returned", "approved"])
def test_a_draft_is_named_too(ws, state):
    ws.report("a", 2021, {"houses": 1}, state=state)
    assert len(files(ws)) == 1


@pytest.mark.parametrize(
    ("unit", "period", "fields"),
    [
        ("a", 2021, {"state": "withdrawn"}),
        ("a", 2021, {"answers": [f"{PLAN}#nam"]}),
        ("a", "2021-Q3", {}),
        ("a", 2020, {}),
        ("p", 2021, {}),
    ],
)
def test_who_is_not_asked_need_not_say_anything(ws, unit, period, fields):
    ws.report(unit, period, {"houses": 1}, **fields)
    assert files(ws) == []


@pytest.mark.parametrize(("state", "named"), [("submitted", False), ("draft", False), ("withdrawn", True)])
def test_another_file_of_the_unit_answers(ws, state, named):
    path = ws.report("a", 2021, {"houses": 1})
    ws.report("a", 2021, {}, topic="chinh", state=state, answers=[f"{PLAN}#nam"])
    assert files(ws) == [path] * named


def test_the_file_of_another_unit_or_another_period_is_no_answer(ws):
    asks(ws, every_year=True, period="year", by="10-12")
    path = ws.report("a", 2021, {"houses": 1})
    ws.report("b", 2021, {"houses": 1}, answers=[f"{PLAN}#nam"])
    ws.report("a", 2022, {"houses": 1}, answers=[f"{PLAN}#nam"])
    assert files(ws) == [path]


def test_a_unit_that_is_exempt_need_not_answer(ws):
    asks(ws, **{"except": [{"unit": "a", "reason": "mới thành lập"}]})
    ws.report("a", 2021, {"houses": 1})
    path = ws.report("b", 2021, {"houses": 1})
    assert files(ws) == [path]


def test_a_file_that_cannot_be_read_may_be_the_answer(ws):
    ws.report("a", 2021, {"houses": 1})
    ws.write("reports/2021/p/a/2021-chinh.yaml", "schema: [\n")
    assert files(ws) == []


def test_an_obligation_that_cannot_be_answered_is_not_proposed(ws):
    """Two of one id: a reference leads to the first."""
    first = {"id": "nam", "kind": "registration", "who": {"level": ["commune"]}, "period": 2021, "by": "2021-04-20"}
    ws.plan("p", first, report_due("nam", 2021, "commune", by="2021-12-10"), year=2021)
    ws.report("a", 2021, {"houses": 1})
    assert files(ws) == []
