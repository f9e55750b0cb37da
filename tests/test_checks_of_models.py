"""Checks of models: registered and reported, registered twice, exemplars, entries of a report's list."""

import unicodedata
from textwrap import dedent

import pytest
from workspace_builder import Workspace

from dvk.naming import compared
from dvk.reading import read
from dvk.textfile import locate

REPORT = "schema: report/v1\nrevision: 1\nstate: submitted\nunit: xa\nperiod: 2021\n"
A, B = "registrations/2021/p/a/dang-ky.yaml", "registrations/2021/p/b/dang-ky.yaml"


@pytest.fixture
def ws(tmp_path):
    """A province with two communes, and a plan that asks commune A alone to register."""
    ws = Workspace(tmp_path)
    ws.unit("p", level="province")
    ws.units("a", "b", parent="p")
    ws.indicator("houses", "sum", "sum")
    ws.plan(
        "p",
        {"id": "dk", "kind": "registration", "who": {"units": ["a"]}, "period": 2021, "by": "2021-04-20"},
        year=2021,
    )
    return ws


def of(ws, *codes):
    return [row for row in ws.json("check") if row["code"] in codes]


def says(ws, unit, *entries, period=2021, **fields):
    return ws.report(unit, period, {"houses": 1}, models=list(entries), **fields)


def refer(path, model="x"):
    return {"model": f"{path}#{model}"}


# entries of a report's list


def mistakes(text, kind="report"):
    found = [mistake for mistake in read(text.encode(), kind).mistakes if mistake.code in {"DVK304", "DVK320"}]
    assert all(locate(text.encode(), mistake.field) for mistake in found)
    return [(mistake.code, mistake.field, mistake.args) for mistake in found]


def test_an_entry_has_either_model_or_name():
    text = REPORT + dedent("""\
        models:
          - model: registrations/2021/x/y.yaml#a
          - name: B
          - {stage: carried_out}
          - {model: registrations/2021/x/y.yaml#c, name: C}
          - {}
        """)
    assert mistakes(text) == [
        ("DVK320", "models[stage=carried_out]", {"problem": "neither_key"}),
        ("DVK320", 'models[model="registrations/2021/x/y.yaml#c"].name', {"problem": "both_keys"}),
        ("DVK320", "models[4]", {"problem": "neither_key"}),
    ]


def test_an_exemplar_needs_no_post_and_no_unit_and_its_id_is_its_own():
    row = "{id: a, type: individual, name: Nguyễn Văn An}"
    assert mistakes(REPORT + f"exemplars: [{row}]\n") == []
    found = ("DVK304", "exemplars[id=a#2].id", {"id": "a", "key": "exemplars"})
    assert mistakes(REPORT + f"exemplars: [{row}, {row}]\n") == [found]


def test_the_model_of_an_exemplar_is_registered(ws):
    ws.registration("a", 2021, {"id": "nha"}, {"id": "duong"})
    known, lost = refer(A, "nha"), refer(A, "nhaa")
    rows = [{"id": name, "type": "collective", "name": name} for name in ("m", "n", "n")]
    exemplars = [rows[0] | known, rows[1] | lost, rows[2] | lost]
    says(ws, "a", refer(A, "nha"), refer(A, "duong"), exemplars=exemplars)
    found = of(ws, "DVK404")
    assert [row["field"] for row in found] == ["exemplars[id=n].model", "exemplars[id=n#2].model"]
    assert found[0]["args"]["near"].startswith(f"{A}#nha")
    ws.write(A, "schema: registration/v1\n")
    assert of(ws, "DVK404") == []


def test_many_exemplars_of_models_that_are_not_there_are_answered_soon(ws):
    ws.registration("a", 2021, *({"id": f"nha-{number}"} for number in range(60)))
    lost = [{"id": f"e{n}", "type": "collective", "name": f"E{n}", **refer(A, f"nhaa-{n}")} for n in range(60)]
    says(ws, "a", exemplars=lost)
    found = of(ws, "DVK404")
    assert len(found) == 60
    assert sum(row["args"]["near"] != "" for row in found) <= 20


# reported and not registered


def test_a_model_that_a_plan_wants_registered_and_nobody_registered(ws):
    says(ws, "a", {"name": "Vườn rau"}, {"name": "Chợ phiên"})
    found = of(ws, "DVK435", "DVK436")
    assert [(row["code"], row["field"], row["severity"]) for row in found] == [
        ("DVK435", "models[name=Vườn rau].name", "warning"),
        ("DVK435", "models[name=Chợ phiên].name", "warning"),
    ]
    assert found[0]["args"] == {"name": "Vườn rau", "obligation": "plans/2021/p/ke-hoach.yaml#dk", "year": "2021"}
    assert "dvk register-model" in found[0]["remedy"]


