"""Where head, preamble, body and foot of a paper begin."""

import itertools
import re
from collections.abc import Sequence

from dvk.importing.outline.marks import ALWAYS_TITLES, is_rule, mark_of
from dvk.importing.outline.pieces import is_bold
from dvk.importing.paper import Block, Cell, Grid, Line
from dvk.vietnamese.text import fold

_FEW = 4
_TOP = 60
"""How many blocks from the top the type of a document is looked for."""
_LONGEST_NAME = 60
_LONGEST_TITLE = 300
_SUBJECT_LINES = 8
_TYPE_NAMES = (
    *("ke hoach", "huong dan", "chuong trinh hanh dong", "chuong trinh phoi hop", "chuong trinh cong tac"),
    *("chuong trinh", "thong bao", "quyet dinh", "cong van", "to trinh", "de an", "chi thi", "bao cao"),
    *("nghi quyet", "ket luan", "thong tri", "quy dinh", "quy che", "ke hoach lien tich", "ke hoach phoi hop"),
    *("huong dan lien tich", "huong dan lien nganh", "phuong an"),
    *("phieu dang ky", "ban dang ky", "bang dang ky", "giay dang ky", "bieu dang ky", "dang ky"),
)
"""What stands alone above the subject, folded. Source: Decree 30/2020, annex III; seen on papers."""
_TIGHT_NAMES = {name.replace(" ", "") for name in _TYPE_NAMES}
_CITES = re.compile(r"(?:căn cứ|thực hiện|thi hành|xét|theo|trên cơ sở|tiếp tục|triển khai)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\bsố\s*:?\s*[0-9]|[0-9]\s*[-–/]\s*[A-ZĐ][^\W\d_]*\s*[-–/]", re.IGNORECASE)
ON_BEHALF = r"(?:T\s?/\s?M|K\s?/\s?T|TM|KT|TL|TUQ)"
"""On whose behalf somebody signs. Source: Decree 30/2020, annex I; those with a stroke are seen on papers."""
ACTING = "Q"
"""In front of the post of somebody who fills it for a time. Source: the same."""
_AUTHORITY = re.compile(rf"{ON_BEHALF}(?:\s?\.{{1,3}}\s?|\s)[A-ZĐÀ-Ỵ][^\W\d_]|T\s?/\s?M\s?[A-ZĐÀ-Ỵ]{{2}}")
_MOST_WORDS = 7
_POST = re.compile(
    rf"(?:quyen |{ACTING.lower()}\. ?)?(?:pho )?(?:bi thu|chu tich|truong ban|truong phong|chanh van phong|giam doc|hieu truong"
    r"|tong thu ky|chu nhiem|truong doan|to truong)\b"
)
_CLOSES = re.compile(r"(?:trên đây là|đề nghị|yêu cầu|trong quá trình|nhận được|kế hoạch này)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:đề nghị|yêu cầu)\b", re.IGNORECASE)
_ASKED = re.compile(r"thực hiện|triển khai|báo cáo", re.IGNORECASE)
_LOOKED_AT = 2000
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU MẪU)\b")


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


def is_addressed(text: str) -> bool:
    """Whether a line is, or begins with, ``Kính gửi:``."""
    return fold(text[:_LONGEST_NAME]).startswith("kinh gui")


def is_illustrative(text: str) -> bool:
    """Whether a line says that the figures of the paper are made up."""
    return fold(text[:_LONGEST_NAME]).strip("*") == "(so lieu minh hoa)"


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


def foot_starts(blocks: Sequence[Block], start: int) -> int:
    """Where recipients and signature begin, in any order; the end where there are none."""
    for at in range(start, len(blocks)):
        if _is_of_foot(blocks[at]):
            return _post_above(blocks, start, at)
    return _lonely_post(blocks, start)


def _is_of_foot(block: Block) -> bool:
    """Whether a block names recipients or on whose behalf is signed."""
    if isinstance(block, Grid):
        narrow = len(block.rows) <= _FEW and all(len(row) <= _FEW for row in block.rows)
        return narrow and any(_signs(cell) for row in block.rows for cell in row)
    text = block.text[:_LONGEST_TITLE].lstrip("* ")
    return is_recipients_label(text) or is_authority(text)


