"""How a date is written, and the last acceptable day that it means."""

from typing import Any

import pytest
from workspace_builder import Answer, Workspace, report_due

YEARLY_29_FEBRUARY = "DVK209"
DAY_OFF = "DVK420"


@pytest.fixture
def province(ws: Workspace) -> Workspace:
    ws.unit("p", level="province")
    ws.unit("u", "p", level="district")
    ws.indicator("houses", "sum", "sum")
    return ws


def plan(ws: Workspace, year: int, *obligations: Answer, **fields: Any) -> str:
    return ws.plan("p", *obligations, year=year, **fields)


def dues(ws: Workspace, year: int) -> dict[str, str]:
    """Give the last acceptable day of each obligation of the year."""
    return {entry["obligation"]: entry["due"] for entry in ws.deadlines(year, f"{year + 1}-06-30")}


def test_5_before_the_first_day_of_next_year(province):
    plan(province, 2021, report_due("nam", 2021, "district", before="2022-01-01"))

    assert dues(province, 2021) == {"nam": "2021-12-31"}
    assert dues(province, 2022) == {}


def test_5_every_year_in_next_year(province):
    year = report_due("nam", "year", "district", before="01-15", every_year=True, **{"in": "next_year"})
    plan(province, 2021, year)

    assert dues(province, 2021) == {"nam": "2022-01-14"}


def test_5_before_a_day_of_every_year(province):
    half = report_due("sau-thang", "H1", "district", before="05-15", every_year=True, phrase="trước 15/5")
    plan(province, 2014, half)

    assert dues(province, 2019) == {"sau-thang": "2019-05-14"}


def test_5_by_29_february_of_every_year_is_refused(province):
    path = plan(province, 2022, report_due("nam", "year", "district", by="02-29", every_year=True))

    found = province.finding(YEARLY_29_FEBRUARY)

    assert (found["severity"], found["file"]) == ("error", path)
    assert "before: 03-01" in found["remedy"]
    assert province.run("check").exit_code == 1


def test_5_before_1_march_of_every_year_is_the_remedy(province):
    plan(province, 2022, report_due("nam", "year", "district", before="03-01", every_year=True))

    assert province.run("check").exit_code == 0
    assert dues(province, 2023) == {"nam": "2023-02-28"}
    assert dues(province, 2024) == {"nam": "2024-02-29"}


def hours(ws: Workspace, first: str, second: str, **due: str) -> list[tuple[object, ...]]:
    """Let two units file by commits at these times of 30 January 2026; give day, minute and state of each."""
    ws.settings(adoption_date="2026-01-01")
    ws.unit("v", "p", level="district")
    path = plan(ws, 2025, report_due("nam", 2025, "district", **due), date="2025-12-01")
    ws.git_init()
    ws.commit("2025-12-01T08:00:00+07:00")
    for unit, time in (("u", first), ("v", second)):
        ws.report(unit, 2025, {"houses": 1}, answers=[f"{path}#nam"])
        ws.commit(f"2026-01-30T{time}+07:00")
    listed = sorted(ws.deadlines(2025, "2026-02-15"), key=lambda entry: entry["unit"])
    return [(entry["due"], entry["due_time"], entry["received"], entry["state"]) for entry in listed]


def test_5_before_an_hour_excludes_its_minute(province):
    assert hours(province, "16:59:59", "17:00:00", before="2026-01-30 17:00") == [
        ("2026-01-30", "16:59", "2026-01-30T16:59:59+07:00", "on_time"),
        ("2026-01-30", "16:59", "2026-01-30T17:00:00+07:00", "late"),
    ]


def test_5_by_an_hour_includes_its_minute(province):
    assert hours(province, "17:00:59", "17:01:00", by="2026-01-30 17:00") == [
        ("2026-01-30", "17:00", "2026-01-30T17:00:59+07:00", "on_time"),
        ("2026-01-30", "17:00", "2026-01-30T17:01:00+07:00", "late"),
    ]


def test_5_sunday_is_a_warning_and_not_moved(province):
    registration = {"id": "dang-ky", "kind": "registration", "who": {"level": ["district"]}, "period": 2020}
    path = plan(province, 2020, registration | {"before": "2020-04-27"})

    assert dues(province, 2020) == {"dang-ky": "2020-04-26"}
    found = province.finding(DAY_OFF)
    assert (found["severity"], found["file"]) == ("warning", path)
    assert "Sunday" in found["message"]
    assert province.run("check").exit_code == 0


def test_5_superseded_plan(province):
    old = plan(province, 2014, *halves("05-15", "11-15"), slug="ke-hoach-76", date="2014-04-04")
    plan(province, 2017, *halves("05-20", "11-20"), date="2017-06-01", supersedes=[old])

    listed = [(entry["due"], entry["plan"] == old) for entry in province.deadlines(2017, "2018-06-30")]
    assert sorted(listed) == [("2017-05-14", True), ("2017-11-19", False)]
    assert dues(province, 2018) == {"sau-thang": "2018-05-19", "nam": "2018-11-19"}


def halves(first: str, second: str) -> list[Answer]:
    """Give half-year and year reports before these days of every year."""
    half = report_due("sau-thang", "H1", "district", before=first, every_year=True)
    return [half, report_due("nam", "year", "district", before=second, every_year=True)]


def test_5_due_before_the_issue_does_not_arise(province):
    year = report_due("nam", "year", "district", before="03-31", every_year=True)
    plan(province, 2014, year, date="2014-04-04")

    assert dues(province, 2014) == {}
    assert dues(province, 2015) == {"nam": "2015-03-30"}


def test_5_days_after_counts_from_the_due_day(province):
    year = report_due("nam", 2017, "district", before="2017-11-20")
    registration = {"id": "dang-ky", "kind": "registration", "who": {"level": ["district"]}, "period": 2017}
    path = plan(province, 2017, year, registration | {"days_after": 1, "of": "nam"})
    province.report("u", 2017, {"houses": 1}, answers=[f"{path}#nam"], submitted="2017-11-25")

    assert dues(province, 2017) == {"nam": "2017-11-19", "dang-ky": "2017-11-20"}
    assert [entry["state"] for entry in province.deadlines(2017, "2018-01-31", "nam")] == ["late"]
