"""The year's tree, models, targets, last year, and two smaller things: rules 19 to 24."""

from typing import Any

import pytest
from workspace_builder import Answer, Workspace, child, report_due, since

OUTLIVES_PARENT = "DVK408"
EVENT_DISAGREES = "DVK409"
RESULT_ONLY_WITH_MODEL = "DVK418"
LAST_DAY, FIRST_DAY = "2021-06-30", "2021-07-01"
REASON = "không bố trí được kinh phí"


@pytest.fixture
def province(ws: Workspace) -> Workspace:
    """A province that asks all below for every year, so that units without figures have rows too."""
    ws.unit("p", level="province")
    ws.indicator("houses", "sum", "sum")
    every_year = report_due("nam", "year", "district", "commune", before="12-31", every_year=True)
    ws.plan("p", every_year, year=2021, slug="hang-nam")
    return ws


def file(ws: Workspace, period: int | str, **houses: int) -> None:
    for unit, figure in houses.items():
        ws.report(unit, period, {"houses": figure})


def houses_of(ws: Workspace, unit: str, year: int = 2021) -> Answer:
    return ws.row(unit, "houses", year)


def tree(row: Answer) -> Answer:
    """Give the units below as unit → units below, ended ones marked by a star."""
    return {below["unit"] + "*" * below["ended"]: tree(below) for below in row["children"]}


def roots(ws: Workspace, year: int = 2021) -> dict[str, Answer]:
    return {root["unit"]: root["indicators"][0] for root in ws.json("rollup", "--year", year, "--depth", 9)}


def codes(ws: Workspace) -> set[str]:
    return {found["code"] for found in ws.json("check")}


# 19. The year's tree


@pytest.mark.parametrize(("last", "below"), [("2021-12-31", {"x": {}}), ("2021-12-30", {"x*": {}})])
def test_rule_19_ended_in_the_year_is_not_open_on_31_december(province, last, below):
    province.unit("x", "p", to=last)
    file(province, 2021, x=3)
    file(province, 2022, p=1)

    assert tree(houses_of(province, "p")) == below
    assert tree(houses_of(province, "p", 2022)) == {}


def test_rule_19_a_unit_that_merged_on_1_january_stood_alone_the_year_before(province):
    province.unit("a", "p", to="2021-12-31")
    province.unit("b", "p")
    province.event("merge", "2022-01-01", ["a"], ["b"])

    assert tree(houses_of(province, "p")) == {"a": {}, "b": {}}
    assert tree(houses_of(province, "p", 2022)) == {"b": {}}


def test_rule_19_a_unit_that_merged_on_31_december_ended_in_the_year(province):
    province.unit("a", "p", to="2021-12-30")
    province.unit("b", "p")
    province.event("merge", "2021-12-31", ["a"], ["b"])

    assert tree(houses_of(province, "p")) == {"b": {"a*": {}}}


@pytest.mark.parametrize(
    ("last", "first", "agrees"),
    [(LAST_DAY, FIRST_DAY, True), (FIRST_DAY, FIRST_DAY, False), (LAST_DAY, "2021-07-02", False)],
)
def test_rule_19_an_events_date_is_the_first_day_of_the_new_state(province, last, first, agrees):
    province.unit("a", "p", to=last)
    province.unit("b", "p", start=first)
    province.event("merge", FIRST_DAY, ["a"], ["b"])

    assert (EVENT_DISAGREES not in codes(province)) is agrees


def test_rule_19_a_successor_that_ended_too_is_followed_on(province):
    province.unit("a", "p", to="2021-02-28")
    province.unit("b", "p", start="2021-03-01", to="2021-08-31")
    province.unit("c", "p", start="2021-09-01")
    province.event("merge", "2021-03-01", ["a"], ["b"])
    province.event("merge", "2021-09-01", ["b"], ["c"])
    file(province, "2021-M1-2", a=1)
    file(province, "2021-M3-8", b=2)
    file(province, "2021-M9-12", c=4)

    row = houses_of(province, "p")

    assert tree(row) == {"c": {"a*": {}, "b*": {}}}
    assert (row["value"], child(row, "c")["value"]) == (7, 7)


