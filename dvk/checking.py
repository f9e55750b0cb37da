"""All findings of a workspace: of single files and of files together, weighed and sorted."""

from collections.abc import Iterable

from dvk.findings import Finding, Severity
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


def is_failed(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether a check fails: on errors, and with ``strict`` on warnings."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in failing for finding in findings)
