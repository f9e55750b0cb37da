"""Workbooks and Word documents as offices get them: read back by other programs, hostile names and all."""

import csv
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO, TextIOWrapper
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace_builder import Workspace, report_due

from dvk.__main__ import run
from dvk.output.docx import as_docx
from dvk.output.sheet_names import SheetNames, cut
from dvk.output.tables import FORMATS
from dvk.output.widths import column_widths, lines_of, measured, text_width
from dvk.output.xlsx import as_xlsx
from dvk.vietnamese.numbers import parse_decimal
from dvk.views.table import Column, Nested, Table

ROOT = Path(__file__).parents[1]
YEAR = 2021
UNIT = "tinh-doan-tra-vinh"
ROLLUP = ("rollup", "--year", "2021", "--unit", UNIT)
WHOLE_YEAR = ("rollup", "--year", "2021")
DEADLINES = ("deadlines", "--year", "2020", "--on", "2021-01-10")
UNITS = ("units", "--on", "2020-06-01")
WHY = ("why", UNIT, "nha-nhan-ai", "--year", "2021")
EVERY_TABLE = {
    "rollup": ROLLUP,
    "year": WHOLE_YEAR,
    "depth": (*ROLLUP, "--depth", "9"),
    "deadlines": DEADLINES,
    "units": UNITS,
    "why": WHY,
    "check": ("check",),
    "explain": ("explain",),
    "find": ("find", "nhà nhân ái"),
    "status": ("status", "--on", "2021-11-01", "--unit", UNIT),
}
BOM = b"\xef\xbb\xbf"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def call(*words, root=ROOT):
    """Run a call in this process, in Vietnamese; give exit code, the bytes printed, and what was said beside them."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    at_root = [] if "explain" in words else ["--root", str(root)]
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, words), *at_root], today=date(2026, 11, 21))
    return code, out.buffer.getvalue(), err.buffer.getvalue().decode()


def answered(*words, root=ROOT):
    code, printed, said = call(*words, root=root)
    assert code == 0, said
    return printed


def as_json(*words, root=ROOT):
    return json.loads(answered(*words, "--format", "json", root=root))


def workbook(*words, root=ROOT):
    return openpyxl.load_workbook(BytesIO(answered(*words, "--format", "xlsx", root=root)))


def document(*words, root=ROOT):
    return docx.Document(BytesIO(answered(*words, "--format", "docx", root=root)))


def rows_of(sheet, heading):
    """Give the rows of a sheet below the row that begins with a heading, by heading, down to the first empty one."""
    rows = list(sheet.iter_rows())
    top = next(at for at, row in enumerate(rows) if row[0].value == heading)
    titles = [cell.value for cell in rows[top]]
    below = []
    for row in rows[top + 1 :]:
        if row[0].value is None:
            break
        below.append(dict(zip(titles, row, strict=True)))
    return below


def values(row):
    return {title: cell.value for title, cell in row.items()}


def rows_of_table(table):
    """Give the rows of a Word table by heading."""
    titles, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    return [dict(zip(titles, row, strict=True)) for row in rows]


def one_table(cells, kind="text", **fields):
    """Give a table of one column."""
    return Table("Bảng", (Column("a", "cột", kind),), [(cell,) for cell in cells], **fields)


def sheet_of(table):
    return openpyxl.load_workbook(BytesIO(as_xlsx([table], "vi"))).worksheets[0]


# --- the numbers are those of the JSON ---


def test_a_sheet_holds_the_numbers_of_the_json():
    answer = as_json(*ROLLUP)[0]["indicators"]
    rows = [values(row) for row in rows_of(workbook(*ROLLUP).worksheets[0], "chỉ tiêu")]
    assert [row["kết quả"] for row in rows] == [row["value"] for row in answer]
    assert [row["2020"] for row in rows] == [row["last_year"] for row in answer]
    assert [row["n/N"] for row in rows] == [f"{row['n']}/{row['N']}" for row in answer]
    for row, expected in zip(rows, answer, strict=True):
        assert row["đạt"] == (None if expected["attainment"] is None else pytest.approx(expected["attainment"] / 100))
    assert rows[0]["kết quả"] == 3120


def test_so_many_of_so_many_stand_in_the_middle():
    """Right beside the next column's text, 9/12 would touch its border."""
    sheet = rows_of(workbook(*ROLLUP).worksheets[0], "chỉ tiêu")
    assert {row["n/N"].alignment.horizontal for row in sheet} == {"center"}
    assert {row["kết quả"].alignment.horizontal for row in sheet} == {"right"}
    styles = [
        paragraph.style.name for row in document(*ROLLUP).tables[0].rows for paragraph in row.cells[-2].paragraphs
    ]
    assert set(styles[1:]) == {"TableCentred"}
    kept = sheet_of(one_table(["12/2020"]))
    assert kept["A3"].alignment.horizontal != "center"


