"""Plain text and Markdown read as they stand on paper, whatever they were saved as."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dvk.errors import CannotGoOn
from dvk.importing.paper import Grid, Piece
from dvk.importing.papers import paper_of
from dvk.importing.papers.lines import LONGEST

WORDS = "KẾ HOẠCH phát động phong trào “Dân vận khéo” ở huyện Núi Xanh, ngày 05 tháng 5"
TCVN3 = "KÕ ho¹ch thùc hiÖn phong trµo thi ®ua “D©n vËn khÐo” cña §oµn thanh niªn huyÖn"
VNI = "Keá hoaïch thöïc hieän phong traøo thi ñua cuûa Ñoaøn thanh nieân huyeän"
MODERN = "ế hoạch thực hiện phong trào thi đua"


@pytest.fixture
def paper(tmp_path):
    def read(contents, name="cu.txt"):
        file = tmp_path / name
        file.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return paper_of(file)

    return read


def texts(paper):
    return [line.text for line in paper.lines]


def code_of(read, contents, name="cu.txt"):
    with pytest.raises(CannotGoOn) as stop:
        read(contents, name)
    return stop.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1258"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_text_in_every_encoding(paper, encoding, form, end):
    text = unicodedata.normalize(form, end.join([WORDS, "", "II. NỘI DUNG"]))
    contents = for_windows(text) if encoding == "cp1258" else text.encode(encoding)
    found = paper(contents)
    assert [(line.number, line.text) for line in found.lines] == [(1, WORDS), (3, "II. NỘI DUNG")]
    assert found.converted == ()


def for_windows(text):
    """Windows-1258 has letters with a roof and tones by themselves."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    apart = unicodedata.normalize("NFD", text)
    letters = [unicodedata.normalize("NFC", cluster) for cluster in clusters(apart, tones)]
    return "".join(letters).encode("cp1258")


def clusters(text, tones):
    """Letters with their roofs, and after each its tone."""
    found = []
    for character in text:
        if character in tones:
            found.append(character)
        elif unicodedata.combining(character):
            at = -2 if found[-1] in tones else -1
            found[at] += character
        else:
            found.append(character)
    return found


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
@pytest.mark.parametrize("saved", ["utf-8", "utf-16", "cp1252"])
def test_old_encodings_are_turned_and_said(paper, text, encoding, saved):
    found = paper(text.encode(saved))
    assert found.converted == (encoding,)
    assert MODERN in texts(found)[0]


def test_a_quotation_of_old_text_stays(paper):
    text = f"{WORDS}. Tệp cũ ghi “§oµn”."
    assert (texts(paper(text)), paper(text).converted) == ([text], ())


def test_gaps_between_columns_and_what_nobody_sees(paper):
    text = "  TỈNH ĐOÀN   NÚI XANH \tSố:  07\u00a0-KH \ufeffx\u200b\n[bookmark: _GoBack]Thực hiện\x0c"
    assert texts(paper(text)) == ["TỈNH ĐOÀN\tNÚI XANH\tSố: 07 -KH x", "Thực hiện"]


def test_stars_in_plain_text(paper):
    text = (
        "**Nơi nhận:** thi đua “*Dân vận khéo*” và ***cả hai***\n***\n"
        "(*) chú thích (*) 5*3*2 a * b * c **\n# không phải mục"
    )
    found = paper(text)
    first, *others = found.lines
    assert first.pieces == (
        Piece("Nơi nhận: ", bold=True),
        Piece("thi đua “"),
        Piece("Dân vận khéo", italic=True),
        Piece("” và "),
        Piece("cả hai", bold=True, italic=True),
    )
    assert [line.text for line in others] == ["***", "(*) chú thích (*) 5*3*2 a * b * c **", "# không phải mục"]
    assert [line.heading for line in found.lines] == [0, 0, 0, 0]


def test_bold_may_hold_italic(paper):
    (line,) = paper("**Dân vận *khéo* năm 2020** và **đậm *nghiêng***").lines
    assert [(piece.text, piece.bold, piece.italic) for piece in line.pieces] == [
        ("Dân vận ", True, False),
        ("khéo ", True, True),
        ("năm 2020 ", True, False),
        ("và ", False, False),
        ("đậm ", True, False),
        ("nghiêng", True, True),
    ]


