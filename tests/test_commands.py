"""The command line as people, pipes and strange folders meet it: exit codes, languages, formats, odd files, git."""

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from contextlib import contextmanager
from pathlib import Path

import pytest
from repositories import commit, git, new_repository
from workspace_builder import Workspace, report_due

from dvk.__main__ import language_of, run
from dvk.workspace import open_workspace
from dvk.yearbook import yearbook

ROOT = Path(__file__).parents[1]
YEAR = 2021
ON = f"{YEAR}-12-31"
PLAN = f"plans/{YEAR}/tinh/ke-hoach.yaml"
EVERY_COMMAND = {
    "rollup": ("rollup", "--year", YEAR, "--depth", 9),
    "deadlines": ("deadlines", "--year", YEAR, "--on", ON),
    "units": ("units", "--on", ON),
    "why": ("why", "tinh", "houses", "--year", YEAR),
    "check": ("check",),
}
FORMATS = ("table", "csv", "md", "json")


def filled(root, **settings):
    """Make a province with two districts, a plan that asks for houses, and two reports."""
    root.mkdir(parents=True, exist_ok=True)
    workspace = Workspace(root)
    workspace.settings(**settings)
    workspace.unit("tinh", level="province", departments=[{"id": "van-phong", "name": "Văn phòng"}])
    workspace.units("huyen-a", "huyen-b", parent="tinh", level="district")
    workspace.indicator("houses", "sum", "sum")
    workspace.indicator("members", "last", "sum")
    workspace.plan("tinh", report_due("nam", YEAR, "district", before=f"{YEAR}-11-05"), year=YEAR)
    for unit, houses in (("huyen-a", 3), ("huyen-b", 4)):
        given = {"houses": houses, "members": 10 * houses}
        workspace.report(unit, YEAR, given, answers=[f"{PLAN}#nam"], submitted=f"{YEAR}-11-02")
    return workspace


@pytest.fixture
def workspace(tmp_path):
    return filled(tmp_path / "w")


def process(*words, cwd=ROOT, **variables):
    """Run dvk in a process of its own."""
    env = os.environ | {"PYTHONPATH": str(ROOT)} | {name: str(value) for name, value in variables.items()}
    command = [sys.executable, "-m", "dvk", *map(str, words)]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, check=False, stdin=subprocess.DEVNULL)


@contextmanager
def standing_in(folder):
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def at_rest(result, code=0):
    """Give what was printed by a call that came to its end as it should."""
    assert result.exit_code == code, result.stderr + result.stdout
    assert "Traceback" not in result.stderr
    return result.stdout


def refused(result, *words):
    """A call that cannot go on says so on standard error, and prints nothing else."""
    assert result.exit_code == 2, result.stderr + result.stdout
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr
    return result.stderr


# exit codes


def test_a_new_workspace_is_a_good_one(tmp_path):
    folder = tmp_path / "mới \u202e"
    made = process("init", folder, "--unit", 'Tỉnh đoàn "Thử": #1', "--lang", "en", cwd=tmp_path)
    assert made.returncode == 0, made.stderr.decode()
    assert moves_the_cursor(made.stdout.decode()) == set()
    for words in (("check", "--strict"), ("units",), EVERY_COMMAND["rollup"], EVERY_COMMAND["deadlines"]):
        assert process(*words, cwd=folder).returncode == 0
    again = process("init", folder, cwd=tmp_path)
    assert again.returncode == 2
    assert b"DVK909" in again.stderr


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_a_good_answer_is_0(workspace, name):
    result = workspace.run(*EVERY_COMMAND[name])
    assert at_rest(result).strip()
    assert result.stderr == ""


def test_errors_found_are_1(workspace):
    workspace.report("huyen-a", f"{YEAR}-H1", {"houses": "3.6"})
    result = workspace.run("check")
    assert "DVK204" in at_rest(result, 1)
    assert at_rest(workspace.run("check", "--format", "json"), 1)


def test_warnings_are_1_only_when_strict(workspace):
    workspace.plan("tinh", report_due("nam", YEAR, "district", before="2021-11-15"), year=YEAR)
    assert "Sunday" in at_rest(workspace.run("check"))
    assert "Sunday" in at_rest(workspace.run("check", "--strict"), 1)


def test_errors_do_not_stop_questions(workspace):
    """A file that cannot be read is named beside an answer that stands without it."""
    workspace.write(f"reports/{YEAR}/tinh/huyen-b/{YEAR}.yaml", "schema: report/v1\nunit: [\n")
    for name in ("rollup", "deadlines", "units", "why"):
        result = workspace.run(*EVERY_COMMAND[name])
        assert at_rest(result)
        assert f"reports/{YEAR}/tinh/huyen-b/{YEAR}.yaml" in result.stderr
        assert "check" in result.stderr
    assert workspace.row("tinh", "houses", YEAR)["value"] == 3


def test_an_unknown_name_may_stand_in_a_file_that_cannot_be_read(workspace):
    """Otherwise one would look for a slip of the pen where there is none."""
    workspace.write("indicators.yaml", "schema: [")
    assert "indicators.yaml" in refused(workspace.run("why", "tinh", "houses", "--year", YEAR), "DVK907")
    assert "indicators.yaml" in refused(workspace.run("rollup", "--indicator", "houses"), "DVK907")


@pytest.mark.parametrize(("language", "words"), [("en", "a bug of dvk"), ("vi", "Lỗi của dvk")])
def test_a_bug_of_ours_is_3_and_shows_where(workspace, monkeypatch, language, words):
    def broken(*_):
        raise RuntimeError("hỏng")

    monkeypatch.setattr("dvk.cli.year_answers.yearbook", broken)
    result = workspace.run("rollup", "--lang", language)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert words in result.stderr
    assert "RuntimeError: hỏng" in result.stderr


