"""``dvk log`` and ``dvk diff`` over real repositories: what they say of ordinary, odd and hostile histories."""

import csv
import io
import json
import re
import shutil
import subprocess
import time
import unicodedata
from pathlib import Path
from zipfile import ZipFile

import pytest
from repositories import NOON, git
from workspace_builder import Workspace, report_due

DAY = 86_400
HOUSES, PEOPLE = "nha-nhan-ai", "thieu-nhi"
REPORT, OTHER = "reports/2021/tinh/xa-a/2021.yaml", "reports/2021/tinh/xa-b/2021.yaml"
GONE, RENAMED = "reports/2021/tinh/xa-b/2021-Q1.yaml", "reports/2021/tinh/xa-b/2021-Q1-an-sinh.yaml"


def stands_for(space, files, at, message="việc", *, name="Nguyễn Văn Thử"):
    """Commit files (path → bytes, text, or None to remove) in somebody's name at a day after NOON."""
    for path, text in files.items():
        file = space.root / path
        file.unlink() if text is None else file.write_bytes(text if isinstance(text, bytes) else text.encode())
    git(space.root, "add", "-A", ".")
    who = ["-c", f"user.name={name}"]
    git(space.root, *who, "commit", "-q", "--allow-empty", "-m", message, at=NOON + at * DAY)


