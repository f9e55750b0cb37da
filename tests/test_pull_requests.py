"""Pull requests, hostile and odd: each a real repository, judged through the command line, with all that is said."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from docx import Document
from pull_requests import (
    ACCEPTED,
    DRAFT,
    HALF,
    INDICATORS,
    MODELS,
    PLAN,
    QUARTER,
    RETURNED,
    SUBMITTED,
    UNITS,
    YEAR,
    YEAR_OF_A,
    YEAR_OF_B,
    Request,
    build,
    copied,
    main_goes_on,
    seconds,
)
from workspace_builder import Workspace

from dvk.added_mistakes import added_mistakes, exactly_added
from dvk.codes import CODES
from dvk.findings import Mistake


@dataclass(frozen=True)
class Case:
    """A pull request and what is to be said about it: code, file and field."""

    make: Callable[[Request], None]
    found: set[tuple[str, str, str]]
    exit_code: int


CASES: dict[str, Case] = {}


def at(file, field):
    """A place inside a file."""
    return f"{file} § {field}"


def said(**codes):
    """Put a function that makes a pull request into the table, with each code and the places that it is said of.

    A place is a file, or a field ``at`` one; several make a set.
    """

    def put(make):
        found = set()
        for code, places in codes.items():
            for place in {places} if isinstance(places, str) else places:
                file, _, field = place.partition(" § ")
                found.add((f"DVK{code.removeprefix('c')}", file, field))
        errors = [code for code, _, _ in found if CODES[code].severity == "error"]
        CASES[make.__name__] = Case(make, found, 1 if errors else 0)
        return make

    return put


TEMPLATE = "templates/word/report.docx"
PROFILE = "templates/profiles/state.yaml"
SIGNED = "signatory: {authority: TM. Ban Thường vụ, post: Bí thư, name: Nguyễn Văn An}\n"
BESIDE_A_STORY = "stories/2021/tinh/huyen-a/anh.jpg"
IN_CAPITALS = "Reports/2021/tinh/huyen-b/2021.yaml"
ALIKE = ("ghi-ch\u00fa.md", "ghi-chu\u0301.md")
MOVED = "reports/2021/tinh/huyen-a/2021-H1-b.yaml"


# what is fine


@said()
def a_report_in_its_place(request):
    request.report("huyen-b", "2021", answers=YEAR)
    request.commit()


@said()
def nothing_at_all(request):
    request.commit()


@said()
def a_new_unit_with_its_first_report(request):
    request.change(
        UNITS,
        (
            "events: []",
            "- id: huyen-e\n  line: youth-union\n  name: HUYEN-E\n  level: district\n  parent: tinh\nevents: []",
        ),
    )
    request.report("huyen-e", "2021", answers=YEAR)
    request.commit()


@said()
def a_draft_deleted(request):
    request.remove(DRAFT)
    request.commit()


@said()
def line_ends_and_order_of_an_accepted_report(request):
    text = (request.root / ACCEPTED).read_text(encoding="utf-8")
    request.write(ACCEPTED, "\ufeff# ghi chú\r\n" + text.replace("\n", "\r\n"))
    request.commit()


@said()
def a_withdrawn_report(request):
    request.change(QUARTER, ("state: submitted", "state: withdrawn"))
    request.commit()


@said()
def a_revision_with_its_reason(request):
    request.revise(PLAN, ("Phong trào", "Đợt"))
    request.commit()


@said()
def an_answer_within_the_days_of_a_return(request):
    request.change(RETURNED, ("state: returned", "state: submitted"), ("value: 4", "value: 5"))
    request.commit()


@said()
def a_squash(request):
    for value in (1, 2, 3):
        request.report("huyen-b", "2021", value, answers=YEAR)
        request.commit()
    request.git("reset", "-q", "--soft", "main")
    request.commit()


@said()
def main_merged_into_the_branch(request):
    main_goes_on(request, lambda: request.change(SUBMITTED, ("state: submitted", "state: accepted")))
    request.report("huyen-b", "2021", answers=YEAR)
    request.commit()
    request.git("merge", "-q", "-m", "gộp", "main")


@said()
def a_rebase(request):
    request.report("huyen-b", "2021", answers=YEAR)
    request.commit()
    main_goes_on(request, lambda: request.change(SUBMITTED, ("state: submitted", "state: accepted")))
    request.git("rebase", "-q", "main")


@said()
def a_base_that_went_on(request):
    main_goes_on(request, lambda: request.remove(DRAFT))
    request.report("huyen-b", "2021", answers=YEAR)
    request.commit()


@said()
def an_accepted_report_returned(request):
    request.change(ACCEPTED, ("state: accepted", "state: returned"))
    request.add(ACCEPTED, "returns:\n  - by: tinh\n    date: 2021-12-11\n    reason: số chưa khớp\n")
    request.commit()


@said()
def an_exception_given_before(request):
    def unlock():
        request.revise(PLAN, UNLOCKED)

    main_goes_on(request, unlock)
    request.report("huyen-d", "2021-H1", answers=HALF)
    request.commit()


# documents that bind


@said(c601=at(PLAN, "obligations[id=ca-nam].before"), c618=at(PLAN, "obligations[id=ca-nam]"))
def an_issued_plan_without_a_revision(request):
    request.change(PLAN, ("before: 2021-12-15", "before: 2021-12-22"))
    request.commit()


@said(c602=at(PLAN, "revision"))
def a_revision_without_a_reason(request):
    request.revise(PLAN, ("Phong trào", "Đợt"), note=False)
    request.commit()


@said(c618=at(PLAN, "obligations[id=ca-nam]"))
def a_deadline_moved_with_a_reason(request):
    request.revise(PLAN, ("before: 2021-12-15", "before: 2021-12-22"))
    request.commit()


@said(c601=at(ACCEPTED, "own[indicator=nha].value"), c619=at(ACCEPTED, "own[indicator=nha].value"))
def an_accepted_figure(request):
    request.change(ACCEPTED, ("value: 2", "value: 20"))
    request.commit()


@said(c601=at(MODELS, "revision"))
def a_lower_revision(request):
    request.change(MODELS, ("revision: 1\n", "revision: 0\n"))
    request.commit()


@said(c609=at(SUBMITTED, "submitted"))
def a_rewritten_date(request):
    request.change(SUBMITTED, ("submitted: 2021-07-02", "submitted: 2021-06-02"))
    request.commit()


@said(c609=at(RETURNED, "returns[0]"))
def more_time_than_the_return_gave(request):
    request.change(RETURNED, ("resubmit_by: 2021-12-20", "resubmit_by: 2022-12-20"))
    request.commit()


@said(c609=at(RETURNED, "returns"))
def a_return_deleted(request):
    text = (request.root / RETURNED).read_text(encoding="utf-8")
    start, end = text.index("returns:"), text.index("answers:")
    request.write(RETURNED, text[:start].replace("returned", "submitted") + text[end:])
    request.commit()


@said(c603=at(SUBMITTED, "unit"), c401=at(SUBMITTED, "unit"))
def a_report_of_another_unit_now(request):
    request.change(SUBMITTED, ("unit: huyen-b", "unit: huyen-d"))
    request.commit()


@said(c605=ACCEPTED)
def a_deleted_report(request):
    request.remove(ACCEPTED)
    request.commit()


@said(c605=SUBMITTED)
def a_submitted_report_deleted(request):
    request.remove(SUBMITTED)
    request.commit()


@said(c605=at(ACCEPTED, "state"))
def an_accepted_report_a_draft_again(request):
    request.change(ACCEPTED, ("state: accepted", "state: draft"))
    request.commit()


@said(c605=at(ACCEPTED, "state"))
def an_accepted_report_submitted_again_as_it_is(request):
    request.change(ACCEPTED, ("state: accepted", "state: submitted"))
    request.commit()


@said()
def a_registration_that_goes_its_way_anew(request):
    request.revise(MODELS, ("state: accepted", "state: submitted"), ("value: 2", "value: 3"))
    request.commit()


@said(c605=at(ACCEPTED, "state"))
def returned_by_nobody(request):
    request.change(ACCEPTED, ("state: accepted", "state: returned"))
    request.commit()


@said(
    c605=PLAN,
    c404={
        at(ACCEPTED, "answers[0]"),
        at(SUBMITTED, "answers[0]"),
        at(RETURNED, "answers[0]"),
        at(YEAR_OF_A, "answers[0]"),
        at(MODELS, "answers[0]"),
    },
    c434=at(DRAFT, "period"),
)
def a_plan_renamed(request):
    request.git("mv", PLAN, PLAN.replace("ke-hoach", "ke-hoach-2021"))
    request.commit()


@said(c605=YEAR_OF_B)
def a_revert(request):
    request.git("switch", "-q", "main")
    request.report("huyen-b", "2021", answers=YEAR)
    request.commit()
    request.git("switch", "-q", "-C", "de-nghi")
    request.git("revert", "--no-edit", "HEAD")


@said(c605=ACCEPTED, c104=ACCEPTED)
def a_half_written_file(request):
    data = (request.root / ACCEPTED).read_bytes()
    request.write(ACCEPTED, data[: len(data) // 2] + b"  : [")
    request.commit()


@said(c101=YEAR_OF_B)
def a_huge_file(request):
    request.write(YEAR_OF_B, b"note: " + b"x" * (1 << 20))
    request.commit()


@said(c605=ACCEPTED, c109=ACCEPTED)
def an_empty_file(request):
    request.write(ACCEPTED, b"")
    request.commit()


@said(c601=at(DRAFT, "own[indicator=nha].value"), c434=at(DRAFT, "period"))
def a_draft_accepted_meanwhile(request):
    """The branch still says that it is a draft; merged without a conflict it is accepted, with other figures."""
    main_goes_on(request, lambda: request.change(DRAFT, ("state: draft", "state: accepted")))
    request.change(DRAFT, ("value: 6", "value: 60000"))
    request.commit()


@said(c619=at(DRAFT, "own[indicator=nha].value"), c434=at(DRAFT, "period"))
def a_draft_submitted_meanwhile_and_locked(request):
    main_goes_on(request, lambda: request.change(DRAFT, ("state: draft", "state: submitted")))
    request.change(DRAFT, ("value: 6", "value: 60000"))
    request.commit(at=seconds("2022-01-05"))


def on_record(request, path, was, now):
    """Let main give a document another state, and the branch begin there."""
    main_goes_on(request, lambda: request.change(path, (f"state: {was}", f"state: {now}")))
    request.git("rebase", "-q", "main")


@said(c605=at(PLAN, "state"), c434=at(DRAFT, "period"))
def a_withdrawn_plan_issued_again(request):
    on_record(request, PLAN, "issued", "withdrawn")
    request.change(PLAN, ("state: withdrawn", "state: issued"))
    request.commit()


@said(c434=at(DRAFT, "period"))
def a_withdrawn_plan_issued_again_as_a_revision(request):
    on_record(request, PLAN, "issued", "withdrawn")
    request.revise(PLAN, ("state: withdrawn", "state: issued"))
    request.commit()


@said(c605=at(MODELS, "state"), c651=at(MODELS, "state"))
def a_withdrawn_registration_accepted_again(request):
    on_record(request, MODELS, "accepted", "withdrawn")
    request.change(MODELS, ("state: withdrawn", "state: accepted"))
    request.commit()


@said(c605=at(ACCEPTED, "state"), c651=at(ACCEPTED, "state"))
def a_published_report_accepted_only(request):
    on_record(request, ACCEPTED, "accepted", "published")
    request.change(ACCEPTED, ("state: published", "state: accepted"))
    request.commit()


@said(c632=at(ACCEPTED, "submitted"))
def a_day_of_filing_corrected_with_a_reason(request):
    request.revise(ACCEPTED, ("submitted: 2021-07-02", "submitted: 2021-07-01"))
    request.commit()


@said(c602=at(ACCEPTED, "revision"), c609=at(ACCEPTED, "submitted"))
def a_day_of_filing_corrected_without_a_reason(request):
    request.revise(ACCEPTED, ("submitted: 2021-07-02", "submitted: 2021-07-01"), note=False)
    request.commit()


@said(c601=at(SUBMITTED, "own[indicator=nha].value"), c619=at(SUBMITTED, "own[indicator=nha].value"))
def accepted_meanwhile(request):
    main_goes_on(request, lambda: request.change(SUBMITTED, ("state: submitted", "state: accepted")))
    request.change(SUBMITTED, ("value: 3", "value: 30"))
    request.commit()


# locks


@said(c619=at(SUBMITTED, "own[indicator=nha].value"))
def figures_after_the_lock(request):
    request.change(SUBMITTED, ("value: 3", "value: 30"))
    request.commit()


@said(c619=at(SUBMITTED, "illustrative"))
def only_an_illustration_after_the_lock(request):
    """Its figures count for nothing any more."""
    request.add(SUBMITTED, "illustrative: true\n")
    request.commit()


@said(c619=at(ACCEPTED, "state"))
def withdrawn_after_the_lock(request):
    request.change(ACCEPTED, ("state: accepted", "state: withdrawn"))
    request.commit()


@said(c618=at(PLAN, "state"))
def a_withdrawn_plan(request):
    request.change(PLAN, ("state: issued", "state: withdrawn"))
    request.commit()


@said(c612=PROFILE, c121={at(PROFILE, "editions"), at(PROFILE, "name")})
def a_broken_profile(request):
    request.write(PROFILE, "schema: profile/v1\n")
    request.commit()


@said(c605=QUARTER, c109=f"{QUARTER}/a.yaml")
def a_document_that_is_a_folder_now(request):
    request.remove(QUARTER)
    request.write(f"{QUARTER}/a.yaml", "")
    request.commit()


@said(c619=at("reports/2021/tinh/huyen-d/2021-H1.yaml", "state"))
def filed_after_the_lock(request):
    request.report("huyen-d", "2021-H1", answers=HALF)
    request.commit()


@said(c619=at("reports/2021/tinh/huyen-d/2021-H1.yaml", "state"))
def a_backdated_commit(request):
    request.report("huyen-d", "2021-H1", answers=HALF)
    request.commit(at=seconds("2021-06-30"))


@said(
    c619=at("reports/2021/tinh/huyen-d/2021-H1.yaml", "state"),
    c601=at(PLAN, "obligations[id=nua-nam].unlocks"),
    c618=at(PLAN, "obligations[id=nua-nam]"),
)
def unlocked_by_the_same_change(request):
    request.change(PLAN, UNLOCKED)
    request.report("huyen-d", "2021-H1", answers=HALF)
    request.commit()


@said(
    c619=at("reports/2021/tinh/huyen-d/2021-H1.yaml", "state"),
    c434=at("reports/2021/tinh/huyen-d/2021-H1.yaml", "period"),
)
def a_late_report_that_names_no_obligation(request):
    request.report("huyen-d", "2021-H1")
    request.commit()


@said(c619=at(RETURNED, "state"))
def an_answer_after_the_days_of_a_return(request):
    request.change(RETURNED, ("state: returned", "state: submitted"))
    request.commit(at=seconds("2021-12-21"))


@said(c619=at("reports/2021/tinh/huyen-d/2021-H1.yaml", "state"))
def judged_on_a_named_day(request):
    request.options = ("--on", "2021-08-01")
    request.report("huyen-d", "2021-H1", answers=HALF)
    request.commit()


@said()
def judged_on_a_day_before_the_lock(request):
    request.options = ("--on", "31/7/2021")
    request.report("huyen-d", "2021-H1", answers=HALF)
    request.commit()


# ids, folders, numbers


@said(c630=at("plans/2021/tinh/huyen-a/ke-hoach.yaml", "supersedes[0]"))
def a_plan_that_does_away_with_that_above(request):
    plan = (request.root / PLAN).read_text(encoding="utf-8").split("obligations:")[0]
    plan = plan.replace("unit: tinh", "unit: huyen-a").replace("date: 2021-01-05", "date: 2021-06-01")
    request.write("plans/2021/tinh/huyen-a/ke-hoach.yaml", f"{plan}supersedes:\n  - {PLAN}\n{SIGNED}")
    request.commit()


@said(
    c431={
        at("plans/2021/tinh/ke-hoach-2.yaml", "obligations[id=dang-ky].before"),
        at("plans/2021/tinh/ke-hoach-2.yaml", "obligations[id=nua-nam].before"),
    },
    c434=at(DRAFT, "period"),
)
def a_plan_that_replaces_its_own(request):
    plan = (request.root / PLAN).read_text(encoding="utf-8").replace("date: 2021-01-05", "date: 2021-12-10")
    plan = plan.replace("number: 01-", "number: 77-")
    request.write("plans/2021/tinh/ke-hoach-2.yaml", f"{plan}supersedes:\n  - {PLAN}\n")
    request.commit()


@said(c606=at(UNITS, "units[id=huyen-a]"), c401={at(ACCEPTED, "unit"), at(YEAR_OF_A, "unit"), at(MODELS, "unit")})
def a_moved_folder(request):
    request.change(UNITS, ("- id: huyen-a\n", "- id: huyen-a\n  folder: huyen-a\n"))
    request.commit()


@said(c605=SUBMITTED, c401=at(MOVED, "unit"), c619=at(MOVED, "state"))
def moved_documents(request):
    request.git("mv", SUBMITTED, MOVED)
    request.commit()


@said(c607=UNITS, c402={at(RETURNED, "unit"), at(DRAFT, "unit")})
def a_deleted_unit(request):
    text = (request.root / UNITS).read_text(encoding="utf-8")
    start, end = text.index("- id: huyen-c"), text.index("- id: huyen-d")
    request.write(UNITS, text[:start] + text[end:])
    request.commit()


@said(
    c607=at(PLAN, "obligations"),
    c618=at(PLAN, "obligations"),
    c404={at(ACCEPTED, "answers[0]"), at(SUBMITTED, "answers[0]"), at(RETURNED, "answers[0]")},
)
def a_removed_obligation(request):
    text = (request.root / PLAN).read_text(encoding="utf-8")
    start, end = text.index("- id: nua-nam"), text.index("- id: ca-nam")
    request.write(PLAN, text[:start] + text[end:])
    request.revise(PLAN)
    request.commit()


@said(c607=INDICATORS, c403=at(QUARTER, "own[indicator=cay].indicator"))
def an_indicator_under_another_id(request):
    request.change(INDICATORS, ("- id: cay", "- id: cay-xanh"))
    request.commit()


@said(
    c607=at(MODELS, "models"),
    c404=at(YEAR_OF_A, 'models[model="registrations/2021/tinh/huyen-a/dang-ky.yaml#mo-hinh"].model'),
    c437=at(MODELS, "models[id=mo-hinh-1]"),
)
def a_model_under_another_id(request):
    request.revise(MODELS, ("id: mo-hinh", "id: mo-hinh-1"))
    request.commit()


@said(c608=at(INDICATORS, "indicators[id=nha].over_time"))
def another_operator(request):
    text = (request.root / INDICATORS).read_text(encoding="utf-8")
    request.write(INDICATORS, text.replace("over_time: sum", "over_time: last", 1))
    request.commit()


@said(c617=at(YEAR_OF_B, "number"))
def a_number_of_long_ago(request):
    request.report("huyen-b", "2021", answers=YEAR, more="number: 03-BC/HĐ\ndate: 2021-12-11\n")
    request.commit()


@said(c429=at(QUARTER, "number"))
def a_number_in_use(request):
    request.report("huyen-b", "2021", answers=YEAR, more="number: 04-BC/HĐ\ndate: 2021-12-11\n")
    request.commit()


# what main has come to meanwhile


@said(c429=at("reports/2021/tinh/huyen-b/2021-Q3.yaml", "number"))
def a_number_taken_meanwhile(request):
    """Each side alone is right."""
    numbered = "number: 09-BC/HĐ\ndate: 2021-10-01\n"
    main_goes_on(request, lambda: request.report("huyen-b", "2021-Q2", more=numbered))
    request.report("huyen-b", "2021-Q3", more=numbered)
    request.commit()


@said(c405=at("reports/2021/tinh/huyen-d/2021-Q3.yaml", "period"))
def a_unit_that_ended_meanwhile(request):
    main_goes_on(request, lambda: request.change(UNITS, ("- id: huyen-d\n", "- id: huyen-d\n  to: 2021-03-01\n")))
    request.report("huyen-d", "2021-Q3")
    request.commit()


@said(c610=at(UNITS, "units[id=huyen-a].maintainers"))
def one_file_changed_on_both_sides(request):
    """Main adds a unit and its report, the change an owner: neither the unit nor what main did wrong is its doing."""

    def on_main():
        unit = "- id: xa-c1\n  line: youth-union\n  name: XA-C1\n  level: commune\n  parent: huyen-c\nevents: []"
        request.change(UNITS, ("events: []", unit))
        request.report("huyen-c/xa-c1", "2021-Q1")
        request.change("reports/2021/tinh/huyen-c/xa-c1/2021-Q1.yaml", ("unit: huyen-c/", "unit: "))
        request.write("reports/2021/tinh/huyen-d/2021-Q1.yaml", "a: [")

    main_goes_on(request, on_main)
    request.change(UNITS, ("- nguoi-a\n", "- nguoi-a\n  - ba\n"))
    request.commit()


@said(c402=at("reports/2021/tinh/huyen-d/2021-Q1.yaml", "unit"), c607=UNITS)
def a_report_that_came_meanwhile_of_a_unit_that_is_taken_away(request):
    main_goes_on(request, lambda: request.report("huyen-d", "2021-Q1"))
    unit = "- id: huyen-d\n  line: youth-union\n  name: HUYEN-D\n  level: district\n  parent: tinh\n"
    request.change(UNITS, (unit, ""))
    request.commit()


@said()
def words_of_the_policy_that_changed_meanwhile(request):
    """What the new words make wrong is wrong without the change, too."""
    main_goes_on(request, lambda: request.change("dvk.yaml", ("id: district\n", "id: huyen\n")))
    request.report("huyen-d", "2021", answers=YEAR)
    request.commit()


# the policy, and what is no document


@said(c611=at("dvk.yaml", "severities.DVK401"))
def a_weakened_policy(request):
    request.add("dvk.yaml", "severities:\n  DVK401: note\n")
    request.commit()


@said(c611=at("dvk.yaml", "severities.DVK401"), c401=at("reports/2021/tinh/huyen-a/2021-Q3.yaml", "unit"))
def a_weakened_policy_that_hides_a_mistake(request):
    request.add("dvk.yaml", "severities:\n  DVK401: note\n")
    path = request.report("huyen-b", "2021-Q3")
    (request.root / path).rename(request.root / "reports/2021/tinh/huyen-a/2021-Q3.yaml")
    request.commit()


@said(
    c123=at("dvk.yaml", "severities.DVK601"),
    c611=[at("dvk.yaml", "severities.DVK601"), at("dvk.yaml", "severities.DVK401")],
    c204=at("dvk.yaml", "due_soon"),
)
def a_policy_that_hides_behind_its_mistakes(request):
    request.add("dvk.yaml", "due_soon: mai\nseverities:\n  DVK601: off\n  DVK401: note\n")
    request.commit()


@said(c611=at("dvk.yaml", "adoption_date"))
def another_adoption_day(request):
    request.change("dvk.yaml", ("adoption_date: 2021-01-01", "adoption_date: 2022-01-01"))
    request.commit()


@said(c610=at("dvk.yaml", "due_soon"))
def more_days_due_soon(request):
    request.add("dvk.yaml", "due_soon: 10\n")
    request.commit()


@said(c604="dvk.yaml")
def no_policy_any_more(request):
    request.remove("dvk.yaml")
    request.commit()


@said(c401=at("reports/2021/tinh/huyen-a/2021-Q3.yaml", "unit"))
def a_policy_that_came_meanwhile(request):
    request.git("switch", "-q", "main")
    request.add("dvk.yaml", "severities:\n  DVK401: note\n")
    request.commit()
    request.git("switch", "-q", "-C", "de-nghi")
    main_goes_on(request, lambda: request.change("dvk.yaml", ("severities:\n  DVK401: note\n", "")))
    path = request.report("huyen-b", "2021-Q3")
    (request.root / path).rename(request.root / "reports/2021/tinh/huyen-a/2021-Q3.yaml")
    request.commit()


@said(c610=at(UNITS, "units[id=huyen-a].maintainers"))
def an_owner_who_adds_himself(request):
    request.change(UNITS, ("- nguoi-a\n", "- nguoi-a\n  - ke-la\n"))
    request.commit()


@said(c610=at(UNITS, "units[id=tinh-khac]"))
def a_new_root(request):
    request.change(
        UNITS, ("events: []", "- id: tinh-khac\n  line: youth-union\n  name: TINH-KHAC\n  level: province\nevents: []")
    )
    request.commit()


@said(c612="CODEOWNERS")
def another_reviewer(request):
    request.write("CODEOWNERS", "* @ke-la\n")
    request.commit()


@said(c612={".github/workflows/dvk.yaml", ".gitlab-ci.yml"})
def another_workflow(request):
    request.write(".github/workflows/dvk.yaml", "on: pull_request_target\n")
    request.write(".gitlab-ci.yml", "dvk: {script: [true]}\n")
    request.commit()


@said(c612={".devcontainer/devcontainer.json", ".vscode/tasks.json", "bitbucket-pipelines.yml", ".woodpecker.yml"})
def what_runs_elsewhere(request):
    for path in (".devcontainer/devcontainer.json", ".vscode/tasks.json", "bitbucket-pipelines.yml", ".woodpecker.yml"):
        request.write(path, "{}\n")
    request.commit()


@said(c631={"chay-ngay.bat", "plans/ghi-chu.md"}, c612="ci/Jenkinsfile", c423={"plans/ghi-chu.md", BESIDE_A_STORY})
def files_that_are_no_documents(request):
    request.write("chay-ngay.bat", "x\n")
    request.write("plans/ghi-chu.md", "x\n")
    request.write("ci/Jenkinsfile", "x\n")
    request.write(BESIDE_A_STORY, "x\n")
    request.commit()


@said(c612="allowed_signers")
def another_signer(request):
    request.write("allowed_signers", "ke-la@example.org ssh-ed25519 AAAA\n")
    request.commit()


@said(c612=".gitattributes")
def filters_in_attributes(request):
    trap = request.trap
    request.write(".gitattributes", "*.yaml filter=bay diff=bay\n")
    for key in ("filter.bay.clean", "filter.bay.smudge", "filter.bay.process", "diff.bay.textconv", "core.fsmonitor"):
        request.git("config", key, f"touch {trap}; cat")
    request.git("config", "diff.external", f"touch {trap}")
    request.git("-c", "core.fsmonitor=", "-c", "filter.bay.clean=", "-c", "filter.bay.process=", "add", "-A")
    request.git("-c", "core.fsmonitor=", "-c", "filter.bay.clean=", "-c", "filter.bay.process=", "commit", "-qm", "bẫy")
    trap.unlink(missing_ok=True)


@said(c504=TEMPLATE, c507=TEMPLATE, c513=TEMPLATE, c612=TEMPLATE)
def a_template_that_runs_code(request):
    document = Document()
    document.add_paragraph("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    (request.root / "templates/word").mkdir(parents=True)
    document.save(str(request.root / TEMPLATE))
    request.commit()


# what is no plain file, and names


@said(c613="reports/2021/tinh/huyen-b/2021.yaml", c424="reports/2021/tinh/huyen-b/2021.yaml")
def a_link_out(request):
    (request.root / YEAR_OF_B).symlink_to("/etc/passwd")
    request.commit()


@said(c605=ACCEPTED, c613=ACCEPTED, c424=ACCEPTED)
def a_link_in_place_of_a_report(request):
    request.remove(ACCEPTED)
    (request.root / ACCEPTED).symlink_to("2021.yaml")
    request.commit()


@said(c613="reports/2022")
def a_submodule(request):
    head = request.git("rev-parse", "HEAD")
    request.git("update-index", "--add", "--cacheinfo", f"160000,{head},reports/2022")
    request.git("commit", "-qm", "mô-đun")


@said(c614=ACCEPTED)
def an_executable_bit(request):
    request.git("update-index", "--chmod=+x", ACCEPTED)
    request.git("commit", "-qm", "chạy được")


@said(
    c605=PLAN,
    c423="plans/2021/tinh/Ke-Hoach.YAML",
    c404={
        at(ACCEPTED, "answers[0]"),
        at(SUBMITTED, "answers[0]"),
        at(RETURNED, "answers[0]"),
        at(YEAR_OF_A, "answers[0]"),
        at(MODELS, "answers[0]"),
    },
)
def another_case_only(request):
    request.git("mv", PLAN, "plans/2021/tinh/Ke-Hoach.YAML")
    request.commit()


@said(c616=IN_CAPITALS)
def a_folder_in_another_case(request):
    request.write(IN_CAPITALS, "")
    request.commit()


@said(c616=set(ALIKE), c615=ALIKE[1])
def marks_put_together_otherwise(request):
    for path in ALIKE:
        request.write(path, path)
    request.commit()


DECEIVING = (
    *("ghi\nchu.md", "ghi\x1b[2Jchu.md", "b\u202elmay.docx", "docs/aux.md", "docs./a.md", "-rf.md", "a:b.md"),
    *(os.fsdecode(b"\xff.md"), "x" * 250 + ".md", "-"),
)
IN_TWO_LINES = "reports/2021/tinh/huyen-b/a\nb.yaml"


@said(c615={*DECEIVING, IN_TWO_LINES}, c110=IN_TWO_LINES)
def names_that_deceive(request):
    blob = request.git("hash-object", "-w", "--stdin", given=b"x\n")
    entries = (f"100644 {blob}\t".encode() + os.fsencode(name) + b"\0" for name in (*DECEIVING, IN_TWO_LINES))
    request.git("-c", "core.protectNTFS=false", "update-index", "-z", "--index-info", given=b"".join(entries))
    request.git("commit", "-qm", "tên")


# by whom


@said()
def their_own_report(request):
    request.options = ("--actor", "@Nguoi-B")
    request.report("huyen-b", "2021", answers=YEAR)
    request.commit()


@said(c620=QUARTER)
def the_report_of_another_unit(request):
    request.options = ("--actor", "nguoi-a")
    request.change(QUARTER, ("value: 7", "value: 8"))
    request.commit()


@said(c621=at(QUARTER, "own"))
def figures_changed_by_those_above(request):
    request.options = ("--actor", "an")
    request.change(QUARTER, ("value: 7", "value: 8"))
    request.commit()


@said()
def returned_by_those_above(request):
    request.options = ("--actor", "an")
    request.change(QUARTER, ("state: submitted", "state: returned"))
    request.add(QUARTER, "returns:\n  - by: tinh\n    date: 2021-12-11\n    reason: số chưa khớp\n")
    request.commit()


@said(c610=at(UNITS, "units[id=huyen-a].maintainers"), c623=at(UNITS, "units[id=huyen-a].maintainers"))
def an_owner_who_adds_a_friend(request):
    request.options = ("--actor", "nguoi-a")
    request.change(UNITS, ("- nguoi-a\n", "- nguoi-a\n  - ke-la\n"))
    request.commit()


@said(c611=at("dvk.yaml", "severities.DVK401"), c620="dvk.yaml")
def a_policy_weakened_by_a_member(request):
    request.options = ("--actor", "nguoi-a")
    CASES["a_weakened_policy"].make(request)


@said(c611=at("dvk.yaml", "severities.DVK401"))
def a_policy_weakened_by_a_root(request):
    request.options = ("--actor", "an")
    CASES["a_weakened_policy"].make(request)


@said(c612="CODEOWNERS", c620="CODEOWNERS")
def a_reviewer_chosen_by_a_member(request):
    request.options = ("--actor", "nguoi-a")
    CASES["another_reviewer"].make(request)


@said(c620="reports/2021/tinh/huyen-e/2021.yaml", c623=at(UNITS, "units[id=huyen-e]"))
def a_stranger(request):
    request.options = ("--actor", "ke-la")
    CASES["a_new_unit_with_its_first_report"].make(request)


@said()
def a_new_unit_by_those_above(request):
    request.options = ("--actor", "an")
    CASES["a_new_unit_with_its_first_report"].make(request)


@said(
    c622=at(QUARTER, "state"),
    c640=at(QUARTER, "stamps[unit=huyen-b].fingerprint"),
    c641=at(QUARTER, "stamps[unit=huyen-b].step"),
    c643=at(QUARTER, "stamps[unit=huyen-b].unit"),
)
def a_forged_stamp(request):
    request.options = ("--actor", "nguoi-b")
    stamp = "step: accepted\n    unit: huyen-b\n    who: nguoi-b\n    when: 2021-12-11"
    request.change(QUARTER, ("state: submitted", "state: accepted"))
    request.add(QUARTER, f"stamps:\n  - {stamp}\n    fingerprint: v1:{'0' * 64}\n")
    request.commit()


@said(c651={at(YEAR_OF_B, "state"), at(QUARTER, "state")}, c314=at(YEAR_OF_B, "state"))
def accepted_without_a_stamp(request):
    """By the unit's own people or by those above: who leaves stamps out avoids no rule about them."""
    path = request.report("huyen-b", "2021", answers=YEAR)
    request.change(path, ("state: submitted", "state: approved"))
    request.change(QUARTER, ("state: submitted", "state: accepted"))
    request.commit()


