"""Numbers, due days and departments: the mistakes that offices make in plans, through the real command line."""

from datetime import date, timedelta

import pytest
from workspace_builder import Workspace, report_due, since, words


@pytest.fixture
def ws(tmp_path):
    """A province with two districts and a commune; nothing is filed yet."""
    ws = Workspace(tmp_path)
    ws.unit("tinh", level="province")
    ws.unit("huyen", "tinh", level="district")
    ws.unit("xa", "huyen")
    ws.indicator("nha", "sum", "sum")
    return ws


def codes(ws):
    return [found["code"] for found in ws.json("check")]


def owed(name="nam", period=2021, level="district", **fields):
    return report_due(name, period, level, **fields)


# numbers of documents


def number(ws, slug, given, unit="tinh", **fields):
    return ws.plan(unit, year=fields.pop("year", 2021), slug=slug, number=given, **fields)


def test_429_two_plans_of_one_number_the_later_path_names_the_first(ws):
    number(ws, "b", "07-KH/TĐTN", date="2021-02-01")
    first = number(ws, "a", "7-KH/TĐTN", date="2021-12-31")
    found = ws.finding("DVK429")
    assert (found["severity"], found["file"], found["line"]) == ("error", "plans/2021/tinh/b.yaml", 6)
    assert found["args"] == {"number": "07-KH/TĐTN", "unit": "TINH", "year": "2021", "first": first}
    assert ws.run("check").exit_code == 1


def test_429_a_copy_is_the_second_one_and_not_what_it_was_made_from(ws):
    first = number(ws, "ke-hoach", "07-KH/TĐTN")
    copy = first.replace(".yaml", " - Copy.yaml")
    (ws.root / copy).write_bytes((ws.root / first).read_bytes())
    found = ws.finding("DVK429")
    assert (found["file"], found["args"]["first"]) == (copy, first)


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "huyen"},
        {"type": "HD"},
        {"given": "07-KH/TĐTN-VP"},
        {"given": "07/KH-TĐTN"},
        {"given": "08-KH/TĐTN"},
        {"date": "2022-01-02"},
        {"state": "draft"},
    ],
)
def test_429_another_unit_type_office_number_year_or_a_draft_is_no_second_use(ws, other):
    number(ws, "a", "7-KH/TĐTN", date="2021-02-01")
    number(ws, "b", **{"given": "7-KH/TĐTN", "date": "2021-03-01"} | other)
    assert "DVK429" not in codes(ws)


def test_429_without_a_date_the_year_is_that_of_the_period(ws):
    number(ws, "a", "7-KH/TĐTN", date=None, effective="2021-02-01")
    number(ws, "b", "7-KH/TĐTN", year=2022, date="2021-11-30")
    assert ws.finding("DVK429")["file"] == "plans/2022/tinh/b.yaml"


@pytest.mark.parametrize(
    ("state", "day", "is_found"), [("withdrawn", "01", False), ("withdrawn", "02", True), ("issued", "01", True)]
)
def test_429_a_withdrawn_plan_keeps_its_number_unless_the_same_paper_stands_elsewhere(ws, state, day, is_found):
    number(ws, "a", "7-KH/TĐTN", date="2021-02-01", state=state)
    number(ws, "b", "7-KH/TĐTN", date=f"2021-02-{day}")
    assert ("DVK429" in codes(ws)) is is_found


def test_429_a_third_paper_is_compared_with_the_first_that_it_repeats(ws):
    number(ws, "a", "7-KH/TĐTN", date="2021-02-01", state="withdrawn")
    number(ws, "b", "7-KH/TĐTN", date="2021-02-01")
    number(ws, "c", "7-KH/TĐTN", date="2021-05-05")
    found = ws.finding("DVK429")
    assert (found["file"][-6:], found["args"]["first"][-6:]) == ("c.yaml", "a.yaml")


def test_429_registrations_and_reports_share_a_book_which_plans_do_not(ws):
    number(ws, "a", "7-BC/TĐTN")
    registration = ws.registration("tinh", 2021, number="7-BC/TĐTN")
    report = ws.report("tinh", 2021, {"nha": 1}, number="07-BC/TĐTN")
    found = ws.finding("DVK429")
    assert (found["file"], found["args"]["first"]) == (report, registration)


# days later than the issuer's own


def superior(ws, *obligations, year=2021, **fields):
    return ws.plan("tinh", *obligations, year=year, **fields)


def subordinate(ws, above, *obligations, year=2021, **fields):
    return ws.plan("huyen", *obligations, year=year, superior_plan=above, **fields)


