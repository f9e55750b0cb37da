"""Sentences in Vietnamese and English: of every code, and of everything else that dvk says."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing said in two languages."""

    vi: str
    en: str

    def to(self, language: Language) -> str:
        """The phrase in that language."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Message:
    """What a code says.

    Args:
        sentence: what is wrong; ``{name}`` stands for an argument of the finding.
        remedy: what to do instead.
        prevents: the mistake of an office that the check prevents.
    """

    sentence: Phrase
    remedy: Phrase
    prevents: Phrase


def message(sentence: tuple[str, str], remedy: tuple[str, str], prevents: tuple[str, str]) -> Message:
    """A message from pairs of Vietnamese and English."""
    return Message(Phrase(*sentence), Phrase(*remedy), Phrase(*prevents))