def test_a_document_holds_the_numbers_of_the_json():
    answer = as_json(*ROLLUP)[0]["indicators"]
    rows = rows_of_table(document(*ROLLUP).tables[0])
    read = [None if row["kết quả"] == "–" else parse_decimal(row["kết quả"]) for row in rows]
    assert read == [row["value"] for row in answer]
    assert rows[0]["đạt"] == "88\u00a0%"
    assert rows[0]["kết quả"] == "3.120"


def test_the_sheet_of_data_holds_what_csv_holds():
    book = workbook(*WHOLE_YEAR)
    keys, *rows = ([cell.value for cell in row] for row in book.worksheets[-1].iter_rows())
    expected_keys, *expected = csv.reader(io.StringIO(answered(*WHOLE_YEAR, "--format", "csv").decode()))
    assert book.sheetnames[-1] == "Dữ liệu"
    assert keys == expected_keys
    assert len(rows) == len(expected) > 5
    for row, texts in zip(rows, expected, strict=True):
        for value, text in zip(row, texts, strict=True):
            if isinstance(value, int | float):
                assert value == pytest.approx(float(text), abs=1e-6)
            else:
                assert (value or "") == text


@pytest.mark.parametrize("words", [UNITS, WHY, ("check",)])
def test_what_people_see_whole_needs_no_sheet_of_data(words):
    assert "Dữ liệu" not in workbook(*words).sheetnames


def test_a_day_is_a_day():
    expected = {(row["unit"], row["due"]) for row in as_json(*DEADLINES)}
    data = rows_of(workbook(*DEADLINES)["Dữ liệu"], "plan")
    assert {(row["unit"].value, row["due"].value) for row in data} == expected
    for sheet in workbook(*DEADLINES).worksheets[:-1]:
        for row in rows_of(sheet, "đơn vị"):
            due = row["hạn cuối"]
            assert due.value is None or isinstance(due.value, datetime)
            assert due.value is None or due.number_format == "dd/mm/yyyy"
    table = next(table for table in document(*DEADLINES).tables if table.rows[1].cells[1].text != "–")
    assert re.fullmatch(r"\d\d/\d\d/2020", table.rows[1].cells[1].text)


def test_a_moment_keeps_its_hour(tmp_path):
    workspace = small(tmp_path, report_due("nam", YEAR, "district", before=f"{YEAR}-11-05 17:00"))
    words = ("deadlines", "--year", YEAR, "--on", f"{YEAR}-12-31")
    row = rows_of(workbook(*words, root=workspace.root).worksheets[0], "đơn vị")[0]
    assert row["hạn cuối"].value == datetime(YEAR, 11, 5, 16, 59)  # noqa: DTZ001 - a sheet knows no zone
    assert row["hạn cuối"].number_format == "dd/mm/yyyy hh:mm"
    assert "05/11/2021 16:59" in answered(*words, root=workspace.root).decode()
    assert document(*words, root=workspace.root).tables[0].rows[1].cells[1].text == "05/11/2021\u00a016:59"


