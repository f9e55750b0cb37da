"""The documentation says what the tool does: its commands are run, its tables and links compared with the code."""

import csv
import io
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel
from repositories import commit, new_repository
from test_structure import LAYERS

from dvk.__main__ import run
from dvk.codes import CODES
from dvk.documents import MODELS
from dvk.kinds import KINDS
from dvk.reading import MISREAD_CODES, read
from dvk.values import read_day, read_figure
from dvk.vietnamese.dates import parse_date, parse_moment
from dvk.vietnamese.misread import Misread
from dvk.vietnamese.money import parse_money
from dvk.vietnamese.numbers import parse_count

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
NOON_OF_TODAY = 1_795_237_200
WORKSPACE = ("dvk.yaml", "indicators.yaml", "units", "plans", "registrations", "reports", "stories", "schemas")
PAGES = [
    path
    for path in sorted(ROOT.rglob("*.md"))
    if not any(part.startswith((".", "build", "dist")) for part in path.relative_to(ROOT).parts)
]
READMES = ("README.md", "README.vi.md")
_BLOCK = re.compile(r"^```(console|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FILE = re.compile(r"`(reports/[^`]+\.yaml)`[^`]*\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"\s+# (?:exit|mã thoát) (\d)$")
_YEARS = (2014, 2020, 2021, 2022)
_PAPER = str(ROOT / "tests/papers/running/ke-hoach-ky-so.txt")
QUESTIONS = {
    "deadlines": [["deadlines", "--year", "2020", "--on", "2020-11-06"]],
    "rollup": [["rollup", "--year", str(year)] for year in _YEARS],
    "why": [
        ["why", "tinh-doan-tra-vinh", "nha-nhan-ai", "--year", "2021"],
        ["why", "tinh-doan-ha-tinh", "thanh-nien-moi-doan-vien", "--year", "2020"],
        ["why", "tinh-doan-ha-tinh", "models.registered", "--year", "2020"],
    ],
    "number": [
        ["number", "--list", "tinh-doan-tra-vinh", "--year", "2021"],
        ["number", "--list", "tinh-doan-kien-giang", "--year", "2014"],
    ],
    "import": [["import", _PAPER, "--against", "plans/2021/tinh-doan-tra-vinh/dan-van-kheo.yaml"]],
    "units": [["units", "--on", "2025-07-01"]],
    "templates": [["templates", "list"], ["templates", "lint"]],
    "check": [["check"]],
    "explain": [["explain"], ["explain", "DVK204"]],
    "find": [["find", "nhà nhân ái"]],
    "set": [["set", "reports/2021/tinh-doan-tra-vinh/huyen-doan-cang-long/2021.yaml"], ["set", "dvk.yaml"]],
    "status": [
        ["status", "--on", "2021-11-10"],
        ["status", "--unit", "tinh-doan-kien-giang", "--on", "2020-11-06"],
        ["status", "--unit", "huyen-doan-cau-ke", "--on", "2021-11-10"],
        ["status", "reports/2021/tinh-doan-tra-vinh/huyen-doan-cang-long/2021.yaml"],
    ],
}


def copied_workspace(folder):
    """Copy the sample workspace into a repository of its own, committed today at noon."""
    new_repository(folder)
    for name in WORKSPACE:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    commit(folder, {}, at=NOON_OF_TODAY)
    return folder


def called(words, capsys):
    capsys.readouterr()
    code = run(words, TODAY)
    return code, "".join(capsys.readouterr())


# --- what the two READMEs show ---


def steps(page):
    """Give the diffs and the commands of a page in their order, a command with its exit code and its output."""
    for kind, body in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if kind == "diff":
            yield "diff", body, 0, []
            continue
        command, code, shown = "", 0, []
        for line in body.splitlines():
            if not line.startswith("$ "):
                shown.append(line)
                continue
            if command:
                yield "command", command, code, shown
            found = _EXIT.search(line)
            command, code, shown = _EXIT.sub("", line)[2:], int(found[1]) if found else 0, []
        yield "command", command, code, shown


