"""What a document says otherwise than when it was stamped, field by field, from the versions that git has of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dvk import gitdoor
from dvk.cascade import Filed, suspect_stamps
from dvk.errors import CannotGoOn
from dvk.facts import Stamp
from dvk.fingerprints import content, fingerprint
from dvk.kinds import kind_of
from dvk.meaning import FieldChange, changes_between
from dvk.textfile import Tree, read_text
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a file in git: its commit, and when that was received."""

    commit: str
    received: datetime


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
    version: Version | None
    gap: Literal["", "no_git", "shallow", "no_version"]
    changes: tuple[FieldChange, ...]


def changed_since(workspace: Workspace, path: str, filing: Filed) -> list[Since]:
    """What changed in a document after the stamps that it bears of this round; nothing where they all hold."""
    by_fingerprint: dict[str, list[Stamp]] = {}
    for at in suspect_stamps(filing):
        by_fingerprint.setdefault(filing.stamps[at].fingerprint, []).append(filing.stamps[at])
    if not by_fingerprint:
        return []
    versions = _Versions(workspace, path)
    now = read_text(workspace.snapshot.read(path)).tree or {}
    return [versions.since(wanted, tuple(stamps), now) for wanted, stamps in by_fingerprint.items()]


class _Versions:
    """The versions of one file in git, the newest first, read as far as is needed."""

    def __init__(self, workspace: Workspace, path: str) -> None:
        self._snapshot, self._path = workspace.snapshot, path
        self._read: dict[str, tuple[Version, Tree]] = {}
        self._left = self._versions()

    def since(self, wanted: str, stamps: tuple[Stamp, ...], now: Tree) -> Since:
        """What changed after the version with that fingerprint."""
        found = self._with(wanted)
        if found is None:
            return Since(self._path, stamps, None, self._gap(), ())
        version, then = found
        changes = changes_between(content(then), content(now), kind_of(self._path) or "")
        return Since(self._path, stamps, version, "", changes)

    def _with(self, wanted: str) -> tuple[Version, Tree] | None:
        while wanted not in self._read:
            following = next(self._left, None)
            if following is None:
                return None
            version, tree = following
            self._read.setdefault(fingerprint(tree), (version, tree))
        return self._read[wanted]

    def _versions(self) -> Iterator[tuple[Version, Tree]]:
        root = self._snapshot.root
        try:
            tip = self._snapshot.commit or gitdoor.resolve(root, "HEAD")
        except CannotGoOn:  # no git, or nothing committed yet
            return
        commits = [commit for commit in reversed(gitdoor.path_commits(root, tip, self._path)) if commit.blob]
        contents = gitdoor.blobs(root, [commit.blob or "" for commit in commits])
        for commit, (_, data) in zip(commits, contents, strict=True):
            tree = read_text(data).tree
            if tree is not None:
                yield Version(commit.id, commit.received), tree

    def _gap(self) -> Literal["no_git", "shallow", "no_version"]:
        if not self._snapshot.in_git:
            return "no_git"
        return "shallow" if gitdoor.is_shallow(self._snapshot.root) else "no_version"
