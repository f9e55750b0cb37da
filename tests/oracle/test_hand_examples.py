"""The oracle against answers worked out by hand: it must be right before anything is compared with it."""

from fractions import Fraction

import pytest
from hand_examples import (
    district,
    indicator,
    organisation,
    plan,
    province,
    ratio,
    reorganised,
    report,
    single,
    unit,
    yearly,
)
from oracle import Row, rollup

FIVE = {"c1": "3", "c2": "4", "c3": "1", "c4": "0", "c5": "2"}
ALL = ("d", "c1", "c2", "c3", "c4", "c5")


def _classes(row: Row) -> dict[str, set[str]]:
    return {name: units for name, units in row.classes.items() if units}


CONSOLIDATED = [
    ({}, ("d",), {"own": "2", "consolidated": "12"}, (12, "stated", {"whole": {"d"}})),
    (
        {"c1": "3", "c2": "4"},
        ALL,
        {"own": "2", "consolidated": "12"},
        (12, "stated", {"whole": {"d", "c1", "c2"}, "stated_only": {"c3", "c4", "c5"}}),
    ),
    (
        {"c1": "3", "c2": "4"},
        ALL,
        {"own": "2", "consolidated": "8"},
        (9, "computed", {"whole": {"d", "c1", "c2"}, "missing": {"c3", "c4", "c5"}}),
    ),
    (FIVE, ALL, {"own": "2", "consolidated": "15"}, (12, "computed", {"whole": set(ALL)})),
    (FIVE, ALL, {"consolidated": "12"}, (12, "stated", {"whole": set(ALL) - {"d"}, "stated_only": {"d"}})),
    (
        FIVE | {"c3": None},
        ALL,
        {"own": "2", "consolidated": "15"},
        (15, "stated", {"whole": set(ALL) - {"c3"}, "null": {"c3"}}),
    ),
]


@pytest.mark.parametrize(("communes", "asked", "filed", "answer"), CONSOLIDATED)
def test_consolidated_district(communes, asked, filed, answer):
    sections = {section: {"houses": value} for section, value in filed.items()}
    row = rollup(district(communes, asked, **sections), 2021)["d", "houses"]
    assert (row.value, row.basis, _classes(row)) == answer


def test_what_was_computed_so_far_stays_beside_the_stated_total():
    documents = district({"c1": "3", "c2": "4"}, ALL, own={"houses": "2"}, consolidated={"houses": "12"})
    rows = rollup(documents, 2021)
    assert (rows["d", "houses"].computed, rows["d", "houses"].stated) == (9, 12)
    assert (rows["p", "houses"].value, rows["p", "houses"].basis) == (12, "computed")


@pytest.mark.parametrize(
    ("filed", "sessions", "kept"),
    [
        ({"2014-H1": ("10", "4"), "2014": ("25", "6")}, (25, "whole"), (6, "whole")),
        ({"2014-H1": ("10", "4"), "2014": ("25",)}, (25, "whole"), (4, "partial")),
        ({"2014-H1": ("10", "4")}, (10, "partial"), (4, "partial")),
        ({"2014-H1": ("10",), "2014-M1-9": ("18",), "2014-Q4": ("7",)}, (25, "whole"), (None, "missing")),
        ({"2014-H1": ("10",), "2014": (None,)}, (None, "null"), (None, "missing")),
        ({"2014-H1": ("10",), "2014-H2": ("0",)}, (10, "whole"), (None, "missing")),
    ],
)
def test_half_year_and_year(filed, sessions, kept):
    given = {period: dict(zip(("sessions", "kept"), values, strict=False)) for period, values in filed.items()}
    rows = rollup(single(given), 2014)
    for name, (value, state) in (("sessions", sessions), ("kept", kept)):
        row = rows["p", name]
        assert (row.value, _classes(row)) == (value, {state: {"u"}})


def test_reorganisation_keeps_every_figure_once():
    rows = rollup(reorganised(), 2025)
    assert rows["p", "models_done"].value == 28
    assert _classes(rows["p", "models_done"]) == {"whole": {"d", "a", "b", "c", "e"}}
    assert {unit_id: rows[unit_id, "models_done"].value for unit_id in "cedab"} == {
        "c": 22, "e": 5, "d": 1, "a": 10, "b": 5,
    }  # fmt: skip
    assert {unit_id: rows[unit_id, "models_done"].parent for unit_id in "cedab"} == {
        "c": "p", "e": "p", "d": "p", "a": "c", "b": "c",
    }  # fmt: skip


