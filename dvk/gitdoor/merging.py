"""Two changes of one text put together, by lines."""

import tempfile
from pathlib import Path

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import read
from dvk.temporary import writing_temporary_files


def merged_text(root: Path, base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Make of two changes of ``base`` what git would, without the merge drivers that a repository may name.

    None where both change the same lines, or where it is no text.
    """
    with writing_temporary_files():
        folder = tempfile.TemporaryDirectory(prefix="dvk-")
        files = [Path(folder.name, name) for name in ("ours", "base", "theirs")]
        for file, data in zip(files, (ours, base, theirs), strict=True):
            file.write_bytes(data)
    with folder:
        try:
            return read(root, "merge-file", "-p", "-q", "--", *map(str, files))
        except CannotGoOn as problem:
            if problem.code == "DVK903":  # its exit code is the number of conflicts
                return None
            raise
