"""How commits stand to each other, who touched a path, and who sits at the keyboard."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from repositories import NOON, commit, git, new_repository, write

from dvk import gitdoor
from dvk.errors import CannotGoOn

HOUR = 3600
PATH = "reports/a.yaml"


@pytest.fixture
def repository(tmp_path):
    return new_repository(tmp_path / "kho")


def moment(seconds):
    return datetime.fromtimestamp(seconds, UTC)


def merge(root, branch, at, *options):
    git(root, "merge", "-q", "--no-ff", "-m", f"nhập {branch}", *options, branch, at=at)
    return git(root, "rev-parse", "HEAD")


def branch(root, name, start=None):
    git(root, "switch", "-q", "-c", name, *([start] if start else []))


# Two commits


def test_the_merge_base_is_the_last_commit_in_common(repository):
    first, second = commit(repository, {"a": "1"}), commit(repository, {"a": "2"})
    branch(repository, "don-vi")
    ours = commit(repository, {"b": "1"})
    git(repository, "switch", "-q", "main")
    theirs = commit(repository, {"a": "3"})
    assert gitdoor.merge_base(repository, theirs, ours) == gitdoor.merge_base(repository, ours, theirs) == second
    assert gitdoor.merge_base(repository, first, ours) == first
    assert gitdoor.commits_between(repository, theirs, ours) == [ours]
    assert gitdoor.commits_between(repository, first, theirs) == [second, theirs]
    assert gitdoor.commits_between(repository, ours, first) == []


def test_histories_with_nothing_in_common_have_no_merge_base(repository):
    first = commit(repository, {"a": "1"})
    git(repository, "switch", "-q", "--orphan", "khac")
    other = commit(repository, {"b": "1"})
    assert gitdoor.merge_base(repository, first, other) is None
    assert gitdoor.commits_between(repository, first, other) == [other]


@pytest.mark.parametrize("earlier", ["on_main", "on_branch"])
def test_of_two_merge_bases_that_of_the_main_branch_counts_whatever_their_dates(repository, earlier):
    commit(repository, {"a": "1"})
    branch(repository, "don-vi")
    theirs = commit(repository, {"b": "1"}, at=NOON + (HOUR if earlier == "on_main" else 0))
    git(repository, "switch", "-q", "main")
    ours = commit(repository, {"c": "1"}, at=NOON + (HOUR if earlier == "on_branch" else 0))
    main = merge(repository, "don-vi", NOON + 2 * HOUR)
    git(repository, "switch", "-q", "don-vi")
    head = merge(repository, ours, NOON + 2 * HOUR)
    assert set(git(repository, "merge-base", "--all", main, head).split()) == {ours, theirs}
    assert gitdoor.merge_base(repository, main, head) == ours


def test_ids_of_no_commit_are_refused_not_guessed(repository):
    first = commit(repository, {"a": "1"})
    for odd in ("1" * 40, "--all", "HEAD:b", ""):
        with pytest.raises(CannotGoOn):
            gitdoor.merge_base(repository, first, odd)
        with pytest.raises(CannotGoOn):
            gitdoor.commits_between(repository, odd, first)


# One path


def test_each_change_of_a_path_has_its_commit(repository):
    first = commit(repository, {PATH: "1"}, at=NOON)
    commit(repository, {"b": "1"}, at=NOON + 5 * HOUR)
    second = commit(repository, {PATH: "2"}, at=NOON + HOUR)
    third = commit(repository, {PATH: None}, at=NOON + 6 * HOUR)
    found = gitdoor.path_commits(repository, third, PATH)
    assert [(entry.id, entry.blob) for entry in found] == [
        (first, gitdoor.blob_id(b"1")),
        (second, gitdoor.blob_id(b"2")),
        (third, None),
    ]
    assert [entry.committed for entry in found] == [moment(NOON), moment(NOON + HOUR), moment(NOON + 6 * HOUR)]
    assert [entry.received for entry in found] == [moment(NOON), moment(NOON + 5 * HOUR), moment(NOON + 6 * HOUR)]
    assert {entry.received.utcoffset() for entry in found} == {timedelta(hours=7)}
    assert {(entry.author, entry.author_email, entry.committer) for entry in found} == {
        ("Thử", "thu@example.org", "Thử")
    }
    assert {entry.subject for entry in found} == {"việc"}
    assert all(entry.first_parent for entry in found)


def test_a_branch_was_received_when_it_was_merged(repository):
    first = commit(repository, {PATH: "1"}, at=NOON)
    branch(repository, "don-vi")
    theirs = [commit(repository, {PATH: f"{n}"}, at=NOON + n * HOUR) for n in (2, 3)]
    git(repository, "switch", "-q", "main")
    commit(repository, {"b": "1"}, at=NOON + 4 * HOUR)
    merged = merge(repository, "don-vi", NOON + 5 * HOUR)
    last = commit(repository, {PATH: "4"}, at=NOON + 6 * HOUR)
    found = gitdoor.path_commits(repository, last, PATH)
    assert [(entry.id, entry.first_parent) for entry in found] == [
        (first, True),
        (theirs[0], False),
        (theirs[1], False),
        (merged, True),
        (last, True),
    ]
    assert [int(entry.received.timestamp() - NOON) // HOUR for entry in found] == [0, 5, 5, 5, 6]
    assert [entry.blob for entry in found][2:4] == [gitdoor.blob_id(b"3")] * 2


def test_the_path_agrees_with_what_counts_for_deadlines(repository):
    commit(repository, {PATH: "1"}, at=NOON)
    branch(repository, "mot")
    commit(repository, {PATH: "2"}, at=NOON + HOUR)
    git(repository, "switch", "-q", "main")
    merge(repository, "mot", NOON - HOUR)
    tip = commit(repository, {PATH: "3"}, at=NOON + 3 * HOUR)
    versions = gitdoor.file_versions(repository, tip, ["reports"])[PATH]
    line = [entry for entry in gitdoor.path_commits(repository, tip, PATH) if entry.first_parent]
    assert [(entry.received, entry.blob) for entry in line] == [(one.received, one.blob) for one in versions]


def test_an_octopus_and_a_merge_that_undid_a_branch_are_told_apart(repository):
    commit(repository, {PATH: "1", "b": "1"}, at=NOON)
    for name in ("mot", "hai"):
        branch(repository, name, "main")
        commit(repository, {f"reports/{name}.yaml": name}, at=NOON + HOUR)
    git(repository, "switch", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "cả hai", "mot", "hai", at=NOON + 2 * HOUR)
    octopus = git(repository, "rev-parse", "HEAD")
    branch(repository, "ba")
    undone = commit(repository, {"reports/mot.yaml": "khác"}, at=NOON + 3 * HOUR)
    git(repository, "switch", "-q", "main")
    tip = merge(repository, "ba", NOON + 4 * HOUR, "-s", "ours")
    found = gitdoor.path_commits(repository, tip, "reports/mot.yaml")
    assert [(entry.id, entry.first_parent) for entry in found][1:] == [(octopus, True), (undone, False)]
    assert found[2].received == moment(NOON + 4 * HOUR)


def test_a_path_that_became_a_link_or_moved_has_no_contents(repository):
    commit(repository, {PATH: "1"})
    (repository / PATH).unlink()
    (repository / PATH).symlink_to("/etc/passwd")
    commit(repository, {})
    (repository / PATH).unlink()
    write(repository, {PATH: "1"})
    commit(repository, {})
    git(repository, "mv", PATH, "reports/b.yaml")
    tip = commit(repository, {})
    one = gitdoor.blob_id(b"1")
    assert [entry.blob for entry in gitdoor.path_commits(repository, tip, PATH)] == [one, None, one, None]
    assert [entry.blob for entry in gitdoor.path_commits(repository, tip, "reports/b.yaml")] == [one]
    assert gitdoor.path_commits(repository, tip, "reports") == []
    assert gitdoor.path_commits(repository, tip, "reports/c.yaml") == []


def test_a_submodule_in_the_place_of_a_file_is_seen_whatever_the_settings_hide(repository):
    commit(repository, {PATH: "1"})
    git(repository, "config", "diff.ignoreSubmodules", "all")
    head = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--cacheinfo", f"160000,{head},{PATH}")
    git(repository, "commit", "-q", "-m", "x")
    tip = git(repository, "rev-parse", "HEAD")
    assert [entry.blob for entry in gitdoor.path_commits(repository, tip, PATH)] == [gitdoor.blob_id(b"1"), None]
    assert [one.blob for one in gitdoor.file_versions(repository, tip, ["reports"])[PATH]][-1] is None


def test_a_workspace_in_a_subfolder_asks_by_its_own_paths(repository):
    tip = commit(repository, {"ws/reports/a.yaml": "1", PATH: "2"})
    assert [entry.blob for entry in gitdoor.path_commits(repository / "ws", tip, PATH)] == [gitdoor.blob_id(b"1")]


def test_what_a_commit_says_of_itself_is_printable_whatever_it_holds(repository):
    tree = git(repository, "rev-parse", commit(repository, {PATH: "1"}) + "^{tree}")
    author = "\x1b[31mNguyễn\u202e Văn\tAn <an\x07@example.org>"
    head = f"tree {tree}\nauthor {author} 5 +0000\ncommitter  <> 5 +0000\nencoding latin1\n"
    raw = f"{head}\n\n\n \x1b]0;x\x07Dòng một\r\ndòng hai\n\nthân\n".encode() + b"\xff\xfe"
    odd = git(repository, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=raw)
    entry = gitdoor.path_commits(repository, odd, PATH)[0]
    assert (entry.author, entry.author_email) == ("[31mNguyễn VănAn", "an@example.org")
    assert entry.committer == ""
    assert entry.subject == "]0;xDòng một dòng hai"
    assert entry.committed == moment(5)


@pytest.mark.parametrize("head", ["", "author x", "author An <an@example.org", "author <<>>", "authors An <a@b> 1 +0"])
def test_a_commit_without_a_proper_author_has_none(repository, head):
    tree = git(repository, "rev-parse", commit(repository, {PATH: "1"}) + "^{tree}")
    raw = f"tree {tree}\n{head}\ncommitter a <a@b> 5 +0000\n\nx\n".encode()
    odd = git(repository, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=raw)
    entry = gitdoor.path_commits(repository, odd, PATH)[0]
    assert entry.author.isprintable() or entry.author == ""
    assert "\n" not in entry.author + entry.author_email


def test_a_shallow_clone_has_the_path_as_far_as_it_goes(repository, tmp_path):
    for n in range(3):
        commit(repository, {PATH: f"{n}"}, at=NOON + n * HOUR)
    git(tmp_path, "clone", "-q", "--depth=2", f"file://{repository}", "nong")
    root = tmp_path / "nong"
    found = gitdoor.path_commits(root, gitdoor.resolve(root, "HEAD"), PATH)
    assert [entry.blob for entry in found] == [gitdoor.blob_id(b"1"), gitdoor.blob_id(b"2")]
    assert gitdoor.is_shallow(root)


# Who sits at the keyboard


def test_the_identity_is_that_of_the_settings(repository, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ai đó")
    assert gitdoor.identity(repository) == ""
    git(repository, "config", "user.email", "an@example.org")
    assert gitdoor.identity(repository) == "an@example.org"
    git(repository, "config", "--add", "user.email", "sau@example.org")
    assert gitdoor.identity(repository) == "sau@example.org"
    git(repository, "config", "dvk.who", " ")
    assert gitdoor.identity(repository) == "sau@example.org"
    git(repository, "config", "Dvk.Who", "an\nuser.email\u202e\x1b[0m")
    assert gitdoor.identity(repository) == "anuser.email[0m"
