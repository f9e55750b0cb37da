"""Heads and feet as offices type them, line by line."""

import pytest

from dvk.importing.foot import recipients_of, signatories_of
from dvk.importing.head import head_of
from dvk.importing.outline import outlined
from dvk.importing.paper import Grid, Line, Paper, Piece
from dvk.importing.papers.text.reading import blocks_of
from dvk.importing.quoted import plain
from dvk.importing.tables.head import own_frame

BODY = "Căn cứ Kế hoạch số 1-KH/TĐTN ngày 01/01/2020 của Tỉnh đoàn;\nI. MỤC ĐÍCH\nMột đoạn.\n"


def outline(text):
    blocks, _ = blocks_of(text.encode(), markdown=False)
    return outlined(Paper("a.txt", blocks))


def head(text):
    return head_of(outline(f"{text}\n{BODY}"))


def draft(text):
    return {key: value.value for key, value in head(text).draft.items()}


def doubts(text):
    return {key: value.doubt for key, value in head(text).draft.items() if value.doubt}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KẾ HOẠCH\nTổ chức hội thi", "KH"),
        ("K Ế  H O Ạ C H\nTổ chức hội thi", "KH"),
        ("Kế hoạch\nTổ chức hội thi", "KH"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nTổ chức hội thi", "CTr"),
        ("KẾ HOẠCH Tổ chức hội thi", "KH"),
        ("HƯỚNG DẪN TỔ CHỨC HỘI THI", "HD"),
        ("THÔNG BÁO\nTổ chức hội thi", "TB"),
        ("Đề án\nTổ chức hội thi", "ĐA"),
    ],
)
def test_type_and_subject_however_they_stand(text, kind):
    found = draft(text)
    assert found["type"] == kind
    assert found["subject"].casefold() == "tổ chức hội thi"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 382 -KH/TĐTN-TCKT", "382-KH/TĐTN-TCKT"),
        ("Số:  76  -KH/TĐTN-VP", "76-KH/TĐTN-VP"),
        ("Số:   76   -KH/TĐTN-VP", "76-KH/TĐTN-VP"),
        ("Số 127-KH/TU", "127-KH/TU"),
        ("Số: 5/KH-UBND", "05/KH-UBND"),
        ("Số: 12 – KH/HU", "12-KH/HU"),
        ("Số: 12-KH/HU\tTrà Vinh, ngày 05 tháng 5 năm 2020", "12-KH/HU"),
        ("Số:        -KH/TĐTN", None),
        ("Số: …/KH-UBND", None),
        ("Số:", None),
        ("Số: 12", None),
        ("Số: 30/2020/KH-UBND", None),
    ],
)
def test_numbers(line, number):
    assert draft(f"{line}\nKẾ HOẠCH\nTổ chức hội thi").get("number") == number


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Trà Vinh, ngày 22 tháng 6 năm 2021", "Trà Vinh", "2021-06-22"),
        ("Rạch Giá, ngày 04  tháng 4 năm 2014", "Rạch Giá", "2014-04-04"),
        ("Rạch Giá, Ngày 4/4/2014", "Rạch Giá", "2014-04-04"),
        ("Tp. Hồ Chí Minh, ngày 01 tháng Giêng năm 2020", "Tp. Hồ Chí Minh", "2020-01-01"),
        ("Ea T’Ling, ngày 9 tháng mười một năm 2020", "Ea T’Ling", "2020-11-09"),
        ("Trà Vinh, ngày    tháng 6 năm 2021", "Trà Vinh", None),
        ("Trà Vinh, ngày … tháng … năm 2021", "Trà Vinh", None),
        ("…………, ngày     tháng     năm 2021", None, None),
        ("Trà Vinh, ngày 31 tháng 6 năm 2021", "Trà Vinh", None),
        ("ngày 22 tháng 6 năm 2021", None, "2021-06-22"),
        ("Quận 1, ngày 3 tháng 5 năm 2021", "Quận 1", "2021-05-03"),
        ("Thị trấn Càng Long, Khóm 4, ngày 3/5/2021", None, None),
        ("Phường 12, ngày … tháng 5 năm 2021", "Phường 12", None),
    ],
)
def test_place_and_day(line, place, day):
    found = draft(f"{line}\nKẾ HOẠCH\nTổ chức hội thi")
    assert (found.get("place"), found.get("date")) == (place, day)


