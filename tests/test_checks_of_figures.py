"""Checks that compare figures: typed percentages, targets passed by far, last year once more, illustrative ones."""

from textwrap import dedent

import pytest
from workspace_builder import Workspace, report_due

from dvk.reading import read


@pytest.fixture
def ws(tmp_path):
    """A province with two communes and two further roots."""
    ws = Workspace(tmp_path)
    ws.unit("p", level="province")
    ws.units("a", "b", parent="p")
    ws.unit("q", level="province")
    for name in ("good", "all", "houses", "roads"):
        ws.indicator(name, "sum", "sum")
    ws.ratio("rate", "good", "all")
    return ws


def of(ws, *codes):
    return [row for row in ws.json("check") if row["code"] in codes]


def rate(ws, typed, good="452", every="1000", **more):
    ws.report("a", 2021, {"good": good, "all": every, "rate": typed}, **more)
    return of(ws, "DVK426", "DVK439", "DVK440")


# a typed percentage


@pytest.mark.parametrize("typed", ["45 %", "45", "45,2 %", "45,2", "45,20 %"])
def test_a_percentage_that_is_its_ratio_is_nothing_to_say(ws, typed):
    assert rate(ws, typed) == []


@pytest.mark.parametrize("typed", ["46 %", "44", "45,1 %", "45,21", "4,52", "452 %", "0"])
def test_a_percentage_that_is_not_its_ratio_is_an_error(ws, typed):
    (found,) = rate(ws, typed)
    assert (found["code"], found["severity"]) == ("DVK439", "error")
    assert found["field"] == "own[indicator=rate].value"
    assert found["args"]["typed"] == f"{typed.removesuffix(' %')} %"
    assert {key: found["args"][key] for key in ("computed", "numerator", "denominator")} == {
        "computed": "45,2 %",
        "numerator": "452",
        "denominator": "1.000",
    }


@pytest.mark.parametrize(("good", "typed"), [("455", "45 %"), ("455", "46 %"), ("4525", "452,5"), ("1", "0,1")])
def test_half_a_unit_of_the_last_place_may_be_rounded_either_way(ws, good, typed):
    assert rate(ws, typed, good) == []


@pytest.mark.parametrize(
    ("good", "every", "right", "wrong"), [("1", "3", "33,33", "33,34"), ("2", "3", "66,667", "66,66")]
)
def test_a_ratio_without_end_is_compared_as_far_as_it_was_typed(ws, good, every, right, wrong):
    assert rate(ws, right, good, every) == []
    (found,) = rate(ws, wrong, good, every)
    assert found["args"]["computed"] in {"33,33 %", "66,67 %"}


def test_a_ratio_of_another_unit_of_measure_takes_a_percentage_as_such(ws):
    more = {"numerator": "good", "denominator": "all", "type": "decimal", "unit_of_measure": "lần"}
    ws._add_indicator("times", more)
    ws.report("a", 2021, {"good": 452, "all": 1000, "times": "45,2 %"})
    ws.report("b", 2021, {"good": 452, "all": 1000, "times": "45,2"})
    (found,) = of(ws, "DVK439")
    assert (found["file"], found["args"]["computed"]) == ("reports/2021/p/b/2021.yaml", "0,45")


@pytest.mark.parametrize("typed", ["0 %", "100 %"])
@pytest.mark.parametrize("good", ["0", "3"])
def test_a_percentage_of_nothing_is_an_error_of_its_own(ws, typed, good):
    (found,) = rate(ws, typed, good, "0")
    assert (found["code"], found["severity"]) == ("DVK440", "error")
    assert found["args"] == {"indicator": "rate", "typed": typed, "denominator": "all"}


@pytest.mark.parametrize(
    "own",
    [
        {"rate": "45 %"},
        {"good": 4, "rate": "45 %"},
        {"good": 4, "all": None, "rate": "45 %"},
        {"good": "4,5", "all": 9, "rate": "50 %"},
    ],
)
def test_without_both_parts_a_typed_percentage_stays_what_it_was(ws, own):
    ws.report("a", 2021, own)
    (found,) = of(ws, "DVK426", "DVK439", "DVK440")
    assert (found["code"], found["severity"], found["field"]) == ("DVK426", "warning", "own[indicator=rate].indicator")


