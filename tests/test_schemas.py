"""The schemas of the kinds of document: complete, up to date, and of one mind with the reader of files."""

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Annotated, get_origin

import pytest
from jsonschema import Draft7Validator
from plain_yaml import as_yaml
from pydantic import TypeAdapter, ValidationError, WithJsonSchema

from dvk.__main__ import run
from dvk.documents import MODELS, scalars
from dvk.explaining import base_files, example, example_names
from dvk.kinds import KINDS, kind_of
from dvk.messages.of_keys import CHOICES, FORMS, KEYS, KIND_NAMES, SPELLINGS
from dvk.reading import _schema_mistakes
from dvk.schemas import editor_files, schema_files, schema_of
from dvk.schemas.shapes import DATED, Shape, all_keys, dated_keys, is_dated, keys_of
from dvk.textfile import read_text

ROOT = Path(__file__).parents[1]
REWRITING = bool(os.environ.get("DVK_REWRITE_DOCS"))
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
FORM_OF_A_DOCUMENT = {"DVK121", "DVK122", "DVK123", "DVK124", "DVK125", "DVK126"}
"""Codes of what a schema can tell: keys, lists, mappings, closed lists of words, nothing where something must be."""


def every_key():
    return [*dated_keys(), *(key for kind in KINDS for key in all_keys(kind))]


def shapes_in(shape):
    yield shape
    if shape.inner:
        yield from shapes_in(shape.inner)


# --- the table of meanings ---


def test_every_key_has_a_meaning_and_every_meaning_a_key():
    places = [key.place for key in every_key()]
    assert len(places) == len(set(places))
    assert set(places) == set(KEYS)


def test_every_choice_has_a_meaning_and_every_meaning_a_choice():
    places = {
        f"{key.name}.{choice}"
        for key in every_key()
        for shape in shapes_in(key.shape)
        for choice in shape.choices
        if key.name != "schema"
    }
    assert places == set(CHOICES)


def test_every_form_and_every_kind_has_a_name():
    forms = {shape.form for key in every_key() for shape in shapes_in(key.shape)}
    assert forms | {DATED} == set(FORMS) | {"choice"}
    assert set(KIND_NAMES) == set(KINDS)
    assert set(SPELLINGS) < set(FORMS)


@pytest.mark.parametrize("table", [KEYS, CHOICES, FORMS, KIND_NAMES], ids=["keys", "choices", "forms", "kinds"])
def test_meanings_are_said_in_both_languages(table):
    for name, phrase in table.items():
        assert phrase.vi.strip(), name
        assert phrase.en.strip(), name
        assert not VIETNAMESE.search(phrase.en.replace("đồng", "")), name
        assert not phrase.vi.endswith("."), name
        assert len(phrase.vi) < 120, f"{name}: too long for a clerk"


def form_types():
    found = {}
    for value in vars(scalars).values():
        if get_origin(value) is Annotated:
            marks = [mark.json_schema for mark in value.__metadata__ if isinstance(mark, WithJsonSchema)]
            found |= {mark["form"]: value for mark in marks}
    return found


@pytest.mark.parametrize("form", SPELLINGS)
def test_the_spellings_that_an_editor_shows_are_read(form):
    for spelling in SPELLINGS[form]:
        TypeAdapter(form_types()[form]).validate_python(spelling)


# --- the schemas as files ---


@pytest.mark.parametrize("path", sorted({*schema_files(), ".vscode/settings.json"}))
def test_the_repository_carries_what_is_generated(path):
    text = editor_files()[path]
    if REWRITING:
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
    assert (ROOT / path).read_text(encoding="utf-8") == text, "DVK_REWRITE_DOCS=1 writes it anew"


