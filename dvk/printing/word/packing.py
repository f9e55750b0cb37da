"""The bytes of a Word document: the same document gives the same bytes, and nobody's name or clock is in them."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime

from docx.document import Document

from dvk.office_files import without_times

_LONGEST_PROPERTY = 255


def packed(document: Document, properties: Mapping[str, str]) -> bytes:
    """The document as a file.

    Args:
        document: what was filled.
        properties: ``title``, ``author`` and ``day`` (ISO), shown by Word as the file's own.
    """
    _describe(document, properties)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _describe(document: Document, properties: Mapping[str, str]) -> None:
    core = document.core_properties
    core.title = properties["title"][:_LONGEST_PROPERTY]
    core.author = properties["author"][:_LONGEST_PROPERTY]
    core.created = core.modified = datetime.fromisoformat(properties["day"]).replace(tzinfo=UTC)
    core.language = "vi-VN"
    core.revision = 1
    core.last_modified_by = core.comments = core.keywords = core.subject = core.category = ""
