"""``dvk fmt``: what a file says stays, how it says it becomes plain to every parser."""

import re
import unicodedata
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_documents import PATHS, OddDocument
from workspace_builder import Result, Workspace

from dvk.__main__ import run
from dvk.editing.foreign import is_unclear
from dvk.kinds import KINDS
from dvk.textfile import read_text

REPORT = "reports/2021/tinh/2021.yaml"
STORY = "stories/2021/tinh/guong.md"
FLAT = "schema: report/v1\nrevision: 1\nstate: draft\nunit: tinh\nperiod: 2021\n"


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as its core schema has it."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def call(place, *words, language="en"):
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["fmt", *words, "--root", str(place.root), "--lang", language])
    return Result(code, out.getvalue(), err.getvalue())


@pytest.fixture
def place(tmp_path):
    """A workspace without git, with one unit."""
    found = Workspace(tmp_path / "w")
    found.unit("tinh", level="province")
    return found


def wrote(place, path, data):
    file = place.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def tidy(place, before, path=REPORT):
    """The text of a file after ``dvk fmt``; once more changes nothing."""
    file = wrote(place, path, before)
    result = call(place, path)
    assert result.exit_code == 0, result.stderr
    assert "Left alone" not in result.stderr
    after = file.read_bytes()
    call(place, path)
    assert file.read_bytes() == after
    return after.decode()


# --- random documents ---


def said(data, kind):
    """The tree of text; line ends after the text of a story say nothing."""
    head = KINDS[kind].front_matter
    tree = read_text(data, front_matter=head).tree
    if head and "text" in tree:
        tree["text"] = tree["text"].rstrip("\n")
    return tree


def at(tree, steps):
    for step in steps:
        tree = tree[step]
    return tree


def agrees(form, text, foreign):
    """Whether another parser's value is what dvk means by a text at a key of that form."""
    if text is None or isinstance(foreign, str):
        return foreign == text
    if isinstance(foreign, bool):
        return form == "yes_no" and foreign == (text.lower() in {"yes", "true"})
    if isinstance(foreign, int):
        numbers = {"count", "money", "figure", "period", "period_or_part", "years"}
        return form in numbers and str(foreign) == text
    return form in {"day", "last_day", "moment", "moment_or_yearly", "last_day_or_yearly"} and str(foreign) == text


def head_of(text, kind):
    return text.removeprefix("---\n").split("\n---\n")[0] + "\n" if KINDS[kind].front_matter else text


def check_random_document(place, document):
    file = wrote(place, document.path, document.data)
    assert call(place, document.path).exit_code == 0
    after = file.read_bytes()
    assert said(after, document.kind) == said(document.data, document.kind)
    text = after.decode()
    assert text == unicodedata.normalize("NFC", text).replace("\r", "").removeprefix("\ufeff")
    assert text.endswith("\n")
    assert_nothing_else_differs(document.data.decode(), text)
    for loader in (yaml.SafeLoader, CoreLoader):
        loaded = yaml.load(head_of(text, document.kind), loader)  # noqa: S506 - both are safe loaders
        for leaf in document.leaves:
            found, foreign = (at(tree, leaf.steps) for tree in (said(after, document.kind), loaded))
            assert agrees(leaf.form, found, foreign), (leaf, found, foreign)
    call(place, document.path)
    assert file.read_bytes() == after


def assert_nothing_else_differs(before, after):
    """Beside blanks, line ends, quotes and the sign that drops a line end, each character is there, in NFC."""
    was, now = (re.sub(r"[\s\ufeff\"'+-]", "", unicodedata.normalize("NFC", text)) for text in (before, after))
    assert was == now


def check_random_documents(place, seeds):
    for seed in seeds:
        for kind in PATHS:
            check_random_document(place, OddDocument(kind, seed))


@pytest.mark.parametrize("part", range(2))
def test_random_documents_say_the_same_to_every_parser(place, part):
    check_random_documents(place, range(part * 10, part * 10 + 10))


@pytest.mark.deep
@pytest.mark.parametrize("part", range(8))
def test_many_random_documents_say_the_same_to_every_parser(place, part):
    check_random_documents(place, range(1000 + part * 50, 1050 + part * 50))