def test_days_of_units_are_iso_in_csv_and_vietnamese_in_text():
    assert ",2025-07-01," in answered("units", "--on", "2025-07-01", "--format", "csv").decode()
    assert "  01/07/2025  " in answered("units", "--on", "2025-07-01").decode()
    found = rows_of(workbook("units", "--on", "2025-07-01").worksheets[0], "id")
    assert datetime(2025, 7, 1) in {row["từ"].value for row in found}  # noqa: DTZ001


@pytest.mark.parametrize(
    ("cell", "kind", "value", "shown"),
    [
        (3120, "number", 3120, "#,##0"),
        (0, "number", 0, "#,##0"),
        (-7, "number", -7, "#,##0"),
        (Fraction(147, 2), "number", 73.5, "#,##0.0"),
        (Fraction(220, 3), "number", 220 / 3, "#,##0.00"),
        (Fraction(8, 1), "number", 8, "#,##0"),
        (88, "percent", 0.88, "#,##0 %"),
        (Fraction(200, 3), "percent", 2 / 3, "#,##0 %"),
        (10**15, "number", "1.000.000.000.000.000".replace(" ", ""), "@"),
        (None, "number", None, None),
        ("7/9", "number", "7/9", "@"),
        ("01", "text", "01", "@"),
        (date(2020, 11, 5), "text", datetime(2020, 11, 5), "dd/mm/yyyy"),  # noqa: DTZ001
        (date(1899, 5, 1), "text", "01/05/1899", "@"),
    ],
)
def test_a_cell_holds_what_it_means(cell, kind, value, shown):
    found = sheet_of(one_table([cell], kind))["A3"]
    assert found.value == (pytest.approx(value) if isinstance(value, float) else value)
    assert shown is None or found.number_format == shown


def test_per_cent_is_rounded_alike_everywhere():
    table = one_table([Fraction(25, 2), Fraction(201, 2)], "percent")
    assert FORMATS["table"].render([table], "vi").split()[-4:] == ["13", "%", "101", "%"]
    assert [row[0] for row in _texts(table)] == ["13\u00a0%", "101\u00a0%"]


def _texts(table):
    return [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(as_docx([table], "vi"))).tables[0].rows][
        1:
    ]


def test_nothing_is_not_nought():
    sheet = sheet_of(one_table([0, None], "number"))
    assert [sheet["A3"].value, sheet["A4"].value] == [0, None]
    assert _texts(one_table([0, None], "number")) == [["0"], ["–"]]


def test_levels_below_keep_their_distance():
    words = (*ROLLUP, "--depth", "2")
    rows = [row["chỉ tiêu"] for row in rows_of(workbook(*words).worksheets[0], "chỉ tiêu")]
    assert {cell.alignment.indent for cell in rows} == {0, 1, 2}
    assert all(cell.value == cell.value.strip() for cell in rows)
    cells = [row.cells[0] for row in document(*words).tables[0].rows]
    lefts = {cell.paragraphs[0].paragraph_format.left_indent for cell in cells}
    assert {left.pt if left else 0 for left in lefts} == {0, 12, 24}
    deep = sheet_of(one_table([Nested("sâu", 40)]))
    assert deep["A3"].alignment.indent == 15


# --- a sheet as an office wants it ---


def test_a_sheet_prints_and_scrolls_well():
    for sheet in workbook(*DEADLINES).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.oddFooter.center.text == "&P/&N"
        top = 1 if sheet.title == "Dữ liệu" else 2
        assert sheet.print_title_rows == f"${top}:${top}"
        assert sheet.freeze_panes == f"A{top + 1}"
    assert workbook(*UNITS).worksheets[0].auto_filter.ref.startswith("A2:G")
    assert workbook(*ROLLUP).worksheets[0].auto_filter.ref is None


def test_a_sheet_has_the_letters_of_official_documents():
    sheet = workbook(*ROLLUP).worksheets[0]
    assert {(cell.font.name, cell.font.scheme) for row in sheet.iter_rows() for cell in row} == {
        ("Times New Roman", None)
    }
    head = rows_of_titles(sheet)
    assert all(cell.font.bold and cell.border.top.style == "thin" for cell in head)
    assert sheet["A1"].value == "Tỉnh đoàn Trà Vinh · năm 2021 · số liệu minh hoạ"


