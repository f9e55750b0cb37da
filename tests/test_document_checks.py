"""What one document says wrong: every DVK3xx with its stable field path, and what must not be taken for one."""

from textwrap import dedent, indent

import pytest

from dvk.reading import read
from dvk.textfile import locate, read_text, value_at

PLAN = """\
schema: plan/v1
revision: 1
state: issued
unit: tinh-doan
type: KH
number: 25-KH/TĐTN
date: 2021-02-01
subject: Dân vận khéo
period: 2021
signatory: {name: Trần Văn Bình}
"""
REPORT = "schema: report/v1\nrevision: 1\nstate: submitted\nunit: xa\nperiod: 2021\n"
REGISTRATION = "schema: registration/v1\nrevision: 1\nstate: submitted\nunit: xa\nperiod: 2021\n"


def found(text, kind="plan"):
    """Give (code, field, args) of every mistake, once each field is known to lead to a place in the text."""
    mistakes = read(text.encode(), kind).mistakes
    for mistake in mistakes:
        assert locate(text.encode(), mistake.field), mistake
    return [(mistake.code, mistake.field, mistake.args) for mistake in mistakes]


def codes(text, kind="plan"):
    return [(code, field) for code, field, _ in found(text, kind)]


def plan(*obligations, **keys):
    """Give a plan with these obligations, each a flow mapping without its braces."""
    given = {**{line.split(":")[0]: line.split(":", 1)[1].strip() for line in PLAN.splitlines()}, **keys}
    head = "".join(f"{key}: {value}\n" for key, value in given.items() if value is not None)
    rows = "".join(f"  - {{kind: report, {row}}}\n" for row in obligations)
    return head + (f"obligations:\n{rows}" if rows else "")


def owed(name="nam", period="2021", more=""):
    return f"id: {name}, who: {{level: [xa]}}, period: {period}" + (f", {more}" if more else "")


def units(*rows):
    return "schema: units/v1\nunits:\n" + "".join(indent(dedent(row), "  ") for row in rows)


def indicators(*rows):
    defaults = "name: N, unit_of_measure: căn"
    return "schema: indicators/v1\nindicators:\n" + "".join(f"  - {{{defaults}, {row}}}\n" for row in rows)


def test_a_whole_plan_has_nothing_wrong():
    events = "[{id: hoi-nghi, date: 2021-07-01}]"
    text = plan(
        owed("nam", more="before: 2021-12-01, lock: 2021-12-31"),
        owed("phu-luc", more="embedded_in: nam"),
        owed("so-ket", more="days_after: 3, of: hoi-nghi"),
        owed("bo-sung", more="days_after: 2, of: nam"),
        owed("moi-nam", "year", "every_year: yes, before: 01-15, in: next_year"),
        owed("khac", more="embedded_in: plans/2020/tinh-doan/x.yaml#nam"),
        owed("khong-han"),
        events=events,
    )
    assert found(text) == []
    assert read(text.encode(), "plan").facts is not None


@pytest.mark.parametrize(
    ("dates", "last", "ways"),
    [
        ("before: 2021-11-05, by: 2021-11-04", "by", "before, by"),
        ("by: 2021-11-04, embedded_in: khac", "embedded_in", "by, embedded_in"),
        ("before: 2021-11-05, days_after: 1, of: khac", "of", "before, days_after + of"),
        ("days_after: 1", "days_after", "days_after"),
        ("of: khac", "of", "of"),
        ("before: 2021-11-05, of: khac", "of", "before, of"),
    ],
)
def test_301_a_date_is_given_in_exactly_one_way(dates, last, ways):
    text = plan(owed("khac", more="before: 2021-10-01"), owed("nam", more=dates))
    assert found(text) == [("DVK301", f"obligations[id=nam].{last}", {"ways": ways})]


def test_301_holds_for_extensions_too():
    text = plan(owed(more="extensions: [{units: [a], by: 2021-12-01, before: 2021-12-02, reason: lũ}]"))
    assert codes(text) == [("DVK301", "obligations[id=nam].extensions[0].by")]


