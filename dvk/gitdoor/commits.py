"""What a commit object says of itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dvk.gitdoor.contents import blobs
from dvk.gitdoor.safety import printable

_LARGEST = 1 << 20
_SIGNATURES = {b"gpgsig", b"gpgsig-sha256"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a commit states: nobody has checked any of it; all of it is printable text.

    Args:
        author: name of who wrote the change.
        author_email: e-mail of the author.
        committer: name of who made the commit.
        committed: committer time, seconds since 1970; 0 where none is stated.
        subject: the first paragraph of its message, in one line.
        signatures: each signature whole, as it stands in the commit, with the name of its header.
        signed: the bytes that they are about: the commit without them.
    """

    author: str
    author_email: str
    committer: str
    committed: int
    subject: str
    signatures: tuple[tuple[str, str], ...]
    signed: bytes


def read_commits(root: Path, ids: Iterable[str]) -> Iterator[Said]:
    """Read commits by their full ids, in that order; of one over 1 MiB the beginning."""
    for _, raw in blobs(root, ids, limit=_LARGEST):
        yield _said(raw)


def _said(raw: bytes) -> Said:
    head, _, message = raw.partition(b"\n\n")
    headers = _headers(head)
    author, email, _ = _person(headers, b"author")
    committer, _, committed = _person(headers, b"committer")
    first = message.decode(errors="replace").lstrip("\n").partition("\n\n")[0]
    signatures = [line for line in headers if _name_of(line) in _SIGNATURES]
    return Said(
        author=author,
        author_email=email,
        committer=committer,
        committed=committed,
        subject=printable(" ".join(first.split())),
        signatures=tuple((_name_of(line).decode(), _text(line)) for line in signatures),
        signed=b"\n".join(line for line in headers if line not in signatures) + raw[len(head) :],
    )


def _headers(head: bytes) -> list[bytes]:
    """Split a commit's head at its lines, those that begin with a space joined to the one before."""
    lines: list[bytes] = []
    for line in head.split(b"\n"):
        if line.startswith(b" ") and lines:
            lines[-1] += b"\n" + line
        else:
            lines.append(line)
    return lines


def _name_of(header: bytes) -> bytes:
    return header.partition(b" ")[0]


def _text(header: bytes) -> str:
    """What stands behind a header's name, without the space that further lines begin with."""
    return header.partition(b" ")[2].replace(b"\n ", b"\n").decode(errors="replace")


def _person(headers: list[bytes], role: bytes) -> tuple[str, str, int]:
    """Name, e-mail and second out of ``NAME <EMAIL> SECONDS ZONE``."""
    stated = next((_text(line) for line in headers if _name_of(line) == role), "")
    name, _, rest = stated.partition("<")
    email, _, when = rest.partition(">")
    seconds = next(iter(when.split()), "")
    return printable(name).strip(), printable(email).strip(), int(seconds) if seconds.isdecimal() else 0
