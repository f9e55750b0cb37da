"""What every run of the tests says first, and what all tests of a run share."""

import os
import sys
from collections import defaultdict

import pytest
from oracle_seed import BASE_SEED

from dvk.confined import workers


def pytest_report_header() -> str:
    """The seed of the random workspaces, so that a run can be repeated."""
    return f"DVK_ORACLE_SEED={BASE_SEED}"


@pytest.fixture(autouse=True, scope="session")
def _no_cache():
    """Nothing is remembered from one call to the next, but where a test is about just that."""
    os.environ["DVK_CACHE"] = "off"


class Processes:
    """Processes of workers that have come to the end of a call whole: the next call need not start one.

    To start one takes longer than most of what it is asked. Only calls that would have started just the same one get
    it: the same job, the same path of imports, the same environment.
    """

    def __init__(self):
        self.idle = defaultdict(list)

    def taken(self, job):
        variables = tuple(sorted(pair for pair in os.environ.items() if pair[0] != "PYTEST_CURRENT_TEST"))
        key = (job, tuple(sys.path), variables)
        process = self.idle[key].pop() if self.idle[key] else Kept(job)
        process.key = key
        return process

    def given_back(self, worker):
        with worker._lock:
            worker._closed = True
            process, worker._process = worker._process, None
        if process is not None and process.is_whole:
            self.idle[process.key].append(process)
        elif process is not None:
            process.end()

    def end(self):
        for processes in self.idle.values():
            for process in processes:
                process.end()


class Kept(workers._Process):
    """A process that knows whether it has answered all that it was asked."""

    is_whole = True

    def answer(self, message, seconds):
        self.is_whole = False
        found = super().answer(message, seconds)
        self.is_whole = True
        return found


@pytest.fixture(scope="session")
def _processes():
    processes = Processes()
    yield processes
    processes.end()


@pytest.fixture(autouse=True)
def _processes_are_kept(request, _processes):
    """Not in modules that are about the processes themselves (``STARTS_PROCESSES``)."""
    with pytest.MonkeyPatch.context() as patch:  # one of its own: the test's must be undone before what it stands on
        if not getattr(request.module, "STARTS_PROCESSES", False):
            patch.setattr(workers, "_Process", _processes.taken)
            patch.setattr(workers.Worker, "close", lambda worker: _processes.given_back(worker))  # noqa: PLW0108
        yield