def test_an_interrupted_call_is_130(workspace, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("dvk.cli.year_answers.yearbook", interrupted)
    result = workspace.run("rollup")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


# what cannot be understood


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("rollup", "--unit", "huyen-aa"), "huyen-a"),
        (("rollup", "--unit", "Huyện A"), "huyen-a"),
        (("rollup", "--indicator", "house"), "houses"),
        (("rollup", "--plan", PLAN.replace("ke-hoach", "kehoach")), PLAN),
        (("deadlines", "--unit", "huyen-bb"), "huyen-b"),
        (("deadlines", "--plan", PLAN.replace("tinh", "tinhh")), PLAN),
        (("deadlines", "--state", "overdu"), "overdue"),
        (("units", "--unit", "tin"), "tinh"),
        (("why", "huyen-c", "houses"), "huyen-a"),
        (("why", "tinh", "membres"), "members"),
        (("why", "tinh", "models.registred"), "models.registered"),
        (("rolup",), "rollup"),
        (("checks",), "check"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_an_unknown_name_is_answered_with_the_nearest(workspace, words, near):
    dated = ("--year", YEAR) if words[0] in {"rollup", "deadlines", "why"} else ()
    refused(workspace.run(*words, *dated), "DVK907", near)


def test_a_name_that_is_like_nothing_is_answered_all_the_same(workspace):
    assert refused(workspace.run("rollup", "--unit", "zzzzzz", "--year", YEAR), "DVK907", "zzzzzz")


def test_a_path_that_is_not_there_is_no_clean_check(workspace):
    refused(workspace.run("check", "reports/2099"), "DVK907", "reports/2099")
    refused(workspace.run("check", "../elsewhere.yaml"), "DVK907")


@pytest.mark.parametrize(
    "words",
    [
        ("units", "--on", "2021-13-01"),
        ("units", "--on", "31/2/2021"),
        ("units", "--on", "02/13/2021"),
        ("units", "--on", "1/2/21"),
        ("units", "--on", "hôm nay"),
        ("units", "--on", ""),
        ("units", "--on", "9" * 5000),
        ("deadlines", "--on", "2021-02-29"),
        ("deadlines", "--year", "1899"),
        ("deadlines", "--year", "2101"),
        ("rollup", "--year", "abc"),
        ("rollup", "--year", "2021-H1"),
        ("rollup", "--year", "-2021"),
        ("rollup", "--year", "२०२१x"),
        ("rollup", "--depth", "-1"),
        ("rollup", "--depth", "x"),
        ("rollup", "--format", "xml"),
        ("rollup", "--format", ""),
        ("rollup", "--no-such-option"),
        ("rollup", "--year"),
        ("rollup", "extra"),
        ("why",),
        ("why", "tinh"),
        ("units", "--at", "no-such-revision"),
        ("units", "--at", ""),
        ("units", "--at", "--output=x"),
        ("init", "--line", "Youth Union", "x"),
        ("explain",),
        ("explain", "DVK999"),
    ],
    ids=lambda words: " ".join(words)[:30],
)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_words_that_mean_nothing_are_2(workspace, words, language):
    with standing_in(workspace.root):
        result = workspace.run(*words, "--lang", language) if words[0] != "init" else bare(*words, "--lang", language)
    complaint = refused(result)
    assert 0 < len(complaint.strip()) < 2000
    assert set(complaint) - {"\n"} == {letter for letter in complaint if letter.isprintable()}


def bare(*words):
    """Run without --root, in this process."""

    class Nowhere:
        root = "."

    result = Workspace.run(Nowhere, *words)
    return result if "--root" not in words else None


@pytest.mark.parametrize("words", [("units", "--on", "2021-13-01"), ("rollup", "--no-such-option"), ("why",)])
def test_complaints_are_in_the_language_asked_for(workspace, words):
    assert workspace.run(*words, "--lang", "vi").stderr != workspace.run(*words, "--lang", "en").stderr


@pytest.mark.parametrize(
    "day", ["2021-12-31", "31/12/2021", "31.12.2021", "31-12-2021", "ngày 31 tháng 12 năm 2021", " 2021-12-31 "]
)
def test_a_day_may_be_written_in_every_clear_way(workspace, day):
    assert workspace.json("units", "--on", day) == workspace.json("units", "--on", ON)


# languages


@pytest.mark.parametrize(
    ("argv", "wish", "language"),
    [
        (["rollup"], "", "vi"),
        (["rollup"], "en", "en"),
        (["rollup"], "EN_US.UTF-8", "en"),
        (["rollup", "--lang", "en"], "", "en"),
        (["--lang=en", "rollup"], "", "en"),
        (["rollup", "--lang", "vi"], "en", "vi"),
    ],
)
def test_the_language_is_read_before_anything_else(argv, wish, language):
    assert language_of(argv, wish) == (language, ["rollup"])


@pytest.mark.parametrize("argv", [["rollup", "--lang", "fr"], ["--lang="], ["rollup", "--lang"]])
def test_a_language_that_dvk_does_not_speak_is_2(argv, capsys):
    assert run(argv) == 2
    assert "vi hoặc en" in capsys.readouterr().err


def test_words_after_two_dashes_are_no_options():
    assert language_of(["check", "--", "--lang", "en"], "") == ("vi", ["check", "--", "--lang", "en"])


def test_english_by_option_and_by_variable(workspace):
    words = ("units", "--on", ON, "--root", workspace.root)
    vietnamese = process(*words, DVK_LANG="").stdout.decode()
    english = process(*words, "--lang", "en", DVK_LANG="").stdout.decode()
    assert "đơn vị" in vietnamese
    assert "units open" in english
    assert process(*words, DVK_LANG="en").stdout.decode() == english
    assert process(*words, "--lang=vi", DVK_LANG="en").stdout.decode() == vietnamese


@pytest.mark.parametrize("name", [*EVERY_COMMAND, "init", "explain"])
def test_help_is_in_the_language_asked_for(capsys, name):
    assert run([name, "--help", "--lang", "en"]) == 0
    english = capsys.readouterr().out
    assert run([name, "--help", "--lang", "vi"]) == 0
    vietnamese = capsys.readouterr().out
    assert english.startswith("Usage: ")
    assert vietnamese.startswith("Cách dùng: ")
    assert "\x1f" not in english + vietnamese


def test_json_speaks_no_language(workspace):
    for name in ("rollup", "deadlines", "units", "why"):
        words = (*EVERY_COMMAND[name], "--format", "json")
        assert workspace.run(*words, "--lang", "vi").stdout == workspace.run(*words, "--lang", "en").stdout


def test_a_terminal_that_is_not_utf_8_gets_words_all_the_same(workspace):
    words = ("units", "--on", ON, "--root", workspace.root)
    for variables in ({"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = process(*words, **variables)
        assert done.returncode == 0, done.stderr
        assert "đơn vị" in done.stdout.decode()


# formats


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_json_is_json_and_csv_is_csv(workspace, name):
    workspace.plan("tinh", report_due("nam", YEAR, "district", before="2021-11-15"), year=YEAR, slug="hai")
    assert json.loads(at_rest(workspace.run(*EVERY_COMMAND[name], "--format", "json")))
    rows = list(csv.reader(io.StringIO(at_rest(workspace.run(*EVERY_COMMAND[name], "--format", "csv")))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    tables = at_rest(workspace.run(*EVERY_COMMAND[name], "--format", "md"))
    for block in re.findall(r"(?:^\|.*\n?)+", tables, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


@pytest.mark.parametrize("name", EVERY_COMMAND)
@pytest.mark.parametrize("form", FORMATS)
def test_no_colour_and_no_boxes_in_a_pipe(name, form, workspace):
    text = workspace.run(*EVERY_COMMAND[name], "--format", form).stdout
    assert "\x1b" not in text
    assert not set("┌┐└┘├┤┬┴┼─━┃╭╮╰╯") & set(text)


HOSTILE = {
    "formula": '=HYPERLINK("http://example.org")',
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "pipe": "a|b||c",
    "markup": "<script>alert(1)</script> **x** [y](javascript:z) `q` ![i](u) &lt;",
    "comma": 'x, "y"; z',
    "escape": "\x1b[31mđỏ\x1b[0m\x07",
    "csi": "\x9b31mđỏ",
    "override": "abc\u202edef\u2066x\u2069\u200f",
    "lines": "một\nhai\rba\u2028bốn\u0085",
    "tab": "\tcột",
    "late formula": "\u202a=1+1",
    "fullwidth": "＝1+1",
    "zero width": "\u200b=1+1",
}

REFUSED = ("escape", "csi", "lines")
"""Those that no file may hold, not even as an escape."""


def quoted(text):
    """Write a text as a YAML scalar that a hostile file could hold: every odd character as an escape."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08X}" for c in text) + '"'


def hostile(root, name):
    workspace = filled(root)
    workspace.write(
        "units/units.yaml",
        f"""schema: units/v1
units:
  - {{id: tinh, line: youth-union, name: {quoted(name)}, level: province}}
  - {{id: huyen-a, line: youth-union, name: {quoted(name)}, level: district, parent: tinh}}
  - {{id: huyen-b, line: youth-union, name: {quoted(name)}, level: district, parent: tinh}}
""",
    )
    workspace.write(
        "indicators.yaml",
        f"""schema: indicators/v1
indicators:
  - {{id: houses, name: {quoted(name)}, unit_of_measure: {quoted(name)}, over_time: sum, over_units: sum}}
""",
    )
    workspace.registration("huyen-a", YEAR, {"id": "m1"})
    path = root / f"registrations/{YEAR}/tinh/huyen-a/dang-ky.yaml"
    text = path.read_text(encoding="utf-8").replace("name: Mô hình m1", f"name: {quoted(name)}")
    path.write_text(text.replace("field: economy", f"field: economy\n    area: {quoted(name)}"), encoding="utf-8")
    workspace.report("huyen-b", YEAR, {"houses": 4, "members": 1})  # members is in no catalogue: a finding
    return workspace


UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
JOINERS = {"\u200c", "\u200d"}  # they shape letters and move nothing


def moves_the_cursor(text):
    unseen = {c for c in text if c != "\n" and unicodedata.category(c) in UNSEEN}
    return {f"U+{ord(c):04X}" for c in unseen - JOINERS}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", FORMATS)
def test_names_from_files_do_nothing_to_a_terminal(tmp_path, name, form):
    workspace = hostile(tmp_path / "w", name)
    for words in EVERY_COMMAND.values():
        result = workspace.run(*words, "--format", form)
        assert result.exit_code in {0, 1, 2}, result.stderr
        assert moves_the_cursor(result.stdout + result.stderr) == set(), words


@pytest.mark.parametrize("name", REFUSED)
def test_control_characters_in_a_name_are_a_mistake(tmp_path, name):
    workspace = hostile(tmp_path / "w", HOSTILE[name])
    found = workspace.json("check")
    assert {"units/units.yaml", "indicators.yaml"} <= {row["file"] for row in found if row["severity"] == "error"}


@pytest.mark.parametrize("name", [text for name, text in HOSTILE.items() if name not in REFUSED])
def test_json_keeps_a_name_as_it_is(tmp_path, name):
    workspace = hostile(tmp_path / "w", name)
    units = workspace.json("units", "--on", ON)
    assert units[0]["name"] == unicodedata.normalize("NFC", name).strip()


FORMULA = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]*[=+\-@＝＋－＠]")


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_no_cell_of_csv_is_a_formula(tmp_path, name):
    workspace = hostile(tmp_path / "w", name)
    for words in EVERY_COMMAND.values():
        text = workspace.run(*words, "--format", "csv").stdout
        rows = list(csv.reader(io.StringIO(text)))
        assert len({len(row) for row in rows}) <= 1
        cells = [cell for row in rows for cell in row]
        assert [c for c in cells if FORMULA.match(c) and not re.fullmatch(r"-?\d+(\.\d+)?", c)] == []


@pytest.mark.parametrize("name", [HOSTILE["pipe"], HOSTILE["markup"], HOSTILE["lines"]])
def test_no_name_is_markup_in_markdown(tmp_path, name):
    workspace = hostile(tmp_path / "w", name)
    for words in EVERY_COMMAND.values():
        text = workspace.run(*words, "--format", "md").stdout
        assert not re.search(r"(?<!\\)(<script|\]\(javascript|`q`|!\[i\])", text)
        for block in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


@pytest.mark.parametrize("word", ["\x1b[31mx", "x\u202ey", "\x9b31m"])
def test_what_a_caller_types_is_shown_safely(workspace, word):
    for words in (
        ("rollup", "--unit", word),
        ("rollup", f"--{word}"),
        ("rollup", "--format", word),
        ("rollup", "--year", word),
        ("units", "--on", word),
        ("units", "--at", word),
        ("check", word),
        (word,),
    ):
        assert moves_the_cursor(refused(workspace.run(*words))) == set(), words


# pipes and signals


def test_a_reader_that_leaves_early_is_no_error():
    words = [sys.executable, "-m", "dvk", "rollup", "--year", "2022", "--format", "json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        assert asked.stdout.readline()
        asked.stdout.close()
        complaint = asked.stderr.read().decode()
        assert (asked.wait(30), complaint) == (0, "")


def test_a_pipe_into_head():
    line = f"'{sys.executable}' -m dvk rollup --year 2021 --lang en | head -1"
    done = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.decode().count("\n") == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [("rollup", "--year", 2021), ("units",), ("check",), ("--version",), ("--help",)])
def test_a_full_disk_is_no_bug_of_ours(words):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "dvk", *map(str, words)]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2, done.stderr.decode()
    assert b"DVK910" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_the_caller_closed_is_no_bug_of_ours(closed):
    for words, code in (("rollup --year 2021", 0), ("rollup --unit none --year 2021", 2)):
        line = f"'{sys.executable}' -m dvk {words} {closed}"
        done = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == code, done.stderr.decode()
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_ctrl_c_ends_quietly(tmp_path):
    """Git takes forever here; a terminal sends the interrupt to both."""
    workspace = filled(tmp_path / "w")
    new_repository(workspace.root)
    tools, sign = tmp_path / "tools", tmp_path / "started"
    tools.mkdir()
    (tools / "git").write_text(f"#!/bin/sh\necho > '{sign}'\nexec sleep 60\n", encoding="utf-8")
    (tools / "git").chmod(0o755)
    with subprocess.Popen(
        [sys.executable, "-m", "dvk", "rollup", "--root", workspace.root],
        cwd=ROOT,
        env=os.environ | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as asked:
        until(sign.exists)
        os.killpg(asked.pid, signal.SIGINT)
        out, err = asked.communicate(timeout=20)
    assert (asked.returncode, out, err) == (130, b"", b"")


def until(happened):
    for _ in range(1000):
        if happened():
            return
        time.sleep(0.02)
    raise AssertionError("it never happened")


# where it is run


def test_outside_a_workspace(tmp_path):
    for words in EVERY_COMMAND.values():
        done = process(*words, "--lang", "en", cwd=tmp_path)
        assert done.returncode == 2
        assert done.stdout == b""
        assert b"DVK906" in done.stderr
        assert b"dvk init" in done.stderr


def test_a_root_that_is_not_there(tmp_path, capsys):
    for folder in (tmp_path / "none", Path("/dev/null")):
        for words in EVERY_COMMAND.values():
            assert run([*map(str, words), "--root", str(folder)]) == 2
            assert capsys.readouterr().out == ""


def test_the_nearest_workspace_above_is_meant(workspace):
    deep = workspace.root / "reports" / str(YEAR) / "tinh"
    inside = process(*EVERY_COMMAND["rollup"], cwd=deep).stdout
    assert inside == process(*EVERY_COMMAND["rollup"], "--root", workspace.root).stdout
    assert b"TINH" in inside


@pytest.mark.parametrize("settings", ["schema: settings/v1\n", "# chỉ có ghi chú\nschema: settings/v1\n"])
def test_an_empty_workspace(tmp_path, settings):
    (tmp_path / "dvk.yaml").write_text(settings, encoding="utf-8")
    empty = Workspace.__new__(Workspace)
    empty.root = tmp_path
    assert empty.json("check") == []
    assert empty.json("units") == []
    assert empty.json("rollup", "--year", YEAR) == []
    assert empty.json("deadlines", "--year", YEAR, "--on", ON) == []
    for name in ("check", "units", "rollup", "deadlines"):
        for form in FORMATS:
            at_rest(empty.run(*EVERY_COMMAND[name], "--format", form))
    refused(empty.run("why", "tinh", "houses"), "DVK907")


def test_an_empty_settings_file_is_a_mistake_that_stops_nothing(workspace):
    workspace.write("dvk.yaml", "")
    assert [row["file"] for row in workspace.json("check")] == ["dvk.yaml"]
    assert workspace.row("tinh", "houses", YEAR)["value"] == 7


def test_a_workspace_in_a_subfolder_of_a_repository(tmp_path):
    new_repository(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "not-ours.yaml").write_text("x: [", encoding="utf-8")
    workspace = filled(tmp_path / "deep" / "down", adoption_date="2000-01-01")
    commit(tmp_path, {}, at=at(f"{YEAR}-11-03T10:00:00+07:00"))
    lines = workspace.deadlines(YEAR, ON)
    assert {line["evidence"] for line in lines} == {"git"}
    assert {line["state"] for line in lines} == {"on_time"}
    assert workspace.json("check") == []
    for command in EVERY_COMMAND.values():
        words = (*command, "--format", "json")
        assert workspace.run(*words, "--at", "HEAD").stdout == workspace.run(*words).stdout


def at(moment):
    from datetime import datetime

    return int(datetime.fromisoformat(moment).timestamp())


def evidence(workspace):
    return {(line["state"], line["evidence"]) for line in workspace.deadlines(YEAR, ON)}


def test_without_git_that_is_said(tmp_path):
    workspace = filled(tmp_path, adoption_date="2000-01-01")
    assert evidence(workspace) == {("filed_day_unknown", "no_git")}
    assert "no git" in workspace.run(*EVERY_COMMAND["deadlines"]).stdout
    assert "--at" in refused(workspace.run("rollup", "--at", "HEAD"), "DVK902")
    for words in (("check", "--base", "HEAD"), ("summary", "--base", "HEAD"), ("log",), ("diff",)):
        assert "--at" not in refused(workspace.run(*words), "DVK902"), words
    assert workspace.row("tinh", "houses", YEAR)["value"] == 7


@pytest.mark.parametrize("command", ["submit", "status"])
def test_a_file_that_goes_no_way_is_not_offered_itself(workspace, command):
    said = refused(workspace.run(command, "dvk.yaml", "--lang", "en"), "DVK917")
    assert said.splitlines()[-1].strip() == "Name a file in registrations/ or reports/."


def test_a_shallow_clone_is_said(tmp_path):
    source = filled(tmp_path / "source", adoption_date="2000-01-01")
    new_repository(source.root)
    commit(source.root, {}, at=at("2021-11-03T10:00:00+07:00"))
    commit(source.root, {"units/more.yaml": "schema: units/v1\n"}, at=at("2021-12-01T10:00:00+07:00"))
    assert evidence(source) == {("on_time", "git")}
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{source.root}", "copy")
    copy = Workspace.__new__(Workspace)
    copy.root = tmp_path / "copy"
    assert evidence(copy) == {("filed_day_unknown", "shallow")}
    assert "shallow" in copy.run(*EVERY_COMMAND["deadlines"]).stdout
    assert copy.row("tinh", "houses", YEAR) == source.row("tinh", "houses", YEAR)


def test_an_empty_repository(tmp_path):
    workspace = filled(tmp_path / "w", adoption_date="2000-01-01")
    new_repository(workspace.root)
    assert evidence(workspace) == {("filed_day_unknown", "not_committed")}
    for words in (("rollup", "--at", "HEAD"), ("rollup", "--at", ON), ("log",), ("diff",), ("diff", "main")):
        refused(workspace.run(*words), "DVK985")
    for words in (("check", "--base", "HEAD"), ("check", "--base", "main"), ("summary", "--base", "main"), ("verify",)):
        refused(workspace.run(*words), "DVK985")
    for words in EVERY_COMMAND.values():
        at_rest(workspace.run(*words))


def test_without_the_program_git(tmp_path):
    workspace = filled(tmp_path / "w")
    new_repository(workspace.root)
    done = process("rollup", "--root", workspace.root, "--lang", "en", PATH=tmp_path)
    assert done.returncode == 2
    assert b"DVK904" in done.stderr


# --at


@pytest.fixture
def grown(tmp_path):
    """A workspace whose files changed in four commits; give it and (commit, day) of each."""
    workspace = filled(tmp_path / "w", adoption_date="2000-01-01")
    new_repository(workspace.root)
    late = f"reports/{YEAR}/tinh/huyen-b/{YEAR}.yaml"
    text = (workspace.root / late).read_text(encoding="utf-8")
    (workspace.root / late).unlink()
    commits = []

    def keep(day):
        commits.append((commit(workspace.root, {}, at=at(f"{day}T10:00:00+07:00")), day))

    keep("2021-11-01")
    workspace.write(late, text)
    workspace.write("reports/2021/tinh/-x.yaml", "schema: [")
    keep("2021-11-20")
    workspace.unit("huyen-c", "tinh", level="district")
    (workspace.root / "reports/2021/tinh/-x.yaml").unlink()
    keep("2021-12-05")
    workspace.report("tinh", YEAR, {"houses": 1}, consolidated={"houses": 5})
    workspace.write("dvk.yaml", (workspace.root / "dvk.yaml").read_text(encoding="utf-8") + "due_soon: 40\n")
    keep("2021-12-20")
    return workspace, commits


def test_at_a_revision_is_what_a_checkout_of_it_gives(grown, tmp_path):
    workspace, commits = grown
    git(tmp_path, "clone", "-q", str(workspace.root), "copy")
    copy = Workspace.__new__(Workspace)
    copy.root = tmp_path / "copy"
    seen = set()
    for revision, _ in commits:
        git(copy.root, "reset", "-q", "--hard", revision)
        for words in EVERY_COMMAND.values():
            for form in ("table", "json"):
                then = workspace.run(*words, "--format", form, "--at", revision)
                checkout = copy.run(*words, "--format", form)
                assert then == checkout
                assert then.exit_code in {0, 1}, then.stderr
                seen.add(then.stdout)
    assert len(seen) > 3 * len(EVERY_COMMAND)


def test_at_a_revision_the_files_on_disk_play_no_part(grown):
    workspace, commits = grown
    before = [workspace.run(*words, "--at", commits[1][0]) for words in EVERY_COMMAND.values()]
    workspace.write("units/units.yaml", "schema: [\n")
    shutil.rmtree(workspace.root / "reports")
    assert [workspace.run(*words, "--at", commits[1][0]) for words in EVERY_COMMAND.values()] == before


@pytest.mark.parametrize("spelled", ["{0}", "{0:.10}", "HEAD~2", "main~2", "v1", "main^{{/việc}}~2"])
def test_a_revision_may_be_spelled_as_git_does(grown, spelled):
    workspace, commits = grown
    git(workspace.root, "tag", "v1", commits[1][0])
    words = (*EVERY_COMMAND["rollup"], "--at")
    assert workspace.run(*words, spelled.format(commits[1][0])) == workspace.run(*words, commits[1][0])


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2021-11-01", 0),
        ("2021-11-19", 0),
        ("2021-11-20", 1),
        ("20/11/2021", 1),
        ("2021-12-19", 2),
        ("2021-12-20", 3),
        ("2030-01-01", 3),
    ],
)
def test_at_a_day_is_the_last_commit_of_that_day(grown, day, number):
    workspace, commits = grown
    for name in ("rollup", "deadlines", "units", "check"):
        words = EVERY_COMMAND[name]
        assert workspace.run(*words, "--at", day) == workspace.run(*words, "--at", commits[number][0])


def test_at_a_day_before_there_was_anything(grown):
    workspace, _ = grown
    refused(workspace.run("rollup", "--at", "2021-10-31"), "DVK905")


# two at once, and the same again


def test_two_workspaces_in_one_process_do_not_mix(tmp_path):
    one, other = filled(tmp_path / "one"), filled(tmp_path / "other")
    other.report("huyen-a", YEAR, {"houses": 100, "members": 1}, answers=[f"{PLAN}#nam"])
    other.unit("huyen-c", "tinh", level="district", start="2021-06-01")
    alone = {w: [yearbook(open_workspace(w.root), y).rows("tinh") for y in (2020, 2021)] for w in (one, other)}
    spaces = {w: open_workspace(w.root) for w in (one, other)}
    for year in (0, 1, 0):
        for w, opened in spaces.items():
            rows = yearbook(opened, 2020 + year).rows("tinh")
            assert [(r.indicator, r.value, r.total) for r in rows] == [
                (r.indicator, r.value, r.total) for r in alone[w][year]
            ]
    assert [w.row("tinh", "houses", YEAR)["value"] for w in (one, other, one)] == [7, 104, 7]


ALL_AT_ONCE = """
import sys
from dvk.__main__ import run
for form in ("table", "json"):
    for words in {commands!r}:
        run([*map(str, words), "--format", form, "--root", {root!r}])
"""


def test_the_same_answer_in_every_run_whatever_the_hash_seed(tmp_path):
    workspace = filled(tmp_path / "w")
    workspace.report("huyen-a", f"{YEAR}-H1", {"unknown": 1, "houses": "3.6", "other": 2})
    workspace.registration("huyen-a", YEAR, {"id": "m1", "owners": ["huyen-b"]}, {"id": "m2", "field": "x"})
    sample = [
        ("rollup", "--year", 2021, "--depth", 9),
        ("deadlines", "--year", 2020, "--on", "2020-12-01"),
        ("check",),
    ]
    given = set()
    for root, commands, seeds in (
        (workspace.root, [*EVERY_COMMAND.values()], (0, 42)),
        (ROOT, sample, (0, 1)),
    ):
        script = ALL_AT_ONCE.format(commands=commands, root=str(root))
        for seed in seeds:
            done = subprocess.run(
                [sys.executable, "-c", script],
                cwd=ROOT,
                env=os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"},
                capture_output=True,
                check=True,
            )
            given.add((root, done.stdout, done.stderr))
    assert len(given) == 2


def test_the_order_in_which_files_were_made_plays_no_part(tmp_path):
    one = filled(tmp_path / "one")
    files = sorted((path for path in one.root.rglob("*") if path.is_file()), reverse=True)
    for file in files:
        copy = tmp_path / "other" / file.relative_to(one.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    other = Workspace.__new__(Workspace)
    other.root = tmp_path / "other"
    for words in EVERY_COMMAND.values():
        assert one.run(*words) == other.run(*words)


# odd files


ODD_NAMES = {
    "space": "2021 bản sửa.yaml",
    "newline": "2021-a\nb.yaml",
    "dash": "-rf.yaml",
    "nfd": unicodedata.normalize("NFD", "2021-quý.yaml"),
    "quotes": "2021-'\"`$(x).yaml",
    "escape": "2021-\x1b[31m.yaml",
    "override": "2021-\u202e.yaml",
    "glob": "2021-*[a]?.yaml",
    "backslash": "2021-a\\b.yaml",
    "hash": "2021-#1.yaml",
    "colon": "2021-:1.yaml",
    "long": "2021-" + "x" * 240 + ".yaml",
    "not utf-8": os.fsdecode(b"2021-\xff\xfe.yaml"),
}


@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES)
@pytest.mark.parametrize("known_to_git", [False, True], ids=["no git", "git"])
def test_a_file_may_have_any_name(workspace, name, known_to_git):
    folder = workspace.root / f"reports/{YEAR}/tinh/huyen-a"
    (folder / f"{YEAR}.yaml").rename(folder / name)
    if known_to_git:
        new_repository(workspace.root)
        commit(workspace.root, {})
    assert workspace.row("tinh", "houses", YEAR)["value"] == 7
    for words in EVERY_COMMAND.values():
        for form in FORMATS:
            result = workspace.run(*words, "--format", form)
            assert result.exit_code in {0, 1}, result.stderr
            assert moves_the_cursor(result.stdout + result.stderr) == set()
    found = workspace.json("why", "tinh", "houses", "--year", YEAR)["addends"]
    assert sum(addend["value"] for addend in found) == 7
    assert [addend["line"] > 1 for addend in found] == [True, True]


@pytest.mark.parametrize("name", [ODD_NAMES["space"], ODD_NAMES["newline"], ODD_NAMES["dash"], ODD_NAMES["nfd"]])
def test_a_file_of_any_name_can_be_checked_alone(workspace, name):
    path = f"reports/{YEAR}/tinh/huyen-a/{name}"
    workspace.write(path, "schema: [")
    workspace.write(f"reports/{YEAR}/tinh/huyen-b/x.yaml", "schema: [")
    assert {row["file"] for row in workspace.json("check", path)} == {path}
    with standing_in((workspace.root / path).parent):
        found = workspace.run("check", "--format", "json", "--", f"./{name}", "--root", str(workspace.root))
        at_rest(found, 2 if "--root" in found.stderr else found.exit_code)
        assert {row["file"] for row in workspace.json("check", f"./{name}")} == {path}


def test_links_are_named_and_never_followed(workspace, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("schema: report/v1\nunit: SECRET\n", encoding="utf-8")
    (workspace.root / f"reports/{YEAR}/tinh/{YEAR}.yaml").symlink_to(secret)
    (workspace.root / f"reports/{YEAR}/tinh/folder").symlink_to(tmp_path)
    (workspace.root / f"reports/{YEAR}/tinh/round").symlink_to(".")
    (workspace.root / f"reports/{YEAR}/tinh/broken.yaml").symlink_to("nowhere")
    assert at_rest(workspace.run("check")).count("DVK424") == 4
    for words in EVERY_COMMAND.values():
        result = workspace.run(*words)
        assert result.exit_code in {0, 1}
        assert "SECRET" not in result.stdout + result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("known_to_git", [False, True], ids=["no git", "git"])
def test_a_pipe_among_the_files_blocks_nothing(workspace, known_to_git):
    if known_to_git:
        new_repository(workspace.root)
        commit(workspace.root, {})
    os.mkfifo(workspace.root / f"reports/{YEAR}/tinh/x.yaml")
    os.mkfifo(workspace.root / "units/x.yaml")
    for words in EVERY_COMMAND.values():
        at_rest(workspace.run(*words))


def without_rights():
    """The words before a command that take from root the right to read everything; none for anybody else."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root reads everything, and setpriv is not here")
    lost = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={lost}", f"--inh-caps={lost}"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs rights of files")
@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_a_file_that_may_not_be_read_is_named(workspace, name):
    path = f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml"
    (workspace.root / path).chmod(0)
    words = [*EVERY_COMMAND[name], "--root", workspace.root, "--lang", "en"]
    command = [*without_rights(), sys.executable, "-m", "dvk", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in {1, 2}, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert path in (done.stdout + done.stderr).decode()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs rights of files")
def test_a_folder_that_may_not_be_opened_is_named(workspace):
    folder = workspace.root / f"reports/{YEAR}/tinh/huyen-a"
    folder.chmod(0)
    command = [*without_rights(), sys.executable, "-m", "dvk", "rollup", "--root", str(workspace.root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    folder.chmod(0o755)
    assert done.returncode == 2, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"huyen-a" in done.stderr


@pytest.mark.parametrize(
    "spelled",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        lambda data: data + b"\n\n# cu\xe1\xbb\x91i\n",
    ],
    ids=["crlf", "bom", "both", "comment"],
)
def test_how_an_editor_saves_a_file_plays_no_part(workspace, spelled):
    before = {name: workspace.run(*words) for name, words in EVERY_COMMAND.items()}
    for file in workspace.root.rglob("*.yaml"):
        file.write_bytes(spelled(file.read_bytes()))
    assert {name: workspace.run(*words) for name, words in EVERY_COMMAND.items()} == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"\xff\xfe",
        b"- " * 5000,
        b"[" * 100_000,
        b"x" * (1 << 21),
        b"{{{",
        b"a: &a [*a]",
        b"%YAML 9.9\n---\n",
    ],
    ids=["empty", "nul", "utf-16", "dashes", "deep", "large", "braces", "circle", "directive"],
)
@pytest.mark.parametrize("path", ["dvk.yaml", "units/x.yaml", "indicators.yaml", PLAN, f"reports/{YEAR}/tinh/x.yaml"])
def test_rubbish_is_a_finding_and_never_a_bug(workspace, data, path):
    (workspace.root / path).write_bytes(data)
    found = workspace.run("check", "--format", "json")
    assert path in {row["file"] for row in json.loads(at_rest(found, 1))}
    for name in ("rollup", "deadlines", "units"):
        at_rest(workspace.run(*EVERY_COMMAND[name]))


# check of some files


def test_a_check_of_some_files_names_only_those(workspace):
    bad = [f"reports/{YEAR}/tinh/huyen-a/{YEAR}-H1.yaml", f"reports/{YEAR}/tinh/huyen-b/{YEAR}-H1.yaml"]
    for path in bad:
        workspace.write(path, "schema: [")
    every = workspace.json("check")
    assert {row["file"] for row in every} == set(bad)
    for path in bad:
        assert {row["file"] for row in workspace.json("check", path)} == {path}
    assert workspace.json("check", f"reports/{YEAR}/tinh") == every
    assert workspace.json("check", "reports", "units") == every
    assert workspace.json("check", *bad) == every
    assert workspace.json("check", ".") == every
    assert workspace.json("check", "units") == []
    assert workspace.json("check", "dvk.yaml") == []
    assert workspace.json("check", f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml") == []


def test_a_check_of_some_files_counts_those(workspace):
    assert "1 file" in at_rest(workspace.run("check", "dvk.yaml"))
    assert "2 files" in at_rest(workspace.run("check", f"reports/{YEAR}"))


def test_a_path_may_be_given_from_the_folder_one_stands_in(workspace):
    bad = workspace.write(f"reports/{YEAR}/tinh/huyen-a/{YEAR}-H1.yaml", "schema: [")
    with standing_in(workspace.root / f"reports/{YEAR}/tinh"):
        for path in (f"huyen-a/{YEAR}-H1.yaml", "huyen-a", "huyen-a/", str(workspace.root / bad), bad, "../tinh"):
            assert {row["file"] for row in workspace.json("check", path)} == {bad}, path
        assert workspace.json("check", "huyen-b") == []


# strange organisations


def test_a_circle_of_parents_is_an_error_and_ends_no_command(workspace):
    """Whoever stands in the circle is listed all the same, or the mistake could not be seen."""
    for unit, above in (("x", "y"), ("y", "x"), ("z", "z")):
        workspace.unit(unit, [{"value": above}])
    assert "DVK407" in at_rest(workspace.run("check"), 1)
    for words in EVERY_COMMAND.values():
        result = workspace.run(*words)
        assert result.exit_code in {0, 1}, result.stderr
    for unit in ("x", "y", "z"):
        for words in (("units", "--on", ON), ("rollup", "--year", YEAR), ("deadlines", "--year", YEAR, "--on", ON)):
            at_rest(workspace.run(*words, "--unit", unit))
    listed = [unit["id"] for unit in workspace.json("units", "--on", ON)]
    assert sorted(listed) == ["huyen-a", "huyen-b", "tinh", "x", "y", "z"]


def test_a_hundred_levels_of_units(workspace):
    for number in range(100):
        above = f"d{number - 1}" if number else "tinh"
        workspace._units.append({"id": f"d{number}", "line": "youth-union", "name": "d", "level": "commune"})
        workspace._units[-1] |= {"parent": above, "folder": f"d{number}"}
    workspace._write_units()
    for words in EVERY_COMMAND.values():
        at_rest(workspace.run(*words))


# large


def test_six_hundred_reports_are_added_checked_and_followed(tmp_path):
    workspace = filled(tmp_path / "w")
    districts = [f"q{number}" for number in range(40)]
    units = [{"id": "tinh", "line": "youth-union", "name": "Tỉnh", "level": "province"}]
    units += [{"id": d, "line": "youth-union", "name": d, "level": "district", "parent": "tinh"} for d in districts]
    communes = [(f"{d}-x{number}", d) for d in districts for number in range(15)]
    units += [{"id": c, "line": "youth-union", "name": c, "level": "commune", "parent": d} for c, d in communes]
    workspace.write("units/units.yaml", {"schema": "units/v1", "units": units})
    workspace._folders |= {c: f"tinh/{d}/{c}" for c, d in communes}
    workspace.plan("tinh", report_due("nam", YEAR, "commune", before="2021-11-05"), year=YEAR)
    shutil.rmtree(workspace.root / "reports")
    for number, (unit, _) in enumerate(communes):
        workspace.report(unit, YEAR, {"houses": number, "members": 1}, answers=[f"{PLAN}#nam"], submitted="2021-11-01")
    row = workspace.row("tinh", "houses", YEAR)
    assert (row["value"], row["n"], row["N"]) == (sum(range(600)), 600, 600)
    assert workspace.json("check") == []
    assert len(workspace.deadlines(YEAR, ON)) == 600


# what was left out is said


@pytest.mark.parametrize(
    "words", [["units", "--on", "2021-01-01"], ["rollup", "--year", "2021"], ["--help"], ["check"]]
)
def test_a_reader_that_never_read_is_no_error(words):
    command = " ".join([sys.executable, "-u", "-m", "dvk", *words])
    ended = subprocess.run(
        ["bash", "-c", f"{command} | true; exit ${{PIPESTATUS[0]}}"], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_reports_that_are_not_added_are_named(tmp_path):
    ws = Workspace(tmp_path)
    ws.settings()
    ws.unit("p")
    ws.indicator("houses", "sum", "sum")
    ws.report("p", 2021, {"houses": 2})
    ws.report("p", "2021-H1", {"houses": 1}, state="draft")
    lost = (tmp_path / "reports/2021/p/2021.yaml").read_text(encoding="utf-8").replace("unit: p", "unit: q")
    (tmp_path / "reports/2021/q").mkdir()
    (tmp_path / "reports/2021/q/2021.yaml").write_text(lost, encoding="utf-8")

    result = ws.run("rollup", "--year", 2021)

    assert "not added, 2 in all" in result.stderr
    assert "q/2021.yaml (its unit is not declared)" in result.stderr
    assert "2021-H1.yaml (draft)" in result.stderr


def test_a_unit_whose_file_cannot_be_read_is_not_simply_missing(tmp_path):
    ws = Workspace(tmp_path)
    ws.settings()
    ws.unit("p", level="province")
    ws.unit("u", "p")
    ws.indicator("houses", "sum", "sum")
    path = ws.plan("p", report_due("nam", "2021", "commune") | {"by": "2021-11-14"}, year=2021)
    ws.report("u", 2021, {"houses": 2}, answers=[f"{path}#nam"], submitted="2021-11-01")
    file = tmp_path / "reports/2021/p/u/2021.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2021-11-01", "31/02/2021"), encoding="utf-8")

    (entry,) = ws.json("deadlines", "--year", 2021, "--on", "2021-12-01")

    assert (entry["state"], entry["unread"]) == ("overdue", ["reports/2021/p/u/2021.yaml"])
    assert "not read: reports/2021/p/u/2021.yaml" in ws.run("deadlines", "--year", 2021, "--on", "2021-12-01").stdout


def test_the_same_bytes_in_two_folders_keep_their_evidence(tmp_path):
    ws = Workspace(tmp_path)
    ws.settings(adoption_date="2020-01-01")
    ws.unit("p", level="province")
    ws.unit("u", "p")
    path = ws.plan("p", report_due("nam", "2026", "commune") | {"kind": "registration", "by": "2026-03-14"}, year=2026)
    filed = ws.registration("u", 2026, {"id": "m1"}, answers=[f"{path}#nam"])
    ws.git_init()
    ws.commit("2026-03-01T09:00:00+07:00")
    (tmp_path / "reports/2026/p/u").mkdir(parents=True)
    shutil.copy(tmp_path / filed, tmp_path / "reports/2026/p/u/2026.yaml")
    ws.commit("2026-03-02T09:00:00+07:00")

    (entry,) = ws.json("deadlines", "--year", 2026, "--on", "2026-04-01")

    assert (entry["state"], entry["received"]) == ("on_time", "2026-03-01T09:00:00+07:00")


@pytest.mark.parametrize("number", ["3000000", "999999999999"])
def test_a_number_of_days_beyond_the_calendar_is_a_mistake(tmp_path, number):
    ws = Workspace(tmp_path)
    ws.settings(due_soon=number)
    result = ws.run("check")
    assert (result.exit_code, "DVK204" in result.stdout) == (1, True)
