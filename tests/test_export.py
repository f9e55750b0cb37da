"""``dvk export``: plain tables of a workspace, exact, whole or not at all; the questions of its page are answered."""

import csv
import re
import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest
from facts_out import FORMS, dvk, exported, needs_scale
from workspace_builder import Workspace, report_due, since

from dvk.exporting.csv_files import as_cell, text_of
from dvk.exporting.forms import FORMS as FORMS_OF_DVK
from dvk.exporting.rows import FILLED_BY
from dvk.exporting.tables import EXPORTED

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/xuat-du-lieu.md").read_text(encoding="utf-8")
FORMS_WITHOUT_EXTRA = ("sqlite", "csv")
_QUESTION = re.compile(r"^```sql\n(.*?)\n```\n\n((?:^\|[^\n]*\n)+)", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """Give the export of this repository as SQLite."""
    return exported(ROOT, tmp_path_factory.mktemp("sqlite") / "x", "sqlite") / "dvk.sqlite"


def asked(file, question, *values):
    with closing(sqlite3.connect(file)) as database:
        return database.execute(question, values).fetchall()


def small(tmp_path):
    """A province with two districts and a commune: a third, a null, a missing one, a stated total, a merger."""
    made = Workspace(tmp_path / "w")
    made.unit("p", level="province")
    made.units("a", "b", parent="p", level="district")
    made.unit("old", "b", to="2021-06-30")
    made.unit("new", [since("b", "2021-07-01")], start="2021-07-01", name="=1+1")
    made.event("merge", "2021-07-01", ["old"], ["new"])
    made.indicator("houses", "sum", "sum")
    made.indicator("members", "average", "average", type="decimal")
    made.indicator("good", "last", "sum")
    made.ratio("share", "good", "houses")
    made.plan("p", report_due("nam", 2021, "district", "commune", by="2021-12-31"), year=2021)
    made.report("a", "2021-M1-3", {"houses": 4, "members": "2,5"})
    made.report("a", "2021-M4-12", {"houses": 3, "members": 3, "good": 2})
    made.report("b", 2021, {"houses": None}, consolidated={"houses": 20}, illustrative=True)
    made.report("old", "2021-H1", {"houses": 5})
    made.report("a", 2020, {"houses": 9})
    return made


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Give the small workspace's export as SQLite."""
    folder = tmp_path_factory.mktemp("small")
    return exported(small(folder).root, folder / "x", "sqlite", "--year", 2021) / "dvk.sqlite"


def of_year(file, table, *columns, **where):
    condition = " AND ".join(f"{name} = ?" for name in where) or "1"
    question = f"SELECT {', '.join(columns)} FROM {table} WHERE {condition}"  # noqa: S608 - our own names
    return asked(file, question, *where.values())


# --- the tables ---


def test_every_table_has_rows_and_every_form_a_name():
    assert EXPORTED.keys() == FILLED_BY.keys()
    assert FORMS_OF_DVK.keys() == set(FORMS)
    for table in EXPORTED.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert set(table.key) <= set(names)
        assert [len(columns) == len(EXPORTED[other].key) for columns, other in table.links].count(False) == 0


def test_every_column_is_filled_somewhere(file, repository):
    """A column that no row has is misspelled, or says nothing."""
    odd = {"commit_id", "spent_num", "spent_den", "upper_num", "upper_den", "covers_predecessors"}
    for table in EXPORTED.values():
        for column in table.columns:
            given = [of_year(one, table.name, f"count({column.name})") for one in (file, repository)]
            assert given != [[(0,)]] * 2 or column.name in odd, f"{table.name}.{column.name}"


def test_links_lead_somewhere_and_keys_are_keys(repository):
    assert asked(repository, "PRAGMA foreign_key_check") == []
    assert asked(repository, "PRAGMA integrity_check") == [("ok",)]
    for table in EXPORTED.values():
        keys = [row[1] for row in asked(repository, f"PRAGMA table_info({table.name})") if row[5]]
        assert sorted(keys) == sorted(table.key)


def test_numbers_are_exact(file):
    average = (Fraction(5, 2) * 3 + 3 * 9) / 12
    row = of_year(file, "yearly", "own_num", "own_den", unit="a", indicator="members")
    assert row == [average.as_integer_ratio()]
    types = {
        value
        for table in EXPORTED.values()
        for column in table.columns
        for (value,) in of_year(file, table.name, f"DISTINCT typeof({column.name})")
    }
    assert types == {"integer", "text", "null"}


def test_missing_is_not_zero(file):
    facts = of_year(file, "facts", "unit", "section", "state", "value_num", "reason", indicator="houses", period="2021")
    assert ("b", "own", "null", None, "chưa thống kê được") in facts
    assert ("new", "own", "missing", None, None) in facts
    assert of_year(file, "yearly", "coverage", "value_num", unit="new", indicator="houses") == [("missing", 5)]
    assert of_year(file, "yearly", "coverage", "basis", unit="b", indicator="houses") == [("null", "stated")]


def test_a_figure_says_up_to_which_unit_it_counts(file):
    """The stated total of B stands for what is below it; what is below counts up to there, the old one in the new."""
    rows = of_year(
        file, "contributions", "unit", "basis", "value_num", "counts_up_to", indicator="houses", part="figure"
    )
    assert sorted(rows) == [("a", "own", 7, "p"), ("b", "stated", 20, "p"), ("old", "own", 5, "new")]
    assert of_year(file, "totals", "unit", "value_num", indicator="houses", part="figure") == [
        *(("a", 7), ("b", 20), ("new", 5), ("old", 5), ("p", 27))
    ]


def test_illustrative_figures_are_marked_in_every_row(file):
    for table in ("facts", "contributions", "yearly"):
        where = {"part": "figure"} if table == "contributions" else {"indicator": "houses"}
        marked = of_year(file, table, "DISTINCT unit", illustrative=1, **where)
        assert set(marked) == ({("b",), ("p",)} if table == "yearly" else {("b",)})
    assert of_year(file, "exports", "illustrative") == [(1,)]


def test_what_a_value_stands_on_is_what_the_rollup_says(tmp_path):
    """Of an indicator that is not added over units, a unit with others below it has neither figure nor null."""
    made = Workspace(tmp_path / "w")
    made.unit("p", level="province")
    made.units("a", "b", parent="p")
    for operator in ("none", "sum"):
        made.indicator(f"by-{operator}", "sum", operator)
        for unit in ("p", "a", "b"):
            made.report(unit, 2021, {f"by-{operator}": None}, topic=f"-{operator}")
    file = exported(made.root, tmp_path / "x", "sqlite", "--year", 2021) / "dvk.sqlite"
    told = dict(asked(file, "SELECT unit || ' ' || indicator, basis FROM yearly"))
    assert told == {
        "p by-none": None,
        "a by-none": "null",
        "b by-none": "null",
        "p by-sum": "null",
        "a by-sum": "null",
        "b by-sum": "null",
    }
    assert {f"{unit} {name}": made.row(unit, name, 2021)["basis"] for unit, name in map(str.split, told)} == told


def test_the_event_and_the_tree_of_the_year(file):
    assert of_year(file, "events", "kind", "day", "role", "unit") == [
        ("merge", "2021-07-01", "from", "old"),
        ("merge", "2021-07-01", "into", "new"),
    ]
    assert of_year(file, "units", "parent", "depth", "ended", "succeeded", unit="old") == [("new", 3, 1, 1)]
    above = of_year(file, "closure", "ancestor", "distance", unit="old")
    assert sorted(above) == [("b", 2), ("new", 1), ("old", 0), ("p", 3)]


def test_questions_of_the_page_are_answered_as_it_shows(repository):
    found = _QUESTION.findall(PAGE)
    assert len(found) >= 5
    for question, shown in found:
        heads, _, *rows = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in shown.splitlines())
        with closing(sqlite3.connect(repository)) as database:
            cursor = database.execute(question)
            assert [column[0] for column in cursor.description] == heads
            assert [["–" if cell is None else str(cell) for cell in row] for row in cursor] == rows, question


