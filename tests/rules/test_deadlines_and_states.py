"""Who owes what by which day, and how a filing stands, where two readers could differ: rules 12 to 18."""

import os
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from workspace_builder import Answer, Workspace, report_due, since

LEADS_TO_NO_DATE = "DVK309"
CANNOT_ANSWER = "DVK419"
REASON = "địa bàn bị bão"
LAST_DAY, FIRST_DAY = "2021-06-30", "2021-07-01"


@pytest.fixture
def province(ws: Workspace) -> Workspace:
    """A province with a district ``u``; without an adoption date every day of receipt is declared."""
    ws.unit("p", level="province")
    ws.unit("u", "p", level="district")
    ws.indicator("houses", "sum", "sum")
    return ws


def plan(ws: Workspace, *obligations: Answer, year: int = 2021, **fields: Any) -> str:
    return ws.plan("p", *obligations, year=year, **fields)


def nam(**fields: Any) -> Answer:
    """The year report of the districts."""
    return report_due("nam", fields.pop("period", 2021), "district") | fields


def file(ws: Workspace, unit: str, answers: str, submitted: str | None = None, **fields: Any) -> str:
    """File a report of 2021 with one figure, for one obligation."""
    declared = {"submitted": submitted} if submitted else {}
    period = fields.pop("period", 2021)
    return ws.report(unit, period, {"houses": 1}, answers=[answers], **declared, **fields)


def listed(ws: Workspace, year: int = 2021, on: str = "2022-12-31", obligation: str = "") -> dict[str, Answer]:
    """Give the entry of each unit, or of each obligation where all are asked and one unit owes."""
    key = "unit" if obligation else "obligation"
    return {entry[key]: entry for entry in ws.deadlines(year, on, obligation)}


def only(ws: Workspace, year: int = 2021, on: str = "2022-12-31", obligation: str = "nam") -> Answer:
    (entry,) = ws.deadlines(year, on, obligation)
    return entry


def dues(ws: Workspace, year: int = 2021) -> dict[str, str | None]:
    return {obligation: entry["due"] for obligation, entry in listed(ws, year).items()}


def debtors(ws: Workspace, obligation: str = "nam", year: int = 2021) -> list[str]:
    return sorted(unit for unit, entry in listed(ws, year, obligation=obligation).items() if owes(entry))


def owes(entry: Answer) -> bool:
    return entry["state"] != "unexpected"


def counts(ws: Workspace, on: str, year: int = 2021) -> list[str]:
    """Give the lines of counts, one for each obligation and period."""
    printed = ws.run("deadlines", "--year", year, "--on", on).stdout
    return [line.strip() for line in printed.splitlines() if line.strip().startswith("N ")]


# 12. Embedded and undated


def embedded(carrier: str = "nam", **fields: Any) -> Answer:
    return report_due("dan-van", 2021, "district", embedded_in=carrier, **fields)


def test_rule_12_an_embedded_obligation_has_its_carriers_due_day_and_lock(province):
    plan(province, nam(before="2021-11-05 17:00", lock="2021-11-30"), embedded())

    entries = listed(province)

    for obligation in ("nam", "dan-van"):
        entry = entries[obligation]
        assert (entry["due"], entry["due_time"], entry["lock"]) == ("2021-11-05", "16:59", "2021-11-30")


@pytest.mark.parametrize(
    ("submitted", "state"), [("2021-11-04", "on_time"), ("2021-11-10", "late"), ("2021-12-01", "refused")]
)
def test_rule_12_an_embedded_obligation_has_its_carriers_received_time(province, submitted, state):
    path = plan(province, nam(by="2021-11-04", lock="2021-11-30"), embedded())
    answers = [f"{path}#nam", f"{path}#dan-van"]
    province.report("u", 2021, {"houses": 1}, answers=answers, submitted=submitted)

    entries = listed(province)

    assert {(entry["state"], entry["received"]) for entry in entries.values()} == {(state, submitted)}


def test_rule_12_an_extension_of_the_carrier_is_one_of_the_embedded(province):
    province.unit("v", "p", level="district")
    extension = {"units": ["u"], "by": "2021-12-10", "reason": REASON}
    plan(province, nam(by="2021-11-04", lock="2021-11-30", extensions=[extension]), embedded())

    entries = listed(province, obligation="dan-van")

    assert (entries["u"]["due"], entries["u"]["lock"]) == ("2021-12-10", "2021-12-10")
    assert (entries["v"]["due"], entries["v"]["lock"]) == ("2021-11-04", "2021-11-30")


