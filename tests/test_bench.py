"""The benchmarks run, and print what they promise; no figure of theirs is looked at."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_benchmark_of_printing_runs():
    command = [sys.executable, "bench/render.py", "--reports", "4"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines()]
    assert [row[0] for row in rows[2:]] == [
        "docxtpl, one process, no sandbox, data ready",
        "dvk render --all --jobs 1, from YAML",
        "dvk render --all --jobs 2, from YAML",
    ]
    assert all(row[1] == "4" and re.fullmatch(r"[0-9.]+ ×", row[4]) for row in rows[2:])
