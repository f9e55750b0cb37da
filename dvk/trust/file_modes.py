"""DVK613, DVK614: what is no plain file: links, submodules, and files that can be run."""

from dvk.changes import Comparison, FileChange
from dvk.findings import Mistake
from dvk.gitdoor import LINK_MODE, SUBMODULE_MODE
from dvk.workspace_checks.books import Found

_RUN_MODE = "100755"
_PROBLEMS = {LINK_MODE: "is_a_link", SUBMODULE_MODE: "is_a_submodule"}


def no_plain_files(comparison: Comparison) -> Found:
    """DVK613: a link may lead out of the workspace, a submodule brings in files that nobody looked at."""
    for change in comparison.changes:
        problem = _PROBLEMS.get(_mode(change))
        if problem:
            yield change.path, Mistake("DVK613", "", {"problem": problem})


def runnable(comparison: Comparison) -> Found:
    """DVK614: a file can be run that could not be before."""
    for change in comparison.changes:
        if _mode(change) == _RUN_MODE and (change.before is None or change.before.mode != _RUN_MODE):
            yield change.path, Mistake("DVK614")


def _mode(change: FileChange) -> str:
    return change.after.mode if change.after else ""
