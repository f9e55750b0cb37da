"""Bytes → tree of text, with every mistake of form; and back from a field to its line."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.textfile import CONTROL, Locator, StablePaths, locate, read_text, stable_path, syntax, value_at
from dvk.textfile.screening import may_be_legacy
from dvk.vietnamese.legacy_fonts import legacy_encoding

ROOT = Path(__file__).parents[1]

REPORT = """\
# Báo cáo năm 2021, số liệu minh hoạ
schema: report/v1
unit: huyen-doan-cang-long
period: 2021
own:
  - indicator: thieu-nhi   # chỉ phần của huyện
    value: 3.000
  - indicator: nha-nhan-ai
    value: ~
    reason: ""
narrative: |
  Dòng một
    thụt vào
  dòng ba
note: >-
  gấp
  lại
done: no
"""
TREE = {
    "schema": "report/v1",
    "unit": "huyen-doan-cang-long",
    "period": "2021",
    "own": [
        {"indicator": "thieu-nhi", "value": "3.000"},
        {"indicator": "nha-nhan-ai", "value": None, "reason": ""},
    ],
    "narrative": "Dòng một\n  thụt vào\ndòng ba\n",
    "note": "gấp lại",
    "done": "no",
}


def seen(text):
    """Codes with places or fields and arguments, in the order they were met."""
    found = read_text(text if isinstance(text, bytes) else text.encode())
    return [(m.code, (m.place.line, m.place.column) if m.place else m.field, *m.args.values()) for m in found.mistakes]


def tree_of(text):
    return read_text(text.encode()).tree


class TestReading:
    def test_every_scalar_stays_text(self):
        found = read_text(REPORT.encode())
        assert found.tree == TREE
        assert found.mistakes == ()

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_mark_and_line_ends_make_no_difference(self, mark, end):
        data = (mark + REPORT.replace("\n", end)).encode()
        assert read_text(data) == read_text(REPORT.encode())
        assert locate(data, "note") == locate(REPORT.encode(), "note")

    def test_pure_python_parser_reads_the_same(self, monkeypatch):
        monkeypatch.setattr(syntax, "Loader", yaml.Loader)
        assert read_text(REPORT.encode()).tree == TREE
        assert seen("a: 1\na: 2\nb: [1") == [
            ("DVK108", (2, 1), "a", "1"),
            ("DVK104", (3, 4), "not_closed", "[", "]"),
        ]
        assert [code for code, *_ in seen('a: "\\UFFFFFFFF"')] == ["DVK104"]

    @pytest.mark.parametrize("plain", ["", "~", "null", "Null", "NULL"])
    def test_null_is_none_and_quoted_is_text(self, plain):
        assert tree_of(f"a: {plain}\nb: '{plain}'\nc: [x, \"{plain}\"]\n") == {
            "a": None,
            "b": plain,
            "c": ["x", plain],
        }

    def test_other_parsers_words_stay_text(self):
        assert tree_of("a: nULL\nb: no\nc: 0x1F\nd: 2020-04-27\ne: .inf\nf: 1_000\ng: 12:30\n") == {
            "a": "nULL", "b": "no", "c": "0x1F", "d": "2020-04-27", "e": ".inf", "f": "1_000", "g": "12:30",
        }  # fmt: skip

    def test_merge_key_is_a_key(self):
        assert tree_of("<<: {a: 1}\nb: 2\n") == {"<<": {"a": "1"}, "b": "2"}

    def test_yaml_directive_changes_nothing(self):
        assert read_text(b"%YAML 1.1\n---\na: no\n") == read_text(b"a: no\n")
        assert seen("%YAML 1.2\n---\na: 1\n") == []

    def test_depth_64_is_fine(self):
        found = read_text(b"a: " + b"[" * 63 + b"]" * 63)
        assert found.mistakes == ()
        assert found.tree is not None


class TestMistakes:
    """One row, one thing wrong: the tree that stands all the same, and what is said."""

    @pytest.mark.parametrize(
        ("text", "tree", "mistakes"),
        [
            ("a: 1\n\tb: 2\n", None, [("DVK104", (2, 1), "tab")]),
            ("a: b: c\n", None, [("DVK104", (1, 5), "colon_in_text", '"b: c"')]),
            ("x: 1\na: 'b\n\nc", None, [("DVK104", (2, 4), "not_closed", "'", "'")]),
            ("%YAML 3.0\n---\na: 1\n", None, [("DVK104", (1, 1), "other", "found incompatible YAML document")]),
            ("a: &x 1\nb: *x\nc: &y\n  d: 1\n", {"a": None, "b": None, "c": None},
             [("DVK106", (1, 4), "x"), ("DVK106", (2, 4), "x"), ("DVK106", (3, 4), "y")]),
            ("&x a: 1\n*x : 2\nb: 3\n", {"a": "1", "b": "3"},
             [("DVK106", (1, 1), "x"), ("DVK106", (2, 1), "x")]),
            ("&x\na: 1\n", None, [("DVK106", (1, 1), "x")]),
            ("a: !!python/object:os.system 1\nb: !!str 2\nc: !x [d]\ne: ! f\n",
             {"a": "1", "b": "2", "c": ["d"], "e": "f"},
             [("DVK107", (1, 4), "!!python/object:os.system"), ("DVK107", (2, 4), "!!str"),
              ("DVK107", (3, 4), "!x"), ("DVK107", (4, 4), "!")]),
            ("a: 1\nb:\n  c: 1\n  c: {d: 1}\n  e: 2\na: 2\na: 3\n", {"a": "1", "b": {"c": "1", "e": "2"}},
             [("DVK108", (4, 3), "c", "3"), ("DVK108", (6, 1), "a", "1"), ("DVK108", (7, 1), "a", "1")]),
            ("a: 1\n'a': 2\n", {"a": "1"}, [("DVK108", (2, 1), "a", "1")]),
            ("a: {b: 1}\na: {b: 2, b: 3}\n", {"a": {"b": "1"}},
             [("DVK108", (2, 1), "a", "1"), ("DVK108", (2, 11), "b", "2")]),
            ("", None, [("DVK109", (1, 1))]),
            ("\ufeff", None, [("DVK109", (1, 1))]),
            (" \n\t\n", None, [("DVK109", (1, 1))]),
            ("# chỉ có lời ghi\n", None, [("DVK109", (1, 1))]),
            ("---\n", None, [("DVK109", (1, 1))]),
            ("--- null\n", None, [("DVK109", (1, 1))]),
            ("# x\n\n- a\n- b\n", None, [("DVK110", (3, 1), "list")]),
            ("chỉ là chữ", None, [("DVK110", (1, 1), "text")]),
            ('""', None, [("DVK110", (1, 1), "text")]),
            ("a: 1\n---\nb: *x\n---\nc: 3\n", {"a": "1"}, [("DVK111", (2, 1)), ("DVK106", (3, 4), "x")]),
            ("a: 1\n...\n", {"a": "1"}, []),
            ("? [a]\n: b\n? {c: 1}\n: {d: 1}\ne: 1\n", {"e": "1"}, [("DVK114", (1, 3)), ("DVK114", (3, 3))]),
            ("~: 1\nnull: 2\n'': 3\n'null': 4\n", {"null": "4"}, [("DVK114", (n, 1)) for n in (1, 2, 3)]),
            ("a: 1\na: 2\nb: &x 1\nc: [", None,
             [("DVK108", (2, 1), "a", "1"), ("DVK106", (3, 4), "x"),
              ("DVK104", (4, 4), "not_closed", "[", "]")]),
        ],
    )  # fmt: skip
    def test_each(self, text, tree, mistakes):
        assert seen(text) == mistakes
        assert tree_of(text) == tree

    def test_a_mistake_is_placed_by_the_editors_lines(self):
        assert seen("\ufeffa: 1\r\n\r\nb: !x 1\r\n") == [("DVK107", (3, 4), "!x")]
        assert seen("a: 1\r\rb: !x 1\r") == [("DVK107", (3, 4), "!x")]
        assert seen("đơn vị: !x 1\n") == [("DVK107", (1, 9), "!x")]

    def test_reading_stops_after_a_hundred(self):
        found = read_text(b"a: !x 1\n" + b"".join(b"k%d: !x 1\n" % number for number in range(500)))
        assert len(found.mistakes) == 100
        assert found.tree is None

    def test_long_arguments_are_cut(self):
        assert seen(f"a: !{'x' * 5000} 1\n") == [("DVK107", (1, 4), "!" + "x" * 79)]


class TestBytes:
    @pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
    @pytest.mark.parametrize("text", [REPORT, "a: b", "a: đ\r\n"])
    def test_wide_encodings_are_named(self, codec, text):
        assert seen(text.encode(codec)) == [("DVK102", (1, 1), codec[:6].upper(), "0")]

    @pytest.mark.parametrize(
        ("data", "mistake"),
        [
            (b"a: 1\r\nb: x\xe9y\n", ("DVK102", (2, 5), "", "10")),
            ("\ufeffđ: ".encode() + b"\xff", ("DVK102", (1, 4), "", "7")),
            (b"a: \xed\xa0\x80\n", ("DVK102", (1, 4), "", "3")),
            (b"a: 1\nb: x\x00\n", ("DVK103", (2, 5), "U+0000")),
            (b"\x00\x01\x02\x03", ("DVK103", (1, 1), "U+0000")),
            (b"\x7fELF\x02\x01", ("DVK103", (1, 1), "U+007F")),
            (b"PK\x03\x04\x14\x00", ("DVK103", (1, 3), "U+0003")),
            (b"\x89PNG\r\n", ("DVK102", (1, 1), "", "0")),
            (b"a: \x1b[31m", ("DVK103", (1, 4), "U+001B")),
            ("a: x\x85y".encode(), ("DVK103", (1, 5), "U+0085")),
            ("a: 1\nb: x\u2028y".encode(), ("DVK103", (2, 5), "U+2028")),
            ("a: 1\n\ufeffb: 2".encode(), ("DVK103", (2, 1), "U+FEFF")),
            (b"a" * 1_048_577, ("DVK101", (1, 1), "1048577")),
        ],
    )
    def test_what_is_not_text(self, data, mistake):
        assert seen(data) == [mistake]
        assert read_text(data).tree is None

    def test_every_control_character_is_refused(self):
        signs = [sign for sign in map(chr, (*range(0xD800), *range(0xE000, 0x10000))) if CONTROL.match(sign)]
        for sign in signs:
            assert seen(f"đ: “x{sign}”".encode()) == [("DVK103", (1, 6), f"U+{ord(sign):04X}")]
        assert len(signs) > 60

    def test_one_mebibyte_is_read(self):
        assert seen(b"a: " + b"b" * (1_048_576 - 3)) == []

    def test_escapes_bring_in_no_control_characters(self):
        assert seen('a: "x\\0y"\nb: "\\t\\n"\n') == [("DVK103", (1, 4), "U+0000")]
        assert tree_of('a: "x\\0y"\nb: "\\t\\n"\n') == {"a": "xy", "b": "\t\n"}


class TestWording:
    def test_decomposed_text_is_one_note_at_the_first(self):
        text = unicodedata.normalize("NFD", "schema: x\nown:\n- id: hà\n  tên: nhà\n- ế\n")
        found = read_text(text.encode())
        assert found.tree == {"schema": "x", "own": [{"id": "hà", "tên": "nhà"}, "ế"]}
        assert seen(text) == [("DVK112", "own[id=hà].id", "4")]

    def test_escaped_decomposed_text_is_composed(self):
        assert tree_of('a: "e\\u0301"\n') == {"a": "é"}
        assert seen('a: "e\\u0301"\n') == [("DVK112", "a", "1")]

    def test_one_name_in_two_forms_is_a_duplicate(self):
        assert ("DVK108", (2, 1), "é", "1") in seen("é: 1\ne\u0301: 2\n")

    def test_old_fonts_are_named_with_their_field(self):
        found = seen("a: đúng\nlist:\n- id: x\n  name: §oµn thanh niªn Céng s¶n\n- Ñoaøn thanh nieân Coäng saûn\n")
        assert [(code, field, encoding) for code, field, encoding, _ in found] == [
            ("DVK113", "list[id=x].name", "TCVN3"),
            ("DVK113", "list[1]", "VNI"),
        ]

    @pytest.mark.parametrize(
        "word", ["®", "Leâ", "Vaên", "caùc", "Coâng", "tuù", "ñöôïc", "hoaït", "Céng s¶n", "µ", "ThÕ", "côõ"]
    )
    def test_a_trace_of_an_old_font_calls_for_a_closer_look(self, word):
        assert may_be_legacy(f"unit: đoàn\nname: {word}\n")

    def test_ordinary_vietnamese_calls_for_none(self):
        assert not may_be_legacy(REPORT + "hoà hoá quý tuỳ thuế khuôn muống oà yêu nước Đoàn – “Dân vận khéo”…")

    def test_at_most_twenty_old_fonts(self):
        found = seen("a:\n" + "- §oµn thanh niªn Céng s¶n Hå ChÝ Minh huyÖn Cµng Long\n" * 50)
        assert len(found) == 20
        assert found[19][1] == "a[19]"
        assert len(found[0][3]) == 40


HOSTILE = {
    "brackets": (b"[" * 200_000, "DVK105", (1, 65)),
    "brackets on lines": (b"[\n" * 200_000, "DVK105", (65, 1)),
    "dashes": (b"- " * 200_000, "DVK105", (1, 129)),
    "braces": (b"{a: " * 200_000, "DVK105", (1, 257)),
    "braces as keys": (b"{" * 200_000, "DVK114", (1, 2)),
    "bomb": (
        b"a: &a [x, x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b",".join([b"*%c" % n] * 9)) for n in range(ord("a"), ord("z"))),
        "DVK106",
        (1, 4),
    ),
    "duplicates": (b"a: 1\n" * 200_000, "DVK108", (2, 1)),
    "late duplicate": (b"".join(b"%d: 1\n" % n for n in range(90_000)) + b"7: 1\n", "DVK108", (90_001, 1)),
    "empty lists": (b"[" + b"[]," * 340_000 + b"]", "DVK110", (1, 1)),
    "utf-16": ("a: b\n".encode("utf-16") * 50_000, "DVK102", (1, 1)),
    "binary": (bytes(range(32)) * 30_000, "DVK103", (1, 1)),
    "40 MB": (b"a: b\n" * 8_000_000, "DVK101", (1, 1)),
    "empty": (b"", "DVK109", (1, 1)),
    "documents": (b"---\n" * 250_000, "DVK111", (2, 1)),
    "decomposed": (b"a: [" + '"e\u0301",'.encode() * 170_000 + b"]", "DVK112", None),
}

READ_ONE = """
import json, pathlib, resource, sys, time
from dvk.textfile import read_text
data = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
start = time.perf_counter()
found = read_text(data)
seconds = time.perf_counter() - start
first = found.mistakes[0]
place = first.place and [first.place.line, first.place.column]
# Not ru_maxrss: that starts from the size of the process that started this one.
status = pathlib.Path("/proc/self/status")
peak = int(status.read_text().split("VmHWM:")[1].split()[0]) if status.exists() else 0
print(json.dumps([first.code, place, len(found.mistakes), seconds, peak]))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_a_mistake_in_bounded_time_and_memory(name):
    data, code, place = HOSTILE[name]
    done = subprocess.run([sys.executable, "-c", READ_ONE], input=data, capture_output=True, check=True, cwd=ROOT)
    said, where, count, seconds, kilobytes = json.loads(done.stdout)
    assert (said, where) == (code, list(place) if place else None)
    assert count <= 101
    assert seconds < 5
    assert kilobytes < 200_000


