import os
from datetime import UTC, date, datetime, timedelta

import pytest
from repositories import NOON, commit, git, new_repository, write

from dvk import gitdoor, snapshot
from dvk.errors import CannotGoOn
from dvk.gitdoor.path_history import Version
from dvk.gitdoor.receiving import MainCommit

HOUR = 3600


@pytest.fixture
def repository(tmp_path):
    return new_repository(tmp_path / "kho")


def moment(seconds):
    return datetime.fromtimestamp(seconds, UTC)


def refused(code):
    return pytest.raises(CannotGoOn, match=f"^{code}")


def contents(root, pairs):
    """Versions as (received second, text or None), to be read in a test."""
    texts = dict(gitdoor.blobs(root, {version.blob for version in pairs if version.blob}))
    return [(int(version.received.timestamp()), version.blob and texts[version.blob].decode()) for version in pairs]


# Is there a repository, and which commit is meant


def test_a_folder_without_git_is_no_repository_even_where_git_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert gitdoor.is_repository(tmp_path) is False


def test_a_repository_without_git_installed_cannot_be_judged(repository, tmp_path, monkeypatch):
    assert gitdoor.is_repository(repository) is True
    monkeypatch.setenv("PATH", str(tmp_path))
    with refused("DVK904"):
        gitdoor.is_repository(repository)


def test_git_is_not_taken_from_a_relative_folder_of_path(repository, monkeypatch):
    write(repository, {"bin/git": f"#!/bin/sh\ntouch {repository}/ran\n"})
    (repository / "bin/git").chmod(0o755)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", f"bin:.:{os.environ['PATH']}")
    assert gitdoor.is_repository(repository)
    assert not (repository / "ran").exists()


def test_an_empty_dot_git_is_no_repository(tmp_path):
    (tmp_path / ".git").mkdir()
    assert gitdoor.is_repository(tmp_path) is False
    with refused("DVK902"):
        gitdoor.resolve(tmp_path, "HEAD")
    with refused("DVK902"):
        gitdoor.index_entries(tmp_path)


