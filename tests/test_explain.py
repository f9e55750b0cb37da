"""``dvk explain``: the list of codes, and a page for each."""

import csv
import io
import json

import pytest

from dvk.__main__ import run
from dvk.codes import CODES
from dvk.explaining import edits, example


def explained(capsys, *words):
    code = run(["explain", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(CODES))
def test_every_code_has_a_page_with_the_mistake_the_answer_and_the_good_line(capsys, name, language):
    code, page, _ = explained(capsys, name, "--lang", language)
    found, edit = example(name), edits(example(name))[0]
    assert code == 0
    assert page.startswith(name)
    assert CODES[name].message.prevents.to(language) in page
    assert all(line.rstrip() in page for line in found.expected[language].splitlines())
    assert edit.bad.path.endswith(".txt") or edit.bad.path in page
    assert edit.good.path.endswith(".txt") or all(line[:100].rstrip() in page for line in edit.good.lines)


@pytest.mark.parametrize("typed", ["dvk204", "204", " 204 "])
def test_a_code_may_be_typed_in_small_letters_or_as_its_number(capsys, typed):
    assert explained(capsys, typed) == explained(capsys, "DVK204")


def test_an_unknown_code_is_answered_with_the_nearest(capsys):
    code, page, said = explained(capsys, "DVK2O4")
    assert (code, page) == (2, "")
    assert "DVK907" in said
    assert "DVK204" in said


@pytest.mark.parametrize("language", ["vi", "en"])
def test_without_a_code_every_code_has_one_line(capsys, language):
    code, listed, _ = explained(capsys, "--lang", language)
    assert code == 0
    assert [line.split()[0] for line in listed.splitlines()[1:]] == list(CODES)
    assert "{" not in listed
    assert "… …" not in listed


def test_the_list_for_machines(capsys):
    _, rows, _ = explained(capsys, "--format", "csv")
    assert [row["code"] for row in csv.DictReader(io.StringIO(rows))] == list(CODES)
    _, objects, _ = explained(capsys, "--format", "json")
    assert {found["code"]: found["severity"] for found in json.loads(objects)} == {
        name: str(code.severity) for name, code in CODES.items()
    }


def test_a_page_for_machines_names_path_line_and_both_texts(capsys):
    _, told, _ = explained(capsys, "DVK204", "--format", "json")
    page = json.loads(told)
    assert (page["path"], page["line"]) == ("reports/2021/tinh-doan-nui-xanh/thanh-doan-cau-da/2021.yaml", 11)
    assert (page["bad"], page["good"]) == (["    value: 3.6"], ["    value: 4"])