def test_no_schema_is_left_over():
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").iterdir()} == set(schema_files())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_describes_every_key_in_its_language(kind, language):
    schema = schema_of(kind, language)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == f"{kind}.json"
    assert KINDS[kind].schema in schema["title"]
    described = list(descriptions(schema))
    assert len(described) >= len([key for key in all_keys(kind) if not is_dated(key.shape)]) - KINDS[kind].front_matter
    for text in described:
        assert text.strip()
        if language == "en":
            assert not VIETNAMESE.search(re.sub(r"\(.*?\)|đồng", "", text)), text


def descriptions(node):
    for name, inner in node.get("properties", {}).items():
        assert "description" in inner, name
        yield inner["description"]
        yield from descriptions(inner)
    for inner in filter(None, (node.get("items"), node.get("additionalProperties"))):
        yield from descriptions(inner)


def test_the_words_of_a_closed_list_are_explained_one_by_one():
    state = schema_of("plan")["properties"]["state"]
    assert state["enum"] == ["draft", "issued", "withdrawn"]
    assert state["enumDescriptions"] == ["bản nháp", "đã ban hành", "đã rút"]
    assert "issued (đã ban hành)" in state["description"]


def test_a_schema_says_what_holds_where_a_key_is_left_out():
    settings = schema_of("settings")["properties"]
    assert settings["due_soon"]["default"] == 7
    assert settings["before_excludes"]["default"] is True
    assert "Không ghi thì là: có." in settings["before_excludes"]["description"]


def test_the_text_of_a_story_is_no_key_of_its_head():
    assert "text" not in schema_of("story")["properties"]
    assert "text" in schema_of("report")["properties"]


# --- the schemas and the reader are of one mind ---


def sample(shape: Shape, name: str):
    """A value that fits a shape, with every key below it."""
    if shape.choices:
        return shape.choices[0]
    if shape.form == "list":
        return [sample(shape.inner, name)]
    if shape.form == "mapping" and shape.inner:
        return {"DVK413": sample(shape.inner, name)}
    if shape.form == "mapping":
        return {key.name: sample(key.shape, key.name) for key in shape.keys}
    return {"reference": "plans/2021/x/y.yaml#a", "text": "chữ", "id": "ma", "folder": "a/b"}.get(
        shape.form, SPELLINGS.get(shape.form, ("",))[0]
    )


def whole(kind):
    keys = [key for key in keys_of(kind) if not (KINDS[kind].front_matter and key.name == "text")]
    return sample(Shape("mapping", keys=tuple(keys)), "")


def nodes(value, above=()):
    """Every place in a document, as the steps that lead there."""
    yield above
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from nodes(inner, (*above, step))


def changed(value, steps, change):
    """The document with something else in one place; the change gets what stands there."""
    if not steps:
        return change(value)
    first, *rest = steps
    if isinstance(value, list):
        return [changed(inner, rest, change) if place == first else inner for place, inner in enumerate(value)]
    return {key: changed(inner, rest, change) if key == first else inner for key, inner in value.items()}


CHANGES = {
    "nothing": lambda _: None,
    "a text": lambda _: "x",
    "a list": lambda _: ["x"],
    "an empty list": lambda _: [],
    "an empty mapping": lambda _: {},
    "a mapping": lambda _: {"x": "y"},
    "one key more": lambda was: {**was, "khoa-la": "x"} if isinstance(was, dict) else was,
    "one entry more": lambda was: [*was, None] if isinstance(was, list) else was,
    "the last key gone": lambda was: dict(list(was.items())[:-1]) if isinstance(was, dict) else was,
    "the first key gone": lambda was: dict(list(was.items())[1:]) if isinstance(was, dict) else was,
}


