"""``dvk set``: only what was asked changes, whatever the file looks like; what would be wrong is not written."""

import copy
import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path

import pytest
import yaml
from example_folders import lay_out
from odd_documents import PATHS, Leaf, OddDocument, lines_of
from workspace_builder import Result, Workspace

from dvk.__main__ import run
from dvk.documents import MODELS
from dvk.explaining import Side
from dvk.kinds import KINDS
from dvk.messages.of_system import OF_SYSTEM, reason_of
from dvk.reading import read
from dvk.schemas.shapes import Shape, keys_of
from dvk.textfile import read_text, stable_path

REPORT = "reports/2021/tinh/2021.yaml"
PLAN = "plans/2021/tinh/ke-hoach.yaml"
STORY = "stories/2021/tinh/guong.md"
FLAT = "schema: report/v1\nrevision: 1\nstate: draft\nunit: tinh\nperiod: 2021\n"


@pytest.fixture
def place(tmp_path):
    """A workspace without git, with one unit."""
    found = Workspace(tmp_path / "w")
    found.unit("tinh", level="province")
    return found


def call(place, path, *words, options=(), language="en"):
    """Run ``dvk set`` in this process; words may begin with a dash."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["set", "--root", str(place.root), "--lang", language, *options, "--", path, *words])
    return Result(code, out.getvalue(), err.getvalue())


def wrote(place, path, data):
    file = place.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def after_set(place, before, *words, path=REPORT, options=()):
    """The text of a file after ``dvk set``, which has to succeed."""
    file = wrote(place, path, before)
    result = call(place, path, *words, options=options)
    assert result.exit_code == 0, result.stdout + result.stderr
    return file.read_bytes().decode()


def refused(place, before, *words, path=REPORT, options=()):
    """What ``dvk set`` answers where it writes nothing."""
    file = wrote(place, path, before)
    stamp = file.stat().st_mtime_ns
    result = call(place, path, *words, options=options)
    assert result.exit_code in {1, 2}, result.stdout + result.stderr
    assert file.read_bytes() == (before if isinstance(before, bytes) else before.encode())
    assert file.stat().st_mtime_ns == stamp
    return result


# --- random documents ---


def tree_of(data, kind):
    return read_text(data, front_matter=KINDS[kind].front_matter).tree


def at(tree, steps):
    for step in steps:
        tree = tree[step]
    return tree


def assert_says(data, kind, wanted):
    """The file says exactly this, as a tree of text and as a record."""
    assert tree_of(data, kind) == wanted
    facts = read(data, kind).facts
    unmarked = replace(facts, fingerprint="") if hasattr(facts, "fingerprint") else facts
    assert unmarked == MODELS[kind].model_validate(wanted).facts()


def ask(place, document, *words, options=()):
    """The bytes after ``dvk set`` on a random document, or None where the result would have been wrong."""
    file = wrote(place, document.path, document.data)
    result = call(place, document.path, *words, options=options)
    after = file.read_bytes()
    if result.exit_code == 1:
        assert after == document.data
        assert "DVK" in result.stdout
        return None
    assert result.exit_code == 0, result.stdout + result.stderr
    return after


def changed_lines(before, after):
    """The opcodes of the lines that differ."""
    was, now = lines_of(before), lines_of(after)
    return [code for code in SequenceMatcher(None, was, now, autojunk=False).get_opcodes() if code[0] != "equal"]


def check_a_new_value(place, document):
    leaves = [leaf for leaf in document.leaves if leaf.form not in {"list", "mapping", "choice"}]
    if not leaves:
        return False
    leaf = document.random.choice(leaves)
    tree = tree_of(document.data, document.kind)
    value = document.value(leaf.form, at(tree, leaf.steps))
    after = ask(place, document, stable_path(tree, leaf.steps), value)
    if after is None:
        return False
    wanted = copy.deepcopy(tree)
    found = at(tree_of(after, document.kind), leaf.steps)
    assert found in {value, f"{value}\n"}
    at(wanted, leaf.steps[:-1])[leaf.steps[-1]] = found
    assert_says(after, document.kind, wanted)
    assert_only_its_lines_differ(document, leaf, after)
    return True


def assert_only_its_lines_differ(document, leaf: Leaf, after):
    """Every line before and after the scalar's own is the same, byte for byte."""
    was, now = lines_of(document.data), lines_of(after)
    behind = len(was) - leaf.last - 1
    assert now[: leaf.first] == was[: leaf.first]
    assert now[len(now) - behind :] == was[leaf.last + 1 :]


def absent_texts(node, shape, steps=()):
    """Every key with a text that a mapping of the tree may have and has not, by the steps to it."""
    if isinstance(node, dict):
        for key in shape.keys:
            if key.name in node:
                yield from absent_texts(node[key.name], key.shape, (*steps, key.name))
            elif key.shape.form == "text":
                yield *steps, key.name
    elif isinstance(node, list):
        for number, entry in enumerate(node):
            yield from absent_texts(entry, shape.inner, (*steps, number))


def check_a_new_key(place, document):
    kind = document.kind
    tree = tree_of(document.data, kind)
    absent = [steps for steps in absent_texts(tree, Shape("mapping", keys=keys_of(kind))) if steps != ("text",)]
    if not absent:
        return False
    steps, value = document.random.choice(absent), document.value("text")
    after = ask(place, document, stable_path(tree, steps), value)
    if after is None:
        return False
    wanted = copy.deepcopy(tree)
    at(wanted, steps[:-1])[steps[-1]] = found = at(tree_of(after, kind), steps)
    assert found in {value, f"{value}\n"}
    assert_says(after, kind, wanted)
    assert_only_added_to(document.data, after)
    return True


def assert_only_added_to(before, after):
    """Nothing is taken away, and little is touched; only a block scalar that ends the file may drop its sign."""
    if not before.endswith((b"\n", b"\r")):
        before = re.sub(rb"([|>])\+", rb"\1", before)
    rest = iter(after)
    assert all(byte in rest for byte in before)
    assert len(changed_lines(before, after)) <= 3


def check_a_removal(place, document):
    if len(document.leaves) < 2:
        return False
    leaf = document.random.choice(document.leaves)
    tree = tree_of(document.data, document.kind)
    if len(tree) == 1:
        return False
    after = ask(place, document, stable_path(tree, leaf.steps), options=["--remove"])
    if after is None:
        return False
    wanted = copy.deepcopy(tree)
    del at(wanted, leaf.steps[:-1])[leaf.steps[-1]]
    assert_says(after, document.kind, wanted)
    assert len(changed_lines(document.data, after)) <= 2
    assert sum(end - start for *_, start, end in changed_lines(document.data, after)) <= 1
    return True


CHECKS = (check_a_new_value, check_a_new_key, check_a_removal)


def check_random_documents(place, seeds, checks):
    """Most of the documents have to take the edit: a few lack what it needs, or would be wrong after it."""
    done = [check(place, OddDocument(kind, seed)) for seed in seeds for kind in PATHS for check in checks(seed)]
    assert sum(done) > 0.6 * len(done)


