"""``dvk find``: words found however they are accented, in whatever file, by the real command line."""

import csv
import io
import json
import os
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from repositories import commit, new_repository
from workspace_builder import Workspace, report_due

from dvk.__main__ import run
from dvk.searching.words import Folding, Wanted, spellings, wanted
from dvk.vietnamese.text import fold

YEAR = 2021
REPORT = f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml"
STORY = f"stories/{YEAR}/tinh/huyen-a/nha.md"


@pytest.fixture
def workspace(tmp_path):
    made = Workspace(tmp_path)
    made.unit("tinh", level="province")
    made.units("huyen-a", "huyen-b", parent="tinh", level="district")
    made.indicator("nha-nhan-ai", "sum", "sum", name="Nhà Nhân ái")
    made.plan("tinh", report_due("nam", YEAR, "district", by=f"{YEAR}-11-05"), year=YEAR)
    made.report("huyen-a", YEAR, {"nha-nhan-ai": 3}, note="Xây xong ba căn ở Đồng Hoà")
    made.report("huyen-b", 2022, {"nha-nhan-ai": 4}, note="Chưa xây căn nào ở Đông Hòa")
    made.write(STORY, "---\nschema: story/v1\nunit: huyen-a\n---\nNhà nhân\nái của bà Lê\n")
    return made


def found(workspace, *words):
    """Give path → numbers of the lines found, best file first."""
    return {hit["path"]: [line["line"] for line in hit["lines"]] for hit in workspace.json("find", *words)}


def lines_with(workspace, path, text):
    lines = (workspace.root / path).read_text(encoding="utf-8").split("\n")
    return [number for number, line in enumerate(lines, 1) if text in line]


# accents, case, spelling


@pytest.mark.parametrize(
    "typed",
    [
        "Đồng Hoà",
        "đồng hoà",
        "ĐỒNG HÒA",
        "dong hoa",
        "đồng hòa",
        unicodedata.normalize("NFD", "đồng hòa"),
        "  dong   hoa ",
    ],
)
def test_accents_and_case_are_optional(workspace, typed):
    assert found(workspace, typed) == {
        REPORT: lines_with(workspace, REPORT, "Đồng"),
        REPORT.replace(f"{YEAR}", "2022").replace("huyen-a", "huyen-b"): lines_with(
            workspace, "reports/2022/tinh/huyen-b/2022.yaml", "Đông"
        ),
    }


@pytest.mark.parametrize(
    ("typed", "first"), [("đồng hoà", "huyen-a"), ("đông hoà", "huyen-b"), ("Đông Hòa", "huyen-b")]
)
def test_accents_that_were_typed_put_what_has_them_first(workspace, typed, first):
    assert first in next(iter(found(workspace, typed)))


def test_whole_words_come_before_words_that_only_begin_so(workspace):
    workspace.write("plans/2021/tinh/a.yaml", "title: hoan\n")
    workspace.write("plans/2021/tinh/b.yaml", "title: HOA\n")
    assert list(found(workspace, "hoa", "--kind", "plan")) == ["plans/2021/tinh/b.yaml", "plans/2021/tinh/a.yaml"]


def test_text_in_nfd_is_found_and_its_lines_are_those_of_an_editor(workspace):
    text = unicodedata.normalize("NFD", "title: Kế hoạch\nnote: Nhà Nhân ái ở Càng Long\n")
    path = workspace.write("plans/2021/tinh/nfd.yaml", text)
    assert found(workspace, "càng long") == {path: [2]}
    assert "note: Nhà Nhân ái ở Càng Long" in workspace.run("find", "cang long").stdout


# words and phrases


def test_all_words_have_to_stand_in_the_file(workspace):
    assert found(workspace, "xay", "dong") == {REPORT: lines_with(workspace, REPORT, "Đồng")} | {
        "reports/2022/tinh/huyen-b/2022.yaml": lines_with(workspace, "reports/2022/tinh/huyen-b/2022.yaml", "Đông")
    }
    assert found(workspace, "xay", "dong", "xong") == {REPORT: lines_with(workspace, REPORT, "xong")}
    assert found(workspace, "xay", "khong-co-o-dau") == {}


