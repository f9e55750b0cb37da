"""A repository that wants to run something, read something else, or show another history than its own."""

import os
import shutil
import struct
import subprocess
import time
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from repositories import NOON, commit, git, new_repository, write
from workspace_builder import Workspace, report_due

from dvk import gitdoor, snapshot
from dvk.errors import CannotGoOn
from dvk.gitdoor import waiting

HOUR = 3600

HOOKS = """
applypatch-msg pre-applypatch post-applypatch pre-commit pre-merge-commit prepare-commit-msg commit-msg post-commit
pre-rebase post-checkout post-merge pre-push pre-receive update proc-receive post-receive post-update
reference-transaction push-to-checkout pre-auto-gc post-rewrite sendemail-validate fsmonitor-watchman
p4-changelist p4-prepare-changelist p4-post-changelist p4-pre-submit post-index-change
"""

CONFIG = """
[core]
    fsmonitor = {script}
    hooksPath = {hooks}
    pager = {script}
    editor = {script}
    sshCommand = {script}
    gitProxy = {script}
    askPass = {script}
    alternateRefsCommand = {script}
    attributesFile = {attributes}
    untrackedCache = true
[include]
    path = more.config
[include]
    path = {outside}
[includeIf "gitdir:**"]
    path = {outside}
[filter "evil"]
    clean = {script}
    smudge = {script}
    process = {script}
    required = true
[diff]
    external = {script}
    orderFile = /nowhere
    ignoreSubmodules = all
    noprefix = true
    renames = copies
[diff "evil"]
    textconv = {script}
    cachetextconv = true
    command = {script}
[merge "evil"]
    driver = {script}
[log]
    showSignature = true
    follow = true
    diffMerges = combined
[mailmap]
    file = /etc/passwd
[gpg]
    program = {script}
    format = ssh
[gpg "openpgp"]
    program = {script}
[gpg "x509"]
    program = {script}
[gpg "ssh"]
    program = {script}
    defaultKeyCommand = {script}
    allowedSignersFile = {signers}
    revocationFile = {signers}
[pager]
    log = {script}
    ls-files = {script}
    rev-list = {script}
    config = {script}
[credential]
    helper = !{script}
[alias]
    log = !{script}
    ls-files = !{script}
    rev-parse = !{script}
    config = !{script}
    merge-base = !{script}
[color]
    ui = always
[i18n]
    logOutputEncoding = UTF-16
[uploadpack]
    packObjectsHook = {script}
[sequence]
    editor = {script}
[difftool "evil"]
    cmd = {script}
[mergetool "evil"]
    cmd = {script}
[interactive]
    diffFilter = {script}
[trailer "evil"]
    command = {script}
    cmd = {script}
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[remote "evil"]
    url = ext::{script} %S
    promisor = true
    uploadpack = {script}
    receivepack = {script}
    proxy = ext::{script}
[submodule]
    recurse = true
[submodule "con"]
    update = !{script}
    ignore = all
[safe]
    bareRepository = all
    directory = *
"""


@pytest.fixture
def repository(tmp_path):
    return new_repository(tmp_path / "kho")


def refused(code):
    return pytest.raises(CannotGoOn, match=f"^{code}")