def is_of_good_form(kind, document):
    """Whether the model takes the document, spellings aside; what checks find after that is no matter of form."""
    text = json.dumps(document, ensure_ascii=False)
    front_matter = KINDS[kind].front_matter
    tree = read_text((f"---\n{text}\n---\n" if front_matter else text).encode(), front_matter=front_matter).tree
    try:
        MODELS[kind].model_validate(tree)
    except ValidationError as errors:
        told = errors.errors(include_url=False)
        return not FORM_OF_A_DOCUMENT & {mistake.code for mistake in _schema_mistakes(told, tree, kind)}
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_refuses_what_the_reader_refuses_and_nothing_else(kind):
    """Every key of a document in which each stands once is replaced, left out, or given a neighbour."""
    validator = Draft7Validator(schema_of(kind))
    document = whole(kind)
    assert validator.is_valid(document)
    assert is_of_good_form(kind, document)
    verdicts = set()
    for steps in list(nodes(document))[1:]:
        for name, change in CHANGES.items():
            other = changed(document, steps, change)
            wanted = is_of_good_form(kind, other)
            assert validator.is_valid(other) == wanted, f"{steps}: {name}"
            verdicts.add(wanted)
    assert verdicts == {True, False}


# --- a program that knows nothing of dvk ---


def checked(*words):
    """Run check-jsonschema in a process; give its exit code and, by file, the places and messages of its errors."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--output-format", "json", *map(str, words)],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    told = json.loads(done.stdout or b"{}")
    assert "status" in told or not done.stdout, done.stderr
    assert told.get("parse_errors", []) == [], told
    errors = defaultdict(list)
    for error in told.get("errors", []):
        errors[Path(error["filename"]).name].append((error["path"], error["message"]))
    return done.returncode, dict(errors)


def test_every_schema_is_one():
    code, errors = checked("--check-metaschema", *(ROOT / path for path in schema_files()))
    assert (code, errors) == (0, {})


def all_documents():
    """Kind → (where from, bytes) of every document of the repository and of the good sides of the examples."""
    found = defaultdict(dict)
    folders = [ROOT / kind.folder for kind in KINDS.values() if kind.folder]
    for file in [*ROOT.glob("*.yaml"), *(f for folder in folders if folder.is_dir() for f in folder.rglob("*"))]:
        path = file.relative_to(ROOT).as_posix()
        if kind_of(path):
            found[kind_of(path)][path] = file.read_bytes()
    sides = {"base": base_files()} | {name: example(name).good.files for name in example_names() if name != "base"}
    for name, files in sides.items():
        for path, data in files.items():
            if kind_of(path):
                found[kind_of(path)][f"{name}/{path}"] = data
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_good_document_passes(kind, tmp_path):
    """One process a kind; of a story its head, as the language server would not read the Markdown either."""
    copies = []
    for number, (path, data) in enumerate(all_documents()[kind].items()):
        if KINDS[kind].front_matter:
            data = data.decode().split("---\n")[1].encode()  # noqa: PLW2901 - the head of it
        copy = tmp_path / f"{number}-{path.replace('/', '-').removesuffix('.md').removesuffix('.yaml')}.yaml"
        copy.write_bytes(data)
        copies.append(copy)
    if not copies:
        assert kind == "holidays", "the repository has a document of every other kind"
        pytest.skip("no good document of this kind yet")
    assert checked("--schemafile", ROOT / schema_path(kind), *copies) == (0, {})


def schema_path(kind):
    return f"schemas/{kind}.json"


GOOD = {
    "plan": {
        "schema": "plan/v1",
        "revision": 1,
        "state": "issued",
        "unit": "tinh-doan-x",
        "type": "KH",
        "subject": "Dân vận khéo",
        "period": 2022,
        "obligations": [
            {"id": "bao-cao", "kind": "report", "who": {"level": ["district"]}, "period": "H1", "before": "05-15"}
        ],
    },
    "report": {
        "schema": "report/v1",
        "revision": 1,
        "state": "submitted",
        "unit": "huyen-doan-x",
        "period": "2022-H1",
        "own": [{"indicator": "nha-nhan-ai", "value": 2}, {"indicator": "ho", "value": None, "reason": "chưa có"}],
    },
    "units": {
        "schema": "units/v1",
        "units": [{"id": "a", "line": "front", "level": "commune", "name": [{"value": "A", "to": "2018-10-31"}]}],
    },
    "registration": {
        "schema": "registration/v1",
        "revision": 1,
        "state": "submitted",
        "unit": "huyen-doan-x",
        "period": 2022,
        "models": [{"id": "a", "name": "A", "partners": ["B", {"name": "C", "role": "D"}], "stages": None}],
    },
}


def put(*steps, value):
    return steps, lambda _: value


def with_key(*steps, key, value="x"):
    return steps, lambda was: {**was, key: value}


def without(*steps, key):
    return steps, lambda was: {name: inner for name, inner in was.items() if name != key}


WRONG = {
    # kind, name → the change, the place in check-jsonschema's words, a word of its message
    ("plan", "unknown-key"): (with_key(key="subjekt"), "$", "subjekt"),
    ("plan", "unknown-nested"): (with_key("obligations", 0, key="befor"), "$.obligations[0]", "befor"),
    ("plan", "two-levels"): (with_key("obligations", 0, "who", key="unit"), "$.obligations[0].who", "unit"),
    ("plan", "misspelt-state"): (put("state", value="isued"), "$.state", "isued"),
    ("plan", "misspelt-kind"): (put("obligations", 0, "kind", value="báo cáo"), "$.obligations[0].kind", "report"),
    ("plan", "missing"): (without(key="subject"), "$", "subject"),
    ("plan", "missing-nested"): (without("obligations", 0, key="who"), "$.obligations[0]", "who"),
    ("plan", "list-for-mapping"): (put("obligations", 0, "who", value=["x"]), "$.obligations[0].who", "object"),
    ("plan", "mapping-for-list"): (put("obligations", value={"id": "x"}), "$.obligations", "array"),
    ("plan", "text-for-list"): (put("obligations", 0, "who", "level", value="xa"), "$.obligations[0].who.level", "xa"),
    ("plan", "text-for-mapping"): (put("obligations", 0, "who", value="x"), "$.obligations[0].who", "object"),
    ("plan", "another-schema"): (put("schema", value="plan/v2"), "$.schema", "plan/v1"),
    ("plan", "a-report-here"): (put("schema", value="report/v1"), "$.schema", "plan/v1"),
    ("plan", "nothing"): (put("unit", value=None), "$.unit", "None"),
    ("plan", "whole-as-list"): ((), "$", "object"),
    ("report", "list-for-text"): (put("unit", value=["a", "b"]), "$.unit", "string"),
    ("report", "mapping-for-figure"): (put("own", 0, "value", value={"x": 1}), "$.own[0].value", "string"),
    ("report", "figure-without"): (without("own", 1, key="value"), "$.own[1]", "value"),
    ("report", "entry-as-text"): (put("own", 0, value="nha-nhan-ai: 2"), "$.own[0]", "object"),
    ("units", "dated-unknown"): (
        with_key("units", 0, "name", 0, key="until"),
        "$.units[0].name[0]",
        "until",
    ),
    ("units", "dated-mapping"): (put("units", 0, "name", value={"value": "A"}), "$.units[0].name", "array"),
    ("registration", "partner-unknown"): (
        with_key("models", 0, "partners", 1, key="rôle"),
        "$.models[0].partners[1]",
        "rôle",
    ),
    ("registration", "partner-list"): (put("models", 0, "partners", 0, value=[]), "$.models[0].partners[0]", "object"),
}


@pytest.mark.parametrize("kind", GOOD)
def test_every_wrong_document_fails_for_the_reason_meant(kind, tmp_path):
    """One process a kind: the good document passes beside its wrong neighbours, each with one error in its place."""
    files = {"good": GOOD[kind]}
    cases = {name: case for (of, name), case in WRONG.items() if of == kind}
    files |= {name: [GOOD[kind]] if not how else changed(GOOD[kind], *how) for name, (how, *_) in cases.items()}
    for name, document in files.items():
        (tmp_path / f"{name}.yaml").write_text(as_yaml(document), encoding="utf-8")
    code, errors = checked("--schemafile", ROOT / schema_path(kind), *sorted(tmp_path.glob("*.yaml")))
    assert code == 1
    assert errors.keys() == {f"{name}.yaml" for name in cases}
    for name, (_, place, word) in cases.items():
        found = errors[f"{name}.yaml"]
        assert [where for where, _ in found] == [place], f"{name}: {found}"
        assert word in found[0][1], f"{name}: {found}"


# --- where an editor finds them ---


def matches(glob, path):
    """Whether an editor's pattern names a path: ``**/`` is any folders, ``*`` anything inside one."""
    pattern = re.escape(glob).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
    return re.fullmatch(pattern, path) is not None


