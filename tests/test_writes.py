"""What is promised of writes: whole or not at all, nothing lost, nothing left behind, one clear line where it fails."""

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from shutil import which

import pytest
from repositories import git
from workspace_builder import Result, Workspace

from dvk.__main__ import run
from dvk.errors import CannotGoOn
from dvk.snapshot import working_tree
from dvk.writing import replace, replace_all, write_changed, write_new, write_result
from dvk.writing.placing import FORGOTTEN
from dvk.writing.taking_turns import LOCK, OWN, STALE, only_writer

STARTS_PROCESSES = True
TESTS = Path(__file__).parent
REPORT = "reports/2021/x/2021.yaml"
PLAN = "plans/2021/x/ke-hoach.yaml"
NOBODY = 65534
HOUR_AGO = FORGOTTEN + 60
unix = pytest.mark.skipif(os.name != "posix", reason="what Unix has")
for_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may do that")


@pytest.fixture
def space(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("x", level="province")
    made.report("x", 2021)
    made.plan("x", year=2021, text="Nội dung.")
    return made


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "a.yaml"
    made.write_bytes(b"old\n")
    return made


def disturbed(space, what, times):
    """What `disturbed_writers.py` saw."""
    command = [sys.executable, str(TESTS / "disturbed_writers.py"), what, str(space.root), str(times)]
    variables = os.environ | {"PYTHONPATH": str(TESTS.parent), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    print(what, done.stdout)  # noqa: T201 - with `-m deep -rP` these are the figures of docs/output.md
    return json.loads(done.stdout)


def stopped(code, call, *words):
    """A write that stops with that code; gives the path and reason that it names."""
    with pytest.raises(CannotGoOn) as stop:
        call(*words)
    assert stop.value.code == code
    return stop.value.details


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def made_old(path, seconds):
    past = path.stat().st_mtime - seconds
    os.utime(path, (past, past))


# killed, interrupted, two at once


@unix
@pytest.mark.parametrize("times", [25, pytest.param(500, marks=pytest.mark.deep)])
def test_no_kill_leaves_half_a_file_or_takes_a_write_back(space, times):
    seen = disturbed(space, "kill", times)
    assert (seen["kills"], seen["lost"], seen["half"]) == (times, 0, 0)
    assert seen["writes"] > times / 2


@unix
@pytest.mark.parametrize("times", [20, pytest.param(200, marks=pytest.mark.deep)])
def test_two_processes_lose_no_edit_of_one_file(space, times):
    seen = disturbed(space, "beside", times)
    assert (seen["lost"], seen["other"], seen["strays"]) == (0, 0, 0)
    assert seen["written"] + seen["refused"] == 2 * times
    assert seen["written"] > times / 2


@unix
@pytest.mark.parametrize("times", [15, pytest.param(300, marks=pytest.mark.deep)])
def test_ctrl_c_leaves_nothing_behind(space, times):
    seen = disturbed(space, "interrupt", times)
    assert (seen["other"], seen["half"], seen["strays"], seen["traces"]) == (0, 0, 0, 0)
    assert seen["interrupted"] + seen["done"] == times


@unix
def test_ctrl_c_in_the_middle_of_a_write_waits_for_its_end(file):
    """The signal comes while the bytes are on their way to the disk."""
    pressed = []

    def hook(event, args):
        new = Path(str(args[0])) if event == "open" else file
        if new.parent == file.parent and new.name.startswith(OWN) and new.name != LOCK and not pressed:
            pressed.append(new)
            os.kill(os.getpid(), signal.SIGINT)

    sys.addaudithook(hook)
    with pytest.raises(KeyboardInterrupt):
        replace(file, b"old\n", b"new\n")
    assert pressed
    assert file.read_bytes() == b"new\n"
    assert names(file.parent) == ["a.yaml"]


# the lock


@unix
def test_a_lock_whose_holder_was_killed_stops_nobody(file):
    holder = "import sys; from pathlib import Path; from dvk.writing.taking_turns import only_writer\n"
    holder += "with only_writer(Path(sys.argv[1])): print(1, flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holder, str(file.parent)]
    with subprocess.Popen(command, cwd=TESTS.parent, stdin=-1, stdout=-1) as running:
        running.stdout.readline()
        assert names(file.parent) == [LOCK, "a.yaml"]
        assert stopped("DVK979", replace, file, b"old\n", b"new\n") == {"path": str(file.parent)}
        assert file.read_bytes() == b"old\n"
        running.kill()
    assert names(file.parent) == [LOCK, "a.yaml"]
    replace(file, b"old\n", b"new\n")
    assert file.read_bytes() == b"new\n"
    assert names(file.parent) == ["a.yaml"]


@unix
def test_a_lock_file_that_nobody_may_open_is_cleared_once_it_is_old(space):
    lock = space.root / "reports/2021/x" / LOCK
    lock.touch(mode=0o000)
    done = run_dvk("set", REPORT, "note", "y", cwd=space.root, bound=True)
    assert (done.returncode, done.stderr[:6]) == (2, "DVK979"), done.stderr
    made_old(lock, STALE + 5)
    assert run_dvk("set", REPORT, "note", "y", cwd=space.root, bound=True).returncode == 0
    assert not lock.exists()


@unix
def test_whoever_may_write_in_the_folder_may_open_the_lock(file):
    with only_writer(file.parent):
        assert stat.S_IMODE((file.parent / LOCK).stat().st_mode) == 0o666


def test_a_disk_without_locks_takes_turns_all_the_same(file):
    def hook(event, args):
        if event == "fcntl.flock" and os.path.lexists(file) and os.path.samestat(os.fstat(args[0]), _stat(lock)):
            raise OSError(errno.ENOLCK, "No locks available")

    lock = file.parent / LOCK
    sys.addaudithook(hook)
    replace(file, b"old\n", b"new\n")
    assert names(file.parent) == ["a.yaml"]
    lock.touch()
    stopped("DVK979", replace, file, b"new\n", b"newer\n")
    assert names(file.parent) == [LOCK, "a.yaml"]
    made_old(lock, STALE + 5)
    replace(file, b"new\n", b"newer\n")
    assert (names(file.parent), file.read_bytes()) == (["a.yaml"], b"newer\n")


def _stat(path):
    return path.stat() if path.exists() else os.stat_result([0] * 10)


# what is left of calls that were killed


def test_what_a_killed_call_left_is_no_document(space):
    left = space.root / f"reports/2021/x/{OWN}0123"
    left.write_bytes(b"schema: report/v1\n")
    (space.root / f"reports/2021/x/{LOCK}").touch()
    result = space.run("check")
    assert (result.exit_code, OWN in result.stdout) == (0, False), result.stdout
    assert REPORT in working_tree(space.root).paths()


def test_git_does_not_see_it_in_a_new_workspace(tmp_path):
    assert run_dvk("init", tmp_path / "w").returncode == 0
    (tmp_path / "w/plans/2021").mkdir(parents=True)
    for name in (LOCK, f"{OWN}0123"):
        (tmp_path / "w/plans/2021" / name).touch()
    assert OWN not in git(tmp_path / "w", "status", "--porcelain", "--untracked-files=all")


def test_it_is_removed_when_it_is_old(file):
    old, young = (file.with_name(f"{OWN}{number}") for number in (1, 2))
    for path in (old, young):
        path.touch()
    made_old(old, HOUR_AGO)
    replace(file, b"old\n", b"new\n")
    assert names(file.parent) == [young.name, "a.yaml"]
    made_old(young, HOUR_AGO)
    write_result(file.with_name("b.csv"), b"x", over=False)
    assert names(file.parent) == ["a.yaml", "b.csv"]


# what stays of a file


@unix
def test_mode_and_owner_stay(file):
    file.chmod(0o640)
    owner = (NOBODY, NOBODY) if os.geteuid() == 0 else (os.getuid(), os.getgid())
    os.chown(file, *owner)
    replace(file, b"old\n", b"new\n")
    found = file.stat()
    assert (stat.S_IMODE(found.st_mode), (found.st_uid, found.st_gid)) == (0o640, owner)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="needs attributes of files")
def test_attributes_stay(file):
    try:
        os.setxattr(file, "user.note", b"x")
    except OSError:
        pytest.skip("this disk has none")
    replace(file, b"old\n", b"new\n")
    assert os.getxattr(file, "user.note") == b"x"


@unix
def test_a_new_file_is_as_open_as_the_mask_says(tmp_path):
    before = os.umask(0o027)
    try:
        write_result(tmp_path / "a.csv", b"x", over=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_another_name_of_a_file_keeps_what_it_had(file):
    other = file.with_name("b.yaml")
    other.hardlink_to(file)
    replace(file, b"old\n", b"new\n")
    assert (file.read_bytes(), other.read_bytes()) == (b"new\n", b"old\n")


def test_a_link_is_never_written_through(file):
    link = file.with_name("b.yaml")
    link.symlink_to(file)
    assert stopped("DVK913", replace, link, b"old\n", b"new\n") == {"path": str(link)}
    assert (file.read_bytes(), link.is_symlink(), names(file.parent)) == (b"old\n", True, ["a.yaml", "b.yaml"])


# all or none


def test_of_several_new_files_none_stays_if_one_cannot_be_made(tmp_path):
    (tmp_path / "c").write_bytes(b"")
    files = {"a/b/1": "x", "2": "y", "c/d/3": "z"}
    stopped("DVK910", write_new, tmp_path, files)
    assert names(tmp_path) == ["c"]


def test_of_several_changed_files_each_keeps_bytes_and_mode(tmp_path):
    (tmp_path / "1").write_bytes(b"old")
    (tmp_path / "1").chmod(0o600)
    (tmp_path / "c").write_bytes(b"")
    stopped("DVK910", write_changed, tmp_path, {"1": "new", "n/2": "y", "c/3": "z"})
    assert ((tmp_path / "1").read_bytes(), names(tmp_path)) == (b"old", ["1", "c"])
    assert stat.S_IMODE((tmp_path / "1").stat().st_mode) == 0o600


def test_what_somebody_changed_meanwhile_keeps_no_other_file_from_being_put_back(tmp_path):
    """The third is not what was read; the second is changed by somebody while the third is looked at."""
    for name in "abc":
        (tmp_path / name).write_bytes(b"old")

    def hook(event, args):
        if event == "open" and str(args[0]) == str(tmp_path / "c"):
            (tmp_path / "b").write_bytes(b"theirs")

    sys.addaudithook(hook)
    files = {"a": (b"old", b"new"), "n/d": (None, b"new"), "b": (b"old", b"new"), "c": (b"other", b"new")}
    assert stopped("DVK913", replace_all, tmp_path, files) == {"path": str(tmp_path / "c")}
    assert {name: (tmp_path / name).read_bytes() for name in "abc"} == {"a": b"old", "b": b"theirs", "c": b"old"}
    assert names(tmp_path) == ["a", "b", "c"]


@pytest.mark.parametrize("taken", [False, True])
def test_a_disk_without_hard_links_takes_new_files_too(tmp_path, taken):
    def hook(event, args):
        if event == "os.link" and Path(os.fsdecode(args[1])).parent == tmp_path:
            if taken:
                (tmp_path / "a.csv").write_bytes(b"theirs")
            raise OSError(errno.EPERM, "Operation not permitted")

    sys.addaudithook(hook)
    if taken:
        stopped("DVK909", lambda: write_result(tmp_path / "a.csv", b"ours", over=False))
    else:
        write_result(tmp_path / "a.csv", b"ours", over=False)
    assert (names(tmp_path), (tmp_path / "a.csv").read_bytes()) == (["a.csv"], b"theirs" if taken else b"ours")


# a disk that does not take it


def run_dvk(*words, cwd=None, bound=False):
    """Run a process; ``bound`` by what permissions say, also where root runs it."""
    command = [sys.executable, "-m", "dvk", *map(str, words), "--lang", "en"]
    if bound and os.geteuid() == 0:
        if which("setpriv") is None:
            pytest.skip("root may write everywhere")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    variables = os.environ | {"PYTHONPATH": str(TESTS.parent), "PYTHONDONTWRITEBYTECODE": "1", "DVK_CACHE": ""}
    return subprocess.run(command, env=variables, cwd=cwd, capture_output=True, text=True, check=False)


def call(*words):
    """Run the command line in this process and folder."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, words), "--lang", "en"])
    return Result(code, out.getvalue(), err.getvalue())


WRITING = {
    "set": ["set", REPORT, "note", "x" * 100_000],
    "fmt": ["fmt"],
    "number": ["number", PLAN, "--write", "--code", "ĐTN"],
    "new-report": ["new-report", "--unit", "x", "--period", "2022"],
    "new-plan": ["new-plan", "--unit", "x", "--year", "2023", "--subject", "Dân vận khéo"],
    "register-model": ["register-model", "--unit", "x", "--year", "2022", "--name", "Đường hoa", "--field", "economy"],
    "submit": ["submit", REPORT, "--who", "an@example.org"],
    "schema": ["schema", "--write"],
    "templates": ["templates", "copy", "plan"],
    "render": ["render", PLAN, "-o", "a.docx"],
    "-o": ["units", "-o", "a.xlsx"],
    "init": ["init", "moi", "--no-git"],
}


@pytest.fixture
def tiny_disk(tmp_path):
    """A disk of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def filled(folder):
    """Take what is left of a disk."""
    with (folder / "full").open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(b"x" * 4096):
            pass


def contents(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def disturbing(space):
    """A workspace in which every command of `WRITING` has something to write."""
    made = Workspace(space)
    made.unit("x", level="province")
    made.report("x", 2021, state="draft", limits="Còn chậm.")
    made.plan("x", year=2021, text="Nội dung.", number=None, state="draft")
    (space / REPORT).write_bytes((space / REPORT).read_bytes() + b"note: x  \n")


@for_root
def test_a_full_disk_is_one_line_and_the_old_files_stand(tiny_disk, monkeypatch):
    disturbing(tiny_disk)
    filled(tiny_disk)
    before = contents(tiny_disk)
    monkeypatch.chdir(tiny_disk)
    for name, words in WRITING.items():
        done = call(*words)
        assert (done.exit_code, done.stderr[:6]) == (2, "DVK910"), (name, done.stderr)
        assert "no space left on the disk" in done.stderr
        assert contents(tiny_disk) == before, name


@unix
@pytest.mark.parametrize(
    "names_of", [("set", "new-report", "-o"), pytest.param(tuple(WRITING), marks=pytest.mark.deep)]
)
def test_a_folder_that_may_not_be_written_is_one_line(tmp_path, names_of):
    disturbing(tmp_path)
    before = contents(tmp_path)
    folders = [tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    for name in names_of:
        done = run_dvk(*WRITING[name], cwd=tmp_path, bound=True)
        assert (done.returncode, done.stderr[:6]) == (2, "DVK910"), (name, done.stderr)
        assert "permission denied" in done.stderr
    for folder in folders:
        folder.chmod(0o755)
    assert contents(tmp_path) == before


@unix
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path):
    disturbing(tmp_path)
    (tmp_path / REPORT).chmod(0o444)
    before = contents(tmp_path)
    for words in (["set", REPORT, "note", "y"], ["fmt", REPORT]):
        done = run_dvk(*words, cwd=tmp_path, bound=True)
        assert (done.returncode, done.stderr[:6]) == (2, "DVK910"), done.stderr
    assert contents(tmp_path) == before


@pytest.mark.parametrize("words", [["units", "-o"], ["render", PLAN, "-o"], ["init", "--no-git"]])
def test_a_name_that_is_too_long_is_one_line(space, words, monkeypatch):
    ending = ".docx" if words[0] == "render" else ".csv"
    monkeypatch.chdir(space.root)
    result = call(*words, "n" * 300 + ending)
    assert (result.exit_code, result.stderr[:6]) == (2, "DVK910"), result.stderr
    assert "the name is too long" in result.stderr
