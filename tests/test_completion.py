"""What Tab offers: asked as shells ask, from names remembered by real calls."""

import io
import json
import os
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from repositories import commit, new_repository
from typer.core import TyperArgument
from workspace_builder import Workspace, report_due

from dvk.__main__ import run
from dvk.cli.app import COMMANDS, load, sketched
from dvk.cli.completing import choices_of, fitting
from dvk.remembered import MOST_DOCUMENTS, Names, cache_folder, recall, remember

ROOT = Path(__file__).parents[1]
YEAR = 2021
PLAN = f"plans/{YEAR}/tinh/ke-hoach.yaml"
REPORT = f"reports/{YEAR}/tinh/huyen-doan-cang-long/{YEAR}.yaml"
NOT_WANTED = {"yaml", "jinja2", "git", "docx", "xlsxwriter", "dvk.workspace", "dvk.documents", "dvk.gitdoor"}


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("DVK_CACHE", str(folder))
    return folder


@pytest.fixture
def workspace(tmp_path, cache):
    """Make a workspace that was opened once."""
    made = grown(tmp_path / "w")
    assert made.run("units").exit_code == 0
    assert len(list(cache.glob("names-*"))) == 1
    return made


def grown(root):
    root.mkdir()
    made = Workspace(root)
    made.unit("tinh", level="province", name="Tỉnh đoàn Trà Vinh", maintainers=["tinh-doan"])
    made.unit("huyen-doan-cang-long", "tinh", level="district", name="Huyện đoàn Càng Long")
    made.unit("huyen-doan-cau-ke", "tinh", level="district", name="Huyện đoàn Cầu Kè")
    made.unit("xa", "huyen-doan-cang-long", name="Đoàn xã An Trường, Càng Long")
    made.indicator("nha-nhan-ai", "sum", "sum", name="Nhà Nhân ái")
    made.plan("tinh", report_due("nam", YEAR, "district", by=f"{YEAR}-11-05"), year=YEAR)
    made.report("huyen-doan-cang-long", YEAR, {"nha-nhan-ai": 3})
    return made


def asked(shell, line, cwd, **variables):
    """Ask dvk as a shell does with the cursor at the end of the line; give its answer and its exit code."""
    words = line.split(" ")
    told = {
        "bash": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        "powershell": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1]},
    }[shell]
    out, err = io.StringIO(), io.StringIO()
    variables = {"_DVK_COMPLETE": f"complete_{shell}"} | told | variables
    with standing_in(cwd, variables), redirect_stdout(out), redirect_stderr(err):
        code = run([])
    assert err.getvalue() == ""
    return out.getvalue().rstrip("\n"), code


@contextmanager
def standing_in(folder, variables):
    before, here = os.environ.copy(), Path.cwd()
    os.environ |= variables
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
        for name in variables:
            os.environ.pop(name)
        os.environ |= before


def offered(line, cwd, **variables):
    return asked("bash", line, cwd, **variables)[0].split("\n")


