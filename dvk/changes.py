"""A change as a value: the workspace that it starts from, the workspace that it would make, and the files between."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias

from dvk import gitdoor
from dvk.changed_filings import ChangedFiling, changed_filings
from dvk.errors import CannotGoOn
from dvk.facts import Settings
from dvk.merged_files import merged_files
from dvk.reading import Reader, reading_once
from dvk.snapshot import SETTINGS_FILE, Snapshot, at_commit, find_root, working_tree
from dvk.workspace import Workspace, workspace_in

Gap: TypeAlias = Literal["unrelated", "shallow", "no_policy"]


@dataclass(frozen=True, slots=True)
class Side:
    """What stands at a path: git's mode (``100644``, ``120000`` a link, ``160000`` a submodule) and the blob's id."""

    mode: str
    blob: str


@dataclass(frozen=True, slots=True)
class FileChange:
    """A path that is not what it was; a renamed file is one path removed and another added."""

    path: str
    before: Side | None
    after: Side | None

    @property
    def is_added(self) -> bool:
        """Whether nothing stood there before."""
        return self.before is None

    @property
    def is_removed(self) -> bool:
        """Whether nothing stands there any more."""
        return self.after is None


@dataclass(frozen=True)
class Comparison:
    """What a change does.

    Args:
        base: the workspace where the change began, at the merge base; read under the policy of ``tip``.
        tip: the workspace that it is to be merged into: its policy judges, and its documents are those that bind. The
            same value as ``base`` where the change began there.
        head: the workspace that the change makes, read under the policy of ``tip``.
        merged: the workspace that merging makes, likewise: ``tip`` with the change on top. The same value as ``head``
            where the change began at the tip, and where both changed the same lines, which only people put together.
        base_commit: the merge base; the tip itself where the two histories have nothing in common.
        tip_commit: the commit that was named as the base.
        head_commit: the change's last commit; None for the files on disk.
        changes: every path below the workspace's root that differs, documents or not, in the order of paths.
        files: what stands at each path afterwards, documents or not.
        base_day: the day that the merge base's commit states.
        day: the day on which the change is judged.
        gaps: what could not be known or was not there: histories that have nothing in common, a shallow clone, a
            base without policy.
        outside: paths of the repository that differ outside the workspace, where it is a folder of one; from the top.
    """

    base: Workspace
    tip: Workspace
    head: Workspace
    merged: Workspace
    base_commit: str
    tip_commit: str
    head_commit: str | None
    changes: tuple[FileChange, ...]
    files: Mapping[str, Side] = field(repr=False)
    base_day: date
    day: date
    gaps: tuple[Gap, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def before(self) -> Workspace:
        """What ``merged`` is held against, to see what the change alone does."""
        return self.base if self.merged is self.head else self.tip

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths that differ."""
        return frozenset(change.path for change in self.changes)

    @cached_property
    def filings(self) -> list[ChangedFiling]:
        """The documents of the workspace that it is to be merged into at these paths, in their order."""
        return changed_filings(self.base, self.tip, self.head, self.paths)


def compare(root: Path, base: str, head: str | None = None, on: date | None = None) -> Comparison:
    """Compare a change with where it began.

    Args:
        root: the workspace.
        base: a revision of git: the branch that the change is to be merged into.
        head: the change's last commit; without it the files on disk, which stand on ``HEAD``.
        on: the day on which the change is judged; without it the latest one that the commits of both sides know.

    Raises:
        CannotGoOn: outside git, and where there is no such revision; where a shallow clone hides where it began.
    """
    if not gitdoor.is_repository(root):
        raise CannotGoOn("DVK902", root=str(root))
    tip_commit = gitdoor.resolve(root, base)
    stands_on = gitdoor.resolve(root, head or "HEAD")
    began, gaps = _began(root, tip_commit, stands_on, base)
    reader = reading_once()
    tip = workspace_in(at_commit(root, tip_commit), reader=reader)
    before = gitdoor.tree_sides(root, began)
    after = gitdoor.disk_sides(root) if head is None else gitdoor.tree_sides(root, stands_on)
    changes = _changes(before, after)
    begun = tip if began == tip_commit else _under(tip, at_commit(root, began), reader)
    made = _under(tip, working_tree(root) if head is None else at_commit(root, stands_on), reader)
    return Comparison(
        base=begun,
        tip=tip,
        head=made,
        merged=made if begun is tip else _merged(begun, tip, made, {change.path for change in changes}, reader),
        base_commit=began,
        tip_commit=tip_commit,
        head_commit=stands_on if head else None,
        changes=changes,
        files={path: Side(*side) for path, side in after.items()},
        base_day=gitdoor.commit_moment(root, began).date(),
        day=on or _latest(root, tip_commit, stands_on),
        gaps=(*gaps, *_without_policy(tip)),
        outside=_outside(root, began, stands_on),
    )


