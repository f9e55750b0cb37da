"""The benchmarks run, and print what they promise; no figure of theirs is looked at."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import benchmark_page
import pytest
import workspaces
from chart import chart
from goals import GOALS, is_reached, ratio_of
from ledgers import beancount_ledger, hledger_journal
from measuring import Launcher, Measured, Run, peak_together, plain_environment
from repositories import git
from works import WORKS

from dvk.__main__ import run

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


def test_phases_are_told_cold_and_again():
    done = subprocess.run(
        [sys.executable, "bench/phases.py", "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines()][2:]
    assert len(rows) == 7
    assert all(re.fullmatch(r"[0-9.]+", cell) for row in rows for cell in row[1:])


# made-up workspaces


def checked(root, capsys, monkeypatch):
    """The exit code of ``dvk check`` there, and its last line."""
    monkeypatch.setenv("DVK_CACHE", str(root.parent / "cache"))
    code = run(["check", "--root", str(root), "--lang", "en"])
    return code, capsys.readouterr().out.rstrip().rpartition("\n")[2]


def made(root, files, seed=1, mistakes=0, *, checkout=True):
    workspaces.write(root, workspaces.made_up(files, seed, mistakes), checkout=checkout)
    return root


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.deep)])
def test_a_made_up_workspace_has_as_many_files_as_asked_for_and_no_mistake(seed, tmp_path, capsys, monkeypatch):
    root = made(tmp_path / "w", 150 * seed, seed)
    assert len(git(root, "ls-files").splitlines()) == 150 * seed
    assert git(root, "status", "--porcelain") == ""
    assert checked(root, capsys, monkeypatch) == (0, f"0 errors, 0 warnings, 0 notes · {150 * seed} files")


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(1, 6))
def test_made_up_workspaces_have_no_error(seed, tmp_path, capsys, monkeypatch):
    code, last = checked(made(tmp_path / "w", 700 * seed, seed), capsys, monkeypatch)
    assert code == 0, last


def test_mistakes_are_found(tmp_path, capsys, monkeypatch):
    code, last = checked(made(tmp_path / "w", 200, mistakes=500), capsys, monkeypatch)
    assert code == 1
    assert int(last.split(" ", 1)[0]) > 20


def test_the_same_numbers_make_the_same_history(tmp_path):
    tips = [git(made(tmp_path / name, 150, seed, checkout=False), "rev-parse", "main") for name, seed in NAMED]
    assert tips[0] == tips[1] != tips[2]


NAMED = [("a", 1), ("b", 1), ("c", 2)]


def test_its_history_spreads_over_the_year_and_goes_on_in_time(tmp_path):
    root = made(tmp_path / "w", 300, checkout=False)
    moments = [int(line) for line in git(root, "log", "--reverse", "--format=%ct", "main").splitlines()]
    assert moments == sorted(moments)
    assert len({moment // (30 * 86_400) for moment in moments}) > 12
    changed = git(root, "log", "--diff-filter=M", "--name-only", "--format=", "main", "--", "reports").split()
    assert changed, "no report was corrected"


def test_ledgers_hold_every_figure_of_the_year():
    country = workspaces.made_up(200, 1)
    reports = [paper for paper in country.filings if paper.kind == "report" and paper.year == 2024]
    for ledger, posting in ((hledger_journal, "    don-vi:"), (beancount_ledger, "  Assets:")):
        lines = "".join(ledger(country)).splitlines()
        assert sum(line.startswith(posting) for line in lines) == 10 * len(reports)


# the runner


def test_the_runner_prints_its_tables(tmp_path):
    only = ["warm", "git status", "help", "typer help"]
    command = [sys.executable, "bench/country.py", "--quick", "--files", "150", "--only", *only]
    done = subprocess.run([*command, "--folder", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = {line.strip("| ").split(" | ")[0] for line in done.stdout.splitlines() if line.startswith("|")}
    assert {"dvk check, warm", "git status", "--help / bare typer"} <= rows
    assert "dvk check, cold" not in rows
    assert not list(tmp_path.iterdir()), "it leaves nothing behind"


def test_what_fails_ends_the_run_with_its_words(tmp_path):
    failing = [sys.executable, "-c", "import sys; sys.stderr.write('gone'); sys.exit(3)"]
    with Launcher(tmp_path) as launcher, pytest.raises(SystemExit, match="gone"):
        launcher.run([failing], plain_environment(), tmp_path)


def test_memory_is_that_of_the_command(tmp_path):
    holding = [sys.executable, "-c", "import time; held = b'x' * (200 << 20); time.sleep(0.2)"]
    with Launcher(tmp_path) as launcher:
        large = launcher.run([holding], plain_environment(), tmp_path).mebibytes
        small = launcher.run([[sys.executable, "-c", "pass"]], plain_environment(), tmp_path).mebibytes
    assert small < 100
    assert 200 < large < 300
    if Path("/proc/self/smaps_rollup").exists():
        assert 200 < peak_together([holding], plain_environment(), tmp_path) < 300


def figures(seconds):
    return {work.name: Measured((Run(seconds * place, 10),) * 3) for place, work in enumerate(WORKS, start=1)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_tables_hold_every_work_and_every_goal(language):
    results = {1000: figures(0.1), 10_000: figures(1)}
    shown = benchmark_page._by_size(results, language, "seconds"), benchmark_page._goals(results, language)
    assert all(f"| {work.title} |" in shown[0] for work in WORKS)
    assert all((goal.vietnamese if language == "vi" else goal.english) in shown[1] for goal in GOALS)
    assert "1,00 ×" in shown[0] if language == "vi" else "1.00 ×" in shown[0]


def test_a_goal_is_reached_on_its_side_only():
    most = next(goal for goal in GOALS if goal.bound == "most")
    least = next(goal for goal in GOALS if goal.bound == "least")
    assert is_reached(most, most.goal)
    assert not is_reached(most, most.goal * 1.01)
    assert is_reached(least, least.goal)
    assert not is_reached(least, least.goal * 0.99)
    assert ratio_of(most, {}) is None


def test_a_sample_counts_for_all_files():
    assert Measured((Run(3, 1), Run(2, 1), Run(4, 1)), share=0.25).seconds == 12


def test_the_chart_is_a_picture_of_every_size():
    drawn = ET.fromstring(chart({1000: figures(0.001), 100_000: figures(9)}))  # noqa: S314 - our own
    names = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"1 000", "100 000", "dvk check, cold", "yamllint"} <= set(names)


def test_the_page_has_a_place_for_the_tables_of_each_language():
    page = benchmark_page.PAGE.read_text(encoding="utf-8")
    for language in ("vi", "en"):
        assert page.count(f"<!-- measured {language} -->") == page.count(f"<!-- end of measured {language} -->") == 1
