"""PDF files with text, read as the Word files that they were made from."""

import io
import itertools
from html import escape
from pathlib import Path

import pytest
from office_papers import libreoffice, para, word_file

from dvk.importing.paper import Grid, Line, Piece
from dvk.importing.papers import paper_of
from dvk.importing.papers.pdf.character_maps import character_map

STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/>"
    "<w:sz w:val='28'/></w:rPr></w:rPrDefault></w:docDefaults>"
)
INDENTED = '<w:jc w:val="both"/><w:spacing w:before="120"/><w:ind w:firstLine="720"/>'
PLAIN = '<w:jc w:val="both"/>'
CENTRED = '<w:jc w:val="center"/>'
PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/></w:sectPr>'
)
SENTENCES = [
    "Các cơ sở Đoàn rà soát hộ khó khăn trên địa bàn, bàn với chi bộ và ban công tác Mặt trận rồi mới nhận giúp đỡ;",
    "ưu tiên hộ có người già yếu, trẻ nhỏ, và ghi rõ ai làm, làm đến ngày nào, bằng nguồn nào.",
    "Mỗi mô hình có một đồng chí trong ban chấp hành theo dõi.",
    "Kết quả được ghi vào sổ từng tháng, không đợi đến cuối năm mới cộng lại từ đầu.",
]


