"""DVK612, DVK631: a change touches a file that is no document; some of them decide what runs, or who judges."""

import re
from collections.abc import Mapping

from dvk.changes import Comparison, FileChange
from dvk.findings import Mistake
from dvk.kinds import kind_of
from dvk.trust.file_modes import no_plain_files, runnable
from dvk.trust.file_names import names, same_names
from dvk.trust.owners import ownership_of
from dvk.workspace_checks.books import Found

_GUARDED: Mapping[str, re.Pattern[str]] = {
    "who_reviews": re.compile(r"(.*/)?codeowners"),
    "runs_in_ci": re.compile(
        r"\.(github|forgejo|gitea|circleci|buildkite|teamcity|husky|githooks)/.*|\.gitlab(-ci[^/]*|/.*)"
        r"|\.?azure-pipelines[^/]*|bitbucket-pipelines[^/]*|\.woodpecker.*|\.(drone|travis|cirrus)\.ya?ml"
        r"|appveyor\.yml|cloudbuild[^/]*|(.*/)?(action\.ya?ml|jenkinsfile[^/]*|\.pre-commit[^/]*|makefile)"
    ),
    "runs_on_opening": re.compile(r"(.*/)?(\.(devcontainer|vscode|idea)(/.*|[^/]*)|\.envrc|[^/]*\.code-workspace)"),
    "whose_signature_counts": re.compile(r"(.*/)?allowed_signers"),
    "what_git_does": re.compile(r"(.*/)?\.git(attributes|modules|ignore|config)|(.*/)?\.mailmap|(.*/)?\.lfsconfig"),
    "how_papers_look": re.compile(r"templates/.*"),
}
"""Why a reviewer looks at a file first of all, and the paths of such ones, in small letters; the first that fits."""
_OF_FILES = (no_plain_files, runnable, names, same_names)


def guarded(comparison: Comparison) -> Found:
    """DVK612: the changed files that a reviewer has to look at himself, because of what they decide.

    They may stand around the workspace as well, where it is a folder of a repository: paths count from the top.
    """
    for change in (*comparison.changes, *comparison.outside):
        why = _why(change.path)
        if why is not None:
            yield change.path, Mistake("DVK612", "", {"problem": _done_to(change), "which": why})


def unjudged(comparison: Comparison) -> Found:
    """DVK631: all other changed files that are no documents, unless they lie beside those of a unit.

    A file of which another check says what is wrong with its name or kind is looked at because of that.
    """
    ownership = ownership_of(comparison)
    told = {path for check in _OF_FILES for path, _ in check(comparison)}
    for change in comparison.changes:
        is_known = kind_of(change.path) is not None or ownership.unit_at(change.path) is not None
        if not is_known and change.path not in told and _why(change.path) is None:
            yield change.path, Mistake("DVK631", "", {"problem": _done_to(change)})


def _why(path: str) -> str | None:
    from_the_top = re.sub(r"^(\.\./)+", "", path).casefold()
    return next((why for why, paths in _GUARDED.items() if paths.fullmatch(from_the_top)), None)


def _done_to(change: FileChange) -> str:
    return "file_removed" if change.is_removed else "file_added" if change.is_added else "file_changed"
