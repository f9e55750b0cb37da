"""As much of a workspace as gives names to ids: quick, where everything else is not needed."""

from collections.abc import Iterable
from dataclasses import replace

from dvk.meaning import FieldChange
from dvk.meaning.shaped import scalars
from dvk.snapshot import WORKSPACE_FILES, Snapshot
from dvk.values import read_reference
from dvk.vietnamese.misread import Misread
from dvk.workspace import Workspace, workspace_in

_UNITS = "units/"


def workspace_of_names(snapshot: Snapshot, documents: Iterable[str] = ()) -> Workspace:
    """The workspace with its settings, units, indicators and the named documents, and no others.

    Raises:
        CannotGoOn: where the disk will not give a file; where units stand above each other by the hundreds.
    """
    wanted = {*WORKSPACE_FILES, *documents}
    kept = {path: e for path, e in snapshot.entries.items() if path in wanted or path.startswith(_UNITS)}
    return workspace_in(replace(snapshot, entries=kept))


def documents_cited(changes: Iterable[FieldChange]) -> set[str]:
    """The documents that the changed values refer to."""
    found: set[str] = set()
    for change in changes:
        for node in (change.before, change.after):
            for spot, text in scalars(node, change.spot):
                if spot.form == "reference" and text is not None:
                    found |= _path_in(text)
    return found


def _path_in(text: str) -> set[str]:
    try:
        return {read_reference(text).path}
    except Misread:
        return set()