def body(properties):
    """A document of some pages."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="4535" w:type="dxa"/></w:tcPr>{}</w:tc>'
    head = (
        "<w:tbl><w:tr>"
        + cell.format(para("HUYỆN ĐOÀN NÚI XANH", properties=CENTRED) + para("***", properties=CENTRED))
        + cell.format(para("ĐOÀN TNCS HỒ CHÍ MINH", properties=CENTRED, run="<w:b/>") + para("", properties=CENTRED))
        + "</w:tr></w:tbl>"
    )
    title = para("KẾ HOẠCH", properties=CENTRED, run="<w:b/>") + para(
        "Thực hiện công tác dân vận và nhân rộng các cách làm hay trong đoàn viên, thanh niên toàn huyện năm 2021",
        properties=CENTRED,
        run="<w:b/>",
    )
    parts = [para("I. MỤC ĐÍCH", properties=properties, run="<w:b/>")]
    for n in range(1, 13):
        parts.append(para(f"{n}. {' '.join(SENTENCES[: 1 + n % 4])}", properties=properties))
        parts.append(para(f"- {' '.join(SENTENCES[n % 4 :])}", properties=properties))
        parts.append(para(" ".join(SENTENCES[n % 3 : n % 3 + 2]), properties=properties, run="<w:i/>"))
    return head + title + "".join(parts) + PAGE


HEADER = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/>'
    '</w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:hdr>'
)


def with_page_numbers(contents):
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(contents)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
                text = text.replace("</R", f'<Relationship Id="h" Type="{kind}" Target="header1.xml"/></R')
            if name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
                text = text.replace("</T", f'<Override PartName="/word/header1.xml" ContentType="{kind}"/></T')
            target.writestr(name, text)
        target.writestr("word/header1.xml", HEADER)
    return out.getvalue()


def read(folder, contents, name):
    (folder / name).write_bytes(contents)
    return paper_of(folder / name)


@pytest.mark.parametrize("properties", [INDENTED, PLAIN], ids=["indented", "plain"])
def test_a_pdf_reads_as_the_word_file_that_it_was_made_from(tmp_path, properties):
    contents = with_page_numbers(word_file(body(properties), styles=STYLES))
    word = read(tmp_path, contents, "cu.docx")
    found = read(tmp_path, libreoffice(tmp_path, contents, "pdf"), "cu.pdf")
    expected = [block for block in word.blocks if isinstance(block, Line)]
    head, separator, *lines = found.lines
    assert (head.text, separator.text) == ("HUYỆN ĐOÀN NÚI XANH\tĐOÀN TNCS HỒ CHÍ MINH", "***")
    assert head.pieces[-1] == Piece("ĐOÀN TNCS HỒ CHÍ MINH", bold=True)
    assert [line.text for line in lines] == [line.text for line in expected]
    assert [line.pieces[-1].italic for line in lines] == [line.pieces[-1].italic for line in expected]
    assert [line.centred for line in lines] == [line.centred for line in expected]
    assert [line.number for line in found.lines] == list(range(1, len(lines) + 3))


SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
WAYS = [*itertools.product(range(5), ("both", "left"), (0, 720), (26, 28))]
FEW = {(1, "left", 0, 28), (3, "left", 720, 28)}
UNTOLD = (2, "left", 0, 28)
"""A last line that happens to be full, with nothing on the page that tells the next paragraph from it."""


def marks_of(way):
    untold = pytest.mark.xfail(strict=True, reason="a full line, no indent, no space: the page does not tell")
    return [*([] if way in FEW else [pytest.mark.deep]), *([untold] if way == UNTOLD else [])]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not beside this checkout (../shared/seeds)")
@pytest.mark.parametrize(
    ("seed", "alignment", "indent", "size"),
    [pytest.param(*way, marks=marks_of(way)) for way in WAYS],
)
def test_every_paragraph_of_a_pdf_is_one_of_the_word_file(tmp_path, seed, alignment, indent, size):
    [file] = SEEDS.glob(f"00{seed}_*.txt")
    properties = f'<w:jc w:val="{alignment}"/><w:ind w:firstLine="{indent}"/>'
    paragraphs = [para(escape(line.strip()), properties=properties) for line in file.read_text("utf-8").splitlines()]
    styles = STYLES.replace("28", str(size))
    contents = with_page_numbers(word_file("".join(paragraphs) + PAGE, styles=styles))
    word = read(tmp_path, contents, "cu.docx")
    found = read(tmp_path, libreoffice(tmp_path, contents, "pdf"), "cu.pdf")
    assert [" ".join(line.text.split()) for line in found.lines] == [" ".join(line.text.split()) for line in word.lines]


def ruled_table(rows):
    """A table with borders; a row of fewer cells has a last one over the rest, "^" goes on the cell above."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = '<w:gridCol w:w="3000"/>' * 3
    made = ""
    for row in rows:
        made += "<w:tr>"
        for at, text in enumerate(row):
            span = f'<w:gridSpan w:val="{4 - len(row)}"/>' if at == len(row) - 1 else ""
            merged = '<w:vMerge w:val="restart"/>' if text.startswith("|") else "<w:vMerge/>" if text == "^" else ""
            made += f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{span}{merged}</w:tcPr>'
            made += "".join(para(part) for part in text.strip("|^").split("/")) + "</w:tc>"
        made += "</w:tr>"
    look = f'<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def test_tables_of_a_pdf_are_tables(tmp_path):
    rows = [("TT", "Công việc của các cơ sở Đoàn trong năm", "Số lượng"), ("Phần chung của cả huyện",)]
    rows += [("|1", "Nhà Nhân ái", "3 căn"), ("^", "Đường hoa", "2 tuyến/1 vườn")]
    rows += [(str(n), f"Giúp {n} hộ khó khăn dựng lại nhà ở và làm đường vào xóm", f"{n} hộ") for n in range(2, 45)]
    word_body = para(SENTENCES[0]) + ruled_table(rows) + para(SENTENCES[2]) + PAGE
    contents = with_page_numbers(word_file(word_body, styles=STYLES))
    word = read(tmp_path, contents, "cu.docx")
    found = read(tmp_path, libreoffice(tmp_path, contents, "pdf"), "cu.pdf")
    assert [type(block) for block in found.blocks] == [Line, Grid, Line]
    assert texts(found.blocks[1]) == texts(word.blocks[1])
    assert [line.number for line in found.lines] == list(range(1, len(list(found.lines)) + 1))


def texts(grid):
    return [[[line.text for line in cell] for cell in row] for row in grid.rows]


BARS = b"72 700 200 1 re f 72 660 200 1 re f 72 620 200 1 re f 72 620 1 80 re f 172 620 1 80 re f 271 620 1 80 re f "
CELLS = b"BT /F 12 Tf 76 680 Td (TT) Tj 104 0 Td (Ten) Tj -104 -40 Td (1) Tj 104 0 Td (Nha) Tj -104 80 Td (Bang) Tj ET"


