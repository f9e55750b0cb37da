"""What a strict reader raises: the text as typed, why it was refused, and what would be clear."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

LONGEST = 100
"""Characters that a number, a date or a document number may have; hostile texts end here."""


class Misread(ValueError):
    """A text that could mean two things, or nothing, in the place where it stands.

    Attributes:
        kind: what was expected: ``count``, ``decimal``, ``money``, ``percent``, ``date``, ``month_day``,
            ``time``, ``moment``, ``end_date``, ``period``, ``number`` (of a document) or ``yes_no``.
        typed: the text as it was written.
        reason: a short stable slug, such as ``ambiguous`` or ``no_such_day``.
    """

    def __init__(self, kind: str, typed: str, reason: str, clear: Iterable[str] = ()) -> None:
        super().__init__(kind, typed, reason)
        self.kind = kind
        self.typed = typed
        self.reason = reason
        self._proposed = clear

    @cached_property
    def clear(self) -> tuple[str, ...]:
        """What to type instead, the likeliest first, each once; empty where nothing can be proposed."""
        return tuple(dict.fromkeys(self._proposed))

    def __str__(self) -> str:
        instead = f"; clear: {', '.join(self.clear)}" if self.clear else ""
        return f"{self.typed[:LONGEST]!r} is not a {self.kind} ({self.reason}){instead}"

    def __reduce__(self) -> tuple[type["Misread"], tuple[str, str, str, tuple[str, ...]]]:
        """Goes from one process to another with its proposals worked out."""
        return Misread, (self.kind, self.typed, self.reason, self.clear)

    def inside(self, kind: str, typed: str, before: str = "", after: str = "") -> "Misread":
        """The same refusal of a longer text; ``before`` and ``after`` are what stands around this one."""
        clear = (f"{before}{spelling}{after}" for spelling in self.clear)
        return Misread(kind, typed, self.reason, clear)


def readable(parse: Callable[[str], object], spellings: Iterable[str]) -> Iterator[str]:
    """Those of the spellings that the reader takes: only these may be proposed.

    They are tried when someone asks for them, so a reader may name itself while it refuses a text.
    """
    for spelling in spellings:
        try:
            parse(spelling)
        except Misread:
            continue
        yield spelling


def readable_or_near(parse: Callable[[str], object], spelling: str) -> tuple[str, ...]:
    """The spelling where it can be read, else the clear ones of what it is near to."""
    try:
        parse(spelling)
    except Misread as wrong:
        return wrong.clear
    return (spelling,)
