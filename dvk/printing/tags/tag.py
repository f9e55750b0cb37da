"""One tag of a template: what it is called, what it gives, and what it means."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "number", "flag", "prose", "lines", "rows", "mapping"]
"""What a tag gives: lines are a list of texts, rows a list of mappings."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a template.

    Args:
        path: its name; ``viec_phai_nop[].han`` is ``han`` of each of ``viec_phai_nop``.
        vi: what it means.
        en: the same in English.
        kind: what it gives.
        like: the tag of the same template that has the same tags in it, where they are not listed again.
    """

    path: str
    vi: str
    en: str
    kind: Kind = "text"
    like: str = ""