@pytest.mark.parametrize(
    ("row", "key", "typed", "repeats", "clear"),
    [
        (owed("nam", "year", "every_year: yes, before: 5/11/2021"), "before", "2021-11-05", "yearly", "before: 11-05"),
        (
            owed("nam", "year", 'every_year: yes, by: "5/11/2021 17:00"'),
            "by",
            "2021-11-05 17:00",
            "yearly",
            "by: 11-05 17:00",
        ),
        (owed("nam", "2021-H1", "every_year: yes, before: 05-15"), "period", "2021-H1", "yearly", "period: H1"),
        (owed("nam", "year", "every_year: yes, lock: 2021-11-30"), "lock", "2021-11-30", "yearly", "lock: 11-30"),
        (owed("nam", "2021", "before: 11-05"), "before", "11-05", "once", "before: 2021-11-05"),
        (owed("nam", "H1", "before: 2021-06-05"), "period", "H1", "once", "period: 2021-H1"),
        (owed("nam", "2021", "cut_off: 10-31"), "cut_off", "10-31", "once", "cut_off: 2021-10-31"),
    ],
)
def test_302_days_and_periods_go_with_every_year(row, key, typed, repeats, clear):
    other = "every_year: no" if repeats == "yearly" else "every_year: yes"
    args = {"key": key, "typed": typed, "repeats": repeats, "clear": f"{clear} / {other}"}
    assert found(plan(row)) == [("DVK302", f"obligations[id=nam].{key}", args)]


def test_302_next_year_needs_every_year_and_moves_the_day_that_is_proposed():
    mistakes = found(plan(owed("nam", "2021", "before: 01-15, in: next_year")))
    assert [(code, field) for code, field, _ in mistakes] == [
        ("DVK302", "obligations[id=nam].before"),
        ("DVK302", "obligations[id=nam].in"),
    ]
    assert mistakes[0][2]["clear"] == "before: 2022-01-15 / every_year: yes"


def test_303_an_issued_plan_has_a_day():
    assert codes(plan(date=None)) == [("DVK303", "state")]
    assert found(plan(date=None, effective="2021-02-01")) == []
    assert found(plan(date=None, state="draft")) == []


def test_304_ids_are_used_once():
    twice = plan(owed("nam"), owed("nam"), owed("nam"), events="[{id: a, date: 2021-07-01}, {id: a, date: 2021-07-02}]")
    assert found(twice) == [
        ("DVK304", "obligations[id=nam#2].id", {"id": "nam", "key": "obligations"}),
        ("DVK304", "obligations[id=nam#3].id", {"id": "nam", "key": "obligations"}),
        ("DVK304", "events[id=a#2].id", {"id": "a", "key": "events"}),
    ]


def test_304_an_event_and_an_obligation_share_no_id():
    text = plan(owed("nam"), events="[{id: nam, date: 2021-07-01}]")
    assert found(text) == [("DVK304", "events[id=nam].id", {"id": "nam", "key": "obligations, events"})]


@pytest.mark.parametrize(
    ("kind", "text", "field", "key"),
    [
        (
            "registration",
            REGISTRATION + "models: [{id: a, name: A}, {id: a, name: B}]\n",
            "models[id=a#2].id",
            "models",
        ),
        (
            "units",
            "schema: units/v1\nunits: [{id: a, line: x, name: A, level: y}, {id: a, line: x, name: B, level: y}]\n",
            "units[id=a#2].id",
            "units",
        ),
        (
            "units",
            units("- {id: a, line: x, name: A, level: y, departments: [{id: b, name: B}, {id: b, name: C}]}\n"),
            "units[id=a].departments[id=b#2].id",
            "departments",
        ),
        (
            "settings",
            "schema: settings/v1\nfields: [{id: a, name: A}, {id: a, name: B}]\n",
            "fields[id=a#2].id",
            "fields",
        ),
    ],
)
def test_304_in_every_list_that_others_point_into(kind, text, field, key):
    assert found(text, kind) == [("DVK304", field, {"id": "a" if key != "departments" else "b", "key": key})]


def test_304_in_the_catalogue():
    row = "id: nha, over_time: sum, over_units: sum"
    assert codes(indicators(row, row), "indicators") == [("DVK304", "indicators[id=nha#2].id")]


