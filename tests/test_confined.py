"""Work on files that nobody need trust: a process that answers, and is stopped from outside."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from dvk.confined import MOST_MEMORY, OutOfBounds, Worker

STARTS_PROCESSES = True

JOB = "confined_job"
PLENTY = 60


@pytest.fixture
def worker():
    with Worker(JOB) as made:
        yield made


def ask(worker, do, payload=b"", seconds=PLENTY, **request):
    return worker.ask({"do": do, **request}, payload, seconds=seconds)


def children():
    """Give the processes that this one has started and not waited for."""
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    return listed.read_text().split() if listed.exists() else []


def open_files():
    """Count the files and pipes of this process."""
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0


def test_many_requests_are_answered_by_one_process(worker):
    answers = [ask(worker, "echo", bytes([i]) * i, word=f"chữ {i} \ud800\0") for i in range(200)]
    assert [(answer["word"], result) for answer, result in answers] == [
        (f"chữ {i} \ud800\0", bytes([i]) * i) for i in range(200)
    ]
    assert len({answer["process"] for answer, _ in answers}) == 1


@pytest.mark.parametrize("size", [0, 1, 1 << 16, 20 << 20])
def test_an_answer_may_be_large(worker, size):
    assert ask(worker, "echo", b"x" * size)[1] == b"x" * size


def test_an_answer_may_not_be_larger_than_any(worker):
    with pytest.raises(OutOfBounds):
        ask(worker, "large", size=300 << 20)
    assert ask(worker, "echo", b"a")[1] == b"a"


OUT_OF_BOUNDS = {
    "a loop": ("loop", 1),
    "a sleep": ("sleep", 1),
    "memory": ("memory", PLENTY),
    "memory of C": ("array", PLENTY),
    "killed by the system": ("kill", PLENTY),
}


@pytest.mark.parametrize("what", OUT_OF_BOUNDS)
def test_what_goes_out_of_bounds_is_stopped_and_the_next_request_answered(worker, what):
    do, seconds = OUT_OF_BOUNDS[what]
    before = ask(worker, "echo")[0]["process"]
    with pytest.raises(OutOfBounds):
        ask(worker, do, seconds=seconds)
    after, result = ask(worker, "echo", b"a")
    assert result == b"a"
    assert after["process"] != before


def test_memory_that_earlier_requests_hold_is_no_reason(worker):
    part = MOST_MEMORY * 6 // 10
    assert ask(worker, "hold", size=part)
    assert ask(worker, "hold", size=part)
    with pytest.raises(OutOfBounds):
        ask(worker, "hold", size=2 * part)


def test_a_bug_travels_back_with_its_trace(worker):
    before = ask(worker, "echo")[0]["process"]
    with pytest.raises(RuntimeError, match=r"(?s)confined_job\.py.*KeyError: 'chưa có'"):
        ask(worker, "bug")
    assert ask(worker, "echo")[0]["process"] == before


def test_a_process_that_leaves_is_a_bug_and_not_the_fault_of_the_file(worker):
    with pytest.raises(RuntimeError, match="code 7"):
        ask(worker, "leave")
    assert ask(worker, "echo", b"a")[1] == b"a"


def test_a_job_that_cannot_be_imported_says_why():
    with Worker("confined_job_that_is_not_there") as worker, pytest.raises(RuntimeError, match="ModuleNotFoundError"):
        ask(worker, "echo")


def test_what_a_library_prints_does_not_get_between_the_answers(worker):
    for _ in range(3):
        assert ask(worker, "print", b"a")[1] == b"a"


def test_nothing_can_be_written(worker, tmp_path):
    target = tmp_path / "a"
    with pytest.raises(RuntimeError, match="OSError"):
        ask(worker, "write", path=str(target))
    assert not target.exists() or target.read_bytes() == b""


@pytest.mark.skipif(os.name == "nt", reason="limits of Unix")
def test_time_is_counted_anew_for_each_request(worker):
    """The limit of the processor's time adds up over requests: it has to move with them."""
    first, second = (int(ask(worker, "busy", seconds=9, time=1.1)[1]) for _ in range(2))
    assert 9 <= first < second


def test_nothing_is_imported_from_the_folder_of_the_call(tmp_path, monkeypatch):
    for name in ("json", "struct", "dvk", JOB):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('nạp từ thư mục làm việc')", "utf-8")
    monkeypatch.chdir(tmp_path)
    with Worker(JOB) as worker:
        assert ask(worker, "echo", b"a")[1] == b"a"


def test_nothing_is_left_when_it_is_closed():
    files = open_files()
    before = children()
    for do in ("echo", "leave", "kill", "memory", "bug"):
        with Worker(JOB) as worker, suppress(OutOfBounds, RuntimeError):
            ask(worker, do)
        worker.close()
        with pytest.raises(RuntimeError, match="closed"):
            ask(worker, "echo")
    assert children() == before
    assert open_files() == files


def test_a_worker_that_nobody_asked_starts_nothing():
    before = children()
    Worker(JOB).close()
    assert children() == before


CALLER = """
import sys
from dvk.confined import Worker
with Worker("confined_job") as worker:
    print(worker.ask({"do": "echo"}, b"", seconds=60)[0]["process"], flush=True)
    worker.ask({"do": "loop"}, b"", seconds=1)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of a terminal")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_call_leaves_no_process(sign):
    path = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[1])])
    environment = os.environ | {"PYTHONPATH": path}
    call = [sys.executable, "-c", CALLER]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as caller:
        worker = int(caller.stdout.readline())
        time.sleep(0.3)
        caller.send_signal(sign)
        caller.wait(20)
    assert _ended(worker, 30)


def _ended(process, seconds):
    for _ in range(seconds * 10):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True  # it waits for whoever inherits it
        time.sleep(0.1)
    return False
