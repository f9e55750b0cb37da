"""How far a long call has come: seen at a terminal only, and only where it takes its time."""

import os
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from repositories import new_repository
from workspace_builder import Workspace

from dvk.memory import Readings
from dvk.output.progress import progress
from dvk.snapshot import working_tree

pexpect = pytest.importorskip("pexpect")
ROOT = Path(__file__).parents[1]
unix_only = pytest.mark.skipif(os.name == "nt", reason="a terminal of Unix")

SHOWN = """\
from dvk.output.progress import progress
with progress("Reading", 3, after={after}) as each:
    for _ in range(3):
        each()
print("done")
"""


def at_a_terminal(script, **environment):
    """All that a terminal is sent by a script."""
    besides = {"PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONUTF8": "1"} | environment
    shown = pexpect.spawn(sys.executable, ["-c", script], env=os.environ | besides, encoding="utf-8", timeout=60)
    shown.expect(pexpect.EOF)
    shown.close()
    assert shown.exitstatus == 0
    return shown.before


@unix_only
def test_what_is_over_soon_shows_no_bar():
    assert at_a_terminal(SHOWN.format(after=3600)) == "done\r\n"


@unix_only
def test_what_takes_its_time_shows_a_bar_and_wipes_it():
    sent = at_a_terminal(SHOWN.format(after=1e-9))
    assert "Reading" in sent
    assert "3/3" in sent
    assert sent.rindex("\x1b[2K") > sent.rindex("3/3"), "its line is erased at the end"
    assert sent.endswith("done\r\n")


@unix_only
def test_a_bar_is_gone_where_reading_stops_with_an_error():
    script = SHOWN.format(after=1e-9).replace("each()", "each(); raise SystemExit(0)")
    sent = at_a_terminal(script)
    assert "1/3" in sent
    assert sent.rindex("\x1b[?25h") > sent.rindex("1/3"), "the cursor is seen again"


@unix_only
@pytest.mark.parametrize(("language", "words"), [("vi", "Đọc tệp"), ("en", "Reading files")])
def test_a_command_says_in_either_language_what_takes_so_long(language, words, tmp_path):
    script = f"""\
import datetime, pathlib
from dvk.cli import opening
from dvk.cli.session import Session
opening._SOON = 1e-9
readings = opening.readings_for(Session({language!r}, datetime.date(2021, 1, 1)), pathlib.Path({str(tmp_path)!r}))
with readings.progress(2) as each:
    each()
    each()
"""
    assert words in at_a_terminal(script, DVK_CACHE="off")


def test_a_pipe_is_shown_nothing(capfd):
    with progress("Reading", 3, after=1e-9) as each:
        each()
    assert capfd.readouterr() == ("", "")


def test_each_file_read_is_told_once(tmp_path):
    space = Workspace(new_repository(tmp_path / "w"))
    space.unit("tinh", level="province")
    for year in range(2001, 2031):
        space.plan("tinh", year=year)
    told = []

    @contextmanager
    def counting(total):
        told.append(f"of {total}")
        yield lambda: told.append("one")

    snapshot = working_tree(space.root)
    paths = [path for path in snapshot.paths() if path.startswith("plans/")]
    Readings(progress=counting).of_files(snapshot, paths)
    assert told == ["of 30"] + ["one"] * 30