def test_430_a_subordinate_collects_after_it_owes(ws):
    above = superior(ws, owed(before="2021-11-10"))
    path = subordinate(ws, above, owed("xa", level="commune", by="2021-11-10"))
    found = ws.finding("DVK430")
    assert (found["severity"], found["file"], found["field"]) == ("warning", path, "obligations[id=xa].by")
    assert found["args"] == {
        "day": "10/11/2021",
        "limit": "09/11/2021",
        "superior": "TINH",
        "reference": f"{above}#nam",
    }
    assert ws.run("check").exit_code == 0


@pytest.mark.parametrize(
    ("mine", "ours"),
    [
        ({"by": "2021-11-09"}, {"by": "2021-11-09"}),
        ({"by": "2021-11-09 08:00"}, {"by": "2021-11-09 17:00"}),
        ({"by": "2021-11-09"}, {}),
        ({}, {"by": "2021-11-10"}),
        ({"by": "2021-11-09", "kind": "registration"}, {"by": "2021-11-10"}),
        ({"by": "2021-11-09", "period": "2021-H1"}, {"by": "2021-11-10"}),
        ({"by": "2021-11-09", "except": [{"unit": "huyen", "reason": "mới lập"}]}, {"by": "2021-11-10"}),
        (
            {"by": "2021-11-09", "extensions": [{"units": ["huyen"], "by": "2021-11-10", "reason": "bão"}]},
            {"by": "2021-11-10"},
        ),
    ],
)
def test_430_equal_undated_other_waived_and_extended_ones_are_fine(ws, mine, ours):
    above = superior(ws, owed() | mine)
    subordinate(ws, above, owed("xa", level="commune") | ours)
    assert "DVK430" not in codes(ws)


def test_430_of_several_the_latest_counts(ws):
    above = superior(ws, owed("som", by="2021-11-09"), owed("muon", by="2021-11-12"), owed("khong-han"))
    subordinate(ws, above, owed("vua", level="commune", by="2021-11-12"), owed("qua", level="commune", by="2021-11-15"))
    found = ws.finding("DVK430")
    assert (found["field"], found["args"]["reference"]) == ("obligations[id=qua].by", f"{above}#muon")


def test_430_who_owes_nothing_above_may_collect_when_it_likes(ws):
    ws.unit("khac", "tinh", level="district")
    above = superior(ws, owed(by="2021-11-09") | {"who": {"units": ["khac"]}})
    subordinate(ws, above, owed("xa", level="commune", by="2021-12-01"))
    assert "DVK430" not in codes(ws)


def test_430_a_yearly_one_is_named_once_for_the_first_year_filed(ws):
    above = superior(ws, owed(period="year", every_year=True, by="11-09"))
    subordinate(ws, above, owed("xa", "year", "commune", every_year=True, by="11-12"))
    for year in (2022, 2023):
        ws.report("xa", year, {"nha": 1})
    assert ws.finding("DVK430")["args"]["day"] == "12/11/2021"


def test_430_neither_a_draft_nor_an_ended_plan_above_counts(ws):
    above = superior(ws, owed(by="2021-11-09"), until="2021-10-31")
    subordinate(ws, above, owed("xa", level="commune", by="2021-12-01"))
    draft = superior(ws, owed(by="2021-11-09"), slug="nhap", state="draft", number=None)
    subordinate(ws, draft, owed("xa", level="commune", by="2021-12-01"), slug="hai")
    assert set(codes(ws)) == {"DVK431"}


def test_430_what_rides_along_says_it_only_where_it_is_carried(ws):
    above = superior(ws, owed(by="2021-11-09"))
    rides = owed("phu", level="commune", embedded_in="xa")
    elsewhere = owed("nho", level="commune", embedded_in="plans/2021/tinh/huyen/ke-hoach.yaml#xa")
    subordinate(ws, above, owed("xa", level="commune", by="2021-12-01"), rides)
    subordinate(ws, above, elsewhere, slug="hai")
    assert [(found["file"], found["field"]) for found in ws.findings("DVK430")] == [
        ("plans/2021/tinh/huyen/hai.yaml", "obligations[id=nho].embedded_in"),
        ("plans/2021/tinh/huyen/ke-hoach.yaml", "obligations[id=xa].by"),
    ]


def test_430_plans_go_down_the_tree_and_feed_nothing_above(ws):
    above = superior(ws, owed(by="2021-03-05", kind="plan"))
    subordinate(ws, above, owed("xa", level="commune", by="2021-03-20", kind="plan"))
    assert "DVK430" not in codes(ws)


