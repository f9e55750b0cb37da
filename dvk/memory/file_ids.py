"""Ids of files on disk that were not touched since they were last read: by how they look, as git's index does.

A file that was changed in the same moment in which it was read could look untouched, so what was written within two
seconds before a call began is read again by the next.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from dvk.snapshot import Entry, Looks

_JUST_NOW = 2_000_000_000


class FileIds:
    """Path → blob id of the files below one folder, each with how the file looked when it was read."""

    def __init__(self, row: bytes | None) -> None:
        self._known = _read(row)

    def of(self, path: str, looks: Looks) -> str | None:
        """The id of a file that looks so; None where it is not known, or looked otherwise."""
        kept = self._known.get(path)
        return kept[0] if isinstance(kept, list) and kept[1:] == [*looks] and isinstance(kept[0], str) else None

    def learn(self, path: str, looks: Looks, blob: str) -> None:
        """Know the id of a file from now on."""
        self._known[path] = [blob, *looks]

    def row(self, paths: Collection[str], began: int) -> bytes:
        """What is to be kept of some files for the next call; ``began`` is when this one began, in ns since 1970."""
        known = {path: kept for path in paths if (kept := self._known.get(path)) and _is_settled(kept[1:], began)}
        return json.dumps(known, separators=(",", ":")).encode()


def looks_of(entries: Mapping[str, Entry]) -> str:
    """A digest of how all files look: while it is the same, they hold the same, if they are ``settled``."""
    return hashlib.sha256(json.dumps([[*entries], [*entries.values()]]).encode()).hexdigest()


def settled(entries: Mapping[str, Entry], began: int) -> bool:
    """Whether none of them can have changed unseen since they were listed, in a call that began then."""
    return all(
        entry.blob is not None or (entry.looks is not None and _is_settled(entry.looks, began))
        for entry in entries.values()
    )


def _is_settled(looks: Any, began: int) -> bool:
    """Whether a file was last written well before a call began."""
    return bool(max(looks[1:3]) < began - _JUST_NOW)


def _read(row: bytes | None) -> dict[str, Any]:
    try:
        known = json.loads(row) if row else {}
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}
