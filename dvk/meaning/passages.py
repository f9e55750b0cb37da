"""What differs between two long texts, with a few words around it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from dvk.meaning.forms import BREAK, words_of

SHORT = 120
"""A text up to so many characters is shown whole."""
_AROUND = 4
_MOST_PASSAGES = 3
_MOST_WORDS = 25
_MOST_COMPARED = 1_500
"""Words between the first and the last that differ, beyond which they are one passage."""
_GAP = "…"


def passages(old: str, new: str) -> tuple[str, str]:
    """Both texts on one line; of long ones what differs, with a few words around it and ``…`` for the rest."""
    was, now = list(words_of(old)), list(words_of(new))
    if max(len(old), len(new)) <= SHORT:
        return _said(was), _said(now)
    pieces = _pieces(was, now)
    more = [_GAP] * (len(pieces) > _MOST_PASSAGES)
    shown = [_around(was, now, piece) for piece in pieces[:_MOST_PASSAGES]]
    before, after = (" ".join([*side, *more]).replace(f"{_GAP} {_GAP}", _GAP) for side in zip(*shown, strict=True))
    return before, after


def beginning(text: str) -> str:
    """A text on one line, a long one cut."""
    line = _said(words_of(text))
    if len(line) <= SHORT:
        return line
    cut = line[:SHORT].rpartition(" ")[0] or line[:SHORT]
    return f"{cut} {_GAP}"


_Piece = tuple[int, int, int, int]
"""From and to in the old words, from and to in the new ones."""


def _pieces(was: Sequence[str], now: Sequence[str]) -> list[_Piece]:
    """Where the words differ, pieces that are close together as one."""
    start = next((at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), None)
    start = min(len(was), len(now)) if start is None else start
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    whole = (start, len(was) - end, start, len(now) - end)
    if max(whole[1], whole[3]) - start > _MOST_COMPARED:
        return [whole]
    matcher = SequenceMatcher(None, was[start : whole[1]], now[start : whole[3]], autojunk=False)
    found = [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]
    return _joined([(a + start, b + start, c + start, d + start) for a, b, c, d in found]) or [whole]


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and piece[0] - joined[-1][1] <= 2 * _AROUND:
            joined[-1] = (joined[-1][0], piece[1], joined[-1][2], piece[3])
        else:
            joined.append(piece)
    return joined


def _around(was: Sequence[str], now: Sequence[str], piece: _Piece) -> tuple[str, str]:
    return _cut(was, piece[0], piece[1]), _cut(now, piece[2], piece[3])


def _cut(words: Sequence[str], start: int, end: int) -> str:
    """The words from start to end with a few around; of very many the first and the last."""
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    shown = list(words[first:last])
    if len(shown) > 2 * _MOST_WORDS:
        shown = [*shown[:_MOST_WORDS], _GAP, *shown[-_MOST_WORDS:]]
    before, after = [_GAP] * (first > 0), [_GAP] * (last < len(words))
    return _said([*before, *shown, *after])


def _said(words: Sequence[str]) -> str:
    return " ".join(_shortened(word) for word in words if word != BREAK)


def _shortened(word: str) -> str:
    """A word; of one that no text has, its beginning."""
    return word if len(word) <= SHORT else f"{word[:SHORT]}{_GAP}"
