"""Ctrl-C while something is written: answered when it is done."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_STOPS = {getattr(signal, name) for name in _NAMES if hasattr(signal, name)}


@contextmanager
def to_the_end() -> Iterator[None]:
    """What stands inside is done to its end before Ctrl-C, or a terminal that is closed, stops the program.

    It is short: a few files. Where the system cannot hold signals back, as on Windows, what was begun is cleaned up.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