@pytest.mark.parametrize("part", range(2))
def test_only_what_was_asked_changes_in_random_documents(place, part):
    check_random_documents(place, range(part * 7, part * 7 + 7), lambda seed: (CHECKS[0], CHECKS[1 + seed % 2]))


@pytest.mark.deep
@pytest.mark.parametrize("part", range(8))
def test_only_what_was_asked_changes_in_many_random_documents(place, part):
    check_random_documents(place, range(1000 + part * 50, 1050 + part * 50), lambda _: CHECKS)


# --- a value in the place of another ---


class TestReplacing:
    @pytest.mark.parametrize(
        ("before", "field", "value", "after"),
        [
            ("note: cũ   # chú\n", "note", "mới", "note: mới  # chú\n"),
            ("note: cũ # chú\n", "note", "mới", "note: mới # chú\n"),
            ("note: cũ  # chú\n", "note", "mới quá dài", "note: mới quá dài  # chú\n"),
            ("note: cũ  # chú\n", "note", "a", "note: a   # chú\n"),
            ("note: 'cũ # a'   # chú\n", "note", "b", "note: b          # chú\n"),
            ("place: x      # điền …\n", "place", "yz", "place: yz     # điền …\n"),
            ("recipients:\n  - a      # chú\n", "recipients[0]", "bcd", "recipients:\n  - bcd    # chú\n"),
            ("signatory: {name: A}   # chú\n", "signatory.name", "AB", "signatory: {name: AB}  # chú\n"),
            ("signatory: {name: A, post: B}  # c\n", "signatory.name", "AB", "signatory: {name: AB, post: B}  # c\n"),
            ("recipients: [a,   # chú\n  b]\n", "recipients[0]", "bc", "recipients: [bc,  # chú\n  b]\n"),
            ("note: cũ\t# chú\n", "note", "mới", "note: mới\t# chú\n"),
            ("note: 'cũ'\n", "note", "mới", "note: mới\n"),
            ('note: "cũ\n\n  kỹ" # chú\n', "note", "mới", "note: mới # chú\n"),
            ("note: cũ\n  kỹ\n  nữa # chú\n", "note", "mới", "note: mới # chú\n"),
            ("note:\n  cũ\n", "note", "mới", "note:\n  mới\n"),
            ("note: >-  # chú\n  cũ\n\n  kỹ\n\n# sau\n", "note", "mới", "note: mới  # chú\n\n# sau\n"),
            ("note: |\n    cũ\n  # sau\n", "note", "a\nb", "note: |\n    a\n    b\n  # sau\n"),
            ("note: |+2\n    cũ\n\n\nplace: x\n", "note", "a\nb", "note: |\n    a\n    b\n\n\nplace: x\n"),
            ("note: cũ  # chú\n", "note", "a\n\n b\n", "note: |   # chú\n  a\n\n   b\n"),
            ("note: cũ\n", "note", "  a\nb", "note: |2\n    a\n  b\n"),
            ("note: cũ\n    # sâu\n", "note", "a\nb", 'note: "a\\nb"\n    # sâu\n'),
            ("note:   # điền vào\n", "note", "mới", "note: mới   # điền vào\n"),
            ("note:  \n", "note", "mới", "note: mới\n"),
            ("note:         # cột\n", "note", "mới", "note: mới     # cột\n"),
            ("note:         # cột\n", "note", "mới quá dài", "note: mới quá dài   # cột\n"),
            ("note: # cột\n", "note", "mới", "note: mới # cột\n"),
            ("note:\t\t# cột\n", "note", "mới", "note: mới\t\t# cột\n"),
            ("note:\n", "note", "a\nb", "note: |\n  a\n  b\n"),
            ("note: ~ # chú\n", "note", "mới", "note: mới # chú\n"),
            ('"note" : cũ\n', "note", "mới", '"note" : mới\n'),
            ("signatory: {name: A, post}\n", "signatory.post", "B", "signatory: {name: A, post: B}\n"),
            ("signatory: {post: , name: A}\n", "signatory.post", "B", "signatory: {post: B, name: A}\n"),
            ("signatory: {name: A}\n", "signatory.name", "a, b", 'signatory: {name: "a, b"}\n'),
            ("signatory: {name: A}\n", "signatory.name", "a\nb", 'signatory: {name: "a\\nb"}\n'),
            ("recipients: [a, b]\n", "recipients[1]", "c: d", 'recipients: [a, "c: d"]\n'),
            ("recipients:\n  - a\n  -\n  - c\n", "recipients[1]", "b", "recipients:\n  - a\n  - b\n  - c\n"),
            ("recipients:\n- a\n- c # d\n", "recipients[1]", "b\ne", "recipients:\n- a\n- | # d\n  b\n  e\n"),
        ],
    )
    def test_the_rest_of_the_line_and_the_file_stay(self, place, before, field, value, after):
        assert after_set(place, FLAT + before, field, value) == FLAT + after

    @pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("last", [True, False])
    def test_line_ends_mark_and_the_end_of_the_file_stay(self, place, end, mark, last):
        def bytes_with(note):
            text = mark + FLAT + note + "place: x\n"
            return (text if last else text.rstrip("\n")).replace("\n", end).encode()

        assert after_set(place, bytes_with("note: a\n"), "note", "b\nc") == bytes_with("note: |\n  b\n  c\n").decode()

    def test_mixed_line_ends_stay_line_by_line(self, place):
        before = FLAT.replace("\n", "\r\n") + "note: a\nplace: x\r\n"
        after = after_set(place, before, "note", "b\nc", "date", "2021-05-06")
        assert (
            after
            == FLAT.replace("\n", "\r\n").replace("unit: tinh\r\n", "unit: tinh\r\ndate: 2021-05-06\r\n")
            + "note: |\n  b\n  c\nplace: x\r\n"
        )

    def test_decomposed_letters_around_stay_and_the_new_value_is_composed(self, place):
        odd = unicodedata.normalize("NFD", "place: Huyện ủy # chú thích ở đây\n")
        after = after_set(place, FLAT + odd + "note: a\n", "note", unicodedata.normalize("NFD", "Đoàn xã"))
        assert after == f"{FLAT}{odd}note: Đoàn xã\n"

    def test_a_value_that_is_there_already_writes_nothing(self, place):
        file = wrote(place, REPORT, FLAT + 'note: "a"  \n')
        stamp = file.stat().st_mtime_ns
        result = call(place, REPORT, "note", "a")
        assert (result.exit_code, result.stdout) == (0, f"{REPORT} says so already; nothing was written.\n")
        assert file.stat().st_mtime_ns == stamp

    def test_two_edits_one_after_the_other(self, place):
        after_set(place, FLAT + "own:\n  - {indicator: a, value: 1} # c\n", "own[indicator=a].value", "2")
        assert call(place, REPORT, "own[0].value", "3", "state", "submitted").exit_code == 0
        text = (place.root / REPORT).read_text(encoding="utf-8")
        assert text == FLAT.replace("draft", "submitted") + "own:\n  - {indicator: a, value: 3} # c\n"


