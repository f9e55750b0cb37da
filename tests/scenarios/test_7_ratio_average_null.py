"""Ratios that are recomputed, averages that go up as sum and count, and what a null is."""

import pytest
from workspace_builder import NULL_REASON, Answer, Workspace, child, report_due

PLAN = "plans/2021/p/ke-hoach.yaml"


@pytest.fixture
def province(ws: Workspace) -> Workspace:
    ws.unit("p", level="province")
    return ws


def ask(ws: Workspace, *units: str, parent: str = "p") -> None:
    """Add communes and ask each for its year report."""
    ws.units(*units, parent=parent)
    ws.plan("p", report_due("nam", 2021, "commune", before="2021-11-05"), year=2021)


def file(ws: Workspace, unit: str, **figures: int | None) -> None:
    ws.report(unit, 2021, figures, answers=[f"{PLAN}#nam"], submitted="2021-11-02")


def ratio_of(ws: Workspace) -> Answer:
    return ws.row("p", "rate", 2021)


@pytest.fixture
def rates(province: Workspace) -> Workspace:
    province.indicator("kept", "sum", "sum")
    province.indicator("members", "sum", "sum")
    province.ratio("rate", "kept", "members")
    return province


def test_7_ratio_of_those_that_give_both_parts(rates):
    ask(rates, "a", "b", "c", "d")
    file(rates, "a", kept=30, members=100)
    file(rates, "b", kept=20)
    file(rates, "c", kept=0, members=50)
    file(rates, "d", kept=None, members=40)

    row = ratio_of(rates)

    assert row["value"] == 20
    assert row["ratio"] == {"numerator": 30, "denominator": 150}
    assert (row["n"], row["N"]) == (2, 4)
    assert row["no_denominator"] == ["b"]
    assert [null["unit"] for null in row["null"]] == ["d"]


def test_7_ratio_without_a_denominator(rates):
    ask(rates, "b")
    file(rates, "b", kept=20)

    row = ratio_of(rates)

    assert (row["value"], row["n"], row["N"]) == (None, 0, 1)
    assert row["no_denominator"] == ["b"]
    assert "no denominator: B" in rates.run("rollup", "--year", 2021, "--indicator", "rate").stdout


def test_7_ratio_over_zero(rates):
    ask(rates, "a")
    file(rates, "a", kept=3, members=0)

    row = ratio_of(rates)

    assert (row["value"], row["n"], row["N"]) == (None, 0, 1)
    assert row["zero_denominator"] == ["a"]
    assert "denominator 0: A" in rates.run("rollup", "--year", 2021, "--indicator", "rate").stdout


def test_7_average_goes_up_as_sum_and_count(province):
    province.indicator("score", "last", "average", type="decimal", unit_of_measure="điểm")
    province.units("d1", "d2", parent="p", level="district")
    province.units("c1", "c2", parent="d1")
    ask(province, "c3", parent="d2")
    for unit, score in (("c1", 80), ("c2", 90), ("c3", 50)):
        file(province, unit, score=score)

    row = province.row("p", "score", 2021)

    assert row["value"] == pytest.approx(220 / 3, abs=1e-6)
    assert (row["n"], row["N"]) == (3, 3)
    assert child(row, "d1")["value"] == 85
    assert child(row, "d2")["value"] == 50
    assert "73.33" in province.run("rollup", "--year", 2021, "--indicator", "score").stdout


def test_7_average_over_time_is_weighted_by_months(province):
    province.indicator("score", "average", "average", type="decimal", unit_of_measure="điểm")
    ask(province, "a")
    for period, score in (("2021-H1", 10), ("2021-Q3", 20), ("2021-Q4", 40)):
        province.report("a", period, {"score": score})

    row = province.row("a", "score", 2021)

    assert (row["value"], row["state"], row["n"], row["N"]) == (20, "whole", 1, 1)


def test_7_sum_with_null_and_missing(province):
    province.indicator("houses", "sum", "sum")
    ask(province, "a", "b", "c", "d")
    file(province, "a", houses=5)
    file(province, "b", houses=0)
    file(province, "c", houses=None)
    file(province, "d")

    row = province.row("p", "houses", 2021)

    assert (row["value"], row["n"], row["N"]) == (5, 2, 4)
    assert row["null"] == [{"unit": "c", "reason": NULL_REASON}]
    assert row["missing"] == ["d"]


def test_7_sum_of_nulls_is_null(province):
    province.indicator("houses", "sum", "sum")
    ask(province, "a", "b")
    file(province, "a", houses=None)
    file(province, "b", houses=None)

    row = province.row("p", "houses", 2021)

    assert (row["value"], row["basis"], row["n"], row["N"]) == (None, "null", 0, 2)
    assert [null["unit"] for null in row["null"]] == ["a", "b"]


def test_7_stock_with_the_second_half_missing(province):
    province.indicator("kept", "last", "sum", unit_of_measure="mô hình")
    ask(province, "a", "b")
    province.report("a", "2021-H1", {"kept": 100})
    province.report("a", "2021-H2", {"kept": 110})
    province.report("b", "2021-H1", {"kept": 50})

    row = province.row("p", "kept", 2021)

    assert (row["value"], row["n"], row["N"]) == (160, 1, 2)
    assert row["partial"] == ["b"]
    assert row["missing_months"] == [{"unit": "b", "months": "H2"}]
