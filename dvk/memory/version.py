"""Which dvk reads: what another one made of a file may be wrong for this one."""

import os
from functools import cache
from pathlib import Path

import dvk


@cache
def reader_version() -> str:
    """The version of dvk, with size and time of each of its modules: in a checkout these change before it does."""
    package = Path(dvk.__file__).parent
    found = sorted(
        f"{name} {status.st_size} {status.st_mtime_ns}"
        for folder, _, names in os.walk(package)
        for name in names
        if name.endswith(".py") and (status := os.stat(f"{folder}/{name}"))
    )
    return "\n".join((dvk.__version__, *found))
