"""The clauses of a paper in their places: whose section they stand in, and whom they speak to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dvk.importing.orders.addressees import UNSAID, Addressee, Addressing
from dvk.importing.orders.departments import department_words
from dvk.importing.orders.rows import lines_beside, rows_said
from dvk.importing.orders.words import clauses, searched, sentences, tidy
from dvk.importing.outline import Outline, Section, without_mark
from dvk.importing.paper import Block, Grid, Line

MOST_CLAUSES = 20_000
"""How many clauses are looked at; a plan has a few hundred."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a paper.

    Args:
        line: the line that it stands in.
        printed: its words.
        text: the same, ready for searching.
        addressee: whom it speaks to; what its heading says, where it does not say itself.
        heading: whom its heading speaks to.
        section: the number of its section, -1 before the first one and behind the last.
        title: the words of the section.
        is_title: whether it is the title of the section.
        sentence: the number of its sentence.
        due_at: of a row of a table, where the words of its day begin.
        due_line: the line that they stand in; None where it is no row.
    """

    line: Line
    printed: str
    text: str
    addressee: Addressee
    heading: Addressee
    section: int
    title: str = ""
    is_title: bool = False
    sentence: int = 0
    due_at: int = 0
    due_line: Line | None = None

    def at(self, start: int) -> Line:
        """The line that its words from a place on stand in."""
        return self.due_line if self.due_line and start >= self.due_at else self.line


@dataclass(frozen=True, slots=True)
class _Place:
    heading: Addressee
    section: int
    title: str


class Body:
    """Walks through a paper; sections are numbered as they come.

    ``beside`` gathers the lines of tables that became part of no clause; those of tables that are read elsewhere, by
    the numbers of their lines, are in neither.
    """

    def __init__(self, outline: Outline, addressing: Addressing, elsewhere: frozenset[int] = frozenset()) -> None:
        self._outline = outline
        self._addressing = addressing
        self._elsewhere = elsewhere
        self._sections = 0
        self._sentences = 0
        self.beside: list[Line] = []

    def clauses(self) -> Iterator[Clause]:
        """Every clause of preamble, sections and last words; a row of a table that names work and its day is one."""
        nowhere = _Place(UNSAID, -1, "")
        yield from self._blocks(self._outline.preamble, nowhere)
        for section in self._outline.sections:
            yield from self._section(section, UNSAID)
        yield from self._blocks(self._outline.closing, nowhere)

    def _section(self, section: Section, above: Addressee) -> Iterator[Clause]:
        words = tidy(without_mark(section.title.text))
        own = self._addressing.of_heading(words, section.title)
        place = _Place(above if own.role == "unsaid" else own, self._sections, words)
        self._sections += 1
        yield from self._line(section.title, place, is_title=True)
        yield from self._blocks(section.blocks, place)
        for part in section.parts:
            yield from self._section(part, place.heading)

    def _blocks(self, blocks: Iterable[Block], place: _Place) -> Iterator[Clause]:
        for block in blocks:
            if isinstance(block, Line):
                place = self._from_here(block, place)
                yield from self._line(block, place)
            elif self._elsewhere.isdisjoint(line.number for line in block.lines):
                yield from self._table(block, place)

    def _table(self, grid: Grid, place: _Place) -> Iterator[Clause]:
        rows = rows_said(grid)
        self.beside += lines_beside(grid, rows)
        for row in rows:
            self._sentences += 1
            text = searched(row.words)
            who = " ".join(line.text for line in row.who)
            named = self._addressing.of_heading(tidy(who), row.who[0]) if row.who else UNSAID
            said = _said(named, self._addressing.of_sentence(text, row.line), place.heading)
            yield Clause(
                *(row.line, row.words, text, said, place.heading, place.section, place.title, False, self._sentences),
                due_at=row.due_at,
                due_line=row.due_line,
            )

    def _from_here(self, line: Line, place: _Place) -> _Place:
        """Where a line is nothing but a heading without a number, it speaks for those that follow."""
        words = tidy(without_mark(line.text))
        if len(words) > _LONGEST_HEADING:
            return place
        own = self._addressing.of_heading(words, line)
        if own.role == "unsaid" or len(words) - len(own.words.strip()) > len(":."):
            return place
        if place.heading.departments and not own.departments and department_words(words, 0):
            return place
        return _Place(own, place.section, place.title)

    def _line(self, line: Line, place: _Place, *, is_title: bool = False) -> Iterator[Clause]:
        for sentence in sentences(tidy(without_mark(line.text))):
            self._sentences += 1
            asked = self._addressing.of_sentence(searched(sentence), line)
            for number, words in enumerate(clauses(sentence)):
                text = searched(words)
                own = self._addressing.of_sentence(text, line) if number else asked
                said = _said(own, asked, place.heading)
                yield Clause(
                    line, words, text, said, place.heading, place.section, place.title, is_title, self._sentences
                )


def _said(own: Addressee, asked: Addressee, heading: Addressee) -> Addressee:
    """Whom a clause, its sentence or its heading speaks to; “the units” are those of the heading."""
    said = next((one for one in (own, asked) if one.role != "unsaid"), heading)
    return heading if heading.role == "below" and said.role == "below" and not said.is_named else said


_LONGEST_HEADING = 150
