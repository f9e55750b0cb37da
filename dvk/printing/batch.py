"""Many Word files at once: filled by several processes, written whole or not at all."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Self

from dvk.errors import CannotGoOn
from dvk.libreoffice import converted_all
from dvk.printing.word.guard import Press
from dvk.printing.word_files import Sheet, filled
from dvk.writing import write_result

_AT_ONCE = 25
"""How many files are turned into PDF before the next ones are."""


@dataclass(frozen=True, slots=True)
class Order:
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
    """A file that was to be made: where it is, or why it is not."""

    what: str
    target: Path
    stop: CannotGoOn | None = None


def print_all(orders: Sequence[Order], *, jobs: int, over: bool, each: Callable[[], object]) -> list[Outcome]:
    """Make Word files; one that cannot be made does not keep the others from being made.

    Args:
        orders: what is to be made.
        jobs: how many processes fill templates.
        over: whether files that stand there are overwritten.
        each: called after every file.

    Returns:
        The outcomes, in the order of the orders.
    """
    with _Printers(max(1, min(jobs, len(orders))), over=over) as printers:
        running = [printers.begin(order) for order in orders]
        for _ in as_completed(running):
            each()
        return [future.result() for future in running]


def pdfs_beside(outcomes: Sequence[Outcome], *, over: bool, each: Callable[[], object]) -> list[Outcome]:
    """Turn those Word files that were made into PDF files, beside them and of the same names.

    Where LibreOffice is not installed, each outcome says so (DVK936).
    """
    made = [outcome for outcome in outcomes if outcome.stop is None]
    found: list[Outcome] = []
    for start in range(0, len(made), _AT_ONCE):
        part = made[start : start + _AT_ONCE]
        for outcome, pdf in zip(part, _converted(part), strict=True):
            found.append(_pdf(outcome, pdf, over=over))
            each()
    return found


def _converted(part: Sequence[Outcome]) -> Sequence[bytes | CannotGoOn | None]:
    try:
        return converted_all([(outcome.target.read_bytes(), "docx") for outcome in part], "pdf")
    except CannotGoOn as stop:
        return [stop] * len(part)


def _pdf(word: Outcome, contents: bytes | CannotGoOn | None, *, over: bool) -> Outcome:
    target = word.target.with_suffix(".pdf")
    if isinstance(contents, bytes):
        return _written(str(word.target), target, contents, over=over)
    return Outcome(str(word.target), target, contents or CannotGoOn("DVK937", path=str(word.target), into="pdf"))


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

    def begin(self, order: Order) -> Future[Outcome]:
        """Make one file as soon as a press is free."""
        return self._pool.submit(self._make, order)

    def _make(self, order: Order) -> Outcome:
        press = self._free.get()
        try:
            with self._gathering:
                sheet = order.sheet()
            contents = filled(sheet, press)
        except CannotGoOn as stop:
            return Outcome(order.what, order.target, stop)
        finally:
            self._free.put(press)
        return _written(order.what, order.target, contents, over=self.over)
