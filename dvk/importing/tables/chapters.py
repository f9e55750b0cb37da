"""A paper that dvk printed, by its headings: what stands between its opening and its last sentence, and behind them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dvk.importing.paper import Block, Grid, Line, Paper
from dvk.importing.tables.markdown import unnumbered
from dvk.importing.tables.written import plain_words

_OPENINGS = {
    "plan": (re.compile(r"(?<=.) ban hành (?=.)"), " với các nội dung sau:"),
    "registration": (re.compile(r"(?<=.) đăng ký [0-9.]{1,12} mô hình (?=.)"), " như sau:"),
    "report": (re.compile(r"(?<=.) báo cáo kết quả (?=.)"), " như sau:"),
}
"""What the sentence above a body says behind the name of the unit, and how it ends, by kind."""
_CLOSING = re.compile(
    r"(?:Trên đây là (?:báo cáo|kế hoạch|hướng dẫn|[^.]+ của) .+|.+ cam kết thực hiện đúng các nội dung đã đăng ký\W*)"
)
_ENDED = re.compile(r".*\./\.")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with all that stands below it.

    Args:
        heading: the line of the heading; None for what stands before the first.
        blocks: what stands below it, the headings of its parts included.
    """

    heading: Line | None
    blocks: list[Block] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading without its number."""
        return unnumbered(plain_words(self.heading.text)) if self.heading else ""

    @property
    def everything(self) -> list[Block]:
        """The heading and what stands below it."""
        return [*([self.heading] if self.heading else []), *self.blocks]

    @property
    def parts(self) -> list["Chapter"]:
        """What stands below it by its own highest headings; first what stands before them."""
        depth = min((block.heading for block in self.blocks if isinstance(block, Line) and block.heading), default=0)
        return chapters(self.blocks, depth)


@dataclass(frozen=True, slots=True)
class Body:
    """A printed document between its opening sentence and its last one, and what stands before and behind."""

    before: tuple[Block, ...]
    blocks: tuple[Block, ...]
    after: tuple[Block, ...]


def body_of(paper: Paper) -> Body | None:
    """The body; None where the opening or the last sentence is not dvk's."""
    lines = [(place, block) for place, block in enumerate(paper.blocks) if isinstance(block, Line)]
    opening = next((place for place, line in lines if any(opened(line, kind) for kind in _OPENINGS)), None)
    closing = [place for place, line in lines if _CLOSING.fullmatch(plain_words(line.text))]
    closing = closing or [place for place, line in lines if _ENDED.fullmatch(plain_words(line.text))]
    if opening is None or not closing or closing[-1] < opening:
        return None
    first, last = opening + 1, closing[-1]
    return Body(paper.blocks[:first], paper.blocks[first:last], paper.blocks[last:])


def opened(line: Line, kind: str) -> str:
    """What the opening sentence of a kind has between the words for what is done and ``như sau:``; "" for no such one.

    A pattern for the whole of it would try each beginning with each end.
    """
    start, end = _OPENINGS[kind]
    words = plain_words(line.text)
    if not words.endswith(end):
        return ""
    words = words.removesuffix(end)
    found = list(start.finditer(words))
    return words[found[-1].end() :] if found else ""


def opening_of(body: Body, kind: str) -> Line | None:
    """The opening sentence of a body of a kind."""
    return next((line for line in lines_in(body.before) if opened(line, kind)), None)


def chapters(blocks: Sequence[Block], depth: int = 1) -> list[Chapter]:
    """The blocks under the headings of one depth; first what stands before them."""
    found = [Chapter(None)]
    for block in blocks:
        if isinstance(block, Line) and 0 < block.heading <= depth:
            found.append(Chapter(block))
        else:
            found[-1].blocks.append(block)
    return found


def lines_in(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines outside tables."""
    return (block for block in blocks if isinstance(block, Line))


def grids_in(blocks: Sequence[Block]) -> Iterator[Grid]:
    """The tables."""
    return (block for block in blocks if isinstance(block, Grid))


def own_at_end(
    found: Sequence[Chapter], titles: Sequence[str], fits: Mapping[str, Callable[[Chapter], bool]]
) -> tuple[list[Chapter], dict[str, Chapter]]:
    """The chapters of a text, and the sections that dvk prints behind it, by title.

    A section is one only in its place in the order of titles, and where it reads as what it should be.
    """
    own: dict[str, Chapter] = {}
    rest = list(found)
    limit = len(titles)
    while rest and rest[-1].title in titles[:limit] and fits.get(rest[-1].title, bool)(rest[-1]):
        chapter = rest.pop()
        limit = titles.index(chapter.title)
        own[chapter.title] = chapter
    return rest, own


def own_at_start(found: Sequence[Chapter], titles: Sequence[str]) -> tuple[dict[str, Chapter], list[Chapter]]:
    """The sections that dvk prints in front of a text, by title, and the chapters of the text."""
    own: dict[str, Chapter] = {}
    limit = 0
    for place, chapter in enumerate(found):
        if chapter.title not in titles[limit:]:
            return own, list(found[place:])
        limit = titles.index(chapter.title) + 1
        own[chapter.title] = chapter
    return own, []
