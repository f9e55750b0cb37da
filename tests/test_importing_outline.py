"""Parts of a paper: numbers and signs, titles and items, lines that were broken, where head and foot end."""

import pytest

from dvk.importing.outline import is_rule, mark_of, outlined, without_mark
from dvk.importing.paper import Grid, Line, Paper, Piece
from dvk.importing.papers.text.reading import blocks_of

HEAD = "KẾ HOẠCH\nTổ chức hội thi\nCăn cứ Kế hoạch số 1-KH/TĐTN ngày 01/01/2020 của Tỉnh đoàn;\n"


def outline(body):
    blocks, _ = blocks_of((HEAD + body).encode(), markdown=False)
    return outlined(Paper("a.txt", blocks))


def tree(sections):
    return [(section.mark, section.words, len(section.blocks), tree(section.parts)) for section in sections]


@pytest.mark.parametrize(
    ("text", "scheme", "typed", "rest"),
    [
        ("I. MỤC ĐÍCH", "roman", "I", "MỤC ĐÍCH"),
        ("II/  NỘI DUNG", "roman", "II", "NỘI DUNG"),
        ("III- XÂY DỰNG", "roman", "III", "XÂY DỰNG"),
        ("IV – TỔ CHỨC", "roman", "IV", "TỔ CHỨC"),
        ("5.Phát huy", "arabic", "5", "Phát huy"),
        ("1/ Công tác", "arabic", "1", "Công tác"),
        ("1) Công tác", "arabic", "1", "Công tác"),
        ("1. 3.000 em", "arabic", "1", "3.000 em"),
        ("2.1. Đổi mới", "decimal", "2.1", "Đổi mới"),
        ("2.1 Đổi mới", "decimal", "2.1", "Đổi mới"),
        ("2.1.3. Đổi mới", "decimal", "2.1.3", "Đổi mới"),
        ("a) Ở tỉnh", "letter", "a", "Ở tỉnh"),
        ("đ. Ở xã", "letter", "đ", "Ở xã"),
        ("a.1) Ở tỉnh", "letter", "a.1", "Ở tỉnh"),
        ("A. QUAN ĐIỂM", "capital", "A", "QUAN ĐIỂM"),
        ("Phần I. Mở đầu", "part", "I", "Mở đầu"),
        ("Điều 12. Hiệu lực", "part", "12", "Hiệu lực"),
        ("- Một việc", "bullet", "-", "Một việc"),
        ("+ Một việc", "bullet", "+", "Một việc"),
        ("• Một việc", "bullet", "•", "Một việc"),
    ],
)
def test_marks(text, scheme, typed, rest):
    mark = mark_of(text)
    assert mark is not None
    assert (mark.scheme, mark.typed, without_mark(text)) == (scheme, typed, rest)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "3.000 em được chăm lo",
            "15/5 hằng năm",
            "27/4/2020 là hạn",
            "100% đơn vị",
            "6 tháng đầu năm",
            "3,6 tỷ đồng",
        ),
        *("V/v tổ chức hội thi", "Điều lệ Đoàn", "Mục tiêu", "Phần việc thanh niên", "Ban Tuyên giáo", "1+1", "5", "I"),
        *("Ích nước lợi nhà", "Văn phòng", "1.5 triệu đồng", "12.5.2020 là hạn"),
    ],
)
def test_words_without_a_mark(text):
    assert mark_of(text) is None


@pytest.mark.parametrize("text", ["-----", "***", "*", "_______", "---o0o---", "–––", "====="])
def test_rules(text):
    assert is_rule(text)


@pytest.mark.parametrize("text", ["o", "- một việc", "0", "1.", "***x***"])
def test_no_rules(text):
    assert not is_rule(text)


def test_numbers_of_all_kinds_nest():
    body = "Phần I. CHUNG\nI. MỤC ĐÍCH\n1. Một\n1.1. Một một\na) Nhỏ\n- Việc.\nb) Nữa\n- Việc.\n1.2. Một hai\n- Việc.\n"
    body += "2. Hai\n- Việc.\nPhần II. RIÊNG\nĐoạn."
    assert tree(outline(body).sections) == [
        (
            "I",
            "CHUNG",
            0,
            [
                (
                    "I",
                    "MỤC ĐÍCH",
                    0,
                    [
                        (
                            "1",
                            "Một",
                            0,
                            [
                                ("1.1", "Một một", 0, [("a", "Nhỏ", 1, []), ("b", "Nữa", 1, [])]),
                                ("1.2", "Một hai", 1, []),
                            ],
                        ),
                        ("2", "Hai", 1, []),
                    ],
                )
            ],
        ),
        ("II", "RIÊNG", 1, []),
    ]


def test_what_alone_stands_below_a_title_is_said_in_it():
    found = outline("I. KẾT QUẢ\nĐoạn.\nII. KIẾN NGHỊ\nĐề nghị Tỉnh đoàn hỗ trợ.\nTrên đây là báo cáo./.")
    assert [len(section.blocks) for section in found.sections] == [1, 1]
    assert [line.text for line in found.closing] == ["Trên đây là báo cáo./."]
    item = outline("I. VIỆC\nGồm:\n1. Một việc.\n2. Hai việc.\nĐề nghị các đơn vị thực hiện.")
    assert [line.text for line in item.closing] == ["Đề nghị các đơn vị thực hiện."]


