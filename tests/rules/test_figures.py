"""How figures are added up, in the cases that two readers could decide differently: rules 1 to 11."""

from typing import Any

import pytest
from workspace_builder import NULL_REASON, Answer, Workspace, child, report_due, since

REPEATED_KEY = "DVK410"
STATED_DIFFERS = "DVK412"
STATED_BELOW_FILED = "DVK413"
YEAR_DIFFERS = "DVK414"
SUCCESSOR_YEAR_DIFFERS = "DVK415"
RATIO_PARTS_DO_NOT_ADD = "DVK311"
PLAN = "plans/2021/p/ke-hoach.yaml"
LAST_DAY, FIRST_DAY = "2021-06-30", "2021-07-01"
REASON = "địa bàn bị bão"


@pytest.fixture
def province(ws: Workspace) -> Workspace:
    """A province without units below, and one flow."""
    ws.unit("p", level="province")
    ws.indicator("houses", "sum", "sum")
    return ws


@pytest.fixture
def district(province: Workspace) -> Workspace:
    """A province, its district ``d`` and two communes."""
    province.unit("d", "p", level="district")
    province.units("c1", "c2", parent="d")
    return province


def ask(ws: Workspace, *levels: str, **fields: Any) -> str:
    """Let the province ask the units of these levels for the year 2021."""
    return ws.plan("p", report_due("nam", 2021, *levels, before="2021-11-05"), year=2021, **fields)


def file(ws: Workspace, period: int | str = 2021, **houses: int | None) -> None:
    """File the own houses of several units."""
    for unit, figure in houses.items():
        ws.report(unit, period, {"houses": figure})


def state_total(ws: Workspace, unit: str, houses: int, period: int | str = 2021, **fields: Any) -> str:
    """File a consolidated figure, in a report of its own."""
    return ws.report(unit, period, consolidated={"houses": houses}, topic="tong", **fields)


def houses_of(ws: Workspace, unit: str, year: int = 2021) -> Answer:
    return ws.row(unit, "houses", year)


def used(row: Answer) -> tuple[int | None, str | None]:
    return row["value"], row["basis"]


def own(row: Answer) -> tuple[int | None, str]:
    return row["own"], row["state"]


def counted(row: Answer) -> tuple[int, int]:
    return row["n"], row["N"]


def codes(ws: Workspace) -> set[str]:
    return {found["code"] for found in ws.json("check")}


# 1. The year covered


def test_rule_1_a_month_counts_where_the_unit_was_open_on_any_day_of_it(province):
    province.unit("u", "p", start="2021-03-31", to="2021-10-01")
    file(province, "2021-M3-10", u=5)

    assert own(houses_of(province, "u")) == (5, "whole")


def test_rule_1_the_month_of_the_last_day_alone_is_missed(province):
    province.unit("u", "p", start="2021-03-31")
    ask(province, "commune")
    file(province, "2021-M4-12", u=5)

    row = houses_of(province, "u")

    assert own(row) == (5, "partial")
    assert row["missing_months"] == [{"unit": "u", "months": "03"}]


def test_rule_1_averages_are_weighted_by_months_of_life(province):
    province.unit("u", "p", start="2021-05-31")
    province.indicator("present", "average", "average")
    province.report("u", "2021-Q2", {"present": 10})
    province.report("u", "2021-H2", {"present": 40})

    assert province.row("u", "present", 2021)["value"] == (10 * 2 + 40 * 6) / 8


# 2. One key, one value; which reports stand


def test_rule_2_consolidated_figures_are_combined_over_the_year_as_own_ones(district):
    ask(district, "district", "commune")
    for half, figure, total in (("2021-H1", 2, 10), ("2021-H2", 3, 12)):
        district.report("d", half, {"houses": figure}, consolidated={"houses": total})

    row = houses_of(district, "d")

    assert (row["own"], row["stated"]) == (5, 22)
    assert used(row) == (22, "stated")


def test_rule_2_a_second_value_of_a_key_is_an_error_and_is_not_added(district):
    second = district.report("c1", 2021, {"houses": 5})
    first = district.report("c1", 2021, {"houses": 7}, topic="nha-o")

    assert first < second
    assert houses_of(district, "c1")["value"] == 7
    found = district.finding(REPEATED_KEY)
    assert (found["severity"], found["file"]) == ("error", second)
    assert district.run("check").exit_code == 1


