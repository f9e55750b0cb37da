"""Braces of a template that have no other half in their paragraph."""

import re
from collections.abc import Iterator
from typing import Any

from dvk.printing.word.tags import shown
from dvk.printing.word.typed import words_of

_SIGN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}|['\"“”‘’{}]")
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_QUOTES = {"'": "'‘’", '"': '"“”', "“": '"“”', "”": '"“”', "‘": "'‘’", "’": "'‘’"}
"""Each quote and those that end what it begins: Word makes straight ones round."""
_RAW = re.compile(r"(\{%-?\s*raw\s*-?%\})((?:(?!\{%-?\s*endraw).)*)", re.DOTALL)


def halves_below(root: Any) -> Iterator[tuple[int, str]]:
    """Each brace below an element that is not closed in its paragraph, or that nothing opens there.

    Yields:
        the number of the paragraph, from 1, and the half tag as typed, on one line.
    """
    for number, (_, words) in enumerate(words_of(root), 1):
        if "{" in words or "}" in words:
            yield from ((number, shown(half)) for half in halves(words))


def halves(words: str) -> Iterator[str]:
    """The half tags of a paragraph; what stands in quotes inside of a tag, and what is ``raw``, is none."""
    return _Reading(_RAW.sub(lambda raw: raw[1] + " " * len(raw[2]), words)).halves()


class _Reading:
    """A paragraph read from its beginning to its end.

    ``opened`` is the brace that waits for its end, ``begun`` its place; ``free`` is where the last tag ended.
    """

    def __init__(self, words: str) -> None:
        self.words = words
        self.opened = ""
        self.begun = self.free = self.deep = 0

    def halves(self) -> Iterator[str]:
        place = 0
        while found := _SIGN.search(self.words, place):
            if self._is_of_the_tag(found[0]):
                place = self._behind(found)
            else:
                place = found.end()
                yield from self._paired(found)
        if self.opened:
            yield self.words[self.begun :]

    def _is_of_the_tag(self, sign: str) -> bool:
        """Whether a sign is one of the words of the tag that it stands in."""
        if self.opened == "{#":
            return sign != "#}"
        return bool(self.opened) and (sign in _QUOTES or sign == "{" or (self.deep > 0 and sign in {"}", "}}"}))

    def _behind(self, found: re.Match[str]) -> int:
        if self.opened == "{#":
            return found.end()
        if found[0] in _QUOTES:
            end = re.compile(f"[{_QUOTES[found[0]]}]").search(self.words, found.end())
            return (end or found).end()
        self.deep += 1 if found[0] == "{" else -1
        return found.start() + 1

    def _paired(self, found: re.Match[str]) -> Iterator[str]:
        sign = found[0]
        if sign in _ENDS:
            if self.opened:
                yield self.words[self.begun : found.start()]
            self.opened, self.begun, self.deep = sign, found.start(), 0
        elif sign == _ENDS.get(self.opened):
            self.opened, self.free = "", found.end()
        elif not self.opened and sign in _ENDS.values():
            yield self.words[self.free : found.end()]
            self.free = found.end()