def text_of(space, path=REPORT):
    return (space.root / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A workspace with a history: a branch and its merge, a half-written version, a removal, a renaming."""
    space = Workspace(tmp_path_factory.mktemp("log"))
    space.unit("tinh", level="province")
    space.units("xa-a", "xa-b", parent="tinh")
    space.indicator(HOUSES, "sum", "sum", name="Nhà Nhân ái", name_en="Houses")
    space.indicator(PEOPLE, "sum", "sum", name="Thiếu nhi được chăm lo", unit_of_measure="em")
    plan = space.plan("tinh", report_due("bao-cao", 2021, "commune", title="Báo cáo năm"), year=2021)
    space.report("xa-a", 2021, {HOUSES: 12, PEOPLE: 300}, answers=[f"{plan}#bao-cao"])
    space.report("xa-b", 2021, {HOUSES: 1})
    space.report("xa-b", "2021-Q1", {HOUSES: 1, PEOPLE: 2})
    space.git_init()
    stands_for(space, {}, 0, "Nộp")
    git(space.root, "switch", "-q", "-c", "sua")
    stands_for(space, {REPORT: text_of(space).replace("12", "15")}, 1, "Sửa số nhà", name="Trần Thị Thử")
    git(space.root, "switch", "-q", "main")
    git(space.root, "merge", "-q", "--no-ff", "-m", "Nhận sửa", "sua", at=NOON + 3 * DAY)
    whole = text_of(space)
    stands_for(space, {REPORT: whole.replace("state: submitted", "state: [nửa chừng")}, 4, "Đang viết dở")
    stands_for(space, {REPORT: whole.replace("state: submitted", "state: accepted")}, 5, "Tiếp nhận")
    stands_for(space, {GONE: None, RENAMED: text_of(space, GONE)}, 6, "Đổi tên tệp")
    return space


@pytest.fixture
def space(template, tmp_path):
    """The same to be written to."""
    copied = object.__new__(Workspace)
    copied.root = tmp_path / "w"
    shutil.copytree(template.root, copied.root)
    return copied


def log(space, *words):
    return space.json("log", *words)


def changed(space, *words):
    """Give path → (became, [(field, old, new)])."""
    files = space.json("diff", *words)["files"]
    return {f["path"]: (f["became"], [(c["field"], c["old"], c["new"]) for c in f["changes"]]) for f in files}


# log


def test_the_log_says_who_when_and_what_moved_the_newest_first(template):
    entries = log(template, REPORT)
    assert [entry["became"] for entry in entries] == ["readable", "unreadable", "changed", "added"]
    assert [entry["author"] for entry in entries[2:]] == ["Trần Thị Thử", "Nguyễn Văn Thử"]
    moved = entries[2]
    assert moved["changes"] == [{"field": f"own[indicator={HOUSES}].value", "old": "12", "new": "15", "how": "changed"}]
    assert (moved["email"], moved["subject"], moved["revision"]) == ("thu@example.org", "Sửa số nhà", "1")
    assert moved["received"][:10] > moved["committed"][:10], "the branch's commit came in with the merge"
    assert entries[0]["state"] == "accepted"


def test_the_log_in_words(template):
    text = template.run("log", REPORT, "--lang", "vi").stdout
    assert "Nhà Nhân ái: 12 căn → 15 căn" in text
    assert "Trần Thị Thử <thu@example.org>" in text
    assert "tệp không đọc được" in text
    assert "lần sửa 1, đã tiếp nhận" in text
    assert "commit tự đề 14/09/2020 19:26" in text
    assert text.index("Tiếp nhận") < text.index("Sửa số nhà") < text.index("Nộp")
    english = template.run("log", REPORT).stdout
    assert "Houses: 12 căn → 15 căn" in english
    assert "the commit itself says" in english


def test_more_than_a_few_changes_of_one_commit_are_counted(space):
    more = "limits: Chậm\ncauses: Ít người\nplace: Xã A\nnote: Một\nproposals: Thêm\n"
    stands_for(space, {REPORT: text_of(space) + more}, 7)
    assert "và 2 chỗ khác" in space.run("log", REPORT, "--lang", "vi").stdout
    assert len(log(space, REPORT)[0]["changes"]) == 5


def test_the_log_of_a_file_that_is_gone_and_of_one_that_never_was(template):
    assert [entry["became"] for entry in log(template, GONE)] == ["removed", "added"]
    never = template.run("log", "reports/2021/tinh/xa-a/2012.yaml")
    assert never.exit_code == 2
    assert REPORT in never.stderr
    outside = template.run("log", "/etc/passwd")
    assert (outside.exit_code, "DVK907" in outside.stderr) == (2, True)


def test_the_log_of_a_folder_of_a_unit_and_of_everything(template):
    assert {entry["path"] for entry in log(template, "reports/2021/tinh/xa-b")} == {OTHER, GONE, RENAMED}
    assert {entry["path"] for entry in log(template, "--unit", "xa-b")} == {OTHER, GONE, RENAMED}
    assert {entry["path"].split("/")[0] for entry in log(template, "--unit", "tinh")} == {"plans"}
    assert {"dvk.yaml", "units/units.yaml", REPORT} <= {entry["path"] for entry in log(template, "--limit", 0)}
    assert template.run("log", "--unit", "xa-c").exit_code == 2


def test_the_limit_and_how_many_are_left(template):
    assert len(log(template, REPORT, "--limit", 1)) == 1
    assert "3 older changes" in template.run("log", REPORT, "--limit", 1).stdout
    assert template.run("log", REPORT, "--limit", "-1").exit_code == 2


def test_what_is_not_committed_is_said_and_line_ends_are_not(space):
    crlf = b"\xef\xbb\xbf" + text_of(space).replace("\n", "\r\n").encode()
    (space.root / REPORT).write_bytes(crlf)
    assert log(space, REPORT)[0]["commit"] is not None
    (space.root / REPORT).write_bytes(crlf.replace(b"15", b"16"))
    entry = log(space, REPORT)[0]
    assert (entry["commit"], entry["author"], entry["received"]) == (None, None, None)
    assert [change["new"] for change in entry["changes"]] == ["16"]
    assert "chưa commit" in space.run("log", REPORT, "--lang", "vi").stdout
    assert log(space, REPORT, "--at", "HEAD")[0]["commit"] is not None


@pytest.mark.parametrize("hash_name", ["sha1", "sha256"])
def test_in_repositories_of_either_hash_what_is_committed_is_not_pending(tmp_path, hash_name):
    """Not even where nobody can read it, or it is larger than any document."""
    space = Workspace(tmp_path)
    space.unit("xa-a")
    space.report("xa-a", 2021, {})
    broken, large = (f"reports/2021/xa-a/2021-{name}.yaml" for name in ("Q1", "Q2"))
    space.write(broken, "state: [\n")
    space.write(large, "#" * ((1 << 20) + 9))
    try:
        git(space.root, "init", "-q", "-b", "main", f"--object-format={hash_name}", ".")
    except subprocess.CalledProcessError:
        pytest.skip("this git knows one hash only")
    stands_for(space, {}, 0)
    entries = log(space, "--limit", 0)
    assert {broken, large} <= {entry["path"] for entry in entries}
    assert all(entry["commit"] for entry in entries)
    space.write(broken, "state: [[\n")
    assert [entry["path"] for entry in log(space, "--limit", 0) if entry["commit"] is None] == [broken]


def test_a_file_that_is_in_no_commit_yet(space):
    path = space.write("reports/2021/tinh/xa-a/2021-H1.yaml", text_of(space))
    assert [(entry["became"], entry["commit"]) for entry in log(space, path)] == [("added", None)]


def test_a_branch_is_not_received_until_main_has_it(space):
    git(space.root, "switch", "-q", "-c", "khac")
    stands_for(space, {REPORT: text_of(space).replace("15", "17")}, 9)
    entries = log(space, REPORT)
    assert entries[0]["received"] is None
    assert entries[1]["received"] is not None
    assert "not on the main branch" in space.run("log", REPORT).stdout


def test_a_merge_that_makes_a_third_version_is_listed(space):
    before = text_of(space)
    git(space.root, "switch", "-q", "-c", "nhanh")
    stands_for(space, {REPORT: before.replace("15", "18")}, 9)
    git(space.root, "switch", "-q", "main")
    git(space.root, "merge", "-q", "--no-ff", "--no-commit", "nhanh", at=NOON + 10 * DAY)
    stands_for(space, {REPORT: before.replace("15", "19")}, 10, "Nhận và sửa")
    assert [e["subject"] for e in log(space, REPORT)[:2]] == ["Nhận và sửa", "việc"]
    assert [c["new"] for c in log(space, REPORT)[0]["changes"]] == ["19"]


def test_nothing_in_a_name_or_a_subject_reaches_the_terminal(space):
    stands_for(space, {REPORT: text_of(space).replace("15", "20")}, 9, "x\x1b[2Jy\u202ez", name="An\x1b[31mB\u202eC")
    for form in ("table", "csv", "md", "json"):
        printed = space.run("log", REPORT, "--format", form).stdout
        assert not {"\x1b", "\u202e"} & set(printed), form
    assert "[31mB" in space.run("log", REPORT).stdout


def test_no_git_is_said(template, tmp_path):
    shutil.copytree(template.root, tmp_path / "w", ignore=shutil.ignore_patterns(".git"))
    bare = object.__new__(Workspace)
    bare.root = tmp_path / "w"
    for words in (["log", REPORT], ["diff", "HEAD", REPORT]):
        result = bare.run(*words)
        assert (result.exit_code, "DVK902" in result.stderr) == (2, True)


def test_a_shallow_clone_is_said(template, tmp_path):
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{template.root}", "w")
    clone = object.__new__(Workspace)
    clone.root = tmp_path / "w"
    result = clone.run("log", REPORT, "--lang", "vi")
    assert result.exit_code == 0
    assert "shallow" in result.stderr


def test_the_log_from_a_folder_below_the_root(template, monkeypatch):
    monkeypatch.chdir(template.root / "reports/2021/tinh/xa-b")
    assert [entry["path"] for entry in log(template, "2021.yaml")] == [OTHER]
    assert [entry["path"] for entry in log(template, "2021-Q1.yaml")] == [GONE, GONE]


def test_three_hundred_commits_take_a_moment(tmp_path):
    space = Workspace(tmp_path / "w")
    space.unit("tinh", level="province")
    space.unit("xa-a", "tinh")
    space.indicator(HOUSES, "sum", "sum")
    path = space.report("xa-a", 2021, {HOUSES: 0})
    space.git_init()
    stands_for(space, {}, 0)
    text = (space.root / path).read_text(encoding="utf-8")
    stream = ["reset refs/heads/main\nfrom refs/heads/main^0\n\n"]
    for number in range(1, 300):
        data = text.replace("value: 0", f"value: {number}")
        when = f"An <an@example.org> {NOON + number * 60} +0700"
        stream.append(
            f"commit refs/heads/main\ncommitter {when}\ndata 1\nx\n"
            f"M 100644 inline {path}\ndata {len(data.encode())}\n{data}\n"
        )
    git(space.root, "fast-import", "--quiet", "--force", given="".join(stream).encode())
    git(space.root, "reset", "-q", "--hard")
    started = time.process_time()
    entries = log(space, path, "--limit", 0)
    assert len(entries) == 300
    assert entries[0]["changes"][0]["new"] == "299"
    assert time.process_time() - started < 10


# diff


@pytest.mark.parametrize(("command", "words"), [("log", ["--limit", "0"]), ("diff", ["HEAD~4", "HEAD"])])
def test_every_key_and_column_is_documented(template, command, words):
    page = (Path(__file__).parents[1] / "docs/output.md").read_text(encoding="utf-8")
    chapter = re.search(rf"^## `dvk {command}`.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)[0]
    known = set(re.findall(r"^\| `([^`]+)` \|", chapter, re.MULTILINE))
    assert set(keys_in(template.json(command, *words))) == known
    columns = next(csv.reader(io.StringIO(template.run(command, *words, "--format", "csv").stdout)))
    assert f"`{','.join(columns)}`" in chapter


def keys_in(value):
    """Give every key of an answer at any depth."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys_in(inner)


def test_a_diff_is_of_meaning_between_days_revisions_and_the_files(template):
    moved = (f"own[indicator={HOUSES}].value", "12", "15")
    assert changed(template, "2020-09-14", "main", REPORT) == {
        REPORT: ("changed", [("state", "submitted", "accepted"), moved])
    }
    assert changed(template, "HEAD~4", REPORT)[REPORT][1][-1] == moved
    assert changed(template, "2020-09-14", "2020-09-15", REPORT) == {}
    assert changed(template, REPORT) == {}
    assert "Nothing was changed" in template.run("diff", REPORT).stdout


def test_what_became_of_files_is_said(template):
    assert changed(template, "HEAD~1", "HEAD") == {RENAMED: ("renamed", [])}
    assert changed(template, "HEAD~1", "HEAD", GONE) == {RENAMED: ("renamed", [])}
    assert changed(template, "HEAD", "HEAD~1", RENAMED) == {GONE: ("renamed", [])}
    assert changed(template, "HEAD~2", "HEAD", REPORT) == {REPORT: ("unreadable_before", [])}
    assert changed(template, "HEAD~3", "HEAD~2", REPORT) == {REPORT: ("unreadable_after", [])}
    assert f"tệp đổi tên, trước là {GONE}" in template.run("diff", "HEAD~1", "--lang", "vi").stdout


def test_files_that_are_new_gone_or_written_anew(space):
    (space.root / OTHER).unlink()
    new = space.write("registrations/2021/tinh/xa-a/dang-ky.yaml", "schema: registration/v1\nunit: xa-a\n")
    (space.root / REPORT).write_text(text_of(space).replace("value: 300", "value: '300'"), "utf-8")
    assert changed(space) == {OTHER: ("removed", []), new: ("added", []), REPORT: ("rewritten", [])}
    assert changed(space, "reports/2021/tinh/xa-b") == {OTHER: ("removed", [])}
    words = space.run("diff", "--lang", "vi").stdout
    for told in ("tệp đã bị xoá", "tệp mới", "nội dung như cũ"):
        assert told in words


def test_a_file_on_disk_with_other_line_ends_and_a_bom_is_no_change(space):
    (space.root / REPORT).write_bytes(b"\xef\xbb\xbf" + text_of(space).replace("\n", "\r\n").encode())
    assert changed(space) == {}


def test_text_in_the_other_form_of_unicode_is_no_change_of_meaning(space):
    stands_for(space, {REPORT: text_of(space) + "limits: Còn chậm ở cơ sở\n"}, 9)
    (space.root / REPORT).write_text(unicodedata.normalize("NFD", text_of(space)), "utf-8")
    assert changed(space) == {REPORT: ("rewritten", [])}


def test_duplicate_keys_and_broken_utf_8(space):
    (space.root / REPORT).write_text(text_of(space) + "state: approved\n", "utf-8")
    (space.root / OTHER).write_bytes(b"\xff\xfe\x00")
    found = changed(space)
    assert found[OTHER] == ("unreadable_after", [])
    assert found[REPORT][0] in {"changed", "rewritten", "unreadable_after"}


def test_names_stand_beside_ids_and_values_are_in_words(template):
    text = template.run("diff", "HEAD~4", REPORT, "--lang", "vi").stdout
    assert f"số liệu › Nhà Nhân ái ({HOUSES})" in text
    assert "12 căn" in text
    assert "đã tiếp nhận" in text
    english = template.run("diff", "HEAD~4", REPORT).stdout
    assert f"own › Houses ({HOUSES})" in english


def test_of_very_long_text_the_passage_that_changed_is_shown(space):
    long = "Các xã đã vận động đoàn viên chăm lo cho hộ nghèo. " * 400
    stands_for(space, {REPORT: f"{text_of(space)}limits: {long}\n"}, 9)
    changed_text = text_of(space)[::-1].replace("nèghn", "").replace("oèhgn ộh", "oèhgn ậc ộh", 1)[::-1]
    (space.root / REPORT).write_text(changed_text, "utf-8")
    [(field, old, new)] = changed(space)[REPORT][1]
    assert (field, len(old) < 200, len(new) < 200) == ("limits", True, True)
    assert "hộ cậ nghèo" in new


def test_words_that_mean_nothing_are_answered(template):
    for words in (["mian", REPORT], ["HEAD", "reports/2021/tinh/xa-a/2012.yaml"], ["HEAD", "HEAD", "HEAD"], ["-x"]):
        result = template.run("diff", *words)
        assert result.exit_code == 2, words
    assert "DVK969" in template.run("diff", "mian", REPORT).stderr
    assert REPORT in template.run("diff", "HEAD", "reports/2021/tinh/xa-a/2012.yaml").stderr


def test_a_file_wins_over_a_branch_of_its_name(space):
    git(space.root, "branch", "reports", "HEAD~4")
    assert changed(space, "reports") == {}
    assert changed(space, "refs/heads/reports", REPORT)[REPORT][0] == "changed"


@pytest.mark.parametrize("form", ["csv", "md", "xlsx", "docx"])
def test_every_format_is_made_and_given_again(template, tmp_path, form):
    for name in ("a", "b"):
        done = template.run("diff", "HEAD~4", "HEAD", REPORT, "-o", tmp_path / f"{name}.{form}")
        assert done.exit_code == 0, done.stderr
    first = (tmp_path / f"a.{form}").read_bytes()
    assert first == (tmp_path / f"b.{form}").read_bytes()
    assert first


def test_the_rows_for_machines(template):
    rows = list(csv.DictReader(io.StringIO(template.run("diff", "HEAD~4", "HEAD", "--format", "csv").stdout)))
    assert rows[0] == {"path": REPORT, "became": "changed", "field": "state", "old": "submitted", "new": "accepted"}
    assert {row["became"] for row in rows} == {"changed", "renamed"}


def test_the_annex_has_its_title_days_and_a_head_on_every_page(template, tmp_path):
    template.run("diff", "2020-09-14", "HEAD", REPORT, "-o", tmp_path / "phu-luc.docx", "--lang", "vi")
    xml = ZipFile(tmp_path / "phu-luc.docx").read("word/document.xml").decode()
    for part in ("PHỤ LỤC: NHỮNG ĐIỂM THAY ĐỔI", "hết ngày 14/09/2020", "Trước khi sửa", "12 căn", "w:tblHeader"):
        assert part in xml, part
    assert f"Báo cáo năm 2021 của XA-A ({REPORT})" in xml


def test_the_json_names_both_points(template):
    found = json.loads(template.run("diff", "2020-09-14", REPORT, "--format", "json").stdout)
    assert found["before"]["day"] == "2020-09-14"
    assert len(found["before"]["commit"]) == 40
    assert found["after"]["commit"] is None
