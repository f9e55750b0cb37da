"""As known then beside as known now, and every movement against two roll-ups and plain sums."""

import random
import re

import pytest
from test_docs import ROOT, documented, keys_in
from workspace_builder import Workspace, report_due

COMMUNES = ("xa-1", "xa-2", "xa-3", "xa-4")
YEARS = (2020, 2021)
INDICATORS = {"houses": "sum", "score": "average", "top": "max", "note": "none", "poor": "sum"}


def organised(root):
    root.mkdir()
    made = Workspace(root)
    made.git_init()
    made.unit("tinh", level="province")
    made.units("huyen-a", "huyen-b", parent="tinh", level="district")
    made.units(*COMMUNES[:2], parent="huyen-a")
    made.units(*COMMUNES[2:], parent="huyen-b")
    for name, over_units in INDICATORS.items():
        made.indicator(name, "sum" if over_units == "sum" else "last", over_units)
    made.ratio("rate", "poor", "houses")
    return made


@pytest.fixture(scope="module")
def restated(tmp_path_factory):
    """One commune restated, one came later, one was taken back."""
    made = organised(tmp_path_factory.mktemp("against") / "w")
    plan = made.plan("tinh", report_due("bao-cao", 2021, "commune", by="2021-11-04"), year=2021)
    answers = {"answers": [f"{plan}#bao-cao"]}
    made.report("xa-1", "2021-H1", {"houses": 5}, submitted="2021-07-01", **answers)
    made.report("xa-3", 2021, {"houses": 7}, submitted="2021-11-01", **answers)
    made.commit("2021-11-02T10:00:00+07:00")
    made.report("xa-1", "2021-H1", {"houses": 6}, submitted="2021-07-01", **answers)
    made.report("xa-2", 2021, {"houses": 20}, submitted="2021-11-08", **answers)
    made.commit("2021-11-10T10:00:00+07:00")
    made.report("xa-3", 2021, {"houses": 7}, submitted="2021-11-01", state="withdrawn", **answers)
    return made


def rows(answer):
    """Give unit → row of the one indicator asked for."""
    found, waiting = {}, [row for root in answer for row in root["rows"]]
    for row in waiting:
        found[row["unit"]] = row
        waiting += row["children"]
    return found


def test_then_and_now_stand_beside_each_other_with_the_reasons(restated):
    words = ("rollup", "--year", 2021, "--indicator", "houses")
    found = rows(restated.json(*words, "--at", "2021-11-03", "--against", "now"))
    assert {unit: (row["then"]["value"], row["now"]["value"], row["why"]) for unit, row in found.items()} == {
        "tinh": (12, 26, ["filed_later", "restated", "taken_back"]),
        "huyen-a": (5, 26, ["filed_later", "restated"]),
        "xa-1": (5, 6, ["restated"]),
        "xa-2": (None, 20, ["filed_later"]),
        "huyen-b": (7, None, ["taken_back"]),
        "xa-3": (7, None, ["taken_back"]),
        "xa-4": (None, None, []),
    }
    assert found["tinh"]["change"] == 14
    changed = {(row["unit"], row["period"]): (row["then"], row["now"]) for row in found["xa-1"]["changed"]}
    assert changed == {("xa-1", "2021-H1"): (5, 6)}


def test_two_revisions_and_the_last_commit(restated):
    words = ("rollup", "--year", 2021, "--indicator", "houses")
    assert rows(restated.json(*words, "--at", "main~1", "--against", "main"))["tinh"]["why"] == [
        "filed_later",
        "restated",
    ]
    since_commit = rows(restated.json(*words, "--against", "now"))
    assert since_commit["tinh"]["why"] == ["taken_back"]
    assert rows(restated.json(*words, "--against", "main")) == since_commit