@pytest.mark.parametrize(
    ("unit", "period", "fields"),
    [("b", 2021, {}), ("a", 2022, {}), ("a", 2020, {}), ("a", 2021, {"state": "withdrawn"}), ("nobody", 2021, {})],
)
def test_where_no_plan_asks_a_name_is_enough(ws, unit, period, fields):
    ws._folders.setdefault("nobody", "nobody")
    says(ws, unit, {"name": "Vườn rau"}, period=period, **fields)
    assert of(ws, "DVK435", "DVK436", "DVK417") == []


def test_a_unit_that_need_not_register_may_use_names(ws):
    exempt = [{"unit": "a", "reason": "đơn vị mới"}]
    ask = {"id": "dk", "kind": "registration", "who": {"units": ["a"]}, "period": 2021, "by": "2021-04-20"}
    ws.plan("p", ask | {"except": exempt}, year=2021)
    says(ws, "a", {"name": "Vườn rau"})
    assert of(ws, "DVK435") == []


def test_a_registration_that_cannot_be_read_may_hold_the_model(ws):
    says(ws, "a", {"name": "Vườn rau"})
    ws.write(A, "schema: registration/v1\nmodels: [\n")
    assert of(ws, "DVK435") == []
    (ws.root / A).unlink()
    ws.write(B, "schema: registration/v1\nmodels: [\n")
    assert len(of(ws, "DVK435")) == 1


@pytest.mark.parametrize("name", ["“Vườn rau” – xanh", "VUON RAU  XANH", "vườn-rau xanh"])
def test_a_registered_model_has_its_reference_proposed(ws, name):
    ws.registration("a", 2021, {"id": "x", "name": "Vườn rau xanh"}, state="draft")
    says(ws, "a", {"name": name})
    (found,) = of(ws, "DVK435", "DVK436", "DVK437")
    assert found["code"] == "DVK436"
    assert found["line"]
    assert found["args"]["reference"] == f"{A}#x"
    assert f"model: {A}#x" in found["remedy"]


@pytest.mark.parametrize(("years", "code"), [("2020-2022", "DVK436"), ("2022-2023", "DVK435")])
def test_only_years_of_the_model_count(ws, years, code):
    ws.registration("a", 2021, {"id": "x", "name": "Vườn rau", "years": years})
    says(ws, "a", {"name": "Vườn rau"})
    assert [row["code"] for row in of(ws, "DVK435", "DVK436")] == [code]


def test_a_co_owner_is_told_at_once_that_the_lead_reports(ws):
    ws.registration("b", 2021, {"id": "x", "name": "Vườn rau", "owners": ["a"]})
    says(ws, "a", {"name": "vườn rau"})
    (found,) = of(ws, "DVK417", "DVK435", "DVK436")
    assert (found["code"], found["field"]) == ("DVK417", "models[name=vườn rau].name")
    assert (found["args"]["lead"], found["args"]["model"]) == ("B", f"{B}#x")


# registered and never reported


def test_a_model_of_which_no_report_of_the_closed_year_speaks(ws):
    ws.registration("a", 2021, {"id": "x"}, {"id": "y"})
    says(ws, "a", period="2021-H1")
    assert of(ws, "DVK437") == []
    says(ws, "a", refer(A, "y"), period="2021-H2")
    ws.report("a", 2021, {"houses": 1})
    (found,) = of(ws, "DVK437")
    assert (found["file"], found["field"], found["severity"]) == (A, "models[id=x]", "warning")
    assert (found["args"]["report"], found["args"]["year"]) == ("reports/2021/p/a/2021.yaml", "2021")


@pytest.mark.parametrize(
    "spoken",
    [
        {"models": [refer(A)]},
        {"models": [{"name": "MÔ HÌNH-X"}]},
        {"exemplars": [{"id": "e", "type": "collective", "name": "E", **refer(A)}]},
    ],
)
@pytest.mark.parametrize("state", ["submitted", "returned", "draft"])
def test_any_report_of_the_lead_in_that_year_may_speak_of_it(ws, spoken, state):
    ws.registration("a", 2021, {"id": "x"})
    ws.report("a", 2021, {"houses": 1})
    ws.report("a", "2021-05", state=state, **spoken)
    assert of(ws, "DVK437") == []


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        ({"years": "2022-2023"}, {}),
        ({"stages": [{"stage": "dropped", "date": "2021-07-01"}]}, {}),
        ({}, {"state": "draft"}),
        ({}, {"state": "returned"}),
        ({}, {"state": "withdrawn"}),
    ],
)
def test_what_does_not_count_in_the_year_is_not_missed(ws, model, fields):
    ws.registration("a", 2021, {"id": "x"} | model, **fields)
    ws.report("a", 2021, {"houses": 1})
    assert of(ws, "DVK437") == []