PLAIN = (
    *("a:b", "a#b", "a - b", "a, b", "a [b]", 'Kế hoạch "Dân vận khéo"', "c'est", "http://a.vn/b?c=d", "600.000.000 đ"),
    *("2021-", "5/6", "1,5", "x y z", "đ", "a\\b", "Yês", "12h30", "1.2.3"),
)
TYPED = (
    *("no", "Off", "y", "true", "null", "~", "12:30", "1e3", "0x1F", "0o17", "1_000", ".5", "+1", ".inf", "=", "<<"),
    *("2001-12-14 21:59:43", "2021-05-06", "190:20:30.15", "0b11", "1.", "-5", "007"),
)
SPECIAL = (
    *(
        "a: b",
        "a:",
        "a #b",
        "- a",
        "? a",
        ": a",
        "#a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "[a]",
        "{a}",
        ", a",
    ),
    *("---", "...", " a", "a ", "-a", "\u00a0a"),
)


class TestSpelling:
    """What stands plain, and what stands in quotes, because another parser would type it or read it differently."""

    @pytest.mark.parametrize(
        ("field", "value", "written"),
        [
            ("own[0].value", "4", "4"),
            ("own[0].value", "4000", "4000"),
            ("own[0].value", "3.000", '"3.000"'),
            ("own[0].value", "01", '"01"'),
            ("own[0].value", "3,6 tỷ", "3,6 tỷ"),
            ("own[0].value", "12,5", "12,5"),
            ("own[0].value", "-2,5", '"-2,5"'),
            ("own[0].value", "45 %", "45 %"),
            ("own[0].indicator", "2021", '"2021"'),
            ("own[0].indicator", "no", '"no"'),
            ("date", "2021-05-06", "2021-05-06"),
            ("date", "6/5/2021", "6/5/2021"),
            ("submitted", "2021-05-06 17:00", "2021-05-06 17:00"),
            ("period", "2021-H1", "2021-H1"),
            ("illustrative", "yes", "yes"),
            ("illustrative", "có", "có"),
            ("note", "yes", '"yes"'),
            ("note", "2021-05-06", '"2021-05-06"'),
            ("note", "2021", '"2021"'),
            *[("note", text, text) for text in PLAIN],
            *[("note", text, f'"{text}"') for text in TYPED],
            *[("note", text, f'"{text}"') for text in SPECIAL],
            *[("note", text, f"'{text}'") for text in ('"a" b', '- "a"', "- a\\b")],
            ("note", "'a' b", "\"'a' b\""),
            ("note", "a\\b", "a\\b"),
            ("note", "'a' \"b\"", '"\'a\' \\"b\\""'),
            ("note", "a\tb", '"a\\tb"'),
        ],
    )  # fmt: skip
    def test_quotes_stand_where_another_parser_would_type(self, place, field, value, written):
        before = FLAT + "own:\n  - indicator: a\n    value: 1\n"
        after = after_set(place, before, field, value)
        assert re.search(rf"(?m)^[ -]*{field.rpartition('.')[2]}: (.*)$", after)[1] == written
        assert value.strip() == at(yaml.load(after, yaml.BaseLoader), steps_of(field)).strip()  # noqa: S506

    @pytest.mark.parametrize("value", ["", " ", "\n", "\n\n"])
    def test_an_empty_text_is_not_taken(self, place, value):
        assert "DVK125" in refused(place, FLAT + "note: a\n", "note", value).stdout

    @pytest.mark.parametrize("value", ["a\x00b", "a\x1bb", "a\u2028b", "a\ufeff", "\x85", "a\udc80"])
    def test_what_no_file_may_hold_is_refused(self, place, value):
        assert "DVK908" in refused(place, FLAT + "note: a\n", "note", value).stderr

    def test_text_of_an_old_font_is_not_taken(self, place):
        assert "DVK113" in refused(place, FLAT + "note: a\n", "note", "KÕ ho¹ch thùc hiÖn").stdout


def steps_of(field):
    return {"own[0].value": ("own", 0, "value"), "own[0].indicator": ("own", 0, "indicator")}.get(field, (field,))


# --- what is not there yet ---