def test_markdown(paper):
    text = (
        "# KẾ HOẠCH #\n\n## I. Mục đích\n* một\n- _hai_ và __ba__, mã KH_ĐTN_01, ngày ____\n"
        "\\*không\\* 1\\. [trang](https://example.org) &nbsp;x\\_\n> trích\n![ảnh](a.png)\ncuối<br>dòng\\"
    )
    found = paper(text, "cu.md")
    assert [(line.heading, line.text) for line in found.lines] == [
        (1, "KẾ HOẠCH"),
        (2, "I. Mục đích"),
        (0, "- một"),
        (0, "- hai và ba, mã KH_ĐTN_01, ngày ____"),
        (0, "*không* 1. trang x_"),
        (0, "trích"),
        (0, "cuối dòng"),
    ]
    assert [piece.text for line in found.lines for piece in line.pieces if piece.italic] == ["hai "]


@pytest.mark.parametrize("name", ["cu.md", "cu.txt"])
def test_tables_drawn_with_strokes(paper, name):
    text = "trước\n| TT | Chỉ tiêu |\n|:--|---:|\n| 1 | **90** căn<br>nhà | thừa |\n| 2 |\n\na | b\nsau"
    before, grid, *after = paper(text, name).blocks
    assert isinstance(grid, Grid)
    assert [[[line.text for line in cell] for cell in row] for row in grid.rows] == [
        [["TT"], ["Chỉ tiêu"], []],
        [["1"], ["90 căn", "nhà"], ["thừa"]],
        [["2"], [], []],
    ]
    assert [line.number for line in grid.lines] == [2, 2, 4, 4, 4, 4, 5]
    assert [before.text, *[line.text for line in after]] == ["trước", "a | b", "sau"]


@pytest.mark.parametrize("contents", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\n\u00a0".encode()])
def test_a_text_without_words_is_said_to_be_empty(paper, contents):
    assert code_of(paper, contents) == "DVK944"


@pytest.mark.parametrize(
    "contents",
    [
        b"{\\rtf1 \\ansi K}",
        b"<!DOCTYPE html><html>",
        b"<?xml version='1.0'?><w:wordDocument>",
        b"\x89PNG\r\n\x1a\n0000",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"a\x00b\x00c\x00",
        b"PK\x03\x04\x14\x00 xl/workbook.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"),
    ],
)
def test_what_is_no_paper_is_named(paper, contents):
    assert code_of(paper, contents, "cu.docx") == "DVK943"


def test_text_under_a_wrong_name_is_still_text(paper):
    assert texts(paper(WORDS, "cu.docx")) == [WORDS]
    assert texts(paper(WORDS, "cu")) == [WORDS]


def test_very_long_and_very_many_lines_end_soon(paper):
    assert code_of(paper, b"x\n" * 200_000) == "DVK948"
    assert code_of(paper, b"x" * (6 << 20)) == "DVK948"
    for sign in ("# ", "*", "**a ", "|", "a *", "_", "`", "[", "[a](b "):
        longest = (sign * LONGEST)[: LONGEST - 1] + "x"
        assert texts(paper("\n".join([longest] * 20), "cu.md"))
        assert code_of(paper, longest + "x" * 10, "cu.md") == "DVK948"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
@pytest.mark.parametrize("name", ["cu.md", "cu.txt"])
def test_any_bytes_give_a_paper_or_one_clear_stop(tmp_path, name, contents):
    file = tmp_path / name
    file.write_bytes(contents)
    tidy(file)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="aĐệ *_|\\#-[](){}.:\t\n <>&;1́", max_size=120))
@pytest.mark.parametrize("name", ["cu.md", "cu.txt"])
def test_marks_in_any_order_lose_no_letter(tmp_path, name, text):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    paper = tidy(file)
    letters = "".join(line.text for line in paper.lines) if paper else ""
    if name.endswith(".txt"):
        assert [letter for letter in letters if letter in "ĐệA1"] == [
            letter for letter in unicodedata.normalize("NFC", text) if letter in "ĐệA1"
        ]


def tidy(file: Path):
    try:
        paper = paper_of(file)
    except CannotGoOn as stop:
        if stop.code not in {"DVK943", "DVK944", "DVK945", "DVK947"}:
            raise
        return None
    for line in paper.lines:
        assert line.text
        assert line.text == line.text.strip()
        assert "  " not in line.text
        assert line.text.encode()
        assert all(piece.text == unicodedata.normalize("NFC", piece.text) for piece in line.pieces)
    numbers = [line.number for line in paper.lines]
    assert numbers == sorted(numbers)
    return paper