def test_a_model_dropped_by_an_earlier_report_is_not_missed(ws):
    ws.registration("a", 2021, {"id": "x", "years": "2021-2023"})
    says(ws, "a", refer(A) | {"stage": "dropped"})
    for year in (2022, 2023):
        ws.report("a", year, {"houses": 1})
    assert of(ws, "DVK437") == []
    says(ws, "a", refer(A) | {"stage": "carried_out"})
    assert [row["args"]["year"] for row in of(ws, "DVK437")] == ["2022", "2023"]


def test_what_others_say_and_what_does_not_close_a_year_change_nothing(ws):
    ws.registration("a", 2021, {"id": "x"})
    says(ws, "b", refer(A))
    ws.report("a", "2021-M1-11", {"houses": 1})
    ws.report("a", 2021, {"houses": 1}, state="returned")
    assert of(ws, "DVK437") == []
    ws.report("a", "2021-12", {"houses": 1})
    (found,) = of(ws, "DVK437")
    assert found["args"]["report"] == "reports/2021/p/a/2021-12.yaml"


def test_a_report_that_cannot_be_read_may_speak_of_it(ws):
    ws.registration("a", 2021, {"id": "x"})
    ws.report("a", 2021, {"houses": 1})
    ws.write("reports/2021/p/a/2021-Q1.yaml", "schema: [\n")
    assert of(ws, "DVK437") == []


# registered twice


def names_of(found):
    return [(row["file"], row["field"], row["args"]["first"], row["args"]["problem"]) for row in found]


def test_twice_in_one_file_and_in_two_files_of_one_unit(ws):
    name = {"name": "Vườn rau"}
    ws.registration("a", 2021, {"id": "x"} | name, {"id": "y"} | name)
    ws.write("registrations/2021/p/a/them.yaml", (ws.root / A).read_text(encoding="utf-8").replace("id: y", "id: z"))
    first, more = f"{A}#x", "registrations/2021/p/a/them.yaml"
    assert names_of(of(ws, "DVK438")) == [
        (A, "models[id=y].name", first, "same_lead"),
        (more, "models[id=x].name", first, "same_lead"),
        (more, "models[id=z].name", first, "same_lead"),
    ]


def test_one_id_twice_is_told_once(ws):
    ws.registration("a", 2021, {"id": "x"}, {"id": "x"})
    assert [row["code"] for row in of(ws, "DVK304", "DVK438")] == ["DVK304"]


def test_one_name_in_two_communes_is_two_models(ws):
    for unit in "ab":
        ws.registration(unit, 2021, {"id": "x", "name": "Vườn rau"})
    assert of(ws, "DVK438") == []


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ({"area": "Thôn 3"}, {"area": "thon 3"}, "same_area"),
        ({"area": "Thôn 3"}, {"area": "Thôn 4"}, None),
        ({"area": ""}, {"area": ""}, None),
        ({"owners": ["b"]}, {}, "co_owner"),
        ({}, {"owners": ["a"]}, "co_owner"),
    ],
)
def test_two_communes_of_one_place(ws, one, other, relation):
    for unit, model in (("a", one), ("b", other)):
        ws.registration(unit, 2021, {"id": "x", "name": "Vườn rau"} | {k: v for k, v in model.items() if v})
    found = of(ws, "DVK438")
    assert names_of(found) == ([(B, "models[id=x].name", f"{A}#x", relation)] if relation else [])
    assert all(row["args"]["lead"] == "A" for row in found)