def rows_of_titles(sheet):
    return next(row for row in sheet.iter_rows() if row[0].value == "chỉ tiêu")


@pytest.mark.parametrize("name", EVERY_TABLE)
def test_no_text_of_a_sheet_is_cut_off(name):
    """A row is as high as its longest cell needs in the width of its column."""
    for sheet in workbook(*EVERY_TABLE[name]).worksheets:
        if sheet.title == "Dữ liệu":
            continue
        across = {f"{area.min_row}" for area in sheet.merged_cells.ranges}
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                if isinstance(cell.value, str) and f"{cell.row}" not in across:
                    width = sheet.column_dimensions[cell.column_letter].width - 1.5 * cell.alignment.indent
                    lines = lines_of(cell.value, width)
                    assert sheet.row_dimensions[cell.row].height >= min(15 * lines, 409), cell.value


def test_a_note_stands_below_over_the_whole_width():
    sheet = workbook(*ROLLUP).worksheets[1]
    assert sheet.title == "Mô hình · Tỉnh đoàn Trà Vinh"
    last = [cell.value for cell in next(sheet.iter_rows(min_row=sheet.max_row))]
    assert last[0] == "* suy ra, nguồn không ghi"
    assert f"A{sheet.max_row}:H{sheet.max_row}" in {str(area) for area in sheet.merged_cells.ranges}


def test_sheets_are_named_for_what_they_hold():
    assert workbook(*ROLLUP).sheetnames == ["Tỉnh đoàn Trà Vinh", "Mô hình · Tỉnh đoàn Trà Vinh", "Dữ liệu"]
    names = workbook(*DEADLINES).sheetnames
    assert names[0] == "2020-H1 Báo cáo 6 tháng"
    assert all(len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=50), max_size=12))
def test_any_titles_make_names_that_a_workbook_takes(titles):
    names = SheetNames()
    given_names = [names.give(title, "Bảng") for title in titles]
    assert len({name.casefold() for name in given_names}) == len(given_names)
    for name in given_names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set("[]:*?/\\") & set(name)
        assert name.strip("'") == name
        assert name.casefold() != "history"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.integers(2, 40))
def test_a_text_is_cut_without_breaking_a_letter(text, most):
    found = cut(text, most)
    assert len(found.encode("utf-16-le", "surrogatepass")) <= 2 * most
    assert found == text or text.startswith(found[:-1])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=20), st.lists(st.text(max_size=80), max_size=5)), min_size=1, max_size=9))
def test_columns_stay_within_the_page_where_their_words_allow_it(columns):
    measures = [measured(title, cells) for title, cells in columns]
    widths = column_widths(measures, 100)
    assert all(width >= measure.least - 0.01 for width, measure in zip(widths, measures, strict=True))
    assert sum(widths) <= max(100, sum(measure.least for measure in measures)) + 0.01
    assert all(text_width(title) <= measure.wanted for (title, _), measure in zip(columns, measures, strict=True))


# --- a Word document as an office wants it ---


def test_a_page_stands_upright_for_few_columns_and_lies_for_many():
    few, many = (document(*words).sections[0] for words in (DEADLINES, ROLLUP))
    assert [round(side.mm) for side in (few.page_width, few.page_height)] == [210, 297]
    assert [round(side.mm) for side in (many.page_width, many.page_height)] == [297, 210]
    for section in (few, many):
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]


@pytest.mark.parametrize("name", EVERY_TABLE)
def test_a_word_table_repeats_its_head_and_keeps_rows_whole(name):
    found = document(*EVERY_TABLE[name])
    assert found.tables or name == "check"
    room = found.sections[0].page_width - found.sections[0].left_margin - found.sections[0].right_margin
    for table in found.tables:
        element = table._tbl
        assert [len(row.findall(f".//{W}tblHeader")) for row in element.tr_lst] == [1] + [0] * (len(table.rows) - 1)
        assert all(row.find(f".//{W}cantSplit") is not None for row in element.tr_lst)
        assert sum(column.width for column in table.columns) <= room