def make_hostile(repository):
    """Let this repository try to run a script, through everything its own settings can name; give what it leaves."""
    script, ran = repository / ".git/evil.sh", repository.parent / "ran"
    hooks = repository / ".git/hooks2"
    write(repository, {".git/evil.sh": f'#!/bin/sh\necho "$0 $@" >> {ran}\ncat\n'})
    script.chmod(0o755)
    for folder in (hooks, repository / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for name in HOOKS.split():
            shutil.copy(script, folder / name)
    outside = repository.parent / "outside.config"
    outside.write_text(f'[core]\n\tfsmonitor = {script}\n[filter "evil"]\n\tclean = {script}\n', encoding="utf-8")
    places = {"script": script, "hooks": hooks, "attributes": repository / ".git/attributes", "outside": outside}
    write(repository, {".git/attributes": "* filter=evil diff=evil merge=evil\n", ".git/signers": "* ssh-rsa AAAA\n"})
    write(repository, {".git/info/attributes": "* filter=evil diff=evil merge=evil ident text eol=crlf\n"})
    write(repository, {".git/more.config": f"[uploadpack]\n\tpackObjectsHook = {script}\n"})
    with (repository / ".git/config").open("a", encoding="utf-8") as config:
        config.write(CONFIG.format(**places, signers=repository / ".git/signers"))
    return ran


def signed_commit(repository, kind):
    head, tree = git(repository, "rev-parse", "HEAD"), git(repository, "rev-parse", "HEAD^{tree}")
    who = f"a <a@b> {NOON} +0000"
    signature = f"gpgsig -----BEGIN {kind}-----\n \n abc\n -----END {kind}-----\n"
    raw = f"tree {tree}\nparent {head}\nauthor {who}\ncommitter {who}\n{signature}\nx\n".encode()
    git(repository, "reset", "-q", git(repository, "hash-object", "-t", "commit", "-w", "--stdin", given=raw))


def read_everything(root):
    tip = gitdoor.resolve(root, "HEAD")
    first = gitdoor.main_history(root, tip)[0].id
    assert gitdoor.is_repository(root)
    assert not gitdoor.is_shallow(root)
    assert gitdoor.branch_tip(root, "main") == tip
    assert gitdoor.untracked(root)
    assert gitdoor.commit_moment(root, tip)
    assert gitdoor.commit_on(root, tip, date(2030, 1, 1)) == tip
    assert gitdoor.file_versions(root, tip, ["reports"])
    assert gitdoor.path_commits(root, tip, "reports/a.yaml")
    assert gitdoor.merge_base(root, tip, first) == first
    assert tip in gitdoor.commits_between(root, first, tip)
    assert gitdoor.disk_sides(root).keys() > gitdoor.tree_entries(root, tip).keys()
    gitdoor.identity(root)
    assert gitdoor.merged_text(root, b"1\n2\n3\n", b"0\n2\n3\n", b"1\n2\n4\n") == b"0\n2\n4\n"
    assert gitdoor.merged_text(root, b"1\n", b"2\n", b"3\n") is None
    assert gitdoor.merged_text(root, b"\0", b"\0\0", b"\0\1") is None
    for one in gitdoor.main_history(root, tip):
        gitdoor.signatures_of(root, [one.id], b"", tip)
    for taken in (snapshot.working_tree(root), snapshot.at_commit(root, tip)):
        assert dict(taken.read_all(taken.paths()))


def state_of(folder):
    """Every file below, its bytes and when it was written; a link as where it leads."""
    found = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return [(path, path.lstat().st_mtime_ns, path.is_symlink() or path.read_bytes()) for path in found]


def hostile_repository(repository):
    commit(repository, {"reports/a.yaml": "1", ".gitattributes": "* filter=evil diff=evil merge=evil\n"})
    signed_commit(repository, "PGP SIGNATURE")
    signed_commit(repository, "SSH SIGNATURE")
    signed_commit(repository, "SIGNED MESSAGE")
    ran = make_hostile(repository)
    write(repository, {"reports/a.yaml": "2\r\n", "reports/new.yaml": "3"})
    return ran


def test_a_hostile_repository_runs_nothing_and_nothing_is_written_anywhere(repository):
    ran = hostile_repository(repository)
    before = state_of(repository.parent)
    read_everything(repository)
    assert state_of(repository.parent) == before
    assert not ran.exists()


@pytest.mark.parametrize("command", ["status", "show HEAD", "hash-object reports/a.yaml", "verify-commit HEAD~1"])
def test_the_trap_is_armed_plain_git_walks_into_it(repository, command):
    ran = hostile_repository(repository)
    with suppress(subprocess.CalledProcessError):
        git(repository, *command.split())
    assert ran.exists()


def test_the_command_line_in_a_hostile_workspace_runs_nothing(tmp_path):
    workspace = Workspace(tmp_path / "ws")
    workspace.settings(adoption_date="2020-12-31", main_branch="main")
    workspace.unit("tinh", level="province")
    workspace.unit("xa", "tinh")
    workspace.plan("tinh", report_due("bao-cao", 2021, "commune", before="2022-01-10"), year=2021)
    workspace.git_init()
    workspace.commit("2022-01-01T08:00:00+07:00")
    signed_commit(workspace.root, "SSH SIGNATURE")
    ran = make_hostile(workspace.root)
    write(workspace.root, {".gitattributes": "* filter=evil diff=evil merge=evil\n"})
    write(workspace.root, {"reports/2021/tinh/xa/x.yaml": "a"})
    for words in (
        *(["check"], ["check", "--at", "HEAD"], ["check", "--at", "2030-01-01"], ["deadlines", "--year", 2021]),
        *(["rollup", "--year", 2021], ["check", "--base", "HEAD~1"], ["summary", "--base", "HEAD~1"]),
        *(["verify"], ["log", "plans/2021/tinh/ke-hoach.yaml"], ["status", "--unit", "xa"], ["find", "xa"]),
    ):
        assert workspace.run(*words).exit_code in {0, 1}, words
    assert not ran.exists()


def test_reading_leaves_the_repository_as_it_was(repository):
    commit(repository, {"reports/a.yaml": "1"})
    commit(repository, {"reports/b.yaml": "1"})
    write(repository, {"reports/a.yaml": "2", "reports/new.yaml": "3"})
    os.utime(repository / "reports/a.yaml", (NOON, NOON))
    before = state_of(repository.parent)
    read_everything(repository)
    assert state_of(repository.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among files")
def test_a_list_of_ignored_files_that_nobody_else_has_hides_nothing_and_is_not_waited_for(repository):
    commit(repository, {"reports/a.yaml": "1", ".gitignore": "out/\n"})
    write(repository, {"reports/new.yaml": "2", "out/x": "", ".git/hidden": "*\n", ".git/info/exclude": "*\n"})
    os.mkfifo(repository.parent / "ong")
    for listed in (repository / ".git/hidden", repository.parent / "ong"):
        git(repository, "config", "core.excludesFile", str(listed))
        assert gitdoor.untracked(repository) == ["reports/new.yaml"]
        assert "reports/new.yaml" in gitdoor.disk_sides(repository)
    (repository / ".git/info/exclude").unlink()
    os.mkfifo(repository / ".git/info/exclude")
    assert gitdoor.untracked(repository) == ["reports/new.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among files")
@pytest.mark.parametrize("pipe", [".gitignore", "reports/moi/.gitignore", ".git/packed-refs"])
def test_a_pipe_in_place_of_a_file_is_said_and_not_waited_for(repository, pipe, monkeypatch):
    monkeypatch.setattr(waiting, "SOON", 0.1)
    commit(repository, {"reports/a.yaml": "1"})
    write(repository, {pipe: "", "reports/moi/b.yaml": "1"})
    (repository / pipe).unlink()
    os.mkfifo(repository / pipe)
    with refused("DVK968") as caught:
        gitdoor.untracked(repository)
        gitdoor.branch_tip(repository, "khac")
    assert Path(caught.value.details["path"]) == repository / pipe


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among files")
def test_a_git_that_waits_for_what_nobody_knows_is_not_waited_for(repository, monkeypatch):
    monkeypatch.setattr(waiting, "SOON", 0.1)
    monkeypatch.setattr(waiting, "AT_MOST", 0.3)
    os.mkfifo(repository.parent / "ong")
    git(repository, "config", "include.path", str(repository.parent / "ong"))
    with refused("DVK903") as caught:
        gitdoor.is_repository(repository)
    assert caught.value.details["command"] == "git rev-parse"


def test_whoever_reads_slowly_is_not_taken_for_a_silent_git(repository, monkeypatch):
    monkeypatch.setattr(waiting, "SOON", 0.2)
    monkeypatch.setattr(waiting, "AT_MOST", 0.3)
    commit(repository, {f"reports/{n}.yaml": str(n) * 200_000 for n in range(3)})
    ids = [blob for _, blob in gitdoor.tree_entries(repository, "HEAD").values()]
    read = gitdoor.blobs(repository, ids)
    next(read)
    time.sleep(0.4)
    assert len(list(read)) == 2


# Other places


def test_a_promised_object_is_not_fetched_by_whatever_the_repository_names(repository):
    commit(repository, {"reports/a.yaml": "1"})
    ran = make_hostile(repository)
    git(repository, "config", "core.repositoryFormatVersion", "1")
    git(repository, "config", "extensions.partialClone", "evil")
    blob = gitdoor.tree_entries(repository, "HEAD")["reports/a.yaml"][1]
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with refused("DVK981") as caught:
        list(gitdoor.blobs(repository, [blob]))
    assert caught.value.details == {"object": blob}
    assert not ran.exists()


def test_a_clone_without_trees_says_what_it_lacks(repository, tmp_path):
    commit(repository, {"reports/a.yaml": "1"})
    commit(repository, {"reports/a.yaml": "2"})
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=tree:0", f"file://{repository}", "thieu")
    for ask in (
        lambda root: gitdoor.tree_entries(root, "HEAD"),
        lambda root: gitdoor.file_versions(root, "HEAD", ["reports"]),
        lambda root: gitdoor.path_commits(root, "HEAD", "reports/a.yaml"),
    ):
        with refused("DVK981"):
            ask(tmp_path / "thieu")


@pytest.mark.parametrize("elsewhere", ["../..", "../reports", "/"])
def test_settings_that_put_the_files_elsewhere_are_said(repository, elsewhere):
    commit(repository, {"reports/a.yaml": "1"})
    git(repository, "config", "core.worktree", elsewhere)
    with refused("DVK982") as caught:
        gitdoor.is_repository(repository)
    assert Path(caught.value.details["elsewhere"]) == (repository / ".git" / elsewhere).resolve()


def test_settings_that_put_the_files_where_they_are_change_nothing(repository):
    commit(repository, {"ws/reports/a.yaml": "1"})
    git(repository, "config", "core.worktree", "..")
    assert gitdoor.is_repository(repository)
    assert gitdoor.is_repository(repository / "ws")


def test_a_submodule_is_a_repository_of_its_own(repository, tmp_path):
    inner = new_repository(tmp_path / "con")
    tip = commit(inner, {"reports/b.yaml": "2"})
    git(repository, "submodule", "--quiet", "add", str(inner), "con")
    assert (repository / "con/.git").is_file()
    assert gitdoor.is_repository(repository / "con")
    assert gitdoor.resolve(repository / "con", "HEAD") == tip
    assert gitdoor.disk_sides(repository)["con"] == ("160000", tip)


def test_a_workspace_below_a_link_is_where_the_link_leads(repository, tmp_path):
    tip = commit(repository, {"ws/reports/a.yaml": "1"})
    (tmp_path / "loi-tat").symlink_to(repository / "ws")
    assert gitdoor.is_repository(tmp_path / "loi-tat")
    assert list(gitdoor.tree_entries(tmp_path / "loi-tat", tip)) == ["reports/a.yaml"]


def test_a_repository_that_was_made_without_files_is_none_to_work_in(repository, tmp_path):
    commit(repository, {"reports/a.yaml": "1"})
    git(tmp_path, "clone", "-q", "--bare", str(repository), "tran/.git")
    assert gitdoor.is_repository(tmp_path / "tran") is False
    git(tmp_path, "clone", "-q", "--bare", str(repository), "tran.git")
    assert gitdoor.is_repository(tmp_path / "tran.git") is False


def test_worktrees_beside_a_bare_repository_are_repositories(repository, tmp_path):
    tip = commit(repository, {"reports/a.yaml": "1"})
    git(tmp_path, "clone", "-q", "--bare", str(repository), "chung/.bare")
    write(tmp_path, {"chung/.git": "gitdir: ./.bare\n"})
    git(tmp_path / "chung", "worktree", "add", "-q", "main-lam-viec", "main")
    assert gitdoor.is_repository(tmp_path / "chung") is False
    assert gitdoor.is_repository(tmp_path / "chung/main-lam-viec")
    assert gitdoor.branch_tip(tmp_path / "chung/main-lam-viec", "main") == tip


def test_a_bare_repository_among_the_files_of_a_workspace_is_not_believed(repository):
    commit(repository, {"reports/a.yaml": "1"})
    trap = repository / "ws"
    git(repository, "init", "-q", "--bare", str(trap))
    with refused("DVK903") as caught:
        gitdoor.is_repository(trap)
    assert "bare repository" in caught.value.details["problem"]


def test_borrowed_objects_are_the_same_objects(repository, tmp_path):
    tip = commit(repository, {"reports/a.yaml": "1"})
    git(tmp_path, "clone", "-q", "--shared", str(repository), "muon")
    assert gitdoor.tree_entries(tmp_path / "muon", tip) == gitdoor.tree_entries(repository, tip)


@pytest.mark.parametrize(
    ("setting", "value"), [("core.repositoryFormatVersion", "99"), ("core.bare", "có lẽ"), ("core.abbrev", "x")]
)
def test_settings_that_git_does_not_understand_are_one_printable_line(repository, setting, value):
    commit(repository, {"reports/a.yaml": "1"})
    git(repository, "config", setting, value)
    with refused("DVK903") as caught:
        gitdoor.is_repository(repository)
    assert caught.value.details["problem"].isprintable()


def test_an_old_git_is_told_what_is_needed(repository, tmp_path, monkeypatch):
    commit(repository, {"reports/a.yaml": "1"})
    old = 'case "$*" in *version) echo git version 2.25.1;; *) echo error: unknown option x >&2; exit 129;; esac'
    write(tmp_path, {"bin/git": f"#!/bin/sh\n{old}\n"})
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with refused("DVK959") as caught:
        gitdoor.resolve(repository, "HEAD")
    assert caught.value.details == {"version": "2.25.1", "needed": "2.34"}


# Another history


def test_replaced_and_grafted_commits_do_not_rewrite_the_history(repository):
    first = commit(repository, {"reports/a.yaml": "1"}, at=NOON + HOUR)
    second = commit(repository, {"reports/a.yaml": "2"}, at=NOON + 2 * HOUR)
    early = git(repository, "commit-tree", "-m", "giả", f"{second}^{{tree}}", at=NOON)
    git(repository, "replace", first, early)
    write(repository, {".git/info/grafts": f"{second}\n"})
    assert [entry.id for entry in gitdoor.main_history(repository, "main")] == [first, second]
    assert [entry.id for entry in gitdoor.path_commits(repository, "main", "reports/a.yaml")] == [first, second]
    assert gitdoor.commit_moment(repository, first) == datetime.fromtimestamp(NOON + HOUR, UTC)


def test_a_forged_commit_graph_does_not_move_a_commit_back(repository):
    tip = commit(repository, {"reports/a.yaml": "1"}, at=NOON + HOUR)
    git(repository, "commit-graph", "write", "--reachable")
    graph = repository / ".git/objects/info/commit-graph"
    graph.chmod(0o644)
    graph.write_bytes(graph.read_bytes().replace(struct.pack(">I", NOON + HOUR), struct.pack(">I", NOON)))
    assert git(repository, "rev-list", "--timestamp", "HEAD") == f"{NOON} {tip}"  # git itself believes it
    assert gitdoor.main_history(repository, "main")[0].received == datetime.fromtimestamp(NOON + HOUR, UTC)
    assert gitdoor.commit_moment(repository, tip) == datetime.fromtimestamp(NOON + HOUR, UTC)


# Names


def tree_with(repository, *entries):
    """A commit with these (mode, kind, name bytes, id), made past git's own care for names."""
    modes = {"blob": b"100644", "tree": b"40000"}
    raw = b"".join(b"%b %b\0%b" % (modes[kind], name, bytes.fromhex(made)) for kind, name, made in entries)
    tree = git(repository, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=raw)
    return git(repository, "commit-tree", "-m", "x", tree)


IMPOSSIBLE = [
    *(b"..", b".", b"a/../../b", b"/etc/x", b".git", b".GIT", b".git ", b".git.", b"git~1", b"GIT~1"),
    *(b".g\xe2\x80\x8cit", b".git::$INDEX_ALLOCATION"),
]


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_tree_with_a_name_that_leads_elsewhere_is_refused_whole(repository, name):
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    inner = git(repository, "rev-parse", tree_with(repository, ("blob", name, blob)) + "^{tree}")
    for made in (tree_with(repository, ("blob", name, blob)), tree_with(repository, ("tree", b"reports", inner))):
        with refused("DVK958") as caught:
            gitdoor.tree_entries(repository, made)
        assert caught.value.details["path"].isprintable()


@pytest.mark.parametrize("name", [b"..a", b"a..", b"...", b".gitignore", b".github", b"a.git", b"git~2", b" ", b"C:x"])
def test_a_name_that_is_only_odd_is_a_name(repository, name):
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    assert list(gitdoor.tree_entries(repository, tree_with(repository, ("blob", name, blob)))) == [name.decode()]


def test_an_index_with_a_name_that_leads_elsewhere_is_refused_whole(repository):
    write(repository.parent, {"y.yaml": "bí mật"})
    commit(repository, {"xx/y.yaml": "1"})
    index = repository / ".git/index"
    index.write_bytes(index.read_bytes().replace(b"xx/y.yaml", b"../y.yaml"))
    assert git(repository, "ls-files") == "../y.yaml"  # git itself lists it
    for ask in (gitdoor.index_entries, gitdoor.disk_sides):
        with refused("DVK958"):
            ask(repository)


def test_a_name_used_twice_in_a_tree_is_refused(repository):
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    inner = git(repository, "rev-parse", tree_with(repository, ("blob", b"b", blob)) + "^{tree}")
    for again in (("blob", b"a", blob), ("tree", b"a", inner)):
        with refused("DVK958"):
            gitdoor.tree_entries(repository, tree_with(repository, ("blob", b"a", blob), again))


def test_names_that_differ_in_case_alone_are_two_files_of_a_commit(repository):
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    twins = tree_with(repository, ("blob", b"A.yaml", blob), ("blob", b"a.yaml", blob))
    assert list(gitdoor.tree_entries(repository, twins)) == ["A.yaml", "a.yaml"]


def test_very_long_and_very_deep_names_come_through(repository):
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    long = tree_with(repository, ("blob", b"x" * 60_000, blob))
    assert list(gitdoor.tree_entries(repository, long)) == ["x" * 60_000]
    tree = git(repository, "rev-parse", tree_with(repository, ("blob", b"x", blob)) + "^{tree}")
    for _ in range(40):
        tree = git(repository, "rev-parse", tree_with(repository, ("tree", b"y" * 200, tree)) + "^{tree}")
    deep = git(repository, "commit-tree", "-m", "x", tree)
    assert [len(path) for path in gitdoor.tree_entries(repository, deep)] == [40 * 201 + 1]


@pytest.mark.parametrize("path", ["-rf", "--output=x", ":(top)reports", "../kho2/x", "/etc", "", "a\0b", "\ud800"])
def test_the_history_of_a_path_that_cannot_be_is_empty_or_refused(repository, path):
    commit(repository, {"reports/a.yaml": "1"})
    with suppress(CannotGoOn):
        assert gitdoor.path_commits(repository, "main", path) == []
    assert {found.name for found in repository.iterdir()} == {".git", "reports"}


# Revisions


@pytest.mark.parametrize(
    "rev",
    [
        *("--upload-pack=touch x", "-O", "-h", "--exec=x", "--git-dir=/", "HEAD --output=x", "--all", "@{u}", "@{-1}"),
        *(
            ":/không có",
            "HEAD^{/x",
            "HEAD^{blob}",
            ":reports/a.yaml",
            ":0:reports/a.yaml",
            "HEAD:reports",
            "..",
            "...HEAD",
        ),
        *("a\nb", "\u202eniam", "tag-of-a-file", "tag-of-a-tree", "^{/x}"),
    ],
)
def test_an_odd_revision_is_a_commit_or_unknown_and_runs_nothing(repository, rev):
    commit(repository, {"reports/a.yaml": "1"})
    git(repository, "tag", "tag-of-a-file", "HEAD:reports/a.yaml")
    git(repository, "tag", "-m", "x", "tag-of-a-tree", "HEAD^{tree}")
    with refused("DVK901"):
        gitdoor.resolve(repository, rev)
    assert {found.name for found in repository.iterdir()} == {".git", "reports"}


def test_a_search_by_words_and_an_earlier_branch_name_a_commit(repository):
    tip = commit(repository, {"reports/a.yaml": "1"})
    git(repository, "switch", "-q", "-c", "khac")
    for rev in ("HEAD^{/việc}", "@{-1}", "HEAD^{}", "HEAD^0", "main@{0}"):
        assert gitdoor.resolve(repository, rev) == tip


def test_a_branch_may_be_named_like_an_option(repository):
    tip = commit(repository, {"reports/a.yaml": "1"})
    git(repository, "update-ref", "refs/heads/--output=x", tip)
    git(repository, "update-ref", "refs/heads/-d", tip)
    assert gitdoor.resolve(repository, "refs/heads/--output=x") == tip
    assert gitdoor.resolve(repository, "-d") == tip
    assert gitdoor.branch_tip(repository, "--output=x") == tip
    assert {found.name for found in repository.iterdir()} == {".git", "reports"}


def test_a_reference_with_a_broken_name_is_no_branch(repository):
    tip = commit(repository, {"reports/a.yaml": "1"})
    write(repository, {".git/refs/heads/a\nb": f"{tip}\n", ".git/refs/heads/hong": "không phải\n"})
    assert gitdoor.branch_tip(repository, "main") == tip
    assert gitdoor.branch_tip(repository, "a\nb") is None
    assert gitdoor.branch_tip(repository, "hong") is None


def test_a_main_branch_that_names_a_file_or_nothing_is_said(repository):
    commit(repository, {"reports/a.yaml": "1"})
    write(repository, {".git/refs/heads/tep": f"{gitdoor.blob_id(b'1')}\n", ".git/refs/heads/thieu": "1" * 40 + "\n"})
    with refused("DVK901") as caught:
        gitdoor.branch_tip(repository, "tep")
    assert caught.value.details == {"rev": "refs/heads/tep"}
    with refused("DVK981"):
        gitdoor.branch_tip(repository, "thieu")


def test_a_tag_that_took_the_name_of_a_branch_is_not_taken_for_it(repository):
    first = commit(repository, {"reports/a.yaml": "1"})
    second = commit(repository, {"reports/a.yaml": "2"})
    git(repository, "tag", "main", first)
    git(repository, "update-ref", "refs/remotes/origin/main", second)
    git(repository, "branch", "origin/main", first)
    for rev in ("main", "main~0", "main^{commit}", "origin/main"):
        with refused("DVK980") as caught:
            gitdoor.resolve(repository, rev)
        assert "refs/heads/" in caught.value.details["names"]
    assert gitdoor.resolve(repository, "refs/heads/main") == second
    assert gitdoor.branch_tip(repository, "main") == second
    git(repository, "tag", "-f", "main", second)
    assert gitdoor.resolve(repository, "main") == second