@pytest.mark.parametrize("kind", ["merge", "split", "rename", "move", "end"])
def test_rule_19_all_of_it_went_to_one_whatever_the_event_is_called(province, kind):
    province.unit("a", "p", to=LAST_DAY)
    province.unit("b", "p", start=FIRST_DAY)
    province.event(kind, FIRST_DAY, ["a"], ["b"])

    assert tree(houses_of(province, "p")) == {"b": {"a*": {}}}


def test_rule_19_a_unit_that_went_to_several_stands_under_the_nearest_above(province):
    province.unit("d", "p", level="district")
    province.unit("a", "d", to=LAST_DAY)
    province.units("b", "c", parent="d")
    province.event("split", FIRST_DAY, ["a"], ["b", "c"])

    assert tree(houses_of(province, "p")) == {"d": {"a*": {}, "b": {}, "c": {}}}


def test_rule_19_the_nearest_above_that_lived_on(province):
    province.unit("d", "p", level="district", to=LAST_DAY)
    province.unit("a", "d", to="2021-03-31")
    file(province, 2021, p=1)

    assert tree(houses_of(province, "p")) == {"a*": {}, "d*": {}}


def test_rule_19_a_district_that_ended_with_its_province_goes_where_the_province_went(province):
    province.unit("old", level="province", to=LAST_DAY)
    province.unit("d", "old", level="district", to=LAST_DAY)
    province.event("merge", FIRST_DAY, ["old"], ["p"])
    file(province, "2021-H1", old=1, d=2)

    assert tree(houses_of(province, "p")) == {"old*": {}, "d*": {}}
    assert {unit: row["value"] for unit, row in roots(province).items()} == {"p": 3}


def test_rule_19_an_ended_root_with_nothing_above_stays_a_root_and_is_marked(province):
    province.unit("old", level="province", to=LAST_DAY)
    file(province, "2021-H1", old=5, p=1)

    found = {unit: (row["value"], row["ended"]) for unit, row in roots(province).items()}

    assert found == {"p": (1, False), "old": (5, True)}
    printed = province.run("rollup", "--year", 2021).stdout
    assert any("OLD" in line and "ended" in line for line in printed.splitlines())


def test_rule_19_a_unit_stands_under_its_last_parent_of_the_year(province):
    province.units("d1", "d2", parent="p", level="district")
    parents = [since("d1", to=LAST_DAY), since("d2", FIRST_DAY, "2021-12-31"), since("d1", "2022-01-01")]
    province.unit("m", parents)

    assert tree(houses_of(province, "p")) == {"d1": {}, "d2": {"m": {}}}


@pytest.mark.parametrize("parent", ["d", [since("d", to=LAST_DAY)]])
def test_rule_19_a_unit_that_outlives_its_parent_is_an_error(province, parent):
    province.unit("d", "p", level="district", to=LAST_DAY)
    province.unit("c", parent, folder="c")

    outlives = [found for found in province.json("check") if found["code"] == OUTLIVES_PARENT]

    if isinstance(parent, str):
        assert [(found["severity"], found["args"]["unit"]) for found in outlives] == [("error", "c")]
        assert province.run("check").exit_code == 1
    else:
        assert outlives == []


def test_rule_19_a_unit_that_has_a_new_parent_from_the_next_day_on_is_none(province):
    province.unit("d", "p", level="district", to=LAST_DAY)
    province.unit("c", [since("d", to=LAST_DAY), since("p", FIRST_DAY)])

    assert province.run("check").exit_code == 0


# 20. Models


def funnel(ws: Workspace, unit: str, year: int) -> tuple[int, ...]:
    models = ws.models(unit, year)
    return tuple(models[key] for key in ("registered", "carried_out", "rewarded", "dropped", "new", "kept_up"))


