"""Head and foot of a document as dvk prints them, read back exactly."""

import re
from collections.abc import Iterator, Sequence

from dvk.importing.bases import legal_bases
from dvk.importing.foot import recipients_of, signatories_of
from dvk.importing.head import head_of
from dvk.importing.outline import Outline, outlined
from dvk.importing.outline.bottom import ON_BEHALF
from dvk.importing.paper import Block, Cell, Grid, Line, Paper
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.chapters import Body, body_of, lines_in, opening_of
from dvk.importing.tables.plan import is_own_plan
from dvk.importing.tables.written import plain_words
from dvk.vietnamese.document_types import PLAN_TYPES

_IN_LETTERHEAD = ("state", "number", "place", "date")
_IN_PDF = (*_IN_LETTERHEAD, "type", "subject")
_ILLUSTRATIVE = "(Số liệu minh hoạ)"
_ADDRESSEE = "Kính gửi: "
_RECIPIENTS = "Nơi nhận:"
_TO_BE_SIGNED = "(Ký tên, đóng dấu)"
_CODES = {name.upper(): code for code, name in PLAN_TYPES.items()}
_BASIS = "Căn cứ "
_AUTHORITY = re.compile(rf"{ON_BEHALF}(?:\.|$)", re.IGNORECASE)
_IN_HEAD = (_ADDRESSEE, _BASIS)
_SHORT = re.compile(r"(?<!\w)(?:\w{1,2}\.){2,}$")
"""Words cut short, whose last stop is their own."""

Fields = dict[str, Draft]


def own_frame(paper: Paper, *, second: bool = False) -> Fields | None:
    """State, number, place, day, addressee, legal bases, recipients and signatories of a document that dvk printed.

    Args:
        paper: the document.
        second: whether two may sign it.

    Returns:
        None where its opening, its last sentence or its head is not dvk's.
    """
    body = body_of(paper)
    grid = next((block for block in body.before if isinstance(block, Grid)), None) if body else None
    opening = opening_of(body, "plan") if body else None
    if body is not None and opening is not None and not is_own_plan(body):
        return None
    if body is not None and grid is None and opening is not None:
        return _without_borders(outlined(paper), plain_words(opening.text).partition(" ban hành ")[0])
    if body is None or grid is None or not grid.rows or len(grid.rows[0]) < 2:  # noqa: PLR2004
        return None
    place = body.before.index(grid)
    made = _letterhead([*lines_in(body.before[:place]), *grid.lines])
    return made | _below(list(_title_lines(body.before[place + 1 : -1]))) | _foot(body.after, second=second)


def _without_borders(outline: Outline, unit: str) -> Fields:
    """The same of a plan whose tables without borders became lines, as in a PDF: read as papers of others are."""
    found: Fields = {key: draft for key, draft in head_of(outline).draft.items() if key in _IN_PDF}
    signed = signatories_of(outline, (unit,))
    found |= {"legal_bases": list(legal_bases(outline)), "recipients": list(recipients_of(outline))}
    return found | ({"signatory": signed[0]} if signed else {})


def lead_in(body: Body) -> tuple[Block, ...]:
    """What stands between the head and the opening sentence: the text of a registration."""
    grid = next((block for block in body.before if isinstance(block, Grid)), None)
    below = body.before[body.before.index(grid) + 1 : -1] if grid else ()
    return below[len(list(_title_lines(below))) :]


def _title_lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """Type, subject, what is said of the figures, addressee and legal bases."""
    for number, block in enumerate(blocks):
        words = plain_words(block.text) if isinstance(block, Line) else ""
        if not isinstance(block, Line) or not (number <= 1 or words == _ILLUSTRATIVE or words.startswith(_IN_HEAD)):
            return
        yield block


def _letterhead(lines: Sequence[Line]) -> Fields:
    """State, number, place and day, of what stands above the type."""
    draft = head_of(Outline(tuple(lines), (), (), (), ())).draft
    return {key: draft[key] for key in _IN_LETTERHEAD if key in draft}


def _below(lines: Sequence[Line]) -> Fields:
    """Type, subject, addressee and legal bases; the first line is the type."""
    made: Fields = {}
    bases = []
    for number, line in enumerate(lines):
        words = plain_words(line.text)
        if number == 0:
            made |= {"type": quoted(_CODES[words.upper()], line, words)} if words.upper() in _CODES else {}
        elif words.startswith(_ADDRESSEE):
            made["addressee"] = quoted(words.removeprefix(_ADDRESSEE), line)
        elif words == _ILLUSTRATIVE:
            made["illustrative"] = quoted("yes", line, words)
        elif words.startswith(_BASIS):
            bases.append(line)
        elif "subject" not in made:
            made["subject"] = quoted(words, line)
    return made | cited(bases)


def illustrative_of(body: Body) -> Fields:
    """``illustrative`` where a line above the opening sentence says that the figures are made up."""
    found = next((line for line in lines_in(body.before) if plain_words(line.text) == _ILLUSTRATIVE), None)
    return {"illustrative": quoted("yes", found, found.text)} if found else {}


def cited(lines: Sequence[Line]) -> Fields:
    """``legal_bases`` of lines that begin with ``Căn cứ``."""
    found = list(legal_bases(Outline((), tuple(lines), (), (), ())))
    return {"legal_bases": found} if found else {}


def _foot(after: Sequence[Block], *, second: bool) -> Fields:
    made: Fields = {}
    cells = [cell for block in after if isinstance(block, Grid) for row in block.rows[:1] for cell in row]
    recipients = list(_recipients([line for block in after for line in _lines(block)]))
    if recipients:
        made["recipients"] = recipients
    signed = [cell for cell in cells[:2] if cell and plain_words(cell[0].text) != _RECIPIENTS]
    if signed and (last := _signatory(signed[-1])):
        made["signatory"] = last
    if second and len(signed) > 1 and (first := _signatory(signed[0])):
        made["second_signatory"] = first
    return made


def _lines(block: Block) -> Iterator[Line]:
    yield from block.lines if isinstance(block, Grid) else [block]


def _recipients(lines: Sequence[Line]) -> Iterator[Quoted]:
    inside = False
    for line in lines:
        words = plain_words(line.text)
        if inside and not words.startswith("- "):
            return
        if inside:
            yield quoted(ended(words.removeprefix("- ")), line)
        inside = inside or words == _RECIPIENTS


def ended(words: str) -> str:
    """A line of a list without the sign that ends it; the stop of ``v.v.`` stays."""
    bare = words.rstrip(";,: ")
    return bare if _SHORT.search(bare) else bare.removesuffix(".")


def _signatory(cell: Cell) -> Fields:
    """On whose behalf, post, name: the first with a stop after its sign, the name last; ``Q. Chủ tịch`` is a post."""
    lines = [line for line in cell if plain_words(line.text) != _TO_BE_SIGNED]
    words = [plain_words(line.text) for line in lines]
    made: Fields = {}
    if words and _AUTHORITY.match(words[0]):
        made["authority"] = quoted(words.pop(0), lines.pop(0))
    if len(words) > 1:
        made["post"] = quoted(words.pop(0), lines.pop(0))
    if words:
        made["name"] = quoted(words[0], lines[0])
    return made
