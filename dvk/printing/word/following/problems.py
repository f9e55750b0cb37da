"""What is wrong with a tag, and what a tag gives, as plain data."""

from dataclasses import dataclass, field
from typing import TypeAlias

Shape: TypeAlias = "str | list[Shape] | dict[str, Shape]"
"""What a tag gives: ``text``, ``number``, ``flag``, ``prose``, a list, a mapping; ``any`` where nobody can tell."""

ANY = "any"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a tag.

    Args:
        code: a key of ``codes.CODES``.
        line: the line of the tag in the template as jinja reads it, from 1.
        needle: a word that the tag holds; "" for any tag of the line.
        args: what the sentence of the code needs beside paragraph and tag.
    """

    code: str
    line: int
    needle: str
    args: dict[str, str] = field(default_factory=dict)