class TestAdding:
    @pytest.mark.parametrize(
        ("before", "field", "value", "after"),
        [
            ("own:\n  - indicator: a\n    value: 1\n", "own[indicator=b].value", "2",
             "own:\n  - indicator: a\n    value: 1\n  - indicator: b\n    value: 2\n"),
            ("own:\n- indicator: a\n  value: 1\n  # sâu\nnote: x\n", "own[indicator=b].value", "2",
             "own:\n- indicator: a\n  value: 1\n  # sâu\n- indicator: b\n  value: 2\nnote: x\n"),
            ("own:\n  -   indicator: a\n      value: 1\n", "own[indicator=b].value", "2",
             "own:\n  -   indicator: a\n      value: 1\n  -   indicator: b\n      value: 2\n"),
            ("own:\n  - {indicator: a, value: 1}  # c\n", "own[indicator=b].value", "2",
             "own:\n  - {indicator: a, value: 1}  # c\n  - {indicator: b, value: 2}\n"),
            ("own:\n- indicator: a\n  value: 1\n\n# b\n- indicator: b\n  value: 2\n", "own[indicator=c].value", "3",
             "own:\n- indicator: a\n  value: 1\n\n# b\n- indicator: b\n  value: 2\n\n- indicator: c\n  value: 3\n"),
            ("own: [{indicator: a, value: 1}]\n", "own[indicator=b].value", "2",
             "own: [{indicator: a, value: 1}, {indicator: b, value: 2}]\n"),
            ("own: [ # a\n  {indicator: a, value: 1} # b\n]\n", "own[indicator=c].value", "3",
             "own: [ # a\n  {indicator: a, value: 1}, # b\n  {indicator: c, value: 3}\n]\n"),
            ("own: [] # trống\n", "own[indicator=a].value", "1", "own: [{indicator: a, value: 1}] # trống\n"),
            ("own: [ ]\n", "own[indicator=a].value", "1", "own: [ {indicator: a, value: 1} ]\n"),
            ("own: # trống\nnote: x\n", "own[indicator=a].value", "1",
             "own: # trống\n  - indicator: a\n    value: 1\nnote: x\n"),
            ("own: ~ # trống\n", "own[indicator=a].value", "1", "own: # trống\n  - indicator: a\n    value: 1\n"),
            ("own:\n", "own[indicator=a].value", "1", "own:\n  - indicator: a\n    value: 1\n"),
            ("", "own[indicator=a].value", "1", "own:\n  - indicator: a\n    value: 1\n"),
            ("recipients:\n- a\n", "own[indicator=a].value", "1",
             "own:\n- indicator: a\n  value: 1\nrecipients:\n- a\n"),
            ("signatory:\n    name: A\n", "model_counts.registered", "3",
             "model_counts:\n    registered: 3\nsignatory:\n    name: A\n"),
            ("signatory:\n  name: A # c\n  # cùng cột\n\nnote: x\n", "signatory.post", "B",
             "signatory:\n  name: A # c\n  post: B\n  # cùng cột\n\nnote: x\n"),
            ("signatory: {name: A, }\n", "signatory.post", "B", "signatory: {name: A, post: B, }\n"),
            ("signatory: {}\n", "signatory.name", "A", "signatory: {name: A}\n"),
            ("note: |\n  a\n\n  b\n\n# cuối\n", "text", "x", "note: |\n  a\n\n  b\ntext: x\n\n# cuối\n"),
            ("note: |+\n  a\n\n\n", "text", "x", "note: |+\n  a\n\n\ntext: x\n"),
            ("note: |\n  a", "text", "x", "note: |-\n  a\ntext: x"),
            ("note: a", "text", "x", "note: a\ntext: x"),
            ("note: a", "text", "x\ny", "note: a\ntext: |\n  x\n  y\n"),
            ("models:\n  - name: M\n    note: x\n", "models[0].results[indicator=a].value", "1",
             "models:\n  - name: M\n    results:\n      - indicator: a\n        value: 1\n    note: x\n"),
            ("models:\n  - name: M\n", 'models[model="plans/2021/a/b.yaml#c"].stage', "typical",
             "models:\n  - name: M\n  - model: plans/2021/a/b.yaml#c\n    stage: typical\n"),
            ("recipients:\n  - a # c\n  # - b\n", "recipients[+]", "c", "recipients:\n  - a # c\n  - c\n  # - b\n"),
            ("recipients: [a]\n", "recipients[+]", "b, c", 'recipients: [a, "b, c"]\n'),
            ("recipients: []\n", "recipients[+]", "b", "recipients: [b]\n"),
            ("recipients: []\n", "recipients[0]", "b", "recipients: [b]\n"),
            ("", "recipients[0]", "b", "recipients:\n  - b\n"),
            ("recipients:\n  - a\n", "recipients[1]", "b", "recipients:\n  - a\n  - b\n"),
            ("recipients:\n  - a\n", "'recipients[1]'", "b", "recipients:\n  - a\n  - b\n"),
            ("recipients:\n  - a\n", '"recipients[1]"', "b", "recipients:\n  - a\n  - b\n"),
            ("", "recipients[+]", "a\nb", "recipients:\n  - |\n    a\n    b\n"),
            ("models:\n  - model: plans/2021/a/b.yaml#c\n", "models[model=plans/2021/a/b.yaml#c].stage", "typical",
             "models:\n  - model: plans/2021/a/b.yaml#c\n    stage: typical\n"),
        ],
    )  # fmt: skip
    def test_it_is_put_where_it_belongs_in_the_style_of_its_neighbours(self, place, before, field, value, after):
        found = after_set(place, FLAT + before, field, value)
        assert found == FLAT + after

    def test_a_key_follows_the_last_of_those_that_the_schema_puts_before_it(self, place):
        after = after_set(place, FLAT, "number", "59/KH-ĐTN", "note", "x", "subject", "Báo cáo")
        keys = [line.partition(":")[0] for line in after.splitlines()]
        assert keys == ["schema", "revision", "state", "unit", "number", "subject", "period", "note"]

    def test_a_new_entry_takes_all_its_values_in_one_call(self, place):
        words = ("exemplars[id=an].name", "Nguyễn Văn An", "exemplars[id=an].type", "individual")
        after = after_set(place, FLAT, *words)
        assert after == FLAT + "exemplars:\n  - id: an\n    type: individual\n    name: Nguyễn Văn An\n"
        assert "DVK121" in refused(place, FLAT, *words[:2]).stdout

    def test_entries_without_a_name(self, place):
        words = ("returns[+].by", "tinh", "returns[0].date", "2021-05-06", "returns[0].reason", "x")
        assert after_set(place, FLAT, *words) == FLAT + "returns:\n  - by: tinh\n    date: 2021-05-06\n    reason: x\n"
        words = ("obligations[id=a].kind", "report", "obligations[id=a].period", "2021")
        plan = "schema: plan/v1\nrevision: 1\nstate: draft\nunit: tinh\ntype: KH\nsubject: x\nperiod: 2021\n"
        after = after_set(place, plan, *words, "obligations[id=a].who.level[+]", "commune", path=PLAN)
        assert after == plan + (
            "obligations:\n  - id: a\n    kind: report\n    who:\n      level:\n        - commune\n    period: 2021\n"
        )
        assert "DVK121" in refused(place, plan, *words, path=PLAN).stdout

    def test_a_dated_value_may_be_a_text_or_a_list(self, place):
        units = "schema: units/v1\nunits:\n  - {id: tinh, line: youth-union, name: T, level: province}\n"
        after = after_set(place, units, "units[id=tinh].kind", "territorial", path="units/units.yaml")
        assert after == units.replace("province}", "province, kind: territorial}")
        after = after_set(place, units, "units[id=tinh].kind[value=x].from", "2020-01-01", path="units/units.yaml")
        assert after == units.replace("province}", "province, kind: [{value: x, from: 2020-01-01}]}")
        assert (
            "DVK914" in refused(place, units, "units[id=tinh].name[value=X].to", "2020", path="units/units.yaml").stderr
        )

    def test_a_free_key_of_the_policy(self, place):
        before = (place.root / "dvk.yaml").read_text(encoding="utf-8")
        after = after_set(place, before, "severities.DVK413", "error", path="dvk.yaml")
        assert after == before + "severities:\n  DVK413: error\n"


class TestNull:
    def test_null_with_its_reason(self, place):
        before = FLAT + "own:\n  - indicator: a\n    value: 1 # c\n"
        after = after_set(place, before, "own[indicator=a].value", "own[0].reason", "chưa có", options=["--null"])
        assert after == before.replace("1 # c", "null # c") + "    reason: chưa có\n"

    def test_null_in_the_place_of_a_block(self, place):
        after = after_set(place, FLAT + "note: | # c\n  a\n  b\nplace: x\n", "note", options=["--null"])
        assert after == FLAT + "note: null # c\nplace: x\n"

    def test_null_where_it_may_not_stand(self, place):
        assert "DVK125" in refused(place, FLAT, "state", options=["--null"]).stdout
        assert "DVK915" in refused(place, FLAT + "own: []\n", "own", options=["--null"]).stderr


