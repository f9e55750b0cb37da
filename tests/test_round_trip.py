"""YAML → Word → LibreOffice → import: what is read back is what was printed, and what somebody changed is told."""

import io
import os
import random
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from plain_yaml import as_yaml
from random_papers import workspace as random_workspace

from dvk.importing.comparing import UNPRINTED, differences, printed_fields, read_fields
from dvk.importing.draft_files import differences_to
from dvk.importing.papers import paper_of
from dvk.importing.reading_papers import Wishes, imported
from dvk.kinds import kind_of
from dvk.libreoffice import converted_all
from dvk.printing.word.guard import Press
from dvk.printing.word_files import Sheets, filled
from dvk.textfile import read_text
from dvk.workspace import open_workspace

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
REAL = [
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "plans").rglob("*.yaml")),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "registrations").rglob("*.yaml")),
    "reports/2014/tinh-doan-kien-giang/huyen-doan-hon-dat/2014-H1.yaml",
    "reports/2020/mttq-tinh-dak-nong/mttq-huyen-cu-jut/mttq-xa-nam-dong/2020.yaml",
    "reports/2020/tinh-doan-ha-tinh/huyen-doan-nghi-xuan/2020.yaml",
    "reports/2021/tinh-doan-tra-vinh/2021.yaml",
    "reports/2021/tinh-doan-tra-vinh/huyen-doan-cang-long/2021.yaml",
    "reports/2022/tinh-doan-thanh-hoa/huyen-doan-tho-xuan/doan-xa-tho-dien/2022.yaml",
]
PLAN = "plans/2021/tinh-doan-tra-vinh/dan-van-kheo.yaml"
REPORT = "reports/2021/tinh-doan-tra-vinh/huyen-doan-cang-long/2021.yaml"
CUSTOM = ("docProps/", "customXml/")


@pytest.fixture(scope="module")
def press():
    with Press() as found:
        yield found


@pytest.fixture(scope="module")
def sample():
    return open_workspace(ROOT)


def word_file(workspace, path, press):
    """A document of a workspace as dvk prints it."""
    return filled(Sheets(workspace).of_document(path), press)


def without_custom_parts(contents):
    """The same Word file without the parts that hold properties and data instead of words."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(contents)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not name.startswith(CUSTOM):
                new.writestr(name, old.read(name))
    return made.getvalue()


def read_back(workspace, path, contents, folder):
    """What ``dvk import`` reads in a Word file of the unit of a document."""
    file = folder / "van-ban.docx"
    file.write_bytes(contents)
    filing = workspace.filing(path)
    return imported(paper_of(file), workspace, Wishes(filing.unit, TODAY))


def assert_the_same(workspace, path, contents, folder):
    """Fail unless every printed field of a document is read back as it was."""
    read = read_back(workspace, path, contents, folder)
    document = read_text(workspace.snapshot.read(path)).tree
    assert read.kind == kind_of(path)
    assert read_fields(read.kind, read.draft, read.known) == printed_fields(read.kind, document, read.known), path
    assert differences_to(workspace, path, read) == []


@pytest.mark.parametrize("path", REAL)
def test_what_is_printed_reads_back(path, sample, press, tmp_path):
    assert_the_same(sample, path, without_custom_parts(word_file(sample, path, press)), tmp_path)


def resaved(files):
    """Word files as LibreOffice saves them again, without custom parts."""
    return [without_custom_parts(contents) for contents in converted_all([(file, "docx") for file in files], "docx")]


@pytest.mark.usefixtures("office")
def test_what_is_printed_reads_back_after_libreoffice(sample, press, tmp_path):
    files = [word_file(sample, path, press) for path in REAL]
    for path, contents in zip(REAL, resaved(files), strict=True):
        assert_the_same(sample, path, contents, tmp_path)


@pytest.fixture
def office():
    """Skip where LibreOffice is not installed."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")


def random_documents(seed, count, folder):
    """A workspace of random documents on disk."""
    for path, document in random_workspace(seed, count).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(document), encoding="utf-8")
    found = open_workspace(folder)
    assert found.unread == (), found.mistakes
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_random_documents_read_back(seed, press, tmp_path):
    workspace = random_documents(seed, 12, tmp_path / "w")
    for path, _ in workspace.filings():
        assert_the_same(workspace, path, word_file(workspace, path, press), tmp_path)


@pytest.mark.deep
@pytest.mark.parametrize("number", range(10))
@pytest.mark.usefixtures("office")
def test_200_random_documents_read_back_after_libreoffice(number, press, tmp_path):
    seed = int(os.environ.get("DVK_SEED") or random.SystemRandom().randint(0, 10**9)) + number
    print(f"seed {seed}: DVK_SEED={seed - number}")  # noqa: T201 - a failure must be found again
    workspace = random_documents(seed, 20, tmp_path / "w")
    paths = [path for path, _ in workspace.filings()]
    assert len(paths) == 20
    files = [word_file(workspace, path, press) for path in paths]
    for path, contents in zip(paths, resaved(files), strict=True):
        assert_the_same(workspace, path, contents, tmp_path)


