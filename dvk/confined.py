"""A process of its own for work on files that nobody need trust: what never ends, or eats all memory, ends there."""

from collections.abc import Mapping
from typing import Any


class OutOfBounds(Exception):
    """The work took longer, or more memory, than it may."""


class Worker:
    """A process that answers one request after another, and is started anew where one went out of bounds.

    Args:
        job: the module whose ``answer(request, payload) -> (answer, result)`` does the work.
    """

    def __init__(self, job: str) -> None:
        self.job = job

    def ask(self, request: Mapping[str, Any], payload: bytes, *, seconds: int) -> tuple[dict[str, Any], bytes]:
        """What the job answers, and the bytes that it gives.

        Raises:
            OutOfBounds: where it took too long or too much memory.
        """
        raise NotImplementedError

    def close(self) -> None:
        """End the process."""
