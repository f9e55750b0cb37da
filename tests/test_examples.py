"""Every code has its sentences, a bad example with the exact output, and a good twin one edit away."""

import os
import re
from importlib.resources import files
from pathlib import Path

import pytest
from example_folders import ask

from dvk.codes import CODES
from dvk.explaining import BASE, Side, edits, example, example_names

# DVK_REWRITE_EXAMPLES=1 writes what dvk prints now into the examples; read the difference before it is committed.
REWRITING = bool(os.environ.get("DVK_REWRITE_EXAMPLES"))
# What no part of dvk says yet; the strict mark fails as soon as one does.
NOT_SAID_YET = {"DVK911"}
NOTHING_FOUND = {"vi": "0 lỗi, 0 cảnh báo, 0 lưu ý", "en": "0 errors, 0 warnings, 0 notes"}


def test_every_folder_of_the_examples_is_a_code():
    assert set(example_names()) == {*CODES, BASE}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_base_is_clean(tmp_path, monkeypatch, language):
    code, printed = ask(tmp_path / "w", Side({}), language, monkeypatch)
    assert code == 0
    assert printed.startswith(NOTHING_FOUND[language]), printed
    assert printed.count("\n") == 1


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_code_has_sentences_in_both_languages(name):
    message = CODES[name].message
    for phrase in (message.sentence, message.prevents):
        assert phrase.vi.strip()
        assert phrase.en.strip()
    assert message.remedy.vi.strip()
    assert message.remedy.en.strip()


def codes_said():
    """Every code in both languages; in English those that take git, Word or processes only with ``-m deep``."""
    waiting = pytest.mark.xfail(strict=True, reason="no part of dvk says it yet")
    for name in sorted(CODES):
        marks = [waiting] if name in NOT_SAID_YET else []
        yield pytest.param(name, "vi", marks=marks)
        yield pytest.param(name, "en", marks=[*marks, pytest.mark.deep] if name >= "DVK500" else marks)


@pytest.mark.parametrize(("name", "language"), [*codes_said()])
def test_the_bad_example_prints_exactly_what_is_expected(tmp_path, monkeypatch, name, language):
    found = example(name)
    code, printed = ask(tmp_path / "w", found.bad, language, monkeypatch)
    if REWRITING and name in printed:
        _rewrite(name, language, printed)
    assert printed == example(name).expected[language]
    assert name in printed
    weighs = CODES[name].severity
    assert code == (2 if name.startswith("DVK9") else 1 if weighs == "error" else 0)


@pytest.mark.parametrize("name", sorted(CODES))
def test_the_good_twin_is_fine(tmp_path, monkeypatch, name):
    found = example(name)
    code, printed = ask(tmp_path / "w", found.good, "vi", monkeypatch)
    assert code == 0, printed
    assert name not in printed
    if found.good.command == ("check",):
        assert printed.startswith(NOTHING_FOUND["vi"]), printed


@pytest.mark.parametrize("name", sorted(CODES))
def test_the_good_twin_is_one_edit_away(name):
    assert len(edits(example(name))) == 1


@pytest.mark.parametrize("name", sorted(CODES))
def test_the_bad_example_is_answered_by_its_code_alone(name):
    """An example that shows two mistakes teaches neither."""
    assert set(re.findall(r"DVK\d{3}", example(name).expected["vi"])) == {name}


def _rewrite(name, language, printed):
    folder = Path(str(files("dvk"))) / "examples" / name
    file = "expected.txt" if language == "vi" else "expected.en.txt"
    (folder / file).write_text(printed, encoding="utf-8", newline="\n")
