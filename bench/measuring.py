"""How long a command takes and how much memory it needs, measured from a small process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Self

_LAUNCHER = Path(__file__).with_name("launcher.py")
_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its seconds, and the peak of its largest process in MiB."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Several runs of one work.

    Args:
        runs: each of them.
        together: the peak of all its processes together, in MiB; 0 where it was not looked at.
        share: which part of the files it worked on; 1 is all.
        start: the seconds that it takes on next to nothing, where it worked on a part.
    """

    runs: tuple[Run, ...]
    together: float = 0
    share: float = 1
    start: float = 0

    @property
    def seconds(self) -> float:
        """The median, for all files: of a sample, what they would take at the same pace."""
        return self.start + (median(run.seconds for run in self.runs) - self.start) / self.share

    @property
    def mebibytes(self) -> float:
        """The peak of memory: of all processes, or of the largest where they were not looked at together."""
        return max(self.together, median(run.mebibytes for run in self.runs))


class Launcher:
    """A small process that starts all others."""

    def __init__(self, folder: Path) -> None:
        self._errors = folder / "errors"

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_LAUNCHER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def run(self, commands: Sequence[Sequence[str]], environment: Mapping[str, str], folder: Path) -> Run:
        """Run commands one after another; the seconds of all, the memory of the largest.

        Raises:
            SystemExit: where one fails: 1 is an answer ("there are mistakes"), all above it is not.
        """
        seconds, kib = 0.0, 0
        for command in commands:
            self._errors.write_bytes(b"")
            asked = {"command": command, "environment": dict(environment), "folder": str(folder)}
            told = self._ask(asked | {"errors": str(self._errors)})
            if told["code"] not in {0, 1}:
                complaint = self._errors.read_text(encoding="utf-8", errors="replace")[-1000:]
                raise SystemExit(f"{' '.join(command)[:300]}\n{complaint}")
            seconds, kib = seconds + told["seconds"], max(kib, int(told["kib"]))
        return Run(seconds, kib / 1024)

    def _ask(self, asked: Mapping[str, object]) -> dict[str, float]:
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        answer: dict[str, float] = json.loads(self._process.stdout.readline())
        return answer


def peak_together(commands: Sequence[Sequence[str]], environment: Mapping[str, str], folder: Path) -> float:
    """The most memory that a command and all processes below it hold at one time, in MiB; 0 where nobody can say.

    Memory that processes share counts once (Linux: ``Pss``), looked at fifty times a second.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return 0
    most = 0
    for command in commands:
        with subprocess.Popen(
            command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            while process.poll() is None:
                most = max(most, sum(_proportional(one) for one in _family(process.pid)))
                time.sleep(_PAUSE)
    return most / 1024


def _family(process: int) -> list[int]:
    """A process and all below it."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return [process]
    return [process, *(below for child in children for below in _family(int(child)))]


def _proportional(process: int) -> int:
    """Its share of memory in KiB; 0 once it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def plain_environment(**besides: str) -> dict[str, str]:
    """The environment for what is measured: no settings of whoever runs it, the same locale everywhere."""
    dropped = ("GIT_", "DVK_", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
    return kept | fixed | {"BEANCOUNT_DISABLE_LOAD_CACHE": "1"} | besides
