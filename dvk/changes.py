"""A change as a value: the workspace that it is to be merged into, the one that merging makes, the files between."""

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
from dvk.memory import Readings
from dvk.merged_files import Files, Merge, Sides, merge, moved
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
    """What a change does: one workspace without it, one with it, and nothing else between the two.

    Args:
        before: the workspace that it is to be merged into: its policy judges, and its documents are those that bind.
        after: the workspace that merging makes, read under the policy of ``before``.
        base_commit: where the change began, the merge base; the tip itself where the histories have nothing in common.
        tip_commit: the commit that was named as the base.
        head_commit: the change's last commit; None for the files on disk.
        changes: every path below the workspace's root that differs, documents or not, in the order of paths.
        files: what stands at each path afterwards, documents or not.
        base_day: the day that the merge base's commit states.
        day: the day on which the change is judged.
        gaps: what could not be known or was not there: histories that have nothing in common, a shallow clone, a
            base without policy.
        clashes: files that only people can put together; ``before`` has them as they were where the change began,
            and ``after`` as the change has them.
        outside: what differs in the repository outside the workspace, where that is a folder of it; paths lead from
            the workspace's root through ``../``.
    """

    before: Workspace
    after: Workspace
    base_commit: str
    tip_commit: str
    head_commit: str | None
    changes: tuple[FileChange, ...]
    files: Mapping[str, Side] = field(repr=False)
    base_day: date
    day: date
    gaps: tuple[Gap, ...] = ()
    clashes: tuple[str, ...] = ()
    outside: tuple[FileChange, ...] = ()

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths that differ."""
        return frozenset(change.path for change in self.changes)

    @cached_property
    def filings(self) -> list[ChangedFiling]:
        """The documents of ``before`` at these paths, in their order."""
        return changed_filings(self.before, self.after, self.paths)


def compare(
    root: Path, base: str, head: str | None = None, on: date | None = None, readings: Readings | None = None
) -> Comparison:
    """Compare what a change is to be merged into with what merging it makes.

    Args:
        root: the workspace.
        base: a revision of git: the branch that the change is to be merged into.
        head: the change's last commit; without it the files on disk, which stand on ``HEAD``.
        on: the day on which the change is judged; without it the latest one that the commits of both sides know.
        readings: what was read before.

    Raises:
        CannotGoOn: outside git, and where there is no such revision; where a shallow clone hides where it began.
    """
    if not gitdoor.is_repository(root):
        raise CannotGoOn("DVK902", root=str(root))
    tip_commit = gitdoor.resolve(root, base)
    stands_on = gitdoor.resolve(root, head or "HEAD")
    began, gaps = _began(root, tip_commit, stands_on, base)
    merged = _merge(root, began, tip_commit, head and stands_on)
    readings = readings or Readings()
    tip = workspace_in(at_commit(root, tip_commit), readings=readings)
    changes = _changes(merged.before.sides, merged.after.sides)
    return Comparison(
        before=_under(tip, merged.before.snapshot, readings) if merged.clashes else tip,
        after=_under(tip, merged.after.snapshot, readings),
        base_commit=began,
        tip_commit=tip_commit,
        head_commit=stands_on if head else None,
        changes=changes,
        files={path: Side(*side) for path, side in merged.after.sides.items()},
        base_day=gitdoor.commit_moment(root, began).date(),
        day=on or _latest(root, tip_commit, stands_on),
        gaps=(*gaps, *_without_policy(tip)),
        clashes=merged.clashes,
        outside=_outside(root, began, tip_commit, stands_on),
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


def _under(judge: Workspace, snapshot: Snapshot, readings: Readings) -> Workspace:
    """The workspace that files make under the policy of another.

    Where the other has none, the usual policy holds, with the words for lines, levels, kinds and fields of the files.
    """
    if SETTINGS_FILE in judge.snapshot.entries:
        return replace(workspace_in(snapshot, judge.settings, readings), profiles=judge.profiles)
    own = workspace_in(snapshot, readings=readings)
    words = own.settings
    usual = Settings(fields=words.fields, lines=words.lines, levels=words.levels, kinds=words.kinds)
    return replace(own, settings=usual)


def _merge(root: Path, base: str, tip: str, head: str | None) -> Merge:
    """The files of both sides put together; ``head`` None is what stands on disk."""
    there = Files(at_commit(root, tip), gitdoor.tree_entries(root, tip))
    began = there if base == tip else Files(at_commit(root, base), gitdoor.tree_entries(root, base))
    if head is None:
        return merge(began, there, Files(working_tree(root), gitdoor.disk_sides(root)))
    return merge(began, there, Files(at_commit(root, head), gitdoor.tree_entries(root, head)))


def _without_policy(tip: Workspace) -> tuple[Gap, ...]:
    return () if SETTINGS_FILE in tip.snapshot.entries else ("no_policy",)


def _changes(before: Sides, after: Sides) -> tuple[FileChange, ...]:
    return tuple(FileChange(path, _side(before.get(path)), _side(after.get(path))) for path in moved(before, after))


def _outside(root: Path, base: str, tip: str, head: str) -> tuple[FileChange, ...]:
    """What a change's commits do outside a workspace that is a folder of a repository."""
    top, within = gitdoor.top_of(root), gitdoor.folder_in_repository(root)
    if not within:
        return ()
    began, there, made = (gitdoor.tree_entries(top, commit) for commit in (base, tip, head))
    paths = (path for path in moved(began, made) if not path.startswith(within))
    up = "../" * within.count("/")
    return tuple(
        FileChange(f"{up}{path}", _side(there.get(path)), _side(made.get(path)))
        for path in paths
        if there.get(path) != made.get(path)
    )


def _side(listed: tuple[str, str] | None) -> Side | None:
    return Side(*listed) if listed else None


def _latest(root: Path, tip: str, head: str) -> date:
    """The latest day that the main branch or the change knows: an older date in a commit changes nothing."""
    main = gitdoor.main_history(root, tip)[-1].received
    return max(main, gitdoor.commit_moment(root, head)).date()
