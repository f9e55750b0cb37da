"""The body of a Word file block by block: paragraphs with their labels, tables, text boxes, in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dvk.importing.paper import Block, Line, Piece
from dvk.importing.papers.lines import line_of
from dvk.importing.papers.unreadable import broken, too_large
from dvk.importing.papers.word.names import ALTERNATE, local, value_of, w
from dvk.importing.papers.word.numbering import Label, Numbering
from dvk.importing.papers.word.old_fonts import Turned
from dvk.importing.papers.word.runs import BREAK, Fields, Run, chosen, runs_of, text_boxes
from dvk.importing.papers.word.styles import Look, Styles
from dvk.importing.papers.word.tables import MOST_NESTED, Table

MOST_LINES = 100_000
MOST_TEXT = 5_000_000
MOST_CELLS = 100_000

_AROUND_BLOCKS = {"sdt", "sdtContent", "customXml", "smartTag"}
_ELSEWHERE = {"altChunk", "subDoc"}


@dataclass(slots=True)
class Body:
    """The reading of one body: how far it has come, in lines, letters, cells, and tables inside tables."""

    styles: Styles
    numbering: Numbering
    turned: Turned = field(default_factory=Turned)
    fields: Fields = field(default_factory=Fields)
    lines: int = 0
    letters: int = 0
    cells: int = 0
    nested: int = 0

    def blocks(self, element: Any) -> Iterator[Block]:
        """The blocks in an element: the body, a cell, a text box.

        Raises:
            Unreadable: where there is more than any document of an office holds, or a part of it is elsewhere.
        """
        for child in element:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield self._table(child).grid()
            elif name in _AROUND_BLOCKS:
                yield from self.blocks(child)
            elif child.tag == ALTERNATE:
                yield from self.blocks(chosen(child))
            elif name in _ELSEWHERE:
                raise broken("part_elsewhere")

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        for box in text_boxes(paragraph):
            outside, self.fields = self.fields, Fields()
            yield from self.blocks(box)
            self.fields = outside
        yield from self._own_lines(paragraph)

    def _own_lines(self, paragraph: Any) -> Iterator[Line]:
        properties = paragraph.find(w("pPr"))
        look = self.styles.look(value_of(properties, "pStyle"), "paragraph")
        runs = self.turned.modern(runs_of(paragraph, look, self.styles, self.fields))
        label = self._label(properties, look)
        heading, centred = self.styles.heading(properties), self.styles.centred(properties)
        for pieces in _split(runs):
            self._count(sum(len(piece.text) for piece in pieces))
            if line_of(self.lines, pieces) is None:
                continue
            line = line_of(self.lines, [*label, *pieces], heading, centred=centred)
            label = []
            if line is not None:
                yield line

    def _label(self, properties: Any, look: Look) -> list[Piece]:
        named = self.styles.list_of(properties)
        label = self.numbering.label(*named) if named else None
        if label is None:
            return []
        mark = None if properties is None else properties.find(w("rPr"))
        own = _of_label(label, self.styles.run_look(mark, look))
        return [Piece(run.text, run.bold, run.italic) for run in self.turned.modern([own])]

    def _table(self, table: Any) -> Table:
        if self.nested >= MOST_NESTED:
            raise too_large("too_deep_tables")
        self.nested += 1
        found = Table()
        for row in _inside(table, "tr"):
            found.begin_row(row)
            for cell in _inside(row, "tc"):
                self.cells += 1
                if self.cells > MOST_CELLS:
                    raise too_large("too_many_cells")
                found.add(cell, self._cell_lines(cell))
        self.nested -= 1
        return found

    def _cell_lines(self, cell: Any) -> Iterator[Line]:
        for block in self.blocks(cell):
            yield from [block] if isinstance(block, Line) else block.lines

    def _count(self, letters: int) -> None:
        self.lines += 1
        self.letters += letters
        if self.lines > MOST_LINES:
            raise too_large("too_many_lines")
        if self.letters > MOST_TEXT:
            raise too_large("too_much_text")


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in element:
        name = local(child)
        if name == wanted:
            yield child
        elif name in _AROUND_BLOCKS:
            yield from _inside(child, wanted)
        elif child.tag == ALTERNATE:
            yield from _inside(chosen(child), wanted)


def _of_label(label: Label, around: Look) -> Run:
    own = label.look
    bold = around.bold if own.bold is None else own.bold
    italic = around.italic if own.italic is None else own.italic
    return Run(label.text, bool(bold), bool(italic), (around.font if own.font is None else own.font) or "")


def _split(runs: Sequence[Run]) -> list[list[Piece]]:
    """The pieces of each line of a paragraph."""
    found: list[list[Piece]] = [[]]
    for run in runs:
        if run.text == BREAK:
            found.append([])
        else:
            found[-1].append(Piece(run.text, run.bold, run.italic))
    return found