@said(c640=at(QUARTER, "stamps[unit=huyen-b].fingerprint"), c652=at(QUARTER, "stamps[unit=huyen-b].when"))
def a_stamp_of_a_day_to_come(request):
    stamp = "step: submitted\n    unit: huyen-b\n    who: nguoi-b\n    when: 2036-12-11"
    request.add(QUARTER, f"stamps:\n  - {stamp}\n    fingerprint: v1:{'0' * 64}\n")
    request.commit()


@said(c609=at(QUARTER, "stamps"))
def a_stamp_taken_away(request):
    stamp = "step: submitted\n    unit: huyen-b\n    who: nguoi-b\n    when: 2021-12-11"
    text = (request.root / QUARTER).read_text(encoding="utf-8")
    main_goes_on(request, lambda: request.add(QUARTER, f"stamps:\n  - {stamp}\n    fingerprint: v1:{'0' * 64}\n"))
    request.git("rebase", "-q", "main")
    request.write(QUARTER, text)
    request.commit()


UNLOCKED = (
    "id: nua-nam\n",
    "id: nua-nam\n  unlocks:\n  - units:\n    - huyen-d\n    unlocked_until: 2021-12-31\n    reason: mất điện\n",
)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    root = tmp_path_factory.mktemp("pull") / "base"
    build(root)
    return root