def test_rule_12_an_unlocking_of_the_carrier_is_one_of_the_embedded(province):
    unlock = {"units": ["u"], "unlocked_until": "2021-12-10", "reason": REASON}
    path = plan(province, nam(by="2021-11-04", lock="2021-11-30", unlocks=[unlock]), embedded())
    answers = [f"{path}#nam", f"{path}#dan-van"]
    province.report("u", 2021, {"houses": 1}, answers=answers, submitted="2021-12-05")

    states = {obligation: entry["state"] for obligation, entry in listed(province).items()}

    assert states == {"nam": "late_by_exception", "dan-van": "late_by_exception"}
    assert province.row("p", "houses", 2021)["value"] == 1


def test_rule_12_what_is_embedded_in_an_embedded_one_has_the_day_and_lock_of_the_first_carrier(province):
    inner = embedded("dan-van") | {"id": "dan-van-kheo"}
    plan(province, nam(by="2021-11-04", lock="2021-11-30"), embedded(), inner)

    assert {(entry["due"], entry["lock"]) for entry in listed(province).values()} == {("2021-11-04", "2021-11-30")}


def test_rule_12_an_obligation_embedded_in_another_plans(province):
    carrier = plan(province, nam(by="2021-11-04", lock="2021-11-30"), slug="bao-cao")
    path = plan(province, embedded(f"{carrier}#nam"))
    answers = [f"{carrier}#nam", f"{path}#dan-van"]
    province.report("u", 2021, {"houses": 1}, answers=answers, submitted="2021-11-10")

    entry = only(province, obligation="dan-van")

    assert (entry["plan"], entry["due"], entry["lock"], entry["state"]) == (path, "2021-11-04", "2021-11-30", "late")
    assert province.run("check").exit_code == 0


def test_rule_12_embedded_every_year_in_an_obligation_of_every_year(province):
    yearly = {"period": "year", "every_year": True}
    plan(province, nam(before="11-05", **yearly), embedded() | yearly)

    assert [only(province, year, obligation="dan-van")["due"] for year in (2021, 2023)] == ["2021-11-04", "2023-11-04"]


def test_rule_12_embedded_in_an_undated_carrier_is_undated(province):
    plan(province, nam(), embedded())

    entry = only(province, obligation="dan-van")

    assert (entry["due"], entry["lock"], entry["state"]) == (None, None, "open")


def test_rule_12_an_undated_obligation_arises_by_the_last_day_of_its_period(province):
    half, year = nam(period="2021-H1", id="nua-nam"), nam()
    plan(province, half, year, date="2021-06-30", until="2021-06-30")
    plan(province, half | {"id": "truoc"}, year | {"id": "sau"}, date="2021-07-01", slug="sau")

    assert dues(province) == {"nua-nam": None, "sau": None}


@pytest.mark.parametrize(("adopted", "evidence"), [("2021-06-30", "declared"), ("2021-06-29", "git")])
def test_rule_12_an_undated_obligation_takes_its_evidence_by_the_last_day_of_its_period(province, adopted, evidence):
    province.settings(adoption_date=adopted)
    path = plan(province, nam(period="2021-H1"))
    file(province, "u", f"{path}#nam", "2021-07-05", period="2021-H1")
    province.git_init()
    province.commit("2021-08-01T09:00:00+07:00")

    entry = only(province)

    assert (entry["state"], entry["evidence"]) == ("filed", evidence)
    assert entry["received"][:10] == {"declared": "2021-07-05", "git": "2021-08-01"}[evidence]


# 13. The day asked about


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2021-11-06", "not_yet_due"),
        ("2021-11-07", "due_soon"),
        ("2021-11-14", "due_soon"),
        ("2021-11-15", "overdue"),
    ],
)
def test_rule_13_due_soon_is_seven_days_and_already_due_is_the_day_after(province, on, state):
    plan(province, nam(by="2021-11-14"))

    assert only(province, on=on)["state"] == state


@pytest.mark.parametrize(("on", "state"), [("2021-11-10", "not_yet_due"), ("2021-11-11", "due_soon")])
def test_rule_13_due_soon_is_policy(province, on, state):
    province.settings(due_soon=3)
    plan(province, nam(by="2021-11-14"))

    assert only(province, on=on)["state"] == state


def test_rule_13_an_hour_that_is_over_makes_nothing_due_on_its_day(province):
    plan(province, nam(before="2021-11-14 08:00"))

    assert [only(province, on=on)["state"] for on in ("2021-11-14", "2021-11-15")] == ["due_soon", "overdue"]