# --- files ---


def test_csv_has_no_cell_that_a_sheet_takes_for_a_formula(tmp_path):
    folder = exported(small(tmp_path).root, tmp_path / "x", "csv")
    with (folder / "2021/p/units.csv").open(encoding="utf-8-sig", newline="") as stream:
        names = {row["unit"]: row["name"] for row in csv.DictReader(stream)}
    assert names["new"] == "'=1+1"
    assert {file.name for file in (folder / "2021/p").iterdir()} == {f"{table}.csv" for table in EXPORTED}


def test_csv_begins_with_the_mark_that_excel_asks_for(tmp_path):
    folder = exported(small(tmp_path).root, tmp_path / "x", "csv")
    for file in folder.rglob("*.csv"):
        assert file.read_bytes().startswith(b"\xef\xbb\xbfroot,year,"), file


@pytest.mark.parametrize("text", ["=1", "'x", "''", "-3", "một", "＝2", "a'b"])
def test_a_text_in_csv_comes_back_as_it_was(text):
    assert text_of(as_cell(text)) == text


@needs_scale
def test_parquet_has_the_schema_of_its_table(tmp_path):
    from pyarrow import parquet

    folder = exported(small(tmp_path).root, tmp_path / "x", "parquet")
    for name, table in EXPORTED.items():
        schema = parquet.read_schema(folder / f"2021/p/{name}.parquet")
        assert schema.names == [column.name for column in table.columns]
        assert {str(kind) for kind in schema.types} <= {"string", "int64", "bool"}


