"""Git's answer, waited for only so long: a folder made for it could keep git waiting for ever."""

import io
import os
import select
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from dvk.errors import CannotGoOn
from dvk.gitdoor.safety import printable
from dvk.gitdoor.tops import top_of

SOON = 5.0
"""Seconds of silence after which one looks whether git waits for something that is no file."""
AT_MOST = 300.0
"""Seconds of silence after which git is not waited for any longer: it has read the largest folder by then."""

_CHUNK = 1 << 16
_READ_IN_FOLDERS = (".gitignore", ".gitattributes", ".gitmodules", ".mailmap")


def patient(answer: IO[bytes], root: Path, command: str) -> IO[bytes]:
    """The same stream, which ends with an error where git says nothing for too long.

    Time that whoever reads it takes between two reads does not count.

    Raises:
        CannotGoOn: from its reads, DVK968 where git waits for a pipe that stands in place of a file, DVK903 where
            nobody knows what it waits for.
    """
    if os.name == "nt":  # pipes cannot be waited for there, nor do they stand among files
        return answer
    return cast("IO[bytes]", io.BufferedReader(_Patient(answer.fileno(), root, command), _CHUNK))


class _Patient(io.RawIOBase):
    """What a pipe gives; whoever opened it closes it."""

    def __init__(self, pipe: int, root: Path, command: str) -> None:
        super().__init__()
        self._pipe, self._root, self._command = pipe, root, command
        self._waiting = select.poll()
        self._waiting.register(pipe, select.POLLIN)

    def readable(self) -> bool:
        """It is made to be read."""
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """Fill a buffer as far as there is something, nothing at the end."""
        self._wait()
        return os.readv(self._pipe, [buffer])

    def _wait(self) -> None:
        if self._waiting.poll(SOON * 1000):
            return
        _refuse(_pipes_at_and_below(self._root))
        if not self._waiting.poll((AT_MOST - SOON) * 1000):
            problem = f"không trả lời · no answer, {AT_MOST:.0f} s"
            raise CannotGoOn("DVK903", command=f"git {self._command}", problem=problem)


def refuse_pipes(root: Path) -> None:
    """Look, before git does, at the ``.gitignore`` of the folder and of those above it.

    Raises:
        CannotGoOn: DVK968 if one of them is a pipe.
    """
    _refuse(folder / ".gitignore" for folder in _around(root) if _is_pipe(folder / ".gitignore"))


def _refuse(pipes: Iterator[Path]) -> None:
    if pipe := next(pipes, None):
        raise CannotGoOn("DVK968", path=printable(str(pipe)))


def _around(root: Path) -> list[Path]:
    """The folder and those above it up to the top of its repository."""
    here, top = root.resolve(), top_of(root)
    return [folder for folder in (here, *here.parents) if folder.is_relative_to(top)]


def _pipes_at_and_below(root: Path) -> Iterator[Path]:
    """What git would read of a folder and its repository, and is a pipe or leads to one."""
    around = _around(root)
    for folder in around:
        yield from (folder / name for name in _READ_IN_FOLDERS if _is_pipe(folder / name))
    for inside, _, names in os.walk(around[-1] / ".git"):
        yield from (Path(inside, name) for name in names if _is_pipe(Path(inside, name)))
    for inside, folders, _ in os.walk(around[0]):
        folders[:] = [name for name in folders if name != ".git"]
        yield from (Path(inside, name) for name in _READ_IN_FOLDERS if _is_pipe(Path(inside, name)))


def _is_pipe(path: Path) -> bool:
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except OSError:
        return False
