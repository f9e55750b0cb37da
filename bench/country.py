"""How fast dvk is on a whole country, beside what others need for like work: same run, same files, same machine.

    python bench/country.py [--files 1000 10000 50000 100000] [--repetitions 3] [--write] [--quick] [--install]

Makes workspaces (bench/workspaces.py), runs every work of bench/works.py in turns, takes the median, and prints
tables. With ``--write`` they go into docs/benchmarks.md and docs/img/benchmarks.svg. Programs of others are taken from
``--peers`` (a virtual environment; ``--install`` makes it) or from the PATH; what is not there is left out and named.
Machines differ and are noisy: only ratios of one run mean something, and no test looks at a time.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import render
from benchmark_page import Documents, tables, write_page
from machine import Machine, machine
from measuring import Launcher, Measured, Run, peak_together
from place import Place
from works import WORDS_BEFORE_FILES, WORKS, Work
from workspaces import enough_files, made_up

SIZES = (1_000, 10_000, 50_000, 100_000)
QUICK = (200,)
_LARGE = 10_000
_PYTHON_PEERS = ("check-jsonschema", "yamllint", "beancount")
Results = dict[str, Measured]


def measured(place: Place, repetitions: int, works: Sequence[Work], *, is_quick: bool = False) -> Results:
    """What every work took at a place; works whose program is missing are not there."""
    share = len(place.sampled) / place.size
    runs: dict[str, list[Run]] = {work.name: [] for work in works}
    with Launcher(place.folder) as launcher:
        for turn in range(repetitions):
            for work in works:
                if turn == 0 or not (work.is_slow and place.size > _LARGE):
                    runs[work.name] += _run(launcher, place, work)
        starts = {work.name: _start(launcher, place, work) for work in works if work.of_sample and share < 1}
    together = {work.name: _memory(place, work) for work in works if work.is_dvk and not is_quick}
    sampled = {name: (share, start) for name, start in starts.items()}
    return {name: Measured(tuple(of), together.get(name, 0), *sampled.get(name, ())) for name, of in runs.items() if of}


def _run(launcher: Launcher, place: Place, work: Work) -> Iterator[Run]:
    commands = work.commands(place)
    work.before(place)
    if commands:
        run = launcher.run(commands, place.environment() | work.besides, place.root)
        said = place.folder / "seconds"
        yield Run(float(said.read_text(encoding="ascii")), run.mebibytes) if work.says_seconds else run


def _start(launcher: Launcher, place: Place, work: Work) -> float:
    """The seconds that a work on a sample takes on one file of each kind."""
    commands = [line[:WORDS_BEFORE_FILES] + line[WORDS_BEFORE_FILES:][:1] for line in work.commands(place)]
    return launcher.run(commands, place.environment(), place.root).seconds


def _memory(place: Place, work: Work) -> float:
    work.before(place)
    return peak_together(work.commands(place), place.environment() | work.besides, place.root)


def installed(peers: Path) -> Path:
    """Make a virtual environment with the programs of others; hledger comes from the system's packages."""
    if not (peers / "bin").exists():
        subprocess.run([sys.executable, "-m", "venv", str(peers)], check=True)
    subprocess.run([str(peers / "bin/pip"), "install", "--quiet", *_PYTHON_PEERS], check=True)
    if shutil.which("hledger") is None and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "-y", "-qq", "hledger"], check=False)
    return peers


def run(asked: argparse.Namespace, folder: Path) -> Iterator[tuple[Machine, dict[int, Results], Documents]]:
    """The results so far, after each size."""
    peers = installed(asked.peers or folder / "peers") if asked.install else asked.peers
    load = os.getloadavg()[0]
    documents = [] if asked.only else render.measured(4 if asked.quick else 300, 2, folder)
    works = [work for work in WORKS if not asked.only or work.name in asked.only]
    results: dict[int, Results] = {}
    for files in asked.files or (QUICK if asked.quick else SIZES):
        with TemporaryDirectory(dir=folder) as inside:
            place = Place(Path(inside), made_up(files, asked.seed), asked.sample, peers)
            repetitions = 1 if asked.quick else asked.repetitions
            results[files] = measured(place, repetitions, works, is_quick=asked.quick)
            yield machine(place, load), results, documents


def main() -> None:
    """Print the tables, or write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--files", type=enough_files, nargs="+", default=[], help="how many files each workspace has")
    parser.add_argument("--seed", type=int, default=1, help="another number makes other workspaces")
    parser.add_argument("--repetitions", type=int, choices=range(1, 100), default=3, metavar="N", help="their median")
    parser.add_argument("--sample", type=int, default=2_000, help="files that check-jsonschema and yamllint work on")
    parser.add_argument("--peers", type=Path, help="virtual environment with the programs of others")
    parser.add_argument("--install", action="store_true", help="install the programs of others first")
    names = [work.name for work in WORKS]
    told = f"measure only these of: {', '.join(names)}"
    parser.add_argument("--only", nargs="+", default=[], metavar="WORK", choices=names, help=told)
    parser.add_argument("--folder", type=Path, help="where workspaces are made; on a disk in memory it is quieter")
    parser.add_argument("--quick", action="store_true", help="small, once: does it run at all?")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and its chart")
    asked = parser.parse_args()
    if asked.folder is not None:
        asked.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="dvk-bench-", dir=asked.folder) as folder:
        for found in run(asked, Path(folder)):
            if asked.write:
                write_page(*found)
            last = tables(*found, language="en")
        sys.stdout.write(last + "\n")


if __name__ == "__main__":
    main()
