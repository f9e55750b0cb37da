"""``dvk render`` of many documents: all of a year, as PDF, with the same bytes however it is called."""

import os
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pexpect
import pytest
from docx import Document
from word_text import paragraphs
from workspace_builder import Workspace

from dvk.__main__ import run

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def render(*words, root, language="en"):
    """Run one call in this process; give its exit code."""
    return run(["render", *map(str, words), "--root", str(root), "--lang", language], TODAY)


def made(folder):
    """Give the files below a folder: path → bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def space(tmp_path):
    """A workspace of a province, two districts and a commune, with documents of two years."""
    built = Workspace(tmp_path / "w")
    built.unit("tinh", level="province")
    built.units("huyen-a", "huyen-b", parent="tinh", level="district")
    built.unit("xa", "huyen-a")
    built.indicator("nha", "sum", "sum")
    built.plan("tinh", year=2021, text="Nội dung.\n\n- một\n- hai")
    built.plan("huyen-a", year=2021, slug="nhap", state="draft")
    built.plan("tinh", year=2020)
    for unit in ("huyen-a", "huyen-b", "xa"):
        built.report(unit, 2021, {"nha": 3})
    built.report("xa", "2021-H1", {"nha": 1})
    built.registration("huyen-b", 2021, {"id": "a"})
    return built


OF_2021 = {
    "plans/2021/tinh/ke-hoach-tinh-ke-hoach-2021.docx",
    "plans/2021/tinh/huyen-a/ke-hoach-huyen-a-nhap-2021.docx",
    "registrations/2021/tinh/huyen-b/dang-ky-huyen-b-dang-ky-2021.docx",
    "reports/2021/tinh/huyen-a/bao-cao-huyen-a-2021.docx",
    "reports/2021/tinh/huyen-a/xa/bao-cao-xa-2021.docx",
    "reports/2021/tinh/huyen-a/xa/bao-cao-xa-2021-H1.docx",
    "reports/2021/tinh/huyen-b/bao-cao-huyen-b-2021.docx",
}


# --- which documents, and where they go ---


def test_all_of_a_year_lie_as_in_the_workspace(space, tmp_path, capsys):
    assert render("--all", "--year", 2021, "-o", tmp_path / "ra", root=space.root) == 0
    assert set(made(tmp_path / "ra")) == OF_2021
    printed = capsys.readouterr()
    assert {Path(line).relative_to(tmp_path / "ra").as_posix() for line in printed.out.splitlines()} == OF_2021
    assert printed.err.startswith("Printed 7 of 7 documents.\n")


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        (["--unit", "huyen-a"], {name for name in OF_2021 if "huyen-a" not in name}),
        (["--unit", "xa"], {name for name in OF_2021 if "/xa/" not in name}),
        (["--no-drafts"], {name for name in OF_2021 if "nhap" in name}),
        (["--unit", "tinh"], set()),
    ],
)
def test_only_a_unit_and_those_below_it_and_no_drafts(space, tmp_path, words, left_out):
    assert render("--all", "--year", 2021, *words, "-o", tmp_path / "ra", root=space.root) == 0
    assert set(made(tmp_path / "ra")) == OF_2021 - left_out


def test_a_unit_that_moved_in_the_year_is_below_both(space, tmp_path):
    space.unit("doi", [{"value": "huyen-a", "to": "2021-06-30"}, {"value": "huyen-b", "from": "2021-07-01"}])
    space.report("doi", 2021, {"nha": 1})
    for unit in ("huyen-a", "huyen-b"):
        assert render("--all", "--year", 2021, "--unit", unit, "-o", tmp_path / unit, root=space.root) == 0
        assert "reports/2021/doi/bao-cao-doi-2021.docx" in made(tmp_path / unit)


def test_without_a_folder_they_go_into_one_named_after_the_year(space, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert render("--all", "--year", 2020, root=space.root) == 0
    assert set(made(tmp_path / "van-ban-2020")) == {"plans/2020/tinh/ke-hoach-tinh-ke-hoach-2020.docx"}
    monkeypatch.chdir(space.root / "plans/2020")
    assert render("--all", "--year", 2020, root=space.root) == 0
    assert set(made(space.root / "van-ban-2020")) == {"plans/2020/tinh/ke-hoach-tinh-ke-hoach-2020.docx"}


def test_a_year_without_documents_is_no_mistake(space, tmp_path, capsys):
    assert render("--all", "-o", tmp_path / "ra", root=space.root) == 0
    assert capsys.readouterr().err == "There is no document to print.\n"
    assert not (tmp_path / "ra").exists()


def test_several_paths_lie_side_by_side(space, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    paths = ["reports/2021/tinh/huyen-b/2021.yaml", "plans/2021/tinh/ke-hoach.yaml"]
    assert render(*paths, paths[0], root=space.root) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bao-cao-huyen-b-2021.docx",
        "ke-hoach-tinh-ke-hoach-2021.docx",
    ]
    assert render(*paths, "-o", tmp_path / "moi" / "sau", root=space.root) == 0
    assert len(made(tmp_path / "moi/sau")) == 2


def test_names_that_would_be_the_same_are_numbered(space, tmp_path):
    for slug in ("x", "x-2021", "X"):
        space.plan("tinh", year=2021, slug=slug, subject=f"Về {slug}")
    paths = [f"plans/2021/tinh/{slug}.yaml" for slug in ("x", "x-2021", "X")]
    assert render(*paths, "-o", tmp_path / "ra", root=space.root) == 0
    stem = "ke-hoach-tinh-x-2021"
    subjects = {
        f"{stem}.docx": "Về x",
        f"{stem}-2.docx": "Về x-2021",
        "ke-hoach-tinh-X-2021-3.docx": "Về X",
    }
    assert set(made(tmp_path / "ra")) == set(subjects)
    assert all(subject in paragraphs(tmp_path / "ra" / name) for name, subject in subjects.items())


@pytest.mark.parametrize("where", [".", "plans", "plans/2021/moi", "units"])
def test_never_among_the_documents(space, capsys, where):
    before = made(space.root)
    assert render("--all", "--year", 2021, "-o", space.root / where, root=space.root) == 2
    assert "DVK908" in capsys.readouterr().err
    assert made(space.root) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--unit", "tinh", "plans/2021/tinh/ke-hoach.yaml"),
        ("--rollup", "tinh", "--unit", "tinh"),
        ("--no-drafts", "plans/2021/tinh/ke-hoach.yaml"),
        ("--all", "--jobs", "0"),
        ("--all", "--jobs", "hai"),
        ("--all", "-o", "a.docx"),
        ("plans/2021/tinh/ke-hoach.yaml", "reports/2021/tinh/huyen-b/2021.yaml", "-o", "a.docx"),
    ],
)
def test_what_does_not_go_together_is_refused(space, tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    assert render(*words, root=space.root) == 2
    assert "DVK908" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["w"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "no document and no unit is named"),
        (("--all", "plans/2021/tinh/ke-hoach.yaml"), "do not go together"),
        (("--all", "--rollup", "tinh"), "do not go together"),
        (("--rollup", "tinh", "--exemplars", "tinh"), "do not go together"),
    ],
)
def test_a_call_that_asks_for_nothing_or_for_two_things_is_told_so(space, capsys, words, said):
    assert render(*words, root=space.root) == 2
    error = capsys.readouterr().err
    assert error.startswith("DVK938  dvk render: ")
    assert said in error
    assert "dvk render --all --year YEAR" in error


# --- what is said beside the files ---


def test_places_left_empty_are_said(space, tmp_path, capsys):
    whole = {"place": "Trà Vinh", "recipients": ["Lưu"], "signatory": {"post": "Bí thư", "name": "Nguyễn Văn An"}}
    space.plan("tinh", year=2020, slug="du", number="12-KH/TĐTN", **whole)
    space.plan("tinh", year=2020, slug="nhap", number="13-KH/TĐTN", **whole | {"place": None, "state": "draft"})
    space.plan("tinh", year=2020, slug="trong", number="14-KH/TĐTN", place="Trà Vinh", signatory={"name": "An"})
    said = {}
    for slug in ("du", "nhap", "trong"):
        target = tmp_path / f"{slug}.docx"
        assert render(f"plans/2020/tinh/{slug}.yaml", "-o", target, root=space.root, language="vi") == 0
        said[slug] = capsys.readouterr().err
    assert said == {"du": "", "nhap": "", "trong": "Bản in còn trống: chức vụ người ký; nơi nhận\n"}
    assert render("--all", "--year", 2020, "-o", tmp_path / "ra", root=space.root, language="vi") == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Đã in 4/4 văn bản."
    assert told[1].startswith("2 văn bản còn chỗ trống: ")
    assert "nơi nhận (2)" in told[1]
    assert "chức vụ người ký (1)" in told[1]


def test_a_document_after_a_profile_that_is_not_there_is_not_printed(space, tmp_path, capsys):
    path = space.plan("tinh", year=2020, slug="la", profile="khong-co")
    assert render(path, "-o", tmp_path / "a.docx", root=space.root) == 2
    assert "DVK940  Not printed: there is no format profile “khong-co”" in capsys.readouterr().err
    assert render("--all", "--year", 2020, "-o", tmp_path / "ra", root=space.root) == 2
    error = capsys.readouterr().err
    assert "Printed 1 of 2 documents." in error
    assert f"Not done, 1 in all: {path}" in error


@pytest.mark.parametrize(
    ("says", "more"),
    [
        ({"page": {"top": 2500}}, {}),
        ({"looks": {"body": {"size": 900}}}, {}),
        ({"looks": {"than_bai": {"size": 14}}}, {}),
        ({"page": {"top": "hai"}}, {}),
        ({}, {"like": "khong-co"}),
    ],
)
def test_a_profile_with_mistakes_prints_nothing_that_takes_from_it(space, tmp_path, capsys, says, more):
    editions = [{"from": "2013-10-29", **says}]
    whole = {"schema": "profile/v1", "name": "Thử", "editions": editions}
    space.write("templates/profiles/goc.yaml", whole | more)
    space.write("templates/profiles/moi.yaml", whole | {"like": "goc", "editions": [{"from": "2013-10-29"}]})
    for name in ("goc", "moi"):
        path = space.plan("tinh", year=2020, slug=name, profile=name)
        assert render(path, "-o", tmp_path / "a.docx", root=space.root) == 2
        error = capsys.readouterr().err
        assert ("DVK940" if more else "DVK924") in error
        assert ("khong-co" if more else "templates/profiles/goc.yaml") in error
    assert not (tmp_path / "a.docx").exists()
    assert render("plans/2020/tinh/ke-hoach.yaml", "-o", tmp_path / "b.docx", root=space.root) == 0


def test_the_line_of_a_unit_that_names_no_profile_prints_nothing(space, tmp_path, capsys):
    space.settings(lines=[{"id": "youth-union", "name": "Đoàn", "profile": "parti"}])
    assert render("plans/2020/tinh/ke-hoach.yaml", "-o", tmp_path / "a.docx", root=space.root) == 2
    assert "“parti”" in capsys.readouterr().err
    assert render("--rollup", "tinh", "--year", 2021, "-o", tmp_path / "b.docx", root=space.root) == 2


def test_a_profile_that_begins_later_is_said(space, tmp_path, capsys):
    later = {"schema": "profile/v1", "name": "Thử", "editions": [{"from": "2022-01-01"}]}
    space.write("templates/profiles/moi.yaml", later)
    path = space.plan("tinh", year=2020, slug="som", profile="moi")
    assert render(path, "-o", tmp_path / "a.docx", root=space.root, language="vi") == 0
    assert "Thể thức “moi” chỉ có từ 01/01/2022" in capsys.readouterr().err
    path = space.plan("tinh", year=2023, slug="sau", profile="moi")
    assert render(path, "-o", tmp_path / "b.docx", root=space.root, language="vi") == 0
    assert "Thể thức" not in capsys.readouterr().err


def test_an_unknown_unit_is_answered_with_the_nearest(space, capsys):
    assert render("--all", "--year", 2021, "--unit", "huyen-c", root=space.root) == 2
    assert "huyen-a" in capsys.readouterr().err


def test_one_wrong_path_among_several_stops_before_anything_is_written(space, tmp_path, capsys):
    paths = ["reports/2021/tinh/huyen-b/2021.yaml", "units/units.yaml"]
    assert render(*paths, "-o", tmp_path / "ra", root=space.root) == 2
    assert "DVK923" in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


# --- what cannot be printed, what may not be written ---


def test_what_cannot_be_printed_is_named_at_the_end_and_the_others_are_made(space, tmp_path, capsys):
    for path in ("reports/2021/tinh/huyen-a/xa/2021.yaml", "plans/2021/tinh/huyen-a/nhap.yaml"):
        file = space.root / path
        file.write_text(file.read_text("utf-8") + "khoa-la: [\n", "utf-8")
    template = Document()
    template.add_paragraph("{{ khong_co }}")
    (space.root / "templates/word").mkdir(parents=True)
    template.save(str(space.root / "templates/word/registration.docx"))
    assert render("--all", "--year", 2021, "--jobs", 2, "-o", tmp_path / "ra", root=space.root) == 2
    printed = capsys.readouterr()
    failed = {name for name in OF_2021 if "nhap" in name or "dang-ky" in name or "bao-cao-xa-2021.docx" in name}
    assert set(made(tmp_path / "ra")) == OF_2021 - failed
    assert len(printed.out.splitlines()) == 4
    for words in (
        "Printed 4 of 7 documents.",
        "DVK924  plans/2021/tinh/huyen-a/nhap.yaml is not printed",
        "DVK924  reports/2021/tinh/huyen-a/xa/2021.yaml is not printed",
        "DVK926  templates/word/registration.docx, paragraph 1, {{ khong_co }}",
        "Not done, 1 in all: registrations/2021/tinh/huyen-b/dang-ky.yaml",
    ):
        assert words in printed.err
    only = ["--all", "--year", 2021, "--unit", "xa", "-o", tmp_path / "xa"]
    assert render(*only, root=space.root) == 2
    assert set(made(tmp_path / "xa")) == {"reports/2021/tinh/huyen-a/xa/bao-cao-xa-2021-H1.docx"}


def test_one_reason_for_many_is_said_once(space, tmp_path, capsys):
    (space.root / "templates/word").mkdir(parents=True)
    (space.root / "templates/word/report.docx").write_bytes(b"PK hong")
    assert render("--all", "--year", 2021, "-o", tmp_path / "ra", root=space.root) == 2
    error = capsys.readouterr().err
    assert error.count("DVK925") == 1
    assert "Not done, 4 in all: reports/2021/tinh/huyen-a/2021.yaml" in error


def test_nothing_is_written_over_without_force(space, tmp_path, capsys):
    target = tmp_path / "ra" / max(OF_2021)
    target.parent.mkdir(parents=True)
    target.write_text("giữ", "utf-8")
    assert render("--all", "--year", 2021, "-o", tmp_path / "ra", root=space.root) == 2
    assert "DVK909" in capsys.readouterr().err
    assert set(made(tmp_path / "ra")) == {max(OF_2021)}
    assert target.read_text("utf-8") == "giữ"
    assert render("--all", "--year", 2021, "-o", tmp_path / "ra", "--force", root=space.root) == 0
    assert set(made(tmp_path / "ra")) == OF_2021


def test_a_place_that_cannot_be_written_does_not_stop_the_others(space, tmp_path, capsys):
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "plans").write_text("một tệp, không phải thư mục", "utf-8")
    assert render("--all", "--year", 2021, "-o", tmp_path / "ra", root=space.root) == 2
    said = capsys.readouterr().err
    assert said.count("DVK910") == 1
    assert "plans/2021/tinh/huyen-a/nhap.yaml, plans/2021/tinh/ke-hoach.yaml" in said
    assert set(made(tmp_path / "ra")) == {"plans", *(name for name in OF_2021 if "plans" not in name)}


# --- the same bytes ---


def call(*words, root, seed="0", folder=None):
    """Run dvk in a process of its own."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": seed,
        "TZ": "Pacific/Apia" if seed else "UTC",
    }
    command = [sys.executable, "-m", "dvk", "render", *map(str, words), "--root", str(root)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_same_data_gives_the_same_bytes_however_it_is_called(space, tmp_path):
    elsewhere = shutil.copytree(space.root, tmp_path / "chỗ khác" / "w")
    for number, (root, jobs, seed) in enumerate(((space.root, 1, "1"), (elsewhere, 3, "2"))):
        done = call("--all", "--year", 2021, "--jobs", jobs, "-o", tmp_path / str(number), root=root, seed=seed)
        assert done.returncode == 0, done.stderr
    first, second = (made(tmp_path / name) for name in "01")
    assert set(first) == OF_2021
    assert first == second
    assert render("--all", "--year", 2021, "--jobs", 2, "-o", tmp_path / "2", root=space.root) == 0
    assert made(tmp_path / "2") == first
    alone = tmp_path / "mot.docx"
    assert render("plans/2021/tinh/ke-hoach.yaml", "-o", alone, root=space.root) == 0
    assert alone.read_bytes() == first["plans/2021/tinh/ke-hoach-tinh-ke-hoach-2021.docx"]


# --- at a terminal ---


def typed(*words, root):
    """Type a call at a terminal of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "DVK_LANG": "en"}
    command = ["-m", "dvk", "render", *map(str, words), "--root", str(root)]
    return pexpect.spawn(sys.executable, command, env=environment, encoding="utf-8", timeout=60, dimensions=(40, 160))


@pytest.mark.skipif(os.name == "nt", reason="a terminal of Unix")
def test_a_terminal_shows_how_far_it_is(space, tmp_path):
    shown = typed("--all", "--year", 2021, "-o", tmp_path / "ra", root=space.root)
    shown.expect("Printing")
    shown.expect("7/7")
    shown.expect("Printed 7 of 7 documents")
    shown.expect(pexpect.EOF)
    shown.close()
    assert shown.exitstatus == 0


@pytest.mark.skipif(os.name == "nt", reason="signals of a terminal")
def test_an_interrupted_call_leaves_whole_files_and_no_process(space, tmp_path):
    for number in range(150):
        space.plan("tinh", year=2021, slug=f"k{number}", text="Nội dung.\n\n" * 40)
    shown = typed("--all", "--year", 2021, "--jobs", 2, "-o", tmp_path / "ra", root=space.root)
    shown.expect(r"\d+/157")
    while len(list((tmp_path / "ra").rglob("*.docx"))) < 5:
        time.sleep(0.02)
    below = processes_below(shown.pid)
    assert len(below) == 2 or sys.platform != "linux"
    shown.sendintr()
    shown.expect(pexpect.EOF)
    shown.close()
    assert shown.exitstatus == 130
    assert not any(Path(f"/proc/{process}").exists() for process in below)
    files = made(tmp_path / "ra")
    assert 5 <= len(files) < 157
    assert all(name.endswith(".docx") for name in files), "nothing half written stays"
    assert all(paragraphs(tmp_path / "ra" / name) for name in files)


def processes_below(process):
    """Give the processes that a process has started."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    return listed.read_text().split() if listed.exists() else []


# --- PDF ---


@needs_libreoffice
def test_a_pdf_stands_beside_each(space, tmp_path, capsys):
    assert render("--all", "--year", 2021, "--unit", "huyen-b", "--pdf", "-o", tmp_path / "ra", root=space.root) == 0
    files = made(tmp_path / "ra")
    words = {Path(name).with_suffix("").as_posix() for name in files if name.endswith(".docx")}
    pdfs = {Path(name).with_suffix("").as_posix(): data for name, data in files.items() if name.endswith(".pdf")}
    assert len(words) == 2
    assert words == pdfs.keys()
    assert all(data.startswith(b"%PDF") for data in pdfs.values())
    assert len(capsys.readouterr().out.splitlines()) == 4
    (tmp_path / "a.pdf").write_text("giữ", "utf-8")
    again = ["reports/2021/tinh/huyen-b/2021.yaml", "--pdf", "-o", tmp_path / "a.docx"]
    assert render(*again, root=space.root) == 2
    assert not (tmp_path / "a.docx").exists()
    assert (tmp_path / "a.pdf").read_text("utf-8") == "giữ"


def test_without_libreoffice_the_word_file_stays_and_a_line_says_what_is_missing(space, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    if sys.platform != "linux":
        pytest.skip("elsewhere it is found without PATH")
    assert render("--all", "--year", 2021, "--pdf", "-o", tmp_path / "ra", root=space.root) == 2
    assert set(made(tmp_path / "ra")) == OF_2021
    error = capsys.readouterr().err
    assert error.count("DVK936  LibreOffice is not installed") == 1
    assert "https://www.libreoffice.org" in error


@pytest.mark.skipif(os.name == "nt", reason="a script stands for the program")
@pytest.mark.parametrize(
    ("font", "is_said"),
    [
        ("BAAAAA+LiberationSerif-Bold", True),
        ("CAAAAA+TimesNewRomanPS-BoldMT", False),
        ("TimesNewRomanPSMT /BaseFont/BAAAAA+OpenSymbol", False),
        ("BAAAAA+OpenSymbol", False),
    ],
)
def test_a_font_that_the_machine_lacks_is_said(space, monkeypatch, capsys, font, is_said):
    program = space.root.parent / "bin" / "soffice"
    program.parent.mkdir()
    script = f"""#!/bin/sh
    while [ "$1" != --outdir ]; do shift; done
    out=$2; shift 2
    for file in "$@"; do name=${{file##*/}}; echo "%PDF-1.6 <</BaseFont/{font}>>" > "$out/${{name%.*}}.pdf"; done
    """
    program.write_text(script, "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    assert render("--all", "--year", 2021, "--pdf", "-o", space.root.parent / "ra", root=space.root) == 0
    error = capsys.readouterr().err
    said = "This machine has no Times New Roman; in the PDF, LibreOffice puts LiberationSerif in its place."
    assert error.count(said) == error.count("This machine") == is_said