def test_rule_2_two_spellings_of_the_same_months_are_one_key(district):
    file(district, "2021-H1", c1=5)
    file(district, "2021-M1-6", c1=7)

    assert houses_of(district, "c1")["value"] == 5
    assert district.finding(REPEATED_KEY)["severity"] == "error"


def test_rule_2_own_and_consolidated_are_two_keys(district):
    district.report("d", 2021, {"houses": 2}, consolidated={"houses": 9})

    assert REPEATED_KEY not in codes(district)


def test_rule_2_the_set_that_covers_most_months_stands(district):
    for period, figure in (("2021-H1", 10), ("2021-M1-9", 18), ("2021-05", 1)):
        file(district, period, c1=figure)

    assert own(houses_of(district, "c1")) == (18, "partial")


def test_rule_2_then_the_set_with_the_fewest_reports(district):
    for period, figure in (("2021-Q1", 1), ("2021-Q2", 2), ("2021-Q3", 4), ("2021-Q4", 8)):
        file(district, period, c1=figure)
    for period, figure in (("2021-H1", 100), ("2021-H2", 200)):
        file(district, period, c1=figure)

    assert own(houses_of(district, "c1")) == (300, "whole")


def test_rule_2_then_the_set_with_the_latest_months(district):
    file(district, "2021-M1-9", c1=9)
    file(district, "2021-M4-12", c1=12)

    row = houses_of(district, "c1")

    assert own(row) == (12, "partial")


def test_rule_2_then_the_set_whose_last_report_begins_latest(district):
    for period, figure in (("2021-M1-4", 1), ("2021-M5-12", 2), ("2021-M1-8", 10), ("2021-M9-12", 20)):
        file(district, period, c1=figure)

    assert own(houses_of(district, "c1")) == (30, "whole")


def test_rule_2_a_null_for_a_part_of_the_year_covers_no_month(district):
    ask(district, "commune")
    file(district, "2021-H1", c1=None)
    file(district, "2021-H2", c1=4)

    row = houses_of(district, "c1")

    assert own(row) == (4, "partial")
    assert row["missing_months"] == [{"unit": "c1", "months": "H1"}]
    assert (row["partial"], row["null"]) == (["c1"], [])


def test_rule_2_a_unit_all_of_whose_parts_are_null_is_null(district):
    ask(district, "commune")
    file(district, "2021-H1", c1=None)
    file(district, "2021-Q3", c1=None)

    row = houses_of(district, "c1")

    assert (row["value"], row["basis"], row["state"]) == (None, "null", "null")
    assert row["null"] == [{"unit": "c1", "reason": NULL_REASON}]


# 3. Which stated totals count


def move_a_commune_out(ws: Workspace) -> None:
    """Give the district a commune that moves to the province in the middle of the year."""
    ws.unit("m", [since("d", to=LAST_DAY), since("p", FIRST_DAY)])
    ws.event("move", FIRST_DAY, ["m"])


def test_rule_3_a_stated_total_of_other_units_than_the_years_is_not_comparable(district):
    move_a_commune_out(district)
    ask(district, "district", "commune")
    file(district, d=2, c1=3)
    state_total(district, "d", 12)

    row = houses_of(district, "d")

    assert used(row) == (5, "computed")
    assert (row["stated"], row["not_comparable"]) == (12, ["d"])
    assert row["missing"] == ["c2"]
    assert houses_of(district, "p")["value"] == 5


def test_rule_3_a_stated_total_of_the_months_after_the_change_is_comparable(district):
    move_a_commune_out(district)
    ask(district, "district", "commune")
    file(district, "2021-H2", d=2)
    state_total(district, "d", 12, "2021-H2")

    row = houses_of(district, "d")

    assert used(row) == (12, "stated")
    assert row["not_comparable"] == []


def test_rule_3_a_unit_opened_after_the_reporters_period_does_not_matter(district):
    district.unit("young", "d", start=FIRST_DAY)
    file(district, "2021-H1", d=2)
    state_total(district, "d", 12, "2021-H1")

    assert used(houses_of(district, "d")) == (12, "stated")


def test_rule_3_a_unit_opened_within_the_reporters_period_is_in_both(district):
    district.unit("young", "d", start=FIRST_DAY)
    state_total(district, "d", 12)

    assert used(houses_of(district, "d")) == (12, "stated")