def test_430_a_superior_plan_that_is_not_there_is_another_mistake(ws):
    subordinate(ws, "plans/2021/tinh/khong-co.yaml", owed("xa", level="commune", by="2021-12-01"))
    assert codes(ws) == ["DVK404"]


# days on which nobody is asked


@pytest.mark.parametrize(
    ("fields", "args"),
    [
        ({"by": "2020-11-09"}, ("due_day", "09/11/2020", "before_it_holds", "05/01/2021")),
        ({"before": "2021-01-05"}, ("due_day", "04/01/2021", "before_it_holds", "05/01/2021")),
        ({"period": "2020-H1"}, ("period_end", "30/06/2020", "before_it_holds", "05/01/2021")),
        ({"by": "2022-01-04"}, ("due_day", "04/01/2022", "after_it_ends", "31/12/2021")),
        ({"period": 2022}, ("period_end", "31/12/2022", "after_it_ends", "31/12/2021")),
    ],
)
def test_431_a_day_outside_the_plan_asks_nobody(ws, fields, args):
    superior(ws, owed() | fields, until="2021-12-31")
    found = ws.finding("DVK431")
    assert found["severity"] == "warning"
    assert tuple(found["args"][name] for name in ("which", "day", "problem", "limit")) == args
    assert ws.deadlines(2021, "2021-12-31") == []


def test_431_holds_from_the_effective_day(ws):
    superior(ws, owed(by="2021-02-10"), effective="2021-03-01")
    assert ws.finding("DVK431")["args"]["limit"] == "01/03/2021"


@pytest.mark.parametrize("fields", [{"by": "2021-01-05"}, {"by": "2021-12-31"}, {}])
def test_431_the_first_and_the_last_day_count(ws, fields):
    superior(ws, owed() | fields, until="2021-12-31")
    assert "DVK431" not in codes(ws)


def test_431_the_first_and_last_years_of_a_yearly_one_may_fall_outside(ws):
    superior(ws, owed(period="H1", every_year=True, by="01-04"), until="2022-01-01")
    ws.report("huyen", 2022, {"nha": 1})
    assert "DVK431" not in codes(ws)


def test_431_a_plan_that_took_its_place_is_no_mistake(ws):
    old = superior(ws, owed(by="2021-11-09"))
    superior(ws, slug="moi", supersedes=[old], date="2021-10-01")
    assert "DVK431" not in codes(ws)


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_431_432_only_of_an_issued_plan(ws, state):
    superior(ws, owed(by="2020-11-09"), owed("xa", by="2031-11-09"), state=state)
    assert codes(ws) == []


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({"by": "2022-12-30"}, False),
        ({"before": "2023-01-01"}, False),
        ({"before": "2023-01-02 17:00"}, True),
        ({"by": "2031-11-07"}, True),
        ({"period": "2024-02", "by": "2025-02-28"}, False),
        ({"period": "2024-02", "by": "2025-03-03"}, True),
        ({"period": "H1", "every_year": True, "by": "07-01", "in": "next_year"}, True),
        ({"period": "H1", "every_year": True, "by": "06-30", "in": "next_year"}, False),
        ({"period": "year", "every_year": True, "by": "12-31", "in": "next_year"}, False),
    ],
)
def test_432_more_than_a_year_after_its_period(ws, fields, is_found):
    superior(ws, owed() | fields)
    ws.report("huyen", 2022, {"nha": 1})
    found = ws.findings("DVK432")
    assert [row["severity"] for row in found] == ["warning"] * is_found


# empty dates


@pytest.mark.parametrize("key", ["before", "by", "days_after", "of", "embedded_in", "lock", "cut_off"])
def test_315_an_empty_date_of_an_issued_plan(ws, key):
    path = superior(ws, owed())
    (ws.root / path).write_text(text_of(ws, path).replace("  period: 2021", f"  period: 2021\n  {key}:"), "utf-8")
    found = ws.finding("DVK315")
    assert (found["severity"], found["field"], found["args"]) == ("warning", f"obligations[id=nam].{key}", {"key": key})
    line = text_of(ws, path).splitlines()[found["line"] - 1]
    assert line.strip() == f"{key}:"
    assert ws.deadlines(2021, "2021-12-31")[0]["due"] is None


def text_of(ws, path):
    return (ws.root / path).read_text("utf-8")


