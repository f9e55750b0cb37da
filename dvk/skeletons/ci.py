"""What checks each change by itself: a GitHub workflow, a GitLab job, a hook for the pre-commit program."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution

from dvk.messages import Language
from dvk.templates import template_folder

_PACKAGE, _LANGUAGE = "@PACKAGE@", "@LANGUAGE@"
_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~+-]+)+/?")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def ci_files(language: Language, package: str = "") -> dict[str, str]:
    """Path → text of the files that platforms and pre-commit read at the top of a repository.

    They are full of the braces of GitHub, so what is filled in is marked with ``@``.

    Args:
        language: in which findings are told.
        package: what pip installs there, one version and no other; "" where nobody knows yet: nothing passes then.
    """
    folder = template_folder("ci")
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        .replace(_PACKAGE, package)
        .replace(_LANGUAGE, language)
        for path in paths
    }


def package_of_this_dvk() -> str:
    """What pip installs to get this very dvk elsewhere, "" where that is not known; see ``package_at``."""
    try:
        return package_at(distribution("dvk").read_text("direct_url.json") or "{}")
    except PackageNotFoundError:
        return ""


def package_at(direct_url: str) -> str:
    """What pip installs to get what came from a commit of a git repository that everybody reaches; "" for all else.

    A name and a version alone are never given: a name may belong to somebody else at the place where pip looks.

    Args:
        direct_url: the JSON that pip keeps beside what it installed. Source: PEP 610.
    """
    try:
        match json.loads(direct_url):
            case {"url": str(url), "vcs_info": {"vcs": "git", "commit_id": str(commit)}, **rest} if (
                "subdirectory" not in rest and _ADDRESS.fullmatch(url) and _COMMIT.fullmatch(commit)
            ):
                return f"git+{url}@{commit}"
    except ValueError:
        pass
    return ""
