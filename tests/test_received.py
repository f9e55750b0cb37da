"""When a report was received, through every way in which a commit reaches the main branch.

Due by 14 November 2026. The main branch has an ordinary commit of 16 November; what comes after it is late whatever
dates it bears. Every unit is one way, one after the other, so each is received on a day of its own.
"""

import os
import subprocess
from pathlib import Path

import pytest
from workspace_builder import Answer, Workspace, report_due

PLAN = "plans/2026/p/ke-hoach.yaml"
EARLY = "2026-11-10T09:00:00+07:00"
ASKED_ON = "2026-12-31"
UNITS = (
    *("truoc", "lui", "tac-gia", "gop-mot", "dat-lai", "tien-thang", "tac-a", "tac-b", "cay-tay", "nguoi-ta"),
    *("hoan", "hoan-khac", "bo-hoan", "sua-lai", "doi-cho", "hong", "hong-dau", "dong-a"),
)


def start(root: Path) -> Workspace:
    ws = Workspace(root)
    ws.settings(adoption_date="2026-01-01")
    ws.unit("p", level="province")
    ws.units(*UNITS, parent="p", level="district")
    ws.indicator("houses", "sum", "sum")
    ws.plan("p", report_due("nam", 2026, "district", by="2026-11-14"), year=2026)
    ws.git_init()
    ws.commit("2026-01-05T08:00:00+07:00")
    return ws


def november(day: int) -> str:
    return f"2026-11-{day:02}T10:00:00+07:00"


def december(day: int) -> str:
    return f"2026-12-{day:02}T10:00:00+07:00"


def file(ws: Workspace, unit: str, houses: int = 1, **fields: object) -> Path:
    return ws.root / ws.report(unit, 2026, {"houses": houses}, answers=[f"{PLAN}#nam"], **fields)


def as_git(ws: Workspace, date: str, *words: str) -> None:
    ws._git(*words, GIT_COMMITTER_DATE=date, GIT_AUTHOR_DATE=date)


def file_on_branch(ws: Workspace, unit: str, name: str = "") -> None:
    """A branch from here whose own commit bears an early date; main is checked out again."""
    ws.branch(name or unit)
    file(ws, unit)
    ws.commit(EARLY)
    as_git(ws, EARLY, "switch", "--quiet", "main")


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    ws = start(tmp_path_factory.mktemp("received"))
    early_branches(ws)
    file(ws, "truoc")
    for unit in ("hoan", "hoan-khac", "bo-hoan", "sua-lai", "doi-cho", "hong", "hong-dau"):
        file(ws, unit)
    spoil(ws.root / "reports/2026/p/hong-dau/2026.yaml")
    ws.commit(november(12))
    ws.write("README.md", "Kho báo cáo\n")
    ws.commit(november(16))
    commits_with_other_dates(ws)
    ways_to_merge(ws)
    there_and_back(ws)
    return ws


def spoil(report: Path) -> None:
    report.write_text("schema: report/v1\nstate: [\n", encoding="utf-8")


def early_branches(ws: Workspace) -> None:
    for unit in ("gop-mot", "dat-lai", "tac-a", "tac-b", "nguoi-ta", "cay-tay"):
        file_on_branch(ws, unit)


def commits_with_other_dates(ws: Workspace) -> None:
    file(ws, "lui", submitted="2026-11-10")
    ws.commit(author_date=EARLY, committer_date=EARLY)
    file(ws, "tac-gia")
    ws.commit(author_date=EARLY, committer_date=november(17))