@pytest.mark.parametrize("typed", ["before: ~", "before: null", "before:   # chưa chốt"])
def test_315_however_nothing_is_written(ws, typed):
    path = superior(ws, owed())
    (ws.root / path).write_text(text_of(ws, path).replace("  period: 2021", f"  period: 2021\n  {typed}"), "utf-8")
    assert ws.finding("DVK315")["field"] == "obligations[id=nam].before"


@pytest.mark.parametrize(
    ("keys", "state"),
    [("before:\n  by: 2021-11-09", "issued"), ("before:", "draft"), ("before:\n  lock:", "withdrawn")],
)
def test_315_not_beside_another_day_nor_in_a_draft(ws, keys, state):
    path = superior(ws, owed(), state=state)
    (ws.root / path).write_text(text_of(ws, path).replace("  period: 2021", f"  period: 2021\n  {keys}"), "utf-8")
    assert "DVK315" not in codes(ws)


def test_315_one_finding_for_the_due_day_and_one_for_the_lock(ws):
    path = superior(ws, owed())
    keys = "before:\n  by:\n  lock:"
    (ws.root / path).write_text(text_of(ws, path).replace("  period: 2021", f"  period: 2021\n  {keys}"), "utf-8")
    assert [found["args"]["key"] for found in ws.findings("DVK315")] == ["before", "lock"]


# what a document that went out has


@pytest.mark.parametrize("state", ["approved", "published"])
def test_314_registrations_and_reports_that_went_out(ws, state):
    registration = ws.registration("huyen", 2021, state=state)
    report = ws.report("huyen", 2021, {"nha": 1}, state=state, number="5-BC/HĐ", signatory={"post": "Bí thư"})
    found = [(row["file"], row["field"], row["args"]["what"]) for row in ws.findings("DVK314")]
    assert found == [
        (registration, "state", "number"),
        (registration, "state", "signatory.name"),
        (report, "signatory", "signatory.name"),
    ]


@pytest.mark.parametrize(
    "fields", [{"state": "submitted"}, {"state": "accepted"}, {"state": "returned"}, {"state": "draft"}]
)
def test_314_not_before_they_went_out(ws, fields):
    ws.registration("huyen", 2021, **fields)
    ws.report("huyen", 2021, {"nha": 1}, **fields)
    assert "DVK314" not in codes(ws)


def test_314_what_the_source_does_not_show_is_inferred(ws):
    ws.report("huyen", 2021, {"nha": 1}, state="approved", inferred=["number", "signatory"])
    assert "DVK314" not in codes(ws)


def test_306_a_draft_may_be_half_filled_in(ws):
    path = ws.report("huyen", 2021, state="draft", own={})
    (ws.root / path).write_text(text_of(ws, path).replace("own: []", "own:\n- indicator: nha\n  value:"), "utf-8")
    assert codes(ws) == []
    (ws.root / path).write_text(text_of(ws, path).replace("draft", "submitted"), "utf-8")
    assert codes(ws) == ["DVK306"]


# departments


def with_departments(ws):
    ws.unit(
        "tinh-b",
        level="province",
        departments=[
            {"id": "ban-cu", "name": "Ban Tuyên giáo", "to": "2021-06-30"},
            {"id": "ban-moi", "name": "Ban Tuyên giáo - Đoàn kết", "from": "2021-07-01"},
            {"id": "van-phong", "name": "Văn phòng"},
        ],
    )


@pytest.mark.parametrize(
    ("fields", "department", "args"),
    [
        ({"date": "2021-07-01"}, "ban-cu", ("01/07/2021", "there_only_until", "30/06/2021")),
        ({"date": "2021-06-30"}, "ban-moi", ("30/06/2021", "there_only_from", "01/07/2021")),
        ({"date": None, "effective": "2021-08-01"}, "ban-cu", ("01/08/2021", "there_only_until", "30/06/2021")),
        ({"date": None, "state": "draft"}, "ban-cu", ("31/12/2021", "there_only_until", "30/06/2021")),
    ],
)
def test_433_a_department_of_another_time(ws, fields, department, args):
    with_departments(ws)
    ws.plan("tinh-b", year=2021, tasks=[{"department": department, "task": "Tuyên truyền"}], **fields)
    found = ws.finding("DVK433")
    assert found["severity"] == "error"
    assert tuple(found["args"][name] for name in ("day", "problem", "limit")) == args


