"""Files that mean no good, or were never finished: each ends with one clear stop, soon and within bounds."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_papers import document, para, word_file
from pypdf import PdfReader, PdfWriter

from dvk.errors import CannotGoOn
from dvk.importing.papers import paper_of
from dvk.importing.papers.worker import answer

ROOT = Path(__file__).parents[1]


@pytest.fixture
def code_of(tmp_path):
    def read(contents, name="cu.docx"):
        file = tmp_path / name
        file.write_bytes(contents)
        with pytest.raises(CannotGoOn) as stop:
            paper_of(file)
        return stop.value.code

    return read


def cell(inside):
    return f"<w:tc>{inside}</w:tc>"


def nested_tables(depth):
    inside = para("đáy")
    for _ in range(depth):
        inside = f"<w:tbl><w:tr>{cell(inside)}</w:tr></w:tbl>{para('')}"
    return inside


def nested(name, depth, inside):
    return f"<w:{name}>" * depth + inside + f"</w:{name}>" * depth


BILLION = '<!DOCTYPE l [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE l [<!ENTITY i SYSTEM "file:///etc/passwd">'


def with_declaration(declaration):
    whole = document(para("&i;"))
    start = whole.index("<w:document")
    return word_file(more={"word/document.xml": f"{whole[:start]}{declaration}]>{whole[start:]}"})


def repeated(name, markup, times):
    return word_file(more={name: markup * times})


WORD = {
    "billion laughs": (lambda: with_declaration(BILLION), "DVK950"),
    "a file of the machine as an entity": (lambda: with_declaration(OUTSIDE), "DVK950"),
    "a declaration of its own": (lambda: with_declaration("<!DOCTYPE l ["), "DVK950"),
    "a zip bomb in the document": (lambda: repeated("word/document.xml", "<w:p/>" * 1000, 2000), "DVK948"),
    "a zip bomb in the styles": (lambda: repeated("word/styles.xml", " " * 1000, 40_000), "DVK948"),
    "a zip bomb of blanks": (lambda: repeated("word/numbering.xml", " " * 1000, 6_000), "DVK948"),
    "too many parts": (lambda: word_file(more={f"word/media/{n}.png": b"" for n in range(6000)}), "DVK948"),
    "two hundred tables in each other": (lambda: word_file(nested_tables(60)), "DVK948"),
    "content controls without end": (lambda: word_file(nested("sdt", 100_000, para("x"))), "DVK948"),
    "runs in links in links": (lambda: word_file(f"<w:p>{nested('hyperlink', 100_000, '')}</w:p>"), "DVK948"),
    "a cell over a billion columns": (
        lambda: word_file('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>'),
        "DVK948",
    ),
    "rows and rows of wide cells": (
        lambda: word_file(
            "<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="190"/></w:tcPr></w:tc></w:tr>' * 9_000 + "</w:tbl>"
        ),
        "DVK948",
    ),
    "a part in another file": (lambda: word_file(para("x") + '<w:altChunk r:id="a"/>'), "DVK947"),
    "broken markup": (lambda: word_file(more={"word/document.xml": "<w:document><w:body>"}), "DVK947"),
    "no markup": (lambda: word_file(more={"word/document.xml": b"\x00\xff\xfe"}), "DVK947"),
    "another root": (lambda: word_file(more={"word/document.xml": "<a/>"}), "DVK947"),
    "no document": (lambda: word_file(more={"_rels/.rels": relation("../../../etc/passwd")}), "DVK947"),
    "the document outside": (lambda: word_file(more={"_rels/.rels": relation("file:///etc/passwd")}), "DVK947"),
    "cut off": (lambda: word_file(para("x"))[:900], "DVK947"),
    "letters changed inside": (lambda: damaged(word_file(para("x" * 500))), "DVK947"),
    "locked parts": (lambda: locked(word_file(para("x"))), "DVK945"),
    "another way of packing": (lambda: word_file(para("x"), packing=zipfile.ZIP_LZMA), "DVK947"),
    "nothing in it": (lambda: word_file(para(" ")), "DVK944"),
    "an encrypted package": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "DVK945",
    ),
    "an old file with a password": (lambda: old_word(locked=True), "DVK945"),
    "an old file of nothing": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "DVK947"),
}


def varied(markup, times):
    """Markup that no packing makes much smaller."""
    return "".join(markup.format(hash((n, "x"))) for n in range(times))


def relation(target):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kind}" Target="{target}"/></Relationships>'
    )


def damaged(contents):
    at = contents.index(b"word/document.xml") + 60
    return contents[:at] + b"\xff" * 40 + contents[at + 40 :]


def locked(contents):
    """Every entry marked as encrypted."""
    found = bytearray(contents)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(sign)
        while at >= 0:
            found[at + flags] |= 1
            at = found.find(sign, at + 1)
    return bytes(found)


def old_word(*, locked):
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"\xec\xa5" + b"\0" * 9 + bytes([locked])
    return head + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize("name", WORD)
def test_word_files_that_are_no_papers(code_of, name):
    make, expected = WORD[name]
    assert code_of(make()) == expected


def test_relations_that_lead_out_of_the_file_are_not_followed(tmp_path):
    outside = relation("file:///etc/passwd").replace("officeDocument/2006/relationships/officeDocument", "x/styles")
    file = tmp_path / "cu.docx"
    link = '<w:p><w:hyperlink r:id="a"><w:r><w:t>xem</w:t></w:r></w:hyperlink></w:p>'
    file.write_bytes(word_file(link, more={"word/_rels/document.xml.rels": outside}))
    assert [line.text for line in paper_of(file).lines] == ["xem"]


def pdf(*streams, extra=b"", font=b"/Type/Font/Subtype/Type1/BaseFont/Times"):
    """A PDF of one page for each stream."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * n) for n in range(len(streams)))
    parts = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>"),
        (2, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(streams), kids)),
        (3, b"<<%s>>" % font),
    ]
    for n, stream in enumerate(streams):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>%s>>/Contents %d 0 R>>"
        parts.append((10 + 2 * n, page % (extra, 11 + 2 * n)))
        parts.append((11 + 2 * n, b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)))
    return written(parts)


