"""Marks of Markdown inside a line: bold and italic, links, escaped signs; what only looks like a mark is text."""

import html
import re
from collections.abc import Iterator

from dvk.importing.paper import Piece
from dvk.importing.papers.lines import bounded, without_remnants

# A mark of one star opens and closes at the ends of words, so that "(*)" and "5*3*2" stay what they are.
_STARS = (
    (re.compile(r"(?<![\w*])\*{3}(?![\s*)])([^*]+)(?<![\s(])\*{3}(?![\w*])"), True, True),
    (re.compile(r"(?<!\*)\*\*(?![\s*)])((?:[^*]|\*(?!\*)|\*(?=\*\*(?!\*)))+)(?<![\s(])\*\*(?!\*)"), True, False),
    (re.compile(r"(?<![\w*])\*(?![\s*).,;:!?])([^*]+)(?<![\s(])\*(?![\w*])"), False, True),
)
_LOW_LINES = (
    (re.compile(r"(?<!\w)__(?![\s_])([^_]+)(?<!\s)__(?!\w)"), True, False),
    (re.compile(r"(?<!\w)_(?![\s_])([^_]+)(?<!\s)_(?!\w)"), False, True),
)
_PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{1,500}\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = 0x10F000
"""Escaped signs stand this far from their own place while marks are looked for."""
_KEPT_SIGNS = re.compile(f"[{chr(_KEPT + 33)}-{chr(_KEPT + 126)}]")


def pieces_of(text: str, *, markdown: bool) -> list[Piece]:
    """The pieces of a line without its marks.

    Args:
        text: the line as typed.
        markdown: whether it is of a Markdown file; in any other, stars are the only marks, and a backslash is one.

    Raises:
        Unreadable: where it is too long.
    """
    bounded(len(text))
    text = without_remnants(text)
    if not markdown:
        return list(_marked(text, _STARS))
    text = _ESCAPED.sub(lambda sign: chr(_KEPT + ord(sign.group(1))), text)
    text = html.unescape(_LINK.sub(r"\1", _PICTURE.sub("", text)))
    found = _marked(text, (*_STARS, *_LOW_LINES))
    return [Piece(_KEPT_SIGNS.sub(_restored, piece.text), piece.bold, piece.italic) for piece in found]


def _restored(sign: re.Match[str]) -> str:
    return chr(ord(sign.group()) - _KEPT)


def _marked(text: str, marks: tuple[tuple[re.Pattern[str], bool, bool], ...]) -> Iterator[Piece]:
    """Pieces inside and around the first kind of mark, each looked through for the next."""
    if not marks:
        yield Piece(text)
        return
    (pattern, bold, italic), rest = marks[0], marks[1:]
    end = 0
    for found in pattern.finditer(text):
        yield from _marked(text[end : found.start()], rest)
        for piece in _marked(found.group(1), rest):
            yield Piece(piece.text, piece.bold or bold, piece.italic or italic)
        end = found.end()
    yield from _marked(text[end:], rest)
