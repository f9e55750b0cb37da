"""Which repository, which commit, and how two commits stand to each other."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import read
from dvk.gitdoor.safety import can_be_passed, printable
from dvk.gitdoor.tops import holders_of

_KINDS_OF_NAMES = ("refs", "refs/tags", "refs/heads", "refs/remotes")
_USUAL_BRANCHES = ("main", "master")
_FULL_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def is_repository(root: Path) -> bool:
    """Tell whether root lies in the working tree of a git repository, without needing git where none is near.

    Raises:
        CannotGoOn: DVK904 if there is a ``.git`` at or above root and no git; DVK982 if the repository's settings
            put its files into another folder than the one that holds ``.git``; DVK983 if it belongs to somebody
            else; DVK903 if git refuses it for another reason.
    """
    holders = list(holders_of(root))
    if not holders:
        return False
    try:
        inside, _, up = read(root, "rev-parse", "--is-inside-work-tree", "--show-cdup").partition(b"\n")
    except CannotGoOn as problem:
        if problem.code == "DVK902":
            return False
        raise
    top = Path(root, os.fsdecode(up.rstrip(b"\n"))).resolve()
    if (inside == b"true" or up.strip()) and top not in holders:
        raise CannotGoOn("DVK982", root=str(root), elsewhere=printable(str(top)))
    return inside == b"true"


def is_shallow(root: Path) -> bool:
    """Tell whether the history was cut off when the repository was cloned."""
    return read(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def resolve(root: Path, rev: str) -> str:
    """Give the full id of the commit that a user's ``rev`` names.

    Raises:
        CannotGoOn: DVK901 if it names none; DVK985 if there is no commit yet that it could name, as ``HEAD`` before
            the first one; DVK902 outside git; DVK980 if a tag and a branch of that name are different commits.
    """
    unknown = CannotGoOn("DVK901", rev=rev)
    if not rev or rev.startswith("^") or not can_be_passed(rev):
        raise unknown
    _refuse_two_meanings(root, rev)
    try:
        return read(root, "rev-parse", "--verify", "--quiet", "--end-of-options", rev + "^{commit}").decode().strip()
    except CannotGoOn as problem:
        if problem.code == "DVK903" and is_repository(root):
            raise (CannotGoOn("DVK985", rev=rev) if _is_too_early(root, rev) else unknown) from problem
        raise


def has_commits(root: Path) -> bool:
    """Tell whether anything was ever committed on the branch that is checked out."""
    return bool(read(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}", also={1}).strip())


def branch_tip(root: Path, branch: str) -> str | None:
    """Give the commit of the local branch, else of origin's branch as last fetched, else None.

    Raises:
        CannotGoOn: DVK901 if the branch names something that is no commit.
    """
    if not can_be_passed(branch):
        return None
    found = _named(root, [f"refs/heads/{branch}", f"refs/remotes/origin/{branch}"])
    for name, (kind, commit) in found.items():
        if kind != "commit":
            raise CannotGoOn("DVK901", rev=name)
        return commit
    return None


def main_tip(root: Path, branch: str) -> str:
    """Give the commit of the main branch as ``branch_tip``.

    Raises:
        CannotGoOn: DVK984 if there is no such branch, DVK985 if nothing was committed yet; as ``branch_tip``.
    """
    tip = branch_tip(root, branch)
    if tip is None:
        raise CannotGoOn("DVK984", branch=branch) if has_commits(root) else CannotGoOn("DVK985", rev=branch)
    return tip


def usual_tip(root: Path) -> str | None:
    """Give the commit of the branch that is the main one where nobody says otherwise, None where there is none such.

    It is the one that origin names as its own, as last fetched, else one with a usual name, origin's before ours. What
    is checked out plays no part in it.
    """
    names = [f"refs/{place}/{branch}" for place in ("remotes/origin", "heads") for branch in _USUAL_BRANCHES]
    found = _named(root, ["refs/remotes/origin/HEAD", *names])
    return next((commit for kind, commit in found.values() if kind == "commit"), None)


def merge_base(root: Path, base: str, head: str) -> str | None:
    """Give the last commit that two commits have in common, None where their histories have nothing in common.

    Where several are last, as after merges in both directions, it is the one that ``base`` received latest: on its
    first parents, else by id. Dates do not decide, since anybody can set them.

    Args:
        root: the workspace.
        base: full id of the tip of the branch that a change goes to.
        head: full id of the change.
    """
    last = read(root, "merge-base", "--all", "--end-of-options", base, head, also={1}).decode().split()
    if not last[1:]:
        return last[0] if last else None
    line = read(root, "rev-list", "--first-parent", "--end-of-options", base, "--").decode().split()
    return next((commit for commit in line if commit in last), min(last))


def commits_between(root: Path, base: str, head: str) -> list[str]:
    """List the commits that ``head`` brings and ``base`` has not, parents before children."""
    command = ("rev-list", "--topo-order", "--reverse", "--end-of-options", head, f"^{base}", "--")
    return read(root, *command).decode().split()


def _is_too_early(root: Path, rev: str) -> bool:
    """Whether nothing was committed yet: on the branch that ``HEAD`` means, or on any other."""
    return not has_commits(root) and (_name_in(rev) in {"", "@", "HEAD"} or not read(root, "for-each-ref", "--count=1"))


def _name_in(rev: str) -> str:
    return re.split(r"[~^:]|@\{", rev, maxsplit=1)[0]


def _refuse_two_meanings(root: Path, rev: str) -> None:
    """Git would take the tag, which anybody may have pushed, where the branch is meant."""
    name = _name_in(rev)
    if name in {"", "@", "HEAD"} or name.startswith("refs/") or _FULL_ID.fullmatch(name):
        return
    found = _named(root, [f"{kind}/{name}" for kind in _KINDS_OF_NAMES])
    if len(set(found.values())) > 1:
        raise CannotGoOn("DVK980", rev=rev, names=", ".join(found))


def _named(root: Path, names: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Give full name → (kind, id) of what is named, behind annotated tags, in the order asked."""
    shown = "--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)"
    found = {}
    for line in read(root, "for-each-ref", shown, *names).splitlines():
        name, kind, named, kind_behind, behind = os.fsdecode(line).split("\0")
        found[name] = (kind_behind or kind, behind or named)
    # for-each-ref takes patterns, so only a name that is exactly the wanted one counts.
    return {name: found[name] for name in names if name in found}