# what is offered where


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("dvk un", ["units"]),
        ("dvk deadlines --unit huyen-doan-c", ["huyen-doan-cang-long", "huyen-doan-cau-ke"]),
        ("dvk deadlines --unit huyen-doan-ca --st", ["--state"]),
        ("dvk units --unit tin", ["tinh"]),
        ("dvk status --unit tin", ["tinh"]),
        ("dvk find nhan --unit tin", ["tinh"]),
        ("dvk rollup --indicator nha", ["nha-nhan-ai"]),
        ("dvk rollup --plan p", [PLAN]),
        ("dvk why tin", ["tinh"]),
        ("dvk why tinh nha", ["nha-nhan-ai"]),
        ("dvk why tinh nha-nhan-ai --year 2", [str(YEAR)]),
        ("dvk check rep", [REPORT]),
        ("dvk check --base ma", ["main"]),
        ("dvk check --actor ti", ["tinh-doan"]),
        ("dvk submit x --who ti", ["tinh-doan"]),
        (f"dvk check {PLAN} rep", [REPORT]),
        ("dvk deadlines --state ov", ["overdue"]),
        ("dvk find x --kind reg", ["registration"]),
        ("dvk find x --kind đăng", ["registration"]),
        ("dvk explain DVK90", [f"DVK90{n}" for n in range(1, 10)]),
        ("dvk rollup --format j", ["json"]),
        ("dvk rollup --year", ["--year"]),
        ("dvk --lang", ["--lang"]),
        ("dvk --lang ", ["vi", "en"]),
        ("dvk --lang en deadlines --unit tin", ["tinh"]),
        ("dvk deadlines --lang=en --unit tin", ["tinh"]),
        ("dvk deadlines --unit = tin", ["tinh"]),
        ("dvk deadlines --unit =", ["tinh", "huyen-doan-cang-long", "huyen-doan-cau-ke", "xa"]),
        ('dvk deadlines --unit "huyen-doan-ca', ["huyen-doan-cang-long", "huyen-doan-cau-ke"]),
        ('dvk deadlines --unit "Càng', ["huyen-doan-cang-long", "xa"]),
        # nothing of ours: the shell offers files
        ("dvk deadlines --root re", [""]),
        ("dvk deadlines --on 2", [""]),
        ("dvk find rep", [""]),
        # not yet a call that could be run
        ("dvk nosuch --unit tin", [""]),
        ("dvk deadlines --nosuch 3 --unit zz", [""]),
    ],
)
def test_each_parameter_is_offered_what_it_takes(workspace, line, expected):
    assert offered(line, workspace.root) == expected


def test_every_command_is_offered(workspace):
    assert offered("dvk ", workspace.root) == list(COMMANDS)


@pytest.mark.parametrize("typed", ["Cầu\\ Kè", '"cầu kè', "Cầu", "cau\u0302\u0300", "ke", "KE", "KÈ"])
def test_a_part_of_a_name_leads_to_the_id(workspace, typed):
    words = ["dvk", "deadlines", "--unit", typed]
    assert offered("dvk", workspace.root, COMP_WORDS="\n".join(words), COMP_CWORD="3") == ["huyen-doan-cau-ke"]


def test_bash_is_never_given_what_would_undo_what_was_typed(workspace):
    """It puts the common beginning of all in place of the word: of ``cang`` nothing would be left but ``huyen-``."""
    assert offered("dvk deadlines --unit cang", workspace.root) == ["huyen-doan-cang-long", "xa"]
    assert offered("dvk deadlines --unit doan", workspace.root) == [
        "tinh",
        "huyen-doan-cang-long",
        "huyen-doan-cau-ke",
        "xa",
    ]
    workspace.unit("huyen-doan-vinh-cang", "tinh", level="district", name="Huyện đoàn Vĩnh Cang")
    (workspace.root / "units/units.yaml").write_text(
        (workspace.root / "units/units.yaml").read_text(encoding="utf-8").replace("An Trường, Càng Long", "An Trường"),
        encoding="utf-8",
    )
    workspace.run("units")
    assert offered("dvk deadlines --unit cang", workspace.root) == [""]
    found, _ = asked("fish", "dvk deadlines --unit cang", workspace.root)
    assert len(found.splitlines()) == 2


def test_documents_are_offered_from_here_and_from_the_root(workspace):
    here = workspace.root / "reports/2021"
    assert offered("dvk check tinh", here) == [REPORT.removeprefix("reports/2021/")]
    assert offered("dvk check rep", here) == [REPORT]


def test_the_workspace_of_root_is_the_one_meant(workspace, tmp_path):
    assert offered("dvk deadlines --unit tin", tmp_path) == [""]
    assert offered(f"dvk deadlines --root {workspace.root} --unit tin", tmp_path) == ["tinh"]
    assert offered("dvk deadlines --root w --unit tin", tmp_path) == ["tinh"]


def test_a_workspace_inside_another_is_the_one_meant(workspace):
    inner = workspace.root / "inner"
    inner.mkdir()
    (inner / "dvk.yaml").write_text("schema: settings/v1\n", encoding="utf-8")
    assert offered("dvk deadlines --unit tin", inner) == [""]


# shells


def test_zsh_is_told_the_names(workspace):
    found, _ = asked("zsh", "dvk deadlines --unit huyen", workspace.root)
    assert found == (
        '_arguments \'*: :(("huyen-doan-cang-long":"Huyện đoàn Càng Long"\n"huyen-doan-cau-ke":"Huyện đoàn Cầu Kè"))\''
    )
    assert asked("zsh", "dvk deadlines --root ", workspace.root)[0] == "_files"
    assert '"--unit=tinh":' in asked("zsh", "dvk deadlines --unit=ti", workspace.root)[0]