def test_numbers_of_a_word_table_stand_to_the_right():
    cells = document(*ROLLUP).tables[0].rows[1].cells
    assert [cells[at].paragraphs[0].style.name for at in (0, 1, 8)] == ["TableText", "TableNumber", "TableText"]


def test_a_document_speaks_vietnamese_in_times_new_roman():
    found = document(*ROLLUP)
    defaults = found.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(f"{W}lang").get(f"{W}val") == "vi-VN"
    assert defaults.find(f"{W}rFonts").attrib == {
        f"{W}{script}": "Times New Roman" for script in ("ascii", "hAnsi", "eastAsia", "cs")
    }
    assert found.styles["Normal"].font.size.pt == 13
    assert found.styles["TableText"].font.size.pt == 12
    assert found.styles["Heading 1"].font.bold
    headings = [paragraph.text for paragraph in found.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings[0] == "Tỉnh đoàn Trà Vinh · năm 2021 · số liệu minh hoạ"
    assert len(headings) == len(found.tables) == 2
    assert found.paragraphs[-1].text == "* suy ra, nguồn không ghi"


# --- the same data, the same bytes ---


def test_the_same_data_gives_the_same_bytes():
    calls = [(*words, "--format", form) for words in (ROLLUP, DEADLINES) for form in ("xlsx", "docx")]
    first = [answered(*words) for words in calls]
    time.sleep(2.1)  # a zip file tells times two seconds apart
    assert [answered(*words) for words in calls] == first
    for data in first:
        assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_does_not_say_by_whom_or_with_what():
    core = docx.Document(BytesIO(answered(*ROLLUP, "--format", "docx"))).core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert core.title == "Tỉnh đoàn Trà Vinh · năm 2021 · số liệu minh hoạ"
    properties = workbook(*ROLLUP).properties
    assert (properties.creator or "", properties.lastModifiedBy or "") == ("", "")
    assert properties.title == core.title
    assert core.created.replace(tzinfo=None) == properties.created.replace(tzinfo=None)


# --- hostile names ---


HOSTILE = {
    "formula": '=HYPERLINK("http://example.org";"x")',
    "command": "=cmd|'/c calc'!A1",
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "array": "{=1+1}",
    "link": "https://example.org/x",
    "mail": "mailto:an@example.org",
    "inside": "internal:Sheet1!A1",
    "number": "0012",
    "fraction": "7/9",
    "tab": "\tcột",
    "markup": '<w:t>x</w:t> & "y" &amp; ]]>',
    "escape": "_x000D_ _x0041_",
    "override": "abc\u202edef\u2066x\u2069",
    "no letter": "a\ufffeb\uffffc",
    "zero": "a\x00b\x0bc\x1b[31m",
    "half": "a\ud800b",
    "face": "\U0001f600" * 20,
    "nfd": "Huye\u0323\u0302n",
    "quote": "'=1+1",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_does_anything_in_a_sheet(text):
    table = Table(text, (Column("a", text), Column("b", "số", "number")), [(text, text), (Nested(text, 1), 1)], [text])
    data = as_xlsx([table, table], "vi")
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells if cell.value != 1} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    held = "".join(
        zipfile.ZipFile(BytesIO(data)).read(name).decode() for name in zipfile.ZipFile(BytesIO(data)).namelist()
    )
    assert "<f>" not in held
    assert 'TargetMode="External"' not in held


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_more_than_text_in_a_document(text):
    table = Table(text, (Column("a", text), Column("b", "số", "number")), [(text, text), (Nested(text, 1), 1)], [text])
    found = docx.Document(BytesIO(as_docx([table], "vi")))
    assert [len(row.cells) for row in found.tables[0].rows] == [2, 2, 2]
    first = found.tables[0].rows[1].cells[0].text
    assert first == found.tables[0].rows[2].cells[0].text
    assert set(text) - set(first) <= set("\t\x00\x0b\x1b\ud800\ufffe\uffff\u202e\u2066\u2069")


def test_a_text_stays_as_it_is_written():
    kept = ["=1+1", "0012", "7/9", "@a", "https://example.org", "  ", "a\u00a0b"]
    sheet = sheet_of(one_table(kept))
    assert [sheet.cell(3 + at, 1).value for at in range(len(kept))] == kept
    assert {sheet.cell(3 + at, 1).number_format for at in range(len(kept))} == {"@"}
    assert _texts(one_table(kept)) == [[text] for text in kept]


@pytest.mark.parametrize("name", [HOSTILE["formula"], HOSTILE["link"], HOSTILE["override"], HOSTILE["markup"]])
def test_hostile_names_of_files_come_through_whole_commands(tmp_path, name):
    workspace = small(tmp_path, report_due("nam", YEAR, "district", before=f"{YEAR}-11-05"))
    units = (tmp_path / "units" / "units.yaml").read_text(encoding="utf-8")
    quoted = '"' + "".join(f"\\U{ord(letter):08X}" for letter in name) + '"'
    (tmp_path / "units" / "units.yaml").write_text(
        re.sub(r"name: \S+", lambda _: f"name: {quoted}", units), encoding="utf-8"
    )
    for words in (("rollup", "--year", YEAR), ("deadlines", "--year", YEAR), ("units",)):
        book, found = workbook(*words, root=workspace.root), document(*words, root=workspace.root)
        texts = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert any(name[:3] in text for text in texts)
        assert found.tables


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    sheet = sheet_of(one_table(["x" * 40_000, "\U0001f600" * 20_000, "y" * 32_767]))
    longest = [len(sheet.cell(row, 1).value.encode("utf-16-le")) // 2 for row in (3, 4, 5)]
    assert max(longest) <= 32_767
    assert sheet["A3"].value.endswith("x…")
    assert sheet["A4"].value.endswith("\U0001f600…")
    assert sheet["A5"].value == "y" * 32_767
    assert len(_texts(one_table(["x" * 40_000]))[0][0]) == 40_000


@pytest.mark.parametrize("render", [as_xlsx, as_docx])
def test_a_thousand_rows_take_no_time(render):
    columns = tuple(Column(f"c{at}", f"cột {at}", "number" if at % 3 else "text") for at in range(9))
    rows = [tuple(at * row if at % 3 else f"Huyện đoàn thứ {row}" for at in range(9)) for row in range(1000)]
    start = time.process_time()
    data = render([Table("Bảng dài", columns, rows)], "vi")
    assert time.process_time() - start < 5
    if render is as_xlsx:
        assert openpyxl.load_workbook(BytesIO(data)).worksheets[0].max_row == 1002
    else:
        assert len(docx.Document(BytesIO(data)).tables[0]._tbl.tr_lst) == 1001


# --- nothing to show ---


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_nothing_to_show_is_a_file_that_says_so(tmp_path, form):
    target = tmp_path / f"khong.{form}"
    assert call("deadlines", "--year", "1950", "-o", target)[0] == 0
    if form == "xlsx":
        assert openpyxl.load_workbook(target).worksheets[0]["A1"].value == "Không có gì để in."
    else:
        assert docx.Document(target).paragraphs[0].text == "Không có gì để in."


# --- where it goes ---


def small(root, *obligations):
    """Make a province with two districts and a report of each."""
    workspace = Workspace(root)
    workspace.unit("tinh", level="province")
    workspace.units("huyen-a", "huyen-b", parent="tinh", level="district")
    workspace.indicator("houses", "sum", "sum")
    workspace.plan("tinh", *obligations, year=YEAR)
    workspace.report("huyen-a", YEAR, {"houses": 3})
    workspace.report("huyen-b", YEAR, {"houses": 4})
    return workspace


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.xlsx", b"PK"),
        ("a.DOCX", b"PK"),
        ("a.csv", BOM + b"id,name"),
        ("a.md", b"**90"),
        ("a.json", b"[\n  {"),
        ("a.txt", b"90 "),
        ("a", b"90 "),
        ("a.b.xlsx", b"PK"),
        ("thư mục mới/sâu/a.md", b"**90"),
    ],
)
def test_the_ending_says_the_form(tmp_path, name, begins):
    target = tmp_path / name
    code, printed, said = call(*UNITS, "-o", target)
    assert (code, printed) == (0, b""), said
    assert said == f"Đã ghi {target}\n"
    assert target.read_bytes().startswith(begins)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
    assert list(target.parent.iterdir()) == [target]