class TestLocate:
    @pytest.mark.parametrize(
        ("field", "expected"),
        [
            ("schema", (2, 9, 9, "report/v1")),
            ("own[indicator=thieu-nhi].value", (7, 12, 5, "3.000")),
            ("own[indicator=nha-nhan-ai].reason", (10, 13, 2, '""')),
            ("own[1].value", (9, 12, 1, "~")),
            ("own", (5, 1, 3, "own")),
            ("own[indicator=nha-nhan-ai]", (8, 16, 11, "nha-nhan-ai")),
            ("own[indicator=nha-nhan-ai].valeu", (8, 16, 11, "nha-nhan-ai")),
            ("own[indicator=xe].value", (5, 1, 3, "own")),
            ("own[7]", (5, 1, 3, "own")),
            ("schema.deeper", (2, 9, 9, "report/v1")),
            ("signed.by", (2, 9, 9, "report/v1")),
            ("", (2, 9, 9, "report/v1")),
            ("own[", (5, 1, 3, "own")),
            ("narrative", (11, 12, 1, "|")),
        ],
    )
    def test_where_a_field_stands(self, field, expected):
        where = locate(REPORT.encode(), field)
        shown = where.text[where.column - 1 : where.column - 1 + where.length]
        assert (where.line, where.column, where.length, shown) == expected
        lines = REPORT.split("\n")
        assert (where.before, where.text) == (lines[where.line - 2], lines[where.line - 1])

    def test_the_first_line_has_none_before(self):
        assert locate(b"a: 1\nb: 2\n", "a").before == ""
        assert locate(b"\ra: 1", "a").before == ""

    def test_a_scalar_over_lines_is_underlined_on_its_first(self):
        where = locate("a: 'một\n\n  hai'\nb: 1\n".encode(), "a")
        assert (where.line, where.column, where.length) == (1, 4, 4)

    @pytest.mark.parametrize(("text", "line", "column"), [("x: 1\na:\nb: 2", 2, 1), ("x: 1\na: []\n", 2, 1)])
    def test_an_empty_value_is_shown_at_its_key(self, text, line, column):
        where = locate(text.encode(), "a")
        assert (where.line, where.column, where.length) == (line, column, 1)

    def test_an_unreadable_rest_does_not_hide_what_stands_before(self):
        where = locate(b"a: 1\nb: {c: 2}\nd: [", "b.c")
        assert (where.line, where.column) == (2, 8)

    def test_no_place_in_what_cannot_be_read(self):
        assert locate(b"", "a") is None
        assert locate(b"\xff", "a") is None
        assert locate(b"x" * 2_000_000, "a") is None

    def test_one_locator_finds_many_fields(self):
        locator = Locator(REPORT.encode())
        assert locator.find("unit") == locate(REPORT.encode(), "unit")
        assert locator.find("own[indicator=thieu-nhi]") == locate(REPORT.encode(), "own[indicator=thieu-nhi]")


