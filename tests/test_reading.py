"""One file, read: every mistake at once, hostile bytes, and the same record from the same text."""

import codecs
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from resource import RLIMIT_CPU, prlimit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.documents import MODELS
from dvk.explaining import base_files
from dvk.findings import Finding, Severity
from dvk.kinds import KINDS
from dvk.reading import REFERENCES, read
from dvk.schemas.shapes import all_keys
from dvk.textfile import locate
from dvk.views.findings import remedy

REPORT = "reports/2021/tinh-doan-nui-xanh/huyen-doan-song-dao/2021.yaml"
MOST_SECONDS = 5
MOST_MEMORY = 200 * 1024  # KiB, as Linux counts it
# Not ru_maxrss of the child: that starts from the size of the process that started it.
CHECK_ONE = """
import pathlib, sys
from dvk.__main__ import run
code = run(sys.argv[1:])
sys.stderr.write(pathlib.Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
sys.exit(code)
"""


@pytest.fixture
def workspace(tmp_path):
    for path, data in base_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def checked(root):
    """Run ``dvk check`` as a process; give exit code, findings, its own peak of memory in KiB."""
    environment = os.environ | {"DVK_LANG": "vi", "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}
    with (root / "out").open("w+b") as out, (root / "err").open("w+b") as err:
        words = [sys.executable, "-c", CHECK_ONE, "check", "--root", str(root), "--format", "json"]
        child = subprocess.Popen(words, env=environment, stdout=out, stderr=err)
        prlimit(child.pid, RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        child.wait()
        told = [stream.seek(0) or stream.read().decode() for stream in (out, err)]
    assert child.returncode in {0, 1}, told
    return child.returncode, json.loads(told[0]), int(told[1].split()[-1])


def report(figures=b"  - indicator: nha-nhan-ai\n    value: 5\n", head=b""):
    start = b"schema: report/v1\nrevision: 1\nstate: submitted\nunit: huyen-doan-song-dao\nperiod: 2021\n"
    return start + head + b"own:\n" + figures


def value(text):
    return report(f"  - indicator: nha-nhan-ai\n    value: {text}\n".encode())


BOMB = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    f"{name}: &{name} [{', '.join(['*' + last] * 9)}]\n".encode()
    for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "200,000 nested brackets": (report() + b"note: " + b"[" * 200_000, "DVK105", 9),
    "200,000 nested mappings": (report() + b"note: " + b"{a: " * 200_000, "DVK105", 9),
    "an alias bomb": (BOMB, "DVK106", 1),
    "duplicate keys": (report(b"  - indicator: nha-nhan-ai\n    value: 5\n    value: 6\n"), "DVK108", 9),
    "UTF-16": (report().decode().encode("utf-16"), "DVK102", 1),
    "UTF-16 without a mark": (report().decode().encode("utf-16-le"), "DVK102", 1),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50, "DVK102", 1),
    "zero bytes": (report() + bytes(1000), "DVK103", 9),
    "an empty file": (b"", "DVK109", 1),
    "only comments": ("# sẽ viết sau\n".encode(), "DVK109", 1),
    "a list at the top": (b"- schema: report/v1\n", "DVK110", 1),
    "40 MB": (report() + b"# " + b"x" * 40_000_000, "DVK101", 1),
    "31 February": (report(head=b"submitted: 31/02/2021\n"), "DVK208", 6),
    "3.6 for a count": (value("3.6"), "DVK204", 8),
    "3,000 for a count": (value("3,000"), "DVK204", 8),
    "a number of 100,000 digits": (value("9" * 100_000), "DVK204", 8),
    "an escape to a terminal": (value('"5\\e[2J"'), "DVK103", 8),
    "a tag": (value("!!python/object/apply:os.system [x]"), "DVK107", 8),
}


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is counted in other units elsewhere")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_named_with_its_place_quickly_and_in_little_memory(workspace, name):
    data, code, line = HOSTILE[name]
    (workspace / REPORT).write_bytes(data)
    exit_code, findings, peak = checked(workspace)
    assert exit_code == 1
    assert {finding["file"] for finding in findings} == {REPORT}
    assert (code, line) in {(finding["code"], finding["line"]) for finding in findings}
    assert peak < MOST_MEMORY


