"""What checks each change by itself: a GitHub workflow, a GitLab job, a hook for the pre-commit program."""

from dvk import __version__
from dvk.messages import Language
from dvk.templates import template_folder

_VERSION, _LANGUAGE = "@VERSION@", "@LANGUAGE@"


def ci_files(language: Language) -> dict[str, str]:
    """Path → text of the files that platforms and pre-commit read at the top of a repository.

    They are full of the braces of GitHub, so what is filled in (version of dvk, language) is marked with ``@``.
    """
    folder = template_folder("ci")
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        .replace(_VERSION, __version__)
        .replace(_LANGUAGE, language)
        for path in paths
    }
