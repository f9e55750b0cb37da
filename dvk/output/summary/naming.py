"""What the sections of the page share: the change, the language, how much is shown, and names as plain text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dvk.messages import Language
from dvk.messages.of_summary import told
from dvk.output.markdown_text import plain
from dvk.summary import ChangeSummary
from dvk.views.movements import Named
from dvk.views.places import Places
from dvk.views.summary import named_of

_MOST_NAMES = 8


@dataclass(frozen=True)
class Reviewed:
    """A change as it is being told.

    Args:
        summary: the change.
        language: in which it is told.
        named: names of units, indicators and obligations.
        places: lines of findings, each file read again once, however often a shorter page is tried.
        most: how many entries of a list are shown.
    """

    summary: ChangeSummary
    language: Language
    named: Named
    places: Places
    most: int = 0

    @classmethod
    def of(cls, summary: ChangeSummary, language: Language) -> "Reviewed":
        """The same with nothing shown of lists yet."""
        return cls(summary, language, named_of(summary, language), Places(summary.comparison.after.snapshot))

    def say(self, name: str, *args: object) -> str:
        """A phrase of the summary."""
        return told(name, self.language, *args)

    def listed(self, lines: Sequence[str]) -> list[str]:
        """The first lines of a list, and how many more there are."""
        shown = [f"- {line}" for line in lines[: self.most]]
        more = len(lines) - len(shown)
        return [*shown, f"- … {self.say('more', more)}"] if more else shown

    def names(self, names: Iterable[str]) -> str:
        """Names in a row, the first ones."""
        known = list(names)
        most = min(self.most, _MOST_NAMES)
        shown = ", ".join(plain(name) for name in known[:most])
        return f"{shown}, … {self.say('more', len(known) - most)}" if len(known) > most else shown
