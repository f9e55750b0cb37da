"""The bottom of a paper: where its last words, its foot and an annex behind that begin, and what a line of it is."""

import re
from collections.abc import Sequence

from dvk.importing.outline.marks import ALWAYS_TITLES, mark_of
from dvk.importing.paper import Block, Cell, Grid, Line
from dvk.vietnamese.text import fold

_FEW = 4
_LONGEST_NAME = 60
_LONGEST_TITLE = 300
ON_BEHALF = r"(?:T\s?/\s?M|K\s?/\s?T|TM|KT|TL|TUQ)"
"""On whose behalf somebody signs. Source: Decree 30/2020, annex I; those with a stroke are seen on papers."""
ACTING = "Q"
"""In front of the post of somebody who fills it for a time. Source: the same."""
_AUTHORITY = re.compile(rf"{ON_BEHALF}(?:\s?\.{{1,3}}\s?|\s)[A-ZĐÀ-Ỵ][^\W\d_]|T\s?/\s?M\s?[A-ZĐÀ-Ỵ]{{2}}")
_MOST_WORDS = 7
_POST = re.compile(
    rf"(?:quyen |{ACTING.lower()}\. ?)?(?:pho )?(?:bi thu|chu tich|truong ban|truong phong|chanh van phong|giam doc"
    r"|hieu truong|tong thu ky|chu nhiem|truong doan|to truong)\b"
)
_CLOSES = re.compile(r"(?:trên đây là|đề nghị|yêu cầu|trong quá trình|nhận được|kế hoạch này)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:đề nghị|yêu cầu)\b", re.IGNORECASE)
_ASKED = re.compile(r"thực hiện|triển khai|báo cáo", re.IGNORECASE)
_LOOKED_AT = 2000
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU MẪU)\b")


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

    What alone stands below the title of a part is said in it: ``Đề nghị …`` below ``IV. KIẾN NGHỊ``.
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