def test_every_mistake_of_a_file_is_found_at_once():
    text = """\
schema: report/v1
revision: một
state: xong
unit: Xã Đại Phước
submited: 2021-11-02
answers:
  - Kế hoạch 25
own:
  - indicator: nha-nhan-ai
    value: 3.6
  - indicator: doan-vien
    value: [1]
  - value: 5
consolidated: 12
covers_predecessors: chắc vậy
"""
    reading = read(text.encode(), "report")
    assert reading.facts is None
    assert {(mistake.code, mistake.field) for mistake in reading.mistakes} == {
        ("DVK204", "revision"),
        ("DVK123", "state"),
        ("DVK214", "unit"),
        ("DVK121", "period"),
        ("DVK122", "submited"),
        ("DVK216", "answers[0]"),
        ("DVK204", "own[indicator=nha-nhan-ai].value"),
        ("DVK124", "own[indicator=doan-vien].value"),
        ("DVK121", "own[value=5].indicator"),
        ("DVK124", "consolidated"),
        ("DVK213", "covers_predecessors"),
    }


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("schema: settings/v1\ndue_soon: 7\nkinds: []\n", ["DVK126"]),
        ("hello: world\nfoo: [1, 2]\n", ["DVK121"]),
        ("schema: report/v9\nunit: a\n", ["DVK121", "DVK126", "DVK121", "DVK121"]),
        ("unit: a\nhello: b\n", ["DVK121", "DVK121", "DVK121", "DVK121", "DVK122"]),
    ],
)
def test_of_a_file_that_is_no_such_document_one_mistake_is_told(text, codes):
    """Of one with any key of its kind everything: it is a document with mistakes."""
    found = read(text.encode(), "report").mistakes
    assert sorted(mistake.code for mistake in found) == sorted(codes)
    assert len(codes) > 1 or found[0].field == "schema"


def test_mistakes_of_form_and_of_schema_come_together():
    reading = read(report(b"  - indicator: a\n    indicator: b\n    value: 3.6\n"), "report")
    assert [mistake.code for mistake in reading.mistakes] == ["DVK108", "DVK204"]
    assert reading.facts is None


def test_a_mistake_that_leaves_the_meaning_alone_keeps_the_record():
    reading = read(
        unicodedata.normalize("NFD", "schema: units/v1\nunits: [{id: a, line: x, name: Xã, level: y}]").encode(),
        "units",
    )
    assert [mistake.code for mistake in reading.mistakes] == ["DVK112"]
    assert reading.facts is not None


@pytest.mark.parametrize(
    ("path", "typed", "key", "near"),
    [
        (REPORT, "submitted:", "submited", "submitted"),
        (REPORT, "own:", "onw", "own"),
        ("units/nui-xanh.yaml", "departments:", "department", "departments"),
        ("plans/2021/tinh-doan-nui-xanh/dan-van-kheo.yaml", "channel:", "chanel", "channel"),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest_at_its_depth(path, typed, key, near):
    kind = {"reports": "report", "units": "units", "plans": "plan"}[path.partition("/")[0]]
    text = base_files()[path].decode().replace(typed, f"{key}:", 1)
    (mistake,) = [found for found in read(text.encode(), kind).mistakes if found.code == "DVK122"]
    assert (mistake.args["key"], mistake.args["near"].split(" / ")[0]) == (key, near)
    assert mistake.field.rpartition(".")[2] == key
    place = locate(text.encode(), mistake.field)
    assert f"{key}:" in text.splitlines()[place.line - 1]


PLAN = """\
schema: plan/v1
revision: 1
state: issued
unit: xa
type: KH
number: 25-KH/ĐTN
date: 2021-02-01
subject: x
period: 2021
signatory: {name: A}
"""
FILED = "schema: report/v1\nrevision: 1\nstate: submitted\nunit: xa\nperiod: 2021\n"
STORY = "---\nschema: story/v1\nrevision: 1\nstate: draft\nunit: xa\ndate: 2021-02-01\ntitle: x\n"
OWED = "obligations:\n  - id: nam\n    kind: report\n    period: 2021\n    who: "


def only(text, kind):
    """Give the one mistake of a text, and what a reader is told to do, in Vietnamese and in English."""
    (mistake,) = read(text.encode(), kind).mistakes
    finding = Finding(Severity.ERROR, "x", mistake)
    return mistake, remedy(finding, "vi"), remedy(finding, "en")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("đã nộp", "submitted"),
        ("da nop", "submitted"),
        ("Đã Nộp", "submitted"),
        ("Submitted", "submitted"),
        ("submited", "submitted"),
        ("bản nháp", "draft"),
        ("đã đăng", "published"),
        ("“submitted”", "submitted"),
        ("«đã nộp»", "submitted"),
        ("xong", ""),
    ],
)
def test_a_word_of_a_closed_list_is_answered_with_the_one_that_was_meant(typed, word):
    mistake, vi, en = only(FILED.replace("submitted", typed), "report")
    assert (mistake.code, mistake.args["write"]) == ("DVK123", word)
    assert (f"Viết: {word}. Chọn một trong: draft (bản nháp), submitted (đã gửi), " in vi) == bool(word)
    assert "Chọn một trong: draft (bản nháp), submitted (đã gửi), " in vi
    assert "Choose one of: draft, submitted, returned, " in en


