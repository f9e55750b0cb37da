"""One file, read: every mistake at once, hostile bytes, and the same record from the same text."""

import codecs
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.documents import MODELS
from dvk.explaining import base_files
from dvk.kinds import KINDS
from dvk.reading import read
from dvk.textfile import locate

REPORT = "reports/2021/tinh-doan-nui-xanh/huyen-doan-song-dao/2021.yaml"
MOST_SECONDS = 5
MOST_MEMORY = 200 * 1024  # KiB, as Linux counts it

# Runs check in a child and reports the child's own peak of memory, which no other test can raise.
MEASURED = """\
import json, resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "dvk", "check", "--root", sys.argv[1], "--format", "json"],
                      capture_output=True, timeout=60)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([done.returncode, done.stdout.decode(), done.stderr.decode(), peak]))
"""


@pytest.fixture
def workspace(tmp_path):
    for path, data in base_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def checked(root):
    """Run ``dvk check`` as a process; give exit code, findings, peak memory in KiB."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(root)],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"DVK_LANG": "vi", "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        check=True,
        timeout=MOST_SECONDS,
    )
    code, out, err, peak = json.loads(done.stdout)
    assert code in {0, 1}, out + err
    return code, json.loads(out), peak


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
