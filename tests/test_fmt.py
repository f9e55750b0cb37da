"""``dvk fmt``: what a file says stays, how it says it becomes plain to every parser."""

import re
import unicodedata
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import pytest
import yaml
from odd_documents import PATHS, OddDocument
from workspace_builder import Result, Workspace

from dvk.__main__ import run
from dvk.kinds import KINDS
from dvk.textfile import read_text

REPORT = "reports/2021/tinh/2021.yaml"
STORY = "stories/2021/tinh/guong.md"
FLAT = "schema: report/v1\nrevision: 1\nstate: draft\nunit: tinh\nperiod: 2021\n"


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as its core schema has it."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+.0123456789"),
):  # fmt: skip
    letters = [letter if letter != "\0" else "" for letter in first]
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), letters)


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
    check_random_documents(place, range(part * 19, part * 19 + 19))


@pytest.mark.deep
@pytest.mark.parametrize("part", range(8))
def test_many_random_documents_say_the_same_to_every_parser(place, part):
    check_random_documents(place, range(1000 + part * 50, 1050 + part * 50))