def test_nobody_is_told_to_withdraw_what_is_to_be_corrected(base, tmp_path):
    request = copied(base, tmp_path / "w")
    CASES["an_accepted_report_submitted_again_as_it_is"].make(request)
    told = request.shown("--lang", "en")
    assert "dvk submit FILE --reason" in told
    assert "withdraw" not in told


@pytest.mark.parametrize("name", CASES)
def test_a_pull_request_is_judged(base, tmp_path, name):
    request, case = copied(base, tmp_path / "w"), CASES[name]
    case.make(request)
    exit_code, found, said_besides = request.judged()
    assert found == case.found, said_besides
    assert exit_code == case.exit_code
    assert not request.trap.exists()


# how two sides are found


@pytest.fixture
def request_of_a_report(base, tmp_path):
    request = copied(base, tmp_path / "w")
    request.report("huyen-d", "2021", answers=YEAR)
    request.commit()
    return request


@pytest.fixture
def late_request(base, tmp_path):
    request = copied(base, tmp_path / "w")
    request.report("huyen-d", "2021-H1", answers=HALF)
    return request


LATE = {("DVK619", "reports/2021/tinh/huyen-d/2021-H1.yaml")}


def clone(request, to, depth):
    request.git("config", "uploadpack.allowAnySHA1InWant", "true")
    command = ("clone", "-q", f"--depth={depth}", "--no-single-branch", f"file://{request.root}", str(to))
    request.git(*command)
    return Request(to, base="origin/main", at="origin/de-nghi")