@pytest.fixture
def merged(province: Workspace) -> Workspace:
    """Communes ``a`` and ``b`` that became ``c``; each with a model of several years."""
    for unit in ("a", "b"):
        province.unit(unit, "p", to=LAST_DAY)
    province.unit("c", "p", start=FIRST_DAY)
    province.event("merge", FIRST_DAY, ["a", "b"], ["c"])
    carried_out = [{"stage": "carried_out", "date": "2021-05-01"}]
    province.registration("a", 2021, {"id": "m1", "years": "2021-2023", "owners": ["b"], "stages": carried_out})
    province.registration("b", 2021, {"id": "m2", "years": "2021-2022"})
    return province


def test_rule_20_a_model_of_an_ended_unit_stands_with_its_successor(merged):
    assert funnel(merged, "c", 2021) == (2, 1, 0, 0, 2, 0)
    assert funnel(merged, "p", 2021) == (2, 1, 0, 0, 2, 0)
    assert {below["unit"]: below["registered"] for below in merged.models("p", 2021)["children"]} == {"c": 2}


def test_rule_20_also_in_later_years(merged):
    assert [funnel(merged, "c", year) for year in (2022, 2023, 2024)] == [
        (2, 1, 0, 0, 0, 2),
        (1, 1, 0, 0, 0, 1),
        (0, 0, 0, 0, 0, 0),
    ]
    assert funnel(merged, "p", 2022) == (2, 1, 0, 0, 0, 2)


def test_rule_20_a_successor_that_ends_in_a_later_year_is_followed_too(merged):
    merged.unit("d", "p", start="2023-01-01")
    merged.event("merge", "2023-01-01", ["c"], ["d"])

    assert funnel(merged, "c", 2022)[0] == 2
    assert funnel(merged, "d", 2023)[0] == 1


def test_rule_20_without_a_single_successor_it_stands_with_the_unit_above(province):
    province.unit("d", "p", level="district")
    province.units("b", "c", parent="d")
    province.unit("a", "d", to=LAST_DAY)
    province.event("split", FIRST_DAY, ["a"], ["b", "c"])
    province.registration("a", 2021, {"id": "m1", "years": "2021-2022"})

    for year in (2021, 2022):
        counts = {unit: province.models(unit, year)["registered"] for unit in ("p", "d", "b", "c")}
        assert counts == {"p": 1, "d": 1, "b": 0, "c": 0}


def test_rule_20_a_dropped_model_keeps_its_stages_and_leaves_the_year_after(province):
    province.unit("u", "p")
    stages = [
        {"stage": "carried_out", "date": "2021-05-01"},
        {"stage": "rewarded", "date": "2021-11-18"},
        {"stage": "dropped", "date": "2022-05-01", "reason": REASON},
    ]
    province.registration("u", 2021, {"id": "m1", "years": "2021-2025", "stages": stages})

    assert [funnel(province, "u", year) for year in (2021, 2022, 2023)] == [
        (1, 1, 1, 0, 1, 0),
        (1, 1, 1, 1, 0, 1),
        (0, 0, 0, 0, 0, 0),
    ]


def test_rule_20_a_stage_counts_from_the_year_in_which_it_was_reached(province):
    province.unit("u", "p")
    stages = [{"stage": "carried_out", "date": "2021-12-31"}, {"stage": "rewarded", "date": "2022-01-01"}]
    province.registration("u", 2021, {"id": "m1", "years": "2021-2022", "stages": stages})

    assert [funnel(province, "u", year)[:3] for year in (2021, 2022)] == [(1, 1, 0), (1, 1, 1)]