def test_a_phrase_has_to_stand_together_but_not_on_one_line(workspace):
    assert found(workspace, "nhà nhân ái", "--kind", "story") == {STORY: [5, 6]}
    assert found(workspace, "ái nhà", "--kind", "story") == {}
    assert found(workspace, "ái", "nhà", "--kind", "story") == {STORY: [5, 6]}


def test_a_phrase_is_an_id_as_well(workspace):
    assert REPORT in found(workspace, "nhà nhân ái")


def test_a_word_is_found_where_a_word_begins_only(workspace):
    workspace.write("plans/2021/tinh/a.yaml", "title: khai thác\n")
    assert found(workspace, "ái", "--kind", "plan") == {}
    assert found(workspace, "tha", "--kind", "plan") == {"plans/2021/tinh/a.yaml": [1]}


def test_files_with_all_words_on_one_line_come_first(workspace):
    workspace.write("plans/2021/tinh/a.yaml", "title: Tuyến\nnote: đường\n")
    workspace.write("plans/2021/tinh/b.yaml", "title: tuyen duong\n")
    assert list(found(workspace, "tuyến", "đường")) == ["plans/2021/tinh/b.yaml", "plans/2021/tinh/a.yaml"]


@pytest.mark.parametrize("signs", ["(", "[a", "a+b", "^$", ".*", "\\", "05-KH/ĐTN", "50%", '"'])
def test_signs_stand_for_themselves(workspace, signs):
    path = workspace.write("plans/2021/tinh/a.yaml", f"title: x\nnote: có {signs} ở đây\n")
    assert found(workspace, signs, "đây") == {path: [2]}


def test_a_word_that_looks_like_an_option_stands_behind_two_dashes(workspace, monkeypatch, capsys):
    path = workspace.write("plans/2021/tinh/a.yaml", "title: --kind của lệnh\n")
    monkeypatch.chdir(workspace.root)
    assert run(["find", "--format", "json", "--", "--kind", "--", "lệnh"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["path"] == path


@pytest.mark.parametrize("nothing", [[""], ["  ", ""], ["\u0301"], ["\u200b"]])
def test_words_of_nothing_are_refused(workspace, nothing):
    result = workspace.run("find", *nothing)
    assert result.exit_code == 2
    assert "DVK908" in result.stderr


def test_an_empty_word_beside_others_asks_for_nothing(workspace):
    assert found(workspace, "", "xong") == found(workspace, "xong") != {}


def test_without_a_word_it_says_so(workspace):
    result = workspace.run("find")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "WORD" in result.stderr


# where


def test_only_one_kind_year_or_unit(workspace):
    everywhere = set(found(workspace, "nhan", "ai"))
    assert everywhere == {"indicators.yaml", REPORT, "reports/2022/tinh/huyen-b/2022.yaml", STORY}
    assert set(found(workspace, "nhan", "ai", "--kind", "report")) == {p for p in everywhere if p.startswith("reports")}
    assert set(found(workspace, "nhan", "ai", "--kind", "bao cao")) == {
        p for p in everywhere if p.startswith("reports")
    }
    assert set(found(workspace, "nhan", "ai", "--year", 2022)) == {"reports/2022/tinh/huyen-b/2022.yaml"}
    assert set(found(workspace, "nhan", "ai", "--unit", "huyen-a")) == {REPORT, STORY}
    assert set(found(workspace, "nhan", "ai", "--unit", "tinh")) == everywhere - {"indicators.yaml"}


@pytest.mark.parametrize(
    ("words", "near"), [(("--kind", "repot"), "report"), (("--unit", "huyen-aa"), "huyen-a"), (("--unit", "xa"), "")]
)
def test_unknown_names_are_answered_with_the_nearest(workspace, words, near):
    result = workspace.run("find", "x", *words)
    assert result.exit_code == 2
    assert "DVK907" in result.stderr
    assert near in result.stderr


def test_files_that_are_no_documents_are_searched_too(workspace):
    workspace.write(REPORT, "schema: [\nunit: huyen-a\nnote: Đồng Hoà\nnote: lại nữa\n")
    note = workspace.write("reports/2021/tinh/huyen-a/ghi-chú.txt", "gửi Đồng Hoà")
    answer = workspace.json("find", "đồng", "hoà", "--unit", "huyen-a")
    assert [(hit["path"], hit["kind"], hit["unit"]) for hit in answer] == [
        (REPORT, "report", "huyen-a"),
        (note, None, None),
    ]


def test_a_workspace_need_not_be_valid(workspace):
    for path in ("dvk.yaml", "indicators.yaml", "units/units.yaml"):
        workspace.write(path, "schema: [\nĐồng Hoà\n")
    assert {"dvk.yaml", "indicators.yaml", "units/units.yaml", REPORT} <= set(found(workspace, "dong", "hoa"))


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("\ufeffa: 1\r\nnote: Đồng Hoà\r\n".encode(), 2),
        ("a\rb\rĐồng Hoà\r".encode(), 3),
        ("a\nĐồng Hoà \xff".encode("utf-8", "replace") + b"\xff\xfe\n", 2),
        ("a\nĐồng Hoà\n".encode("utf-16"), 2),
        (b"x" * 2_000_000, None),
        (b"PK\x03\x04\0\0 dong hoa", None),
        (b"", None),
    ],
    ids=["BOM and CRLF", "CR", "wrong bytes", "UTF-16", "too large", "binary", "empty"],
)
def test_odd_files_are_text_as_far_as_they_are(workspace, data, line):
    path = "plans/2021/tinh/odd.yaml"
    workspace.write(path, "")
    (workspace.root / path).write_bytes(data)
    assert found(workspace, "dong", "hoa", "--kind", "plan") == ({path: [line]} if line else {})


