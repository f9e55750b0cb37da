"""``dvk rollup --facts``: what exports add up to is what the files do, to the last byte; nothing is counted twice."""

import csv
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from facts_out import FORMS, VIEWS, differing_views, dvk, exported, needs_scale, needs_spark
from workspace_builder import Workspace, report_due

from dvk.exporting.tables import EXPORTED

ROOT = Path(__file__).parents[1]
BENCH = ROOT / "bench"
pytestmark = needs_scale


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """Give this repository's exports by form."""
    folder = tmp_path_factory.mktemp("exports")
    years = {"parquet": ()}
    return {form: exported(ROOT, folder / form, form, *years.get(form, ("--year", 2021))) for form in FORMS}


def provinces(tmp_path, *names):
    """One workspace a province, each with two districts of the same ids, and a model."""
    for number, name in enumerate(names, start=1):
        made = Workspace(tmp_path / name)
        made.unit(name, level="province")
        made.units("d1", "d2", parent=name, level="district")
        made.indicator("houses", "sum", "sum")
        made.plan(name, report_due("nam", 2021, "district", by="2021-12-31"), year=2021)
        made.report("d1", 2021, {"houses": number})
        made.registration("d2", 2021, {"id": "m", "owners": ["d2"], "type": "collective"})
        yield made


@pytest.mark.parametrize("form", ["parquet", *(pytest.param(form, marks=pytest.mark.deep) for form in FORMS[:2])])
def test_exports_of_the_repository_add_up_to_what_its_files_do(exports, form):
    """Every form is in the ordinary suite in ``tests/oracle/test_facts.py``."""
    assert differing_views(ROOT, 2021, exports[form]) == []


@pytest.mark.deep
@pytest.mark.parametrize("year", [2014, 2020, 2022])
def test_in_every_year(exports, year):
    assert differing_views(ROOT, year, exports["parquet"]) == []


def test_trees_exported_apart_are_together_what_they_were(tmp_path):
    roots = ["tinh-doan-kien-giang", "tinh-doan-tra-vinh"]
    folders = [
        exported(ROOT, tmp_path / root, form, "--unit", root, "--year", 2021)
        for root, form in zip(roots, ("sqlite", "csv"), strict=True)
    ]
    assert differing_views(ROOT, 2021, *folders, views=VIEWS[:1]) == []


def test_a_part_of_it(exports):
    words = ("--unit", "huyen-doan-cang-long", "--indicator", "nha-nhan-ai", "--depth", 1)
    of_files = dvk("rollup", "--year", 2021, "--root", ROOT, *words)
    assert dvk("rollup", "--year", 2021, "--facts", exports["parquet"], *words).out == of_files.out


def test_provinces_with_units_of_the_same_id_stay_apart(tmp_path):
    folders = [exported(made.root, made.root / "x", "csv", "--year", 2021) for made in provinces(tmp_path, "p1", "p2")]
    facts = [word for folder in folders for word in ("--facts", folder)]
    tables = dvk("rollup", "--year", 2021, *facts, "--format", "csv").out.splitlines()
    assert [line.split(",")[1:7] for line in tables[1:]] == [
        ["p1", "P1", "houses", "Houses", "căn", "1"],
        ["p2", "P2", "houses", "Houses", "căn", "2"],
    ]
    found = dvk("rollup", "--year", 2021, *facts, "--depth", 1).out
    assert "All roots · models · registered 2" in found
    assert found.count("D1") == 2


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    """Give a made-up workspace of 10,000 files with the reorganisation of 2025, and its export."""
    folder = tmp_path_factory.mktemp("country")
    words = [sys.executable, BENCH / "workspaces.py", folder / "w", "--files", "10000", "--checkout"]
    subprocess.run(words, check=True, capture_output=True)
    return folder / "w", exported(folder / "w", folder / "x", "parquet", "--year", 2025)


@pytest.mark.deep
def test_ten_thousand_files_with_a_reorganisation(country):
    assert differing_views(country[0], 2025, country[1]) == []


