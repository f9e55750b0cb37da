"""Word files read as they stand on paper."""

import re

import pytest
from office_papers import a_list, a_number, item, level, libreoffice, para, word_file

from dvk.errors import CannotGoOn
from dvk.importing.paper import Grid, Piece
from dvk.importing.papers import paper_of


@pytest.fixture
def paper(tmp_path):
    def read(contents, name="cu.docx"):
        file = tmp_path / name
        file.write_bytes(contents)
        return paper_of(file)

    return read


def texts(paper):
    return [line.text for line in paper.lines]


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def refused(read, contents, name="cu.docx"):
    with pytest.raises(CannotGoOn) as stop:
        read(contents, name)
    return stop.value.code


def test_what_another_program_left_in_the_text_is_left_out(paper):
    body = para("[bookmark: _GoBack]Thực hiện Kế hoạch") + para("[bookmark: a]") + para("Số [bookmark: x] 5 [a: b]")
    assert texts(paper(word_file(body))) == ["Thực hiện Kế hoạch", "Số 5 [a: b]"]


def test_lines_are_numbered_with_the_empty_ones_and_told_apart_by_breaks(paper):
    body = (
        para("Một")
        + para("  ")
        + "<w:p><w:r><w:t>Hai</w:t><w:br/><w:t>Ba</w:t><w:cr/></w:r></w:p>"
        + para("Bốn\xa0 năm")
    )
    found = paper(word_file(body))
    assert [(line.number, line.text) for line in found.lines] == [(1, "Một"), (3, "Hai"), (4, "Ba"), (6, "Bốn năm")]
    assert (found.name, found.converted) == ("cu.docx", ())


def test_gaps_hyphens_and_unseen_letters(paper):
    inside = (
        "<w:t>Số:</w:t><w:tab/><w:t>08</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:softHyphen/>"
        '<w:t xml:space="preserve">/HĐ   x\u200b </w:t><w:sym w:font="Symbol" w:char="F0B3"/>'
    )
    assert texts(paper(word_file(f"<w:p><w:r>{inside}</w:r></w:p>"))) == ["Số:\t08-KH/HĐ\tx ≥"]


def test_the_gap_after_a_typed_number_is_none_between_columns(paper):
    lines = ["I.\tMỤC ĐÍCH", "-\tMột\thai", "a)    Ba", "2.1.\tBốn", "Số:\t08", "I\tKinh tế"]
    body = "".join(para(line).replace("\t", "</w:t><w:tab/><w:t>") for line in lines)
    expected = ["I. MỤC ĐÍCH", "- Một\thai", "a) Ba", "2.1. Bốn", "Số:\t08", "I\tKinh tế"]
    assert texts(paper(word_file(body))) == expected


def test_decomposed_letters_are_composed_even_over_two_runs(paper):
    found = paper(word_file(f"<w:p>{run('Đa', '<w:b/>')}{run('̣i')}</w:p>"))
    assert [line.pieces for line in found.lines] == [(Piece("Đạ", bold=True), Piece("i"))]


def test_what_wraps_runs_is_read_once_and_in_order(paper):
    body = (
        f"<w:p>{run('a')}<w:hyperlink r:id='x'>{run('b')}</w:hyperlink><w:smartTag>{run('c')}</w:smartTag>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('d')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple w:instr='DATE'>{run('e')}</w:fldSimple><m:oMath><m:r><m:t>f</m:t></m:r></m:oMath>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>{run('g', '<w:caps/>')}</w:p>"
        f"<w:sdt><w:sdtContent>{para('trong khung')}</w:sdtContent></w:sdt>"
    )
    assert texts(paper(word_file(body))) == ["abcdefg", "trong khung"]


def test_of_a_field_its_result_is_read_and_not_its_code(paper):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + mark("separate") + run("mã") + mark("end")
    body = (
        f"<w:p>{run('Ngày ')}{mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{mark('separate')}"
        f"{run('05')}</w:p><w:p>{run('tháng 5')}{mark('end')}{run(' năm 2021')}</w:p>"
    )
    assert texts(paper(word_file(body))) == ["Ngày 05", "tháng 5 năm 2021"]


