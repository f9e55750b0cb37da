"""What is wrong inside the scalars of a text: decomposed letters, and letters of the fonts before Unicode."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from dvk.findings import Mistake
from dvk.textfile.paths import StablePaths
from dvk.vietnamese.legacy_fonts import legacy_encoding

Steps: TypeAlias = tuple[str | int, ...]

MAX_LEGACY = 20
_SHOWN = 40

# Old fonts show as Latin-1: signs and letters that Vietnamese does not have (TCVN3 and VNI), a capital inside
# a word (TCVN3: "kÕ"), or an accented letter after a vowel that never precedes it (VNI: "eâ", "aù").
_TRACE = re.compile(
    "[\xa1-\xff](?:(?<=[\xa1-\xbf×÷ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ])"
    "|(?<=[aeAE][À-ÿ])|(?<=[oO][âêôõùúóòÂÊÔÕÙÚÓÒ])|(?<=[uUyYôÔ][ùúõóòÙÚÕÓÒ])|(?<=[a-z][À-Þ]))"
)


def screen_for(text: str) -> "Screen | None":
    """A screen for the scalars of this text; None where a look at the whole shows that each is in order.

    A part of a text in NFC is in NFC, so only escapes and decomposed letters call for a look at every scalar.
    """
    if "\\" not in text and (text.isascii() or (unicodedata.is_normalized("NFC", text) and not may_be_legacy(text))):
        return None
    return Screen()


def may_be_legacy(text: str) -> bool:
    """Whether a text holds anything that Unicode Vietnamese never does and the old fonts nearly always do.

    One pass over the whole file spares nearly every file a closer look at each of its scalars.
    """
    return _TRACE.search(text) is not None


class Screen:
    """Brings each scalar into NFC and remembers what has to be said about it."""

    def __init__(self) -> None:
        self._decomposed = 0
        self._first_decomposed: Steps = ()
        self._legacy: list[tuple[Steps, str, str]] = []

    def clean(self, text: str, steps: Callable[[str], Steps]) -> str:
        """The scalar in NFC; ``steps`` tells where it stands, asked only if that has to be remembered."""
        if text.isascii():
            return text
        composed = unicodedata.normalize("NFC", text)
        if composed != text:
            self._decomposed += 1
            self._first_decomposed = self._first_decomposed or steps(composed)
        encoding = legacy_encoding(composed) if len(self._legacy) < MAX_LEGACY else None
        if encoding:
            self._legacy.append((steps(composed), encoding, composed[:_SHOWN]))
        return composed

    def mistakes(self, paths: StablePaths) -> list[Mistake]:
        """One note for all decomposed scalars (DVK112), an error for each of 20 in an old font (DVK113)."""
        found = []
        if self._decomposed:
            args = {"count": str(self._decomposed)}
            found.append(Mistake("DVK112", _field(self._first_decomposed, paths), args))
        for steps, encoding, text in self._legacy:
            args = {"encoding": encoding, "text": text}
            found.append(Mistake("DVK113", _field(steps, paths), args))
        return found


def _field(steps: Steps, paths: StablePaths) -> str:
    """A field path leads into the first document only."""
    document, *inner = steps
    return paths.path(inner) if document == 0 else ""