def merge(ws: Workspace, into: str, *sources: str, **fields: Any) -> None:
    """End communes of the province in the middle of the year and make one of them."""
    for source in sources:
        ws.unit(source, "p", to=LAST_DAY, **fields)
    ws.unit(into, "p", start=FIRST_DAY, **fields)
    ws.event("merge", FIRST_DAY, sources, [into])


def test_rule_3_ended_predecessors_stand_beside_the_stated_total_of_their_successor(province):
    merge(province, "c", "a", "b")
    province.unit("hamlet", "c", start=FIRST_DAY)
    file(province, "2021-H1", a=10, b=5)
    state_total(province, "c", 20, "2021-H2")

    row = houses_of(province, "c")

    assert (row["value"], row["basis"], row["stated"]) == (35, "stated", 20)
    assert row["not_comparable"] == []
    assert houses_of(province, "p")["value"] == 35


def test_rule_3_units_that_ended_without_a_successor_are_part_of_a_stated_total(district):
    district.unit("x", "d", to="2021-05-31")
    file(district, "2021-M1-5", x=4)
    file(district, d=2)
    state_total(district, "d", 12)

    row = houses_of(district, "d")

    assert used(row) == (12, "stated")
    assert (child(row, "x")["value"], child(row, "x")["ended"]) == (4, True)
    assert houses_of(district, "p")["value"] == 12


def test_rule_3_the_stated_total_of_a_unit_that_ended_is_shown_and_not_used(province):
    province.unit("d", "p", level="district", to=LAST_DAY)
    province.unit("c", [since("d", to=LAST_DAY), since("p", FIRST_DAY)])
    file(province, "2021-H1", d=2, c=3)
    state_total(province, "d", 12, "2021-H1")

    d = child(houses_of(province, "p"), "d")

    assert (d["stated"], d["not_comparable"], d["ended"]) == (12, ["d"], True)
    assert used(d) == (2, "computed")
    assert houses_of(province, "p")["value"] == 5


def test_rule_3_a_partial_stated_total_below_what_was_filed_is_no_error_and_stays_down(district):
    ask(district, "district", "commune")
    file(district, d=2, c1=7)
    state_total(district, "d", 8, "2021-H1")

    row = houses_of(district, "d")

    assert (row["value"], row["basis"], row["stated"]) == (9, "computed", 8)
    assert STATED_BELOW_FILED not in codes(district)
    assert district.run("check").exit_code == 0


def test_rule_3_a_partial_stated_total_that_is_not_below_goes_up(district):
    ask(district, "district", "commune")
    file(district, d=2, c1=7)
    state_total(district, "d", 9, "2021-H1")

    row = houses_of(district, "d")

    assert used(row) == (9, "stated")
    assert (row["missing"], row["stated_only"]) == (["c2"], [])


@pytest.mark.parametrize(("operator", "value"), [("max", 7), ("average", 5)])
def test_rule_3_for_other_operators_than_sum_a_stated_total_is_only_shown(district, operator, value):
    district.indicator("best", "last", operator)
    district.report("c1", 2021, {"best": 3})
    district.report("c2", 2021, {"best": 7})
    district.report("d", 2021, consolidated={"best": 99})

    row = district.row("d", "best", 2021)

    assert used(row) == (value, "computed")
    assert row["stated"] == 99


# 4. Where the computed total is used


def test_rule_4_nobody_below_is_expected(district):
    ask(district, "district")
    file(district, d=2, c1=3, c2=4)
    state_total(district, "d", 12)

    assert used(houses_of(district, "d")) == (12, "stated")


def test_rule_4_one_unit_below_is_expected_and_those_that_are_not_need_not_file(district):
    due = report_due("nam", 2021, before="2021-11-05", who={"units": ["c1", "d"]})
    district.plan("p", due, year=2021)
    file(district, d=2, c1=3)
    state_total(district, "d", 12)

    assert used(houses_of(district, "d")) == (5, "computed")


def test_rule_4_own_is_not_given_for_the_whole_year(district):
    ask(district, "commune")
    file(district, "2021-H1", d=2)
    file(district, c1=3, c2=4)
    state_total(district, "d", 12)

    assert used(houses_of(district, "d")) == (12, "stated")