def apply(diff, root):
    """Change the file that the diff names; what it takes away has to stand there exactly once."""
    lines = diff.splitlines()
    path = root / lines[0].removeprefix("--- ")
    before = "\n".join(line[1:] for line in lines[2:] if line[0] in " -")
    after = "\n".join(line[1:] for line in lines[2:] if line[0] in " +")
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def is_shown(shown, output):
    """Whether a line of the page is a line of the output; ``…`` stands for anything inside it."""
    wanted = re.compile(".*".join(re.escape(part.strip()) for part in shown.split("…")))
    found = wanted.search if "…" in shown else lambda line: line.rstrip() == shown.rstrip()
    return any(found(line) for line in output.splitlines())


@pytest.mark.parametrize("page", READMES)
def test_commands_of_the_readmes_print_what_they_show(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(copied_workspace(tmp_path / "copy"))
    monkeypatch.delenv("DVK_LANG", raising=False)
    commands = 0
    for kind, text, expected, shown in steps(page):
        if kind == "diff":
            apply(text, Path())
        elif text.startswith("export DVK_LANG="):
            monkeypatch.setenv("DVK_LANG", text.partition("=")[2])
        elif text.startswith("git "):
            subprocess.run(text.split(), check=True, capture_output=True)
        else:
            assert text.startswith("dvk "), text
            code, output = called(text.split()[1:], capsys)
            assert code == expected, f"{text}\n{output}"
            lost = [line for line in shown if line.strip() and not is_shown(line, output)]
            assert not lost, f"{text}\n{output}"
            commands += 1
    assert commands >= 7


def test_the_two_readmes_show_the_same_commands():
    english, vietnamese = ([text for kind, text, *_ in steps(page) if kind == "command"] for page in READMES)
    assert [text for text in english if not text.startswith("export")] == vietnamese


@pytest.mark.parametrize("page", READMES)
def test_a_fresh_machine_needs_two_commands(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/dvk rollup --year 2021" in text
    tests = "python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[test]' && .venv/bin/python -m pytest"
    assert tests in text


@pytest.mark.parametrize("page", READMES)
def test_the_report_shown_is_one_of_the_repository(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    path, shown = re.search(
        r"`(reports/[^`]+\.yaml)`[^`]*\n\n```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    ).groups()
    whole = (ROOT / path).read_text(encoding="utf-8")
    for part in shown.split("…\n"):
        assert part.strip()
        assert part in whole


# --- links and names ---


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_lead_somewhere(page):
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        path, _, heading = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        if heading:
            assert heading in anchors(found), target


def anchors(page):
    """Give the anchors of a page's headings as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", _CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_and_codes_named_exist(page):
    text = page.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:dvk|tests|docs|templates(?!/profiles))/[\w./-]+\.(?:py|md|yaml))`", text):
        assert (ROOT / path).exists(), path
    for code in re.findall(r"\bDVK[0-9]{3}\b", text):
        assert code in CODES, code


def test_architecture_lists_at_most_eight_files_that_exist():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    files = re.findall(r"^[0-9]+\. `([^`]+)`", text, re.MULTILINE)
    assert 4 < len(files) <= 8
    for file in files:
        assert (ROOT / file).is_file(), file


def test_architecture_gives_every_module_its_layer():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [a-z ]+ \| ((?:`\w+` ?)+)\|$", text, re.MULTILINE)
    row_of = {module: number for number, row in enumerate(rows) for module in re.findall(r"`(\w+)`", row)}
    modules = {
        path.stem for path in (ROOT / "dvk").iterdir() if (path / "__init__.py").exists() or path.suffix == ".py"
    }
    assert set(row_of) == modules - {"__init__"}
    in_order = [row_of[layer.partition(".")[0]] for layer in LAYERS if layer.partition(".")[0] in row_of]
    assert in_order == sorted(in_order)


def test_architecture_names_every_table():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for name, file in re.findall(r"^\| `([A-Z_]+)` \| `([^`]+)` \|", text, re.MULTILINE):
        assert re.search(rf"^{name}\b", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE), name
    for name in ("KINDS", "DOCUMENT_CHECKS", "WORKSPACE_CHECKS", "FORMATS", "COMMANDS", "CODES"):
        assert f"| `{name}` |" in text


# --- docs/files.md ---


def parts(model, seen):
    """Give a model of a document and every part inside it, each once."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            yield from parts(inner, seen)


def models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from models_in(inner)


def documented(page):
    """Give heading → the first column of the table rows below it."""
    found, heading = {}, ""
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
            found[heading] = []
        elif line.startswith("| `"):
            found[heading].append(line.split("|")[1].strip().strip("`"))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_file_is_documented(kind):
    """Every key stands in a table of the kind's chapter, ``obligations[].who`` in full; and nothing else does."""
    chapter = next(
        keys for heading, keys in documented("docs/files.md").items() if f"`{KINDS[kind].schema}`" in heading
    )
    assert sorted(set(chapter)) == sorted(set(keys_of(MODELS[kind], "")))
    assert len(chapter) == len(set(chapter))


def keys_of(model, above):
    for name, field in model.model_fields.items():
        key = f"{above}{field.alias or name}"
        yield key
        inner = next(models_in(field.annotation), None)
        if inner is not None and inner.__name__ != "DatedValue":
            is_list = "list" in str(field.annotation)
            yield from keys_of(inner, f"{key}[]." if is_list else f"{key}.")


def test_the_examples_of_files_are_read_without_a_mistake():
    shown = r"^```(?:yaml|markdown)\n((?:---\n)?schema: (.*?)/v1\n.*?)^```$"
    examples = re.findall(shown, files_page(), re.MULTILINE | re.DOTALL)
    assert {kind for _, kind in examples} == KINDS.keys() - {"settings"}
    for text, kind in examples:
        reading = read(text.encode(), kind)
        assert reading.facts is not None
        assert reading.mistakes == ()


def test_every_choice_of_a_key_is_documented():
    text = files_page()
    for kind in KINDS.values():
        for model in parts(MODELS[kind.name], set()):
            for field in model.model_fields.values():
                for choice in re.findall(r"Literal\[(.*?)\]", str(field.annotation)):
                    for word in re.findall(r"'([^']+)'", choice):
                        assert f"`{word}`" in text, word


def files_page():
    return (ROOT / "docs/files.md").read_text(encoding="utf-8")


READERS = {
    "count": parse_count,
    "money": parse_money,
    "figure": read_figure,
    "day": parse_date,
    "day of every year": read_day,
    "moment": parse_moment,
}


def refusals():
    """Give the rows of the table of refusals: form, typed, what to type instead."""
    text = files_page()
    rows = re.findall(r"^\| (" + "|".join(READERS) + r") \| `([^`]+)` \| (.*?) \|", text, re.MULTILINE)
    return [(form, typed, re.findall(r"`([^`]+)`", instead)) for form, typed, instead in rows]


def test_what_is_refused_is_refused_with_what_to_type():
    assert len(refusals()) > 12
    for form, typed, instead in refusals():
        with pytest.raises(Misread) as wrong:
            READERS[form](typed)
        assert list(wrong.value.clear) == instead, typed
        assert wrong.value.kind in MISREAD_CODES


def test_what_may_be_written_is_read():
    text = files_page()
    rows = re.findall(r"^\| accepted (" + "|".join(READERS) + r") \| (.*?) \|", text, re.MULTILINE)
    assert len(rows) == len(READERS)
    for form, spellings in rows:
        for spelling in re.findall(r"`([^`]+)`", spellings):
            READERS[form](spelling)


# --- docs/output.md ---


def keys_in(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in {"by_field", "args"}:
                yield from keys_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_in(inner)


@pytest.mark.parametrize("command", QUESTIONS)
def test_every_key_of_json_is_documented(command, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("DVK_LANG", raising=False)
    text = (ROOT / "docs/output.md").read_text(encoding="utf-8")
    chapter = re.search(rf"^## `dvk {command}`.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[0]
    known = set(re.findall(r"^\| `([^`]+)` \|", chapter, re.MULTILINE))
    for words in QUESTIONS[command]:
        code, output = called([*words, "--format", "json"], capsys)
        assert code in {0, 1}
        assert set(keys_in(json.loads(output))) <= known


@pytest.mark.parametrize("command", QUESTIONS)
def test_the_columns_of_csv_are_documented(command, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("DVK_LANG", raising=False)
    text = (ROOT / "docs/output.md").read_text(encoding="utf-8")
    chapter = re.search(rf"^## `dvk {command}`.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[0]
    _, output = called([*QUESTIONS[command][0], "--format", "csv"], capsys)
    columns = next(csv.reader(io.StringIO(output)))
    assert f"`{','.join(columns)}`" in chapter
