"""A call that is typed wrongly, or that lacks something: what is said of it, in both languages."""

import pytest

from dvk.__main__ import run
from dvk.cli.app import COMMANDS, load
from dvk.cli.bilingual import help_of


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