def test_text_boxes_stand_before_their_paragraph_and_once(paper):
    box = f"<w:txbxContent>{para('HUYỆN ĐOÀN')}</w:txbxContent>"
    old_box = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    new_box = f"<w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphic></wp:anchor>"
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new_box}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{old_box}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(paper(word_file(f"<w:p><w:r>{twice}</w:r>{run('KẾ HOẠCH')}</w:p>"))) == ["HUYỆN ĐOÀN", "KẾ HOẠCH"]
    assert texts(paper(word_file(f"<w:p><w:r>{old_box}</w:r></w:p>"))) == ["HUYỆN ĐOÀN"]


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/></w:rPr>"
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Giữa đậm"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="M2"><w:name w:val="Con"/><w:basedOn w:val="M"/>'
    "<w:rPr><w:i/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="C"><w:name w:val="Nhấn"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="Đầu đề 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T3"><w:name w:val="Mục lớn"/><w:basedOn w:val="T2"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="V"><w:name w:val="Vòng"/><w:basedOn w:val="V"/></w:style>'
)


def test_looks_come_from_styles_and_the_nearest_word_holds(paper):
    body = (
        para("a", style="M2")
        + para("b", style="M2", run='<w:b w:val="0"/>')
        + para("c", style="M", run='<w:rStyle w:val="C"/>')
        + para("d", run='<w:rStyle w:val="C"/>', properties='<w:jc w:val="center"/>')
        + para("e", style="V")
    )
    found = [
        (line.pieces[0].bold, line.pieces[0].italic, line.centred)
        for line in paper(word_file(body, styles=STYLES)).lines
    ]
    assert found == [
        (True, True, True),
        (False, True, True),
        (False, False, True),  # bold twice is plain, as Word shows it
        (True, False, True),
        (False, False, False),
    ]


def test_headings_by_outline_and_by_the_names_of_styles(paper):
    body = "".join(para("x", style=style) for style in ("T1", "T2", "T3", "N")) + "".join(
        para("x", style="T1", properties=f'<w:outlineLvl w:val="{n}"/>') for n in (3, 9)
    )
    assert [line.heading for line in paper(word_file(body, styles=STYLES)).lines] == [1, 2, 3, 0, 4, 0]