class TestRemoving:
    @pytest.mark.parametrize(
        ("before", "field", "after"),
        [
            ("# trên\nnote: a # cùng dòng\n# dưới\nplace: x\n", "note", "# trên\n# dưới\nplace: x\n"),
            ("note: |\n  a\n\n  b\nplace: x\n", "note", "place: x\n"),
            ("own:\n  - indicator: a\n    value: 1\nplace: x\n", "own", "place: x\n"),
            ("place: x\nnote: a", "note", "place: x\n"),
            ("recipients:\n  - a\n  - b # c\n  - d\n", "recipients[1]", "recipients:\n  - a\n  - d\n"),
            ("recipients: # c\n  - a # d\nnote: x\n", "recipients[0]", "recipients: [] # c\nnote: x\n"),
            ("signatory:\n  # trên\n  name: A\nnote: x\n", "signatory.name", "signatory: {}\n  # trên\nnote: x\n"),
            ("own:\n  - note: x # c\n    indicator: a\n    value: 1\n", "own[0].note",
             "own:\n  - indicator: a\n    value: 1\n"),
            ("own:\n  - note: x # c\n    # giữa\n    indicator: a\n    value: 1\n", "own[0].note",
             "own:\n  - \n    # giữa\n    indicator: a\n    value: 1\n"),
            ("recipients: [a, b, c]\n", "recipients[0]", "recipients: [b, c]\n"),
            ("recipients: [a, b, c]\n", "recipients[1]", "recipients: [a, c]\n"),
            ("recipients: [a, b, c]\n", "recipients[2]", "recipients: [a, b]\n"),
            ("recipients: [ a, ]\n", "recipients[0]", "recipients: []\n"),
            ("recipients: [\n  a, # a\n  b, # b\n  c\n]\n", "recipients[1]", "recipients: [\n  a, # a\n  c\n]\n"),
            ("recipients: [\n  a,\n  b # b\n]\n", "recipients[1]", "recipients: [\n  a,\n]\n"),
            ("recipients: [a, # a\n  b]\n", "recipients[0]", "recipients: [ # a\n  b]\n"),
            ("recipients: [a\n  , b]\n", "recipients[0]", "recipients: [\n   b]\n"),
            ("recipients: [a,\n  b]\n", "recipients[1]", "recipients: [a,\n  ]\n"),
            ("signatory: {name: A, post: B}\n", "signatory.name", "signatory: {post: B}\n"),
            ("note: |+\n  a\nplace: x\n\n\nsubject: y\n", "place", "note: |+\n  a\nsubject: y\n"),
        ],
    )  # fmt: skip
    def test_it_goes_with_its_own_comment(self, place, before, field, after):
        assert after_set(place, FLAT + before, field, options=["--remove"]) == FLAT + after

    def test_what_has_to_be_there_is_not_taken_away(self, place):
        assert "DVK121" in refused(place, FLAT, "unit", options=["--remove"]).stdout

    def test_what_is_not_there_is_named_with_what_is(self, place):
        before = FLAT + "own:\n  - {indicator: nha-o, value: 1}\n"
        told = refused(place, before, "own[indicator=nha].value", options=["--remove"]).stderr
        assert "DVK914" in told
        assert "own[indicator=nha-o].value" in told
        assert "DVK914" in refused(place, before, "", options=["--remove"]).stderr

    def test_an_unknown_key_can_be_taken_away(self, place):
        assert after_set(place, FLAT + "notee: a\n", "notee", options=["--remove"]) == FLAT

    def test_the_only_key_of_a_file(self, place):
        told = refused(place, "schema: holidays/v1\n", "schema", path="holidays.yaml", options=["--remove"])
        assert "DVK916" in told.stderr


# --- what is refused ---


class TestRefusing:
    @pytest.mark.parametrize(
        ("field", "code", "near"),
        [
            ("stat", "DVK914", "state"),
            ("own[indicator=a].valu", "DVK914", "own[indicator=a].value"),
            ("own[1].value", "DVK914", "own[indicator=a].value"),
            ("own[9]", "DVK914", "own[indicator=a]"),
            ("own.value", "DVK914", "own[indicator=a].value"),
            ("signatory.name.first", "DVK914", ""),
            ("note.x", "DVK914", "note"),
            ("own[indicator=b].indicator", "DVK914", ""),
            ("own[name=b].value", "DVK914", "own[indicator=a].value"),
            ("own", "DVK915", "own[indicator=a]"),
            ("own[indicator=a]", "DVK915", "own[indicator=a].value"),
            ("own[indicator=b]", "DVK915", "own[indicator=b].value"),
            ("consolidated", "DVK915", "consolidated[indicator=…]"),
            ("recipients", "DVK915", "recipients[+]"),
            ("recipients[id=a]", "DVK914", "recipients[+]"),
            ("recipients[+].x", "DVK914", "recipients[+]?"),
            ("own[+]", "DVK915", "own[+].indicator"),
            ("signatory", "DVK915", "signatory.name"),
            ("models[text=x]", "DVK914", ""),
            ("models[name=x]", "DVK915", "models[name=x].stage"),
            ("recipients[1]", "DVK914", "recipients[+]"),
            ("own[0]", "DVK915", "own[indicator=a].value"),
            ("own.a", "DVK914", "own[indicator=a].value?"),
            ("own.a.reason", "DVK914", "own[indicator=a].reason?"),
            ("own.a.nope", "DVK914", "own[indicator=a].value?"),
            ("own.luot-nguoi", "DVK914", "own[indicator=luot-nguoi].value?"),
            ("consolidated.luot nguoi", "DVK914", "consolidated[indicator=luot nguoi].value?"),
            ("consolidated[0].value", "DVK914", "consolidated[indicator=…].value?"),
            ("own.ab.value", "DVK914", "own[indicator=ab].value / own[indicator=a].value?"),
            ("recipients.x", "DVK914", "recipients[+]?"),
            ("", "DVK915", "schema"),
            ("[", "DVK914", ""),
            ("a[", "DVK914", ""),
        ],
    )
    def test_a_field_that_takes_no_value_is_answered_with_those_that_do(self, place, field, code, near):
        before = FLAT + "note: x\nown:\n  - {indicator: a, value: 1}\n"
        for language, asks in (("vi", ("Có phải", "Ghi vào")), ("en", ("Did you mean", "Set a field"))):
            file = wrote(place, REPORT, before)
            result = call(place, REPORT, field, "x", language=language)
            assert result.exit_code == 2
            assert result.stderr.startswith(code)
            assert near in result.stderr
            assert file.read_text(encoding="utf-8") == before
            assert not near or any(words in result.stderr for words in asks)
            assert code != "DVK914" or "dvk set " in result.stderr
            assert near.startswith("recipients[+]") <= ("[+] là" in result.stderr or "[+] is" in result.stderr)

    @pytest.mark.parametrize(
        ("before", "field"),
        [
            ("? note\nplace: x\n", "note"),
            ("note: &a {b: c}\n", "note"),
            ("recipients: [a: b]\n", "recipients[0].c"),
            ("recipients: !x\n  - a\n", "recipients[id=b].c"),
        ],
    )
    def test_rare_layouts_are_left_to_an_editor(self, place, before, field):
        told = refused(place, FLAT + before, field, "x").stderr
        assert "DVK916" in told or "DVK914" in told

    @pytest.mark.parametrize("data", [b"\xff\xfe", b"a: [", b"", b"- a\n", b"a: \x00\n", "KH: \u2028".encode()])
    def test_a_file_without_a_tree(self, place, data):
        assert "DVK916" in refused(place, data, "note", "x").stderr

    def test_a_new_mistake_is_shown_as_check_shows_it_and_nothing_is_written(self, place):
        before = FLAT + "own:\n  - {indicator: a, value: 1}\n"
        result = refused(place, before, "own[0].value", "3.6")
        assert result.exit_code == 1
        assert f"{REPORT}:7:27  error DVK204" in result.stdout
        assert '{indicator: a, value: "3.6"}' in result.stdout
        assert result.stdout.endswith("1 error, 0 warnings, 0 notes · 1 file\n")
        assert result.stderr == f"Nothing was written into {REPORT}: it would have the errors above.\n"
        assert "Chưa ghi gì" in call(place, REPORT, "own[0].value", "3.6", language="vi").stderr

    def test_mistakes_that_were_there_do_not_keep_from_mending_another(self, place):
        before = FLAT.replace("2021", "2021-13") + "own:\n  - {indicator: A, value: 3.6}\nnote: &x a\nnote: b\n"
        after = after_set(place, before, "own[0].value", "3")
        assert after == before.replace("3.6", "3")
        assert after_set(place, after, "own[0].indicator", "b") == after.replace("A,", "b,")
        assert after_set(place, before, "own[0]", options=["--remove"]).endswith("own: []\nnote: &x a\nnote: b\n")
        assert "DVK204" in refused(place, before, "own[0].value", "4.5").stdout

    def test_mistakes_move_with_the_entries_around_them(self, place):
        rows = "returns:\n  - {by: a, date: 2021-01-01, reason: x}\n  - {by: a, date: 1/13/2021, reason: x}\n"
        after = after_set(place, FLAT + rows, "returns[0]", options=["--remove"])
        assert after == FLAT + "returns:\n  - {by: a, date: 1/13/2021, reason: x}\n"

    def test_what_the_policy_weighs_as_an_error(self, place):
        before = FLAT.replace("draft", "submitted") + "own:\n  - {indicator: a, value: 1}\n"
        assert after_set(place, before, "own[0].value", options=["--null"]) == before.replace("1}", "null}")
        place.settings(severities={"DVK306": "error"})
        assert "DVK306" in refused(place, before, "own[0].value", options=["--null"]).stdout

    @pytest.mark.parametrize(
        ("words", "options"),
        [
            (["note"], []),
            (["note", "x", "place"], []),
            (["note", "x"], ["--null"]),
            (["note"], ["--null", "--remove"]),
            (["note", "x"], ["--remove"]),
        ],
    )
    def test_words_that_do_not_pair(self, place, words, options):
        told = refused(place, FLAT, *words, options=options)
        assert told.exit_code == 2
        assert "DVK908" in told.stderr


