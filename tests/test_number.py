"""``dvk number``: the next number of a document, a wanted one checked, the register of a unit; always on real files."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace_builder import Workspace

from dvk.number_register import NumberRegister, Series, gaps, highest
from dvk.workspace import open_workspace

PLAN = "plans/2021/tinh/{}.yaml"


@pytest.fixture
def ws(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province")
    made.unit("huyen", "tinh", level="district")
    made.unit("mat-tran", level="province", line="front")
    return made


def issued(ws, slug, number, unit="tinh", **fields):
    return ws.plan(unit, year=fields.pop("year", 2021), slug=slug, number=number, **fields)


def draft(ws, slug="moi", unit="tinh", number=None, **fields):
    return issued(ws, slug, number, unit, state="draft", **{"date": None} | fields)


def answered(ws, *words):
    result = ws.run("number", *words)
    assert result.exit_code == 0, result.stderr
    return result.stdout.strip()


# the next one


def test_the_next_number_is_one_above_the_highest_in_the_form_of_the_unit(ws):
    issued(ws, "a", "7-KH/TĐTN-VP")
    issued(ws, "b", "3-KH/TĐTN-VP")
    assert answered(ws, draft(ws)) == "08-KH/TĐTN-VP"


def test_a_front_writes_its_numbers_as_the_state_does(ws):
    issued(ws, "a", "59/KH-MTTQ-BTT", unit="mat-tran")
    assert answered(ws, draft(ws, unit="mat-tran")) == "60/KH-MTTQ-BTT"


def test_a_type_of_its_own_has_numbers_of_its_own_and_signs_alike(ws):
    issued(ws, "a", "382-KH/TĐTN-TCKT")
    assert answered(ws, draft(ws, type="HD")) == "01-HD/TĐTN-TCKT"


@pytest.mark.parametrize("other", [{"unit": "huyen"}, {"type": "HD"}, {"year": 2020}, {"date": "2020-12-31"}])
def test_another_unit_type_or_year_is_another_series(ws, other):
    issued(ws, "a", "04-KH/TĐTN")
    issued(ws, "b", "50-KH/TĐTN", **other)
    assert answered(ws, draft(ws)) == "05-KH/TĐTN"


def test_who_drafted_a_document_makes_no_series_of_its_own(ws):
    issued(ws, "a", "04-KH/TĐTN-VP", date="2021-02-01")
    issued(ws, "b", "05-KH/TĐTN-TCKT", date="2021-01-01")
    result = ws.run("number", draft(ws))
    assert result.stdout == "06-KH/TĐTN-VP\n"
    assert "--code TĐTN-TCKT" in result.stderr
    assert answered(ws, draft(ws), "--code", "TĐTN-TCKT") == "06-KH/TĐTN-TCKT"


def test_the_year_is_that_of_the_date_else_of_the_period_else_as_asked(ws):
    issued(ws, "a", "09-KH/TĐTN", year=2020)
    issued(ws, "b", "30-KH/TĐTN", year=2021)
    paper = draft(ws)
    assert answered(ws, paper) == "31-KH/TĐTN"
    assert answered(ws, paper, "--year", 2020) == "10-KH/TĐTN"
    dated = draft(ws, date="2020-12-30")
    assert answered(ws, dated) == "10-KH/TĐTN"
    refused = ws.run("number", dated, "--year", 2021)
    assert (refused.exit_code, "2020" in refused.stderr) == (2, True)


def test_reports_and_registrations_have_types_of_their_own(ws):
    issued(ws, "a", "12-KH/TĐTN")
    assert answered(ws, ws.report("tinh", 2021, state="draft")) == "01-BC/TĐTN"
    assert answered(ws, ws.registration("tinh", 2021, state="draft")) == "01-ĐK/TĐTN"
    ws.report("tinh", "2021-H1", number="08-BC/TĐTN")
    assert answered(ws, "reports/2021/tinh/2021.yaml") == "09-BC/TĐTN"


def test_a_withdrawn_document_keeps_its_number(ws):
    issued(ws, "a", "08-KH/TĐTN", state="withdrawn")
    assert answered(ws, draft(ws)) == "09-KH/TĐTN"


def test_the_number_of_a_draft_counts_for_nobody_and_is_given_to_nobody_else(ws):
    issued(ws, "a", "04-KH/TĐTN")
    first = draft(ws, "b", number="05-KH/TĐTN")
    draft(ws, "c", number="382-KH/TĐTN")
    assert answered(ws, first) == "05-KH/TĐTN"
    assert answered(ws, draft(ws)) == "06-KH/TĐTN"


def test_an_issued_document_says_that_it_has_its_number(ws):
    path = issued(ws, "a", "08-KH/TĐTN")
    result = ws.run("number", path, "--lang", "vi")
    assert (result.stdout, result.stderr) == ("08-KH/TĐTN\n", "Văn bản đã mang số này.\n")


def test_gaps_are_named(ws):
    for slug, number in (("a", 2), ("b", 3), ("c", 7)):
        issued(ws, slug, f"{number}-KH/TĐTN")
    result = ws.run("number", draft(ws), "--lang", "vi")
    assert result.stdout == "08-KH/TĐTN\n"
    assert "01, 04–06" in result.stderr


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=20, unique=True))
def test_gaps_and_numbers_together_are_all_up_to_the_highest(given_numbers):
    entries = [_entry(number) for number in given_numbers]
    between = [number for first, last in gaps(entries) for number in range(first, last + 1)]
    assert sorted([*between, *given_numbers]) == list(range(1, highest(entries) + 1))


def _entry(number):
    from dvk.facts import Plan
    from dvk.number_register import Entry
    from dvk.periods import Period
    from dvk.vietnamese.document_number import parse_document_number

    text = f"{number}-KH/TĐTN"
    plan = Plan("issued", "tinh", "KH", text, None, "", Period(2021), None)
    return Entry(f"plans/2021/tinh/{number}.yaml", plan, parse_document_number(text))


# where nothing says how the unit signs


def test_a_unit_without_numbers_is_asked_for_its_code(ws):
    result = ws.run("number", draft(ws))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "DVK929" in result.stderr
    assert "--code" in result.stderr


@pytest.mark.parametrize(
    ("unit", "code", "number"), [("tinh", "TĐTN-VP", "01-KH/TĐTN-VP"), ("mat-tran", "MTTQ-BTT", "01/KH-MTTQ-BTT")]
)
def test_the_form_of_a_first_number_is_that_of_the_line(ws, unit, code, number):
    assert answered(ws, draft(ws, unit=unit), "--code", code) == number


@pytest.mark.parametrize("code", ["", "TĐTN/VP", "12", "TĐTN VP", "-", "TĐTN-VP-X"])
def test_a_code_that_is_none_is_refused(ws, code):
    result = ws.run("number", draft(ws), "--code", code)
    assert (result.exit_code, "DVK908" in result.stderr) == (2, True), result.stderr


# a wanted one


def test_a_used_number_is_refused_with_the_document_and_the_line(ws):
    path = issued(ws, "a", "07-KH/TĐTN")
    line = 1 + next(n for n, text in enumerate((ws.root / path).read_text().split("\n")) if text.startswith("number:"))
    result = ws.run("number", draft(ws), "--number", 7)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{path}:{line}" in result.stderr
    assert "08" in result.stderr
    assert answered(ws, draft(ws), "--number", 382) == "382-KH/TĐTN"


def test_a_number_that_a_draft_keeps_is_refused_too_and_its_real_holder_is_named_first(ws):
    kept = draft(ws, "b", number="05-KH/TĐTN-VP")
    assert kept in ws.run("number", draft(ws), "--code", "TĐTN", "--number", 5).stderr
    real = issued(ws, "z", "05-KH/TĐTN")
    assert real in ws.run("number", draft(ws), "--number", 5).stderr


def test_a_document_put_down_anew_takes_the_number_of_the_withdrawn_one(ws):
    issued(ws, "a", "05-KH/TĐTN", state="withdrawn", date="2021-03-01")
    again = issued(ws, "b", None, date="2021-03-01")
    assert answered(ws, again, "--number", 5) == "05-KH/TĐTN"


@pytest.mark.parametrize("number", [0, -1, "x", 1_000_000])
def test_what_is_no_number_is_refused(ws, number):
    issued(ws, "a", "05-KH/TĐTN")
    assert ws.run("number", draft(ws), f"--number={number}").exit_code == 2


# written


def test_a_number_is_written_and_every_comment_stays(ws):
    issued(ws, "a", "07-KH/TĐTN")
    path = draft(ws, number=None)
    file = ws.root / path
    text = file.read_text(encoding="utf-8").replace("number:", "number:   # chờ văn thư\n#", 1)
    text = "\n".join(line for line in text.split("\n") if not line.startswith("#")) + "# cuối tệp\n"
    file.write_text(text, encoding="utf-8")
    assert ws.run("number", path, "--write").exit_code == 0
    after = file.read_text(encoding="utf-8")
    assert "number: 08-KH/TĐTN" in after
    assert "# chờ văn thư" in after
    assert after.endswith("# cuối tệp\n")
    assert open_workspace(ws.root).plans[path].number == "08-KH/TĐTN"
    before = file.read_bytes()
    assert ws.run("number", path, "--write").exit_code == 0
    assert file.read_bytes() == before


def test_a_document_without_the_key_gets_it(ws):
    issued(ws, "a", "07-KH/TĐTN")
    path = ws.report("tinh", 2021, state="draft")
    assert ws.run("number", path, "--write").exit_code == 0
    assert open_workspace(ws.root).reports[path].number == "01-BC/TĐTN"


def test_an_issued_document_keeps_its_number(ws):
    path = issued(ws, "a", "07-KH/TĐTN")
    before = (ws.root / path).read_bytes()
    for words in ((), ("--number", 9)):
        result = ws.run("number", path, "--write", *words)
        assert (result.exit_code, "DVK931" in result.stderr) == (2, True)
    assert (ws.root / path).read_bytes() == before


def test_a_used_number_is_not_written(ws):
    issued(ws, "a", "07-KH/TĐTN")
    path = draft(ws)
    before = (ws.root / path).read_bytes()
    assert ws.run("number", path, "--number", 7, "--write").exit_code == 2
    assert (ws.root / path).read_bytes() == before


# the register


def test_the_register_lists_each_type_by_number(ws):
    issued(ws, "a", "12-KH/TĐTN", date="2021-03-01", subject="Việc sau")
    issued(ws, "b", "2-KH/TĐTN", date="2021-02-01", subject="Việc trước")
    draft(ws, "c", number="13-KH/TĐTN")
    ws.report("tinh", "2021-H1", number="08-BC/TĐTN", date="2021-06-30")
    issued(ws, "d", "99-KH/ĐTN", unit="huyen")
    found = ws.json("number", "--list", "tinh", "--year", 2021)
    assert [(row["type"], row["highest"], row["next"]) for row in found] == [("BC", 8, 9), ("KH", 12, 14)]
    assert [row["number"] for row in found[1]["documents"]] == ["02-KH/TĐTN", "12-KH/TĐTN", "13-KH/TĐTN"]
    assert found[1]["gaps"] == [{"first": 1, "last": 1}, {"first": 3, "last": 11}]
    assert found[0]["documents"][0]["subject"] is None


def test_the_register_as_a_table_is_read_by_people_and_machines(ws):
    issued(ws, "a", "12-KH/TĐTN", subject="Dân vận khéo")
    text = ws.run("number", "--list", "tinh", "--year", 2021, "--lang", "vi").stdout
    assert "12-KH/TĐTN" in text
    assert "số tiếp theo: 13" in text
    rows = list(
        csv.DictReader(io.StringIO(ws.run("number", "--list", "tinh", "--format", "csv", "--year", 2021).stdout))
    )
    assert [(row["number"], row["state"], row["file"]) for row in rows] == [("12-KH/TĐTN", "issued", PLAN.format("a"))]


def test_an_empty_register_says_so(ws):
    assert ws.run("number", "--list", "tinh", "--year", 2019, "--lang", "vi").stdout == "Không có gì để in.\n"


# wrong calls


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("plans/x.yaml", "--list", "tinh"),
        ("--list", "tinh", "--number", 5),
        ("--list", "tinh", "--write"),
        ("plans/2021/tinh/moi.yaml", "--format", "json"),
        ("--list", "tihn"),
        ("plans/2021/tinh/moj.yaml",),
        ("units/units.yaml",),
        ("dvk.yaml",),
        ("../w",),
    ],
)
def test_a_call_that_cannot_be_meant_ends_with_a_line(ws, words):
    draft(ws)
    result = ws.run("number", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("DVK9")


def test_a_document_that_cannot_be_read_is_not_numbered(ws):
    ws.write(PLAN.format("moi"), "schema: plan/v1\nstate: draft\n")
    result = ws.run("number", PLAN.format("moi"), "--code", "TĐTN")
    assert (result.exit_code, "DVK916" in result.stderr) == (2, True)


def test_the_register_is_the_one_that_check_looks_at(ws):
    """What check calls a number used twice, the register holds twice."""
    issued(ws, "a", "07-KH/TĐTN")
    issued(ws, "b", "7-KH/TĐTN")
    assert ws.finding("DVK429")["file"] == PLAN.format("b")
    series = NumberRegister(open_workspace(ws.root)).series[Series("tinh", "KH", 2021)]
    assert [entry.path for entry in series] == [PLAN.format("a"), PLAN.format("b")]