def written(parts):
    out, places = b"%PDF-1.7\n", {}
    for number, body in parts:
        places[number] = len(out)
        out += b"%d 0 obj %s endobj\n" % (number, body)
    start, size = len(out), max(places) + 1
    rows = b"".join(b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    return out + b"xref\n0 %d\n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, rows, size, start)


TEXT = b"BT /F 12 Tf 72 700 Td (KE HOACH) Tj ET"


def encrypted(password):
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(TEXT))))
    writer.encrypt(password, "chu", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def packed_stream(times):
    import zlib

    body = zlib.compress(b"\0" * (1 << 20) * times, 9)
    return written(
        [
            (1, b"<</Type/Catalog/Pages 2 0 R>>"),
            (2, b"<</Type/Pages/Count 1/Kids[3 0 R]>>"),
            (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"),
            (4, b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(body), body)),
        ]
    )


PDF = {
    "no text": (lambda: pdf(b"0 0 100 100 re f"), "DVK946"),
    "nothing to show": (lambda: pdf(b"BT /F 12 Tf (   ) Tj ET"), "DVK946"),
    "a password": (lambda: encrypted("mat khau"), "DVK945"),
    "cut off": (lambda: pdf(TEXT)[:200], "DVK947"),
    "nothing but a head": (lambda: b"%PDF-1.7\n" + os.urandom(2000).replace(b"%", b""), "DVK947"),
    "no Unicode": (
        lambda: pdf(
            b"BT /F 12 Tf <0001000200030004> Tj ET",
            font=b"/Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font>>]",
        ),
        "DVK951",
    ),
    "brackets without end": (lambda: pdf(b"[" * 100_000 + TEXT), "DVK947"),
    "pages in a circle": (lambda: pdf(TEXT).replace(b"/Kids[10 0 R]", b"/Kids[ 2 0 R]"), "DVK947"),
    "a stream of much out of little": (lambda: packed_stream(150), "DVK948"),
    "six hundred pages": (lambda: pdf(*[TEXT] * 600), "DVK948"),
}


@pytest.mark.parametrize("name", PDF)
def test_pdf_files_that_are_no_papers(code_of, name):
    make, expected = PDF[name]
    assert code_of(make(), "cu.pdf") == expected


def test_a_pdf_locked_only_against_changes_is_read(tmp_path):
    (tmp_path / "cu.pdf").write_bytes(encrypted(""))
    assert [line.text for line in paper_of(tmp_path / "cu.pdf").lines] == ["KE HOACH"]


def test_forms_that_draw_themselves_come_to_an_end(tmp_path):
    drawing = b"<</XObject<</X 11 0 R>>/Font<</F 3 0 R>>>>"
    form = pdf(TEXT + b" /X Do /X Do /X Do", extra=b"/XObject<</X 11 0 R>>")
    form = form.replace(b"<</Length 56>>", b"<</Type/XObject/Subtype/Form/Resources%s/Length 56>>" % drawing)
    (tmp_path / "cu.pdf").write_bytes(form)
    assert {line.text for line in paper_of(tmp_path / "cu.pdf").lines} >= {"KE HOACH"}


def test_what_cannot_be_opened_is_said(tmp_path):
    def code(path):
        with pytest.raises(CannotGoOn) as stop:
            paper_of(path)
        return stop.value.code

    assert code(tmp_path) == "DVK942"
    assert code(tmp_path / "khong-co.docx") == "DVK942"
    assert code(tmp_path / ("x" * 400)) == "DVK942"
    (tmp_path / "vong").symlink_to("vong")
    assert code(tmp_path / "vong") == "DVK942"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "ong")
        assert code(tmp_path / "ong") == "DVK943"
    with (tmp_path / "lon.docx").open("wb") as file:
        file.truncate(60 << 20)
    assert code(tmp_path / "lon.docx") == "DVK948"