def test_cells_between_filled_bars(tmp_path):
    from test_papers_hostile import pdf

    found = read(tmp_path, pdf(BARS + CELLS), "cu.pdf")
    title, table = found.blocks
    assert title.text == "Bang"
    assert texts(table) == [[["TT"], ["Ten"]], [["1"], ["Nha"]]]


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(b"60 600 300 200 re S ", id="a frame around all"),
        pytest.param(b"76 678 m 120 678 l S 76 638 m 120 638 l S ", id="lines below words"),
        pytest.param(b"h S m l re f 1 2 l S 0 0 0 0 re B n " * 50, id="nonsense"),
        pytest.param(b"".join(b"%d 0 m %d 800 l S " % (n, n) for n in range(6000)), id="a picture of lines"),
    ],
)
def test_other_lines_make_no_table(tmp_path, drawing):
    from test_papers_hostile import pdf

    found = read(tmp_path, pdf(drawing + CELLS), "cu.pdf")
    assert [line.text for line in found.blocks] == ["Bang", "TT\tTen", "1\tNha"]


def made(text, font):
    """A PDF whose one font has the letters of the text, each drawn by its own code."""
    from test_papers_hostile import pdf

    codes = "".join(f"{ord(letter):02X}" for letter in text)
    return pdf(f"BT /F 14 Tf 72 700 Td <{codes}> Tj ET".encode(), font=font)


def test_a_pdf_in_a_font_of_tcvn3_is_turned(tmp_path):
    font = b"/Type/Font/Subtype/TrueType/BaseFont/ABCDEF+.VnTimeH/Encoding/WinAnsiEncoding"
    found = read(tmp_path, made("kÕ ho¹ch", font), "cu.pdf")
    assert ([line.text for line in found.lines], found.converted) == (["KẾ HOẠCH"], ("TCVN3",))


def test_a_pdf_of_old_letters_in_an_unknown_font_is_turned_as_a_whole(tmp_path):
    font = b"/Type/Font/Subtype/TrueType/BaseFont/Times/Encoding/WinAnsiEncoding"
    found = read(tmp_path, made("Ñoaøn thanh nieân", font), "cu.pdf")
    assert ([line.text for line in found.lines], found.converted) == (["Đoàn thanh niên"], ("VNI",))


def test_a_pdf_of_tcvn3_in_an_unknown_font_keeps_the_letter_that_looks_like_a_soft_hyphen(tmp_path):
    font = b"/Type/Font/Subtype/TrueType/BaseFont/Times/Encoding/WinAnsiEncoding"
    found = read(tmp_path, made("KÕ ho¹ch cña §oµn tr\xadêng", font), "cu.pdf")
    assert ([line.text for line in found.lines], found.converted) == (["Kế hoạch của Đoàn trường"], ("TCVN3",))


def test_tones_drawn_by_themselves_go_to_their_letters(tmp_path):
    from test_papers_hostile import pdf

    names = b"/Type/Font/Subtype/TrueType/BaseFont/Times-Bold/Encoding<</Differences[1/K/e/uni0302/uni0301/fi]>>"
    found = read(tmp_path, pdf(b"BT /F 14 Tf 72 700 Td <01020304050102> Tj ET", font=names), "cu.pdf")
    (line,) = found.lines
    assert line.text.startswith("Kế")
    assert line.pieces[0].bold


def test_text_that_runs_up_the_edge_of_a_page_is_left_out(tmp_path):
    from test_papers_hostile import pdf

    turned = b"BT /F 9 Tf 0 1 -1 0 20 100 Tm (da ky so) Tj ET"
    upright = b"BT /F 12 Tf 72 700 Td (KE HOACH) Tj 0 -40 Td (nam 2021   so 5) Tj 200 0 Td (cot hai) Tj ET"
    found = read(tmp_path, pdf(turned + b" " + upright), "cu.pdf")
    assert [line.text for line in found.lines] == ["KE HOACH", "nam 2021 so 5\tcot hai"]


def test_a_page_on_its_side_is_read(tmp_path):
    from test_papers_hostile import pdf

    found = read(tmp_path, pdf(b"BT /F 12 Tf 0 1 -1 0 100 72 Tm (PHU LUC) Tj 0 -30 Td (Danh sach) Tj ET"), "cu.pdf")
    assert [line.text for line in found.lines] == ["PHU LUC", "Danh sach"]


def test_a_table_of_letters_in_all_its_forms():
    table = (
        b"2 beginbfchar <01> <1EBF> <0002> <00660069> endbfchar 2 beginbfrange <10> <12> <0061> "
        b"<20> <21> [<0111> <01B0>] endbfrange 1 beginbfchar <03> <D835DC00> <04 endbfchar beginbfrange <30> [ <31>"
    )
    expected = {1: "ế", 2: "fi", 3: "\U0001d400", 16: "a", 17: "b", 18: "c", 32: "đ", 33: "ư"}
    assert character_map(table) == expected
