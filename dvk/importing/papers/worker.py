"""The work on one file in a process of its own: its bytes in, the blocks of its paper out."""

from collections.abc import Mapping
from typing import Any

from dvk.importing.papers.passing import packed
from dvk.importing.papers.unreadable import Unreadable


def answer(request: Mapping[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """What a file says, or why it cannot be read.

    Args:
        request: ``kind``, ``docx`` or ``pdf``.
        payload: the bytes of the file.

    Returns:
        ``converted``, the old encodings, with the blocks of the paper; or ``code`` and ``details``.
    """
    try:
        blocks, converted = _READERS[request["kind"]](payload)
    except Unreadable as refused:
        return {"code": refused.code, "details": refused.details}, b""
    return {"converted": list(converted)}, packed(blocks)


def _word(contents: bytes) -> Any:
    from dvk.importing.papers.word.reading import blocks_of

    return blocks_of(contents)


def _pdf(contents: bytes) -> Any:
    from dvk.importing.papers.pdf.reading import blocks_of

    return blocks_of(contents)


_READERS = {"docx": _word, "pdf": _pdf}