def test_a_fork_with_a_shallow_clone_stops(request_of_a_report, tmp_path):
    request = request_of_a_report
    main_goes_on(request, lambda: request.remove(DRAFT))
    exit_code, found, said_besides = clone(request, tmp_path / "clone", 1).check()
    assert (exit_code, found) == (2, set())
    assert "DVK960" in said_besides
    assert "unshallow" in said_besides


def test_a_shallow_clone_that_holds_the_base_is_enough_and_is_said(late_request, tmp_path):
    late_request.commit()
    exit_code, found, said_besides = clone(late_request, tmp_path / "clone", 2).check()
    assert (exit_code, found) == (1, LATE)
    assert "shallow" in said_besides


def test_what_main_has_come_to_meanwhile_is_said(request_of_a_report):
    """Files on disk are merged, too; where the same lines were changed, somebody has to do that first."""
    request = request_of_a_report
    main_goes_on(request, lambda: request.report("huyen-d", "2021-Q1"))
    assert "judged as merged into its latest commit" in request.check()[2]
    here = Request(request.root, at=None)
    request.report("huyen-d", "2021-Q1", 5)
    assert "changed the same lines" in here.check()[2]
    request.remove("reports/2021/tinh/huyen-d/2021-Q1.yaml")
    request.report("huyen-d", "2021-Q2", more="covers: x\n")
    assert here.check()[1] == {("DVK122", "reports/2021/tinh/huyen-d/2021-Q2.yaml")}


