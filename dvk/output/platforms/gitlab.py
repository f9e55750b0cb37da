"""Findings as GitLab's report of code quality, a list in JSON.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from dvk.findings import Severity
from dvk.output.json_text import as_json
from dvk.output.platforms.checked import Checked, Told
from dvk.shown import printable

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_code_quality(checked: Checked) -> str:
    """One entry a finding; GitLab takes two of one fingerprint for the same, so none occurs twice."""
    return as_json([_entry(told) for told in checked.told()])


def _entry(told: Told) -> dict[str, object]:
    return {
        "description": told.in_one_line,
        "check_name": told.code,
        "fingerprint": told.identity,
        "severity": _SEVERITIES[told.severity],
        "location": {"path": printable(told.path), "lines": {"begin": told.line}},
    }