def test_a_number_in_the_subject_is_not_the_number_of_the_paper():
    subject = "**Tuyên truyền về\nChỉ thị số 05-CT/TW**\n-----"
    assert "number" not in draft(f"Số:      -KH/TĐTN\nKẾ HOẠCH\n{subject}")
    assert draft(f"Số: 9-KH/TĐTN\nKẾ HOẠCH\n{subject}")["number"] == "09-KH/TĐTN"
    assert "number" not in draft("Số:      -CV/TĐTN\nV/v góp ý công văn số 7-CV/TU\nKính gửi: Các huyện đoàn.")


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Kính gửi: Ban Thường vụ Huyện đoàn", "Ban Thường vụ Huyện đoàn"),
        ("Kính gửi: Huyện đoàn Cư Jút,\nHội LHTN huyện.", "Huyện đoàn Cư Jút, Hội LHTN huyện"),
        ("Kính gửi:\n- Huyện đoàn Cư Jút;\n- Hội LHTN huyện.", "Huyện đoàn Cư Jút; Hội LHTN huyện"),
        ("Kính gửi:    - Huyện đoàn Cư Jút;\n             - Hội LHTN huyện.", "Huyện đoàn Cư Jút; Hội LHTN huyện"),
        ("Kính gửi:\nHuyện đoàn Cư Jút;\nHội LHTN huyện.", "Huyện đoàn Cư Jút; Hội LHTN huyện"),
        ("Kính gửi:\n- Huyện đoàn Cư Jút\n-----", "Huyện đoàn Cư Jút"),
        ("Kính gửi:", None),
    ],
)
@pytest.mark.parametrize("title", ["BẢNG ĐĂNG KÝ\nMô hình", "BẢN ĐĂNG KÝ MÔ HÌNH\nnăm 2021", "BÁO CÁO\nCông tác"])
def test_the_addressee_and_what_is_said_of_the_figures(title, text, addressee):
    found = draft(f"{title}\n(Số liệu minh họa)\n{text}")
    assert (found.get("addressee"), found["illustrative"]) == (addressee, "yes")
    assert found["subject"].endswith(("Mô hình", "2021", "Công tác"))


def test_columns_above_a_letter_are_none_of_its_addressees():
    text = "Số: 5-CV/TĐTN    Trà Vinh, ngày 1/2/2021\nV/v góp ý\nKính gửi:    - Huyện đoàn Cư Jút;\n- Hội LHTN huyện."
    found = draft(text)
    assert (found["number"], found["place"]) == ("05-CV/TĐTN", "Trà Vinh")
    assert found["addressee"] == "Huyện đoàn Cư Jút; Hội LHTN huyện"


def test_a_body_with_a_number_for_a_name():
    found = head("QUẬN ĐOÀN 3\nBCH ĐOÀN PHƯỜNG 12\nKẾ HOẠCH\nTổ chức hội thi")
    assert found.superior is not None
    assert found.issuer is not None
    assert (found.superior.value, found.issuer.value) == ("QUẬN ĐOÀN 3", "BCH ĐOÀN PHƯỜNG 12")


def test_the_stamp_of_a_signature_gives_a_day_only_where_nothing_else_does():
    stamp = "Thời gian ký: 22/06/2021 13:17:38"
    assert doubts(f"{stamp}\nKẾ HOẠCH\nTổ chức hội thi")["date"] == "date_from_stamp"
    same = f"{stamp}\nTrà Vinh, ngày 22 tháng 6 năm 2021\nKẾ HOẠCH\nTổ chức hội thi"
    assert "date" not in doubts(same)
    assert draft(same)["date"] == "2021-06-22"
    assert doubts(same.replace("ngày 22", "ngày 21"))["date"] == "date_not_of_stamp"


def test_a_day_in_the_body_is_not_the_day_of_the_paper():
    assert "date" not in draft("KẾ HOẠCH\nTổ chức hội thi")


@pytest.mark.parametrize(
    ("subject", "period", "doubt"),
    [
        ("Tổ chức hội thi năm 2021", "2021", None),
        ("Thực hiện “Năm Dân vận khéo” 2020", "2020", None),
        ("Tổ chức hội thi giai đoạn 2021 - 2025", "2021", "several_years"),
        ("Tổ chức hội thi 6 tháng đầu năm 2022", "2022-H1", None),
        ("Tổ chức hội thi 6 tháng cuối năm 2022", "2022-H2", None),
        ("Tổ chức hội thi quý II năm 2022", "2022-Q2", None),
        ("Tổ chức hội thi tháng 5/2022", "2022-05", None),
        ("Thực hiện Nghị quyết ngày 03/6/2013", None, None),
    ],
)
def test_years_of_the_subject(subject, period, doubt):
    text = f"KẾ HOẠCH\n{subject}"
    assert draft(text).get("period") == period
    assert doubts(text).get("period") == doubt


def test_without_a_year_in_the_subject_the_year_of_the_paper_is_a_guess():
    assert doubts("Trà Vinh, ngày 2/6/2021\nKẾ HOẠCH\nTổ chức hội thi")["period"] == "period_from_date"