@pytest.mark.parametrize(
    ("state", "counted"),
    [
        ("draft", 0),
        ("returned", 0),
        ("withdrawn", 0),
        ("submitted", 1),
        ("accepted", 1),
        ("approved", 1),
        ("published", 1),
    ],
)
def test_rule_20_models_count_by_the_state_of_their_registration(province, state, counted):
    province.unit("u", "p")
    returns = [{"by": "p", "date": "2021-05-01", "reason": REASON}] if state == "returned" else []
    province.registration("u", 2021, {"id": "m1"}, state=state, returns=returns)

    assert funnel(province, "p", 2021)[0] == counted


@pytest.mark.parametrize(("submitted", "counted"), [("2021-05-31", 1), ("2021-06-01", 0)])
def test_rule_20_models_of_a_refused_registration_are_not_counted(province, submitted, counted):
    province.unit("u", "p")
    due = report_due("dang-ky", 2021, "commune", by="2021-04-26", lock="2021-05-31") | {"kind": "registration"}
    path = province.plan("p", due, year=2021)
    province.registration("u", 2021, {"id": "m1"}, answers=[f"{path}#dang-ky"], submitted=submitted)

    assert funnel(province, "p", 2021)[0] == counted


# 21. Targets


def aim(ws: Workspace, kind: str, value: int, **fields: Any) -> None:
    ws.plan("p", year=2021, targets=[{"indicator": "houses", "kind": kind, "value": value} | fields])


def target_of(ws: Workspace, unit: str = "p", year: int = 2021) -> Answer:
    (target,) = houses_of(ws, unit, year)["targets"]
    return dict(target)


@pytest.mark.parametrize(
    ("bound", "upper", "reached", "missed"),
    [
        ("at_least", None, [100, 500], [0, 99]),
        ("at_least", 120, [100, 121], [99]),
        ("exactly", None, [100], [99, 101]),
        ("exactly", 120, [100, 110, 120], [99, 121]),
        ("about", None, [90, 100, 500], [89]),
        ("about", 120, [90, 121], [89]),
    ],
)
def test_rule_21_bounds(province, bound, upper, reached, missed):
    aim(province, "total", 100, bound=bound, **({"upper": upper} if upper else {}))

    for figure in (*reached, *missed):
        file(province, 2021, p=figure)
        target = target_of(province)
        assert (target["measured"], target["met"]) == (figure, figure in reached)


@pytest.mark.parametrize(("figure", "met"), [(80, True), (79, False)])
def test_rule_21_what_is_about_enough_is_policy(province, figure, met):
    province.settings(about_percent=80)
    aim(province, "total", 100, bound="about")
    file(province, 2021, p=figure)

    assert target_of(province)["met"] is met


def test_rule_21_about_is_exact_where_the_share_is_no_whole_number(province):
    aim(province, "total", 9, bound="about")
    met = []
    for figure in (8, 9):
        file(province, 2021, p=figure)
        met.append(target_of(province)["met"])

    assert met == [False, True]


def test_rule_21_own_measures_the_own_figure(province):
    province.unit("u", "p")
    aim(province, "own", 5)
    file(province, 2021, p=4, u=10)

    target = target_of(province)

    assert (target["measured"], target["met"]) == (4, False)


@pytest.mark.parametrize(
    ("bound", "upper", "reached"), [("at_least", None, 3), ("exactly", 12, 2), ("about", None, 4), ("exactly", None, 1)]
)
def test_rule_21_each_holds_every_unit_against_the_bound(province, bound, upper, reached):
    for unit, figure in (("u1", 10), ("u2", 12), ("u3", 13), ("u4", 9), ("u5", 8)):
        province.unit(unit, "p")
        file(province, 2021, **{unit: figure})
    aim(province, "each", 10, bound=bound, who={"level": ["commune"]}, **({"upper": upper} if upper else {}))

    target = target_of(province)

    assert (target["reached"], target["of"]) == (reached, 5)


def test_rule_21_each_compares_the_total_of_the_unit(province):
    province.units("d1", "d2", parent="p", level="district")
    province.units("c1", "c2", parent="d1")
    file(province, 2021, d1=2, c1=2, c2=1, d2=4)
    aim(province, "each", 5, who={"level": ["district"]})

    target = target_of(province)

    assert (target["reached"], target["of"]) == (1, 2)