def ways_to_merge(ws: Workspace) -> None:
    as_git(ws, november(18), "merge", "--quiet", "--squash", "gop-mot")
    ws.commit(november(18))
    as_git(ws, november(19), "switch", "--quiet", "dat-lai")
    as_git(ws, november(19), "rebase", "--quiet", "main")
    as_git(ws, november(19), "switch", "--quiet", "main")
    as_git(ws, november(19), "merge", "--quiet", "--ff-only", "dat-lai")
    file_on_branch(ws, "tien-thang")
    as_git(ws, november(20), "merge", "--quiet", "--ff-only", "tien-thang")
    as_git(ws, november(21), "merge", "--quiet", "--no-ff", "-m", "Nhận hai đơn vị", "tac-a", "tac-b")
    as_git(ws, november(22), "cherry-pick", "--allow-empty", "cay-tay")
    # What only the other side of a merge has was never on the main branch.
    as_git(ws, november(23), "merge", "--quiet", "--no-ff", "-s", "ours", "-m", "Không nhận", "nguoi-ta")


def there_and_back(ws: Workspace) -> None:
    """Reports that came in time, were gone for a while, and came again in December."""
    names = ("hoan", "hoan-khac", "bo-hoan", "sua-lai", "doi-cho", "hong")
    report = {unit: file(ws, unit) for unit in names}
    for unit in ("hoan", "hoan-khac", "bo-hoan"):
        report[unit].unlink()
    moved = report["doi-cho"].rename(report["doi-cho"].with_name("2026-x.yaml"))
    file(ws, "sua-lai", houses=7, revision=2)
    spoil(report["hong"])
    ws.commit(november(25))
    file(ws, "hoan")
    file(ws, "hoan-khac", houses=9)
    file(ws, "hong-dau")
    file(ws, "sua-lai")
    moved.rename(report["doi-cho"])
    file(ws, "hong")
    file(ws, "dong-a").write_bytes(report["sua-lai"].read_bytes())
    ws.commit(december(2))


@pytest.fixture(scope="module")
def filings(ws: Workspace) -> dict[str, Answer]:
    return {entry["unit"]: entry for entry in ws.deadlines(2026, ASKED_ON)}


def known(entry: Answer) -> tuple[str, str | None, str | None]:
    return entry["state"], (entry["received"] or "")[:10] or None, entry["evidence"]


@pytest.mark.parametrize(
    ("unit", "state", "received"),
    [
        ("truoc", "on_time", "2026-11-12"),
        ("lui", "late", "2026-11-16"),  # both dates back: the commit below it says when it was possible at all
        ("tac-gia", "late", "2026-11-17"),  # the author's date back
        ("gop-mot", "late", "2026-11-18"),  # squash
        ("dat-lai", "late", "2026-11-19"),  # rebase
        ("tien-thang", "late", "2026-11-19"),  # fast-forward of a backdated commit: as late as what is below it
        ("tac-a", "late", "2026-11-21"),  # octopus
        ("tac-b", "late", "2026-11-21"),
        ("cay-tay", "late", "2026-11-22"),  # cherry-pick
        ("hoan", "on_time", "2026-11-12"),  # removed and put back as it was: this content came in time
        ("hoan-khac", "late", "2026-12-02"),  # removed, and another one filed in its place
        ("doi-cho", "on_time", "2026-11-12"),  # moved and moved back
        ("sua-lai", "on_time", "2026-11-12"),  # changed and changed back: it was there all the time
        ("hong", "on_time", "2026-11-12"),  # could not be read in between: nobody took it back
        ("hong-dau", "late", "2026-12-02"),  # could be read only then
    ],
)
def test_received_is_when_the_main_branch_had_it(filings, unit, state, received):
    assert known(filings[unit]) == (state, received, "git")


@pytest.mark.parametrize("unit", ["bo-hoan", "nguoi-ta"])
def test_what_the_main_branch_has_not_is_missing(filings, unit):
    assert known(filings[unit]) == ("overdue", None, None)


def test_while_it_is_gone_it_is_missing_and_while_it_is_broken_it_is_not(ws):
    known_in_between = {entry["unit"]: known(entry) for entry in ws.deadlines(2026, "2026-11-30")}
    assert known_in_between["hoan"] == ("overdue", None, None)
    assert known_in_between["hong"] == ("on_time", "2026-11-12", "git")
    assert known_in_between["hong-dau"] == ("overdue", None, None)


