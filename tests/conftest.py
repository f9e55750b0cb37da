"""What every run of the tests says first."""

import os

import pytest
from oracle_seed import BASE_SEED


def pytest_report_header() -> str:
    """The seed of the random workspaces, so that a run can be repeated."""
    return f"DVK_ORACLE_SEED={BASE_SEED}"


@pytest.fixture(autouse=True, scope="session")
def _no_cache():
    """Nothing is remembered from one call to the next, but where a test is about just that."""
    os.environ["DVK_CACHE"] = "off"