def test_rule_4_a_child_is_not_closed_while_its_own_figure_is_partial(district):
    ask(district, "commune")
    file(district, d=2, c1=3)
    file(district, "2021-H1", c2=4)
    state_total(district, "d", 12)

    row = houses_of(district, "d")

    assert used(row) == (12, "stated")
    assert (row["partial"], row["stated_only"]) == (["c2"], [])


def test_rule_4_a_child_is_closed_by_its_stated_total_for_the_whole_year(district):
    ask(district, "district", "commune")
    file(district, p=1, d=2)
    state_total(district, "d", 12)
    state_total(district, "p", 20)

    row = houses_of(district, "p")

    assert used(row) == (13, "computed")
    assert used(child(row, "d")) == (12, "stated")
    assert district.finding(STATED_DIFFERS)["args"]["difference"] == "7"


def test_rule_4_a_child_is_not_closed_by_a_stated_total_for_a_part_of_the_year(district):
    ask(district, "district", "commune")
    file(district, p=1, d=2)
    state_total(district, "d", 12, "2021-H1")
    state_total(district, "p", 20)

    row = houses_of(district, "p")

    assert used(child(row, "d")) == (12, "stated")
    assert used(row) == (20, "stated")


def test_rule_4_a_child_that_is_not_expected_is_closed_where_all_its_children_are(district):
    ask(district, "commune")
    file(district, p=1, c1=3, c2=4)
    state_total(district, "p", 20)

    assert used(houses_of(district, "p")) == (8, "computed")


def test_rule_4_a_child_is_not_closed_while_one_of_its_children_is_open(district):
    ask(district, "commune")
    file(district, p=1, c1=3)
    state_total(district, "p", 20)

    assert used(houses_of(district, "p")) == (20, "stated")


def test_rule_4_an_ended_child_is_a_child(district):
    district.unit("x", "d", to="2021-09-30")
    district.plan("p", report_due("chin-thang", "2021-M1-9", "commune", by="2021-09-30"), year=2021)
    file(district, d=2, c1=3, c2=4)
    state_total(district, "d", 12)

    assert used(houses_of(district, "d")) == (12, "stated")


def test_rule_4_below_what_was_filed_counts_the_totals_that_go_up(district):
    ask(district, "district", "commune")
    file(district, p=1, d=2, c1=3)
    state_total(district, "d", 12)
    path = state_total(district, "p", 12)

    row = houses_of(district, "p")

    assert used(row) == (13, "computed")
    found = district.finding(STATED_BELOW_FILED)
    assert (found["severity"], found["file"]) == ("error", path)


# 5. The year against its parts


def halves_and_year(ws: Workspace, unit: str, first: int, second: int, year: int) -> str:
    file(ws, "2021-H1", **{unit: first})
    file(ws, "2021-H2", **{unit: second})
    return ws.report(unit, 2021, {"houses": year})


def test_rule_5_a_year_that_differs_from_its_parts_is_a_note_and_stands(district):
    path = halves_and_year(district, "c1", 10, 20, 25)

    found = district.finding(YEAR_DIFFERS)

    assert (found["severity"], found["file"]) == ("note", path)
    assert {"25", "30"} <= set(found["args"].values())
    assert houses_of(district, "c1")["value"] == 25
    assert district.run("check").exit_code == 0


def test_rule_5_a_year_that_agrees_with_its_parts_is_not_mentioned(district):
    halves_and_year(district, "c1", 10, 20, 30)

    assert YEAR_DIFFERS not in codes(district)


def test_rule_5_parts_that_do_not_cover_the_life_of_the_unit_say_nothing(district):
    file(district, "2021-H1", c1=10)
    file(district, "2021-Q3", c1=10)
    file(district, c1=25)

    assert YEAR_DIFFERS not in codes(district)


@pytest.mark.parametrize(("year", "noted"), [(6, False), (10, True)])
def test_rule_5_parts_are_combined_by_the_indicators_operator(district, year, noted):
    district.indicator("kept", "last", "sum")
    for period, figure in (("2021-H1", 4), ("2021-H2", 6), (2021, year)):
        district.report("c1", period, {"kept": figure})

    assert (YEAR_DIFFERS in codes(district)) is noted
    assert district.row("c1", "kept", 2021)["value"] == year