def test_type_and_number_that_do_not_agree():
    assert doubts("Số: 12-HD/TĐTN\nKẾ HOẠCH\nTổ chức hội thi")["type"] == "type_not_of_number"
    assert doubts("Số: 12-CT/TĐTN\nCHƯƠNG TRÌNH\nTổ chức hội thi") == {}


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("ĐOÀN TNCS HỒ CHÍ MINH", "youth-union"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "party"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "state"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nỦY BAN MTTQ HUYỆN CƯ JÚT", "front"),
        ("", ""),
    ],
)
def test_the_heading_tells_the_line(heading, line):
    assert head(f"{heading}\nKẾ HOẠCH\nTổ chức hội thi").line == line


def test_superior_and_issuer_in_two_columns():
    found = head("TỈNH ĐOÀN TRÀ VINH     ĐOÀN TNCS HỒ CHÍ MINH\nBCH HUYỆN CÀNG LONG\n***\nKẾ HOẠCH\nTổ chức hội thi")
    assert found.superior is not None
    assert found.issuer is not None
    assert (found.superior.value, found.issuer.value) == ("TỈNH ĐOÀN TRÀ VINH", "BCH HUYỆN CÀNG LONG")


def test_a_letterhead_in_a_table():
    left = (Line(1, (Piece("TỈNH ĐOÀN TRÀ VINH"),)), Line(2, (Piece("Số: 9-KH/TĐTN"),)))
    right = (Line(3, (Piece("ĐOÀN TNCS HỒ CHÍ MINH"),)), Line(4, (Piece("Trà Vinh, ngày 1/2/2020"),)))
    lines = (Line(5, (Piece("KẾ HOẠCH"),)), Line(6, (Piece("Tổ chức hội thi"),)), Line(7, (Piece("I. MỤC ĐÍCH"),)))
    found = plain(head_of(outlined(Paper("a.docx", (Grid(((left, right),)), *lines)))).draft)
    assert found == {
        "type": "KH",
        "subject": "Tổ chức hội thi",
        "period": "2020",
        "number": "09-KH/TĐTN",
        "date": "2020-02-01",
        "place": "Trà Vinh",
    }


def foot(text):
    return outline(f"KẾ HOẠCH\nTổ chức hội thi\n{BODY}{text}")


def signed(text):
    return [plain(found) for found in signatories_of(foot(text))]


WHOLE = {"authority": "TM. Ban Thường vụ Tỉnh đoàn", "post": "Phó Bí thư Thường trực", "name": "Võ Minh Nhựt"}


@pytest.mark.parametrize(
    "text",
    [
        "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nPHÓ BÍ THƯ THƯỜNG TRỰC\n\nVõ Minh Nhựt\nNơi nhận:\n- Như trên;\n- Lưu VT.",
        "Nơi nhận:\n- Như trên;\n- Lưu VT.\nTM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nPHÓ BÍ THƯ THƯỜNG TRỰC\n(Đã ký)\nVõ Minh Nhựt",
        "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nPHÓ BÍ THƯ THƯỜNG TRỰC\nNơi nhận :\n- Như trên;\n- Lưu VT.\nVõ Minh Nhựt",
        "Nơi nhận:     TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\n- Như trên;    PHÓ BÍ THƯ THƯỜNG TRỰC\n- Lưu VT.    Võ Minh Nhựt",
        "**TM. BAN THƯỜNG VỤ\nTỈNH ĐOÀN**\n**PHÓ BÍ THƯ THƯỜNG TRỰC**\nVõ Minh Nhựt\nNơi nhận:\n- Như trên;\n- Lưu VT.",
        "TM. Ban Thường vụ Tỉnh đoàn\nPhó Bí thư Thường trực\nVõ Minh Nhựt\nNƠI NHẬN:\nNhư trên;\nLưu VT.",
    ],
)
def test_a_signature_in_any_order(text):
    assert signed(text) == [WHOLE]
    assert [recipient.value for recipient in recipients_of(foot(text))] == ["Như trên", "Lưu VT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ", {"authority": "T/M Ban Thường vụ", "post": "Bí thư"}),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", {"authority": "KT. Chủ tịch", "post": "Phó Chủ tịch"}),
        ("TL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", {"authority": "TL. Ban Thường vụ", "post": "Chánh Văn phòng"}),
        ("TUQ. CHỦ TỊCH\nTRƯỞNG BAN", {"authority": "TUQ. Chủ tịch", "post": "Trưởng ban"}),
        ("Q. CHỦ TỊCH\nTrần Thị Hòa", {"post": "Q. Chủ tịch", "name": "Trần Thị Hòa"}),
        ("BÍ THƯ\nVõ Minh Nhựt", {"post": "Bí thư", "name": "Võ Minh Nhựt"}),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
            {"authority": "TM. Ủy ban nhân dân, KT. Chủ tịch", "post": "Phó Chủ tịch"},
        ),
    ],
)
def test_who_signs_for_whom(text, expected):
    assert signed(text) == [expected]