def tampered(contents, changes, dropped=()):
    """A Word file in which somebody typed other words, and took paragraphs away."""
    document = Document(io.BytesIO(contents))
    left = dict(changes)
    for paragraph in list(document.element.body.iter("{*}p")):
        texts = [node for node in paragraph.iter("{*}t") if node.text]
        words = "".join(node.text for node in texts)
        if any(words.startswith(start) for start in dropped):
            paragraph.getparent().remove(paragraph)
        for node in texts:
            for old in [old for old in left if old in node.text]:
                node.text = node.text.replace(old, left.pop(old))
    assert not left, "what should be changed stands nowhere"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def told(workspace, path, contents, folder):
    read = read_back(workspace, path, contents, folder)
    return [(each.field, each.document, each.paper) for each in differences_to(workspace, path, read)]


def test_another_number_is_told(sample, press, tmp_path):
    changed = tampered(word_file(sample, PLAN, press), {"382-KH/TĐTN-TCKT": "328-KH/TĐTN-TCKT"})
    assert told(sample, PLAN, changed, tmp_path) == [("number", "382-KH/TĐTN-TCKT", "328-KH/TĐTN-TCKT")]


def test_each_recipient_that_was_taken_away_is_told(sample, press, tmp_path):
    document = read_text(sample.snapshot.read(PLAN)).tree
    gone = document["recipients"][1:3]
    changed = tampered(word_file(sample, PLAN, press), {}, dropped=[f"- {name}" for name in gone])
    assert told(sample, PLAN, changed, tmp_path) == [(f"recipients[{n}]", name, "") for n, name in enumerate(gone, 1)]


def test_a_recipient_more_is_told(sample, press, tmp_path):
    document = read_text(sample.snapshot.read(PLAN)).tree
    first = document["recipients"][0]
    contents = word_file(sample, PLAN, press)
    smaller = {**document, "recipients": document["recipients"][1:]}
    read = read_back(sample, PLAN, contents, tmp_path)
    found = differences("plan", smaller, read.draft, read.known)
    assert [(each.field, each.document, each.paper) for each in found] == [("recipients[+]", "", first)]


def test_another_figure_is_told(sample, press, tmp_path):
    document = read_text(sample.snapshot.read(REPORT)).tree
    figure = document["own"][0]
    contents = word_file(sample, REPORT, press)
    cells = [cell for table in Document(io.BytesIO(contents)).tables for row in table.rows for cell in row.cells]
    printed = next(cell.text for cell in cells if re.sub(r"\D", "", cell.text) == figure["value"])
    changed = tampered_cell(contents, printed, "987.654")
    assert (f"own[indicator={figure['indicator']}].value", figure["value"], "987654") in told(
        sample, REPORT, changed, tmp_path
    )
    assert len(told(sample, REPORT, changed, tmp_path)) == 1


def tampered_cell(contents, old, new):
    """A Word file in which the first cell of the own figures that says just this says something else."""
    document = Document(io.BytesIO(contents))
    own = [table for table in document.tables if table.rows[0].cells[0].text == "TT"]
    for table in reversed(own[:2]):
        for row in table.rows:
            for cell in row.cells[4:5]:
                if cell.text == old:
                    run = cell.paragraphs[0].runs[0]
                    run.text = new
                    made = io.BytesIO()
                    document.save(made)
                    return made.getvalue()
    raise AssertionError(old)


def test_a_deadline_that_was_moved_is_told(sample, press, tmp_path):
    path = "plans/2020/tinh-doan-ha-tinh/dan-van-kheo.yaml"
    changed = tampered(word_file(sample, path, press), {"27/4/2020": "28/4/2020"})
    assert told(sample, path, changed, tmp_path) == [
        ("obligations[id=dang-ky-mo-hinh].before", "2020-04-27", "2020-04-28")
    ]


def test_all_that_was_changed_at_once_is_told_and_nothing_else(sample, press, tmp_path):
    path = "plans/2020/tinh-doan-ha-tinh/dan-van-kheo.yaml"
    changes = {
        "05/11/2020": "15/11/2020",
        "của Ban Chỉ đạo": "của Ban Điều hành",
        "không chạy theo hình thức": "không hình thức",
    }
    changed = tampered(word_file(sample, path, press), changes, dropped=["- UBND tỉnh"])
    assert [field for field, _, _ in told(sample, path, changed, tmp_path)] == [
        "legal_bases[number=07-KH/BCĐ].issuer",
        "obligations[id=bao-cao-ket-qua].before",
        "recipients[2]",
        "text",
    ]


def test_what_is_not_printed_is_listed_with_a_reason():
    page = (ROOT / "docs/nhap-van-ban.md").read_text(encoding="utf-8")
    table = page.partition("<!-- unprinted keys -->")[2].partition("<!-- end of unprinted keys -->")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if "`" in line]
    listed = {(key, vi, en) for keys, vi, en in rows for key in re.findall(r"`([^`]+)`", keys)}
    assert listed == {(key, why.vi, why.en) for keys in UNPRINTED.values() for key, why in keys.items()}