def test_people_see_what_was_restated(restated):
    words = ("rollup", "--year", 2021, "--indicator", "houses", "--depth", 2, "--lang", "vi")
    told = restated.run(*words, "--at", "2021-11-03", "--against", "2021-11-11").stdout
    lines = [line.split() for line in told.splitlines()]
    assert ["XA-1", "5", "6", "+1", "*", "0/1", "sửa", "số", "đã", "báo:", "XA-1", "5", "→", "6", "(2021-H1)"] in lines
    assert ["XA-2", "–", "20", "–", "0/1", "→", "1/1", "nộp", "sau"] in lines
    assert "* có số đã báo được sửa lại" in told
    assert "chỉ tiêu" in told
    taken = restated.run(*words, "--against", "now").stdout
    assert "rút, bỏ hoặc trả lại: XA-3 7 → – (2021)" in taken
    assert re.search(r"XA-3 +7 +–.* rút, bỏ hoặc trả lại$", taken, re.MULTILINE)
    assert "Không con số nào khác." in restated.run(*words, "--at", "main", "--against", "main").stdout


def test_what_does_not_move_has_no_reason(tmp_path):
    made = organised(tmp_path / "w")
    made.plan("tinh", report_due("bao-cao", 2021, "commune", indicators=["houses"]), year=2021)
    gone = made.report("xa-1", 2021, {"houses": 5, "poor": None})
    made.report("xa-2", 2021, {"poor": 3})
    made.commit("2021-11-02T10:00:00+07:00")
    (made.root / gone).unlink()
    answer = made.json("rollup", "--year", 2021, "--against", "main")
    why = {(row["unit"], name): row["why"] for name in ("houses", "poor") for row in of(answer, name)}
    assert (why["tinh", "houses"], why["tinh", "poor"]) == (["taken_back"], [])


def test_the_matrix_then_and_now(restated):
    words = ("deadlines", "--year", 2021)
    answer = restated.json(*words, "--at", "2021-11-03", "--against", "now")
    states = {row["unit"]: (row["then"]["state"], row["now"]["state"]) for row in answer if row["moves"]}
    unfiled = ("due_soon", "overdue")  # a half-year report does not answer for the year
    assert states == {"xa-1": unfiled, "xa-2": ("due_soon", "late"), "xa-3": ("on_time", "overdue"), "xa-4": unfiled}
    on_one_day = restated.json(*words, "--at", "2021-11-03", "--against", "now", "--on", "2021-11-30")
    assert {row["unit"] for row in on_one_day if row["moves"]} == {"xa-2", "xa-3"}
    told = restated.run(*words, "--against", "2021-11-03", "--state", "late", "--lang", "vi").stdout
    assert "XA-2" in told
    assert "XA-3" not in told


def test_a_unit_that_moves_and_a_catalogue_that_counts_otherwise_are_reasons(tmp_path):
    made = organised(tmp_path / "w")
    made.report("xa-3", 2021, {"houses": 7, "score": 3})
    made.report("xa-4", 2021, {"score": 5})
    made.commit("2021-11-02T10:00:00+07:00")
    units = (made.root / "units/units.yaml").read_text(encoding="utf-8")
    made.write("units/units.yaml", units.replace("parent: huyen-b", "parent: huyen-a\n  folder: tinh/huyen-b/xa-3", 1))
    catalogue = (made.root / "indicators.yaml").read_text(encoding="utf-8")
    made.write("indicators.yaml", catalogue.replace("over_units: average", "over_units: max"))
    answer = made.json("rollup", "--year", 2021, "--against", "main")
    why = {(row["unit"], name): row["why"] for name in ("houses", "score") for row in of(answer, name)}
    assert why["huyen-a", "houses"] == why["huyen-b", "houses"] == ["tree"]
    assert why["tinh", "houses"] == why["xa-3", "houses"] == []
    assert why["tinh", "score"] == ["catalogue"]


def of(answer, name):
    waiting = [row for root in answer for row in root["rows"] if row["id"] == name]
    for row in waiting:
        yield row
        waiting += row["children"]


# --- every movement against two roll-ups ---


def rolled_up(made, revision):
    """Give (year, unit, indicator) → value, basis, n, N of a revision."""
    found = {}
    for year in YEARS:
        for root in made.json("rollup", "--year", year, "--at", revision):
            waiting = list(root["indicators"])
            for row in waiting:
                found[year, row["unit"], row["id"]] = tuple(row[key] for key in ("value", "basis", "n", "N"))
                waiting += row["children"]
            for row in ({"unit": root["unit"]} | root["models"], *root["models"]["children"]):
                counts = {key: value for key, value in row.items() if isinstance(value, int)}
                found |= {(year, row["unit"], f"models.{key}"): (value,) for key, value in counts.items()}
    return found