def test_a_successor_replaces_its_predecessors_only_where_it_says_so():
    own = {"models_done": "20"}
    unsaid = rollup(reorganised(report("c", "2025", own)), 2025)
    said = rollup(reorganised(report("c", "2025", own, covers_predecessors="yes")), 2025)
    assert (unsaid["p", "models_done"].value, unsaid["c", "models_done"].value) == (28, 22)
    assert (said["p", "models_done"].value, said["c", "models_done"].value) == (26, 20)


def test_an_earlier_year_does_not_know_the_events():
    rows = rollup(reorganised(report("a", "2024", {"models_done": "6"})), 2024)
    assert rows["a", "models_done"].parent == "d"
    assert ("c", "models_done") not in rows
    assert rows["d", "models_done"].value == 6


def test_a_unit_that_was_not_asked_is_in_the_total_and_not_in_the_count():
    documents = reorganised(report("x", "2025-H1", {"models_done": "4"}))
    documents["units/all.yaml"]["units"].append(unit("x", "commune", "d", last="2025-05-31"))
    row = rollup(documents, 2025)["p", "models_done"]
    assert row.value == 32
    assert len(row.classes["whole"]) == 5


PARTS = (indicator("kept"), indicator("members"), ratio("rate", "kept", "members"))


def test_ratio_takes_units_that_give_both_parts():
    given = {
        "a": {"kept": "30", "members": "100"},
        "b": {"kept": "20"},
        "c": {"kept": "0", "members": "50"},
        "d": {"kept": None, "members": "40"},
    }
    row = rollup(province(PARTS, given), 2021)["p", "rate"]
    assert row.value == 20
    assert _classes(row) == {"whole": {"a", "c"}, "missing": {"b"}, "null": {"d"}}


@pytest.mark.parametrize("given", [{"kept": "20"}, {"kept": "3", "members": "0"}])
def test_no_ratio(given):
    row = rollup(province(PARTS, {"a": given}), 2021)["p", "rate"]
    assert (row.value, row.basis, _classes(row)) == (None, None, {"missing": {"a"}})


def test_average_goes_up_as_sum_and_count():
    given = {"a": {"score": "80"}, "b": {"score": "90"}, "c": {"score": "50"}}
    documents = province([indicator("score", "last", "average")], given, {"a": "d1", "b": "d1", "c": "d2"})
    rows = rollup(documents, 2021)
    assert [rows[name, "score"].value for name in ("p", "d1", "d2")] == [Fraction(220, 3), 85, 50]
    assert len(rows["p", "score"].classes["whole"]) == 3


def test_average_over_time_weighs_by_months():
    documents = (
        organisation([unit("p", "province"), unit("u", "district", "p")])
        | {"indicators.yaml": {"schema": "indicators/v1", "indicators": [indicator("score", "average")]}}
        | plan("p", 2021, [yearly(2021, "u")])
        | report("u", "2021-H1", {"score": "10"})
        | report("u", "2021-Q3", {"score": "20"})
        | report("u", "2021-Q4", {"score": "40"})
    )
    assert rollup(documents, 2021)["p", "score"].value == 20


def test_null_zero_and_absent_are_three_things():
    row = rollup(province([indicator("x")], {"a": {"x": "5"}, "b": {"x": "0"}, "c": {"x": None}, "d": {}}), 2021)[
        "p", "x"
    ]
    assert (row.value, _classes(row)) == (5, {"whole": {"a", "b"}, "null": {"c"}, "missing": {"d"}})
    row = rollup(province([indicator("x")], {"a": {"x": None}, "b": {"x": None}}), 2021)["p", "x"]
    assert (row.value, row.basis, _classes(row)) == (None, "null", {"null": {"a", "b"}})


def test_stock_with_a_missing_half():
    documents = province([indicator("stock", "last")], {"a": {}, "b": {}})
    documents |= report("a", "2021-H1", {"stock": "100"}) | report("a", "2021-H2", {"stock": "110"})
    documents |= report("b", "2021-H1", {"stock": "50"})
    row = rollup(documents, 2021)["p", "stock"]
    assert (row.value, _classes(row)) == (160, {"whole": {"a"}, "partial": {"b"}})
