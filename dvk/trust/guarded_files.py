"""DVK612: a change touches a file that is no document and decides what runs, who judges, or how papers look."""

import re
from collections.abc import Mapping

from dvk.changes import Comparison
from dvk.findings import Mistake
from dvk.workspace_checks.books import Found

_GUARDED: Mapping[str, re.Pattern[str]] = {
    "runs_in_ci": re.compile(
        r"\.github/.*|\.gitlab(-ci[^/]*|/.*)|\.forgejo/.*|\.gitea/.*|\.circleci/.*|\.?azure-pipelines[^/]*"
        r"|(.*/)?action\.ya?ml|jenkinsfile|(.*/)?\.pre-commit[^/]*|\.husky/.*|\.githooks/.*|makefile"
    ),
    "who_reviews": re.compile(r"(.*/)?codeowners"),
    "whose_signature_counts": re.compile(r"(.*/)?allowed_signers"),
    "what_git_does": re.compile(r"(.*/)?\.git(attributes|modules|ignore|config)|(.*/)?\.mailmap|(.*/)?\.lfsconfig"),
    "how_papers_look": re.compile(r"templates/.*"),
}
"""Why a reviewer looks at a file, and the paths that are such ones, in small letters; the first that fits holds."""

_ORDER = ("who_reviews", *(why for why in _GUARDED if why != "who_reviews"))


def guarded(comparison: Comparison) -> Found:
    """DVK612: the changed files that a reviewer has to look at himself, because dvk judges documents only."""
    for change in comparison.changes:
        path = change.path.casefold()
        why = next((why for why in _ORDER if _GUARDED[why].fullmatch(path)), None)
        if why is not None:
            problem = "file_removed" if change.is_removed else "file_added" if change.is_added else "file_changed"
            yield change.path, Mistake("DVK612", "", {"problem": problem, "which": why})
