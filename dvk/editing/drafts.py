"""One document of a workspace as it is, and as it would be: what an edit would make wrong that is not wrong now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Draft(Snapshot):
    """The files of a workspace, one of them as an edit would leave it.

    Args:
        path: that file.
        data: its bytes then.
    """

    path: str
    data: bytes

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of files, with the edit."""
        for path in paths:
            if path == self.path:
                yield path, self.data
            else:
                yield from super().read_all([path])


def drafted(snapshot: Snapshot, path: str, data: bytes) -> Draft:
    """The same files, one of them with other bytes."""
    return Draft(snapshot.root, snapshot.commit, snapshot.in_git, snapshot.entries, path, data)


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


def new_errors(draft: Draft, before: bytes) -> list[Finding]:
    """The errors that an edit brings into its file, which held other bytes before.

    They are those of the file alone, as ``dvk check`` weighs them under the policy of the workspace.
    """
    kind = kind_of(draft.path) or ""
    settings = _policy(draft, before)
    added = added_mistakes(read(before, kind).mistakes, read(draft.data, kind).mistakes)
    found = [Finding(severity_of(mistake.code, settings), draft.path, mistake) for mistake in added]
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _policy(draft: Draft, before: bytes) -> Settings:
    """The policy that holds, also while it is the one that is edited."""
    data = before if draft.path == SETTINGS_FILE else bytes_of(draft, SETTINGS_FILE)
    found = read(data, "settings").facts
    return found if isinstance(found, Settings) else Settings()
