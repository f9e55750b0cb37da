"""Many documents read by as many processes as there are cores; their readings come back as rows."""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from dvk.memory.jobs import Job, Key
from dvk.memory.rows import to_row
from dvk.reading import read

_BATCH = 100
"""Documents that a process is given at once."""


def rows_of(jobs: Iterable[Job], workers: int) -> Iterator[tuple[Key, str]]:
    """Read documents and give each with its row, in their order.

    No more than a few batches are on their way at once. Where a process is killed, or the system gives none, the rest
    is read in this one.
    """
    waiting: deque[tuple[list[Job], Future[list[str]]]] = deque()
    with _pool(workers) as pool:
        for batch in _batches(jobs):
            waiting.append((batch, _given(pool, batch)))
            if len(waiting) > 2 * workers:
                yield from _done(*waiting.popleft())
        while waiting:
            yield from _done(*waiting.popleft())


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    left = iter(jobs)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _given(pool: ProcessPoolExecutor | None, batch: Sequence[Job]) -> "Future[list[str]]":
    try:
        if pool is not None:
            return pool.submit(_rows, batch)
        problem: Exception = OSError("no processes")
    except (BrokenProcessPool, OSError) as stop:  # killed, or the system gives none
        problem = stop
    failed: Future[list[str]] = Future()
    failed.set_exception(problem)
    return failed


def _done(batch: Sequence[Job], answer: "Future[list[str]]") -> Iterator[tuple[Key, str]]:
    try:
        rows = answer.result()
    except (BrokenProcessPool, OSError):
        rows = _rows(batch)
    yield from zip((key for key, _ in batch), rows, strict=True)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """Processes that end with this one; Ctrl-C is answered here, not by each of them. None where there can be none."""
    way = "fork" if sys.platform == "linux" else "spawn"
    try:
        pool = ProcessPoolExecutor(workers, get_context(way), initializer=_begin)
    except OSError:  # no semaphores
        yield None
        return
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # a reading leaves nothing behind that leads back to itself


def _end_with_parent() -> None:
    """A process that was killed cannot tell those that it began."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _rows(batch: Sequence[Job]) -> list[str]:
    return [to_row(read(data, kind)) for (kind, _), data in batch]