def test_a_file_that_only_people_can_merge_hides_nothing_of_the_others(base, tmp_path):
    request = copied(base, tmp_path / "w")

    def on_main():
        request.change(QUARTER, ("value: 7", "value: 70"))
        request.change(DRAFT, ("state: draft", "state: accepted"))

    main_goes_on(request, on_main)
    request.change(QUARTER, ("value: 7", "value: 71"))
    request.change(DRAFT, ("value: 6", "value: 60000"))
    request.commit()
    exit_code, found, said_besides = request.check()
    assert (exit_code, found) == (1, {("DVK601", DRAFT), ("DVK434", DRAFT)})
    assert QUARTER in said_besides


def test_a_mistake_mended_in_one_entry_excuses_none_in_another():
    """Entries of a file that nobody touched stay; of a touched one they may move, those that are there twice do not."""
    one, other = (Mistake("DVK210", f"own[indicator={name}].value", {"typed": "x"}) for name in ("nha", "cay"))
    assert list(exactly_added([one], [other])) == [other]
    assert list(added_mistakes([one], [other], {"own[indicator=nha]", "own[indicator=cay]"}.__contains__)) == [other]
    assert list(added_mistakes([one], [other], {"own[indicator=x]"}.__contains__)) == []
    first, second = (Mistake("DVK210", f"own[{at}].value", {"typed": "x"}) for at in (0, 1))
    assert list(added_mistakes([first], [second], {"own[0]", "own[1]"}.__contains__)) == []


