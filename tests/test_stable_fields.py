"""The identity of a finding, its code and field: the same when an entry is put above, and one that leads to a line."""

import pytest
from workspace_builder import Workspace

MODEL = "registrations/2021/tinh-doan/huyen-doan-song-dao/dang-ky-mo-hinh-dan-van-kheo.yaml#khong-co"


@pytest.fixture
def ws(tmp_path):
    """A province and a commune, and a plan by which the commune has to register its models."""
    ws = Workspace(tmp_path)
    ws.unit("p", level="province")
    ws.unit("a", "p")
    ws.indicator("houses", "sum", "sum")
    ask = {"id": "dk", "kind": "registration", "who": {"units": ["a"]}, "period": 2021, "by": "2021-04-20"}
    ws.plan("p", ask, year=2021)
    return ws


def who(**meant):
    return {"who": {"level": ["commune"], **meant}}


def obligation(name, **more):
    return {"id": name, "kind": "report", **who(), "period": "2021-H1", "by": "2021-06-10"} | more


ENTRIES = {
    "models": [
        {"model": MODEL, "field": "sai"},
        {"name": "Vườn rau: xanh, sạch", "stage": "recognised"},
        {"model": MODEL, "stage": "recognised"},
    ],
    "exemplars": [
        {"id": "x", "type": "collective", "name": "X", "level": "sai", "model": MODEL},
        {"id": "x", "type": "collective", "name": "Y", "field": "sai", "replicated_from": MODEL},
    ],
    "own": [{"indicator": "khong-co", "value": 1}, {"indicator": "khong-co", "value": 2}],
    "obligations": [
        obligation("nop", indicators=["khong-co"], channel={"department": "sai"}),
        obligation("nop", who={"level": ["sai"], "units": ["sai"]}, **{"except": [{"unit": "sai", "reason": "mới"}]}),
    ],
    "targets": [
        {"indicator": "houses", "kind": "each", "value": 1, "who": {"level": ["sai"]}},
        {"indicator": "houses", "kind": "each", "value": 2, "who": {"kind": ["sai"]}},
    ],
    "tasks": [{"department": "sai", "task": "Một"}, {"department": "sai", "task": "Hai"}],
    "units": [
        {"id": "b", "line": "youth-union", "level": "sai", "name": "B", "parent": "khong-co"},
        {"id": "b", "line": "sai", "level": "commune", "name": "B", "parent": "p"},
    ],
    "events": [
        {"kind": "move", "date": "2021-01-01", "from": ["khong-co"], "decision": "1-QĐ/TĐ"},
        {"kind": "merge", "date": "2021-01-01", "from": ["a"], "into": ["khong-co"], "decision": "2-QĐ/TĐ"},
    ],
}
"""Lists with mistakes in every entry, some of them with two entries of one name."""

ABOVE = {
    "models": {"name": "Chợ phiên"},
    "exemplars": {"id": "m", "type": "collective", "name": "M"},
    "own": {"indicator": "houses", "value": 3},
    "obligations": obligation("khac"),
    "targets": {"indicator": "doan-vien", "kind": "total", "value": 1},
    "tasks": {"level": "commune", "task": "Không"},
    "units": {"id": "c", "line": "youth-union", "level": "commune", "name": "C", "parent": "p"},
    "events": {"kind": "rename", "date": "2021-02-01", "from": ["a"], "decision": "3-QĐ/TĐ"},
}


def write(ws, key, entries):
    if key in {"units", "events"}:
        ws.write("units/more.yaml", {"schema": "units/v1", key: entries})
    elif key in {"obligations", "targets", "tasks"}:
        ws.plan("p", year=2021, slug="sai", **{key: entries})
    else:
        text = {"schema": "report/v1", "revision": 1, "state": "submitted", "unit": "a", "period": 2021}
        ws.write("reports/2021/p/a/2021.yaml", text | {key: entries})


def found(ws):
    return [row for row in ws.json("check") if row["code"] != "DVK434"]


def identities(rows):
    return {(row["file"], row["code"], row["field"]) for row in rows}


@pytest.mark.parametrize("key", ENTRIES)
def test_a_finding_is_the_same_when_an_entry_is_put_above(ws, key):
    write(ws, key, ENTRIES[key])
    before = found(ws)
    write(ws, key, [ABOVE[key], *ENTRIES[key]])
    after = found(ws)
    assert len(identities(before)) >= 2
    assert identities(before) <= identities(after)
    assert not any(f"{key}[0]" in row["field"] or f"{key}[1]" in row["field"] for row in before)


@pytest.mark.parametrize("key", ENTRIES)
def test_two_of_one_name_are_found_at_their_own_lines(ws, key):
    write(ws, key, ENTRIES[key])
    rows = [row for row in found(ws) if row["field"].startswith(key)]
    assert all(row["line"] and row["column"] > 1 for row in rows)
    lines = {row["field"].partition("]")[0]: row["line"] for row in rows}
    assert len(set(lines.values())) == len(lines) == len(ENTRIES[key])