@needs_spark
@pytest.mark.deep
@pytest.mark.parametrize("of", ["country", "repository"])
def test_on_spark(request, exports, of):
    """Spark runs in a process of its own: it leaves one behind that no other test may find."""
    root, folder = (ROOT, exports["csv"]) if of == "repository" else request.getfixturevalue("country")
    asked = ["rollup", "--year", "2021" if of == "repository" else "2025", "--lang", "en", *VIEWS[0]]
    done = subprocess.run(
        [sys.executable, "-m", "dvk", *asked, "--facts", folder, "--engine", "spark"],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    assert done.stdout.decode() == dvk(*asked, "--root", root).out


# --- what is refused ---


def refused(code, *words):
    said = dvk("rollup", "--year", 2021, *words)
    assert (said.code, said.out) == (2, ""), said
    assert said.err.startswith(code), said.err
    return said.err


def test_one_root_and_year_is_never_counted_twice(tmp_path, exports):
    assert "tinh-doan-" in refused("DVK988", "--facts", exports["csv"], "--facts", exports["sqlite"])
    shutil.copytree(exports["csv"], tmp_path / "a")
    shutil.copytree(exports["csv"], tmp_path / "b")
    refused("DVK988", "--facts", tmp_path)


def test_what_is_named_twice_is_said_to_be(exports):
    inside = exports["csv"] / "2021/tinh-doan-tra-vinh"
    for second in (exports["csv"], inside):
        assert "named twice" in refused("DVK987", "--facts", exports["csv"], "--facts", second)


def test_sqlite_files_may_have_any_name(tmp_path):
    """An office renames them: each province sends ``dvk.sqlite``."""
    for number, made in enumerate(provinces(tmp_path, "p1", "p2", "p3")):
        folder = exported(made.root, made.root / "x", "sqlite", "--year", 2021)
        (tmp_path / "in/deep").mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / "dvk.sqlite", tmp_path / "in/deep" / ("a.sqlite", "b.DB", "c.sqlite3")[number])
    (tmp_path / "in/Thumbs.db").write_bytes(b"no database")
    with closing(sqlite3.connect(tmp_path / "in/other.sqlite")) as database:
        database.executescript("CREATE TABLE mine (a)")
    said = dvk("rollup", "--year", 2021, "--facts", tmp_path / "in", "--format", "csv")
    assert [line.split(",")[1] for line in said.out.splitlines()[1:]] == ["p1", "p2", "p3"]
    assert "Passed over, 2 links or databases" in said.err
    assert "Thumbs.db" in said.err
    assert "other.sqlite" in said.err


def test_links_are_passed_over_and_named(tmp_path, exports):
    (tmp_path / "in").mkdir()
    shutil.copytree(exports["csv"] / "2021", tmp_path / "in/2021")
    (tmp_path / "in/all").symlink_to(exports["csv"], target_is_directory=True)
    (tmp_path / "in/dvk.sqlite").symlink_to(exports["sqlite"] / "dvk.sqlite")
    said = dvk("rollup", "--year", 2021, "--facts", tmp_path / "in", "--format", "csv")
    assert said.code == 0
    assert "Passed over, 2 links" in said.err
    shutil.rmtree(tmp_path / "in/2021")
    assert "only links in it, or databases that are no exports: all, dvk.sqlite" in refused(
        "DVK987", "--facts", tmp_path / "in"
    )


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_a_part_without_the_table_of_itself_is_not_left_out(tmp_path, exports, form):
    shutil.copytree(exports[form], tmp_path / "x")
    (tmp_path / f"x/2021/tinh-doan-tra-vinh/exports.{form}").unlink()
    assert refused("DVK987", "--facts", tmp_path / "x").splitlines()[0].endswith("a table is missing: exports")


def test_what_was_not_whole_is_said_in_words(tmp_path):
    made = next(provinces(tmp_path, "p1"))
    made.report("d2", 2021, {"houses": 7}, state="draft")
    folder = exported(made.root, tmp_path / "x", "csv")
    said = dvk("rollup", "--year", 2021, "--facts", folder)
    assert "p1 (reports not added: 1)" in said.err


def test_a_folder_that_is_no_export_is_named(tmp_path, exports):
    refused("DVK987", "--facts", tmp_path)
    assert "there is no such folder" in refused("DVK987", "--facts", tmp_path / "nowhere")
    refused("DVK987", "--facts", ROOT / "README.md")
    said = dvk("rollup", "--year", 1999, "--facts", exports["parquet"])
    assert "2014, 2015, 2016" in said.err


def test_a_figure_changed_in_an_export_shows(tmp_path, exports):
    shutil.copytree(exports["csv"], tmp_path / "x")
    file = tmp_path / "x/2021/tinh-doan-tra-vinh/contributions.csv"
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "nha-nhan-ai,figure,stated,12," in line)
    file.write_text(text.replace(line, line.replace(",12,", ",13,")), encoding="utf-8")
    assert "nha-nhan-ai" in refused("DVK987", "--facts", tmp_path / "x")