def test_a_unit_above_and_bodies_of_another_line(ws):
    ws.unit("party", level="commune", line="front", folder="x-party")
    ws.unit("union", "p", answers_to="party", folder="x-union")
    ws.unit("front", answers_to="party", line="front", folder="x-front")
    for unit in ("p", "union", "front", "party"):
        ws.registration(unit, 2021, {"id": "x", "name": "Vườn rau"})
    relations = {
        row["file"].split("/")[2]: (row["args"]["first"].split("/")[2], row["args"]["problem"])
        for row in of(ws, "DVK438")
    }
    assert relations == {
        "x-party": ("x-front", "one_answers"),
        "x-union": ("p", "one_above"),
    }
    for path in ("p", "x-party"):
        (ws.root / f"registrations/2021/{path}/dang-ky.yaml").unlink()
    (found,) = of(ws, "DVK438")
    assert (found["file"].split("/")[2], found["args"]["problem"]) == ("x-union", "same_body")


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        ("2021", "2021", True),
        ("2020-2023", "2023-2025", True),
        ("2021-2022", "2023", False),
    ],
)
def test_years_overlap(ws, one, other, is_found):
    ws.registration("a", 2021, {"id": "x", "name": "N", "years": one}, {"id": "y", "name": "N", "years": other})
    assert bool(of(ws, "DVK438")) is is_found


@pytest.mark.parametrize(("day", "is_found"), [("2021-05-31", False), ("2021-06-01", True), ("2021-08-01", True)])
def test_dropped_before_the_other_began_is_not_twice(ws, day, is_found):
    stages = [{"stage": "dropped", "date": day}]
    ws.registration("a", 2021, {"id": "x", "name": "Vườn rau", "stages": stages})
    ws.registration("p", 2021, {"id": "x", "name": "Vườn rau"}, submitted="2021-06-01")
    assert bool(of(ws, "DVK438")) is is_found


def test_dropped_by_a_report_before_the_other_began(ws):
    ws.registration("a", 2021, {"id": "x", "name": "Vườn rau", "years": "2021-2025"})
    ws.registration("a", 2022, {"id": "x", "name": "Vườn rau"})
    assert len(of(ws, "DVK438")) == 1
    says(ws, "a", refer(A) | {"stage": "dropped"})
    assert of(ws, "DVK438") == []


@pytest.mark.parametrize(("state", "is_found"), [("draft", True), ("returned", False), ("withdrawn", False)])
def test_drafts_are_compared_and_what_does_not_count_is_not(ws, state, is_found):
    ws.registration("a", 2021, {"id": "x", "name": "Vườn rau"}, state=state)
    ws.registration("p", 2021, {"id": "x", "name": "Vườn rau"}, state="draft")
    assert bool(of(ws, "DVK438")) is is_found


def test_a_unit_that_ended_in_the_year_stands_below_its_successor(tmp_path):
    ws = Workspace(tmp_path)
    ws.unit("p", level="province")
    ws.unit("old", "p", to="2021-06-30", folder="old")
    ws.unit("new", "p", start="2021-07-01", folder="new")
    ws.event("merge", "2021-07-01", ["old"], ["new"])
    for unit in ("old", "new"):
        ws.registration(unit, 2021, {"id": "x", "name": "Vườn rau"})
    (found,) = of(ws, "DVK438")
    assert found["args"]["problem"] == "one_above"


def test_leads_nobody_knows_are_compared_by_themselves(ws):
    ws._folders |= {"ma": "ma", "quy": "quy"}
    for unit in ("ma", "quy"):
        ws.registration(unit, 2021, {"id": "x", "name": "N", "area": "A"}, {"id": "y", "name": "N"})
    assert [row["args"]["problem"] for row in of(ws, "DVK438")] == ["same_lead", "same_lead"]


def test_many_communes_with_one_name_and_one_above_them(ws):
    """The one above is told of the first below it; those below it are told of nobody else."""
    communes = [f"c{number}" for number in range(40)]
    ws.units(*communes, parent="p")
    for unit in communes:
        ws.registration(unit, 2021, {"id": "x", "name": "Vườn rau"})
    ws.write(
        "registrations/2021/p/z.yaml",
        (ws.root / "registrations/2021/p/c0/dang-ky.yaml").read_text().replace("unit: c0", "unit: p"),
    )
    (found,) = of(ws, "DVK438")
    assert names_of([found]) == [
        ("registrations/2021/p/z.yaml", "models[id=x].name", "registrations/2021/p/c0/dang-ky.yaml#x", "one_above")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nhà Nhân ái", "nha nhan ai"),
        ("“Sáng - xanh - sạch”", "Sáng–xanh–sạch"),
        ("Hoà Bình", unicodedata.normalize("NFD", "Hòa  Bình")),
        ("1+1", "1+1 "),
    ],
)
def test_names_that_are_one(one, other):
    assert compared(one) == compared(other)


@pytest.mark.parametrize(("one", "other"), [("1+1", "1-1"), ("Tổ 1", "Tổ 11"), ("???", "!!!"), ("ភូមិ", "សាលា")])
def test_names_that_are_two(one, other):
    assert compared(one) != compared(other)