def test_305_one_section_gives_an_indicator_once():
    text = (
        REPORT + "own: [{indicator: a, value: 1}, {indicator: a, value: 2}]\nconsolidated: [{indicator: a, value: 3}]\n"
    )
    assert found(text, "report") == [("DVK305", "own[indicator=a#2].indicator", {"indicator": "a", "key": "own"})]


def test_306_a_null_has_a_reason():
    model = "registrations/2021/xa/dang-ky-mo-hinh-dan-van-kheo-nam-2021-cua-xa.yaml#m"
    text = REPORT + dedent(f"""\
        own:
          - {{indicator: a, value: null}}
          - {{indicator: b, value: null, reason: chưa thống kê}}
          - {{indicator: c, value: 0}}
        consolidated:
          - indicator: a
            value:
        models:
          - model: {model}
            results: [{{indicator: d, value: ~}}]
        """)
    assert codes(text, "report") == [
        ("DVK306", "own[indicator=a].value"),
        ("DVK306", "consolidated[indicator=a].value"),
        ("DVK306", f'models[model="{model}"].results[indicator=d].value'),
    ]


def test_308_nothing_ends_before_it_starts():
    text = units("""\
        - id: a
          line: x
          from: 2021-07-02
          to: 2021-07-01
          name:
            - {value: Xã A, from: 2020-01-02, to: 2020-01-01}
            - {value: Xã A, from: 2020-01-02, to: 2020-01-01}
          level: {value: y}
        """).replace("level: {value: y}", "level: [{value: y, from: 2020-01-01, to: 2020-01-01}]")
    days = {"start": "02/01/2020", "end": "01/01/2020"}
    assert found(text, "units") == [
        ("DVK308", "units[id=a].to", {"start": "02/07/2021", "end": "01/07/2021"}),
        ("DVK308", "units[id=a].name[value=Xã A].to", days),
        ("DVK308", "units[id=a].name[value=Xã A#2].to", days),
    ]


def test_308_a_plan_and_a_department():
    assert codes(plan(until="2021-01-31")) == [("DVK308", "until")]
    assert found(plan(until="2021-02-01")) == []
    text = units("""\
        - id: a
          line: x
          name: A
          level: y
          departments: [{id: b, name: B, from: 2021-01-02, to: 2021-01-01}]
        """)
    assert codes(text, "units") == [("DVK308", "units[id=a].departments[id=b].to")]


def test_309_a_name_that_leads_nowhere_is_answered_with_the_nearest():
    text = plan(owed("bao-cao-nam", more="before: 2021-12-01"), owed("phu-luc", more="embedded_in: bao-cao-nm"))
    args = {"key": "embedded_in", "name": "bao-cao-nm", "most": "20", "near": "bao-cao-nam"}
    assert found(text) == [("DVK309", "obligations[id=phu-luc].embedded_in", args)]


def test_309_days_after_something_without_a_date():
    text = plan(owed("a"), owed("b", more="days_after: 1, of: a"), owed("c", more="embedded_in: a"))
    assert codes(text) == [("DVK309", "obligations[id=b].of")]


def test_309_nothing_is_embedded_in_an_event():
    text = plan(owed("a", more="embedded_in: hoi-nghi"), events="[{id: hoi-nghi, date: 2021-07-01}]")
    assert codes(text) == [("DVK309", "obligations[id=a].embedded_in")]


def test_309_a_circle_is_named_once():
    text = plan(
        owed("ngoai", more="days_after: 1, of: a"),
        owed("a", more="days_after: 1, of: b"),
        owed("b", more="embedded_in: c"),
        owed("c", more="days_after: 1, of: a"),
        owed("d", more="embedded_in: d"),
    )
    assert codes(text) == [("DVK309", "obligations[id=a].of"), ("DVK309", "obligations[id=d].embedded_in")]


def test_310_somebody_owes():
    assert codes(plan("id: nam, who: {}, period: 2021")) == [("DVK310", "obligations[id=nam].who")]
    assert codes(plan("id: nam, who: {level: }, period: 2021")) == [("DVK310", "obligations[id=nam].who")]
    assert found(plan("id: nam, who: {units: [a]}, period: 2021")) == []


