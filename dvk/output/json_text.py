"""JSON as dvk prints it: two spaces, Vietnamese letters as they are, the same bytes for the same result."""

import json
import unicodedata

from dvk.shown import UNSEEN


class _Escapes(dict[int, str]):
    """What stands for a character: itself, or JSON's own escape for what could act on a terminal."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = json.dumps(character)[1:-1] if unicodedata.category(character) in UNSEEN else character
        return self[code]


def as_json(result: object) -> str:
    """The result as JSON text."""
    text = json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False)
    return text.translate(_Escapes({ord("\n"): "\n"}))
