"""What every run of the tests says first."""

import os

import pytest
from oracle_seed import BASE_SEED


def pytest_report_header() -> str:
    """The seed of the random workspaces, so that a run can be repeated."""
    return f"DVK_ORACLE_SEED={BASE_SEED}"


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """What dvk remembers goes nowhere near the cache of whoever runs the tests."""
    os.environ["DVK_CACHE"] = str(tmp_path_factory.mktemp("cache"))
