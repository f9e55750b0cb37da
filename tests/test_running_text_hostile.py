"""Running text that nobody would type: it is read in bounded time, and never ends in an error."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk.importing.bases import lead_in, legal_bases
from dvk.importing.foot import recipients_of, signatories_of
from dvk.importing.head import head_of
from dvk.importing.outline import outlined
from dvk.importing.paper import Grid, Line, Paper, Piece
from dvk.importing.prose import text_of
from dvk.importing.quoted import leaves
from dvk.printing.word.markdown import blocks

WORDS = [
    *(
        "Căn cứ",
        "Kế hoạch số",
        "12-KH/TU",
        "ngày 31/02/2021",
        "ngày 5/5/2021",
        "của",
        "về việc",
        "“",
        "”",
        ";",
        ",",
        ".",
    ),
    *(
        "I.",
        "I/",
        "II-",
        "1.",
        "2.1.",
        "a)",
        "-",
        "+",
        "Phần I",
        "Điều 1.",
        "KẾ HOẠCH",
        "HƯỚNG DẪN",
        "năm 2020",
        "2021 - 2025",
    ),
    *(
        "TM. BAN THƯỜNG VỤ",
        "KT. CHỦ TỊCH",
        "PHÓ BÍ THƯ",
        "Nơi nhận:",
        "- Lưu VT.",
        "Trần Thị Hòa",
        "(đã ký)",
        "PHỤ LỤC",
    ),
    *(
        "Số:",
        "Số: 99-",
        "/KH-",
        "Trà Vinh,",
        "ngày tháng năm 2020",
        "\t",
        "***",
        "**",
        "----",
        "Kính gửi:",
        "V/v",
        "như sau:",
    ),
    *(
        "trên đây là",
        "đề nghị",
        "thực hiện",
        "(NQ số 1-NQ/TW, ngày 1/1/2001)",
        "Thời gian ký: 1/1/2001",
        "99.99.99",
        "٣",
        "²",
    ),
]
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
LINES = st.builds(lambda text, heading, bold: (text.strip(" "), heading, bold), TEXT, st.integers(0, 3), st.booleans())


def paper(lines, name="a.txt"):
    made = [Line(n, (Piece(text, bold=bold),), heading) for n, (text, heading, bold) in enumerate(lines, 1) if text]
    return Paper(name, tuple(made))


def everything(read):
    outline = outlined(read)
    head = head_of(outline)
    text = text_of(outline)
    values = {**head.draft, "a": legal_bases(outline), "b": recipients_of(outline), "c": signatories_of(outline)}
    lead_in(outline)
    return list(leaves(values)), text.value if text else ""


@given(st.lists(LINES, max_size=14))
@settings(max_examples=100, deadline=None)
def test_any_lines_are_read_and_every_value_names_a_line(lines):
    values, text = everything(paper(lines))
    for path, value in values:
        assert value.value.strip(), path
        assert 1 <= value.line <= len(lines), path
    blocks(text)


@given(st.lists(st.text(min_size=1, max_size=60), max_size=12))
@settings(max_examples=100, deadline=None)
def test_any_signs_are_read(lines):
    everything(paper([(" ".join(line.split()), 0, False) for line in lines]))


@given(st.lists(LINES, max_size=10))
@settings(max_examples=100, deadline=None)
def test_no_line_of_the_body_is_lost(lines):
    outline = outlined(paper(lines))
    read = [line.number for line in (*outline.head, *outline.closing, *outline.foot)]
    read += [block.number for block in outline.preamble]
    read += [number for section in outline.sections for number in numbers(section)]
    assert len(set(read)) <= len(lines)
    texts = " ".join(line.text for line in everything_in(outline))
    for text, _, _ in lines:
        for word in text.replace("**", " ").split():
            assert word in texts


def numbers(section):
    yield section.title.number
    yield from (block.number for block in section.blocks)
    for part in section.parts:
        yield from numbers(part)


def everything_in(outline):
    yield from (*outline.head, *outline.preamble, *outline.closing, *outline.foot)
    for section in outline.sections:
        yield from lines_of(section)


def lines_of(section):
    yield section.title
    yield from section.blocks
    for part in section.parts:
        yield from lines_of(part)


REPEATED = [
    *(
        "a",
        " a",
        "A",
        "1.",
        "2.1.",
        "I",
        "-",
        "* ",
        "“",
        "\t",
        "( ",
        "số 1-A/",
        "ngày ",
        "ngày 1/1/2001 ",
        "của ",
        "về ",
        "và ",
    ),
    *(
        "Kế hoạch số 1-KH/A, ",
        "Căn cứ ",
        "đề nghị ",
        "TM. BAN ",
        "Ban Thường vụ ",
        "Nguyễn ",
        "năm 2020 ",
        "…",
        "ngày....",
        "KT.",
    ),
]


STARTS = ("", "Căn cứ Kế hoạch số 1-KH/A ", "- ", "I. ")
MANY = [*REPEATED, "- a;", "1. a", "a)", "I. A", "TM. BAN", "Nơi nhận:", "---", "“a", "Kính gửi:"]


def takes(read):
    """The seconds of work that a paper takes."""
    began = time.process_time()
    everything(read)
    return time.process_time() - began


def with_a_line(repeated, start, length):
    line = (start + repeated * (length // len(repeated))).strip()
    return paper([(text, 0, False) for text in ("KẾ HOẠCH", "Thực hiện", line, "Nơi nhận:")])


@pytest.mark.parametrize("repeated", REPEATED)
def test_a_long_line_takes_no_time(repeated):
    assert takes(with_a_line(repeated, STARTS[1], 100_000)) < 2


@pytest.mark.parametrize("repeated", MANY)
def test_many_lines_take_no_time(repeated):
    assert takes(paper([(repeated.strip() or "x", 0, False)] * 1_000)) < 2


@pytest.mark.deep
@pytest.mark.parametrize("repeated", REPEATED)
@pytest.mark.parametrize("start", STARTS)
def test_a_line_of_a_million_signs_takes_no_time(repeated, start):
    assert takes(with_a_line(repeated, start, 1_000_000)) < 5


@pytest.mark.deep
@pytest.mark.parametrize("repeated", MANY)
def test_twenty_thousand_lines_take_no_time(repeated):
    assert takes(paper([(repeated.strip() or "x", 0, False)] * 20_000)) < 10


def test_tables_anywhere():
    cell = (Line(1, (Piece("Nơi nhận:"),)), Line(2, (Piece("- Lưu."),)))
    right = (Line(3, (Piece("TM. BAN THƯỜNG VỤ"),)), Line(4, (Piece("Võ Minh Nhựt"),)))
    grid = Grid(((cell, right), ((), ())))
    values, _ = everything(
        Paper("a.docx", (grid, Line(5, (Piece("KẾ HOẠCH"),)), Line(6, (Piece("I. MỤC ĐÍCH"),)), grid))
    )
    assert ("c[0].name", "Võ Minh Nhựt") in [(path, value.value) for path, value in values]
