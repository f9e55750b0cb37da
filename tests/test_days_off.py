"""Due days on days off: weekends, public holidays of Viet Nam, and what a workspace decides itself."""

import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace_builder import Workspace, report_due

from dvk.days_off import DaysOff
from dvk.facts import DayOverride

DAYS = st.dates(date(1900, 1, 1), date(2102, 12, 31))


@pytest.fixture
def ws(tmp_path):
    return workspace(tmp_path)


def workspace(root):
    ws = Workspace(root)
    ws.unit("tinh", level="province")
    ws.unit("huyen", "tinh", level="district")
    return ws


def due(ws, *days):
    """Issue a plan with one obligation due on each day."""
    rows = [report_due(f"han-{place}", day.year, "district", by=day) for place, day in enumerate(days)]
    ws.plan("tinh", *rows, year=days[0].year, date=f"{days[0].year}-01-01")


def off(ws):
    return {found["args"]["day"]: found["args"]["day_off"] for found in ws.findings("DVK420")}


def decide(ws, *rows):
    ws.write("holidays.yaml", {"schema": "holidays/v1", "days": list(rows)})


@settings(max_examples=200, deadline=None)
@given(DAYS)
def test_a_day_is_off_as_the_week_and_the_package_say(day):
    vi, en = (country_holidays("VN", years=day.year, expand=False, language=name) for name in ("vi", "en_US"))
    why = DaysOff().why(day)
    if day in vi:
        assert (why.vi, why.en) == (vi[day], en[day])
    elif day.weekday() < 5 or day in vi.weekend_workdays:
        assert why is None
    else:
        assert why.vi == ("saturday", "sunday")[day.weekday() - 5]


@settings(max_examples=100, deadline=None)
@given(DAYS, st.booleans(), st.sampled_from(["", "Nghỉ bù"]))
def test_what_the_workspace_decides_stands_over_both(day, is_off, name):
    why = DaysOff([DayOverride(day, is_off, name), DayOverride(day, not is_off)]).why(day)
    assert (why is not None) is is_off
    if why is not None:
        assert why.vi == why.en == (name or "day_off_decided")


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1995, 2099).flatmap(
        lambda y: st.lists(st.dates(date(y, 1, 1), date(y, 12, 31)), min_size=1, unique=True)
    )
)
def test_check_names_exactly_the_due_days_that_are_off(days):
    public = country_holidays("VN", years=days[0].year, language="vi")
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder))
        due(ws, *days)
        found = off(ws)
    weekend = {5: "saturday", 6: "sunday"}
    assert found == {
        f"{day:%d/%m/%Y}": public.get(day, weekend.get(day.weekday())) for day in days if not public.is_working_day(day)
    }


def test_the_holiday_has_its_name_in_either_language(ws):
    due(ws, date(2021, 9, 2))
    assert "Hạn cuối 02/09/2021 là ngày nghỉ (Quốc khánh); không tự dời" in ws.run("check", "--lang", "vi").stdout
    assert "The due day 02/09/2021 is a day off (National Day); it is not moved" in ws.run("check").stdout
    assert ws.finding("DVK420")["severity"] == "warning"


def test_the_day_of_culture_is_off_from_2026_on(ws):
    due(ws, *(date(year, 11, 24) for year in (2025, 2026, 2027)))
    assert set(off(ws)) == {"24/11/2026", "24/11/2027"}


def test_a_saturday_that_was_exchanged_is_worked(ws):
    due(ws, date(2014, 4, 26), date(2014, 5, 2))
    assert set(off(ws)) == {"02/05/2014"}


def test_a_workspace_decides_on_single_days(ws):
    due(ws, date(2021, 11, 20), date(2021, 9, 2), date(2021, 11, 17), date(2021, 11, 18), date(2021, 11, 21))
    decide(
        ws,
        {"date": "2021-11-20", "day_off": False, "name": "Làm bù"},
        {"date": "2/9/2021", "day_off": False},
        {"date": "2021-11-17", "day_off": True, "name": "Đại hội"},
        {"date": "2021-11-18", "day_off": True},
    )
    assert off(ws) == {"17/11/2021": "Đại hội", "18/11/2021": "day_off_decided", "21/11/2021": "sunday"}
    assert "(by holidays.yaml)" in ws.run("check").stdout


def test_316_a_day_is_decided_once(ws):
    due(ws, date(2021, 11, 20))
    decide(ws, {"date": "2021-11-20", "day_off": False}, {"date": "20/11/2021", "day_off": True})
    found = ws.json("check")
    assert [(row["code"], row["file"], row["field"]) for row in found] == [("DVK316", "holidays.yaml", "days[1].date")]


def test_nothing_is_said_while_the_file_of_decisions_cannot_be_read(ws):
    due(ws, date(2021, 11, 20))
    ws.write("holidays.yaml", "schema: holidays/v1\ndays:\n  - date: 2021-11-20\n")
    assert [row["code"] for row in ws.json("check")] == ["DVK121"]


def test_an_embedded_obligation_has_no_day_of_its_own_and_days_after_have(ws):
    ws.plan(
        "tinh",
        report_due("nam", 2021, "district", by="2021-11-19"),
        report_due("phu", 2021, "district", embedded_in="nam"),
        report_due("sau", 2021, "district", days_after=2, of="nam"),
        year=2021,
    )
    assert [(row["field"], row["args"]["day"]) for row in ws.findings("DVK420")] == [
        ("obligations[id=sau].days_after", "21/11/2021")
    ]


def test_before_a_monday_is_due_on_a_sunday_unless_policy_says_otherwise(ws):
    ws.plan("tinh", report_due("nam", 2021, "district", before="2021-11-22"), year=2021)
    assert set(off(ws)) == {"21/11/2021"}
    ws.settings(before_excludes=False)
    assert off(ws) == {}


def test_the_calendar_is_loaded_only_where_a_day_is_to_be_judged(ws):
    ws.plan("tinh", report_due("nam", 2021, "district"), year=2021)
    assert "holidays" not in loaded(ws)
    ws.plan("tinh", report_due("nam", 2021, "district", by="2021-11-19"), year=2021)
    assert "holidays" in loaded(ws)


def loaded(ws):
    """Give the modules that a process has loaded after a check."""
    script = "import sys; from dvk.__main__ import run; run(sys.argv[1:]); sys.stderr.write(chr(10).join(sys.modules))"
    words = [sys.executable, "-c", script, "check", "--root", str(ws.root)]
    done = subprocess.run(
        words, cwd=Path(__file__).parents[1], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stderr.splitlines()


def test_every_day_of_two_centuries_is_judged_without_a_fault():
    calendar = DaysOff()
    days = (date(1899, 12, 30) + timedelta(step) for step in range(0, 74200, 7))
    assert all(calendar.why(day) is not None or day.year in range(1900, 2102) for day in days)