def test_rule_21_each_is_over_the_units_open_on_the_last_day_of_the_year(province):
    province.unit("stays", "p")
    province.unit("ends", "p", to="2021-12-30")
    province.unit("ends-with-the-year", "p", to="2021-12-31")
    province.unit("comes", "p", start="2021-12-31")
    for unit in ("stays", "ends", "ends-with-the-year"):
        file(province, 2021, **{unit: 1})
    aim(province, "each", 1, who={"level": ["commune"]})

    target = target_of(province)

    assert (target["reached"], target["of"]) == (2, 3)


def test_rule_21_each_measures_a_successor_with_its_predecessors(province):
    province.unit("a", "p", to=LAST_DAY)
    province.unit("c", "p", start=FIRST_DAY)
    province.event("merge", FIRST_DAY, ["a"], ["c"])
    file(province, "2021-H1", a=3)
    file(province, "2021-H2", c=2)
    aim(province, "each", 5, who={"level": ["commune"]})

    target = target_of(province)

    assert (target["reached"], target["of"]) == (1, 1)


def test_rule_21_each_does_not_reach_what_nobody_reported(province):
    province.units("u1", "u2", parent="p")
    file(province, 2021, u1=0)
    aim(province, "each", 0, who={"level": ["commune"]})

    target = target_of(province)

    assert (target["reached"], target["of"]) == (1, 2)


@pytest.fixture
def per_commune(province: Workspace) -> Workspace:
    """Five for each commune at the issue of 5 January; then one ends, one moves, two merge and one is founded."""
    province.units("d1", "d2", parent="p", level="district")
    province.unit("ends", "d1", to=LAST_DAY)
    province.unit("moves", [since("d1", to=LAST_DAY), since("d2", FIRST_DAY)])
    province.unit("a", "d1", to=LAST_DAY)
    province.unit("b", "d2", to=LAST_DAY)
    province.unit("merged", "d2", start=FIRST_DAY)
    province.event("merge", FIRST_DAY, ["a", "b"], ["merged"])
    province.unit("founded", "d1", start=FIRST_DAY)
    aim(province, "per", 5, who={"level": ["commune"]})
    return province


def test_rule_21_per_counts_the_units_at_issue(per_commune):
    assert target_of(per_commune)["value"] == 20


def test_rule_21_per_counts_them_where_their_figures_go(per_commune):
    row = houses_of(per_commune, "p")

    d1, d2 = child(row, "d1"), child(row, "d2")
    assert (d1["target"], d2["target"]) == (5, 15)
    assert (child(d2, "merged")["target"], child(d2, "moves")["target"]) == (10, 5)
    assert child(d1, "founded")["target"] in {None, 0}


# 22. Last year


def last_year(ws: Workspace, unit: str, year: int = 2022) -> tuple[str | None, int | None]:
    row = houses_of(ws, unit, year)
    return row["last_year_basis"], row["last_year"]


@pytest.fixture
def two_districts(province: Workspace) -> Workspace:
    """Two districts, each with two communes that filed for 2021: 1, 2, 4 and 8."""
    province.units("d1", "d2", parent="p", level="district")
    province.units("a", "b", parent="d1")
    province.units("e", "f", parent="d2")
    file(province, 2021, a=1, b=2, e=4, f=8)
    return province


def test_rule_22_the_total_of_the_same_unit(two_districts):
    file(two_districts, 2022, a=5)

    row = houses_of(two_districts, "d1", 2022)

    assert (row["last_year_basis"], row["last_year"], row["change"]) == ("same", 3, 2)
    assert last_year(two_districts, "p") == ("same", 15)
    assert last_year(two_districts, "f") == ("same", 8)