def test_links_are_not_followed(workspace, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("Đồng Hoà bí mật", encoding="utf-8")
    (workspace.root / "plans/2021/tinh/link.yaml").symlink_to(outside)
    assert found(workspace, "bi mat") == {}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_named(workspace):
    (workspace.root / REPORT).chmod(0)
    result = workspace.run("find", "dong")
    assert result.exit_code == 0
    assert REPORT in result.stderr


def test_the_files_of_a_commit_are_searched_as_they_were(workspace):
    new_repository(workspace.root)
    before = commit(workspace.root, {})
    (workspace.root / REPORT).unlink()
    assert REPORT not in found(workspace, "dong", "hoa")
    assert REPORT in found(workspace, "dong", "hoa", "--at", before)
    assert workspace.run("find", "x", "--at", "không-có").exit_code == 2


# what is printed


def test_text_is_a_place_and_the_line(workspace):
    assert workspace.run("find", "xong").stdout == (
        f"{REPORT}:{lines_with(workspace, REPORT, 'xong')[0]}: note: Xây xong ba căn ở Đồng Hoà\n"
    )


def test_of_a_file_five_lines_are_shown(workspace):
    path = workspace.write("plans/2021/tinh/a.yaml", "".join(f"- dòng {n}\n" for n in range(20)) + "- chữ\n")
    lines = workspace.run("find", "dòng", "chữ", "--kind", "plan").stdout.splitlines()
    assert lines == [*(f"{path}:{n + 1}: - dòng {n}" for n in range(5)), f"{path}: … 16 more"]
    assert "… 16 dòng nữa" in workspace.run("find", "dòng", "chữ", "--lang", "vi").stdout
    assert len(found(workspace, "dòng", "chữ")[path]) == 21


def test_where_lines_hold_all_words_only_those_are_shown(workspace):
    text = "".join(f"- dòng {n}\n" for n in range(20)) + "- chữa dòng này\n" * 4 + "- dòng chữ này\n" * 3
    path = workspace.write("plans/2021/tinh/a.yaml", text)
    lines = workspace.run("find", "dòng", "chữ", "--kind", "plan").stdout.splitlines()
    shown = {21: "chữa dòng", 22: "chữa dòng", 25: "dòng chữ", 26: "dòng chữ", 27: "dòng chữ"}
    assert lines == [*(f"{path}:{n}: - {text} này" for n, text in shown.items()), f"{path}: … 22 more"]


def test_whole_words_on_one_line_come_first_however_they_begin_others_elsewhere(workspace):
    scattered = workspace.write("plans/2021/tinh/a.yaml", "title: nhà\nnote: nhân\nplace: ái\n")
    prefixes = workspace.write("plans/2021/tinh/b.yaml", "title: nháp, nhận, ai\nplace: nhà\nnote: nhân\n")
    whole = workspace.write("plans/2021/tinh/c.yaml", "title: Nhà Nhân ái\nnote: nháp\n")
    assert list(found(workspace, "nha", "nhan", "ai", "--kind", "plan")) == [whole, prefixes, scattered]


@pytest.mark.parametrize("before", [0, 100, 50_000])
def test_a_long_line_is_shortened_around_the_match(workspace, before):
    workspace.write("plans/2021/tinh/a.yaml", "Ở đâu đó " * before + "Đồng Hoà" + " rồi thôi" * 1000 + "\n")
    text = workspace.json("find", "đồng hoà", "--kind", "plan")[0]["lines"][0]["text"]
    assert "Đồng Hoà" in text
    assert len(text) < 170
    assert text.startswith("…") is (before > 0)
    assert text.endswith("…")


def test_nothing_found_is_said_and_is_no_failure(workspace):
    for language, told in (("vi", "Không tìm thấy"), ("en", "Nothing found")):
        for form in ("table", "md"):
            result = workspace.run("find", "zzz", "--format", form, "--lang", language)
            assert result.exit_code == 0
            assert told in result.stdout
    assert workspace.json("find", "zzz") == []
    assert workspace.run("find", "zzz", "--format", "csv").stdout == "path,line,kind,unit,text\n"


def test_csv_has_every_line(workspace):
    rows = list(csv.DictReader(io.StringIO(workspace.run("find", "ái", "nhà", "--format", "csv").stdout)))
    assert {"path": STORY, "line": "5", "kind": "story", "unit": "huyen-a", "text": "Nhà nhân"} in rows


def test_nothing_that_is_found_moves_the_cursor(workspace):
    workspace.write("plans/2021/tinh/a\u202eb.yaml", "note: Đồng \x1b[31m Hoà \u202e\x07\n")
    for form in ("table", "json", "csv", "md"):
        result = workspace.run("find", "dong", "--format", form)
        assert result.exit_code == 0
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", result.stdout.replace("\r\n", "\n"))


def test_many_files_are_searched(workspace):
    text = "schema: report/v1\nunit: huyen-a\nnote: Đoàn xã đã triển khai nhiều mô hình ở cơ sở\n" * 30
    for number in range(2_000):
        folder = workspace.root / f"reports/2020/tinh/{number % 50}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    assert found(workspace, "không có", "--year", 2020) == {}
    assert len(found(workspace, "mô hình", "co so", "--year", 2020)) == 2_000


# folding by letter is folding


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_a_text_folded_letter_by_letter_is_the_text_folded(text):
    for form in ("NFC", "NFD"):
        shaped = unicodedata.normalize(form, text)
        assert " ".join(Folding().of(shaped).split()) == fold(shaped)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_a_folded_text_has_as_many_lines(text):
    assert Folding().of(text).count("\n") == text.count("\n")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_every_word_of_a_text_is_found_in_it(text):
    folded = Folding().of(text)
    for form in ("NFC", "NFD"):
        for word in wanted(unicodedata.normalize(form, text).split()):
            assert word.folded.search(folded), word


@pytest.mark.parametrize(("word", "others"), [("hoà", "hòa"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("của", "cuả")])
def test_a_tone_may_stand_on_another_vowel(word, others):
    assert others in spellings(word)
    assert word in spellings(word)
    assert Wanted(word).accented.search(others)


@pytest.mark.parametrize("word", ["hoa", "05-KH/ĐTN", "nhà-nhân-ái", "xyz"])
def test_other_words_are_spelled_one_way(word):
    assert spellings(word) == [word]
