"""One document of a workspace as it is, and as it would be: what an edit would make wrong that is not wrong now."""

from pathlib import Path

from dvk.added_mistakes import added_mistakes
from dvk.codes import severity_of
from dvk.errors import CannotGoOn
from dvk.facts import Settings
from dvk.findings import Finding, Severity
from dvk.kinds import kind_of
from dvk.messages.of_system import reason_of
from dvk.reading import read
from dvk.snapshot import SETTINGS_FILE, Snapshot, working_tree


def documents(root: Path) -> Snapshot:
    """The documents on disk: files of some kind, no links."""
    snapshot = working_tree(root)
    kept = {path: entry for path, entry in snapshot.entries.items() if kind_of(path) and not entry.link}
    return Snapshot(snapshot.root, snapshot.commit, snapshot.in_git, kept)


def bytes_of(snapshot: Snapshot, path: str) -> bytes:
    """The bytes of a document.

    Raises:
        CannotGoOn: DVK911 where the disk does not give them.
    """
    try:
        return snapshot.read(path)
    except OSError as problem:
        raise CannotGoOn("DVK911", path=path, problem=reason_of(problem)) from None


def new_errors(snapshot: Snapshot, path: str, before: bytes, after: bytes) -> list[Finding]:
    """The errors that an edit brings into a file, which held other bytes before.

    They are those of the file alone, as ``dvk check`` weighs them under the policy of the workspace.
    """
    kind = kind_of(path) or ""
    settings = _policy(before if path == SETTINGS_FILE else bytes_of(snapshot, SETTINGS_FILE))
    added = added_mistakes(read(before, kind).mistakes, read(after, kind).mistakes)
    found = [Finding(severity_of(mistake.code, settings), path, mistake) for mistake in added]
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _policy(data: bytes) -> Settings:
    """The policy that holds, also while it is the one that is edited."""
    found = read(data, "settings").facts
    return found if isinstance(found, Settings) else Settings()
