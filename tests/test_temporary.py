"""Temporary files that cannot be written: one line and exit 2, wherever dvk needs one."""

import os
import signal
import tempfile

import pytest
from workspace_builder import Workspace

from dvk.confined import Worker
from dvk.errors import CannotGoOn
from dvk.libreoffice import converted

STARTS_PROCESSES = True

PLAN = "plans/2021/tinh/ke-hoach.yaml"


@pytest.fixture
def space(tmp_path):
    made = Workspace(tmp_path / "w")
    made.unit("tinh", level="province")
    made.plan("tinh", year=2021, text="Nội dung.")
    return made


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A program that is found as LibreOffice: none of these tests gets as far as to start it."""
    file = tmp_path / "bin" / "soffice"
    file.parent.mkdir()
    file.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(file.parent))


def small_files_only(size):
    resource = pytest.importorskip("resource")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_folder_that_is_gone_is_said_in_one_line(space, tmp_path, monkeypatch, lang):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    result = space.run("render", PLAN, "-o", str(tmp_path / "a.docx"), "--lang", lang)
    assert result.exit_code == 2
    assert "DVK910" in result.stderr
    assert str(tmp_path / "gone") in result.stderr
    assert "Traceback" not in result.stderr


def test_so_it_is_by_the_door_to_git(space, tmp_path, monkeypatch):
    space.git_init()
    space.commit("2021-01-05T08:00:00+07:00")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    result = space.run("rollup", "--year", "2021", "--at", "HEAD")
    assert result.exit_code == 2
    assert "DVK910" in result.stderr


def test_where_no_folder_takes_any_that_is_said(monkeypatch):
    def nowhere(*_):
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_get_default_tempdir", nowhere)
    with pytest.raises(CannotGoOn) as stopped, Worker("confined_job") as worker:
        worker.start()
    assert stopped.value.details == {"path": "TMPDIR", "problem": "no_temporary_folder"}


@pytest.mark.usefixtures("program")
@pytest.mark.skipif(os.name == "nt", reason="limits of Unix")
@pytest.mark.parametrize("size", [100, 1 << 14], ids=["the profile", "the document"])
def test_a_disk_that_gets_full_before_libreoffice_starts(size):
    back = small_files_only(size)
    try:
        with pytest.raises(CannotGoOn) as stopped:
            converted(bytes(1 << 15), "docx", "pdf")
    finally:
        back()
    assert stopped.value.code == "DVK910"
    assert stopped.value.details["problem"] == "EFBIG"