@pytest.mark.parametrize(
    ("old", "new", "word", "named"),
    [
        ("type: KH", "type: Kế hoạch", "KH", "KH (kế hoạch), HD (hướng dẫn)"),
        ("type: KH", "type: quyet dinh", "QĐ", "QĐ (quyết định)"),
        ("state: issued", "state: đã ban hành", "issued", "issued (đã ban hành)"),
    ],
)
def test_the_same_word_means_what_it_means_in_its_place(old, new, word, named):
    mistake, vi, _ = only(PLAN.replace(old, new), "plan")
    assert mistake.args["write"] == word
    assert named in vi


def test_the_words_of_severities_are_named_too():
    mistake, vi, _ = only("schema: settings/v1\nseverities: {DVK416: cảnh báo}\n", "settings")
    assert mistake.args["write"] == "warning"
    assert "error (lỗi), warning (cảnh báo)" in vi


@pytest.mark.parametrize("text", [FILED.replace("submitted", "“submitted”"), FILED + "submitted: “2021-11-25”\n"])
def test_curly_quotes_around_a_value_are_to_go(text):
    _, vi, en = only(text, "report")
    assert vi.startswith("Xoá dấu nháy cong quanh giá trị, hoặc gõ dấu nháy thẳng.")
    assert en.startswith("Delete the curly quotes around the value, or type straight ones.")


def test_quotes_that_are_not_curly_are_not_blamed():
    assert "nháy cong" not in only(FILED.replace("submitted", "xong”"), "report")[1]


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        (FILED + "answers: [x y]\n", "report", "plans/2021/<folder>/<file>.yaml#<id>"),
        (FILED + "models:\n  - model: x y\n", "report", "registrations/2021/<folder>/<file>.yaml#<id>"),
        (PLAN + "superior_plan: x y\n", "plan", "plans/2021/<folder>/<file>.yaml"),
        (PLAN + "supersedes: [x y]\n", "plan", "plans/2021/<folder>/<file>.yaml"),
        (STORY + "models: [x y]\n---\n", "story", "registrations/2021/<folder>/<file>.yaml#<id>"),
        (STORY + "exemplars: [x y]\n---\n", "story", "reports/2021/<folder>/<file>.yaml#<id>"),
    ],
)
def test_a_reference_is_answered_with_the_kind_of_document_that_belongs_there(text, kind, path):
    mistake, vi, _ = only(text, kind)
    assert (mistake.code, mistake.args["clear"]) == ("DVK216", path)
    assert vi.endswith(f" {path}.")


def test_every_key_that_holds_a_reference_has_its_kind_of_document():
    keys = {key.name for kind in KINDS for key in all_keys(kind) if "reference" in {key.shape.form, inner_form(key)}}
    assert keys == set(REFERENCES)


def inner_form(key):
    return key.shape.inner.form if key.shape.inner else ""


@pytest.mark.parametrize(
    ("text", "kind", "vi", "en"),
    [
        (FILED.replace("state: submitted\n", ""), "report",
         "Thêm dòng “state: …”. Một trong: draft (bản nháp), submitted (đã gửi), ", "One of: draft, submitted, "),
        (FILED.replace("period: 2021\n", ""), "report",
         "Thêm dòng “period: …”. Giá trị là kỳ, như 2022.", "Its value: period, like 2022."),
        (STORY.replace("date: 2021-02-01\n", "") + "---\n", "story",
         "Giá trị là ngày, như 2020-04-27.", "Its value: day, like 2020-04-27."),
        (PLAN + OWED.replace("    kind: report\n", "") + "{level: [xa]}\n", "plan",
         "Một trong: plan (kế hoạch), registration (đăng ký mô hình), report (báo cáo).", "One of: plan, registr"),
        (PLAN + OWED.replace("    who: ", ""), "plan", "Thêm dòng “who: …”.", "Add a line “who: …”."),
    ],
)  # fmt: skip
def test_a_missing_key_says_what_it_may_hold(text, kind, vi, en):
    mistake, told, said = only(text, kind)
    assert mistake.code == "DVK121"
    assert vi in told
    assert en in said