def test_the_same_bytes_in_the_place_of_another_unit_are_no_report_of_it(filings):
    """They say whose report they are."""
    assert known(filings["dong-a"]) == ("overdue", None, None)
    assert known(filings["sua-lai"]) == ("on_time", "2026-11-12", "git")


# Repositories of their own


@pytest.fixture
def alone(tmp_path: Path) -> Workspace:
    return start(tmp_path / "ws")


def only(ws: Workspace, unit: str = "truoc", on: str = ASKED_ON) -> Answer:
    (entry,) = [entry for entry in ws.deadlines(2026, on) if entry["unit"] == unit]
    return entry


def clone(ws: Workspace, *options: str) -> Workspace:
    """A clone of the whole, or by these options of less."""
    root = ws.root.parent / "ban-sao"
    words = ["git", "-c", "protocol.file.allow=always", "clone", "--quiet", *options, ws.root.as_uri(), str(root)]
    variables = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(words, env=variables, check=True)
    found = Workspace.__new__(Workspace)
    found.root = root
    return found


def test_a_backdated_commit_is_late_and_the_shallow_clone_says_that_it_cannot_know(alone):
    alone.write("README.md", "Kho báo cáo\n")
    alone.commit(november(16))
    file(alone, "truoc")
    alone.commit(author_date=EARLY, committer_date=EARLY)
    alone.write("README.md", "Kho\n")
    alone.commit(november(17))

    assert known(only(alone)) == ("late", "2026-11-16", "git")
    assert known(only(clone(alone, "--depth=2"))) == ("filed_day_unknown", None, "shallow")


@pytest.mark.parametrize("gone", ["blobs", "trees"])
def test_a_partial_clone_that_lacks_a_version_stops_and_says_what_to_do(alone, gone):
    file(alone, "truoc")
    alone.commit(november(12))
    file(alone, "truoc", houses=2, revision=2)
    alone.commit(november(13))
    alone._git("config", "uploadpack.allowFilter", "true")
    partial = clone(alone, "--filter=blob:none" if gone == "blobs" else "--filter=tree:0")

    answered = partial.run("deadlines", "--year", 2026, "--on", ASKED_ON)

    assert answered.exit_code == 2
    assert "DVK981" in answered.stderr
    assert "without --filter" in answered.stderr
    assert known(only(alone)) == ("on_time", "2026-11-12", "git")


def test_a_partial_clone_that_has_every_version_is_like_a_whole_one(alone):
    file(alone, "truoc")
    alone.commit(november(12))
    alone._git("config", "uploadpack.allowFilter", "true")

    assert known(only(clone(alone, "--filter=blob:none"))) == ("on_time", "2026-11-12", "git")


def test_a_commit_in_the_future_is_said_and_what_follows_it_is_no_earlier(alone):
    file(alone, "truoc")
    alone.commit("2031-01-01T08:00:00+07:00")
    file(alone, "lui")
    alone.commit(november(12))

    for unit in ("truoc", "lui"):
        entry = only(alone, unit)
        assert (entry["state"], entry["evidence"]) == ("overdue", "future")
    assert known(only(alone, on="2031-01-01"))[0] == "late"


def test_a_merge_with_its_parents_swapped_counts_along_the_first_one(alone):
    """Whoever merges main into a branch and pushes that as main makes the branch's dates count, and main's late."""
    alone.branch("don-vi")
    file(alone, "lui")
    alone.commit(EARLY)
    as_git(alone, EARLY, "switch", "--quiet", "main")
    file(alone, "truoc")
    alone.commit(november(12))
    as_git(alone, november(20), "switch", "--quiet", "don-vi")
    as_git(alone, november(20), "merge", "--quiet", "--no-ff", "-m", "Lấy từ main", "main")
    as_git(alone, november(20), "branch", "--quiet", "--force", "main", "don-vi")

    assert known(only(alone, "lui")) == ("on_time", "2026-11-10", "git")
    assert known(only(alone, "truoc")) == ("late", "2026-11-20", "git")