def test_the_pattern_of_a_kind_names_its_documents_and_no_others():
    for kind, documents in all_documents().items():
        for path in documents:
            inside = path.partition("/")[2] if path.startswith(("DVK", "base/")) else path
            assert [other.name for other in KINDS.values() if matches(other.glob, inside)] == [kind]


NEW = {
    "plan": ["new-plan", "--unit", "tinh-doan-nui-xanh", "--year", "2022", "--subject", "Dân vận khéo: năm 2022"],
    "registration": ["register-model", "--unit", "thanh-doan-cau-da", "--year", "2021", "--name", "Cầu mới"],
    "report": ["new-report", "--unit", "huyen-doan-song-dao", "--period", "2021-H1"],
}


@pytest.mark.parametrize("kind", NEW)
def test_a_new_document_names_its_schema_and_passes_it(kind, tmp_path):
    """Editors read the path in the first line from the folder of the document, not from the root."""
    for path, data in base_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    before = set(tmp_path.rglob("*.yaml"))
    code, _, said = called(*NEW[kind], "--root", tmp_path)
    assert code == 0, said
    assert called("schema", "--write", "--root", tmp_path)[0] == 0
    [file] = set(tmp_path.rglob("*.yaml")) - before
    line = file.read_text(encoding="utf-8").splitlines()[0]
    assert line.startswith("# yaml-language-server: $schema=")
    named = (file.parent / line.partition("=")[2]).resolve()
    assert named == tmp_path.resolve() / schema_path(kind)
    assert checked("--schemafile", named, file) == (0, {})


