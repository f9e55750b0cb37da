"""What there is to read, and how many processes may."""

import os
from typing import TypeAlias

Key: TypeAlias = tuple[str, str]
"""Kind and blob id of a document."""
Job: TypeAlias = tuple[Key, bytes]
"""A document with its bytes."""

WORTH_IT = 400
"""Fewer documents than this are read sooner than other processes have started."""
_MOST_WORKERS = 16


def cores() -> int:
    """How many processes can run at once here."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_WORKERS)