@pytest.mark.parametrize(
    ("day", "department"), [("2021-06-30", "ban-cu"), ("2021-07-01", "ban-moi"), ("2030-01-01", "van-phong")]
)
def test_433_the_first_and_last_day_count(ws, day, department):
    with_departments(ws)
    ws.plan("tinh-b", owed("xa", by="2031-01-05", channel={"department": department}), year=2030, date=day)
    assert not {"DVK433", "DVK425"} & set(codes(ws))


def test_433_a_department_that_came_back_under_its_id(ws):
    ws.unit(
        "tinh-b",
        level="province",
        departments=[
            {"id": "ban", "name": "Ban", "to": "2019-12-31"},
            {"id": "van", "name": "Văn", "from": "2020-01-01"},
        ],
    )
    ws.registration("tinh-b", 2021, {"id": "m", "department": "ban"}, submitted="2019-05-01", period=2021)
    assert "DVK433" not in codes(ws)


def test_425_an_unknown_department_is_answered_by_name(ws):
    with_departments(ws)
    ws.plan("tinh-b", owed(channel={"department": "ban-tuyen-giao"}), year=2021)
    assert ws.finding("DVK425")["args"]["near"] == "ban-cu (Ban Tuyên giáo)"


# names that people know


def test_402_a_unit_typed_by_its_name_is_answered_with_its_id(ws):
    ws.unit(
        "hd-cl",
        "tinh",
        level="district",
        name=[since("Huyện đoàn Càng Long", to="2019-12-31"), since("Huyện đoàn CL", "2020-01-01")],
    )
    ws.write(
        "reports/2021/x/2021.yaml",
        "schema: report/v1\nrevision: 1\nstate: draft\nunit: huyen-doan-cang-long\nperiod: 2021\n",
    )
    assert "hd-cl (Huyện đoàn CL)" in ws.finding("DVK402")["remedy"]


@pytest.mark.parametrize(
    "typed",
    [
        "Huyen doan Cang Long",
        "Huyện đoàn Càng Long",
        "HUYEN DOAN CANG LONG",
        "huyen-doan-cang-long",
        "Huyen doan Cang Lon",
    ],
)
@pytest.mark.parametrize("command", [("units",), ("rollup", "--year", 2021), ("deadlines", "--year", 2021)])
def test_907_a_unit_typed_by_its_name(ws, command, typed):
    ws.unit("hd-cl", "tinh", level="district", name="Huyện đoàn Càng Long")
    done = ws.run(*command, "--unit", typed)
    assert done.exit_code == 2
    assert "hd-cl (Huyện đoàn Càng Long)" in done.stderr


def test_907_an_indicator_typed_by_its_name(ws):
    ws.indicator("nna", "sum", "sum", name="Nhà Nhân ái")
    assert "nna (Nhà Nhân ái)" in ws.run("rollup", "--indicator", "nha nhan ai", "--year", 2021).stderr


def communes(number, parent):
    rows = (
        f"  - {{id: xa-{n}, line: youth-union, name: Xã {n}, level: commune, parent: {parent}}}" for n in range(number)
    )
    return "\n".join(["schema: units/v1", "units:", *rows, ""])


def test_many_unknown_names_are_answered_soon(ws):
    ws.write("units/xa.yaml", communes(300, "huyen"))
    for number in range(300):
        ws.write(
            f"reports/2021/x/{number}/2021.yaml",
            f"schema: report/v1\nrevision: 1\nstate: draft\nunit: khac-{number}\nperiod: 2021\n",
        )
    found = ws.findings("DVK402")
    assert len(found) == 300
    assert sum(row["args"]["near"] != "" for row in found) <= 20


# levels and kinds


def test_428_who_owes_is_named_by_levels_that_there_are(ws):
    superior(
        ws,
        owed(level="huyen-lon"),
        targets=[{"indicator": "nha", "kind": "each", "value": 1, "who": {"kind": ["phuong"]}}],
    )
    found = {(row["field"], row["args"]["typed"]) for row in ws.findings("DVK428")}
    assert found == {("obligations[id=nam].who.level", "huyen-lon"), ("targets[indicator=nha].who.kind", "phuong")}