def test_the_summary_begins_with_what_main_has_come_to(base, tmp_path):
    request = copied(base, tmp_path / "w")
    main_goes_on(request, lambda: request.report("huyen-d", "2021", 10, answers=YEAR))
    request.report("huyen-b", "2021", answers=YEAR)
    request.commit()
    said = Workspace.run(request, "summary", "--base", "main", "--at", "HEAD").stdout
    assert "**15 → 16 (+1)** | 2/4 → 3/4" in said


def test_histories_that_have_nothing_in_common_are_compared_as_they_are(base, tmp_path):
    request = copied(base, tmp_path / "w")
    request.git("switch", "-q", "--orphan", "khac")
    request.git("checkout", "-q", "main", "--", "dvk.yaml", UNITS, INDICATORS, PLAN)
    request.commit()
    exit_code, found, said_besides = request.check()
    assert exit_code == 1
    assert {file for code, file in found if code == "DVK605"} == {
        *(ACCEPTED, SUBMITTED, RETURNED, YEAR_OF_A, MODELS, QUARTER),
    }
    assert "nothing in common" in said_besides


def test_without_git_there_is_nothing_to_compare_with(base, tmp_path):
    request = copied(base, tmp_path / "w")
    shutil.rmtree(request.root / ".git")
    exit_code, _, said_besides = request.check()
    assert exit_code == 2
    assert "DVK902" in said_besides