def test_the_parsers_asked_do_type():
    """A test of the test: each of them takes what fmt has to quote for something else than text."""
    for text, loader in (
        ("12:30", yaml.SafeLoader),
        ("no", yaml.SafeLoader),
        ("1e3", CoreLoader),
        ("0o17", CoreLoader),
    ):
        assert not isinstance(yaml.load(f"a: {text}", loader)["a"], str), text  # noqa: S506


@given(st.text("0159._:+-eExobynNTZ~=<, ", min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_whatever_a_parser_types_is_unclear_as_a_text(text):
    for loader in (yaml.SafeLoader(""), CoreLoader("")):
        if loader.resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str":
            assert is_unclear(text, "text")


def test_long_scalars_end_soon_or_the_run_hangs():
    for text in (
        "1" * 500_000 + "x",
        "1_" * 200_000 + "x",
        "1" + ":1" * 200_000 + "x",
        "1" + " " * 500_000,
        "1." + "1" * 500_000 + "e",
    ):
        assert not is_unclear(text, "text")


@pytest.mark.parametrize("version", [(1, 1), (1, 2)])
def test_ruamel_reads_the_same(place, version):
    ruamel = pytest.importorskip("ruamel.yaml")
    for kind in PATHS:
        for seed in range(5):
            document = OddDocument(kind, seed)
            wrote(place, document.path, document.data)
            assert call(place, document.path).exit_code == 0
            after = (place.root / document.path).read_bytes()
            parser = ruamel.YAML(typ="safe", pure=True)
            parser.version = version
            loaded = parser.load(head_of(after.decode(), kind))
            for leaf in document.leaves:
                found, foreign = (at(tree, leaf.steps) for tree in (said(after, kind), loaded))
                assert agrees(leaf.form, found, foreign), (leaf, found, foreign)


# --- one rule after the other ---


class TestTidying:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("note: a  # c \t \n", "note: a  # c\n"),
            ("note: a  \n\t\nplace: b\n", None),
            ("note: a  \n  \nplace: b\n", "note: a\n\nplace: b\n"),
            ("note: a\t# c\td\n", "note: a # c\td\n"),
            ("note: a\t\t# c\nplace: b\t# d\n", "note: a         # c\nplace: b        # d\n"),
            ("note:\ta\n", "note: a\n"),
            ("note: a\n  b  \n\n  c\n", "note: a\n  b\n\n  c\n"),
            ("note: 'a  \n  b'\n", "note: 'a  \n  b'\n"),
            ("note: |  \n  a  \n   \n  b\t\nplace: x\n", "note: |\n  a  \n   \n  b\t\nplace: x\n"),
            ("note: |\t# c\n  a\n", "note: | # c\n  a\n"),
            ("note: a", "note: a\n"),
            ("note: a\n\n\n", "note: a\n"),
            ("note: a\n# c\n \n", "note: a\n# c\n"),
            ("note: |\n  a\n\n\n", "note: |\n  a\n"),
            ("note: |\n  a", "note: |-\n  a\n"),
            ("note: >2\n    a", "note: >2-\n    a\n"),
            ("note: |+\n  a", "note: |-\n  a\n"),
            ("note: |-\n  a  ", "note: |-\n  a  \n"),
            ("note: |+\n  a\n\n\n", "note: |+\n  a\n\n\n"),
            ("note: |+\n  a\n\n\n# c\n\n", "note: |+\n  a\n\n\n# c\n"),
            ("note: |\n  a\n    \n", "note: |\n  a\n    \n"),
            ("note: a\n...\n", "note: a\n...\n"),
            ("own: [ {indicator: a,  value: 1} ,\n]\n", "own: [ {indicator: a,  value: 1} ,\n]\n"),
            ("illustrative:    yes\nnote :  a\n", "illustrative:    yes\nnote :  a\n"),
            ("note: \u1fefa\n", 'note: "`a"\n'),
            ('note: \u1fefa "b"\n', "note: '`a \"b\"'\n"),
            ('note: "\\u0065\u0301 e\u0301"\n', 'note: "\\u0065\u0301 é"\n'),
            ("# e\u0301\nnote: 'e\u0301'\nplace: e\u0301\n", "# é\nnote: 'é'\nplace: é\n"),
        ],
    )
    def test_blanks_tabs_line_ends_and_letters(self, place, before, after):
        if after is None:  # a tab alone is no YAML: such a file has a mistake, and stays
            wrote(place, REPORT, FLAT + before)
            assert "Left alone" in call(place, REPORT).stderr
        else:
            assert tidy(place, FLAT + before) == FLAT + after
            assert said((FLAT + before).encode(), "report") == said((FLAT + after).encode(), "report")

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_mark_and_line_ends(self, place, end):
        before = ("\ufeff" + FLAT + "note: |\n  a\n  b\n").replace("\n", end)
        assert tidy(place, before) == FLAT + "note: |\n  a\n  b\n"

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("own: [{indicator: a, value: 3.000}]", 'own: [{indicator: a, value: "3.000"}]'),
            ("own: [{indicator: 01, value: 01}]", 'own: [{indicator: "01", value: "01"}]'),
            ("own: [{indicator: no, value: 3, note: 1e3}]", 'own: [{indicator: "no", value: 3, note: "1e3"}]'),
            ("own: [{indicator: a, value: '3'}]", "own: [{indicator: a, value: '3'}]"),
            ("own: [{indicator: a, value: '3.000'}]", "own: [{indicator: a, value: '3.000'}]"),
            ("own: [{indicator: a, value: 1.200.000 đ}]", "own: [{indicator: a, value: 1.200.000 đ}]"),
            ("own: [{indicator: a, value: ~, reason: y}]", 'own: [{indicator: a, value: ~, reason: "y"}]'),
            ("date: 2021-05-06\nplace: 2021-05-06", 'date: 2021-05-06\nplace: "2021-05-06"'),
            ("date: 6/5/2021\nsubmitted: 2021-05-06 17:00", "date: 6/5/2021\nsubmitted: 2021-05-06 17:00"),
            ("illustrative: yes\nnote: yes", 'illustrative: yes\nnote: "yes"'),
            ("illustrative: FALSE\ncovers_predecessors: có", "illustrative: FALSE\ncovers_predecessors: có"),
            ("note: 2001-12-14\n  21:59:43", 'note: "2001-12-14\n  21:59:43"'),
            ("recipients: [no, 'no', \"no\", not]", "recipients: [\"no\", 'no', \"no\", not]"),
            ("legal_bases:\n- number: 108 # c\n- title: 59", 'legal_bases:\n- number: "108" # c\n- title: "59"'),
            ("inferred: [on, number]", 'inferred: ["on", number]'),
        ],
    )  # fmt: skip
    def test_quotes_follow_the_meaning_of_the_key(self, place, before, after):
        assert tidy(place, FLAT + before + "\n") == FLAT + after + "\n"

    def test_periods_of_a_plan(self, place):
        plan = (
            "schema: plan/v1\nrevision: 1\nstate: draft\nunit: tinh\ntype: KH\nsubject: x\nperiod: 2021\nobligations:\n"
        )
        rows = "  - {id: a, kind: report, who: {units: [x]}, every_year: yes, before: 05-15, period: %s}\n"
        before = plan + rows % "05" + rows % "H1" + rows % "2021"
        after = plan + rows % '"05"' + rows % "H1" + rows % "2021"
        assert tidy(place, before, "plans/2021/tinh/x.yaml") == after

    def test_a_story(self, place):
        head = "---\nschema: story/v1\nrevision: 01\nstate: draft\t# c\nunit: tinh\ndate: 2021-01-01\ntitle: 12:30\n"
        body = "---\n\n# Tiêu đề  \n\n- a\tb  \n12:30\n---\n"
        after = head.replace("01\n", '"01"\n', 1).replace("\t#", " " * 4 + "#").replace("12:30", '"12:30"')
        assert tidy(place, "\ufeff" + (head + body).replace("\n", "\r\n") + "\r\n\r\n", STORY) == after + body
        assert tidy(place, (head + body).rstrip("\n"), STORY) == after + body
        assert tidy(place, head + "note: |+\n  a\n\n---\n\n \n", STORY) == after + "note: |+\n  a\n\n---\n"

    def test_what_a_person_wrote_in_their_own_way_stays(self, place):
        before = (
            "# Báo cáo, viết tay\n---\n\"schema\": 'report/v1'\nperiod: 2021   # năm\nunit: tinh\n\n\n"
            'revision:     1\nstate: "draft"\n\nown:\n    -   indicator: a\n        value: 3 000   # ba nghìn\n'
            "    - { value: 12 , indicator: b }\n    # hết\nnote: >-\n      gấp\n      lại\n"
        )
        assert tidy(place, before) == before