# --- what a check says afterwards ---


class TestEffects:
    """What is written may be wrong all the same: the files together say so, and ``dvk set`` does."""

    def left(self, place, *words, path=REPORT, language="en"):
        result = call(place, path, *words, language=language)
        assert result.exit_code == 0, result.stderr
        return result.stderr

    def test_what_only_the_workspace_knows_is_shown(self, place):
        wrote(place, REPORT, FLAT)
        told = self.left(place, "unit", "doan-xa-ba", language="vi")
        assert f"{REPORT}:4:7  lỗi DVK402  Không có đơn vị “doan-xa-ba”" in told
        assert told.endswith(f"\nTệp còn 1 lỗi: dvk check {REPORT} --root {place.root}\n")
        assert self.left(place, "unit", "tinh") == ""
        assert "DVK401" in self.left(place, "period", "2025")

    def test_what_was_there_is_only_counted(self, place):
        wrote(place, REPORT, FLAT.replace("unit: tinh", "unit: xa"))
        told = self.left(place, "note", "x")
        assert told == f"The file has 1 error: dvk check {REPORT} --root {place.root}\n"
        told = self.left(place, "own[indicator=khong-co].value", "5", language="vi")
        assert "DVK403" in told
        assert "DVK402" not in told
        assert "Tệp còn 2 lỗi: dvk check" in told

    def test_a_figure_that_its_indicator_does_not_take(self, place):
        place.indicator("luot-nguoi", "sum", "sum")
        wrote(place, REPORT, FLAT + "own:\n  - {indicator: luot-nguoi, value: 5}\n")
        assert self.left(place, "own[indicator=luot-nguoi].value", "6") == ""
        assert "DVK411" in self.left(place, "own[indicator=luot-nguoi].value", "50 %")

    def test_what_it_does_to_other_files_is_said(self, place):
        wrote(place, REPORT, FLAT)
        units = "units/units.yaml"
        before = (place.root / units).read_text(encoding="utf-8")
        told = self.left(place, "units[id=tinh].id", "tinh-khac", path=units)
        assert f"other files have new errors, 1 in all: {REPORT}" in told
        told = self.left(place, "units[id=tinh-khac].id", "tinh", path=units, language="vi")
        assert "tệp khác" not in told
        assert (place.root / units).read_text(encoding="utf-8") == before

    def test_nothing_is_said_where_nothing_was_written(self, place):
        wrote(place, REPORT, FLAT.replace("unit: tinh", "unit: xa") + "note: a\n")
        assert self.left(place, "note", "a") == ""

    def test_a_workspace_without_units(self, tmp_path):
        place = Workspace(tmp_path / "new")
        wrote(place, REPORT, FLAT)
        assert self.left(place, "note", "x").startswith("The file has 1 error: dvk check")

    def test_a_file_that_gives_no_record_can_be_mended(self, place):
        wrote(place, REPORT, FLAT + "notee: a\nown: 5\n")
        told = self.left(place, "note", "x", language="vi")
        assert re.fullmatch(r"Tệp còn 2 lỗi: dvk check .*\n", told), told

    def test_a_workspace_that_cannot_be_opened_does_not_undo_the_edit(self, place):
        file = wrote(place, REPORT, FLAT)
        rows = "".join(f"  - {{id: u{n}, line: a, name: U, level: x, parent: u{n + 1}}}\n" for n in range(2000))
        wrote(place, "units/deep.yaml", f"schema: units/v1\nunits:\n{rows}")
        told = self.left(place, "note", "x")
        assert told.startswith("It is written, but could not be checked:\nDVK927")
        assert file.read_text(encoding="utf-8") == FLAT + "note: x\n"


# --- the fields of a file ---