def test_one_tree_and_one_year_are_a_part_of_all(tmp_path):
    folder = exported(ROOT, tmp_path / "x", "csv", "--year", 2020, "--unit", "tinh-doan-ha-tinh")
    assert [path.relative_to(folder).as_posix() for path in folder.glob("*/*")] == ["2020/tinh-doan-ha-tinh"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--unit", "tinh-doan-ha-tin"), "DVK907", "tinh-doan-ha-tinh"),
        (("--unit", "huyen-doan-cang-long"), "DVK908", "at the top of a tree may be given: tinh-doan-tra-vinh"),
        (("--format", "xml"), "DVK908", "parquet"),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_ones(tmp_path, words, code, said):
    answer = dvk("export", tmp_path / "x", *words, "--root", ROOT)
    assert answer.code == 2
    assert code in answer.err
    assert said in answer.err
    assert not (tmp_path / "x").exists()


def test_nothing_is_written_over(tmp_path):
    target = tmp_path / "x"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    for there, code in ((target, "DVK910"), (target / "mine.txt", "DVK909")):
        answer = dvk("export", there, "--root", ROOT)
        assert (answer.code, code in answer.err) == (2, True)
        assert ("is not empty" in answer.err) == (there == target)
    assert [path.name for path in tmp_path.rglob("*")] == ["x", "mine.txt"]


def test_where_no_folder_can_stand_nothing_is_left(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    answer = dvk("export", tmp_path / "file/x", "--root", ROOT)
    assert (answer.code, "DVK910" in answer.err) == (2, True)
    assert [path.name for path in tmp_path.rglob("*")] == ["file"]


@pytest.mark.parametrize("form", FORMS_WITHOUT_EXTRA)
def test_an_export_with_nothing_in_it_leaves_nothing_behind(tmp_path, form):
    made = small(tmp_path)
    for _ in range(2):
        answer = dvk("export", tmp_path / "deep/x", "--format", form, "--year", 1999, "--root", made.root)
        assert (answer.code, answer.err.startswith("There is nothing to export")) == (0, True)
        assert [path.name for path in tmp_path.iterdir()] == ["w"]


def years_in(file):
    return [year for (year,) in asked(file, "SELECT DISTINCT year FROM exports ORDER BY year")]


def test_a_year_for_which_a_plan_asks_and_nobody_has_reported_is_there(tmp_path):
    """A plan without an end asks up to this year, one that has an end up to then."""
    made = Workspace(tmp_path / "w")
    made.unit("p", level="province")
    made.unit("a", "p", level="district")
    made.indicator("houses", "sum", "sum")
    yearly = {"every_year": True, "by": "11-01", "indicators": ["houses"]}
    due = report_due("nam", "year", "district", **yearly)
    made.plan("p", due, year=2023)
    file = exported(made.root, tmp_path / "x", "sqlite") / "dvk.sqlite"
    assert years_in(file) == [2023, 2024, 2025, 2026]
    missing = asked(file, "SELECT year, n, n_expected FROM yearly WHERE unit = 'p' ORDER BY year")
    assert missing == [(year, 0, 1) for year in (2023, 2024, 2025, 2026)]
    made.plan("p", due, year=2023, until="2024-12-31")
    assert years_in(exported(made.root, tmp_path / "y", "sqlite") / "dvk.sqlite") == [2023, 2024]


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "x").mkdir()
    assert [path.name for path in exported(ROOT, tmp_path / "x", "sqlite", "--year", 2014).iterdir()] == ["dvk.sqlite"]


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_a_number_that_no_table_holds_leaves_nothing_behind(tmp_path, form):
    made = small(tmp_path)
    made.report("new", "2021-H2", {"members": "120000,123456789012345"})
    answer = dvk("export", tmp_path / "deep/x", "--format", form, "--root", made.root)
    assert (answer.code, "DVK989" in answer.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["w"]


def test_a_file_that_was_not_finished_is_closed(tmp_path):
    """Where it stayed open, Windows would not let its folder go."""
    with pytest.raises(KeyboardInterrupt), FORMS_OF_DVK["sqlite"](tmp_path) as writer:
        raise KeyboardInterrupt
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        writer.add(EXPORTED["exports"], ("p", 2021), [[None] * len(EXPORTED["exports"].columns)])
