"""What the inputs of a run cover, by lines and branches; from ``tests``: ``python -m fuzz.measure reader --into DIR``.

Needs ``pip install coverage``; it runs the corpus and the seeds of the target once more, without atheris.
"""

import argparse
import importlib
from pathlib import Path

import coverage

_ROOT = Path(__file__).parents[2]


def main() -> None:
    """Print the table of the modules that the target is about, the least covered of them first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=["reader", "paper_texts", "parsers"])
    parser.add_argument("--into", type=Path, default=Path("fuzz-runs"))
    asked = parser.parse_args()
    found = coverage.Coverage(branch=True, data_file=None, source=[str(_ROOT / "dvk")])
    found.start()
    target = importlib.import_module(f"fuzz.{asked.target}")
    for folder in ("seeds", "corpus"):
        for file in sorted((asked.into / asked.target / folder).iterdir()):
            target.one(file.read_bytes())
    found.stop()
    found.report(include=[f"{_ROOT}/{pattern}" for pattern in target.PACKAGES], sort="cover", skip_covered=True)


if __name__ == "__main__":
    main()
