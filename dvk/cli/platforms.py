"""Findings beside the log of a run, where a platform takes them: GitHub's summary of a step."""

from collections.abc import Mapping
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.messages.of_system import reason_of
from dvk.output.platforms.checked import Checked
from dvk.output.platforms.github import LARGEST_SUMMARY, as_step_summary

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable in which GitHub names the file whose Markdown it shows beside the log of a run."""


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