class TestPaths:
    @pytest.mark.parametrize(
        ("steps", "path"),
        [
            ((), ""),
            (("own", 0, "value"), "own[indicator=houses].value"),
            (("own", 1, "value"), "own[indicator=houses#2].value"),
            (("own", 2), "own[2]"),
            (("own", 3, 0), "own[3][0]"),
            (("own", 4), "own[number=12/KH-TĐTN]"),
            (("own", 5), 'own[id="a]b"]'),
            (("own", 6), 'own[id="x#2"]'),
            (("own", 7), "own[value=3]"),
            (("tên gọi",), "tên gọi"),
            (("a.b", "c"), '"a.b".c'),
            (("own", 9, "value"), "own[9].value"),
            (("missing", 0, "function-after[check()]"), 'missing[0]."function-after[check()]"'),
        ],
    )
    def test_how_paths_read(self, steps, path):
        long = "x" * 300
        tree = {
            "own": [
                {"indicator": "houses", "value": "1"},
                {"value": "2", "indicator": "houses"},
                "text",
                ["x"],
                {"unit": {}, "number": "12/KH-TĐTN"},
                {"id": "a]b"},
                {"id": "x#2"},
                {"id": long, "indicator": "", "unit": None, "value": "3"},
            ],
            "tên gọi": "x",
            "a.b": {"c": "x"},
        }
        assert stable_path(tree, steps) == path
        assert StablePaths(tree).path(steps) == path

    @pytest.mark.parametrize("field", ["a[", "a..b", 'a."', "[0]", "a[9999999999999999999999]", ".", "a[x=1]"])
    def test_a_path_that_makes_no_sense_leads_nowhere(self, field):
        assert value_at({"a": ["x"]}, field) is None


