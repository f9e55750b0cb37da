"""All findings of a workspace: of single files and of files together, weighed and sorted."""

from collections.abc import Iterable
from datetime import date

from dvk.entries import listed
from dvk.facts import Registration, Report
from dvk.findings import Finding, Mistake
from dvk.vietnamese.dates import format_date
from dvk.workspace import Workspace
from dvk.workspace_checks import WORKSPACE_CHECKS
from dvk.workspace_checks.books import Books


def findings_of(workspace: Workspace, paths: Iterable[str] = ()) -> list[Finding]:
    """Every finding, or those about files at or below the paths; the same order in every run.

    It depends on files and policy only, never on the day.
    """
    found = list(workspace.findings_in_files())
    books = Books(workspace)
    for check in WORKSPACE_CHECKS:
        found.extend(workspace.finding(path, mistake) for path, mistake in check(books))
    wanted = list(paths)
    files = set(workspace.snapshot.files_at(wanted))
    return sorted((f for f in found if not wanted or f.file in files), key=lambda finding: finding.order)


def findings_of_day(workspace: Workspace, today: date) -> list[Finding]:
    """What is wrong on a day and may not be later: DVK652, stamps of a day that has not come.

    Args:
        workspace: the files.
        today: the last day on which a step can have been taken.
    """
    filed: dict[str, Registration | Report] = {**workspace.registrations, **workspace.reports}
    found = []
    for path, filing in filed.items():
        for field, stamp in listed("stamps", filing.stamps):
            if stamp.when.day > today:
                days = {"day": format_date(stamp.when.day), "today": format_date(today)}
                found.append(workspace.finding(path, Mistake("DVK652", f"{field}.when", days)))
    return found
