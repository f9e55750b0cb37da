"""Findings as platforms take them: where the workspace lies in its repository, and GitHub's summary of a step."""

import os
from collections.abc import Mapping
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of
from dvk.output.platforms.checked import Checked
from dvk.output.platforms.github import LARGEST_SUMMARY, as_step_summary

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable in which GitHub names the file whose Markdown it shows beside the log of a run."""


def folder_in_repository(root: Path) -> str:
    """The folder of a workspace inside its repository, with ``/`` at its end; "" at its top, or without git."""
    here = root.resolve()
    top = next((folder for folder in (here, *here.parents) if os.path.lexists(folder / ".git")), here)
    return "" if top == here else f"{here.relative_to(top).as_posix()}/"


def add_step_summary(checked: Checked, variables: Mapping[str, str]) -> None:
    """Add all findings to the file that GitHub names, as many as still fit into it; nothing where it names none.

    Raises:
        CannotGoOn: DVK910 if it cannot be written.
    """
    path = variables.get(STEP_SUMMARY)
    if not path:
        return
    try:
        with Path(path).open("ab") as file:
            text = as_step_summary(checked, LARGEST_SUMMARY - file.tell())
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as problem:
        raise CannotGoOn("DVK910", path=path, problem=reason_of(problem)) from None
