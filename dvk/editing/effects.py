"""What ``dvk check`` says of a file that was edited, and what of it the edit brought."""

from dataclasses import dataclass
from pathlib import Path

from dvk.added_mistakes import added_mistakes
from dvk.checking import findings_of
from dvk.findings import Finding, Severity
from dvk.memory import Readings
from dvk.snapshot import Snapshot, overlaid, working_tree
from dvk.workspace import workspace_in

_TOLD = {Severity.ERROR, Severity.WARNING}


@dataclass(frozen=True, slots=True)
class Effects:
    """Errors and warnings after an edit.

    Args:
        snapshot: the files as they are now.
        left: all that the file has.
        brought: those of them that it had not before.
        elsewhere: other files that have errors which they had not before.
    """

    snapshot: Snapshot
    left: list[Finding]
    brought: list[Finding]
    elsewhere: list[str]


def effects_of_edit(root: Path, path: str, before: bytes, readings: Readings) -> Effects:
    """What there is to say of a file on disk which held other bytes before.

    Args:
        root: the folder of the workspace.
        path: the file.
        before: what it held.
        readings: what was read of the workspace before.

    Raises:
        CannotGoOn: where the workspace cannot be opened.
    """
    snapshot = working_tree(root)
    workspace = workspace_in(snapshot, readings=readings)
    found = findings_of(workspace)
    left = [finding for finding in found if finding.file == path and finding.severity in _TOLD]
    errors = [finding for finding in found if finding.file != path and finding.severity is Severity.ERROR]
    if not left and not errors:
        return Effects(snapshot, [], [], [])
    earlier = findings_of(workspace_in(overlaid(snapshot, {path: before}), readings=readings))
    mistakes = [finding.mistake for finding in earlier if finding.file == path]
    added = added_mistakes(mistakes, [finding.mistake for finding in left])
    known = {_place(finding) for finding in earlier if finding.severity is Severity.ERROR}
    elsewhere = sorted({finding.file for finding in errors if _place(finding) not in known})
    return Effects(snapshot, left, [workspace.finding(path, mistake) for mistake in added], elsewhere)


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.file, finding.mistake.code, finding.mistake.field
