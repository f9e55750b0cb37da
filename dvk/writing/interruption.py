"""Ctrl-C while something is written: answered when it is done."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def to_the_end() -> Iterator[None]:
    """What stands inside is done to its end before Ctrl-C, or a terminal that is closed, stops the program.

    It is short: a few files. A handler notes the signal, whichever thread the system gives it to; a mask would hold it
    back from this thread only.
    """
    if threading.current_thread() is not threading.main_thread():  # only the main thread is ever interrupted
        yield
        return
    came: list[int] = []
    handlers = {number: signal.getsignal(number) for number in _STOPS}
    held = {number: handler for number, handler in handlers.items() if handler not in {None, signal.SIG_IGN}}
    try:
        for number in held:
            signal.signal(number, lambda number, _: came.append(number))
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
        for number in dict.fromkeys(came):
            signal.raise_signal(number)
