"""The side that asks: a process that is started, asked, stopped when it takes too long, and started anew."""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Event, Lock, Timer
from typing import IO, Any, NoReturn, Self, cast

from dvk.confined.messages import NO_MEMORY, SECONDS, Message, packed, unpacked
from dvk.temporary import writing_temporary_files

LONGEST_START = 120
"""Seconds in which the process has to be ready, however busy the machine is."""

# -P: nothing is imported from the folder that dvk is called in. The rest of the path is the caller's own.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from dvk.confined.serving import serve; serve(sys.argv[2])"
)


class OutOfBounds(Exception):
    """The work took longer, or more memory, than it may."""


class Worker:
    """A process that answers one request after another, and is started anew where one went out of bounds.

    It starts with the first request, or with ``start``. One thread asks at a time; ``close`` may come from another.

    Args:
        job: the module whose ``answer(request, payload) -> (answer, result)`` does the work.
    """

    def __init__(self, job: str) -> None:
        self.job = job
        self._process: _Process | None = None
        self._closed = False
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the process now, so that it gets ready while something else is done."""
        self._running()

    def ask(self, request: Mapping[str, Any], payload: bytes, *, seconds: int) -> tuple[dict[str, Any], bytes]:
        """What the job answers, and the bytes that it gives.

        Args:
            request: what JSON can hold.
            payload: bytes beside it.
            seconds: how long it may take.

        Raises:
            OutOfBounds: where it took too long or too much memory.
            RuntimeError: where the job has a bug; its trace is the text.
        """
        process = self._running()
        used = process.answered > 0
        head, result = self._asked(process, request, payload, seconds)
        if "memory" in head and used:  # what earlier requests left behind must not decide about this one
            head, result = self._asked(self._running(), request, payload, seconds)
        if "memory" in head:
            raise OutOfBounds
        if "bug" in head:
            raise RuntimeError(head["bug"])
        return head["answer"], result

    def close(self) -> None:
        """End the process, also in the middle of a request."""
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
        if process is not None:
            process.end()

    def _running(self) -> "_Process":
        with self._lock:
            if self._closed:
                raise RuntimeError("the worker is closed")
            if self._process is None:
                self._process = _Process(self.job)
            return self._process

    def _asked(self, process: "_Process", request: Mapping[str, Any], payload: bytes, seconds: int) -> Message:
        kept = False
        try:
            head, result = process.answer(packed({**request, SECONDS: seconds}, payload), seconds)
            kept = "memory" not in head
        finally:
            if not kept:
                self._drop(process)
        return head, result

    def _drop(self, process: "_Process") -> None:
        with self._lock:
            self._process = None if self._process is process else self._process
        process.end()


class _Process:
    """One life of a worker's process, with its pipes."""

    def __init__(self, job: str) -> None:
        self.answered = 0
        with writing_temporary_files():
            self._complaints = TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        path = json.dumps([folder for folder in sys.path if folder])
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, path, job],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
        )

    def answer(self, message: bytes, seconds: int) -> Message:
        """The answer to a message.

        Raises:
            OutOfBounds, RuntimeError: as ``Worker.ask``.
        """
        if not self.answered:
            self._exchange(b"", LONGEST_START)  # it says that it is ready
        found = self._exchange(message, seconds)
        self.answered += 1
        return found

    def end(self) -> None:
        """Kill it, wait for it, and close its pipes; also twice."""
        self._popen.kill()
        self._popen.wait()
        for stream in (self._popen.stdin, self._popen.stdout, self._complaints):
            with suppress(OSError):
                cast("IO[bytes]", stream).close()

    def _exchange(self, message: bytes, seconds: int) -> Message:
        late = Event()
        timer = Timer(seconds, self._stop, [late])
        timer.daemon = True
        timer.start()
        try:
            stdin = cast("IO[bytes]", self._popen.stdin)
            stdin.write(message)
            stdin.flush()
            found = unpacked(cast("IO[bytes]", self._popen.stdout))
        except (OSError, EOFError, ValueError):
            self._gone(late=late.is_set())
        finally:
            timer.cancel()
            timer.join()
        if late.is_set():  # it was stopped when it had just answered
            raise OutOfBounds
        return found

    def _stop(self, late: Event) -> None:
        late.set()
        self._popen.kill()

    def _gone(self, *, late: bool) -> NoReturn:
        """Say why it gave no answer: stopped for its time, ended by the system, or by itself."""
        self._popen.kill()
        code = self._popen.wait()
        if late or code < 0 or code == NO_MEMORY:
            raise OutOfBounds
        self._complaints.seek(0)
        told = self._complaints.read().decode(errors="replace")
        raise RuntimeError(f"{told}\nthe process ended with code {code}")
