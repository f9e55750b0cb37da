"""What is remembered of documents changes no answer, whatever happens to the files or to what is remembered."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout, suppress
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from odd_documents import PATHS, OddDocument
from repositories import git, new_repository
from workspace_builder import Workspace

from dvk.__main__ import run
from dvk.facts.reading import Reading
from dvk.kinds import KINDS, kind_of
from dvk.memory import Readings, Store, parallel
from dvk.memory.rows import from_row, to_row
from dvk.memory.version import reader_version
from dvk.reading import read
from dvk.snapshot import at_commit, overlaid, working_tree

ROOT = Path(__file__).parents[1]
COMMANDS = (
    ("check", "--format", "json"),
    ("rollup", "--year", "2021", "--format", "json"),
    ("deadlines", "--year", "2021", "--format", "json", "--on", "2022-03-01"),
    ("rollup", "--year", "2021", "--at", "HEAD", "--format", "csv"),
)

MORE_COMMANDS = (
    ("status", "--on", "2022-03-01"),
    ("status", "--unit", "tinh", "--on", "2022-03-01"),
    ("units", "--on", "2021-06-01"),
    ("find", "3"),
    ("why", "tinh", "nha", "--year", "2021"),
    ("deadlines", "--year", "2021", "--against", "HEAD", "--on", "2022-03-01"),
    ("rollup", "--year", "2021", "--against", "HEAD"),
    ("check", "--base", "HEAD"),
    ("summary", "--base", "HEAD"),
    ("diff", "HEAD"),
    ("log", "reports/2021/tinh/huyen-a/2021.yaml"),
    ("number", "--list", "tinh"),
    ("codeowners",),
)


def documents_here():
    """Every document of the repository and of its examples, as (bytes, kind)."""
    for file in sorted(ROOT.rglob("*.yaml")):
        path = file.relative_to(ROOT)
        inner = Path(*path.parts[4:]) if path.parts[:2] == ("dvk", "examples") else path
        if file.is_file() and (kind := kind_of(inner.as_posix())):
            yield file.read_bytes(), kind


# rows


def test_every_document_here_is_the_same_after_being_remembered():
    found = [(read(data, kind), data) for data, kind in documents_here()]
    assert len(found) > 300
    for reading, _ in found:
        again = from_row(to_row(reading), Reading)
        assert again == reading
        assert sorted(repr(again)) == sorted(repr(reading))  # 1 and True, 3 and Fraction(3) are equal


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind in PATHS])
def test_random_documents_are_the_same_after_being_remembered(kind):
    for seed in range(8):
        reading = read(OddDocument(kind, seed).data, kind)
        assert from_row(to_row(reading), Reading) == reading


@pytest.mark.parametrize("row", ["", "{}", "[]", "[[9]]", '[["Plan"]]', "[1,2,3,4]", "[" * 100_000])
def test_a_row_that_was_not_made_here_is_refused(row):
    with pytest.raises(ValueError, match="no row of ours"):
        from_row(row, Reading)


# the store


@pytest.fixture
def space(tmp_path):
    made = Workspace(new_repository(tmp_path / "w"))
    made.unit("tinh", level="province")
    made.units("huyen-a", "huyen-b", parent="tinh", level="district")
    made.indicator("nha", "sum", "sum")
    owed = {"id": "bao-cao", "kind": "report", "title": "Báo cáo năm", "period": "2021", "by": "2021-12-15"}
    made.plan("tinh", owed | {"who": {"level": ["district"]}}, year=2021)
    made.report("huyen-a", 2021, {"nha": 3}, submitted="2021-12-01")
    made.report("huyen-b", 2021, {"nha": 4}, submitted="2021-12-20")
    git(made.root, "add", "-A")
    git(made.root, "commit", "-q", "-m", "đầu")
    return made


def answers(space, monkeypatch, folder, commands=COMMANDS):
    monkeypatch.setenv("DVK_CACHE", str(folder))
    return [space.run(*words) for words in commands]


def store_in(folder):
    (file,) = folder.glob("readings-*.sqlite")
    return file


def test_what_is_remembered_is_used(space, monkeypatch, tmp_path):
    """What is remembered is enough: git has nothing of it any more."""
    answers(space, monkeypatch, tmp_path / "c")
    assert store_in(tmp_path / "c").is_file()
    readings = Readings(Store(store_in(tmp_path / "c")), workers=1)
    snapshot = at_commit(space.root, git(space.root, "rev-parse", "HEAD"))
    paths = [path for path in snapshot.paths() if kind_of(path)]
    kept = readings.of_files(snapshot, paths)
    assert kept == Readings(workers=1).of_files(snapshot, paths)
    for path in paths:  # nothing is left to read
        git(space.root, "rm", "-q", "--cached", path)
    objects = space.root / ".git/objects"
    objects.rename(tmp_path / "gone")
    objects.mkdir()
    again = Readings(Store(store_in(tmp_path / "c")), workers=1)
    assert again.of_files(snapshot, paths) == kept


def kept_rows(file):
    with sqlite3.connect(file) as connection:
        return [row for (row,) in connection.execute("SELECT row FROM kept")]


def broken_in_the_middle(file):
    data = bytearray(file.read_bytes())
    for at in range(4096, len(data), 97):
        data[at] ^= 0x55
    file.write_bytes(data)


def changed_rows(file):
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE kept SET row = CAST(replace(row, '3', '9') AS BLOB)")


HARM = {
    "deleted": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "half written": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "another file": lambda file: file.write_text("không phải SQLite" * 1000, "utf-8"),
    "bits turned": broken_in_the_middle,
    "rows changed": changed_rows,
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "another table": lambda file: (file.unlink(), sqlite3.connect(file).execute("CREATE TABLE kept (x)").close()),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_broken_store_changes_no_answer(space, monkeypatch, tmp_path, harm):
    without = answers(space, monkeypatch, "off", COMMANDS[:2])
    assert answers(space, monkeypatch, tmp_path / "c", COMMANDS[:2]) == without
    HARM[harm](store_in(tmp_path / "c"))
    assert answers(space, monkeypatch, tmp_path / "c", COMMANDS[:2]) == without
    assert answers(space, monkeypatch, tmp_path / "c", COMMANDS[:2]) == without
    if harm != "a folder":
        assert kept_rows(store_in(tmp_path / "c")), "it is not made anew"


def test_a_store_that_is_locked_is_done_without(space, monkeypatch, tmp_path):
    without = answers(space, monkeypatch, tmp_path / "c")
    with sqlite3.connect(store_in(tmp_path / "c")) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("dvk.memory.store._PATIENCE", 0.01)
        assert answers(space, monkeypatch, tmp_path / "c") == without


def test_another_dvk_finds_none_of_our_rows(space, tmp_path, monkeypatch):
    store = Store(tmp_path / "s.sqlite")
    snapshot = at_commit(space.root, git(space.root, "rev-parse", "HEAD"))
    Readings(store, workers=1).of_files(snapshot, ["indicators.yaml"])
    blob = snapshot.entries["indicators.yaml"].blob
    monkeypatch.setattr("dvk.memory.readings.reader_version", lambda: b"another")
    again = Readings(store, workers=1)
    again._recall([("indicators", blob)])
    assert again._known == {}
    monkeypatch.setattr("dvk.memory.readings.reader_version", reader_version)
    again._recall([("indicators", blob)])
    assert again._known.keys() == {("indicators", blob)}


@pytest.mark.parametrize("touched", ["dvk/reading.py", "templates/profiles/state.yaml"])
def test_a_dvk_that_was_changed_is_another_one(tmp_path, touched):
    for name in ("dvk", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "examples"))

    def version():
        words = [sys.executable, "-B", "-c", "from dvk.memory.version import reader_version as v; print(v().hex())"]
        return subprocess.run(words, cwd=tmp_path, capture_output=True, check=True, text=True).stdout

    before = version()
    assert version() == before
    os.utime(tmp_path / touched, ns=(1, 1))
    assert version() != before


def test_rows_of_long_ago_go_and_those_of_another_branch_stay(tmp_path, monkeypatch):
    monkeypatch.setattr("dvk.memory.store._SPARE", 10)
    store = Store(tmp_path / "s.sqlite")
    rows = {bytes([at]) * 16: b"x" for at in range(40)}
    first = list(rows)[:8]
    store.keep({key: rows[key] for key in first}, first)
    store.keep({key: rows[key] for key in list(rows)[8:12]}, first)
    assert store.rows(rows).keys() == set(list(rows)[:12])
    store.keep({key: rows[key] for key in list(rows)[12:]}, list(rows)[30:])
    assert store.rows(rows).keys() == set(list(rows)[30:])


def test_many_write_at_once(tmp_path):
    store = Store(tmp_path / "s.sqlite")

    def write(worker):
        for at in range(20):
            key = bytes([worker, at]) * 8
            store.keep({key: bytes([worker])}, [key])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    keys = [bytes([worker, at]) * 8 for worker in range(4) for at in range(20)]
    assert store.rows(keys) == {key: key[:1] for key in keys}


# files on disk


def text_of(readings, snapshot, path):
    return readings.of_files(snapshot, [path])[path]


def test_a_file_changed_in_place_with_its_old_time_is_read_again(space, tmp_path):
    path = "reports/2021/tinh/huyen-a/2021.yaml"
    file = space.root / path
    later = time.time_ns() + 10**10  # as though the file had been there for long
    first = Readings(Store(tmp_path / "s.sqlite"), later, 1).of_files(working_tree(space.root), [path])[path]
    status = file.stat()
    text = file.read_text("utf-8")
    with file.open("r+", encoding="utf-8") as stream:
        stream.write(text.replace("value: 3", "value: 7"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    again = Readings(Store(tmp_path / "s.sqlite"), later, 1).of_files(working_tree(space.root), [path])[path]
    assert (first.facts.figures[0].value, again.facts.figures[0].value) == (3, 7)


def test_an_untouched_file_is_not_opened_and_one_of_a_moment_ago_is(space, tmp_path):
    path = "reports/2021/tinh/huyen-a/2021.yaml"
    for began, is_known in ((time.time_ns(), False), (time.time_ns() + 10**10, True)):
        store = Store(tmp_path / f"{is_known}.sqlite")
        Readings(store, began, 1).of_files(working_tree(space.root), [path])
        ids = Readings(store, began, 1).known_ids(working_tree(space.root), [path])
        assert (path in ids) is is_known


def worked_out(space, store, began, text):
    """What is kept of files that look as those on disk do now; the text itself where nothing was kept."""
    return Readings(store, began, 1).of_looks("x", working_tree(space.root), lambda: text)


def test_what_was_worked_out_is_kept_of_files_that_look_the_same(space, tmp_path):
    store, later = Store(tmp_path / "s.sqlite"), time.time_ns() + 10**10
    assert worked_out(space, store, later, "một") == "một"
    assert worked_out(space, store, later, "hai") == "một"
    path = space.root / "reports/2021/tinh/huyen-a/2021.yaml"
    path.write_bytes(path.read_bytes())
    assert worked_out(space, store, later, "ba") == "ba", "the same bytes, but who knows"
    path.unlink()
    assert worked_out(space, store, later, "bốn") == "bốn"
    path.symlink_to(space.root / "dvk.yaml")
    assert worked_out(space, store, later, "năm") == "năm"


def test_nothing_is_kept_of_files_of_a_moment_ago_or_that_are_not_there_yet(space, tmp_path):
    store, later = Store(tmp_path / "s.sqlite"), time.time_ns() + 10**10
    assert worked_out(space, store, time.time_ns(), "một") == "một"
    assert worked_out(space, store, time.time_ns(), "hai") == "hai"
    drafted = overlaid(working_tree(space.root), {"plans/2021/tinh/moi.yaml": b"a"})
    for text in ("ba", "bốn"):
        assert Readings(store, later, 1).of_looks("x", drafted, lambda text=text: text) == text


READS_OR_CHECKS = {"pydantic", "dvk.reading", "dvk.facts", "dvk.workspace", "dvk.workspace_checks"}
LOADED = "import sys; from dvk.__main__ import run; run(sys.argv[1:]); sys.stderr.write(chr(10).join(sys.modules))"


def test_a_check_of_what_was_checked_before_imports_nothing_that_reads(space, tmp_path):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "DVK_CACHE": str(tmp_path / "c")}
    command = [sys.executable, "-c", LOADED, "check", "--at", "HEAD", "--strict"]
    first, second = (
        subprocess.run(command, cwd=space.root, env=environment, check=True, capture_output=True, text=True)
        for _ in range(2)
    )
    assert first.stdout == second.stdout != ""
    assert set(first.stderr.splitlines()) >= READS_OR_CHECKS
    assert READS_OR_CHECKS & set(second.stderr.splitlines()) == set()


def test_what_an_edit_would_make_is_read_as_it_would_be(space, tmp_path):
    path = "reports/2021/tinh/huyen-a/2021.yaml"
    readings = Readings(Store(tmp_path / "s.sqlite"), time.time_ns() + 10**10, 1)
    snapshot = working_tree(space.root)
    readings.of_files(snapshot, [path])
    data = snapshot.read(path).replace(b"value: 3", b"value: 8")
    made = readings.of_files(overlaid(snapshot, {path: data, "plans/2021/tinh/moi.yaml": b"a"}), [path])
    assert made[path].facts.figures[0].value == 8


# by many processes


def test_many_processes_read_what_one_reads(tmp_path, monkeypatch):
    monkeypatch.setattr(parallel, "_BATCH", 3)
    monkeypatch.setattr("dvk.memory.readings.WORTH_IT", 5)
    made = Workspace(tmp_path)
    made.unit("tinh", level="province")
    for year in range(2000, 2030):
        made.report("tinh", year, {"nha": year})
        made.write(f"reports/{year}/tinh/{year}-H1.yaml", OddDocument("report", year).data.decode("utf-8", "replace"))
    snapshot = working_tree(tmp_path)
    paths = [path for path in snapshot.paths() if kind_of(path)]
    one, many = (Readings(workers=workers).of_files(snapshot, paths) for workers in (1, 3))
    assert list(one.items()) == list(many.items())
    assert len(one) > 60


def test_where_a_process_is_killed_the_rest_is_read_all_the_same(monkeypatch):
    monkeypatch.setattr(parallel, "_BATCH", 2)
    monkeypatch.setattr(parallel, "_begin", lambda: os.kill(os.getpid(), 9))
    jobs = [(("report", str(at)), f"unit: u{at}".encode()) for at in range(9)]
    found = dict(parallel.rows_of(jobs, 2))
    assert found == {key: to_row(read(data, "report")) for key, data in jobs}


def pressed_until_it_ends(call, how):
    """End a call, in any case: one begun in the background of a shell ignores Ctrl-C, and would go on for ever."""
    try:
        for _ in range(10):
            call.send_signal(how)
            with suppress(subprocess.TimeoutExpired):
                call.communicate(timeout=3)
                return
        raise AssertionError("it does not end")
    finally:
        call.kill()


def group_of(process):
    """The group of a process that is no zombie; None of any other."""
    try:
        state, _, group = (process / "stat").read_text("utf-8").rpartition(")")[2].split()[:3]
    except OSError:
        return None
    return int(group) if state != "Z" else None


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_when_a_call_is_interrupted(how):
    code = (
        "import sys, itertools\nfrom dvk.memory.parallel import rows_of\n"
        "jobs = ((('report', str(i)), b'unit: a') for i in itertools.count())\n"
        "for n, _ in enumerate(rows_of(jobs, 2)):\n    if n == 300: print('ready', flush=True)\n"
    )
    words = [sys.executable, "-c", code]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=True
    ) as call:
        assert call.stdout.readline() == b"ready\n", call.stderr.read()
        pressed_until_it_ends(call, how)
    for _ in range(100):
        if not any(group_of(process) == call.pid for process in Path("/proc").iterdir() if process.name.isdigit()):
            return
        time.sleep(0.05)
    raise AssertionError("a process is still there")


# what was read, and what is kept of it


REPORT = "reports/2021/tinh/huyen-a/2021.yaml"


def all_of(readings, snapshot):
    return readings.of_files(snapshot, [path for path in snapshot.paths() if kind_of(path)])


def test_a_content_that_was_read_elsewhere_is_not_read_again(space, tmp_path, monkeypatch):
    """As after a change of branch: the file looks new, what it holds does not."""
    store, later = Store(tmp_path / "s.sqlite"), time.time_ns() + 10**10
    first = all_of(Readings(store, later, 1), working_tree(space.root))
    for file in space.root.rglob("*.yaml"):
        os.utime(file, ns=(5, 5))
    monkeypatch.setattr("dvk.reading.read", None)
    assert all_of(Readings(store, later, 1), working_tree(space.root)) == first


def test_what_is_known_of_files_stays_when_only_one_is_asked_about(space, tmp_path):
    store, later = Store(tmp_path / "s.sqlite"), time.time_ns() + 10**10
    snapshot = working_tree(space.root)
    all_of(Readings(store, later, 1), snapshot)
    os.utime(space.root / "dvk.yaml", ns=(5, 5))
    Readings(store, later, 1).of_files(working_tree(space.root), ["dvk.yaml"])
    paths = [path for path in snapshot.paths() if kind_of(path)]
    assert [*Readings(store, later, 1).known_ids(working_tree(space.root), paths)] == paths


def test_a_call_about_one_file_throws_no_other_reading_away(space, tmp_path, monkeypatch):
    monkeypatch.setattr("dvk.memory.store._SPARE", 0)
    store, later = Store(tmp_path / "s.sqlite"), time.time_ns() + 10**10
    all_of(Readings(store, later, 1), working_tree(space.root))
    before = len(kept_rows(store.file))
    space.settings(due_soon=9)
    Readings(store, later, 1).of_files(working_tree(space.root), ["dvk.yaml"])
    assert len(kept_rows(store.file)) == before + 1


def test_nothing_is_kept_of_files_that_changed_while_they_were_read(space, tmp_path):
    store = Store(tmp_path / "s.sqlite")
    readings, snapshot = Readings(store, time.time_ns(), 1), working_tree(space.root)
    readings.ids(snapshot, [REPORT])
    file = space.root / REPORT
    file.write_bytes(file.read_bytes().replace(b"value: 3", b"value: 8"))
    assert readings.of_files(snapshot, [REPORT])[REPORT].facts.figures[0].value == 8
    readings.keep_result("x", "y", "một")
    assert not readings.is_steady
    assert Readings(store).result("x", "y") is None


@pytest.mark.parametrize("what", ["ProcessPoolExecutor", "ProcessPoolExecutor.submit"])
def test_where_the_system_gives_no_process_files_are_read_all_the_same(space, monkeypatch, what):
    def refuse(*_, **__):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(f"dvk.memory.parallel.{what}", refuse)
    monkeypatch.setattr("dvk.memory.readings.WORTH_IT", 1)
    snapshot = working_tree(space.root)
    assert all_of(Readings(workers=2), snapshot) == all_of(Readings(workers=1), snapshot)


# whatever happens to the files


class Life:
    """A repository to which something happens at every step."""

    def __init__(self, space, seed):
        self.space, self.random = space, random.Random(seed)  # noqa: S311 - an example, no secret
        self.root = space.root

    def step(self):
        deed = self.random.choice(
            [self.edit, self.edit_in_place, self.add, self.remove, self.rename, self.commit, self.branch, self.revert]
        )
        deed()
        return deed.__name__

    def _report(self):
        if not [*(self.root / "reports").rglob("*.yaml")]:
            self.add()
        return self.random.choice(sorted((self.root / "reports").rglob("*.yaml")))

    def edit(self):
        file = self._report()
        text = file.read_text("utf-8")
        value = self.random.choice(["5", "12", "3,5", "~", "x"])
        file.write_text(text.replace("value: ", f"value: {value} # ", 1), "utf-8")

    def edit_in_place(self):
        file = self._report()
        data = file.read_bytes()
        digit = str(self.random.randrange(10)).encode()
        with file.open("r+b") as stream:
            stream.write(data.replace(b"value: 3", b"value: " + digit).replace(b"value: 4", b"value: " + digit))

    def add(self):
        unit, year = self.random.choice(["huyen-a", "huyen-b", "tinh"]), self.random.choice([2020, 2021, "2021-H1"])
        self.space.report(unit, year, {"nha": self.random.randrange(9)})

    def remove(self):
        self._report().unlink()

    def rename(self):
        file = self._report()
        file.rename(file.with_name(self.random.choice(["2021-H2.yaml", "2021.yaml", "ten-khac.yaml"])))

    def commit(self):
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "--allow-empty", "-m", "bước")

    def branch(self):
        self.commit()
        names = git(self.root, "branch", "--format=%(refname:short)").split()
        if self.random.random() < 0.5 or len(names) < 2:
            git(self.root, "checkout", "-q", "-b", f"nhanh-{len(names)}")
        else:
            git(self.root, "checkout", "-q", self.random.choice(names))

    def revert(self):
        self.commit()
        if git(self.root, "rev-list", "--count", "HEAD") != "1":
            git(self.root, "reset", "-q", "--hard", "HEAD~1")


@pytest.mark.parametrize("is_long_ago", [False, True])
@pytest.mark.parametrize("steps", [5, pytest.param(300, marks=pytest.mark.deep)])
def test_no_step_in_the_life_of_a_workspace_is_missed(space, monkeypatch, tmp_path, steps, is_long_ago):
    """What is answered from memory, and what the same call says again, is what a call without any memory says.

    Files written within two seconds are read again; ``is_long_ago`` takes that away, so that looks alone decide.
    """
    if is_long_ago:
        monkeypatch.setattr("dvk.memory.file_ids._JUST_NOW", -(10**15))
    life, seen, folder = Life(space, steps), set(), tmp_path / "c"
    for number in range(steps):
        deed = life.step()
        asked = (*COMMANDS, *life.random.sample(MORE_COMMANDS, 2))
        kept, again, without = (answers(space, monkeypatch, where, asked) for where in (folder, folder, "off"))
        assert kept == without, (number, deed)
        assert again == without, (number, deed)
        seen.add(json.dumps([answer.stdout for answer in kept[: len(COMMANDS)]]))
    assert len(seen) > steps // 4


# answers


def asked_twice(space, *words):
    """What a call says, which the same call says again."""
    first = space.run(*words)
    assert space.run(*words) == first
    return first


def test_an_answer_is_of_its_question(space, monkeypatch, tmp_path):
    monkeypatch.setenv("DVK_CACHE", str(tmp_path / "c"))
    monkeypatch.setattr("dvk.memory.file_ids._JUST_NOW", -(10**15))
    (space.root / "reports/2021/tinh/huyen-b/2021.yaml").write_text("schema: report/v1\nunit: [", "utf-8")
    said = {}
    for words in (
        ("rollup", "--year", "2021"),
        ("rollup", "--year", "2020"),
        ("rollup", "--year", "2021", "--unit", "huyen-a"),
        ("rollup", "--year", "2021", "--depth", "1"),
        ("rollup", "--year", "2021", "--at", "HEAD"),
        ("rollup", "--year", "2021", "--format", "md"),
        ("--lang", "en", "rollup", "--year", "2021"),
        ("deadlines", "--year", "2021", "--on", "2021-11-01"),
        ("deadlines", "--year", "2021", "--on", "2022-11-01"),
        ("deadlines", "--year", "2021", "--on", "2022-11-01", "--state", "filed"),
    ):
        said[words] = asked_twice(space, *words)
        assert ("huyen-b" in said[words].stderr) is ("--at" not in words)
    monkeypatch.setenv("DVK_CACHE", "off")
    assert said == {words: space.run(*words) for words in said}
    monkeypatch.setenv("DVK_CACHE", str(tmp_path / "c"))
    file = tmp_path / "a.csv"
    assert space.run("rollup", "--year", "2021", "-o", str(file)).exit_code == 0
    first = file.read_bytes()
    assert space.run("rollup", "--year", "2021", "-o", str(file), "--force").exit_code == 0
    assert file.read_bytes() == first


def test_what_cannot_be_answered_is_asked_again(space, monkeypatch, tmp_path):
    monkeypatch.setenv("DVK_CACHE", str(tmp_path / "c"))
    monkeypatch.setattr("dvk.memory.file_ids._JUST_NOW", -(10**15))
    assert asked_twice(space, "rollup", "--year", "2021", "--unit", "huyen-z").exit_code == 2


@pytest.mark.parametrize(("most", "is_kept"), [(10, False), (100_000, True)])
def test_a_long_answer_is_not_kept(space, monkeypatch, tmp_path, most, is_kept):
    monkeypatch.setenv("DVK_CACHE", str(tmp_path / "c"))
    monkeypatch.setattr("dvk.cli.answered_before.MOST_CHARACTERS", most)
    asked_twice(space, "rollup", "--year", "2021")
    with sqlite3.connect(store_in(tmp_path / "c")) as connection:
        rows = connection.execute("SELECT row FROM kept").fetchall()
    assert any(b"% of target" in row for (row,) in rows) is is_kept


def test_an_answer_is_of_its_day(space, monkeypatch, tmp_path):
    monkeypatch.setenv("DVK_CACHE", str(tmp_path / "c"))
    monkeypatch.setattr("dvk.memory.file_ids._JUST_NOW", -(10**15))
    stamp = {"step": "submitted", "unit": "tinh", "who": "a", "when": "2031-01-01", "fingerprint": "sha256:" + "0" * 64}
    space.report("tinh", 2021, {"nha": 1}, stamps=[stamp])
    told = []
    for day in (date(2030, 12, 31), date(2031, 1, 1)):
        with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()):
            run(["check", "--root", str(space.root), "--lang", "en"], day)
        told.append("DVK652" in out.getvalue())
    assert told == [True, False]


def made_shallow(space):
    (space.root / ".git/shallow").write_text(git(space.root, "rev-parse", "HEAD") + "\n", "utf-8")


def moved_main(space):
    git(space.root, "commit", "-q", "--allow-empty", "-m", "không đổi tệp nào")
    git(space.root, "reset", "-q", "--soft", "HEAD~1")
    git(space.root, "checkout", "-q", "--orphan", "khac")
    git(space.root, "branch", "-q", "-D", "main")


def moved_git(space):
    (space.root / ".git").rename(space.root.parent / ".git")


def made_link(space):
    file = space.root / "plans/2021/tinh/ghi-chu.txt"
    file.unlink()
    file.symlink_to("khac.txt")


@pytest.mark.parametrize("happens", [made_shallow, moved_main, moved_git, made_link])
def test_an_answer_is_of_what_git_tells(space, monkeypatch, tmp_path, happens):
    """The files say what they said; what changes is what git can tell of them, or what kind of file one is."""
    monkeypatch.setattr("dvk.memory.file_ids._JUST_NOW", -(10**15))
    space.settings(adoption_date="2020-01-01")
    (space.root / "plans/2021/tinh/ghi-chu.txt").write_text("ghi", "utf-8")
    answers_to = ["plans/2021/tinh/ke-hoach.yaml#bao-cao"]
    space.report("huyen-a", 2021, {"nha": 3}, submitted="2021-12-01", answers=answers_to)
    git(space.root, "add", "-A")
    git(space.root, "commit", "-q", "-m", "ngày nhận theo git")
    asked = (("check", "--format", "json"), ("deadlines", "--year", "2021", "--on", "2022-03-01", "--format", "json"))
    before = answers(space, monkeypatch, tmp_path / "c", asked)
    happens(space)
    without = answers(space, monkeypatch, "off", asked)
    assert without != before, "nothing happened"
    assert answers(space, monkeypatch, tmp_path / "c", asked) == without
