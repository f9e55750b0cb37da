"""What every run of the tests says first."""

from oracle_seed import BASE_SEED


def pytest_report_header() -> str:
    """The seed of the random workspaces, so that a run can be repeated."""
    return f"DVK_ORACLE_SEED={BASE_SEED}"