def _signs(cell: Cell) -> bool:
    """Whether a cell is of the foot, and not only a column that bears the same name."""
    texts = [line.text for line in cell]
    listed = any(is_recipients_label(text) for text in texts) and (len(texts) > 1 or ":" in texts[0])
    return listed or any(map(is_authority, texts))


def is_recipients_label(text: str) -> bool:
    """Whether a line is, or begins with, ``Nơi nhận:``."""
    label = fold(text[:_LONGEST_NAME])
    return label.startswith("noi nhan") and (":" in text[:_LONGEST_NAME] or len(label) <= len("noi nhan") + 1)


def is_authority(text: str) -> bool:
    """Whether a line says on whose behalf: ``TM. BAN THƯỜNG VỤ``; in two columns also behind the gap."""
    return any(_AUTHORITY.match(cell.strip()) is not None for cell in text[:_LONGEST_TITLE].split("\t"))


def is_post(text: str) -> bool:
    """Whether a line is the post of who signs: ``PHÓ BÍ THƯ THƯỜNG TRỰC``, in whatever letters."""
    if len(text) > 2 * _LONGEST_NAME or text.endswith((".", ",", ";", ":")) or text.count(" ") >= _MOST_WORDS:
        return False
    return (text.isupper() or text[:1].isupper()) and _POST.match(fold(text)) is not None


def _post_above(blocks: Sequence[Block], start: int, at: int) -> int:
    """The foot from a post on that stands a few lines above the recipients."""
    for above in range(at - 1, max(at - 4, start) - 1, -1):
        block = blocks[above]
        if isinstance(block, Grid) or len(block.text) > _LONGEST_NAME or mark_of(block):
            break
        if block.text.isupper() and is_post(block.text):
            return above
    return at


def _lonely_post(blocks: Sequence[Block], start: int) -> int:
    """A post in capitals near the end of a paper that names neither recipients nor on whose behalf."""
    for at in range(max(len(blocks) - 5, start), len(blocks)):
        block = blocks[at]
        if isinstance(block, Line) and block.text.isupper() and is_post(block.text):
            return at
    return len(blocks)


def annex_starts(blocks: Sequence[Block], foot: int) -> int:
    """Where an annex begins behind the foot; the end where there is none."""
    for at in range(foot + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, Line) and _ANNEX.match(block.text) and len(block.text) <= _LONGEST_TITLE:
            return at
    return len(blocks)


def closing_starts(blocks: Sequence[Block]) -> int:
    """Where the last words begin among the blocks of the body; the end where there are none.

    What alone stands below the title of a part is that part, ``IV. KIẾN NGHỊ`` / ``Đề nghị …``, but for ``Trên đây là``.
    """
    found = len(blocks)
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Grid) or mark_of(block) or block.heading:
            return _said_below(blocks, found) if at + 1 == found and _heads_a_part(block) else found
        if _is_last_words(block.text):
            found = at
    return found


def _heads_a_part(block: Block) -> bool:
    mark = mark_of(block) if isinstance(block, Line) else None
    return isinstance(block, Line) and (block.heading > 0 or (mark is not None and mark.scheme in ALWAYS_TITLES))


def _said_below(blocks: Sequence[Block], start: int) -> int:
    """The end of what is said below a title."""
    rest = range(start, len(blocks))
    return next((at for at in rest if isinstance(line := blocks[at], Line) and is_ending(line.text)), len(blocks))


def is_ending(text: str) -> bool:
    """Whether a line is the sentence that every template has of its own: ``Trên đây là kế hoạch …``."""
    return text.startswith("Trên đây là")


def _is_last_words(text: str) -> bool:
    start = text[:_LOOKED_AT]
    asks = _ASKS.search(start)
    return bool(_CLOSES.match(start)) or text.endswith("./.") or bool(asks and _ASKED.search(start, asks.end()))
