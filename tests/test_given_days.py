"""Days of sending and of signing that cannot be right: DVK317–319, DVK445 and DVK446, and what is no mistake."""

from datetime import date, timedelta

import pytest
from workspace_builder import Workspace, report_due

from dvk.periods import same_day
from dvk.reading import read

HEAD = "revision: 1\nunit: xa\n"
KINDS = {
    "plan": "schema: plan/v1\nstate: issued\ntype: KH\nnumber: 25-KH/TĐTN\nsubject: Dân vận khéo\n"
    "signatory: {name: Trần Văn Bình}\n",
    "registration": "schema: registration/v1\nstate: submitted\n",
    "report": "schema: report/v1\nstate: submitted\n",
}


def found(kind, *lines, state=None, period="2021"):
    head = KINDS[kind] if state is None else KINDS[kind].replace("state: issued", f"state: {state}")
    head = head.replace("state: submitted", f"state: {state or 'submitted'}")
    text = head + HEAD + f"period: {period}\n" + "".join(f"{line}\n" for line in lines)
    mistakes = read(text.encode(), kind).mistakes
    assert {mistake.code for mistake in mistakes} <= {"DVK317", "DVK318", "DVK319"}, mistakes
    return [(mistake.code, mistake.field, mistake.args.get("problem")) for mistake in mistakes]


@pytest.mark.parametrize(
    ("kind", "period", "day", "problem"),
    [
        ("report", "2021-H2", "2021-06-30", "before_period"),
        ("report", "2021-H2", "2021-07-01", None),
        ("report", "2021", "2022-12-31", None),
        ("report", "2021", "2023-01-01", "year_after_period"),
        ("report", "2020-02", "2021-02-28", None),
        ("report", "2020-02", "2021-03-01", "year_after_period"),
        ("registration", "2021", "2019-12-31", "year_before_period"),
        ("registration", "2021", "2020-01-01", None),
        ("registration", "2021", "2062-03-01", "year_after_period"),
        ("plan", "2021", "2019-12-31", "year_before_period"),
        ("plan", "2021", "2020-12-20", None),
    ],
)
def test_317_a_filing_is_sent_in_around_its_period(kind, period, day, problem):
    signed = ["date: 2020-12-01"] if kind == "plan" else []
    expected = [("DVK317", "submitted", problem)] if problem else []
    assert found(kind, *signed, f"submitted: {day}", period=period) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("day", "is_found"), [("2021-03-09", True), ("2021-03-10", False), ("2021-03-10 08:00", False)]
)
def test_317_nothing_is_sent_in_before_it_is_signed(kind, day, is_found):
    expected = [("DVK317", "submitted", "before_signed")] if is_found else []
    assert found(kind, "date: 2021-03-10", f"submitted: {day}") == expected


def test_317_a_wrong_year_is_told_once():
    assert found("report", "date: 2021-03-10", "submitted: 2012-03-11") == [("DVK317", "submitted", "before_period")]


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ("2018-12-31", "two_years_before_period"),
        ("2019-01-01", None),
        ("2023-12-31", None),
        ("2024-01-01", "two_years_after_period"),
    ],
)
def test_318_a_plan_is_dated_around_its_period(day, problem):
    bases = "legal_bases: [{number: 01-CT/TW, date: 2024-05-05}]" if problem else "place: Thọ Xuân"
    assert found("plan", f"date: {day}", bases) == ([("DVK318", "date", problem)] if problem else [])


@pytest.mark.parametrize("kind", KINDS)
def test_319_what_is_cited_is_older_and_the_latest_is_named(kind):
    bases = "legal_bases: [{number: 01-CT/TW, date: 2021-01-05}, {title: Nghị quyết, date: 2021-04-30}, {number: 2-QĐ}]"
    assert found(kind, "date: 2021-04-30", bases) == []
    assert found(kind, "date: 2021-01-01", bases) == [("DVK319", "date", None)]
    text = KINDS[kind] + HEAD + f"period: 2021\ndate: 2021-01-01\n{bases}\n"
    (mistake,) = read(text.encode(), kind).mistakes
    assert mistake.args == {"day": "01/01/2021", "cited": "Nghị quyết", "limit": "30/04/2021"}


def test_317_318_319_what_was_withdrawn_is_left_in_peace():
    assert found("report", "submitted: 2012-03-11", state="withdrawn") == []
    assert found("plan", "date: 2012-03-11", "submitted: 2012-03-10", state="withdrawn") == []


