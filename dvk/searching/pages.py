"""One text that is searched, line by line: which lines hold which words, and what is shown of a line."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dvk.searching.words import Folding, Wanted
from dvk.vietnamese.text import nfc

LONGEST_LINE = 160
"""Characters of a line that are shown; of a longer one those around the match."""
_SHARE_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds wanted words.

    Args:
        number: from 1.
        text: the line without the space around it, shortened around the first match.
        words: how many of the wanted words it holds.
        whole: how many of them stand there as whole words.
    """

    number: int
    text: str
    words: int
    whole: int


@dataclass(frozen=True)
class Page:
    """A text with plain line ends."""

    text: str
    folding: Folding

    @cached_property
    def folded(self) -> str:
        """The text without accents and case; its lines are those of the text."""
        return self.folding.of(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line of the folded text begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.folded))]

    def may_hold(self, words: Sequence[Wanted]) -> bool:
        """Whether it may hold all words: far cheaper than to look where they stand, and most often no."""
        return all(word.parts[0] in self.folded for word in words)

    def matches(self, words: Sequence[Wanted]) -> list[list[re.Match[str]]]:
        """Where each of the words stands; nothing at all where one of them does not."""
        if not self.may_hold(words):
            return []
        found = [list(word.folded.finditer(self.folded)) for word in words]
        return found if all(found) else []

    def lines(self, matches: Sequence[Sequence[re.Match[str]]]) -> tuple[Line, ...]:
        """The lines that a match of any word touches, in order."""
        words: dict[int, set[int]] = {}
        whole: dict[int, set[int]] = {}
        columns: dict[int, int] = {}
        for word, found in enumerate(matches):
            for match in found:
                first, last = self._line(match.start()), self._line(match.end() - 1)
                columns[first] = min(columns.get(first, match.start()), match.start() - self._starts[first])
                for line in range(first, last + 1):
                    words.setdefault(line, set()).add(word)
                    whole.setdefault(line, set()).update([] if match[1] else [word])
        written = self.text.split("\n")
        return tuple(
            Line(line + 1, self._around(written[line], columns.get(line, 0)), len(words[line]), len(whole[line]))
            for line in sorted(words)
        )

    def spelled_out(self, words: Sequence[Wanted]) -> int:
        """How many of the words that were typed with accents stand in the text with them."""
        patterns = [word.accented for word in words if word.accented is not None]
        plain = nfc(self.text).casefold() if patterns else ""
        return sum(pattern.search(plain) is not None for pattern in patterns)

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _around(self, line: str, column: int) -> str:
        """The line, or where it is long the part of it around a column of its folded form."""
        if len(line.strip()) <= LONGEST_LINE:
            return nfc(line.strip())
        start = max(0, min(self._unfolded(line, column) - LONGEST_LINE // _SHARE_BEFORE, len(line) - LONGEST_LINE))
        part = nfc(line[start : start + LONGEST_LINE].strip())
        return ("…" if start else "") + part + ("…" if start + LONGEST_LINE < len(line) else "")

    def _unfolded(self, line: str, column: int) -> int:
        """The place in the line itself of a column in its folded form."""
        passed = 0
        for place, character in enumerate(line):
            passed += len(self.folding.of(character))
            if passed > column:
                return place
        return len(line)