def test_a_broken_git_file_is_said_and_not_taken_for_no_repository(tmp_path):
    write(tmp_path, {".git": "không phải\x1b[31m\n"})
    with refused("DVK903") as caught:
        gitdoor.is_repository(tmp_path)
    assert caught.value.details["command"] == "git rev-parse"
    assert "invalid gitfile" in caught.value.details["problem"]
    assert caught.value.details["problem"].isprintable()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_somebody_else_is_refused_by_git_and_that_is_said(repository, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.delenv("SUDO_UID", raising=False)
    for folder, _, files in os.walk(repository):
        for name in [".", *files]:
            os.chown(f"{folder}/{name}", 4242, 4242)
    with refused("DVK983") as caught:
        gitdoor.is_repository(repository)
    assert caught.value.details == {"root": str(repository)}


def test_git_variables_of_a_hook_do_not_lead_elsewhere(repository, tmp_path, monkeypatch):
    here = commit(repository, {"reports/a.yaml": "1"})
    elsewhere = new_repository(tmp_path / "khac")
    commit(elsewhere, {"reports/b.yaml": "2"})
    monkeypatch.setenv("GIT_DIR", str(elsewhere / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(elsewhere))
    monkeypatch.setenv("GIT_INDEX_FILE", str(elsewhere / ".git/index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(elsewhere / ".git/objects"))
    assert gitdoor.resolve(repository, "HEAD") == here
    assert list(gitdoor.index_entries(repository)) == ["reports/a.yaml"]


def test_a_worktree_is_a_repository_of_its_own_branch(repository, tmp_path):
    commit(repository, {"reports/a.yaml": "1"})
    tree = tmp_path / "cay"
    git(repository, "worktree", "add", "-q", "-b", "nhanh", str(tree))
    second = commit(tree, {"reports/b.yaml": "2"})
    assert (tree / ".git").is_file()
    assert gitdoor.is_repository(tree)
    assert gitdoor.resolve(tree, "HEAD") == second
    assert set(gitdoor.index_entries(tree)) == {"reports/a.yaml", "reports/b.yaml"}


def test_revisions_of_every_kind_name_a_commit(repository):
    first = commit(repository, {"a": "1"})
    git(repository, "tag", "-a", "-m", "mốc", "v1")
    second = commit(repository, {"a": "2"})
    git(repository, "branch", "--", "xã")
    named = {"HEAD": second, "HEAD~1": first, "v1": first, first[:10]: first, "xã": second, "@{0}": second}
    assert {rev: gitdoor.resolve(repository, rev) for rev in named} == named
    git(repository, "checkout", "-q", "--detach", first)
    assert gitdoor.resolve(repository, "HEAD") == first


@pytest.mark.parametrize(
    "rev",
    [
        *("", " ", "nope", "HEAD~9", "HEAD@{99}", "HEAD:a", "HEAD..HEAD", "HEAD HEAD", "--all", "--output=x"),
        *("-h", "a\0b", "\ud800", "\udcff", "0" * 40, "^HEAD", "HEAD\n", "x" * 5000),
    ],
)
def test_text_that_names_no_commit_is_unknown(repository, rev):
    commit(repository, {"a": "1"})
    with refused("DVK901") as caught:
        gitdoor.resolve(repository, rev)
    assert caught.value.details == {"rev": rev}
    assert {path.name for path in repository.iterdir()} == {".git", "a"}


def test_before_the_first_commit_there_is_no_head_no_tip_and_an_empty_index(repository):
    for rev in ("HEAD", "HEAD~1", "@", "main", "khong-co"):
        with refused("DVK985"):
            gitdoor.resolve(repository, rev)
    assert gitdoor.branch_tip(repository, "main") is None
    assert gitdoor.index_entries(repository) == {}
    assert gitdoor.is_shallow(repository) is False
    with refused("DVK903"):
        gitdoor.main_history(repository, "HEAD")


def test_the_tip_is_the_local_branch_else_the_one_fetched_from_origin(repository, tmp_path):
    first = commit(repository, {"a": "1"})
    git(repository, "branch", "tỉnh/đoàn")
    clone = tmp_path / "ban-sao"
    git(tmp_path, "clone", "-q", str(repository), str(clone))
    second = commit(clone, {"a": "2"})
    assert gitdoor.branch_tip(clone, "main") == second
    assert gitdoor.branch_tip(clone, "tỉnh/đoàn") == first
    git(clone, "checkout", "-q", "--detach")
    git(clone, "branch", "-D", "main")
    assert gitdoor.branch_tip(clone, "main") == first


@pytest.mark.parametrize("branch", ["", "tỉnh", "main~1", "main^{commit}", "ma*", "mai?", "a\0b", "--all", "\ud800"])
def test_only_the_exact_name_is_a_branch(repository, branch):
    commit(repository, {"a": "1"})
    commit(repository, {"a": "2"})
    git(repository, "branch", "tỉnh/đoàn")
    assert gitdoor.branch_tip(repository, branch) is None


def test_a_shallow_clone_says_so(repository, tmp_path):
    commit(repository, {"reports/a.yaml": "1"})
    commit(repository, {"reports/b.yaml": "2"}, at=NOON + HOUR)
    clone = tmp_path / "nong"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", str(clone))
    assert gitdoor.is_shallow(clone) is True
    assert gitdoor.is_shallow(repository) is False
    assert len(gitdoor.main_history(clone, "HEAD")) == 1
    assert set(gitdoor.file_versions(clone, "HEAD", ["reports"])) == {"reports/a.yaml", "reports/b.yaml"}


# Listings


def test_the_index_the_tree_and_the_untracked_are_relative_to_a_workspace_in_a_subfolder(repository):
    tip = commit(repository, {"ws/reports/a.yaml": "1", "ws/dvk.yaml": "2", "reports/outside.yaml": "3"})
    write(repository, {"ws/reports/new.yaml": "4", "other.yaml": "5"})
    root = repository / "ws"
    one = ("100644", gitdoor.blob_id(b"1"))
    two = ("100644", gitdoor.blob_id(b"2"))
    assert gitdoor.tree_entries(root, tip) == {"dvk.yaml": two, "reports/a.yaml": one}
    assert gitdoor.tree_entries(root, tip, ["reports"]) == {"reports/a.yaml": one}
    assert gitdoor.index_entries(root) == {"dvk.yaml": two, "reports/a.yaml": one}
    assert gitdoor.index_entries(root, ["dvk.yaml", "stories"]) == {"dvk.yaml": two}
    assert gitdoor.untracked(root) == ["reports/new.yaml"]
    assert gitdoor.untracked(root, ["units"]) == []
    assert gitdoor.file_versions(root, tip, ["reports"]) == {"reports/a.yaml": [Version(moment(NOON), one[1])]}


def test_a_path_is_never_a_pattern_and_never_magic(repository):
    commit(repository, {"reports/a.yaml": "1", "*": "2", ":(top)x/b": "3"})
    assert list(gitdoor.index_entries(repository, ["*"])) == ["*"]
    assert list(gitdoor.tree_entries(repository, "HEAD", ["*"])) == ["*"]
    assert list(gitdoor.index_entries(repository, [":(top)x"])) == [":(top)x/b"]
    assert list(gitdoor.file_versions(repository, "HEAD", ["*", ":(top)x"])) == ["*", ":(top)x/b"]


ODD_NAMES = [
    "reports/-rf.yaml",
    'reports/"quoted" \\ and\ttab.yaml',
    "reports/two\nlines.yaml",
    "reports/:100644 x.yaml",
    "reports/\u202egnp.yaml",
    "reports/báo cáo.yaml",
    "reports/ba\u0301o ca\u0301o.yaml",
    "reports/\udcff\udcfe.yaml",
]


def test_odd_names_come_through_unharmed(repository):
    write(repository, dict.fromkeys(ODD_NAMES, "x"))
    assert sorted(gitdoor.untracked(repository)) == sorted(ODD_NAMES)
    tip = commit(repository, {})
    assert sorted(gitdoor.index_entries(repository)) == sorted(ODD_NAMES)
    assert sorted(gitdoor.tree_entries(repository, tip)) == sorted(ODD_NAMES)
    assert sorted(gitdoor.file_versions(repository, tip, ["reports"])) == sorted(ODD_NAMES)


def test_ignored_files_are_not_untracked_and_tracked_ones_stay(repository):
    commit(repository, {"reports/kept.tmp": "1"})
    write(repository, {".gitignore": "*.tmp\nnode_modules/\n", "reports/x.tmp": "2", "reports/y.yaml": "3"})
    write(repository, {"reports/node_modules/deep/z.yaml": "4"})
    assert sorted(gitdoor.untracked(repository)) == [".gitignore", "reports/y.yaml"]
    assert list(gitdoor.index_entries(repository)) == ["reports/kept.tmp"]


def conflict(repository):
    """A merge that stopped: both changed x, we deleted y and they changed it."""
    commit(repository, {"reports/x.yaml": "gốc", "reports/y.yaml": "gốc"})
    git(repository, "checkout", "-q", "-b", "kia")
    commit(repository, {"reports/x.yaml": "họ", "reports/y.yaml": "họ"})
    git(repository, "checkout", "-q", "main")
    commit(repository, {"reports/x.yaml": "ta", "reports/y.yaml": None})
    with pytest.raises(Exception, match="merge"):
        git(repository, "merge", "-q", "kia")


def test_in_a_conflict_our_side_stands_and_theirs_where_we_deleted(repository):
    conflict(repository)
    assert gitdoor.index_entries(repository) == {
        "reports/x.yaml": ("100644", gitdoor.blob_id(b"ta")),
        "reports/y.yaml": ("100644", gitdoor.blob_id("họ".encode())),
    }


# Contents


def test_contents_come_in_the_order_asked_with_repetitions(repository):
    tip = commit(repository, {"a": "một", "b": "", "c": "line\n" * 3})
    ids = [blob for _, blob in gitdoor.tree_entries(repository, tip).values()]
    asked = [*ids, *reversed(ids)]
    texts = ["một".encode(), b"", b"line\n" * 3]
    assert list(gitdoor.blobs(repository, iter(asked))) == list(zip(asked, [*texts, *reversed(texts)], strict=True))
    assert list(gitdoor.blobs(repository, [])) == []


@pytest.mark.parametrize("size", [9, 10, 11, 12, 1_000_000])
def test_a_large_blob_is_cut_one_byte_over_the_limit_and_the_next_one_is_whole(repository, size):
    tip = commit(repository, {"a": "x" * size, "b": "after\n"})
    ids = [blob for _, blob in gitdoor.tree_entries(repository, tip).values()]
    assert [data for _, data in gitdoor.blobs(repository, ids, limit=10)] == [
        b"x" * min(size, 11),
        b"after\n",
    ]


def test_many_and_large_blobs_pass_without_a_deadlock(repository):
    write(repository, {"big": "0123456789abcdef" * 200_000})
    big = git(repository, "hash-object", "-w", "big")
    small = git(repository, "hash-object", "-w", "--stdin", given=b"nho")
    ids = [small] * 20_000 + [big] * 3 + [small] * 20_000
    sizes = [len(data) for _, data in gitdoor.blobs(repository, ids)]
    assert sizes == [3] * 20_000 + [3_200_000] * 3 + [3] * 20_000


def test_a_reader_may_stop_early(repository):
    big = git(repository, "hash-object", "-w", "--stdin", given=b"x" * 1_000_000)
    stream = gitdoor.blobs(repository, [big] * 50)
    assert next(stream)[0] == big
    stream.close()


def test_contents_that_are_not_here_are_said(repository):
    commit(repository, {"a": "1"})
    with refused("DVK981") as caught:
        list(gitdoor.blobs(repository, ["1" * 40]))
    assert caught.value.details == {"object": "1" * 40}


def test_a_partial_clone_fetches_nothing(repository, tmp_path):
    commit(repository, {"reports/a.yaml": "1"})
    git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "thieu"
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{repository}", str(clone))
    git(clone, "config", "protocol.file.allow", "always")
    blob = gitdoor.tree_entries(clone, "HEAD")["reports/a.yaml"][1]
    with refused("DVK981"):
        list(gitdoor.blobs(clone, [blob]))
    assert gitdoor.file_versions(clone, "HEAD", ["reports"])["reports/a.yaml"][0].blob == blob
    assert git(clone, "rev-list", "--objects", "--missing=print", "HEAD").count(f"?{blob}") == 1


# History


def test_received_is_the_running_maximum_whatever_a_commit_claims(repository):
    times = [NOON, NOON + 3 * HOUR, NOON + HOUR, NOON - 9 * HOUR, NOON + 4 * HOUR]
    ids = [commit(repository, {"reports/a.yaml": f"{n}"}, at=at) for n, at in enumerate(times)]
    expected = [NOON, NOON + 3 * HOUR, NOON + 3 * HOUR, NOON + 3 * HOUR, NOON + 4 * HOUR]
    history = gitdoor.main_history(repository, "main")
    assert history == [MainCommit(i, moment(at)) for i, at in zip(ids, expected, strict=True)]
    assert {commit.received.utcoffset() for commit in history} == {timedelta(hours=7)}
    versions = gitdoor.file_versions(repository, "main", ["reports"])["reports/a.yaml"]
    assert contents(repository, versions) == [(at, str(n)) for n, at in enumerate(expected)]
    assert gitdoor.commit_moment(repository, ids[3]) == moment(NOON - 9 * HOUR)
    assert gitdoor.commit_moment(repository, ids[3]).utcoffset() == timedelta(hours=7)


def test_a_backdated_report_on_top_of_other_work_is_received_with_that_work(repository):
    commit(repository, {"readme": "1"}, at=NOON + 6 * 24 * HOUR)
    commit(repository, {"reports/u9.yaml": "nộp"}, at=NOON)
    versions = gitdoor.file_versions(repository, "main", ["reports"])["reports/u9.yaml"]
    assert contents(repository, versions) == [(NOON + 6 * 24 * HOUR, "nộp")]


def test_a_merge_brings_a_file_when_it_is_merged_not_when_it_was_written(repository):
    commit(repository, {"reports/a.yaml": "1"})
    git(repository, "checkout", "-q", "-b", "don-vi")
    commit(repository, {"reports/b.yaml": "nháp"}, at=NOON + HOUR)
    commit(repository, {"reports/b.yaml": "xong"}, at=NOON + 2 * HOUR)
    git(repository, "checkout", "-q", "main")
    commit(repository, {"reports/a.yaml": "2"}, at=NOON + 3 * HOUR)
    git(repository, "merge", "-q", "--no-ff", "-m", "nhập", "don-vi", at=NOON + 5 * HOUR)
    versions = gitdoor.file_versions(repository, "main", ["reports"])
    assert contents(repository, versions["reports/b.yaml"]) == [(NOON + 5 * HOUR, "xong")]
    assert contents(repository, versions["reports/a.yaml"]) == [(NOON, "1"), (NOON + 3 * HOUR, "2")]
    assert len(gitdoor.main_history(repository, "main")) == 3


def test_an_octopus_and_an_evil_merge_are_compared_with_their_first_parent(repository):
    commit(repository, {"reports/a.yaml": "1"})
    for name in ("b", "c"):
        git(repository, "checkout", "-q", "-b", name, "main")
        commit(repository, {f"reports/{name}.yaml": name}, at=NOON + HOUR)
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "tám chân", "b", "c", at=NOON + 2 * HOUR)
    git(repository, "checkout", "-q", "-b", "d")
    commit(repository, {"reports/d.yaml": "d"}, at=NOON + 3 * HOUR)
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "--no-commit", "d")
    commit(repository, {"reports/a.yaml": "chen vào"}, at=NOON + 4 * HOUR)
    versions = gitdoor.file_versions(repository, "main", ["reports"])
    assert {path: contents(repository, known) for path, known in versions.items()} == {
        "reports/a.yaml": [(NOON, "1"), (NOON + 4 * HOUR, "chen vào")],
        "reports/b.yaml": [(NOON + 2 * HOUR, "b")],
        "reports/c.yaml": [(NOON + 2 * HOUR, "c")],
        "reports/d.yaml": [(NOON + 4 * HOUR, "d")],
    }


def test_a_rename_ends_one_path_and_begins_another_and_what_was_deleted_may_return(repository):
    text = "giống nhau\n" * 20
    commit(repository, {"reports/a.yaml": text})
    commit(repository, {"reports/a.yaml": None, "reports/b.yaml": text}, at=NOON + HOUR)
    commit(repository, {"reports/a.yaml": text}, at=NOON + 2 * HOUR)
    for settings in ([], [("diff.renames", "copies"), ("log.follow", "true"), ("log.showRoot", "false")]):
        for name, value in settings:
            git(repository, "config", name, value)
        versions = gitdoor.file_versions(repository, "main", ["reports"])
        assert contents(repository, versions["reports/a.yaml"]) == [
            *((NOON, text), (NOON + HOUR, None), (NOON + 2 * HOUR, text)),
        ]
        assert contents(repository, versions["reports/b.yaml"]) == [(NOON + HOUR, text)]
        assert list(gitdoor.file_versions(repository, "main", ["reports/b.yaml"])) == ["reports/b.yaml"]


def test_a_changed_mode_is_no_version_and_a_link_is_none(repository):
    commit(repository, {"reports/a.yaml": "1"})
    (repository / "reports/a.yaml").chmod(0o755)
    commit(repository, {}, at=NOON + HOUR)
    (repository / "reports/a.yaml").unlink()
    (repository / "reports/a.yaml").symlink_to("b.yaml")
    (repository / "reports/link.yaml").symlink_to("b.yaml")
    commit(repository, {}, at=NOON + 2 * HOUR)
    versions = gitdoor.file_versions(repository, "main", ["reports"])
    assert {path: contents(repository, known) for path, known in versions.items()} == {
        "reports/a.yaml": [(NOON, "1"), (NOON + 2 * HOUR, None)]
    }


def test_no_folders_and_unknown_folders_have_no_versions(repository):
    commit(repository, {"reports/a.yaml": "1"})
    assert gitdoor.file_versions(repository, "main", []) == {}
    assert gitdoor.file_versions(repository, "main", ["stories"]) == {}


def test_the_commit_of_a_day_is_the_last_received_by_its_end_in_vietnam(repository):
    last_second = int(datetime(2020, 11, 4, 16, 59, 59, tzinfo=UTC).timestamp())
    first = commit(repository, {"a": "1"}, at=last_second)
    second = commit(repository, {"a": "2"}, at=last_second + 1)
    backdated = commit(repository, {"a": "3"}, at=last_second - 48 * HOUR)
    assert gitdoor.commit_on(repository, "main", date(2020, 11, 4)) == first
    assert gitdoor.commit_on(repository, "main", date(2020, 11, 5)) == backdated
    assert gitdoor.commit_on(repository, second, date(2099, 1, 1)) == second
    with refused("DVK905") as caught:
        gitdoor.commit_on(repository, "main", date(2020, 11, 3))
    assert caught.value.details == {"day": "2020-11-03"}


@pytest.mark.parametrize(
    ("stamp", "year"),
    [
        ("99999999999999 +0000", 9999),
        ("9" * 30 + " +0000", 9999),
        ("not-a-date", 1970),
        ("1600000000 +9999", 2020),
    ],
)
def test_an_absurd_committer_date_does_not_stop_the_history(repository, stamp, year):
    commit(repository, {"reports/a.yaml": "1"})
    tree = git(repository, "rev-parse", "HEAD^{tree}")
    raw = f"tree {tree}\nauthor a <a@b> 0 +0000\ncommitter a <a@b> {stamp}\n\nx\n".encode()
    odd = git(repository, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=raw)
    assert gitdoor.commit_moment(repository, odd).year == year
    assert [entry.received.year for entry in gitdoor.main_history(repository, odd)] == [year]
    versions = gitdoor.file_versions(repository, odd, ["reports"])
    assert [version.received.year for version in versions["reports/a.yaml"]] == [year]


def test_replaced_and_grafted_commits_do_not_rewrite_the_history(repository):
    first = commit(repository, {"reports/a.yaml": "1"}, at=NOON + HOUR)
    second = commit(repository, {"reports/a.yaml": "2"}, at=NOON + 2 * HOUR)
    early = git(repository, "commit-tree", "-m", "giả", f"{second}^{{tree}}", at=NOON)
    git(repository, "replace", first, early)
    write(repository, {".git/info/grafts": f"{second}\n"})
    assert [entry.id for entry in gitdoor.main_history(repository, "main")] == [first, second]
    assert gitdoor.commit_moment(repository, first) == moment(NOON + HOUR)


def test_a_tip_that_looks_like_an_option_is_none(repository):
    commit(repository, {"reports/a.yaml": "1"})
    option = f"--output={repository}/written"
    for ask in (
        lambda: gitdoor.main_history(repository, option),
        lambda: gitdoor.file_versions(repository, option, ["reports"]),
        lambda: gitdoor.commit_moment(repository, option),
        lambda: gitdoor.tree_entries(repository, option),
        lambda: snapshot.at_commit(repository, "-d"),
    ):
        with refused("DVK903"):
            ask()
    assert not (repository / "written").exists()
