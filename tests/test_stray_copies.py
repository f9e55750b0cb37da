"""A copy that a file manager made beside the real file never takes its place, and nothing is left out in silence."""

import pytest
from workspace_builder import Workspace, report_due

COPIES = ("2021 - Copy.yaml", "2021 (1).yaml", "2021 copy.yaml", "a.yaml")


@pytest.fixture
def ws(tmp_path):
    """A province that asks its two communes for a report by 30 November."""
    ws = Workspace(tmp_path)
    ws.unit("p", level="province")
    ws.units("a", "b", parent="p")
    ws.indicator("houses", "sum", "sum")
    ws.indicator("money", "sum", "sum", type="money", unit_of_measure="đồng")
    ws.ratio("rate", "houses", "houses")
    return ws


def text_of(ws, path):
    return (ws.root / path).read_text(encoding="utf-8")


def copied(ws, path, name, change=("", "")):
    """Copy a file under another name in its folder, one text in it changed."""
    return ws.write(f"{path.rpartition('/')[0]}/{name}", text_of(ws, path).replace(*change))


# reports


@pytest.mark.parametrize("name", COPIES)
def test_the_report_in_its_place_stands_and_the_copy_is_named(ws, name):
    path = ws.report("a", 2021, {"houses": 7})
    copy = copied(ws, path, name, ("value: 7", "value: 70"))
    assert "70" in text_of(ws, copy)
    assert ws.row("a", "houses", 2021)["value"] == 7
    (twice,) = ws.findings("DVK410")
    assert (twice["file"], twice["args"]["first"]) == (copy, path)
    assert [row["file"] for row in ws.findings("DVK401")] == [copy]


def test_a_copy_in_the_folder_of_another_unit_or_year_loses_as_well(ws):
    path = ws.report("b", 2021, {"houses": 7})
    strays = [f"reports/{place}/2021.yaml" for place in ("2020/p/b", "2021/p/a")]
    for stray in strays:
        ws.write(stray, text_of(ws, path).replace("value: 7", "value: 70"))
    assert ws.row("b", "houses", 2021)["value"] == 7
    assert {row["file"]: row["args"]["first"] for row in ws.findings("DVK410")} == dict.fromkeys(strays, path)


def test_of_two_in_their_place_and_of_two_strays_the_first_path_stands(ws):
    path = ws.report("a", 2021, {"houses": 7})
    topic = ws.report("a", 2021, {"houses": 8}, topic="an-sinh")
    assert (ws.row("a", "houses", 2021)["value"], ws.finding("DVK410")["file"]) == (8, path)
    for real, copy in ((path, "x.yaml"), (topic, "y.yaml")):
        copied(ws, real, copy)
        (ws.root / real).unlink()
    assert (ws.row("a", "houses", 2021)["value"], ws.finding("DVK410")["file"]) == (7, "reports/2021/p/a/y.yaml")


def test_a_misplaced_report_alone_is_added(ws):
    (ws.root / ws.report("a", 2021, {"houses": 7})).rename(ws.root / "reports/2021/p/a/nam.yaml")
    assert ws.row("a", "houses", 2021)["value"] == 7


def test_the_report_in_its_place_meets_the_obligation(ws):
    plan = ws.plan("p", report_due("nam", 2021, "commune", by="2021-11-30"), year=2021)
    path = ws.report("a", 2021, {"houses": 7}, answers=[f"{plan}#nam"], submitted="2021-11-20")
    copy = copied(ws, path, "2021 - Copy.yaml")
    (line,) = [row for row in ws.deadlines(2021, "2021-12-31") if row["unit"] == "a"]
    assert line["files"] == [path, copy]


# registrations