def test_a_form_asked_for_goes_before_the_ending(tmp_path):
    assert call(*UNITS, "--format", "json", "--output", tmp_path / "a.txt")[0] == 0
    assert json.loads((tmp_path / "a.txt").read_bytes()) == as_json(*UNITS)


@pytest.mark.parametrize("form", ["table", "csv", "md", "json", "xlsx", "docx"])
def test_a_file_holds_what_is_printed(tmp_path, form):
    target = tmp_path / (f"a.{form}" if FORMATS.get(form) and FORMATS[form].binary else "a")
    assert call(*UNITS, "--format", form, "-o", target)[0] == 0
    printed = answered(*UNITS, "--format", form)
    assert target.read_bytes() == (BOM if form == "csv" else b"") + printed
    assert not printed.startswith(BOM)


def test_an_empty_csv_is_a_file_too(tmp_path):
    assert call("deadlines", "--year", "1950", "-o", tmp_path / "a.csv")[0] == 0
    assert (tmp_path / "a.csv").read_bytes() == BOM


def stopped(code, *words, root=ROOT):
    """A call that stops with a code prints nothing."""
    found, printed, said = call(*words, root=root)
    assert (found, printed) == (2, b"")
    assert said.startswith(code), said
    return said


def test_a_file_that_is_there_stays_unless_told_otherwise(tmp_path):
    target = tmp_path / "a.md"
    target.write_text("của tôi", encoding="utf-8")
    assert "--force" in stopped("DVK909", *UNITS, "-o", target)
    assert target.read_text(encoding="utf-8") == "của tôi"
    assert call(*UNITS, "-o", target, "--force")[0] == 0
    assert target.read_text(encoding="utf-8").startswith("**90")


