"""Files of one step written together: all of them, or none."""

from collections.abc import Sequence
from pathlib import Path

from dvk.stamping.several import Stamped
from dvk.writing import replace


def save(root: Path, files: Sequence[Stamped]) -> None:
    """Put every file in the place of what was read; where one cannot be written, those before it are put back.

    Raises:
        CannotGoOn: DVK913 if somebody changed one meanwhile, DVK910 if one cannot be written.
    """
    written: list[Stamped] = []
    try:
        for file in files:
            replace(root / file.path, file.before, file.after)
            written.append(file)
    except BaseException:
        for file in reversed(written):
            replace(root / file.path, file.after, file.before)
        raise
