"""The one place that reads by git, and starts what git itself would start to judge a signature."""

import re
import subprocess  # the one place: see output
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, cast

from dvk.errors import CannotGoOn
from dvk.gitdoor.safety import environment, flags, printable, program
from dvk.gitdoor.waiting import patient
from dvk.temporary import writing_temporary_files

CHUNK = 1 << 16
NEEDED = (2, 34)
"""The oldest git with all that is used here: ways to show merges (2.31), SSH signatures (2.34)."""

_NOT_UNDERSTOOD = re.compile(r"(?i)unknown (option|switch|value)|unrecognized argument|is not a git command|^usage:")
_MISSING = re.compile(
    r"(?:could not fetch|unable to read(?: tree| sha1 file of)?|missing (?:blob|object)) \(?([0-9a-f]{40,64})"
)


def read(root: Path, *command: str, also: Container[int] = ()) -> bytes:
    """Give a short answer of git as a whole; ``also`` are exit codes besides 0 that are an answer."""
    with output(root, command, also=also) as stream:
        return stream.read()


@contextmanager
def output(
    root: Path,
    command: Sequence[str],
    given: bytes = b"",
    *,
    also: Container[int] = (),
) -> Iterator[IO[bytes]]:
    """Run one git command below root and stream its answer; all that is read by git goes through here.

    What git reads and its complaints pass through files, so that no pipe can fill up and block both sides; its answer
    is waited for as ``patient`` does.

    Raises:
        CannotGoOn: DVK902 outside a repository, DVK904 without git, DVK959 if it is too old, DVK981 if an object
            is not here, DVK983 if the repository belongs to somebody else; for whatever else it refuses, DVK903.
    """
    with _kept(given) as asked, _kept() as complaints:
        with subprocess.Popen(
            [program("git"), *flags(), "-C", str(root), *command],
            env=environment(),
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=complaints,
        ) as process:
            try:
                yield patient(cast("IO[bytes]", process.stdout), root, command[0])
            except BaseException:
                process.kill()
                raise
        if process.returncode and process.returncode not in also:
            complaints.seek(0)
            raise _failure(root, command[0], complaints.read().decode(errors="replace"))


def ssh_keygen(words: Sequence[str], given: bytes) -> tuple[bool, str]:
    """Ask ssh-keygen: whether it agrees, and what it says.

    Raises:
        CannotGoOn: DVK957 if it is not installed.
    """
    done = subprocess.run(
        [program("ssh-keygen"), *words], env=environment(), input=given, capture_output=True, check=False
    )
    return done.returncode == 0, done.stdout.decode(errors="replace")


def fields(stream: IO[bytes]) -> Iterator[bytes]:
    """Split a stream at its NUL bytes."""
    rest = b""
    while chunk := stream.read(CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _kept(given: bytes = b"") -> IO[bytes]:
    """A temporary file with these bytes, to be read from its beginning."""
    with writing_temporary_files():
        file = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
        file.write(given)
        file.seek(0)
        return file


def _failure(root: Path, command: str, complaints: str) -> CannotGoOn:
    """Turn what git complained of into a reason not to go on, in one printable line."""
    if "not a git repository" in complaints:
        return CannotGoOn("DVK902", root=str(root))
    if "dubious ownership" in complaints:
        return CannotGoOn("DVK983", root=str(root))
    if missing := _MISSING.search(complaints):
        return CannotGoOn("DVK981", object=missing[1])
    if command != "version" and _NOT_UNDERSTOOD.search(complaints) and (version := _version(root)) < NEEDED:
        return CannotGoOn("DVK959", version=".".join(map(str, version)), needed=".".join(map(str, NEEDED)))
    lines = [line for line in complaints.splitlines() if line.strip()]
    fatal = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "")
    return CannotGoOn("DVK903", command=f"git {command}", problem=printable(fatal))


def _version(root: Path) -> tuple[int, ...]:
    """Give the version of git as numbers, none where it does not say."""
    said = re.search(r"\d+(\.\d+)+", read(root, "version").decode(errors="replace"))
    return tuple(map(int, said[0].split("."))) if said else NEEDED