def test_capitals_above_roman_numbers_and_below_them():
    above = outline("A. LỚN\nI. Nhỏ\nĐoạn.\nII. Nhỏ nữa\nĐoạn.\nB. LỚN NỮA\nĐoạn.").sections
    assert tree(above) == [("A", "LỚN", 0, [("I", "Nhỏ", 1, []), ("II", "Nhỏ nữa", 1, [])]), ("B", "LỚN NỮA", 1, [])]
    below = outline("I. LỚN\nA. Nhỏ\nĐoạn.\nB. Nhỏ nữa\nĐoạn.\nII. LỚN NỮA\nĐoạn.").sections
    assert tree(below) == [("I", "LỚN", 0, [("A", "Nhỏ", 1, []), ("B", "Nhỏ nữa", 1, [])]), ("II", "LỚN NỮA", 1, [])]


def test_a_row_of_sentences_is_a_list():
    [section] = outline("I. NỘI DUNG\nGồm:\n1. Một việc, 3.000 em.\n2. Hai việc.\n3. Ba việc.").sections
    assert (len(section.blocks), section.parts) == (4, ())


def test_a_row_with_something_below_it_is_titles():
    [section] = outline("I. TỔ CHỨC\n1. Tỉnh đoàn\n- Một việc.\n2. Huyện đoàn\n- Hai việc.").sections
    assert [(part.mark, len(part.blocks)) for part in section.parts] == [("1", 1), ("2", 1)]


def test_a_list_inside_a_numbered_part_stays_in_it():
    body = "I. TỔ CHỨC\n1. Tỉnh đoàn\nGồm các việc:\n1. Việc một.\n2. Việc hai.\n2. Huyện đoàn\n- Việc."
    [section] = outline(body).sections
    assert [part.words for part in section.parts] == ["Tỉnh đoàn", "Huyện đoàn"]
    assert len(section.parts[0].blocks) == 3


def test_headings_without_numbers_stand_above_numbered_lines():
    lines = [
        *(("Mục đích", 1), ("- Một việc.", 0), ("Tổ chức thực hiện", 1), ("1. Ban Phong trào", 0)),
        *(("- Theo dõi.", 0), ("2. Các huyện, thị, thành đoàn", 0), ("- Báo cáo.", 0), ("Kinh phí", 2)),
        *(("1. Ngân sách 5 triệu đồng;", 0), ("2. Vận động 3 triệu đồng.", 0)),
    ]
    made = tuple(Line(n, (Piece(text),), heading) for n, (text, heading) in enumerate(lines, 3))
    paper = Paper("a.docx", (Line(1, (Piece("KẾ HOẠCH"),)), Line(2, (Piece("Tổ chức"),)), *made))
    sections = outlined(paper).sections
    assert tree(sections) == [
        ("", "Mục đích", 1, []),
        (
            *("", "Tổ chức thực hiện", 0),
            [
                ("1", "Ban Phong trào", 1, []),
                ("2", "Các huyện, thị, thành đoàn", 1, []),
                ("", "Kinh phí", 2, []),
            ],
        ),
    ]
    assert [part.depth for part in sections[1].parts] == [2, 2, 2]


def test_a_heading_behind_numbered_parts_without_a_style_is_no_part_above_them():
    lines = [("1. Mục đích", 0), ("- Một việc.", 0), ("2. Nội dung", 0), ("- Một việc.", 0), ("Phân công", 2)]
    made = tuple(Line(n, (Piece(text),), heading) for n, (text, heading) in enumerate(lines, 3))
    paper = Paper("a.docx", (Line(1, (Piece("KẾ HOẠCH"),)), Line(2, (Piece("Tổ chức"),)), *made))
    assert tree(outlined(paper).sections) == [("1", "Mục đích", 1, []), ("2", "Nội dung", 2, [])]


def test_styles_of_headings_give_the_depth():
    lines = [
        ("I. MỤC ĐÍCH", 1),
        ("1. Một", 2),
        ("1. Không phải tiêu đề", 0),
        ("Đoạn.", 0),
        ("Phần không số", 2),
        ("II. NỘI DUNG", 1),
    ]
    made = tuple(Line(n, (Piece(text),), heading) for n, (text, heading) in enumerate(lines, 3))
    sections = outlined(Paper("a.docx", (Line(1, (Piece("KẾ HOẠCH"),)), Line(2, (Piece("Tổ chức"),)), *made))).sections
    assert tree(sections) == [
        ("I", "MỤC ĐÍCH", 0, [("1", "Một", 2, []), ("", "Phần không số", 0, [])]),
        ("II", "NỘI DUNG", 0, []),
    ]


