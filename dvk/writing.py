"""Writing files whole or not at all; a file that exists is never overwritten."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dvk.errors import CannotGoOn


def write_new(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Write new text files below ``root``: all of them, or none.

    Raises:
        CannotGoOn: DVK909 if one of them exists already, DVK910 if one cannot be written.
    """
    targets = {root / path: text for path, text in files.items()}
    for target in targets:
        if os.path.lexists(target):
            raise CannotGoOn("DVK909", path=str(target))
    written: list[Path] = []
    try:
        for target, text in targets.items():
            _write(target, text)
            written.append(target)
    except OSError as problem:
        _take_back(written)
        raise CannotGoOn("DVK910", path=str(problem.filename or root), problem=problem.strerror or "") from None
    except BaseException:
        _take_back(written)
        raise
    return written


def _write(target: Path, text: str) -> None:
    """Write beside the target, flush to disk, then link into place: the target is never half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".dvk-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        os.link(name, target)
    finally:
        Path(name).unlink(missing_ok=True)


def _take_back(written: list[Path]) -> None:
    for path in written:
        path.unlink(missing_ok=True)
