"""What the process does in which templates are looked at (``dvk.confined``)."""

from typing import Any

from dvk.printing.word.lint.checking import linted
from dvk.printing.word.refusals import Refused


def answer(request: dict[str, Any], template: bytes) -> tuple[dict[str, Any], bytes]:
    """The findings of a template, or why it cannot be used at all.

    Args:
        request: see ``linted``.
        template: the bytes of the .docx.
    """
    try:
        return {"findings": linted(template, request)}, b""
    except Refused as refused:
        return vars(refused), b""