def test_only_a_file_is_overwritten(tmp_path):
    (tmp_path / "thư mục.md").mkdir()
    stopped("DVK910", *UNITS, "-o", tmp_path / "thư mục.md", "--force")
    (tmp_path / "thật.md").write_text("của tôi", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "thật.md")
    (tmp_path / "đứt.md").symlink_to(tmp_path / "không có.md")
    os.mkfifo(tmp_path / "ống.md")
    for name in ("link.md", "đứt.md", "ống.md"):
        stopped("DVK909", *UNITS, "-o", tmp_path / name)
        stopped("DVK910", *UNITS, "-o", tmp_path / name, "--force")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "thật.md").read_text(encoding="utf-8") == "của tôi"
    assert not (tmp_path / "không có.md").exists()


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "a").write_text("", encoding="utf-8")
    stopped("DVK910", *UNITS, "-o", tmp_path / "a" / "b.md")
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_nothing_is_written_by_a_call_that_stops(tmp_path):
    stopped("DVK907", "rollup", "--year", "2021", "--unit", "khong-co", "-o", tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "clear"),
    [
        (("-o", "a.xls"), "a.xlsx"),
        (("-o", "a.PDF"), "a.docx"),
        (("-o", "a.csv", "--format", "xlsx"), "a.xlsx"),
        (("-o", "a.xlsx", "--format", "docx"), "a.docx"),
        (("-o", "a", "--format", "docx"), "a.docx"),
        (("-o", "a.xlsx", "--format", "table"), "a.txt"),
        (("-o", "a.docx", "--format", "json"), "a.json"),
    ],
)
def test_an_ending_that_says_something_else_is_refused(tmp_path, monkeypatch, words, clear):
    monkeypatch.chdir(tmp_path)
    assert f"-o {clear}" in stopped("DVK922", *UNITS, *words)
    assert list(tmp_path.iterdir()) == []


