import hashlib
import os
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repositories import NOON, commit, git, new_repository, write

from dvk import snapshot
from dvk.errors import CannotGoOn
from dvk.gitdoor import blob_id
from dvk.snapshot import LARGEST_FILE, Entry, at_commit, find_root, working_tree

FILES = {
    "dvk.yaml": "chính sách\n",
    "indicators.yaml": "chỉ tiêu\n",
    "units/đoàn.yaml": "1",
    "plans/2021/tinh/ke-hoach.yaml": "2",
    "registrations/2021/tinh/mo-hinh.yaml": "3",
    "reports/2021/tinh/huyen/2021.yaml": "4",
    "stories/2021/tinh/chuyen.md": "5",
}
OTHERS = {
    "README.md": "x",
    "node_modules/dvk.yaml": "x",
    "templates/a.yaml": "x",
    "reports.yaml": "x",
    "report/a.yaml": "x",
    "sub/reports/a.yaml": "x",
    "reports/.obsidian/a.yaml": "x",
    "reports/2021/.tam/a.yaml": "x",
}


@pytest.fixture
def repository(tmp_path):
    return new_repository(tmp_path / "kho")


@pytest.fixture(params=["no git", "untracked", "tracked", "subfolder"])
def workspace(request, tmp_path):
    """A folder for a workspace, and how to settle what was written into it."""
    root = tmp_path / "kho" / "phong-trao" if request.param == "subfolder" else tmp_path / "kho"
    if request.param != "no git":
        new_repository(tmp_path / "kho")
    root.mkdir(parents=True, exist_ok=True)
    tracked = request.param in {"tracked", "subfolder"}
    return root, (lambda: commit(root, {})) if tracked else (lambda: None)


def texts(taken):
    return {path: data.decode() for path, data in taken.read_all(taken.paths())}