# --- dvk schema ---


def called(*words):
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(word) for word in words])
    return code, *(stream.buffer.getvalue().decode() for stream in (out, err))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("DVK_LANG", raising=False)
    (tmp_path / "dvk.yaml").write_text("schema: settings/v1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed_as_it_is_written(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DVK_LANG", raising=False)
    code, printed, said = called("schema", kind)
    assert (code, printed, said) == (0, schema_files()[schema_path(kind)], "")
    assert json.loads(called("schema", kind, "--lang", "en")[1]) == schema_of(kind, "en")


@pytest.mark.usefixtures("folder")
def test_a_kind_may_be_named_as_people_call_it():
    assert called("schema", "báo cáo")[1] == called("schema", "report")[1]


@pytest.mark.usefixtures("folder")
def test_without_a_kind_all_are_listed_with_their_files():
    code, printed, _ = called("schema")
    assert code == 0
    lines = printed.splitlines()[1:]
    assert len(lines) == len(KINDS)
    for kind, line in zip(KINDS.values(), lines, strict=True):
        assert line.split()[0] == kind.name
        assert kind.glob in line
        assert line.endswith(kind.schema)


@pytest.mark.usefixtures("folder")
def test_an_unknown_kind_is_answered_with_the_nearest():
    code, printed, said = called("schema", "reprot")
    assert (code, printed) == (2, "")
    assert "DVK907" in said
    assert "report" in said