def test_styles_that_somebody_forgot_do_not_hide_parts():
    lines = [("I. MỤC ĐÍCH", 1), ("Đoạn.", 0), ("II. NỘI DUNG", 0), ("Đoạn.", 0)]
    made = tuple(Line(n, (Piece(text),), heading) for n, (text, heading) in enumerate(lines, 3))
    sections = outlined(Paper("a.docx", (Line(1, (Piece("KẾ HOẠCH"),)), Line(2, (Piece("Tổ chức"),)), *made))).sections
    assert [section.mark for section in sections] == ["I", "II"]


def test_a_broken_sentence_is_one_line_with_the_number_of_the_first():
    [section] = outline("I. NỘI DUNG\nở vùng sản xuất hàng\n\nhóa, và\nở xã.\nĐoạn sau.").sections
    assert [(block.number, block.text) for block in section.blocks] == [
        (5, "ở vùng sản xuất hàng hóa, và ở xã."),
        (9, "Đoạn sau."),
    ]


def test_a_sentence_that_breaks_inside_quotes_goes_on():
    [section] = outline("I. NỘI DUNG\n- Cuộc vận động “Tuổi trẻ Trà\nVinh làm theo lời Bác” ở xã.\nĐoạn sau.").sections
    assert [block.text for block in section.blocks] == [
        "- Cuộc vận động “Tuổi trẻ Trà Vinh làm theo lời Bác” ở xã.",
        "Đoạn sau.",
    ]


def test_whole_paragraphs_are_never_joined():
    lines = tuple(Line(n, (Piece(text),)) for n, text in enumerate(["KẾ HOẠCH", "tổ chức", "I. MỤC", "một", "hai"], 1))
    [section] = outlined(Paper("a.docx", lines), whole=True).sections
    assert [block.text for block in section.blocks] == ["một", "hai"]


def test_a_paper_broken_by_hand_at_a_width():
    words = (
        "Các cấp bộ Đoàn trong toàn tỉnh tổ chức nhiều hoạt động thiết thực theo kế hoạch của Ban Thường vụ Tỉnh đoàn. "
    )
    typed, lines = (words * 6).split(), [""]
    for word in typed:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    [section] = outline("I. NỘI DUNG\n" + "\n".join(lines) + "\n\nĐoạn sau đứng riêng.").sections
    assert [block.text for block in section.blocks] == [" ".join(typed), "Đoạn sau đứng riêng."]


def test_a_heading_in_capitals_over_two_lines():
    [section] = outline("I. MỤC ĐÍCH, YÊU CẦU CỦA PHONG TRÀO\n“DÂN VẬN KHÉO”\nĐoạn.").sections
    assert section.words == "MỤC ĐÍCH, YÊU CẦU CỦA PHONG TRÀO “DÂN VẬN KHÉO”"


def test_bold_over_two_lines():
    [section] = outline("I. NỘI DUNG\n**Một đoạn đậm\nHai đoạn đậm**\nMột đoạn.").sections
    assert [(block.text, block.pieces[0].bold) for block in section.blocks][:2] == [
        ("Một đoạn đậm", True),
        ("Hai đoạn đậm", True),
    ]


@pytest.mark.parametrize(
    "last",
    [
        "Trên đây là kế hoạch của Tỉnh đoàn.",
        "Đề nghị các huyện đoàn thực hiện.",
        "Ban Thường vụ Tỉnh đoàn yêu cầu các đơn vị nghiêm túc triển khai.",
        "Các đơn vị phối hợp chặt chẽ./.",
    ],
)
def test_last_words(last):
    found = outline(f"I. TỔ CHỨC\n1. Huyện đoàn\n- Một việc.\n{last}\nNơi nhận:\n- Lưu.")
    assert [line.text for line in found.closing] == [last]


def test_an_annex_behind_the_signature_is_a_part():
    found = outline("I. TỔ CHỨC\nĐoạn.\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\nPHỤ LỤC\nI. DANH MỤC\n- Một.")
    assert tree(found.sections)[-1] == ("", "PHỤ LỤC", 0, [("I", "DANH MỤC", 1, [])])
    assert found.sections[-1].parts[0].depth == 2
    assert [line.text for line in found.foot] == ["TM. BAN THƯỜNG VỤ", "BÍ THƯ"]


def test_a_paper_without_parts_is_its_preamble():
    found = outline("Một đoạn.\nMột đoạn nữa.")
    assert len(found.preamble) == 3
    assert found.sections == ()


def test_a_table_stays_in_its_part():
    cell = (Line(9, (Piece("TT"),)),)
    lines = tuple(Line(n, (Piece(text),)) for n, text in enumerate(["KẾ HOẠCH", "Tổ chức", "I. MỤC ĐÍCH"], 1))
    [section] = outlined(Paper("a.docx", (*lines, Grid(((cell,),))))).sections
    assert section.blocks == (Grid(((cell,),)),)


@pytest.mark.parametrize("texts", [[], ["KẾ HOẠCH"], ["I. MỤC ĐÍCH"], ["Nơi nhận:"], ["Điều 1."], ["-----"], ["V/v"]])
def test_papers_of_next_to_nothing(texts):
    outlined(Paper("a.txt", tuple(Line(n, (Piece(text),)) for n, text in enumerate(texts, 1))))