def test_several_may_sign():
    found = signed(
        "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN    TM. BAN THƯỜNG TRỰC\nBÍ THƯ    PHÓ CHỦ TỊCH\nVõ Minh Nhựt    Trần Thị Hòa"
    )
    assert [each.get("authority") for each in found] == ["TM. Ban Thường vụ Tỉnh đoàn", "TM. Ban Thường trực"]
    assert [each.get("name") for each in found] == ["Võ Minh Nhựt", "Trần Thị Hòa"]


def test_letters_of_an_unknown_name_are_a_guess():
    text = "TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN CÀNG LONG"
    [guessed] = signatories_of(foot(text))
    [known] = signatories_of(foot(text), ["Càng Long"])
    assert guessed["authority"].value == known["authority"].value == "TM. Ban Thường vụ Huyện đoàn Càng Long"
    assert (guessed["authority"].doubt, known["authority"].doubt) == ("letters_guessed", "")


def test_no_foot_no_signature():
    assert signed("Trên đây là kế hoạch của Tỉnh đoàn./.") == []
    assert recipients_of(foot("Trên đây là kế hoạch của Tỉnh đoàn./.")) == ()


def test_a_recipient_over_two_lines_is_one():
    text = "Nơi nhận:\n- Các huyện đoàn và\nđoàn trực thuộc;\n- Lưu: VT, v.v.\nTM. BAN THƯỜNG VỤ"
    assert [found.value for found in recipients_of(foot(text))] == [
        "Các huyện đoàn và đoàn trực thuộc",
        "Lưu: VT, v.v.",
    ]


def test_columns_go_on_below_the_last_gap():
    text = (
        "Nơi nhận:     TM. BAN THƯỜNG VỤ HUYỆN\n- Như trên;     ĐOÀN\n- Các Đoàn xã và     PHÓ BÍ THƯ THƯỜNG TRỰC\n"
        "các đơn vị trực thuộc;\n- Lưu VT.\nVõ Minh Nhựt"
    )
    assert [found.value for found in recipients_of(foot(text))] == [
        "Như trên",
        "Các Đoàn xã và các đơn vị trực thuộc",
        "Lưu VT",
    ]
    assert signed(text) == [WHOLE | {"authority": "TM. Ban Thường vụ Huyện đoàn"}]


def test_a_day_over_two_lines():
    text = "TỈNH ĐOÀN TRÀ VINH     ĐOÀN TNCS HỒ CHÍ MINH\nSố: 9-KH/TĐTN     Trà Vinh, ngày 03 tháng 7 năm\n2021\n"
    text += "KẾ HOẠCH\nTổ chức"
    assert draft(text)["date"] == "2021-07-03"


def test_a_column_called_recipients_is_no_foot():
    cells = tuple((Line(n, (Piece(text),)),) for n, text in enumerate(("TT", "Việc", "Nơi nhận"), 4))
    lines = (Line(1, (Piece("KẾ HOẠCH"),)), Line(2, (Piece("Tổ chức"),)), Line(3, (Piece("I. MỤC ĐÍCH"),)))
    assert outlined(Paper("a.docx", (*lines, Grid((cells,)), Line(9, (Piece("Một đoạn."),))))).foot == ()


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (("Q. Chủ tịch", "Trần Thị Hòa"), ("post", "name")),
        (("TUQ. Bí thư", "Chánh Văn phòng", "Trần Thị Hòa"), ("authority", "post", "name")),
    ],
)
def test_who_fills_a_post_for_a_time_signs_a_document_of_dvk_in_it(words, keys):
    def cell(*texts):
        return tuple(Line(9, (Piece(text),)) for text in texts)

    opening = "Đoàn xã An Phú báo cáo kết quả thực hiện năm 2021 như sau:"
    blocks = (
        Grid(((cell("ĐOÀN XÃ AN PHÚ"), cell("ĐOÀN TNCS HỒ CHÍ MINH")),)),
        *cell("BÁO CÁO", "Công tác năm 2021", opening, "Trên đây là báo cáo của Đoàn xã An Phú./."),
        Grid(((cell("Nơi nhận:"), cell(*words, "(Ký tên, đóng dấu)")),)),
    )
    found = own_frame(Paper("a.docx", blocks))
    assert found is not None
    assert plain(found)["signatory"] == dict(zip(keys, words, strict=True))
