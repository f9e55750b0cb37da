"""Paragraphs, headings, lists and tables of a paper as Markdown, and what dvk prints of it."""

from itertools import groupby

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dvk.importing.outline import outlined
from dvk.importing.outline.pieces import tidy
from dvk.importing.outline.sections import sections_of
from dvk.importing.paper import Grid, Line, Paper, Piece
from dvk.importing.prose import markdown, text_of
from dvk.importing.prose.blocks import written_blocks
from dvk.printing.word import markdown as printed

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def line(text, number=1, **look):
    return Line(number, (Piece(text, **look),))


def looks(runs):
    """Runs as (text, bold, italic), neighbours of one look in one; the spaces between words carry no look."""
    signs = [(sign, run.bold, run.italic) for run in runs for sign in run.text]
    signs = [(" ", None, None) if sign == " " else (sign, bold, italic) for sign, bold, italic in signs]
    return [("".join(s for s, _, _ in group), look) for look, group in groupby(signs, key=lambda s: s[1:])]


def said(text):
    """What is printed of a text: kind, depth and words of each block, however far it is indented."""
    found = []
    for block in printed.blocks(text):
        if isinstance(block, printed.Grid):
            found.append(("table", [[looks(cell) for cell in row] for row in block.rows]))
        elif isinstance(block, printed.Heading):
            found.append(("heading", block.depth, looks(block.runs)))
        else:
            found.append(("paragraph", looks(block.runs)))
    return found


def as_paper(text):
    """What is printed of a text as the paper that is read back: headings numbered, in styles, paragraphs whole."""
    blocks, counted = [], [0] * 10
    for number, block in enumerate(printed.blocks(text), 1):
        if isinstance(block, printed.Grid):
            rows = tuple(tuple((pieced(cell, number),) if cell else () for cell in row) for row in block.rows)
            blocks.append(Grid(rows))
            continue
        made = pieced(block.runs, number)
        if isinstance(block, printed.Heading):
            counted[block.depth] += 1
            mark = f"{ROMAN[counted[0] % 11]}. " if block.depth == 0 else f"{counted[block.depth]}. "
            made = Line(number, (Piece(mark, bold=True), *made.pieces), heading=block.depth + 1)
        blocks.append(made)
    return Paper("a.docx", tuple(blocks))


def pieced(runs, number):
    return Line(number, tuple(Piece(run.text, run.bold, run.italic) for run in runs))


WORDS = st.text(alphabet="aăâđeêoơ ÁĐ“”-+*_`[]()<>&;:#|~!.=\\/1290,", min_size=1, max_size=14)
PIECES = st.lists(st.builds(Piece, WORDS, st.booleans(), st.booleans()), min_size=1, max_size=5)


def tidied(pieces):
    return Line(1, tidy(pieces))


@given(PIECES)
@settings(max_examples=200, deadline=None)
@example([Piece("- a")])
@example([Piece("1. a", bold=True)])
@example([Piece("“a”", bold=True), Piece("b")])
@example([Piece("a", italic=True), Piece("b", bold=True), Piece("c", bold=True, italic=True)])
@example([Piece("a"), Piece("*", bold=True), Piece("b")])
@example([Piece("---")])
@example([Piece("&amp; &#65; <http://a.b> [a](b) ![c](d)")])
def test_every_word_is_printed_again(pieces):
    paragraph = tidied(pieces)
    if not paragraph.text:
        return
    found = printed.blocks(written_blocks([paragraph]))
    text = "\n".join("".join(run.text for run in block.runs) for block in found)
    signs = {"•": "-", "*": "-", "+": "-"}
    wanted = paragraph.text
    if wanted[0] in signs and text[0] == "-":
        wanted = f"- {wanted[1:].lstrip()}"
    assert text in {wanted, f"- {wanted[1:].lstrip()}"}


@given(PIECES)
@settings(max_examples=200, deadline=None)
@example([Piece("a", italic=True), Piece("b", bold=True), Piece("c", bold=True, italic=True)])
@example([Piece("a", bold=True), Piece("b", italic=True), Piece("c", bold=True)])
@example([Piece("“a”", bold=True), Piece("b")])
def test_letters_of_words_apart_keep_their_look(pieces):
    paragraph = tidied([Piece("x"), *(part for piece in pieces for part in (Piece(" "), piece))])
    [block] = printed.blocks(written_blocks([paragraph]))
    letters = [(sign, p.bold, p.italic) for p in paragraph.pieces for sign in p.text if sign.isalnum()]
    assert [(sign, run.bold, run.italic) for run in block.runs for sign in run.text if sign.isalnum()] == letters