@pytest.mark.parametrize(
    ("text", "kind", "key", "told"),
    [
        (PLAN + OWED + "district\n", "plan", "who", "Ghi dưới “who:”, thụt vào, mỗi khoá một dòng"),
        (PLAN + OWED + "district\n", "plan", "who", "các khoá: level, kind, units"),
        (FILED + "own: [x]\n", "report", "own[0]", "các khoá: indicator, "),
        (FILED + "own: {indicator: x}\n", "report", "own", "Ghi dưới “own:”, mỗi mục một dòng bắt đầu bằng “- ”."),
        (FILED + "answers: plans/2021/x/y.yaml#z\n", "report", "answers", "mỗi mục một dòng bắt đầu bằng “- ”."),
        (FILED + "note: [x]\n", "report", "note", "Viết một giá trị ngay sau “note:”, trên cùng dòng đó."),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_shape_is_answered_with_how_to_write_it(text, kind, key, told):
    mistake, vi, _ = only(text, kind)
    assert (mistake.code, mistake.args["key"]) == ("DVK124", key)
    assert told in vi


BASE = {path: data for path, data in base_files().items() if path.endswith(".yaml")}


def kind_at(path):
    return next(name for name, kind in KINDS.items() if kind.paths.fullmatch(path))


@pytest.mark.parametrize("path", BASE)
def test_a_byte_order_mark_and_other_line_ends_give_the_same_record(path):
    plain = read(BASE[path], kind_at(path))
    assert plain.facts is not None
    assert plain.mistakes == ()
    for end in (b"\r\n", b"\r"):
        assert read(codecs.BOM_UTF8 + BASE[path].replace(b"\n", end), kind_at(path)) == plain


@pytest.mark.parametrize("path", BASE)
def test_a_file_without_its_last_line_end_or_with_comments_gives_the_same_record(path):
    plain = read(BASE[path], kind_at(path))
    assert read(BASE[path].rstrip(b"\n"), kind_at(path)) == plain
    assert read(b"# x\n\n" + BASE[path].replace(b"\n", b"   # y\n"), kind_at(path)) == plain


# Bytes of every sort: any, text that looks like YAML, and good files with a piece cut out or put in.
ANY_BYTES = st.binary(max_size=300)
YAML_LIKE = st.text(alphabet="schema: plan/v1\n-[]{}&*!|>'\"#,?%@`~0.5\t\\ệ\u0301", max_size=300).map(str.encode)
POSITIONS = st.integers(0, 1200)
MENDED = st.builds(
    lambda data, start, length, put: data[:start] + put + data[start + length :],
    st.sampled_from(list(BASE.values())),
    POSITIONS,
    st.integers(0, 40),
    st.one_of(ANY_BYTES, YAML_LIKE),
)


@settings(max_examples=200, deadline=None)
@given(data=st.one_of(ANY_BYTES, YAML_LIKE, MENDED), kind=st.sampled_from(list(KINDS)))
def test_reading_never_raises_and_says_why_there_is_no_record(data, kind):
    reading = read(data, kind)
    assert reading.facts is not None or reading.mistakes


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.none() | st.text(max_size=8) | st.sampled_from(["2021", "3.6", "yes", "a", "2021-11-05", "H1"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["id", "indicator", "value", "units", "who", "period", "name", "models", "own", "kind"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from(list(KINDS)),
    st.data(),
)
def test_reading_never_raises_on_any_shape_under_any_key(node, kind, data):
    keys = [field.alias or name for name, field in MODELS[kind].model_fields.items()]
    key = data.draw(st.sampled_from(keys))
    text = json.dumps({"schema": KINDS[kind].schema, key: node}, ensure_ascii=True).encode()
    reading = read(text, kind)
    for mistake in reading.mistakes:
        assert mistake.place or locate(text, mistake.field), mistake