@pytest.mark.parametrize(("on", "state"), [("2021-11-01", "not_yet_due"), ("2021-11-02", "on_time")])
def test_rule_13_a_filing_of_the_day_asked_about_is_in(province, on, state):
    path = plan(province, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nam", "2021-11-02 16:00")

    assert only(province, on=on)["state"] == state


@pytest.mark.parametrize(("on", "state"), [("2021-11-11", "due_soon"), ("2021-11-12", "on_time")])
def test_rule_13_a_commit_up_to_the_end_of_the_day_is_in(province, on, state):
    province.settings(adoption_date="2021-01-01")
    path = plan(province, nam(by="2021-11-14"))
    province.git_init()
    province.commit("2021-01-05T08:00:00+07:00")
    file(province, "u", f"{path}#nam")
    province.commit("2021-11-12T23:59:59+07:00")

    assert only(province, on=on)["state"] == state


def test_rule_13_rates_are_over_what_is_already_due_per_obligation_and_period(province):
    province.unit("v", "p", level="district")
    half = nam(by="2021-07-10", period="2021-H1", id="nua-nam")
    path = plan(province, half, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nua-nam", "2021-07-01", period="2021-H1")

    filed = "N 2 · filed 1 · on time 1 · late 0 · missing"
    nothing = "N 2 · filed 0 · on time 0 · late 0 · missing"
    assert counts(province, "2021-07-10") == [f"{filed} 0 · waived 0", f"{nothing} 0 · waived 0"]
    assert counts(province, "2021-07-11") == [f"{filed} 1 · waived 0 · rate 1/2", f"{nothing} 0 · waived 0"]
    assert counts(province, "2021-11-15")[1] == f"{nothing} 2 · waived 0 · rate 0/2"


def test_rule_13_who_has_an_extension_is_not_due_yet_and_no_rate_passes_the_whole(province):
    province.unit("v", "p", level="district")
    extension = {"units": ["v"], "by": "2021-11-20", "reason": REASON}
    path = plan(province, nam(by="2021-11-14", extensions=[extension]))
    for unit in ("u", "v"):
        file(province, unit, f"{path}#nam", "2021-11-10")

    assert counts(province, "2021-11-15") == ["N 2 · filed 2 · on time 2 · late 0 · missing 0 · waived 0 · rate 1/1"]


# 14. End dates are included, unless written before


@pytest.mark.parametrize(
    ("last", "asked"),
    [(LAST_DAY, ["u", "x"]), ("before 2021-07-01", ["u", "x"]), ("before 2021-06-30", ["u"]), ("2021-06-29", ["u"])],
)
def test_rule_14_the_last_day_of_a_unit(province, last, asked):
    province.unit("x", "p", level="district", to=last)
    plan(province, nam(by="2021-07-10", period="2021-H1"))

    assert debtors(province) == asked


@pytest.mark.parametrize(
    ("last", "asked"), [(LAST_DAY, ["u", "x"]), ("before 2021-07-01", ["u", "x"]), ("before 2021-06-30", ["u"])]
)
def test_rule_14_the_last_day_of_a_parent(province, last, asked):
    province.unit("q", level="province")
    province.unit("x", [since("p", to=last), since("q", FIRST_DAY)], level="district")
    plan(province, nam(by="2021-07-10", period="2021-H1"))

    assert debtors(province) == asked


@pytest.mark.parametrize(
    ("until", "arises"),
    [("2021-11-14", True), ("2021-11-13", False), ("before 2021-11-15", True), ("before 2021-11-14", False)],
)
def test_rule_14_the_last_day_of_a_plan(province, until, arises):
    plan(province, nam(by="2021-11-14"), until=until)

    assert dues(province) == ({"nam": "2021-11-14"} if arises else {})


@pytest.mark.parametrize(
    ("lock", "submitted", "state"),
    [
        ("2021-11-30", "2021-11-30", "late"),
        ("2021-11-30", "2021-12-01", "refused"),
        ("before 2021-11-30", "2021-11-29", "late"),
        ("before 2021-11-30", "2021-11-30", "refused"),
        ("trước ngày 30/11/2021", "2021-11-30", "refused"),
    ],
)
def test_rule_14_the_lock(province, lock, submitted, state):
    path = plan(province, nam(by="2021-11-14", lock=lock))
    file(province, "u", f"{path}#nam", submitted)

    assert only(province)["state"] == state


@pytest.mark.parametrize(
    ("end", "submitted", "state"),
    [
        ("2021-12-10", "2021-12-10", "late_by_exception"),
        ("2021-12-10", "2021-12-11", "refused"),
        ("before 2021-12-10", "2021-12-09", "late_by_exception"),
        ("before 2021-12-10", "2021-12-10", "refused"),
    ],
)
def test_rule_14_the_end_of_an_unlocking(province, end, submitted, state):
    unlock = {"units": ["u"], "unlocked_until": end, "reason": REASON}
    path = plan(province, nam(by="2021-11-14", lock="2021-11-30", unlocks=[unlock]))
    file(province, "u", f"{path}#nam", submitted)

    assert only(province)["state"] == state


@pytest.mark.parametrize(
    ("end", "again", "state"),
    [
        ("2021-11-27", "2021-11-27", "on_time"),
        ("2021-11-27", "2021-11-28", "late"),
        ("before 2021-11-27", "2021-11-26", "on_time"),
        ("before 2021-11-27", "2021-11-27", "late"),
    ],
)
def test_rule_14_the_last_day_to_resubmit(province, end, again, state):
    path = plan(province, nam(by="2021-11-14"))
    returned = {"by": "p", "date": "2021-11-20", "reason": REASON, "resubmit_by": end, "resubmitted": again}
    file(province, "u", f"{path}#nam", "2021-11-10", revision=2, returns=[returned])

    assert only(province)["state"] == state


@pytest.mark.parametrize(
    ("end", "state"),
    [
        ("2021-11-14", "waived"),
        ("2021-11-13", "overdue"),
        ("before 2021-11-15", "waived"),
        ("before 2021-11-14", "overdue"),
    ],
)
def test_rule_14_the_end_of_an_exception(province, end, state):
    excepted = {"except": [{"unit": "u", "reason": REASON, "until": end}]}
    plan(province, nam(by="2021-11-14", **excepted))

    assert only(province)["state"] == state


@pytest.mark.parametrize(("due", "arises"), [("2021-05-31", False), ("2021-06-01", True)])
def test_rule_14_a_plan_holds_from_its_issue(province, due, arises):
    plan(province, nam(by=due), date="2021-06-01")

    assert dues(province) == ({"nam": due} if arises else {})


@pytest.mark.parametrize("issued", ["2021-01-05", "2021-08-01"])
@pytest.mark.parametrize(("due", "arises"), [("2021-05-31", False), ("2021-06-01", True)])
def test_rule_14_or_from_its_effective_day_earlier_or_later_than_its_issue(province, issued, due, arises):
    plan(province, nam(by=due), date=issued, effective="2021-06-01")

    assert dues(province) == ({"nam": due} if arises else {})


@pytest.mark.parametrize(("due", "arises"), [("2021-05-31", True), ("2021-06-01", False)])
def test_rule_14_a_plan_supersedes_from_its_effective_day(province, due, arises):
    old = plan(province, nam(by=due), slug="cu")
    plan(province, date="2021-03-01", effective="2021-06-01", supersedes=[old])

    assert dues(province) == ({"nam": due} if arises else {})


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_rule_14_a_plan_that_is_not_issued_supersedes_nothing(province, state):
    old = plan(province, nam(by="2021-11-14"), slug="cu")
    plan(province, date="2021-03-01", state=state, supersedes=[old])

    assert dues(province) == {"nam": "2021-11-14"}


def test_before_includes_its_day_where_policy_says_so(province):
    province.settings(before_excludes=False)
    plan(province, nam(before="2021-11-05"))

    assert dues(province) == {"nam": "2021-11-05"}


# 15. Exceptions and extensions


def test_rule_15_an_exception_holds_for_due_days_up_to_its_end(province):
    excepted = {"except": [{"unit": "u", "reason": REASON, "until": "2022-01-14"}]}
    in_january = {"period": "year", "every_year": True, "before": "01-15", "in": "next_year"}
    plan(province, nam(**in_january, **excepted))

    assert [only(province, year, on="2023-12-31")["state"] for year in (2021, 2022)] == ["waived", "overdue"]


@pytest.mark.parametrize(("end", "state"), [("2021-12-31", "waived"), ("2021-12-30", "open")])
def test_rule_15_without_a_date_the_last_day_of_the_period_counts(province, end, state):
    plan(province, nam(**{"except": [{"unit": "u", "reason": REASON, "until": end}]}))

    assert only(province)["state"] == state


@pytest.mark.parametrize(("extended", "lock"), [("2021-12-15", "2021-12-15"), ("2021-11-20", "2021-11-30")])
def test_rule_15_an_extension_moves_the_due_day_and_the_lock_where_that_is_earlier(province, extended, lock):
    extension = {"units": ["u"], "by": extended, "reason": REASON}
    path = plan(province, nam(by="2021-11-14", lock="2021-11-30", extensions=[extension]))
    file(province, "u", f"{path}#nam", extended)

    entry = only(province)

    assert (entry["due"], entry["lock"], entry["state"]) == (extended, lock, "on_time")


def test_rule_15_an_extension_moves_what_counts_from_it(province):
    province.unit("v", "p", level="district")
    extension = {"units": ["u"], "by": "2021-11-20", "reason": REASON}
    after = report_due("phu-luc", 2021, "district", days_after=3, of="nam")
    plan(province, nam(by="2021-11-14", extensions=[extension]), after)

    due = {unit: entry["due"] for unit, entry in listed(province, obligation="phu-luc").items()}

    assert due == {"u": "2021-11-23", "v": "2021-11-17"}


def test_rule_15_an_extension_does_not_move_the_reference_day(province):
    province.unit("x", "p", level="district", to="2021-11-15")
    province.unit("young", "p", level="district", start="2021-11-15")
    extension = {"units": ["u", "x", "young"], "by": "2021-11-20", "reason": REASON}
    plan(province, nam(by="2021-11-14", extensions=[extension]))

    entries = listed(province, obligation="nam")

    assert sorted(entries) == ["u", "x"]
    assert {entry["reference"] for entry in entries.values()} == {"2021-11-14"}


def test_rule_15_an_extension_of_a_yearly_obligation_holds_for_its_period(province):
    extension = {"units": ["u"], "by": "2022-11-30", "reason": REASON, "period": 2022}
    plan(province, nam(period="year", every_year=True, by="11-14", extensions=[extension]))

    assert [only(province, year)["due"] for year in (2021, 2022, 2023)] == ["2021-11-14", "2022-11-30", "2023-11-14"]


def test_an_unlocking_of_a_yearly_obligation_holds_for_its_period(province):
    unlock = {"units": ["u"], "unlocked_until": "2022-12-31", "reason": REASON, "period": 2022}
    yearly = {"period": "year", "every_year": True, "by": "11-14", "lock": "11-30"}
    path = plan(province, nam(**yearly, unlocks=[unlock]))
    for year in (2021, 2022):
        file(province, "u", f"{path}#nam", f"{year}-12-10", period=year)

    assert [only(province, year)["state"] for year in (2021, 2022)] == ["refused", "late_by_exception"]


# 16. Who is asked


@pytest.mark.parametrize(("changed", "asked"), [("2021-11-14", ["u"]), ("2021-11-15", ["u", "x"])])
@pytest.mark.parametrize("dated", ["level", "kind"])
def test_rule_16_level_and_kind_are_those_of_the_reference_day(province, dated, changed, asked):
    before = str(date.fromisoformat(changed) - timedelta(days=1))
    old, new = {"level": ("district", "commune"), "kind": ("territorial", "agency")}[dated]
    province.unit("x", "p", **{"level": "district"} | {dated: [since(old, to=before), since(new, changed)]})
    who = {"level": ["district"]} | ({"kind": ["territorial"], "units": ["u"]} if dated == "kind" else {})
    plan(province, nam(by="2021-11-14") | {"who": who})

    assert debtors(province) == asked


def test_rule_16_the_reference_day_is_the_last_day_of_the_period_where_that_is_earlier(province):
    province.unit("x", "p", level="district", to="2021-12-31")
    plan(province, nam(by="2022-01-14"))

    assert debtors(province) == ["u", "x"]
    assert only_reference(province) == "2021-12-31"


def only_reference(ws: Workspace) -> str:
    (reference,) = {entry["reference"] for entry in ws.deadlines(2021, "2022-12-31")}
    return str(reference)


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        ({"to": "2020-12-31"}, False),
        ({"to": "2021-01-01"}, True),
        ({"to": "2021-05-31"}, True),
        ({"start": "2021-11-14"}, True),
        ({"start": "2021-11-15"}, False),
    ],
)
def test_rule_16_any_day_asks_those_open_from_the_start_of_the_period_to_the_reference_day(province, days, asked):
    province.unit("x", "p", level="district", **days)
    plan(province, nam(by="2021-11-14", open_on="any_day"))

    assert debtors(province) == (["u", "x"] if asked else ["u"])