def test_fish_is_told_the_names_and_whether_there_are_any(workspace):
    line = "dvk deadlines --unit cau"
    assert asked("fish", line, workspace.root) == ("huyen-doan-cau-ke\tHuyện đoàn Cầu Kè", 0)
    for there, code in ((line, 0), ("dvk deadlines --root ", 1)):
        assert asked("fish", there, workspace.root, _TYPER_COMPLETE_FISH_ACTION="is-args") == ("", code)


def test_powershell_is_told_the_names(workspace):
    found, _ = asked("powershell", "dvk deadlines --unit tin", workspace.root)
    assert found == "tinh:::Tỉnh đoàn Trà Vinh"


@pytest.mark.parametrize(
    ("variables", "line", "told"),
    [
        ({"DVK_LANG": "en"}, "dvk deadlines --state ov", "overdue\toverdue"),
        ({"DVK_LANG": "vi"}, "dvk deadlines --state ov", "overdue\tchưa nộp"),
        ({"DVK_LANG": "vi"}, "dvk --lang en units --un", "--unit\tOnly a unit and those below it."),
        ({"DVK_LANG": ""}, "dvk units --un", "--unit\tChỉ một đơn vị và cấp dưới của nó."),
        ({"DVK_LANG": "en"}, "dvk un", "units\tThe units open on a day."),
    ],
)
def test_help_is_in_the_language_of_the_call(workspace, variables, line, told):
    assert asked("fish", line, workspace.root, **variables)[0] == told


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_of_each_shell_is_still_typers(workspace, shell):
    found, code = asked(shell, "dvk", workspace.root, _DVK_COMPLETE=f"source_{shell}")
    assert code == 0
    assert "_DVK_COMPLETE" in found


@pytest.mark.parametrize(
    "variables",
    [
        {"_DVK_COMPLETE": "complete_nosuch"},
        {"COMP_CWORD": "x"},
        {"COMP_CWORD": "-3"},
        {"COMP_WORDS": ""},
        {"COMP_WORDS": 'dvk "\\'},
        {"DVK_LANG": "?"},
    ],
)
def test_a_shell_never_gets_an_error_to_show(workspace, variables):
    found, _ = asked("bash", "dvk deadlines --unit tin", workspace.root, **variables)
    assert "Traceback" not in found


