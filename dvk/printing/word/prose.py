"""Texts in Markdown put where their tags stood, in the look of the paragraph that held the tag.

While a template is filled, such a text is only a mark made of signs that no text of a document can hold. Afterwards
the first paragraph of the text takes the place of the mark, and the others follow the paragraph it stands in.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from dvk.printing.data import LEVEL, PROSE, Data, is_prose
from dvk.printing.word.markdown import Block, Grid, Heading, Paragraph, Runs, blocks

_MARK = re.compile("\ufdd0([0-9]+)\ufdd1")
_LEFT_OVER = re.compile("[\ufdd0-\ufdef]")
_INDENT = Cm(0.75)
_BELOW_A_TABLE = Pt(6)
_LOWEST = 3
CELL_STYLE = "Ô bảng"


class Marks:
    """The texts in Markdown of one document, each under the number of its mark."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, int]] = []

    def in_place_of(self, data: Data) -> Data:
        """The same data with a mark for each text in Markdown."""
        if isinstance(data, dict):
            return self._mark(data) if is_prose(data) else {key: self.in_place_of(v) for key, v in data.items()}
        return [self.in_place_of(item) for item in data] if isinstance(data, list) else data

    def _mark(self, data: dict[str, Data]) -> str:
        self.texts.append((str(data[PROSE]), int(str(data[LEVEL]))))
        return f"\ufdd0{len(self.texts) - 1}\ufdd1"


class Placing:
    """Puts the texts of marks into a filled document."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document, self.marks = document, marks
        self.styles = {style.name: style.style_id for style in document.styles}

    def everywhere(self, roots: list[Any]) -> None:
        """Put every text in its place below these elements; what is left of broken marks goes away."""
        for root in roots:
            for paragraph in list(root.iter(qn("w:p"))):
                self._in_paragraph(paragraph)
            for text in root.iter(qn("w:t")):
                if text.text and _LEFT_OVER.search(text.text):
                    text.text = _LEFT_OVER.sub("", text.text)
            for cell in root.iter(qn("w:tc")):
                _close_cell(cell)

    def _in_paragraph(self, paragraph: Any) -> None:
        end = paragraph
        while (found := _first_mark(paragraph)) is not None:
            text, mark = found
            written, level = self._text_of(mark)
            alone = _all_text(paragraph).strip() == mark[0]
            run = text.getparent()
            rest = blocks(written)
            if rest and isinstance(rest[0], Paragraph):
                self._inline(text, mark, rest[0].runs)
                rest, alone = rest[1:], False
            else:
                text.text = text.text[: mark.start()] + text.text[mark.end() :]
            for element in self._elements(rest, paragraph, run, level):
                if end.tag == qn("w:tbl") and element.tag == qn("w:p"):
                    WordParagraph(element, self.document).paragraph_format.space_before = _BELOW_A_TABLE
                end.addnext(element)
                end = element
            if alone and end is not paragraph and paragraph.find(f".//{qn('w:sectPr')}") is None:
                paragraph.getparent().remove(paragraph)

    def _text_of(self, mark: re.Match[str]) -> tuple[str, int]:
        number = int(mark[1])
        return self.marks.texts[number] if number < len(self.marks.texts) else ("", _LOWEST)

    def _inline(self, text: Any, mark: re.Match[str], runs: Runs) -> None:
        """Put the runs in the place of the mark, the words before and after it around them."""
        run = text.getparent()
        before, after = text.text[: mark.start()], text.text[mark.end() :]
        tail = deepcopy(run)
        for node in [node for node in tail if node.tag != qn("w:rPr")]:
            tail.remove(node)
        following = list(text.itersiblings())
        _set_text(text, before)
        place = run
        for piece in _runs(runs, run):
            place.addnext(piece)
            place = piece
        if after or following:
            added = OxmlElement("w:t")
            _set_text(added, after)
            tail.append(added)
            tail.extend(following)
            place.addnext(tail)

    def _elements(self, rest: list[Block], paragraph: Any, run: Any, level: int) -> Iterator[Any]:
        for block in rest:
            if isinstance(block, Grid):
                yield self._table(block, run)
            elif isinstance(block, Heading):
                yield self._heading(block, run, min(level + block.depth, _LOWEST))
            else:
                yield self._paragraph(block, paragraph, run)

    def _paragraph(self, block: Paragraph, like: Any, run: Any) -> Any:
        made = _empty_paragraph(like)
        made.extend(_runs(block.runs, run))
        if block.indent:
            look = WordParagraph(made, self.document).paragraph_format
            look.left_indent = (look.left_indent or 0) + _INDENT * block.indent
        return made

    def _heading(self, block: Heading, run: Any, level: int) -> Any:
        """A heading in the template's own style of that level; where it has none, a bold paragraph."""
        made = OxmlElement("w:p")
        style = self.styles.get(f"Heading {level}")
        if style:
            made.style = style
        made.extend(_runs(block.runs, None if style else run))
        for piece in made.r_lst if not style else ():
            WordRun(piece, self.document).bold = True
        return made

    def _table(self, block: Grid, run: Any) -> Any:
        columns = max(len(row) for row in block.rows)
        table = self.document.add_table(rows=0, cols=columns)
        element = table._tbl  # noqa: SLF001 - python-docx has no other way to a table that stands elsewhere
        for number, row in enumerate(block.rows):
            for cell, runs in zip(table.add_row().cells, row, strict=False):
                paragraph = cell.paragraphs[0]._p  # noqa: SLF001
                if CELL_STYLE in self.styles:
                    paragraph.style = self.styles[CELL_STYLE]
                paragraph.extend(_runs(runs, None if CELL_STYLE in self.styles else run))
                for piece in paragraph.r_lst if number == 0 else ():
                    WordRun(piece, cell).bold = True
        _across_with_borders(element)
        return element


def _first_mark(paragraph: Any) -> tuple[Any, re.Match[str]] | None:
    for text in paragraph.iter(qn("w:t")):
        if text.text and (mark := _MARK.search(text.text)):
            return text, mark
    return None


def _all_text(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _runs(runs: Runs, like: Any) -> Iterator[Any]:
    """Word's runs for ours, in the look of another run."""
    look = like.find(qn("w:rPr")) if like is not None else None
    for run in runs:
        made = OxmlElement("w:r")
        if look is not None:
            made.append(deepcopy(look))
        text = OxmlElement("w:t")
        _set_text(text, run.text)
        made.append(text)
        word = WordRun(made, None)  # type: ignore[arg-type]
        if run.bold:
            word.bold = True
        if run.italic:
            word.italic = True
        yield made


def _set_text(element: Any, text: str) -> None:
    element.text = text
    element.set(qn("xml:space"), "preserve")


def _empty_paragraph(like: Any) -> Any:
    made = OxmlElement("w:p")
    if like.pPr is not None:
        made.append(deepcopy(like.pPr))
        for section in made.pPr.findall(qn("w:sectPr")):
            made.pPr.remove(section)
    return made


def _close_cell(cell: Any) -> None:
    """A cell has to end with a paragraph, also where the tags in it leave nothing, or a table at its end."""
    if not len(cell) or cell[-1].tag != qn("w:p"):
        cell.append(OxmlElement("w:p"))


def _across_with_borders(table: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    width = table.tblPr.find(qn("w:tblW"))
    width.addnext(borders)
    for name, value in (("type", "pct"), ("w", "5000")):
        width.set(qn(f"w:{name}"), value)
    for width in list(table.iter(qn("w:tcW"))):
        width.getparent().remove(width)
