"""From the line of a template as jinja reads it back to the paragraph and the tag that a clerk typed."""

import re
from collections.abc import Sequence
from functools import cached_property

from dvk.printing.word.typed import Typed
from dvk.printing.word.tags import LONGEST_SHOWN, TAG, inside, shown

_XML_TAG = re.compile(r"<[^>]+>")


class Origins:
    """Where each tag of a part was typed.

    Args:
        source: the part as jinja reads it.
        typed: its tags as typed, in order.
    """

    def __init__(self, source: str, typed: Sequence[Typed]) -> None:
        self._typed = typed
        lines = source.split("\n")
        self._read = [(line, tag) for line, text in enumerate(lines, 1) for tag in TAG.findall(_XML_TAG.sub("", text))]

    def of(self, line: int, needle: str) -> tuple[int, str]:
        """The paragraph and the tag of a line that hold a word; of several the first; 0 where there is none."""
        here = [number for number, (found, _) in enumerate(self._read) if found == line]
        fitting = [number for number in here if needle in self._read[number][1]] or here
        if not fitting:
            return 0, ""
        number = fitting[0]
        if self._go_together:
            return self._typed[number].paragraph, self._typed[number].text
        wanted = inside(self._read[number][1])
        same = next((tag for tag in self._typed if tag.inside.startswith(wanted)), None)
        return (same.paragraph, same.text) if same else (0, shown(self._read[number][1]))

    def named(self, tag: str) -> tuple[int, str]:
        """The paragraph that holds a tag, and the tag as typed; 0 where there is none."""
        wanted = inside(tag)
        found = next((typed for typed in self._typed if wanted and typed.inside.startswith(wanted)), None)
        return (found.paragraph, found.text) if found else (0, tag)

    @cached_property
    def _go_together(self) -> bool:
        """Whether nothing was added or taken away, so that the tenth tag of the one is the tenth of the other."""
        return len(self._read) == len(self._typed) and all(
            inside(read) == typed.inside or len(typed.text) >= LONGEST_SHOWN
            for (_, read), typed in zip(self._read, self._typed, strict=True)
        )
