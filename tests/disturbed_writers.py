"""Processes that write while they are killed, interrupted, or beside each other; run by tests/test_writes.py.

``python disturbed_writers.py kill|interrupt|beside ROOT TIMES`` forks, disturbs, looks, and prints what it saw as JSON.
Forked, a process begins where the imports are done, so that hundreds of moments of the write itself can be tried.
"""

import json
import os
import random
import signal
import sys
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import dvk.cli.set_value
import dvk.editing.effects  # noqa: F401 - imported before the first fork
from dvk.__main__ import main, run
from dvk.writing import replace
from dvk.writing.taking_turns import LOCK, OWN

REPORT = "reports/2021/x/2021.yaml"
LONGEST = 0.12
CODES = {"DVK913", "DVK979"}


def set_note(root, field, value):
    """Run ``dvk set`` on one field of the report; give exit code and whatever stands on standard error."""
    with redirect_stdout(StringIO()):
        read, write = os.pipe()
        kept = os.dup(2)
        os.dup2(write, 2)
        try:
            code = run(["set", REPORT, field, str(value), "--root", str(root), "--lang", "en"])
            sys.stderr.flush()
        finally:
            os.dup2(kept, 2)
            os.close(write)
            os.close(kept)
    said = os.read(read, 65536).decode()
    os.close(read)
    return code, said


def value_of(file, field):
    """The number that a field of the report holds now."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith(f"{field}: ")]
    return int(lines[0].split()[1].strip('"')) if lines else 0


def strays(root):
    """Files that dvk left beside documents."""
    return [path for path in root.rglob(f"{OWN}*") if path.is_file()]


def forked(work):
    """The id of a process that does this work and ends, and a pipe that it writes to."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    os.close(read)
    code = 3
    try:
        code = work(lambda text: os.write(write, text.encode()))
    finally:
        os._exit(code)


def killed(root, times):
    """Kill -9, at a random moment, of a process that writes without end; what it said is done has to be there."""
    chance, file = random.Random(7), root / REPORT  # noqa: S311 - no secret
    whole = file.read_bytes()
    seen = {"kills": 0, "writes": 0, "lost": 0, "half": 0, "strays": 0, "locks": 0}
    for turn in range(times):
        by_command = turn % 2 == 0
        start = value_of(file, "note")
        child, pipe = forked(_commands(root, start) if by_command else _replacements(file, whole, start))
        first = os.read(pipe, 1)
        time.sleep(chance.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        done = [int(word) for word in (first + _all_of(pipe)).decode().split("\n")[:-1] if word]
        last = done[-1] if done else start
        seen["kills"] += 1
        seen["writes"] += len(done)
        seen["lost"] += value_of(file, "note") not in {last, last + 1}
        seen["half"] += _without_note(file.read_bytes()) != _without_note(whole)
        left = strays(root)
        seen["locks"] += any(path.name == LOCK for path in left)
        seen["strays"] += any(path.name != LOCK for path in left)
        for path in left:
            if path.name != LOCK:  # the lock has to be no hindrance for the next
                path.unlink()
    return seen


def _commands(root, start):
    def work(say):
        for number in range(start + 1, start + 1000):
            say("\n" if number == start + 1 else "")
            code, said = set_note(root, "note", number)
            assert code == 0, said
            say(f"{number}\n")
        return 0

    return work


def _replacements(file, whole, start):
    def work(say):
        say("\n")
        before = file.read_bytes()
        for number in range(start + 1, start + 100_000):
            after = _without_note(whole) + b"note: %d\n" % number
            replace(file, before, after)
            before = after
            say(f"{number}\n")
        return 0

    return work


def _without_note(data):
    return b"".join(line for line in data.splitlines(keepends=True) if not line.startswith(b"note: "))


def _all_of(pipe):
    data = b""
    while more := os.read(pipe, 65536):
        data += more
    os.close(pipe)
    return data


def interrupted(root, times):
    """Ctrl-C at a random moment of ``dvk set``: done or not, nothing left behind, no trace."""
    chance, file = random.Random(7), root / REPORT  # noqa: S311 - no secret
    seen = {"interrupted": 0, "done": 0, "other": 0, "half": 0, "strays": 0, "traces": 0}
    for number in range(1, times + 1):
        child, pipe = forked(_one_command(root, number))
        os.read(pipe, 1)
        time.sleep(chance.random() * LONGEST)
        os.kill(child, signal.SIGINT)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said = _all_of(pipe).decode()
        seen["interrupted" if code == 130 else "done" if code == 0 else "other"] += 1
        seen["traces"] += "Traceback" in said
        seen["half"] += value_of(file, "note") > number
        seen["strays"] += bool(strays(root))
    return seen


def _one_command(root, number):
    def work(say):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = ["dvk", "set", REPORT, "note", str(number), "--root", str(root)]
        sys.stderr = StringIO()
        try:
            say("\n")
            with redirect_stdout(StringIO()):
                main()
        except KeyboardInterrupt:  # before the command began
            return 130
        except SystemExit as end:
            say(sys.stderr.getvalue())
            return end.code
        return 3

    return work


def beside(root, times):
    """Two processes that edit one file, a field each: what either wrote is never gone."""
    children = [forked(_editor(root, field, times)) for field in ("note", "place")]
    told = []
    for child, pipe in children:
        data = _all_of(pipe)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, data
        told.append(json.loads(data))
    file = root / REPORT
    seen = {key: sum(one[key] for one in told) for key in ("written", "refused", "lost", "other")}
    seen["lost"] += sum(value_of(file, one["field"]) != one["last"] for one in told)
    return seen | {"strays": len(strays(root))}


def _editor(root, field, times):
    def work(say):
        file, last = root / REPORT, 0
        seen = {"field": field, "written": 0, "refused": 0, "lost": 0, "other": 0}
        for number in range(1, times + 1):
            seen["lost"] += value_of(file, field) != last
            code, said = set_note(root, field, number)
            if code == 0:
                seen["written"] += 1
                last = number
            else:
                seen["refused" if said[:6] in CODES else "other"] += 1
        say(json.dumps(seen | {"last": last}))
        return 0

    return work


if __name__ == "__main__":
    what, place, count = sys.argv[1:]
    print(json.dumps({"kill": killed, "interrupt": interrupted, "beside": beside}[what](Path(place), int(count))))  # noqa: T201 - its answer
