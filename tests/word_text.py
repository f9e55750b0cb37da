"""What stands in a Word file: its text, and the ways in which Word would refuse it."""

from docx import Document
from docx.oxml.ns import qn


def paragraphs(file):
    """Give the text of every paragraph of the body in its order, those of tables among them."""
    return [_text(paragraph) for paragraph in Document(str(file)).element.body.iter(qn("w:p"))]


def text(file):
    """Give all text of the body with one space between words."""
    return plain("\n".join(paragraphs(file)))


def margins(file):
    """Give the text of each header and footer."""
    section = Document(str(file)).sections[0]
    parts = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    return [plain(" ".join(_text(p._p) for p in part.paragraphs)) for part in parts]


def rows(file):
    """Give every table as a list of rows of texts."""
    tables = Document(str(file)).element.body.iter(qn("w:tbl"))
    return [
        [
            [plain(" ".join(map(_text, cell.iter(qn("w:p"))))) for cell in row.iter(qn("w:tc"))]
            for row in table.iter(qn("w:tr"))
        ]
        for table in tables
    ]


def plain(words):
    return " ".join(words.split())


def assert_word_reads(file):
    """Fail where Word would say that it found unreadable content, or where a tag was left."""
    document = Document(str(file))
    for cell in document.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p"), "a cell has to end with a paragraph"
    for table in document.element.body.iter(qn("w:tbl")):
        columns = len(table.tblGrid.findall(qn("w:gridCol")))
        for row in table.tr_lst:
            spans = [cell.grid_span for cell in row.tc_lst]
            assert sum(spans) == columns, "a row has to fill its table"
    whole = " ".join([text(file), *margins(file)])
    assert not any("\ufdd0" <= sign <= "\ufdef" for sign in whole)


_SIGNS = {qn("w:br"): " ", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}


def _text(paragraph):
    """Its words; spaces and hyphens at which no line may end are like any others."""
    nodes = paragraph.iter(qn("w:t"), *_SIGNS)
    return "".join(_SIGNS.get(node.tag, node.text or "") for node in nodes).replace("\u00a0", " ")
