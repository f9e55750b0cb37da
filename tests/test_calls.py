"""A call that is typed wrongly, or that lacks something: what is said of it, in both languages."""

import subprocess
import sys
from pathlib import Path

import pytest

from dvk.__main__ import run
from dvk.cli.app import COMMANDS, load
from dvk.cli.bilingual import help_of

ROOT = Path(__file__).parents[1]


def answered(capsys, language, *words):
    code = run([*words, "--lang", language])
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    return printed.err


def year_takers():
    return [name for name in COMMANDS if any("--year" in parameter.opts for parameter in load(name).params)]


def missing():
    """Give (command, metavar) of every command that needs an argument, for its first one."""
    needed = ((name, [p for p in load(name).params if p.required]) for name in COMMANDS)
    return [(name, parameters[0]) for name, parameters in needed if parameters]


@pytest.mark.parametrize("typed", ["26", "x", "2101", "1899", "2_021", "20.21", "-2021", "٢٠٢١٠", "9" * 5000])
@pytest.mark.parametrize("name", year_takers())
def test_a_year_that_is_none_is_answered_with_the_years_that_are(capsys, name, typed):
    given = ["find", "x"] if name == "find" else ["why", "a", "b"] if name == "why" else [name]
    for language, told in (("vi", "Viết: 1900–2100."), ("en", "Write: 1900–2100.")):
        said = answered(capsys, language, *given, f"--year={typed}")
        assert said.startswith(f"DVK908  --year: “{typed[:20]}")
        assert told in said


def test_every_command_about_a_year_is_asked():
    assert {"rollup", "deadlines", "why", "find", "new-plan"} <= set(year_takers())


@pytest.mark.parametrize("typed", ["-1", "x", "1.5"])
def test_a_depth_that_is_none_is_answered_likewise(capsys, typed):
    said = answered(capsys, "en", "rollup", f"--depth={typed}")
    assert f"DVK908  --depth: “{typed}” cannot be used" in said
    assert "0 or 1 or 2" in said


@pytest.mark.parametrize(("name", "parameter"), missing())
def test_what_is_missing_is_said_in_words(capsys, name, parameter):
    for language, told in (("vi", "Thiếu "), ("en", "Missing ")):
        said = answered(capsys, language, name)
        assert said.startswith(told)
        words = said.removeprefix(told).partition(":")[0]
        assert len(words) > 5
        assert help_of(parameter, language).casefold().startswith(words.casefold())
        assert parameter.metavar in said


def test_what_find_misses(capsys):
    assert answered(capsys, "vi", "find") == "Thiếu từ cần tìm: WORD… (xem --help).\n"
    assert answered(capsys, "en", "find") == "Missing what to find: WORD… (see --help).\n"
    assert answered(capsys, "vi", "why", "x") == "Thiếu mã chỉ tiêu: INDICATOR (xem --help).\n"


def test_what_number_misses_and_what_it_cannot_do_at_once(capsys):
    assert "chưa nói văn bản nào" in answered(capsys, "vi", "number")
    for words in (
        ["plans/x.yaml", "--list", "tinh"],
        ["--list", "tinh", "--write"],
        ["plans/x.yaml", "--format", "csv"],
    ):
        said = answered(capsys, "en", "number", *words)
        assert said.startswith("DVK938  dvk number: these ways of calling it do not go together")
        assert "dvk number --list UNIT" in said


BROKEN = """
import sys
from pathlib import Path
class Nothing:
    def find_spec(self, name, path, target=None):
        if name.startswith({missing!r}): raise ImportError("nothing of " + name)
sys.meta_path.insert(0, Nothing())
from dvk.__main__ import run
sys.exit(run(["explain", "DVK101"]))
"""


@pytest.mark.parametrize("missing", ["dvk.output", "dvk.cli.app", "typer", "dvk.views"])
def test_half_an_installation_is_reported_as_our_bug(missing):
    script = BROKEN.format(missing=missing)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert done.stderr.startswith("Lỗi của dvk")
    assert f"nothing of {missing}" in done.stderr


FAILING = """
import sys
def hook(event, args):
    if event == "import" and args[0] == "dvk.views.units": raise OSError(28, "No space left on device"{named})
sys.addaudithook(hook)
from dvk.__main__ import run
sys.exit(run(["units", "--lang", "en"]))
"""


@pytest.mark.parametrize("named", ["", ", 'x'"])
def test_what_fails_elsewhere_is_not_said_of_stdout(named):
    command = [sys.executable, "-c", FAILING.format(named=named)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert done.stderr.startswith("This is a bug of dvk")
    assert "No space left on device" in done.stderr
    assert "stdout" not in done.stderr.splitlines()[0]
