"""Work grows with what there is, not with its square: twice the years, roots or days of change are twice the work."""

from datetime import date, timedelta

import pytest
from work_counted import work
from workspace_builder import Workspace, report_due

from dvk.deadlines import filing_matrix
from dvk.exporting.writing import Wanted, export
from dvk.facts import DatedText, Unit
from dvk.organisation import Organisation
from dvk.periods import Period
from dvk.workspace import open_workspace

DOUBLE = 2.1
"""A square would be 4."""


def opened_one_a_day(number):
    """Give a province with as many communes, each opened on another day of 2020."""
    top, level = Unit("p", "a", None, None, None, (), ()), (DatedText("commune"),)
    days = [date(2020, 1, 1) + timedelta(days=day) for day in range(number)]
    communes = [
        Unit(f"c{place}", "a", None, day, None, (), level, parents=(DatedText("p"),)) for place, day in enumerate(days)
    ]
    return Organisation({unit.id: unit for unit in (top, *communes)}, ())


@pytest.mark.parametrize("on_one_day", [True, False])
def test_who_is_below_whom_where_each_unit_opened_on_another_day(on_one_day):
    def ask(number):
        units = opened_one_a_day(number)
        days = [date(2020, 12, 31)] if on_one_day else [Period(2020, month, month).end for month in range(1, 13)]
        found = [units.below_on("p", day) for day in days]
        assert units.below_during("p", [Period(2020)]) == found[-1]
        assert len(found[-1]) == number

    assert work(lambda: ask(300)) < DOUBLE * work(lambda: ask(150))


def moved_every_day(number):
    """Give a district with ten communes that stood under one of two provinces, and for so many days under the other."""
    tops = [Unit(name, "a", None, None, None, (), ()) for name in ("p", "q")]
    days = [date(2020, 1, 1) + timedelta(days=day) for day in range(number)]
    above = tuple(DatedText("pq"[place % 2], day, day) for place, day in enumerate(days))
    district = Unit("d", "a", None, None, None, (), (), parents=above)
    communes = [Unit(f"c{place}", "a", None, None, None, (), (), parents=(DatedText("d"),)) for place in range(10)]
    return Organisation({unit.id: unit for unit in (*tops, district, *communes)}, ())


def test_who_is_below_whom_where_one_moved_every_day():
    def ask(number):
        units = moved_every_day(number)
        assert len(units.below_during("p", [Period(2020)])) == len(units.below_during("q", [Period(2020)])) == 11

    assert work(lambda: ask(300)) < DOUBLE * work(lambda: ask(150))


def of_years(root, number):
    """Give an opened workspace with ten reports in each of as many years."""
    made = Workspace(root)
    made.unit("p", level="province")
    made.units(*(f"c{place}" for place in range(10)), parent="p")
    made.indicator("houses", "sum", "sum")
    for year in range(2020 - number, 2020):
        plan = made.plan("p", report_due("nam", year, "commune", by=f"{year}-12-31"), year=year)
        for place in range(10):
            made.report(f"c{place}", year, {"houses": 1}, answers=[f"{plan}#nam"])
    opened = open_workspace(made.root)
    assert opened.unread == ()
    return opened


def test_the_matrices_of_all_years(tmp_path):
    def ask(number):
        workspace = of_years(tmp_path / str(number), number)

        def matrices():
            lines = [filing_matrix(workspace, year, date.max) for year in range(2020 - number, 2020)]
            assert sum(bool(line.answers) for of_year in lines for line in of_year) == number * 10

        return work(matrices)

    assert ask(12) < DOUBLE * ask(6)


def of_roots(root, number):
    """Give an opened workspace of as many provinces: each with a merger, a target, a model, a report left out."""
    made = Workspace(root)
    made.indicator("houses", "sum", "sum")
    for name in (f"p{place}" for place in range(number)):
        made.unit(name, level="province")
        made.unit(f"{name}-a", name)
        made.unit(f"{name}-b", name, to="2021-06-30")
        made.event("merge", "2021-07-01", [f"{name}-b"], [f"{name}-a"])
        target = {"indicator": "houses", "kind": "total", "value": 2}
        made.plan(name, report_due("nam", 2021, "commune", by="2021-12-31"), year=2021, targets=[target])
        made.report(f"{name}-a", 2021, {"houses": 1}, illustrative=True)
        made.report(f"{name}-b", "2021-H1", {"houses": 1}, state="draft")
        made.registration(f"{name}-a", 2021, {"id": "m", "years": "2021-2022"})
    opened = open_workspace(made.root)
    assert opened.unread == ()
    return opened


def test_an_export_of_many_roots(tmp_path):
    def ask(number):
        workspace = of_roots(tmp_path / str(number), number)
        done = work(lambda: export(workspace, Wanted("csv", (2021,)), tmp_path / f"x{number}"))
        for table in ("events", "targets", "models"):
            files = list((tmp_path / f"x{number}").rglob(f"{table}.csv"))
            assert len(files) == number
            assert all(len(file.read_text(encoding="utf-8").splitlines()) > 1 for file in files)
        return done

    assert ask(60) < DOUBLE * ask(30)