def test_a_dash_is_standard_output(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert answered(*UNITS, "-o", "-") == answered(*UNITS)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_form_is_answered_with_all(tmp_path):
    said = stopped("DVK908", *UNITS, "--format", "xls", "-o", tmp_path / "a.xls")
    assert all(form in said for form in (*FORMATS, "json"))


def test_check_fails_whatever_it_writes(tmp_path):
    workspace = small(tmp_path / "w")
    workspace.write(f"reports/{YEAR}/tinh/huyen-a/{YEAR}.yaml", "schema: [")
    code, printed, _ = call("check", "-o", tmp_path / "a.xlsx", root=workspace.root)
    assert (code, printed) == (1, b"")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert re.match(r"1 lỗi, \d+ cảnh báo, 0 lưu ý · \d+ tệp", sheet["A1"].value)
    assert values(rows_of(sheet, "tệp")[0])["tệp"].endswith(f"{YEAR}.yaml")


def test_the_page_of_a_code_can_be_written(tmp_path):
    assert call("explain", "dvk204", "-o", tmp_path / "a.txt")[0] == 0
    assert (tmp_path / "a.txt").read_bytes() == answered("explain", "DVK204")


def process(*words, **streams):
    command = [sys.executable, "-m", "dvk", *words]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False, **streams)


def test_bytes_go_into_a_pipe_as_they_are():
    done = process(*UNITS, "--format", "xlsx", capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == answered(*UNITS, "--format", "xlsx")


def test_bytes_do_not_go_to_a_terminal():
    ours, theirs = os.openpty()
    done = process(*UNITS, "--format", "docx", stdout=theirs, stderr=subprocess.PIPE, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("DVK921")
    assert "-o dvk.docx" in done.stderr.decode()


def test_no_office_library_is_loaded_for_other_forms():
    script = "import sys; from dvk.__main__ import run; run(sys.argv[1:]); sys.stderr.write(chr(10).join(sys.modules))"
    for words in (("--help",), ROLLUP, (*ROLLUP, "--format", "json")):
        done = subprocess.run(
            [sys.executable, "-c", script, *words], cwd=ROOT, check=True, capture_output=True, text=True
        )
        assert not {"docx", "xlsxwriter", "lxml"} & set(done.stderr.splitlines())


# --- with the eyes of another program ---


@pytest.mark.skipif(
    not all(map(shutil.which, ("soffice", "pdftotext", "pdfinfo"))), reason="LibreOffice or poppler is not installed"
)
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_another_program_shows_names_and_numbers(tmp_path, form):
    most_pages = {"rollup": 3, "deadlines": 12, "units": 6}
    for name in most_pages:
        assert call(*EVERY_TABLE[name], "-o", tmp_path / f"{name}.{form}")[0] == 0
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "pdf"]
    files = [f"{name}.{form}" for name in most_pages]
    subprocess.run([*office, *files], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    texts = {}
    for name, most in most_pages.items():
        told = subprocess.run(
            ["pdfinfo", f"{name}.pdf"], cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout
        pages = int(re.search(r"Pages:\s+(\d+)", told)[1])
        assert 1 <= pages <= most, name
        shown = subprocess.run(
            ["pdftotext", "-layout", f"{name}.pdf", "-"], cwd=tmp_path, check=True, capture_output=True
        )
        texts[name] = shown.stdout.decode()
        assert all(page.strip() for page in texts[name].split("\f")[:pages]), f"{name}: an empty page"
        assert "###" not in texts[name]
    assert "Tỉnh đoàn Trà Vinh · năm 2021 · số liệu minh hoạ" in texts["rollup"]
    for row in as_json(*ROLLUP)[0]["indicators"]:
        assert re.search(rf"(?<!\d){row['value']:,}(?!\d)".replace(",", "[.,]"), texts["rollup"]), row["name"]
    assert "88 %" in texts["rollup"].replace("\u00a0", " ")
    assert "Huyện đoàn U Minh Thượng" in texts["deadlines"]
    assert "14/05/2020" in texts["deadlines"]
    assert "Ủy ban MTTQ tỉnh Lâm" in texts["units"]