def test_every_source_lists_exactly_what_a_workspace_can_hold(workspace):
    root, settle = workspace
    write(root, FILES | OTHERS)
    settle()
    taken = working_tree(root)
    assert texts(taken) == FILES
    assert taken.paths() == sorted(FILES)
    assert taken.commit is None
    status = (root / "reports/2021/tinh/huyen/2021.yaml").stat()
    looks = (1, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    assert taken.entries["reports/2021/tinh/huyen/2021.yaml"] == Entry(None, looks, link=False)


def test_a_commit_holds_what_was_committed_and_not_what_is_on_disk(repository):
    root = repository / "ws"
    first = commit(repository, {f"ws/{path}": text for path, text in (FILES | OTHERS).items()})
    commit(repository, {"ws/dvk.yaml": "mới", "ws/units/đoàn.yaml": None})
    write(root, {"indicators.yaml": "chưa ghi", "plans/them.yaml": "x"})
    taken = at_commit(root, first)
    assert texts(taken) == FILES
    assert (taken.commit, taken.in_git, taken.root) == (first, True, root)
    assert taken.entries["dvk.yaml"] == Entry(blob_id(FILES["dvk.yaml"].encode()), None, link=False)
    assert "units/đoàn.yaml" not in working_tree(root).entries


def test_the_working_tree_is_the_bytes_on_disk(repository):
    commit(repository, FILES)
    git(repository, "config", "core.autocrlf", "true")
    (repository / "dvk.yaml").write_bytes(b"\xef\xbb\xbfa\r\nb\r\n")
    (repository / "indicators.yaml").unlink()
    git(repository, "rm", "-q", "--cached", "units/đoàn.yaml")
    taken = working_tree(repository)
    assert taken.in_git
    assert taken.read("dvk.yaml") == b"\xef\xbb\xbfa\r\nb\r\n"
    assert set(taken.entries) == set(FILES) - {"indicators.yaml"}


def test_ignored_files_are_left_out_unless_they_are_tracked(repository):
    commit(repository, {"dvk.yaml": "", "reports/kept.bak": "1"})
    write(repository, {".gitignore": "*.bak\nreports/node_modules\n", "reports/x.bak": "2"})
    write(repository, {"reports/node_modules/a.yaml": "3", "reports/new.yaml": "4"})
    assert set(working_tree(repository).entries) == {"dvk.yaml", "reports/kept.bak", "reports/new.yaml"}


def test_a_workspace_in_an_ignored_folder_counts_as_one_without_git(repository):
    commit(repository, {".gitignore": "tmp/\n"})
    write(repository, {"tmp/dvk.yaml": "1", "tmp/reports/a.yaml": "2"})
    taken = working_tree(repository / "tmp")
    assert texts(taken) == {"dvk.yaml": "1", "reports/a.yaml": "2"}
    assert taken.in_git is False
    assert working_tree(repository).in_git is False


def test_in_a_conflict_the_files_on_disk_count(repository):
    commit(repository, {"reports/x.yaml": "gốc", "reports/y.yaml": "gốc"})
    git(repository, "checkout", "-q", "-b", "kia")
    commit(repository, {"reports/x.yaml": "họ", "reports/y.yaml": "họ"})
    git(repository, "checkout", "-q", "main")
    commit(repository, {"reports/x.yaml": "ta", "reports/y.yaml": None})
    with pytest.raises(Exception, match="merge"):
        git(repository, "merge", "-q", "kia")
    taken = texts(working_tree(repository))
    assert taken["reports/x.yaml"].startswith("<<<<<<< HEAD\nta\n")
    assert taken["reports/y.yaml"] == "họ"


def test_before_the_first_commit_the_working_tree_can_be_taken(repository):
    assert working_tree(repository).entries == {}
    write(repository, {"dvk.yaml": "1"})
    assert texts(working_tree(repository)) == {"dvk.yaml": "1"}
    assert working_tree(repository).in_git


def test_an_empty_folder_is_an_empty_snapshot(tmp_path):
    taken = working_tree(tmp_path)
    assert (taken.paths(), taken.in_git) == ([], False)


def test_pipes_sockets_and_folders_with_a_file_name_are_left_out_and_do_not_hang(workspace, monkeypatch):
    root, settle = workspace
    write(root, {"dvk.yaml": "1", "reports/pipe.yaml": "a", "reports/a.yaml": "b", "reports/gone/x.yaml": "c"})
    settle()
    (root / "reports/pipe.yaml").unlink()
    os.mkfifo(root / "reports/pipe.yaml")
    (root / "reports/gone/x.yaml").unlink()
    (root / "reports/gone/x.yaml").mkdir()
    (root / "indicators.yaml").mkdir()
    monkeypatch.chdir(root)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("reports/s.yaml")
        assert texts(working_tree(root)) == {"dvk.yaml": "1", "reports/a.yaml": "b"}


def test_a_file_that_becomes_a_pipe_or_a_link_after_the_listing_is_not_read(tmp_path):
    write(tmp_path, {"dvk.yaml": "1", "reports/a.yaml": "2", "reports/b.yaml": "3"})
    taken = working_tree(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"reports/{name}.yaml").unlink()
    os.mkfifo(tmp_path / "reports/a.yaml")
    (tmp_path / "reports/b.yaml").symlink_to(tmp_path / "dvk.yaml")
    for name in ("a", "b"):
        with pytest.raises(OSError, match=f"{name}.yaml"):
            taken.read(f"reports/{name}.yaml")


def test_links_are_listed_and_never_read_nor_entered(workspace, tmp_path):
    root, settle = workspace
    write(tmp_path, {"secret/a.yaml": "bí mật"})
    write(root, {"dvk.yaml": "1", "reports/2021/a.yaml": "2"})
    settle()
    (root / "reports/2021/a.yaml").unlink()
    (root / "reports/2021").rmdir()
    (root / "reports/2021").symlink_to(tmp_path / "secret")
    (root / "reports/l.yaml").symlink_to(tmp_path / "secret/a.yaml")
    (root / "reports/loop.yaml").symlink_to("loop.yaml")
    (root / "units").symlink_to(tmp_path / "secret")
    (root / "indicators.yaml").symlink_to("dvk.yaml")
    taken = working_tree(root)
    links = {path for path, entry in taken.entries.items() if entry.link}
    assert links == {"reports/2021", "reports/l.yaml", "reports/loop.yaml", "units", "indicators.yaml"}
    assert set(taken.entries) == links | {"dvk.yaml"}
    for path in links:
        with pytest.raises(ValueError, match="symbolic link"):
            taken.read(path)
    with pytest.raises(ValueError, match="symbolic link"):
        taken.read_all(["dvk.yaml", "units"])


def test_a_commit_lists_links_and_leaves_submodules_out(repository, tmp_path):
    inner = new_repository(tmp_path / "trong")
    commit(inner, {"a.yaml": "1"})
    git(repository, "submodule", "add", "-q", str(inner), "reports/phu")
    (repository / "units").symlink_to("reports")
    (repository / "reports/l.yaml").symlink_to("../dvk.yaml")
    tip = commit(repository, {"dvk.yaml": "1"})
    expected = {"dvk.yaml": False, "reports/l.yaml": True, "units": True}
    for taken in (at_commit(repository, tip), working_tree(repository)):
        assert {path: entry.link for path, entry in taken.entries.items()} == expected
    with pytest.raises(ValueError, match="symbolic link"):
        at_commit(repository, tip).read("units")


def test_a_link_written_as_a_plain_file_stays_a_link(repository):
    (repository / "reports").mkdir()
    (repository / "reports/l.yaml").symlink_to("../dvk.yaml")
    commit(repository, {"dvk.yaml": "1"})
    git(repository, "config", "core.symlinks", "false")
    (repository / "reports/l.yaml").unlink()
    git(repository, "checkout", "-q", "--", "reports/l.yaml")
    assert not (repository / "reports/l.yaml").is_symlink()
    assert working_tree(repository).entries["reports/l.yaml"].link


def test_a_path_of_a_forged_index_does_not_lead_out_of_the_workspace(repository, tmp_path):
    commit(repository, {"dvk.yaml": "1", "reports/xx/secret.yaml": "2"})
    write(tmp_path, {"secret.yaml": "bí mật"})
    write(repository, {"reports/xx/secret.yaml": None})
    index = repository / ".git/index"
    body = index.read_bytes()[:-20].replace(b"reports/xx/secret.yaml", b"reports/../../secret.yaml"[:22])
    assert b"reports/../" in body
    index.write_bytes(body + hashlib.sha1(body, usedforsecurity=False).digest())
    with pytest.raises(CannotGoOn, match=r"^DVK958"):
        working_tree(repository)


@pytest.mark.parametrize("size", [LARGEST_FILE - 1, LARGEST_FILE, LARGEST_FILE + 1, LARGEST_FILE + 70_000])
def test_at_most_one_byte_over_the_largest_file_is_read(repository, size):
    tip = commit(repository, {"dvk.yaml": "x" * size, "indicators.yaml": "sau\n"})
    for taken in (working_tree(repository), at_commit(repository, tip)):
        assert [len(data) for _, data in taken.read_all(taken.paths())] == [min(size, LARGEST_FILE + 1), 4]


ODD_NAMES = [
    "reports/-rf.yaml",
    'reports/"quoted" \\ and\ttab.yaml',
    "reports/two\nlines.yaml",
    "reports/\u202egnp.yaml",
    "reports/báo cáo.yaml",
    "reports/ba\u0301o ca\u0301o.yaml",
    "reports/*.yaml",
    "reports/\udcff.yaml",
]


def test_odd_names_come_through_from_every_source(workspace):
    root, settle = workspace
    files = {name: f"{n}" for n, name in enumerate(ODD_NAMES)}
    write(root, files)
    tip = settle()
    assert texts(working_tree(root)) == files
    if tip:
        assert texts(at_commit(root, tip)) == files


def test_paths_are_read_in_the_order_asked_with_repetitions(repository):
    tip = commit(repository, {"reports/a.yaml": "1", "reports/b.yaml": "1", "dvk.yaml": "2"})
    asked = ["reports/b.yaml", "dvk.yaml", "reports/a.yaml", "dvk.yaml"]
    for taken in (working_tree(repository), at_commit(repository, tip)):
        assert list(taken.read_all(iter(asked))) == list(zip(asked, [b"1", b"2", b"1", b"2"], strict=True))
        assert list(taken.read_all([])) == []
        with pytest.raises(KeyError):
            taken.read("reports/c.yaml")


def test_an_unknown_commit_and_a_folder_without_git_cannot_be_taken_as_a_commit(repository, tmp_path):
    commit(repository, {"dvk.yaml": "1"})
    with pytest.raises(CannotGoOn, match=r"^DVK903"):
        at_commit(repository, "1" * 40)
    with pytest.raises(CannotGoOn, match=r"^DVK902"):
        at_commit(tmp_path, "HEAD")


def test_a_detached_worktree_is_taken_like_any_other(repository, tmp_path):
    tip = commit(repository, FILES)
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "cay"), tip)
    assert texts(working_tree(tmp_path / "cay")) == texts(at_commit(tmp_path / "cay", tip)) == FILES