def test_rule_16_any_day_asks_below_the_issuer_and_at_the_level_of_the_last_day_up_to_then(province):
    province.unit("q", level="province")
    province.unit("moved", [since("p", to="2021-05-31"), since("q", "2021-06-01")], level="district")
    levels = [since("commune", to="2021-03-31"), since("district", "2021-04-01")]
    province.unit("raised", "p", level=levels, to="2021-05-31")
    province.unit("lowered", "p", level=[since("district", to="2021-03-31"), since("commune", "2021-04-01")])
    plan(province, nam(by="2021-11-14", open_on="any_day"))

    assert debtors(province) == ["raised", "u"]


def test_rule_16_without_any_day_a_unit_that_ended_before_the_reference_day_is_not_asked(province):
    province.unit("x", "p", level="district", to="2021-11-13")
    plan(province, nam(by="2021-11-14"))

    assert debtors(province) == ["u"]


def test_rule_16_a_unit_by_name_below_another_branch_is_not_asked(province):
    province.unit("q", level="province")
    province.unit("x", "q", level="district")
    province.unit("c", "u")
    plan(province, nam(by="2021-11-14") | {"who": {"units": ["x", "c", "p"]}})

    assert debtors(province) == ["c"]


def test_rule_16_a_unit_of_another_line_below_the_issuer_is_not_asked(province):
    province.unit("x", "p", level="district", line="front")
    plan(province, nam(by="2021-11-14"))

    assert debtors(province) == ["u"]