def test_rule_5_the_parts_of_a_successor_stand_where_they_cover_its_life(province):
    merge(province, "c", "a", "b")
    file(province, "2021-H1", a=10, b=5)
    file(province, "2021-Q3", c=3)
    file(province, "2021-Q4", c=4)
    path = province.report("c", 2021, {"houses": 20})

    row = houses_of(province, "c")

    assert (row["own"], row["value"]) == (7, 22)
    found = province.finding(SUCCESSOR_YEAR_DIFFERS)
    assert (found["severity"], found["file"]) == ("error", path)


def test_rule_5_the_year_of_a_successor_stands_where_its_parts_do_not_cover_its_life(province):
    merge(province, "c", "a", "b")
    file(province, "2021-H1", a=10, b=5)
    file(province, "2021-Q3", c=3)
    file(province, c=20)

    row = houses_of(province, "c")

    assert (row["own"], row["value"]) == (20, 35)
    assert SUCCESSOR_YEAR_DIFFERS not in codes(province)


# 6. Who is expected to give what


@pytest.fixture
def catalogue(district: Workspace) -> Workspace:
    """A second indicator, and a ratio of two others."""
    district.indicator("roads", "sum", "sum")
    district.indicator("kept", "sum", "sum")
    district.indicator("members", "sum", "sum")
    district.ratio("rate", "kept", "members")
    return district


def expected(ws: Workspace) -> dict[str, int]:
    """Give the N of each indicator of the catalogue at the province."""
    (root,) = ws.json("rollup", "--year", 2021, "--unit", "p")
    return {row["id"]: row["N"] for row in root["indicators"] if row["N"]}


def test_rule_6_the_list_of_the_obligation_goes_before_the_plans(catalogue):
    due = report_due("nam", 2021, "commune", before="2021-11-05", indicators=["roads"])
    catalogue.plan("p", due, year=2021, indicators=["houses"])

    assert expected(catalogue) == {"roads": 2}


def test_rule_6_without_a_list_the_plans_list_is_asked(catalogue):
    ask(catalogue, "commune", indicators=["houses"])

    assert expected(catalogue) == {"houses": 2}


def test_rule_6_without_any_list_the_whole_catalogue_is_asked(catalogue):
    ask(catalogue, "commune")

    assert expected(catalogue) == dict.fromkeys(("houses", "roads", "kept", "members", "rate"), 2)


@pytest.mark.parametrize("part", ["kept", "members"])
def test_rule_6_a_ratio_is_asked_where_a_part_is(catalogue, part):
    ask(catalogue, "commune", indicators=[part])

    assert expected(catalogue) == {part: 2, "rate": 2}


def test_rule_6_a_ratio_is_asked_where_it_is_named(catalogue):
    ask(catalogue, "commune", indicators=["rate"])

    assert expected(catalogue) == {"rate": 2}


def test_rule_6_n_is_the_union_over_the_obligations_of_the_year(catalogue):
    half = report_due("nua-nam", "2021-H1", "district", "commune", before="2021-07-15", indicators=["houses"])
    year = report_due("nam", 2021, "commune", before="2021-11-05", indicators=["houses", "roads"])
    catalogue.plan("p", half, year, year=2021)

    assert expected(catalogue) == {"houses": 3, "roads": 2}


def test_rule_6_only_obligations_that_arise_expect_anybody(catalogue):
    early = report_due("som", 2021, "commune", before="2021-01-03")
    catalogue.plan("p", early, year=2021)
    catalogue.plan("p", report_due("nam", 2021, "commune", before="2021-11-05"), year=2021, slug="nhap", state="draft")

    assert expected(catalogue) == {}


def test_rule_6_only_reports_of_periods_of_the_year_expect_anybody(catalogue):
    registration = report_due("dang-ky", 2021, "commune", before="2021-04-27") | {"kind": "registration"}
    next_year = report_due("nam-sau", 2022, "commune", before="2022-11-05")
    catalogue.plan("p", registration, next_year, year=2021)

    assert expected(catalogue) == {}


def test_rule_6_a_waived_unit_is_not_expected(catalogue):
    waived = {"except": [{"unit": "c1", "reason": REASON}]}
    due = report_due("nam", 2021, "commune", before="2021-11-05", indicators=["houses"], **waived)
    catalogue.plan("p", due, year=2021)

    assert expected(catalogue) == {"houses": 1}


# 7. Coverage


