"""When a report was received, by a real git history: due on 2026-11-14, locked from 2026-12-01 on."""

import csv
from collections import Counter
from io import StringIO
from typing import Any

import pytest
from workspace_builder import Answer, Workspace, report_due

PLAN = "plans/2026/p/ke-hoach.yaml"
UNITS = tuple(f"u{number}" for number in range(1, 10))
ASKED_ON = "2026-12-15"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    ws = Workspace(tmp_path_factory.mktemp("received"))
    ws.settings(adoption_date="2026-01-01")
    ws.unit("p", level="province")
    ws.units(*UNITS, parent="p", level="district")
    ws.indicator("houses", "sum", "sum")
    ws.plan("p", obligation(), year=2026)
    ws.git_init()
    ws.commit("2026-01-05T08:00:00+07:00")
    file_up_to_the_due_day(ws)
    file_after_the_due_day(ws)
    return ws


def obligation() -> Answer:
    reason = "địa bàn bị bão"
    return report_due(
        "nam",
        2026,
        "district",
        by="2026-11-14",
        lock="2026-11-30",
        unlocks=[{"units": ["u3"], "unlocked_until": "2026-12-10", "reason": reason}],
        **{"except": [{"unit": "u5", "reason": reason}]},
    )


def file_up_to_the_due_day(ws: Workspace) -> None:
    file(ws, "u6", 6)
    ws.commit("2026-11-10T09:00:00+07:00")
    file(ws, "u7", None)
    file(ws, "u8", 0)
    ws.commit("2026-11-12T09:00:00+07:00")
    merge(ws, "u1", 1, "2026-11-14T16:59:59Z")


def file_after_the_due_day(ws: Workspace) -> None:
    merge(ws, "u2", 2, "2026-11-14T17:00:00Z")
    ws.write("README.md", "Kho báo cáo\n")
    ws.commit("2026-11-16T10:00:00+07:00")
    file(ws, "u9", 9, submitted="2026-11-10")
    ws.commit(author_date="2026-11-10T10:00:00+07:00", committer_date="2026-11-10T10:00:00+07:00")
    returned = {"by": "p", "date": "2026-11-20", "reason": "thiếu phụ lục", "resubmit_by": "2026-11-27"}
    file(ws, "u6", 6, state="returned", returns=[returned])
    ws.commit("2026-11-20T10:00:00+07:00")
    again = returned | {"resubmitted": "2026-11-25"}
    file(ws, "u6", 6, revision=2, returns=[again])
    ws.commit("2026-11-25T10:00:00+07:00")
    file(ws, "u3", 3)
    file(ws, "u4", 4)
    ws.commit("2026-12-05T10:00:00+07:00")


def file(ws: Workspace, unit: str, houses: int | None, **fields: Any) -> None:
    """File the year report; without a figure every value is absent."""
    own = {} if houses is None else {"houses": houses}
    ws.report(unit, 2026, own, answers=[f"{PLAN}#nam"], **fields)


def merge(ws: Workspace, unit: str, houses: int, date: str) -> None:
    """File by a merge into main of a branch whose own commit is older."""
    ws.branch(unit)
    file(ws, unit, houses, submitted="2026-11-13")
    ws.commit("2026-11-13T10:00:00+07:00")
    ws.merge(unit, date)


@pytest.fixture(scope="module")
def filings(history: Workspace) -> dict[str, Answer]:
    return {entry["unit"]: entry for entry in history.deadlines(2026, ASKED_ON)}


def known(entry: Answer) -> tuple[str, str, str]:
    return entry["state"], entry["received"], entry["evidence"]


def test_6_u1_merged_in_the_last_second(filings):
    assert known(filings["u1"]) == ("on_time", "2026-11-14T23:59:59+07:00", "git")
    assert (filings["u1"]["due"], filings["u1"]["lock"]) == ("2026-11-14", "2026-11-30")


def test_6_u2_merged_a_second_later(filings):
    assert known(filings["u2"]) == ("late", "2026-11-15T00:00:00+07:00", "git")


def test_6_u3_unlocked(filings):
    assert known(filings["u3"]) == ("late_by_exception", "2026-12-05T10:00:00+07:00", "git")


def test_6_u4_refused_after_the_lock(filings):
    assert filings["u4"]["state"] == "refused"


def test_6_u5_waived(filings):
    assert filings["u5"]["state"] == "waived"


def test_6_u6_returned_and_come_again(filings):
    assert known(filings["u6"]) == ("on_time", "2026-11-10T09:00:00+07:00", "git")
    assert filings["u6"]["received_again"].startswith("2026-11-25")
    assert {filings[unit]["received_again"] for unit in UNITS if unit != "u6"} == {None}


def test_6_u7_every_value_absent(filings):
    assert filings["u7"]["state"] == "empty"


def test_6_u8_every_value_zero(filings):
    assert known(filings["u8"]) == ("on_time", "2026-11-12T09:00:00+07:00", "git")


def test_6_u9_backdated_committer_date(filings):
    assert known(filings["u9"]) == ("late", "2026-11-16T10:00:00+07:00", "git")


@pytest.mark.parametrize("form", ["table", "md"])
def test_6_rates(history, form):
    printed = history.run("deadlines", "--year", 2026, "--on", ASKED_ON, "--format", form).stdout

    assert "N 8 · filed 6 · on time 3 · late 3 · missing 2 · waived 1" in printed


def test_6_states_in_csv(history):
    printed = history.run("deadlines", "--year", 2026, "--on", ASKED_ON, "--format", "csv").stdout

    states = Counter(row["state"] for row in csv.DictReader(StringIO(printed)))
    assert states == {"on_time": 3, "late": 2, "late_by_exception": 1, "refused": 1, "empty": 1, "waived": 1}


def test_6_u3_is_counted_and_u4_is_not_added(history):
    row = history.row("p", "houses", 2026)

    assert row["value"] == sum((1, 2, 3, 6, 0, 9))
    assert (row["n"], row["N"]) == (6, 8)
    assert sorted(row["missing"]) == ["u4", "u7"]


def test_6_due_before_the_adoption_is_known_by_its_declared_day(ws):
    ws.settings(adoption_date="2026-01-01")
    ws.unit("p", level="province")
    ws.unit("u1", "p", level="district")
    ws.indicator("houses", "sum", "sum")
    path = ws.plan("p", report_due("nam", 2020, "district", before="2020-11-05"), year=2020)
    ws.report("u1", 2020, {"houses": 1}, answers=[f"{path}#nam"], submitted="2020-11-02")
    ws.git_init()
    ws.commit("2026-12-01T10:00:00+07:00")

    (entry,) = ws.deadlines(2020, ASKED_ON)

    assert entry["due"] == "2020-11-04"
    assert known(entry) == ("on_time", "2020-11-02", "declared")
