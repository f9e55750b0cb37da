"""Inside the process: requests are read, the job answers them, and nothing else gets out."""

import os
import signal
import sys
import traceback
from importlib import import_module
from typing import IO, Any

from dvk.confined.limits import give_up_time, give_up_what_is_not_needed
from dvk.confined.messages import NO_MEMORY, SECONDS, packed, unpacked


def serve(job: str) -> None:
    """Answer requests until there are no more: what the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed at the terminal is for whoever asks
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    answer = import_module(job).answer
    _swallow_what_is_printed()
    give_up_what_is_not_needed()
    _put(answers, packed({}, b""))
    try:
        while True:
            request, payload = unpacked(requests, sys.maxsize)
            give_up_time(request[SECONDS])
            _put(answers, _answered(answer, request, payload))
    except EOFError:
        return
    except MemoryError:  # the request alone was too large
        sys.exit(NO_MEMORY)


def _answered(answer: Any, request: dict[str, Any], payload: bytes) -> bytes:
    try:
        head, result = answer(request, payload)
        return packed({"answer": head}, result)
    except MemoryError:
        return packed({"memory": True}, b"")
    except Exception:  # noqa: BLE001 - it travels to the one boundary of errors
        return packed({"bug": traceback.format_exc()}, b"")


def _put(stream: IO[bytes], message: bytes) -> None:
    stream.write(message)
    stream.flush()


def _swallow_what_is_printed() -> None:
    """Nothing that a library says gets between the answers."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
