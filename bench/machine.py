"""The machine that a benchmark ran on, and the versions of all programs in it."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from place import Place

_QUIET = 1.0
"""Load average up to which nothing else disturbs a run."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What figures have to be read with.

    Args:
        hardware: processor, cores, memory, system, and how busy it was with other work.
        programs: name → version, of what was there.
        missing: programs that were not there and are left out.
        is_busy: whether other work ran on it before the run began.
    """

    hardware: str
    programs: dict[str, str]
    missing: tuple[str, ...]
    is_busy: bool = False


def machine(place: Place, load: float) -> Machine:
    """Describe the machine, how busy it was before the run, and the programs that a place finds on it."""
    programs = {"Python": platform.python_version(), "git": _said("git")}
    programs |= {name: version(name) for name in ("dvk", "typer", "pydantic", "PyYAML", "docxtpl")}
    known_as = {name: name for name in ("check-jsonschema", "yamllint", "hledger")} | {"beancount": "bean-check"}
    found = {name: place.program(program) for name, program in known_as.items()}
    programs |= {name: _said(program) for name, program in found.items() if program}
    missing = tuple(name for name, program in found.items() if program is None)
    cores = f"{len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()} cores"
    memory = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    system = f"{platform.system()} {platform.release()}, load average before the run {load:.1f}"
    return Machine(f"{_processor()}, {cores}, {memory}, {system}", programs, missing, is_busy=load > _QUIET)


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        lines = listed.read_text(encoding="utf-8").splitlines()
        named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        return named[0] if named else platform.machine()
    return platform.processor() or platform.machine() or sys.platform


def _said(program: str) -> str:
    """The number in what a program says of its version."""
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    words = done.stdout.replace(",", " ").split()
    return next((word for word in words if word[0].isdigit()), "?")
