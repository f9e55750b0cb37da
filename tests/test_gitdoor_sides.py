"""The files on disk and those of a commit in the same terms: modes and blob ids."""

import os
import sys
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repositories import commit, git, new_repository, write

from dvk import gitdoor
from dvk.errors import CannotGoOn
from dvk.gitdoor import blob_id

PLAIN, PROGRAM, LINK, SUBMODULE = "100644", "100755", "120000", "160000"


@pytest.fixture
def repository(tmp_path):
    return new_repository(tmp_path / "kho")


def side(text, mode=PLAIN):
    return mode, blob_id(text if isinstance(text, bytes) else text.encode())


def test_an_untouched_checkout_is_its_commit(repository):
    write(repository, {"a": "1", "thư mục/b": "hai\n", "c.docx": "PK\0\r\n", "ws/-d": "", 'ws/"e"\n': "x"})
    (repository / "a").chmod(0o755)
    (repository / "lien-ket").symlink_to("thư mục//./b")
    tip = commit(repository, {})
    sides = gitdoor.disk_sides(repository)
    assert sides == gitdoor.tree_entries(repository, tip)
    assert sides["a"] == side("1", PROGRAM)
    assert sides["lien-ket"] == side("thư mục//./b", LINK)
    assert set(gitdoor.disk_sides(repository / "ws")) == {"-d", '"e"\n'}
    assert gitdoor.disk_sides(repository / "ws") == gitdoor.tree_entries(repository / "ws", tip)


def test_what_was_done_since_is_seen(repository):
    commit(repository, {"a": "1", "b": "1", "c": "1", "d/e": "1", "f": "1", ".gitignore": "*.tmp\n"})
    write(repository, {"a": "2", "b": None, "moi": "3", "x.tmp": "4", "staged": "5"})
    (repository / "c").unlink()
    (repository / "c").symlink_to("/etc/passwd")
    git(repository, "add", "staged")
    write(repository, {"staged": "6", "f": None, "f/g": "7"})
    (repository / "d").rename(repository.parent / "d")
    (repository / "d").symlink_to(repository.parent / "d")
    assert gitdoor.disk_sides(repository) == {
        ".gitignore": side("*.tmp\n"),
        "a": side("2"),
        "c": side("/etc/passwd", LINK),
        "d": side(str(repository.parent / "d"), LINK),
        "f/g": side("7"),
        "moi": side("3"),
        "staged": side("6"),
    }


def test_filters_attributes_and_settings_change_nothing(repository):
    write(repository, {".gitattributes": "* filter=x text eol=lf ident\n"})
    commit(repository, {"a": "1"})
    git(repository, "config", "filter.x.clean", "tr 1 2")
    git(repository, "config", "core.autocrlf", "input")
    assert gitdoor.disk_sides(repository)["a"] == side("1")


@pytest.mark.parametrize("hash_name", ["sha1", "sha256"])
def test_line_ends_of_windows_alone_are_no_difference(tmp_path, hash_name):
    root = tmp_path / "kho"
    git(tmp_path, "init", "-q", "-b", "main", f"--object-format={hash_name}", str(root))
    tip = commit(root, {"a": "1\n2\n", "b": "1\n2\n", "c": "1\r\n2\n", "d": "1\n"})
    for name, data in {"a": b"1\r\n2\r\n", "b": b"1\r\n3\r\n", "c": b"1\r\n2\r\n", "moi": b"1\r\n"}.items():
        (root / name).write_bytes(data)
    before, after = gitdoor.tree_entries(root, tip), gitdoor.disk_sides(root)
    assert {name for name in after if after[name] != before.get(name)} == {"b", "c", "moi"}
    assert after["moi"] == (PLAIN, blob_id(b"1\r\n", hash_name))


@given(data=st.lists(st.sampled_from([b"\r", b"\n", b"a", b"\0"]), max_size=8).map(b"".join))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ids_are_those_that_git_would_give(repository, data):
    (repository / "a").write_bytes(data)
    assert gitdoor.disk_sides(repository)["a"][1] == git(repository, "hash-object", "--no-filters", "a")


def test_a_large_file_is_hashed_in_pieces_with_the_same_result(repository):
    with (repository / "to").open("wb") as large:
        large.truncate((1 << 25) + 7)
    assert gitdoor.disk_sides(repository)["to"][1] == git(repository, "hash-object", "--no-filters", "to")


