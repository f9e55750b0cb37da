"""What a document says otherwise than when it was stamped, field by field, from the versions that git has of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dvk import gitdoor
from dvk.cascade import Filed, is_current, last_stamp, open_returns, suspect_stamps
from dvk.errors import CannotGoOn
from dvk.facts import Filing, Registration, Report, Stamp
from dvk.fingerprints import content, fingerprint
from dvk.gitdoor import PathCommit
from dvk.kinds import kind_of
from dvk.meaning import FieldChange, changes_between
from dvk.snapshot import Snapshot
from dvk.textfile import Tree, read_text
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Since:
    """Stamps that a document has outgrown, all given to one version of it, and what has changed.

    Args:
        path: its file.
        stamps: the stamps, in the order of the file.
        version: the commit that has what was stamped; None where git has none.
        gap: why there is none.
        changes: what is not as it was stamped; nothing where the same is only written differently.
    """

    path: str
    stamps: tuple[Stamp, ...]
    version: PathCommit | None
    gap: Literal["", "no_git", "shallow", "no_version"]
    changes: tuple[FieldChange, ...]


def changed_since(workspace: Workspace, paths: Iterable[str]) -> list[Since]:
    """What changed in documents after the stamps that they bear of this round; of one whose stamps all hold, nothing.

    The history is read once for all of them, each version only as far as is needed.

    Args:
        workspace: where they are.
        paths: the documents.
    """
    outgrown = {path: by_print for path in paths if (by_print := _outgrown(workspace.filing(path)))}
    if not outgrown:
        return []
    snapshot = workspace.snapshot
    commits = _commits(snapshot, list(outgrown))
    gap = _gap(snapshot)
    found: list[Since] = []
    for path, by_print in outgrown.items():
        versions = _Versions(snapshot.root, commits[path])
        now = content(read_text(snapshot.read(path)).tree or {})
        for wanted, stamps in by_print.items():
            version, then = versions.with_fingerprint(wanted) or (None, {})
            changes = () if version is None else changes_between(content(then), now, kind_of(path) or "")
            found.append(Since(path, tuple(stamps), version, gap if version is None else "", changes))
    return found


def _outgrown(filing: Filing | None) -> dict[str, list[Stamp]]:
    """The stamps of this round that no longer hold, by what was stamped."""
    if not isinstance(filing, Registration | Report):
        return {}
    by_fingerprint: dict[str, list[Stamp]] = {}
    for at in suspect_stamps(filing):
        by_fingerprint.setdefault(filing.stamps[at].fingerprint, []).append(filing.stamps[at])
    return by_fingerprint


def _commits(snapshot: Snapshot, paths: list[str]) -> dict[str, list[PathCommit]]:
    try:
        tip = snapshot.commit or gitdoor.resolve(snapshot.root, "HEAD")
    except CannotGoOn:  # no git, or nothing committed yet
        return {path: [] for path in paths}
    return gitdoor.commits_by_path(snapshot.root, tip, paths)


def _gap(snapshot: Snapshot) -> Literal["no_git", "shallow", "no_version"]:
    if not snapshot.in_git:
        return "no_git"
    return "shallow" if gitdoor.is_shallow(snapshot.root) else "no_version"


def left_alone(workspace: Workspace, path: str, filing: Filed) -> tuple[str, ...]:
    """The fields that open returns name and that say what they said then; none where git has no version of then."""
    returned = last_stamp(filing, "returned")
    asked = [field for at in open_returns(filing) for field in filing.returns[at].fields]
    if returned is None or not asked or is_current(filing, returned):
        return ()
    snapshot = workspace.snapshot
    found = _Versions(snapshot.root, _commits(snapshot, [path])[path]).with_fingerprint(returned.fingerprint)
    if found is None:
        return ()
    now = content(read_text(snapshot.read(path)).tree or {})
    changed = [change.field for change in changes_between(content(found[1]), now, kind_of(path) or "")]
    return tuple(field for field in asked if not any(_meet(field, other) for other in changed))


def _meet(one: str, other: str) -> bool:
    """Whether two field paths are the same or one leads into the other."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) : len(short) + 1] in {"", ".", "["}


class _Versions:
    """The versions of one file in git, the newest first, read as far as is needed."""

    def __init__(self, root: Path, commits: Sequence[PathCommit]) -> None:
        self._read: dict[str, tuple[PathCommit, Tree]] = {}
        self._left = _newest_first(root, [commit for commit in reversed(commits) if commit.blob])

    def with_fingerprint(self, wanted: str) -> tuple[PathCommit, Tree] | None:
        """The last version with that fingerprint, and the commit that made it."""
        while wanted not in self._read:
            following = next(self._left, None)
            if following is None:
                return None
            self._read.setdefault(fingerprint(following[1]), following)
        return self._read[wanted]


def _newest_first(root: Path, commits: Sequence[PathCommit]) -> Iterator[tuple[PathCommit, Tree]]:
    contents = gitdoor.blobs(root, [commit.blob or "" for commit in commits])
    for commit, (_, data) in zip(commits, contents, strict=True):
        tree = read_text(data).tree
        if tree is not None:
            yield commit, tree
