"""PDF files with text, read as the Word files that they were made from."""

import io

import pytest
from office_papers import libreoffice, para, word_file

from dvk.importing.paper import Line, Piece
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
