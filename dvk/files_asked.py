"""Which files a call is about, none of them read; and since when git can tell of them."""

from pathlib import Path
from typing import Literal, TypeAlias

from dvk import gitdoor
from dvk.errors import CannotGoOn
from dvk.kinds import KINDS, kind_of
from dvk.messages.of_system import reason_of
from dvk.snapshot import SETTINGS_FILE, Snapshot, at_commit, working_tree

Gap: TypeAlias = Literal["no_git", "shallow", "no_main_branch"]
"""Why git cannot tell when documents were received."""


def snapshot_of(root: Path, at: str | None = None, main_branch: str | None = None) -> Snapshot:
    """The files of a workspace, none of them read: as they are, or as they were at a commit or on a day.

    Args:
        root: the folder that holds ``dvk.yaml``.
        at: a revision of git, or a day in any spelling: the files as known at the end of it on the main branch.
        main_branch: what that branch is called; None: as the settings on disk say.

    Raises:
        CannotGoOn: where there is no such revision, day or repository; where the disk will not list them.
    """
    try:
        return working_tree(root) if at is None else at_commit(root, _commit(root, at, main_branch))
    except OSError as problem:
        raise unread(problem) from None


def unread(problem: OSError) -> CannotGoOn:
    """What stops a command where the disk will not give a file."""
    return CannotGoOn("DVK911", path=str(problem.filename), problem=reason_of(problem))


def documents_of(snapshot: Snapshot) -> list[str]:
    """Paths of documents, settings first; links are left to a check."""
    order = list(KINDS)
    found = [(kind_of(path), path) for path in snapshot.paths() if not snapshot.entries[path].link]
    return [path for kind, path in sorted((order.index(kind), path) for kind, path in found if kind)]


def evidence(snapshot: Snapshot, main_branch: str) -> tuple[Gap | None, str]:
    """Why git cannot tell when documents were received, if it cannot; else the last commit that tells, or ""."""
    if not snapshot.in_git:
        return "no_git", ""
    if gitdoor.is_shallow(snapshot.root):
        return "shallow", ""
    tip = snapshot.commit or gitdoor.branch_tip(snapshot.root, main_branch)
    return None if tip or not gitdoor.has_commits(snapshot.root) else "no_main_branch", tip or ""


def named_main_branch(snapshot: Snapshot) -> str:
    """What the settings among these files call the main branch.

    Raises:
        OSError: the disk will not give them.
    """
    from dvk.facts import Settings
    from dvk.reading import read

    entry = snapshot.entries.get(SETTINGS_FILE)
    found = read(snapshot.read(SETTINGS_FILE), "settings").facts if entry and not entry.link else None
    return found.main_branch if isinstance(found, Settings) else Settings().main_branch


def _commit(root: Path, at: str, main_branch: str | None) -> str:
    """The commit that a revision names, or the last one on the main branch by the end of a day."""
    from dvk.vietnamese.dates import parse_date
    from dvk.vietnamese.misread import Misread

    if not gitdoor.is_repository(root):
        raise CannotGoOn("DVK902", root=str(root), of="at")
    try:
        day = parse_date(at)
    except Misread:
        return gitdoor.resolve(root, at)
    return gitdoor.commit_on(root, gitdoor.main_tip(root, main_branch or named_main_branch(working_tree(root))), day)
