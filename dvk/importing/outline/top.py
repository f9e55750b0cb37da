"""The top of a paper: down to where its head goes, and which line of it names the type."""

import itertools
import re
from collections.abc import Sequence

from dvk.importing.outline.marks import is_rule, mark_of
from dvk.importing.outline.pieces import is_bold
from dvk.importing.paper import Block, Grid, Line
from dvk.vietnamese.document_types import DOCUMENT_TYPES
from dvk.vietnamese.text import fold

_TOP = 60
"""How many blocks from the top the type of a document is looked for."""
_LONGEST_NAME = 60
_LONGEST_TITLE = 300
_SUBJECT_LINES = 8
_TYPE_NAMES = {fold(name) for each in DOCUMENT_TYPES if not each.by_title for name in each.names}
"""What stands alone above the subject."""
_TIGHT_NAMES = {name.replace(" ", "") for name in _TYPE_NAMES}
_CITES = re.compile(r"(?:căn cứ|thực hiện|thi hành|xét|theo|trên cơ sở|tiếp tục|triển khai)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\bsố\s*:?\s*[0-9]|[0-9]\s*[-–/]\s*[A-ZĐ][^\W\d_]*\s*[-–/]", re.IGNORECASE)


def head_ends(blocks: Sequence[Block]) -> int:
    """How many blocks the head has: down to the subject, the rule below it and the addressee."""
    at = type_line(blocks)
    end = _without_type(blocks) if at is None else _subject_ends(blocks, at + 1)
    while end < len(blocks) and _is_below_subject(blocks, end):
        end += 1
    return end


def type_line(blocks: Sequence[Block]) -> int | None:
    """The place of the line that names the type of the document: ``KẾ HOẠCH``."""
    for number, block in enumerate(blocks[:_TOP]):
        if isinstance(block, Line) and is_type(block.text):
            return number
        if isinstance(block, Line) and mark_of(block) and _opens_a_part(block):
            return None
    return None


def is_type(text: str) -> bool:
    """Whether a line is the name of a type of document and nothing else, its letters spaced out or not."""
    if len(text) > _LONGEST_NAME or text[:1].islower():
        return False
    tight = "".join(sign for sign in fold(text) if sign.isalpha())
    return tight in _TIGHT_NAMES and (text.upper() == text or tight == fold(text).replace(" ", ""))


def starts_with_type(text: str) -> str:
    """The name of a type in capitals with which a line begins that goes on with the subject; "" for none."""
    words = text.split(" ", 5)
    for length in range(min(4, len(words)), 0, -1):
        name = " ".join(words[:length])
        if name.isupper() and fold(name) in _TYPE_NAMES:
            return name
    return ""


def _subject_ends(blocks: Sequence[Block], start: int) -> int:
    """Behind the subject: at a rule where there is one, else where lines no longer look like a title."""
    near = blocks[start : start + _SUBJECT_LINES]
    before_sentence = itertools.takewhile(lambda block: not _is_sentence(block), near)
    rule = next(
        (at for at, block in enumerate(before_sentence) if isinstance(block, Line) and is_rule(block.text)), None
    )
    if rule is not None:
        return start + rule + 1
    end = start
    while end < len(blocks) and end < start + _SUBJECT_LINES and _is_of_subject(blocks, end, start):
        end += 1
    return end


def _is_sentence(block: Block) -> bool:
    """Whether a block can be no line of a subject."""
    return isinstance(block, Grid) or _opens_a_part(block) or block.text.startswith(("Căn cứ", "Kính gửi", "Xét "))


def _is_of_subject(blocks: Sequence[Block], at: int, start: int) -> bool:
    block = blocks[at]
    if isinstance(block, Grid) or _is_sentence(block) or len(block.text) > 2 * _LONGEST_TITLE:
        return False
    return not _cites(block) if at == start else _goes_on_as_title(blocks[at - 1], block)


def _goes_on_as_title(before: Block, line: Line) -> bool:
    if isinstance(before, Grid) or _cites(line) or line.text.endswith((";", ":", ".")) or mark_of(line):
        return False
    alike = (is_bold(before), before.centred) == (is_bold(line), line.centred)
    titled = is_bold(line) or line.centred or line.text[0] == "(" or line.text[0].islower()
    return len(line.text) <= _LONGEST_TITLE and alike and titled


def _cites(line: Line) -> bool:
    start = line.text[:_LONGEST_TITLE]
    return start.startswith(("Căn cứ", "Xét ")) or (_CITES.match(start) is not None and bool(_NUMBERED.search(start)))


def _is_below_subject(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is a rule, says that figures are made up, or is the addressee or one of several."""
    block = blocks[at]
    if isinstance(block, Grid):
        return False
    return is_rule(block.text) or is_illustrative(block.text) or is_addressed(block.text) or _is_listed(blocks, at)


def address_line(blocks: Sequence[Block]) -> int:
    """The place of the first line that names the addressee; the end where there is none."""
    found = (at for at, block in enumerate(blocks) if isinstance(block, Line) and is_addressed(block.text))
    return next(found, len(blocks))


def is_addressed(text: str) -> bool:
    """Whether a line is, or begins with, ``Kính gửi:``."""
    return fold(text[:_LONGEST_NAME]).startswith("kinh gui")


def is_illustrative(text: str) -> bool:
    """Whether a line says that the figures of the paper are made up."""
    return fold(text[:_LONGEST_NAME]) == "(so lieu minh hoa)"


def _is_listed(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is one of several addressees; without a dash only where another sign says that they go on."""
    line, before = blocks[at], blocks[at - 1]
    if not isinstance(line, Line) or not isinstance(before, Line) or not before.text.endswith((":", ";", ",")):
        return False
    dashed = line.text.startswith(("-", "–"))
    bare = mark_of(line) is None and not _cites(line) and not line.text.endswith(":")
    if len(line.text) > (_LONGEST_TITLE if dashed else 2 * _LONGEST_NAME) or not (dashed or bare):
        return False
    above = (block for block in reversed(blocks[max(at - _TOP, 0) : at]) if isinstance(block, Line))
    return any(is_addressed(each.text) for each in above)


def _without_type(blocks: Sequence[Block]) -> int:
    """Down to the first line that cites, opens a part or is a whole sentence; behind an addressee if one is named."""
    for at, block in enumerate(blocks[:_TOP]):
        if isinstance(block, Grid):
            continue
        if is_addressed(block.text):
            return at + 1
        if _opens_a_part(block) or _cites(block) or len(block.text) > _LONGEST_TITLE or _is_end(block.text):
            return at
        if starts_with_type(block.text):
            return _subject_ends(blocks, at)
    return len(blocks) if len(blocks) <= _TOP else 0


def _is_end(text: str) -> bool:
    """Whether a line is a sentence."""
    return len(text) > _LONGEST_NAME and text.endswith((".", ";", ":"))


def _opens_a_part(line: Line) -> bool:
    mark = mark_of(line)
    return mark is not None and (line.heading > 0 or mark.scheme in {"roman", "part", "arabic"})
