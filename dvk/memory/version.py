"""Which dvk reads: what another one made of a file may be wrong for this one."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import dvk

_LIBRARIES = ("yaml", "pydantic", "holidays")
"""Those of others that readings and findings come from: whoever installs another, makes its folder anew."""

_SHOWN_ONLY = {"__pycache__", "examples"}
"""Folders that no answer depends on: what Python compiled, and what `dvk explain` shows."""


@cache
def reader_version() -> bytes:
    """A digest of dvk's version and of all that answers depend on besides files and day: modules, templates, libraries.

    In a checkout size and time of a file change before the version does.
    """
    return hashlib.sha256("\n".join((dvk.__version__, sys.version, *sorted(_files()), *_folders())).encode()).digest()


def _files() -> Iterator[str]:
    package = Path(dvk.__file__).parent
    beside = package.parent / "templates"  # of a checkout; an installed dvk has them inside
    for top in (package,) if (package / "templates").is_dir() else (package, beside):
        for folder, folders, names in os.walk(top):
            folders[:] = [name for name in folders if name not in _SHOWN_ONLY]
            for name in names:
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - hundreds of files at every start
                yield f"{name} {status.st_size} {status.st_mtime_ns}"


def _folders() -> Iterator[str]:
    for name in _LIBRARIES:
        found = find_spec(name)
        if found is not None and found.origin is not None:
            yield f"{name} {Path(found.origin).parent.stat().st_mtime_ns}"