def test_parts_of_another_section_are_not_taken(ws):
    ws.report("p", 2021, {"good": 1, "all": 2}, consolidated={"rate": "50 %"})
    assert [row["code"] for row in of(ws, "DVK426", "DVK439")] == ["DVK426"]
    ws.report("p", 2021, {"good": 1, "all": 2}, consolidated={"good": 1, "all": 4, "rate": "50 %"})
    (found,) = of(ws, "DVK426", "DVK439")
    assert (found["code"], found["field"]) == ("DVK439", "consolidated[indicator=rate].value")


def test_a_null_percentage_is_still_no_figure_to_give(ws):
    ws.report("a", 2021, {"good": 1, "all": 2, "rate": None})
    assert [row["code"] for row in of(ws, "DVK426", "DVK439", "DVK440")] == ["DVK426"]


# a target passed by far


def target(ws, kind, value, unit="p", **more):
    ws.plan(unit, year=2021, targets=[{"indicator": "houses", "kind": kind, "value": value} | more])


@pytest.mark.parametrize(("houses", "expected"), [(30, []), (31, ["310"]), (300, ["3.000"])])
def test_an_own_figure_over_three_times_its_target(ws, houses, expected):
    target(ws, "own", 10)
    ws.report("p", 2021, {"houses": houses})
    found = of(ws, "DVK441")
    assert [row["args"]["attainment"] for row in found] == expected
    assert all(row["severity"] == "warning" for row in found)
    for row in found:
        assert (row["file"], row["field"]) == ("reports/2021/p/2021.yaml", "own[indicator=houses].value")
        assert row["args"]["plan"] == "plans/2021/p/ke-hoach.yaml"


def test_a_sum_of_several_figures_is_named_at_the_target(ws):
    target(ws, "total", 10)
    ws.report("a", 2021, {"houses": 20})
    ws.report("b", 2021, {"houses": 20})
    (found,) = of(ws, "DVK441")
    assert (found["file"], found["field"]) == ("plans/2021/p/ke-hoach.yaml", "targets[indicator=houses].value")
    assert (found["args"]["measured"], found["args"]["attainment"]) == ("40", "400")


def test_a_stated_total_is_named_where_it_stands(ws):
    target(ws, "total", 10)
    ws.report("a", 2021, {"houses": 2})
    ws.report("p", "2021-H1", consolidated={"houses": 2})
    ws.report("p", "2021-H2", consolidated={"houses": 600})
    (found,) = of(ws, "DVK441")
    assert (found["file"], found["field"]) == ("reports/2021/p/2021-H2.yaml", "consolidated[indicator=houses].value")


def test_the_largest_part_of_a_year_is_named(ws):
    target(ws, "own", 10)
    ws.report("p", "2021-H1", {"houses": 400})
    ws.report("p", "2021-H2", {"houses": 4})
    (found,) = of(ws, "DVK441")
    assert found["file"] == "reports/2021/p/2021-H1.yaml"


def test_of_a_range_its_upper_end_counts(ws):
    target(ws, "own", 10, upper=20)
    ws.report("p", 2021, {"houses": 60})
    assert of(ws, "DVK441") == []
    ws.report("p", 2021, {"houses": 61})
    assert of(ws, "DVK441")[0]["args"]["target"] == "20"


def test_each_is_measured_in_units_and_never_passed(ws):
    target(ws, "each", 1, who={"level": ["commune"]})
    ws.report("a", 2021, {"houses": 500})
    assert of(ws, "DVK441") == []


def test_per_is_named_once_at_the_lowest_unit(ws):
    target(ws, "per", 2, who={"level": ["commune"]})
    ws.report("a", 2021, {"houses": 200})
    ws.report("b", 2021, {"houses": 2})
    (found,) = of(ws, "DVK441")
    assert (found["file"], found["args"]["unit"], found["args"]["target"]) == ("reports/2021/p/a/2021.yaml", "A", "2")


def test_a_target_of_nothing_and_a_year_without_reports_say_nothing(ws):
    target(ws, "own", 0)
    ws.report("p", 2021, {"houses": 600})
    ws.plan("p", year=2022, slug="khac", targets=[{"indicator": "houses", "kind": "own", "value": 1}])
    assert of(ws, "DVK441") == []


