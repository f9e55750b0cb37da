"""All findings of the files of a snapshot; those of the same files are remembered from the call before."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dvk.checking import findings_of, findings_of_day
from dvk.facts import Settings
from dvk.findings import Finding
from dvk.memory import Readings, from_row, to_row
from dvk.snapshot import SETTINGS_FILE, Snapshot
from dvk.workspace import Workspace, documents_of, evidence, unread

_WHAT = "findings"


@dataclass(frozen=True, slots=True)
class _Findings:
    """All that was found."""

    all: tuple[Finding, ...]


def findings_in(
    snapshot: Snapshot, readings: Readings, today: date, read: Callable[[], Workspace]
) -> tuple[Finding, ...]:
    """Every finding of these files, in their order, with those that depend on the day at the end.

    Findings depend on files, on which of them are links, on when the main branch had them, and on the day; on nothing
    else.

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
    files = _identity(snapshot, readings, today)
    known = readings.result(_WHAT, files)
    if known is not None:
        return from_row(known, _Findings).all
    found = _Findings(_found(read(), today))
    readings.keep_result(_WHAT, files, to_row(found))
    return found.all


def _found(workspace: Workspace, today: date) -> tuple[Finding, ...]:
    return (*findings_of(workspace), *findings_of_day(workspace, today))


def _identity(snapshot: Snapshot, readings: Readings, today: date) -> str:
    """A digest of all that findings depend on.

    Raises:
        CannotGoOn: DVK911 where the disk will not give a file.
    """
    try:
        ids = readings.ids(snapshot, documents_of(snapshot))
        settings = readings.of_files(snapshot, [SETTINGS_FILE] if SETTINGS_FILE in ids else [])
    except OSError as problem:
        raise unread(problem) from None
    policy = next((reading.facts for reading in settings.values()), None)
    gap, tip = evidence(snapshot, policy if isinstance(policy, Settings) else Settings())
    digest = hashlib.sha256(f"{today}\0{gap}\0{tip}".encode())
    for path in snapshot.paths():
        line = f"\0{path}\0{ids.get(path, '')}\0{snapshot.entries[path].link}"
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
