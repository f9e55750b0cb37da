"""``dvk find`` leaves comments out: what is one, compared with what YAML itself takes for one."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace_builder import Workspace

from dvk.searching.comments import without_comments

PLAN = "plans/2021/tinh/a.yaml"
STORY = "stories/2021/tinh/a.md"
PIECES = [
    "a",
    "c d",
    "b: ",
    "b:",
    "- ",
    "? ",
    "# c",
    " # c",
    "#",
    "\n",
    "\n ",
    "\n  ",
    "\n    ",
    "'x # y'",
    '"y # z"',
    "'",
]
PIECES += [
    '"',
    "'it''s #'",
    "|\n",
    "|2\n",
    ">-\n",
    "| # c\n",
    *"[]{},:",
    ", ",
    ": ",
    "&a ",
    "!t ",
    "*a",
    "---",
    "...",
    "\\",
]


@pytest.fixture
def workspace(tmp_path):
    made = Workspace(tmp_path)
    made.unit("tinh", level="province")
    return made


def said(text):
    return without_comments("a.yaml", text)


def lines_found(workspace, path, text, *options):
    workspace.write(path, text)
    hits = {hit["path"]: hit["lines"] for hit in workspace.json("find", "nhà", *options)}
    return [line["line"] for line in hits.get(path, [])]


@pytest.mark.parametrize(
    "text",
    [
        "# nhà\ntitle: x\n",
        "title: x # nhà\n",
        "title: x\t# nhà\n",
        'title: "x # y" # nhà\n',
        "title: 'it''s # y'   # nhà\n",
        "title: |   # nhà\n  x\n",
        "title: |\n    x\n  # nhà\n",
        "title: |2\n      # x\n\n # nhà\nnote: y\n",
        "list:\n  - |\n   x\n  # nhà\n",
        "list: [a, # nhà\n  b]\n",
        "title: x\n  y\n  # nhà\n",
        "title: it's\nnote: x # nhà\n",
        "schema: [\n# nhà\n",
        "a: |\r\n  # x\r\n# nhà\r\n",
    ],
)
def test_a_comment_is_left_out_unless_asked_for(workspace, text):
    assert lines_found(workspace, PLAN, text) == []
    assert len(lines_found(workspace, PLAN, text, "--comments")) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title: "x # nhà"\n', 1),
        ("title: 'it''s # nhà'\n", 1),
        ('title: "a \\" # nhà"\n', 1),
        ('title: "x\n  # nhà\n  y"\n', 2),
        ("title: |\n  x\n\n  # nhà\n", 4),
        ("title: >2-\n    # nhà\n", 2),
        ("- note: |\n    # nhà\n  title: x\n", 2),
        ("list:\n- |\n  # nhà\n", 3),
        ("title: số#nhà\n", 1),
        ("title: C# nhà\n", 1),
        ('list: [a, "# nhà"]\n', 1),
        ('title: x\n  "y\n  nhà"\n', 3),
        ('{"title":"# nhà"}\n', 1),
        ("title: x\u00a0# nhà\n", 1),
    ],
)
def test_a_sign_in_a_text_begins_no_comment(workspace, text, line):
    assert lines_found(workspace, PLAN, text) == [line]


def test_below_the_head_of_a_story_it_is_a_heading(workspace):
    text = "---\nschema: story/v1 # nhà\n# nhà\n---\n# Nhà mới\n\nx # nhà\n"
    assert lines_found(workspace, STORY, text) == [5, 7]
    assert lines_found(workspace, STORY, text, "--comments") == [2, 3, 5, 7]
    assert lines_found(workspace, STORY, "# Nhà mới\n") == [1]


def test_other_files_have_no_comments(workspace):
    assert lines_found(workspace, "plans/2021/tinh/a.txt", "# nhà\n") == [1]


def test_a_new_file_is_found_by_what_it_says(workspace):
    workspace.indicator("nha-nhan-ai", "sum", "sum", name="Nhà Nhân ái")
    workspace.run("new-report", "--unit", "tinh", "--period", "2021")
    assert [hit["path"] for hit in workspace.json("find", "nháp")] == []
    commented = workspace.json("find", "đơn vị", "--comments")
    assert "reports/2021/tinh/2021.yaml" in [hit["path"] for hit in commented]
    assert "reports/2021/tinh/2021.yaml" not in [hit["path"] for hit in workspace.json("find", "đơn vị")]


def test_what_was_shown_says_how_to_search_comments(workspace):
    workspace.write(PLAN, "# zzz\n")
    assert "--comments" in workspace.run("find", "zzz").stdout
    assert workspace.run("find", "zzz", "--comments").stdout == f"{PLAN}:1: # zzz\n"


# against YAML itself


def events(text):
    """Give what YAML reads, the space within texts aside: a comment may stand between them and their last lines."""
    found = yaml.parse(text, Loader=yaml.SafeLoader)
    return [(type(event), (getattr(event, "value", None) or "").split()) for event in found]


def outside_tokens(text):
    covered = set()
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        covered |= set(range(token.start_mark.index, token.end_mark.index))
    return {character for place, character in enumerate(text) if place not in covered}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_what_is_left_is_what_yaml_reads(text):
    left = said(text)
    assert left.count("\n") == text.count("\n")
    try:
        before = events(text)
    except yaml.YAMLError:
        return
    assert events(left) == before
    assert outside_tokens(left) <= set(" \t\n")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("#'\"\\|>:-?[]{}, \n\tab&!*"), max_size=80))
def test_whatever_stands_there_only_comments_go(text):
    left = said(text)
    assert left.count("\n") == text.count("\n")
    assert all(whole.startswith(part) for whole, part in zip(text.split("\n"), left.split("\n"), strict=True))