def test_rule_16_level_and_kind_together_and_names_besides(province):
    province.unit("school", "p", level="district", kind="school")
    province.unit("town", "p", level="district", kind="territorial")
    province.unit("far", "town", kind="school")
    plan(province, nam(by="2021-11-14") | {"who": {"level": ["district"], "kind": ["school"], "units": ["far"]}})

    assert debtors(province) == ["far", "school"]


def test_two_units_of_one_name_are_two(province):
    province.unit("ky-anh-town", "p", level="district", name="Kỳ Anh")
    province.unit("ky-anh-district", "p", level="district", name="Kỳ Anh")
    path = plan(province, nam(by="2021-11-14"))
    file(province, "ky-anh-town", f"{path}#nam", "2021-11-10")

    states = {unit: entry["state"] for unit, entry in listed(province, obligation="nam").items()}

    assert states == {"u": "overdue", "ky-anh-town": "on_time", "ky-anh-district": "overdue"}
    assert province.run("check").exit_code == 0


# Dates that count from others, and locks of every year


def test_days_after_an_event_of_the_plan(province):
    event = {"id": "hoi-nghi", "date": "2021-10-28", "name": "Hội nghị tổng kết"}
    plan(province, nam(days_after=5, of="hoi-nghi"), events=[event])

    assert dues(province) == {"nam": "2021-11-02"}


