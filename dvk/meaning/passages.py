"""What differs between two long texts, with a few words around it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from dvk.meaning.forms import BREAK, words_of

SHORT = 120
"""A text up to so many characters is shown whole."""
_AROUND = 4
_MOST_PASSAGES = 3
_MOST_WORDS = 25
_GAP = "…"


def passages(old: str, new: str) -> tuple[str, str]:
    """Both texts on one line; of long ones what differs, with a few words around it and ``…`` for the rest."""
    was, now = list(words_of(old)), list(words_of(new))
    if max(len(old), len(new)) <= SHORT:
        return _said(was), _said(now)
    pieces = _pieces(was, now) or [(0, len(was), 0, len(now))]
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


_Piece: TypeAlias = tuple[int, int, int, int]
"""From and to in the old words, from and to in the new ones."""


def _pieces(was: Sequence[str], now: Sequence[str]) -> list[_Piece]:
    """Where the words differ, pieces that are close together as one; the time grows as the texts do, whatever they say.

    Three words in a row that each text says just once hold both together; what stands between is compared word by word
    where it has as many words, else from its ends.
    """
    held = [(-1, -1), *_rising(list(_said_once_in_both(was, now))), (len(was), len(now))]
    return _joined([piece for (a, c), (b, d) in pairwise(held) for piece in _differing(was, now, (a + 1, b, c + 1, d))])


def _said_once_in_both(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Positions of three words in a row in both texts, in the order of the old one."""
    here, there = (list(zip(words, words[1:], words[2:], strict=False)) for words in (was, now))
    twice = {said for side in (here, there) for said, times in Counter(side).items() if times > 1}
    places = {said: to for to, said in enumerate(there)}
    yield from ((at, places[said]) for at, said in enumerate(here) if said in places and said not in twice)


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these places that stand in the same order in both texts."""
    ends: list[int] = []  # of the chains of each length the lowest end, and behind it which place that is
    last: list[int] = []
    before: list[int] = []
    for number, (_, to) in enumerate(places):
        length = bisect_left(ends, to)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [to], [number]
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(places[at])
        at = before[at]
    return chain[::-1]


def _differing(was: Sequence[str], now: Sequence[str], piece: _Piece) -> Iterator[_Piece]:
    """What differs in a piece."""
    start, end, start_now, end_now = piece
    if end - start == end_now - start_now:
        shift = start_now - start
        yield from ((at, at + 1, at + shift, at + shift + 1) for at in range(start, end) if was[at] != now[at + shift])
        return
    while start < end and start_now < end_now and was[start] == now[start_now]:
        start, start_now = start + 1, start_now + 1
    while start < end and start_now < end_now and was[end - 1] == now[end_now - 1]:
        end, end_now = end - 1, end_now - 1
    yield start, end, start_now, end_now


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