def test_a_copied_registration_is_the_second(ws):
    path = ws.registration("a", 2021, {"id": "x", "name": "Vườn rau"})
    copy = copied(ws, path, "dang-ky - Copy.yaml")
    (found,) = ws.findings("DVK438")
    assert (found["file"], found["args"]["first"]) == (copy, f"{path}#x")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"submitted": "2021-04-19"}, {}),
        ({}, {"state": "draft", "submitted": "2021-04-01"}),
        ({}, {"submitted": None}),
    ],
    ids=["declared first", "no draft", "declared at all"],
)
def test_the_first_registration_is_told_by_more_than_its_path(ws, earlier, later):
    path = ws.registration("a", 2021, {"id": "x", "name": "Vườn rau"}, **earlier)
    (ws.root / path).rename(ws.root / "registrations/2021/p/a/z.yaml")
    fields = {"submitted": "2021-04-20"} | later
    second = ws.registration("a", 2021, {"id": "x", "name": "Vườn rau"}, **fields)
    if fields["submitted"] is None:
        ws.write(second, text_of(ws, second).replace("submitted: null\n", ""))
    (found,) = ws.findings("DVK438")
    assert (found["file"], found["args"]["first"]) == (second, "registrations/2021/p/a/z.yaml#x")


def test_what_the_lead_reports_on_was_first_and_the_other_need_not_be_reported(ws):
    second = ws.registration("a", 2021, {"id": "x", "name": "Vườn rau"}, {"id": "y", "name": "Đường hoa"})
    first = copied(ws, second, "z.yaml")
    ws.report("a", 2021, {"houses": 1}, models=[{"model": f"{first}#x"}, {"model": f"{first}#y"}])
    assert [(row["file"], row["args"]["first"]) for row in ws.findings("DVK438")] == [
        (second, f"{first}#x"),
        (second, f"{first}#y"),
    ]
    assert ws.findings("DVK437") == []


def test_a_model_that_is_registered_twice_and_never_reported_is_missed_once(ws):
    path = ws.registration("a", 2021, {"id": "x", "name": "Vườn rau"})
    copied(ws, path, "dang-ky - Copy.yaml")
    ws.report("a", 2021, {"houses": 1})
    assert [row["file"] for row in ws.findings("DVK437")] == [path]


def test_who_names_a_model_is_led_to_its_first_registration(ws):
    path = ws.registration("a", 2021, {"id": "x", "name": "Vườn rau"})
    copied(ws, path, "dang-ky - Copy.yaml")
    ws.report("a", 2021, {"houses": 1}, models=[{"name": "vườn rau"}])
    assert ws.finding("DVK436")["args"]["reference"] == f"{path}#x"


# figures that are not used


@pytest.mark.parametrize(
    ("indicator", "typed", "shown"),
    [("houses", "50 %", "50 %"), ("houses", "3,6251", "3,6251"), ("houses", "45 đ", "45 đ"), ("money", "45 %", "45 %")],
)
def test_411_shows_the_form_that_was_typed(ws, indicator, typed, shown):
    ws.report("a", 2021, {indicator: typed})
    assert ws.finding("DVK411")["args"]["typed"] == shown


@pytest.mark.parametrize("command", [("rollup",), ("why", "a", "houses")])
def test_figures_that_are_not_used_are_said_beside_the_result(ws, command):
    path = ws.report("a", 2021, {"houses": "50 %", "hosues": 3, "money": "3 triệu", "rate": "45 %"})
    other = ws.report("b", 2021, {"houses": 1})
    copy = copied(ws, other, "2021 - Copy.yaml")
    said = ws.run(*command, "--year", 2021)
    assert f"Figures not used, 3 in all: {path} (2), {copy} (1) (see: dvk check)" in said.stderr
    said = ws.run(*command, "--year", 2021, "--lang", "vi")
    assert f"Không dùng 3 số liệu: {path} (2), {copy} (1) (xem: dvk check)" in said.stderr


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_a_clean_report_and_one_left_out_as_a_whole_say_nothing_of_figures(ws, state):
    ws.report("a", 2021, {"houses": "50 %" if state == "draft" else 5, "rate": "45 %"}, state=state)
    assert "Figures not used" not in ws.run("rollup", "--year", 2021).stderr


@pytest.mark.parametrize("again", ["Vườn rau", "vuon rau", "“Vườn - rau”"])
def test_one_call_registers_no_name_twice(ws, again):
    names = ("--name", "Vườn rau", "--name", "Đường hoa", "--name", again)
    said = ws.run("register-model", "--unit", "a", "--year", 2021, *names)
    assert (said.exit_code, said.stdout) == (2, "")
    assert f"DVK908  --name: “Vườn rau / {again}” cannot be used" in said.stderr
    assert 'Write: --name "Vườn rau".' in said.stderr
    assert not (ws.root / "registrations").exists()
