"""A job for tests of ``dvk.confined``: does what it is asked, sense or nonsense."""

import os
import signal
import sys
import time
from pathlib import Path

HELD = []


def answer(request, payload):
    """Do what the request names; give back the payload."""
    told = {"process": os.getpid(), "word": request.get("word", "")}
    return told, _WORK[request["do"]](request) or payload


def _loop(_):
    while True:
        pass


def _memory(_):
    parts = []
    while True:
        parts.append(bytes(16 << 20))


def _hold(request):
    HELD.append(bytes(request["size"]))


def _print(_):
    sys.stdout.write("nói\n" * 1000)
    sys.stdout.flush()
    sys.stderr.write("kêu\n" * 1000)
    sys.stderr.flush()
    os.write(1, b"x" * 1000)


def _write(request):
    Path(request["path"]).write_bytes(b"x")


def _busy(request):
    """Work for some time; tell at which second of it this process would be ended."""
    import resource

    end = time.process_time() + request["time"]
    while time.process_time() < end:
        pass
    return b"%d" % resource.getrlimit(resource.RLIMIT_CPU)[0]


_WORK = {
    "echo": lambda _: None,
    "large": lambda request: bytes(request["size"]),
    "loop": _loop,
    "sleep": lambda _: time.sleep(1000),
    "memory": _memory,
    "array": lambda _: bytes(4 << 30),
    "kill": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "hold": _hold,
    "bug": lambda _: {}["chưa có"],
    "leave": lambda _: os._exit(7),
    "print": _print,
    "write": _write,
    "busy": _busy,
}