@pytest.mark.parametrize("name", ["-lệnh.txt", "hai\ndòng.txt", "nguoc\u202etxt.exe", "a;b $(c) `d`.md"])
def test_odd_names_of_files(tmp_path, monkeypatch, name):
    (tmp_path / name).write_text("KẾ HOẠCH", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    paper = paper_of(Path(name))
    assert [line.text for line in paper.lines] == ["KẾ HOẠCH"]
    assert paper.name.isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="there names are Unicode")
def test_a_name_that_is_no_unicode(tmp_path):
    file = os.fsencode(tmp_path) + b"/k\xff.txt"
    Path(os.fsdecode(file)).write_text("KẾ HOẠCH", encoding="utf-8")
    assert paper_of(Path(os.fsdecode(file))).name.encode()


def changed(contents, changes):
    found = bytearray(contents)
    for at, value in changes:
        found[at % len(found)] = value
    return bytes(found)


CHANGES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_a_word_file_with_letters_changed_is_read_or_refused(changes):
    plain = word_file(nested_tables(2) + para("KẾ HOẠCH"), packing=zipfile.ZIP_STORED)
    told, _ = answer({"kind": "docx"}, changed(plain, changes))
    assert told.keys() == {"converted"} or told["code"].startswith("DVK9")


MARKUP = [
    "<w:t>a</w:t>",
    "<w:tbl/>",
    "<w:tc/>",
    "<w:instrText>x</w:instrText>",
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    "<w:br/>",
    '<w:fldChar w:val="x"/>',
]
MARKUP += ['<w:tcPr><w:gridSpan w:val="-3"/><w:vMerge/></w:tcPr>', '<w:trPr><w:gridBefore w:val="-9"/></w:trPr>']
MARKUP += ["<mc:AlternateContent/>", "<w:sdt/>", "<w:rPr/>", "<w:pStyle/>", '<w:sym w:char="zz"/>', "<w:txbxContent/>"]


def wrapped(parts):
    name = ("p", "r", "tbl", "tr", "tc", "sdt", "pPr")[len("".join(parts)) % 7]
    return f"<w:{name}>{''.join(parts)}</w:{name}>"


@settings(max_examples=150, deadline=None)
@given(
    markup=st.recursive(st.sampled_from(MARKUP), lambda inner: st.lists(inner, max_size=4).map(wrapped), max_leaves=25)
)
def test_markup_in_any_order_is_read_or_refused(markup):
    told, _ = answer({"kind": "docx"}, word_file(markup))
    assert told.keys() == {"converted"} or told["code"].startswith("DVK9")


@settings(max_examples=100, deadline=None)
@given(changes=CHANGES)
def test_a_pdf_with_letters_changed_is_read_or_refused(changes):
    told, _ = answer({"kind": "pdf"}, changed(pdf(TEXT, TEXT), changes))
    assert told.keys() == {"converted"} or told["code"].startswith("DVK9")


def test_memory_and_time_have_an_end_and_the_next_file_is_read(tmp_path):
    """In a process of its own, so that what is measured is this alone."""
    (tmp_path / "to.docx").write_bytes(word_file(varied("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", 100_500)))
    (tmp_path / "cu.docx").write_bytes(word_file(para("KẾ HOẠCH")))
    script = (
        "import resource, sys; from pathlib import Path; from dvk.importing.papers import paper_of\n"
        "from dvk.errors import CannotGoOn\n"
        "try: paper_of(Path(sys.argv[1]))\n"
        "except CannotGoOn as stop: print(stop.code)\n"
        "print(len(paper_of(Path(sys.argv[2])).blocks))\n"
        "from dvk.importing.papers import files; files._worker().close()\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "to.docx"), str(tmp_path / "cu.docx")],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    code, blocks, most = done.stdout.split()
    assert (code, blocks) == ("DVK948", "1")
    assert int(most) < 1 << 20  # kilobytes
