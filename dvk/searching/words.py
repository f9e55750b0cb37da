"""What is searched for: words however they are accented, and text folded so that they are found in it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dvk.vietnamese.text import fold, nfc

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_VOWELS = frozenset("aeiouyăâêôơư")
_NEW_LINE = ord("\n")
# An id is its words with hyphens: who asks for “nhà nhân ái” means ``nha-nhan-ai``, too.
_BETWEEN = r"[\s-]+"


class Folding(dict[int, str]):
    """Text without accents and case that keeps its lines: a table for ``str.translate`` that fills itself.

    But for white space it is what ``fold`` makes of the text.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = " " if character.isspace() and code != _NEW_LINE else fold(character)
        self[code] = character if code == _NEW_LINE else plain
        return self[code]

    def of(self, text: str) -> str:
        """The text folded, with as many lines."""
        return text.lower() if text.isascii() else text.translate(self)


@dataclass(frozen=True)
class Wanted:
    """One word, or several that must stand together; it stands where a word begins with it.

    Args:
        typed: as the user typed it, in any Unicode form.
    """

    typed: str

    @cached_property
    def parts(self) -> list[str]:
        """Its words, folded; none where nothing is left to search for."""
        return fold(self.typed).split()

    @cached_property
    def folded(self) -> re.Pattern[str]:
        """Where it stands in folded text; the group is the rest of a word that only begins with it."""
        return re.compile(_begins(self.parts[0]) + _BETWEEN.join(map(re.escape, self.parts)) + r"(\w*)")

    @cached_property
    def accented(self) -> re.Pattern[str] | None:
        """Where it stands whole, with the accents that were typed; ``None`` where none were typed.

        It is for text in NFC with its case folded.
        """
        if self.typed.isascii():
            return None
        parts = nfc(self.typed).casefold().split()
        spelled = _BETWEEN.join(f"(?:{'|'.join(map(re.escape, spellings(part)))})" for part in parts)
        return re.compile(f"{_begins(parts[0])}{spelled}(?!\\w)")


def wanted(words: Iterable[str]) -> list[Wanted]:
    """What a user's words ask for; a word of nothing but space or accents asks for nothing."""
    return [word for word in map(Wanted, words) if word.parts]


def spellings(word: str) -> list[str]:
    """A word with its tone on each of its vowels in turn: ``hoà`` and ``hòa`` are one word."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = _TONES.findall(decomposed)
    letters = nfc(_TONES.sub("", decomposed))
    places = [place for place, letter in enumerate(letters, 1) if letter in _VOWELS]
    if len(tones) != 1 or not places:
        return [nfc(word)]
    return [nfc(letters[:place] + tones[0] + letters[place:]) for place in places]


def _begins(part: str) -> str:
    """What has to be before a word; a sign may stand anywhere."""
    return r"(?<!\w)" if re.match(r"\w", part) else ""