def test_schemas_are_written_once_and_then_only_what_differs(folder):
    code, printed, _ = called("schema", "--write")
    assert code == 0
    assert printed.count("schemas/") == len(KINDS)
    for path, text in schema_files().items():
        assert (folder / path).read_bytes() == text.encode()
    (folder / "schemas/plan.json").write_text("{}", encoding="utf-8")
    (folder / "schemas/story.json").unlink()
    assert called("schema", "--write")[1].splitlines() == ["Đã ghi schemas/plan.json", "Đã ghi schemas/story.json"]
    assert called("schema", "--write")[1].strip() == "schemas/ đã đúng, không phải ghi gì."
    assert (folder / "schemas/plan.json").read_text(encoding="utf-8") == schema_files()["schemas/plan.json"]


def test_one_schema_alone_may_be_written(folder):
    assert called("schema", "plan", "--write", "--lang", "en")[1].strip() == "Wrote schemas/plan.json"
    assert [path.name for path in (folder / "schemas").iterdir()] == ["plan.json"]


def test_schemas_are_written_all_or_none(folder):
    """A link where one of the last schemas should stand: those before it are as they were."""
    outside = folder / "outside.json"
    outside.write_text("mine", encoding="utf-8")
    (folder / "schemas").mkdir()
    (folder / "schemas/settings.json").write_text("old", encoding="utf-8")
    (folder / "schemas/story.json").symlink_to(outside)
    code, printed, said = called("schema", "--write")
    assert (code, printed) == (2, "")
    assert "DVK913" in said
    assert outside.read_text(encoding="utf-8") == "mine"
    assert (folder / "schemas/settings.json").read_text(encoding="utf-8") == "old"
    assert {path.name for path in (folder / "schemas").iterdir()} == {"settings.json", "story.json"}


def test_a_folder_that_is_a_link_leads_nowhere(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (folder / "schemas").symlink_to(outside)
    code, _, said = called("schema", "--write")
    assert code == 2
    assert "DVK910" in said
    assert list(outside.iterdir()) == []


def test_schemas_are_not_written_outside_a_workspace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, printed, said = called("schema", "--write")
    assert (code, printed) == (2, "")
    assert "DVK906" in said
    assert list(tmp_path.iterdir()) == []


# --- dvk init ---


def test_a_new_workspace_brings_what_editors_need(tmp_path, monkeypatch):
    monkeypatch.delenv("DVK_LANG", raising=False)
    code, _, said = called("init", tmp_path / "w", "--unit", "Tỉnh đoàn X", "--no-git")
    assert code == 0, said
    for path, text in editor_files().items():
        assert (tmp_path / "w" / path).read_text(encoding="utf-8") == text
    settings = json.loads((tmp_path / "w/.vscode/settings.json").read_text(encoding="utf-8"))
    for path, glob in settings["yaml.schemas"].items():
        assert (tmp_path / "w" / path).is_file()
        assert glob in {kind.glob for kind in KINDS.values()}
    assert called("check", "--strict", "--root", tmp_path / "w")[0] == 0
    assert called("schema", "--write", "--root", tmp_path / "w")[1].strip() == "schemas/ đã đúng, không phải ghi gì."


def test_settings_of_an_editor_that_are_there_stay(tmp_path):
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text("{}", encoding="utf-8")
    assert called("init", tmp_path, "--no-git")[0] == 0
    assert settings.read_text(encoding="utf-8") == "{}"
    assert (tmp_path / "schemas/plan.json").is_file()


def test_a_workspace_that_is_there_gets_nothing(tmp_path):
    (tmp_path / "dvk.yaml").write_text("schema: settings/v1\n", encoding="utf-8")
    code, _, said = called("init", tmp_path, "--no-git")
    assert code == 2
    assert "DVK909" in said
    assert [path.name for path in tmp_path.iterdir()] == ["dvk.yaml"]


def test_folders_of_editors_are_no_documents(folder):
    for inside in ("", "units/", "plans/2021/x/"):
        file = folder / inside / ".vscode/settings.json"
        file.parent.mkdir(parents=True)
        file.write_text("{", encoding="utf-8")
        (file.parent / "tasks.yaml").write_text("a: [", encoding="utf-8")
    code, printed, _ = called("check", "--strict")
    assert code == 0, printed
