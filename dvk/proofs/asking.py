"""Which commits and which documents a question about signatures means, and the answer to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dvk import gitdoor
from dvk.kinds import FILED_FOLDERS
from dvk.proofs.proving import CommitProof, Proofs, StampProof
from dvk.proofs.trusting import Trusted, trusted_commit
from dvk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Question:
    """Whose signatures are asked about; without any path, revision or base, those of the main branch.

    Args:
        paths: files: all commits that changed them, and their stamps.
        revisions: commits as a user names them.
        base: instead of the main branch, the commit whose word holds, and what ``HEAD`` has beyond it.
        only_stamps: whether commits are left out.
    """

    paths: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()
    base: str | None = None
    only_stamps: bool = False

    @property
    def names_something(self) -> bool:
        """Whether it names files or commits."""
        return bool(self.paths or self.revisions)


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what it came to.

    Args:
        trusted: the commit whose word holds.
        has_signers: whether it has a list of signers at all.
        commits: the commits, the newest first.
        stamps: the stamps.
    """

    trusted: str
    has_signers: bool
    commits: Sequence[CommitProof]
    stamps: Sequence[StampProof]

    @property
    def is_whole(self) -> bool:
        """Whether all of it is proven."""
        return {"good"}.issuperset([*(p.status for p in self.commits), *(p.status for p in self.stamps)])


@dataclass(frozen=True, slots=True)
class _Meant:
    """The last commit of a history, and of it the commits and documents that are asked about."""

    tip: str
    commits: tuple[str, ...]
    paths: tuple[str, ...]


def verified(workspace: Workspace, question: Question) -> Verified:
    """The signatures that are asked about.

    Raises:
        CannotGoOn: as ``trusted_commit``; DVK901 where a revision names no commit; DVK957 without ssh-keygen.
    """
    trusted = Trusted(workspace.snapshot.root, trusted_commit(workspace, question.base))
    meant = _meant(workspace, trusted.commit, question)
    proofs = Proofs(workspace, trusted, meant.tip)
    among = frozenset(meant.commits) if question.base is not None and not question.names_something else None
    stamps = proofs.stamps(meant.paths, among)
    commits = [] if question.only_stamps else list(proofs.commits(meant.commits))
    return Verified(trusted.commit, bool(trusted.signers), commits, stamps)


def _meant(workspace: Workspace, trusted: str, question: Question) -> _Meant:
    root = workspace.snapshot.root
    if question.base is None and not question.names_something:
        history = (commit.id for commit in reversed(gitdoor.main_history(root, trusted)))
        paths = (path for path, _ in workspace.filings()) if question.only_stamps else ()
        return _Meant(trusted, tuple(history), tuple(paths))
    tip = gitdoor.resolve(root, "HEAD")
    commits: list[str] = []
    paths_asked: list[str] = []
    if question.base is not None:
        commits += reversed(gitdoor.commits_between(root, trusted, tip))
        paths_asked += _changed(workspace, trusted, tip)
    for touching in gitdoor.commits_by_path(root, tip, question.paths).values():
        commits += (commit.id for commit in reversed(touching))
    commits += (gitdoor.resolve(root, revision) for revision in question.revisions)
    return _Meant(tip, tuple(dict.fromkeys(commits)), (*paths_asked, *question.paths))


def _changed(workspace: Workspace, base: str, head: str) -> list[str]:
    """The documents that two commits have differently: their stamps as far as the later one brought them."""
    was, now = (gitdoor.tree_entries(workspace.snapshot.root, commit, FILED_FOLDERS) for commit in (base, head))
    return [path for path in now if now[path] != was.get(path)]