@pytest.mark.parametrize(
    ("parts", "field", "part", "name"),
    [
        ("numerator: a, denominator: x", ".denominator", "denominator", "x"),
        ("numerator: a", "", "denominator", "–"),
        ("denominator: a", "", "numerator", "–"),
        ("numerator: stock, denominator: a", ".numerator", "numerator", "stock"),
        ("numerator: r, denominator: a", ".numerator", "numerator", "r"),
    ],
)
def test_311_a_ratio_has_two_parts_that_add_over_units(parts, field, part, name):
    text = indicators(
        "id: a, over_time: sum, over_units: sum",
        "id: stock, over_time: last, over_units: average",
        f"id: r, type: percent, {parts}",
    )
    ((code, place, args),) = found(text, "indicators")
    assert (code, place) == ("DVK311", f"indicators[id=r]{field}")
    assert (args["part"], args["name"], args["key"]) == (part, name, part)


def test_312_an_operator_that_nobody_wrote():
    text = indicators(
        "id: a",
        "id: b, over_time: none, over_units: none",
        "id: c, over_units: sum",
    )
    assert found(text, "indicators") == [
        ("DVK312", "indicators[id=a].id", {"indicator": "a", "missing": "over_time, over_units"}),
        ("DVK312", "indicators[id=c].id", {"indicator": "c", "missing": "over_time"}),
    ]


def test_313_targets_of_units_need_units_and_ranges_run_upwards():
    text = PLAN + dedent("""\
        targets:
          - {indicator: a, kind: each, value: 1}
          - {indicator: a, kind: per, value: 1, who: {}}
          - {indicator: b, kind: total, value: 3.000, upper: 2.000}
          - {indicator: c, kind: each, value: 1, upper: 1, who: {level: [xa]}}
        """)
    assert found(text) == [
        ("DVK313", "targets[indicator=a].kind", {"indicator": "a", "problem": "kind: each, who: –"}),
        ("DVK313", "targets[indicator=a#2].kind", {"indicator": "a", "problem": "kind: per, who: –"}),
        ("DVK313", "targets[indicator=b].upper", {"indicator": "b", "problem": "value: 3.000 > upper: 2.000"}),
    ]


def test_313_a_models_own_range():
    text = REGISTRATION + "models: [{id: m, name: M, targets: [{indicator: a, value: 2, upper: 1}]}]\n"
    assert codes(text, "registration") == [("DVK313", "models[id=m].targets[indicator=a].upper")]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"number": None}, [("state", "number", "number")]),
        ({"signatory": None}, [("state", "signatory.name", "signatory")]),
        ({"signatory": "{post: Bí thư}"}, [("signatory", "signatory.name", "signatory")]),
        ({"number": None, "signatory": None, "inferred": "[number, signatory]"}, []),
        ({"number": None, "signatory": None, "state": "draft"}, []),
    ],
)
def test_314_an_issued_plan_has_number_and_signatory_unless_the_source_lacks_them(keys, expected):
    wanted = [("DVK314", field, {"what": what, "mark": mark}) for field, what, mark in expected]
    assert found(plan(**keys)) == wanted


def test_every_field_is_the_path_that_the_reader_itself_gives():
    text = plan(owed("nam"), owed("nam", more="before: 11-05"), "id: nam, who: {}, period: 2021")
    tree = read_text(text.encode()).tree
    values = {(code, field): value_at(tree, field) for code, field in codes(text)}
    assert values == {
        ("DVK304", "obligations[id=nam#2].id"): "nam",
        ("DVK304", "obligations[id=nam#3].id"): "nam",
        ("DVK302", "obligations[id=nam#2].before"): "11-05",
        ("DVK310", "obligations[id=nam#3].who"): {},
    }


def test_a_weight_for_a_code_that_does_not_exist():
    (mistake,) = read(b"schema: settings/v1\nseverities:\n  DVK999: note\n  DVK420: error\n", "settings").mistakes
    assert (mistake.code, mistake.field) == ("DVK122", "severities.DVK999")