@pytest.mark.parametrize("moved", ["2022-01-01", "2022-07-01", "2022-12-31"])
def test_rule_22_other_area_where_a_unit_moved_in_or_out(two_districts, moved):
    before = {"2022-01-01": "2021-12-31", "2022-07-01": "2022-06-30", "2022-12-31": "2022-12-30"}[moved]
    two_districts.unit("m", [since("d1", to=before), since("d2", moved)])
    two_districts.event("move", moved, ["m"])
    file(two_districts, 2021, m=16)

    assert last_year(two_districts, "d1") == ("other_area", None)
    assert last_year(two_districts, "d2") == ("other_area", None)
    assert last_year(two_districts, "p") == ("same", 31)
    assert last_year(two_districts, "m") == ("same", 16)


def test_rule_22_a_move_of_last_year_is_in_both_years_trees(two_districts):
    two_districts.unit("m", [since("d1", to=LAST_DAY), since("d2", FIRST_DAY)])
    file(two_districts, 2021, m=16)

    assert last_year(two_districts, "d1") == ("same", 3)
    assert last_year(two_districts, "d2") == ("same", 28)


def test_rule_22_other_area_where_a_part_of_a_unit_came_in_from_outside(two_districts):
    two_districts.unit("x", "d1", to="2022-06-30")
    two_districts.unit("x1", "d1", start="2022-07-01")
    two_districts.unit("x2", "d2", start="2022-07-01")
    two_districts.event("split", "2022-07-01", ["x"], ["x1", "x2"])
    file(two_districts, 2021, x=16)

    assert last_year(two_districts, "d2") == ("other_area", None)
    assert last_year(two_districts, "d1") == ("other_area", None)
    assert last_year(two_districts, "p") == ("same", 31)


def test_rule_22_other_area_where_a_part_went_to_a_unit_that_was_there_before(two_districts):
    two_districts.event("split", "2022-07-01", ["a"], ["a", "e"])

    assert last_year(two_districts, "d1") == ("other_area", None)
    assert last_year(two_districts, "d2") == ("other_area", None)
    assert last_year(two_districts, "e") == ("other_area", None)
    assert last_year(two_districts, "a") == ("other_area", None)
    assert last_year(two_districts, "f") == ("same", 8)
    assert last_year(two_districts, "p") == ("same", 15)


def test_rule_22_other_area_where_a_unit_that_lives_on_took_another_in(two_districts):
    two_districts.unit("x", "d1", to="2022-06-30")
    two_districts.event("merge", "2022-07-01", ["x"], ["e"])
    file(two_districts, 2021, x=16)

    for unit in ("e", "d1", "d2"):
        assert last_year(two_districts, unit) == ("other_area", None)
    assert last_year(two_districts, "p") == ("same", 31)


def test_rule_22_a_merger_within_leaves_the_unit_above_the_same(two_districts):
    merge_of_2022(two_districts, "d1")

    assert last_year(two_districts, "d1") == ("same", 3 + 48)
    assert last_year(two_districts, "new") == ("predecessors", 48)


def merge_of_2022(ws: Workspace, second_parent: str) -> None:
    """Two communes that filed 16 and 32 become one of the first district; give the second its parent."""
    ws.unit("x", "d1", to="2022-06-30")
    ws.unit("y", second_parent, to="2022-06-30")
    ws.unit("new", "d1", start="2022-07-01")
    ws.event("merge", "2022-07-01", ["x", "y"], ["new"])
    file(ws, 2021, x=16, y=32)


def test_rule_22_a_merger_across_changes_both_units_above(two_districts):
    merge_of_2022(two_districts, "d2")

    assert last_year(two_districts, "d1") == ("other_area", None)
    assert last_year(two_districts, "d2") == ("other_area", None)
    assert last_year(two_districts, "new") == ("predecessors", 48)