def test_a_disk_that_keeps_no_modes_is_not_asked_for_them(repository):
    write(repository, {"a": "1", "b": "1"})
    (repository / "a").chmod(0o755)
    commit(repository, {})
    (repository / "a").chmod(0o644)
    (repository / "b").chmod(0o755)
    write(repository, {"moi": "1"})
    (repository / "moi").chmod(0o755)
    assert {path: mode for path, (mode, _) in gitdoor.disk_sides(repository).items()} == {
        "a": PLAIN,
        "b": PROGRAM,
        "moi": PROGRAM,
    }
    git(repository, "config", "core.fileMode", "false")
    assert {path: mode for path, (mode, _) in gitdoor.disk_sides(repository).items()} == {
        "a": PROGRAM,
        "b": PLAIN,
        "moi": PLAIN,
    }


def test_a_link_that_a_disk_without_links_holds_as_a_file_is_a_link(repository):
    (repository / "a").symlink_to("b")
    tip = commit(repository, {})
    (repository / "a").unlink()
    (repository / "a").write_bytes(b"b")
    assert gitdoor.disk_sides(repository) == gitdoor.tree_entries(repository, tip)


def test_submodules_are_as_the_index_has_them_and_repositories_within_are_named(repository, tmp_path):
    inner = new_repository(tmp_path / "con")
    first = commit(inner, {"a": "1"})
    git(repository, "submodule", "--quiet", "add", str(inner), "con")
    commit(repository, {"b": "1"})
    commit(repository / "con", {"a": "2"})
    commit(new_repository(repository / "la"), {"a": "3"})
    sides = gitdoor.disk_sides(repository)
    assert sides["con"] == (SUBMODULE, first)
    assert sides["la"] == (SUBMODULE, "")
    assert "con/a" not in sides
    assert "la/a" not in sides
    git(repository, "submodule", "--quiet", "deinit", "-f", "con")
    assert gitdoor.disk_sides(repository)["con"] == (SUBMODULE, first)
    (repository / "con").rmdir()
    write(repository, {"con": "4"})
    assert gitdoor.disk_sides(repository)["con"] == side("4")


def test_what_a_sparse_checkout_leaves_out_is_not_gone(repository):
    tip = commit(repository, {"a/x": "1", "b/x": "2"})
    git(repository, "sparse-checkout", "set", "--no-cone", "a/*")
    assert not (repository / "b").exists()
    assert gitdoor.disk_sides(repository) == gitdoor.tree_entries(repository, tip)
    write(repository, {"b/x": "3"})
    assert gitdoor.disk_sides(repository)["b/x"] == side("3")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_in_the_place_of_a_file_is_nothing_and_nobody_waits_for_it(repository):
    commit(repository, {"a": "1", "b": "1"})
    (repository / "a").unlink()
    os.mkfifo(repository / "a")
    os.mkfifo(repository / "moi")
    assert gitdoor.disk_sides(repository) == {"b": side("1")}


def test_a_file_that_vanishes_while_it_is_listed_is_gone(repository):
    commit(repository, {"a": "1", "b": "1"})

    def hook(event, args):
        if event == "open" and str(args[0]).endswith("kho/b"):
            with suppress(FileNotFoundError):
                (repository / "b").unlink()

    sys.addaudithook(hook)
    assert gitdoor.disk_sides(repository) == {"a": side("1")}


def test_a_file_that_cannot_be_read_is_said(repository):
    commit(repository, {"a": "1"})
    (repository / "a").chmod(0)
    if os.access(repository / "a", os.R_OK):
        pytest.skip("whoever runs this may read every file")
    with pytest.raises(CannotGoOn, match=r"^DVK911") as caught:
        gitdoor.disk_sides(repository)
    assert caught.value.details == {"path": f"{repository}/a", "problem": "EACCES"}


def test_before_the_first_commit_and_in_a_conflict_there_are_sides_too(repository):
    write(repository, {"a": "1"})
    assert gitdoor.disk_sides(repository) == {"a": side("1")}
    commit(repository, {})
    git(repository, "switch", "-q", "-c", "kia")
    commit(repository, {"a": "2"})
    git(repository, "switch", "-q", "main")
    commit(repository, {"a": "3"})
    with pytest.raises(Exception, match="merge"):
        git(repository, "merge", "-q", "kia")
    assert gitdoor.disk_sides(repository) == {"a": side((repository / "a").read_bytes())}


def test_names_that_are_no_text_come_as_pythons_own(repository):
    name = os.fsdecode(b"\xff\xfe")
    write(repository, {name: "1"})
    tip = commit(repository, {})
    assert gitdoor.disk_sides(repository) == gitdoor.tree_entries(repository, tip) == {name: side("1")}


def test_a_linked_worktree_has_its_own_files(repository, tmp_path):
    commit(repository, {"a": "1"})
    git(repository, "worktree", "add", "-q", "-b", "nhanh", str(tmp_path / "cay"))
    write(tmp_path / "cay", {"a": "2"})
    assert gitdoor.disk_sides(tmp_path / "cay") == {"a": side("2")}
    assert gitdoor.disk_sides(repository) == {"a": side("1")}
