"""A file from its path to its paper; what nobody need trust is read in a process of its own."""

import atexit
import stat
from functools import cache
from pathlib import Path

from dvk.confined import OutOfBounds, Worker
from dvk.errors import CannotGoOn
from dvk.importing.paper import Block, Paper
from dvk.importing.papers.kinds import Kind, kind_of
from dvk.importing.papers.passing import unpacked
from dvk.importing.papers.text.reading import blocks_of
from dvk.importing.papers.unreadable import Unreadable, too_large
from dvk.libreoffice import converted
from dvk.messages.of_system import reason_of
from dvk.shown import printable

LARGEST_FILE = 50 << 20
LONGEST = 30
"""Seconds that the reading of one file may take; one of a hundred pages takes less than five."""

_JOB = "dvk.importing.papers.worker"
_MARKDOWN = {".md", ".markdown"}


def paper_of(path: Path) -> Paper:
    """What a document says.

    Args:
        path: a .docx, .doc, .pdf, .txt or .md; what it is, is read from the bytes, not from its name.

    Raises:
        CannotGoOn: DVK942 where the file cannot be opened, DVK943–951 where it gives no paper, and whatever
            ``libreoffice.converted`` says of a .doc.
    """
    try:
        contents = _bytes(path)
        blocks, encodings = _read(contents, kind_of(contents), path)
    except OSError as problem:
        raise CannotGoOn("DVK942", path=str(path), problem=reason_of(problem)) from None
    except OutOfBounds:
        raise CannotGoOn("DVK948", path=str(path), fault="too_much_work") from None
    except Unreadable as refused:
        raise CannotGoOn(refused.code, path=str(path), **refused.details) from None
    paper = Paper(printable(path.name), blocks, encodings)
    if next(paper.lines, None) is None:
        raise CannotGoOn("DVK944", path=str(path))
    return paper


def _read(contents: bytes, kind: Kind, path: Path) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    if kind == "text":
        return blocks_of(contents, markdown=path.suffix.lower() in _MARKDOWN)
    if kind == "doc":
        contents, kind = converted(contents, "doc", "docx"), "docx"
    answer, result = _worker().ask({"kind": kind}, contents, seconds=LONGEST)
    if "code" in answer:
        raise Unreadable(answer["code"], **answer["details"])
    return unpacked(result), tuple(answer["converted"])


@cache
def _worker() -> Worker:
    """One process for all files of a call, hundreds of them maybe; it starts with the first and ends with the call."""
    worker = Worker(_JOB)
    atexit.register(worker.close)
    return worker


def _bytes(path: Path) -> bytes:
    """The bytes of a file; only of a plain one: a pipe or a device would never end.

    Raises:
        OSError: where it is not there or may not be read.
        Unreadable: where it is none, or too large.
    """
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(21, "", str(path))
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable("DVK943", what="no_plain_file")
    if found.st_size > LARGEST_FILE:
        raise too_large("file_too_large")
    return path.read_bytes()