def test_two_thousand_files_take_one_process_not_two_thousand(repository, monkeypatch):
    files = {f"reports/2021/u{n % 40}/{n}.yaml": f"{n}\n" * 50 for n in range(2000)}
    tip = commit(repository, files | {f"node_modules/{n}": "x" for n in range(200)})
    started = []
    popen = snapshot.gitdoor.calling.subprocess.Popen
    monkeypatch.setattr(
        snapshot.gitdoor.calling.subprocess, "Popen", lambda *args, **more: started.append(1) or popen(*args, **more)
    )
    assert texts(at_commit(repository, tip)) == files
    assert texts(working_tree(repository)) == files
    assert len(started) <= 5


@given(st.binary(max_size=200))
def test_a_blob_id_is_the_hash_of_a_short_header_and_the_bytes(data):
    assert blob_id(data) == hashlib.sha1(b"blob " + str(len(data)).encode() + b"\0" + data).hexdigest()  # noqa: S324


def test_blob_ids_are_those_of_git(repository):
    for data in (b"", b"a\r\nb\0", "Tỉnh đoàn".encode(), b"x" * 100_000):
        assert blob_id(data) == git(repository, "hash-object", "--stdin", given=data)


def test_the_root_is_the_nearest_folder_with_settings(tmp_path):
    write(tmp_path, {"ws/dvk.yaml": "", "ws/reports/2021/a.yaml": "", "ws/inner/dvk.yaml": "", "ws/x/y/z": ""})
    (tmp_path / "ws/x/dvk.yaml").mkdir()
    root = tmp_path.resolve() / "ws"
    assert find_root(root) == root
    assert find_root(tmp_path / "ws/reports/2021/a.yaml") == root
    assert find_root(tmp_path / "ws/reports/not/yet/there") == root
    assert find_root(tmp_path / "ws/x/y") == root
    assert find_root(tmp_path / "ws/inner") == root / "inner"


def test_where_there_is_no_workspace_that_is_said(tmp_path):
    with pytest.raises(CannotGoOn, match=r"^DVK906") as caught:
        find_root(tmp_path)
    assert caught.value.details == {"root": str(tmp_path)}


def test_times_on_disk_play_no_part(repository):
    tip = commit(repository, FILES)
    before = at_commit(repository, tip)
    os.utime(repository / "dvk.yaml", (NOON, NOON))
    assert at_commit(repository, tip) == before