LISTS = (
    a_list(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
    + a_list(2, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3"))
    + a_list(3, level(0, "upperRoman", "Phần %1", start=3), level(1, "lowerRoman", "%2.", restart=1))
    + a_list(4, level(0, "upperLetter", "%1/"), level(1, "none", "Ghi chú:"), level(2, "decimalZero", "(%3)"))
    + "".join(a_number(number, number) for number in (1, 2, 3, 4))
    + a_number(5, 2)
    + a_number(6, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    + a_number(7, 1, f'<w:lvlOverride w:ilvl="1">{level(1, "lowerRoman", "[%2]")}</w:lvlOverride>')
)
PLACES = [
    *[(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (1, 1), (2, 0), (2, 1), (2, 2), (2, 2), (2, 0)],
    *[(2, 1), (5, 0), (5, 1), (6, 0), (6, 1), (6, 0), (2, 0), (3, 0), (3, 1), (3, 1), (3, 0), (3, 1), (4, 1), (4, 2)],
    *[(4, 0)] * 29,
    *[(4, 2), (4, 2), (7, 0), (7, 1), (7, 1), (1, 1), (1, 0), (2, 2)],
]


def test_automatic_numbers_are_those_that_libreoffice_prints(paper, tmp_path):
    contents = word_file("".join(item(f"mục {n}", *place) for n, place in enumerate(PLACES)), numbering=LISTS)
    printed = libreoffice(tmp_path, contents, "txt").decode("utf-8-sig")
    expected = [" ".join(line.split()) for line in printed.splitlines() if line.strip()]
    assert len(expected) == len(PLACES)
    assert texts(paper(contents)) == expected


def test_automatic_numbers_without_libreoffice(paper):
    body = "".join(item(text, *place) for text, place in zip("abcdefgh", PLACES, strict=False))
    expected = ["I. a", "1. b", "2. c", "a) d", "b) e", "3. f", "II. g", "1. h"]
    assert texts(paper(word_file(body, numbering=LISTS))) == expected


def test_what_word_counts_and_libreoffice_does_not(paper):
    lists = (
        a_list(
            1,
            level(0, "upperRoman", "%1."),
            level(1, "decimal", "%1.%2", legal=True),
            level(2, "decimal", "(%3)", restart=0),
        )
        + a_list(2, level(0, "bullet", "\uf0b7"), level(1, "bullet", "+", gap="nothing"), level(2, "bullet", "–"))
        + a_number(1, 1)
        + a_number(2, 2)
    )
    body = "".join(
        item("x", *place) for place in [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (0, 0), (9, 0)]
    )
    expected = ["I. x", "1.1 x", "(1) x", "1.2 x", "(2) x", "- x", "+x", "- x", "x", "x"]
    assert texts(paper(word_file(body, numbering=lists))) == expected


def test_a_style_may_number_and_names_its_level(paper):
    lists = a_list(1, level(0, "decimal", "Điều %1.", style="D"), level(1, "decimal", "%2.", style="K")) + a_number(
        1, 1
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for name in ("D", "K")
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = para("a", style="D") + para("b", style="K") + para("c", style="K", properties=off) + para("d", style="D")
    assert texts(paper(word_file(body, numbering=lists, styles=styles))) == ["Điều 1. a", "1. b", "c", "Điều 2. d"]


def cell(inside, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def shown(grid):
    return [[" / ".join(line.text for line in each) for each in row] for row in grid.rows]


def test_merged_cells_stand_once(paper):
    body = table(
        cell(para("rộng"), '<w:gridSpan w:val="2"/>') + cell(para("dài"), '<w:vMerge w:val="restart"/>'),
        cell(para("a")) + cell(para("b") + para("") + para("c")) + cell(para(""), "<w:vMerge/>"),
        "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + f"<w:sdt><w:sdtContent>{cell(para('d'))}</w:sdtContent></w:sdt>",
        cell(para("e")) + cell(para("f")) + cell(para("không bị che"), '<w:vMerge w:val="continue"/>'),
    )
    (grid,) = paper(word_file(body)).blocks
    assert shown(grid) == [["rộng", "", "dài"], ["a", "b / c", ""], ["", "d", ""], ["e", "f", "không bị che"]]
    assert [line.number for line in grid.lines] == [1, 2, 3, 4, 6, 8, 9, 10, 11]


def test_a_table_in_a_cell_is_the_lines_of_the_cell(paper):
    inner = table(cell(para("1")) + cell(para("2")))
    (grid,) = paper(word_file(table(cell(para("trước") + inner + para("sau"))))).blocks
    assert isinstance(grid, Grid)
    assert shown(grid) == [["trước / 1 / 2 / sau"]]


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:ins w:id='1'>{run('thêm')}</w:ins></w:p>",
        "<w:p><w:del w:id='1'><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:moveTo w:id='1'>{run('dời')}</w:moveTo></w:p>",
        f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('nối đoạn')}</w:p>",
        f"<w:tbl><w:tr><w:trPr><w:ins w:id='1'/></w:trPr>{cell(para('x'))}</w:tr></w:tbl>",
    ],
)
def test_tracked_changes_are_refused(paper, body):
    assert refused(paper, word_file(para("KẾ HOẠCH") + body)) == "DVK949"


def test_a_tracked_change_of_looks_alone_is_none_of_words(paper):
    changed = "<w:rPrChange w:id='1'><w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange>"
    (line,) = paper(word_file(f"<w:p>{run('vẫn đọc', changed)}</w:p>")).lines
    assert line.pieces == (Piece("vẫn đọc"),)


TCVN3 = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
CAPITALS = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
VNI = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'


def test_old_fonts_are_turned_run_by_run(paper):
    body = (
        f"<w:p>{run('KÕ ho¹ch phong trµo', TCVN3)}{run(' của Huyện đoàn; § 5 và ¹', '')}</w:p>"
        f"<w:p>{run('kÕ ho¹ch', CAPITALS)}</w:p><w:p>{run('Ñoaøn thanh nieân TRUØ BÒ', VNI)}</w:p>"
        f"<w:p><w:r><w:rPr>{TCVN3}</w:rPr><w:t>tr</w:t><w:softHyphen/><w:t>ëng</w:t></w:r></w:p>"
    )
    found = paper(word_file(body))
    assert texts(found) == [
        "Kế hoạch phong trào của Huyện đoàn; § 5 và ¹",
        "KẾ HOẠCH",
        "Đoàn thanh niên TRÙ BỊ",
        "trưởng",
    ]
    assert found.converted == ("TCVN3", "VNI")


def test_unicode_typed_in_an_old_font_stays(paper):
    body = f"<w:p>{run('Đoàn kết, hòa giải', TCVN3)}</w:p><w:p>{run('Kế ', TCVN3)}{run('hòa', TCVN3 + '<w:b/>')}</w:p>"
    found = paper(word_file(body))
    assert (texts(found), found.converted) == (["Đoàn kết, hòa giải", "Kế hòa"], ())


def test_an_old_font_may_come_from_a_style_or_from_the_defaults(paper):
    by_style = f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:rPr>{TCVN3}</w:rPr></w:style>'
    assert texts(paper(word_file(para("§oµn", style="S"), styles=by_style))) == ["Đoàn"]
    by_default = f"<w:docDefaults><w:rPrDefault><w:rPr>{TCVN3}</w:rPr></w:rPrDefault></w:docDefaults>"
    body = para("§oµn") + para("§ 5", run='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert texts(paper(word_file(body, styles=by_default))) == ["Đoàn", "§ 5"]


def test_old_text_in_a_modern_font_is_turned_where_it_plainly_is_old(paper):
    found = paper(word_file(para("KÕ ho¹ch thùc hiÖn phong trµo thi ®ua cña §oµn tr\xadêng") + para("tr\xadëng ban")))
    assert texts(found) == ["Kế hoạch thực hiện phong trào thi đua của Đoàn trường", "trưởng ban"]
    assert found.converted == ("TCVN3",)
    correct = "Kế hoạch thi đua của Đoàn trường; tệp cũ ghi “§oµn”"
    assert texts(paper(word_file(para(correct)))) == [correct]


def test_numbers_of_lists_in_an_old_font_are_turned_too(paper):
    lists = a_list(1, level(0, "decimal", "§iÒu %1.", run=f"<w:rPr>{TCVN3}</w:rPr>")) + a_number(1, 1)
    assert texts(paper(word_file(item("Phạm vi", 1), numbering=lists))) == ["Điều 1. Phạm vi"]


def test_what_libreoffice_saves_again_reads_the_same_in_every_format(paper, tmp_path):
    body = (
        para("KẾ HOẠCH", style="M")
        + "".join(item(f"nội dung thứ {n}", 1, at) for n, at in enumerate([0, 1, 1, 2, 0, 1]))
        + table(cell(para("Chỉ tiêu")) + cell(para("Số")), cell(para("Nhà Nhân ái")) + cell(para("90")))
        + f"<w:p>{run('Nơi nhận:', '<w:b/><w:i/>')}<w:r><w:tab/></w:r>{run('TM. BAN THƯỜNG VỤ')}</w:p>"
        + f"<w:p>{run('KÕ ho¹ch', TCVN3)}</w:p>"
    )
    contents = word_file(body, styles=STYLES, numbering=LISTS)
    expected = paper(contents)
    again = paper(libreoffice(tmp_path, contents, "docx"))
    assert texts(again) == texts(expected)
    assert [line.centred for line in again.lines] == [line.centred for line in expected.lines]
    old = libreoffice(tmp_path, contents, "doc")
    assert texts(paper(old, "cu.doc")) == texts(expected)
    assert texts(paper(old, "sai-duoi.docx")) == texts(expected)


def test_strict_files_macros_and_other_names_of_the_main_part(paper):
    plain = word_file(para("KẾ HOẠCH"))
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>KẾ HOẠCH</w:t>'
        "</w:r></w:p></w:body></w:document>"
    )
    other = word_file(more={"_rels/.rels": relations, "word/document2.xml": strict})
    macros = word_file(para("KẾ HOẠCH"), more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen"})
    assert {
        tuple(texts(paper(each, name))) for each, name in ((plain, "a"), (other, "b.docx"), (macros, "c.docm"))
    } == {("KẾ HOẠCH",)}


def test_headers_notes_and_comments_are_left_out(paper, tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    document.sections[0].footer.paragraphs[0].text = "chân trang"
    document.add_paragraph("Nội dung")
    document.add_table(1, 2).cell(0, 1).text = "ô"
    document.save(tmp_path / "mau.docx")
    found = paper((tmp_path / "mau.docx").read_bytes())
    assert texts(found) == ["Nội dung", "ô"]


def test_no_line_of_a_paper_is_untidy(paper):
    body = "".join(para(text) for text in ["  a  b\u2003c ", "\t\td", "e \u200e\u202e f", "g\u00a0h", "   "])
    for line in paper(word_file(body)).lines:
        assert line.text == line.text.strip()
        assert not re.search(r"  |\t\t| \t|\t |[\u200b-\u200f\u202a-\u202e\xa0\u2003]", line.text)
