"""From the line of a template as jinja reads it back to the paragraph and the tag that a clerk typed."""

from collections.abc import Sequence
from functools import cached_property

from dvk.printing.word.tags import LONGEST_SHOWN, TAG, XML_TAG, blamed, inside, shown
from dvk.printing.word.typed import Typed, never_closed


class Origins:
    """Where each tag of a part was typed.

    Args:
        source: the part as jinja reads it.
        typed: its tags as typed, in order.
    """

    def __init__(self, source: str, typed: Sequence[Typed]) -> None:
        self._source, self._typed = source, typed
        lines = source.split("\n")
        self._read = [(line, tag) for line, text in enumerate(lines, 1) for tag in TAG.findall(XML_TAG.sub("", text))]

    def blamed(self, problem: Exception) -> tuple[int, str]:
        """The paragraph and the tag that an error of jinja is about; 0 where none can be named."""
        if "Unexpected end of template" in str(problem):
            last = never_closed(self._typed)
            return (last.paragraph, last.text) if last else (0, "")
        line, tag = blamed(problem, self._source)
        return self.of(line, inside(tag)) if tag else (0, "")

    def of(self, line: int, needle: str) -> tuple[int, str]:
        """The paragraph and the tag of a line that hold a word; of several the first; 0 where there is none."""
        here = [number for number, (found, _) in enumerate(self._read) if found == line]
        fitting = [number for number in here if self._holds(number, needle)] or here
        if not fitting:
            return 0, ""
        number = fitting[0]
        if self._go_together:
            return self._typed[number].paragraph, self._typed[number].text
        wanted = inside(self._read[number][1])
        same = next((tag for tag in self._typed if tag.inside.startswith(wanted)), None)
        return (same.paragraph, same.text) if same else (0, shown(self._read[number][1]))

    def _holds(self, number: int, needle: str) -> bool:
        read = self._read[number][1]
        return needle in read or needle in inside(read)

    @cached_property
    def _go_together(self) -> bool:
        """Whether nothing was added or taken away, so that the tenth tag of the one is the tenth of the other."""
        return len(self._read) == len(self._typed) and all(
            inside(read) == typed.inside or len(typed.text) >= LONGEST_SHOWN
            for (_, read), typed in zip(self._read, self._typed, strict=True)
        )
