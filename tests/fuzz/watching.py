"""One input after another, watched: what raised, how long the longest took, how much memory all of it took."""

import hashlib
import json
import resource
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

MOST_SECONDS = 2.0
MOST_MEMORY = 300.0
_EVERY = 5.0


class Watch:
    """Calls a target and keeps what it finds: one input for each kind of failure, in a folder.

    Args:
        one: the target; whatever it raises is found.
        found: the folder for inputs that were found, made when the first is.
        notes: the file in which the figures so far stand, as JSON.
    """

    def __init__(self, one: Callable[[bytes], object], found: Path, notes: Path) -> None:
        self._one, self._found, self._notes = one, found, notes
        self._began = self._noted = time.monotonic()
        self._kinds: dict[str, int] = {}
        self.runs = 0
        self.longest = 0.0
        self.longest_size = 0

    def __call__(self, data: bytes) -> None:
        """Run one input; the time is the processor's, as other work on the machine makes no input slow."""
        before, memory = time.process_time(), peak_memory()
        try:
            self._one(data)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it was found
            self._keep(_kind_of(problem), data, traceback.format_exc())
        spent = time.process_time() - before
        self.runs += 1
        if spent > self.longest:
            self.longest, self.longest_size = spent, len(data)
        if spent > MOST_SECONDS:
            self._keep(f"slow-{int(spent)}", data, f"{spent:.1f} s")
        if memory <= MOST_MEMORY < peak_memory():
            self._keep("memory", data, f"{peak_memory():.0f} MB")
        if time.monotonic() - self._noted > _EVERY:
            self.note()

    @property
    def seconds(self) -> float:
        """How long it has been watching."""
        return time.monotonic() - self._began

    def note(self) -> str:
        """Write down the figures so far, and give what was written."""
        self._noted = time.monotonic()
        figures = {
            "executions": self.runs,
            "seconds": round(self.seconds),
            "longest_seconds": round(self.longest, 3),
            "longest_bytes": self.longest_size,
            "peak_memory_mb": round(peak_memory()),
            "found": self._kinds,
        }
        text = json.dumps(figures, indent=1) + "\n"
        self._notes.write_text(text, encoding="utf-8")
        return text

    def _keep(self, kind: str, data: bytes, told: str) -> None:
        """The smallest input of each kind of failure."""
        self._kinds[kind] = self._kinds.get(kind, 0) + 1
        self._found.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(kind.encode()).hexdigest()[:12]
        kept = self._found / name
        if not kept.exists() or kept.stat().st_size > len(data):
            kept.write_bytes(data)
            kept.with_suffix(".txt").write_text(f"{kind}\n{told}", encoding="utf-8", errors="backslashreplace")
        self.note()


def peak_memory() -> float:
    """The most memory that this process ever took, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))


def _kind_of(problem: BaseException) -> str:
    """What raised, and where in dvk: two inputs that fail at one place are one kind of failure."""
    places = [frame for frame in traceback.extract_tb(problem.__traceback__) if "/dvk/" in frame.filename]
    last = places[-1] if places else traceback.extract_tb(problem.__traceback__)[-1]
    return f"{type(problem).__name__} {Path(last.filename).stem}.{last.name}"
