"""Findings in the formats that platforms and CI servers read, each in a file of its own; the table of these formats."""

from collections.abc import Callable

from dvk.output.platforms.checked import Checked
from dvk.output.platforms.github import as_annotations
from dvk.output.platforms.gitlab import as_code_quality
from dvk.output.platforms.junit import as_junit
from dvk.output.platforms.sarif import as_sarif

FINDING_FORMATS: dict[str, Callable[[Checked], str]] = {
    "github": as_annotations,
    "sarif": as_sarif,
    "gitlab": as_code_quality,
    "junit": as_junit,
}
"""Every format that only findings have; those of tables are in ``output.tables``."""