def test_days_after_an_obligation_of_another_plan(province):
    first = plan(province, nam(before="2021-11-15"), slug="bao-cao")
    plan(province, report_due("phu-luc", 2021, "district", days_after=1, of=f"{first}#nam"))

    assert dues(province) == {"nam": "2021-11-14", "phu-luc": "2021-11-15"}


def test_days_after_an_obligation_without_a_date_has_none(province):
    path = plan(province, nam(), report_due("phu-luc", 2021, "district", days_after=1, of="nam"))

    assert dues(province) == {"nam": None, "phu-luc": None}
    found = province.finding(LEADS_TO_NO_DATE)
    assert (found["severity"], found["file"]) == ("error", path)


def test_days_after_count_from_the_same_period_of_every_year(province):
    yearly = {"period": "year", "every_year": True}
    plan(province, nam(by="12-31", **yearly), nam(id="phu-luc", days_after=1, of="nam", **yearly))

    assert dues(province) == {"nam": "2021-12-31", "phu-luc": "2022-01-01"}


@pytest.mark.parametrize(
    ("due", "lock", "day"),
    [
        ({"by": "12-20"}, "01-15", "2022-01-15"),
        ({"by": "12-20"}, "12-31", "2021-12-31"),
        ({"by": "12-20"}, "12-20", "2021-12-20"),
        ({"before": "01-15", "in": "next_year"}, "01-31", "2022-01-31"),
        ({"before": "01-15", "in": "next_year"}, "before 02-01", "2022-01-31"),
    ],
)
def test_a_lock_of_every_year_is_the_first_such_day_from_the_due_day_on(province, due, lock, day):
    plan(province, nam(period="year", every_year=True, lock=lock, **due))

    assert only(province)["lock"] == day


# 17. Returned


def returned(by: str | None = None, again: str | None = None) -> Answer:
    """A return of 20 November 2021."""
    row = {"by": "p", "date": "2021-11-20", "reason": REASON}
    return row | ({"resubmit_by": by} if by else {}) | ({"resubmitted": again} if again else {})