@pytest.mark.parametrize("base_named", ["khong-co", "--output=x", "", "main..de-nghi"])
def test_an_unknown_base_is_said(base, tmp_path, base_named):
    request = copied(base, tmp_path / "w")
    request.base = base_named
    exit_code, _, said_besides = request.check()
    assert exit_code == 2
    assert "DVK9" in said_besides


def test_a_base_without_a_policy_makes_everything_new(tmp_path):
    request = Request(tmp_path / "w")
    build(request.root)
    first = request.git("commit-tree", "-m", "trống", request.git("hash-object", "-wt", "tree", "--stdin"))
    request.git("branch", "-f", "main", first)
    exit_code, found, said_besides = request.check()
    assert exit_code == 0, found
    assert "no dvk.yaml" in said_besides


def test_the_files_on_disk_are_judged_before_they_are_committed(late_request):
    late_request.at = None
    exit_code, found, _ = late_request.check()
    assert (exit_code, found) == (1, LATE)


def test_the_files_on_disk_without_a_policy_are_judged_all_the_same(base, tmp_path):
    request = copied(base, tmp_path / "w")
    request.remove("dvk.yaml")
    request.at = None
    exit_code, found, _ = request.check()
    assert (exit_code, found) == (1, {("DVK604", "dvk.yaml")})


