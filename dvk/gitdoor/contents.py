"""The contents of objects, streamed."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from dvk.errors import CannotGoOn
from dvk.gitdoor.calling import CHUNK, output
from dvk.gitdoor.safety import printable


def blobs(root: Path, ids: Iterable[str], *, limit: int | None = None) -> Iterator[tuple[str, bytes]]:
    """Stream the contents of blobs as (id, bytes), one for each id given and in that order.

    Args:
        root: the workspace.
        ids: full blob ids; the same one may come twice.
        limit: of a blob over this many bytes only the first ``limit + 1`` are given.

    Raises:
        CannotGoOn: DVK981 if a blob is not here, as in a partial clone: nothing is fetched.
    """
    asked = "".join(f"{blob}\n" for blob in ids).encode()
    if not asked:
        return
    with output(root, ["cat-file", "--batch", "--buffer"], asked) as stream:
        while header := stream.readline():
            blob, _, size = header.decode().rstrip("\n").rpartition(" ")
            if not size.isdigit():
                raise CannotGoOn("DVK981", object=printable(blob))
            yield blob.partition(" ")[0], _take(stream, int(size), limit)
            stream.read(1)


def _take(stream: IO[bytes], size: int, limit: int | None) -> bytes:
    """Read ``size`` bytes and give them, or the first ``limit + 1``."""
    kept = size if limit is None else min(size, limit + 1)
    contents = stream.read(kept)
    left = size - kept
    while left > 0 and (skipped := stream.read(min(left, CHUNK))):
        left -= len(skipped)
    return contents
