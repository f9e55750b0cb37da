"""Stamps: whether they are in order, by whom they may be, and whether the document still says what was stamped.

A document without stamps is judged by its state alone, as ever.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from dvk.cascade import UNDER_WAY, Approvals, Filed, last_stamp, suspect_stamps, units_for
from dvk.entries import listed
from dvk.facts import Stamp, Step
from dvk.findings import Mistake
from dvk.naming import Known
from dvk.people import same_person
from dvk.vietnamese.dates import format_date
from dvk.workspace import Workspace
from dvk.workspace_checks.books import Books, Found, is_unread

_FINGERPRINT = re.compile(r"v1:[0-9a-f]{64}")
_DONE = frozenset({"approved", "published"})
_JUDGED = frozenset({"accepted", "approved"})
_AFTER: Mapping[str, frozenset[Step]] = {
    "": frozenset({"submitted", "returned"}),
    "submitted": frozenset({"submitted", "accepted", "returned"}),
    "accepted": frozenset({"submitted", "approved", "returned"}),
    "returned": frozenset({"submitted"}),
    "approved": frozenset({"submitted", "published", "returned"}),
    "published": frozenset({"submitted"}),
}
"""Step, "" at the beginning → the steps that may follow it."""
_MOST_NAMED = 12


def in_order(books: Books) -> Found:
    """DVK641, DVK642, DVK646, DVK649: stamps follow each other, up to the state, and over no open return."""
    for path, filing in _stamped(books.workspace):
        stamps = listed("stamps", filing.stamps)
        for before, (field, stamp) in zip((None, *filing.stamps), stamps, strict=False):
            if stamp.step not in _AFTER[before.step if before else ""]:
                step_before = before.step if before else "no_stamp"
                yield path, Mistake("DVK641", f"{field}.step", {"step": stamp.step, "before": step_before})
            if before is not None and stamp.when.day < before.when.day:
                days = {"day": format_date(stamp.when.day), "before_day": format_date(before.when.day)}
                yield path, Mistake("DVK649", f"{field}.when", days)
        last = filing.stamps[-1].step
        if filing.state in {*UNDER_WAY, "returned"} and filing.state != last:
            yield path, Mistake("DVK642", "state", {"state": filing.state, "step": last})
        yield from ((path, mistake) for mistake in _over_returns(filing))


def held(books: Books) -> Found:
    """DVK640, DVK648, DVK650: the document says what it said when it was stamped, and one thing all the way up."""
    for path, filing in _stamped(books.workspace):
        stamps = listed("stamps", filing.stamps)
        altered = list(_altered(filing))
        suspect = [stamps[at] for at in suspect_stamps(filing)]
        changed = [(field, stamp) for field, stamp in suspect if _FINGERPRINT.fullmatch(stamp.fingerprint)]
        for field, stamp in stamps:
            if not _FINGERPRINT.fullmatch(stamp.fingerprint):
                yield path, Mistake("DVK648", f"{field}.fingerprint", {"typed": stamp.fingerprint})
        yield from ((path, mistake) for mistake in altered)
        if changed and not altered:
            steps = ", ".join(stamp.step for _, stamp in changed)
            yield path, Mistake("DVK640", f"{changed[0][0]}.fingerprint", {"steps": steps})


def by_whom(books: Books) -> Found:
    """DVK643, DVK645, DVK647: stamps are by units that may give them, and not by whoever submitted it."""
    organisation, unread = books.workspace.organisation, is_unread(books.workspace, "units")
    units = Known(organisation.units)
    for path, filing in _stamped(books.workspace):
        for field, stamp in listed("stamps", filing.stamps):
            for place, unit in _named(field, stamp):
                if unit not in units and not unread:
                    yield path, Mistake("DVK647", place, {"unit": unit, "near": units.near(unit)})
            allowed = units_for(organisation, stamp.step, filing.unit, stamp.when.day)
            if stamp.unit in units and filing.unit in units and stamp.unit not in allowed:
                args = {"unit": stamp.unit, "step": stamp.step, "units": " / ".join(allowed)}
                yield path, Mistake("DVK643", f"{field}.unit", args)
        yield from ((path, mistake) for mistake in _own(filing))


def over_those_below(books: Books) -> Found:
    """DVK644: the units below had been approved by then, or are named with a reason."""
    approvals = Approvals(books.workspace)
    for path, filing in _stamped(books.workspace):
        stamp = last_stamp(filing, "approved")
        if stamp is None or filing.state not in UNDER_WAY:
            continue
        lacking = _lacking(approvals, filing, stamp)
        if lacking:
            shown = [f"{unit}={state}" for unit, state in lacking.items()][:_MOST_NAMED]
            field = next(field for field, known in reversed(listed("stamps", filing.stamps)) if known is stamp)
            yield path, Mistake("DVK644", field, {"count": str(len(lacking)), "lacking": ", ".join(shown)})


def _stamped(workspace: Workspace) -> Iterator[tuple[str, Filed]]:
    """The documents that bear stamps."""
    for filings in (workspace.registrations, workspace.reports):
        yield from ((path, filing) for path, filing in filings.items() if filing.stamps)


def _over_returns(filing: Filed) -> Iterator[Mistake]:
    """Returns since the last submission that nobody answered, of a document that went on all the same."""
    submitted = last_stamp(filing, "submitted")
    if submitted is None or filing.state not in UNDER_WAY or last_stamp(filing, "returned") is not None:
        return
    for field, note in listed("returns", filing.returns):
        if note.day >= submitted.when.day and note.resubmitted is None and not note.answer:
            yield Mistake("DVK646", field, {"day": format_date(note.day), "step": filing.state})


def _altered(filing: Filed) -> Iterator[Mistake]:
    """Steps that were taken with something else than what had been submitted."""
    submitted: Stamp | None = None
    for field, stamp in listed("stamps", filing.stamps):
        if stamp.step == "submitted":
            submitted = stamp
        elif stamp.step != "returned" and submitted is not None and stamp.fingerprint != submitted.fingerprint:
            args = {"step": stamp.step, "day": format_date(submitted.when.day)}
            yield Mistake("DVK650", f"{field}.fingerprint", args)


def _named(field: str, stamp: Stamp) -> Iterator[tuple[str, str]]:
    yield f"{field}.unit", stamp.unit
    for place, without in listed(f"{field}.without", stamp.without):
        yield f"{place}.unit", without.unit


def _own(filing: Filed) -> Iterator[Mistake]:
    """Steps that were taken by the person who had submitted the document."""
    submitter = ""
    for field, stamp in listed("stamps", filing.stamps):
        if stamp.step == "submitted":
            submitter = stamp.who
        elif stamp.step in _JUDGED and submitter and same_person(stamp.who, submitter):
            yield Mistake("DVK645", f"{field}.who", {"who": stamp.who, "step": stamp.step})


def _lacking(approvals: Approvals, filing: Filed, stamp: Stamp) -> dict[str, str]:
    """The units below that were neither approved by the day of an approval nor named in it, and how they stand."""
    named, day = {without.unit for without in stamp.without}, stamp.when.day
    lacking: dict[str, str] = {}
    for owed in approvals.expected(filing, day):
        answers = [answer for _, answer in approvals.answers(owed)]
        if owed.unit not in named and not any(_was_done(answer, day) for answer in answers):
            lacking.setdefault(owed.unit, answers[-1].state if answers else "overdue")
    return lacking


def _was_done(filing: Filed, day: date) -> bool:
    """Whether it had been approved by the end of a day, or was on that day; without stamps, whether it is."""
    if not filing.stamps:
        return filing.state in _DONE
    earlier = [stamp.step for stamp in filing.stamps if stamp.when.day < day][-1:]
    then = [stamp.step for stamp in filing.stamps if stamp.when.day == day]
    return any(step in _DONE for step in (*earlier, *then))