@pytest.mark.parametrize(
    ("table", "condition", "said"),
    [
        ("units", "parent IS NULL", "units tinh-doan-tra-vinh"),
        ("units", "1", "units "),
        ("units, yearly", "1", "units "),
        ("exports", "1", "exports tinh-doan-tra-vinh"),
    ],
)
def test_a_mark_taken_out_of_an_export_shows(tmp_path, exports, table, condition, said):
    shutil.copytree(exports["sqlite"], tmp_path / "x")
    with closing(sqlite3.connect(tmp_path / "x/dvk.sqlite")) as database:
        for name in table.split(", "):
            database.execute(f"UPDATE {name} SET illustrative = 0 WHERE root = 'tinh-doan-tra-vinh' AND {condition}")  # noqa: S608
        database.commit()
    told = refused("DVK987", "--facts", tmp_path / "x")
    assert f"not marked as such: {said}" in told


def spoiled_sqlite(file):
    with closing(sqlite3.connect(file)) as database:
        database.executescript("ALTER TABLE yearly RENAME COLUMN count TO number")


SPOILED = {
    "cut": ("parquet", "yearly", lambda file: file.write_bytes(file.read_bytes()[:200])),
    "another table": ("parquet", "closure", lambda file: shutil.copy(file.with_name("units.parquet"), file)),
    "no database": ("sqlite", "dvk", lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(90))),
    "gone": ("parquet", "targets", lambda file: file.unlink()),
    "half a line": ("csv", "units", lambda file: file.write_text(file.read_text(encoding="utf-8")[:-9])),
    "no number": (
        "csv",
        "closure",
        lambda file: file.write_text(file.read_text(encoding="utf-8").replace(",0,", ",x,")),
    ),
    "not UTF-8": ("csv", "units", lambda file: file.write_bytes(file.read_bytes() + b"\xff\xfe,\n")),
    "another version": ("sqlite", "dvk", spoiled_sqlite),
}


@pytest.mark.parametrize(
    "how", [*list(SPOILED)[:3], *(pytest.param(how, marks=pytest.mark.deep) for how in list(SPOILED)[3:])]
)
def test_a_damaged_export_is_a_stop_and_never_a_trace(tmp_path, exports, how):
    form, table, spoil = SPOILED[how]
    shutil.copytree(exports[form], tmp_path / "x")
    inner = "dvk.sqlite" if form == "sqlite" else f"2021/tinh-doan-tra-vinh/{table}.{form}"
    spoil(tmp_path / "x" / inner)
    refused("DVK987", "--facts", tmp_path / "x")


def test_an_export_under_another_name_is_refused(tmp_path, exports):
    """A folder that was renamed does not turn one province into another."""
    (tmp_path / "2021").mkdir()
    shutil.copytree(exports["parquet"] / "2021/tinh-doan-tra-vinh", tmp_path / "2021/tinh-doan-ha-tinh")
    refused("DVK987", "--facts", tmp_path)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--at", "HEAD"), "DVK908"),
        (("--against", "now"), "DVK908"),
        (("--plan", "plans/2021/tinh-doan-tra-vinh/dan-van-kheo.yaml"), "DVK908"),
        (("--root", "."), "DVK908"),
        (("--engine", "sparc"), "DVK908"),
        (("--unit", "huyen-doan-cang-lon"), "DVK907"),
        (("--indicator", "nha-nhan-a"), "DVK907"),
    ],
)
def test_what_an_export_cannot_answer_is_said(exports, words, code):
    refused(code, "--facts", exports["csv"], *words)


def test_an_engine_without_exports_is_refused():
    refused("DVK908", "--engine", "duckdb", "--root", ROOT)


@pytest.mark.parametrize("library", ["pyarrow", "ibis"])
def test_without_the_extra_one_line_says_how_to_get_it(exports, monkeypatch, library):
    monkeypatch.setitem(sys.modules, library, None)
    assert "pip install 'dvk[scale]'" in refused("DVK986", "--facts", exports["parquet"])


@pytest.mark.deep
@pytest.mark.parametrize("number", range(60))
def test_a_cell_changed_at_random_is_never_a_bug_of_ours(tmp_path, exports, number):
    """It shows, or it was no figure; what was refused says where."""
    rng = Random(number)  # noqa: S311 - repeatable, nothing secret
    shutil.copytree(exports["csv"] / "2021", tmp_path / "x/2021")
    file = tmp_path / "x/2021/tinh-doan-tra-vinh" / f"{rng.choice(sorted(EXPORTED))}.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    row = rng.choice(rows[1:] or rows)
    row[rng.randrange(len(row))] = rng.choice(["", "0", "-1", "7", "9" * 30, "x", "tinh-doan-tra-vinh", "null", "1e3"])
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    said = dvk("rollup", "--year", 2021, "--facts", tmp_path / "x", "--format", "json")
    assert said.code in {0, 2}, said.err
    assert said.err.startswith("DVK987") or said.code == 0
