"""Readings of many documents: each content is read once in a call, and not at all where an earlier call has read it."""

import gc
import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dvk import gitdoor
from dvk.kinds import kind_of
from dvk.memory.file_ids import FileIds, looks_of, settled
from dvk.memory.jobs import WORTH_IT, Job, Key, cores
from dvk.memory.rows import from_row, to_row
from dvk.memory.store import Store
from dvk.memory.version import reader_version
from dvk.snapshot import Entry, Snapshot

if TYPE_CHECKING:
    from dvk.facts.reading import Reading

Progress: TypeAlias = Callable[[int], AbstractContextManager[Callable[[], object]]]
"""Shows how far reading has come: given how many files there are, a context; what that gives is called after each."""


def _unseen(total: int) -> AbstractContextManager[Callable[[], object]]:
    del total
    return nullcontext(lambda: None)


@dataclass
class Readings:
    """What documents say, by their kind and blob id.

    Args:
        store: where readings are kept for the next call; None: nowhere.
        began: when the call began, in ns since 1970.
        workers: how many processes may read; by default one for each core.
        progress: shows how far reading has come; by default nobody is shown.
        is_steady: whether every file held the same whenever it was read in this call.
    """

    store: Store | None = None
    began: int = 0
    workers: int = field(default_factory=cores)
    progress: Progress = _unseen
    is_steady: bool = field(default=True, init=False)
    _known: "dict[Key, Reading]" = field(default_factory=dict, repr=False)
    _on_disk: dict[Path, FileIds] = field(default_factory=dict, repr=False)

    def of_files(self, snapshot: Snapshot, paths: Collection[str]) -> "dict[str, Reading]":
        """What files of a snapshot say, in the order of ``paths``.

        Raises:
            OSError: a file on disk cannot be read, or is gone since it was listed.
            CannotGoOn: DVK981 if git lacks the contents, as in a partial clone.
        """
        ids = self.known_ids(snapshot, paths) if self.store is None else self.ids(snapshot, paths)
        self._recall((kind_of(path) or "", blob) for path, blob in ids.items())
        rest = [path for path in paths if path not in ids or (kind_of(path) or "", ids[path]) not in self._known]
        if rest:
            rows = self._read(self._contents(snapshot, rest, ids), len(rest))
            self._keep(
                rows, is_all=len(paths) >= sum(_is_read(path, entry) for path, entry in snapshot.entries.items())
            )
        return {path: self._known[kind_of(path) or "", ids[path]] for path in paths}

    def of_blobs(self, root: Path, wanted: Iterable[Key]) -> "dict[Key, Reading]":
        """What contents that git keeps say as documents of a kind.

        Raises:
            CannotGoOn: DVK981 if git lacks one of them.
        """
        keys = dict.fromkeys(wanted)
        self._recall(keys)
        rest = [key for key in keys if key not in self._known]
        contents = gitdoor.blobs(root, [blob for _, blob in rest])
        self._keep(self._read(((key, data) for key, (_, data) in zip(rest, contents, strict=True)), len(rest)))
        return {key: self._known[key] for key in keys}

    def ids(self, snapshot: Snapshot, paths: Collection[str]) -> dict[str, str]:
        """Path → blob id of files; those on disk that may have been touched are read, and hashed as git does.

        Raises:
            OSError: a file on disk cannot be read, or is gone since it was listed.
        """
        ids = self.known_ids(snapshot, paths)
        rest = [path for path in paths if path not in ids]
        for _ in self._contents(snapshot, rest, ids):
            pass
        if rest and self.store is not None:
            row = self._ids_on_disk(snapshot.root).row(snapshot.entries, self.began)
            self.store.keep({_files_key(snapshot.root): row})
        return ids

    def result(self, what: str, of: str) -> str | None:
        """What was last worked out under a name, if it was of this: one line that says all that it depends on."""
        key = _key(what)
        row = self.store.rows([key]).get(key) if self.store else None
        kept = row.decode("utf-8", "surrogatepass") if row is not None else ""
        return kept.removeprefix(f"{of}\n") if kept.startswith(f"{of}\n") else None

    def keep_result(self, what: str, of: str, result: str) -> None:
        """Keep for the next call what was worked out, unless a file was seen to change meanwhile."""
        if self.store is not None and self.is_steady:
            self.store.keep({_key(what): f"{of}\n{result}".encode("utf-8", "surrogatepass")})

    def of_looks(self, what: str, snapshot: Snapshot, work_out: Callable[[], str]) -> str:
        """What an earlier call worked out of files that look as these do; else what is worked out now."""
        looks = looks_of(snapshot.entries)
        found = self.result(what, looks)
        if found is None:
            found = work_out()
            if settled(snapshot.entries, self.began):
                self.keep_result(what, looks, found)
        return found

    def known_ids(self, snapshot: Snapshot, paths: Collection[str]) -> dict[str, str]:
        """Path → blob id, as far as it is known without reading the file."""
        ids: dict[str, str] = {}
        for path in paths:
            entry = snapshot.entries[path]
            known = entry.blob or (self._ids_on_disk(snapshot.root).of(path, entry.looks) if entry.looks else None)
            if known is not None:
                ids[path] = known
        return ids

    def _ids_on_disk(self, root: Path) -> FileIds:
        """What is known of the files below a folder, from earlier calls and from this one."""
        if root not in self._on_disk:
            key = _files_key(root)
            self._on_disk[root] = FileIds(self.store.rows([key]).get(key) if self.store else None)
        return self._on_disk[root]

    def _contents(self, snapshot: Snapshot, paths: Collection[str], ids: dict[str, str]) -> Iterator[Job]:
        """The bytes of files, whose ids are known from then on; one that changed since is the end of steadiness."""
        entries = snapshot.entries
        on_disk = any(entries[path].blob is None for path in paths)
        algorithm = gitdoor.hash_name(snapshot.root) if on_disk and snapshot.in_git else "sha1"
        for path, data in snapshot.read_all(paths):
            entry = entries[path]
            blob = entry.blob or gitdoor.blob_id(data, algorithm)
            self.is_steady &= ids.get(path, blob) == blob
            ids[path] = blob
            if entry.looks:
                self._ids_on_disk(snapshot.root).learn(path, entry.looks, blob)
            yield (kind_of(path) or "", blob), data

    def _recall(self, keys: Iterable[Key]) -> None:
        """Take what earlier calls have read from the store."""
        wanted = {_key("reading", *key): key for key in keys if key not in self._known} if self.store else {}
        if self.store is None or not wanted:
            return
        from dvk.facts.reading import Reading

        with _no_collection():
            for key, row in self.store.rows(wanted).items():
                with suppress(ValueError):
                    self._known[wanted[key]] = from_row(row.decode("utf-8", "surrogatepass"), Reading)

    def _read(self, jobs: Iterable[Job], most: int) -> dict[bytes, bytes]:
        """Read what is not known, in other processes where that is worth while; give what is to be kept of it."""
        rows: dict[bytes, bytes] = {}
        with _no_collection(), self.progress(most) as each:
            for key, reading, row in self._read_all(self._unknown(jobs), most):
                each()
                self._known[key] = reading
                if self.store is not None:
                    rows[_key("reading", *key)] = (row or to_row(reading)).encode("utf-8", "surrogatepass")
        return rows

    def _read_all(self, jobs: Iterable[Job], most: int) -> "Iterator[tuple[Key, Reading, str]]":
        from dvk.facts.reading import Reading
        from dvk.reading import read

        if self.workers > 1 and most >= WORTH_IT:
            from dvk.memory.parallel import rows_of

            yield from ((key, from_row(row, Reading), row) for key, row in rows_of(jobs, self.workers))
        else:
            yield from ((key, read(data, key[0]), "") for key, data in jobs)

    def _unknown(self, jobs: Iterable[Job]) -> Iterator[Job]:
        begun: set[Key] = set()
        for key, data in jobs:
            if key not in self._known and key not in begun:
                begun.add(key)
                yield key, data

    def _keep(self, rows: dict[bytes, bytes], *, is_all: bool = False) -> None:
        """Keep rows; where all documents were read, what else is kept may go when there is much of it."""
        if self.store is not None and rows:
            self.store.keep(rows, [*rows, *(_key("reading", *key) for key in self._known)] if is_all else ())


def _is_read(path: str, entry: Entry) -> bool:
    return kind_of(path) is not None and not entry.link


def _key(*parts: str) -> bytes:
    """What a row is kept under: nothing of another version, whatever it is about, has the same."""
    text = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(text, digest_size=16, key=reader_version()).digest()


def _files_key(root: Path) -> bytes:
    return _key("files", os.fspath(root))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of small records are made, and none of them is garbage: looking for it would take as long again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
