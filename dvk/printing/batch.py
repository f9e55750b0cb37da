"""Many Word files at once: filled by several processes, written whole or not at all."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Self

from dvk.errors import CannotGoOn
from dvk.libreoffice import converted_all
from dvk.printing.fonts import fonts_of
from dvk.printing.formats import Format
from dvk.printing.word.guard import Press
from dvk.printing.word_files import Sheet, filled
from dvk.writing import write_result


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A Word file to be made.

    Args:
        what: what it is of, as messages name it.
        sheet: gathers what it is made of.
        target: where it goes.
    """

    what: str
    sheet: Callable[[], Sheet]
    target: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that was to be made: where it is, or why it is not.

    Args:
        what: what it is of.
        target: where it goes.
        stop: why it is not there.
        format: what it is printed after.
        blank: the parts that it leaves empty.
        fonts: of a PDF those in it.
    """

    what: str
    target: Path
    stop: CannotGoOn | None = None
    format: Format | None = None
    blank: tuple[str, ...] = ()
    fonts: frozenset[str] = frozenset()


def print_all(asked: Sequence[PrintJob], *, jobs: int, over: bool, each: Callable[[], object]) -> list[Outcome]:
    """Make Word files; one that cannot be made does not keep the others from being made.

    Args:
        asked: what is to be made.
        jobs: how many processes fill templates.
        over: whether files that stand there are overwritten.
        each: called after every file.

    Returns:
        The outcomes, in the order in which they were asked for.
    """
    with _Printers(max(1, min(jobs, len(asked))), over=over) as printers:
        running = [printers.begin(job) for job in asked]
        for _ in as_completed(running):
            each()
        return [future.result() for future in running]


def pdfs_beside(outcomes: Sequence[Outcome], *, over: bool, each: Callable[[], object]) -> list[Outcome]:
    """Turn those Word files that were made into PDF files, beside them and of the same names.

    Where LibreOffice is not installed, each outcome says so (DVK936).
    """
    made = [outcome for outcome in outcomes if outcome.stop is None]
    found: list[Outcome] = []
    papers = ((outcome.target.read_bytes(), "docx") for outcome in made)
    try:
        for outcome, pdf in zip(made, converted_all(papers, "pdf"), strict=True):
            found.append(_pdf(outcome, pdf, over=over))
            each()
    except CannotGoOn as stop:
        found += [Outcome(str(word.target), _pdf_of(word), stop) for word in made[len(found) :]]
    return found


def _pdf(word: Outcome, contents: bytes | None, *, over: bool) -> Outcome:
    if contents is None:
        return Outcome(str(word.target), _pdf_of(word), CannotGoOn("DVK937", path=str(word.target), into="pdf"))
    written = _written(str(word.target), _pdf_of(word), contents, over=over)
    return replace(written, format=word.format, fonts=fonts_of(contents))


def _pdf_of(word: Outcome) -> Path:
    return word.target.with_suffix(".pdf")


def _written(what: str, target: Path, contents: bytes, *, over: bool) -> Outcome:
    try:
        write_result(target, contents, over=over)
    except CannotGoOn as stop:
        return Outcome(what, target, stop)
    return Outcome(what, target)


class _Printers:
    """Presses, and threads that wait for them. What is asked of a workspace is asked by one thread at a time."""

    def __init__(self, jobs: int, *, over: bool) -> None:
        self.over = over
        self._gathering = Lock()
        self._pool = ThreadPoolExecutor(jobs)
        self._presses = [Press() for _ in range(jobs)]
        self._free: SimpleQueue[Press] = SimpleQueue()
        for press in self._presses:
            self._free.put(press)

    def __enter__(self) -> Self:
        for press in self._presses:
            press.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        for press in self._presses:  # also in the middle of a document, when somebody presses Ctrl-C
            press.close()
        self._pool.shutdown()

    def begin(self, job: PrintJob) -> Future[Outcome]:
        """Make one file as soon as a press is free."""
        return self._pool.submit(self._make, job)

    def _make(self, job: PrintJob) -> Outcome:
        press = self._free.get()
        try:
            with self._gathering:
                sheet = job.sheet()
            contents = filled(sheet, press)
        except CannotGoOn as stop:
            return Outcome(job.what, job.target, stop)
        finally:
            self._free.put(press)
        written = _written(job.what, job.target, contents, over=self.over)
        return replace(written, format=sheet.format, blank=sheet.blank)