HOSTILE = [
    "$(touch gone)",
    "`touch gone`",
    "\\$(touch gone)",
    "a'b",
    'a"b',
    "a;b",
    "*",
    "a b",
    "~root",
    "a\nb",
    "\x1b[31m",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_from_anybody_mean_nothing_to_a_shell(cache, tmp_path, name):
    made = grown(tmp_path / "w")
    said = name if name.isprintable() else ""
    made.unit("huyen-x", "tinh", name=f"Huyện {said} [/red] [b]")
    folder = made.root / f"reports/{YEAR}/tinh"
    try:
        (folder / f"{name}.yaml").write_text("schema: [", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    made.run("units")
    assert any("yaml" in path for path in recall(made.root, cache).documents)
    for shell in ("bash", "zsh", "fish", "powershell"):
        for line in ("dvk check reports/2021/tinh/", "dvk units --unit huyen-x"):
            found, _ = asked(shell, line, made.root)
            assert found
            assert not set(found.replace("_arguments '*: :((", "").replace("))'", "")) & set("$`\\';*~\x1b[]")


# a sketch of a command


@pytest.mark.parametrize("name", COMMANDS)
def test_a_sketch_has_the_parameters_of_the_command(name):
    assert [described(p) for p in sketched(name).params] == [described(p) for p in load(name).params]


def described(parameter):
    kind = "argument" if isinstance(parameter, TyperArgument) else "option"
    return kind, parameter.name, parameter.opts, parameter.metavar, parameter.help, parameter.nargs


def loaded_after(line, cwd):
    """Give the modules of a process that answered a shell."""
    script = "import sys; from dvk.__main__ import run; run([]); sys.stderr.write(chr(10).join(sys.modules))"
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=cwd,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "_DVK_COMPLETE": "complete_bash"}
        | {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        check=True,
        capture_output=True,
        text=True,
    )
    return set(done.stderr.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_completing_a_command_loads_nothing_heavy(workspace, name):
    modules = loaded_after(f"dvk {name} --", workspace.root)
    assert modules & NOT_WANTED == set()
    assert f"dvk.cli.{COMMANDS[name].module}" not in modules


@pytest.mark.parametrize("line", ["dvk ", "dvk deadlines --unit t", "dvk check r", "dvk explain D", "dvk x --year 2"])
def test_completing_a_value_loads_nothing_heavy(workspace, line):
    assert loaded_after(line, workspace.root) & NOT_WANTED == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_what_takes_a_known_thing_says_so_by_its_metavar(name):
    """Completion goes by metavars; an option of a well-known name has the one that goes with it."""
    names = Names(Path(), {"u": ""}, {"i": ""}, {"p": ""}, ("d",), ("2021",))
    wanted = {"--indicator", "--plan", "--state", "--year", "--kind", "--format"}
    for parameter in load(name).params:
        known = wanted & set(parameter.opts) or (name != "init" and "--unit" in parameter.opts)
        if known or str(parameter.metavar).strip("[]…") in {"UNIT", "INDICATOR", "PATH", "CODE", "KIND"}:
            assert choices_of(str(parameter.metavar), names, "vi"), parameter.opts


# how choices are picked


def test_a_beginning_comes_before_anything_else():
    choices = {"cau-ke": "Cầu Kè", "huyen-cau-ngang": "Cầu Ngang"}
    assert list(fitting(choices, "cau")) == ["cau-ke"]
    assert list(fitting(choices, "cầu")) == ["cau-ke", "huyen-cau-ngang"]
    assert list(fitting(choices, "")) == list(choices)
    assert fitting(choices, "zz") == {}


# what is remembered


def test_names_are_remembered_from_the_last_opening(workspace, cache):
    names = recall(workspace.root, cache)
    assert names.units["huyen-doan-cang-long"] == "Huyện đoàn Càng Long"
    assert names.indicators == {"nha-nhan-ai": "Nhà Nhân ái"}
    assert list(names.plans) == [PLAN]
    assert set(names.documents) == {PLAN, REPORT}
    assert names.years == (str(YEAR),)
    workspace.unit("huyen-moi", "tinh", level="district")
    workspace.run("check")
    assert "huyen-moi" in recall(workspace.root, cache).units


def test_nothing_is_written_where_nothing_changed(workspace, cache):
    (file,) = cache.glob("names-*")
    before = file.stat()
    for words in (("units",), ("check",), ("rollup", "--year", YEAR), ("status",)):
        workspace.run(*words)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_past_is_not_remembered(workspace, cache):
    new_repository(workspace.root)
    old = commit(workspace.root, {})
    workspace.unit("huyen-moi", "tinh", level="district")
    workspace.run("units")
    workspace.run("units", "--at", old)
    assert "huyen-moi" in recall(workspace.root, cache).units


def test_each_workspace_has_a_memory_of_its_own_by_its_real_path(workspace, cache, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(workspace.root)
    assert recall(link, cache).units == recall(workspace.root, cache).units != {}
    other = grown(tmp_path / "other")
    other.run("units")
    assert len(list(cache.glob("names-*"))) == 2


BROKEN = {
    "empty": b"",
    "half": b'{"form": "names/1", "units": {"tinh": "T',
    "bytes": b"\xff\xfe\0\x01",
    "another form": b'{"form": "names/9", "units": {"tinh": "T"}}',
    "a list": b"[1, 2]",
    "wrong types": b'{"form": "names/1", "units": [1], "plans": {"a": 3}, "documents": {"a": 1}, "years": 3}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_memory_is_none_and_is_mended_by_the_next_call(workspace, cache, data):
    (file,) = cache.glob("names-*")
    file.write_bytes(data)
    assert recall(workspace.root, cache) == Names(workspace.root)
    assert offered("dvk deadlines --unit tin", workspace.root) == [""]
    workspace.run("units")
    assert offered("dvk deadlines --unit tin", workspace.root) == ["tinh"]


def test_without_a_memory_states_and_formats_are_offered_still(cache, tmp_path):
    assert offered("dvk deadlines --state ov", tmp_path) == ["overdue"]
    assert offered("dvk deadlines --unit ", tmp_path) == [""]
    assert not cache.exists()


def test_a_home_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    made = grown(tmp_path / "w")
    for variables in ({"DVK_CACHE": str(tmp_path / "file" / "x")}, {"DVK_CACHE": "", "XDG_CACHE_HOME": "", "HOME": ""}):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        result = made.run("units")
        assert (result.exit_code, result.stderr) == (0, "")
        assert offered("dvk deadlines --unit tin", made.root) == [""]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of other systems")
@pytest.mark.usefixtures("workspace")
def test_what_is_remembered_is_for_the_user_alone(cache):
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700


def test_nothing_is_kept_inside_the_workspace(tmp_path, monkeypatch):
    made = grown(tmp_path / "w")
    before = sorted(made.root.rglob("*"))
    for folder in (made.root, made.root / "reports" / "cache"):
        monkeypatch.setenv("DVK_CACHE", str(folder))
        assert made.run("units").exit_code == 0
    assert sorted(made.root.rglob("*")) == before


def test_two_calls_at_once_leave_a_whole_memory(workspace, cache):
    names = [Names(workspace.root, {f"unit-{n}": "x" * 2000}) for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        done = pool.map(lambda one: (remember(one, cache), recall(workspace.root, cache)), names * 5)
        assert all(found.units for _, found in done)
    (file,) = cache.glob("names-*")
    assert len(json.loads(file.read_bytes())["units"]) == 1


def test_too_many_documents_are_left_to_the_shell(tmp_path):
    names = Names(tmp_path, {"u": "U"}, documents=tuple(f"reports/{n}.yaml" for n in range(MOST_DOCUMENTS + 1)))
    remember(names, tmp_path.parent / f"{tmp_path.name}-cache")
    found = recall(tmp_path, tmp_path.parent / f"{tmp_path.name}-cache")
    assert (found.documents, found.units) == ((), {"u": "U"})


@pytest.mark.parametrize(
    ("environment", "windows", "folder"),
    [
        ({"DVK_CACHE": "/c", "XDG_CACHE_HOME": "/x", "HOME": "/h"}, False, "/c"),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, False, "/x/dvk"),
        ({"HOME": "/h"}, False, "/h/.cache/dvk"),
        ({"LOCALAPPDATA": "/l", "HOME": "/h"}, True, "/l/dvk/cache"),
        ({"DVK_CACHE": "", "XDG_CACHE_HOME": "", "HOME": "/h"}, False, "/h/.cache/dvk"),
        ({"DVK_CACHE": "here", "XDG_CACHE_HOME": "there", "HOME": "/h"}, False, "/h/.cache/dvk"),
        ({"DVK_CACHE": "off", "XDG_CACHE_HOME": "/x", "HOME": "/h"}, False, None),
        ({}, False, None),
        ({"HOME": "/h"}, True, None),
    ],
)
def test_where_things_are_remembered(environment, windows, folder):
    assert cache_folder(environment, windows=windows) == (Path(folder) if folder else None)


# a real shell


@pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="bash is not installed")
def test_tab_in_bash(workspace, tmp_path):
    pexpect = pytest.importorskip("pexpect")
    script = tmp_path / "bin" / "dvk"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dvk "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    env = os.environ | {
        "PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "TERM": "dumb",
        "INPUTRC": os.devnull,
    }
    shell = pexpect.spawn(
        "bash", ["--norc", "--noprofile"], cwd=str(workspace.root), env=env, encoding="utf-8", timeout=30
    )
    try:
        shell.sendline(
            "PS1='> '; bind 'set enable-bracketed-paste off'; eval \"$(_DVK_COMPLETE=source_bash dvk)\"; echo rea''dy"
        )
        shell.expect("ready\r\n")
        for typed, completed in (
            ("dvk deadl", "deadlines "),
            ("--uni", "--unit "),
            ("cau", "huyen-doan-cau-ke "),
            ("--state=ov", "--state=overdue "),
        ):
            shell.send(f"{typed}\t")
            shell.expect_exact(completed)
    finally:
        shell.close(force=True)
