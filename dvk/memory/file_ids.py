"""Ids of files on disk that were not touched since they were last read: by how they look, as git's index does.

A file that was changed in the same moment in which it was read could look untouched, so what was written within two
seconds before a call began is read again by the next.
"""

import hashlib
import json
import marshal
from collections.abc import Mapping

from dvk.snapshot import Entry, Looks

_JUST_NOW = 2_000_000_000
_WITHOUT_REFERENCES = 2
"""The form of ``marshal`` in which equal values are equal bytes; they are summed up and never read again."""


def untouched(row: bytes | None, looks: Mapping[str, Looks]) -> dict[str, str]:
    """Path → blob id of the files that look as they did when the row was made; none where it is none of ours."""
    try:
        known = json.loads(row) if row else {}
        return {path: kept[0] for path, look in looks.items() if (kept := known.get(path)) and kept[1:] == [*look]}
    except (ValueError, TypeError, LookupError, AttributeError):
        return {}


def as_row(ids: Mapping[str, str], looks: Mapping[str, Looks], began: int) -> bytes:
    """What is to be kept of files with these ids; ``began`` is when the call began, in ns since 1970."""
    settled = began - _JUST_NOW
    kept = {path: (blob, *looks[path]) for path, blob in ids.items() if max(looks[path][1:3]) < settled}
    return json.dumps(kept, separators=(",", ":")).encode()


def looks_of(entries: Mapping[str, Entry]) -> str:
    """A digest of how all files look: while it is the same, they hold the same, if they are ``settled``."""
    columns = [[*entries], *zip(*entries.values(), strict=True)]
    return hashlib.sha256(marshal.dumps(columns, _WITHOUT_REFERENCES)).hexdigest()


def settled(entries: Mapping[str, Entry], began: int) -> bool:
    """Whether none of them can have changed unseen since they were listed, in a call that began then."""
    return all(
        entry.blob is not None or (entry.looks is not None and max(entry.looks[1:3]) < began - _JUST_NOW)
        for entry in entries.values()
    )
