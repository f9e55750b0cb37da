"""A district with its own figure and a consolidated one, above five communes."""

import re
from typing import Any

import pytest
from workspace_builder import NULL_REASON, Workspace, child, report_due, words

COMMUNES = ("c1", "c2", "c3", "c4", "c5")
STATED_BELOW_FILED = "DVK413"
STATED_DIFFERS = "DVK412"


@pytest.fixture
def district(ws: Workspace) -> Workspace:
    ws.unit("p", level="province")
    ws.unit("d", "p", level="district")
    ws.units(*COMMUNES, parent="d")
    ws.indicator("houses", "sum", "sum")
    return ws


def ask(ws: Workspace, *levels: str) -> None:
    """Let the province ask the units of these levels for their houses of 2021."""
    ws.plan("p", report_due("nam", 2021, *levels, before="2021-11-05"), year=2021, indicators=["houses"])


def file(ws: Workspace, unit: str, own: int | None = None, *, null: bool = False, **fields: Any) -> None:
    figures = {"houses": own} if own is not None or null else None
    answers = ["plans/2021/p/ke-hoach.yaml#nam"]
    ws.report(unit, 2021, figures, answers=answers, submitted="2021-11-02", **fields)


def file_communes(ws: Workspace, *figures: int) -> None:
    for unit, figure in zip(COMMUNES, figures, strict=False):
        file(ws, unit, figure)


def test_1a_no_plan_asks_the_communes(district):
    ask(district, "district")
    file(district, "d", 2, consolidated={"houses": 12})

    row = district.row("d", "houses", 2021)

    assert (row["value"], row["basis"]) == (12, "stated")
    assert (row["n"], row["N"]) == (1, 1)
    assert (row["own"], row["stated"]) == (2, 12)
    assert (row["missing"], row["stated_only"], row["partial"], row["null"]) == ([], [], [], [])
    assert district.row("p", "houses", 2021)["value"] == 12


def test_1b_five_communes_two_filed(district):
    ask(district, "district", "commune")
    file_communes(district, 3, 4)
    file(district, "d", 2, consolidated={"houses": 12})

    row = district.row("d", "houses", 2021)

    assert (row["value"], row["basis"]) == (12, "stated")
    assert (row["n"], row["N"]) == (3, 6)
    assert sorted(row["stated_only"]) == ["c3", "c4", "c5"]
    assert row["missing"] == []
    assert row["computed"] == 9
    assert [child(row, unit)["value"] for unit in COMMUNES] == [3, 4, None, None, None]
    assert district.row("p", "houses", 2021)["value"] == 12
    assert district.run("check").exit_code == 0


def test_1c_stated_below_what_was_filed(district):
    ask(district, "district", "commune")
    file_communes(district, 3, 4)
    file(district, "d", 2, consolidated={"houses": 8})

    row = district.row("d", "houses", 2021)

    assert (row["value"], row["basis"]) == (9, "computed")
    assert (row["n"], row["N"]) == (3, 6)
    assert sorted(row["missing"]) == ["c3", "c4", "c5"]
    assert row["stated_only"] == []
    assert row["stated"] == 8
    found = district.finding(STATED_BELOW_FILED)
    assert found["severity"] == "error"
    assert found["file"] == "reports/2021/p/d/2021.yaml"
    assert found["field"].startswith("consolidated[indicator=houses]")
    assert district.run("check").exit_code == 1


def test_1d_computed_where_all_communes_gave_it(district):
    ask(district, "district", "commune")
    file_communes(district, 3, 4, 1, 0, 2)
    file(district, "d", 2, consolidated={"houses": 15})

    row = district.row("d", "houses", 2021)

    assert (row["value"], row["basis"]) == (12, "computed")
    assert (row["n"], row["N"]) == (6, 6)
    found = district.finding(STATED_DIFFERS)
    assert found["args"]["difference"] == "3"
    assert set(COMMUNES) <= set(re.findall(r"\w+", words(found).lower()))


def test_1e_own_not_given(district):
    ask(district, "district", "commune")
    file_communes(district, 3, 4, 1, 0, 2)
    file(district, "d", consolidated={"houses": 12})

    row = district.row("d", "houses", 2021)

    assert (row["value"], row["basis"]) == (12, "stated")
    assert (row["n"], row["N"]) == (5, 6)
    assert row["stated_only"] == ["d"]
    assert row["missing"] == []
    assert row["own"] is None
    assert row["remainder"] == 2


def test_1f_one_commune_null_with_reason(district):
    ask(district, "district", "commune")
    file_communes(district, 3, 4)
    file(district, "c3", null=True)
    file(district, "c4", 1)
    file(district, "c5", 2)
    file(district, "d", 2, consolidated={"houses": 15})

    row = district.row("d", "houses", 2021)

    assert (row["value"], row["basis"]) == (15, "stated")
    assert (row["n"], row["N"]) == (5, 6)
    assert row["null"] == [{"unit": "c3", "reason": NULL_REASON}]
    assert (row["missing"], row["stated_only"]) == ([], [])