def test_one_report_under_two_paths_counts_where_it_came_first(alone):
    path = file(alone, "truoc")
    alone.commit(november(12))
    path.with_name("2026-x.yaml").write_bytes(path.read_bytes())
    alone.commit(november(16))
    assert known(only(alone)) == ("on_time", "2026-11-12", "git")
    path.unlink()
    alone.commit(november(18))
    assert known(only(alone)) == ("late", "2026-11-16", "git")


def test_without_the_main_branch_of_the_settings_no_day_is_known(alone):
    file(alone, "truoc")
    alone.commit(november(12))
    alone._git("branch", "--move", "main", "master")
    assert known(only(alone)) == ("filed_day_unknown", None, "no_main_branch")
    assert alone.run("deadlines", "--year", 2026, "--at", "2026-12-01").exit_code == 2
    assert "DVK984" in alone.run("deadlines", "--year", 2026, "--at", "2026-12-01").stderr
    alone.settings(adoption_date="2026-01-01", main_branch="master")
    assert known(only(alone)) == ("on_time", "2026-11-12", "git")


def test_a_detached_head_and_another_branch_ask_the_main_branch_all_the_same(alone):
    file(alone, "truoc")
    alone.commit(november(12))
    alone.branch("khac")
    file(alone, "lui")
    alone.commit(november(12))
    assert known(only(alone)) == ("on_time", "2026-11-12", "git")
    assert known(only(alone, "lui")) == ("filed_day_unknown", None, "not_committed")
    alone._git("switch", "--quiet", "--detach")
    assert known(only(alone, "lui")) == ("filed_day_unknown", None, "not_committed")


def test_before_the_first_commit_nothing_was_received(tmp_path):
    ws = Workspace(tmp_path / "ws")
    ws.settings(adoption_date="2026-01-01")
    ws.unit("p", level="province")
    ws.unit("truoc", "p", level="district")
    ws.indicator("houses", "sum", "sum")
    ws.plan("p", report_due("nam", 2026, "district", by="2026-11-14"), year=2026)
    file(ws, "truoc")
    ws.git_init()

    assert known(only(ws)) == ("filed_day_unknown", None, "not_committed")


def test_a_workspace_in_a_subfolder_and_a_linked_worktree_know_the_same(tmp_path):
    ws = start(tmp_path / "kho" / "ws")
    (ws.root / ".git").rename(ws.root.parent / ".git")
    ws.commit("2026-01-06T08:00:00+07:00")
    file(ws, "truoc")
    ws.commit(november(12))
    assert known(only(ws)) == ("on_time", "2026-11-12", "git")
    ws._git("worktree", "add", "--quiet", "-b", "nhanh", str(tmp_path / "cay"))
    linked = Workspace.__new__(Workspace)
    linked.root = tmp_path / "cay" / "ws"
    assert known(only(linked)) == ("on_time", "2026-11-12", "git")


def test_as_it_was_known_then_is_asked_along_the_same_history(alone):
    file(alone, "truoc")
    alone.commit(november(12))
    file(alone, "lui")
    alone.commit(EARLY)
    (then,) = [
        e for e in alone.json("deadlines", "--year", 2026, "--on", ASKED_ON, "--at", "HEAD") if e["unit"] == "lui"
    ]
    assert known(then) == ("on_time", "2026-11-12", "git")
    before = alone.json("deadlines", "--year", 2026, "--on", ASKED_ON, "--at", "2026-11-11")
    assert {entry["state"] for entry in before} == {"overdue"}


def test_a_repository_with_long_ids_knows_the_same(tmp_path):
    ws = start(tmp_path / "ws")
    for path in sorted((ws.root / ".git").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    ws._git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    file(ws, "truoc")
    ws.commit(november(12))
    assert known(only(ws)) == ("on_time", "2026-11-12", "git")
