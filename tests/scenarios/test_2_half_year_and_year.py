"""One unit that reports halves, quarters and the year: a flow (``sessions``) and a stock (``kept``)."""

import pytest
from workspace_builder import NULL_REASON, Answer, Workspace, report_due

PLAN = "plans/2014/p/ke-hoach.yaml"


@pytest.fixture
def unit(ws: Workspace) -> Workspace:
    ws.unit("p", level="province")
    ws.unit("u", "p", level="district")
    ws.indicator("sessions", "sum", "sum", unit_of_measure="cuộc")
    ws.indicator("kept", "last", "sum", unit_of_measure="mô hình")
    half = report_due("sau-thang", "2014-H1", "district", before="2014-05-15")
    year = report_due("nam", 2014, "district", before="2014-11-15")
    ws.plan("p", half, year, year=2014, indicators=["sessions", "kept"])
    return ws


def file_half(ws: Workspace, sessions: int, **kept: int) -> str:
    return ws.report("u", "2014-H1", {"sessions": sessions, **kept}, answers=[f"{PLAN}#sau-thang"])


def file_year(ws: Workspace, **figures: int | None) -> str:
    return ws.report("u", 2014, figures, answers=[f"{PLAN}#nam"])


def coverage(row: Answer) -> tuple[object, ...]:
    return row["value"], row["state"], row["n"], row["N"]


def test_2a_year_figure_stands(unit):
    file_half(unit, 10, kept=4)
    file_year(unit, sessions=25, kept=6)

    assert coverage(unit.row("u", "sessions", 2014)) == (25, "whole", 1, 1)
    assert coverage(unit.row("u", "kept", 2014)) == (6, "whole", 1, 1)


def test_2b_stock_absent_from_the_year(unit):
    file_half(unit, 10, kept=4)
    file_year(unit, sessions=25)

    assert coverage(unit.row("u", "sessions", 2014)) == (25, "whole", 1, 1)
    kept = unit.row("u", "kept", 2014)
    assert coverage(kept) == (4, "partial", 0, 1)
    assert kept["partial"] == ["u"]
    assert kept["missing_months"] == [{"unit": "u", "months": "H2"}]


def test_2c_first_half_only(unit):
    file_half(unit, 10, kept=4)

    for indicator, value in (("sessions", 10), ("kept", 4)):
        row = unit.row("u", indicator, 2014)
        assert coverage(row) == (value, "partial", 0, 1)
        assert row["partial"] == ["u"]
        assert row["missing"] == []
        assert row["missing_months"] == [{"unit": "u", "months": "H2"}]


def test_2d_nine_months_and_a_quarter(unit):
    half = file_half(unit, 10)
    nine = unit.report("u", "2014-M1-9", {"sessions": 18})
    quarter = unit.report("u", "2014-Q4", {"sessions": 7})

    assert coverage(unit.row("u", "sessions", 2014)) == (25, "whole", 1, 1)
    why = unit.json("why", "u", "sessions", "--year", 2014)
    assert why["value"] == 25
    assert {(row["file"], row["value"]) for row in why["addends"]} == {(nine, 18), (quarter, 7)}
    assert [(row["file"], row["value"], row["period"]) for row in why["set_aside"]] == [(half, 10, "2014-H1")]


def test_2e_year_null_with_reason(unit):
    file_half(unit, 10)
    file_year(unit, sessions=None)

    row = unit.row("u", "sessions", 2014)

    assert coverage(row) == (None, "null", 0, 1)
    assert row["basis"] == "null"
    assert row["null"] == [{"unit": "u", "reason": NULL_REASON}]
    assert (row["partial"], row["missing"]) == ([], [])


def test_2f_zero_is_a_figure(unit):
    file_half(unit, 10)
    unit.report("u", "2014-H2", {"sessions": 0})

    row = unit.row("u", "sessions", 2014)

    assert coverage(row) == (10, "whole", 1, 1)
    assert row["missing_months"] == []