def filed(made, chance):
    """Write one random document, or take one away, and say what it gives for houses."""
    unit, year = chance.choice(COMMUNES), chance.choice(YEARS)
    if chance.random() < 0.2:
        owners = chance.sample(COMMUNES, 2)
        made.registration(unit, year, {"id": "m1", "owners": [unit, *(o for o in owners if o != unit)]})
        return
    own = {name: chance.choice([None, *range(10)]) for name in INDICATORS if chance.random() < 0.7}
    if chance.random() < 0.15:
        made.report("huyen-a", year, {"houses": 0}, consolidated={"houses": chance.randrange(60)})
    period = chance.choice([str(year), f"{year}-H1", f"{year}-H2"])
    made.report(unit, period, own, state=chance.choice(["submitted", "submitted", "submitted", "draft", "withdrawn"]))


NOTHING = (None, None, 0, 0)


def expected_movements(before, after):
    moved = {}
    for key in before.keys() | after.keys():
        nothing = (0,) if key[2].startswith("models.") else NOTHING
        was, now = before.get(key, nothing), after.get(key, nothing)
        if was[:2] != now[:2] or (was != now and was[1] is not None):
            moved[key] = (was, now)
    return moved


def test_every_movement_is_the_difference_of_two_roll_ups(tmp_path):
    chance = random.Random(20211104)  # noqa: S311 - chance is repeated, not secret
    made = organised(tmp_path / "w")
    for year in YEARS:
        made.plan("tinh", report_due("bao-cao", year, "commune", by=f"{year}-11-04"), year=year)
    for _ in range(6):
        filed(made, chance)
    made.commit("2021-11-02T10:00:00+07:00")
    before, total = rolled_up(made, "main"), 0
    for step in range(5):
        for _ in range(chance.randint(2, 4)):
            filed(made, chance)
        made.commit(f"2021-12-{step + 1:02}T10:00:00+07:00")
        after = rolled_up(made, "main")
        answer = made.json("summary", "--base", "main~1", "--at", "main")
        found = {}
        for row in answer["movements"]:
            keys = ("value",) if row["id"].startswith("models.") else ("value", "basis", "n", "N")
            found[row["year"], row["unit"], row["id"]] = tuple(
                tuple(row[side][key] for key in keys) for side in ("before", "after")
            )
        wanted = expected_movements(before, after)
        unseen = {key for key in found if key[2].startswith("models.") and key not in after.keys() | before.keys()}
        assert {key: value for key, value in found.items() if key not in unseen} == wanted
        total += len(wanted)
        before = after
    assert total > 60, total


def test_the_root_moves_by_the_sum_of_what_the_units_add(tmp_path):
    """By plain sums in the test: no roll-up is asked."""
    chance = random.Random(7)  # noqa: S311 - likewise
    made = organised(tmp_path / "w")
    figures = {unit: chance.randrange(100) for unit in COMMUNES[:3]}
    for unit, value in figures.items():
        made.report(unit, 2021, {"houses": value})
    made.commit("2021-11-02T10:00:00+07:00")
    now = figures | {"xa-2": 41, "xa-4": 17}
    for unit in ("xa-2", "xa-4"):
        made.report(unit, 2021, {"houses": now[unit]})
    found = {row["unit"]: row for row in made.json("summary", "--base", "main")["movements"] if row["id"] == "houses"}
    for top, below in {"tinh": COMMUNES, "huyen-a": COMMUNES[:2], "huyen-b": COMMUNES[2:]}.items():
        sums = [sum(given.get(unit, 0) for unit in below) for given in (figures, now)]
        assert (found[top]["before"]["value"], found[top]["after"]["value"]) == tuple(sums)
        assert found[top]["change"] == sums[1] - sums[0]


def test_keys_and_columns_are_documented(restated):
    chapters = documented("docs/output.md")
    page = (ROOT / "docs/output.md").read_text(encoding="utf-8")
    besides = {"rollup": chapters["As known then, as known now"], "deadlines": []}
    for command, more in besides.items():
        words = (command, "--year", 2021, "--at", "2021-11-03", "--against", "now")
        assert set(keys_in(restated.json(*words))) <= {*chapters[f"`dvk {command}`"], *more}
        columns = restated.run(*words, "--format", "csv").stdout.splitlines()[0]
        assert f"`{columns}`" in page