class TestFiles:
    def test_all_documents_or_those_named(self, place):
        wrote(place, REPORT, FLAT + "note: a \n")
        wrote(place, "reports/2021/tinh/2021-x.yaml", FLAT + "note: no\n")
        wrote(place, "reports/2021/tinh/note.txt", "a \n")
        result = call(place, "reports", "--check")
        assert result.exit_code == 1
        assert result.stdout == (
            "reports/2021/tinh/2021-x.yaml\nreports/2021/tinh/2021.yaml\nFiles to change: 2, fine as they are: 0\n"
        )
        assert (place.root / REPORT).read_text(encoding="utf-8") == FLAT + "note: a \n"
        result = call(place, REPORT, language="vi")
        assert (result.exit_code, result.stdout) == (0, f"{REPORT}\nĐã sửa 1 tệp, giữ nguyên 0 tệp\n")
        assert call(place).exit_code == 0
        result = call(place, "--check", language="vi")
        assert (result.exit_code, result.stdout) == (0, "Cần sửa 0 tệp, giữ nguyên 4 tệp\n")
        assert (place.root / "reports/2021/tinh/note.txt").read_text(encoding="utf-8") == "a \n"

    @pytest.mark.parametrize(
        "data",
        [b"a: [", b"\xff", b"", FLAT.encode() + b"notee: x \n", FLAT.encode() + b"revision: 2 \n",
         FLAT.replace("2021", "2021-13").encode() + b"note: a \n", FLAT.encode() + b"note: &a no \n"],
    )  # fmt: skip
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_a_file_with_mistakes_is_named_and_left_alone(self, place, data, language):
        file = wrote(place, REPORT, data)
        result = call(place, REPORT, language=language)
        assert result.exit_code == 0
        assert (
            result.stderr
            == {
                "vi": f"Để nguyên {REPORT}: tệp có lỗi (xem: dvk check {REPORT})\n",
                "en": f"Left alone, {REPORT}: it has errors (see: dvk check {REPORT})\n",
            }[language]
        )
        assert file.read_bytes() == data
        assert call(place, REPORT, "--check").exit_code == 0

    def test_a_file_that_only_a_check_complains_of_is_made_tidy(self, place):
        assert tidy(place, FLAT + "own: [{indicator: a, value: null}] \n").endswith("null}]\n")

    def test_a_path_to_nothing(self, place):
        for path in ("nowhere", "../outside", "reports/2021"):
            result = call(place, path)
            assert (result.exit_code, result.stderr[:6]) == (2, "DVK907")

    def test_links_are_not_followed(self, place, tmp_path):
        outside = tmp_path / "away.yaml"
        outside.write_text(FLAT + "note: no\n", encoding="utf-8")
        (place.root / "reports/2021/tinh").mkdir(parents=True)
        (place.root / REPORT).symlink_to(outside)
        assert call(place).exit_code == 0
        assert outside.read_text(encoding="utf-8") == FLAT + "note: no\n"
        assert (place.root / REPORT).is_symlink()

    def test_an_empty_workspace(self, tmp_path):
        (tmp_path / "dvk.yaml").write_text("schema: settings/v1", encoding="utf-8")
        empty = Workspace.__new__(Workspace)
        empty.root = tmp_path
        assert call(empty).stdout == "dvk.yaml\nFiles changed: 1, left as they were: 0\n"
        assert call(empty, "--check").exit_code == 0

    def test_the_sample_workspace_is_tidy(self):
        sample = Workspace.__new__(Workspace)
        sample.root = Path(__file__).parents[1]
        result = call(sample, "--check")
        assert (result.exit_code, result.stderr) == (0, ""), result.stdout

    def test_long_runs_of_blanks_end_soon_or_the_run_hangs(self, place):
        run_of_blanks = " " * 200_000
        lines = "\n" * 200_000
        assert tidy(place, f"{FLAT}note: a{run_of_blanks}# b{lines}place: c{run_of_blanks}{lines}").endswith("c\n")
