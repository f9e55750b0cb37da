"""Vietnamese words: one form for storing, one for comparing, one for identifiers, one for ordering."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from operator import eq

from dvk.vietnamese.misread import LONGEST, Misread

_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_TONE_MARKS = re.compile(f"[{''.join(_TONES)}]")
# The Icelandic and African letters look like đ and are typed for it by old keyboards.
_D_WITH_STROKE = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d"})
_UNSEEN = {"Mn", "Cf"}
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
CURLY_QUOTES = ("“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "‹", "›")
"""Quotes of printed text: word processors type them for straight ones."""
_YES_NO = {"true": True, "yes": True, "có": True, "false": False, "no": False, "không": False}


def nfc(text: str) -> str:
    """The text in Unicode normal form C, the only one that is stored."""
    return unicodedata.normalize("NFC", text)


def tidied(kind: str, text: str) -> str:
    """The text of a short scalar in NFC, without white space around it.

    Raises:
        Misread: of that kind when nothing is left (``empty``) or the text is no short scalar (``too_long``).
    """
    if len(text) > LONGEST:
        raise Misread(kind, text, "too_long")
    tidy = nfc(text).strip()
    if not tidy:
        raise Misread(kind, text, "empty")
    return tidy


def fold(text: str) -> str:
    """The text for comparing names: no accents (``đ`` is ``d``), no case, one space between words.

    ``hoà`` and ``hòa`` fold to the same; so do both Unicode forms of any text. Folding twice changes nothing.
    """
    folded = text.translate(_FOLDED).strip(" ")
    while "  " in folded:
        folded = folded.replace("  ", " ")
    return folded


class _Folded(dict[int, str]):
    """Character → what it folds to, white space to a space; each is worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        bare = _without_marks(_without_marks(sign).casefold()).translate(_D_WITH_STROKE).casefold()
        self[code] = " " if sign.isspace() else bare
        return self[code]


_FOLDED = _Folded()


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(character for character in decomposed if unicodedata.category(character) not in _UNSEEN)


def slug(text: str) -> str:
    """The text as an identifier: folded runs of ``a-z0-9`` joined by hyphens; "" where there are none."""
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-")


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A key that puts texts in Vietnamese alphabetical order, whatever their case.

    The letters decide first (a ă â b c d đ e ê …; other signs before them), then the tones of the words from
    left to right (ngang, huyền, hỏi, ngã, sắc, nặng), then the text itself, so that the order is total.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    letters = tuple(_rank(letter) for letter in nfc(_TONE_MARKS.sub("", decomposed)))
    return letters, tuple(_tone(word) for word in decomposed.split()), nfc(text)


def _rank(letter: str) -> int:
    if letter in _LETTERS:
        return 0x80 + _LETTERS[letter]
    return ord(letter) if letter.isascii() else 0x80 + len(_LETTERS) + ord(letter)


def _tone(word: str) -> int:
    return max((_TONES[mark] for mark in _TONE_MARKS.findall(word)), default=0)


def nearest(word: str, choices: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The choices that look most like the word, the nearest first; empty when none is near.

    Accents and case do not count; at most ``most`` are given.
    """
    spellings: dict[str, list[str]] = {}
    for choice in choices:
        spellings.setdefault(fold(choice), []).append(choice)
    wanted = fold(word)[:LONGEST]
    near = get_close_matches(wanted, spellings, n=4 * max(most, 1))
    near.sort(key=lambda choice: _alike(wanted, choice), reverse=True)
    return tuple(choice for folded in near for choice in spellings[folded])[:most]


def _alike(wanted: str, choice: str) -> tuple[float, int]:
    """How much of two words is the same; of those with as much, how many letters stand in the same place."""
    return SequenceMatcher(None, choice, wanted).ratio(), sum(map(eq, wanted, choice))


def parse_yes_no(text: str) -> bool:
    """Read ``true``, ``yes``, ``có`` or ``false``, ``no``, ``không``, in any case.

    Raises:
        Misread: of kind ``yes_no`` for anything else.
    """
    answer = _YES_NO.get(nfc(text).strip().casefold())
    if answer is None:
        raise Misread("yes_no", text, "not_yes_no", ("true", "false"))
    return answer