TEXTS = [
    "Một đoạn.\n\nĐoạn nữa, **đậm**, *nghiêng* và ***cả hai***.\n",
    "## Mục đích\n\nĐoạn.\n\n## Nội dung\n\n### Tuyên truyền\n\n- một\n- hai\n\n### Xây dựng\n\n1. một\n2. hai\n",
    "- một\n  - trong\n    - sâu\n- hai\n\nĐoạn sau danh sách.\n",
    "1. một\n2. hai\n   - con\n3. ba\n\na) chữ cái\n\nb) nữa\n",
    "3) ba\n4) bốn\n",
    "| Cột | Số |\n| --- | --- |\n| a \\| b | **3.000** |\n| | trống |\n",
    "Trước bảng:\n\n| A |\n| --- |\n| 1 |\n\nSau bảng.\n",
    "1\\. không phải danh sách\n\n\\- cũng không\n\n\\# không phải tiêu đề\n",
    "## Phụ lục (kèm theo) #1\n\n#### Sâu hơn hai bậc\n\nđoạn viết thường\n\nđoạn nữa\n",
    "Thư gửi \\<ban_tuyen_giao@example.vn>, xem \\[1] và 5 \\* 3.\n",
]


def again(text):
    """The text that is read back from what is printed of it."""
    before, sections = sections_of(as_paper(text).blocks)
    return markdown(sections, before=before)


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_printed_is_written_again(text):
    text = f"## Đầu\n\n{text}"
    assert said(again(text)) == said(text)


@pytest.mark.parametrize("text", TEXTS)
def test_writing_again_what_was_written_changes_nothing(text):
    once = again(f"## Đầu\n\n{text}")
    assert again(once) == once


ITEMS = st.sampled_from(
    ["- {}", "1. {}", "2. {}", "3. {}", "  - {}", "   - {}", "{}", "## {}", "### {}", "#### {}", "a) {}"]
)
LINES = st.lists(
    st.tuples(ITEMS, st.sampled_from(["một", "hai ba", "**đậm** thường", "3.000 em", "x_y"])), min_size=1, max_size=9
)


@given(LINES)
@settings(max_examples=200, deadline=None)
def test_any_order_of_headings_lists_and_paragraphs_comes_back(lines):
    text = "\n\n".join(["## Đầu", *(shape.format(words) for shape, words in lines)])
    assert said(again(text)) == said(text)


def test_numbers_of_sections_are_left_to_the_printer():
    paper = Paper("a.txt", (line("I/ MỤC ĐÍCH"), line("- Một việc.", 2), line("II/ NỘI DUNG", 3), line("Một đoạn.", 4)))
    text = text_of(outlined(paper))
    assert text is not None
    assert text.value == "## MỤC ĐÍCH\n\n- Một việc.\n\n## NỘI DUNG\n\nMột đoạn.\n"
    assert text.line == 1


def test_an_article_keeps_its_number():
    paper = Paper("a.txt", (line("Điều 1. Phạm vi"), line("Một đoạn.", 2), line("Điều 2. Tổ chức", 3)))
    assert markdown(outlined(paper).sections) == "## Điều 1. Phạm vi\n\nMột đoạn.\n\n## Điều 2. Tổ chức\n"


def test_the_sentence_above_the_parts_and_the_one_below_them_are_the_templates():
    paper = Paper(
        "a.txt",
        (
            line("KẾ HOẠCH"),
            line("Thực hiện phong trào", 2),
            line("Căn cứ Kế hoạch số 01-KH/BCĐ ngày 03/3/2020 của Ban Chỉ đạo;", 3),
            line("Huyện đoàn xây dựng kế hoạch như sau:", 4),
            line("I. NỘI DUNG", 5),
            line("Một đoạn.", 6),
            line("Trên đây là kế hoạch của Huyện đoàn./.", 7),
        ),
    )
    text = text_of(outlined(paper))
    assert text is not None
    assert text.value == "## NỘI DUNG\n\nMột đoạn.\n"


def test_nothing_is_no_text():
    assert text_of(outlined(Paper("a.txt", ()))) is None