def test_rule_7_only_what_would_be_missing_is_covered_by_a_stated_total(district):
    district.units("c3", "c4", parent="d")
    ask(district, "district", "commune")
    file(district, c1=3, c2=None)
    file(district, "2021-H1", c3=1)
    state_total(district, "d", 12)

    row = houses_of(district, "d")

    assert counted(row) == (1, 5)
    assert [null["unit"] for null in row["null"]] == ["c2"]
    assert (row["partial"], sorted(row["stated_only"]), row["missing"]) == (["c3"], ["c4", "d"], [])


def test_rule_7_a_stated_total_that_is_not_used_covers_nobody(district):
    ask(district, "district", "commune")
    file(district, d=2, c1=7)
    state_total(district, "d", 8)

    row = houses_of(district, "d")

    assert (row["stated_only"], row["missing"]) == ([], ["c2"])


def test_rule_7_units_that_nobody_expects_are_in_no_class(district):
    ask(district, "district")
    file(district, d=2, c1=None)
    file(district, "2021-H1", c2=4)

    row = houses_of(district, "p")

    assert counted(row) == (1, 1)
    assert (row["null"], row["partial"], row["missing"], row["stated_only"]) == ([], [], [], [])


# 8. Conservation


def test_rule_8_all_roots_together_are_the_sum_of_all_own_figures(district):
    move_a_commune_out(district)
    district.unit("q", level="province")
    district.unit("n", "q", start=FIRST_DAY)
    district.unit("a", "p", to=LAST_DAY)
    district.unit("b", "d", to=LAST_DAY)
    district.event("merge", FIRST_DAY, ["a"], ["n"])
    district.event("split", FIRST_DAY, ["b"], ["n", "c1"])
    district.unit("r", level="province", to="2021-03-31")
    whole = {"p": 1, "q": 2, "d": 4, "c1": 8, "c2": 16, "m": 32}
    file(district, **whole)
    file(district, "2021-H1", a=64, b=128)
    file(district, "2021-H2", n=256)
    file(district, "2021-Q1", r=512)

    roots = {row["unit"]: row["indicators"][0]["value"] for row in district.json("rollup", "--year", 2021)}

    assert roots == {"p": 1 + 4 + 8 + 16 + 32 + 128, "q": 2 + 256 + 64, "r": 512}
    assert sum(roots.values()) == 1023


# 9. The operator none


def test_rule_9_none_over_time_lets_one_report_stand(province):
    province.unit("u", "p")
    province.indicator("score", "none", "sum")
    province.report("u", "2021-H1", {"score": 5})

    row = province.row("u", "score", 2021)

    assert own(row) == (5, "partial")


def test_rule_9_none_over_time_does_not_combine_several(province):
    province.unit("u", "p")
    province.indicator("score", "none", "sum")
    ask(province, "commune")
    province.report("u", "2021-H1", {"score": 5})
    province.report("u", "2021-H2", {"score": 6})

    row = province.row("u", "score", 2021)

    assert (row["value"], row["basis"], row["state"]) == (None, None, "absent")
    assert (row["n"], row["missing"]) == (0, ["u"])


def test_rule_9_none_over_time_lets_the_year_stand_beside_parts(province):
    province.unit("u", "p")
    province.indicator("score", "none", "sum")
    for period, figure in (("2021-H1", 5), ("2021-H2", 6), (2021, 7)):
        province.report("u", period, {"score": figure})

    assert own(province.row("u", "score", 2021)) == (7, "whole")


def test_rule_9_none_over_units_gives_no_total_to_a_unit_with_units_below(district):
    district.indicator("score", "last", "none")
    for unit, figure in (("d", 5), ("c1", 7), ("c2", 8)):
        district.report(unit, 2021, {"score": figure})

    row = district.row("d", "score", 2021)

    assert (row["value"], row["own"]) == (None, 5)
    assert [child(row, unit)["value"] for unit in ("c1", "c2")] == [7, 8]


# 10. Ratios


@pytest.fixture
def rates(district: Workspace) -> Workspace:
    """A ratio of a flow and a stock."""
    district.indicator("kept", "sum", "sum")
    district.indicator("members", "last", "sum")
    district.ratio("rate", "kept", "members")
    return district


def rate_of(ws: Workspace, unit: str) -> tuple[float | None, Answer | None]:
    row = ws.row(unit, "rate", 2021)
    return row["value"], row["ratio"]


def pair(numerator: int, denominator: int) -> Answer:
    return {"numerator": numerator, "denominator": denominator}