class TestListing:
    def rows(self, place, path):
        return json.loads(call(place, path, options=["--format", "json"]).stdout)

    def test_every_field_of_the_file_and_what_may_be_added(self, place):
        data = FLAT + "date:\nown:\n  - {indicator: nha o, value: 1}\nrecipients:\n  - a\n  - b\nnotee: x\n"
        wrote(place, REPORT, data)
        told = call(place, REPORT, language="vi").stdout
        assert re.search(r"(?m)^  date +\(trống\) +ngày của văn bản$", told)
        assert re.search(r"(?m)^  'own\[indicator=nha o\]\.value' +1 ", told)
        assert re.search(r"(?m)^  'recipients\[1\]' +b *$", told)
        there, _, possible = told.partition("Có thể thêm")
        assert "'recipients[+]'" in possible
        assert "signatory.post" in possible
        assert "signatory" not in there
        assert (place.root / REPORT).read_text(encoding="utf-8") == data

    def test_json_and_csv(self, place):
        wrote(place, REPORT, FLAT + "note: |\n  a\n  b\nplace:\n")
        found = {row["field"]: row for row in self.rows(place, REPORT)}
        assert found["note"] == {"field": "note", "value": "a\nb\n", "in_file": True, "meaning": "a note"}
        assert (found["place"]["value"], found["place"]["in_file"]) == (None, True)
        assert (found["subject"]["value"], found["subject"]["in_file"]) == (None, False)
        assert call(place, REPORT, options=["--format", "csv"]).stdout.startswith("field,value,in_file,meaning\n")

    @pytest.mark.parametrize("kind", PATHS)
    def test_every_path_that_is_listed_leads_to_a_value(self, place, kind):
        document = OddDocument(kind, 7)
        wrote(place, document.path, document.data)
        rows = self.rows(place, document.path)
        tree = tree_of(document.data, kind)
        leaves = [leaf for leaf in document.leaves if leaf.form not in {"list", "mapping"}]
        wanted = {stable_path(tree, leaf.steps) for leaf in leaves} - {"text"}
        assert wanted <= {row["field"] for row in rows if row["in_file"]} | {"text"}
        for row in rows:
            result = call(place, document.path, row["field"].replace("…", "ten"), "x")
            assert result.stderr[:6] not in {"DVK914", "DVK915"}, result.stderr
            wrote(place, document.path, document.data)

    @pytest.mark.parametrize("path", [REPORT, PLAN, STORY, "units/units.yaml", "dvk.yaml", "indicators.yaml"])
    def test_every_path_of_an_empty_file_leads_to_a_value(self, place, path):
        data = "---\nschema: x\n---\n" if path == STORY else "schema: x\n"
        wrote(place, path, data)
        for row in self.rows(place, path):
            result = call(place, path, row["field"].replace("…", "ten"), "x")
            assert not result.stderr.startswith("DVK9"), result.stderr
            wrote(place, path, data)

    def test_values_that_could_turn_a_line_around_and_long_ones(self, place):
        wrote(place, REPORT, FLAT + f"note: \u202e{'dài ' * 30}\n")
        told = call(place, REPORT).stdout
        assert "\u202e" not in told
        assert re.search(r"(?m)^  note .*dài.*…", told)

    def test_a_story_without_what_stands_below_its_head(self, place):
        wrote(place, STORY, "---\nschema: story/v1\ntitle: A\n---\n\nchữ\n")
        fields = [row["field"] for row in self.rows(place, STORY)]
        assert "title" in fields
        assert "text" not in fields

    @pytest.mark.parametrize(
        ("data", "words", "options", "code"),
        [
            (b"a: [", [], [], "DVK916"),
            (FLAT.encode(), [], ["--format", "pdf"], "DVK908"),
            (FLAT.encode(), [], ["--format", "xlsx"], "DVK908"),
            (FLAT.encode(), ["note", "x"], ["--format", "json"], "DVK908"),
            (FLAT.encode(), [], ["--null"], "DVK908"),
            (FLAT.encode(), [], ["--remove"], "DVK908"),
        ],
    )
    def test_what_cannot_be_listed(self, place, data, words, options, code):
        file = wrote(place, REPORT, data)
        result = call(place, REPORT, *words, options=options)
        assert (result.exit_code, result.stderr[:6]) == (2, code)
        assert file.read_bytes() == data


# --- words that begin with a dash ---


class TestDashes:
    def plain(self, place, *words):
        """Run ``dvk set`` without ``--`` in front of the words."""
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["set", *words, "--root", str(place.root), "--lang", "vi"])
        return Result(code, out.getvalue(), err.getvalue())

    @pytest.mark.parametrize("value", ["- gạch", "-5", "-", "-5 %", "- a\n- b", "-2,5", "- --null", "-1=2"])
    def test_a_value_that_is_no_option_is_a_value(self, place, value):
        file = wrote(place, REPORT, FLAT)
        assert self.plain(place, REPORT, "note", value).exit_code == 0
        assert tree_of(file.read_bytes(), "report")["note"].rstrip("\n") == value

    def test_options_around_it_stay_options(self, place):
        file = wrote(place, REPORT, FLAT + "place: x\n")
        done = self.plain(place, "--remove", REPORT, "place", "note", "- a")
        assert done.exit_code == 0, done.stderr
        assert file.read_text(encoding="utf-8") == FLAT + 'note: "- a"\n'

    @pytest.mark.parametrize(
        ("word", "near"),
        [("--nul", "--null"), ("--nul=x", "--null"), ("-x", ""), ("--remov", "--remove"), ("-gạch", "")],
    )
    @pytest.mark.parametrize("value", ["- a", "a"])
    def test_a_misspelt_option_is_refused_with_the_nearest(self, place, word, near, value):
        file = wrote(place, REPORT, FLAT)
        told = self.plain(place, REPORT, word, "note", value)
        assert told.exit_code == 2
        assert told.stderr.startswith("Không có tuỳ chọn -")
        assert near in told.stderr
        assert file.read_text(encoding="utf-8") == FLAT

    def test_behind_two_dashes_everything_is_a_value(self, place):
        file = wrote(place, REPORT, FLAT)
        assert call(place, REPORT, "note", "--nul", "place", "- a").exit_code == 0
        assert 'place: "- a"' in file.read_text(encoding="utf-8")
        assert 'note: "--nul"' in file.read_text(encoding="utf-8")

    def test_an_option_without_its_value_is_said_to_lack_it(self, place):
        wrote(place, REPORT, FLAT)
        err = StringIO()
        with redirect_stdout(StringIO()), redirect_stderr(err):
            assert run(["set", REPORT, "note", "- a", "--root"]) == 2
        assert "--root" in err.getvalue()


# --- the system's own words ---


def test_the_system_says_in_words_why_it_does_not_write(place):
    file = wrote(place, REPORT, FLAT)
    done = process(place, ["set", REPORT, "note", "x" * 100_000, "--lang", "vi"], limit=20_000)
    if done.returncode == 2:
        assert done.stderr.startswith(f"DVK910  Không ghi được {file}: tệp quá lớn\n")
    for language, told in (("vi", "đường dẫn đi qua một tệp"), ("en", "the path leads through a file")):
        out = place.root / "dvk.yaml/moi/a.csv"
        result = process(place, ["units", "-o", str(out), "--lang", language])
        assert (result.returncode, told in result.stderr) == (2, True), result.stderr


@pytest.mark.parametrize("name", OF_SYSTEM)
def test_every_word_of_the_system_is_known_by_its_number(name):
    number = getattr(errno, name, None)
    if number is not None:
        assert reason_of(OSError(number, "x")) in {name, errno.errorcode[number]}
    assert reason_of(OSError(99_999, "lạ")) == "lạ"
    assert reason_of(OSError("lạ")) == ""


# --- files ---


