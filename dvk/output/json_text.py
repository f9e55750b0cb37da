"""JSON as dvk prints it: two spaces, Vietnamese letters as they are, the same bytes for the same result."""

import json
import unicodedata

from dvk.shown import UNSEEN


def as_json(result: object) -> str:
    """The result as JSON text."""
    text = json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False)
    return "\n".join(_safe(line) for line in text.split("\n"))


def _safe(line: str) -> str:
    """A line in which what could act on a terminal is written as JSON's own escapes: the same value."""
    if line.isascii():
        return line
    return "".join(
        json.dumps(character)[1:-1] if unicodedata.category(character) in UNSEEN else character for character in line
    )