SIGNS = st.sampled_from([*".=#[]\"'\\ ,:-&*!|>%@`{}?~/", "đ", "ế", "😀", "\n", "\t", "null", "id", "0"])
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff")
TEXTS = st.lists(SIGNS | LETTERS, max_size=6).map(lambda parts: unicodedata.normalize("NFC", "".join(parts)))
KEYS = st.sampled_from(["id", "indicator", "value", "unit"]) | TEXTS.filter(bool)
NODES = st.recursive(
    st.none() | TEXTS | st.sampled_from(["a", "b"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)
TREES = st.dictionaries(KEYS, NODES, max_size=5)


def flow(node):
    return json.dumps(node, ensure_ascii=False)


def block(node, indent=0):
    """The same tree as a person would write it, a line for each entry."""
    if not node or isinstance(node, str):
        return " " + flow(node) + "\n"
    pad = "  " * indent
    if isinstance(node, dict):
        return "\n" + "".join(f"{pad}{flow(key)}:{block(inner, indent + 1)}" for key, inner in node.items())
    return "\n" + "".join(f"{pad}-{block(inner, indent + 1)}" for inner in node)


def all_steps(node, steps=()):
    yield steps, node
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, inner in entries:
        yield from all_steps(inner, (*steps, step))


def composed_at(root, steps):
    """Key node (or None) and value node of PyYAML's own tree."""
    key = None
    for step in steps:
        if isinstance(step, int):
            key, root = None, root.value[step]
        else:
            key, root = next((k, v) for k, v in root.value if unicodedata.normalize("NFC", k.value) == step)
    return key, root


@settings(max_examples=150, deadline=None)
@given(TREES.filter(bool), st.sampled_from([flow, block]), st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_is_read_and_found_again(tree, write, end):
    text = write(tree).replace("\n", end)
    data = text.encode()
    found = read_text(data)
    assert found.tree == tree
    assert {mistake.code for mistake in found.mistakes} <= {"DVK113"}  # odd signs may look like an old font
    composed = yaml.compose(text, Loader=yaml.CBaseLoader)
    locator = Locator(data)
    lines = text.replace("\r\n", "\n").split("\n")
    for steps, node in all_steps(tree):
        path = stable_path(tree, steps)
        assert value_at(tree, path) is node
        where = locator.find(path)
        key, value = composed_at(composed, steps)
        assert where.text == lines[where.line - 1]
        if not node or isinstance(node, str) or key:
            mark = (key if key and isinstance(node, dict | list) else value).start_mark
            assert (where.line, where.column) == (mark.line + 1, mark.column + 1)


@settings(max_examples=200, deadline=None)
@given(TREES, st.lists(TEXTS | st.integers(0, 4), max_size=4))
def test_steps_that_lead_nowhere_name_nothing_by_accident(tree, steps):
    node = tree
    for step in steps:
        here = isinstance(node, dict | list) and (step in node if isinstance(node, dict) else step in range(len(node)))
        node = node[step] if here else None
        if not here:
            break
    assert value_at(tree, stable_path(tree, steps)) is node


@settings(max_examples=200, deadline=None)
@given(
    st.lists(SIGNS | st.sampled_from(["\n", "\n  ", "a: ", "- ", "---\n", "\ufeff", "\r", "®", "e\u0301"])).map("".join)
)
def test_no_text_raises(text):
    data = text.encode()
    found = read_text(data)
    assert found.tree is not None or found.mistakes
    for mistake in found.mistakes:
        assert mistake.place or mistake.field or mistake.code in {"DVK112", "DVK113"}
        if mistake.place:
            assert 1 <= mistake.place.line <= text.count("\n") + text.count("\r") + 1
    for field in ("", "a", "a[0].b", text):
        where = locate(data, field)
        assert where is None or where.length >= 1


OLD_LETTERS = "aeouykhtngcHT" + "".join(map(chr, range(0xA1, 0x100)))
OLD_WORDS = st.text(alphabet=OLD_LETTERS, min_size=2, max_size=5)


@settings(max_examples=200, deadline=None)
@given(st.lists(OLD_WORDS, min_size=1, max_size=8).map(" ".join))
def test_no_old_font_escapes_the_first_look(text):
    assert may_be_legacy(text) or legacy_encoding(text) is None


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_raise(data):
    found = read_text(data)
    assert found.tree is not None or found.mistakes
    locate(data, "a")


def test_nothing_else_imports_pyyaml():
    package = Path(syntax.__file__).parent
    importers = [
        path for path in package.parent.rglob("*.py") if "yaml" in path.read_text() and package not in path.parents
    ]
    for path in importers:
        assert not [
            line for line in path.read_text().splitlines() if line.lstrip().startswith(("import yaml", "from yaml"))
        ]
