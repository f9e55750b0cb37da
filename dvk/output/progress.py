"""How far a long call has come, on standard error and at a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic


@contextmanager
def progress(words: str, total: int, *, after: float = 0) -> Iterator[Callable[[], object]]:
    """Show a bar while the block runs, and wipe it at its end; what it gives is called once for each thing done.

    Args:
        words: what is done.
        total: how many things there are.
        after: seconds without a bar: what is over sooner shows none.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with ExitStack() as shown:
        bar = _Bar(words, total, monotonic() + after, shown)
        if not after:
            bar.show()
        yield bar.advance


class _Bar:
    """A bar, shown from a moment on."""

    def __init__(self, words: str, total: int, begins: float, shown: ExitStack) -> None:
        self._words, self._total, self._begins, self._shown = words, total, begins, shown
        self._done = 0
        self._tell: Callable[[int], object] | None = None

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        if self._tell is not None:
            self._tell(self._done)
        elif monotonic() >= self._begins:
            self.show()

    def show(self) -> None:
        """Show it now."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        said = TextColumn("{task.description}", markup=False)
        columns = (said, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        bar = self._shown.enter_context(Progress(*columns, console=Console(file=sys.stderr), transient=True))
        task = bar.add_task(self._words, total=self._total, completed=self._done)
        self._tell = lambda done: bar.update(task, completed=done)
