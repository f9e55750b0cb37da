"""Texts in Markdown on paper: numbers of any depth, lists, tables, sheets that lie; and the styles of the templates."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from test_render import ROOT, TEMPLATES, rendered, space  # noqa: F401 - a fixture
from word_text import assert_word_reads, paragraphs, plain, rows, text

from dvk.components import COMPONENTS
from dvk.printing.data import prose
from dvk.printing.word.filling import filled
from dvk.printing.word.form import Form
from dvk.printing.word.markdown import blocks
from dvk.printing.word.numbering import label
from dvk.printing.word.unbroken import keep_together

COMMANDS = "Thẻ"
PROPERTIES = {"title": "Thử", "author": "An", "day": "2021-06-22"}


def printed(written, *, level=1, template=None):
    """Give the Word document that a template, else the shipped one, makes of one text in Markdown in an empty frame."""
    document = template or Document(str(ROOT / "templates/word/plan.docx"))
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    document.add_paragraph("{{ noi_dung }}", style="Nội dung")
    document.add_paragraph("Hết.", style="Nội dung")
    out = io.BytesIO()
    document.save(out)
    nothing = {"du_thao": False, "minh_hoa": False, "thu_hoi": False}
    return Document(io.BytesIO(filled(Form(out.getvalue()), {"noi_dung": prose(written, level)} | nothing, PROPERTIES)))


def lines(document):
    return [plain(paragraph.text) for paragraph in document.paragraphs if paragraph.text.strip()]


# --- the templates ---


def every_paragraph(document):
    section = document.sections[0]
    margins = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    roots = [document.element.body, *(part._element for part in margins)]
    return [paragraph for root in roots for paragraph in root.iter(qn("w:p"))]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_paragraph_of_a_shipped_template_is_a_component_or_a_command(name):
    document = Document(str(ROOT / "templates/word" / name))
    names = {style.style_id: style.name for style in document.styles}
    known = {component.style for component in COMPONENTS} | {COMMANDS}
    assert {names[style.style_id] for style in document.styles if style.type == 1} == {*known, "Normal"}
    for paragraph in every_paragraph(document):
        words = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        assert names.get(paragraph.style) in known, words
        assert "__" not in words
        assert (names[paragraph.style] == COMMANDS) == bool(re.fullmatch(r"\{%(?:p|tr) .*%\}|", words)) or not words
        assert names[paragraph.style] != "Gạch" or not words


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_shipped_template_knows_one_font_and_no_theme(name):
    with zipfile.ZipFile(ROOT / "templates/word" / name) as archive:
        parts = [archive.read(part).decode() for part in archive.namelist() if re.match(r"word/[^/]+\.xml", part)]
    assert not re.search(r"w:\w+Theme=", "".join(parts[:1] + [part for part in parts if "<w:styles" in part]))
    fonts = {
        font
        for part in parts
        for font in re.findall(r"<w:rFonts [^>]*w:(?:ascii|hAnsi|eastAsia|cs)=\"([^\"]+)\"", part)
    }
    assert fonts == {"Times New Roman"}


@pytest.mark.parametrize("name", TEMPLATES)
def test_recipients_and_signature_stay_with_the_closing_sentence(name):
    document = Document(str(ROOT / "templates/word" / name))
    bodies = document.element.body
    table = next(t for t in bodies.iter(qn("w:tbl")) if "chu_ky.ho_ten" in "".join(t.itertext()))
    closing = table.getprevious()
    assert "{{ dau_het }}" in "".join(closing.itertext())
    assert closing.pPr.find(qn("w:keepNext")) is not None
    row = next(row for row in table.tr_lst if "chu_ky.ho_ten" in "".join(row.itertext()))
    assert row.trPr.find(qn("w:cantSplit")) is not None
    assert "noi_nhan" in "".join(table.itertext())


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_heads_of_tables_repeat(name):
    document = Document(str(ROOT / "templates/word" / name))
    for table in document.element.body.iter(qn("w:tbl")):
        heads = [row for row in table.tr_lst if "Đầubảng" in {p.style for p in row.iter(qn("w:p"))}]
        assert all(row.trPr.find(qn("w:tblHeader")) is not None for row in heads)
        assert heads in ([], table.tr_lst[:1])


# --- numbers of headings ---


@pytest.mark.parametrize(
    ("counted", "number"),
    [
        ([4], "IV."),
        ([1, 12], "12."),
        ([1, 1, 5], "đ)"),
        ([1, 1, 24], "aa)"),
        ([2, 3, 5, 2], "đ.2)"),
        ([1, 1, 1, 2, 3], "a.2.3)"),
        ([1, 1, 1, 2, 3, 4, 5], "a.2.3.4.5)"),
        ([1, 0, 0, 2], "a.2)"),
    ],
)
def test_the_number_of_a_heading(counted, number):
    assert label(counted) == number


@pytest.mark.parametrize(
    ("patterns", "counted", "number"),
    [
        (["A.", "I.", "1.", "a)", "-"], [2], "B."),
        (["A.", "I.", "1.", "a)", "-"], [2, 3], "III."),
        (["A.", "I.", "1.", "a)", "-"], [1, 1, 1, 1, 7], "-"),
        (["A.", "I.", "1.", "a)", "-"], [1, 1, 1, 1, 7, 2], "-"),
        (["1.", "1.1.", "1.1.1."], [3, 2, 9], "3.2.9."),
        (["1.", "1.1.", "1.1.1."], [3, 2, 9, 4], "3.2.9.4."),
        (["Điều 1."], [7], "Điều 7."),
    ],
)
def test_a_profile_has_numbers_of_its_own(patterns, counted, number):
    assert label(counted, patterns) == number


def test_headings_of_any_depth_are_numbered():
    written = "\n".join(f"{'#' * depth} Cấp {depth}\n\nChữ.\n" for depth in (1, 2, 3, 4, 5, 6, 4, 3, 2, 1))
    document = printed(written)
    assert [line for line in lines(document) if "Cấp" in line] == [
        "I. Cấp 1",
        "1. Cấp 2",
        "a) Cấp 3",
        "a.1) Cấp 4",
        "a.1.1) Cấp 5",
        "a.1.1.1) Cấp 6",
        "a.2) Cấp 4",
        "b) Cấp 3",
        "2. Cấp 2",
        "II. Cấp 1",
    ]
    looks = [(p.style.name, p._p.pPr.find(qn("w:outlineLvl"))) for p in document.paragraphs if "Cấp" in p.text]
    assert [name for name, _ in looks[:7]] == [f"Heading {depth}" for depth in (1, 2, 3, 4, 4, 4, 4)]
    assert [None if depth is None else depth.get(qn("w:val")) for _, depth in looks[3:7]] == [None, "4", "5", None]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("II. Đã có số", "II. Đã có số"),
        ("3/ Đã có số", "3/ Đã có số"),
        ("b) Đã có số", "b) Đã có số"),
        ("1.2. Đã có số", "1.2. Đã có số"),
        ("I-Đã có số", "I-Đã có số"),
        ("2021 - một năm", "I. 2021 - một năm"),
        ("3.000 em", "I. 3.000 em"),
        ("V.v. và", "I. V.v. và"),
        ("12 giờ", "I. 12 giờ"),
        ("Căn cứ", "I. Căn cứ"),
        ("**1.** Một", "1. Một"),
    ],
)
def test_a_number_that_somebody_typed_stays_and_no_other_word_is_taken_for_one(heading, said):
    assert lines(printed(f"# {heading}"))[0] == said


def test_a_template_without_deep_headings_takes_its_deepest():
    template = Document(str(ROOT / "templates/word/plan.docx"))
    template.styles.element.remove(template.styles["Heading 4"]._element)
    document = printed("# A\n## B\n### C\n#### D\n##### E\n", template=template)
    assert lines(document)[:-1] == ["I. A", "1. B", "a) C", "a.1) D", "a.1.1) E"]
    assert [p.style.name for p in document.paragraphs][2:5] == ["Heading 3"] * 3


def test_headings_in_a_cell_are_numbered_by_themselves(space, tmp_path):  # noqa: F811
    model = {"id": "m", "name": "Mô hình", "content": "# Một\n## Hai\n\n# Ba", "method": "# Bốn"}
    file = rendered(tmp_path, space.registration("huyen", 2021, model), root=space.root)
    table = dict(row for row in rows(file)[1])
    assert (table["Nội dung"], table["Cách làm"]) == ("a) Một a.1) Hai b) Ba", "a) Bốn")
    cells = [p for p in Document(str(file)).element.body.iter(qn("w:p")) if (p.style or "").startswith("Heading")]
    assert all(next(run.iter(qn("w:sz"))).get(qn("w:val")) == "24" for p in cells[1:] for run in p.r_lst)


# --- looks, lists ---


def test_bold_and_italics_stay_in_headings_and_cells():
    document = printed("# Mục **đậm** và *nghiêng*\n\n| **a** | b |\n|---|---|\n| *c* **d** | e |")
    runs = {run.text: (run.bold, run.italic) for p in document.paragraphs for run in p.runs}
    assert runs["đậm"][0]
    assert runs["nghiêng"][1]
    cells = {run.text: (run.bold, run.italic) for row in document.tables[0].rows for c in row.cells
             for p in c.paragraphs for run in p.runs}  # fmt: skip
    assert cells["a"][0]
    assert cells["c"] == (None, True)
    assert cells["d"] == (True, None)
    assert cells["e"] == (None, None)


def test_lists_have_the_signs_of_offices():
    bullets = "- cha\n  - con\n    - cháu\n- mẹ\n+ kiểu cộng"
    written = f"{bullets}\n\n1. một\n   a) lớp\n   đ) lớp nữa\n2. hai\n   - gạch\n\n9) chín"
    found = [(line, p.paragraph_format.left_indent) for p in printed(written).paragraphs if (line := plain(p.text))]
    assert [line for line, _ in found][:-1] == [
        *("- cha", "+ con", "· cháu", "- mẹ", "+ kiểu cộng"),
        *("1. một", "a) lớp", "đ) lớp nữa", "2. hai", "- gạch", "9) chín"),
    ]
    depths = [round(indent.cm / 0.75) if indent else 0 for _, indent in found]
    assert depths[:-1] == [0, 1, 2, 0, 1, 0, 1, 1, 0, 1, 0]


ODD = [
    "",
    "#",
    "# \n\n## \n",
    "|a|b|\n|-|-|",
    "|a|b|\n|-|-|\n|1|\n|1|2|3|",
    "|a|\n|-|\n|" + "x" * 500 + "|",
    "- \n- \n",
    "1. \n\n   2. x",
    "* * *\n\n---\n\n***",
    "> # trích\n> - a\n>   > b",
    "# a\n# a\n" * 60,
    "```\n# không phải tiêu đề\n| a |\n```",
    "<table><tr><td>x</td></tr></table>",
    "![ảnh](a.png)\n[x](javascript:alert(1))",
    "a\\\nb  \nc",
    "**không đóng\n\n*cũng không",
]


@pytest.mark.parametrize("written", ODD, ids=range(len(ODD)))
def test_odd_markdown_gives_a_document_that_word_reads(tmp_path, written):
    file = tmp_path / "a.docx"
    printed(written).save(str(file))
    assert_word_reads(file)
    words = set(re.findall(r"[^\W_]{3,}", text(file)))
    assert set(re.findall(r"[^\W_]{3,}", written)) <= words


@given(st.text(alphabet="#|-+*_ a1đ)\n.>`:", max_size=120))
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_odd(written):
    said = re.findall(r"[a1đ]", "".join(run.text for b in blocks(written) for run in runs_of(b)))
    assert len(said) >= len(re.findall(r"[ađ]", written))


def runs_of(block):
    if hasattr(block, "rows"):
        return [run for row in block.rows for cell in row for run in cell]
    return block.runs


# --- tables and sheets ---


def test_a_table_is_that_of_an_office():
    written = "| TT | Việc | Số | Giữa | Phải |\n|---|---|---|:-:|--:|\n" + "".join(
        f"| {n} | việc thứ {n} của một đơn vị có tên rất dài | {n}.000 | x | y |\n" for n in range(1, 80)
    )
    table = printed(written).tables[0]
    names = [[p.style.name for c in row.cells for p in c.paragraphs] for row in table.rows]
    assert set(map(tuple, names)) == {("Đầu bảng",) * 5, ("Ô giữa", "Ô bảng", "Ô số", "Ô giữa", "Ô số")}
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, *[False] * 79]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert max(widths) == widths[1]
    assert min(widths) > 500
    assert abs(sum(widths) - 9072) < 10
    assert len(table._tbl.tblPr.find(qn("w:tblBorders"))) == 6


def wide(columns=7, count=3):
    cells = [f"Cột {n}" for n in range(columns)]
    return "\n".join(["|" + "|".join(row) + "|" for row in [cells, ["-"] * columns, *[["1"] * columns] * count]])


def sheets(document):
    return [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]


@pytest.mark.parametrize(
    ("written", "lies"),
    [
        (f"Trước.\n\n{wide()}\n\nSau.", [False, True, False]),
        (wide(), [True, False]),
        (f"# Mục\n\n{wide()}", [True, False]),
        (f"a\n\n{wide()}\n\n{wide()}", [False, True, True, False]),
        (f"a\n\n{wide()}\n\nb\n\n{wide()}", [False, True, False, True, False]),
        (f"a\n\n{wide(3)}\n\n{wide()}", [False, True, False]),
        (f"a\n\n{wide(6)}", [False]),
    ],
)
def test_a_table_of_many_columns_lies_on_a_sheet_of_its_own(written, lies):
    document = printed(written)
    assert sheets(document) == lies
    for section, across in zip(document.sections, lies, strict=True):
        assert (section.page_width > section.page_height) == across
        sides = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
        assert [round(side.mm) for side in sides] == ([20, 20, 30, 20] if across else [30, 20, 20, 20])
        assert "PAGE" in "".join(node.text for node in section.header._element.iter(qn("w:instrText")))
    first = [section.different_first_page_header_footer for section in document.sections]
    assert first == [True, *[False] * (len(lies) - 1)]
    assert lines(document)[-1] == "Hết."


def test_the_heading_of_a_wide_table_goes_with_it():
    document = printed(f"# Mục\n\nchữ\n\n## Bảng\n\n{wide()}\n\nsau")
    body = list(document.element.body)
    ends = [n for n, element in enumerate(body) if element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None]
    assert body[ends[0]].text == "chữ"
    assert body[ends[0] + 1].text == "1. Bảng"


def test_a_wide_table_in_a_cell_stays_there(space, tmp_path):  # noqa: F811
    model = {"id": "m", "name": "Mô hình", "content": f"x\n\n{wide(9)}"}
    file = rendered(tmp_path, space.registration("huyen", 2021, model), root=space.root)
    assert sheets(Document(str(file))) == [False]
    assert_word_reads(file)


def test_an_annex_lies_and_no_empty_page_follows(space, tmp_path):  # noqa: F811
    with_models = space.report(
        "huyen", 2021, {"nha": 3}, models=[{"name": "Chợ"}, {"name": "Sông", "field": "economy"}]
    )
    file = rendered(tmp_path, with_models, root=space.root)
    assert sheets(Document(str(file))) == [False, True]
    annex = rows(file)[-1]
    heads = ["TT", "Mô hình", "Giai đoạn", "Chỉ tiêu đăng ký", "Kết quả", "Đã chi", "Nội dung", "Ghi chú"]
    assert annex[0] == heads
    assert [row[:2] for row in annex[1:]] == [
        *(["Kinh tế: 01 mô hình"], ["1", "Sông"]),
        *(["Chưa xếp lĩnh vực: 01 mô hình"], ["2", "Chợ"]),
    ]
    without = rendered(tmp_path, space.report("tinh", 2021, {"nha": 3}), root=space.root)
    assert sheets(Document(str(without))) == [False]


def test_words_below_a_table_stand_at_a_distance():
    document = printed("| a |\n|---|\n| b |\n\nsau")
    below = next(p for p in document.paragraphs if p.text == "sau")
    assert below.paragraph_format.space_before.pt == 6


# --- what stays together ---


def test_dates_units_and_numbers_are_not_broken_and_say_the_same(space, tmp_path):  # noqa: F811
    said = "Trước ngày 05 tháng 02 năm 2021 theo 382-KH/TĐTN-TCKT, giai đoạn 2021-2025: 3.000 em, 600 triệu đồng, 93 %."
    file = rendered(tmp_path, space.plan("tinh", year=2021, text=said), root=space.root)
    paragraph = next(p for p in Document(str(file)).paragraphs if "TCKT" in p.text)
    assert "ngày\u00a005 tháng\u00a002 năm\u00a02021" in paragraph.text
    assert "3.000\u00a0em, 600\u00a0triệu đồng, 93\u00a0%" in paragraph.text
    assert len(list(paragraph._p.iter(qn("w:noBreakHyphen")))) == 2
    assert plain(paragraph.text) == said
    assert said in paragraphs(file)


def test_what_libreoffice_saves_again_says_the_same(space, tmp_path):  # noqa: F811
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not installed here")
    written = f"Số 382-KH/TĐTN ngày 05 tháng 02.\n\n# Mục\n##### Sâu\n\n- cha\n  - con\n\n{wide()}\n\nSau."
    path = space.plan("tinh", year=2021, text=written, tasks=[{"level": "commune", "task": "Làm"}])
    file = rendered(tmp_path, path, root=space.root)
    again = tmp_path / "lai"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(again), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved_again = again / Path(file).name
    assert [line for line in paragraphs(saved_again) if line] == [line for line in paragraphs(file) if line]
    assert sheets(Document(str(saved_again))) == sheets(Document(str(file)))


@pytest.mark.parametrize("unit", ["03 đơn vị", "12 mô hình", "3.000 em"])
def test_a_number_and_the_words_of_its_unit_stay_on_one_line(unit):
    document = Document()
    document.add_paragraph(f"đã nhận của {unit}, còn thiếu")
    keep_together(document.element.body)
    kept = unit.replace(" ", "\u00a0")
    assert document.paragraphs[0].text == f"đã nhận của {kept}, còn thiếu"