def test_a_detached_head_is_a_change_like_any(late_request):
    late_request.commit()
    late_request.git("switch", "-q", "--detach")
    late_request.git("branch", "-D", "de-nghi")
    late_request.at = None
    exit_code, found, _ = late_request.check()
    assert (exit_code, found) == (1, LATE)


def test_what_changes_outside_a_folder_of_a_repository_is_said(tmp_path):
    build(tmp_path / "w" / "so-lieu")
    request = Request(tmp_path / "w" / "so-lieu")
    shutil.rmtree(request.root / ".git")
    top = Request(tmp_path / "w")
    top.git("init", "-q", "-b", "main", ".")
    top.commit()
    top.git("switch", "-q", "-c", "de-nghi")
    request.report("huyen-b", "2021", answers=YEAR)
    top.write(".github/workflows/dvk.yaml", "on: push\n")
    top.commit()
    exit_code, found, said_besides = request.check()
    workflow = "../.github/workflows/dvk.yaml"
    assert (exit_code, found) == (0, {("DVK612", workflow)})
    assert workflow in said_besides
    top.write("CODEOWNERS", "* @ke-la\n")
    top.commit()
    both = {(code, path) for code in ("DVK612", "DVK620") for path in (workflow, "../CODEOWNERS")}
    assert request.check("--actor", "nguoi-b")[:2] == (1, both)
    assert not {path for code, path in request.check("--actor", "an")[1] if code == "DVK620"}
    printed = Workspace.run(request, "check", "--base", "main", "--at", "HEAD", "--format", "github").stdout
    assert "file=CODEOWNERS," in printed


# what is printed


def test_the_first_line_says_against_what(request_of_a_report):
    short = request_of_a_report.git("rev-parse", "--short=10", "main")
    assert request_of_a_report.shown().splitlines() == [
        f"Compared with {short} of 10/12/2021: 1 changed file, judged as of 12/12/2021",
        "0 errors, 0 warnings, 0 notes · 1 file",
    ]


def test_nothing_changed_is_said(base, tmp_path):
    request = copied(base, tmp_path / "w")
    assert "no change" in request.shown().splitlines()[0]


def test_findings_can_be_asked_of_one_folder(late_request):
    late_request.write("-rf.md", "")
    late_request.commit()
    assert late_request.check("reports")[:2] == (1, LATE)
    assert late_request.check("plans")[:2] == (0, set())


def test_strict_fails_on_a_weakened_policy(base, tmp_path):
    request = copied(base, tmp_path / "w")
    CASES["a_weakened_policy"].make(request)
    assert request.check("--strict")[0] == 1


@pytest.mark.parametrize("option", ["--actor", "--on"])
def test_options_of_a_change_want_a_base(base, option):
    result = Workspace.run(Request(base), "check", option, "2021-01-01")
    assert result.exit_code == 2
    assert "DVK961" in result.stderr


def test_two_runs_say_the_same(base, tmp_path):
    request = copied(base, tmp_path / "w")
    CASES["a_deleted_unit"].make(request)
    command = (sys.executable, "-m", "dvk", "check", "--base", "main", "--at", "HEAD", "--root", str(request.root))
    seeded = ({**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2"))
    one, other = (subprocess.run(command, env=env, capture_output=True, check=False).stdout for env in seeded)
    assert b"DVK607" in one
    assert one == other