class TestFiles:
    def test_a_path_from_here_or_from_the_root(self, place, monkeypatch):
        file = wrote(place, REPORT, FLAT)
        monkeypatch.chdir(file.parent)
        for number, path in enumerate(("2021.yaml", REPORT, str(file), "./2021.yaml")):
            assert call(place, path, "note", f"lần {number}").exit_code == 0
            assert file.read_text(encoding="utf-8") == f"{FLAT}note: lần {number}\n"

    @pytest.mark.parametrize(
        ("path", "code"),
        [
            ("../outside.yaml", "DVK907"),
            ("/etc/hostname", "DVK907"),
            ("reports/2021/tinh/2022.yaml", "DVK907"),
            ("README.md", "DVK917"),
            ("reports/2021/tinh", "DVK917"),
            ("reports/2021/tinh/note.txt", "DVK917"),
            (".", "DVK917"),
            ("", "DVK917"),
        ],
    )
    def test_what_is_no_document_is_not_touched(self, place, path, code):
        for name in ("README.md", "reports/2021/tinh/note.txt", "../outside.yaml", REPORT):
            wrote(place, name, FLAT)
        result = call(place, path, "note", "x")
        assert result.exit_code == 2
        assert result.stderr.startswith(code)
        assert (place.root / "../outside.yaml").read_text(encoding="utf-8") == FLAT

    def test_a_link_is_not_followed(self, place, tmp_path):
        file = wrote(place, REPORT, FLAT)
        link = file.with_name("2022.yaml")
        link.symlink_to(file)
        folder = place.root / "reports/2022"
        folder.symlink_to(place.root / "reports/2021")
        (tmp_path / "away").mkdir()
        (tmp_path / "away/2023.yaml").write_text(FLAT, encoding="utf-8")
        file.with_name("2023.yaml").symlink_to(tmp_path / "away/2023.yaml")
        for path in ("reports/2021/tinh/2022.yaml", "reports/2022/tinh/2021.yaml", "reports/2021/tinh/2023.yaml"):
            result = call(place, path, "note", "x")
            assert (result.exit_code, result.stderr[:6]) in {(2, "DVK917"), (2, "DVK907")}
        assert file.read_text(encoding="utf-8") == FLAT
        assert (tmp_path / "away/2023.yaml").read_text(encoding="utf-8") == FLAT

    def test_the_head_of_a_story(self, place):
        head = "---\nschema: story/v1\nrevision: 1\nstate: draft # c\nunit: tinh\ndate: 2021-01-01\ntitle: A\n"
        body = "---\n\n# Tiêu đề  \n---\ntext: x\n\ttab"
        after = after_set(place, head + body, "state", "published", "note", "b", path=STORY)
        assert after == head.replace("draft", "published") + "note: b\n" + body
        for options in ([], ["--remove"], ["--null"]):
            words = ("text",) if options else ("text", "x")
            told = refused(place, head + body, *words, path=STORY, options=options)
            assert "DVK916" in told.stderr
        assert after_set(place, head + "---\n", "note", "b", path=STORY) == head + "note: b\n---\n"

    def test_what_is_printed(self, place):
        wrote(place, REPORT, FLAT + "note: a\n")
        told = call(place, REPORT, "note", "b", "state", "submitted", language="vi").stdout
        assert told == (f"Đã ghi {REPORT}\n  3 - state: draft\n  3 + state: submitted\n  6 - note: a\n  6 + note: b\n")
        told = call(place, REPORT, "note", "\u202ea\nb").stdout
        assert told == f"Wrote {REPORT}\n  6 - note: b\n  6 + note: |\n  7 +   \\u202ea\n  8 +   b\n"

    def test_what_somebody_writes_meanwhile_is_not_lost(self, place):
        file = wrote(place, REPORT, FLAT)
        lay_out(place.root, Side({}, (("meanwhile", REPORT, "note: của người khác"),)))
        wrote(place, REPORT, FLAT)
        result = call(place, REPORT, "state", "submitted")
        assert (result.exit_code, result.stderr[:6]) == (2, "DVK913")
        assert file.read_text(encoding="utf-8") == FLAT + "note: của người khác\n"

    def test_the_mode_of_the_file_stays(self, place):
        file = wrote(place, REPORT, FLAT)
        file.chmod(0o600)
        assert call(place, REPORT, "note", "x").exit_code == 0
        assert file.stat().st_mode & 0o777 == 0o600

    def test_in_a_git_repository(self, place):
        wrote(place, REPORT, FLAT)
        place.git_init()
        assert call(place, REPORT, "note", "x").exit_code == 0
        place.commit("2021-01-01T09:00:00+0700")
        wrote(place, ".gitignore", "reports/\n")
        assert call(place, REPORT, "note", "y").exit_code == 0

    @pytest.mark.parametrize("options", [[], ["--lang", "en"]])
    def test_exit_codes_of_a_process(self, place, options):
        wrote(place, REPORT, FLAT)
        calls = {("note", "x"): 0, ("period", "x"): 1, ("nope", "x"): 2, ("note",): 2}
        for words, code in calls.items():
            done = process(place, ["set", REPORT, *words, *options])
            assert done.returncode == code, done.stderr
        assert (place.root / REPORT).read_text(encoding="utf-8") == FLAT + "note: x\n"

    def test_a_full_disk_leaves_the_old_file_and_nothing_else(self, place):
        file = wrote(place, REPORT, FLAT)
        if os.geteuid() == 0:
            done = process(place, ["set", REPORT, "note", "x" * 100_000], limit=20_000)
            assert done.returncode in {2, -signal.SIGXFSZ}
        else:
            file.parent.chmod(0o500)
            done = process(place, ["set", REPORT, "note", "x"])
            file.parent.chmod(0o700)
            assert done.returncode == 2
            assert "DVK910" in done.stderr
        assert file.read_text(encoding="utf-8") == FLAT
        assert [path.name for path in file.parent.iterdir() if not path.name.startswith(".dvk-")] == ["2021.yaml"]

    def test_a_call_that_is_killed_leaves_the_old_file_or_the_new_one(self, place):
        before = (FLAT + "note: cũ\ntext: |\n" + "  dòng dài\n" * 20_000).encode()
        after = before.replace("note: cũ".encode(), "note: mới".encode())
        file = wrote(place, REPORT, before)
        for wait in (0.05, 0.15, 0.25, 0.3, 0.35, 0.4, 0.5):
            file.write_bytes(before)
            running = subprocess.Popen(command(place, ["set", REPORT, "note", "mới"]), env=environment(), stdout=-3)
            time.sleep(wait)
            running.kill()
            running.wait()
            assert file.read_bytes() in {before, after}


def command(place, words):
    return [sys.executable, "-m", "dvk", *words, "--root", str(place.root)]


def environment():
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}


def process(place, words, limit=0):
    """Run ``dvk`` as a process, which may be kept from writing files longer than ``limit`` bytes."""
    start = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); "
    start += "from dvk.__main__ import main; del sys.argv[1]; main()"
    called = [sys.executable, "-c", start, str(limit), *command(place, words)[3:]] if limit else command(place, words)
    return subprocess.run(called, env=environment(), check=False, capture_output=True, text=True)
