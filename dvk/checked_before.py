"""All findings of the files of a snapshot; those of the same files are remembered from the call before."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dvk.files_asked import documents_of, evidence, unread
from dvk.findings import Finding
from dvk.memory import Readings, from_row, to_row
from dvk.snapshot import SETTINGS_FILE, Snapshot

if TYPE_CHECKING:
    from dvk.workspace import Workspace

_WHAT = "findings"
_CONTENTS = "contents"
_MAIN_BRANCH = "main branch"


@dataclass(frozen=True, slots=True)
class _Findings:
    """All that was found."""

    all: tuple[Finding, ...]


def findings_in(
    snapshot: Snapshot, readings: Readings, today: date, read: "Callable[[], Workspace]"
) -> tuple[Finding, ...]:
    """Every finding of these files, in their order, with those that depend on the day at the end.

    Findings depend on files, on which of them are links, on when the main branch had them, and on the day; on nothing
    else. Where all that is as it was, nothing is read, and nothing is imported that reads.

    Args:
        snapshot: the files.
        readings: what earlier calls found out.
        today: the day of the call.
        read: gives the workspace that the files make, where it has to be looked at.

    Raises:
        CannotGoOn: as ``workspace_in``.
    """
    if readings.store is None:
        return _found(read(), today)
    files = identity_of(snapshot, readings, today)
    known = readings.result(_WHAT, files)
    if known is not None:
        return from_row(known, _Findings).all
    found = _Findings(_found(read(), today))
    readings.keep_result(_WHAT, files, to_row(found))
    return found.all


def _found(workspace: "Workspace", today: date) -> tuple[Finding, ...]:
    from dvk.checking import findings_of, findings_of_day

    return (*findings_of(workspace), *findings_of_day(workspace, today))


def identity_of(snapshot: Snapshot, readings: Readings, today: date) -> str:
    """All that findings, and every other answer about these files, depend on, in one line.

    Raises:
        CannotGoOn: DVK911 where the disk will not give a file.
    """
    try:
        contents = readings.of_looks(_CONTENTS, snapshot, lambda: _contents(snapshot, readings))
        main_branch = readings.result(_MAIN_BRANCH, contents)
        if main_branch is None:
            main_branch = _main_branch(snapshot, readings)
            readings.keep_result(_MAIN_BRANCH, contents, main_branch)
    except OSError as problem:
        raise unread(problem) from None
    gap, tip = evidence(snapshot, main_branch)
    return f"{today}\0{gap}\0{tip}\0{contents}"


def _contents(snapshot: Snapshot, readings: Readings) -> str:
    """A digest of all files: their paths, what documents hold, and which are links."""
    ids = readings.ids(snapshot, documents_of(snapshot))
    digest = hashlib.sha256()
    for path in snapshot.paths():
        line = f"\0{path}\0{ids.get(path, '')}\0{snapshot.entries[path].link}"
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _main_branch(snapshot: Snapshot, readings: Readings) -> str:
    """What the settings among these files call the main branch."""
    from dvk.facts import Settings

    entry = snapshot.entries.get(SETTINGS_FILE)
    settings = readings.of_files(snapshot, [SETTINGS_FILE] if entry and not entry.link else [])
    found = next((reading.facts for reading in settings.values()), None)
    return found.main_branch if isinstance(found, Settings) else Settings().main_branch
