"""JSON as dvk prints it: two spaces, Vietnamese letters as they are, the same bytes for the same result."""

import json


def as_json(result: object) -> str:
    """The result as JSON text."""
    return json.dumps(result, ensure_ascii=False, indent=2, allow_nan=False)
