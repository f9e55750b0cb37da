"""One SQLite file in the user's cache: rows by their key, each with a sum by which a broken one is known."""

import os
import sqlite3
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, row BLOB NOT NULL) WITHOUT ROWID"
_PATIENCE = 2.0
"""Seconds that one dvk waits for another's write; then it does without."""
_FEW = 200
"""Up to so many keys are asked for one by one; for more, all rows are read in one go."""
_SPARE = 20_000
"""Rows of former contents that may stay beside those in use."""
_SUM = 4
_MAIN_CODE = 0xFF
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_INTERRUPT,
}
"""What the disk or another dvk stands in the way of; after any other failure the file is no good."""


@dataclass(frozen=True, slots=True)
class Store:
    """Rows in a file, for as many dvk at once as there are.

    Nothing that is wrong with it stops a command: a file that cannot be read, or is broken, gives no rows, and is
    replaced at the next write.

    Args:
        file: where they are; its folder need not be there.
    """

    file: Path

    def rows(self, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """The rows under these keys, as far as there are whole ones."""
        try:
            with self._opened() as connection:
                return {key: row for key, kept in _asked(connection, keys) if (row := _whole(key, kept)) is not None}
        except (sqlite3.Error, OSError):
            return {}

    def keep(self, rows: Mapping[bytes, bytes], used: Collection[bytes] = ()) -> None:
        """Add rows; where it is said which are ``used``, and there are very many others, these go."""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(rows, used)
        except sqlite3.DatabaseError as problem:
            if problem.sqlite_errorcode & _MAIN_CODE not in _PASSING:
                with suppress(OSError):
                    self.file.unlink(missing_ok=True)
        except OSError:
            return

    def _write(self, rows: Mapping[bytes, bytes], used: Collection[bytes]) -> None:
        with self._opened() as connection, connection:
            connection.execute(_TABLE)
            pairs = ((key, _with_sum(key, row)) for key, row in rows.items())
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", pairs)
            if used and _count(connection) > 2 * len(used) + _SPARE:
                connection.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
                connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
                connection.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The file, if it is ours: another's could say anything."""
        if hasattr(os, "geteuid") and self.file.exists() and self.file.stat().st_uid != os.geteuid():
            raise OSError(f"of another user: {self.file}")
        with closing(sqlite3.connect(self.file, timeout=_PATIENCE)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA trusted_schema = OFF")
            yield connection


def _count(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM kept").fetchone()
    return int(count)


def _asked(connection: sqlite3.Connection, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
    if len(keys) > _FEW:
        wanted = set(keys)
        yield from (pair for pair in connection.execute("SELECT key, row FROM kept") if pair[0] in wanted)
        return
    for key in keys:
        yield from connection.execute("SELECT key, row FROM kept WHERE key = ?", (key,))


def _with_sum(key: bytes, row: bytes) -> bytes:
    return zlib.crc32(row, zlib.crc32(key)).to_bytes(_SUM) + row


def _whole(key: bytes, kept: object) -> bytes | None:
    """The row behind its sum; None where one does not fit the other."""
    if not isinstance(kept, bytes) or _with_sum(key, kept[_SUM:]) != kept:
        return None
    return kept[_SUM:]