def test_rule_10_each_part_is_combined_by_its_own_operator(rates):
    rates.report("c1", "2021-H1", {"kept": 10, "members": 100})
    rates.report("c1", "2021-H2", {"kept": 20, "members": 120})

    assert rate_of(rates, "c1") == (25, pair(30, 120))


def test_rule_10_only_reports_that_give_both_parts_are_combined(rates):
    ask(rates, "commune", indicators=["rate"])
    rates.report("c1", "2021-H1", {"kept": 10, "members": 100})
    rates.report("c1", "2021-H2", {"kept": 20})

    row = rates.row("c1", "rate", 2021)

    assert (row["value"], row["ratio"], row["state"]) == (10, pair(10, 100), "partial")
    assert row["partial"] == ["c1"]


def test_rule_10_a_year_that_gives_one_part_does_not_hide_a_half_that_gives_both(rates):
    rates.report("c1", "2021-H1", {"kept": 10, "members": 100})
    rates.report("c1", 2021, {"kept": 30})

    assert rate_of(rates, "c1") == (10, pair(10, 100))


def test_rule_10_a_subtree_enters_with_its_stated_parts_where_both_go_up(rates):
    ask(rates, "district", "commune")
    consolidated = {"kept": 50, "members": 200}
    rates.report("d", 2021, {"kept": 10, "members": 100}, consolidated=consolidated)

    assert rate_of(rates, "d") == (25, pair(50, 200))
    assert rate_of(rates, "p") == (25, pair(50, 200))
    assert sorted(rates.row("d", "rate", 2021)["stated_only"]) == ["c1", "c2"]


def test_rule_10_one_stated_part_alone_does_not_enter(rates):
    ask(rates, "district", "commune")
    rates.report("d", 2021, {"kept": 10, "members": 100}, consolidated={"kept": 50})

    assert rate_of(rates, "d") == (10, pair(10, 100))
    assert rates.row("d", "kept", 2021)["value"] == 50
    assert sorted(rates.row("d", "rate", 2021)["missing"]) == ["c1", "c2"]


def test_rule_10_stated_parts_of_different_periods_do_not_enter(rates):
    ask(rates, "district", "commune")
    rates.report("d", 2021, {"kept": 10, "members": 100}, consolidated={"kept": 50})
    rates.report("d", "2021-H1", consolidated={"members": 200})

    assert rates.row("d", "members", 2021)["value"] == 200
    assert rate_of(rates, "d") == (10, pair(10, 100))


def test_rule_10_the_parts_of_a_ratio_add_over_units(rates):
    rates.indicator("grade", "last", "average")
    rates.ratio("share", "grade", "members")

    found = rates.finding(RATIO_PARTS_DO_NOT_ADD)

    assert (found["severity"], found["file"]) == ("error", "indicators.yaml")
    assert "grade" in found["args"].values()


def test_rule_10_something_over_0_is_left_out_and_named_among_others(rates):
    ask(rates, "commune", indicators=["rate"])
    rates.report("c1", 2021, {"kept": 3, "members": 0})
    rates.report("c2", 2021, {"kept": 10, "members": 40})

    row = rates.row("p", "rate", 2021)

    assert (row["value"], row["ratio"]) == (25, pair(10, 40))
    assert row["zero_denominator"] == ["c1"]
    assert counted(row) == (1, 2)


def test_rule_10_0_over_0_is_given(rates):
    ask(rates, "commune", indicators=["rate"])
    rates.report("c1", 2021, {"kept": 0, "members": 0})
    rates.report("c2", 2021, {"kept": 10, "members": 40})

    row = rates.row("p", "rate", 2021)

    assert (row["value"], row["ratio"]) == (25, pair(10, 40))
    assert row["zero_denominator"] == []
    assert counted(row) == (2, 2)


# 11. Reports that are not added


@pytest.mark.parametrize("state", ["draft", "withdrawn", "returned"])
def test_rule_11_what_is_not_submitted_is_not_added(district, state):
    ask(district, "commune")
    returns = [{"by": "p", "date": "2021-11-05", "reason": REASON}] if state == "returned" else []
    answers = [f"{PLAN}#nam"]
    district.report("c1", 2021, {"houses": 5}, state=state, returns=returns, answers=answers, submitted="2021-11-02")
    file(district, c2=4)

    row = houses_of(district, "p")

    assert row["value"] == 4
    assert row["missing"] == ["c1"]