def test_the_second_target_of_an_indicator_has_a_field_of_its_own(ws):
    rows = [{"indicator": "houses", "kind": kind, "value": value} for kind, value in (("own", 900), ("total", 10))]
    ws.plan("p", year=2021, targets=rows)
    ws.report("a", 2021, {"houses": 20})
    ws.report("b", 2021, {"houses": 20})
    (found,) = of(ws, "DVK441")
    assert found["field"] == "targets[indicator=houses#2].value"
    assert found["line"] == (ws.root / found["file"]).read_text(encoding="utf-8").splitlines().index("  value: 10") + 1


def test_a_percentage_far_beyond_its_target_is_named_at_the_target(ws):
    ws.plan("p", year=2021, targets=[{"indicator": "rate", "kind": "total", "value": "20 %"}])
    ws.report("a", 2021, {"good": 9, "all": 10})
    (found,) = of(ws, "DVK441")
    assert (found["field"], found["args"]["measured"]) == ("targets[indicator=rate].value", "90")


# last year once more


SAME = {"good": 3, "all": 7, "houses": 5}
WORDS = "Đoàn viên hăng hái, phong trào sôi nổi."


def test_last_years_figures_are_named_with_last_years_file(ws):
    ws.report("a", 2020, SAME)
    ws.report("a", 2021, dict(reversed(SAME.items())))
    (found,) = of(ws, "DVK442", "DVK443")
    assert (found["code"], found["severity"]) == ("DVK443", "warning")
    assert (found["file"], found["field"]) == ("reports/2021/p/a/2021.yaml", "period")
    assert found["args"] == {"first": "reports/2020/p/a/2020.yaml", "period": "2020"}


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (SAME, SAME | {"houses": 6}),
        (SAME, SAME | {"roads": 1}),
        (SAME | {"houses": 0}, SAME | {"houses": 0}),
        (SAME | {"houses": None}, SAME | {"houses": None}),
        ({"good": 1, "all": 2}, {"good": 1, "all": 2}),
        ({}, {}),
    ],
)
def test_other_figures_or_too_few_of_them_are_no_repetition(ws, before, now):
    ws.report("a", 2020, before)
    ws.report("a", 2021, now)
    assert of(ws, "DVK443") == []


@pytest.mark.parametrize(
    ("unit", "period", "state"),
    [("b", "2021", "submitted"), ("a", "2021-H1", "submitted"), ("a", "2022", "submitted"), ("a", "2021", "draft")],
)
def test_another_unit_period_or_a_draft_repeats_nothing(ws, unit, period, state):
    ws.report("a", 2020, SAME, text=WORDS)
    ws.report(unit, period, SAME, text=WORDS, state=state)
    assert of(ws, "DVK442", "DVK443") == []


def test_words_are_compared_without_accents_case_and_layout(ws):
    ws.report("a", "2020-H1", strengths=WORDS)
    ws.report("a", "2021-H1", topic="dan-van", strengths=WORDS.upper().replace(" ", "  "))
    (found,) = of(ws, "DVK442", "DVK443")
    assert found["code"] == "DVK442"
    assert found["file"] == "reports/2021/p/a/2021-H1-dan-van.yaml"


def test_reports_without_words_repeat_no_words(ws):
    ws.report("a", 2020, {"good": 1})
    ws.report("a", 2021, {"good": 2})
    assert of(ws, "DVK442") == []


def test_the_whole_year_and_its_months_are_one_period(ws):
    ws.report("a", "2020-H1", text=WORDS)
    ws.report("a", "2021-M1-6", text=WORDS)
    assert len(of(ws, "DVK442")) == 1


# illustrative among real


def test_illustrative_reports_among_real_ones_are_one_finding_a_root_and_year(ws):
    ws.report("p", 2021, {"good": 1})
    for year in (2021, 2022):
        ws.report("a", year, {"good": 1}, illustrative=True)
        ws.report("b", year, {"good": 1}, illustrative=True)
    ws.report("q", 2022, {"good": 1})
    (found,) = of(ws, "DVK444")
    assert (found["file"], found["field"], found["severity"]) == (
        "reports/2021/p/a/2021.yaml",
        "illustrative",
        "warning",
    )
    assert found["args"] == {
        "unit": "P",
        "year": "2021",
        "illustrative": "2",
        "real": "1",
        "first": "reports/2021/p/2021.yaml",
    }


