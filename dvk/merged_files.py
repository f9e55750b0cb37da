"""The files that merging a change makes: those of the branch that it goes to, with what the change does on top."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dvk import gitdoor
from dvk.snapshot import LARGEST_FILE, Snapshot


@dataclass(frozen=True)
class MergedFiles(Snapshot):
    """The files of a workspace, some of them put together of two sides.

    Args:
        texts: path → bytes of those.
    """

    texts: Mapping[str, bytes]

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of files, as merged."""
        wanted = list(paths)
        others = super().read_all([path for path in wanted if path not in self.texts])
        for path in wanted:
            yield (path, self.texts[path]) if path in self.texts else next(others)


def merged_files(base: Snapshot, tip: Snapshot, head: Snapshot, changed: Collection[str]) -> MergedFiles | None:
    """Put together what two sides made of the same files.

    Args:
        base: where the change began.
        tip: the branch that it goes to.
        head: what the change makes.
        changed: the paths that it changes.

    Returns:
        None where both sides changed the same lines, or one took away what the other changed: only people can tell.
    """
    texts = {}
    for path in sorted(changed):
        is_left = path in tip.entries or path in head.entries
        if is_left and base.entries.get(path) != tip.entries.get(path):
            text = _put_together(base, tip, head, path)
            if text is None:
                return None
            texts[path] = text
    entries = {path: entry for path, entry in tip.entries.items() if path not in changed}
    entries |= {path: head.entries[path] for path in changed if path in head.entries}
    return MergedFiles(head.root, head.commit, head.in_git, entries, texts)


def _put_together(base: Snapshot, tip: Snapshot, head: Snapshot, path: str) -> bytes | None:
    ours, theirs, before = (_text(side, path) for side in (tip, head, base))
    if ours is None or theirs is None:
        return None
    return gitdoor.merged_text(head.root, before or b"", ours, theirs)


def _text(snapshot: Snapshot, path: str) -> bytes | None:
    entry = snapshot.entries.get(path)
    data = snapshot.read(path) if entry and not entry.link else None
    return data if data is not None and len(data) <= LARGEST_FILE else None
