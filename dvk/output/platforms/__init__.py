"""Findings in the formats that platforms and CI servers read, each in a file of its own; the table of these formats."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dvk.output.platforms.checked import Checked


def _github(checked: "Checked") -> str:
    from dvk.output.platforms.github import as_annotations

    return as_annotations(checked)


def _sarif(checked: "Checked") -> str:
    from dvk.output.platforms.sarif import as_sarif

    return as_sarif(checked)


def _gitlab(checked: "Checked") -> str:
    from dvk.output.platforms.gitlab import as_code_quality

    return as_code_quality(checked)


def _junit(checked: "Checked") -> str:
    from dvk.output.platforms.junit import as_junit

    return as_junit(checked)


FINDING_FORMATS: "dict[str, Callable[[Checked], str]]" = {
    "github": _github,
    "sarif": _sarif,
    "gitlab": _gitlab,
    "junit": _junit,
}
"""Every format that only findings have; those of tables are in ``output.tables``."""