def test_a_day_of_another_year_is_a_day_of_the_calendar():
    day = date(2020, 1, 1)
    while day.year < 2025:
        later = same_day(day, 1)
        assert later - day in {timedelta(365), timedelta(366)}
        assert (later.month, later.day) in {(day.month, day.day), (2, 28)}
        day += timedelta(1)


# with other documents


@pytest.fixture
def ws(tmp_path):
    """A province with a district that owes reports by days of 2021."""
    ws = Workspace(tmp_path)
    ws.unit("tinh", level="province")
    ws.unit("huyen", "tinh", level="district")
    ws.indicator("nha", "sum", "sum")
    return ws


@pytest.mark.parametrize(
    ("fields", "above", "is_found"),
    [
        ({"date": "2021-01-31"}, {}, True),
        ({"date": "2021-02-01"}, {}, False),
        ({"date": "2021-01-31"}, {"state": "draft"}, True),
        ({"date": "2021-01-31", "state": "withdrawn"}, {}, False),
        ({"date": "2021-01-31"}, {"date": None, "effective": "2021-02-01"}, False),
    ],
)
def test_445_a_plan_is_no_older_than_the_one_above_it(ws, fields, above, is_found):
    superior = ws.plan("tinh", year=2021, **{"date": "2021-02-01", **above})
    ws.plan("huyen", year=2021, superior_plan=superior, **fields)
    found = ws.findings("DVK445")
    assert [row["field"] for row in found] == (["date"] if is_found else [])
    assert all(row["args"] == {"day": "31/01/2021", "superior": superior, "limit": "01/02/2021"} for row in found)


def asked(ws, *rows):
    """Give what a report answers: a plan of the province with these obligations."""
    path = ws.plan("tinh", *rows, year=2021)
    return [f"{path}#{row['id']}" for row in rows]


def test_446_where_the_declared_day_counts_it_is_missed(ws):
    answers = asked(ws, report_due("nam", 2021, "district", by="2021-11-30"))
    path = ws.report("huyen", 2021, {"nha": 1}, answers=answers)
    found = ws.finding("DVK446")
    assert (found["severity"], found["file"], found["field"]) == ("warning", path, "state")
    assert found["args"] == {"obligation": answers[0], "day": "30/11/2021"}
    ws.report("huyen", 2021, {"nha": 1}, answers=answers, submitted="2021-11-20")
    assert ws.findings("DVK446") == []


def test_446_once_for_a_file_that_answers_two(ws):
    rows = [report_due(name, 2021, "district", by="2021-11-30") for name in ("nam", "them")]
    ws.report("huyen", 2021, {"nha": 1}, answers=asked(ws, *rows))
    assert len(ws.findings("DVK446")) == 1


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ({}, {"state": "draft"}),
        ({}, {"state": "withdrawn"}),
        ({}, {"answers": []}),
        ({"by": None}, {}),
        ({"who": {"level": ["commune"]}}, {}),
        ({"exemptions": [{"unit": "huyen", "reason": "mới lập"}]}, {}),
    ],
    ids=["draft", "withdrawn", "answers nothing", "no due day", "not asked", "waived"],
)
def test_446_where_nothing_hangs_on_the_day_it_is_not_missed(ws, row, fields):
    given = report_due("nam", 2021, "district", by="2021-11-30") | row
    answers = asked(ws, {key: value for key, value in given.items() if value is not None})
    ws.report("huyen", 2021, {"nha": 1}, **({"answers": answers} | fields))
    assert ws.findings("DVK446") == []


@pytest.mark.parametrize(("adopted", "is_found"), [("2021-11-30", True), ("2021-11-29", False)])
def test_446_from_the_adoption_on_git_tells(ws, adopted, is_found):
    ws.settings(adoption_date=adopted)
    ws.report("huyen", 2021, {"nha": 1}, answers=asked(ws, report_due("nam", 2021, "district", by="2021-11-30")))
    assert bool(ws.findings("DVK446")) is is_found


def test_446_a_plan_is_sent_in_on_the_day_of_its_issue(ws):
    row = {"id": "kh", "kind": "plan", "who": {"level": ["district"]}, "period": 2021, "by": "2021-03-01"}
    answers = asked(ws, row)
    ws.plan("huyen", year=2021, answers=answers, date="2021-02-20")
    assert ws.findings("DVK446") == []
    ws.plan("huyen", year=2021, answers=answers, date=None, effective="2021-02-20")
    assert len(ws.findings("DVK446")) == 1
