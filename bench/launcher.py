"""Runs commands for the benchmark and says how long each took and how much memory: a small process, on purpose.

Linux counts the memory of whoever starts a process into that process's peak, so nothing large may start it. A line
of JSON in (``command``, ``environment``, ``folder``, ``errors``), a line of JSON out (``seconds``, ``kib``, ``code``).
``kib`` is the peak of the largest single process among the command and what it waited for.
"""

import json
import os
import sys
import time


def launched(asked: dict[str, object]) -> dict[str, object]:
    """Run one command, its output thrown away, its complaints in a file."""
    command, environment = asked["command"], asked["environment"]
    os.chdir(str(asked["folder"]))
    nothing, complaints = os.open(os.devnull, os.O_RDWR), os.open(str(asked["errors"]), os.O_WRONLY | os.O_CREAT)
    doors = [(os.POSIX_SPAWN_DUP2, nothing, 0), (os.POSIX_SPAWN_DUP2, nothing, 1), (os.POSIX_SPAWN_DUP2, complaints, 2)]
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, environment, file_actions=doors)  # type: ignore[index, arg-type]
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    os.close(nothing)
    os.close(complaints)
    unit = 1024 if sys.platform == "darwin" else 1
    return {"seconds": seconds, "kib": used.ru_maxrss // unit, "code": os.waitstatus_to_exitcode(status)}


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(launched(json.loads(line))) + "\n")
        sys.stdout.flush()
