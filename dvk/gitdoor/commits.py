"""What a commit object says of itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dvk.gitdoor.contents import blobs
from dvk.gitdoor.safety import printable

_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Said:
    """What a commit states: nobody has checked any of it; all of it is printable text.

    Args:
        author: name of who wrote the change.
        author_email: e-mail of the author.
        committer: name of who made the commit.
        subject: the first paragraph of its message, in one line.
        signatures: each signature whole, as it stands in the commit.
    """

    author: str
    author_email: str
    committer: str
    subject: str
    signatures: tuple[str, ...]


def read_commits(root: Path, ids: Iterable[str]) -> Iterator[Said]:
    """Read commits by their full ids, in that order; of one over 1 MiB the beginning."""
    for _, raw in blobs(root, ids, limit=_LARGEST):
        yield _said(raw)


def _said(raw: bytes) -> Said:
    head, _, message = raw.partition(b"\n\n")
    headers = _headers(head.decode(errors="replace"))
    author, email = _person(headers)
    committer, _ = _person(headers, "committer")
    first = message.decode(errors="replace").lstrip("\n").partition("\n\n")[0]
    signatures = tuple(value for name, value in headers if name in {"gpgsig", "gpgsig-sha256"})
    return Said(author, email, committer, printable(" ".join(first.split())), signatures)


def _headers(head: str) -> list[tuple[str, str]]:
    """Split a commit's head at its lines, those that begin with a space joined to the one before."""
    lines: list[str] = []
    for line in head.split("\n"):
        if line.startswith(" ") and lines:
            lines[-1] += f"\n{line[1:]}"
        else:
            lines.append(line)
    pairs = (line.partition(" ") for line in lines)
    return [(name, value) for name, _, value in pairs]


def _person(headers: list[tuple[str, str]], role: str = "author") -> tuple[str, str]:
    """Name and e-mail out of ``NAME <EMAIL> SECONDS ZONE``."""
    stated = next((value for name, value in headers if name == role), "")
    name, _, rest = stated.partition("<")
    return printable(name).strip(), printable(rest.partition(">")[0]).strip()
