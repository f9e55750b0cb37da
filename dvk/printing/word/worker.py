"""What the process does in which templates are filled (``dvk.confined``): one document for each request."""

from functools import lru_cache
from typing import Any

from dvk.printing.word.filling import filled
from dvk.printing.word.form import Form
from dvk.printing.word.refusals import Refused

_MOST_FORMS = 8

_form = lru_cache(_MOST_FORMS)(Form)
"""Forms by the bytes of their template: a year's documents have three or four."""


def answer(request: dict[str, Any], template: bytes) -> tuple[dict[str, Any], bytes]:
    """A template filled, or why it is refused.

    Args:
        request: ``data``, ``properties`` and ``look``, see ``filled``.
        template: the bytes of the .docx.
    """
    try:
        return {}, filled(_form(template), request["data"], request["properties"], request.get("look"))
    except Refused as refused:
        return vars(refused), b""