def test_427_428_fields_and_levels_of_registrations_and_reports(ws):
    stage = {"stage": "recognised", "date": "2021-11-01", "level": "tinhr"}
    registration = ws.registration("huyen", 2021, {"id": "m", "field": "kinh-te", "stages": [stage]})
    report = ws.report(
        "huyen",
        2021,
        {"nha": 1},
        by_field=[{"field": "economy", "text": "Tốt"}, {"field": "kinh-te", "text": "Khá"}],
        models=[{"model": f"{registration}#m", "field": "kinh-te"}],
        exemplars=[{"id": "a", "type": "individual", "name": "An", "field": "kinh-te", "level": "tinhr"}],
    )
    found = {
        (row["file"], row["field"], row["code"]) for row in ws.json("check") if row["code"] in {"DVK427", "DVK428"}
    }
    assert found == {
        (registration, "models[id=m].field", "DVK427"),
        (registration, "models[id=m].stages[stage=recognised].level", "DVK428"),
        (report, "by_field[1].field", "DVK427"),
        (report, f'models[model="{registration}#m"].field', "DVK427"),
        (report, "exemplars[id=a].field", "DVK427"),
        (report, "exemplars[id=a].level", "DVK428"),
    }
    assert all(row["line"] for row in ws.json("check"))


# depth


def chain(ws, number, *, first=""):
    """Let units stand one below the other, each in a folder of its own, the first below ``first``."""
    parents = [first, *(f"c{place}" for place in range(number - 1))]
    rows = [
        f"  - {{id: c{place}, line: youth-union, name: C, level: commune, folder: c{place}"
        + (f", parent: {parent}}}" if parent else "}")
        for place, parent in enumerate(parents)
    ]
    ws.write("units/chain.yaml", "\n".join(["schema: units/v1", "units:", *rows, ""]))
    ws._folders[f"c{number - 1}"] = f"c{number - 1}"


ALL = [
    ("check",),
    ("units",),
    ("rollup", "--year", 2021, "--depth", 9999),
    ("why", "c0", "nha", "--year", 2021),
    ("deadlines", "--year", 2021),
]


@pytest.mark.parametrize("command", [*ALL, ("rollup", "--year", 2021, "--format", "json")])
def test_two_hundred_levels_are_walked(ws, command):
    chain(ws, 200)
    ws.report("c199", 2021, {"nha": 3})
    assert ws.run(*command).exit_code == 0


def test_the_figure_of_the_two_hundredth_level_reaches_the_top(ws):
    chain(ws, 200)
    ws.report("c199", 2021, {"nha": 3})
    assert ws.row("c0", "nha", 2021)["value"] == 3


@pytest.mark.parametrize("command", ALL)
@pytest.mark.parametrize(("number", "first"), [(201, ""), (5000, ""), (5000, "c4999")])
def test_927_more_levels_or_a_long_circle_end_with_file_and_remedy(ws, command, number, first):
    chain(ws, number, first=first)
    done = ws.run(*command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "DVK927  units/chain.yaml" in done.stderr
    assert "parent:" in done.stderr


def test_a_small_circle_above_many_is_still_a_finding(ws):
    ws.unit("a", [since("b")], folder="a")
    ws.unit("b", [since("a")], folder="b")
    ws.write("units/xa.yaml", communes(400, "a"))
    assert ws.finding("DVK407")["severity"] == "error"


def test_parents_that_changed_places_are_no_circle(ws):
    ws.unit("a", [since("b", to="2020-12-31")], folder="a")
    ws.unit("b", [since("a", "2021-01-01")], folder="b")
    assert codes(ws) == []


@pytest.mark.parametrize("way", [{"days_after": 0, "of": "r{0}"}, {"embedded_in": "r{0}"}])
def test_309_a_day_is_counted_over_twenty_obligations_and_no_more(ws, way):
    rows = [owed(f"r{n}", **{key: str(value).format(n + 1) for key, value in way.items()}) for n in range(600)]
    superior(ws, *rows[:20], owed("r20", by="2021-11-09"))
    assert codes(ws) == []
    assert {line["due"] for line in ws.deadlines(2021, "2021-12-31")} == {"2021-11-09"}
    superior(ws, *rows, owed("r600", by="2021-11-09"))
    found = ws.findings("DVK309")
    assert len(found) == 580
    assert found[0]["args"]["most"] == "20"
    assert ws.run("deadlines", "--year", 2021).exit_code == 0


def test_due_days_are_judged_in_either_language(ws):
    superior(ws, owed(by="2020-11-09"))
    assert "Nobody is asked" in words(ws.finding("DVK431"))
    assert "Không ai bị yêu cầu nộp: hạn cuối 09/11/2020 ở trước ngày" in ws.run("check", "--lang", "vi").stdout


def test_a_year_after_a_leap_day_is_a_day_of_the_calendar():
    from dvk.workspace_checks.due_days import _a_year_after

    day = date(2020, 1, 1)
    while day.year < 2025:
        later = _a_year_after(day)
        assert later - day in {timedelta(365), timedelta(366)}
        day += timedelta(1)