@pytest.mark.parametrize("state", ["submitted", "accepted", "approved", "published"])
def test_rule_11_what_is_submitted_or_further_is_added(district, state):
    district.report("c1", 2021, {"houses": 5}, state=state)

    assert houses_of(district, "p")["value"] == 5


def test_rule_11_a_returned_report_is_added_when_it_has_come_again(district):
    ask(district, "commune")
    again = {"by": "p", "date": "2021-11-05", "reason": REASON, "resubmitted": "2021-11-08"}
    answers = [f"{PLAN}#nam"]
    district.report("c1", 2021, {"houses": 5}, returns=[again], revision=2, answers=answers, submitted="2021-11-02")

    assert houses_of(district, "p")["value"] == 5


def test_rule_11_a_report_that_one_of_two_obligations_refuses_is_not_added(district):
    locked = report_due("nam", 2021, "commune", by="2021-11-14", lock="2021-11-30")
    plan = district.plan("p", locked, report_due("tong-ket", 2021, "commune", by="2021-12-31"), year=2021)
    answers = [f"{plan}#tong-ket", f"{plan}#nam"]
    district.report("c1", 2021, {"houses": 5}, answers=answers, submitted="2021-12-05")
    file(district, c2=4)

    locked_state, open_state = (
        {entry["unit"]: entry["state"] for entry in district.deadlines(2021, "2022-01-31", name)}
        for name in ("nam", "tong-ket")
    )

    assert (locked_state["c1"], open_state["c1"]) == ("refused", "on_time")
    row = houses_of(district, "p")
    assert row["value"] == 4
    assert row["missing"] == ["c1"]


@pytest.fixture
def by_git(district: Workspace) -> Workspace:
    """A report due on 14 November 2026 and locked from December on, known from git."""
    district.settings(adoption_date="2026-01-01")
    due = report_due("nam", 2026, by="2026-11-14", lock="2026-11-30", who={"units": ["c1"]})
    district.plan("p", due, year=2026)
    district.git_init()
    district.commit("2026-01-05T08:00:00+07:00")
    return district


def commit_revision(ws: Workspace, revision: int, houses: int, day: str, **fields: Any) -> None:
    answers = ["plans/2026/p/ke-hoach.yaml#nam"]
    ws.report("c1", 2026, {"houses": houses}, revision=revision, answers=answers, **fields)
    ws.commit(f"{day}T09:00:00+07:00")


def received(ws: Workspace) -> tuple[str, str]:
    (entry,) = ws.deadlines(2026, "2026-12-31")
    return entry["state"], entry["received"][:10]


def test_rule_11_a_revision_keeps_the_day_of_the_first_submission(by_git):
    commit_revision(by_git, 1, 3, "2026-11-10")
    commit_revision(by_git, 2, 5, "2026-11-20")

    assert received(by_git) == ("on_time", "2026-11-10")
    assert houses_of(by_git, "c1", 2026)["value"] == 5


def test_rule_11_a_revision_that_answers_a_return_does_not_keep_it(by_git):
    returned = {"by": "p", "date": "2026-11-18", "reason": REASON, "resubmit_by": "2026-11-20"}
    commit_revision(by_git, 1, 3, "2026-11-10")
    commit_revision(by_git, 1, 3, "2026-11-18", state="returned", returns=[returned])
    commit_revision(by_git, 2, 5, "2026-11-25", returns=[returned | {"resubmitted": "2026-11-25"}])

    assert received(by_git) == ("late", "2026-11-25")
    assert houses_of(by_git, "c1", 2026)["value"] == 5


def test_rule_11_the_first_submission_is_no_draft(by_git):
    commit_revision(by_git, 1, 3, "2026-11-10", state="draft")
    commit_revision(by_git, 1, 3, "2026-11-16")

    assert received(by_git) == ("late", "2026-11-16")


def test_rule_11_after_the_lock_the_last_revision_before_it_stands(by_git):
    commit_revision(by_git, 1, 3, "2026-11-10")
    commit_revision(by_git, 2, 5, "2026-11-30")
    commit_revision(by_git, 3, 9, "2026-12-05")

    assert received(by_git) == ("on_time", "2026-11-10")
    assert houses_of(by_git, "c1", 2026)["value"] == 5
