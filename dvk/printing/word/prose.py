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

from dvk.printing.data import LEVEL, PROSE, Data, is_prose
from dvk.printing.word.grids import word_table
from dvk.printing.word.markdown import Block, Grid, Heading, Paragraph, Runs, blocks
from dvk.printing.word.runs import bold, said, set_text, word_runs

_MARK = re.compile("\ufdd0([0-9]+)\ufdd1")
_LEFT_OVER = re.compile("[\ufdd0-\ufdef]")
_INDENT = Cm(0.75)
_HEADINGS = 4
"""Styles of headings that there are; what stands deeper looks like the last one."""
_DEEPEST = 9


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
    """Puts the texts of marks into a filled document.

    ``tables`` are then those that it made, ``in_cells`` the paragraphs that it put into each cell.
    """

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document, self.marks = document, marks
        self.styles = {style.name: style.style_id for style in document.styles}
        self.tables: list[Any] = []
        self.in_cells: list[list[Any]] = []

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
            alone = said(paragraph).strip() == mark[0]
            run = text.getparent()
            rest = blocks(written)
            if rest and isinstance(rest[0], Paragraph):
                self._inline(text, mark, rest[0].runs)
                rest, alone = rest[1:], False
            else:
                text.text = text.text[: mark.start()] + text.text[mark.end() :]
            made = list(self._elements(rest, paragraph, run, level))
            if paragraph.getparent().tag == qn("w:tc"):
                self._fit_into_cell(made, paragraph)
            for element in made:
                if end.tag == element.tag == qn("w:tbl"):  # Word makes one table of two that touch
                    end.addnext(gap := OxmlElement("w:p"))
                    end = gap
                end.addnext(element)
                end = element
            if alone and end is not paragraph and paragraph.find(f".//{qn('w:sectPr')}") is None:
                paragraph.getparent().remove(paragraph)

    def _fit_into_cell(self, made: list[Any], like: Any) -> None:
        """Headings in a cell are as large as its other words, and begin at its edge."""
        paragraphs = [element for element in made if element.tag == qn("w:p")]
        style = WordParagraph(like, self.document).style
        for element in paragraphs:
            if element.style != like.style:
                paragraph = WordParagraph(element, self.document)
                look = paragraph.paragraph_format
                look.first_line_indent = look.space_before = look.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = style.font.size if style else None
        self.in_cells.append(paragraphs)

    def _text_of(self, mark: re.Match[str]) -> tuple[str, int]:
        number = int(mark[1])
        return self.marks.texts[number] if number < len(self.marks.texts) else ("", 1)

    def _inline(self, text: Any, mark: re.Match[str], runs: Runs) -> None:
        """Put the runs in the place of the mark, the words before and after it around them."""
        run = text.getparent()
        before, after = text.text[: mark.start()], text.text[mark.end() :]
        tail = deepcopy(run)
        for node in [node for node in tail if node.tag != qn("w:rPr")]:
            tail.remove(node)
        following = list(text.itersiblings())
        set_text(text, before)
        place = run
        for piece in word_runs(runs, run):
            place.addnext(piece)
            place = piece
        if after or following:
            added = OxmlElement("w:t")
            set_text(added, after)
            tail.append(added)
            tail.extend(following)
            place.addnext(tail)

    def _elements(self, rest: list[Block], paragraph: Any, run: Any, level: int) -> Iterator[Any]:
        for block in rest:
            if isinstance(block, Grid):
                self.tables.append(word_table(self.document, block, self.styles, run))
                yield self.tables[-1]
            elif isinstance(block, Heading):
                yield self._heading(block, run, min(level + block.depth, _DEEPEST))
            else:
                yield self._paragraph(block, paragraph, run)

    def _paragraph(self, block: Paragraph, like: Any, run: Any) -> Any:
        made = _empty_paragraph(like)
        made.extend(word_runs(block.runs, run))
        if block.indent:
            look = WordParagraph(made, self.document).paragraph_format
            look.left_indent = (look.left_indent or 0) + _INDENT * block.indent
        return made

    def _heading(self, block: Heading, run: Any, level: int) -> Any:
        """A heading in the template's own style of that level; where it has none, a bold paragraph."""
        made = OxmlElement("w:p")
        known = [depth for depth in range(min(level, _HEADINGS), 0, -1) if f"Heading {depth}" in self.styles]
        made.extend(word_runs(block.runs, None if known else run))
        if not known:
            bold(made)
            return made
        made.style = self.styles[f"Heading {known[0]}"]
        if level != known[0]:
            depth = OxmlElement("w:outlineLvl")
            depth.set(qn("w:val"), str(level - 1))
            made.pPr.append(depth)
        return made


def _first_mark(paragraph: Any) -> tuple[Any, re.Match[str]] | None:
    for text in paragraph.iter(qn("w:t")):
        if text.text and (mark := _MARK.search(text.text)):
            return text, mark
    return None


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
