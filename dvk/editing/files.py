"""``dvk fmt`` over the files of a workspace, each of them written whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dvk.editing.drafts import bytes_of
from dvk.editing.tidying import tidied
from dvk.kinds import kind_of
from dvk.snapshot import Snapshot
from dvk.writing import replace


@dataclass
class Tidying:
    """What became of the files, by path.

    Args:
        changed: those that were not tidy.
        same: those that were.
        unread: those with mistakes of form or schema, which are left alone.
    """

    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def tidy(snapshot: Snapshot, paths: Iterable[str], *, write: bool) -> Tidying:
    """Make the documents at these paths tidy, or without ``write`` only find those that are not.

    Raises:
        CannotGoOn: DVK910, DVK911 or DVK913 where a file cannot be read or written; those before it are done.
    """
    result = Tidying()
    for path in paths:
        before = bytes_of(snapshot, path)
        after = tidied(before, kind_of(path) or "")
        if after is None:
            result.unread.append(path)
        elif after == before:
            result.same.append(path)
        else:
            if write:
                replace(snapshot.root / path, before, after)
            result.changed.append(path)
    return result