def test_rule_22_the_predecessors_of_last_years_end(two_districts):
    two_districts.unit("x", "d1", to="2021-12-31")
    two_districts.unit("new", "d1", start="2022-01-01")
    two_districts.event("merge", "2022-01-01", ["x"], ["new"])
    file(two_districts, 2021, x=16)

    assert last_year(two_districts, "new") == ("predecessors", 16)
    assert last_year(two_districts, "d1") == ("same", 19)


def test_rule_22_a_newer_unit_that_took_a_part_besides_is_of_another_area(two_districts):
    two_districts.unit("x", "d1", to="2022-06-30")
    two_districts.unit("y", "d1", to="2022-06-30")
    two_districts.units("new", "rest", parent="d1")
    two_districts.event("merge", "2022-07-01", ["x"], ["new"])
    two_districts.event("split", "2022-07-01", ["y"], ["new", "rest"])
    file(two_districts, 2021, x=16, y=32)

    assert last_year(two_districts, "d1") == ("same", 51)
    assert last_year(two_districts, "new")[1] is None


def test_rule_22_a_unit_from_nowhere_is_not_comparable(two_districts):
    two_districts.unit("founded", "d1", start="2022-07-01")
    file(two_districts, "2022-H2", founded=3)

    assert last_year(two_districts, "founded") == ("not_comparable", None)


def test_rule_22_a_newer_unit_without_a_predecessor_does_not_change_the_area_above(two_districts):
    two_districts.unit("founded", "d1", start="2022-07-01")

    assert last_year(two_districts, "d1") == ("same", 3)


# 23. The cut-off


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"period": 2021, "by": "2021-11-14", "cut_off": "2021-10-31"}, "31/10/2021"),
        ({"period": 2021, "by": "2021-11-14", "cut_off": "before 2021-11-01"}, "31/10/2021"),
        ({"period": "year", "every_year": True, "by": "11-14", "cut_off": "10-31"}, "31/10/2021"),
        ({"period": "year", "every_year": True, "by": "01-14", "in": "next_year", "cut_off": "12-14"}, "14/12/2021"),
    ],
)
def test_rule_23_the_cut_off_is_printed_and_nothing_else(province, fields, printed):
    province.unit("u", "p")
    due = report_due("chot-so", fields["period"], "commune") | fields
    path = province.plan("p", due, year=2021)
    province.report("u", 2021, {"houses": 3}, answers=[f"{path}#chot-so"], submitted="2021-11-14")

    (entry,) = province.deadlines(2021, "2022-02-28", "chot-so")

    assert f"cut-off {printed}" in province.run("deadlines", "--year", 2021, "--on", "2022-02-28").stdout
    assert entry["state"] == "on_time"
    assert houses_of(province, "u")["state"] == "whole"
    assert houses_of(province, "u")["value"] == 3


# 24. Results that stand only with a model


def report_result(ws: Workspace, own: dict[str, int], **results: int) -> str:
    """Register a model of ``u`` and report results of it."""
    ws.unit("u", "p")
    registered = ws.registration("u", 2021, {"id": "m1"})
    given = [{"indicator": indicator, "value": value} for indicator, value in results.items()]
    return ws.report("u", 2021, own, models=[{"model": f"{registered}#m1", "results": given}])


def test_rule_24_a_result_only_with_a_model_is_no_figure_and_check_names_what_lacks_it(province):
    province.indicator("roads", "sum", "sum")
    path = report_result(province, {"roads": 1}, houses=9, roads=1)

    found = province.finding(RESULT_ONLY_WITH_MODEL)

    assert found["file"] == path
    assert found["args"]["indicator"] == "houses"
    assert "houses" in found["message"].lower()
    assert "own" in found["remedy"]
    row = houses_of(province, "p")
    assert (row["value"], row["basis"]) == (None, None)


def test_rule_24_a_result_that_is_in_the_figure_is_not_added_to_it(province):
    report_result(province, {"houses": 10}, houses=9)

    assert RESULT_ONLY_WITH_MODEL not in codes(province)
    assert houses_of(province, "p")["value"] == 10
