"""``dvk set``: only what was asked changes, whatever the file looks like; what would be wrong is not written."""

import copy
import re
from contextlib import redirect_stderr, redirect_stdout
from difflib import SequenceMatcher
from io import StringIO

import pytest
from odd_documents import PATHS, Leaf, OddDocument, lines_of
from workspace_builder import Result, Workspace

from dvk.__main__ import run
from dvk.documents import MODELS
from dvk.kinds import KINDS
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
    assert read(data, kind).facts == MODELS[kind].model_validate(wanted).facts()


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
    assert sum(done) > 0.7 * len(done)


@pytest.mark.parametrize("part", range(2))
def test_only_what_was_asked_changes_in_random_documents(place, part):
    check_random_documents(place, range(part * 19, part * 19 + 19), lambda seed: (CHECKS[0], CHECKS[1 + seed % 2]))


@pytest.mark.deep
@pytest.mark.parametrize("part", range(8))
def test_only_what_was_asked_changes_in_many_random_documents(place, part):
    check_random_documents(place, range(1000 + part * 50, 1050 + part * 50), lambda _: CHECKS)