@pytest.mark.parametrize("state", ["draft", "withdrawn", "returned"])
def test_only_reports_that_count_are_mixed(ws, state):
    ws.report("p", 2021, {"good": 1})
    ws.report("a", 2021, {"good": 1}, illustrative=True, state=state)
    assert of(ws, "DVK444") == []


def test_an_illustrative_plan_or_registration_mixes_nothing(ws):
    ws.plan("p", year=2021, illustrative=True)
    ws.registration("a", 2021, {"id": "x"}, illustrative=True)
    ws.report("a", 2021, {"good": 1})
    assert of(ws, "DVK444") == []


# what was there already


def test_a_null_beside_a_figure_of_another_report_is_given_twice(ws):
    ws.report("a", 2021, {"good": 3})
    ws.report("a", 2021, {"good": None}, topic="rieng")
    (found,) = of(ws, "DVK410")
    assert found["file"] == "reports/2021/p/a/2021.yaml"
    assert found["args"]["first"] == "reports/2021/p/a/2021-rieng.yaml"


def test_a_difference_names_every_child_with_its_value_and_the_sentence_the_first_twelve(ws):
    communes = [f"c{number:02}" for number in range(1, 15)]
    ws.units(*communes, parent="q")
    ws.plan("q", report_due("nam", 2021, "commune", before="2021-12-01"), year=2021)
    for number, commune in enumerate(communes, 1):
        ws.report(commune, 2021, {"houses": number})
    ws.report("q", 2021, {"houses": 0}, consolidated={"houses": 200})
    (found,) = of(ws, "DVK412")
    assert found["args"]["children"] == ", ".join(f"{c.upper()} {n}" for n, c in enumerate(communes, 1))
    assert "C12 12, …" in found["remedy"]
    assert "C13" not in found["remedy"]


def test_twelve_children_are_all_named_in_the_sentence(ws):
    communes = [f"c{number:02}" for number in range(1, 13)]
    ws.units(*communes, parent="q")
    for commune in communes:
        ws.report(commune, 2021, {"houses": 2})
    ws.report("q", 2021, consolidated={"houses": 20})
    (found,) = of(ws, "DVK413")
    assert "C12 2" in found["remedy"]
    assert "…" not in found["remedy"]


# money of one document


REGISTRATION = "schema: registration/v1\nrevision: 1\nstate: submitted\nunit: xa\nperiod: 2021\n"


def money(budget, *rows):
    sources = "".join(f"        - {{source: S{number}, value: {row}}}\n" for number, row in enumerate(rows))
    text = REGISTRATION + dedent("""\
        models:
          - id: a
            name: A
        """)
    text += f"    budget: {{value: {budget}}}\n" if budget else ""
    text += f"    resources:\n      money:\n{sources}" if rows else ""
    return [
        (mistake.field, mistake.args)
        for mistake in read(text.encode(), "registration").mistakes
        if mistake.code == "DVK321"
    ]


def test_money_by_source_is_the_budget():
    (found,) = money("100 triệu", "60 triệu", "30 triệu")
    assert found[0] == "models[id=a].budget.value"
    amounts = {"sum": "90.000.000 đ", "budget": "100.000.000 đ", "difference": "10.000.000 đ"}
    assert found[1] == {"model": "a"} | amounts
    assert money("100 triệu", "60 triệu", "60 triệu")[0][1]["difference"] == "20.000.000 đ"


@pytest.mark.parametrize(
    ("budget", "rows"),
    [
        ("100 triệu", ["60 triệu", "40 triệu"]),
        ("100 triệu, bound: about", ["60 triệu"]),
        ("100 triệu, bound: at_least", ["60 triệu"]),
        ("100 triệu", ["60 triệu, bound: about"]),
        ("100 triệu", ["10 triệu", "60 triệu, bound: at_least"]),
        ("100 triệu", []),
        ("", ["60 triệu"]),
    ],
)
def test_sums_that_agree_or_are_not_exact_are_not_compared(budget, rows):
    assert money(budget, *rows) == []
