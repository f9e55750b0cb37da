"""Fuzz one target for so many seconds; from ``tests``: ``python -m fuzz.run reader --seconds 1500 --seed 1``.

Needs ``pip install atheris``; what it writes lies in the folder of ``--into``: ``corpus``, ``found``, ``notes.json``.
"""

import argparse
import importlib
import os
import sys
from pathlib import Path
from random import Random

import atheris
from fuzz.mutating import mutated
from fuzz.watching import Watch

_HANGS = 60
_OWN_CHANGES = 0.5


def main() -> None:
    """Take the seeds and the corpus so far, and run until the time is over."""
    asked = _asked()
    with atheris.instrument_imports(include=["dvk"]):
        target = importlib.import_module(f"fuzz.{asked.target}")
        seeds = list(dict.fromkeys(target.seeds()))
        for seed in seeds[:5]:  # what is imported on the way is instrumented, too
            target.one(seed)
    folder = asked.into / asked.target
    _sown(folder / "seeds", seeds)
    (folder / "corpus").mkdir(exist_ok=True)
    watch = Watch(target.one, folder / "found", folder / "notes.json")

    def run_one(data: bytes) -> None:
        watch(data)
        if watch.seconds > asked.seconds:
            watch.note()
            os._exit(0)

    def change(data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - no secret
        if random.random() < _OWN_CHANGES:
            return mutated(data, min(longest, target.LONGEST), random, seeds)
        return bytes(atheris.Mutate(data, min(longest, len(data) + 64)))

    words = [sys.argv[0], f"-seed={asked.seed}", f"-max_len={target.LONGEST}", f"-timeout={_HANGS}", "-len_control=0"]
    words += ["-rss_limit_mb=2048", f"-artifact_prefix={folder}/stopped-"]
    words += [str(folder / "corpus"), str(folder / "seeds")]
    atheris.Setup(words, run_one, custom_mutator=change)
    atheris.Fuzz()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=["reader", "paper_texts", "parsers"])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, default=Path("fuzz-runs"))
    return parser.parse_args()


def _sown(folder: Path, seeds: list[bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"{number:05}").write_bytes(seed)


if __name__ == "__main__":
    main()