def root_of_change(start: Path, base: str, head: str | None = None) -> Path:
    """The workspace of a change, also where the files on disk have no ``dvk.yaml`` and those of a commit have.

    Raises:
        CannotGoOn: DVK906 if neither the folder nor one above it is a workspace on any side.
    """
    try:
        return find_root(start)
    except CannotGoOn:
        here = start.resolve()
        for folder in (here, *here.parents) if gitdoor.is_repository(here) else ():
            if any(_has_policy(folder, rev) for rev in (base, head) if rev):
                return folder
        raise


def _has_policy(folder: Path, rev: str) -> bool:
    return gitdoor.is_repository(folder) and SETTINGS_FILE in gitdoor.tree_entries(
        folder, gitdoor.resolve(folder, rev), [SETTINGS_FILE]
    )


def _began(root: Path, tip: str, head: str, named: str) -> tuple[str, tuple[Gap, ...]]:
    """Where the change began, and what is odd about that."""
    common = gitdoor.merge_base(root, tip, head)
    if not gitdoor.is_shallow(root):
        return (common, ()) if common else (tip, ("unrelated",))
    if common != tip:  # what is cut off may hold a later common commit
        raise CannotGoOn("DVK960", base=named)
    return tip, ("shallow",)


def _under(judge: Workspace, snapshot: Snapshot, reader: Reader) -> Workspace:
    """The workspace that files make under the policy of another.

    Where the other has none, the usual policy holds, with the words for lines, levels, kinds and fields of the files.
    """
    if SETTINGS_FILE in judge.snapshot.entries:
        return replace(workspace_in(snapshot, judge.settings, reader), profiles=judge.profiles)
    own = workspace_in(snapshot, reader=reader)
    words = own.settings
    usual = Settings(fields=words.fields, lines=words.lines, levels=words.levels, kinds=words.kinds)
    return replace(own, settings=usual)


def _merged(base: Workspace, tip: Workspace, head: Workspace, changed: set[str], reader: Reader) -> Workspace:
    """The workspace that merging makes; ``head`` where it cannot be told."""
    files = merged_files(base.snapshot, tip.snapshot, head.snapshot, changed)
    return head if files is None else _under(tip, files, reader)


def _without_policy(tip: Workspace) -> tuple[Gap, ...]:
    return () if SETTINGS_FILE in tip.snapshot.entries else ("no_policy",)


def _changes(before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]) -> tuple[FileChange, ...]:
    paths = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    return tuple(FileChange(path, _side(before.get(path)), _side(after.get(path))) for path in paths)


def _outside(root: Path, base: str, head: str) -> tuple[str, ...]:
    """What two commits differ in outside a workspace that is a folder of a repository."""
    here = root.absolute()
    top = next((folder for folder in (here, *here.parents) if os.path.lexists(folder / ".git")), here)
    if top == here:
        return ()
    within = f"{here.relative_to(top).as_posix()}/"
    changed = _changes(gitdoor.tree_sides(top, base), gitdoor.tree_sides(top, head))
    return tuple(change.path for change in changed if not change.path.startswith(within))


def _side(listed: tuple[str, str] | None) -> Side | None:
    return Side(*listed) if listed else None


def _latest(root: Path, tip: str, head: str) -> date:
    """The latest day that the main branch or the change knows: an older date in a commit changes nothing."""
    main = gitdoor.main_history(root, tip)[-1].received
    return max(main, gitdoor.commit_moment(root, head)).date()