def test_rule_17_a_returned_report_counts_as_missing_until_it_comes_again(province):
    path = plan(province, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nam", "2021-11-10", state="returned", returns=[returned("2021-11-27")])

    assert only(province)["state"] == "returned"
    assert counts(province, "2021-12-31") == ["N 1 · filed 0 · on time 0 · late 0 · missing 1 · waived 0 · rate 0/1"]
    assert province.row("p", "houses", 2021)["missing"] == ["u"]


@pytest.mark.parametrize("due", [{}, {"by": "2021-12-20"}])
def test_rule_17_a_returned_report_is_missing_though_nothing_else_is_due(province, due):
    province.unit("v", "p", level="district")
    path = plan(province, nam(**due))
    file(province, "u", f"{path}#nam", "2021-11-10", state="returned", returns=[returned()])

    assert counts(province, "2021-12-01")[0].startswith("N 2 · filed 0 · on time 0 · late 0 · missing 1 · waived 0")


def test_rule_17_a_declared_answer_in_time_keeps_the_first_day(province):
    path = plan(province, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nam", "2021-11-10", revision=2, returns=[returned("2021-11-27", "2021-11-25")])

    entry = only(province)

    assert (entry["state"], entry["received"]) == ("on_time", "2021-11-10")
    assert entry["received_again"].startswith("2021-11-25")


def test_rule_17_one_that_comes_later_is_received_on_the_day_it_came_again(province):
    path = plan(province, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nam", "2021-11-10", revision=2, returns=[returned("2021-11-27", "2021-11-28")])

    entry = only(province)

    assert (entry["state"], entry["received"]) == ("late", "2021-11-28")


@pytest.mark.parametrize(("again", "state", "houses"), [("2021-12-05", "on_time", 1), ("2021-12-06", "refused", None)])
def test_rule_17_resubmit_by_also_unlocks(province, again, state, houses):
    path = plan(province, nam(by="2021-11-14", lock="2021-11-30"))
    file(province, "u", f"{path}#nam", "2021-11-10", revision=2, returns=[returned("2021-12-05", again)])

    assert only(province)["state"] == state
    assert province.row("p", "houses", 2021)["value"] == houses


@pytest.mark.parametrize(("first", "state"), [("2021-11-14", "on_time"), ("2021-11-16", "late")])
def test_rule_17_a_late_report_stays_late_when_it_comes_again_in_time(province, first, state):
    path = plan(province, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nam", first, revision=2, returns=[returned("2021-11-27", "2021-11-25")])

    assert only(province)["state"] == state


@pytest.fixture
def come_again(province: Workspace) -> Workspace:
    """Due on 14, locked after 20, returned on 18 until 27, come again on 25 November 2021 with another figure."""
    province.settings(adoption_date="2021-01-01")
    path = plan(province, nam(by="2021-11-14", lock="2021-11-20"))
    province.git_init()
    province.commit("2021-01-05T08:00:00+07:00")
    back = {"by": "p", "date": "2021-11-18", "reason": REASON, "resubmit_by": "2021-11-27"}
    for day, houses, fields in (
        ("2021-11-10", 6, {}),
        ("2021-11-18", 6, {"state": "returned", "returns": [back]}),
        ("2021-11-25", 7, {"revision": 2, "returns": [back]}),
    ):
        province.report("u", 2021, {"houses": houses}, answers=[f"{path}#nam"], **fields)
        province.commit(f"{day}T09:00:00+07:00")
    return province


@pytest.mark.parametrize(
    ("on", "state"),
    [("2021-11-15", "on_time"), ("2021-11-18", "returned"), ("2021-11-24", "returned"), ("2021-11-25", "on_time")],
)
def test_rule_17_between_return_and_answer_git_knows_it_as_returned(come_again, on, state):
    assert only(come_again, on=on)["state"] == state


def test_rule_17_the_figures_of_the_answer_stand_after_the_lock(come_again):
    assert come_again.row("p", "houses", 2021)["value"] == 7
    assert only(come_again)["received_again"] == "2021-11-25T09:00:00+07:00"


# 18. Evidence


@pytest.fixture
def by_git(province: Workspace) -> tuple[Workspace, str]:
    """A report for which git should tell; give the obligation too."""
    province.settings(adoption_date="2021-01-01")
    return province, f"{plan(province, nam(by='2021-11-14', lock='2021-11-30'))}#nam"


def assert_day_unknown(ws: Workspace, evidence: str) -> None:
    """Filed, neither on time nor late, and said."""
    entry = only(ws)
    assert (entry["state"], entry["evidence"], entry["received"]) == ("filed_day_unknown", evidence, None)
    (line,) = counts(ws, "2021-12-31")
    assert line.startswith("N 1 · filed 1 · on time 0 · late 0 · missing 0")
    assert "day unknown 1" in line
    assert ws.row("p", "houses", 2021)["value"] == 1


def test_rule_18_without_git_the_day_is_unknown(by_git):
    ws, obligation = by_git
    file(ws, "u", obligation, "2021-11-10")

    assert_day_unknown(ws, "no_git")


def test_rule_18_in_a_shallow_clone_the_day_is_unknown(by_git, tmp_path_factory):
    ws, obligation = by_git
    ws.git_init()
    file(ws, "u", obligation, "2021-11-10")
    ws.commit("2021-11-10T09:00:00+07:00")
    ws.write("README.md", "Kho báo cáo\n")
    ws.commit("2021-11-12T09:00:00+07:00")

    assert_day_unknown(shallow_clone(ws, tmp_path_factory.mktemp("clone") / "clone"), "shallow")
    assert only(ws)["state"] == "on_time"


def shallow_clone(ws: Workspace, root: Path) -> Workspace:
    """Clone the last commit alone."""
    variables = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "protocol.file.allow=always", "clone", "--quiet", "--depth=1", ws.root.as_uri(), str(root)]
    subprocess.run(command, env=variables, check=True)
    settings = (root / "dvk.yaml").read_text(encoding="utf-8")
    clone = Workspace(root)
    clone.write("dvk.yaml", settings)
    return clone


def test_rule_18_an_uncommitted_file_has_no_day_yet(by_git):
    ws, obligation = by_git
    ws.git_init()
    ws.commit("2021-01-05T08:00:00+07:00")
    file(ws, "u", obligation, "2021-11-10")

    assert_day_unknown(ws, "not_committed")


def test_rule_18_a_file_on_a_branch_that_is_not_merged_has_no_day_yet(by_git):
    ws, obligation = by_git
    ws.git_init()
    ws.commit("2021-01-05T08:00:00+07:00")
    ws.branch("u")
    file(ws, "u", obligation, "2021-11-10")
    ws.commit("2021-11-10T09:00:00+07:00")

    assert_day_unknown(ws, "not_committed")


def test_rule_18_without_git_a_declared_day_counts_where_it_is_the_evidence(province):
    province.settings(adoption_date="2021-11-14")
    path = plan(province, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nam", "2021-11-10")

    entry = only(province)

    assert (entry["state"], entry["evidence"]) == ("on_time", "declared")


@pytest.mark.parametrize(
    ("submitted", "state"),
    [
        ("2021-11-14", "on_time"),
        ("2021-11-14 08:00", "on_time"),
        ("2021-11-14 08:01", "late"),
        ("2021-11-15", "late"),
    ],
)
def test_rule_18_a_declared_date_counts_as_the_start_of_its_day(province, submitted, state):
    path = plan(province, nam(by="2021-11-14 08:00"))
    file(province, "u", f"{path}#nam", submitted)

    assert only(province)["state"] == state


def test_rule_18_a_filing_that_declares_no_day_is_filed_on_an_unknown_one(province):
    path = plan(province, nam(by="2021-11-14"))
    file(province, "u", f"{path}#nam")

    entry = only(province)

    assert (entry["state"], entry["evidence"], entry["received"]) == ("filed_day_unknown", "not_declared", None)


@pytest.mark.parametrize(
    ("sections", "state"),
    [
        ({"own": []}, "empty"),
        ({}, "empty"),
        ({"own": [{"indicator": "houses", "value": None}]}, "empty"),
        ({"own": [{"indicator": "houses", "value": None, "reason": REASON}]}, "on_time"),
        ({"own": [{"indicator": "houses", "value": 0}]}, "on_time"),
        ({"consolidated": [{"indicator": "houses", "value": 0}]}, "on_time"),
    ],
)
def test_a_report_is_empty_without_a_value_and_a_reasoned_null(province, sections, state):
    path = plan(province, nam(by="2021-11-14"))
    report = {"schema": "report/v1", "revision": 1, "state": "submitted", "unit": "u", "period": 2021}
    filed = {"answers": [f"{path}#nam"], "submitted": "2021-11-10"}
    province.write("reports/2021/p/u/2021.yaml", report | filed | sections)

    assert only(province)["state"] == state


def test_rule_18_empty_is_for_reports_only(province):
    registration = {"id": "dang-ky", "kind": "registration", "who": {"level": ["district"]}, "period": 2021}
    order = registration | {"id": "ke-hoach", "kind": "plan", "by": "2021-04-26"}
    path = plan(province, registration | {"by": "2021-04-26"}, order)
    province.registration("u", 2021, answers=[f"{path}#dang-ky"])
    province.plan("u", year=2021, answers=[f"{path}#ke-hoach"], submitted="2021-04-20")

    assert {entry["state"] for entry in province.deadlines(2021, "2021-12-31")} == {"on_time"}


# Filings that do not fit


def test_an_answer_for_the_wrong_period_does_not_meet_the_obligation(province):
    path = plan(province, nam(by="2021-11-14"))
    report = file(province, "u", f"{path}#nam", "2021-11-10", period="2021-H1")

    assert only(province)["state"] == "overdue"
    found = province.finding(CANNOT_ANSWER)
    assert (found["severity"], found["file"]) == ("error", report)
    row = province.row("p", "houses", 2021)
    assert (row["value"], row["partial"]) == (1, ["u"])


def test_an_answer_of_the_wrong_kind_does_not_meet_the_obligation(province):
    path = plan(province, nam(by="2021-11-14"))
    province.registration("u", 2021, {"id": "m1"}, answers=[f"{path}#nam"])

    assert only(province)["state"] == "overdue"
    assert province.finding(CANNOT_ANSWER)["severity"] == "error"


def test_an_unexpected_filing_is_listed_and_not_counted(province):
    province.unit("c", "u")
    path = plan(province, nam(by="2021-11-14"))
    file(province, "c", f"{path}#nam", "2021-11-10")

    states = {unit: entry["state"] for unit, entry in listed(province, obligation="nam").items()}

    assert states == {"u": "overdue", "c": "unexpected"}
    assert counts(province, "2021-12-31")[0].startswith("N 1 · filed 0 · on time 0 · late 0 · missing 1")
    assert province.row("p", "houses", 2021)["value"] == 1
